/** Plans as recipes: the whole text of small trees, so that an order that changes is seen. */
import { expect, test } from 'vitest';
import type { Checkpoint } from '../../model/checkpoint.ts';
import { type KernelProfileName, kernelProfile } from '../kernel/index.ts';
import { planJson, planRestore, planText, simulatePlannedRestore, stepText } from './index.ts';
import type { PlanOptions } from './plan.ts';
import { checkpointOf, messageQueue, semaphoreSet } from './testing/checkpoint-of.ts';

const stepsOf = (
  checkpoint: Checkpoint,
  kernel: KernelProfileName = 'linux-6.18',
  options: Partial<PlanOptions> = {},
) => planRestore(checkpoint, { profile: kernelProfile(kernel), ...options }).steps.map(stepText);

const tree = (processes: string, kernel?: KernelProfileName, options?: Partial<PlanOptions>) =>
  stepsOf(checkpointOf(processes), kernel, options);

test('a session leader forks children of its old session before setsid, the others after it', () => {
  expect(tree('init:1 daemon:10,s10 early:11/10,s1,g1 late:12/10')).toEqual([
    'restorer: clone3(CLONE_NEWPID|CLONE_NEWIPC, set_tid={1}) → 1 (init)',
    '1: setsid()',
    '1: clone3(set_tid={10}) → 10 (daemon)',
    '10: clone3(set_tid={11}) → 11 (early)',
    '10: setsid()',
    '10: clone3(set_tid={12}) → 12 (late)',
  ]);
});

test('an orphan of a living session comes from a helper of its leader', () => {
  expect(tree('init:1 shell:10,s10,g10 orphan:11,s10,g10').slice(2)).toEqual([
    '1: clone3(set_tid={10}) → 10 (shell)',
    '10: setsid()',
    '10: clone3(set_tid={300}) → 300 (orphans helper 300) as helper 1',
    'helper 1: clone3(set_tid={11}) → 11 (orphan)',
    'helper 1: exit(0)',
    '10: wait for helper 1',
  ]);
});

test('an orphan of a dead session comes from a stand-in with the number of its leader', () => {
  expect(tree('init:1 orphan:11,s10,g10 other:12,s10,g12').slice(2)).toEqual([
    '1: clone3(set_tid={10}) → 10 (session helper 10) as helper 1',
    'helper 1: setsid()',
    'helper 1: clone3(set_tid={11}) → 11 (orphan)',
    'helper 1: clone3(set_tid={12}) → 12 (other)',
    'helper 1: exit(0)',
    '1: wait for helper 1',
    '12: setpgid(0, 12)',
  ]);
});

test('a group without leader is made by a stand-in, one whose leader moved on by that leader', () => {
  expect(tree('init:1 a:10,g9 b:11,g9 mover:12,g1 c:13,g12').slice(6)).toEqual([
    '10: clone3(set_tid={9}) → 9 (group helper 9) as helper 1',
    'helper 1: setpgid(0, 9)',
    '12: setpgid(0, 12)',
    '10: setpgid(0, 9)',
    '11: setpgid(0, 9)',
    '13: setpgid(0, 12)',
    '12: setpgid(0, 1)',
    'helper 1: exit(0)',
    '10: wait for helper 1',
  ]);
});

test('threads, zombies, stops and credentials', () => {
  expect(tree('init:1 a:10,t11,u1000 dead:12/10,Z,x1792 halt:13,T killed:14,Z,x9').slice(2)).toEqual([
    '1: clone3(set_tid={10}) → 10 (a)',
    '10: clone3(CLONE_THREAD|CLONE_SYSVSEM, set_tid={11}) → thread 11',
    '10: clone3(set_tid={12}) → 12 (dead)',
    '1: clone3(set_tid={13}) → 13 (halt)',
    '1: clone3(set_tid={14}) → 14 (killed)',
    '10: setresgid(1000), setresuid(1000)',
    '11: setresgid(1000), setresuid(1000)',
    '13: raise(SIGSTOP)',
    '12: exit(7), to stay as a zombie',
    '14: die of signal 9, to stay as a zombie',
  ]);
});

const mechanisms: readonly (readonly [KernelProfileName, boolean, readonly string[]])[] = [
  ['linux-6.18', false, ['1: clone3(set_tid={700}) → 700 (a)', '700: clone3(set_tid={701}) → 701 (b)']],
  ['linux-cr', false, ['1: eclone(pids={700}) → 700 (a)', '700: eclone(pids={701}) → 701 (b)']],
  [
    'linux-2.6.25-next-id',
    false,
    [
      '1: write "LONG 700" to /proc/self/task/TID/next_id',
      '1: fork() → 700 (a)',
      '700: write "LONG 701" to /proc/self/task/TID/next_id',
      '700: fork() → 701 (b)',
    ],
  ],
  [
    'linux-2.6.25-next-id',
    true,
    [
      '1: write "PID 700" to /proc/self/task/TID/next_id',
      '1: fork() → 700 (a)',
      '700: write "PID 701" to /proc/self/task/TID/next_id',
      '700: fork() → 701 (b)',
    ],
  ],
  [
    'linux-3.3',
    false,
    [
      '1: write 699 to /proc/sys/kernel/ns_last_pid',
      '1: fork() → 700 (a)',
      '700: write 700 to /proc/sys/kernel/ns_last_pid',
      '700: fork() → 701 (b)',
    ],
  ],
];

test.each(mechanisms)('pids are asked for as %s can be (typed: %s)', (kernel, typedNextId, expected) => {
  const steps = tree('init:1 a:700 b:701/700', kernel, { typedNextId });
  expect(steps.slice(steps.indexOf('1: setsid()') + 1)).toEqual(expected);
});

