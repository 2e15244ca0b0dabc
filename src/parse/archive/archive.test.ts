/** Trees of all kinds, and archives that mean harm. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ImageError } from '../../diagnostic.ts';
import { findImageDirectories, parentDirectory } from '../criu/find-images.ts';
import { readContainerInfo } from './container-info.ts';
import { hostDirectory } from './host-directory.ts';
import { memoryDirectory } from './image-directory.ts';
import { openTree } from './open-tree.ts';
import { Spool } from './spool.ts';

const samples = fileURLToPath(new URL('../../../samples/criu/', import.meta.url));
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'archive-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('directories on disk', () => {
  test('follow nothing but a relative parent', () => {
    const base = join(folder, 'host');
    mkdirSync(join(base, 'img'), { recursive: true });
    mkdirSync(join(base, 'pre'));
    writeFileSync(join(base, 'pre', 'inventory.img'), '2');
    writeFileSync(join(base, 'secret'), 's');
    symlinkSync('../secret', join(base, 'img', 'core-1.img'));
    symlinkSync('../pre', join(base, 'img', 'other'));
    symlinkSync('../pre', join(base, 'img', 'parent'));
    const image = hostDirectory(join(base, 'img'));
    expect(image.open('core-1.img')).toBeUndefined();
    expect(image.open('../secret')).toBeUndefined();
    expect(image.directory('other')).toBeUndefined();
    expect(image.directory('..')).toBeUndefined();
    const parent = parentDirectory(image, () => {});
    expect(parent?.list()).toEqual([{ name: 'inventory.img', kind: 'file', size: 1 }]);
  });
});

async function openBytes(name: string, bytes: Uint8Array, limitBytes?: number) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const codes: string[] = [];
  const root = await openTree(
    path,
    ({ code }) => codes.push(code),
    limitBytes === undefined ? {} : { limitBytes },
  );
  return { root, codes };
}

async function refusal(name: string, bytes: Uint8Array, limitBytes?: number): Promise<string> {
  try {
    await openBytes(name, bytes, limitBytes);
    return 'opened';
  } catch (error) {
    return error instanceof ImageError ? error.diagnostic.code : String(error);
  }
}

describe('compressed archives', () => {
  const zst = readFileSync(`${samples}podman-tree.tar.zst`);
  const gz = readFileSync(`${samples}podman-counter.tar.gz`);

  test('a bomb is refused at the limit', async () => {
    const start = gunzipSync(gz).subarray(0, 512);
    const bomb = gzipSync(Buffer.concat([start, Buffer.alloc(50_000_000)]));
    expect(await refusal('bomb.tar.gz', bomb, 1_000_000)).toBe('archive-too-large');
    expect(await refusal('tree.tar.zst', zst, 100_000)).toBe('archive-too-large');
  });

  test.each([
    ['gz', gz],
    ['zst', zst],
  ])('what comes before the damage in a %s is read', async (kind, bytes) => {
    const cut = await openBytes(`cut.tar.${kind}`, bytes.subarray(0, bytes.length - 40));
    expect(cut.codes).toContain('archive-unreadable');
    expect(findImageDirectories(cut.root, () => {}).length).toBe(1);
    const broken = Buffer.from(bytes);
    broken.fill(0xff, bytes.length - 900, bytes.length - 860);
    const { codes, root } = await openBytes(`broken.tar.${kind}`, broken);
    expect(codes).toContain('archive-unreadable');
    root.close();
  });

  test('a compressed file that is no archive is looked at before it is unpacked', async () => {
    expect(await refusal('zeros.gz', gzipSync(Buffer.alloc(50_000_000)), 1_000_000)).toBe(
      'archive-bad-header',
    );
    expect(await refusal('x.gz', gzipSync(Buffer.from('hello')))).toBe('archive-bad-header');
  });

  test('random changes end in a diagnostic', async () => {
    const changes = fc.sample(
      fc.tuple(fc.boolean(), fc.nat(12_000), fc.uint8Array({ minLength: 1, maxLength: 4 })),
      {
        numRuns: 60,
        seed: 9,
      },
    );
    for (const [zstd, at, patch] of changes) {
      const changed = Buffer.from(zstd ? zst : gz);
      changed.set(patch, at);
      const result = await refusal('random', changed);
      expect(['opened', 'archive-bad-header', 'archive-too-large', 'archive-unreadable']).toContain(result);
    }
  });

  test('large contents are spooled to a file without a name', () => {
    const spool = new Spool('large');
    const piece = Buffer.alloc(1_000_000);
    for (let i = 0; i < 40; i++) spool.write(piece.fill(i));
    const source = spool.finish();
    expect(source.size).toBe(40_000_000);
    expect([...source.view(16_999_999, 2)]).toEqual([16, 17]);
    expect(source.view(39_999_999, 1)[0]).toBe(39);
    source.close();
  });
});

describe('container engines', () => {
  const info = (files: Readonly<Record<string, string>>) => {
    const codes: string[] = [];
    const bytes = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]));
    const found = readContainerInfo(memoryDirectory(bytes), ({ code }) => codes.push(code));
    return { engine: found?.engine, codes };
  };
  test('the Podman samples', async () => {
    for (const [name, container] of [
      ['podman-counter.tar.gz', 'counter'],
      ['podman-tree.tar.zst', 'tree'],
    ] as const) {
      const root = await openTree(samples + name, (d) => expect.fail(d.message));
      expect(readContainerInfo(root, () => {})).toMatchObject({
        engine: 'podman',
        name: container,
        runtime: 'crun',
      });
      expect(findImageDirectories(root, () => {}).map((found) => found.name)).toEqual([
        `${samples}${name}/checkpoint`,
      ]);
      root.close();
    }
  });
  test.each([
    ['cri-o', { 'spec.dump': '{"annotations":{"io.kubernetes.cri-o.Name":"x"}}' }, []],
    ['cri-o', { 'spec.dump': '{"annotations":{"io.container.manager":"cri-o"}}' }, []],
    ['containerd', { 'spec.dump': '{}', status: '{}' }, []],
    ['unknown', { 'config.dump': '{"id":7}', 'spec.dump': '[' }, ['archive-bad-json']],
    [undefined, { 'dump.log': '' }, []],
  ])('%s', (engine, files, codes) => {
    expect(info(files as Record<string, string>)).toEqual({ engine, codes });
  });
});

test('a tree without images is said to be one, a single image file is a tree', async () => {
  const codes: string[] = [];
  expect(
    findImageDirectories(memoryDirectory({ x: new Uint8Array(1) }), ({ code }) => codes.push(code)),
  ).toEqual([]);
  expect(codes).toEqual(['criu-no-inventory']);
  const { root } = await openBytes('core-7.img', Buffer.from('1943565447380555', 'hex'));
  expect(root.list()).toEqual([{ name: 'core-7.img', kind: 'file', size: 8 }]);
  root.close();
});
