/**
 * What the rehearsal meets on its way and only options or the host can answer: noted where the record is read,
 * so that no image is read twice. Made into conditions at the end.
 */
import type { Location } from '../../../diagnostic.ts';
import { type Entry, placeOf, textOf } from '../../../model/from-criu/image.ts';
import { areaStatus } from '../../../model/from-criu/memory.ts';
import type {
  CoreEntry,
  CredsEntry,
  RlimitEntry,
  SiginfoEntry,
  VmaEntry,
} from '../../../parse/generated/criu-descriptors.ts';

export interface Asked {
  /** Every capability of every thread, and the first core that has one. */
  capabilities: bigint;
  capabilitiesAt: Location | undefined;
  /** Extended states of the processor (XSTATE_BV of the xsave header). */
  states: bigint;
  statesAt: Location | undefined;
  filterAt: Location | undefined;
  /** The first thread that has no filter, that may gain privileges by exec, and that may not lower its niceness. */
  unfilteredAt: Location | undefined;
  mayGainAt: Location | undefined;
  withoutNiceAt: Location | undefined;
  /** Hard limits by number of setrlimit(2): the highest of each, and the first core that has limits. */
  readonly hardLimits: Map<number, bigint>;
  hardLimitsAt: Location | undefined;
  /** Of the core before: equal ones in a row are one object, and ask for nothing more. */
  lastLimits: readonly RlimitEntry[] | undefined;
  lastCredentials: CredsEntry | undefined;
  /** Whether a thread has fewer capabilities in its bounding set than kernels know. */
  dropsCapabilities: boolean;
  /** Profile or label → the first core that has it. */
  readonly profiles: Map<string, Location>;
  /** What is in a form that needs --deprecated. */
  readonly deprecated: { readonly what: string; readonly at: Location }[];
  /** Mounts whose master is not in the image. */
  readonly masters: { readonly master: number; readonly point: string; readonly at: Location }[];
  /** Owners of files that are not in the tree. */
  readonly owners: { readonly pid: number; readonly at: Location }[];
  /** The largest number of a thread that is above what CRIU raises the limit of pids to. */
  highestThread: { readonly tid: number; readonly at: Location } | undefined;
  readonly features: Map<AreaFeature, Location>;
  readonly unknownTypes: Map<number, Location>;
  readonly unknownStatus: Map<number, Location>;
  /** Bytes by size of page. */
  readonly hugeBytes: Map<bigint, { bytes: bigint; at: Location }>;
  /** The largest private area that counts against the memory of the host. */
  largestArea: { readonly bytes: bigint; readonly at: Location } | undefined;
  mostAreas: { readonly count: number; readonly at: Location } | undefined;
  /** Of each kind of memory, as limits count it, the task that has most of it. */
  readonly most: Map<MemoryKind, { readonly bytes: bigint; readonly at: Location }>;
  /** Timers of timer_create(2) and queued signals, each of which takes one of RLIMIT_SIGPENDING. */
  signals: { readonly count: number; readonly at: Location } | undefined;
  /** Of the first task that has some. */
  signalLimit: RlimitEntry | undefined;
  /** Regular files that are mapped to be run, by number. */
  readonly executed: Set<number>;
  /** The first 64-bit process without a vdso. */
  noVdsoAt: Location | undefined;
  /** The first task that would have to be moved into the control groups of whoever dumped it. */
  dumperGroupAt: Location | undefined;
}

/** All areas; those that are not shared; those of them that can be written, but for stacks; those locked in memory. */
export type MemoryKind = 'all' | 'private' | 'data' | 'locked';

export type AreaFeature = 'droppable' | 'shadow-stack' | 'plugin';

export const nothingAsked = (): Asked => ({
  capabilities: 0n,
  capabilitiesAt: undefined,
  states: 0n,
  statesAt: undefined,
  filterAt: undefined,
  unfilteredAt: undefined,
  mayGainAt: undefined,
  withoutNiceAt: undefined,
  hardLimits: new Map(),
  hardLimitsAt: undefined,
  lastLimits: undefined,
  lastCredentials: undefined,
  dropsCapabilities: false,
  most: new Map(),
  signals: undefined,
  signalLimit: undefined,
  executed: new Set(),
  profiles: new Map(),
  deprecated: [],
  masters: [],
  owners: [],
  highestThread: undefined,
  features: new Map(),
  unknownTypes: new Map(),
  unknownStatus: new Map(),
  hugeBytes: new Map(),
  largestArea: undefined,
  mostAreas: undefined,
  noVdsoAt: undefined,
  dumperGroupAt: undefined,
});

