/** What is written under the name of an archive is one, and is opened again. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { convertImage } from '../convert-image.ts';
import { contentDifference } from '../parse/content-difference.ts';
import { projectRoot, sample } from '../test-support/images.ts';
import { openInput } from './open.ts';

const directory = mkdtempSync(join(tmpdir(), 'cr-output-test-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const criu = join(projectRoot, 'samples', 'criu', 'sysvipc.tar.gz');
const starts: Readonly<Record<string, string>> = { gz: '1f8b', zst: '28b52ffd' };

test.each(['tar', 'tar.gz', 'tgz', 'tar.zst', 'tzst'])('.%s', async (ending) => {
  for (const [name, input, options] of [
    ['criu', criu, {}],
    ['cpt', sample('2.6.18-tree'), { to: '0x303' }],
  ] as const) {
    const [plain, packed] = [
      join(directory, `${name}-${ending.replace('.', '-')}`),
      join(directory, `${name}.${ending}`),
    ];
    expect((await convertImage(input, plain, options)).written).toBe(true);
    expect((await convertImage(input, packed, options)).verified).toBe(true);
    const start = readFileSync(packed).subarray(0, 4).toString('hex');
    const kind = ending.endsWith('zst') ? 'zst' : ending.endsWith('gz') ? 'gz' : undefined;
    if (kind !== undefined) expect(start.startsWith(starts[kind]!)).toBe(true);
    const [a, b] = [await openInput(plain), await openInput(packed)];
    expect(contentDifference(a.images[0].content, b.images[0].content)).toBeUndefined();
    a.close();
    b.close();
  }
});

const zstd = spawnSync('zstd', ['--version']).status === 0;

test.skipIf(!zstd)('zstd(1) unpacks it', async () => {
  const packed = join(directory, 'by-zstd.tar.zst');
  await convertImage(criu, packed);
  const { status, stdout } = spawnSync('sh', ['-c', `zstd -qdc ${packed} | tar -t`]);
  expect([status, stdout.toString()]).toEqual([0, expect.stringContaining('checkpoint/inventory.img\n')]);
});

test('other archives are refused by name', async () => {
  await expect(convertImage(criu, join(directory, 'x.tar.xz'))).rejects.toThrow('.tar.zst');
});
