/**
 * SEM_UNDO values: what a task gives back to semaphores when it exits (ipc/sem.c exit_sem). They belong to
 * a task, or to several tasks that were made with CLONE_SYSVSEM; forks do not inherit them.
 */

import type { Pid } from './pid.ts';
import type { SemaphoreSet } from './semaphore.ts';

/** SEMVMX, include/uapi/linux/sem.h: the highest value, and bound of undo values in both directions. */
export const semaphoreValueMax = 32767;

export interface UndoList {
  /** Tasks that share the list; the last one to exit applies it. */
  users: number;
  /** By set and semaphore number. */
  readonly adjustments: Map<SemaphoreSet, Map<number, number>>;
}

export function newUndoList(): UndoList {
  return { users: 1, adjustments: new Map() };
}

export function undoValue(list: UndoList | undefined, set: SemaphoreSet, number: number): number {
  return list?.adjustments.get(set)?.get(number) ?? 0;
}

export function setUndoValue(list: UndoList, set: SemaphoreSet, number: number, value: number): void {
  let values = list.adjustments.get(set);
  if (values === undefined) {
    values = new Map();
    list.adjustments.set(set, values);
    set.undoLists.add(list);
  }
  values.set(number, value);
}

/** SETVAL and SETALL clear everybody's value for the semaphore that they set. */
export function clearUndoValues(set: SemaphoreSet, number: number): void {
  for (const list of set.undoLists) list.adjustments.get(set)?.delete(number);
}

/** Removal of a set: nobody has anything to give back to it any more. */
export function dropUndoValues(set: SemaphoreSet): void {
  for (const list of set.undoLists) list.adjustments.delete(set);
  set.undoLists.clear();
}

/** Exit of one user: the values are added, held between 0 and the maximum, and `by` is the last user. */
export function applyUndo(list: UndoList, by: Pid): void {
  list.users -= 1;
  if (list.users > 0) return;
  for (const [set, values] of list.adjustments) {
    for (const [number, value] of values) {
      if (value === 0) continue;
      set.values[number] = Math.min(Math.max(set.values[number]! + value, 0), semaphoreValueMax);
      set.lastUsers[number] = by;
    }
    set.undoLists.delete(list);
  }
  list.adjustments.clear();
}