/** SECCOMP_MODE_FILTER. */
const filterMode = 2;

export function askOfCore(asked: Asked, core: Entry<'core_entry'>): void {
  const { thread_core: own, thread_info: registers, tc } = core.fields;
  const at = placeOf(core);
  const states = registers?.fpregs?.xsave?.xstate_bv ?? 0n;
  if ((states & ~asked.states) !== 0n) asked.statesAt = at;
  asked.states |= states;
  const seccomp = own?.seccomp_mode ?? tc?.old_seccomp_mode ?? 0;
  if (seccomp === filterMode) asked.filterAt ??= at;
  else asked.unfilteredAt ??= at;
  const limits = tc?.rlimits?.rlimits;
  if (limits !== undefined && limits !== asked.lastLimits) askOfLimits(asked, limits, at);
  asked.lastLimits = limits;
  askOfSignals(asked, core.fields, at);
  const { creds } = own ?? {};
  if (creds === undefined || creds === asked.lastCredentials) return;
  asked.lastCredentials = creds;
  if (creds.no_new_privs !== 1) asked.mayGainAt ??= at;
  if (((wordsOf(creds.cap_eff) >> sysNice) & 1n) === 0n) asked.withoutNiceAt ??= at;
  asked.dropsCapabilities ||= (allCapabilities & ~wordsOf(creds.cap_bnd)) !== 0n;
  for (const words of [creds.cap_inh, creds.cap_prm, creds.cap_eff, creds.cap_bnd]) {
    const set = wordsOf(words);
    if (set !== 0n) asked.capabilitiesAt ??= at;
    asked.capabilities |= set;
  }
  const profile = textOf(creds.lsm_profile);
  if (profile !== undefined && profile !== '' && !asked.profiles.has(profile))
    asked.profiles.set(profile, at);
}

/** CAP_SYS_NICE, and every capability up to CAP_CHECKPOINT_RESTORE. */
const sysNice = 23n;
const allCapabilities = (1n << 41n) - 1n;

/** RLIM_INFINITY, as unsigned 64 bits and as before 3.0. */
const endless = (1n << 64n) - 1n;

function askOfLimits(asked: Asked, limits: readonly RlimitEntry[], at: Location): void {
  if (limits.length > 0) asked.hardLimitsAt ??= at;
  for (const [index, { max = endless }] of limits.entries()) {
    const known = asked.hardLimits.get(index) ?? 0n;
    if (max > known) asked.hardLimits.set(index, max);
  }
}

/** asm-generic/resource.h: RLIMIT_SIGPENDING. */
const signalsPending = 11;

function askOfSignals(asked: Asked, { tc, thread_core: own }: CoreEntry, at: Location): void {
  const queued = [...(tc?.signals_s?.signals ?? []), ...(own?.signals_p?.signals ?? [])];
  const count = (tc?.timers?.posix?.length ?? 0) + queued.filter(isCounted).length;
  if (count === 0) return;
  asked.signals = { count: (asked.signals?.count ?? 0) + count, at: asked.signals?.at ?? at };
  asked.signalLimit ??= tc?.rlimits?.rlimits?.[signalsPending];
}

/**
 * Signals of real time are refused without room, others lose what came with them (kernel/signal.c,
 * __send_signal_locked).
 */
function isCounted({ siginfo = new Uint8Array() }: SiginfoEntry): boolean {
  return (
    siginfo.length >= 4 && new DataView(siginfo.buffer, siginfo.byteOffset).getInt32(0, true) >= firstRealTime
  );
}
/** asm-generic/signal.h, SIGRTMIN. */
const firstRealTime = 32;

const wordsOf = (words: readonly number[] | undefined): bigint =>
  (BigInt((words?.[1] ?? 0) >>> 0) << 32n) | BigInt((words?.[0] ?? 0) >>> 0);

// mmap(2), asm-generic/mman.h.
const map = { typeMask: 0xf, shared: 1, private: 2, sharedValidate: 3, droppable: 8 } as const;
const mapFlags = {
  growsDown: 0x100,
  locked: 0x2000,
  noReserve: 0x4000,
  huge: 0x4_0000,
  hugeShift: 26,
  hugeMask: 0x3f,
} as const;
const writable = 2;
const executable = 4;
const fileStatus = areaStatus.filePrivate | areaStatus.fileShared;
const defaultHugePage = 2n << 20n;

