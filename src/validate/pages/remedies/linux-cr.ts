/** linux-cr streams and their restart. */
import { again, type Remedies } from './remedy.ts';

export const linuxCr: Remedies = {
  'stream-object-number': [
    'The number of a shared object was changed, or two streams were put together.',
    again,
  ],
  'stream-object-kind': [
    'The stream is of a later layout than the header says, or the type was changed.',
    'Name the layout: `cr-convert --from linux-cr-DATE STREAM NEW`; `--list` names them.',
  ],
  'stream-reference': [
    'The announcement was cut out, or the number was changed.',
    `${again} \`cr-inspect STREAM records\` lists the announcements.`,
  ],
  'stream-reference-kind': [
    'The number was changed: it is that of another object.',
    'Set it to the object that is meant; `cr-inspect STREAM records` lists them.',
  ],
  'stream-tree': [
    'An entry of the table has pid 0 or a negative number.',
    `${again} \`cr-inspect STREAM ps\` shows the table.`,
  ],
  'stream-task-count': [
    'The stream ends before the last task, or states of tasks were cut out.',
    'Copy the stream again: it has no padding, and every byte counts.',
  ],
  'stream-zombie': [
    'exit_state or exit_code of a dead task was changed.',
    'Set exit_state to 16 (EXIT_ZOMBIE) and exit_code to a status of wait(2).',
  ],
  'stream-exit-fields': [
    'exit_code or exit_signal of a living task was changed.',
    'Set exit_code to 0 and exit_signal to that of its clone(), 17 (SIGCHLD) for the most part.',
  ],
  'stream-ipc-object': [
    'Id, mode, size or pid of the object is negative or has bits that no mode has.',
    'Correct the value; `cr-inspect STREAM ipc` lists the objects.',
  ],
  'stream-header-value': [
    'A constant of the kernel in the header is none that a kernel of the series was built with.',
    again,
  ],
  'restart-stream': [
    'The reader of the kernel meets a record that it does not expect, or the end.',
    'Copy the stream again; `cr-validate STREAM` says where it leaves the layout.',
  ],
  'restart-plan': [
    'The table of tasks has no task, or parents and sessions that no order of forks gives.',
    'Checkpoint the container as a whole, from its first process.',
  ],
  'restart-nested': [
    'A new pid namespace is needed for each level, and the restart was asked to use that of the caller.',
    'Restart with a new pid namespace (`--pidns`), or convert to CRIU.',
  ],
  'restart-pid': [
    'Something has the number where it is restarted.',
    'Restart into a new pid namespace, or end what has the number.',
  ],
  'restart-session': [
    'The task leads a group or session already when it is to make its session.',
    'Checkpoint the container as a whole, from its first process.',
  ],
  'restart-group': [
    'The group is of another session or has no leader in the image, or the task leads a session and is in another group.',
    'Checkpoint while the leader lives, or convert to CRIU, which makes a stand-in.',
  ],
  'restart-ipc': [
    'Another object has the id or key where it is restarted.',
    'Restart into an IPC namespace of its own.',
  ],
  'restart-architecture': [
    'The header names a machine that the series was not ported to.',
    'Nothing helps: no kernel is known that would read it.',
  ],
  'restart-nested-unreliable': [
    'Its tables have less room than numbers of nested namespaces need.',
    'Convert to CRIU, or try the restart where a crash of the tool does no harm.',
  ],
  'restart-parent-differs': [
    'The parent ended before the checkpoint, and the tool puts the task below another.',
    'Nothing has to be done unless a program waits for the task.',
  ],
  'restart-session-differs': [
    'Session or group of the task has no leader that the tool could make first.',
    'Nothing has to be done unless the program uses job control.',
  ],
};
