/** Broken on purpose: for each fault its code, errno and culprit, under the kernels where they differ. */
import { describe, expect, test } from 'vitest';
import type { Task } from '../../model/checkpoint.ts';
import { type KernelProfileName, kernelProfile } from '../kernel/index.ts';
import { planCodes, simulatePlannedRestore } from './index.ts';
import { brokenCases } from './testing/broken-cases.ts';
import { checkpointOf, checkpointWith, messageQueue, semaphoreSet } from './testing/checkpoint-of.ts';

const twice = 'init:1 a:1034 b:1034';
const duplicates: readonly (readonly [KernelProfileName, string])[] = [
  ['linux-6.18', 'EEXIST'],
  ['linux-5.5', 'EEXIST'],
  ['linux-3.9', 'EEXIST'],
  ['linux-cr', 'EBUSY'],
  ['linux-2.6.25-next-id', 'EBUSY'],
  ['openvz-2.6.18', 'EEXIST'],
  ['openvz-2.6.32', 'ENOMEM'],
];

test.each(Object.entries(brokenCases))(
  '%s',
  (_, { checkpoint, kernel = 'linux-6.18', world, target, expected }) => {
    const report = simulatePlannedRestore(checkpoint, {
      profile: kernelProfile(kernel),
      ...(world && { world }),
      ...(target && { target }),
    });
    const [code, errno, culprit, message] = expected;
    const [failure] = report.failures;
    expect(report.verdict).toBe('fails');
    expect([failure?.code, failure?.errno, failure?.culprit]).toEqual([code, errno, culprit]);
    expect(failure?.message).toContain(message);
  },
);

describe('a pid twice', () => {
  test.each(duplicates)('%s answers %s', (kernel, errno) => {
    const report = simulatePlannedRestore(checkpointOf(twice), { profile: kernelProfile(kernel) });
    expect(report.failures).toHaveLength(1);
    expect(report.failures[0]).toMatchObject({ code: 'pid-taken', errno, culprit: 'a' });
  });
});

test('tasks name more levels of pid namespaces than there are', () => {
  const [init, other] = checkpointOf('init:1 any:10').tasks as [Task, Task];
  const tasks = [
    { ...init, pids: [60, 50, 1] },
    { ...other, pids: [10, 3] },
  ];
  for (const [kernel] of [...duplicates, ['linux-3.3'] as const]) {
    const report = simulatePlannedRestore(checkpointWith(tasks), { profile: kernelProfile(kernel) });
    expect(report.verdict, kernel).toBe('fails');
  }
});

test('a kernel that cannot be asked for numbers', () => {
  const profile = { ...kernelProfile('linux-3.9'), idRequests: {} };
  const checkpoint = checkpointOf('init:1 a:400', { messageQueues: [messageQueue(9, 0, [])] });
  const report = simulatePlannedRestore(checkpoint, { profile });
  expect(report.failures.map(({ code, message }) => [code, message])).toEqual([
    ['no-mechanism', 'a got pid 2 instead of 400, which this kernel cannot be asked for'],
  ]);
});

test('counting ids up has an end', () => {
  const semaphoreSets = Array.from({ length: 40 }, (_, at) => semaphoreSet(39 - at, 0, [1]));
  const report = simulatePlannedRestore(checkpointOf('init:1', { semaphoreSets }), {
    profile: kernelProfile('linux-3.3'),
  });
  expect(report.failures[0]?.code).toBe('no-mechanism');
  expect(report.failures[0]?.message).toContain('would take more than 1966080 objects to count up to');
});

test('every independent reason is found, and nothing that follows from another', () => {
  const checkpoint = checkpointOf('init:1 a:1204/1 b:1205/1204 c:900000 d:901/900000', {
    semaphoreSets: [semaphoreSet(0, 5, [1]), semaphoreSet(1, 5, [1])],
  });
  const profile = kernelProfile('linux-5.5');
  const world = { pids: [{ number: 1204, name: 'sshd' }] };
  const report = simulatePlannedRestore(checkpoint, { profile, world, target: 'prepared' });
  expect(report.failures.map(({ code }) => code)).toEqual([
    'ipc-key-exists',
    'pid-taken',
    'pid-out-of-range',
  ]);
});

test('every code of the table is one that some step or problem can have', () => {
  const raised = new Set<string>(Object.values(brokenCases).map(({ expected }) => expected[0]));
  // Those of other tests here and of the command's, and one for refusals that no checkpoint brings about.
  const elsewhere = [
    ...['image-damaged', 'creator-lost', 'dead-thread-lost', 'memory-sharing-lost', 'mode-bits-lost'],
    ...['start-time-lost', 'tracing-lost', 'undo-sharing-lost', 'host-number-shared', 'no-mechanism'],
    ...['step-refused', 'machine-mismatch'],
  ];
  expect(Object.keys(planCodes).filter((code) => !raised.has(code) && !elsewhere.includes(code))).toEqual([]);
});
