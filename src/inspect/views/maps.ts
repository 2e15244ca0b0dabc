/**
 * maps: address spaces, area by area, with how much of each is stored, zero, copy-on-write, elsewhere or absent.
 * Counts pages; never reads them.
 */

import { LazyList } from '../../lazy-list.ts';
import { addCoverage, type Coverage, coverageOf, noCoverage } from '../../memory/coverage.ts';
import type { Checkpoint, MemoryArea, MemoryMap } from '../../model/checkpoint.ts';
import { follow } from '../../model/look-up.ts';
import type { Rows } from '../../model/rows.ts';
import { plural } from '../../plural.ts';
import { type Filter, isWantedType, wantedProcesses } from '../filter.ts';
import type { Image } from '../image.ts';
import { toIpc } from '../links.ts';
import { emptyTable, type LongTable, type Row } from '../table.ts';
import type { View } from '../view.ts';
import { bytesText } from '../words.ts';
import { type NamedArea, numberedArea, numberedAreas } from './named-areas.ts';
import { commsOf, holders, pidNames } from './process-names.ts';

export interface AreaRow {
  readonly at: number;
  readonly start: bigint;
  readonly end: bigint;
  readonly perms: string;
  readonly kind: MemoryArea['kind'];
  readonly offsetBytes: bigint;
  readonly name: string;
  /** The System V segment that is mapped. */
  readonly segment?: number | undefined;
  readonly coverage: { readonly [K in keyof Coverage as `${K}Bytes`]: bigint };
  /** Processes that pages are shared copy-on-write with: the sources of its copy blocks. */
  readonly copiedFromPids: readonly number[];
}

export interface MemoryRow {
  readonly at: number;
  readonly pids: readonly number[];
  readonly names: string;
  /** Of a large one made as they are read. */
  readonly areas: Rows<AreaRow>;
  readonly total: AreaRow['coverage'];
  readonly sizeBytes: bigint;
}

export interface MapsRows {
  /** Made as they are read: the rows of one process at a time. */
  readonly memories: Rows<MemoryRow>;
}

const inBytes = (coverage: Coverage): AreaRow['coverage'] =>
  Object.fromEntries(
    Object.entries(coverage).map(([kind, count]) => [`${kind}Bytes`, count]),
  ) as unknown as AreaRow['coverage'];

function mapsRows({ checkpoint }: Image, filter: Filter): MapsRows {
  const wanted = new Set(wantedProcesses(checkpoint, filter).map(({ pid }) => pid));
  const pidsByMemory = holders(checkpoint.tasks, 'memory');
  const comms = commsOf(checkpoint);
  const segments = segmentsOf(checkpoint);
  const memories = [...checkpoint.memories.values()]
    .map((memory) => ({ memory, pids: pidsOf(memory, pidsByMemory) }))
    .filter(
      ({ pids }) =>
        filter.pids.length === 0 || pids.some((pid) => wanted.has(pid) || filter.pids.includes(pid)),
    )
    .sort((a, b) => (a.pids[0] ?? 0) - (b.pids[0] ?? 0));
  const row = ({ memory, pids }: (typeof memories)[number]): MemoryRow => ({
    ...memoryRow(checkpoint, memory, pidsByMemory, segments, filter),
    pids,
    names: memory.pagesOfPid === undefined ? pidNames(comms, pids) : `${memory.pagesOfPid} (pages alone)`,
  });
  return { memories: new LazyList(memories, row) };
}

function pidsOf(
  { id, pagesOfPid }: MemoryMap,
  byMemory: ReadonlyMap<number, readonly number[]>,
): readonly number[] {
  return byMemory.get(id) ?? (pagesOfPid === undefined ? [] : [pagesOfPid]);
}

function memoryRow(
  checkpoint: Checkpoint,
  memory: MemoryMap,
  pidsByMemory: ReadonlyMap<number, readonly number[]>,
  segments: Segments,
  filter: Filter,
): Omit<MemoryRow, 'pids' | 'names'> {
  let total = inBytes(noCoverage);
  let sizeBytes = 0n;
  const rows: AreaRow[] = [];
  const numbers: number[] = [];
  const make = (area: NamedArea) => areaOf(checkpoint, area, pidsByMemory, segments);
  for (const [number, area] of numberedAreas(checkpoint, memory)) {
    if (!isWantedType(filter, area.kind)) continue;
    const row = make(area);
    total = addCoverage(total, row.coverage);
    sizeBytes += area.end > area.start ? area.end - area.start : 0n;
    numbers.push(number);
    if (rows.length < keptAreas) rows.push(row);
  }
  const areas =
    numbers.length === rows.length
      ? rows
      : new LazyList(numbers, (number) => make(numberedArea(checkpoint, memory, number)));
  return { at: memory.at, areas, total, sizeBytes };
}

