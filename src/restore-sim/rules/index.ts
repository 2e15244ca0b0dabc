/** The door to the rules, and their list. To add one: a file here, a line here, a row in `codes.ts`. */
import { BoundedReport, type Diagnostic } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import type { Checkpoint } from '../../model/checkpoint.ts';
import type { KernelProfile } from '../kernel/index.ts';
import { areaOrder } from './area-order.ts';
import type { CheckpointRuleCode } from './codes.ts';
import { containerInit } from './container-init.ts';
import { descriptors } from './descriptors.ts';
import { groupSession } from './group-session.ts';
import { ipcIdRange, ipcSequence } from './ipc-id-range.ts';
import { ipcLimits } from './ipc-limits.ts';
import { ipcIdUnique, ipcKeyUnique } from './ipc-unique.ts';
import { groupLeaderKind, sessionLeaderKind } from './leader-kind.ts';
import { messageTotal, messageType } from './messages.ts';
import { parentCycle } from './parent-cycle.ts';
import { parentExists } from './parent-exists.ts';
import { pidLevels } from './pid-levels.ts';
import { pidRange, pidVirtual } from './pid-range.ts';
import { pidUnique } from './pid-unique.ts';
import { referencesExist } from './references.ts';
import { type CheckpointRule, checkpointFacts } from './rule.ts';
import { semaphoreValue } from './semaphore-value.ts';
import { sessionLeader } from './session-leader.ts';
import { sessionReachable } from './session-reachable.ts';
import { shmAttachment, shmDestroyed } from './shm-attachment.ts';
import { startTime } from './start-time.ts';
import { taskState, zombieChildren } from './task-state.ts';
import { threadLeader } from './thread-leader.ts';
import { threadShared } from './thread-shared.ts';
import { undoLength, undoOwner, undoSet } from './undo.ts';

export { type CheckpointRuleCode, checkpointRuleCodes } from './codes.ts';
export type { CheckpointFacts, CheckpointRule } from './rule.ts';

/** Each code has one rule that raises it, in the order of findings. */
export const checkpointRules = {
  'container-init': containerInit,
  'duplicate-pid': pidUnique,
  'pid-levels': pidLevels,
  'pid-range': pidRange,
  'pid-not-virtual': pidVirtual,
  'missing-parent': parentExists,
  'parent-cycle': parentCycle,
  'missing-session-leader': sessionLeaderKind,
  'session-contradiction': sessionLeader,
  'session-unreachable': sessionReachable,
  'missing-group-leader': groupLeaderKind,
  'group-across-sessions': groupSession,
  'thread-without-leader': threadLeader,
  'thread-contradiction': threadShared,
  'missing-reference': referencesExist,
  'unknown-task-state': taskState,
  'zombie-with-children': zombieChildren,
  'start-time': startTime,
  'duplicate-ipc-id': ipcIdUnique,
  'duplicate-ipc-key': ipcKeyUnique,
  'ipc-id-range': ipcIdRange,
  'ipc-sequence': ipcSequence,
  'ipc-limit': ipcLimits,
  'semaphore-value': semaphoreValue,
  'undo-unknown-set': undoSet,
  'undo-unowned': undoOwner,
  'undo-length': undoLength,
  'message-total': messageTotal,
  'message-type': messageType,
  'shm-attachment': shmAttachment,
  'shm-destroyed': shmDestroyed,
  'duplicate-fd': descriptors,
  'area-order': areaOrder,
} as const satisfies Record<CheckpointRuleCode, CheckpointRule>;

/**
 * Everything that is semantically wrong with a checkpoint, whatever image it came from. With a profile,
 * also what that kernel cannot number or hold. A checkpoint that a kernel wrote gives none.
 */
export function checkRules(checkpoint: Checkpoint, profile?: KernelProfile): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const bounded = new BoundedReport((diagnostic) => void found.push(diagnostic), limits.diagnosticsKept);
  for (const diagnostic of brokenRules(checkpoint, profile)) bounded.report(diagnostic);
  bounded.end();
  return found;
}

/** The same one at a time, for who keeps few of them: each area of each task can break a rule. */
export function* brokenRules(checkpoint: Checkpoint, profile?: KernelProfile): Generator<Diagnostic> {
  const facts = checkpointFacts(checkpoint, profile);
  for (const rule of Object.values(checkpointRules)) yield* rule(facts);
}
