/** Two memories by address, however they are cut and stored. */
import { expect, test } from 'vitest';
import { memorySource } from '../parse/bytes/byte-source.ts';
import { compareMemory, type Difference } from './compare.ts';
import type { Piece } from './plan.ts';

const page = 4096n;
const stored = (start: bigint, pages: bigint, offset: number): Piece => ({
  kind: 'stored',
  start: start * page,
  end: (start + pages) * page,
  offset,
});
const zero = (start: bigint, pages: bigint): Piece => ({
  kind: 'zero',
  start: start * page,
  end: (start + pages) * page,
});

const bytes = new Uint8Array(4 * 4096);
bytes.fill(1, 0, 4096);
bytes.fill(2, 2 * 4096, 3 * 4096);
const source = memorySource(bytes);

const differences = (a: readonly Piece[], b: readonly Piece[], other = bytes): readonly Difference[] =>
  [...compareMemory({ source, pieces: a }, { source: memorySource(other), pieces: b }, page)].filter(
    (found): found is Difference => typeof found !== 'bigint',
  );

test('cut elsewhere, stored in another order, zeros stored or not: the same', () => {
  const whole = [stored(16n, 4n, 0)];
  const cut = [stored(16n, 1n, 0), zero(17n, 1n), stored(18n, 1n, 2 * 4096), zero(19n, 1n)];
  expect(differences(whole, cut)).toEqual([]);
  expect(differences(cut, whole)).toEqual([]);
});

test('pages that differ adjoin in one range, with the first byte that does', () => {
  const changed = bytes.slice();
  changed[4096 + 7] = 9;
  changed[2 * 4096] = 9;
  expect(differences([stored(16n, 4n, 0)], [stored(16n, 4n, 0)], changed)).toEqual([
    { kind: 'differs', start: 17n * page, end: 19n * page, firstAt: 17n * page + 7n },
  ]);
});

test('pages that one side has somewhere else may be the same, or not', () => {
  const gap = { kind: 'missing', start: 16n * page, end: 17n * page } as const;
  const older: Piece = { ...gap, why: 'elsewhere' };
  const lazy: Piece = { ...gap, why: 'lazy' };
  const unknown = { kind: 'not-here', start: 16n * page, end: 17n * page };
  expect(differences([stored(16n, 1n, 0)], [older])).toEqual([unknown]);
  expect(differences([lazy], [zero(16n, 1n)])).toEqual([unknown]);
  expect(differences([older], [older])).toEqual([]);
  const steps = compareMemory({ source, pieces: [older] }, { source, pieces: [older] }, page);
  expect(steps.next()).toEqual({ done: true, value: { comparedBytes: 0n, notHereBytes: page } });
});

test('what only one side has, and what neither has for other reasons', () => {
  const gap: Piece = { kind: 'missing', start: 17n * page, end: 18n * page, why: 'in-file' };
  const lazy: Piece = { ...gap, why: 'lazy' };
  expect(differences([stored(16n, 1n, 0), gap], [lazy, stored(18n, 1n, 0)])).toEqual([
    { kind: 'only-a', start: 16n * page, end: 17n * page },
    { kind: 'otherwise', start: 17n * page, end: 18n * page },
    { kind: 'only-b', start: 18n * page, end: 19n * page },
  ]);
});
