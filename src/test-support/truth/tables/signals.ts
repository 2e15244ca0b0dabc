/** signals: masks of /proc/PID/status, timers of /proc/PID/timers. */
import type { Json, TruthTable } from '../compare.ts';
import type { Truth, TruthTask, TruthThread } from '../truth.ts';

const mask = (hexadecimal: string | undefined): bigint | undefined =>
  hexadecimal === undefined ? undefined : BigInt(`0x${hexadecimal}`);

/** A signal that was seen on its way to a process that does not block it has arrived by the time of the dump. */
const pendingAtDump = ({ ShdPnd, SigBlk }: TruthTask['status']): bigint | undefined => {
  const pending = mask(ShdPnd);
  return pending === undefined ? undefined : pending & (mask(SigBlk) ?? 0n);
};

/**
 * System calls that change the mask for their own time (x86-64: rt_sigtimedwait, rt_sigsuspend, pselect6, ppoll,
 * epoll_pwait, epoll_pwait2): `status` shows that mask, an image the one that comes back after it (PTRACE_GETSIGMASK).
 */
const maskingCalls = /^(128|130|270|271|281|441) /;

/** Handlers and queues of a zombie are gone. */
const living = ({ tasks }: Truth) => tasks?.filter(({ state }) => state !== 'Z' && state !== 'X');

const processes: TruthTable<TruthTask> = {
  document: 'signals',
  rows: 'processes[]',
  key: ({ pid, threads }) => (threads.length > 0 ? String(pid) : undefined),
  facts: ({ tasks }) => tasks && new Map(tasks.map((task) => [String(task.pid), task])),
  fields: {
    pid: ({ pid }) => pid,
    comm: ({ comm }) => comm,
    sharedPending: ({ state, status }) => (state === 'Z' ? undefined : pendingAtDump(status)),
    ignored: ({ state, status }) => (state === 'Z' ? undefined : mask(status['SigIgn'])),
    caught: ({ state, status }) => (state === 'Z' ? undefined : mask(status['SigCgt'])),
  },
};

const threads: TruthTable<TruthThread> = {
  document: 'signals',
  rows: 'processes[].threads[]',
  key: ({ tid }) => String(tid),
  facts: (truth) =>
    truth.tasks &&
    new Map(
      truth.tasks.flatMap((task) =>
        task.threads.map((thread) => [String(thread.tid), threadOf(task, thread)] as const),
      ),
    ),
  fields: {
    tid: ({ tid }) => tid,
    blocked: ({ SigBlk }) => mask(SigBlk),
    pending: ({ SigPnd }) => mask(SigPnd),
  },
};

/** What `status` says of the process is said of its leader. */
const threadOf = (task: TruthTask, thread: TruthThread): TruthThread => {
  if (task.state === 'Z') return { ...thread, SigBlk: undefined, SigPnd: undefined };
  const isLeader = thread.tid === task.pid;
  const call = thread.syscall ?? (isLeader ? task.files['syscall'] : undefined);
  if (maskingCalls.test(call ?? '')) return { ...thread, SigBlk: undefined };
  const { SigBlk, SigPnd } = isLeader ? task.status : {};
  return { ...thread, SigBlk: thread.SigBlk ?? SigBlk, SigPnd: thread.SigPnd ?? SigPnd };
};

/** One paragraph of /proc/PID/timers. */
interface TruthTimer {
  readonly id: number;
  readonly signo: number;
  readonly value: bigint;
  /** `signal`, `none`, `thread`. */
  readonly notify: string;
  readonly target: 'pid' | 'tid';
  readonly clock: number;
}

function timersOf({ files }: TruthTask): readonly TruthTimer[] {
  const found = (files['timers'] ?? '').matchAll(
    /ID: (\d+)\nsignal: (\d+)\/(\w+)\nnotify: (\w+)\/(pid|tid)\.\d+\nClockID: (-?\d+)/g,
  );
  return [...found].map(([, id, signo, value, notify = '', target, clock]) => ({
    id: Number(id),
    signo: Number(signo),
    value: BigInt(`0x${value}`),
    notify,
    target: target as 'pid' | 'tid',
    clock: Number(clock),
  }));
}

const posixTimers = (truth: Truth): ReadonlyMap<string, TruthTimer> | undefined => {
  const tasks = living(truth)?.filter(({ files }) => files['timers'] !== undefined);
  if (truth.family === 'cpt') return undefined;
  return (
    tasks &&
    new Map(
      tasks.flatMap((task) => timersOf(task).map((timer) => [`${task.pid} ${timer.id}`, timer] as const)),
    )
  );
};

/** linux/time.h. */
const clockNames = [
  ...['CLOCK_REALTIME', 'CLOCK_MONOTONIC', 'CLOCK_PROCESS_CPUTIME_ID', 'CLOCK_THREAD_CPUTIME_ID'],
  ...['CLOCK_MONOTONIC_RAW', 'CLOCK_REALTIME_COARSE', 'CLOCK_MONOTONIC_COARSE', 'CLOCK_BOOTTIME'],
  ...['CLOCK_REALTIME_ALARM', 'CLOCK_BOOTTIME_ALARM', 'CLOCK_SGI_CYCLE', 'CLOCK_TAI'],
];

/** What a clock below zero is for is said by the program that made it: kernel/time/posix-cpu-timers.c. */
const clockName = (clock: number): string | undefined =>
  new Map([
    [-6, 'CLOCK_PROCESS_CPUTIME_ID'],
    [-2, 'CLOCK_THREAD_CPUTIME_ID'],
  ]).get(clock) ?? clockNames[clock];

/** The C library keeps 32 and 33 for itself. */
const signalName = (signo: number): string =>
  signo === 34 ? 'SIGRTMIN' : signo > 34 ? `SIGRTMIN+${signo - 34}` : `SIG${names[signo - 1] ?? signo}`;
const names = (
  'HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU ' +
  'URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS'
).split(' ');

const timerKey = (what: string, pid: number | string): string | undefined => {
  const id = /^timer (\d+) /.exec(what.trim())?.[1];
  return id === undefined ? undefined : `${pid} ${id}`;
};

const timers: TruthTable<TruthTimer> = {
  document: 'signals',
  rows: 'processes[].timers[]',
  key: ({ what }, [, { pid }]: readonly Json[]) => timerKey(what, pid),
  facts: posixTimers,
  fields: {
    clock: ({ clock }) => clock,
    what: ({ id, clock }) => {
      const name = clockName(clock);
      return name && `timer ${id} ${name}`;
    },
    signal: ({ notify, signo }) => (notify === 'none' ? 'none' : signalName(signo)),
  },
};

const timesTimers: TruthTable<TruthTimer> = {
  ...timers,
  document: 'times',
  rows: 'timers[]',
  key: ({ what, pid }) => timerKey(what, pid),
};

export const signalTables = [processes, threads, timers, timesTimers];
