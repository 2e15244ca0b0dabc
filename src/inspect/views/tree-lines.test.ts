/** Branches of trees. */
import { expect, test } from 'vitest';
import { treePrefixes } from './tree-lines.ts';

test('a branch goes on as long as something hangs on it', () => {
  expect(treePrefixes([0, 1, 2, 2, 1, 2, 0, 1])).toEqual(['', '├ ', '│ ├ ', '│ └ ', '└ ', '  └ ', '', '└ ']);
});

test('deep trees stop growing to the right', () => {
  const depths = Array.from({ length: 100_000 }, (_, index) => index);
  expect(Math.max(...treePrefixes(depths).map(({ length }) => length))).toBe(24);
});
