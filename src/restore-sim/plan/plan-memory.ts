/**
 * Steps that need processes with an address space: attachments of shared memory, removal of segments that
 * are marked for it, and semaphore undo values.
 */
import type { Checkpoint, Id, Task } from '../../model/checkpoint.ts';
import { follow } from '../../model/look-up.ts';
import type { SemaphoreOperation } from '../kernel/index.ts';
import { isMade, lose, type PlanDraft } from './draft.ts';

const shmDestroy = 0o1000;
/** SEMVMX: neither a value nor an undo value goes beyond. */
const semaphoreMax = 32767;

export function planMemory(draft: PlanDraft): void {
  planAttachments(draft);
  for (const { mode, id, at } of draft.checkpoint.sharedMemories.values()) {
    // ipc/shm.c frees a removed segment with its last user, so this comes after all attachments.
    if ((mode & shmDestroy) !== 0) {
      draft.step({ op: 'remove', phase: 'memory', by: draft.ipcActor, at, id });
    }
  }
  planUndo(draft);
}

/** One attachment for each area, once for each address space. */
function planAttachments(draft: PlanDraft): void {
  const { checkpoint } = draft;
  if (checkpoint.sharedMemories.size === 0) return;
  const segments = segmentsByFile(checkpoint);
  const done = new Set<Id<'memory'>>();
  for (const task of checkpoint.tasks) {
    const { memory, tgid, at, comm, pid } = task;
    if (memory === undefined || !isMade(draft, task) || task.state === 'Z') continue;
    if (done.has(memory)) {
      if (pid === tgid && !draft.sharesMemory.has(task)) {
        lose(draft, 'memory-sharing-lost', `${comm} (${pid}) shared its memory with another process`, task);
      } else continue;
    }
    done.add(memory);
    for (const [id, times] of attachmentsOf(checkpoint, memory, segments)) {
      draft.step({ op: 'attach', phase: 'memory', by: pid, at, id, times });
    }
  }
}

function segmentsByFile({ files, sharedMemories }: Checkpoint): ReadonlyMap<Id<'file'>, number> {
  const byInode = new Map<Id<'inode'>, number>();
  for (const { inode, id } of sharedMemories.values()) byInode.set(inode, id);
  const segments = new Map<Id<'file'>, number>();
  for (const { id, inode } of files.values()) {
    const segment = follow(byInode, inode);
    if (segment !== undefined) segments.set(id, segment);
  }
  return segments;
}

function attachmentsOf(
  { memories }: Checkpoint,
  memory: Id<'memory'>,
  segments: ReadonlyMap<Id<'file'>, number>,
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { kind, mapped } of memories.get(memory)?.areas ?? []) {
    const id = kind === 'shm' && mapped !== undefined ? segments.get(mapped) : undefined;
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** Each list once, by the first task that has it; the others got it with CLONE_SYSVSEM, or lose it. */
function planUndo(draft: PlanDraft): void {
  const { checkpoint, mechanisms } = draft;
  if (checkpoint.undoLists.size === 0) return;
  const values = new Map(checkpoint.semaphoreSets.map((set) => [set.id, set.semaphores] as const));
  const done = new Set<Id<'undoList'>>();
  for (const task of checkpoint.tasks) {
    const list = follow(checkpoint.undoLists, task.undoList);
    if (list === undefined || !isMade(draft, task)) continue;
    if (done.has(list.id)) {
      if (!draft.sharesUndo.has(task)) lostUndo(draft, task);
      continue;
    }
    done.add(list.id);
    for (const { semId: id, adjust, at } of list.records) {
      const base = { phase: 'memory', by: task.pid, at, id } as const;
      if (mechanisms.ipc === 'in-kernel') draft.step({ op: 'undo', ...base, adjust });
      else {
        for (const operations of undoOperations(adjust, (number) => values.get(id)?.[number]?.value ?? 0)) {
          draft.step({ op: 'semop', ...base, operations });
        }
      }
    }
  }
}

function lostUndo(draft: PlanDraft, task: Task): void {
  const message = `${task.comm} (${task.pid}) shared its undo values with a task that is not its parent`;
  lose(draft, 'undo-sharing-lost', message, task);
}

/**
 * Undo values have no call of their own: two operations that cancel out, one of them with SEM_UNDO, leave
 * the semaphore as it is and the value behind. The one that adds goes first where there is room, else the
 * one that takes; a value with room for neither goes in parts.
 */
export function undoOperations(
  adjust: readonly number[],
  valueAt: (number: number) => number,
): readonly (readonly SemaphoreOperation[])[] {
  const calls: (readonly SemaphoreOperation[])[] = [];
  for (const [number, wanted] of adjust.entries()) {
    const value = Math.min(Math.max(valueAt(number), 0), semaphoreMax);
    const room = Math.max(semaphoreMax - value, value);
    for (let left = wanted; left !== 0; ) {
      const part = Math.sign(left) * Math.min(Math.abs(left), room);
      // With SEM_UNDO, taking `part` away leaves an undo value of `part`.
      const undo = { number, change: -part, undo: true };
      const back = { number, change: part };
      const addsFirst = Math.abs(part) <= semaphoreMax - value;
      calls.push(addsFirst === part > 0 ? [back, undo] : [undo, back]);
      left -= part;
    }
  }
  return calls;
}
