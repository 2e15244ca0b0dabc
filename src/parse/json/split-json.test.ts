/** Documents split element by element against the whole document parsed at once. */
import { expect, test } from 'vitest';
import type { ImageError } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import { memorySource } from '../bytes/byte-source.ts';
import { parsed, splitJson } from './split-json.ts';

const split = (text: string) => {
  const { frame, batches } = splitJson(memorySource(Buffer.from(text)), ['records', 'entries']);
  return { frame: parsed(frame), elements: [...batches()].flatMap(parsed) } as {
    frame: { readonly entries?: unknown; readonly records?: unknown };
    elements: unknown[];
  };
};

function diagnosticOf(split: () => void) {
  try {
    split();
  } catch (error) {
    return (error as ImageError).diagnostic;
  }
  return undefined;
}

const documents: readonly object[] = [
  { magic: 'PSTREE', entries: [] },
  { magic: 'PSTREE', entries: [{ pid: 1 }, { pid: 2, threads: [2, 3] }] },
  { entries: [{ a: '"],}\\' }, { b: { c: [{ d: [] }] } }], magic: 'X', after: [{ e: 1 }] },
  { before: { entries: [1, 2] }, entries: [{ text: 'ä€𝄞 \\" { [' }], name: 'entries' },
  { a: 'entries', b: [{ no: 1 }], records: [{ big: 'x'.repeat(300_000) }, { small: 'é'.repeat(200_000) }] },
];

test('a long list comes in batches of whole elements', () => {
  const records = Array.from({ length: 20_000 }, (_, index) => ({ index, list: [index, ',[{'] }));
  const { batches } = splitJson(memorySource(Buffer.from(JSON.stringify({ records }))), ['records']);
  const lists = [...batches()].map((batch) => parsed(batch) as unknown[]);
  expect(lists.length).toBeGreaterThan(10);
  expect(lists.flat()).toEqual(records);
});

test('an element of which no text can be made is alone, and its neighbours are read', () => {
  const long = 'x'.repeat(limits.jsonRecordBytes);
  const text = JSON.stringify({ records: [1, 2, long, 3, 4] });
  const { batches } = splitJson(memorySource(Buffer.from(text)), ['records']);
  const [first, second, third, ...more] = [...batches()];
  expect([parsed(first!), parsed(third!), more]).toEqual([[1, 2], [3, 4], []]);
  expect(second).toMatchObject({ start: text.indexOf('"x'), end: text.indexOf('x"') + 2 });
  expect(() => parsed(second!)).toThrow(`a part of ${long.length + 2} bytes`);
});

test.each(['', '1', '1,,2', '1,2,'])('a list that starts long and goes on with "%s"', (rest) => {
  const text = `{"records":["${'x'.repeat(100_000)}",${rest}]}`;
  if (rest === '1') expect(split(text).elements).toHaveLength(2);
  else expect(() => split(text)).toThrow();
});

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

/** Faults that the parser tells the place of: behind a value, in a string, a name that stands twice, a number. */
const faults = ['{"a":1 "b":2}', '["\\x"]', '{"a":1,"é":2,"a":3}', '[1,-1e400]'] as const;
const marks = [' "b"', 'x"]', '"a":3', '1e400'] as const;

test.each(faults.map((fault, index) => [fault, marks[index]!]))(
  'a fault has its place in the document: %s',
  (fault, mark) => {
    const many = '{"é":[1]},'.repeat(10_000);
    for (const text of [
      `{"é":"é","b":${fault},"records":[{}]}`,
      `\ufeff{"é":"é","records":[${many}1],"c":${fault}}`,
      `{"é":"é","records":[${many}${fault},${many}2]}`,
      `\ufeff{"é":"é","records":[${fault}]}`,
    ]) {
      const before = text.slice(0, text.indexOf(fault) + fault.lastIndexOf(mark));
      const offset = Buffer.byteLength(before) + (mark.startsWith(' ') ? 1 : 0);
      expect(() => split(text)).toThrow(
        expect.objectContaining({ diagnostic: expect.objectContaining({ at: { file: 'memory', offset } }) }),
      );
    }
  },
);

// RFC 3629: no such byte, a lone continuation, a surrogate, an overlong form, one that is cut; told at the first wrong byte.
test.each([
  ['ff', 0],
  ['80', 0],
  ['eda080', 1],
  ['c080', 0],
  ['e282', 2],
  ['c3a4ff', 2],
])('bytes %s are no UTF-8', (hex, wrong) => {
  for (const before of [0, 100, 600_000]) {
    const text = `{"records":["${'x'.repeat(before)}`;
    const bytes = Buffer.concat([Buffer.from(text), Buffer.from(hex, 'hex'), Buffer.from('"]}')]);
    const fault = diagnosticOf(() => splitJson(memorySource(bytes), ['records']));
    expect(fault).toMatchObject({ code: 'json-malformed', at: { offset: text.length + wrong } });
  }
});

test('what is cut at the border of a window is no UTF-8 either', () => {
  const text = `{"records":["${'x'.repeat(256 * 1024 - 14)}`;
  const bytes = Buffer.concat([Buffer.from(text), Buffer.from('e282', 'hex'), Buffer.from('"]}')]);
  expect(diagnosticOf(() => splitJson(memorySource(bytes), ['records']))?.message).toContain('no UTF-8');
});

test('UTF-8 across the borders of windows, and up to the end', () => {
  for (let shift = 0; shift < 4; shift++) {
    const document = { a: 'x'.repeat(shift), records: ['𝄞'.repeat(200_000)] };
    const { elements } = split(JSON.stringify(document));
    expect(elements).toEqual(document.records);
  }
});
