/** Mutated images: every view and every screen of them, without a throw. The seed is fixed. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ImageError } from '../diagnostic.ts';
import { textOf } from '../inspect-tui/panes/line.ts';
import { screenLines } from '../inspect-tui/panes/screen.ts';
import { reduce, startState } from '../inspect-tui/state/reduce.ts';
import type { State } from '../inspect-tui/state/state.ts';
import { walkedWorld } from '../inspect-tui/testing/worlds.ts';
import { spacesOf } from '../memory/spaces.ts';
import { memorySource } from '../parse/bytes/byte-source.ts';
import { sampleImages } from '../test-support/images.ts';
import { random } from '../test-support/random.ts';
import { UsageError } from '../usage-error.ts';
import { inspectedImage } from './cpt/image.ts';
import { openedCpt } from './cpt/opened.ts';
import { RecordReader } from './cpt/record-reader.ts';
import { recordRows } from './cpt/record-view.ts';
import { indexOf } from './cpt/walk.ts';
import { noFilter } from './filter.ts';
import type { Image } from './image.ts';
import { tableLines } from './lay-out-table.ts';
import { memoryPage } from './memory/page.ts';
import { recordTables } from './record-table.ts';
import { textWidth } from './text-width.ts';
import { jsonOf, jsonText } from './view-json.ts';
import { loadViews } from './views/index.ts';

const views = await loadViews();

const mutationsEach = 12;
const valuesOfInterest = [0, 1, 0x7f, 0x80, 0xff];

function* mutations(good: Uint8Array, seed: number): Generator<Uint8Array> {
  const next = random(seed);
  for (let turn = 0; turn < mutationsEach; turn++) {
    const bytes = Uint8Array.from(good);
    for (let change = 0; change < 1 + next(20); change++) {
      bytes[80 + next(bytes.length - 80)] = valuesOfInterest[next(valuesOfInterest.length)] ?? 0;
    }
    yield turn % 3 === 0 ? bytes.subarray(0, 80 + next(bytes.length - 80)) : bytes;
  }
}

/** A page, or a sentence. */
function expectPage(image: Image, pid: number | undefined, address: bigint | undefined): void {
  try {
    const page = memoryPage(image, { pid, address, reach: 512 });
    expect(page.chunks.reduce((sum, { start, end }) => sum + (end - start), 0n)).toBe(page.end - page.start);
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
  }
}

describe.each(sampleImages.map(({ name, path }, index) => ({ name, path, seed: 1000 + index })))(
  '$name',
  ({ path, seed }) => {
    const images = [...mutations(readFileSync(path), seed)];

    test(`views (seed ${seed})`, () => {
      for (const bytes of images) {
        const image = inspectedImage(memorySource(bytes, 'mutated.img'));
        for (const view of views.values()) {
          const rows = view.rows(image, noFilter);
          jsonText(jsonOf(rows));
          const lines = [...tableLines(view.tables(rows), 80)];
          expect(lines.every(({ text }) => textWidth(text) <= 80)).toBe(true);
        }
      }
    });

    test(`memory (seed ${seed})`, () => {
      for (const bytes of images) {
        const image = inspectedImage(memorySource(bytes, 'mutated.img'));
        for (const { memory, pids } of spacesOf(image.checkpoint).slice(0, 3)) {
          const [first] = memory.areas;
          for (const address of [undefined, first?.start, (first?.end ?? 1n) - 1n])
            expectPage(image, pids[0], address);
        }
      }
    });

    test(`records (seed ${seed})`, () => {
      for (const bytes of images) {
        const source = memorySource(bytes, 'mutated.img');
        const index = indexOf(source, () => {});
        const reader = new RecordReader(source, index);
        for (let record = 0; record < index.length; record += 7)
          recordTables(recordRows({ source, index, reader }, record));
      }
    });

    test(`screens (seed ${seed})`, () => {
      for (const bytes of images) {
        const world = walkedWorld(openedCpt(memorySource(bytes, 'mutated.img')));
        let state: State = startState(80, 24, [world]);
        for (const key of [
          'end',
          'right',
          'down',
          'tab',
          'end',
          'enter',
          'tab',
          'pagedown',
          'end',
          'left',
          'up',
          'shift-tab',
          'shift-tab',
          'up',
          'right',
          'down',
          'y',
          'o',
          'backspace',
        ]) {
          state = reduce(state, { type: 'key', key, text: '' }, [world]);
          expect(
            screenLines(state, world)
              .map(textOf)
              .every((line) => textWidth(line) === 80),
          ).toBe(true);
        }
      }
    });
  },
);

test('what is no image is one error, not a crash', () => {
  for (const bytes of [new Uint8Array(0), new Uint8Array(100), Uint8Array.of(0x79, 0x1c, 0x01, 0x63)]) {
    expect(() => inspectedImage(memorySource(bytes))).toThrow(ImageError);
  }
});
