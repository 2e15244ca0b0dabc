/** JSON in pieces against `JSON.stringify`, and how much of it is made before it is written. */
import { expect, test } from 'vitest';
import { LazyList, Pieces } from '../lazy-list.ts';
import { jsonPieces } from './pieces.ts';

test('lists that are made as they are written give the text of lists, wherever they stand', () => {
  const numbers = [1, 2, 3];
  const rows = (list: (of: readonly number[]) => unknown) => ({
    schemaVersion: 1,
    none: undefined,
    empty: list([]),
    tasks: [
      { pid: 1, areas: list(numbers), more: { text: 'a\nb', areas: list(numbers) } },
      { pid: 2, areas: list([]), gone: undefined },
      null,
    ],
  });
  const plain = rows((of) => of.map((number) => ({ number })));
  const lazy = rows((of) => new LazyList(of, (number) => ({ number })));
  const pieces = rows((of) => new Pieces(() => of.map((number) => ({ number }))));
  for (const indent of [1, 2]) {
    const expected = JSON.stringify(plain, undefined, indent);
    for (const document of [lazy, pieces, plain])
      expect([...jsonPieces(document, indent)].join('')).toBe(expected);
  }
});

test('an element is made when it is written', () => {
  let made = 0;
  const list = new LazyList([1, 2, 3], (number) => {
    made += 1;
    return { number };
  });
  for (const piece of jsonPieces({ tasks: new LazyList([list], (areas) => ({ areas })) }, 1)) {
    if (!piece.includes('"number": 1')) continue;
    expect(made).toBe(1);
    return;
  }
  expect.unreachable();
});
