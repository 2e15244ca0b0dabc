/** The screen of memory: the process and address under the cursor, what is selected, and which page it needs. */
import type { MemoryPage, PageChunk, PageRequest } from '../../inspect/memory/page.ts';
import { paneSizes } from './layout.ts';
import { listColumns } from './list-layout.ts';
import type { Content, Move, State } from './state.ts';

export const contentOf = ({ contents, side }: Pick<State, 'contents' | 'side'>): Content => contents[side];

export function withContent(state: State, change: Partial<Content>, side = state.side): State {
  const [first, second] = state.contents;
  const next = { ...state.contents[side], ...change };
  return { ...state, contents: side === 0 ? [next, second] : [first, next] };
}

export interface Geometry {
  /** Columns of hexadecimal digits of an address. */
  readonly digits: number;
  readonly bytesPerLine: number;
  readonly lines: number;
  /** Columns of all. */
  readonly width: number;
}

const columnsOf = (digits: number, count: number): number =>
  digits + 2 + 3 * count + (count / 8 - 1) + 1 + count;

/** Lines that read the bytes at the cursor, below the others on terminals that are not wide: at most half. */
export function dataLineCount(state: State): number {
  const { listLines, detailLines } = paneSizes(state);
  return Math.max(1, Math.min(7, Math.floor((listLines + detailLines) / 2)));
}

export function geometry(state: State): Geometry {
  const { page } = contentOf(state);
  const digits = Math.max(8, (page?.area.end ?? 0n).toString(16).length);
  const width = listColumns(state);
  const bytesPerLine = [32, 16, 8].find((count) => columnsOf(digits, count) <= width) ?? 8;
  const { listLines, detailLines } = paneSizes(state);
  return {
    digits,
    bytesPerLine,
    lines: Math.max(1, listLines - (detailLines > 0 ? dataLineCount(state) - detailLines : 0)),
    width,
  };
}

/** Address of the first byte of the first line; lines begin at multiples of their length. */
export function topAddress(state: State): bigint {
  const { address, page } = contentOf(state);
  if (address === undefined || page === undefined) return 0n;
  const { bytesPerLine, lines } = geometry(state);
  const count = BigInt(bytesPerLine);
  const line = (at: bigint) => at / count;
  const first = line(page.area.start);
  const last = line(page.area.end - 1n) - BigInt(lines - 1);
  const middle = line(address) - BigInt(Math.floor(lines / 2));
  const top = middle > last ? last : middle;
  return (top < first ? first : top) * count;
}

/** The byte at a line below the head and a column from 1; undefined where there is none. */
export function addressAt(state: State, line: number, column: number): bigint | undefined {
  const { digits, bytesPerLine: count, lines } = geometry(state);
  const { page } = contentOf(state);
  if (page === undefined || line < 0 || line >= lines) return undefined;
  const inHex = column - 1 - digits - 2;
  // A blank more between eights; the text stands behind all of them.
  const textAt = 3 * count + (count / 8 - 1) + 1;
  const index = inHex >= textAt ? inHex - textAt : Math.floor((inHex - Math.floor(inHex / 25)) / 3);
  const address = topAddress(state) + BigInt(line * count + index);
  const isThere = index >= 0 && index < count && address >= page.area.start && address < page.area.end;
  return isThere ? address : undefined;
}

/** What the screen needs and has not; asked for again only where it did not fail. */
export function missingPage(
  state: State,
): { readonly key: string; readonly request: PageRequest } | undefined {
  if (state.screen !== 'content') return undefined;
  const { pid, address, page, wanted, failure } = contentOf(state);
  const { bytesPerLine, lines } = geometry(state);
  const reach = 3 * bytesPerLine * lines;
  const request = wanted ?? (page === undefined ? { pid: state.process?.pid } : { pid, address });
  if (wanted === undefined && page !== undefined && address !== undefined) {
    const top = topAddress(state);
    const end = top + BigInt(bytesPerLine * lines);
    const isThere =
      page.pid === pid &&
      page.area.start <= address &&
      address < page.area.end &&
      (page.start <= top || page.start === page.area.start) &&
      (page.end >= end || page.end === page.area.end);
    if (isThere) return undefined;
  }
  const { pid: of = '', address: at = '', text = '', isNext = false } = request;
  const key = `${state.side}/${of}/${at}/${text}/${isNext}/${reach}`;
  return failure?.key === key ? undefined : { key, request: { ...request, reach } };
}

/** Shows the memory of a process at an address. */
export function goToMemory(state: State, wanted: Omit<PageRequest, 'reach'>): State {
  const isOther = wanted.pid !== undefined && state.process !== undefined && state.process.pid !== wanted.pid;
  const there: State = { ...state, screen: 'content', ...(isOther && { process: undefined }) };
  return withContent(there, { wanted, from: state.screen, anchor: undefined, failure: undefined });
}

