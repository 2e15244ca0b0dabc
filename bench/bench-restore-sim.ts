/**
 * Rehearsing restores of many processes: planning and simulating alone, on a checkpoint that is made up, and
 * the whole command on a CPT image with as many tasks. Time per process must not grow with their number.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Task } from '../src/model/checkpoint.ts';
import { fileSource } from '../src/parse/bytes/file-source.ts';
import { openOutput } from '../src/parse/bytes/output/file-output.ts';
import { readCptRecords } from '../src/parse/cpt/read.ts';
import { type AnyRecord, noPayload, noPosition, type ObjectRecord } from '../src/parse/cpt/record.ts';
import { CptWriter } from '../src/parse/cpt/write.ts';
import { kernelProfile } from '../src/restore-sim/kernel/index.ts';
import { simulatePlannedRestore } from '../src/restore-sim/plan/index.ts';
import { checkpointOf, checkpointWith } from '../src/restore-sim/plan/testing/checkpoint-of.ts';
import type { Row } from './bench.ts';
import { command, median, projectRoot, run } from './measure.ts';

const sizes = [1000, 10_000, 100_000];
const budgetMs = 2000;
/** A row ten times as large may take so many times as long. */
const growthMax = 15;
const rounds = 5;

export function benchRestoreSim(directory: string): Row[] {
  const alone = rowsOf('plan and simulate', (count) => simulateMs(count));
  const image = join(directory, 'tasks.cpt');
  const whole = rowsOf('cr-restore-sim image', (count) => {
    generateTasks(join(projectRoot, 'samples', 'cpt', '2.6.32-counter.cpt'), image, count);
    const host = join(projectRoot, 'samples', 'hosts', 'large-pid-max.json');
    const words = ['-q', '--kernel', 'linux-6.18', '--on', host, image];
    const times = Array.from(
      { length: rounds },
      () => run(command('cr-restore-sim', ...words), directory).wallMs,
    );
    rmSync(image);
    return median(times);
  });
  return [...alone, ...whole];
}

function rowsOf(what: string, measure: (count: number) => number): Row[] {
  let before: number | undefined;
  return sizes.map((count) => {
    const wallMs = measure(count);
    const growth = before === undefined ? undefined : wallMs / before;
    before = wallMs;
    const isLargest = count === sizes.at(-1);
    return {
      what: `${what}, ${count.toLocaleString('en')} processes`,
      measured: `${wallMs.toFixed(0)} ms${growth === undefined ? '' : `, ${growth.toFixed(1)} × the row above`}`,
      budget: isLargest ? `${budgetMs} ms, ≤ ${growthMax} ×` : `≤ ${growthMax} ×`,
      isMet: (growth ?? 0) <= growthMax && (!isLargest || wallMs <= budgetMs),
    };
  });
}

function simulateMs(count: number): number {
  const checkpoint = manyProcesses(count);
  const options = { profile: kernelProfile('linux-6.18'), world: { pidMax: 4194304 } };
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    const { report } = simulatePlannedRestore(checkpoint, options);
    if (report.verdict !== 'restores') throw new Error(report.failures[0]?.message ?? 'no reason');
    return performance.now() - start;
  });
  return median(times);
}

const firstPid = 1000;

/** Sessions of ten: a leader, chains of children, groups, zombies, other users. */
function manyProcesses(count: number) {
  const [init, any] = checkpointOf('init:1 any:10').tasks as [Task, Task];
  const tasks: Task[] = [init];
  for (let index = 0; tasks.length < count; index += 1) {
    const turn = index % 10;
    const pid = firstPid + index;
    const parent = turn === 0 ? init : (tasks.at(-1 - (turn % 3)) ?? init);
    const isRoot = turn === 0 || parent.state === 'Z' || parent === init;
    const realParentPid = isRoot ? 1 : parent.pid;
    const sid = isRoot ? pid : parent.sid;
    tasks.push({
      ...any,
      ...{ pids: [pid], pid, tgid: pid, leaderPid: pid, realParentPid, parentPid: realParentPid },
      ...{ comm: `worker ${index}`, sid, pgid: isRoot || turn === 5 ? pid : parent.pgid },
      state: turn === 9 ? 'Z' : 'S',
      ...(any.credentials && { credentials: { ...any.credentials, uid: turn === 7 ? 1000 : 0 } }),
    });
  }
  return checkpointWith(tasks);
}

/** A real image whose last task is followed by zombies of init, as many as wanted. */
function generateTasks(samplePath: string, path: string, count: number): void {
  const source = fileSource(samplePath);
  const output = openOutput(path, { force: true, inputs: [] });
  const writer = new CptWriter(output.sink, source, () => {});
  let last: ObjectRecord<'task'> | undefined;
  let isDone = false;
  let tasks = 0;
  for (const record of readCptRecords(source, () => {})) {
    if (last !== undefined && !isDone && record.depth < last.depth) {
      for (; tasks < count; tasks += 1) writer.write(zombie(last, firstPid + tasks));
      isDone = true;
    }
    if (record.kind === 'task') {
      last = record;
      tasks += 1;
    }
    writer.write(record);
  }
  writer.finish();
  output.commit();
  source.close();
}

/** EXIT_ZOMBIE of include/linux/sched.h. */
const zombieState = 16n;

function zombie(model: ObjectRecord<'task'>, pid: number): AnyRecord {
  const dead = { mm: noPosition, files: noPosition, fs: noPosition, sysvsemUndo: noPosition };
  const numbers = { pid, tgid: pid, leader: pid, ppid: 1, rppid: 1, pgrp: pid, session: pid };
  const fields = { ...model.fields, ...dead, ...numbers, state: zombieState, exitCode: 256 };
  return { ...model, offset: -1, payload: noPayload, fields };
}
