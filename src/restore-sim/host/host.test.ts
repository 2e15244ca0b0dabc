import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../test-support/images.ts';
import { isRefusal, Kernel, kernelProfile, populate } from '../kernel/index.ts';
import { checkHost, type Host, profileOfRelease, worldOf } from './index.ts';

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

test('a host is in the way', () => {
  const kernel = new Kernel(kernelProfile('linux-6.18'), 'init');
  const process = { pid: 12, comm: 'a ) (b', threads: [13, 14] };
  populate(kernel.init, worldOf({ schemaVersion: 1, processes: [process] }));
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

test('what is not described is not known', () => {
  expect(worldOf({ schemaVersion: 1 })).not.toHaveProperty('pids');
});
