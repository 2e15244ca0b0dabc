/** What may be replaced, what is written through, and what a killed run leaves behind. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fileSource } from '../file-source.ts';
import { noteDirectory, notePath, withInputs } from '../inputs.ts';
import { DirectoryOutput } from './directory-output.ts';
import { openOutput } from './file-output.ts';
import type { OutputOptions } from './place.ts';
import { temporaryPath } from './temporary.ts';

/** The list itself is open while it is read. */
function linkOrNothing(descriptor: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`);
  } catch {
    return '';
  }
}

let folder = '';
const at = (name: string) => join(folder, name);
const partials = (directory = folder) => readdirSync(directory).filter((name) => name.startsWith('.cr-'));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'output-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string, options: OutputOptions = {}): string {
  try {
    const output = openOutput(path, options);
    try {
      output.sink.write(Buffer.from(text));
      output.commit();
    } finally {
      output.discard();
    }
    return 'written';
  } catch (error) {
    expect((error as Error).message).not.toContain('.cr-');
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}

describe('a file', () => {
  test('appears whole, with the mode that a new file has', () => {
    expect(write(at('x'), 'one')).toBe('written');
    expect(readFileSync(at('x'), 'utf8')).toBe('one');
    expect(statSync(at('x')).mode & 0o777).toBe(0o666 & ~process.umask());
    expect(partials()).toEqual([]);
  });

  test('is replaced on request only, and keeps its mode', () => {
    write(at('x'), 'one');
    chmodSync(at('x'), 0o640);
    expect(write(at('x'), 'two')).toBe('EEXIST');
    expect(readFileSync(at('x'), 'utf8')).toBe('one');
    expect(write(at('x'), 'two', { force: true })).toBe('written');
    expect(readFileSync(at('x'), 'utf8')).toBe('two');
    expect(statSync(at('x')).mode & 0o777).toBe(0o640);
  });

  test('that came up meanwhile is not replaced', () => {
    const output = openOutput(at('x'), {});
    output.sink.write(Buffer.from('late'));
    writeFileSync(at('x'), 'first');
    expect(() => output.commit()).toThrow('exists already');
    expect(readFileSync(at('x'), 'utf8')).toBe('first');
    expect(partials()).toEqual([]);
  });

  test('two runs to one output: each is whole, the last rename wins', () => {
    const [a, b] = [openOutput(at('x'), { force: true }), openOutput(at('x'), { force: true })];
    a.sink.write(Buffer.from('a'));
    b.sink.write(Buffer.from('b'));
    b.commit();
    a.commit();
    expect(readFileSync(at('x'), 'utf8')).toBe('a');
  });

  test('may have the longest name that there is', () => {
    expect(write(at('n'.repeat(255)), 'x')).toBe('written');
    expect(write(at('n'.repeat(256)), 'x')).toBe('ENAMETOOLONG');
  });

  test('in a directory that is missing, or under a file', () => {
    writeFileSync(at('f'), '');
    expect(() => openOutput(at('no/x'), {})).toThrow(`the directory ${at('no')} does not exist`);
    expect(write(at('f/x'), '')).toBe('ENOTDIR');
    expect(write('', '')).toBe('ENOENT');
    expect(write(folder, '', { force: true })).toBe('EISDIR');
  });

  test('never takes the place of the input, whatever its name', async () => {
    writeFileSync(at('in'), 'input');
    linkSync(at('in'), at('hard'));
    symlinkSync('in', at('soft'));
    mkdirSync(at('dir'));
    writeFileSync(at('dir/core-1.img'), 'input');
    await withInputs(() => {
      fileSource(at('in')).close();
      noteDirectory(at('dir'));
      for (const name of ['in', 'hard', 'soft', 'dir/../in', 'dir/core-1.img'])
        expect(write(at(name), 'x', { force: true })).toBe('EINVAL');
      expect(write(at('dir/new'), 'x', { force: true })).toBe('written');
    });
    expect(readFileSync(at('in'), 'utf8')).toBe('input');
  });
});

describe('what is no regular file', () => {
  test('a link is written through and stays, unless it leads nowhere', () => {
    writeFileSync(at('target'), 'old');
    symlinkSync('target', at('link'));
    symlinkSync('nowhere', at('dangling'));
    symlinkSync('loop', at('loop'));
    expect(write(at('link'), 'new', { force: true })).toBe('written');
    expect([readlinkSync(at('link')), readFileSync(at('target'), 'utf8')]).toEqual(['target', 'new']);
    expect(write(at('dangling'), 'new', { force: true })).toBe('ENOENT');
    expect(write(at('loop'), 'new', { force: true })).toBe('ELOOP');
    expect(lstatSync(at('dangling')).isSymbolicLink()).toBe(true);
  });

  test('devices are written to and stay devices', () => {
    expect(write('/dev/null', 'x', { force: true })).toBe('written');
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
    expect(write('/dev/full', 'x')).toBe('ENOSPC');
  });

  test('a socket stays a socket', async () => {
    const server = createServer().listen(at('socket'));
    await new Promise((done) => server.once('listening', done));
    expect(write(at('socket'), 'x', { force: true })).toBe('EINVAL');
    expect(lstatSync(at('socket')).isSocket()).toBe(true);
    server.close();
  });

  test('a fifo gets the bytes', async () => {
    execFileSync('mkfifo', [at('fifo')]);
    const reader = spawn('cat', [at('fifo')]);
    let got = '';
    reader.stdout.on('data', (bytes: Buffer) => (got += bytes));
    expect(write(at('fifo'), 'through', { force: true })).toBe('written');
    await new Promise((done) => reader.once('close', done));
    expect(got).toBe('through');
    expect(lstatSync(at('fifo')).isFIFO()).toBe(true);
  });
});

test('a fifo that nobody reads is an error, not a wait without end', () => {
  execFileSync('mkfifo', [at('fifo')]);
  expect(write(at('fifo'), 'x', { force: true })).toBe('ENXIO');
});

describe('a directory', () => {
  function make(path: string, options: OutputOptions, names: readonly string[] = ['a.img']): string {
    try {
      const output = new DirectoryOutput(path, options);
      try {
        for (const name of names) {
          const file = output.create(name);
          file.write(Buffer.from(name));
          file.close();
        }
        output.link('parent', '../pre');
        output.commit();
      } finally {
        output.discard();
      }
      return 'written';
    } catch (error) {
      return (error as NodeJS.ErrnoException).code ?? String(error);
    }
  }

  test('is replaced when it holds what was written here and nothing else', () => {
    expect(make(at('d/'), {})).toBe('written');
    expect(make(at('d'), {})).toBe('EEXIST');
    expect(make(at('d'), { force: true }, ['b.img'])).toBe('written');
    expect(readdirSync(at('d')).sort()).toEqual(['.cr-tools-files.json', 'b.img', 'parent']);
    writeFileSync(at('d/notes.txt'), 'mine');
    expect(make(at('d'), { force: true })).toBe('EEXIST');
    expect(readFileSync(at('d/notes.txt'), 'utf8')).toBe('mine');
    rmSync(at('d/notes.txt'));
    rmSync(at('d/b.img'));
    mkdirSync(at('d/b.img'));
    expect(make(at('d'), { force: true })).toBe('EEXIST');
    expect(partials()).toEqual([]);
  });

  test('of somebody else stays, an empty one is filled', () => {
    mkdirSync(at('theirs'));
    writeFileSync(at('theirs/inventory.img'), 'x');
    mkdirSync(at('empty'));
    expect(make(at('theirs'), { force: true })).toBe('EEXIST');
    expect(make(at('empty'), {})).toBe('written');
    writeFileSync(at('file'), '');
    expect(make(at('file'), { force: true })).toBe('ENOTDIR');
  });

  // What the kernel told the descriptor of a sync on the way, it does not tell one that is opened afterwards.
  test.each(['commit', 'discard'] as const)(
    'a large file is synced by the descriptor that wrote it: %s',
    async (end) => {
      const links = () => readdirSync('/proc/self/fd').map(linkOrNothing);
      const descriptors = () => links().filter((link) => link.endsWith('/pages-1.img')).length;
      const output = new DirectoryOutput(at('d'), {});
      for (const [name, size] of [
        ['pages-1.img', 3 * 2 ** 20],
        ['core-1.img', 100],
      ] as const) {
        const file = output.create(name);
        file.write(new Uint8Array(size));
        file.close();
      }
      // Its own, and that of the sync which runs until the event loop turns.
      expect(descriptors()).toBe(2);
      output[end]();
      expect(descriptors()).toBeLessThan(2);
      expect(links().some((link) => link.endsWith('/core-1.img'))).toBe(false);
      while (links().some((link) => link.includes('/pages-1.img')))
        await new Promise((resolve) => setTimeout(resolve, 5));
      expect(existsSync(at('d/pages-1.img'))).toBe(end === 'commit');
    },
  );

  test('that is or holds the input stays', async () => {
    make(at('d'), {});
    linkSync(at('d/a.img'), at('hard'));
    symlinkSync('d', at('soft'));
    for (const input of [at('d'), at('d/a.img'), at('hard'), at('soft')])
      for (const output of [at('d'), at('soft')])
        await withInputs(() => {
          notePath(input);
          expect(make(output, { force: true })).toBe('EINVAL');
        });
    expect(readFileSync(at('d/a.img'), 'utf8')).toBe('a.img');
  });
});

describe('what killed runs leave', () => {
  const program = `
    import { openOutput } from ${JSON.stringify(join(import.meta.dirname, 'file-output.ts'))};
    import { DirectoryOutput } from ${JSON.stringify(join(import.meta.dirname, 'directory-output.ts'))};
    import { guardOutputs } from ${JSON.stringify(join(import.meta.dirname, 'temporary.ts'))};
    guardOutputs();
    const [file, directory] = process.argv.slice(2);
    openOutput(file, {}).sink.write(Buffer.alloc(3_000_000));
    new DirectoryOutput(directory, {}).create('a').write(Buffer.alloc(3_000_000));
    process.stdout.write('ready');
    for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
  `;

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const)('nothing after %s', async (signal) => {
    const script = at('program.ts');
    writeFileSync(script, program);
    const words = ['--import', 'tsx', script, at('file'), at('directory')];
    const child = spawn(process.execPath, words, {
      cwd: join(import.meta.dirname, '../../../..'),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((done) => child.stdout.once('data', done));
    expect(partials().length).toBe(2);
    child.kill(signal);
    await new Promise((done) => child.once('close', done));
    // The guard is a process of its own.
    await expect.poll(() => partials(), { timeout: 20_000 }).toEqual([]);
    expect(readdirSync(folder)).toEqual(['program.ts']);
  });

  test('is removed by the next run when its writer is gone, and else let be', () => {
    const own = basename(temporaryPath(folder));
    const [, boot, namespace, pid, start] = /^\.cr-(\w+)-(\d+)-(\d+)-(\d+)-/.exec(own) ?? [];
    const name = (...parts: readonly unknown[]) => `.cr-${parts.join('-')}-0123456789ab.partial`;
    const alive = name(boot, namespace, pid, start);
    const dead = name(boot, namespace, pid, Number(start) - 1);
    const elsewhere = name('00000001', namespace, pid, start);
    const old = name('00000001', namespace, pid, Number(start) - 2);
    const others = ['.cr-notes.partial', '.cr-tools-files.json', `${dead}.txt`];
    for (const file of [alive, dead, elsewhere, old, ...others]) writeFileSync(at(file), 'x');
    mkdirSync(at(name(boot, namespace, pid, Number(start) - 3)));
    symlinkSync('x', at(name(boot, namespace, pid, Number(start) - 4)));
    utimesSync(at(old), 1, 1);
    expect(write(at('x'), 'x')).toBe('written');
    const link = name(boot, namespace, pid, Number(start) - 4);
    expect(readdirSync(folder).sort()).toEqual([alive, elsewhere, link, ...others, 'x'].sort());
  });
});

test('what is collected for standard output and finds no room: it is the disk of temporary files that is named', () => {
  const program = `import { openOutput } from ${JSON.stringify(join(import.meta.dirname, 'file-output.ts'))};
    const { sink } = openOutput('-', {});
    try { sink.write(new Uint8Array(1 << 20)); sink.flush(); } catch (error) { console.error(error.message); }`;
  writeFileSync(at('program.mts'), program);
  const run = spawnSync(
    '/bin/sh',
    ['-c', 'ulimit -f 8; exec "$0" --import tsx "$1"', process.execPath, at('program.mts')],
    {
      encoding: 'utf8',
      env: { ...process.env, TMPDIR: folder, TSX_DISABLE_CACHE: '1' },
    },
  );
  expect(run.stderr).toContain(`${folder} cannot be written`);
});
