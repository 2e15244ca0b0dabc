import { expect, test } from 'vitest';
import { semgetId } from './ipc-calls.ts';
import { Kernel } from './kernel.ts';
import { kernelProfile } from './profiles.ts';
import { create, createNew } from './test-driver.ts';
import { populate, type World } from './world.ts';

function host(world: World) {
  const kernel = new Kernel(kernelProfile('linux-6.18'), 'systemd');
  return { kernel, refusals: populate(kernel.init, world) };
}

test('a pid of the host is in the way, by name', () => {
  const { kernel, refusals } = host({
    pids: [
      { number: 1, name: 'systemd' },
      { number: 1204, name: 'sshd' },
      { number: 40, name: 'job', kind: 'group' },
    ],
    lastPid: 1300,
  });
  expect(refusals).toEqual([]);
  expect(kernel.clone(kernel.init, {}, [1204])).toMatchObject({ errno: 'EEXIST', culprit: 'sshd' });
  expect(kernel.clone(kernel.init, {}, [40])).toMatchObject({ culprit: 'a group of job' });
  expect(kernel.clone(kernel.init, {})).toMatchObject({ pid: { numbers: [1301] } });
});

test('so is an IPC key', () => {
  const { kernel } = host({ sem: [{ id: 65537, key: 99, name: 'postgres' }], limits: { semmni: 2 } });
  const { init } = kernel;
  expect(semgetId(init, { key: 99, nsems: 1, flags: createNew })).toMatchObject({
    errno: 'EEXIST',
    culprit: 'sem id 65537 of postgres',
  });
  kernel.writeSysctl(init, 'sem_next_id', '65537');
  expect(semgetId(init, { key: 0, nsems: 1, flags: create })).toBe(65538);
  expect(semgetId(init, { key: 0, nsems: 1, flags: create })).toMatchObject({ errno: 'ENOSPC' });
});

test('what does not fit is reported and skipped', () => {
  const { refusals } = host({
    pids: [
      { number: 7, name: 'a' },
      { number: 7, name: 'b' },
      { number: 0, name: 'c' },
    ],
    shm: [{ id: 3 }, { id: 32771 }, { id: -1 }],
  });
  expect(refusals.map(({ errno }) => errno)).toEqual(['EEXIST', 'EINVAL', 'EEXIST', 'EINVAL']);
});
