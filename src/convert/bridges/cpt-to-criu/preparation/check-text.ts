/** Compares text of programs that an image stores with the files in a root. */

import type { ByteSource } from '../../../../parse/bytes/byte-source.ts';
import { plural } from '../../../../plural.ts';
import type { RootView } from '../../../../restore-sim/host/root-view.ts';
import { finding, type RootFinding } from './finding.ts';
import type { NeededPath, StoredText } from './types.ts';

interface Counts {
  compared: number;
  /** Differing in a few bytes. */
  patched: number;
  /** Of another content. */
  other: number;
}

const pageBytes = 4096;
const chunkBytes = 16 * pageBytes;

/**
 * Kernels store a page of text only when a process has a copy of its own, after a debugger or a
 * relocation wrote to it. A few other bytes are no sign of another program; many are.
 */
const otherBytesMin = pageBytes / 8;

export function checkText(
  { root, source }: { readonly root: RootView; readonly source: ByteSource },
  { path, storedText }: NeededPath,
): readonly RootFinding[] {
  const counts: Counts = { compared: 0, patched: 0, other: 0 };
  for (const piece of storedText) {
    if (!comparePiece(root, source, path, piece, counts))
      return [finding('file-unreadable', path, 'cannot be read; its text was not compared')];
  }
  const { compared, patched, other } = counts;
  const stored = `the image stores ${plural(compared, 'page')} of its text`;
  if (other > 0) {
    return [
      finding('program-text-differs', path, `differs: ${stored}, ${other} of them are of another program`),
    ];
  }
  if (patched === 0) return [];
  return [finding('program-text-patched', path, `${stored}, ${patched} of them differ in a few bytes`)];
}

function comparePiece(root: RootView, source: ByteSource, path: string, piece: StoredText, counts: Counts) {
  const { imageOffset, length } = piece;
  // Positions beyond what a number holds are in no file.
  if (piece.fileOffset > BigInt(Number.MAX_SAFE_INTEGER - length)) return true;
  const fileOffset = Number(piece.fileOffset);
  for (let at = 0; at < length; at += chunkBytes) {
    const wanted = Math.min(chunkBytes, length - at);
    const there = root.read(path, fileOffset + at, wanted);
    if (!there) return false;
    const stored = source.view(imageOffset + at, wanted);
    for (let page = 0; page < wanted; page += pageBytes) {
      countPage(stored.subarray(page, page + pageBytes), there.subarray(page, page + pageBytes), counts);
    }
  }
  return true;
}

/** Beyond the end of a file, memory is zero. */
function countPage(stored: Uint8Array, there: Uint8Array, counts: Counts): void {
  let differing = 0;
  for (let index = 0; index < stored.length; index++) {
    if (stored[index] !== (there[index] ?? 0)) differing++;
  }
  counts.compared++;
  if (differing >= otherBytesMin) counts.other++;
  else if (differing > 0) counts.patched++;
}
