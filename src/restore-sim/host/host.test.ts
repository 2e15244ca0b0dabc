import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../test-support/images.ts';
import { isRefusal, Kernel, kernelProfile, populate } from '../kernel/index.ts';
import { checkHost, type Host, hostFromProc, profileOfRelease, worldOf } from './index.ts';

const samples = join(projectRoot, 'samples', 'hosts');
const schema = JSON.parse(readFileSync(join(projectRoot, 'formats', 'host.schema.json'), 'utf8'));
const validate = new Ajv({ strict: false }).compile(schema);

describe.each(readdirSync(samples).filter((name) => name.endsWith('.json')))('%s', (name) => {
  const json = JSON.parse(readFileSync(join(samples, name), 'utf8'));
  test('fits the schema and the check', () => {
    expect([validate(json), validate.errors]).toEqual([true, null]);
    expect(checkHost(json)).toBe(json);
  });

  test('fills a kernel without contradictions', () => {
    const kernel = new Kernel(kernelProfile('linux-6.18'), 'systemd');
    expect(populate(kernel.init, worldOf(json))).toEqual([]);
  });
});

const wrong: readonly (readonly [unknown, string])[] = [
  [[], '/ must be an object'],
  [{}, '/schemaVersion is missing'],
  [{ schemaVersion: 2 }, '/schemaVersion must be a whole number from 1 to 1'],
  [{ schemaVersion: 1, pids: [] }, '/pids is no field of a host file'],
  [
    { schemaVersion: 1, processes: [{ pid: 0, comm: 'a' }] },
    '/processes/0/pid must be a whole number from 1',
  ],
  [{ schemaVersion: 1, processes: [{ pid: 5 }] }, '/processes/0/comm is missing'],
  [{ schemaVersion: 1, limits: { shmmax: 5 } }, '/limits/shmmax must be a decimal number in quotes'],
  [
    { schemaVersion: 1, ipc: { sem: [{ id: 0, key: '1234' }] } },
    '/ipc/sem/0/key must be a key such as "0x1234"',
  ],
  [{ schemaVersion: 1, ipc: { msg: {} } }, '/ipc/msg must be a list'],
];

test.each(wrong)('%j is no host', (json, problem) => {
  expect(validate(json)).toBe(false);
  expect(checkHost(json)).toMatchObject({ problem: expect.stringContaining(problem) });
});

test.each([
  [
    {
      schemaVersion: 1,
      processes: [
        { pid: 5, comm: 'a' },
        { pid: 5, comm: 'b' },
      ],
    },
    '/processes/1/pid: 5 is there twice',
  ],
  [
    { schemaVersion: 1, ipc: { sem: [{ id: 3 }, { id: 32771 }] } },
    '/ipc/sem/1/id: the slot of 32771 is there twice',
  ],
])('numbers are there once', (json, problem) => {
  expect(checkHost(json)).toEqual({ problem });
});

test('groups, sessions and threads take numbers, too', () => {
  const host: Host = {
    schemaVersion: 1,
    processes: [
      { pid: 10, comm: 'sh', pgid: 10, sid: 9 },
      { pid: 11, comm: 'make', pgid: 8, sid: 9, threads: [12] },
      { pid: 13, comm: 'kthread', pgid: 0, sid: 0 },
    ],
  };
  const { pids = [] } = worldOf(host);
  expect(pids.map(({ number, name, kind }) => `${number} ${kind} of ${name}`)).toEqual([
    '8 group of make',
    '9 session of sh',
    '10 process of sh',
    '11 process of make',
    '12 thread of make',
    '13 process of kthread',
  ]);
});

test('keys are signed in the kernel, sizes are 64 bits', () => {
  const host: Host = {
    schemaVersion: 1,
    limits: { shmmax: '18446744073692774399', sem: [1, 2, 3, 4] },
    ipc: { shm: [{ id: 1, key: '0xffffffff', mode: '0640', size: '9000000000' }] },
  };
  expect(worldOf(host)).toMatchObject({
    limits: { shmmax: 18446744073692774399n, semmsl: 1, semmns: 2, semopm: 3, semmni: 4 },
    shm: [{ id: 1, key: -1, mode: 0o640, sizeBytes: 9000000000n }],
  });
});

/** Lines as Linux 6.18 prints them. */
const proc = {
  release: '6.18.5-generic\n',
  sysctls: {
    pid_max: '4194304\n',
    sem: '32000\t1024000000\t500\t32000\n',
    shmmax: '18446744073692774399\n',
    ns_last_pid: '77\n',
  },
  processes: [
    { stat: '12 (a ) (b) S 1 12 12 0 -1 4194560 1', tasks: ['12', '14', '13'] },
    { stat: '1 (init) S 0 1 1 0 -1 4194560 1', tasks: ['1'] },
    { stat: '2 (kthreadd) S 0 0 0 0 -1 2129984 0', tasks: ['2'] },
    { stat: 'gone', tasks: [] },
  ],
  sem: '       key      semid perms      nsems   uid   gid  cuid  cgid      otime      ctime\n      4660          0   600          3  1000  1000  1000  1000          0 1700000000\n',
  shm: '       key      shmid perms                  size  cpid  lpid nattch   uid   gid  cuid  cgid      atime      dtime      ctime                   rss                  swap\n        -2      32769  1666                  4096    12    13      0     0     0     0     0          0          0 1700000000                     0                     0\n',
};

test('/proc becomes a host', () => {
  const host = hostFromProc(proc);
  expect(host).toEqual({
    schemaVersion: 1,
    kernel: { release: '6.18.5-generic' },
    limits: { pid_max: 4194304, shmmax: '18446744073692774399', sem: [32000, 1024000000, 500, 32000] },
    lastPid: 77,
    processes: [
      { pid: 1, comm: 'init', pgid: 1, sid: 1 },
      { pid: 2, comm: 'kthreadd', pgid: 0, sid: 0 },
      { pid: 12, comm: 'a ) (b', pgid: 12, sid: 12, threads: [13, 14] },
    ],
    ipc: {
      sem: [{ id: 0, key: '0x1234', uid: 1000, gid: 1000, mode: '0600', nsems: 3 }],
      msg: [],
      shm: [{ id: 32769, key: '0xfffffffe', uid: 0, gid: 0, mode: '1666', name: 'a ) (b', size: '4096' }],
    },
  });
  expect([validate(host), validate.errors]).toEqual([true, null]);
  expect(checkHost(host)).toBe(host);
});

test('a host is in the way', () => {
  const kernel = new Kernel(kernelProfile('linux-6.18'), 'init');
  populate(kernel.init, worldOf(hostFromProc(proc)));
  const child = kernel.clone(kernel.init, {}, [13]);
  expect(isRefusal(child) && [child.errno, child.culprit]).toEqual(['EEXIST', 'a thread of a ) (b']);
});

test.each([
  ['6.18.5-amd64', 'linux-6.18'],
  ['6.14.0', 'linux-6.18'],
  ['6.13.9', 'linux-5.5'],
  ['5.10.0-28-amd64', 'linux-5.5'],
  ['5.4.0', 'linux-5.2'],
  ['4.19.0', 'linux-3.9'],
  ['3.4.0', 'linux-3.3'],
  ['2.6.32-042stab113.11', 'openvz-2.6.32'],
  ['2.6.18-028stab056', 'openvz-2.6.18'],
  ['2.6.9-023stab048', 'openvz-2.6.9'],
  ['2.6.32-754.el6', undefined],
  ['unknown', undefined],
])('%s is simulated by %s', (release, profile) => {
  expect(profileOfRelease(release)).toBe(profile);
});
