/** Symbolic links below a directory, as a process sees them whose root it is. */
import { spawn } from 'node:child_process';
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

test('what cannot be read where a header of a program says is not there', () => {
  const root = directoryRoot(folder);
  expect(root.read('/run/there', 2 ** 64, 8)).toHaveLength(0);
  expect(root.read('/run/there', Number.MAX_SAFE_INTEGER, 8)).toHaveLength(0);
  // It looks like a file, and nothing is at the start of it (proc_pid_mem(5)).
  expect(directoryRoot('/proc/self').read('/mem', 0, 8)).toBe(undefined);
});

const mounted = join(folder, 'mounted');
mkdirSync(mounted);
writeFileSync(join(folder, 'run', 'seen'), '');
const script = 'mount --bind "$1" "$2" && echo up && exec sleep 60';
const other = spawn('unshare', ['-rm', 'sh', '-c', script, 'sh', join(folder, 'run'), mounted], {
  stdio: ['ignore', 'pipe', 'ignore'],
});
afterAll(() => other.kill('SIGKILL'));
const isUp = await new Promise<boolean>((done) => {
  other.stdout.once('data', () => done(true));
  other.once('error', () => done(false));
  other.once('exit', () => done(false));
});

test.skipIf(!isUp)('the root of a process in another mount namespace', () => {
  const root = directoryRoot(`/proc/${other.pid}/root`);
  expect(root.stat(join(mounted, 'seen'))?.type).toBe('file');
  expect(directoryRoot('/').stat(join(mounted, 'seen'))).toBe(undefined);
});
