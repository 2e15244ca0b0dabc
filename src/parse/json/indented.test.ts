/** Line breaks beside those of JSON.stringify. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indented } from './indented.ts';

const lines = (pieces: readonly string[]): string => {
  let text = '';
  const write = indented((piece) => (text += piece));
  for (const piece of pieces) write(piece);
  return text;
};

test('any document has the line breaks of JSON.stringify', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), (json) => {
      const value = JSON.parse(json);
      expect(lines([JSON.stringify(value)])).toBe(JSON.stringify(value, undefined, 2));
    }),
    { seed: 4 },
  );
});

test('pieces and lines of the text make no difference', () => {
  const pieces = ['{"a":[', '\n', '{}', ',\n', '{"b":', '[]}', '\n]', ',"c":', '-1', '}\n'];
  const value = { a: [{}, { b: [] }], c: -1 };
  expect(lines(pieces)).toBe(JSON.stringify(value, undefined, 2));
});
