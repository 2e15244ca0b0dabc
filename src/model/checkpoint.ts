/**
 * The checkpoint: what an image says about a container or process tree, in words that all families
 * share. It is plain data. It holds no page contents, no message texts, no packets: only where they
 * lie in the image.
 */
import type { MachineName } from '../abi/machines.ts';
import type { FamilyId } from '../family-id.ts';
import { addTo } from '../lists.ts';
import type { Id, Opaque } from './checkpoint/base.ts';
import type {
  Beancounter,
  CgroupHierarchy,
  Container,
  Mount,
  MountNamespace,
} from './checkpoint/container.ts';
import type { Epoll, Fanotify, FdTable, FsStruct, Inode, Inotify, OpenFile } from './checkpoint/file.ts';
import type { MessageQueue, SemaphoreSet, SharedMemory, UndoList } from './checkpoint/ipc.ts';
import type { MemoryMap } from './checkpoint/memory.ts';
import type { Network } from './checkpoint/network.ts';
import type { PosixTimerList, SignalHandlers, SignalStruct } from './checkpoint/signal.ts';
import type { Socket } from './checkpoint/socket.ts';
import type { Process, Task } from './checkpoint/task.ts';
import type { Tty } from './checkpoint/terminal.ts';

export type * from './checkpoint/base.ts';
export type * from './checkpoint/container.ts';
export type * from './checkpoint/file.ts';
export type * from './checkpoint/ipc.ts';
export type * from './checkpoint/memory.ts';
export type * from './checkpoint/network.ts';
export type * from './checkpoint/signal.ts';
export type * from './checkpoint/socket.ts';
export type * from './checkpoint/task.ts';
export type * from './checkpoint/terminal.ts';

/** About the image itself and the kernel that wrote it. */
export interface ImageFacts {
  readonly family: FamilyId;
  /** Format version as stored. */
  readonly version?: number | undefined;
  readonly architecture: MachineName;
  /** As stored: `mtype` of a CRIU core, `os_arch` of a CPT image. */
  readonly machineNumber?: number | undefined;
  readonly pageSizeBytes: number;
  /** Timer ticks per second of the writing kernel. */
  readonly hz?: number | undefined;
  /** Length of a tick as that kernel converts it; jiffies in the image become nanoseconds by it. */
  readonly tickNs?: bigint | undefined;
  /** Wall clock at the moment of the dump, since 1970. */
  readonly takenNs?: bigint | undefined;
  /** Tick counter at that moment. */
  readonly takenTicks?: bigint | undefined;
  readonly cpuFeatures?: readonly number[] | undefined;
  readonly kernelConfig?: readonly number[] | undefined;
  /** Number of 64-bit tasks, as the image counts them. */
  readonly tasks64bit?: number | undefined;
  /** Pages left with a page server. */
  readonly lazyPages?: number | undefined;
}

/** Maps keep the order of the image. */
export interface Checkpoint {
  readonly image: ImageFacts;
  readonly container: Container;
  /** In image order, which is the order that restorers create them in. */
  readonly tasks: readonly Task[];
  /** The same tasks by thread group, in the order of the first task of each. */
  readonly processes: readonly Process[];
  readonly signals: ReadonlyMap<Id<'signal'>, SignalStruct>;
  readonly sighands: ReadonlyMap<Id<'sighand'>, SignalHandlers>;
  readonly posixTimers: ReadonlyMap<Id<'posixTimers'>, PosixTimerList>;
  readonly memories: ReadonlyMap<Id<'memory'>, MemoryMap>;
  readonly fdTables: ReadonlyMap<Id<'fdTable'>, FdTable>;
  readonly fsStructs: ReadonlyMap<Id<'fs'>, FsStruct>;
  readonly files: ReadonlyMap<Id<'file'>, OpenFile>;
  readonly inodes: ReadonlyMap<Id<'inode'>, Inode>;
  readonly ttys: ReadonlyMap<Id<'tty'>, Tty>;
  readonly epolls: readonly Epoll[];
  readonly inotifies: readonly Inotify[];
  readonly fanotifies: readonly Fanotify[];
  /** Orphans included, after the others. */
  readonly sockets: ReadonlyMap<Id<'socket'>, Socket>;
  readonly semaphoreSets: readonly SemaphoreSet[];
  readonly messageQueues: readonly MessageQueue[];
  readonly sharedMemories: ReadonlyMap<Id<'shm'>, SharedMemory>;
  readonly undoLists: ReadonlyMap<Id<'undoList'>, UndoList>;
  readonly mountNamespaces: ReadonlyMap<Id<'mountNamespace'>, MountNamespace>;
  readonly mounts: ReadonlyMap<Id<'mount'>, Mount>;
  readonly cgroups: readonly CgroupHierarchy[];
  readonly beancounters: ReadonlyMap<Id<'beancounter'>, Beancounter>;
  readonly network: Network;
  /** What the image holds besides, by record kind. */
  readonly opaque: readonly Opaque[];
}

export interface Compactness {
  /**
   * What tasks have alike is shared among them: all is there when it is asked for by name, but a copy of such an object
   * would be incomplete.
   */
  readonly isCompact?: boolean;
}

/** Most processes have one thread, and need no list of them. */
class SingleThread implements Process {
  readonly leader: Task;

  constructor(leader: Task) {
    this.leader = leader;
  }

  get pid(): number {
    return this.leader.tgid;
  }

  get tasks(): readonly Task[] {
    return [this.leader];
  }
}

/** Groups tasks by thread group id. */
export function groupTasks(
  tasks: readonly Task[],
  { isCompact = false }: Compactness = {},
): readonly Process[] {
  const groups = new Map<number, Task[]>();
  for (const task of tasks) addTo(groups, task.tgid, task);
  const processes: Process[] = [];
  for (const [pid, members] of groups) {
    const leader = members.find((task) => task.pid === pid);
    if (leader === undefined) processes.push({ pid, tasks: members });
    else if (members.length > 1 || !isCompact) processes.push({ pid, leader, tasks: members });
    else processes.push(new SingleThread(leader));
  }
  return processes;
}
