import { expect, test } from 'vitest';
import { isRefusal } from '../errno.ts';
import { create, createNew, type Driver, driver } from '../test-driver.ts';
import { msggetFixed, semgetFixed, shmgetFixed } from './fixed-ipc-id.ts';
import { fixedPidRefusal } from './fixed-pid.ts';

test.each<[number, string]>([
  [1023, 'EINVAL'],
  [5, 'EINVAL'],
  [0, 'EINVAL'],
  [-3, 'EINVAL'],
  [33791, 'EINVAL'],
  [1, 'EEXIST'],
  [1024, '1024'],
  [30000, '30000'],
  [65000, '65000'],
  [0x7fffffff, '2147483647'],
])('2.6.18: pid %i is virtual or refused', (number, expected) => {
  expect(driver('openvz-2.6.18').cloneFixed(number)).toBe(expected);
});

test('2.6.18: ordinary numbers are those of the host with bit 10', () => {
  const k = driver('openvz-2.6.18');
  const host = k.kernel.pidNamespace.lastPid;
  expect([k.clone(), k.clone(), k.pids('p0')]).toEqual([`${host + 1025}`, `${host + 1026}`, '1']);
});

test('2.6.18: an ordinary number steps over a restored one', () => {
  const k = driver('openvz-2.6.18');
  const next = k.kernel.pidNamespace.lastPid + 2 + 1024;
  expect([k.cloneFixed(next), k.clone()]).toEqual([`${next}`, `${next + 1}`]);
});

test('2.6.18: host numbers never have bit 10', () => {
  const k = driver('openvz-2.6.18');
  k.kernel.pidNamespace.lastPid = 1023;
  expect(k.clone()).toBe('3072');
});

test('a taken pid', () => {
  const taken = (k: Driver) => [k.cloneFixed(1030), k.cloneFixed(1030)];
  expect(taken(driver('openvz-2.6.18'))).toEqual(['1030', 'EEXIST']);
  expect(taken(driver('openvz-2.6.32'))).toEqual(['1030', 'ENOMEM']);
});

test('2.6.32: any pid from 1, but the map ends at 4194304', () => {
  const k = driver('openvz-2.6.32');
  expect([k.cloneFixed(5), k.cloneFixed(0), k.cloneFixed(4194303)]).toEqual(['5', 'EINVAL', '4194303']);
  expect(fixedPidRefusal(k.level1, 4194304)?.fatal).toBe(true);
});

/** `id`, `id (existing)`, or an errno. */
function fixed(k: Driver, id: number, key: number, nsems: number, flags = create): string {
  const task = k.task('p0');
  const result = semgetFixed(task, id, { key, nsems, flags });
  if (isRefusal(result)) return result.errno;
  return `${task.ipcNamespace.sem.idOf(result.object)}${result.isExisting ? ' (existing)' : ''}`;
}

test.each<[string, (k: Driver) => readonly string[], readonly string[], readonly string[]]>([
  ['free', (k) => [fixed(k, 32769, 0, 1)], ['32769'], ['32769']],
  ['same slot', (k) => [fixed(k, 1, 0, 1), fixed(k, 32769, 0, 1)], ['1', '1 (existing)'], ['1', 'EEXIST']],
  ['same key', (k) => [fixed(k, 1, 9, 2), fixed(k, 2, 9, 2)], ['1', '2'], ['1', '1 (existing)']],
  ['same key, smaller', (k) => [fixed(k, 1, 9, 2), fixed(k, 2, 9, 3)], ['1', '2'], ['1', 'EINVAL']],
  [
    'same key, IPC_EXCL',
    (k) => [fixed(k, 1, 9, 2), fixed(k, 2, 9, 2, createNew)],
    ['1', '2'],
    ['1', 'EEXIST'],
  ],
  ['no semaphore', (k) => [fixed(k, 1, 0, 0)], ['EINVAL'], ['EINVAL']],
  ['beyond semmns', (k) => [fixed(k, 1, 0, 32001)], ['ENOSPC'], ['ENOSPC']],
])('fixed semaphore id: %s', (_title, calls, on18, on32) => {
  expect(calls(driver('openvz-2.6.18'))).toEqual(on18);
  expect(calls(driver('openvz-2.6.32'))).toEqual(on32);
});

test('only 2.6.32 checks the number of objects', () => {
  const second = (k: Driver) => {
    k.limits({ msgmni: 1 });
    k.msgget();
    return msggetFixed(k.task('p0'), 5, { key: 0, flags: create });
  };
  expect(second(driver('openvz-2.6.18'))).toMatchObject({ isExisting: false });
  expect(second(driver('openvz-2.6.32'))).toMatchObject({ errno: 'ENOSPC' });
});

test('2.6.18 wants the pages of all segments below shmall, 2.6.32 up to it', () => {
  const onePage = (k: Driver) => {
    k.limits({ shmall: 1n });
    return shmgetFixed(k.task('p0'), 5, { key: 0, sizeBytes: 4096n, flags: create });
  };
  expect(onePage(driver('openvz-2.6.18'))).toMatchObject({ errno: 'ENOSPC' });
  expect(onePage(driver('openvz-2.6.32'))).toMatchObject({ isExisting: false });
});

test('a negative id is fatal, and other kernels have no such call', () => {
  const get = (name: 'openvz-2.6.18' | 'linux-6.18', id: number) =>
    semgetFixed(driver(name).task('p0'), id, { key: 0, nsems: 1, flags: create });
  expect(get('openvz-2.6.18', -1)).toMatchObject({ fatal: true });
  expect(get('linux-6.18', 1)).toMatchObject({ errno: 'ENOSYS' });
  expect(driver('linux-6.18').cloneFixed(5)).toBe('ENOSYS');
});
