/**
 * Pages of a task or segment with the older images that they may lie in: one list of runs, in the order of
 * the pagemap. Reads pagemaps, never pages.
 */
import type { Diagnostic, Report } from '../../diagnostic.ts';
import {
  decodeFile,
  fieldsOf,
  fieldsOfPlain,
  fileName,
  type PlainEntry,
  pageBlocksOf,
} from '../../parse/criu/index.ts';
import type { PagemapEntry } from '../../parse/generated/criu-descriptors.ts';
import { smaller } from '../bigint.ts';
import { modelDiagnostic } from '../codes.ts';
import { type Cell, RowTable } from '../rows.ts';
import { missingFile } from './draft.ts';
import { type ImageLayout, type LaidFile, parentPrefix } from './image-source.ts';
import { pageBytesOf } from './page-size.ts';
import { compressedName, normalEntry, type PagemapType, pageFlags, unknownPart } from './pagemap-facts.ts';

export { normalEntry, pageFlags } from './pagemap-facts.ts';

/**
 * `unknown`: stored in a form that cannot be read; see `unknownPart`. `cut`: the file of pages is there, and ends
 * before them.
 */
export type PageRunKind = 'stored' | 'lazy' | 'missing' | 'unknown' | 'cut';
const runKinds: readonly PageRunKind[] = ['stored', 'lazy', 'missing', 'unknown', 'cut'];

const storedKind = runKinds.indexOf('stored');

export interface PageRun {
  readonly kind: PageRunKind;
  readonly start: bigint;
  /** Exclusive. */
  readonly end: bigint;
  /** Of `stored`: position in the stretch of the image. */
  readonly offset: number;
  /** Offset of the entry in the newest pagemap. */
  readonly at: number;
}

const runOf = (cell: Cell): PageRun => ({
  kind: runKinds[Number(cell(0) & 0xffn)] ?? 'missing',
  start: cell(1),
  end: cell(2),
  offset: Number(cell(3)),
  at: Number(cell(0) >> 8n),
});

class RunList {
  readonly table = new RowTable<PageRun>(4, runOf);

  push(run: PageRun): void {
    const head = (BigInt(run.at) << 8n) | BigInt(runKinds.indexOf(run.kind));
    this.table.push(head, run.start, run.end, BigInt(run.offset));
  }

  /** The same in numbers. */
  pushStored(start: number, end: number, offset: number, at: number): void {
    this.table.push(BigInt(at * 256 + storedKind), BigInt(start), BigInt(end), BigInt(offset));
  }

  *[Symbol.iterator](): Iterator<PageRun> {
    for (let row = 0; row < this.table.length; row++) yield this.table.row(row);
  }
}

/** All pages that the image holds for a task (by pid) or a segment (by id), older images included. */
export function pageRuns(
  layout: ImageLayout,
  type: PagemapType,
  id: number,
  report: Report,
): Iterable<PageRun> & { readonly isPresent: boolean } {
  const runs = runsOf(layout, type, id, 0, report);
  return { isPresent: runs !== undefined, [Symbol.iterator]: () => (runs ?? [])[Symbol.iterator]() };
}

