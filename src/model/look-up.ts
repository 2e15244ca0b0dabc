/** What is asked of a checkpoint everywhere: the thing that a number stands for, and the task that stands for a process. */
import type { Process, Task } from './checkpoint.ts';

/** What a reference names; undefined where there is none, or where a damaged image names what it does not have. */
export const follow = <Id, Item>(items: ReadonlyMap<Id, Item>, id: Id | undefined): Item | undefined =>
  id === undefined ? undefined : items.get(id);

/** The task that stands for a process: its leader, or the first thread of a damaged group. */
export const headOf = ({ leader, tasks }: Pick<Process, 'leader' | 'tasks'>): Task =>
  leader ?? (tasks[0] as Task);

/** Dead, waiting for its parent. */
export const isDead = ({ state }: Pick<Task, 'state'>): boolean => state === 'Z' || state === 'X';
