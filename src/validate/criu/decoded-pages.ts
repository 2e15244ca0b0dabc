/** Compressed pages of a directory, as they are decoded: what the rules that read pages look at instead of the files. */
import { type Diagnostic, ImageError, type Report } from '../../diagnostic.ts';
import { kindOfDirectory } from '../../model/from-criu/directory-kind.ts';
import { criuByteSource, layOut } from '../../model/from-criu/image-source.ts';
import { pageRuns } from '../../model/from-criu/page-runs.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { fileName, type ImageDirectory } from '../../parse/criu/index.ts';

const pieceBytes = 1024 * 1024;

interface DecodedRun {
  /** Name of the file of pages. */
  readonly file: string;
  readonly offset: number;
  readonly length: number;
}

/** The files of pages that are compressed, and the runs of pages that they hold. */
function decodedRuns(directory: ImageDirectory): { runs: DecodedRun[]; files: Set<string> } {
  const runs: DecodedRun[] = [];
  const files = new Set<string>();
  const { compressed, pagemaps } = kindOfDirectory(directory);
  if (compressed === undefined) return { runs, files };
  const layout = layOut(directory);
  for (const { type, id, pagesId, compressedAt } of pagemaps) {
    if (compressedAt === undefined || pagesId === undefined) continue;
    const file = fileName('PAGES', pagesId);
    files.add(file);
    for (const { kind, start, end, offset } of pageRuns(layout, type, id, () => {}))
      if (kind === 'stored') runs.push({ file, offset, length: Number(end - start) });
  }
  return { runs, files };
}

/** Decodes every block once, and says which are none. */
export function checkBlocks(directory: ImageDirectory, report: Report): void {
  const { runs } = decodedRuns(directory);
  if (runs.length === 0) return;
  const source = criuByteSource(directory);
  const piece = new Uint8Array(pieceBytes);
  try {
    for (const { offset, length } of runs) {
      const problem = problemIn(source, piece, offset, length);
      if (problem !== undefined) report(problem);
    }
  } finally {
    source.close();
  }
}

/** The first of a run: what is behind it is told when it is mended. */
function problemIn(
  source: ByteSource,
  piece: Uint8Array,
  offset: number,
  length: number,
): Diagnostic | undefined {
  try {
    for (let at = 0; at < length; at += piece.length)
      source.readInto(piece.subarray(0, Math.min(piece.length, length - at)), offset + at);
    return undefined;
  } catch (error) {
    if (error instanceof ImageError) return error.diagnostic;
    throw error;
  }
}

/** Files of pages whose bytes are not those of memory. */
export const compressedFiles = (directory: ImageDirectory): ReadonlySet<string> =>
  decodedRuns(directory).files;
