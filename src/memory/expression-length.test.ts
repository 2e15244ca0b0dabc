import { expect, test } from 'vitest';
import { matchLength } from './expression-length.ts';

const unlimited = Number.POSITIVE_INFINITY;

// What each can match was worked out by hand.
test.each<[string, number, boolean]>([
  ['secret', 6, false],
  ['a|bcd|', 3, false],
  ['x.{5000}y', 5002, false],
  ['x.{10,20}?y{2}', 23, false],
  ['(?:ab?){3}[a-z\\]]', 7, false],
  ['(?<name>[0-9]{4}){4}', 16, false],
  ['\\x41\\u0042\\d\\cA\\0\\.', 6, false],
  ['^\\bab\\B$', 2, false],
  ['a(?=bc)', 3, false],
  ['{x}', 3, false],
  ['[a-z]+', unlimited, true],
  ['key=[a-z]*', unlimited, true],
  ['a{100,}', unlimited, true],
  ['a|key=[a-z]*', unlimited, true],
  ['[a-z]+;', unlimited, false],
  ['[a-z]+?', unlimited, false],
  ['a+b+', unlimited, false],
  ['(ab)+', unlimited, false],
  ['a+|b+;', unlimited, false],
  ['(a{2})\\1', unlimited, false],
  ['(\\b)*a', 1, false],
])('%s', (source, longest, grows) => {
  expect(() => new RegExp(source)).not.toThrow();
  expect(matchLength(source)).toEqual({ longest, grows });
});

test('groups in groups are not followed without end', () => {
  const nested = (count: number) => `${'('.repeat(count)}ab${')'.repeat(count)}`;
  expect(matchLength(nested(100)).longest).toBe(2);
  expect(matchLength(nested(5000)).longest).toBe(Number.POSITIVE_INFINITY);
});
