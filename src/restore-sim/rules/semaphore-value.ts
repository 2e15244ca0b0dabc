/** Values of semaphores. */
import { ruleDiagnostic } from './codes.ts';
import { placeOf, type Rule } from './rule.ts';

/** include/uapi/linux/sem.h SEMVMX. */
const valueMax = 32767;

// Holds for every release.
export const semaphoreValue: Rule = function* ({ checkpoint }) {
  for (const set of checkpoint.semaphoreSets) {
    const place = placeOf(set, `semaphore set ${set.id}`);
    if (set.semaphores.length === 0) {
      yield ruleDiagnostic('semaphore-value', `semaphore set ${set.id} has no semaphores`, place);
    }
    const number = set.semaphores.findIndex(({ value }) => value < 0 || value > valueMax);
    const value = set.semaphores[number]?.value;
    if (value === undefined) continue;
    const message = `semaphore ${number} of set ${set.id} is ${value}, not 0 to ${valueMax}`;
    yield ruleDiagnostic('semaphore-value', message, place);
  }
};
