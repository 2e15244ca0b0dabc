/** Real CPT images as streams of every layout: what is read back says what the image said. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { convertImage } from '../../../convert-image.ts';
import { extentOf, planMemory } from '../../../memory/plan.ts';
import { readMemory } from '../../../memory/read.ts';
import { auxWords, storedAuxWords } from '../../../model/aux-vector.ts';
import type { Checkpoint, MemoryMap, Task } from '../../../model/checkpoint.ts';
import { checkpointFromCpt } from '../../../model/from-cpt/checkpoint-from-cpt.ts';
import { checkpointFromLinuxCr } from '../../../model/from-linux-cr/checkpoint-from-linux-cr.ts';
import { follow } from '../../../model/look-up.ts';
import { type PsJson, psJson } from '../../../model/ps.ts';
import { registerNames } from '../../../model/registers.ts';
import { MemorySink } from '../../../parse/bytes/byte-sink.ts';
import { type ByteSource, memorySource } from '../../../parse/bytes/byte-source.ts';
import { detectLinuxCr } from '../../../parse/linux-cr/detect.ts';
import {
  type LinuxCrVariantId,
  linuxCrVariant,
  linuxCrVariantIds,
} from '../../../parse/linux-cr/variants.ts';
import { LinuxCrWriter } from '../../../parse/linux-cr/write.ts';
import { sample } from '../../../test-support/images.ts';
import { setField } from '../../../validate/cpt/broken/edit.ts';
import { contextFor, linuxCrFromCheckpoint } from './convert.ts';

const images = [
  ...['2.6.18-tree', '2.6.18-sysv-ipc', '2.6.18-i386-sysv-ipc', '2.6.18-pty', '2.6.18-threads-32bit'],
  ...['2.6.32-files-sockets', '2.6.32-events', '2.6.18-unaligned'],
];

function converted(name: string, layout: number) {
  const source = memorySource(Uint8Array.from(readFileSync(sample(name))));
  const before = checkpointFromCpt(source, () => {});
  const context = contextFor(before, layout);
  if (context === undefined) return undefined;
  const sink = new MemorySink();
  const fail = (problem: { message: string }) => {
    throw new Error(problem.message);
  };
  const writer = new LinuxCrWriter(sink, source, context, fail);
  const stream = linuxCrFromCheckpoint(before, source, context);
  for (const record of stream.records) writer.write(record);
  const bytes = memorySource(sink.result());
  return {
    source,
    before,
    bytes,
    context,
    after: checkpointFromLinuxCr(bytes, fail),
    losses: stream.losses(),
  };
}

/** What a stream holds of a task, zombies aside. */
const said = (checkpoint: Checkpoint, task: Task) => ({
  pids: task.pids,
  tgid: task.tgid,
  ppid: task.realParentPid,
  pgid: task.pgid,
  sid: task.sid,
  comm: task.comm,
  state: task.state,
  ...(task.state !== 'Z' && {
    registers: registersOf(task),
    tls: task.tls,
    is64bit: task.is64bit,
    blocked: task.sigblocked,
    uid: task.credentials?.uid,
    groups: task.credentials?.groups,
    itimers: task.pid === task.tgid ? task.itimers : undefined,
    descriptors: descriptorsOf(checkpoint, task),
    areas: areasOf(checkpoint, task),
  }),
});

/** One of gs and ugs is a leftover, which one depends on the kernel. */
const registersOf = ({ registers }: Task) =>
  registers &&
  registerNames[registers.layout].flatMap((name, index) =>
    name.endsWith('gs') && name.length <= 3 ? [] : [`${name} ${registers.values[index]}`],
  );

const lostKinds: ReadonlySet<string> = new Set(['inotify', 'signalfd', 'timerfd']);

const descriptorsOf = ({ fdTables, files }: Checkpoint, { fdTable }: Task) =>
  [...((fdTable && fdTables.get(fdTable)?.descriptors) ?? [])].flatMap(({ fd, isCloseOnExec, opened }) => {
    const file = follow(files, opened);
    return file === undefined || lostKinds.has(file.kind) ? [] : [[fd, isCloseOnExec, file.flags, file.pos]];
  });

const areasOf = ({ memories }: Checkpoint, { memory }: Task) =>
  [...((memory && memories.get(memory)?.areas) ?? [])].map(({ start, end, perms, offsetBytes }) => [
    start,
    end,
    perms,
    offsetBytes,
  ]);

const ipcOf = ({ semaphoreSets, messageQueues, sharedMemories }: Checkpoint) => {
  const byId = <Item extends { readonly id: number }>(items: Iterable<Item>) =>
    [...items].sort((a, b) => a.id - b.id);
  return {
    sem: byId(semaphoreSets).map(({ at: _at, ...set }) => set),
    msg: byId(messageQueues).map(({ id, key, messages, limitBytes }) => ({
      id,
      key,
      limitBytes,
      messages: messages.map(({ type, sizeBytes }) => [type, sizeBytes]),
    })),
    shm: byId(sharedMemories.values()).map(({ id, key, mode, sizeBytes, cpid, lpid }) => [
      ...[id, key, mode, sizeBytes, cpid, lpid],
    ]),
  };
};

