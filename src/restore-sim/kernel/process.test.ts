import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRefusal } from './errno.ts';
import { Kernel } from './kernel.ts';
import type { Task } from './process.ts';
import { kernelProfile } from './profiles.ts';
import { holderOf } from './session.ts';
import { snapshotProcesses } from './snapshot.ts';
import { answer, driver } from './test-driver.ts';

test('children of the dead go to init, behind its own, in order', () => {
  const k = driver('linux-6.18');
  k.clone();
  for (let made = 0; made < 2; made += 1) k.clone(undefined, 'p1');
  k.clone();
  k.exit('p1');
  expect(k.tree()).toBe('p0:1<0 p1:2<1z p2:3<1 p3:4<1 p4:5<1');
  for (const name of ['p2', 'p3', 'p4']) k.exit(name);
  expect([k.wait(), k.wait(), k.wait(), k.wait(), k.wait()]).toEqual(['2', '5', '3', '4', 'ECHILD']);
});

test('children of a nested namespace go to its own init', () => {
  const k = driver('linux-6.18');
  k.clone(undefined, 'p0', 'newpid');
  k.clone(undefined, 'p1');
  k.clone(undefined, 'p2');
  k.exit('p2');
  expect(k.tree()).toBe('p0:1<0 p1:2<1 p2:3<2z p3:4<2');
});

test('an init takes its namespace along, nested ones too', () => {
  const k = driver('linux-6.18');
  k.clone(undefined, 'p0', 'newpid');
  k.clone(undefined, 'p1', 'newpid');
  k.clone(undefined, 'p2');
  k.clone(undefined, 'p1');
  k.exit('p1', 3);
  expect(k.tree()).toBe('p0:1<0 p1:2<1z');
  expect([k.wait(), k.clone([3]), k.clone([4])]).toEqual(['2', '3', '4']);
});

test('an init is immune to those it can see', () => {
  const k = driver('linux-6.18');
  k.clone(undefined, 'p0', 'newpid');
  k.clone(undefined, 'p1');
  expect([k.kill('p2', 1), k.kill('p1', 1), k.kill('p0', 1)]).toEqual(['ok', 'ok', 'ok']);
  expect(k.tree()).toBe('p0:1<0 p1:2<1 p2:3<2');
  k.kill('p0', 2);
  expect(k.tree()).toBe('p0:1<0 p1:2<1z');
});

test('the exit of an init waits for parents outside', () => {
  const k = driver('linux-6.18');
  k.clone();
  k.unshare('p1');
  k.clone(undefined, 'p1');
  k.clone(undefined, 'p1');
  k.exit('p2');
  expect(k.tree()).toBe('p0:1<0 p1:2<1 p2:3<2e p3:4<2z');
  expect([k.wait('p1'), k.wait('p1'), k.wait('p1')]).toEqual(['4', '3', 'ECHILD']);
});

test('an init in a group of its own namespace never finishes', () => {
  const k = driver('linux-6.18');
  k.clone(undefined, 'p0', 'newpid');
  k.clone(undefined, 'p1');
  expect([k.setpgid('p1', 2, 2), k.setpgid('p1', 0, 2)]).toEqual(['ok', 'ok']);
  k.exit('p1');
  expect(k.tree()).toBe('p0:1<0 p1:2<1e');
});

test('the init of the whole kernel cannot exit', () => {
  const { kernel } = driver('linux-6.18');
  expect(kernel.exit(kernel.init.process)).toMatchObject({ fatal: true });
});

test('CLONE_PARENT makes a sibling, but not of an init', () => {
  const k = driver('linux-6.18');
  k.clone();
  expect([k.clone(undefined, 'p1', 'parent'), k.clone(undefined, 'p0', 'parent')]).toEqual(['3', 'EINVAL']);
  expect(k.tree()).toBe('p0:1<0 p1:2<1 p2:3<1');
});

test('threads have no other namespaces than their process', () => {
  const k = driver('linux-6.18');
  const refused = [
    k.clone(undefined, 'p0', 'thread', 'newpid'),
    k.clone(undefined, 'p0', 'thread', 'newuser'),
  ];
  k.unshare('p0');
  expect([...refused, k.clone(undefined, 'p0', 'thread'), k.unshare('p0')]).toEqual(
    new Array(4).fill('EINVAL'),
  );
});

test('a leader that exits first is a zombie only after its last thread', () => {
  const k = driver('linux-6.18');
  k.clone();
  k.clone(undefined, 'p1', 'thread');
  k.clone(undefined, 'p1');
  k.exitThread('p1');
  expect([k.wait(), k.clone([2])]).toEqual(['0', 'EEXIST']);
  k.exitThread('p2');
  expect(k.tree()).toBe('p0:1<0 p1:2<1z p3:4<1');
  expect([k.wait(), k.clone([2]), k.clone([3])]).toEqual(['2', '2', '3']);
});

test('setsid', () => {
  const k = driver('linux-6.18');
  k.clone();
  k.clone();
  expect([k.setsid('p1'), k.setsid('p1')]).toEqual(['2', 'EPERM']);
  // p2 leads a group that only p0 is left in: its number is not free for a session.
  k.setpgid('p0', 3, 3);
  k.setpgid('p0', 0, 3);
  k.setpgid('p2', 0, 0);
  expect([k.setsid('p2'), k.getpgid('p2'), k.getsid('p0')]).toEqual(['EPERM', '3', '0']);
});

