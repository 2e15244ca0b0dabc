/** Why a restore by CRIU stops, and what it does without a word. Which check comes when is elsewhere. */
import { type CodeTable, diagnosticMaker } from '../../../diagnostic.ts';

const error = (meaning: string) => ({ severity: 'error', meaning }) as const;
const warning = (meaning: string) => ({ severity: 'warning', meaning }) as const;
const note = (meaning: string) => ({ severity: 'note', meaning }) as const;

export const criuRestoreCodes = {
  'criu-inventory': error('The inventory says something that CRIU refuses.'),
  'criu-option-needed': error('The image was dumped with an option that the restore needs, too.'),
  'criu-unreadable': error('A file that CRIU reads is damaged.'),
  'criu-file-missing': error('A file that CRIU needs is not there.'),
  'criu-no-tree': error('There is no process tree: CRIU crashes.'),
  'criu-duplicate-pid': error('A number is used by two tasks or threads: CRIU aborts.'),
  'criu-parent-missing': error('The parent of a task is not before it in the tree.'),
  'criu-second-root': error('A second task has no parent.'),
  'criu-pid-max': error('A pid is beyond what the kernel can count to.'),
  'criu-ids-missing': error('A task has no record of what it shares.'),
  'criu-ids-corrupt': error('The record of what a task shares contradicts the tree.'),
  'criu-nested-namespace': error('A task is in a namespace of its own that CRIU cannot make.'),
  'criu-session-leader': error('No ancestor of a task leads its session.'),
  'criu-born-session': error('Two sessions are possible for the birth of a task.'),
  'criu-session': error('A task cannot come into its session.'),
  'criu-group': error('A task cannot join its process group.'),
  'criu-group-wait': error('A task waits for a group leader that never leads a group: CRIU hangs.'),
  'criu-pid-namespace': error('The first pid does not fit the pid namespace.'),
  'criu-pid-taken': error('A pid cannot be given to the task.'),
  'criu-architecture': error('A core is of another architecture.'),
  'criu-core': error('A core lacks what CRIU needs.'),
  'criu-task-state': error('The state of a task is one that CRIU does not know.'),
  'criu-segfault': error('CRIU or one of its children reads through a null pointer.'),
  'criu-credentials': error('Credentials of a task are nowhere in the image.'),
  'criu-thread-credentials': error('Threads have no credentials of their own, as in old images: CRIU hangs.'),
  'criu-deprecated': error('The image has a form that CRIU only accepts with --deprecated.'),
  'criu-cgroup-set': error('The set of control groups of a task is not in the image.'),
  'criu-mounts': error('The mounts of a namespace have no root.'),
  'criu-file-reference': error('An open file that something refers to is not in the image.'),
  'criu-file-entry': error('An open file is described in a way that CRIU refuses.'),
  'criu-memfd-inode': error('The content of a memfd is not in the image: CRIU crashes.'),
  'criu-descriptor-range': error('A descriptor number is too large.'),
  'criu-duplicate-descriptor': error('A descriptor number is used twice: CRIU hangs.'),
  'criu-remap': error('A deleted file cannot be made again.'),
  'criu-ipc-variable': error('A limit of the IPC namespace cannot be set.'),
  'criu-ipc-create': error('A System V object cannot be made.'),
  'criu-ipc-id': error('A System V object does not get its id.'),
  'criu-ipc-content': error('The content of a System V object cannot be restored.'),
  'criu-segment-hole': error('An area attaches another part of a segment than its whole.'),
  'criu-segment-missing': error('An area attaches a segment that is not in the image.'),
  'criu-pages-outside': error('Pages are outside of every private area.'),
  'criu-pages-overlap': error('Page entries overlap: CRIU hangs.'),
  'criu-pages-short': error('The file of pages is shorter than its index says: CRIU hangs.'),
  'criu-pages-missing': error('Pages that the image refers to are not there.'),
  'criu-vdso-pages': error('The page of the vdso is not in the image, and CRIU needs it.'),
  'criu-area': error('An area cannot be mapped at its address.'),
  'criu-area-alignment': error('An area does not end at a page border: CRIU hangs.'),
  'criu-memory-layout': error('Addresses of the memory layout are out of order or out of range.'),
  'criu-auxv': error('The auxiliary vector is longer than CRIU can hold.'),
  'criu-scheduling': error('Scheduling parameters contradict each other.'),
  'criu-value-lost': warning('Something of the image is not restored.'),
  'criu-silently-accepted': note('Something odd that CRIU accepts without a word.'),
} as const satisfies CodeTable;

export type CriuRestoreCode = keyof typeof criuRestoreCodes;

export const criuRestoreDiagnostic = diagnosticMaker(criuRestoreCodes);
