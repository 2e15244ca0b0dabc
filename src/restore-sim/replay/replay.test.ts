import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { kernelProfile } from '../kernel/index.ts';
import { replayTrace } from './replay.ts';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8').split('\n');
const tracesIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort();

function check(folder: string, name: string): void {
  const lines = read(folder, name);
  const { operations, states, diagnostics } = replayTrace(lines);
  const replayed = lines.filter((line) => line.includes('"op":')).length;
  expect(diagnostics).toEqual([]);
  expect(operations + states).toBe(replayed);
}

const samples = join(repository, 'samples/traces');

describe('recorded on Linux 6.18: every answer and every state is the same', () => {
  test.each(tracesIn(samples))('%s', (name) => check(samples, name));
});

const shared = ['public', 'scripted', 'holdout', 'long'].map((set) =>
  join(repository, '../shared/traces', set),
);
const collection = shared
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => tracesIn(folder).map((name) => [name, folder] as const));

describe('the whole collection of traces', () => {
  if (collection.length === 0) test.skip('is not beside the repository: only the samples were replayed');
  test.each(collection)('%s', (name, folder) => check(folder, name));
});

const header = '{"trace":1,"outer_levels":1}';
const fork = '{"op":"clone","by":"p0","flags":[],"ret":2,"child":"p1","pids":[2]}';

test('the first divergence is reported with its place, and ends the replay', () => {
  const lines = [header, fork, '{"op":"getppid","by":"p1","ret":7}', '{"op":"getppid","by":"p1","ret":8}'];
  const { operations, divergence, diagnostics } = replayTrace(lines);
  expect(operations).toBe(1);
  expect(divergence).toEqual({ line: 3, op: 'getppid', field: 'ret', expected: 7, got: 1, text: lines[2] });
  expect(diagnostics).toEqual([
    {
      code: 'trace-diverges',
      severity: 'error',
      message: 'line 3: getppid: ret is 1, the recording says 7',
      at: { path: 'line 3' },
    },
  ]);
});

test.each([
  [
    'an errno instead of a result',
    '{"op":"setsid","by":"p0","errno":"EPERM"}',
    'ret is 1, the recording says absent',
  ],
  ['another number', fork.replace('[2]', '[3]'), 'pids[0] is 2, the recording says 3'],
  [
    'a field of a state',
    '{"op":"state","procs":[{"p":"p0","pids":[1],"ppid":1}]}',
    'procs[0].ppid is 0, the recording says 1',
  ],
  ['a process that is not there', '{"op":"state","procs":[],"sem":[]}', 'procs[0] is {"p":"p0",'],
])('divergence: %s', (_title, line, expected) => {
  expect(replayTrace([header, line]).diagnostics[0]?.message).toContain(expected);
});

test('another kernel diverges', () => {
  const profile = kernelProfile('linux-3.9');
  const { divergence } = replayTrace(read(samples, '05-ipc-next-id.jsonl'), { profile });
  expect(divergence).toMatchObject({ op: 'semget', field: 'ret', got: 32769, expected: 1 });
});

test.each([
  ['not JSON', 'line 2: not JSON'],
  ['[1]', 'line 2: not an object'],
  [`[${'{},'.repeat(500_001)}{}]`, 'line 2: more than 1000000 values'],
  ['{"i":1}', 'line 2: "op" must be text'],
  ['{"op":"reboot","by":"p0"}', 'line 2: there is no operation "reboot"'],
  ['{"op":"constructor","by":"p0"}', 'line 2: there is no operation "constructor"'],
  ['{"op":"setsid","by":"p9"}', 'line 2: there is no task "p9"'],
  ['{"op":"kill","by":"p0","pid":1,"sig":15}', 'line 2: "sig" must be 0 or 9'],
  ['{"op":"clone","by":"p0","flags":["vfork"]}', 'line 2: "flags" has wrong items'],
  ['{"op":"clone","by":"p0","set_tid":[1.5]}', 'line 2: "set_tid" has wrong items'],
  ['{"op":"semget","by":"p0","key":1e99,"nsems":1,"flags":0}', 'line 2: "key" must be a whole number'],
])('malformed: %s', (line, expected) => {
  const { diagnostics } = replayTrace([header, line, '{"op":"setsid","by":"p0","ret":1}']);
  expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
    expect.stringContaining(`trace-malformed ${expected}`),
  ]);
});

test.each([
  ['', 'an empty file is no trace'],
  ['{"trace":2}', 'the first line must be a header'],
  ['{"trace":1,"outer_levels":99}', '"outer_levels" must be'],
  ['{"trace":1,"outer_levels":1,"pid_max":5}', '"pid_max" must be'],
])('no header: %s', (line, expected) => {
  expect(replayTrace([line]).diagnostics[0]?.message).toContain(expected);
});

test('a dead task does not act', () => {
  const lines = [
    header,
    fork,
    '{"op":"exit","by":"p1","code":0,"ret":0}',
    '{"op":"setsid","by":"p1","ret":2}',
  ];
  expect(replayTrace(lines).diagnostics[0]?.message).toBe('line 4: "p1" is dead');
});

test('hopeless files are given up', () => {
  expect(replayTrace([header, ...new Array(1000).fill('x')]).diagnostics).toHaveLength(20);
});

test('every prefix and every mangled line of a trace is survived', () => {
  const lines = read(samples, tracesIn(samples).at(-1)!);
  for (const [number, line] of lines.entries()) {
    const mangled = [...lines.slice(0, number), line.slice(0, line.length / 2), ...lines.slice(number + 1)];
    expect(() => replayTrace(mangled)).not.toThrow();
  }
});
