/**
 * For tests and measurements: checkpoints from a tiny notation, with nothing in them that is not asked for.
 *
 *     init:1 shell:10/1,s10 job:11/10,g11,Z,t12
 *
 * is a name, a pid, `/parent`, then options: `s` session, `g` group, `t` a further thread, a state letter,
 * `u` uid, `x` the wait status. Parent defaults to 1, session and group to the parent's; the group of a
 * session leader is its own.
 */
import {
  type Checkpoint,
  type Container,
  type Credentials,
  groupTasks,
  type Id,
  type MessageQueue,
  type SemaphoreSet,
  type SharedMemory,
  type Task,
  type TaskState,
} from '../../../model/checkpoint.ts';
import { noUsage } from '../../../model/no-usage.ts';

/** A checkpoint with these processes, and whatever else is given. */
export function checkpointOf(processes: string, rest: Partial<Checkpoint> = {}): Checkpoint {
  const tasks: Task[] = [];
  const leaders = new Map<number, Task>();
  for (const word of processes.split(/\s+/).filter(Boolean)) {
    for (const task of tasksOf(word, leaders)) tasks.push({ ...task, at: 0x1000 + tasks.length * 0x100 });
  }
  return checkpointWith(tasks, rest);
}

/** A checkpoint with exactly these tasks. */
export function checkpointWith(tasks: readonly Task[], rest: Partial<Checkpoint> = {}): Checkpoint {
  return { ...emptyCheckpoint, ...rest, tasks, processes: groupTasks(tasks) };
}

function tasksOf(word: string, leaders: Map<number, Task>): Task[] {
  const [head = '', ...options] = word.split(',');
  const match = /^(.*):([\d.]+)(?:\/(-?\d+))?$/.exec(head);
  if (match === null) throw new Error(`no process: ${word}`);
  const pids = match[2]!.split('.').map(Number);
  const pid = pids[0]!;
  const parentPid = Number(match[3] ?? (pid === 1 ? 0 : 1));
  const parent = leaders.get(parentPid);
  const number = (letter: string) =>
    options.filter((option) => option.startsWith(letter)).map((option) => Number(option.slice(1)));
  const state = options.find((option) => /^[RSDTtZX?]$/.test(option)) as TaskState | undefined;
  const uid = number('u')[0] ?? 0;
  const sid = number('s')[0] ?? parent?.sid ?? pid;
  // setsid makes a group, too.
  const pgid = number('g')[0] ?? (sid === pid ? pid : (parent?.pgid ?? pid));
  const leader: Task = {
    ...blankTask,
    pids,
    pid,
    tgid: pid,
    leaderPid: pid,
    realParentPid: parentPid,
    parentPid,
    sid,
    pgid,
    comm: match[1]!,
    state: state ?? 'S',
    exitCode: number('x')[0] ?? 0,
    credentials: { ...root, uid, gid: uid },
  };
  if (!leaders.has(pid)) leaders.set(pid, leader);
  const threads = number('t').map((tid) => ({ ...leader, pids: [tid], pid: tid, state: 'S' as const }));
  return [leader, ...threads];
}

const noTimer = { valueNs: 0n, intervalNs: 0n };

const root: Credentials = {
  uid: 0,
  euid: 0,
  suid: 0,
  fsuid: 0,
  gid: 0,
  egid: 0,
  sgid: 0,
  fsgid: 0,
  groups: [],
  capEffective: 0n,
  capInheritable: 0n,
  capPermitted: 0n,
  securebits: 0,
};

const blankTask: Task = {
  at: 0x1000,
  pids: [1],
  pid: 1,
  tgid: 1,
  realParentPid: 0,
  parentPid: 0,
  pgid: 1,
  sid: 1,
  comm: 'init',
  state: 'S',
  stateCode: 2,
  exitCode: 0,
  exitSignal: 17,
  parentDeathSignal: 0,
  is64bit: true,
  personality: 0n,
  usage: noUsage,
  queue: [],
  tls: [],
  hasUsedFpu: false,
  credentials: root,
  scheduling: { policy: 0, nice: 0, prio: 20, rtPriority: 0 },
  itimers: { real: noTimer, virtual: noTimer, prof: noTimer },
  sigblocked: 0n,
  sigrblocked: 0n,
  sigpending: 0n,
  setTid: 0n,
  clearTid: 0n,
  ptrace: { flags: 0n, message: 0, notifyState: 0, stoppedState: 0 },
  kernelState: { flags: 0n },
};

const emptyContainer: Container = { uts: {} };

const emptyCheckpoint: Checkpoint = {
  image: { family: 'cpt', architecture: 'x86_64', pageSizeBytes: 4096 },
  container: emptyContainer,
  tasks: [],
  processes: [],
  epolls: [],
  inotifies: [],
  fanotifies: [],
  semaphoreSets: [],
  messageQueues: [],
  signals: new Map(),
  sighands: new Map(),
  posixTimers: new Map(),
  memories: new Map(),
  fdTables: new Map(),
  fsStructs: new Map(),
  files: new Map(),
  inodes: new Map(),
  ttys: new Map(),
  sockets: new Map(),
  sharedMemories: new Map(),
  undoLists: new Map(),
  mountNamespaces: new Map(),
  mounts: new Map(),
  cgroups: [],
  beancounters: new Map(),
  opaque: [],
  network: {
    devices: [],
    addresses: [],
    routes: [],
    packetFilters: [],
    connections: [],
    snmp: [],
    rules: [],
    namespaces: [],
  },
};

const owner = { uid: 0, gid: 0, cuid: 0, cgid: 0 };
const base = (id: number, key: number) => ({
  at: 0x9000 + id,
  id,
  key,
  mode: 0o600,
  seq: BigInt(Math.floor(Math.max(id, 0) / 32768)),
  ...owner,
});

export const semaphoreSet = (id: number, key: number, values: readonly number[]): SemaphoreSet => ({
  ...base(id, key),
  semaphores: values.map((value) => ({ value, pid: 0 })),
  otimeNs: 0n,
  ctimeNs: 0n,
});

export const messageQueue = (
  id: number,
  key: number,
  messages: readonly (readonly [type: number, size: number])[],
  limitBytes = 16384,
): MessageQueue => ({
  ...base(id, key),
  messages: messages.map(([type, size]) => ({
    at: 0xa000,
    type: BigInt(type),
    sizeBytes: BigInt(size),
    text: { offset: 0, length: size },
  })),
  stimeNs: 0n,
  rtimeNs: 0n,
  ctimeNs: 0n,
  lspid: 0,
  lrpid: 0,
  limitBytes: BigInt(limitBytes),
});

export const sharedMemory = (id: number, key: number, sizeBytes: number): SharedMemory => ({
  ...base(id, key),
  segment: (0x5000 + id) as Id<'shm'>,
  sizeBytes: BigInt(sizeBytes),
  atimeNs: 0n,
  dtimeNs: 0n,
  ctimeNs: 0n,
  cpid: 1,
  lpid: 1,
  inode: (0x6000 + id) as Id<'inode'>,
});

export const byId = <Kind extends string, Item>(
  items: readonly Item[],
  idOf: (item: Item) => Id<Kind>,
): ReadonlyMap<Id<Kind>, Item> => new Map(items.map((item) => [idOf(item), item]));
