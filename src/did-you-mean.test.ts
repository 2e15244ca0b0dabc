/** Slips of a finger are found, other words are not taken for them. */
import { expect, test } from 'vitest';
import { closest, didYouMean } from './did-you-mean.ts';

const known = ['summary', 'ps', 'fds', 'maps', 'sockets', 'signals', 'no-verify'];

test.each([
  ['sumary', 'summary'],
  ['socekts', 'sockets'],
  ['MAPS', 'maps'],
  ['sock', 'sockets'],
  ['noverify', 'no-verify'],
  ['fdss', 'fds'],
])('%s: %s', (word, meant) => expect(closest(word, known)).toBe(meant));

test.each(['', 's', 'x', 'restore', 'constructor', '__proto__', 'a'.repeat(100_000)])('%s: none', (word) =>
  expect(closest(word, known)).toBe(undefined),
);

test('as the end of a sentence', () => {
  expect(didYouMean('sumary', known)).toBe(' (did you mean "summary"?)');
  expect(didYouMean('nothing', known)).toBe('');
});
