import { expect, test } from 'vitest';
import type { ListRow } from './tables.ts';
import { listTable } from './text-table.ts';

const stateOf = (row: ListRow) => {
  const [shown] = listTable('checkpoints', [{ path: 'a', ...row }]).rows;
  return [shown?.cells.at(-1), shown?.tone];
};

test('what becomes of it, and what is wrong with it', () => {
  expect(stateOf({ kind: 'full-dump', verdict: 'restores', answer: 'if', errors: 0 })).toEqual([
    'restores, if',
    'plain',
  ]);
  expect(stateOf({ kind: null, verdict: 'crashes', answer: 'no', errors: 1 })).toEqual([
    'crashes, 1 error',
    'bad',
  ]);
});

test('a pre-dump is a part of the dumps on top of it: nothing fails', () =>
  expect(stateOf({ kind: 'pre-dump', verdict: 'fails', answer: 'no', errors: 0, warnings: 0 })).toEqual([
    'pre-dump',
    'plain',
  ]));
