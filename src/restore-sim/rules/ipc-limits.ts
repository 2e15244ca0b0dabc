/**
 * Numbers and sizes of IPC objects against the limits in the checkpoint, else those of the kernel given.
 * Limits may have been lowered after the objects were made, so this is a warning.
 */
import { checkpointDiagnostic } from './codes.ts';
import type { CheckpointFacts, CheckpointRule } from './rule.ts';

interface Limits {
  readonly semmni: number;
  readonly semmns: number;
  readonly msgmni: number;
  readonly shmmni: number;
  /** Undefined where the writing kernel left stale bytes. */
  readonly shmmax: bigint | undefined;
}

// Holds for trees in IPC namespaces of their own; others have no objects.
export const ipcLimits: CheckpointRule = function* (facts) {
  const { checkpoint, segments } = facts;
  const limits = limitsOf(facts);
  if (limits === undefined) return;
  const { semaphoreSets, messageQueues } = checkpoint;
  const semaphores = semaphoreSets.reduce((sum, set) => sum + set.semaphores.length, 0);
  const counts = [
    [semaphoreSets.length, limits.semmni, 'semaphore sets', 'semmni'],
    [semaphores, limits.semmns, 'semaphores', 'semmns'],
    [messageQueues.length, limits.msgmni, 'message queues', 'msgmni'],
    [segments.length, limits.shmmni, 'segments', 'shmmni'],
  ] as const;
  for (const [count, limit, what, name] of counts) {
    if (count > limit) yield checkpointDiagnostic('ipc-limit', `${count} ${what}, but ${name} is ${limit}`);
  }
  for (const { id, sizeBytes } of segments) {
    if (limits.shmmax === undefined || sizeBytes <= limits.shmmax) continue;
    const message = `segment ${id} has ${sizeBytes} bytes, but shmmax is ${limits.shmmax}`;
    yield checkpointDiagnostic('ipc-limit', message);
  }
};

function limitsOf({ checkpoint, profile }: CheckpointFacts): Limits | undefined {
  const own = checkpoint.container.ipcLimits;
  if (own === undefined) return profile?.ipc.limits;
  const { semMni, semMns, msgMni, shmMni, shmMaxBytes, areShmLimitsReliable } = own;
  const shmmax = areShmLimitsReliable ? shmMaxBytes : undefined;
  return { semmni: semMni, semmns: semMns, msgmni: msgMni, shmmni: shmMni, shmmax };
}