/** Types of mappings that some kernel has; what others would do is not known. */
const isKnownMapType = (type: number): boolean =>
  type === 0 || (type >= map.shared && type <= map.sharedValidate) || type === map.droppable;

const sizeOf = ({ start = 0n, end = 0n }: VmaEntry): bigint => (end > start ? end - start : 0n);
const isPrivate = ({ flags = 0 }: VmaEntry): boolean => (flags & map.typeMask) === map.private;
const hasFlag = ({ flags = 0 }: VmaEntry, flag: number): boolean => (flags & flag) !== 0;

/** mm.h, is_data_mapping. */
const memoryKinds = {
  all: () => true,
  private: isPrivate,
  data: (vma) => isPrivate(vma) && ((vma.prot ?? 0) & writable) !== 0 && !hasFlag(vma, mapFlags.growsDown),
  locked: (vma) => hasFlag(vma, mapFlags.locked),
} satisfies Record<MemoryKind, (vma: VmaEntry) => boolean>;

/** Where the addresses of 32-bit programs end. */
const end32 = 1n << 32n;

export function askOfAreas(asked: Asked, vmas: readonly VmaEntry[], at: Location): void {
  if (vmas.length > (asked.mostAreas?.count ?? 0)) asked.mostAreas = { count: vmas.length, at };
  for (const [kind, isOfKind] of Object.entries(memoryKinds) as [MemoryKind, (vma: VmaEntry) => boolean][]) {
    let bytes = 0n;
    for (const vma of vmas) if (isOfKind(vma)) bytes += sizeOf(vma);
    if (bytes > (asked.most.get(kind)?.bytes ?? 0n)) asked.most.set(kind, { bytes, at });
  }
  const isWide = vmas.some(({ start = 0n }) => start >= end32);
  const hasVdso = vmas.some(({ status = 0 }) => (status & areaStatus.vdso) !== 0);
  if (isWide && !hasVdso) asked.noVdsoAt ??= at;
  for (const vma of vmas) askOfArea(asked, vma, at);
}

/** An area that is mapped by its flags; those that were inherited at fork are not. */
export function askOfMapping({ unknownTypes }: Asked, { flags = 0 }: VmaEntry, at: Location): void {
  const type = flags & map.typeMask;
  if (!isKnownMapType(type) && !unknownTypes.has(type)) unknownTypes.set(type, at);
}

function askOfArea(asked: Asked, vma: VmaEntry, at: Location): void {
  const { start = 0n, end = 0n, flags = 0, status = 0, prot = 0, shmid = 0n } = vma;
  if ((prot & executable) !== 0 && (status & fileStatus) !== 0) asked.executed.add(Number(shmid));
  const type = flags & map.typeMask;
  const first = <Key>(where: Map<Key, Location>, key: Key) => {
    if (!where.has(key)) where.set(key, at);
  };
  if (type === map.droppable) first(asked.features, 'droppable');
  if ((status & areaStatus.shadowStack) !== 0) first(asked.features, 'shadow-stack');
  if ((status & areaStatus.plugin) !== 0) first(asked.features, 'plugin');
  const unknown = (status & ~knownStatus) >>> 0;
  if (unknown !== 0) first(asked.unknownStatus, unknown);
  const bytes = end - start;
  if ((flags & mapFlags.huge) !== 0) {
    const exponent = (flags >>> mapFlags.hugeShift) & mapFlags.hugeMask;
    const page = exponent === 0 ? defaultHugePage : 1n << BigInt(exponent);
    const known = asked.hugeBytes.get(page) ?? { bytes: 0n, at };
    asked.hugeBytes.set(page, { ...known, bytes: known.bytes + bytes });
    return;
  }
  // mm/mmap.c, accountable_mapping.
  const isCounted =
    type === map.private && (prot & writable) !== 0 && (flags & mapFlags.noReserve) === 0 && bytes > 0n;
  if (isCounted && bytes > (asked.largestArea?.bytes ?? 0n)) asked.largestArea = { bytes, at };
}

/** criu/include/image.h: VMA_*; the four highest bits are of CRIU's own work and never mean anything here. */
const knownStatus = Object.values(areaStatus).reduce<number>((all, bit) => all | bit, 0x1) | 0xf000_0000;
