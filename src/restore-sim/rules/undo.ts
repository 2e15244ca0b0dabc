/** Semaphore undo values against the sets and tasks that they belong to. */
import { checkpointDiagnostic } from './codes.ts';
import { type CheckpointRule, placeOf } from './rule.ts';

// Holds for OpenVZ only: CRIU stores no undo values.
export const undoSet: CheckpointRule = function* ({ checkpoint, setById }) {
  for (const list of checkpoint.undoLists.values()) {
    for (const record of list.records) {
      if (setById.has(record.semId)) continue;
      const message = `undo values for semaphore set ${record.semId}, which is not there`;
      yield checkpointDiagnostic('undo-unknown-set', message, placeOf(record, `undo of set ${record.semId}`));
    }
  }
};

/** ipc/sem.c: the kernel reads as many undo values as the set has semaphores, whatever was stored. */
export const undoLength: CheckpointRule = function* ({ checkpoint, setById }) {
  for (const list of checkpoint.undoLists.values()) {
    for (const record of list.records) {
      const set = setById.get(record.semId);
      if (set === undefined || set.semaphores.length === record.adjust.length) continue;
      const counts = `${record.adjust.length} undo values for the ${set.semaphores.length} semaphores`;
      const place = placeOf(record, `undo of set ${record.semId}`);
      yield checkpointDiagnostic('undo-length', `${counts} of set ${record.semId}`, place);
    }
  }
};

export const undoOwner: CheckpointRule = function* ({ checkpoint }) {
  const used = new Set(checkpoint.tasks.map(({ undoList }) => undoList));
  for (const list of checkpoint.undoLists.values()) {
    if (used.has(list.id)) continue;
    const message = `no task has the undo list for ${list.records.length} semaphore sets`;
    yield checkpointDiagnostic('undo-unowned', message, placeOf(list, 'undo list'));
  }
};
