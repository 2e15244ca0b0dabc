/** What documents of others may be: anything that JSON.parse takes, up to a size; ours have no odd members besides. */
import { expect, test } from 'vitest';
import { JsonTooLarge, parseBoundedJson } from './bounded-json.ts';
import { parseStrictJson } from './strict-json.ts';

const list = (count: number, item: (index: number) => string) =>
  `[${Array.from({ length: count }, (_, index) => item(index)).join()}]`;

const large: readonly (readonly [what: string, text: string, says: string])[] = [
  ['empty objects', list(500_001, () => '{}'), 'more than 1000000 values'],
  ['numbers', list(1_000_001, () => '1'), 'more than 1000000 values'],
  ['levels', `${'['.repeat(257)}${']'.repeat(257)}`, 'more than 256 levels of nesting'],
  [
    'names, each in an object of its own',
    list(50_001, (index) => `{"k${index}":0}`),
    'different member names',
  ],
  [
    'names in one object',
    `{${list(50_001, (index) => `"k${index}" :0`).slice(1, -1)}}`,
    'different member names',
  ],
];

test.each(large)('%s have a bound', (_, text, says) => {
  expect(() => parseBoundedJson(text)).toThrow(JsonTooLarge);
  expect(() => parseBoundedJson(text)).toThrow(says);
  expect(() => parseStrictJson(text)).toThrow(says);
});

test.each([
  ['a member that stands twice', '{"a":1,"a":2}', { a: 2 }],
  [
    'brackets, quotes and colons in texts',
    String.raw`["[{,}]:\"\\", {"a\\":"b:"}]`,
    ['[{,}]:"\\', { 'a\\': 'b:' }],
  ],
  ['the same name in all objects', list(100_001, () => '{"k":0}'), Array(100_001).fill({ k: 0 })],
  [
    'texts that are no names',
    list(100_001, (index) => `"k${index}"`),
    Array.from({ length: 100_001 }, (_, index) => `k${index}`),
  ],
])('%s are taken', (_, text, value) => expect(parseBoundedJson(text)).toEqual(value));

test.each(['', '{', '"', '[1,]', '{"a"', ']'])('what is no JSON is for the parser to say: %s', (text) => {
  expect(() => parseBoundedJson(text)).toThrow(SyntaxError);
});
