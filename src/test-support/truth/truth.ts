/**
 * What was seen of a process tree just before its dump, in one form for all collectors. What a collector did not
 * write is undefined, and nothing is held against it.
 */

export interface TruthMap {
  readonly start: bigint;
  readonly end: bigint;
  /** `rw-p` */
  readonly perms: string;
  readonly offset: bigint;
  /** `fe:00` */
  readonly device?: string | undefined;
  readonly inode?: bigint | undefined;
  /** As `/proc/PID/maps` prints it; empty for anonymous memory. */
  readonly path: string;
  /** `VmFlags` of smaps. */
  readonly vmFlags?: readonly string[] | undefined;
}

export interface TruthFd {
  readonly fd: number;
  /** Target of `/proc/PID/fd/N`. */
  readonly link: string;
  /** `/proc/PID/fdinfo/N`. */
  readonly info?: string | undefined;
}

export interface TruthThread {
  readonly tid: number;
  readonly comm: string;
  readonly state: string;
  /** Hexadecimal. */
  readonly SigBlk?: string | undefined;
  readonly SigPnd?: string | undefined;
  readonly CapPrm?: string | undefined;
  readonly CapEff?: string | undefined;
  readonly CapInh?: string | undefined;
  readonly CapBnd?: string | undefined;
  readonly CapAmb?: string | undefined;
  readonly Uid?: string | undefined;
  readonly Gid?: string | undefined;
  readonly Groups?: string | undefined;
  readonly NoNewPrivs?: string | undefined;
  readonly Seccomp?: string | undefined;
  readonly policy?: number | undefined;
  readonly nice?: number | undefined;
  readonly rt_priority?: number | undefined;
  /** `/proc/PID/task/TID/syscall`: number and arguments. */
  readonly syscall?: string | undefined;
  /** Field 22 of `/proc/PID/stat`. */
  readonly startTicks?: number | undefined;
}

export interface TruthTask {
  readonly pid: number;
  readonly ppid: number;
  readonly pgid: number;
  readonly sid: number;
  readonly comm: string;
  readonly state: string;
  readonly cmdline: readonly string[];
  readonly exe?: string | undefined;
  readonly cwd?: string | undefined;
  readonly root?: string | undefined;
  /** Lines of `/proc/PID/status` by name. */
  readonly status: Readonly<Record<string, string | undefined>>;
  /** Fields of `/proc/PID/stat` by name. */
  readonly stat: Readonly<Record<string, number | undefined>>;
  readonly threads: readonly TruthThread[];
  readonly fds?: readonly TruthFd[] | undefined;
  readonly maps?: readonly TruthMap[] | undefined;
  /** `/proc/PID/limits`, `timers`, `personality`, `oom_score_adj`, `loginuid`, `cgroup`, `syscall`. */
  readonly files: Readonly<Record<string, string | undefined>>;
}

export interface Truth {
  readonly family: 'cpt' | 'criu';
  /** Which kernel line wrote it, for what its `/proc` hides: `2.6.18`, `2.6.32`; `criu` for newer ones. */
  readonly line: string;
  /** Those that the dump still found; absent where only files beside the dump were kept. */
  readonly tasks?: readonly TruthTask[] | undefined;
  /** Pids of which nothing was seen: tasks that started after the look, and what /proc hides of dead leaders. */
  readonly unseen: ReadonlySet<number>;
  /** Names of the files of the image. */
  readonly files: ReadonlySet<string>;
  /** As the collector wrote it: System V objects, socket tables, mounts. */
  // biome-ignore lint/suspicious/noExplicitAny: each collector has its own JSON.
  readonly raw: any;
  /** Text of a file beside the dump: `ss.txt`, `mountinfo`. */
  beside(name: string): string | undefined;
}

/** A zombie that is left of a process, or a leader that is dead while its threads live on. */
const isDead = ({ state }: TruthTask): boolean => state === 'Z' || state === 'X';

export const deadPids = (tasks: readonly TruthTask[]): readonly number[] =>
  tasks.filter(isDead).map(({ pid }) => pid);

/** Value of a line `name: value` or `name:\tvalue` of a fdinfo or status text. */
export const lineOf = (text: string | undefined, name: string): string | undefined =>
  text?.match(new RegExp(`^${name}:\\s*(.*)$`, 'm'))?.[1];

/** A task seen running or on the disk is frozen before the dump. */
export const frozenState = (state: string): string => (/[RDI]/.test(state) ? 'S' : state);

/** Tasks that still have memory and files. */
export const livingTasks = ({ tasks }: Truth): readonly TruthTask[] | undefined =>
  tasks?.filter((task) => !isDead(task));

/** Numbers of a line as `Uid` or `Groups`. */
export const numbersOf = (line: string | undefined): readonly number[] | undefined =>
  line?.split(/\s+/).filter(Boolean).map(Number);

/** The area of a stack with the guard page below it, which kernels before 4.12 have and hide (show_map_vma). */
export const withGuardPage = (map: TruthMap): TruthMap =>
  map.path === '[stack]' ? { ...map, start: map.start - 4096n } : map;
