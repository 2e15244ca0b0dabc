/** The process list of every real image against what was seen inside its container. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ByteSource } from '../parse/bytes/byte-source.ts';
import { fileSource } from '../parse/bytes/file-source.ts';
import { hasCollection } from '../test-support/images.ts';
import type { Checkpoint, Task } from './checkpoint.ts';
import { checkpointFromCpt } from './from-cpt/checkpoint-from-cpt.ts';
import { follow } from './look-up.ts';
import { psJson } from './ps.ts';
import { commandLine } from './read-memory.ts';
import { imagesWithTruth } from './testing/truth.ts';

const images = imagesWithTruth;

/** The dump freezes whatever runs: running, sleeping and uninterruptible are one state in the image. */
const frozenState = (letter: string): string => (letter === 'R' || letter === 'D' ? 'S' : letter);

test.skipIf(hasCollection)('the collection of real images is absent: samples alone are compared', () => {});

describe.each(images)('$name', ({ path, truth }) => {
  let source: ByteSource;
  let checkpoint: Checkpoint;

  beforeAll(() => {
    source = fileSource(path);
    checkpoint = checkpointFromCpt(source, (diagnostic) => {
      throw new Error(`a real image is sound: ${diagnostic.message}`);
    });
  });
  afterAll(() => source.close());

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
    const said = psJson(checkpoint).processes.map(({ exitCode: _, startTimeNs: __, ...rest }) => rest);
    expect(said).toEqual(seen.sort((a, b) => a.pid - b.pid));
  });

  test('start times in ticks of 1/100 s, of every thread', () => {
    const seen = truth.processes.flatMap(({ threads }) => threads.map((it) => [it.tid, it.startTicks]));
    const said = checkpoint.tasks.map((task) => [task.pid, Number((task.startTimeNs ?? -1n) / 10_000_000n)]);
    expect(sorted(said)).toEqual(sorted(seen));
  });

  test('names and states of every thread', () => {
    const seen = truth.processes.flatMap(({ threads }) =>
      threads.map(({ tid, comm, state }) => [tid, comm, frozenState(state)]),
    );
    const said = checkpoint.tasks.map(({ pid, comm, state }) => [pid, comm, state]);
    expect(sorted(said)).toEqual(sorted(seen));
  });

  test('ids, groups, nice levels, exit signals', () => {
    const seen = truth.processes.map((it) => [it.pid, it.uid, it.gid, it.groups, it.nice, it.exitSignal]);
    const said = leaders(checkpoint).map(({ pid, credentials: c, scheduling, exitSignal }) => [
      pid,
      [c?.uid, c?.euid, c?.suid, c?.fsuid],
      [c?.gid, c?.egid, c?.sgid, c?.fsgid],
      c?.groups,
      scheduling?.nice,
      exitSignal,
    ]);
    expect(sorted(said)).toEqual(sorted(seen));
  });

  test('capabilities', () => {
    const seen = truth.processes.map((it) => [it.pid, it.masks.capPrm, it.masks.capEff]);
    const said = leaders(checkpoint).map(({ pid, credentials }) => [
      pid,
      credentials && mask(credentials.capPermitted),
      credentials && mask(credentials.capEffective),
    ]);
    expect(sorted(said)).toEqual(sorted(seen));
  });

  test('pending and blocked signals, handlers', () => {
    const alive = truth.processes.filter(({ state }) => state !== 'Z');
    const seen = alive.map(({ pid, masks }) => [
      pid,
      masks.sigPnd,
      masks.shdPnd,
      masks.sigBlk,
      masks.sigIgn,
      masks.sigCgt,
    ]);
    const said = leaders(checkpoint)
      .filter(({ state }) => state !== 'Z')
      .map((task) => [
        task.pid,
        mask(task.sigpending),
        mask(shared(task)),
        mask(task.sigblocked),
        ...handled(task),
      ]);
    expect(sorted(said)).toEqual(sorted(seen));
  });

  test('command lines, out of the memory in the image', () => {
    const alive = truth.processes.filter(({ state }) => state !== 'Z');
    const said = leaders(checkpoint)
      .filter(({ state }) => state !== 'Z')
      .map((task) => [task.pid, commandLine(checkpoint, source, task)]);
    expect(sorted(said)).toEqual(sorted(alive.map(({ pid, cmdline }) => [pid, cmdline])));
  });

  test('the tail counts the 64-bit tasks', () => {
    expect(checkpoint.tasks.filter(({ is64bit }) => is64bit).length).toBe(checkpoint.image.tasks64bit);
  });

  const shared = (task: Task): bigint => follow(checkpoint.signals, task.signal)?.sigpending ?? 0n;

  /** As `/proc/PID/status` sums the handlers up: ignored, then caught. */
  const handled = (task: Task): readonly string[] => {
    const actions = follow(checkpoint.sighands, task.sighand)?.actions ?? [];
    const sum = (wanted: (handler: bigint) => boolean) =>
      actions
        .filter(({ handler }) => wanted(handler))
        .reduce((bits, { signo }) => bits | (1n << BigInt(signo - 1)), 0n);
    return [mask(sum((handler) => handler === 1n)), mask(sum((handler) => handler > 1n))];
  };
});

const mask = (bits: bigint): string => bits.toString(16).padStart(16, '0');

const leaders = ({ processes }: Checkpoint): readonly Task[] =>
  processes.map(({ leader }) => leader).filter((task) => task !== undefined);

const sorted = (rows: readonly (readonly unknown[])[]) =>
  [...rows].sort((a, b) => Number(a[0]) - Number(b[0]));