function runsOf(
  layout: ImageLayout,
  type: PagemapType,
  id: number,
  depth: number,
  report: Report,
  isKnown = true,
): RunList | undefined {
  const directory = layout.chain[depth];
  const source = directory?.open(fileName(type, id));
  if (directory === undefined || source === undefined) return undefined;
  let hasUnknown = false;
  try {
    const { records } = decodeFile(source, fileName(type, id), (found) => {
      if (!hasUnknown) report(found);
    });
    const bytesOfPage = BigInt(pageBytesOf(layout.chain[0] ?? directory));
    const runs = new RunList();
    let pages: LaidFile | undefined;
    let pagesPath: string | undefined;
    let position = 0;
    let older: Cursor | undefined;
    let isCutSaid = false;
    let isLackSaid = false;
    let isReadable = isKnown;
    const path = parentPrefix(depth) + fileName(type, id);
    const add = (entry: PagemapEntry, at: number): void => {
      // Nobody can tell where the bytes of the other entries lie, those before it included. Said once.
      hasUnknown ||= isKnown && unknownPart(entry) !== undefined;
      if (hasUnknown) return;
      const { vaddr: start, pages: count, flags } = normalEntry(entry);
      const blocks = isReadable ? pageBlocksOf(entry, count, Number(bytesOfPage)) : undefined;
      // Where this entry ends cannot be told, so neither where the next ones begin.
      if (typeof blocks === 'string') isReadable = false;
      const end = BigInt.asUintN(64, start + count * bytesOfPage);
      const run = { start, end, at };
      if (end <= start) return;
      if ((flags & pageFlags.parent) !== 0) {
        older ??= new Cursor(runsOf(layout, type, id, depth + 1, report));
        const lacked = older.copy(run, runs);
        // Of an older image that is not there at all, the directory says so.
        if (lacked === undefined || isLackSaid || layout.chain[depth + 1] === undefined) return;
        isLackSaid = true;
        const message = `pages from 0x${lacked.toString(16)} on should be in an older image, and are in none`;
        report(modelDiagnostic('pages-in-no-image', message, { file: path, offset: at }));
      } else if ((flags & pageFlags.present) !== 0 && !isReadable) {
        runs.push({ ...run, kind: 'unknown', offset: 0 });
      } else if ((flags & pageFlags.present) !== 0) {
        if ((flags & pageFlags.aligned) !== 0) position = roundUp(position, Number(bytesOfPage));
        const length = Number(end - start);
        const stored = typeof blocks === 'object' ? blocks.total : length;
        if (pages === undefined) {
          if (pagesPath !== undefined) report(missingFile(pagesPath));
          pagesPath = undefined;
          runs.push({ ...run, kind: 'missing', offset: 0 });
        } else if (position + stored > pages.size) {
          // Of plain pages those before the end are there; compressed blocks are held against the whole of their entry.
          const whole = blocks === undefined ? larger(0n, BigInt(pages.size - position) / bytesOfPage) : 0n;
          const from = start + whole * bytesOfPage;
          if (from > start) runs.push({ ...run, end: from, kind: 'stored', offset: pages.base + position });
          runs.push({ ...run, start: from, kind: 'cut', offset: 0 });
          if (!isCutSaid) report(cutPages(pages, path, from));
          isCutSaid = true;
        } else {
          const offset =
            typeof blocks !== 'object'
              ? pages.base + position
              : layout.decoded.place(`${path} ${at}`, {
                  file: pages.path,
                  offset: position,
                  length,
                  blockBytes: blocks.pagesPerBlock * Number(bytesOfPage),
                  sizes: blocks.sizes,
                });
          runs.push({ ...run, kind: 'stored', offset });
        }
        position += stored;
      } else runs.push({ ...run, kind: (flags & pageFlags.lazy) === 0 ? 'missing' : 'lazy', offset: 0 });
    };
    const pageBytes = Number(bytesOfPage);
    // What nearly all are, in numbers: pages that lie plainly in the file of pages, all of them.
    const addPlain = (entry: PlainEntry): void => {
      const { vaddr, offset: at } = entry;
      const length = (entry.pages < 0 ? entry.compatPages : entry.pages) * pageBytes;
      const isPresent = (entry.flags < 0 || entry.flags === pageFlags.present) && entry.inParent <= 0;
      const isWhole = length > 0 && position + length <= (pages?.size ?? 0) && isReadable && !hasUnknown;
      if (pages !== undefined && isPresent && isWhole && Number.isSafeInteger(vaddr + length)) {
        runs.pushStored(vaddr, vaddr + length, pages.base + position, at);
        position += length;
      } else add(fieldsOfPlain(entry), at);
    };
    for (const record of records(addPlain)) {
      const head = fieldsOf(record, 'pagemap_head');
      if (head !== undefined) {
        const prefix = parentPrefix(depth);
        pagesPath = prefix + fileName('PAGES', head.pages_id);
        pages = layout.byPath.get(pagesPath);
        const isCompressed = layout.byPath.has(prefix + compressedName(head.pages_id ?? 0));
        if (pages === undefined && isCompressed) isReadable = false;
        continue;
      }
      const entry = fieldsOf(record, 'pagemap_entry');
      if (entry !== undefined) add(entry, record.offset);
      if (hasUnknown) break;
    }
    if (hasUnknown) return runsOf(layout, type, id, depth, () => {}, false);
    return runs;
  } finally {
    source.close();
  }
}

const cutPages = ({ path, size }: LaidFile, pagemap: string, from: bigint): Diagnostic =>
  modelDiagnostic(
    'pages-cut',
    `${path} ends at ${size} bytes: pages of ${pagemap} from 0x${from.toString(16)} on are cut off`,
    { file: path, offset: size },
  );

const roundUp = (position: number, unit: number): number => Math.ceil(position / unit) * unit;

/** Walks the runs of an older image along ranges that ascend; starts again for one that does not. */
class Cursor {
  readonly #runs: RunList | undefined;
  #row = 0;

  constructor(runs: RunList | undefined) {
    this.#runs = runs;
  }

  /** Appends what the older image has for a range; what it lacks is missing, and the first of that is told. */
  copy({ start, end, at }: Pick<PageRun, 'start' | 'end' | 'at'>, to: RunList): bigint | undefined {
    let lacked: bigint | undefined;
    const table = this.#runs?.table;
    let next = start;
    if (table !== undefined) {
      if (this.#row > 0 && table.row(this.#row - 1).end > start) this.#row = 0;
      for (; this.#row < table.length; this.#row++) {
        const run = table.row(this.#row);
        if (run.end <= next) continue;
        if (run.start >= end) break;
        if (run.start > next) {
          lacked ??= next;
          to.push({ kind: 'missing', start: next, end: run.start, offset: 0, at });
        }
        const from = larger(run.start, next);
        const stop = smaller(run.end, end);
        to.push({ ...run, start: from, end: stop, offset: run.offset + Number(from - run.start), at });
        next = stop;
        if (run.end > end) break;
      }
    }
    if (next < end) {
      lacked ??= next;
      to.push({ kind: 'missing', start: next, end, offset: 0, at });
    }
    return lacked;
  }
}

export function larger(a: bigint, b: bigint): bigint {
  if (a > b) return a;
  return b;
}
