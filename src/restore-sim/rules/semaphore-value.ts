/** Values of semaphores. */
import { checkpointDiagnostic } from './codes.ts';
import { type CheckpointRule, placeOf } from './rule.ts';

/** include/uapi/linux/sem.h SEMVMX. */
const valueMax = 32767;

// Holds for every release.
export const semaphoreValue: CheckpointRule = function* ({ checkpoint }) {
  for (const set of checkpoint.semaphoreSets) {
    const place = placeOf(set, `semaphore set ${set.id}`);
    if (set.semaphores.length === 0) {
      yield checkpointDiagnostic('semaphore-value', `semaphore set ${set.id} has no semaphores`, place);
    }
    const number = set.semaphores.findIndex(({ value }) => value < 0 || value > valueMax);
    const value = set.semaphores[number]?.value;
    if (value === undefined) continue;
    const message = `semaphore ${number} of set ${set.id} is ${value}, not 0 to ${valueMax}`;
    yield checkpointDiagnostic('semaphore-value', message, place);
  }
};
