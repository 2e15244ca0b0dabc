/** Changed real images, against what the real kernels did with each of them. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileSource } from '../../../parse/bytes/file-source.ts';
import { projectRoot } from '../../../test-support/images.ts';
import { findOpenvzKernel } from './kernels.ts';
import { simulateOpenvzRestore } from './simulate.ts';

const samples = join(projectRoot, 'samples', 'cpt-changed');
const collection = join(projectRoot, '..', 'shared', 'images', 'cpt');

const table = (path: string): readonly (readonly string[])[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));

function outcome(path: string, kernel: string): string {
  const source = fileSource(path);
  try {
    const { verdict, failures } = simulateOpenvzRestore(source, { kernel: findOpenvzKernel(kernel)! });
    return [verdict, failures[0]?.errno].filter((word) => word !== undefined).join(' ');
  } finally {
    source.close();
  }
}

test.each(table(join(samples, 'expected.tsv')))('sample %s %s %s', (name, verdict, errno) => {
  const expected = errno === '' ? verdict : `${verdict} ${errno}`;
  expect(outcome(join(samples, `${name}.cpt`), 'openvz-2.6.18')).toBe(expected);
});

/** Of the kernels' own log: 2.6.18 by number, 2.6.32 by the text of its tool. */
const errnos: Readonly<Record<string, string>> = {
  '3': 'ESRCH',
  '5': 'EIO',
  '14': 'EFAULT',
  '22': 'EINVAL',
  '28': 'ENOSPC',
  'Out of memory': 'ENOMEM',
  'Invalid argument': 'EINVAL',
};

const sets = [
  { name: '2.6.18-changed', kernel: 'openvz-2.6.18' },
  { name: '2.6.32-changed', kernel: 'openvz-2.6.32' },
];
const hasZstd = spawnSync('zstd', ['--version']).status === 0;
const canExpand = existsSync(join(collection, sets[0]!.name)) && hasZstd;

test.skipIf(canExpand)(
  'the collection of changed images, or zstd, is absent: samples alone are judged',
  () => {},
);

describe.skipIf(!canExpand).each(sets)('$name', ({ name, kernel }) => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cpt-changed-'));
    const archive = join(collection, name, 'images.tar.zst');
    const command = 'zstd -dc --long=27 "$1" | tar -x -C "$2"';
    const { status } = spawnSync('sh', ['-c', command, 'sh', archive, folder]);
    expect(status).toBe(0);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const rows = canExpand ? table(join(collection, name, 'results.tsv')) : [];
  test.each(rows)('%s %s', (image, verdict, answer) => {
    const expected = verdict === 'fails' ? `fails ${errnos[answer!] ?? `unknown: ${answer}`}` : verdict;
    expect(outcome(join(folder, `${image}.cpt`), kernel)).toBe(expected);
  });
});
