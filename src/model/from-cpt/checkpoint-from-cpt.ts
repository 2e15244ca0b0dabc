/**
 * CPT image → checkpoint, in one pass over the records. Reads headers, names and small lists; never pages,
 * messages or packets.
 */
import { BoundedReport, type Report } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { readCptRecords } from '../../parse/cpt/read.ts';
import type { AnyObject, AnyRecord, ObjectRecord, SectionRecord } from '../../parse/cpt/record.ts';
import { type CptKind, type ImageHeaderFields, osArch } from '../../parse/generated/cpt-records.ts';
import { type Checkpoint, type Compactness, groupTasks, type ImageFacts } from '../checkpoint.ts';
import { type CheckpointDraft, emptyDraft } from '../checkpoint-draft.ts';
import { modelDiagnostic } from '../codes.ts';
import { headOf } from '../look-up.ts';
import { connTrackCollectors } from './conntrack.ts';
import { containerCollectors, fillCgroup } from './container.ts';
import {
  type Collect,
  type Collectors,
  type Context,
  isTopLevel,
  rangeOf,
  reportAt,
  reportUnsettled,
} from './context.ts';
import { countCpuTimersDown } from './cpu-timers.ts';
import { fileCollectors } from './files.ts';
import { inodeCollectors } from './inodes.ts';
import { ipcCollectors } from './ipc.ts';
import { memoryCollectors } from './memory.ts';
import { networkCollectors } from './network.ts';
import { memoryTables, reportDanglingRows } from './page-rows.ts';
import { registerCollectors } from './registers.ts';
import { isRead } from './sections.ts';
import { sharedCollectors } from './shared-kinds.ts';
import { signalCollectors } from './signals.ts';
import { bufferCollectors } from './socket-buffers.ts';
import { socketCollectors } from './sockets.ts';
import { type CptTask, plainTask } from './task.ts';
import { taskCollectors } from './tasks.ts';
import { tickNs, versionRules } from './version-rules.ts';
import { watchCollectors } from './watches.ts';

export interface CptModelOptions extends Compactness {
  /** Unit of start times and real timers, where it is known to be another than the version says. */
  readonly startTimes?: 'jiffies' | 'timespec';
  /** Sees every record, for what has no place in the checkpoint; `isRead`: a restorer reads the section that it is in. */
  readonly onRecord?: (record: AnyRecord, isRead: boolean) => void;
}

/**
 * Reads the whole image. Problems inside it are reported and what they concern is left out of the
 * checkpoint. Throws an ImageError when the file is no CPT image, and the errors of the system calls
 * behind `source`.
 */
export function checkpointFromCpt(
  source: ByteSource,
  hears: Report,
  options: CptModelOptions = {},
): Checkpoint {
  const bounded = new BoundedReport(hears);
  const { report } = bounded;
  const records = readCptRecords(source, report);
  const first = records.next();
  if (first.done || first.value.kind !== 'image') throw new Error('an image starts with its header');
  const context = contextFor({ source, report, header: first.value.fields, options });
  options.onRecord?.(first.value, true);
  for (const record of records) {
    collect(context, record);
    options.onRecord?.(record, !context.isSkipping);
  }
  countOpaque(context);
  reportUnsettled(context);
  reportDanglingRows(context.tables, context.model, report);
  countCpuTimersDown(context.model, context.tickNs);
  const { tasks } = context.model;
  if (options.isCompact !== true)
    for (const [index, task] of tasks.entries()) tasks[index] = plainTask(task as CptTask);
  const processes = groupTasks(tasks, options);
  for (const process of processes) {
    const { at } = headOf(process);
    if (process.leader === undefined) reportLeader(report, process.pid, at);
  }
  bounded.end();
  return { ...context.model, processes };
}

interface Input extends Pick<Context, 'source' | 'report' | 'header'> {
  readonly options: CptModelOptions;
}

function contextFor({ source, report, header, options }: Input): Context {
  const model = emptyModel(header);
  const rules = versionRules(header.imageVersion);
  const countsJiffies = options.startTimes ? options.startTimes === 'jiffies' : rules.countsJiffies;
  return {
    source,
    report,
    rules: { ...rules, countsJiffies },
    header,
    tickNs: tickNs(header.hz),
    model,
    tables: memoryTables(model),
    drafts: [],
    pending: new Map(),
    isSkipping: false,
    lastTask: undefined,
    registers: { buffer: new BigUint64Array(0), used: 0 },
    interned: new Map(),
    latest: new Map(),
    opaqueCounts: new Map(),
  };
}

function emptyModel(header: ImageHeaderFields): CheckpointDraft {
  return emptyDraft({
    image: factsOf(header),
    container: {
      features: BigInt(header.veFeatures) | (BigInt(header.veFeatures2) << 32n),
      iptablesMask: header.iptablesMask,
      uts: {},
    },
  });
}

