/**
 * /proc/self/task/TID/next_id of the 2008 next_id patches, untyped form: `LONG XX` or `LONG<n> X0 … X<n-1>`.
 * The value waits at the thread for the next object it makes, a process or an IPC object, whichever comes
 * first. That is the danger that the typed form (`typed-next-id.ts`) takes away.
 */

import { type Refusal, refuse } from '../errno.ts';
import type { IpcIdRequest, IpcKind } from '../ipc-registry.ts';
import type { PidRequest } from '../pid-allocation.ts';
import type { Task } from '../process.ts';
import { exactSlotRequest } from './exact-slot.ts';
import { ipcWords, parseTypedNextId, typedWords } from './typed-next-id.ts';

/** What one thread has requested. A later write to the same field replaces the earlier one. */
export interface NextIdSlot {
  /** Outermost of the named levels first: the last number is for the innermost namespace. */
  untyped: readonly number[] | undefined;
  readonly typed: Map<string, number>;
}

/** First words that the file accepts on this kernel; the list that D. Hansen's proposal asks for. */
export function settableNextIdWords(task: Task): readonly string[] {
  const { nextId, typedNextId } = task.pidNamespaceForChildren.profile.idRequests;
  return [...(nextId === undefined ? [] : ['LONG']), ...(typedNextId === undefined ? [] : typedWords)];
}

/** A write to the file: ENOENT where there is none, EINVAL for what it does not understand. */
export function writeNextId(task: Task, text: string): Refusal | undefined {
  const words = settableNextIdWords(task);
  if (words.length === 0) return refuse('ENOENT', 'this kernel has no next_id file');
  const typed = words.includes('PID') ? parseTypedNextId(text) : undefined;
  const untyped = words.includes('LONG') ? parseUntyped(text) : undefined;
  if (typed === undefined && untyped === undefined) {
    return refuse('EINVAL', `next_id does not understand "${text}"; first words: ${words.join(', ')}`);
  }
  task.nextId ??= { untyped: undefined, typed: new Map() };
  if (typed !== undefined) task.nextId.typed.set(typed.word, typed.id);
  if (untyped !== undefined) task.nextId.untyped = untyped;
  return undefined;
}

function parseUntyped(text: string): readonly number[] | undefined {
  const match = /^LONG(\d+)?((?:\s+-?\d+)+)\s*$/.exec(text);
  if (match === null) return undefined;
  const ids = match[2]!.trim().split(/\s+/).map(Number);
  return ids.length === Number(match[1] ?? 1) && ids.every(Number.isSafeInteger) ? ids : undefined;
}

/** The request that the next process of this thread takes, if any. It stays after a failure. */
export function nextIdPidRequest(task: Task): PidRequest | undefined {
  const { nextId, typedNextId } = task.pidNamespaceForChildren.profile.idRequests;
  const slot = task.nextId;
  const typed = slot?.typed.get('PID');
  const ids = typed === undefined ? slot?.untyped : [typed];
  const rules = typed === undefined ? nextId : typedNextId;
  if (slot === undefined || ids === undefined || rules === undefined) return undefined;
  return {
    check: ({ level }) =>
      ids.length - 1 > level
        ? refuse('EINVAL', `next_id names ${ids.length} levels, there are ${level + 1}`)
        : undefined,
    numberAt: ({ level, limit }, distance) => {
      const number = ids[ids.length - 1 - distance];
      if (number === undefined || (number >= rules.minimum && number < limit.max)) return number;
      const range = `${rules.minimum} and ${limit.max - 1}`;
      return refuse('EINVAL', `pid ${number} at level ${level} is not between ${range}`);
    },
    taken: ({ level }, number, holder) =>
      refuse(rules.taken, `pid ${number} at level ${level} is taken`, holder),
    // A requested number pushes the cyclic cursor forward, never back.
    onLevelTaken: (namespace, number) => {
      namespace.lastPid = Math.max(namespace.lastPid, number);
    },
    onSuccess: () => {
      if (typed === undefined) slot.untyped = undefined;
      else slot.typed.delete('PID');
    },
  };
}

/**
 * The request that the next IPC object of this thread takes. The IPC part of the patch was not at hand: its
 * rules are taken from its successor in linux-cr, kept-after-failure from the pid part.
 */
export function nextIdIpcRequest(task: Task, kind: IpcKind): IpcIdRequest | undefined {
  const { nextId, typedNextId } = task.pidNamespaceForChildren.profile.idRequests;
  const slot = task.nextId;
  const word = ipcWords[kind];
  const typed = slot?.typed.get(word);
  const id = typed ?? slot?.untyped?.[0];
  const rules = typed === undefined ? nextId : typedNextId;
  if (slot === undefined || id === undefined || rules === undefined) return undefined;
  return exactSlotRequest(id, rules.taken, () => {
    if (typed === undefined) slot.untyped = undefined;
    else slot.typed.delete(word);
  });
}
