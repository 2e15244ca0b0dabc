/** Expressions as people write them, over bytes; without regard to case against what the engine does with ASCII. */
import { expect, test } from 'vitest';
import { checkExpression, overBytes } from './expression-source.ts';

const latin1 = (text: string) => Buffer.from(text, 'utf8').toString('latin1');
const found = (source: string, text: string, ignoreCase = true) =>
  [...text.matchAll(new RegExp(overBytes(source, ignoreCase), 'g'))].map(({ 0: match, index }) => [
    match,
    index,
  ]);

test.each([
  ...[
    'Secret',
    'se[a-c]r',
    '[^a-z]B',
    '[-a]x',
    '[a-]x',
    '[]a]',
    '[^]a',
    '[--z]q',
    '[\\w-]+',
    '[\\x41-C]',
    '\\x41b',
  ],
  ...[
    '(?<name>a)c?',
    '(?<=x)y',
    '(?!b)C',
    'a{2,3}|Bc',
    '\\cAb',
    '[\\n-Z]1',
    '[X-c]',
    '\\.\\[a',
    'A\\/b',
    '\\u0061',
  ],
  ...['[\\cJ-b]', '[\\b]', '\\bab\\b', '\\Da', '[\\d-z]', '[a\\]B]', 'k', '[\\-A-]'],
])('either case: %s', (source) => {
  const text = Array.from({ length: 0x80 }, (_, code) => String.fromCharCode(code)).join('');
  const all = `${text} SECRET secret sear AB ab bA xY Xy aAaA bC -X -x a.[A aa AA a/B \u0001B z1 Q q-- 9Z aa B`;
  const native = [...all.matchAll(new RegExp(source, 'gi'))].map(({ 0: match, index }) => [match, index]);
  expect(found(source, all)).toEqual(native);
});

test('letters beyond ASCII have their own cases, and their bytes none', () => {
  const text = latin1('caf\u00e9 CAF\u00c9 caf\u0109 \u3269');
  expect(found('caf\u00c9', text)).toEqual([
    [latin1('caf\u00e9'), 0],
    [latin1('CAF\u00c9'), 6],
  ]);
  // A letter of two bytes, and one of three that the engine would take for it: e3 is c3 in lower case.
  expect(found('\u00c9', latin1('\u00e9\u3269\u00c9'))).toEqual([
    [latin1('\u00e9'), 0],
    [latin1('\u00c9'), 5],
  ]);
  expect(found('[\\xc0-\\xdf]', '\xe3\xc3')).toEqual([['\xc3', 1]]);
  expect(found('\u00e9+\\\u00e9', latin1('\u00c9\u00e9\u00e9'))).toEqual([[latin1('\u00c9\u00e9\u00e9'), 0]]);
  expect(found('\u00e9', text, false)).toEqual([[latin1('\u00e9'), 3]]);
  expect(() => overBytes('[a\u00e9]', false)).toThrow('more than one byte');
});

test.each([
  ...[
    '\\Aab',
    'ab\\z',
    '\\p{L}+',
    '\\x4',
    '\\u12',
    '\\k<n>',
    '\\Qa.b\\E',
    '\\h',
    '[\\e]',
    '[[:alpha:]]+',
    '^ab',
    'ab$',
  ],
  ...['(?:^|x)', 'a|b$'],
])('%s is refused, since it would be searched for as something else', (source) => {
  expect(() => checkExpression(source)).toThrow(SyntaxError);
});

test.each([
  ...[
    '\\^ab\\$',
    '[$^]',
    '[^a]',
    '\\d\\D\\w\\W\\s\\S\\b\\B\\t\\n\\v\\f\\r\\0',
    '\\xff\\u0041\\cA',
    '(?<n>a)\\k<n>\\1',
  ],
  ...['\\/\\-\\.\\{', '[:a]', '\\\\^'].slice(0, 2),
])('%s is an expression', (source) => {
  expect(() => checkExpression(source)).not.toThrow();
});
