/** stats: what the dump cost, and the counters that tasks and network devices had run up. */
import { traitsOf } from '../../families/traits.ts';
import { smaller } from '../../model/bigint.ts';
import type { CpuUsage, NamedNumbers } from '../../model/checkpoint.ts';
import { type Filter, wantedProcesses } from '../filter.ts';
import type { Image } from '../image.ts';
import type { RunStatistics } from '../run-statistics.ts';
import { emptyTable, properties, type Table } from '../table.ts';
import type { View } from '../view.ts';
import { bytesText, durationText } from '../words.ts';

export interface StatsRows extends RunStatistics {
  readonly pageSizeBytes: bigint;
  /** Of each thread, since it was started; only CPT images have them. */
  readonly tasks: readonly {
    readonly at: number;
    readonly pid: number;
    readonly comm: string;
    readonly minorFaults: bigint;
    readonly majorFaults: bigint;
    readonly voluntarySwitches: bigint;
    readonly involuntarySwitches: bigint;
  }[];
  /** By the names of `struct net_device_stats`; only CPT images have them. */
  readonly devices: readonly {
    readonly at: number;
    readonly name: string;
    readonly counters: NamedNumbers;
  }[];
}

function statsRows({ checkpoint, statistics }: Image, filter: Filter): StatsRows {
  const { image, network } = checkpoint;
  const tasks = !traitsOf(image.family).hasUsage
    ? []
    : wantedProcesses(checkpoint, filter).flatMap((one) => one.tasks);
  return {
    ...(statistics?.dump && { dump: statistics.dump }),
    ...(statistics?.restore && { restore: statistics.restore }),
    pageSizeBytes: BigInt(image.pageSizeBytes),
    tasks: tasks.map(({ at, pid, comm, usage }) => ({ at, pid, comm, ...countersOf(usage) })),
    devices: network.devices.flatMap(({ at, name, stats }) =>
      stats === undefined ? [] : [{ at, name, counters: stats }],
    ),
  };
}

const countersOf = ({ minFlt, majFlt, nvcsw, nivcsw }: CpuUsage) => ({
  minorFaults: minFlt,
  majorFaults: majFlt,
  voluntarySwitches: nvcsw,
  involuntarySwitches: nivcsw,
});

function statsTables(rows: StatsRows): readonly Table[] {
  const tables = [
    ...(rows.dump ? [dumpTable(rows.dump, rows.pageSizeBytes)] : []),
    ...(rows.restore ? [restoreTable(rows.restore, rows.pageSizeBytes)] : []),
    ...(rows.tasks.length === 0 ? [] : [taskTable(rows.tasks)]),
    ...(rows.devices.length === 0 ? [] : [deviceTable(rows.devices)]),
  ];
  return tables.length === 0 ? [emptyTable('no statistics in the image')] : tables;
}

function dumpTable(dump: NonNullable<StatsRows['dump']>, pageSize: bigint): Table {
  const pages = pagesIn(pageSize);
  const { lazyPages = 0n, sharedScannedPages = 0n, sharedInParentPages = 0n, sharedWrittenPages = 0n } = dump;
  return properties('The dump', [
    ['stopping all tasks', timeText(dump.freezingNs)],
    ['stopped', `${timeText(dump.frozenNs)}: so long the program stood still`],
    ['reading memory', timeText(dump.memoryDumpNs)],
    ['writing memory', timeText(dump.memoryWriteNs)],
    ['pages looked at', pages(dump.scannedPages)],
    ['pages written', pages(dump.writtenPages) + shareText(dump.writtenPages, dump.scannedPages)],
    dump.inParentPages === 0n ? undefined : ['unchanged since the last dump', pages(dump.inParentPages)],
    lazyPages === 0n ? undefined : ['left for a page server', pages(lazyPages)],
    sharedScannedPages === 0n ? undefined : ['shared pages looked at', pages(sharedScannedPages)],
    sharedScannedPages === 0n ? undefined : ['shared pages written', pages(sharedWrittenPages)],
    sharedInParentPages === 0n ? undefined : ['shared pages unchanged', pages(sharedInParentPages)],
  ]);
}

function restoreTable(restore: NonNullable<StatsRows['restore']>, pageSize: bigint): Table {
  const pages = pagesIn(pageSize);
  const { restoredPages } = restore;
  return properties('A restore from this directory', [
    ['creating tasks', timeText(restore.forkingNs)],
    ['altogether', timeText(restore.restoreNs)],
    restoredPages === undefined ? undefined : ['pages restored', pages(restoredPages)],
    ['pages compared with those of the parent', pages(restore.comparedPages)],
    ['pages left shared with the parent', pages(restore.skippedPages)],
  ]);
}

/** CRIU counts microseconds: below a second, three digits more than of longer times. */
const timeText = (ns: bigint): string =>
  ns >= 1_000_000n && ns < 1_000_000_000n ? `${Number(ns / 1000n) / 1000} ms` : durationText(ns);

const pagesIn = (pageSize: bigint) => (count: bigint) => `${count} (${bytesText(count * pageSize)})`;

const shareText = (part: bigint, whole: bigint): string =>
  whole === 0n ? '' : `, ${smaller((part * 100n) / whole, 100n)} %`;

const taskTable = (tasks: StatsRows['tasks']): Table => ({
  title: 'Tasks',
  columns: [
    { title: 'PID', align: 'right' },
    { title: 'COMM' },
    { title: 'MINOR FAULTS', align: 'right' },
    { title: 'MAJOR FAULTS', align: 'right' },
    { title: 'SWITCHES', align: 'right' },
    { title: 'FORCED', align: 'right' },
  ],
  rows: tasks.map((task) => ({
    at: task.at,
    cells: [
      String(task.pid),
      task.comm,
      ...[task.minorFaults, task.majorFaults, task.voluntarySwitches, task.involuntarySwitches].map(String),
    ],
  })),
});

/** Counters that are zero are left out. */
function deviceTable(devices: StatsRows['devices']): Table {
  return {
    title: 'Network devices',
    columns: [{ title: 'NAME' }, { title: 'COUNTERS', grows: true }],
    rows: devices.map(({ at, name, counters }) => ({
      at,
      cells: [
        name,
        Object.entries(counters)
          .filter(([, count]) => typeof count !== 'object' && BigInt(count) !== 0n)
          .map(([counter, count]) => `${counter} ${count}`)
          .join(', ') || 'all zero',
      ],
    })),
  };
}

export const statsView: View<StatsRows> = {
  rows: statsRows,
  tables: statsTables,
};
