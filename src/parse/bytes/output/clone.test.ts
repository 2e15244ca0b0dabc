import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileSource } from '../file-source.ts';
import { FileWriter } from './file-writer.ts';

const mib = 1024 * 1024;

/** A source of 4 MiB with a block of its own in each KiB. */
function sourceIn(directory: string) {
  const path = join(directory, 'source');
  writeFileSync(
    path,
    Uint8Array.from({ length: 4 * mib }, (_, index) => (index >> 10) + (index & 7)),
  );
  return { bytes: readFileSync(path), source: fileSource(path) };
}

function writes(directory: string, name: string, begins: boolean): void {
  const { bytes, source } = sourceIn(directory);
  const path = join(directory, name);
  const writer = new FileWriter(path, path, 0o640);
  if (begins) writer.beginAs(source);
  writer.write(bytes.subarray(0, 100));
  writer.copy(source, 100, mib);
  writer.write(Buffer.from('changed'));
  writer.copy(source, 107 + mib, mib);
  // From here on nothing lies where it was.
  writer.copy(source, 50, 2 * mib - 400);
  writer.patch(8, Buffer.from('patched'));
  writer.finish();
  source.close();
  const expected = Buffer.concat([
    ...[bytes.subarray(0, 100 + mib), Buffer.from('changed'), bytes.subarray(107 + mib, 107 + 2 * mib)],
    bytes.subarray(50, 50 + 2 * mib - 400),
  ]);
  expected.write('patched', 8);
  expect(readFileSync(path).equals(expected)).toBe(true);
  expect(statSync(path).mode & 0o777).toBe(0o640);
}

let directory = '';
let volume = '';
const canMount =
  process.getuid?.() === 0 &&
  spawnSync('mkfs.btrfs', ['--version']).status === 0 &&
  process.platform === 'linux';
let isMounted = false;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'cr-clone-'));
  if (!canMount) return;
  volume = mkdtempSync(join(tmpdir(), 'cr-volume-'));
  const disk = join(directory, 'disk');
  writeFileSync(disk, '');
  truncateSync(disk, 200 * mib);
  execFileSync('mkfs.btrfs', ['-q', disk], { stdio: 'ignore' });
  isMounted = spawnSync('mount', ['-o', 'loop', disk, volume]).status === 0;
});

afterAll(() => {
  if (isMounted) execFileSync('umount', [volume]);
  if (volume !== '') rmSync(volume, { recursive: true });
  rmSync(directory, { recursive: true });
});

test.each([true, false])('where files cannot be cloned, bytes are copied (asked for: %s)', (begins) => {
  writes(directory, `plain-${begins}`, begins);
});

describe.skipIf(!canMount)('on a file system with clones (root, mkfs.btrfs)', () => {
  test('what was taken over, overwritten, moved and cut is as it would have been copied', ({ skip }) => {
    if (!isMounted) skip('no loop device can be mounted here');
    writes(volume, 'clone', true);
  });

  test('a whole file is a clone, with the mode of the new one', ({ skip }) => {
    if (!isMounted) skip('no loop device can be mounted here');
    const { bytes, source } = sourceIn(volume);
    const path = join(volume, 'whole');
    const writer = new FileWriter(path, path, 0o600);
    writer.copy(source, 0, source.size);
    writer.finish();
    source.close();
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const extents = execFileSync('filefrag', ['-v', path], { encoding: 'utf8' });
    expect(extents).toContain('shared');
  });
});

test('holes of a source stay holes', () => {
  const path = join(directory, 'sparse');
  writeFileSync(path, 'start');
  truncateSync(path, 8 * mib);
  const source = fileSource(path);
  const copy = join(directory, 'copy');
  const writer = new FileWriter(copy, copy);
  writer.copy(source, 0, source.size);
  writer.finish();
  source.close();
  expect(readFileSync(copy).equals(readFileSync(path))).toBe(true);
  expect(statSync(copy).blocks).toBeLessThan(mib / 512);
});
