/** Creation plans against those of the real tool, and what a recording that differs says. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../../test-support/images.ts';
import { planInputOf, planJson } from './plan-json.ts';
import { isPlanFixture, replayPlans } from './replay-plans.ts';

const sample = readFileSync(join(projectRoot, 'samples/linux-cr/plans.jsonl'), 'utf8').split('\n');
const collection = join(projectRoot, '..', 'shared', 'linux-cr', 'plans.jsonl');

test('the plans of the samples are those of the real tool', () => {
  expect(isPlanFixture(sample[0] ?? '')).toBe(true);
  expect(replayPlans(sample)).toEqual({
    operations: 0,
    states: 0,
    plans: 40,
    divergence: undefined,
    diagnostics: [],
  });
});

test.skipIf(!existsSync(collection))('so are those of the collection', () => {
  expect(replayPlans(readFileSync(collection, 'utf8').split('\n')).plans).toBe(400);
});

test('the first difference is located', () => {
  const changed = sample.map((line, index) =>
    index === 2 ? line.replace('"creator":-1', '"creator":5') : line,
  );
  const { plans, diagnostics } = replayPlans(changed);
  expect(plans).toBe(2);
  expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    'trace-diverges: line 3: plan.entries[0].creator is -1, the real tool has 5',
  ]);
});

test.each([
  ['{', 'line 1: not JSON'],
  ['{"tasks":[],"plan":{}}', 'line 1: "tasks" must be a list of 1 to 65536 tasks'],
  ['{"tasks":[{"pid":1}],"plan":{},"pid_max":32768}', 'line 1: '],
  [
    '{"tasks":[{"pid":1,"ppid":0,"tgid":1,"pgid":1,"sid":1}],"plan":[],"pid_max":32768}',
    'line 1: "plan" must be an object',
  ],
])('%s is no fixture', (line, expected) => {
  expect(replayPlans([line]).diagnostics[0]?.message).toContain(expected);
});

const plan = (tasks: string, pidMax = 32768) =>
  planJson(
    planInputOf(
      tasks.split(' ').map((task) => {
        const [pid = 0, ppid = 0, tgid = 0, pgid = 0, sid = 0] = task.split(':').map(Number);
        return { pid, ppid, tgid, pgid, sid };
      }),
      pidMax,
    ),
  );

test('sessions that lead each other in a circle have no end', () => {
  expect(plan('1:0:1:1:1 2:1:2:2:2 3:2:3:3:4 4:2:4:4:3')).toEqual({ error: 'crash' });
});

test('a placeholder needs a free number', () => {
  const orphan = (pidMax: number) => plan('1:0:1:1:1 2:1:2:2:2 300:1:300:2:2', pidMax);
  expect(orphan(301)).toEqual({ error: 'EOVERFLOW' });
  expect(orphan(302)).toMatchObject({ entries: [{}, {}, {}, { pid: 301, flags: ['dead'] }] });
});
