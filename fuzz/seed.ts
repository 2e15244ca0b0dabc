/** What a mutation changes, and what is done with it. */
import type { LineSet } from './command-lines.ts';

export type Files = ReadonlyMap<string, Uint8Array>;

/** One piece of bytes, or the files of a directory or an archive by name. */
export type Seed = {
  readonly name: string;
  /** What commands do with it. */
  readonly lines: LineSet;
} & ({ readonly bytes: Uint8Array } | { readonly files: Files });

export const families = [
  ...(['cpt', 'criu', 'linux-cr', 'container', 'archive', 'json', 'crit', 'document'] as const),
] as const;
export type FuzzFamily = (typeof families)[number];
