/** summary: what the image is, how much of what it holds, and anything that a restore may stumble over. */

import { traitsOf } from '../../families/traits.ts';
import type { FamilyId } from '../../family-id.ts';
import { addCoverage, type Coverage, coverageOf, noCoverage } from '../../memory/coverage.ts';
import { type Footprint, footprintOf } from '../../memory/footprint.ts';
import type { Checkpoint, Process } from '../../model/checkpoint.ts';
import { follow, headOf, isDead } from '../../model/look-up.ts';
import type { Image } from '../image.ts';
import { properties, type Table } from '../table.ts';
import type { View } from '../view.ts';
import { bytesText, dateText, durationText, plural } from '../words.ts';
import { type EngineFacts, engineFacts, engineTable } from './container-facts.ts';
import { unusualThings } from './unusual.ts';

export interface MemoryByKind {
  readonly kind: string;
  readonly areas: number;
  readonly sizeBytes: bigint;
  readonly storedBytes: bigint;
  readonly copyBytes: bigint;
  readonly absentBytes: bigint;
  readonly otherBytes: bigint;
}

export interface SummaryRows {
  readonly image: {
    readonly name: string;
    readonly sizeBytes: bigint;
    readonly family: FamilyId;
    /** What kind of dump a CRIU directory is, by name and in words. */
    readonly kind: string | null;
    readonly title: string | null;
    readonly variant: string | null;
    readonly version: number | null;
    /** How the variant was told. */
    readonly evidence: string | null;
    readonly kernelLine: string | null;
    readonly restoredBy: string | null;
    /** How well the variant is known. */
    readonly knownFrom: string | null;
    readonly architecture: string;
    /** As stored, where it has no name. */
    readonly machineNumber: number | null;
    readonly pageSizeBytes: bigint;
    readonly hz: number | null;
    readonly takenNs: bigint | null;
  };
  /** What a container engine says; null where none wrote anything. */
  readonly engine: EngineFacts | null;
  readonly container: {
    readonly nodename: string | null;
    readonly release: string | null;
    readonly ageNs: bigint | null;
  };
  readonly counts: { readonly [thing: string]: number };
  readonly memory: readonly MemoryByKind[];
  /** What a restore takes. */
  readonly footprint: Footprint;
  readonly largest: readonly {
    readonly at: number;
    readonly pid: number;
    readonly comm: string;
    readonly storedBytes: bigint;
    readonly sizeBytes: bigint;
  }[];
  readonly unusual: readonly string[];
  readonly diagnostics: number;
}

const largestShown = 5;

function summaryRows(image: Image): SummaryRows {
  const { checkpoint, source, variant, problems } = image;
  const { container, image: facts } = checkpoint;
  const { byKind, largest } = memoryRows(checkpoint);
  return {
    image: {
      name: image.name,
      sizeBytes: BigInt(source.size),
      family: facts.family,
      kind: image.dump?.kind ?? null,
      title: image.dump?.title ?? null,
      variant: variant?.name ?? null,
      version: facts.version ?? null,
      evidence: variant?.evidence ?? null,
      kernelLine: variant?.kernelLine ?? null,
      restoredBy: variant?.restoredBy ?? null,
      knownFrom: variant?.knownFrom ?? null,
      architecture: facts.architecture,
      machineNumber: facts.architecture === 'unknown' ? (facts.machineNumber ?? null) : null,
      pageSizeBytes: BigInt(facts.pageSizeBytes),
      hz: facts.hz ?? null,
      takenNs: facts.takenNs ?? null,
    },
    engine: engineFacts(image.engine?.()),
    container: {
      nodename: container.uts.nodename ?? null,
      release: container.uts.release ?? null,
      ageNs: container.ageNs ?? null,
    },
    counts: countsOf(checkpoint),
    memory: byKind,
    footprint: footprintOf(checkpoint),
    largest: largest.slice(0, largestShown),
    unusual: unusualThings(checkpoint),
    diagnostics: problems.count,
  };
}

