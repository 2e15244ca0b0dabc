/** A view that is in one place and forgotten in another fails here; schemas, help and keys are held by their own tests. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../test-support/images.ts';
import { loadViews, viewNames, viewRow } from './index.ts';

const folder = join(projectRoot, 'src', 'inspect', 'views');

test('every file with a view is loaded by a row of the list', async () => {
  const list = readFileSync(join(folder, 'index.ts'), 'utf8');
  const files = readdirSync(folder).filter(
    (name) =>
      !name.includes('.test.') && /^export const \w+: View\b/m.test(readFileSync(join(folder, name), 'utf8')),
  );
  expect(files.filter((name) => !list.includes(`import('./${name}')`))).toEqual([]);
  const views = [...(await loadViews()).values()];
  expect([files.length, new Set(views).size]).toEqual([viewNames.length, viewNames.length]);
});

test('every row has a schema in formats/, a help of one line, and keys of its own', () => {
  const rows = viewNames.map(viewRow);
  const missing = rows.filter(
    ({ schema }) => !existsSync(join(projectRoot, 'formats', `${schema}.schema.json`)),
  );
  expect(missing).toEqual([]);
  expect(rows.filter(({ help }) => help.length > 72).map(({ help }) => help)).toEqual([]);
  const keys = rows.flatMap(({ keys: own = '' }) => own.split(' ').filter(Boolean));
  expect(new Set(keys).size).toBe(keys.length);
});

test('what --type takes is said where words are known, and a view without it has none', async () => {
  for (const [name, { typeWords }] of await loadViews()) {
    const { types } = viewRow(name);
    if (typeWords === undefined) continue;
    expect(types, name).toBeDefined();
    expect(
      types?.split(/[\s,:]+/).some((word) => typeWords.some((known) => known === word)),
      name,
    ).toBe(true);
  }
});