/** Of one address space; a row takes a kilobyte, and processes of this world have some thousand areas. */
const keptAreas = 10_000;

function areaOf(
  checkpoint: Checkpoint,
  area: NamedArea,
  pidsByMemory: ReadonlyMap<number, readonly number[]>,
  segments: Segments,
): AreaRow {
  const sources = new Set<number>();
  const coverage = coverageOf(checkpoint, area, ({ source }) => source !== undefined && sources.add(source));
  return {
    at: area.at,
    start: area.start,
    end: area.end,
    perms: area.kind === 'pages' ? '????' : area.perms,
    kind: area.kind,
    offsetBytes: area.offsetBytes,
    name: area.name,
    segment: segments.get(follow(checkpoint.files, area.mapped)?.inode ?? -1),
    coverage: inBytes(coverage),
    copiedFromPids: [...sources].flatMap((id) => pidsByMemory.get(id) ?? []),
  };
}

type Segments = ReadonlyMap<number, number>;

/** Ids of System V segments by what holds their content. */
const segmentsOf = ({ sharedMemories }: Checkpoint): Segments =>
  new Map(Array.from(sharedMemories.values(), ({ id, inode }) => [inode, id]));

const areaKinds: readonly MemoryArea['kind'][] = [
  ...(['anon', 'heap', 'stack', 'file', 'shm', 'vdso', 'vvar', 'vsyscall', 'aio', 'pages'] as const),
];

/** Sizes that are zero would hide those that are not. */
const sizeCell = (count: bigint): string => (count === 0n ? '' : bytesText(count));

function otherText(coverage: AreaRow['coverage']): string {
  const {
    zeroBytes,
    remapBytes,
    lazyBytes,
    externalBytes,
    cutBytes,
    guardBytes,
    sharedBytes: shared,
    unknownBytes,
  } = coverage;
  const parts = {
    shared,
    zero: zeroBytes,
    remapped: remapBytes,
    lazy: lazyBytes,
    external: externalBytes,
    'cut off': cutBytes,
    'guard pages': guardBytes,
    unknown: unknownBytes,
  };
  return Object.entries(parts)
    .filter(([, count]) => count > 0n)
    .map(([name, count]) => `${name} ${bytesText(count)}`)
    .join(', ');
}

function areaRow(
  { at, start, end, perms, name, segment, coverage, copiedFromPids }: AreaRow,
  pid: number | undefined,
): Row {
  const copied = copiedFromPids.length === 0 ? '' : ` ← ${copiedFromPids.join(',')}`;
  return {
    at,
    links: [
      ...(pid === undefined ? [] : [{ label: 'its content', pid, address: start }]),
      ...(segment === undefined ? [] : [toIpc('shm', segment, 'segment')]),
    ],
    cells: [
      `${start.toString(16).padStart(8, '0')}-${end.toString(16).padStart(8, '0')}`,
      perms,
      bytesText(end > start ? end - start : 0n),
      sizeCell(coverage.storedBytes),
      sizeCell(coverage.absentBytes),
      `${sizeCell(coverage.copyBytes)}${copied}`,
      otherText(coverage),
      name,
    ],
  };
}

function mapsTables({ memories }: MapsRows): Iterable<LongTable> {
  if (memories.length === 0) return [emptyTable('no memory')];
  return new LazyList(memories, ({ names, pids: [pid], areas, total, sizeBytes }) => ({
    title: names || 'memory of no process',
    columns: [
      { title: 'ADDRESSES' },
      { title: 'PERM' },
      { title: 'SIZE', align: 'right', drop: 2 },
      { title: 'STORED', align: 'right' },
      { title: 'ABSENT', align: 'right' },
      { title: 'COW', align: 'right', drop: 1 },
      { title: 'OTHER', drop: 3 },
      { title: 'WHAT', grows: true },
    ],
    rows: withTotal(new LazyList(areas, (area) => areaRow(area, pid)), {
      tone: 'dim',
      cells: [
        'total',
        '',
        bytesText(sizeBytes),
        sizeCell(total.storedBytes),
        sizeCell(total.absentBytes),
        sizeCell(total.copyBytes),
        otherText(total),
        plural(areas.length, 'area'),
      ],
    }),
  }));
}

function withTotal(rows: LazyList<AreaRow, Row>, total: Row): Rows<Row> {
  if (rows.length <= keptAreas) return [...rows, total];
  return {
    length: rows.length + 1,
    at: (index) => (index === rows.length ? total : rows.at(index)),
    *[Symbol.iterator]() {
      yield* rows;
      yield total;
    },
  };
}

export const mapsView: View<MapsRows> = {
  typeWords: areaKinds,
  rows: mapsRows,
  tables: mapsTables,
};