test.each([
  ['a negative group', 0, -1, 'EINVAL'],
  ['an unknown target', 77, 0, 'ESRCH'],
  ['a thread', 5, 0, 'EINVAL'],
  ['a grandchild', 3, 0, 'ESRCH'],
  ['a session leader', 4, 0, 'EPERM'],
  ['a group that does not exist', 2, 77, 'EPERM'],
  ['the own number of a child', 2, 2, 'ok'],
  ['0 and 0', 0, 0, 'ok'],
])('setpgid: %s', (_title, target, group, expected) => {
  const k = driver('linux-6.18');
  k.clone();
  k.clone(undefined, 'p1');
  k.clone();
  k.setsid('p3');
  k.clone([5], 'p0', 'thread');
  expect(k.setpgid('p0', target, group)).toBe(expected);
});

test('names of what is in the way', () => {
  const k = driver('linux-6.18');
  k.clone();
  k.clone([9], 'p1', 'thread');
  k.kernel.holdNumber(k.level1, 1204, 'sshd');
  expect(holderOf(k.level1, 1204)).toBe('sshd');
  expect(holderOf(k.level1, 9)).toBe('a thread of p1');
  expect(k.kernel.clone(k.task('p0'), {}, [1204])).toEqual({
    errno: 'EEXIST',
    reason: 'pid 1204 at level 1 is taken',
    culprit: 'sshd',
  });
  k.exit('p1');
  expect(holderOf(k.level1, 2)).toBe('p1 (zombie)');
});

test('a placeholder keeps a group alive, and its number until both are gone', () => {
  const k = driver('openvz-2.6.32');
  k.cloneFixed(40);
  const pid = k.kernel.holdNumber(k.level1, 30, 'orphan group');
  if (isRefusal(pid)) throw new Error(pid.reason);
  k.kernel.joinUnchecked(k.task('p1').process, 'group', pid);
  k.kernel.releaseNumber(pid);
  expect([k.getpgid('p1'), k.cloneFixed(30), holderOf(k.level1, 30)]).toEqual([
    ...['30', 'ENOMEM', 'a process group (member p1)'],
  ]);
  k.exit('p1');
  k.wait();
  expect(k.cloneFixed(30)).toBe('30');
});

test('namespaces nest 32 deep', () => {
  const k = driver('linux-6.18');
  const depths = Array.from({ length: 32 }, (_, depth) => k.clone(undefined, `p${depth}`, 'newpid'));
  expect([depths[30], depths[31]]).toEqual(['2', 'ENOSPC']);
});

test('100,000 processes come and go', () => {
  const kernel = new Kernel(kernelProfile('linux-6.18'));
  kernel.pidNamespace.limit.max = 4194304;
  const tasks = Array.from({ length: 100_000 }, () => kernel.clone(kernel.init) as Task);
  expect(kernel.pidNamespace.size).toBe(100_001);
  for (const task of tasks) kernel.exit(task.process);
  let reaped = 0;
  while (!isRefusal(kernel.wait(kernel.init))) reaped += 1;
  expect([reaped, kernel.pidNamespace.size, kernel.pidNamespace.lastPid]).toEqual([100_000, 1, 100_001]);
});

/** Random lives: whatever happens, nothing leaks when everybody is gone, and twice gives the same. */
test('no number outlives its users', () => {
  const kinds = ['fork', 'newpid', 'thread', 'exit', 'kill', 'wait', 'setsid', 'setpgid'] as const;
  const step = fc.tuple(fc.constantFrom(...kinds), fc.nat(40), fc.nat(40));
  const live = (steps: readonly (readonly [(typeof kinds)[number], number, number])[]) => {
    const k = driver('linux-6.18', 330);
    const names = ['p0'];
    for (const [kind, actor, argument] of steps) {
      const by = names[actor % names.length]!;
      const target = names[argument % names.length]!;
      if (!k.task(by).isAlive) continue;
      const flags =
        kind === 'newpid' ? (['newpid'] as const) : kind === 'thread' ? (['thread'] as const) : [];
      if (['fork', 'newpid', 'thread'].includes(kind)) {
        if (/^\d+$/.test(k.clone(undefined, by, ...flags))) names.push(`p${names.length}`);
      } else if (kind === 'exit' && by !== 'p0') k.exit(by);
      else if (kind === 'kill') k.kill('p0', Number(k.pids(target).split('/')[0]));
      else if (kind === 'wait') k.wait(by);
      else if (kind === 'setsid') k.setsid(by);
      // Not by an init: it could join a group of its own namespace, and never finish.
      else if (kind === 'setpgid' && !/\b1$/.test(k.pids(by))) k.setpgid(by, 0, argument);
    }
    return k;
  };
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
      const k = live(steps);
      expect(snapshotProcesses(live(steps).level1)).toEqual(snapshotProcesses(k.level1));
      k.exit('p0');
      expect(k.level1.size).toBe(1);
      expect(answer(k.kernel.getppid(k.kernel.init))).toBe('0');
    }),
    { seed: 618, numRuns: 200 },
  );
});
