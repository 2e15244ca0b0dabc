/** Everything at a path, for the trust layer. */
import { openPlace } from '../../parse/archive/open-place.ts';
import type { Spools } from '../../parse/archive/unpack.ts';
import { type TrustInput, withTrustPlace } from '../../validate/trust/trust-input.ts';

/** Gives `use` the tree at `path`; undefined for a single file. Throws the errors of the system. */
export const withTrustInput = async <Result>(
  path: string,
  spools: Spools,
  use: (input: TrustInput) => Promise<Result>,
): Promise<Result | undefined> => withTrustPlace(await openPlace(path, () => {}, spools), spools, use);