function countsOf(checkpoint: Checkpoint): SummaryRows['counts'] {
  const { tasks, processes, network } = checkpoint;
  return {
    processes: processes.length,
    threads: tasks.length,
    zombies: tasks.filter(isDead).length,
    sessions: new Set(tasks.map(({ sid }) => sid)).size,
    groups: new Set(tasks.map(({ pgid }) => pgid)).size,
    memories: checkpoint.memories.size,
    ...openCounts(checkpoint),
    sockets: checkpoint.sockets.size,
    terminals: checkpoint.ttys.size,
    semaphoreSets: checkpoint.semaphoreSets.length,
    messageQueues: checkpoint.messageQueues.length,
    sharedMemories: checkpoint.sharedMemories.size,
    mounts: checkpoint.mounts.size,
    netDevices: network.devices.length,
  };
}

/** Descriptors of all tables, and the open files that they stand for: equal ones are one. */
function openCounts({ fdTables }: Checkpoint): { readonly descriptors: number; readonly openFiles: number } {
  let descriptors = 0;
  const opened = new Set<number>();
  for (const table of fdTables.values()) {
    for (const descriptor of table.descriptors) {
      descriptors++;
      if (descriptor.opened !== undefined) opened.add(descriptor.opened);
    }
  }
  return { descriptors, openFiles: opened.size };
}

interface Sums {
  areas: number;
  size: bigint;
  coverage: Coverage;
}

function memoryRows(checkpoint: Checkpoint) {
  const kinds = new Map<string, Sums>();
  const byMemory = new Map<number, { stored: bigint; size: bigint }>();
  for (const memory of checkpoint.memories.values()) {
    let stored = 0n;
    let size = 0n;
    for (const area of memory.areas) {
      const coverage = coverageOf(checkpoint, area);
      const sums = kinds.get(area.kind) ?? { areas: 0, size: 0n, coverage: noCoverage };
      const areaSize = area.end > area.start ? area.end - area.start : 0n;
      kinds.set(area.kind, {
        areas: sums.areas + 1,
        size: sums.size + areaSize,
        coverage: addCoverage(sums.coverage, coverage),
      });
      stored += coverage.stored;
      size += areaSize;
    }
    byMemory.set(memory.id, { stored, size });
  }
  return { byKind: [...kinds].map(kindRow), largest: largestProcesses(checkpoint, byMemory) };
}

const kindRow = ([kind, { areas, size, coverage }]: [string, Sums]): MemoryByKind => ({
  kind,
  areas,
  sizeBytes: size,
  storedBytes: coverage.stored,
  copyBytes: coverage.copy,
  absentBytes: coverage.absent,
  otherBytes:
    coverage.zero +
    coverage.remap +
    coverage.lazy +
    coverage.external +
    coverage.cut +
    coverage.guard +
    coverage.shared +
    coverage.unknown,
});

function largestProcesses(
  { processes }: Checkpoint,
  byMemory: ReadonlyMap<number, { readonly stored: bigint; readonly size: bigint }>,
): SummaryRows['largest'] {
  const rows = processes.flatMap((process: Process) => {
    const { pid } = process;
    const task = headOf(process);
    const sizes = follow(byMemory, task?.memory);
    if (!task || !sizes) return [];
    return [{ at: task.at, pid, comm: task.comm, storedBytes: sizes.stored, sizeBytes: sizes.size }];
  });
  return rows.sort((a, b) => Number(b.storedBytes - a.storedBytes) || a.pid - b.pid);
}

function summaryTables(rows: SummaryRows): readonly Table[] {
  const engine = rows.engine === null ? [] : [engineTable(rows.engine)];
  return [
    ...engine,
    imageTable(rows),
    countTable(rows),
    memoryTable(rows),
    largestTable(rows),
    unusualTable(rows),
  ];
}

/** Needs no words. */
const fullDump = 'full dump';

function imageTable({ image, container, diagnostics }: SummaryRows): Table {
  const { variant, evidence, version } = image;
  const word = version === null ? '' : `version 0x${version.toString(16).padStart(3, '0')}`;
  const { isContainer } = traitsOf(image.family);
  const isMore = image.title !== null && image.title !== fullDump;
  return properties(isMore ? `${image.name}: ${image.title}` : image.name, [
    ['size', `${bytesText(image.sizeBytes)} (${image.sizeBytes} bytes)`],
    ['variant', variant === null ? `unknown ${image.family} variant, ${word}` : `${variant} (${evidence})`],
    image.kernelLine === null
      ? undefined
      : [
          'kernel line',
          `${image.kernelLine}; layouts known from ${image.knownFrom}; restored by ${image.restoredBy}`,
        ],
    container.release === null ? undefined : ['kernel', container.release],
    [
      'machine',
      `${image.architecture}${image.machineNumber === null ? '' : ` (number ${image.machineNumber})`}, pages of ${image.pageSizeBytes} bytes${image.hz === null ? '' : `, HZ ${image.hz}`}`,
    ],
    image.takenNs === null ? undefined : ['taken', dateText(image.takenNs) ?? String(image.takenNs)],
    ['host name', container.nodename ?? (isContainer ? 'none' : 'not in the image')],
    container.ageNs === null
      ? undefined
      : [isContainer ? 'container age' : 'CLOCK_MONOTONIC', durationText(container.ageNs)],
    ['diagnostics', diagnostics === 0 ? 'none while reading it' : String(diagnostics)],
  ]);
}

