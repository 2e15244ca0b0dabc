/** Codes that can be explained: those of all layers. */
import { catalogue } from '../../validate/catalogue.ts';

let codes: readonly string[] | undefined;

export function allCodes(): readonly string[] {
  codes ??= [...catalogue.keys()].sort();
  return codes;
}
