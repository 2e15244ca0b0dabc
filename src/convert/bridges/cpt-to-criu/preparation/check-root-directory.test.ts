/** A real directory as a container root: links, odd names, devices, and the report of a check. */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { directoryRoot } from '../../../../cli/root-view.ts';
import { memorySource } from '../../../../parse/bytes/byte-source.ts';
import { projectRoot } from '../../../../test-support/images.ts';
import { checkRoot, preparation, rootReportJson, rootReportText } from './index.ts';
import { checkpointOfSample } from './testing/checkpoints.ts';
import { bounds, program } from './testing/program.ts';

describe('a directory as the root', () => {
  const directory = mkdtempSync(join(tmpdir(), 'check-root-test-'));
  beforeAll(() => {
    mkdirSync(join(directory, 'usr', 'sbin'), { recursive: true });
    writeFileSync(join(directory, 'usr', 'sbin', 'init'), program(bounds), { mode: 0o755 });
    symlinkSync('usr/sbin', join(directory, 'sbin'));
    symlinkSync('/etc/passwd', join(directory, 'counter'));
    symlinkSync('../../../../../etc/passwd', join(directory, 'up'));
    symlinkSync('/proc/self', join(directory, 'later'));
    symlinkSync('loop', join(directory, 'loop'));
    execFileSync('mkfifo', [join(directory, 'fifo')]);
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  test('links lead to places inside, whatever they say', () => {
    const root = directoryRoot(directory);
    expect(root.stat('/sbin/init')).toMatchObject({ type: 'file', mode: 0o755, path: '/usr/sbin/init' });
    expect(root.stat('/../../sbin/./init')?.path).toBe('/usr/sbin/init');
    expect(existsSync('/etc/passwd') && root.stat('/counter')).toMatchObject({
      type: 'dangling',
      path: '/etc/passwd',
    });
    expect(root.stat('/up')).toMatchObject({ type: 'dangling', path: '/etc/passwd' });
    expect(root.stat('/later')).toMatchObject({ type: 'dangling', path: '/proc/self' });
    expect(root.stat('/loop')?.type).toBe('dangling');
    for (const path of ['/counter', '/up', '/loop', '/fifo', '/none', '/sbin']) {
      expect(root.read(path, 0, 16)).toBeUndefined();
    }
    expect(root.read('/sbin/init', 0, 4)).toEqual(new Uint8Array([0x7f, 0x45, 0x4c, 0x46]));
    expect(root.read('/sbin/init', 0x20000 - 2, 16)).toHaveLength(2);
  });

  test('names that cannot exist are missing', () => {
    const root = directoryRoot(directory);
    for (const path of ['/none', '/usr/sbin/init/below', `/${'x'.repeat(300)}`, '/nul\0']) {
      expect(root.stat(path)).toBeUndefined();
    }
  });

  test('device numbers are split as programs see them', () => {
    expect(directoryRoot('/').stat('/dev/null')).toMatchObject({
      type: 'character-device',
      rdev: { major: 1, minor: 3 },
    });
  });

  test('what is no directory is an error of the system', () => {
    expect(() => directoryRoot(join(directory, 'none'))).toThrow('ENOENT');
    expect(() => directoryRoot(join(directory, 'usr/sbin/init'))).toThrow('not a directory');
  });

  test('the report, as text and as JSON that fits its schema', () => {
    const prepared = preparation(checkpointOfSample('2.6.32-counter'), { target: 'criu' });
    const findings = checkRoot(prepared, directoryRoot(directory), memorySource(new Uint8Array(0)));
    const report = { root: directory, prepared, findings };
    const schema = JSON.parse(readFileSync(join(projectRoot, 'formats', 'root-check.schema.json'), 'utf8'));
    const isValid = new Ajv({ strict: false }).compile(schema);
    const json = JSON.parse(rootReportJson(report));
    expect([isValid(json), isValid.errors]).toEqual([true, null]);
    const missing = 'error path-missing: /';
    const of = (pid: number, comm: string) => `fd 0, 1, 2 of pid ${pid} (${comm})`;
    expect(rootReportText(report).split('\n').slice(1)).toEqual([
      `${missing}counter leads to /etc/passwd by a link, where nothing is; open: fd 3 of pid 6 (counter)`,
      `${missing}dev/null is missing; needed: character device, open: ${of(1, 'init')}, ${of(6, 'counter')}`,
      `${missing}proc is missing; needed: directory, mount point of proc`,
      `${directory}: 5 paths needed, 3 errors, 1 other.`,
      '',
    ]);
  });
});