test('OpenVZ kernels fork with fixed numbers and link groups and sessions afterwards', () => {
  expect(tree('init:1 a:1034,s1030,g1030', 'openvz-2.6.18')).toEqual([
    'restorer: clone(CLONE_NEWPID|CLONE_NEWIPC, pid 1) → 1 (init)',
    '1: fork(pid 1034) → 1034 (a)',
    '1: join group 1',
    '1: join session 1',
    '1034: hold the number 1030 without a task',
    '1034: join group 1030',
    '1034: join session 1030',
  ]);
});

const ids: readonly (readonly [KernelProfileName, boolean, readonly string[]])[] = [
  ['linux-3.9', false, ['1: write 65538 to /proc/sys/kernel/sem_next_id', '→ 65538']],
  ['linux-cr', false, ['IPC_CREAT|IPC_EXCL|0600, id 65538) → 65538']],
  ['linux-2.6.25-next-id', false, ['1: write "LONG 65538" to /proc/self/task/TID/next_id', '→ 65538']],
  ['linux-2.6.25-next-id', true, ['1: write "IPC_SEM_ID 65538" to /proc/self/task/TID/next_id', '→ 65538']],
  ['linux-3.3', false, ['1: make and remove private objects until semget would give 65538', '→ 65538']],
];

test.each(ids)('IPC ids are asked for as %s can be (typed: %s)', (kernel, typedNextId, expected) => {
  const checkpoint = checkpointOf('init:1', { semaphoreSets: [semaphoreSet(65538, 0x99, [4])] });
  const steps = stepsOf(checkpoint, kernel, { typedNextId });
  for (const [index, text] of expected.entries()) expect(steps[index + 1]).toContain(text);
  expect(steps).toContain('1: semctl(65538, SETALL, {4})');
  const report = simulatePlannedRestore(checkpoint, { profile: kernelProfile(kernel), typedNextId });
  expect(report.ipc.sem.map(({ id, key, values }) => [id, key, values])).toEqual([[65538, '0x99', [4]]]);
});

test('a queue that holds more than it now allows is filled first, then lowered', () => {
  const checkpoint = checkpointOf('init:1', {
    messageQueues: [
      messageQueue(
        3,
        0,
        [
          [1, 60],
          [2, 70],
        ],
        100,
      ),
    ],
  });
  expect(stepsOf(checkpoint).slice(3)).toEqual([
    '1: msgctl(3, IPC_SET, uid 0, gid 0, mode 0600, qbytes 130)',
    '1: msgsnd(3, type 1, 60 bytes) → message 0',
    '1: msgsnd(3, type 2, 70 bytes) → message 1',
    '1: msgctl(3, IPC_SET, uid 0, gid 0, mode 0600, qbytes 100)',
    '1: setsid()',
  ]);
});

test('nested pid namespaces: numbers of all levels, the first of each level without asking', () => {
  const nested = 'init:1 box:300.1 inner:301.20/300';
  expect(tree(nested).slice(2)).toEqual([
    '1: clone3(CLONE_NEWPID, set_tid={1, 300}) → 300/1 (box)',
    '300: clone3(set_tid={20, 301}) → 301/20 (inner)',
  ]);
  expect(tree(nested, 'linux-2.6.25-next-id').slice(2)).toEqual([
    '1: write "LONG 300" to /proc/self/task/TID/next_id',
    '1: clone(CLONE_NEWPID) → 300/1 (box)',
    '300: write "LONG2 301 20" to /proc/self/task/TID/next_id',
    '300: fork() → 301/20 (inner)',
  ]);
  expect(tree(nested, 'linux-5.2').slice(2)).toEqual([
    '1: write 299 to /proc/sys/kernel/ns_last_pid',
    '1: clone(CLONE_NEWPID) → 300/1 (box)',
    '1: write 300 to /proc/sys/kernel/ns_last_pid',
    '300: write 19 to /proc/sys/kernel/ns_last_pid',
    '300: fork() → 301/20 (inner)',
  ]);
});

test('steps that differ in numbers only are one line of text; JSON has each', () => {
  const workers = Array.from({ length: 9 }, (_, index) => `worker:${index + 20}`).join(' ');
  const plan = planRestore(checkpointOf(`init:1 ${workers}`), { profile: kernelProfile('linux-6.18') });
  const text = [...planText(plan)].join('');
  expect(text).toContain('  3 … 11  9 steps: 1: clone3(set_tid={20 … 28}) → 20 … 28 (worker)\n');
  expect(JSON.parse([...planJson(plan)].join('')).steps).toHaveLength(plan.steps.length);
});

test('text and JSON say the same', () => {
  const plan = planRestore(checkpointOf('init:1 a:10'), { profile: kernelProfile('linux-6.18') });
  expect([...planText(plan)].join('')).toBe(`Restore under linux-6.18, into pid and IPC namespaces of its own.
Pids: clone3 with set_tid.
IPC ids: /proc/sys/kernel/{sem,msg,shm}_next_id, then get and compare.

Make the namespaces
  1  restorer: clone3(CLONE_NEWPID|CLONE_NEWIPC, set_tid={1}) → 1 (init)

The tree: parents before children, setsid when the right children are born
  2  1: setsid()
  3  1: clone3(set_tid={10}) → 10 (a)
`);
  const json = JSON.parse([...planJson(plan)].join(''));
  expect(json.steps.map(({ step, text }: { step: number; text: string }) => [step, text])).toEqual(
    plan.steps.map((step, index) => [index + 1, stepText(step)]),
  );
});
