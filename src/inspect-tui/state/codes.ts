/** Codes that can be explained: those of all layers, and what is shown beside them. */
import { explainedCodes } from '../../validate/other-codes.ts';

let codes: readonly string[] | undefined;

export function allCodes(): readonly string[] {
  codes ??= [...new Set(explainedCodes())].sort();
  return codes;
}
