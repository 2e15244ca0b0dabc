/** Control groups of a host, each as CRIU 4.2.1 took them on Linux 6.18 with hierarchies of version 1 and 2. */
import { describe, expect, test } from 'vitest';
import { type ConditionCode, type ConditionFacts, condition } from '../../conditions.ts';
import type { HostCgroups } from '../host.ts';
import { judge } from './index.ts';

const judged = (code: ConditionCode, facts: ConditionFacts, cgroups: HostCgroups) =>
  judge(condition(code, '', '', { file: 'cgroup.img' }, facts), {
    host: { schemaVersion: 1, cgroups, memory: { availableBytes: '20000000000' } },
    options: undefined,
    root: undefined,
    rootPath: undefined,
    hostRoot: undefined,
  }).state;

// "Failed writing 0-1 to cpuset/hx/in/cpuset.cpus: Permission denied"
describe('a cpuset below another', () => {
  const facts = { directory: 'cpuset:/hx/in', above: 'cpuset:/hx' };
  test.each([
    ['both there', ['cpuset:/', 'cpuset:/hx', 'cpuset:/hx/in'], [], 'met'],
    ['both gone', ['cpuset:/'], [], 'unmet'],
    ['the lower one gone', ['cpuset:/', 'cpuset:/hx'], [], 'met'],
    [
      'the upper one empty',
      ['cpuset:/', 'cpuset:/hx'],
      [{ directory: 'cpuset:/hx', isEmptyCpuset: true }],
      'unmet',
    ],
    // cgroups-v1/cpusets: cgroup.clone_children
    ['what is made is filled', ['cpuset:/'], [{ directory: 'cpuset:/', clonesChildren: true }], 'met'],
  ] as const)('%s', (_, directories, groups, state) =>
    expect(judged('cpuset-above', facts, { directories, groups })).toBe(state),
  );
  test('nobody looked', () => expect(judged('cpuset-above', facts, {})).toBe('open'));
});

// "Can't move 9248 into cpuset//b/cgroup.procs (-1/6): No space left on device"
test.each([
  ['gone', ['cpuset:/'], [], 'met'],
  ['filled', ['cpuset:/', 'cpuset:/b'], [], 'met'],
  ['empty', ['cpuset:/', 'cpuset:/b'], [{ directory: 'cpuset:/b', isEmptyCpuset: true }], 'unmet'],
  ['another empty', ['cpuset:/', 'cpuset:/b'], [{ directory: 'cpuset:/a', isEmptyCpuset: true }], 'met'],
] as const)('the cpuset that a task joins: %s', (_, directories, groups, state) =>
  expect(judged('cpuset-filled', { directory: 'cpuset:/b' }, { directories, groups })).toBe(state),
);

describe('limits', () => {
  const memory = { bytes: '80000000', least: '80000000', own: '8388608' };
  const elsewhere = { ...memory, group: 'memory:/hxg' };
  const limit = (directory: string, memoryBytesLeft: string) => [{ directory, memoryBytesLeft }];
  test.each([
    // "killed by signal 9: Killed"
    ['that of the restorer', memory, { memoryBytesLeft: '41943040', groups: [] }, 'unmet'],
    // Restored: tasks are moved before they get memory.
    ['that of the restorer, tasks elsewhere', elsewhere, { memoryBytesLeft: '41943040', groups: [] }, 'met'],
    ['too little for CRIU itself', elsewhere, { memoryBytesLeft: '1000000', groups: [] }, 'unmet'],
    ['that of the tasks', elsewhere, { groups: limit('memory:/hxg', '20971520') }, 'unmet'],
    ['above that of the tasks', elsewhere, { groups: limit('memory:/', '20971520') }, 'unmet'],
    ['another', elsewhere, { groups: limit('memory:/hxgx', '20971520') }, 'met'],
    ['a document that does not say', elsewhere, { memoryBytesLeft: '41943040' }, 'open'],
    ['nobody knows where', { ...memory, group: '' }, { memoryBytesLeft: '41943040', groups: [] }, 'open'],
    ['nobody knows where, and there is room', { ...memory, group: '' }, { groups: [] }, 'met'],
  ] as const)('of memory: %s', (_, facts, cgroups, state) => {
    const host = judged('memory-needed', facts, cgroups);
    expect(host).toBe(state);
  });

  // Six tasks and CRIU. "Can't fork for 11: Resource temporarily unavailable"
  const elsewhereTasks = { count: 7, group: 'pids:/hxg' };
  test.each([
    [{ count: 7 }, { tasksLeft: 6 }, 'unmet'],
    [elsewhereTasks, { tasksLeft: 3, groups: [] }, 'met'],
    [elsewhereTasks, { groups: [{ directory: 'pids:/hxg', tasksLeft: 3 }] }, 'unmet'],
    [elsewhereTasks, { groups: [{ directory: 'pids:/hxg', tasksLeft: 6 }] }, 'met'],
    // Restored: the only task moves there, and has no threads.
    [{ count: 2, group: 'pids:/a' }, { groups: [{ directory: 'pids:/a', tasksLeft: 0 }] }, 'met'],
  ])('of tasks: %j, %j', (facts, cgroups, state) =>
    expect(judged('process-count', facts, cgroups)).toBe(state),
  );
});

/** capture-host.sh names directories down to the third below the top. */
test.each([
  [':/a', 'met'],
  [':/a/b', 'unmet'],
  [':/a/c/d/e', 'open'],
  [':/b/c/d/e', 'unmet'],
])('the directory %s', (directory, state) => {
  const directories = [':/', ':/a', ':/a/c', ':/a/c/d'];
  expect(judged('cgroup-directory', { mode: 'none', directories: directory }, { directories })).toBe(state);
});
