/** Files that a thread writes: the same bytes, the same errors, and nothing left of what was not wanted. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ByteSource } from '../byte-source.ts';
import { fileSource } from '../file-source.ts';
import { DirectoryOutput } from './directory-output.ts';
import { openOutput } from './file-output.ts';
import { FileWriter } from './file-writer.ts';
import { leastAsideBytes } from './written-aside.ts';

const kib = 1024;
const size = leastAsideBytes + 12345;

let directory = '';
let bytes = Buffer.alloc(0);
let source: ByteSource;
const at = (name: string) => join(directory, name);

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'cr-aside-'));
  // No two blocks are alike, nor do they repeat within a block.
  const words = new Uint32Array(Math.ceil(size / 4)).map((_, index) => Math.imul(index + 1, 0x9e3779b1));
  bytes = Buffer.from(words.buffer, 0, size);
  writeFileSync(at('source'), bytes);
  source = fileSource(at('source'));
});
afterAll(() => {
  source.close();
  rmSync(directory, { recursive: true });
});

const isEqual = (path: string, expected: Buffer): boolean => readFileSync(path).equals(expected);

describe.each([undefined, 'records', 'pages'] as const)('a file that is read back: %s', (readBack) => {
  const writerOf = (name: string) => new FileWriter(at(name), at(name), 0o600, readBack);

  test('holds copies, bytes between them, patches and holes where they belong', () => {
    const name = `mixed-${readBack}`;
    const writer = writerOf(name);
    const expected: Buffer[] = [];
    const copied = (offset: number, length: number) => {
      writer.copy(source, offset, length);
      expected.push(bytes.subarray(offset, offset + length));
    };
    const written = (text: string) => {
      writer.write(Buffer.from(text));
      expected.push(Buffer.from(text));
    };
    written('head');
    for (let run = 0; run < 300; run++) {
      copied(run * 100 * kib + run, 90 * kib + 7 * run);
      written(`header ${run}`);
    }
    copied(5, 100);
    writer.skip(64 * kib);
    expected.push(Buffer.alloc(64 * kib));
    copied(4096, 20 * 1024 * kib);
    writer.patch(2, Buffer.from('patched'));
    writer.patch(writer.position - 3, Buffer.from('end'));
    writer.finish();
    const whole = Buffer.concat(expected);
    whole.write('patched', 2);
    whole.write('end', whole.length - 3);
    expect(isEqual(at(name), whole)).toBe(true);
  });

  test('can be read while it is written', () => {
    const name = `read-${readBack}`;
    const writer = writerOf(name);
    for (let run = 0; run < 30; run++) {
      writer.write(Buffer.from(`header ${run}`.padEnd(16)));
      writer.copy(source, run * 1024 * kib, 1024 * kib);
    }
    writer.patch(0, Buffer.from('Header'));
    writer.send();
    const read = writer.reading(fileSource(at(name)));
    for (let run = 29; run >= 0; run--) {
      const start = run * (1024 * kib + 16);
      const header = Buffer.from(read.view(start, 16)).toString();
      expect(header.toLowerCase().trim()).toBe(`header ${run}`);
      const tail = new Uint8Array(100);
      read.readInto(tail, start + 16 + 1024 * kib - 100);
      expect(Buffer.compare(tail, bytes.subarray((run + 1) * 1024 * kib - 100, (run + 1) * 1024 * kib))).toBe(
        0,
      );
    }
    expect(Buffer.from(read.view(0, 6)).toString()).toBe('Header');
    read.close();
    writer.finish();
  });

  test.each([
    ['as foreseen', (writer: FileWriter) => writer.copy(source, 0, size), () => bytes],
    [
      'shorter than foreseen',
      (writer: FileWriter) => writer.copy(source, 0, 5000),
      () => bytes.subarray(0, 5000),
    ],
    [
      'other than foreseen',
      (writer: FileWriter) => {
        writer.copy(source, 0, 100_000);
        writer.write(Buffer.from('other'));
        writer.copy(source, 7, size - 7);
      },
      () => Buffer.concat([bytes.subarray(0, 100_000), Buffer.from('other'), bytes.subarray(7)]),
    ],
    ['empty', () => {}, () => Buffer.alloc(0)],
  ])('is %s', (what, write, expected) => {
    const name = `${what}-${readBack}`;
    const writer = writerOf(name);
    writer.foresee(source);
    write(writer);
    writer.finish();
    expect(isEqual(at(name), expected())).toBe(true);
  });

  test('an input that becomes shorter is told as such', () => {
    const path = at(`shrinking-${readBack}`);
    writeFileSync(path, bytes);
    const shrinking = fileSource(path);
    truncateSync(path, 1000);
    const writer = writerOf(`of-shrinking-${readBack}`);
    const copied = () => {
      writer.copy(shrinking, 0, size);
      writer.finish();
    };
    expect(copied).toThrow(`${path} became shorter while it was read`);
    writer.abandon();
    shrinking.close();
  });
});

test('several files at a time, each with its own error', () => {
  const path = at('gone');
  writeFileSync(path, bytes);
  const gone = fileSource(path);
  truncateSync(path, 1000);
  const writers = ['good', 'bad', 'fine'].map((name) => new FileWriter(at(name), at(name)));
  const [good, bad, fine] = writers as [FileWriter, FileWriter, FileWriter];
  good.copy(source, 0, size);
  bad.copy(gone, 0, size);
  fine.copy(source, 1, size - 1);
  expect(() => bad.finish()).toThrow('became shorter');
  good.finish();
  fine.finish();
  bad.abandon();
  gone.close();
  expect([isEqual(at('good'), bytes), isEqual(at('fine'), bytes.subarray(1))]).toEqual([true, true]);
});

test('a directory has what was foreseen only if it came', () => {
  const output = new DirectoryOutput(at('images'), {});
  output.foresee('pages-1.img', source);
  output.foresee('pages-2.img', source);
  const file = output.create('pages-1.img');
  file.copy(source, 0, size);
  file.close();
  output.commit();
  expect(readdirSync(at('images')).sort()).toEqual(['.cr-tools-files.json', 'pages-1.img']);
  expect(isEqual(at('images/pages-1.img'), bytes)).toBe(true);
});

test('nothing is left of what is given up while it is written', () => {
  const output = new DirectoryOutput(at('given-up'), {});
  output.foresee('pages-1.img', source);
  const file = output.create('pages-2.img');
  file.copy(source, 0, size);
  file.close();
  output.discard();
  const single = openOutput(at('single'), { readBack: 'records' });
  single.sink.copy(source, 0, size);
  single.discard();
  expect(readdirSync(directory).filter((name) => /given-up|single|\.cr-/.test(name))).toEqual([]);
});

describe('a disk that is full', () => {
  const volume = mkdtempSync(join(tmpdir(), 'cr-full-'));
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'none', volume]).status === 0;
  afterAll(() => {
    if (isMounted) spawnSync('umount', ['-l', volume]);
    rmSync(volume, { recursive: true });
  });

  test.skipIf(!isMounted).each([undefined, 'records', 'pages'] as const)(
    'is told of the output, read back: %s (root)',
    (readBack) => {
      const path = join(volume, 'out');
      const output = openOutput(path, { readBack });
      const copied = () => {
        output.sink.copy(source, 0, size);
        output.commit();
      };
      expect(copied).toThrow(`${path} cannot be written: no space is left on the device`);
      output.discard();
      expect(readdirSync(volume)).toEqual([]);
    },
  );
});

test('what lies in the middle of a file is copied from there', () => {
  const part: ByteSource = {
    ...source,
    name: 'part',
    size: leastAsideBytes,
    onDisk: () => ({ ...source.onDisk?.(), start: 333 }) as ReturnType<NonNullable<ByteSource['onDisk']>>,
  };
  const writer = new FileWriter(at('part'), at('part'));
  writer.copy(part, 10, leastAsideBytes - 10);
  writer.finish();
  expect(isEqual(at('part'), bytes.subarray(343, 333 + leastAsideBytes))).toBe(true);
});
