/** Reading compressed pages beside a block that cannot be decoded: what lies in other blocks is there. */
import { type Diagnostic, ImageError, type Report } from '../diagnostic.ts';
import type { ByteSource } from '../parse/bytes/byte-source.ts';

/** `[from, to)` of what was asked for. */
export interface ReadPart {
  readonly from: number;
  readonly to: number;
  readonly isRead: boolean;
}

/** Blocks are of whole pages, and no machine has smaller ones. */
export const pageBytes = 4096;

/** Fills a target from a position on; `pagesFrom` is one where a page begins. Parts ascend, and all are told. */
export function readParts(
  source: ByteSource,
  target: Uint8Array,
  position: number,
  pagesFrom: number,
  damaged: Report,
): readonly ReadPart[] {
  const whole = { from: 0, to: target.length, isRead: true };
  if (problemOf(source, target, position) === undefined) return [whole];
  const parts: ReadPart[] = [];
  let told: Diagnostic | undefined;
  for (let from = 0; from < target.length; ) {
    const inPage = (position + from - pagesFrom) % pageBytes;
    const to = Math.min(from + pageBytes - inPage, target.length);
    const problem = problemOf(source, target.subarray(from, to), position + from);
    if (problem !== undefined && problem !== told) damaged(problem);
    told = problem ?? told;
    const isRead = problem === undefined;
    const last = parts.at(-1);
    if (last?.isRead === isRead) parts[parts.length - 1] = { ...last, to };
    else parts.push({ from, to, isRead });
    from = to;
  }
  return parts;
}

/** Of the same block it is the same object, as long as no other one fails. */
function problemOf(source: ByteSource, target: Uint8Array, position: number): Diagnostic | undefined {
  try {
    source.readInto(target, position);
    return undefined;
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
    return error.diagnostic;
  }
}

/** Says each once of those that follow each other. */
export function saysChanges(report: Report): Report {
  let told: Diagnostic | undefined;
  return (problem) => {
    if (problem !== told) report(problem);
    told = problem;
  };
}
