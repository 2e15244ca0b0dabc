/** Many needles in one pass against each of them by itself. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ManyNeedles } from './many-needles.ts';
import { bytePattern } from './pattern.ts';

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const letters = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom('a', 'b', '\0', '\xff'), minLength: 1, maxLength });

test('finds what each finds by itself, in any part of a text', () => {
  const needles = fc.uniqueArray(letters(6), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(needles, letters(60), fc.nat(60), fc.nat(60), (wanted, text, a, b) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      const expected: string[] = [];
      for (const needle of wanted)
        for (let at = text.indexOf(needle, from); at >= 0 && at < to; at = text.indexOf(needle, at + 1))
          expected.push(`${at}+${needle.length}`);
      const many = new ManyNeedles(wanted.map(bytes));
      const found = Array.from(many.matches(bytes(text), from, to), ({ at, length }) => `${at}+${length}`);
      expect(found.sort()).toEqual(expected.sort());
    }),
    { seed: 31, numRuns: 500 },
  );
});

test('a text is looked at once, however many needles have their beginning in common', () => {
  const text = new Uint8Array(10_000).fill(0x61);
  let looks = 0;
  const counted = new Proxy(text, {
    get(target, key) {
      if (typeof key === 'string' && /^\d+$/.test(key)) looks += 1;
      return Reflect.get(target, key, target);
    },
  });
  const needles = Array.from({ length: 2000 }, (_, index) => bytes(`${'a'.repeat(60)}${index}`));
  expect([...bytePattern(needles).matches(counted, 0, text.length)]).toEqual([]);
  expect(looks).toBeLessThan(4 * text.length);
});