export function pageLoaded(state: State, side: 0 | 1, page: MemoryPage): State {
  const { wanted, page: shown } = state.contents[side];
  const isNew = wanted !== undefined || shown === undefined;
  const place = isNew ? { pid: page.pid, address: page.address, wanted: undefined, anchor: undefined } : {};
  return withContent(state, { page, failure: undefined, ...place }, side);
}

/** One stays where one was; the sentence is shown. */
export function pageFailed(state: State, side: 0 | 1, key: string, message: string): State {
  const { wanted, from } = state.contents[side];
  const failed = withContent(state, { wanted: undefined, failure: { key, message } }, side);
  if (side !== state.side) return failed;
  if (wanted === undefined || from === undefined || from === 'content') return { ...failed, message };
  return { ...failed, message, screen: from, history: state.history.slice(0, -1) };
}

/** Beyond the end of an area one comes to the next. */
export function moveInContent(state: State, way: Move): State {
  const { address, page, pid } = contentOf(state);
  if (address === undefined || page === undefined) return state;
  const { bytesPerLine, lines } = geometry(state);
  const { start, end } = page.area;
  const steps = {
    up: -bytesPerLine,
    down: bytesPerLine,
    left: -1,
    right: 1,
    'page-up': -bytesPerLine * lines,
    'page-down': bytesPerLine * lines,
  };
  if (way === 'first' || way === 'last')
    return withContent(state, { address: way === 'first' ? start : end - 1n });
  const target = address + BigInt(steps[way]);
  if (target >= start && target < end) return withContent(state, { address: target });
  const isBack = target < start;
  const edge = isBack ? start : end - 1n;
  const { anchor } = contentOf(state);
  const isPage = way === 'page-up' || way === 'page-down';
  // A page goes to the border first; what is selected stays in one area.
  if (anchor !== undefined || (isPage && edge !== address)) return withContent(state, { address: edge });
  const next = isBack ? page.before : page.behind;
  return next === undefined ? state : withContent(state, { wanted: { pid, address: next } });
}

/** What is selected, or the whole area. */
export function selection(state: State): { readonly start: bigint; readonly end: bigint } | undefined {
  const { anchor, address, page } = contentOf(state);
  if (page === undefined || address === undefined) return undefined;
  if (anchor === undefined) return page.area;
  return anchor < address ? { start: anchor, end: address + 1n } : { start: address, end: anchor + 1n };
}

export function toggleSelection(state: State): State {
  const { anchor, address } = contentOf(state);
  if (anchor !== undefined)
    return { ...withContent(state, { anchor: undefined }), message: 'nothing is selected' };
  return {
    ...withContent(state, { anchor: address }),
    message: 'selecting from here: w writes it, v or Esc ends',
  };
}

/** The bytes from an address on, as far as the page has them. */
export function bytesFrom(page: MemoryPage | undefined, address: bigint, length: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let [at, left] = [address, length];
  for (const chunk of page?.chunks ?? []) {
    if (left <= 0 || chunk.end <= at) continue;
    if (chunk.kind === 'missing' || chunk.start > at) break;
    const part = chunk.bytes.subarray(Number(at - chunk.start), Number(at - chunk.start) + left);
    parts.push(part);
    left -= part.length;
    at += BigInt(part.length);
  }
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

export const chunkAt = (page: MemoryPage | undefined, address: bigint): PageChunk | undefined =>
  page?.chunks.find(({ start, end }) => start <= address && address < end);

/** Where the byte under the cursor lies in the image; undefined where it is not stored. */
export function positionHere(state: State): number | undefined {
  const { page, address = 0n } = contentOf(state);
  const chunk = chunkAt(page, address);
  if (chunk?.kind !== 'bytes' || chunk.position === undefined) return undefined;
  return chunk.position + Number(address - chunk.start);
}

/** Over zeros and what is missing to the next bytes that the image has. */
export function toNextStored(state: State): State {
  const { pid, address } = contentOf(state);
  return withContent(state, { wanted: { pid, address, isNext: true }, from: undefined, failure: undefined });
}

/** The pointer under the cursor. */
export function followPointer(state: State): State {
  const { page, address = 0n, pid } = contentOf(state);
  if (page === undefined) return state;
  const { bytes, isBigEndian } = page.pointer;
  const stored = bytesFrom(page, address, bytes);
  if (stored.length < bytes) return { ...state, message: 'there are no bytes here' };
  const view = new DataView(stored.buffer);
  const target = bytes === 8 ? view.getBigUint64(0, !isBigEndian) : BigInt(view.getUint32(0, !isBigEndian));
  return withContent(state, { wanted: { pid, address: target }, failure: undefined });
}