/** Between nothing and all of what may be shared copy-on-write. */
function footprintText({ leastBytes, mostBytes, sharedBytes, elsewhereBytes }: Footprint): string {
  const range =
    leastBytes === mostBytes ? bytesText(mostBytes) : `${bytesText(leastBytes)} to ${bytesText(mostBytes)}`;
  const shared = sharedBytes === 0n ? '' : `, ${bytesText(sharedBytes)} of it seen by all that map it`;
  const elsewhere = elsewhereBytes === 0n ? '' : `, ${bytesText(elsewhereBytes)} of it from elsewhere`;
  return `a restore takes ${range}${shared}${elsewhere}`;
}

function countTable({ counts, image, footprint }: SummaryRows): Table {
  const { isContainer } = traitsOf(image.family);
  const c = (thing: string) => counts[thing] ?? 0;
  return properties('Contents', [
    [
      'processes',
      `${c('processes')} with ${plural(c('threads'), 'thread')}, ${plural(c('zombies'), 'zombie')}, ` +
        `${plural(c('sessions'), 'session')}, ${plural(c('groups'), 'group')}`,
    ],
    ['memory', `${plural(c('memories'), 'address space')}; ${footprintText(footprint)}`],
    [
      'files',
      `${plural(c('descriptors'), 'descriptor')} of ${plural(c('openFiles'), 'open file')}, ` +
        `${plural(c('sockets'), 'socket')}, ${plural(c('terminals'), 'terminal')}`,
    ],
    [
      'ipc',
      `${plural(c('semaphoreSets'), 'semaphore set')}, ${plural(c('messageQueues'), 'message queue')}, ` +
        `${plural(c('sharedMemories'), 'shared memory', 'shared memories')}`,
    ],
    [
      'around',
      !isContainer && c('mounts') + c('netDevices') === 0
        ? 'mounts and network devices are not in the image'
        : `${plural(c('mounts'), 'mount')}, ${plural(c('netDevices'), 'network device')}`,
    ],
  ]);
}

const memoryTable = ({ memory }: SummaryRows): Table => ({
  title: 'Memory by kind',
  columns: ['KIND', 'AREAS', 'SIZE', 'STORED', 'COW', 'ABSENT', 'OTHER'].map((title, index) => ({
    title,
    ...(index > 0 && { align: 'right' as const }),
  })),
  rows: memory.map(({ kind, areas, sizeBytes, storedBytes, copyBytes, absentBytes, otherBytes }) => ({
    cells: [
      kind,
      String(areas),
      ...[sizeBytes, storedBytes, copyBytes, absentBytes, otherBytes].map(bytesText),
    ],
  })),
  empty: 'none',
});

const largestTable = ({ largest }: SummaryRows): Table => ({
  title: 'Largest processes',
  columns: [
    { title: 'PID', align: 'right' },
    { title: 'COMM' },
    { title: 'STORED', align: 'right' },
    { title: 'SIZE', align: 'right' },
  ],
  rows: largest.map(({ at, pid, comm, storedBytes, sizeBytes }) => ({
    at,
    cells: [String(pid), comm, bytesText(storedBytes), bytesText(sizeBytes)],
  })),
  empty: 'none',
});

const unusualTable = ({ unusual }: SummaryRows): Table => ({
  title: 'Unusual',
  columns: [{ title: '', grows: true }],
  rows: unusual.map((sentence) => ({ cells: [sentence] })),
  empty: 'nothing',
});

export const summaryView: View<SummaryRows> = {
  rows: summaryRows,
  tables: summaryTables,
};
