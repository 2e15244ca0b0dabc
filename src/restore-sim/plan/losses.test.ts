/** What a plan says although it works: losses, and numbers that are taken elsewhere. */
import { expect, test } from 'vitest';
import type { Id, Task, UndoList } from '../../model/checkpoint.ts';
import { kernelProfile } from '../kernel/index.ts';
import { simulatePlannedRestore } from './index.ts';
import { checkpointOf, checkpointWith, semaphoreSet, sharedMemory } from './testing/checkpoint-of.ts';

const undoId = 0x700 as Id<'undoList'>;
const host = {
  pids: [
    { number: 1, name: 'systemd' },
    { number: 1204, name: 'sshd' },
  ],
};
const segment = sharedMemory(0, 0, 4096);

test('in namespaces of its own a tree does not meet the numbers of the host, which is said', () => {
  const report = simulatePlannedRestore(checkpointOf('init:1 a:1204'), {
    profile: kernelProfile('linux-6.18'),
    world: host,
  });
  expect(report.verdict).toBe('restores');
  expect(report.notes.map(({ message }) => message)).toContain(
    'pid 1204 is taken by `sshd` on the host; harmless in new namespaces',
  );
});

test('losses are warnings', () => {
  const [init, parent, child] = checkpointOf('init:1 a:400 b:401').tasks as [Task, Task, Task];
  const shared = { undoList: undoId, memory: 5 as Id<'memory'> };
  const list: UndoList = { at: 0x700, id: undoId, records: [{ at: 0x720, semId: 0, adjust: [1] }] };
  const traced = { ...child, ...shared, ptrace: { ...child.ptrace, flags: 1n }, startTimeNs: 5n };
  const dying = { ...parent, pid: 402, pids: [402], state: 'Z' as const };
  const checkpoint = checkpointWith([init, { ...parent, ...shared }, dying, traced], {
    semaphoreSets: [{ ...semaphoreSet(0, 0, [1]), mode: 0o2600 }],
    undoLists: new Map([[undoId, list]]),
    sharedMemories: new Map([[segment.segment, segment]]),
  });
  const report = simulatePlannedRestore(checkpoint, { profile: kernelProfile('linux-6.18') });
  expect([report.verdict, report.failures]).toEqual(['restores', []]);
  const codes = [...report.losses, ...report.notes].map(({ code }) => code);
  expect(codes.sort()).toEqual([
    ...['creator-lost', 'dead-thread-lost', 'memory-sharing-lost', 'mode-bits-lost'],
    ...['start-time-lost', 'tracing-lost', 'undo-sharing-lost'],
  ]);
});
