/** Damaged images: nothing but an ImageError may come out, whatever is read of the checkpoint. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ImageError } from '../diagnostic.ts';
import { memorySource } from '../parse/bytes/byte-source.ts';
import { sample } from '../test-support/images.ts';
import { auxWords } from './aux-vector.ts';
import { checkpointFromCpt } from './from-cpt/checkpoint-from-cpt.ts';
import { ipcJson } from './ipc.ts';
import { checkpointJson } from './json.ts';
import { psJson } from './ps.ts';
import { commandLine, environment } from './read-memory.ts';

const names = ['2.6.18-unaligned', '2.6.18-sysv-ipc', '2.6.32-events', '2.6.32-files-sockets'];
const images = names.map((name) => new Uint8Array(readFileSync(sample(name))));

/** The last four bytes are the signature of the tail, which the reader of records judges. */
const tailSignatureBytes = 0;

function readEverything(bytes: Uint8Array): void {
  const source = memorySource(bytes);
  try {
    const checkpoint = checkpointFromCpt(source, () => {});
    psJson(checkpoint);
    ipcJson(checkpoint, source);
    checkpointJson(checkpoint);
    for (const task of checkpoint.tasks) {
      commandLine(checkpoint, source, task);
      environment(checkpoint, source, task);
      const memory = task.memory && checkpoint.memories.get(task.memory);
      if (memory) auxWords(checkpoint, source, memory, task.is64bit ? 8 : 4);
    }
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
  }
}

describe.each(images.map((image, index) => ({ name: names[index], image })))('$name', ({ image }) => {
  const places = fc.nat(image.length - 1 - tailSignatureBytes);

  test('single bytes changed', () => {
    const change = fc.record({ at: places, value: fc.nat(255) });
    const changes = fc.array(change, { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(changes, (all) => {
        const bytes = image.slice();
        for (const { at, value } of all) bytes[at] = value;
        readEverything(bytes);
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  test('64-bit fields set to extreme values', () => {
    const value = fc.constantFrom(0n, 1n, 2n ** 31n, 2n ** 32n - 1n, 2n ** 53n, 2n ** 63n, 2n ** 64n - 1n);
    fc.assert(
      fc.property(fc.array(fc.tuple(places, value), { minLength: 1, maxLength: 20 }), (all) => {
        const bytes = image.slice();
        const view = new DataView(bytes.buffer);
        for (const [at, word] of all) {
          if (at + 8 <= bytes.length - tailSignatureBytes) view.setBigUint64(at - (at % 8), word, true);
        }
        readEverything(bytes);
      }),
      { numRuns: 60, seed: 2 },
    );
  });

  test('parts copied over others', () => {
    const copy = fc.record({ from: places, to: places, length: fc.integer({ min: 1, max: 400 }) });
    fc.assert(
      fc.property(fc.array(copy, { minLength: 1, maxLength: 5 }), (all) => {
        const bytes = image.slice();
        for (const { from, to, length } of all) {
          const end = Math.min(from + length, bytes.length, from + bytes.length - tailSignatureBytes - to);
          bytes.copyWithin(to, from, Math.max(from, end));
        }
        readEverything(bytes);
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  test('cut short', () => {
    fc.assert(
      fc.property(places, (length) => readEverything(image.slice(0, length))),
      { numRuns: 60, seed: 4 },
    );
  });
});

/** What the model says of one change; `path` names the record. */
function codesAfter(name: string, change: (bytes: Uint8Array, view: DataView) => void): string[] {
  const bytes = new Uint8Array(readFileSync(sample(name)));
  change(bytes, new DataView(bytes.buffer));
  const codes: string[] = [];
  checkpointFromCpt(memorySource(bytes), ({ code }) => codes.push(code));
  return codes;
}

/** Position of the only or first record of a kind, in the sound image. */
function positionOf(
  name: string,
  pick: (checkpoint: ReturnType<typeof checkpointFromCpt>) => number,
): number {
  return pick(checkpointFromCpt(memorySource(new Uint8Array(readFileSync(sample(name)))), () => {}));
}

describe('codes', () => {
  const first = (name: string) => positionOf(name, ({ tasks }) => tasks[0]!.at);

  test('a sound image has none', () => expect(codesAfter('2.6.18-counter', () => {})).toEqual([]));

  test('dangling-position: the memory of a task', () => {
    const at = first('2.6.18-counter') + 96;
    expect(codesAfter('2.6.18-counter', (_, view) => view.setBigUint64(at, 0x1238n, true))).toEqual([
      'dangling-position',
    ]);
  });

  test('dangling-position: the file of a descriptor', () => {
    const at = positionOf(
      '2.6.18-counter',
      ({ fdTables }) => [...fdTables.values()][0]!.descriptors.at(0)!.at,
    );
    expect(codesAfter('2.6.18-counter', (_, view) => view.setBigUint64(at + 24, 8n, true))).toEqual([
      'dangling-position',
    ]);
  });

  test('missing-leader: a thread group without one', () => {
    const at = first('2.6.18-counter') + 180;
    expect(codesAfter('2.6.18-counter', (_, view) => view.setUint32(at, 9999, true))).toEqual([
      'missing-leader',
    ]);
  });

  test('short-payload: a message that says it is longer', () => {
    const at = positionOf('2.6.18-sysv-ipc', ({ messageQueues }) => messageQueues[0]!.messages[0]!.at);
    expect(codesAfter('2.6.18-sysv-ipc', (_, view) => view.setBigUint64(at + 24, 100_000n, true))).toEqual([
      'short-payload',
    ]);
  });

  test('ignored-section: the tasks under the number 0', () => {
    const at = first('2.6.18-counter') - 16;
    expect(codesAfter('2.6.18-counter', (_, view) => view.setUint32(at + 8, 0, true))).toEqual([
      'ignored-section',
    ]);
  });

  test('misplaced-object: a memory among the files', () => {
    const at = positionOf('2.6.18-counter', ({ files }) => [...files.keys()][0]!);
    const codes = codesAfter('2.6.18-counter', (_, view) => view.setUint32(at + 8, 1, true));
    expect(codes).toContain('misplaced-object');
  });

  test('duplicate-record: a second container record', () => {
    const at = positionOf('2.6.32-counter', ({ network }) => network.snmp[0]!.at);
    // The first table of counters becomes one, in a section that becomes the container's.
    const codes = codesAfter('2.6.32-counter', (_, view) => {
      view.setUint32(at + 8, 1042, true);
      view.setUint32(at - 16 + 8, 1, true);
    });
    expect(codes).toContain('duplicate-record');
  });
});
