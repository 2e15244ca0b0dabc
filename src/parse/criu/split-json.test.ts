/** Documents split element by element against the whole document parsed at once. */
import { expect, test } from 'vitest';
import { memorySource } from '../bytes/byte-source.ts';
import { splitJson } from './split-json.ts';

const split = (text: string) => {
  const { frame, elements } = splitJson(memorySource(Buffer.from(text)), ['records', 'entries']);
  return { frame: JSON.parse(frame), elements: [...elements()].map((element) => JSON.parse(element)) };
};

const documents: readonly object[] = [
  { magic: 'PSTREE', entries: [] },
  { magic: 'PSTREE', entries: [{ pid: 1 }, { pid: 2, threads: [2, 3] }] },
  { entries: [{ a: '"],}\\' }, { b: { c: [{ d: [] }] } }], magic: 'X', after: [{ e: 1 }] },
  { before: { entries: [1, 2] }, entries: [{ text: 'ä€𝄞 \\" { [' }], name: 'entries' },
  { a: 'entries', b: [{ no: 1 }], records: [{ big: 'x'.repeat(300_000) }, { small: 'é'.repeat(200_000) }] },
];

test.each(documents.map((document) => [document]))('%o', (document) => {
  const { entries, records, ...rest } = document as { entries?: unknown[]; records?: unknown[] };
  for (const indent of [0, 4]) {
    const found = split(JSON.stringify(document, undefined, indent));
    expect(found.elements).toEqual(entries ?? records);
    const { entries: none, records: nothing, ...frame } = found.frame;
    expect(frame).toEqual(rest);
    expect(none ?? nothing).toEqual([]);
  }
});

test.each(['{"records":[{"a":1}', '{"records":[{"a":"', '{"a":['])(
  'a text that ends too early: %s',
  (text) => {
    expect(() => split(text)).toThrow('ends inside a value');
  },
);
