/** Why a planned restore fails, and what it loses although it goes on. */
import { type CodeTable, diagnosticMaker } from '../../diagnostic.ts';
import { restoreCodes } from '../codes.ts';

const error = (meaning: string) => ({ severity: 'error', meaning }) as const;
const warning = (meaning: string) => ({ severity: 'warning', meaning }) as const;
const note = (meaning: string) => ({ severity: 'note', meaning }) as const;

export const planCodes = {
  'image-damaged': error('The image cannot be read to its end.'),
  'machine-mismatch': error('The image is of another machine than the kernel that is to restore it.'),
  'pid-taken': restoreCodes['pid-taken'],
  'pid-out-of-range': restoreCodes['pid-out-of-range'],
  'pids-exhausted': error('No pid is free for a process that the restorer needs.'),
  'no-mechanism': error('The kernel has no way to ask for a number that the checkpoint needs.'),
  'parent-missing': restoreCodes['parent-missing'],
  'parent-cycle': error('Processes are each other’s ancestors: none can be created first.'),
  'thread-without-leader': error('A thread cannot be created: its process has no leader.'),
  'namespace-unreachable': error('A process is in a pid namespace that its parent cannot fork it into.'),
  'session-unreachable': error('No order of forks and setsid puts a process into its session.'),
  'group-unreachable': error('A process group is outside of what the restorer can join.'),
  'group-refused': error('The kernel refuses to put a process into its group.'),
  'ipc-key-exists': error('The key of a System V object is in use already.'),
  'ipc-id-taken': error('The slot of a System V object is in use: it gets another id, or none.'),
  'ipc-id-out-of-range': error('The id of a System V object is none that can be asked for.'),
  'ipc-limit': error('There are as many System V objects, or as much of them, as the limits allow.'),
  'ipc-refused': restoreCodes['ipc-refused'],
  'semaphore-refused': error('The kernel refuses the values of a semaphore set.'),
  'message-refused': error('The kernel refuses to queue a message.'),
  'undo-set-missing': restoreCodes['undo-set-missing'],
  'undo-refused': error('The kernel refuses the operations that bring back an undo value.'),
  'limit-refused': error('The kernel refuses a limit of the container.'),
  'step-refused': error('The kernel refuses a step for another reason.'),
  'result-differs': error('Every step succeeded, but what stands there is not what the checkpoint says.'),

  'undo-sharing-lost': restoreCodes['undo-sharing-lost'],
  'memory-sharing-lost': warning('Processes that shared their memory do not share it afterwards.'),
  'creator-lost': warning('Creator and last user of System V objects become those of the restorer.'),
  'mode-bits-lost': warning('Mode bits that only a kernel can set are lost.'),
  'tracing-lost': restoreCodes['tracing-lost'],
  'dead-thread-lost': warning('A thread that was dying is not made again.'),
  'start-time-lost': note('Processes start when they are restored: their start times are new.'),
  'host-number-shared': note('A number of the container is in use on the host, where it does no harm.'),
} as const satisfies CodeTable;

export type PlanCode = keyof typeof planCodes;

export const planDiagnostic = diagnosticMaker(planCodes);
