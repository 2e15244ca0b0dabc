/** Tasks share what their records say alike: a task that differs in one field is the same beside another as alone. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MemorySink } from '../../parse/bytes/byte-sink.ts';
import { memorySource } from '../../parse/bytes/byte-source.ts';
import { readCptRecords } from '../../parse/cpt/read.ts';
import { type AnyRecord, noPayload, noPosition, type ObjectRecord } from '../../parse/cpt/record.ts';
import { CptWriter } from '../../parse/cpt/write.ts';
import { sample } from '../../test-support/images.ts';
import type { Task } from '../checkpoint.ts';
import { checkpointFromCpt } from './checkpoint-from-cpt.ts';

type TaskRecord = ObjectRecord<'task'>;

const image = memorySource(readFileSync(sample('2.6.18-counter')));
const records = [...readCptRecords(image, () => {})];
const model = records.find((record): record is TaskRecord => record.kind === 'task') as TaskRecord;

/** Of a task that holds nothing; its own number tells it. */
function taskWith(pid: number, fields: Partial<TaskRecord['fields']>): AnyRecord {
  const nothing = { mm: noPosition, files: noPosition, fs: noPosition, sysvsemUndo: noPosition };
  const own = { ...model.fields, ...nothing, pid, tgid: pid, ...fields };
  return { ...model, offset: -1, payload: noPayload, fields: own };
}

/** The tasks of the sample with further ones behind them. */
function tasksOf(added: readonly AnyRecord[], isCompact: boolean): readonly Task[] {
  const sink = new MemorySink();
  const writer = new CptWriter(sink, image, () => {});
  const last = records.findLastIndex((record) => record.kind === 'task');
  const end = records.findIndex((record, index) => index > last && record.depth < model.depth);
  for (const record of [...records.slice(0, end), ...added, ...records.slice(end)]) writer.write(record);
  writer.finish();
  return checkpointFromCpt(memorySource(sink.result()), () => {}, { isCompact }).tasks;
}

const firstPid = 5000;

/** What it says by name, whether it has that itself or shares it. */
function factsOf(tasks: readonly Task[], pid: number): object {
  const facts: Record<string, unknown> = {};
  const task = tasks.find((one) => one.pid === pid) as unknown as Record<string, unknown>;
  for (const name in task) if (name !== 'at') facts[name] = task[name];
  return facts;
}

function changed(value: unknown): unknown {
  if (typeof value === 'number') return value ^ 1;
  if (typeof value === 'bigint') return value ^ 1n;
  if (Array.isArray(value) && value.length > 0) return [...value.slice(0, -1), changed(value.at(-1))];
  return undefined;
}

const names = (Object.keys(model.fields) as (keyof TaskRecord['fields'])[]).filter(
  (name) => !['pid', 'tgid'].includes(name) && changed(model.fields[name]) !== undefined,
);

test.each(names)('%s', (name) => {
  const own = taskWith(firstPid + 1, { [name]: changed(model.fields[name]) });
  const alone = factsOf(tasksOf([own], false), firstPid + 1);
  const between = [taskWith(firstPid, {}), own, taskWith(firstPid + 2, {})];
  for (const isCompact of [false, true]) {
    const tasks = tasksOf(between, isCompact);
    expect(factsOf(tasks, firstPid + 1)).toEqual(alone);
    // And the next has nothing of it.
    expect({ ...factsOf(tasks, firstPid + 2), pids: [], pid: 0, tgid: 0 }).toEqual({
      ...factsOf(tasks, firstPid),
      ...{ pids: [], pid: 0, tgid: 0 },
    });
  }
});

test('fields of all kinds are among them', () => {
  expect(names.length).toBeGreaterThan(80);
});
