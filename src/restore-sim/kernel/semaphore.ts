/**
 * Semaphore sets: what ipc/sem.c does on top of the registry. Nobody sleeps here: an operation that would
 * have to wait is refused with EAGAIN, as with IPC_NOWAIT.
 */

import { isRefusal, type Refusal, refuse } from './errno.ts';
import type { LastUser } from './ipc-namespace.ts';
import { accessDenied, controlDenied, readAccess, writeAccess } from './ipc-permission.ts';
import type { GetCall, IpcIdRequest, IpcObject } from './ipc-registry.ts';
import type { Task } from './process.ts';
import {
  clearUndoValues,
  dropUndoValues,
  newUndoList,
  semaphoreValueMax,
  setUndoValue,
  type UndoList,
  undoValue,
} from './semaphore-undo.ts';

export interface SemaphoreSet extends IpcObject {
  readonly values: number[];
  /** sempid of each semaphore. */
  readonly lastUsers: LastUser[];
  /** Lists that hold a value for this set. */
  readonly undoLists: Set<UndoList>;
}

export interface SemgetArguments {
  readonly key: number;
  readonly nsems: number;
  readonly flags: number;
}

/** semget(2): the set, or EINVAL, ENOENT, EEXIST, EACCES, ENOSPC. */
export function semget(
  task: Task,
  { key, nsems, flags }: SemgetArguments,
  request?: IpcIdRequest,
): SemaphoreSet | Refusal {
  const { semmsl } = task.ipcNamespace.limits;
  // Before the key is looked up, unlike every other size check.
  if (nsems < 0 || nsems > semmsl) return refuse('EINVAL', `${nsems} semaphores: the limit is ${semmsl}`);
  return task.ipcNamespace.sem.get(semgetCall(task, { key, nsems, flags }, request));
}

/** The checks and the maker behind semget; in-kernel restorers come in here, past the semmsl check. */
export function semgetCall(
  { ipcNamespace: namespace, credentials }: Task,
  { key, nsems, flags }: SemgetArguments,
  request: IpcIdRequest | undefined,
): GetCall<SemaphoreSet> {
  const { semmni, semmns } = namespace.limits;
  return {
    key,
    flags,
    credentials,
    limit: semmni,
    request,
    checkExisting: ({ values }) =>
      nsems > values.length
        ? refuse('EINVAL', `the set has ${values.length} semaphores, ${nsems} were asked for`)
        : undefined,
    checkNew: () => {
      if (nsems === 0) return refuse('EINVAL', 'a new set needs at least one semaphore');
      const isFull = namespace.usedSemaphores + nsems > semmns;
      return isFull ? refuse('ENOSPC', `all sets together may have ${semmns} semaphores`) : undefined;
    },
    make: (base) => {
      namespace.usedSemaphores += nsems;
      return newSemaphoreSet(base, nsems);
    },
  };
}

function newSemaphoreSet(base: IpcObject, nsems: number): SemaphoreSet {
  const values = new Array<number>(nsems).fill(0);
  const lastUsers = new Array<LastUser>(nsems).fill(undefined);
  return { ...base, values, lastUsers, undoLists: new Set() };
}

export interface SemaphoreOperation {
  readonly number: number;
  /** Added to the value; 0 waits for zero. */
  readonly change: number;
  readonly undo?: boolean;
}

/** semop(2), all or nothing: E2BIG, EINVAL, EFBIG, EACCES, EAGAIN (would sleep), ERANGE. */
export function semop(
  task: Task,
  id: number,
  operations: readonly SemaphoreOperation[],
): Refusal | undefined {
  const { ipcNamespace: namespace, credentials } = task;
  if (operations.length < 1) return refuse('EINVAL', 'no operation given');
  const { semopm } = namespace.limits;
  if (operations.length > semopm) return refuse('E2BIG', `more than ${semopm} operations at once`);
  const set = namespace.sem.find(id);
  if (isRefusal(set)) return set;
  const beyond = operations.find(({ number }) => number < 0 || number >= set.values.length);
  if (beyond !== undefined) return refuse('EFBIG', `the set has no semaphore ${beyond.number}`);
  const access = operations.some(({ change }) => change !== 0) ? writeAccess : readAccess;
  const denied = accessDenied(set, credentials, access, namespace.userNamespace);
  if (denied !== undefined) return denied;
  const outcome = tryOperations(set, task.undo, operations);
  if (isRefusal(outcome)) return outcome;
  for (const [number, value] of outcome.values) set.values[number] = value;
  for (const { number } of operations) set.lastUsers[number] = task.process.leader.pid;
  for (const [number, value] of outcome.undo) {
    task.undo ??= newUndoList();
    setUndoValue(task.undo, set, number, value);
  }
  return undefined;
}

