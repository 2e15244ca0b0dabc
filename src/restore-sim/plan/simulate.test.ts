import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkpointFromCpt } from '../../model/from-cpt/checkpoint-from-cpt.ts';
import { ipcJson } from '../../model/ipc.ts';
import { psJson } from '../../model/ps.ts';
import { fileSource } from '../../parse/bytes/file-source.ts';
import { realImages } from '../../test-support/images.ts';
import { type KernelProfileName, kernelProfile, kernelProfileNames } from '../kernel/index.ts';
import { compareRestores, planJson, planRestore, simulatePlannedRestore } from './index.ts';
import { undoOperations } from './plan-memory.ts';
import { checkpointOf } from './testing/checkpoint-of.ts';

function open(path: string) {
  const source = fileSource(path);
  const checkpoint = checkpointFromCpt(source, () => {});
  const ipc = ipcJson(checkpoint, source);
  source.close();
  return { checkpoint, ipc };
}

const kernels: readonly KernelProfileName[] = [
  'linux-cr',
  'linux-3.3',
  'linux-3.9',
  'linux-6.18',
  'openvz-2.6.32',
];

describe.each(realImages.map(({ name, path }) => [name, path] as const))('%s', (_, path) => {
  const { checkpoint, ipc } = open(path);
  test.each(kernels)('comes back under %s as it was', (kernel) => {
    const report = simulatePlannedRestore(checkpoint, { profile: kernelProfile(kernel), ipc });
    expect([report.failures, report.verdict]).toEqual([[], 'restores']);
    const wanted = psJson(checkpoint).processes;
    expect(report.processes).toEqual(wanted.map((row) => ({ ...row, startTimeNs: null })));
    // Creators and last users of segments are the kernel's own business.
    expect(report.ipc.sem).toEqual(
      ipc.sem.map((set) => ({
        ...set,
        undo: set.undo.filter(({ adjust }) => adjust.some((value) => value !== 0)),
      })),
    );
    expect(report.ipc.msg).toEqual(ipc.msg);
    const known = ({ cpid, lpid, ...segment }: (typeof ipc.shm)[number]) => segment;
    expect(report.ipc.shm.map(known)).toEqual(ipc.shm.map(known));
  });
});

test.each(kernelProfileNames)('%s: the same input gives the same bytes', (kernel) => {
  const path = realImages.find(({ name }) => name.includes('tree'))!.path;
  const run = () => {
    const { checkpoint, ipc } = open(path);
    const profile = kernelProfile(kernel as KernelProfileName);
    const plan = planRestore(checkpoint, { profile });
    const report = simulatePlannedRestore(checkpoint, { profile, ipc, operations: true });
    return [...planJson(plan)].join('') + JSON.stringify(report);
  };
  expect(run()).toBe(run());
});

/** A tree that a kernel can come to: forks, setsid, setpgid and deaths in any order. */
const history = fc.array(
  fc.record({
    what: fc.constantFrom('fork', 'fork', 'fork', 'setsid', 'setpgid', 'join', 'die', 'reap'),
    who: fc.nat(),
    whom: fc.nat(),
  }),
  { maxLength: 60 },
);

interface Alive {
  pid: number;
  parent: number;
  sid: number;
  pgid: number;
  isDead: boolean;
}

/** Rules of fork(2), setsid(2), setpgid(2) and of orphans, on plain numbers. */
function live(steps: readonly { what: string; who: number; whom: number }[]): string {
  const all: Alive[] = [{ pid: 1, parent: 0, sid: 1, pgid: 1, isDead: false }];
  let next = 400;
  const pick = (number: number) => all[number % all.length]!;
  for (const { what, who, whom } of steps) {
    const actor = pick(who);
    if (actor.isDead && what !== 'reap') continue;
    if (what === 'fork') {
      next += 1;
      all.push({ ...actor, pid: next, parent: actor.pid });
    } else if (what === 'setsid' && !all.some(({ pgid }) => pgid === actor.pid)) {
      Object.assign(actor, { sid: actor.pid, pgid: actor.pid });
    } else if (what === 'setpgid' && actor.sid !== actor.pid) {
      actor.pgid = actor.pid;
    } else if (what === 'join' && actor.sid !== actor.pid) {
      const other = pick(whom);
      if (other.sid === actor.sid) actor.pgid = other.pgid;
    } else if (what === 'die' && actor.pid !== 1) {
      actor.isDead = true;
      for (const child of all) if (child.parent === actor.pid) child.parent = 1;
    } else if (what === 'reap' && actor.isDead) {
      all.splice(all.indexOf(actor), 1);
    }
  }
  return all
    .map(
      ({ pid, parent, sid, pgid, isDead }) =>
        `p${pid}:${pid}/${parent},s${sid},g${pgid}${isDead ? ',Z' : ''}`,
    )
    .join(' ');
}

test.each(['linux-6.18', 'linux-3.9', 'linux-2.6.25-next-id'] as const)(
  'every tree that a kernel can come to has a plan that works under %s',
  (kernel) => {
    fc.assert(
      fc.property(history, (steps) => {
        const processes = live(steps);
        const report = simulatePlannedRestore(checkpointOf(processes), {
          profile: kernelProfile(kernel),
        });
        expect(report.failures, processes).toEqual([]);
      }),
      { numRuns: 300, seed: 20 },
    );
  },
);

test('undo values come back for every semaphore value', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 32767 }),
      fc.integer({ min: -32768, max: 32767 }),
      (value, wanted) => {
        let now = value;
        let undo = 0;
        for (const operations of undoOperations([wanted], () => value)) {
          for (const { change, undo: isUndone } of operations) {
            now += change;
            if (isUndone) undo -= change;
            expect(now).toBeGreaterThanOrEqual(0);
            expect(now).toBeLessThanOrEqual(32767);
          }
        }
        expect([now, undo]).toEqual([value, wanted]);
      },
    ),
    { seed: 7 },
  );
});

describe('two restores', () => {
  const report = (processes: string, kernel: KernelProfileName = 'linux-6.18') =>
    simulatePlannedRestore(checkpointOf(processes), { profile: kernelProfile(kernel) });

  test('agree', () => {
    expect(compareRestores(report('init:1 a:1034'), report('init:1 a:1034', 'linux-3.9'))).toEqual([]);
  });

  test('differ in a field, unless that was declared', () => {
    const pair = [report('init:1 a:10'), report('init:1 a:10,u5')] as const;
    expect(compareRestores(...pair).map(({ code, message }) => [code, message])).toEqual([
      ['restored-process-differs', 'after the conversion, pid 10 (a): uid is 5 instead of 0'],
      ['restored-process-differs', 'after the conversion, pid 10 (a): gid is 5 instead of 0'],
    ]);
    expect(compareRestores(...pair, { fields: ['uid', 'gid'] })).toEqual([]);
    expect(compareRestores(...pair, { pids: [10] })).toEqual([]);
  });

  test('differ in a process', () => {
    const found = compareRestores(report('init:1 a:10 b:11'), report('init:1 a:10 c:12'));
    expect(found.map(({ message }) => message)).toEqual([
      'after the conversion, pid 11 (b) is missing',
      'after the conversion, pid 12 (c) is there, too',
    ]);
  });

  test('differ in the verdict', () => {
    const [found] = compareRestores(report('init:1 a:10'), report('init:1 a:10', 'linux-2.6.25-next-id'));
    expect(found).toMatchObject({ code: 'restore-verdict-differs', severity: 'error' });
  });
});
