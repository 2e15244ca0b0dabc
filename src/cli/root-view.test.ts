/** Symbolic links below a directory, as a process sees them whose root it is. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { directoryRoot } from './root-view.ts';

const folder = mkdtempSync(join(tmpdir(), 'root-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

mkdirSync(join(folder, 'run'));
mkdirSync(join(folder, 'var'));
writeFileSync(join(folder, 'run', 'there'), '');
symlinkSync('/run', join(folder, 'var', 'run'));
symlinkSync('/nowhere', join(folder, 'lost'));

test.each([
  ['/var/run', 'directory'],
  ['/var/run/there', 'file'],
  // What a directory lacks is missing, by whatever name the directory was reached.
  ['/run/missing', undefined],
  ['/var/run/missing', undefined],
  ['/var/run/missing/below', undefined],
  ['/lost', 'dangling'],
  ['/lost/below', 'dangling'],
] as const)('%s: %s', (path, type) => expect(directoryRoot(folder).stat(path)?.type).toBe(type));
