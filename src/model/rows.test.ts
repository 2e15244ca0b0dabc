/** Packed rows: order, borders, 64-bit cells. */
import { expect, test } from 'vitest';
import { RowSlice, RowTable } from './rows.ts';

const pairs = () => new RowTable(2, (cell, row) => ({ row, a: cell(0), b: cell(1) }));

test('rows come back in order, across chunks', () => {
  const table = pairs();
  const slice = new RowSlice(table);
  for (let value = 0n; value < 10_000n; value++) slice.push(value, value * 2n);
  expect(slice.length).toBe(10_000);
  expect(slice.at(0)).toEqual({ row: 0, a: 0n, b: 0n });
  expect(slice.at(4096)).toEqual({ row: 4096, a: 4096n, b: 8192n });
  expect([...slice].at(-1)).toEqual({ row: 9999, a: 9999n, b: 19_998n });
  expect(slice.at(10_000)).toBeUndefined();
  expect(slice.at(-1)).toBeUndefined();
});

test('a table that grows keeps what it has, at every length', () => {
  const table = pairs();
  for (let value = 0n; value < 5000n; value++) {
    table.push(value, ~value);
    expect(table.row(Number(value) >> 1)).toEqual({
      row: Number(value) >> 1,
      a: value >> 1n,
      b: BigInt.asUintN(64, ~(value >> 1n)),
    });
  }
  expect(table.length).toBe(5000);
});

test('slices follow each other', () => {
  const table = pairs();
  const first = new RowSlice(table);
  first.push(1n, 1n);
  const second = new RowSlice(table);
  second.push(2n, 2n);
  expect([...second].map(({ a }) => a)).toEqual([2n]);
  expect(() => first.push(3n, 3n)).toThrow('out of order');
});

test('cells keep 64 bits', () => {
  const table = pairs();
  table.push(2n ** 64n - 1n, -1n);
  expect(table.row(0)).toEqual({ row: 0, a: 2n ** 64n - 1n, b: 2n ** 64n - 1n });
});
