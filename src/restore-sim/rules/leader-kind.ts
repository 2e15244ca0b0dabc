/**
 * Group and session leaders that the image itself says are alive, or gone. A leader that is gone is no
 * fault: groups and sessions outlive theirs. Images that do not say (group 0) are not judged.
 */
import type { GroupKind } from '../../model/checkpoint.ts';
import { follow } from '../../model/look-up.ts';
import { type CheckpointRuleCode, checkpointDiagnostic } from './codes.ts';
import { type CheckpointFacts, type CheckpointRule, taskPlace } from './rule.ts';

/** kernel/cpt/cpt_process.c of 2.6.18: `normal` when a task with that pid exists, else `orphan`. */
// Holds for OpenVZ only: other images do not say.
export const groupLeaderKind: CheckpointRule = (facts) =>
  kindsOf(facts, 'missing-group-leader', 'group', ({ pgrp, pgrpKind }) => [pgrp, pgrpKind]);

export const sessionLeaderKind: CheckpointRule = (facts) =>
  kindsOf(facts, 'missing-session-leader', 'session', ({ session, sessionKind }) => [session, sessionKind]);

type Pick = (signal: {
  readonly pgrp: bigint;
  readonly pgrpKind: GroupKind;
  readonly session: bigint;
  readonly sessionKind: GroupKind;
}) => readonly [number: bigint, kind: GroupKind];

function* kindsOf(
  { checkpoint, taskByPid }: CheckpointFacts,
  code: CheckpointRuleCode,
  word: string,
  pick: Pick,
) {
  for (const { leader } of checkpoint.processes) {
    const signal = follow(checkpoint.signals, leader?.signal);
    if (leader === undefined || signal === undefined) continue;
    const [number, kind] = pick(signal);
    // Kernels with pid namespaces leave groups to the task and write 0 here.
    if (number === 0n) continue;
    const isThere = taskByPid.has(Number(number));
    if (isThere === (kind === 'normal')) continue;
    const claim = isThere ? 'has no leader any more' : 'has a living leader';
    const truth = isThere ? 'task is there' : 'task is not';
    const whose = `${word} ${number} of ${leader.comm} (${leader.pid})`;
    const message = `${whose} ${claim}, says the image; the ${truth}`;
    yield checkpointDiagnostic(code, message, taskPlace(leader));
  }
}
