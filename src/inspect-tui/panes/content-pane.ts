/** Memory by address: bytes as hex and text, why there are none, and what the bytes at the cursor may mean. */
import type { PageChunk } from '../../inspect/memory/page.ts';
import { hex } from '../../inspect/words.ts';
import { visible } from '../../visible.ts';
import {
  bytesFrom,
  chunkAt,
  contentOf,
  dataLineCount,
  type Geometry,
  geometry,
  selection,
  topAddress,
} from '../state/content.ts';
import { selectedHit } from '../state/hits.ts';
import { isWide, sideColumns } from '../state/layout.ts';
import type { State } from '../state/state.ts';
import type { World } from '../state/world.ts';
import { dataRows } from './data-pane.ts';
import { hexCells, joined } from './hex-line.ts';
import { fitLine, headLine, type Line, piece, type Style } from './line.ts';

const twoColumnsMin = 70;

/** The screen below the title, its heads included. */
export function contentBody(state: State, world: World): readonly Line[] {
  const shape = geometry(state);
  const { width, lines } = shape;
  const head = headLine(headText(state), width, true);
  const shown = Array.from({ length: lines }, (_, line) => lineAt(state, shape, line));
  if (!isWide(state)) {
    // Half of a narrow line has no place for a value.
    const columns = state.columns < twoColumnsMin ? 1 : 2;
    const below = dataLines(state, world, state.columns, dataLineCount(state), columns);
    return [head, ...shown, headLine('At the cursor', state.columns, false), ...below];
  }
  const beside = sideColumns(state);
  const side = dataLines(state, world, beside, lines, 1);
  return [
    [...head, piece('┬', 'dim'), ...headLine('At the cursor', beside, false)],
    ...shown.map((line, number) => [...line, piece('│', 'dim'), ...(side[number] ?? fitLine([], beside))]),
  ];
}

function headText(state: State): string {
  const { page, pid } = contentOf(state);
  if (page === undefined) return 'Memory';
  const { name, start, end, perms } = page.area;
  const place = `area ${page.number} of ${page.count}`;
  return visible(
    `Memory of ${pid} ${page.name}: ${name} ${start.toString(16)}-${end.toString(16)} ${perms}, ${place}`,
  );
}

function lineAt(state: State, { digits, bytesPerLine, width }: Geometry, line: number): Line {
  const { page, failure } = contentOf(state);
  if (page === undefined) {
    const text = line > 0 ? '' : (failure?.message ?? 'reading the image …');
    return fitLine([piece(` ${text}`, failure === undefined ? 'dim' : 'bad')], width);
  }
  const address = topAddress(state) + BigInt(line * bytesPerLine);
  const last = address + BigInt(bytesPerLine);
  if (last <= page.area.start || address >= page.area.end) return fitLine([], width);
  const label = piece(`${address.toString(16).padStart(digits, '0')}  `, 'dim');
  const inside = page.chunks.filter(({ start, end }) => start < last && end > address);
  if (inside.length === 0) return fitLine([label, piece('reading …', 'dim')], width);
  const { address: cursor } = contentOf(state);
  const [only] = inside;
  const isHere = cursor !== undefined && cursor >= address && cursor < last;
  if (inside.length === 1 && only?.kind === 'missing')
    return fitLine([label, piece(only.why, isHere ? 'selected' : 'dim')], width);
  return fitLine([label, ...joined(bytesOf(state, inside, address, bytesPerLine))], width);
}

function bytesOf(state: State, chunks: readonly PageChunk[], address: bigint, count: number): Line {
  const { address: cursor, anchor } = contentOf(state);
  const selected = anchor === undefined ? hitHere(state) : selection(state);
  const bytes = Array.from({ length: count }, (_, index) => {
    const at = address + BigInt(index);
    const chunk = chunks.find(({ start, end }) => start <= at && at < end);
    return chunk?.kind === 'bytes' ? chunk.bytes[Number(at - chunk.start)] : undefined;
  });
  const style = (index: number): Style => {
    const at = address + BigInt(index);
    if (at === cursor) return 'selected';
    if (selected !== undefined && at >= selected.start && at < selected.end) return 'marked';
    return bytes[index] === 0 ? 'dim' : 'plain';
  };
  return hexCells(bytes, style);
}

/** What a search found, while one is at it. */
function hitHere(state: State): { readonly start: bigint; readonly end: bigint } | undefined {
  const { pid, address } = contentOf(state);
  const hit = selectedHit(state);
  if (hit === undefined || hit.pid !== pid || hit.address !== address) return undefined;
  return { start: hit.address, end: hit.address + BigInt(hit.length) };
}

/** Longer readings have a line of their own; the others stand in two columns where there is little room. */
function dataLines(
  state: State,
  world: World,
  width: number,
  height: number,
  columns: 1 | 2,
): readonly Line[] {
  const { page, address = 0n } = contentOf(state);
  const chunk = chunkAt(page, address);
  const bytes = bytesFrom(page, address, 48);
  const rows: (readonly [string, string])[] =
    page === undefined ? [] : [placeRow(state, world, chunk, address)];
  rows.push(...dataRows(bytes));
  const names = Math.max(0, ...rows.map(([name]) => name.length));
  const half = Math.floor(width / columns);
  const cells = rows.map(
    ([name, value]): Line => [piece(` ${name.padEnd(names)}  `, 'dim'), piece(visible(value))],
  );
  if (columns === 1) return Array.from({ length: height }, (_, line) => fitLine(cells[line] ?? [], width));
  const [first = [], ...others] = cells;
  return Array.from({ length: height }, (_, line) => {
    if (line === 0) return fitLine(first, width);
    const [left = [], right = []] = [others[line - 1], others[line - 1 + height - 1]];
    return fitLine([...fitLine(left, half), ...right], width);
  });
}

function placeRow(
  state: State,
  world: World,
  chunk: PageChunk | undefined,
  address: bigint,
): readonly [string, string] {
  const { page } = contentOf(state);
  const into = `${hex(address)}, ${hex(address - (page?.area.start ?? 0n))} into the area`;
  if (chunk?.kind !== 'bytes') return ['address', into];
  const { position } = chunk;
  const stored =
    position === undefined
      ? 'zero, and not stored'
      : `stored at ${world.records.placeText(position + Number(address - chunk.start))}`;
  return ['address', `${into}, ${stored}`];
}
