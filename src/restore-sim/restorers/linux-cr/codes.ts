/** Why a restart of a linux-cr stream fails, and what it loses. */
import { type CodeTable, diagnosticMaker } from '../../../diagnostic.ts';

const error = (meaning: string) => ({ severity: 'error', meaning }) as const;
const warning = (meaning: string) => ({ severity: 'warning', meaning }) as const;

/** What is wrong inside a stream whose records are sound; `cr-validate` says it, too. */
export const linuxCrStreamCodes = {
  'stream-object-number': error('A shared object is announced under a number that is not above 0, or twice.'),
  'stream-object-kind': error('A shared object is announced of a kind that the layout does not have.'),
  'stream-reference': error('A field holds the number of a shared object that was not announced before.'),
  'stream-reference-kind': error('A field holds the number of a shared object of another kind.'),
  'stream-tree': error('An entry of the table of tasks has no number, or one that is none.'),
  'stream-task-count': error('The stream describes more or fewer tasks than its table has.'),
  'stream-zombie': error('A dead task is not in the state of a zombie, or its exit status is none.'),
  'stream-exit-fields': error(
    'A living task has an exit status, or an exit signal that its kind of task has not.',
  ),
  'stream-ipc-object': error('A System V object has an id, mode, size or pid that the restart refuses.'),
  'stream-header-value': error('The header holds a value that no kernel of the series writes.'),
} as const satisfies CodeTable;

export const linuxCrRestoreCodes = {
  ...linuxCrStreamCodes,
  'restart-stream': error('The restart refuses the stream, or meets its end too early.'),
  'restart-plan': error('The user-space tool finds no way to create the tasks as they were.'),
  'restart-nested': error('Tasks of nested pid namespaces are restored into a new pid namespace only.'),
  'restart-pid': error('A task cannot be created with its number.'),
  'restart-session': error('A session cannot be made.'),
  'restart-group': error('A process group has no leader among the restored tasks of the session.'),
  'restart-ipc': error('A System V object cannot be made under its id and key.'),
  'restart-architecture': error('A stream of a machine that no known kernel of the series restores.'),
  'restart-nested-unreliable': warning(
    'The last public tool writes outside of its tables for nested pid namespaces: what comes of it is not certain.',
  ),
  'restart-parent-differs': warning('A task gets another parent than it had.'),
  'restart-session-differs': warning('A task gets another session or process group than it had.'),
} as const satisfies CodeTable;

export type LinuxCrRestoreCode = keyof typeof linuxCrRestoreCodes;
export const linuxCrRestoreDiagnostic = diagnosticMaker(linuxCrRestoreCodes);
