/**
 * Everything that is known to differ between OpenVZ kernels, one row each. A row is carried out by a step (its
 * `rows` list says so), by what `by` names, or not at all for the reason in `notConverted`; a test holds this
 * to be true of all.
 */
import type { ConvertCode } from '../codes.ts';

export interface CptRow {
  readonly title: string;
  /** Why no step carries it out, and why that is right. */
  readonly notConverted?: string;
  /** The file of this folder that carries it out on every route. */
  readonly by?: string;
  /** What an image that cannot be converted for it is called; `cannot-express` where nothing is said. */
  readonly refusal?: ConvertCode;
}

const missingPages = { by: 'self-contained.ts', refusal: 'not-self-contained' } as const;

const rows = {
  H1: { title: 'feature mask of the container' },
  H2: { title: 'sections of newer kernels' },
  H3: { title: 'tick rate', by: 'rescale-hz.ts' },
  V1: { title: 'length of the container record' },
  V2: { title: 'last pid' },
  V3: { title: 'randomize_va_space' },
  V4: { title: 'pid_max of the container' },
  V5: { title: 'boot-based age of the container' },
  V6: { title: 'AIO limit and capability bound of the container' },
  V7: { title: 'shared memory limits' },
  U1: { title: 'beancounter values' },
  U2: { title: 'number of beancounter resources' },
  U3: { title: 'beancounter flags' },
  U4: { title: 'sub-beancounters', notConverted: 'sub-beancounters are carried; 2.6.32 kernels skip them' },
  U5: { title: 'physical page limit' },
  N1: { title: 'third UTS name' },
  N2: { title: 'UTS names', notConverted: 'the two writable names are the same in all versions' },
  T1: { title: 'length of the task record' },
  T1a: {
    title: 'short task records',
    notConverted: 'every step writes the exact header length of its variant',
  },
  T2: { title: 'process start times and interval timers' },
  T3: { title: 'restart blocks of sleeping tasks' },
  T4: { title: 'restart blocks of poll' },
  T5: { title: 'restart blocks of futex and CPU clock sleeps' },
  T6: { title: 'stopped tasks' },
  T7: { title: 'traced tasks' },
  T8: { title: 'dead tasks', notConverted: 'zombies have the same state number everywhere' },
  T9: { title: 'process flags' },
  T10: { title: 'thread flags' },
  T11: { title: 'tasks inside sigsuspend' },
  T12: { title: 'securebits' },
  T13: { title: 'group and session in the signal record' },
  T14: { title: 'stop state of a thread group' },
  T15: { title: 'raw siginfo' },
  T16: {
    title: 'queued timer signals',
    notConverted: 'queued timer signals stay ordinary signals; their timers were not in the image',
  },
  T17: { title: 'POSIX timers' },
  T18: { title: 'number of POSIX timer records' },
  T19: { title: 'layout of POSIX timer records' },
  T20: { title: 'user gs of 32-bit tasks' },
  T21: { title: 'FPU state' },
  T22: { title: 'FPU use flag', notConverted: 'the flag means the same everywhere' },
  T23: { title: 'scheduling policy' },
  T24: { title: 'virtual pids' },
  T25: {
    title: 'beancounter references of tasks',
    notConverted: 'kernels look the references up and release them; they are kept valid by relocation',
  },
  T26: {
    title: 'tracer links',
    notConverted: 'the kernels link by different fields, and all of them are in the image',
  },
  T27: { title: 'segment selectors in signal frames' },
  T28: { title: 'waits on futexes' },
  C1: { title: 'width of capability sets' },
  C2: { title: 'capability bounding sets' },
  C3: { title: 'supplementary groups', notConverted: 'at most 32 groups everywhere' },
  M1: { title: 'length of the memory record' },
  M2: { title: 'dumpable flag' },
  M3: { title: 'address of the vdso' },
  M4: { title: 'type of vdso areas' },
  M5: { title: 'vdso page of the source' },
  M6: { title: 'auxiliary vectors' },
  M7: { title: 'shared memory areas', notConverted: 'same value everywhere' },
  M8: { title: 'anonymous memory ids', notConverted: 'an opaque key; equal keys stay equal' },
  M9: { title: 'lazily migrated pages', ...missingPages },
  M10: { title: 'iteratively migrated pages', ...missingPages },
  M11: { title: 'pages in persistent memory', ...missingPages },
  M12: { title: 'flags of memory areas', notConverted: 'kernels only warn about unknown area flags' },
  F1: { title: 'length of file records' },
  F2: { title: 'length of inode records' },
  F3: { title: 'kinds of open files' },
  F4: {
    title: 'owner of asynchronous files',
    notConverted: 'an owner that is not in the image is looked up and not found by every kernel',
  },
  F5: { title: 'epoll files', notConverted: 'the image is the same; only its detection differs' },
  F6: { title: 'alternate root' },
  F7: { title: 'length of file lock records' },
  F8: { title: 'mounts by position or by path' },
  F9: { title: 'mount flags' },
  F10: { title: 'tmpfs content' },
  F11: { title: 'mount data' },
  F12: { title: 'control groups' },
  F13: { title: 'mount namespaces' },
  F14: { title: 'queued inotify events' },
  F15: { title: 'signalfd, timerfd, eventfd' },
  F16: { title: 'terminal flags', notConverted: 'a matter of the restoring kernel' },
  F17: { title: 'terminals of dead groups', notConverted: 'a matter of the restoring kernel' },
  F18: { title: 'virtual terminals', notConverted: 'a matter of the restoring kernel' },
  I1: { title: 'System V IPC records', notConverted: 'same sizes everywhere' },
  I2: {
    title: 'content of shared memory',
    notConverted: 'iteratively migrated pages are refused as a whole, see M10',
  },
  A1: { title: 'AIO rings', notConverted: 'the ring geometry is computed again by every kernel' },
  S1: { title: 'length of socket records' },
  S2: { title: 'deleted flag of unix sockets' },
  S3: { title: 'unix sockets bound through a mount' },
  S4: { title: 'unused TCP fields', notConverted: 'the fields are carried; newer kernels do not read them' },
  S5: {
    title: 'socket debug flag',
    notConverted: 'a quirk of the writers; the bytes are carried as they are',
  },
  S6: { title: 'length of socket buffer records' },
  S7: { title: 'segmentation offload of socket buffers' },
  S8: { title: 'TCP control blocks' },
  S9: {
    title: 'TCP control block flags',
    notConverted: 'the restoring kernel computes the flags again from the packet',
  },
  S10: { title: 'credentials in unix socket buffers', notConverted: 'same form on the image everywhere' },
  S11: {
    title: 'order of socket attributes',
    notConverted: 'a fault of one kernel line; nothing in the image to change',
  },
  S12: { title: 'SYN queues', notConverted: 'a fault of one kernel line; nothing in the image to change' },
  S13: { title: 'packet sockets' },
  S14: { title: 'socket pairs', notConverted: 'index and peer are carried' },
  S15: { title: 'checksum state of socket buffers' },
  S16: { title: 'header offsets of unsent TCP data' },
  D1: { title: 'length of network device records' },
  D2: { title: 'attached tun devices', notConverted: 'the field is carried; newer kernels do not read it' },
  D3: { title: 'tunnels, bridges, tap filters' },
  D4: { title: 'IPv6 device settings' },
  D5: { title: 'device statistics', notConverted: 'the length is 232 everywhere' },
  D6: { title: 'network counters' },
  D7: { title: 'ip6tables rules' },
  D8: { title: 'interface indexes', notConverted: 'a matter of the restoring kernel' },
  X1: { title: 'connection tracking of 2.6.8 and 2.6.9' },
  X2: { title: 'connection tracking entries' },
  X3: {
    title: 'connection tracking of 0x303 and 0x304',
    notConverted: 'avoided: entries are converted here instead of by the restoring kernel (X2)',
  },
  X4: { title: 'TCP state of tracked connections' },
  X5: { title: 'expected connections' },
  X6: { title: 'IPv6 connection tracking', notConverted: 'IPv6 entries are carried; kernels skip them' },
  X7: { title: 'duplicate connection tracking entries', notConverted: 'a matter of the restoring kernel' },
  X8: { title: 'connection tracking under version 0x800' },
} as const satisfies Record<string, CptRow>;

export type RowId = keyof typeof rows;

export const cptRows: Readonly<Record<RowId, CptRow>> = rows;

export const rowIds = Object.keys(rows) as readonly RowId[];
