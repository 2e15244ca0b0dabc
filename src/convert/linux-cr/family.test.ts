/** Streams of real processes down the chain of layouts and up again. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostic.ts';
import { checkpointFromCpt } from '../../model/from-cpt/checkpoint-from-cpt.ts';
import { checkpointFromLinuxCr } from '../../model/from-linux-cr/checkpoint-from-linux-cr.ts';
import { ipcJson } from '../../model/ipc.ts';
import { psJson } from '../../model/ps.ts';
import { MemorySink } from '../../parse/bytes/byte-sink.ts';
import { type ByteSource, memorySource } from '../../parse/bytes/byte-source.ts';
import { type LinuxCrVariantId, linuxCrVariant } from '../../parse/linux-cr/variants.ts';
import { LinuxCrWriter } from '../../parse/linux-cr/write.ts';
import { simulateLinuxCrRestart } from '../../restore-sim/restorers/linux-cr/simulate.ts';
import { sample } from '../../test-support/images.ts';
import { contextFor, linuxCrFromCheckpoint } from '../bridges/cpt-to-linux-cr/convert.ts';
import { linuxCrConvert } from './family.ts';
import { chain } from './rows.ts';

function newest(name: string): ByteSource {
  const source = memorySource(Uint8Array.from(readFileSync(sample(name))));
  const checkpoint = checkpointFromCpt(source, () => {});
  const context = contextFor(checkpoint, linuxCrVariant(linuxCrConvert.newest as LinuxCrVariantId).layout);
  if (context === undefined) throw new Error('no such layout');
  const sink = new MemorySink();
  const writer = new LinuxCrWriter(sink, source, context, () => {});
  for (const record of linuxCrFromCheckpoint(checkpoint, source, context).records) writer.write(record);
  return memorySource(sink.result());
}

function converted(source: ByteSource, to: LinuxCrVariantId) {
  const problems: Diagnostic[] = [];
  const tools = { report: (problem: Diagnostic) => void problems.push(problem), progress: () => {} };
  const leg = linuxCrConvert.runner.prepare({ content: { form: 'file', source }, name: 'x' }, to, {}, tools);
  const sink = new MemorySink();
  const result = leg.run({ form: 'file', sink });
  const bytes = memorySource(sink.result());
  return { ...result, bytes, problems, check: () => leg.verify({ form: 'file', source: bytes }).problems };
}

const processesOf = (source: ByteSource) => psJson(checkpointFromLinuxCr(source, () => {}));
const objectsOf = (source: ByteSource) =>
  ipcJson(
    checkpointFromLinuxCr(source, () => {}),
    source,
  );

describe.each(['2.6.18-tree', '2.6.18-i386-sysv-ipc', '2.6.18-pty'])('%s', (name) => {
  const source = newest(name);
  const is32 = name.includes('i386');

  test('each layout holds the same processes, and the restart makes them', () => {
    for (const to of chain) {
      const { isUsable, bytes, problems, check } = converted(source, to);
      // x86-64 has no number before December 2009.
      if (!is32 && linuxCrVariant(to).layout < 20091206) {
        expect(isUsable).toBe(false);
        expect(problems.map(({ code }) => code)).toContain('linux-cr-cannot-express');
        continue;
      }
      expect([to, isUsable, check()]).toEqual([to, true, []]);
      expect(processesOf(bytes)).toEqual(processesOf(source));
      const { verdict, processes } = simulateLinuxCrRestart(bytes, { operations: false });
      expect([to, verdict]).toEqual([to, 'restores']);
      expect(processes).toEqual(processesOf(source).processes);
    }
  });

  test('down to v19 and up again, only what was counted is gone', () => {
    const down = converted(source, 'linux-cr-2010-02-22');
    const up = converted(down.bytes, linuxCrConvert.newest as LinuxCrVariantId);
    expect(up.hops.flatMap(({ losses }) => losses)).toEqual([]);
    expect(processesOf(up.bytes)).toEqual(processesOf(source));
    const lost = down.hops.flatMap(({ losses }) => losses.map(({ row }) => row));
    const strip = (of: ByteSource) => {
      const { sem, ...others } = objectsOf(of);
      return {
        ...others,
        sem: sem.map(({ undo, ...set }) => (lost.includes('V16') ? set : { ...set, undo })),
      };
    };
    expect(strip(up.bytes)).toEqual(strip(source));
  });
});

test('every step names rows, and every row is of one step', () => {
  const rows = linuxCrConvert.steps.flatMap(({ rows: ids = [] }) => ids);
  expect(rows).toEqual(Array.from({ length: 25 }, (_, index) => `V${index + 1}`));
});
