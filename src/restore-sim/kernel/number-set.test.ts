import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NumberSet, numberSetLimit } from './number-set.ts';

test('agrees with a plain set', () => {
  const range = { min: 0, max: 3000 };
  const step = fc.tuple(fc.constantFrom('add', 'delete'), fc.integer(range), fc.integer({ min: 1, max: 90 }));
  fc.assert(
    fc.property(fc.array(step), fc.integer(range), fc.integer(range), (steps, from, to) => {
      const set = new NumberSet();
      const plain = new Set<number>();
      for (const [action, start, length] of steps) {
        for (let number = start; number < start + length; number += 1) {
          set[action as 'add' | 'delete'](number);
          plain[action as 'add' | 'delete'](number);
        }
      }
      let expected: number | undefined = from;
      while (plain.has(expected)) expected += 1;
      if (expected > to) expected = undefined;
      expect(set.firstFree(from, to)).toBe(expected);
      expect(set.has(from)).toBe(plain.has(from));
    }),
    { seed: 20080418 },
  );
});

test('a full stretch is skipped, and the end is the end', () => {
  const set = new NumberSet();
  for (let number = 0; number < 100_000; number += 1) set.add(number);
  expect(set.firstFree(0, numberSetLimit)).toBe(100_000);
  expect(set.firstFree(0, 99_999)).toBeUndefined();
  set.delete(40_960);
  expect(set.firstFree(1, numberSetLimit)).toBe(40_960);
  expect(set.firstFree(numberSetLimit, numberSetLimit + 5)).toBeUndefined();
});
