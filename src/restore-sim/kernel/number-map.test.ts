/** A map from numbers, held against a Map: near and far, negative, above 32 bits. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NumberMap } from './number-map.ts';

const number = fc.oneof(
  fc.integer({ min: -70, max: 70 }),
  fc.integer({ min: 2 ** 31 - 40, max: 2 ** 31 + 40 }),
  fc.integer({ min: 2 ** 32 - 40, max: 2 ** 32 + 40 }),
);

test('it is a map whose values come in the order of their numbers', () => {
  const step = fc.record({ number, isSet: fc.boolean(), value: fc.nat() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      const map = new NumberMap<number>();
      const wanted = new Map<number, number>();
      for (const { number: key, isSet, value } of steps) {
        if (isSet) {
          map.set(key, value);
          wanted.set(key, value);
        } else {
          map.delete(key);
          wanted.delete(key);
        }
        expect([map.get(key), map.has(key), map.size]).toEqual([
          wanted.get(key),
          wanted.has(key),
          wanted.size,
        ]);
      }
      const inOrder = [...wanted].sort(([a], [b]) => a - b).map(([, value]) => value);
      expect([...map.values()]).toEqual(inOrder);
    }),
    { seed: 3 },
  );
});
