/** Roots that are plain data against what images need: each code. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { directoryRoot } from '../../../../cli/root-view.ts';
import type { Checkpoint, MemoryArea, PageBlock } from '../../../../model/checkpoint.ts';
import { memorySource } from '../../../../parse/bytes/byte-source.ts';
import { checkRoot, preparation, rootCodes } from './index.ts';
import { checkpointOfSample, type Entry, rootOf, rowsOf, withOpenFile } from './testing/checkpoints.ts';
import { bounds, boundsOf, program, whole } from './testing/program.ts';
import type { Preparation } from './types.ts';

const noImage = memorySource(new Uint8Array(0));
const forCriu = (checkpoint: Checkpoint): Preparation => preparation(checkpoint, { target: 'criu' });

const counter = checkpointOfSample('2.6.32-counter');
const codesOf = (checkpoint: Checkpoint, changes: Readonly<Record<string, Entry | undefined>> = {}) => {
  const entries = Object.entries({ ...whole, ...changes }).flatMap(([path, entry]) =>
    entry ? [[path, entry]] : [],
  );
  return checkRoot(forCriu(checkpoint), rootOf(Object.fromEntries(entries)), noImage).map(
    ({ code, path }) => `${code} ${path}`,
  );
};

test('the same tree has nothing wrong', () => {
  expect(codesOf(counter)).toEqual([]);
});

test('a log that was cut since', () => {
  const checkpoint = withOpenFile(counter, 90, { path: '/log', name: '/log', pos: 100n });
  const log = (length: number): Entry => ({ type: 'file', bytes: new Uint8Array(length) });
  expect(codesOf(checkpoint, { '/log': log(99) })).toEqual(['shorter-than-position /log']);
  expect(codesOf(checkpoint, { '/log': log(100) })).toEqual([]);
});

test.each<[string, Readonly<Record<string, Entry | undefined>>, string]>([
  ['nothing at a path', { '/dev/null': undefined }, 'path-missing /dev/null'],
  ['another type', { '/proc': { type: 'file' } }, 'path-type /proc'],
  ['a socket in place of a file', { '/counter': { type: 'socket' } }, 'path-type /counter'],
  [
    'another device',
    { '/dev/null': { type: 'character-device', mode: 0o666, rdev: { major: 1, minor: 5 } } },
    'device-number /dev/null',
  ],
  ['another mode', { '/': { type: 'directory', mode: 0o700 } }, 'mode-differs /'],
  ['a link to nowhere', { '/dev/null': { type: 'dangling', path: '/run/null' } }, 'path-missing /dev/null'],
  [
    'another build of the program',
    {
      '/sbin/init': {
        type: 'file',
        mode: 0o755,
        bytes: program({ ...bounds, endCode: bounds.endCode + 16 }),
      },
    },
    'program-differs /sbin/init',
  ],
  [
    'a script in place of the program',
    { '/sbin/init': { type: 'file', mode: 0o755, bytes: new Uint8Array(0x20000).fill(35) } },
    'program-differs /sbin/init',
  ],
  [
    'a program that was cut',
    { '/sbin/init': { type: 'file', mode: 0o755, bytes: program(bounds).subarray(0, 0x8000) } },
    'program-too-short /sbin/init',
  ],
  [
    'a program that cannot be read',
    { '/sbin/init': { type: 'file', mode: 0o755, size: 0x20000 } },
    'file-unreadable /sbin/init',
  ],
])('%s', (_, changes, expected) => {
  expect(codesOf(counter, changes)).toContain(expected);
});

test('a link into a mount that the restore makes is in order', () => {
  expect(codesOf(counter, { '/counter': { type: 'dangling', path: '/proc/self' } })).toEqual([]);
});

test('a 32-bit program is read by its own layout', () => {
  const checkpoint = checkpointOfSample('2.6.18-counter-32bit');
  const mine = boundsOf(checkpoint);
  const root = (bytes: Uint8Array) => rootOf({ '/bin/wl32': { type: 'file', mode: 0o755, bytes } });
  const codes = (bytes: Uint8Array) =>
    checkRoot(forCriu(checkpoint), root(bytes), noImage)
      .filter(({ path }) => path === '/bin/wl32')
      .map(({ code }) => code);
  expect(codes(program({ ...mine, bits: 32 }))).toEqual([]);
  expect(codes(program({ ...mine, endData: mine.endData + 8, bits: 32 }))).toEqual(['program-differs']);
});

test('the bounds of a program that runs here are those of its headers', () => {
  // proc(5): fields 27, 45 and 46. Kernels of today take the start of code from executable segments only.
  const stat = execFileSync('cat', ['/proc/self/stat'], { encoding: 'utf8' });
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [endCode, startData, endData] = [27, 45, 46].map((number) => BigInt(fields[number - 3] ?? '0'));
  const known = forCriu(counter);
  const cat = execFileSync('sh', ['-c', 'command -v cat'], { encoding: 'utf8' }).trim();
  const paths = known.paths
    .filter(({ path }) => path === '/sbin/init')
    .map((needed) => ({
      ...needed,
      path: cat,
      textEndBytes: 0n,
      shape: { codeBytes: 0n, dataStart: 0n, dataEnd: 0n },
    }));
  const [found] = checkRoot({ ...known, paths }, directoryRoot('/'), noImage).filter(
    ({ code }) => code === 'program-differs',
  );
  const [codeBytes, dataStart, dataEnd] = [...found!.message.matchAll(/0x([0-9a-f]+), was/g)].map(
    ([, digits]) => BigInt(`0x${digits}`),
  );
  expect([dataStart! - codeBytes!, dataEnd! - codeBytes!]).toEqual([
    startData! - endCode!,
    endData! - endCode!,
  ]);
});

describe('text that the image stores', () => {
  const stored = new Uint8Array(3 * 4096).map((_, index) => (index * 7) & 0xff);
  const source = memorySource(stored);
  const memory = [...counter.memories.values()][0]!;
  const areas = [...memory.areas].map((area): MemoryArea => {
    if (area.perms !== 'r-xp' || area.kind !== 'file') return area;
    const content = { offset: 0, length: stored.length };
    const end = area.start + BigInt(stored.length);
    const block: PageBlock = { at: 0, kind: 'stored', start: area.start, end, content };
    return { ...area, blocks: rowsOf([block]) };
  });
  const checkpoint: Checkpoint = {
    ...counter,
    memories: new Map([...counter.memories, [memory.id, { ...memory, areas: rowsOf(areas) }]]),
  };
  const findings = (change: (text: Uint8Array) => void) => {
    const bytes = program(bounds);
    const text = bytes.subarray(0x1000, 0x1000 + stored.length);
    text.set(stored);
    change(text);
    const root = rootOf({ ...whole, '/sbin/init': { type: 'file', mode: 0o755, bytes } });
    return checkRoot(forCriu(checkpoint), root, source).filter(({ path }) => path === '/sbin/init');
  };

  test('is the same', () => expect(findings(() => {})).toEqual([]));

  test('has a breakpoint', () => {
    const found = findings((text) => text.fill(0xcc, 100, 101));
    expect(found.map(({ code, severity }) => [code, severity])).toEqual([['program-text-patched', 'note']]);
    expect(found[0]?.message).toContain(
      'the image stores 3 pages of its text, 1 of them differ in a few bytes',
    );
  });

  test('is of another program', () => {
    const found = findings((text) => text.fill(0, 4096));
    expect(found.map(({ code }) => code)).toEqual(['program-text-differs']);
    expect(found[0]?.message).toContain('3 pages of its text, 2 of them are of another program');
  });

  test('belongs to a file that cannot be read', () => {
    const root = rootOf({ '/sbin/init': { type: 'file', mode: 0o755, size: 0x20000 } });
    const found = checkRoot(forCriu(checkpoint), root, source).filter(({ path }) => path === '/sbin/init');
    expect(found.map(({ code }) => code)).toEqual(['file-unreadable', 'file-unreadable']);
  });
});

describe('where sockets are bound again', () => {
  const checkpoint = checkpointOfSample('2.6.32-files-sockets');
  const codes = (target: Preparation['target'], entry: Entry) =>
    checkRoot(preparation(checkpoint, { target }), rootOf({ '/sock1': entry }), noImage)
      .filter(({ path }) => path === '/sock1')
      .map(({ code }) => code);

  test('a left-over socket stops CRIU only, anything else stops all', () => {
    expect(codes('criu', { type: 'socket' })).toEqual(['left-over-socket']);
    expect(codes('openvz-2.6.32', { type: 'socket' })).toEqual([]);
    expect(codes('criu', { type: 'file' })).toEqual(['socket-place-taken']);
    expect(codes('openvz-2.6.18', { type: 'directory' })).toEqual(['socket-place-taken']);
  });
});

test('sizes that the image records, and names that it cannot', () => {
  const files = checkpointOfSample('2.6.32-files-sockets');
  const deleted = [...files.files.values()].find(({ path }) => path === '/delfile')!;
  const inode = { ...files.inodes.get(deleted.inode!)!, otherPath: '/kept' };
  const checkpoint = { ...files, inodes: new Map([...files.inodes, [inode.id, inode]]) };
  const root = rootOf({ '/kept': { type: 'file', mode: 0o600, size: 4999 } });
  const found = checkRoot(forCriu(checkpoint), root, noImage).find(({ path }) => path === '/kept');
  expect(found?.code).toBe('size-differs');
  expect(found?.message).toBe('/kept has 4999 bytes, the image has 5000');
  const strange = withOpenFile(counter, 90, { path: '/\ufffd\n', name: '/\ufffd\n' });
  expect(codesOf(strange)).toContain('name-not-exact /\ufffd\n');
});

test('every code of the table is raised by a test here', () => {
  const text = readFileSync(fileURLToPath(import.meta.url), 'utf8');
  const raised = Object.keys(rootCodes).filter((code) => text.includes(`'${code}`));
  expect(Object.keys(rootCodes).filter((code) => !raised.includes(code))).toEqual([]);
});
