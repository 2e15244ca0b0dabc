/**
 * Rehearsing restores of many processes: planning and simulating alone, on a checkpoint that is made up, and the whole
 * command on a CPT image with as many tasks. Time per process must not grow with their number.
 */
import { join } from 'node:path';
import type { Task } from '../../src/model/checkpoint.ts';
import { kernelProfile } from '../../src/restore-sim/kernel/index.ts';
import { simulatePlannedRestore } from '../../src/restore-sim/plan/index.ts';
import { checkpointOf, checkpointWith } from '../../src/restore-sim/plan/testing/checkpoint-of.ts';
import { growthRow } from '../command-row.ts';
import { cptTasks } from '../inputs.ts';
import { command, median, projectRoot } from '../measure.ts';
import type { Row } from '../row.ts';

const sizes = [10_000, 100_000];
const budgetMs = 2000;
const growthMax = 15;
const rounds = 3;

const host = join(projectRoot, 'samples', 'hosts', 'large-pid-max.json');

const whole = growthRow({
  name: 'simulate/cpt',
  what: 'cr-restore-sim of a CPT image',
  unit: 'processes',
  rounds,
  sizes,
  limits: { wallMs: budgetMs, growth: growthMax },
  input: cptTasks,
  // Files that its processes have open are not on the host of the facts.
  mayFind: true,
  ours: (path) => command('cr-restore-sim', '-q', '--kernel', 'linux-6.18', '--on', host, path),
});

const alone: Row = {
  name: 'simulate/alone',
  what: `plan and simulate ${sizes.map((size) => size.toLocaleString('en')).join(' and ')} processes`,
  measure() {
    const [before, last] = sizes.map((count) => simulateMs(count)) as [number, number];
    return [
      { metric: 'wall time', value: last, unit: 'ms', atMost: budgetMs },
      { metric: 'growth of wall time', value: last / before, unit: '×', atMost: growthMax },
    ];
  },
};

export const simulateRows: readonly Row[] = [alone, whole];

function simulateMs(count: number): number {
  const checkpoint = manyProcesses(count);
  const options = { profile: kernelProfile('linux-6.18'), world: { pidMax: 4194304 } };
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    const report = simulatePlannedRestore(checkpoint, options);
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
      pids: [pid],
      pid,
      tgid: pid,
      leaderPid: pid,
      realParentPid,
      parentPid: realParentPid,
      comm: `worker ${index}`,
      sid,
      pgid: isRoot || turn === 5 ? pid : parent.pgid,
      state: turn === 9 ? 'Z' : 'S',
      ...(any.credentials && { credentials: { ...any.credentials, uid: turn === 7 ? 1000 : 0 } }),
    });
  }
  return checkpointWith(tasks);
}
