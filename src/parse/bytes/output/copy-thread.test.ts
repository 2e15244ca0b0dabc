/** Large copies that a thread makes: what is there afterwards, what is read meanwhile, and what is said when they fail. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { nodeModule } from '../../../node-module.ts';
import { rangeSource } from '../../archive/windowed-source.ts';
import { fileSource } from '../file-source.ts';
import { writtenListName } from '../written-list.ts';
import { CopyThread, leastThreadBytes } from './copy-thread.ts';
import { DirectoryOutput } from './directory-output.ts';
import { openOutput } from './file-output.ts';

let folder = '';
const at = (name: string) => join(folder, name);
const large = new Uint8Array(leastThreadBytes + 4097);
for (let index = 0; index < large.length; index++) large[index] = (index * 31 + (index >> 12)) & 0xff;
const digits = new TextEncoder().encode('0123456789');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'copy-thread-test-'));
  writeFileSync(at('large'), large);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a file that is all a copy is read from its original until it is there', () => {
  const whole = fileSource(at('large'));
  // Of a whole file there may be a clone at once.
  const source = rangeSource(whole, 0, whole.size - 1, 'part');
  const output = new DirectoryOutput(at('out'), {});
  const file = output.create('pages');
  file.copy(source, 0, source.size);
  file.close();
  const small = output.create('small');
  small.write(digits);
  small.close();
  expect([...output.originals.keys()]).toEqual(['pages']);
  expect(output.originals.get('pages')?.view(4096, 3)).toEqual(large.subarray(4096, 4099));
  output.commit();
  whole.close();
  expect(readFileSync(at('out/pages')).equals(large.subarray(0, -1))).toBe(true);
  expect(readdirSync(at('out')).sort()).toEqual([writtenListName, 'pages', 'small']);
});

test('a part of a file between other bytes is where it belongs, and a patch of it comes last', () => {
  const source = fileSource(at('large'));
  const part = rangeSource(source, 1, leastThreadBytes, 'part');
  const output = openOutput(at('out'), {});
  output.sink.write(digits);
  output.sink.copy(part, 0, part.size);
  output.sink.write(digits);
  output.sink.patch(20, digits);
  const expected = Buffer.concat([digits, large.subarray(1, leastThreadBytes + 1), digits]);
  expected.set(digits, 20);
  const back = output.readBack();
  expect(back.view(0, 40)).toEqual(new Uint8Array(expected.subarray(0, 40)));
  back.close();
  output.commit();
  source.close();
  expect(readFileSync(at('out')).equals(expected)).toBe(true);
});

test('a file of a directory that is a copy in part is there when it is closed', () => {
  const source = fileSource(at('large'));
  const output = new DirectoryOutput(at('out'), {});
  const file = output.create('pages');
  file.write(digits);
  file.copy(source, 0, source.size);
  file.close();
  expect(output.originals.size).toBe(0);
  expect(readFileSync(join(output.temporaryPath, 'pages')).equals(Buffer.concat([digits, large]))).toBe(true);
  output.discard();
  source.close();
  expect(readdirSync(folder)).toEqual(['large']);
});

test('a source that became shorter is an error of the source, and nothing is left', () => {
  const source = fileSource(at('large'));
  truncateSync(at('large'), 1000);
  const output = openOutput(at('out'), {});
  output.sink.copy(source, 0, source.size);
  expect(() => output.commit()).toThrow(`${at('large')} became shorter while it was read`);
  output.discard();
  source.close();
  expect(readdirSync(folder)).toEqual(['large']);
});

test('very many copies hold few files open', () => {
  const source = fileSource(at('large'));
  const copies = new CopyThread();
  const openFiles = () => readdirSync('/proc/self/fd').length;
  const before = openFiles();
  for (let index = 0; index < 200; index++) {
    writeFileSync(at(`copy-${index}`), '');
    const target = { path: at(`copy-${index}`), shown: `copy-${index}`, position: 0 };
    expect(copies.begin(source, index, 10, target)).toBe(true);
    expect(openFiles() - before).toBeLessThan(50);
  }
  copies.wait();
  source.close();
  for (let index = 0; index < 200; index++)
    expect(readFileSync(at(`copy-${index}`)).equals(large.subarray(index, index + 10))).toBe(true);
});

test('where no thread can be started, the writer copies', () => {
  vi.spyOn(nodeModule('node:worker_threads'), 'Worker').mockImplementation(() => {
    throw new Error('ERR_WORKER_INIT_FAILED');
  });
  const source = fileSource(at('large'));
  const output = openOutput(at('out'), {});
  output.sink.copy(rangeSource(source, 1, large.length - 1, 'part'), 0, large.length - 1);
  output.commit();
  vi.restoreAllMocks();
  source.close();
  expect(readFileSync(at('out')).equals(large.subarray(1))).toBe(true);
});

test('what is given up while it is copied leaves nothing', () => {
  const source = fileSource(at('large'));
  const output = new DirectoryOutput(at('out'), {});
  const file = output.create('pages');
  file.copy(source, 0, source.size);
  file.close();
  output.discard();
  source.close();
  expect(readdirSync(folder)).toEqual(['large']);
});
