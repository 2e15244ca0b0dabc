/** The first pass: reads all records once and collects the facts that steps need. */
import type { Report } from '../../diagnostic.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { CptDetector, type Detected } from '../../parse/cpt/detect.ts';
import { readCptRecords } from '../../parse/cpt/read.ts';
import type { AnyRecord, ObjectRecord } from '../../parse/cpt/record.ts';
import { dentryFlag } from '../../parse/generated/cpt-records.ts';
import { type Facts, timespecToNs } from './facts.ts';
import { hasExited, isStopped } from './task-state.ts';

const pageBytes = 4096n;

/** SIG_DFL is 0, SIG_IGN 1; anything above is a function. */
const signalIgnore = 1n;

/** What the image itself tells; the user's choices are added by the caller. */
export interface Survey {
  readonly detected: Detected | undefined;
  readonly facts: Omit<Facts, 'variant' | 'target' | 'startTimes' | 'allowed' | 'signalFrames'>;
  readonly startTimes: StartTimeEvidence;
  readonly recordCount: number;
}

/** Raw material for deciding in which unit start times are stored. */
export interface StartTimeEvidence {
  /** Stored value of every task, init included. */
  readonly values: readonly bigint[];
  /** Age of the container at the dump as VEINFO has it; undefined without one. */
  readonly ageNs: bigint | undefined;
}

/** Facts under construction. */
interface Draft {
  version: number;
  osArch: number;
  hz: number;
  suspendedAtNs: bigint;
  initCapabilities: bigint;
  firstNamespace: number | undefined;
  ageNs: bigint | undefined;
  readonly shm: { largestBytes: bigint; pages: bigint };
  readonly pids: Set<number>;
  readonly memory: Map<number, { is64Bit: boolean; hasHandlers: boolean; restorers: Set<bigint> }>;
  readonly restorers: Map<number, Set<bigint>>;
  readonly stoppedGroups: Set<number>;
  readonly runningGroups: Set<number>;
  readonly groups: Map<number, { pgrp: number; session: number }>;
  readonly newFiles: Map<number, number>;
  readonly cgroupMounts: Set<number>;
  readonly startTimes: bigint[];
  mountNames: { mount: number; count: number };
}

export function surveyCpt(
  records: Iterable<AnyRecord>,
  source: ByteSource,
  progress: (offset: number) => void = () => {},
): Survey {
  const draft = emptyDraft();
  const detector = new CptDetector();
  let recordCount = 0;
  for (const record of records) {
    recordCount++;
    detector.see(record);
    collect(draft, record, source);
    progress(record.offset);
  }
  for (const group of draft.runningGroups) draft.stoppedGroups.delete(group);
  const { ageNs, startTimes, ...facts } = draft;
  return { detected: detector.decide(), facts, startTimes: { values: startTimes, ageNs }, recordCount };
}

/** The survey of an image that is read from its own bytes. */
export const surveyCptSource = (
  source: ByteSource,
  report: Report,
  progress?: (offset: number) => void,
): Survey => surveyCpt(readCptRecords(source, report), source, progress);

function emptyDraft(): Draft {
  return {
    version: 0,
    osArch: 0,
    hz: 0,
    suspendedAtNs: 0n,
    initCapabilities: 0n,
    firstNamespace: undefined,
    ageNs: undefined,
    shm: { largestBytes: 0n, pages: 0n },
    pids: new Set(),
    memory: new Map(),
    restorers: new Map(),
    stoppedGroups: new Set(),
    runningGroups: new Set(),
    groups: new Map(),
    newFiles: new Map(),
    cgroupMounts: new Set(),
    startTimes: [],
    mountNames: { mount: -1, count: 0 },
  };
}

function collect(draft: Draft, record: AnyRecord, source: ByteSource): void {
  if (record.kind === 'image') {
    draft.version = record.fields.imageVersion;
    draft.osArch = record.fields.osArch;
    draft.hz = record.fields.hz;
    draft.suspendedAtNs = BigInt(record.fields.startSec) * 1_000_000_000n + BigInt(record.fields.startNsec);
  } else if (record.kind === 'veinfo') draft.ageNs = timespecToNs(record.fields.startTimespecDelta);
  else if (record.kind === 'namespace') draft.firstNamespace ??= record.offset;
  else if (record.kind === 'task') collectTask(draft, record);
  else if (record.kind === 'sighandler') collectRestorer(draft, record);
  else if (record.kind === 'file') collectFile(draft, record);
  else if (record.kind === 'name') collectMountName(draft, record, source);
  else if (record.kind === 'sysv_shm') {
    const { segsz } = record.fields;
    if (segsz > draft.shm.largestBytes) draft.shm.largestBytes = segsz;
    draft.shm.pages += (segsz + pageBytes - 1n) / pageBytes;
  }
}

function collectTask(draft: Draft, { fields }: ObjectRecord<'task'>): void {
  draft.pids.add(fields.pid);
  draft.startTimes.push(fields.starttime);
  if (fields.pid === 1)
    draft.initCapabilities = draft.version < 0x400 ? fields.ecap & 0xffffffffn : fields.ecap;
  const signal = Number(fields.signal);
  draft.groups.set(signal, { pgrp: fields.pgrp, session: fields.session });
  if (isStopped(fields.state)) draft.stoppedGroups.add(signal);
  else if (!hasExited(fields.state)) draft.runningGroups.add(signal);
  const mm = Number(fields.mm);
  const use = draft.memory.get(mm) ?? { is64Bit: false, hasHandlers: false, restorers: new Set() };
  draft.memory.set(mm, use);
  use.is64Bit ||= fields.is64bit !== 0;
  const restorers = draft.restorers.get(Number(fields.sighand));
  use.hasHandlers ||= restorers !== undefined;
  for (const restorer of restorers ?? []) use.restorers.add(restorer);
}

function collectRestorer(draft: Draft, { fields, parent }: ObjectRecord<'sighandler'>): void {
  if (!parent || fields.handler <= signalIgnore) return;
  const restorers = draft.restorers.get(parent.offset) ?? new Set();
  draft.restorers.set(parent.offset, restorers);
  if (fields.restorer !== 0n) restorers.add(fields.restorer);
}

function collectFile(draft: Draft, { offset, fields }: ObjectRecord<'file'>): void {
  const { signalfd, timerfd, eventfd, fakefile } = dentryFlag;
  if (fields.lflags & (signalfd | timerfd | eventfd | fakefile)) draft.newFiles.set(offset, fields.lflags);
}

/** A mount holds its device, mount point and file system type as names, in this order. */
function collectMountName(draft: Draft, { parent, payload }: ObjectRecord<'name'>, source: ByteSource): void {
  if (parent?.kind !== 'vfsmount' || payload.length > 4096) return;
  if (draft.mountNames.mount !== parent.offset) draft.mountNames = { mount: parent.offset, count: 0 };
  const index = draft.mountNames.count++;
  const bytes = 'bytes' in payload ? payload.bytes : source.view(payload.offset, payload.length);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString('latin1')
    .replace(/\0.*$/s, '');
  if (index === 2 && text === 'cgroup') draft.cgroupMounts.add(parent.offset);
}