const textsOf = ({ messageQueues }: Checkpoint, source: ByteSource) =>
  messageQueues
    .flatMap(({ id, messages }) =>
      messages.map(({ text, rest = [] }, index) => {
        const pieces = [text, ...rest].map(({ offset, length }) => source.view(offset, length).slice());
        return `${id}.${index} ${Buffer.concat(pieces).toString('hex')}`;
      }),
    )
    .sort();

/** Layouts that differ only in records which these images may not have. */
const alike: Partial<Record<LinuxCrVariantId, readonly LinuxCrVariantId[]>> = {
  'linux-cr-2009-10-03': ['linux-cr-2009-11-04'],
  'linux-cr-2009-11-11': ['linux-cr-2009-12-01', 'linux-cr-2009-12-06'],
  'linux-cr-2009-12-01': ['linux-cr-2009-12-06'],
  'linux-cr-2011-01-05': ['linux-cr-2011-01-10'],
};

describe.each(images)('%s', (name) => {
  test('tasks, descriptors, areas, IPC and memory are what they were', () => {
    const result = converted(name, 20120317);
    if (result === undefined) throw new Error('no such layout');
    const { before, after, source, bytes } = result;
    const tasks = (checkpoint: Checkpoint) =>
      [...checkpoint.tasks].sort((a, b) => a.pid - b.pid).map((task) => said(checkpoint, task));
    expect(tasks(after)).toEqual(tasks(before));
    expect(ipcOf(after)).toEqual(ipcOf(before));
    // A stream does not say whose a zombie was.
    const isNamed = ({ processes }: PsJson) =>
      processes.filter(({ uid, state }) => (uid === null) !== (state === 'Z'));
    expect(isNamed(psJson(after))).toEqual([]);
    expect(textsOf(after, bytes)).toEqual(textsOf(before, source));
    for (const task of before.tasks) {
      const other = after.tasks.find(({ pid }) => pid === task.pid);
      const memory = task.memory && before.memories.get(task.memory);
      if (memory === undefined || other?.memory === undefined) continue;
      const wordBytes = task.is64bit ? 8 : 4;
      const words = storedAuxWords(bytes, after.memories.get(other.memory) as MemoryMap);
      expect(words).toEqual(auxWords(before, source, memory, wordBytes));
      // AT_PAGESZ of getauxval(3).
      expect(words?.[(words?.indexOf(6n) ?? 0) + 1]).toBe(4096n);
      // By address: pages of shared memory are in no area, and are seen in several.
      for (const { start, end, kind } of planMemory(before, memory.id, extentOf(memory))) {
        if (kind === 'missing') continue;
        const length = Number(end - start);
        const expected = readMemory(before, source, memory.id, start, length) as Uint8Array;
        const found = readMemory(after, bytes, other.memory, start, length);
        expect([start, Buffer.compare(found ?? new Uint8Array(0), expected)]).toEqual([start, 0]);
      }
    }
  });

  test('every layout that has the machine is read back without a word, and recognised', () => {
    for (const id of linuxCrVariantIds) {
      const result = converted(name, linuxCrVariant(id).layout);
      if (result === undefined) continue;
      expect(result.after.tasks.map(({ pid }) => pid).sort()).toEqual(
        result.before.tasks.map(({ pid }) => pid).sort(),
      );
      const { variant } = detectLinuxCr(result.bytes);
      expect([id, ...(alike[id] ?? [])]).toContain(variant);
    }
  });
});

test('a shared mapping of a deleted file becomes anonymous memory, which is said; one of /dev/zero is that', () => {
  const source = memorySource(Uint8Array.from(readFileSync(sample('2.6.32-counter'))));
  const checkpoint = checkpointFromCpt(source, () => {});
  const context = contextFor(checkpoint, 20120317);
  if (context === undefined) throw new Error('no layout takes the sample');
  const lossesOf = (path: string) => {
    const files = new Map(
      [...checkpoint.files].map(([id, file]) => [id, file.path === '/dev/zero' ? { ...file, path } : file]),
    );
    const stream = linuxCrFromCheckpoint({ ...checkpoint, files }, source, context);
    for (const _ of stream.records) {
      // The losses are known behind the last one.
    }
    return stream.losses().map(({ row }) => row);
  };
  expect(lossesOf('/tmp/gone')).toContain('L24');
  expect(lossesOf('/dev/zero')).not.toContain('L24');
});

test('pages outside of their area are refused: they might have no end', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cr-cpt-to-linux-cr-'));
  try {
    const [input, output] = [join(folder, 'in.cpt'), join(folder, 'out')];
    const image = Uint8Array.from(readFileSync(sample('2.6.18-counter')));
    writeFileSync(input, setField({ kind: 'pages' }, 'end', 1n << 52n)(image));
    const { written, diagnostics } = await convertImage(input, output, { to: 'linux-cr-2009-12-06' });
    expect([written, diagnostics.some(({ code }) => code === 'linux-cr-cannot-express')]).toEqual([
      false,
      true,
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