const architectures: ReadonlyMap<number, ImageFacts['architecture']> = new Map([
  [osArch.i386, 'i386'],
  [osArch.emt64, 'x86_64'],
  [osArch.ia64, 'ia64'],
]);

function factsOf(header: ImageHeaderFields): ImageFacts {
  return {
    family: 'cpt',
    version: header.imageVersion,
    architecture: architectures.get(header.osArch) ?? 'unknown',
    machineNumber: header.osArch,
    pageSizeBytes: isPageSize(header.pagesize) ? header.pagesize : usualPageBytes,
    hz: header.hz,
    tickNs: tickNs(header.hz),
    takenNs: BigInt(header.startSec) * 1_000_000_000n + BigInt(header.startNsec),
    takenTicks: header.startJiffies64,
    cpuFeatures: [...header.cpuCaps],
    kernelConfig: [...header.kernelConfig],
  };
}

function collect(context: Context, record: AnyRecord): void {
  // What the last record of this depth became is no parent for what comes now.
  context.drafts[record.depth] = undefined;
  if (record.kind === 'section') {
    enterSection(context, record);
    return;
  }
  if (context.isSkipping) return;
  switch (record.kind) {
    case 'image':
      return;
    case 'unknown':
      keepOpaque(context, record);
      return;
    case 'raw':
      if (record.parent?.kind === 'cgroup') fillCgroup(context, record);
      else keepOpaque(context, record);
      return;
    default:
      collectObject(context, record);
  }
}

/** Restoring kernels find sections by number, so what lies under another number is as good as absent. */
function enterSection(context: Context, section: SectionRecord): void {
  context.isSkipping = !isRead(section.fields.section);
  if (!context.isSkipping) return;
  const message = `section type ${section.fields.section} is one that no restoring kernel looks for`;
  reportAt(context, section, 'ignored-section', message);
}

/**
 * The one place that forgets which kind a record has; the table below keeps kinds and collectors
 * together.
 */
function collectObject(context: Context, record: AnyObject): void {
  (collectors[record.kind] as (context: Context, record: AnyObject) => void)(context, record);
}

/** Carried, but not understood: records of the resource manager, and kinds that no known kernel writes. */
function keepOpaque(context: Context, record: AnyRecord): void {
  const { kind, offset } = record;
  const count = (context.opaqueCounts.get(kind) ?? 0) + 1;
  context.opaqueCounts.set(kind, count);
  if (count <= limits.opaqueRecords)
    context.model.opaque.push({ at: offset, kind, content: rangeOf(record) });
}

function countOpaque({ model, opaqueCounts }: Context): void {
  for (const [kind, count] of opaqueCounts) {
    const last = model.opaque.findLastIndex((one) => one.kind === kind);
    const opaque = model.opaque[last];
    if (opaque !== undefined && count > limits.opaqueRecords)
      model.opaque[last] = { ...opaque, more: count - limits.opaqueRecords };
  }
}

const collectTrailer: Collect<'trailer'> = (context, record) => {
  const { num64bit, lazypages } = record.fields;
  context.model.image = { ...context.model.image, tasks64bit: num64bit, lazyPages: lazypages };
};

const collectVsyscall: Collect<'vsyscall'> = (context, record) => {
  if (!isTopLevel(context, record)) return;
  if (context.model.container.vsyscallPage)
    reportAt(context, record, 'duplicate-record', 'a second vsyscall page');
  context.model.container.vsyscallPage = rangeOf(record);
};

const opaqueCollectors = {
  slm_sgreg: keepOpaque,
  slm_regobj: keepOpaque,
  slm_mm: keepOpaque,
  vfsmount_ref: keepOpaque,
  vfsmount_missed_ref: keepOpaque,
  bind_mnt: keepOpaque,
} satisfies Collectors;

/** Every kind has its row: one that is forgotten does not compile. */
const collectors = {
  ...taskCollectors,
  ...registerCollectors,
  ...signalCollectors,
  ...memoryCollectors,
  ...fileCollectors,
  ...inodeCollectors,
  ...watchCollectors,
  ...socketCollectors,
  ...bufferCollectors,
  ...networkCollectors,
  ...connTrackCollectors,
  ...ipcCollectors,
  ...containerCollectors,
  ...sharedCollectors,
  ...opaqueCollectors,
  trailer: collectTrailer,
  vsyscall: collectVsyscall,
} satisfies { readonly [K in CptKind]: (context: Context, record: ObjectRecord<K>) => void };

function reportLeader(report: Report, pid: number, offset: number): void {
  const message = `no task has the pid ${pid} of its thread group`;
  report(modelDiagnostic('missing-leader', message, { offset, path: 'TASKS/task' }));
}

/** Of every machine that OpenVZ ran on but ia64, which had a choice (CONFIG_IA64_PAGE_SIZE_*). */
const usualPageBytes = 4096;

/** A header that was changed may say anything; what divides by it needs a size that pages can have. */
const isPageSize = (bytes: number): boolean => bytes >= usualPageBytes && (bytes & (bytes - 1)) === 0;
