/** Searches on small inputs with known answers, and across the borders of slices. */
import { describe, expect, test } from 'vitest';
import { memorySource } from '../parse/bytes/byte-source.ts';
import { fileSource } from '../parse/bytes/file-source.ts';
import { sample } from '../test-support/images.ts';
import { openedCpt } from './cpt/opened.ts';
import { searchNames } from './cpt/search-names.ts';
import { type Hit, searchBytes } from './search.ts';

function last(steps: Generator<number, Hit | undefined>): number | undefined {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value?.offset;
    expect(step.value).toBeGreaterThanOrEqual(0);
    expect(step.value).toBeLessThanOrEqual(1);
  }
}

describe('bytes', () => {
  const text = (content: string) => openedCpt(memorySource(new TextEncoder().encode(content)));
  const rows: readonly (readonly [string, string, number, 1 | -1, number | undefined])[] = [
    ['abcabcabc', 'abc', 0, 1, 3],
    ['abcabcabc', 'abc', 3, 1, 6],
    // All around.
    ['abcabcabc', 'abc', 6, 1, 0],
    ['abcabcabc', 'abc', 3, -1, 0],
    ['abcabcabc', 'abc', 0, -1, 6],
    ['abcabcabc', 'xyz', 0, 1, undefined],
    ['xxabc', 'abc', 2, 1, 2],
    ['xxabc', 'abc', 2, -1, 2],
    ['ab', 'abc', 0, 1, undefined],
    ['aaaa', 'aa', 1, 1, 2],
  ];
  test.each(rows)('%s: %s from %d, direction %d', (content, needle, from, direction, expected) => {
    expect(last(searchBytes(text(content), new TextEncoder().encode(needle), { from, direction }))).toBe(
      expected,
    );
  });

  test('a hit may lie across the border of two slices', () => {
    const bytes = new Uint8Array(3 * 1024 * 1024);
    for (const at of [1024 * 1024 - 2, 1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1]) {
      bytes.fill(0);
      bytes.set([1, 2, 3, 4], at);
      for (const direction of [1, -1] as const) {
        for (const from of [0, at, bytes.length - 1]) {
          expect(
            last(searchBytes(openedCpt(memorySource(bytes)), Uint8Array.of(1, 2, 3, 4), { from, direction })),
          ).toBe(at);
        }
      }
    }
  });
});

describe('names and values', () => {
  const source = fileSource(sample('2.6.18-tree'));
  const find = (text: string, from: number, direction: 1 | -1) =>
    last(searchNames(source, text, { from, direction }));

  test('names of fields, values, labels', () => {
    expect(find('imageVersion', 100, 1)).toBe(6);
    expect(find('hz', 0, 1)).toBe(22);
    const task = find('1216 stopped', 0, 1) ?? 0;
    expect(Buffer.from(source.view(task + 176, 4)).readUInt32LE()).toBe(1216);
    expect(find('nothing of this kind', 0, 1)).toBeUndefined();
  });

  test('forward, backward and around', () => {
    const first = find('grpmem1', 0, 1) ?? 0;
    const second = find('grpmem1', first, 1) ?? 0;
    expect(second).toBeGreaterThan(first);
    expect(find('grpmem1', second, -1)).toBe(first);
    expect(find('grpmem1', source.size, 1)).toBe(first);
  });
});
