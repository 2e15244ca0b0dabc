import { expect, test } from 'vitest';
import { IpcSlots } from './ipc-slots.ts';
import { findKernelProfile, type KernelProfileName, kernelProfile, kernelProfileNames } from './profiles.ts';
import { type Driver, driver } from './test-driver.ts';

const perProfile = (calls: (kernel: Driver) => string): Record<string, string> =>
  Object.fromEntries(kernelProfileNames.map((name) => [name, calls(driver(name))]));

test('names', () => {
  expect(kernelProfileNames).toEqual([
    ...['openvz-2.6.9', 'openvz-2.6.18', 'openvz-2.6.32', 'linux-2.6.25-next-id', 'linux-cr'],
    ...['linux-3.3', 'linux-3.9', 'linux-5.2', 'linux-5.5', 'linux-6.18'],
  ]);
  expect(kernelProfileNames.every((name) => findKernelProfile(name)?.name === name)).toBe(true);
  expect(findKernelProfile('linux-9.9')).toBeUndefined();
  expect(findKernelProfile('toString')).toBeUndefined();
});

test('which mechanism exists where', () => {
  const mechanisms = kernelProfileNames.map((name) => {
    return `${name}: ${Object.keys(kernelProfile(name).idRequests).join(' ')}`;
  });
  expect(mechanisms).toEqual([
    'openvz-2.6.9: fixedPid fixedIpcId',
    'openvz-2.6.18: fixedPid fixedIpcId',
    'openvz-2.6.32: fixedPid fixedIpcId',
    'linux-2.6.25-next-id: nextId typedNextId',
    'linux-cr: eclone ipcArgument',
    'linux-3.3: lastPidFile',
    'linux-3.9: lastPidFile ipcNextIdFiles',
    'linux-5.2: lastPidFile ipcNextIdFiles',
    'linux-5.5: lastPidFile ipcNextIdFiles setTid',
    'linux-6.18: lastPidFile ipcNextIdFiles setTid',
  ]);
});

test('files that do not exist', () => {
  const k = driver('linux-3.3');
  expect([k.read('ns_last_pid'), k.read('sem_next_id'), k.write('msg_next_id', 5), k.read('x')]).toEqual([
    ...['1', 'ENOENT', 'ENOENT', 'ENOENT'],
  ]);
});

test('SysV ids: make three, remove the first, make one', () => {
  const cycle = perProfile((k) => {
    const ids = [k.semget(), k.semget(), k.semget(), k.remove('sem', 0), k.semget()];
    return ids.join(' ');
  });
  for (const name of ['openvz-2.6.18', 'openvz-2.6.32', 'linux-cr', 'linux-3.3', 'linux-3.9']) {
    expect(cycle[name]).toBe('0 32769 65538 ok 98304');
  }
  for (const name of ['linux-5.2', 'linux-5.5', 'linux-6.18']) expect(cycle[name]).toBe('0 1 2 ok 3');
});

test('the sequence number of lowest-free kernels wraps after 65535', () => {
  const k = driver('linux-3.9');
  const ids: string[] = [];
  for (let made = 0; made < 65537; made += 1) {
    const id = k.msgget();
    if (made > 65533) ids.push(id);
    k.remove('msg', Number(id));
  }
  expect(ids).toEqual([`${65534 * 32768}`, `${65535 * 32768}`, '0']);
});

test('the sequence number of cyclic kernels restarts when it reaches 65535', () => {
  const slots = new IpcSlots(kernelProfile('linux-6.18').ipc);
  let highest = 0;
  for (let made = 0; made <= 64 * 65535; made += 1) {
    const { index, sequence } = slots.next()!;
    highest = Math.max(highest, sequence);
    slots.take(index);
    slots.release(index);
  }
  expect(highest).toBe(65534);
  expect(slots.next()).toEqual({ index: 1, sequence: 0 });
});

