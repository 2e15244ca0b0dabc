/** The bytes from the cursor on as numbers, times and text, in either byte order: what nobody has named yet. */
import { dateText } from '../../inspect/words.ts';
import { visible } from '../../visible.ts';
import { paneSizes } from '../state/layout.ts';
import { currentPlace, type State } from '../state/state.ts';
import type { World } from '../state/world.ts';
import { fitLine, type Line, piece } from './line.ts';

const textBytes = 48;

/** The lines below the head of the pane. */
export function dataLines(state: State, world: World): readonly Line[] {
  const { meaningColumns: width, upperLines } = paneSizes(state);
  const { cursor, spot } = currentPlace(state);
  const stretch = world.stretch(spot.record);
  const left = Math.max(0, Math.min(textBytes, stretch.offset + stretch.length - cursor));
  const rows = dataRows(world.source.view(cursor, left).slice());
  const names = Math.max(...rows.map(([name]) => name.length));
  const place = ` ${world.records.placeText(cursor)}  ${world.path(spot)}`;
  const lines: Line[] = [
    [piece(visible(place), 'title')],
    ...rows.map(([name, value]): Line => [piece(` ${name.padEnd(names)}  `, 'dim'), piece(visible(value))]),
  ];
  return Array.from({ length: upperLines }, (_, line) => fitLine(lines[line] ?? [], width));
}

const nsPerSecond = 1_000_000_000n;

/** A name and a value for each reading that the bytes are enough for. */
export function dataRows(bytes: Uint8Array): readonly (readonly [name: string, value: string])[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const rows: [string, string][] = [];
  const has = (count: number) => bytes.byteLength >= count;
  if (has(1)) {
    const binary = view.getUint8(0).toString(2).padStart(8, '0');
    rows.push(['8 bits', `${numberText(BigInt(view.getUint8(0)), BigInt(view.getInt8(0)))}  ${binary}`]);
  }
  for (const isLittle of [true, false]) {
    const order = isLittle ? 'little' : 'big';
    if (has(2))
      rows.push([
        `16 bits, ${order}`,
        numberText(BigInt(view.getUint16(0, isLittle)), BigInt(view.getInt16(0, isLittle))),
      ]);
    if (has(4))
      rows.push([
        `32 bits, ${order}`,
        numberText(BigInt(view.getUint32(0, isLittle)), BigInt(view.getInt32(0, isLittle))),
      ]);
    if (has(8))
      rows.push([
        `64 bits, ${order}`,
        numberText(view.getBigUint64(0, isLittle), view.getBigInt64(0, isLittle)),
      ]);
  }
  if (has(4)) rows.push(['float', String(view.getFloat32(0, true))]);
  if (has(8)) rows.push(['double', String(view.getFloat64(0, true))]);
  if (has(4))
    rows.push(['seconds since 1970', dateText(BigInt(view.getUint32(0, true)) * nsPerSecond) ?? '—']);
  if (has(4)) rows.push(['IPv4 address', bytes.subarray(0, 4).join('.')]);
  if (has(1)) rows.push(['text', textAt(bytes)]);
  return rows;
}

function numberText(unsigned: bigint, signed: bigint): string {
  const other = signed < 0n ? `, ${signed}` : '';
  return `${unsigned} 0x${unsigned.toString(16)}${other}`;
}

/** Up to the first zero byte. */
function textAt(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(bytes.subarray(0, end === -1 ? bytes.length : end)) || '(empty)';
}
