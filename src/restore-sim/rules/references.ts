/** What a task refers to. Contents of what is there are not looked at. */
import { traitsOf } from '../../families/traits.ts';
import type { Checkpoint, Task } from '../../model/checkpoint.ts';
import { isDead } from '../../model/look-up.ts';
import { checkpointDiagnostic } from './codes.ts';
import { type CheckpointRule, called, taskPlace } from './rule.ts';

/** Field of a task, where its target is kept, and which tasks must have one. */
const references = [
  ['memory', 'memories', 'living'],
  ['fdTable', 'fdTables', 'living'],
  ['fs', 'fsStructs', 'living'],
  ['signal', 'signals', 'all'],
  ['sighand', 'sighands', 'all'],
  ['undoList', 'undoLists', 'none'],
  ['mountNamespace', 'mountNamespaces', 'none'],
  ['posixTimers', 'posixTimers', 'none'],
] as const satisfies readonly (readonly [keyof Task, keyof Checkpoint, 'living' | 'all' | 'none'])[];

/**
 * Dead tasks have given up memory and files, in most families signal state, too. Whole families store no such object (a tree of pids only), so an
 * absent reference counts only where other tasks have one.
 */
// Holds for trees in the namespaces of the host: those are no references, and nothing is missing.
export const referencesExist: CheckpointRule = function* ({ checkpoint }) {
  const { hasSignalsOfDead } = traitsOf(checkpoint.image.family);
  for (const [field, map, needed] of references) {
    const targets: ReadonlyMap<number, unknown> = checkpoint[map];
    for (const task of checkpoint.tasks) {
      const target = task[field];
      const isExpected = needed !== 'none' && (!isDead(task) || (needed === 'all' && hasSignalsOfDead));
      const isNeeded = targets.size > 0 && isExpected;
      if (target === undefined ? !isNeeded : targets.has(target)) continue;
      const what =
        target === undefined ? `has no ${field}` : `has the ${field} ${target}, which is not there`;
      yield checkpointDiagnostic('missing-reference', `${called(task)} ${what}`, taskPlace(task));
    }
  }
};
