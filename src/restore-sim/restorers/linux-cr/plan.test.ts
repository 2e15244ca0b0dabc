/** Creation plans against those of the real tool, and what a recording that differs says. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../../test-support/images.ts';
import { type PlanEntryJson, planInputOf, planJson } from './plan-json.ts';
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

// Expected numbers are those of the tool itself (ckpt_alloc_pid), run on these tables.
test.each([
  ['1:0:1:1:1 2:1:2:2:2 300:1:300:2:2', 301, 301],
  ['1:0:1:1:1 2:1:2:2:2 301:1:301:2:2', 301, 300],
  ['1:0:1:1:1 2:1:2:2:2 302:1:302:2:2', 302, 300],
  ['1:0:1:900:900 2:1:2:2:2 3:1:3:2:2', 32768, 301],
  ['1:0:1:1:1 2:1:2:2:2 3:1:3:900:2 4:1:4:2:2', 1000, 901],
])('of %s with pid_max %i the placeholder is %i', (tasks, pidMax, pid) => {
  const { entries } = plan(tasks, pidMax) as { entries: readonly PlanEntryJson[] };
  expect(entries.filter(({ flags }) => flags.includes('dead')).map((entry) => entry.pid)).toEqual([pid]);
});

test('a session of a negative number is refused, that of the root too', () => {
  expect(plan('1:0:1:-5:-5 2:1:2:2:2', 1000)).toEqual({ error: 'EINVAL' });
});

test('a placeholder on the way up is of the session of the task that it carries', () => {
  const tasks =
    '1:0:1:1:1 32711:1:32711:1:1 32712:0:1:1:1 32713:32711:32713:32768:1 32714:32713:1:1:1 32715:32714:32715:32715:999 32717:32711:32713:1:1';
  const { entries } = plan(tasks) as { entries: readonly PlanEntryJson[] };
  expect(entries.map(({ pid, creator, children }) => [pid, creator, ...children])).toEqual([
    [1, -1, 8, 2, 1],
    [32711, 0, 3],
    [32712, 0],
    [32713, 1, 6],
    [32714, 9, 5],
    [32715, 4],
    [32717, 3],
    [999, 0],
    [32768, 0],
    [300, 0],
  ]);
});
