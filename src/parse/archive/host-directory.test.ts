/** Directories on disk whose files are each other under other names. */
import { linkSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { formatDiagnostic, ImageError } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import { hostDirectory } from './host-directory.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cr-links-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const size = 1024 * 1024;
const freeCount = limits.linkedFreeBytes / size;

function link(name: string, count: number): void {
  const first = join(folder, `${name}-0.img`);
  writeFileSync(first, new Uint8Array(size));
  for (let index = 1; index <= count; index++) linkSync(first, join(folder, `${name}-${index}.img`));
}

test('a file under many names is refused when it is too much beside what is there once', () => {
  link('mm', freeCount + 1);
  expect(hostDirectory(folder).list().length).toBe(freeCount + 2);
  linkSync(join(folder, 'mm-0.img'), join(folder, 'mm-100.img'));
  try {
    hostDirectory(folder);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(ImageError);
    expect(formatDiagnostic((error as ImageError).diagnostic)).toContain('archive-too-large');
  }
});

test('pages may have any number of names, and dumps share files', () => {
  link('pages', 100);
  expect(hostDirectory(folder).list().length).toBe(101);
});
