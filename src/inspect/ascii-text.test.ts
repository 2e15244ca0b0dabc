import { expect, test } from 'vitest';
import { helpLines } from '../inspect-tui/keys.ts';
import { asciiOnly, asciiText } from './ascii-text.ts';
import { textWidth } from './text-width.ts';

test.each([
  ['├ init … 3 µs', '| init ~ 3 us', '| init ~ 3 us'],
  ['名 é', '名 é', '?? ?'],
])('%s', (text, mapped, only) => {
  expect([asciiText(text), asciiOnly(text)]).toEqual([mapped, only]);
  expect(textWidth(asciiOnly(text))).toBe(textWidth(text));
});

test('no character of our own becomes a question mark', () => {
  const own = helpLines(80).join('\n');
  expect(asciiOnly(own).match(/\?/g)?.length).toBe(own.match(/\?/g)?.length);
});
