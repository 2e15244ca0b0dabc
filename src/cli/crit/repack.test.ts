/** crit's verbs for pages: in the directory itself, with the old files beside them, and back byte for byte. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openCriuArchive } from '../../model/from-criu/testing/criu-images.ts';
import { isCompanion } from '../../parse/criu/index.ts';
import { projectRoot } from '../../test-support/images.ts';
import { runCommand } from '../run.ts';
import { crCrit } from './command.ts';
import { critSpec } from './spec.ts';

const folder = mkdtempSync(join(tmpdir(), 'cr-crit-pages-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]) {
  let said = '';
  const out = (text: string) => {
    said += text;
  };
  const terminal = { out, err: out, isOutTty: false, isErrTty: false, columns: 80, env: {} };
  return { code: await runCommand(critSpec, args, terminal, crCrit), said };
}

/** Contents by name. */
const contents = (path: string) =>
  new Map(readdirSync(path).map((name) => [name, readFileSync(join(path, name)).toString('base64')]));

test('compress, and decompress', async () => {
  const { directory } = await openCriuArchive(join(projectRoot, 'samples', 'criu', 'counter.tar.gz'));
  const path = join(folder, 'images');
  mkdirSync(path);
  for (const { name, kind, size } of directory.list()) {
    if (kind === 'file') writeFileSync(join(path, name), directory.open(name)?.view(0, size) ?? '');
  }
  const before = contents(path);
  expect((await run('compress', path)).code).toBe(0);
  expect(await run('compress', path)).toMatchObject({ code: 0, said: expect.stringContaining('already') });
  const packed = contents(path);
  const changed = [...before.keys()].filter((name) => packed.get(name) !== before.get(name));
  expect(changed.every((name) => packed.get(`${name}.bak`) === before.get(name))).toBe(true);
  expect(changed).toContain('inventory.img');
  // No rule complains of what is kept.
  expect(changed.every((name) => isCompanion(`${name}.bak`))).toBe(true);
  // The originals are not written over.
  for (const inPlace of [[], ['--in-place']])
    expect(await run('decompress', path, ...inPlace)).toMatchObject({
      code: 3,
      said: expect.stringMatching(/\.bak cannot be written: it exists already: an older original/),
    });
  expect(contents(path)).toEqual(packed);
  for (const name of changed) rmSync(join(path, `${name}.bak`));
  expect((await run('decompress', path, '--in-place')).code).toBe(0);
  expect(contents(path)).toEqual(before);
});

test('another verb does not take the option', async () => {
  expect((await run('info', 'x', '--in-place')).code).toBe(2);
});
