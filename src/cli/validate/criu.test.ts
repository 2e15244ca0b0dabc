/** CRIU images as inputs of cr-validate: directories, archives, and what only looks like one. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { limits } from '../../limits.ts';
import { findImageDirectories, openTree } from '../../parse/criu/index.ts';
import { tarHeader, tarOf } from '../../test-support/containers.ts';
import { projectRoot, sample } from '../../test-support/images.ts';
import { runCommand } from '../run.ts';
import { crValidate } from './command.ts';
import { validateSpec } from './spec.ts';

const folder = mkdtempSync(join(tmpdir(), 'cr-validate-criu-'));
const archive = (name: string) => join(projectRoot, 'samples', 'criu', name);
const directory = join(folder, 'dumps', 'counter');

beforeAll(async () => {
  mkdirSync(directory, { recursive: true });
  const root = await openTree(archive('counter.tar.gz'), () => {});
  const [image] = findImageDirectories(root, () => {});
  for (const { name } of image?.list() ?? []) {
    const source = image?.open(name);
    if (source) writeFileSync(join(directory, name), source.view(0, source.size));
    source?.close();
  }
  root.close();
  writeFileSync(join(folder, 'dumps', 'old.img'), readFileSync(sample('2.6.18-counter')));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const status = await runCommand(
    validateSpec,
    args,
    {
      out: (text) => out.push(text),
      err: (text) => err.push(text),
      isOutTty: false,
      isErrTty: false,
      columns: 80,
      env: {},
    },
    crValidate,
  );
  return { status, out: out.join(''), err: err.join('') };
}

interface Shown {
  readonly path: string;
  readonly family: string | null;
  readonly variant: string | null;
  readonly diagnostics: readonly { readonly code: string; readonly path: string }[];
}

/** The images of a report that has the published form. */
async function images(...args: readonly string[]): Promise<{ status: number; images: readonly Shown[] }> {
  const { status, out, err } = await run('--json', '--no-config', ...args);
  expect(err).toBe('');
  const report = JSON.parse(out);
  const schema = join(projectRoot, 'formats', 'validate-report.schema.json');
  expect(new Ajv({ strict: false }).validate(JSON.parse(readFileSync(schema, 'utf8')), report)).toBe(true);
  return { status, images: report.images };
}

test.each(['counter.tar.gz', 'podman-tree.tar.zst'])('an archive: %s', async (name) => {
  const { status, images: found } = await images(archive(name));
  expect([status, found.length]).toEqual([0, 1]);
  expect(found[0]).toMatchObject({ path: archive(name), family: 'criu', variant: 'criu-4.2' });
});

test('directories are found beside CPT images, and judged in threads as well', async () => {
  const { status, images: found } = await images(folder);
  expect(status).toBe(0);
  expect(found.map(({ path, family }) => [path, family])).toEqual([
    [join(folder, 'dumps', 'old.img'), 'cpt'],
    [directory, 'criu'],
  ]);
  expect(await images(directory)).toEqual({ status: 0, images: [found[1]] });
});

test('a damaged directory: the findings name the file', async () => {
  const damaged = join(folder, 'damaged');
  cpSync(directory, damaged, { recursive: true });
  truncateSync(join(damaged, 'pstree.img'), 13);
  const { status, images: found } = await images(damaged);
  rmSync(damaged, { recursive: true });
  expect(status).toBe(1);
  expect(found[0]?.diagnostics.map(({ code, path }) => [code, path])).toContainEqual([
    'criu-truncated-record',
    'pstree.img',
  ]);
});

test('what is no archive, holds no image, or is cut', async () => {
  const path = join(folder, 'some.tar.gz');
  writeFileSync(path, gzipSync('text'));
  const text = await images(path);
  writeFileSync(path, readFileSync(archive('counter.tar.gz')).subarray(0, 3000));
  const cut = await images(path);
  rmSync(path);
  expect([text.status, text.images[0]?.family]).toEqual([1, null]);
  expect(text.images[0]?.diagnostics.map(({ code }) => code)).toEqual(['archive-bad-header']);
  expect([cut.status, cut.images[0]?.diagnostics[0]?.code]).toEqual([1, 'archive-unreadable']);
});

test('of very many members that are left out, the first are told and the others counted', async () => {
  const members = limits.diagnosticsKept + 5;
  const path = join(folder, 'devices.tar');
  const header = tarHeader('dev/null', 0);
  header.write('3', 156);
  header.write('        ', 148);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  const image = tarOf({ 'checkpoint/inventory.img': readFileSync(join(directory, 'inventory.img')) });
  writeFileSync(path, Buffer.concat([...Array.from({ length: members }, () => header), image]));
  const found = (await images(path)).images[0]?.diagnostics ?? [];
  rmSync(path);
  const left = found.filter(({ code }) => code === 'archive-unsupported-member') as readonly {
    readonly code: string;
    readonly message?: string;
  }[];
  expect(left.length).toBe(limits.diagnosticsKept + 1);
  expect(left.at(-1)?.message).toMatch(/^and 5 more: /);
});

test('an OpenVZ kernel is for CPT images; others rehearse CRIU as well', async () => {
  expect((await images('--kernel', 'openvz-2.6.32', directory)).status).toBe(0);
  expect((await images('--kernel', 'linux-6.18', directory)).status).toBe(0);
});

test('codes of CRIU can be explained', async () => {
  for (const code of ['criu-wrong-magic', 'criu-ref-core', 'restore-criu-group-wait', 'pid-levels'])
    expect((await run('--explain', code)).out).toContain('How to mend it:');
});

test('a container that is not in the one input is wrong usage; of several inputs, some may have it', async () => {
  const [one, other] = [archive('counter.tar.gz'), archive('podman-tree.tar.zst')];
  const { status, err } = await run('--container', 'nosuch', one);
  expect(status).toBe(2);
  expect(err).toContain('holds no container "nosuch"');
  expect((await run('--container', 'nosuch', one, other)).status).toBe(1);
});
