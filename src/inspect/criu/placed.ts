/**
 * A checkpoint of a CRIU image with places for the inspector: what says where it was read, in a file, says it as a
 * position of the layout.
 */
import type { Checkpoint, FileDescriptor, MemoryArea } from '../../model/checkpoint.ts';
import type { Rows } from '../../model/rows.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { messageLayout, nestedMessagesOf } from '../../parse/criu/index.ts';
import type { GroupedLayout } from './layout.ts';

/** Where an object is, and the file that it is in unless the one around it says so. */
interface Place {
  at?: number;
  file?: string | undefined;
}

/** Changes the checkpoint, which nobody else has. */
export function placeCheckpoint(
  checkpoint: Checkpoint,
  layout: GroupedLayout,
  source: ByteSource,
): Checkpoint {
  const visit = (value: unknown, around: string | undefined): void => {
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return;
    const place = value as Place;
    const file = place.file ?? around;
    if (isPacked(value)) return;
    if (typeof place.at === 'number') {
      if ('areas' in value) placeAreas(value as never, layout, source, place.at, file);
      if ('descriptors' in value) placeDescriptors(value as never, layout);
      place.at += baseOf(layout, file);
    }
    const inside = value instanceof Map || Array.isArray(value) ? value.values() : Object.values(value);
    for (const element of inside) visit(element, file);
  };
  // Processes are made of the tasks; nothing else is in two places, and nothing may be visited twice.
  const { processes: _, ...own } = checkpoint;
  visit(own, undefined);
  return checkpoint;
}

const baseOf = ({ byPath }: GroupedLayout, file: string | undefined): number =>
  file === undefined ? 0 : (byPath.get(file)?.base ?? 0);

/** Areas, page blocks and descriptors, which are made anew whenever somebody looks at them. */
const isPacked = (value: object): boolean =>
  'at' in value && typeof value.at === 'function' && !Array.isArray(value);

function placeAreas(
  memory: { areas: Rows<MemoryArea> },
  layout: GroupedLayout,
  source: ByteSource,
  at: number,
  file: string | undefined,
): void {
  const { areas } = memory;
  const base = baseOf(layout, file);
  // Areas stand in the entry of the memory, or, before CRIU 1.4, in a file of their own.
  const own = [...areas].every((area) => area.at === at) ? vmaPlaces(source, base + at) : [];
  const vmas = layout.byPath.get(file?.replace(/mm-(\d+\.img)$/, 'vmas-$1') ?? '')?.base ?? base;
  const placed = (area: MemoryArea, index: number): MemoryArea => ({
    ...area,
    at: own[index] ?? (own.length === 0 && area.at !== at ? vmas : base) + area.at,
  });
  memory.areas = changedRows(areas, placed);
}

function placeDescriptors(table: { descriptors: Rows<FileDescriptor> }, layout: GroupedLayout): void {
  table.descriptors = changedRows(table.descriptors, (descriptor) => ({
    ...descriptor,
    at: descriptor.at + baseOf(layout, descriptor.file),
  }));
}

/** Rows that are changed whenever they are made. */
const changedRows = <Row>(rows: Rows<Row>, change: (row: Row, index: number) => Row): Rows<Row> => ({
  length: rows.length,
  at: (index) => {
    const row = rows.at(index);
    return row && change(row, index);
  },
  *[Symbol.iterator]() {
    let index = 0;
    for (const row of rows) yield change(row, index++);
  },
});

/** Positions of the areas in an mm_entry. */
function vmaPlaces(source: ByteSource, position: number): readonly number[] {
  const head = source.view(position, 4);
  const length = new DataView(head.buffer, head.byteOffset, 4).getUint32(0, true);
  if (position + 4 + length > source.size) return [];
  const bytes = source.view(position + 4, length).slice();
  const places: number[] = [];
  for (const { message, offset } of nestedMessagesOf(messageLayout('mm_entry'), bytes)) {
    if (message.name === 'vma_entry') places.push(position + 4 + offset);
  }
  return places;
}
