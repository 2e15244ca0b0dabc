/**
 * What is unpacked on the way to an image: each compressed file once, however many threads of the program want it, and
 * all of them together within one bound.
 */
import type { Report } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { detectCompression } from './detect-compression.ts';
import { ListBudget } from './list-budget.ts';
import { type SpoolHandle, spooled } from './spool.ts';

/** By what they were: a pipe, or the content of a packed file. */
export type Spools = Map<string, SpoolHandle>;

export interface UnpackBudget {
  /** What may be unpacked. */
  leftBytes: number;
  /** What may be listed of what was unpacked. */
  readonly lists: ListBudget;
}

/** For an archive of `size` bytes and all in it. Packed twice, a file may be unpacked to twice as much as packed once. */
export const budgetFor = (size: number): UnpackBudget => ({
  leftBytes: Math.min(
    limits.unpackedBytes,
    2 * Math.max(limits.unpackedFreeBytes, size * limits.unpackedRatio),
  ),
  lists: new ListBudget(),
});

export interface Unpacking {
  readonly report: Report;
  /** What was unpacked before, by another thread; what is unpacked now is added. */
  readonly spools?: Spools | undefined;
  /** What may be unpacked; default: what `limits` allow for the size of each file. */
  readonly limitBytes?: number | undefined;
  /** For all files together: of an archive in an archive no more than of the outer one. */
  readonly budget?: UnpackBudget | undefined;
}

/**
 * The content of a compressed file, which stays open; the file itself when it is not compressed. `accepts` hears the
 * first bytes, and throws `ImageError` for what nobody can use. Throws `archive-too-large`, `archive-unreadable`.
 */
export async function unpack(
  file: ByteSource,
  { report, spools, limitBytes, budget }: Unpacking,
  accepts?: (head: Uint8Array) => void,
): Promise<ByteSource> {
  const compression = detectCompression(file.view(0, Math.min(4, file.size)));
  if (compression === undefined) return file;
  const key = `content of ${file.name}`;
  const known = spools?.get(key);
  if (known !== undefined) return spooled(known);
  // Loaded for archives only: the decoders are large.
  const { decompress, unpackedLimit } = await import('./decompress.ts');
  const most = Math.min(
    limitBytes ?? unpackedLimit(file.size),
    budget?.leftBytes ?? Number.POSITIVE_INFINITY,
  );
  const unpacked = await decompress(file, compression, report, {
    limitBytes: most,
    ...(accepts && { accepts }),
  });
  if (budget !== undefined) budget.leftBytes -= unpacked.size;
  spools?.set(key, unpacked.spool);
  const close = () => {
    // What is closed is nobody's any more: whoever asks for it later unpacks it again.
    spools?.delete(key);
    unpacked.close();
  };
  return { ...unpacked, close };
}
