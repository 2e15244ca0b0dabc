/** The inspector as a person uses it: the built program in a real pseudo-terminal. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { criuArchives, openCriuArchive } from '../../model/from-criu/testing/criu-images.ts';
import { buildCommand } from '../../test-support/built.ts';
import { projectRoot, sample } from '../../test-support/images.ts';

type Pty = typeof import('@lydell/node-pty');

/** Its binaries exist for most machines, not for all. */
function loadPty(): Pty | undefined {
  try {
    return createRequire(import.meta.url)('@lydell/node-pty') as Pty;
  } catch {
    return undefined;
  }
}

const pty = loadPty();
const directory = mkdtempSync(join(tmpdir(), 'cr-inspect-terminal-'));
let program = '';

beforeAll(async () => {
  if (pty) program = await buildCommand('cr-inspect', directory);
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const enterScreen = '\x1b[?1049h';
const leaveScreen = '\x1b[?1049l';
const showCursor = '\x1b[?25h';

function start(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const terminal = (pty as Pty).spawn(process.execPath, [program, ...args], {
    cols: 80,
    rows: 24,
    env: { ...process.env, TERM: 'xterm-256color', ...env } as Record<string, string>,
  });
  let output = '';
  terminal.onData((text) => {
    output += text;
  });
  const ended = new Promise<number>((resolve) => {
    terminal.onExit(({ exitCode, signal }) => resolve(signal ? 128 + signal : exitCode));
  });
  const until = (text: string | RegExp) =>
    expect
      .poll(() => output, { timeout: 300_000, interval: 20 })
      .toMatch(text instanceof RegExp ? text : new RegExp(text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')));
  const type = async (keys: string, text: string | RegExp) => {
    output = '';
    terminal.write(keys);
    await until(text);
  };
  /** One starts on the summary; the records are the screen that is there at once. */
  const records = async (text: string | RegExp) => {
    await until('? keys');
    terminal.write('1');
    await until(text);
  };
  return { terminal, ended, until, records, type, output: () => output };
}

test.skipIf(pty)('no pseudo-terminal on this machine: @lydell/node-pty has no binary for it', () => {});

describe.skipIf(!pty)('in a pseudo-terminal', () => {
  test('keys, copying, leaving: the screen is given back and what was copied is printed', async () => {
    const { records, type, terminal, ended, output } = start([sample('2.6.18-tree')]);
    await records('SIGHAND_STRUCT');
    expect(output()).toContain(enterScreen);
    await type('p1222\r', 'TASKS/task 1222');
    await type('2', 'sesslead');
    await type('1', 'Meaning');
    await type('g0x16\r', 'image.hz');
    await type('y', `\x1b]52;c;${Buffer.from('1000').toString('base64')}\x07`);
    terminal.write('q');
    expect(await ended).toBe(0);
    const end = output().slice(output().lastIndexOf(leaveScreen));
    expect(output()).toContain(showCursor);
    expect(end).toContain('1000\r\n');
  });

  test('a resize redraws for the new size', async () => {
    const { until, records, terminal, type, ended } = start([sample('2.6.18-tree')]);
    await records('SIGHAND_STRUCT');
    await type('?', 'Esc closes');
    await type('\x1b', 'Meaning');
    terminal.resize(160, 48);
    // Only the larger screen has room for full names and for the last section.
    await until('namespaces');
    await until('TRAILER');
    terminal.write('q');
    expect(await ended).toBe(0);
  });

  test.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])('%s gives the screen back', async (signal, code) => {
    const { records, terminal, ended, output } = start([sample('2.6.18-tree')]);
    await records('SIGHAND_STRUCT');
    terminal.kill(signal);
    expect(await ended).toBe(code);
    expect(output()).toContain(leaveScreen);
  });

  test('Ctrl-C leaves', async () => {
    const { until, records, terminal, ended, output } = start([sample('2.6.18-tree')]);
    await records('SIGHAND_STRUCT');
    await until('keys');
    terminal.write('\x03');
    expect(await ended).toBe(0);
    expect(output()).toContain(leaveScreen);
  });

  test('NO_COLOR sends no colours', async () => {
    const { records, type, terminal, ended, output } = start([sample('2.6.18-tree')], {
      NO_COLOR: '1',
    });
    await records('SIGHAND_STRUCT');
    await type('p1222\r', 'TASKS/task 1222');
    expect(output()).not.toMatch(/\x1b\[(?:\d+;)*3\d/);
    terminal.write('q');
    await ended;
  });

  test('two images are compared', async () => {
    const { until, terminal, ended } = start([sample('2.6.18-timers'), sample('2.6.9-timers-converted')]);
    await until('imageVersion');
    terminal.write('q');
    expect(await ended).toBe(0);
  });

  test('a damaged image opens; what is no image does not take the screen', async () => {
    const cut = join(directory, 'cut.img');
    writeFileSync(cut, readFileSync(sample('2.6.18-tree')).subarray(0, 20_000));
    const damaged = start([cut]);
    await damaged.records('SIGHAND_STRUCT');
    await damaged.type('6', 'section-length');
    damaged.terminal.write('q');
    expect(await damaged.ended).toBe(0);
    const other = start([join(projectRoot, 'package.json')]);
    expect(await other.ended).toBe(1);
    expect(other.output()).toContain('not-an-image');
    expect(other.output()).not.toContain(enterScreen);
  });

  test('a directory of CRIU images: records, a view, a reference, the rehearsal', async () => {
    const images = await unpacked('sysvipc.tar.gz');
    const { until, records, type, terminal, ended } = start([images]);
    await records('inventory.img');
    await until('? keys');
    await type('gpstree.img:1\r', 'pstree.img:1');
    await type('\t', 'Meaning');
    await type('jj', 'Enter goes there');
    await type('\r', 'core-2.img');
    await type('2', 'sysvipc-child');
    await type('4', '0x5e401');
    await type('e', 'restores');
    await type('1', 'Records');
    terminal.write('q');
    expect(await ended).toBe(0);
  });

  test.each(['podman-tree.tar.zst', 'counter.tar.gz'])('%s is not unpacked', async (name) => {
    const { until, records, type, terminal, ended } = start([criuArchives.get(name)!]);
    await records('inventory.img');
    await until('? keys');
    await type('2', 'COMMAND');
    terminal.write('q');
    expect(await ended).toBe(0);
  });

  test('memory by address, searched; several images are a list to choose from', async () => {
    const { until, type, terminal, ended } = start([
      sample('2.6.18-tree'),
      sample('2.6.18-pty'),
      sample('2.6.18-epoll'),
    ]);
    await until('3 checkpoints');
    await type('\x1b[B', '›2.6.18-pty');
    await type('\r', '2.6.18-pty.cpt');
    await type('/\tPATH=\r', '[stack]');
    await type('\r', 'into the area');
    await type('q', 'Which one of');
    terminal.write('q');
    expect(await ended).toBe(0);
  });

  test('the list ends with its terminal', async () => {
    const { until, terminal, ended } = start([
      sample('2.6.18-tree'),
      sample('2.6.18-pty'),
      sample('2.6.18-epoll'),
    ]);
    await until('3 checkpoints');
    // The window is closed: SIGHUP comes, and writing fails with EIO.
    (terminal as unknown as { destroy(): void }).destroy();
    expect(await ended).toBeGreaterThan(0);
  });

  test('a directory of directories and archives is a list of both', async () => {
    const place = mkdtempSync(join(directory, 'mixed-'));
    const archive = join(projectRoot, 'samples', 'criu', 'podman-counter.tar.gz');
    copyFileSync(archive, join(place, 'a.tar.gz'));
    for (const name of ['b', 'c']) {
      mkdirSync(join(place, name));
      execFileSync('tar', ['-xzf', archive, '-C', join(place, name)]);
    }
    const { until, terminal, ended } = start([place]);
    await until('3 checkpoints');
    terminal.write('q');
    expect(await ended).toBe(0);
  });

  test('a file of a directory: one starts there', async () => {
    const { until, terminal, ended } = start([join(await unpacked('counter.tar.gz'), 'pstree.img')]);
    await until(/pstree\.img.*\? keys/);
    terminal.write('q');
    expect(await ended).toBe(0);
  });

  test('two CRIU images, and one of each family, are compared', async () => {
    const [ipc, counter] = ['sysvipc.tar.gz', 'counter.tar.gz'].map((name) => criuArchives.get(name)!) as [
      string,
      string,
    ];
    for (const paths of [
      [ipc, counter],
      [sample('2.6.18-tree'), counter],
    ]) {
      const { until, terminal, ended } = start(paths);
      await until('System V IPC');
      terminal.write('q');
      expect(await ended).toBe(0);
    }
  });

  test('a damaged directory opens; a folder without images does not take the screen', async () => {
    const images = await unpacked('sysvipc.tar.gz');
    writeFileSync(join(images, 'core-2.img'), readFileSync(join(images, 'core-2.img')).subarray(0, 100));
    rmSync(join(images, 'mm-1.img'));
    const damaged = start([images]);
    await damaged.records('inventory.img');
    await damaged.until('? keys');
    await damaged.type('6', 'criu-truncated-record');
    damaged.terminal.write('q');
    expect(await damaged.ended).toBe(0);
    const empty = join(directory, 'empty');
    mkdirSync(empty);
    const other = start([empty]);
    expect(await other.ended).toBe(1);
    expect(other.output()).toContain('holds no CRIU images');
    expect(other.output()).not.toContain(enterScreen);
  });
});

/** A copy of the best directory of a sample. */
async function unpacked(name: string): Promise<string> {
  const { root, directory: images } = await openCriuArchive(criuArchives.get(name)!);
  const path = mkdtempSync(join(directory, 'images-'));
  for (const { name: file, kind } of images.list()) {
    const source = kind === 'file' ? images.open(file) : undefined;
    if (source) writeFileSync(join(path, file), source.view(0, source.size));
  }
  root.close();
  return path;
}
