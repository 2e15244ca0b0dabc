import { expect, test } from 'vitest';
import { groupAlike, someOf } from './alike.ts';

test.each([
  [[], []],
  [['sleeps 0.5 s'], ['1: sleeps 0.5 s']],
  [
    ['sleeps 0.5 s', 'waits', 'sleeps 0.25 s', 'sleeps 3 s'],
    ['3: sleeps 0.25 … 3 s', '1: waits'],
  ],
  [['a 1 of 9', 'a 1 of 10'], ['2: a 1 of 9 … 10']],
])('%j', (texts: readonly string[], expected) => {
  expect(groupAlike(texts, (text) => text).map(({ items, text }) => `${items.length}: ${text}`)).toEqual(
    expected,
  );
});

test.each([
  [[], ''],
  [[1], '1'],
  [[1, 2], '1 and 2'],
  [[1, 2, 3, 4], '1, 2, 3 and 4'],
  [[1, 2, 3, 4, 5, 6], '1, 2, 3, 4 and 2 more'],
])('some of %j', (names: readonly number[], text) => {
  expect(someOf(names)).toBe(text);
});
