import { expect, test } from 'vitest';
import { numberIn } from '../pid.ts';
import { answer, type Driver, driver } from '../test-driver.ts';

const hold = (k: Driver, last: number) => {
  k.level1.lastPid = last;
  return 'set';
};

test.each<[string, (kernel: Driver) => readonly string[], string]>([
  ['a number', (k) => [k.eclone([100])], '100'],
  ['taken', (k) => [k.eclone([100]), k.eclone([100])], '100 EBUSY'],
  ['the cursor is not moved', (k) => [k.eclone([100]), k.clone()], '100 2'],
  ['no pids: a plain clone', (k) => [k.eclone([])], '2'],
  ['0 lets the kernel choose', (k) => [k.eclone([0])], '2'],
  [
    'oldest namespace first',
    (k) => [k.clone(undefined, 'p0', 'newpid'), k.eclone([0, 77, 99], 'p1'), k.pids('p2')],
    '2 99 77/99',
  ],
  [
    'the youngest levels',
    (k) => [k.clone(undefined, 'p0', 'newpid'), k.eclone([99], 'p1'), k.pids('p2')],
    '2 99 3/99',
  ],
  ['a new namespace is not named', (k) => [k.eclone([77], 'p0', 'newpid'), k.pids('p1')], '77 77/1'],
  ['more pids than levels of the caller', (k) => [k.eclone([1, 2, 3])], 'EINVAL'],
  ['also with a new namespace', (k) => [k.eclone([0, 77, 1], 'p0', 'newpid')], 'EINVAL'],
  ['negative', (k) => [k.eclone([-1])], 'EINVAL'],
  [
    'pid_max and below',
    (k) => [k.write('pid_max', 1000), k.eclone([1000]), k.eclone([999])],
    'ok EINVAL 999',
  ],
  ['below 300 while the namespace is young', (k) => [hold(k, 299), k.eclone([50])], 'set 50'],
  ['below 300 later', (k) => [hold(k, 300), k.eclone([50]), k.eclone([300])], 'set EINVAL 300'],
  [
    'an inner number is given back',
    (k) => [k.clone(undefined, 'p0', 'newpid'), k.eclone([2, 9], 'p1'), k.eclone([8, 9], 'p1')],
    '2 EBUSY 9',
  ],
])('%s', (_title, calls, answers) => {
  expect(calls(driver('linux-cr')).join(' ')).toBe(answers);
});

test.each([
  ['args_size', { argsSizeBytes: 40 }],
  ['reserved0', { reserved0: 1 }],
  ['clone_flags_high', { cloneFlagsHigh: 1n }],
  ['child_stack_size', { childStackSizeBytes: 8192 }],
])('%s must be as the kernel wants it', (_name, field) => {
  const { kernel, task } = driver('linux-cr');
  const child = kernel.eclone(task('p0'), {}, { pids: [], ...field });
  expect(answer(child as never)).toBe('EINVAL');
});

test('CAP_SYS_ADMIN is asked for after the count', () => {
  const k = driver('linux-cr');
  k.kernel.dropCapabilities(k.task('p0'), ['sys-admin']);
  expect([k.eclone([]), k.eclone([100]), k.eclone([1, 2, 3])]).toEqual(['2', 'EPERM', 'EINVAL']);
});

test('clone_with_pids is the same without the structure', () => {
  const { kernel, task, level1 } = driver('linux-cr');
  const child = kernel.cloneWithPids(task('p0'), { name: 'child' }, [77]);
  expect('pid' in child && numberIn(child.pid, level1)).toBe(77);
});

test('other kernels have no such call', () => {
  expect([driver('linux-6.18').eclone([5]), driver('linux-cr').clone([5])]).toEqual(['ENOSYS', 'ENOSYS']);
});
