/** Codes of the rules: what a checkpoint says that no kernel can have written, or no restorer can rebuild. */
import { type CodeTable, diagnosticMaker } from '../../diagnostic.ts';

export const checkpointRuleCodes = {
  'duplicate-pid': {
    severity: 'error',
    meaning: 'Two tasks have the same number in one pid namespace.',
  },
  'pid-levels': {
    severity: 'error',
    meaning: 'A task has pids at fewer or more levels than its parent allows.',
  },
  'pid-range': {
    severity: 'error',
    meaning: 'A pid, group or session is no number that the kernel can give out.',
  },
  'pid-not-virtual': {
    severity: 'error',
    meaning: 'A pid is neither 1 nor has the bit that OpenVZ kernels without pid namespaces demand.',
  },
  'container-init': {
    severity: 'error',
    meaning: 'A container has no process 1, or it is not the first task of the image.',
  },
  'missing-parent': { severity: 'error', meaning: 'The parent of a process is not in the checkpoint.' },
  'parent-cycle': {
    severity: 'error',
    meaning: 'Processes are each other’s ancestors, so none of them can be created first.',
  },
  'missing-group-leader': {
    severity: 'error',
    meaning: 'A process group is said to have a living leader that is not in the checkpoint, or the reverse.',
  },
  'missing-session-leader': {
    severity: 'error',
    meaning: 'A session is said to have a living leader that is not in the checkpoint, or the reverse.',
  },
  'session-unreachable': {
    severity: 'error',
    meaning: 'A process is in a session that neither setsid nor any fork can have put it into.',
  },
  'session-contradiction': {
    severity: 'error',
    meaning: 'The process whose pid is the session is in another session, or leads it from another group.',
  },
  'group-across-sessions': {
    severity: 'error',
    meaning: 'Members of one process group are in different sessions.',
  },
  'thread-without-leader': { severity: 'error', meaning: 'A thread belongs to no thread group leader.' },
  'thread-contradiction': {
    severity: 'error',
    meaning: 'Threads of one process do not share what all threads share.',
  },
  'missing-reference': {
    severity: 'error',
    meaning: 'A task refers to a memory, file table, signal struct or the like that is not there.',
  },
  'unknown-task-state': { severity: 'error', meaning: 'A task is in a state that no kernel has.' },
  'zombie-with-children': {
    severity: 'warning',
    meaning: 'A dead process has children; they would have gone to init.',
  },
  'start-time': {
    severity: 'warning',
    meaning: 'A task started after the checkpoint was taken, or before its container did.',
  },
  'duplicate-ipc-id': { severity: 'error', meaning: 'Two IPC objects of one kind need the same slot.' },
  'duplicate-ipc-key': { severity: 'error', meaning: 'Two IPC objects of one kind have the same key.' },
  'ipc-id-range': { severity: 'error', meaning: 'An IPC id is not one that the kernel can give out.' },
  'ipc-sequence': {
    severity: 'error',
    meaning: 'The sequence number of an IPC object is not the one in its id.',
  },
  'ipc-limit': {
    severity: 'warning',
    meaning: 'There are more or larger IPC objects than the limits allow.',
  },
  'semaphore-value': {
    severity: 'error',
    meaning: 'A set has no semaphores, or one has a value that no semaphore can have.',
  },
  'undo-unknown-set': {
    severity: 'error',
    meaning: 'Undo values are for a semaphore set that is not there.',
  },
  'undo-unowned': { severity: 'warning', meaning: 'A list of undo values belongs to no process.' },
  'undo-length': {
    severity: 'error',
    meaning: 'Undo values are for more or fewer semaphores than the set has.',
  },
  'message-total': { severity: 'error', meaning: 'A queue holds more bytes than it may.' },
  'message-type': { severity: 'error', meaning: 'A message has a type that cannot be sent.' },
  'shm-attachment': { severity: 'error', meaning: 'An area is attached to a segment that is not there.' },
  'shm-destroyed': {
    severity: 'warning',
    meaning: 'A removed segment is attached nowhere; the kernel would have freed it.',
  },
  'duplicate-fd': {
    severity: 'error',
    meaning: 'A file table has one descriptor twice, or one beyond its size.',
  },
  'area-order': { severity: 'error', meaning: 'Areas of an address space are empty, overlap or go back.' },
} as const satisfies CodeTable;

export type CheckpointRuleCode = keyof typeof checkpointRuleCodes;
export const checkpointDiagnostic = diagnosticMaker(checkpointRuleCodes);
