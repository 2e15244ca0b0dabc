import { expect, test } from 'vitest';
import { terminalSize } from './terminal-size.ts';

test('a terminal without a size is drawn on as a usual one', () => {
  expect(terminalSize({ columns: 0, rows: 0 })).toEqual({ columns: 80, rows: 24 });
  expect(terminalSize({})).toEqual({ columns: 80, rows: 24 });
  expect(terminalSize({ columns: 40, rows: 12 })).toEqual({ columns: 40, rows: 12 });
});
