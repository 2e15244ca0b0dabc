import { expect, test } from 'vitest';
import { readableWords } from './read-memory.ts';

test('NULs behind a title that was written over arguments are no arguments', () => {
  expect(readableWords(['redis-server *:6390', '', '', ''])).toEqual(['redis-server *:6390']);
  expect(readableWords(['sh', '-c', '', 'x'])).toEqual(['sh', '-c', '', 'x']);
  expect(readableWords(['', ''])).toEqual([]);
});
