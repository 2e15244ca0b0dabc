/** Stepping through simulated restores of real images: what stands there at the end is what was there at the dump. */
import { describe, expect, test } from 'vitest';
import { imagesWithTruth } from '../model/testing/truth.ts';
import { fileSource } from '../parse/bytes/file-source.ts';
import { openedCpt } from './cpt/opened.ts';
import { type Rehearsal, type RehearsalStep, Rehearser, stepTable } from './rehearsal.ts';

const step = (
  op: string,
  task?: number,
  args: RehearsalStep['args'] = {},
  result?: string,
): RehearsalStep => ({
  op,
  task,
  args,
  result,
  isFailure: result !== undefined,
});

const small: Rehearsal = {
  verdict: 'fails',
  kernel: 'test',
  steps: [
    step('create-container', undefined, { pid: 1 }),
    step('clone', 1, { pid: 2 }),
    step('clone', 1, { pid: 3 }),
    step('join-group', 3, { number: 3 }),
    step('semget', 1, { id: 7 }),
    step('exit', 2),
    step('clone', 3, { pid: 4 }, 'EBUSY'),
  ],
};

describe('steps', () => {
  const rehearser = new Rehearser(small);
  const rows: readonly (readonly [count: number, tasks: string, sem: readonly number[]])[] = [
    [0, '', []],
    [1, '1/1', []],
    [3, '1/1 2/1 3/1', []],
    [4, '1/1 2/1 3/3', []],
    [6, '1/1 2/1† 3/3', [7]],
    // A step that failed did nothing.
    [7, '1/1 2/1† 3/3', [7]],
    // Back again.
    [2, '1/1 2/1', []],
  ];
  test.each(rows)('after %d', (count, tasks, sem) => {
    const { processes, sem: ids } = rehearser.after(count);
    const said = [...processes.values()].map(
      ({ pid, group, isDead }) => `${pid}/${group}${isDead ? '†' : ''}`,
    );
    expect([said.join(' '), [...ids]]).toEqual([tasks, [...sem]]);
  });

  test('failures stand out', () => {
    expect(stepTable(small).rows.map(({ tone }) => tone)).toEqual([...Array(6).fill('plain'), 'bad']);
  });
});

describe.each(imagesWithTruth)('$name', ({ name, path, truth }) => {
  const source = fileSource(path);
  const rehearsal = openedCpt(source).rehearse();

  test('ends with the processes, groups, sessions and ids of the container', () => {
    expect(rehearsal.verdict).toBe('restores');
    const { processes, sem, msg, shm } = new Rehearser(rehearsal).after(rehearsal.steps.length);
    const leaders = truth.processes.map(({ pid, pgid, sid }) => [pid, pgid, sid]);
    const said = truth.processes.map(({ pid }) => {
      const process = processes.get(pid);
      return [process?.pid, process?.group, process?.session];
    });
    expect(said).toEqual(leaders);
    // The collector of 2.6.32 kept the tables of /proc/sysvipc as text.
    if (!name.startsWith('2.6.18')) return;
    const ids = (list: readonly { readonly id: number }[]) => list.map(({ id }) => id).sort((a, b) => a - b);
    const sorted = (list: readonly number[]) => [...list].sort((a, b) => a - b);
    const { sysvipc } = truth.raw;
    expect([sorted(sem), sorted(msg), sorted(shm)]).toEqual([
      ids(sysvipc.sem),
      ids(sysvipc.msg),
      ids(sysvipc.shm),
    ]);
  });

  test('every step comes from a record', () => {
    for (const { at } of rehearsal.steps)
      expect(at === undefined || (at >= 0 && at < source.size)).toBe(true);
  });
});
