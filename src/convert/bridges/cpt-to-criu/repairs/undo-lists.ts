/** The semaphore adjustments of a task as calls that make them again. What cannot be made again is lost. */
import type { Checkpoint, SemaphoreSet, Task } from '../../../../model/checkpoint.ts';
import { follow } from '../../../../model/look-up.ts';
import type { Losses } from '../losses.ts';
import { splitCalls, type UndoCall, undoOperations } from './sem-undo.ts';

/** Limits of the kernel: SEMVMX, and SEMOPM of a namespace that says nothing. */
const valueMax = 32767;
const defaultOperationsMax = 500;

export function undoCallsOf(checkpoint: Checkpoint, task: Task, losses?: Losses): readonly UndoCall[] {
  const list = follow(checkpoint.undoLists, task.undoList);
  const operationsMax = checkpoint.container.ipcLimits?.semOpm || defaultOperationsMax;
  return (list?.records ?? []).flatMap((record) => {
    if (record.adjust.every((adjust) => adjust === 0)) return [];
    const set = checkpoint.semaphoreSets.find(({ id }) => id === record.semId);
    if (!set || !canAlter(task, set)) {
      const why = set ? 'which the process may not change any more' : 'which is not in the image';
      losses?.add('semaphore-undo', `process ${task.tgid}, set ${record.semId}, ${why}`, record);
      return [];
    }
    const operations = record.adjust.flatMap((adjust, index) => {
      const value = set.semaphores[index]?.value;
      const isPossible =
        value !== undefined && value >= 0 && value <= valueMax && Math.abs(adjust) <= valueMax;
      if (adjust !== 0 && !isPossible) losses?.add('semaphore-undo', `set ${record.semId}[${index}]`, record);
      return adjust !== 0 && isPossible ? undoOperations(index, value, adjust) : [];
    });
    return splitCalls(record.semId, operations, operationsMax);
  });
}

const capIpcOwner = 1n << 15n;

/**
 * ipc/util.c, ipcperms: write permission as owner, as member of the group, as anybody. Not as creator: that
 * is CRIU after a restore.
 */
function canAlter({ credentials }: Task, { uid, gid, mode }: SemaphoreSet): boolean {
  if (credentials === undefined) return false;
  const { euid, egid, groups, capEffective } = credentials;
  if ((capEffective & capIpcOwner) !== 0n) return true;
  if (euid === uid) return (mode & 0o200) !== 0;
  return (mode & ([egid, ...groups].includes(gid) ? 0o020 : 0o002)) !== 0;
}
