/** Every real image restores on its own kernel, to what was seen inside its container. */
import { describe, expect, test } from 'vitest';
import { checkpointFromCpt } from '../../../model/from-cpt/checkpoint-from-cpt.ts';
import { ipcJson } from '../../../model/ipc.ts';
import { imagesWithTruth } from '../../../model/testing/truth.ts';
import { fileSource } from '../../../parse/bytes/file-source.ts';
import { hasCollection } from '../../../test-support/images.ts';
import { simulateOpenvzRestore } from './simulate.ts';

test.skipIf(hasCollection)('the collection of real images is absent: samples alone are compared', () => {});

/** The dump freezes whatever runs: running, sleeping and uninterruptible are one state in the image. */
const frozenState = (letter: string): string => (letter === 'R' || letter === 'D' ? 'S' : letter);

const hexKey = (key: unknown): string => `0x${(Number(key) >>> 0).toString(16)}`;

/** `/proc/sysvipc/*` of 2.6.32, or the list that the collector of 2.6.18 made of it. */
function listed(raw: unknown, idName: string): readonly string[] {
  if (Array.isArray(raw)) return raw.map(({ id, key }) => `${id} ${hexKey(key)}`).sort();
  const [header = '', ...lines] = String(raw).trim().split('\n');
  const at = header.trim().split(/\s+/).indexOf(idName);
  return lines
    .map((line) => line.trim().split(/\s+/))
    .map((cells) => `${cells[at]} ${hexKey(cells[0])}`)
    .sort();
}

describe.each(imagesWithTruth)('$name', ({ path, truth }) => {
  const source = fileSource(path);
  const report = simulateOpenvzRestore(source);

  test('restores', () => {
    expect(report.failures).toEqual([]);
    expect(report.verdict).toBe('restores');
  });

  test('processes', () => {
    const seen = truth.processes.map((process) => ({
      pid: process.pid,
      pids: [process.pid],
      ppid: process.ppid,
      pgid: process.pgid,
      sid: process.sid,
      comm: process.comm,
      state: frozenState(process.state),
      uid: process.uid[0],
      gid: process.gid[0],
      threads: process.threads.map(({ tid }) => tid).sort((a, b) => a - b),
    }));
    const rebuilt = report.processes.map(({ exitCode: _, startTimeNs: __, ...rest }) => rest);
    expect(rebuilt).toEqual(seen.sort((a, b) => a.pid - b.pid));
  });

  test('start times in ticks of 1/100 s', () => {
    const seen = truth.processes.map(({ pid, startTicks }) => [pid, startTicks]);
    const rebuilt = report.processes.map(({ pid, startTimeNs }) => [
      pid,
      Number(BigInt(startTimeNs!) / 10_000_000n),
    ]);
    expect(rebuilt).toEqual(seen.sort((a, b) => a[0]! - b[0]!));
  });

  test('System V objects that were there', () => {
    const { sem, msg, shm } = truth.raw.sysvipc;
    const rebuilt = (rows: readonly { id: number; key: string }[]) =>
      rows.map(({ id, key }) => `${id} ${key}`).sort();
    expect(rebuilt(report.ipc.sem)).toEqual(listed(sem, 'semid'));
    expect(rebuilt(report.ipc.msg)).toEqual(listed(msg, 'msqid'));
    expect(rebuilt(report.ipc.shm)).toEqual(listed(shm, 'shmid'));
  });

  test('System V objects as the image holds them, but for who attached last', () => {
    const { sem, msg, shm } = ipcJson(
      checkpointFromCpt(source, () => {}),
      source,
    );
    const withoutLast = (rows: typeof shm) => rows.map(({ lpid: _, ...rest }) => rest);
    expect(report.ipc.sem).toEqual(sem);
    expect(report.ipc.msg).toEqual(msg);
    expect(withoutLast(report.ipc.shm)).toEqual(withoutLast(shm));
  });

  test('the same report twice', () => {
    expect(simulateOpenvzRestore(source)).toEqual(report);
  });
});
