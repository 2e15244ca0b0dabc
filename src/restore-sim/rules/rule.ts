/** What a rule is, and the indexes that rules look things up in. It judges nothing itself. */
import type { Diagnostic, Location } from '../../diagnostic.ts';
import type {
  Checkpoint,
  Placed,
  Process,
  SemaphoreSet,
  SharedMemory,
  Task,
} from '../../model/checkpoint.ts';
import type { KernelProfile } from '../kernel/index.ts';

export interface CheckpointFacts {
  readonly checkpoint: Checkpoint;
  /** The kernel that is to restore it; rules about limits and number ranges need one. */
  readonly profile: KernelProfile | undefined;
  /** The first of each, where a damaged image has several. */
  readonly taskByPid: ReadonlyMap<number, Task>;
  readonly processByPid: ReadonlyMap<number, Process>;
  readonly setById: ReadonlyMap<number, SemaphoreSet>;
  readonly segments: readonly SharedMemory[];
}

/** One check of a checkpoint. A rule looks at everything and changes nothing. */
export type CheckpointRule = (facts: CheckpointFacts) => Iterable<Diagnostic>;

export function checkpointFacts(checkpoint: Checkpoint, profile?: KernelProfile): CheckpointFacts {
  return {
    checkpoint,
    profile,
    taskByPid: firstBy(checkpoint.tasks, ({ pid }) => pid),
    processByPid: firstBy(checkpoint.processes, ({ pid }) => pid),
    setById: firstBy(checkpoint.semaphoreSets, ({ id }) => id),
    segments: [...checkpoint.sharedMemories.values()],
  };
}

function firstBy<Item>(items: readonly Item[], keyOf: (item: Item) => number): ReadonlyMap<number, Item> {
  const map = new Map<number, Item>();
  for (const item of items) if (!map.has(keyOf(item))) map.set(keyOf(item), item);
  return map;
}

/** Where something was described, with a path for people: `task 1204`, `semaphore set 65537`. */
export function placeOf({ at, file }: Placed, path: string): Location {
  return { ...(file !== undefined && { file }), offset: at, path };
}

export const taskPlace = (task: Task): Location => placeOf(task, `task ${task.pid}`);

/** The three kinds of IPC objects in one list, with the word for each. */
export function ipcObjects({ checkpoint, segments }: CheckpointFacts) {
  return [
    { kind: 'semaphore set', objects: checkpoint.semaphoreSets },
    { kind: 'message queue', objects: checkpoint.messageQueues },
    { kind: 'segment', objects: segments },
  ] as const;
}

/** A key as ipcs(1) shows it. */
export const keyText = (key: number): string => `0x${(key >>> 0).toString(16)}`;

/** A task in a sentence; damaged images have tasks without a name. */
export const called = ({ comm, pid }: Pick<Task, 'comm' | 'pid'>): string =>
  comm === '' ? `task ${pid}` : `${comm} (${pid})`;
