/** Facts of a host in one line each, as CRIU 4.2.1 took them on Linux 6.18. */
import { describe, expect, test } from 'vitest';
import { type ConditionCode, type ConditionFacts, condition } from '../../conditions.ts';
import { criuOptions } from '../../restorers/criu/index.ts';
import type { Host } from '../host.ts';
import type { RootEntry, RootView } from '../root-view.ts';
import { judge } from './index.ts';

const rdev = { major: 1, minor: 3 };
const entry: RootEntry = { type: 'file', size: 8, mode: 0o644, rdev, path: '/f' };

const judged = (
  code: ConditionCode,
  facts: ConditionFacts,
  host: Omit<Host, 'schemaVersion'>,
  root?: Partial<RootView>,
  options?: string,
) =>
  judge(condition(code, '', '', { file: 'x.img' }, facts), {
    host: { schemaVersion: 1, ...host },
    options: options === undefined ? undefined : criuOptions(options.split(' ').filter(Boolean)),
    root: root as RootView | undefined,
    rootPath: root && '',
    hostRoot: root as RootView | undefined,
  });

const found = (...words: Parameters<typeof judged>) => {
  const { state, found: what } = judged(...words);
  return [state, what];
};

describe('huge pages', () => {
  const facts = { pageBytes: '2097152', value: 2 };
  const memory = (free: number, spare: number, availableBytes = '9000000000') => ({
    memory: { availableBytes, hugePages: [{ pageBytes: '2097152', free, spare }] },
  });
  test.each([
    [2, 0, 'met', null],
    // vm.nr_overcommit_hugepages 4: restored.
    [0, 4, 'met', null],
    [1, 1, 'met', null],
    // "Can't mmap shmem 0x292832 size=4194304: Cannot allocate memory"
    [1, 0, 'unmet', '1 free'],
    [0, 1, 'unmet', '0 free, and 1 may be made'],
  ] as const)('%i free, %i more: %s', (free, spare, state, what) =>
    expect(found('huge-pages', facts, memory(free, spare))).toEqual([state, what]),
  );
  test('where memory is short nobody can tell', () =>
    expect(found('huge-pages', facts, memory(0, 4, '5000000'))).toEqual([
      'open',
      '0 free, and 4 may be made',
    ]));
});

// The restore hangs: a task stops when it has joined.
test.each([
  ['freezer:/a/x :/a/x', 'freezer:/a/x', 'unmet'],
  ['freezer:/a/x :/a/x', ':/a', 'unmet'],
  ['freezer:/a/x', ':/a', 'met'],
  ['freezer:/a/x', 'freezer:/a/xy', 'met'],
])('tasks of %s, where %s is frozen: %s', (directories, directory, state) => {
  const cgroups = { groups: [{ directory, isFrozen: true }] };
  expect(judged('cgroup-thawed', { directories }, { cgroups }).state).toBe(state);
});

// "Can't open file dev/null on restore: Operation not permitted"
test.each([
  [[], 'unmet'],
  [['c 5:* rwm', 'b 1:3 rwm', 'c 1:3 m'], 'unmet'],
  [['c 1:* rw'], 'met'],
  [['c *:* m', 'c 1:3 rwm'], 'met'],
  [undefined, 'met'],
])('a group that allows %j', (devices, state) => {
  const cgroups = { groups: [{ directory: 'devices:/a', ...(devices && { devices }) }] };
  const root = { stat: () => ({ ...entry, type: 'character-device' as const }) };
  const facts = { path: '/dev/null', group: 'devices:/a/x' };
  expect(judged('device-needed', facts, { cgroups }, root).state).toBe(state);
});

// chattr +i. "Can't open file srv/t/log on restore: Operation not permitted"; what is only read is opened.
test.each([
  [{ isWritten: 1 }, true, 'unmet'],
  [{}, true, 'met'],
  [{ isWritten: 1 }, false, 'met'],
])('a file %j, immutable: %s', (facts, isImmutable, state) => {
  const root = { stat: () => entry, isImmutable: () => isImmutable };
  expect(judged('file-needed', { path: '/f', ...facts }, {}, root).state).toBe(state);
});

describe('a macvlan device', () => {
  const interfaces = [
    { name: 'lo', index: 1, isUp: true },
    { name: 'br0', index: 4, isUp: true, isBridge: true },
    { name: 'eth0', index: 5, isUp: true, isPort: true },
  ];
  test.each([
    // "-22 reported by netlink: Invalid argument", "-16 reported by netlink: Device or resource busy"
    ['lo', 'unmet', 'the loopback device'],
    ['eth0', 'unmet', 'a port of a bridge'],
    ['br0', 'met', null],
  ])('upon %s', (name, state, what) =>
    expect(found('named-device', { interface: name, isParent: 1 }, { network: { interfaces } })).toEqual([
      state,
      what,
    ]),
  );
  // "-95 reported by netlink: Operation not supported"
  test.each([
    [4, 'unmet'],
    [6, 'met'],
  ])('of the number %i', (ifindex, state) =>
    expect(judged('device-number-free', { ifindex }, { network: { interfaces } }).state).toBe(state),
  );
});

// "unrecognized option '--foo-bar'", of a line in /etc/criu/default.conf
test.each([
  ['', 'unmet'],
  ['--no-default-config', 'met'],
  ['--config /dev/null', 'met'],
])('a configuration that CRIU refuses, with %j', (options, state) => {
  const host = {
    criu: { version: '4.2.1', refusesConfiguration: true },
    programs: { criu: '/usr/sbin/criu' },
  };
  const facts = { path: 'criu', isRestorer: 1 };
  expect(judged('program-needed', facts, host, undefined, options).state).toBe(state);
});

// Restored with 40 KiB, and with lo down, once /run/criu.kdat was there; without it 80 KiB are too little.
test.each([
  ['81920', false, 'unmet'],
  ['81920', true, 'open'],
  ['90112', false, 'open'],
  ['131072', false, 'met'],
])('a stack of %s, what the kernel can is known: %s', (soft, isCached, state) => {
  const limits = { RLIMIT_STACK: { soft, hard: 'unlimited' } };
  const root = { stat: () => (isCached ? entry : undefined) };
  const facts = { limit: 'RLIMIT_STACK', value: 131072, least: 86016 };
  expect(judged('stack-limit', facts, { restorer: { limits } }, root).state).toBe(state);
  const elsewhere = { restorer: { limits }, criu: { hasKernelCache: isCached } };
  expect(judged('stack-limit', facts, elsewhere).state).toBe(state);
});