/** ipc/sem.c perform_atomic_semop: each operation sees the results of those before it. */
function tryOperations(
  set: SemaphoreSet,
  list: UndoList | undefined,
  operations: readonly SemaphoreOperation[],
) {
  const values = new Map<number, number>();
  const undo = new Map<number, number>();
  for (const { number, change, undo: isUndone } of operations) {
    const value = values.get(number) ?? set.values[number]!;
    const result = value + change;
    if ((change === 0 && value !== 0) || result < 0) {
      return refuse('EAGAIN', `semaphore ${number} is ${value}: the operation would sleep`);
    }
    if (result > semaphoreValueMax) return refuse('ERANGE', `semaphore ${number} would become ${result}`);
    values.set(number, result);
    if (!isUndone) continue;
    const adjusted = (undo.get(number) ?? undoValue(list, set, number)) - change;
    if (adjusted < -semaphoreValueMax - 1 || adjusted > semaphoreValueMax) {
      return refuse('ERANGE', `the undo value of semaphore ${number} would become ${adjusted}`);
    }
    undo.set(number, adjusted);
  }
  return { values, undo };
}

/** semctl(2) SETVAL: ERANGE before the id is looked at, then EINVAL, EACCES. */
export function semSetValue(task: Task, id: number, number: number, value: number): Refusal | undefined {
  if (value < 0 || value > semaphoreValueMax) return refuse('ERANGE', `${value} is no semaphore value`);
  const set = task.ipcNamespace.sem.find(id);
  if (isRefusal(set)) return set;
  if (number < 0 || number >= set.values.length) {
    return refuse('EINVAL', `the set has no semaphore ${number}`);
  }
  const denied = accessDenied(set, task.credentials, writeAccess, task.ipcNamespace.userNamespace);
  if (denied !== undefined) return denied;
  storeValue(task, set, number, value);
  return undefined;
}

/** semctl(2) SETALL: EINVAL, EACCES, ERANGE for any value out of range; nothing is set then. */
export function semSetAll(task: Task, id: number, values: readonly number[]): Refusal | undefined {
  const set = task.ipcNamespace.sem.find(id);
  if (isRefusal(set)) return set;
  const denied = accessDenied(set, task.credentials, writeAccess, task.ipcNamespace.userNamespace);
  if (denied !== undefined) return denied;
  if (values.length < set.values.length) return refuse('EINVAL', `${values.length} values are too few`);
  const wrong = values.find((value) => value < 0 || value > semaphoreValueMax);
  if (wrong !== undefined) return refuse('ERANGE', `${wrong} is no semaphore value`);
  for (let number = 0; number < set.values.length; number += 1)
    storeValue(task, set, number, values[number]!);
  return undefined;
}

function storeValue(task: Task, set: SemaphoreSet, number: number, value: number): void {
  set.values[number] = value;
  set.lastUsers[number] = task.process.leader.pid;
  clearUndoValues(set, number);
}

/** semctl(2) IPC_RMID: EINVAL, EPERM. */
export function semRemove(task: Task, id: number): Refusal | undefined {
  const { ipcNamespace: namespace, credentials } = task;
  const set = namespace.sem.find(id);
  if (isRefusal(set)) return set;
  const denied = controlDenied(set, credentials, namespace.userNamespace);
  if (denied !== undefined) return denied;
  dropUndoValues(set);
  namespace.usedSemaphores -= set.values.length;
  namespace.sem.remove(set);
  return undefined;
}

/**
 * Gives a task an undo list for a set, as OpenVZ's restore does: without looking at values or the set's
 * size. ENOENT when no set has that id.
 */
export function semRestoreUndo(task: Task, id: number, adjustments: readonly number[]): Refusal | undefined {
  const set = task.ipcNamespace.sem.find(id);
  if (isRefusal(set)) return refuse('ENOENT', `no semaphore set ${id} for the undo list`);
  task.undo ??= newUndoList();
  for (const [number, value] of adjustments.entries()) setUndoValue(task.undo, set, number, value);
  return undefined;
}
