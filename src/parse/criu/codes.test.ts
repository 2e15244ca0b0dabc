/** Every code of the table is raised by some test. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { criuCodes } from './codes.ts';

test('every code occurs in a test beside its code', () => {
  const folders = ['./', '../archive/', '../../cli/crit/'].map((name) => new URL(name, import.meta.url));
  const text = folders
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.test.ts') && name !== 'codes.test.ts')
        .map((name) => readFileSync(new URL(name, folder), 'utf8')),
    )
    .join('\n');
  expect(Object.keys(criuCodes).filter((code) => !text.includes(code))).toEqual([]);
});