test('80 live queues stretch the cycle, and requests do not move it', () => {
  const k = driver('linux-6.18');
  for (let made = 0; made < 80; made += 1) k.msgget();
  for (let id = 0; id < 10; id += 1) k.remove('msg', id);
  k.write('msg_next_id', 40);
  expect([k.msgget(), k.msgget(), k.msgget()]).toEqual([`${80}`, '81', '82']);
});

test('3.9: a requested id, and ordinary ones as before', () => {
  const k = driver('linux-3.9');
  expect([k.semget(), k.write('sem_next_id', 65541), k.semget(), k.semget()].join(' ')).toBe(
    '0 ok 65541 32769',
  );
});

/** Numbers 300 to 309 are all taken: what a fork says. */
test('an exhausted pid space', () => {
  const errnos = perProfile((k) => {
    k.level1.limit.max = 310;
    for (let pid = 300; pid < 310; pid += 1) k.kernel.holdNumber(k.level1, pid, 'somebody');
    k.level1.lastPid = 309;
    return k.clone();
  });
  const names: readonly KernelProfileName[] = [
    'openvz-2.6.32',
    'linux-2.6.25-next-id',
    'linux-3.3',
    'linux-3.9',
  ];
  for (const name of names) expect([name, errnos[name]]).toEqual([name, 'ENOMEM']);
  for (const name of ['linux-cr', 'linux-5.2', 'linux-5.5', 'linux-6.18']) {
    expect([name, errnos[name]]).toEqual([name, 'EAGAIN']);
  }
});

test('a wrap from a low cursor: IDR kernels go below 300, bitmap kernels do not', () => {
  const wrapped = (name: KernelProfileName) => {
    const k = driver(name);
    for (let pid = 250; pid < 301; pid += 1) k.kernel.holdNumber(k.level1, pid, 'somebody');
    k.level1.limit.max = 301;
    k.level1.lastPid = 249;
    return k.clone();
  };
  expect([wrapped('linux-6.18'), wrapped('linux-3.9')]).toEqual(['2', 'ENOMEM']);
});

test('ns_last_pid of a namespace whose init was requested', () => {
  const k = driver('linux-6.18');
  k.clone([1, 50], 'p0', 'newpid');
  expect([k.read('ns_last_pid', 'p1'), k.clone(undefined, 'p1')]).toEqual(['-1', '2']);
});

test('pid_max is one for all namespaces, or one for each', () => {
  const inner = (name: KernelProfileName) => {
    const k = driver(name);
    k.write('pid_max', 310);
    k.clone(undefined, 'p0', 'newpid');
    return [k.read('pid_max', 'p1'), k.write('pid_max', 300), k.write('pid_max', 4194305)];
  };
  expect(inner('linux-5.5')).toEqual(['310', 'EINVAL', 'EINVAL']);
  expect(inner('linux-6.18')).toEqual(['4194304', 'EINVAL', 'EINVAL']);
});

test('CAP_CHECKPOINT_RESTORE opens the files only where it exists', () => {
  const alone = (name: KernelProfileName) => {
    const k = driver(name);
    k.kernel.dropCapabilities(k.task('p0'), ['sys-admin']);
    return [k.write('ns_last_pid', 50), k.write('sem_next_id', 5)];
  };
  expect(alone('linux-5.5')).toEqual(['EPERM', 'EACCES']);
  expect(alone('linux-6.18')).toEqual(['ok', 'ok']);
});

test('limits of the files', () => {
  const k = driver('linux-6.18');
  expect([
    ...[k.write('shmmni', 32768), k.write('shmmni', 32769), k.write('msgmni', -1)],
    ...[k.write('sem', '250 32000 100 32768'), k.write('sem', '250 32000 100 32769'), k.read('sem')],
    ...[k.write('shmmax', '12345678901234567890'), k.read('shmmax'), k.write('shmmax', 'x')],
  ]).toEqual([
    ...['ok', 'EINVAL', 'EINVAL', 'ok', 'ERANGE', '250\t32000\t100\t32768'],
    ...['ok', '12345678901234567890', 'EINVAL'],
  ]);
});
