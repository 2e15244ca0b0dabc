/** What counts as an input of a run, under which names, and for how long. */
import {
  closeSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hostDirectory } from '../archive/host-directory.ts';
import { openBytes } from '../archive/open-bytes.ts';
import { openPlace } from '../archive/open-place.ts';
import { readDocument } from './document.ts';
import { fileSource } from './file-source.ts';
import { notedInputs, noteOfThread, withInputs } from './inputs.ts';
import { openOutput } from './output/file-output.ts';
import { temporaryPath } from './output/temporary.ts';

let folder = '';
const at = (name: string) => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'inputs-test-'));
  mkdirSync(at('images'));
  mkdirSync(at('older'));
  for (const name of ['a', 'b', 'images/one.img', 'images/two.img', 'images/notes', 'older/one.img'])
    writeFileSync(at(name), name);
  symlinkSync('../older', at('images/parent'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Whether it is replaced; it is then put back. */
function isReplaced(name: string, updates?: string): boolean {
  const before = readFileSync(at(name), 'utf8');
  try {
    const output = openOutput(at(name), { force: true, updates });
    output.sink.write(Buffer.from('other'));
    output.commit();
    output.discard();
  } catch (error) {
    expect((error as Error).message).toMatch(/cannot be written: it is, or holds, the input /);
    expect(readFileSync(at(name), 'utf8')).toBe(before);
    return false;
  }
  writeFileSync(at(name), before);
  return true;
}

const replacedOf = (...names: readonly string[]) => names.filter((name) => isReplaced(name));

test('a file and a document are, and what stands beside them is not', () =>
  withInputs(() => {
    fileSource(at('a')).close();
    expect(replacedOf('a', 'b')).toEqual(['b']);
    readDocument(at('b'));
    expect(replacedOf('a', 'b')).toEqual([]);
    expect(isReplaced('b', at('b'))).toBe(true);
  }));

test('what a program of the library read before, it may replace', async () => {
  await withInputs(() => fileSource(at('a')).close());
  expect(isReplaced('a')).toBe(true);
  await withInputs(() => expect(isReplaced('a')).toBe(true));
  await expect(
    withInputs(() => {
      fileSource(at('a')).close();
      throw new Error('it failed');
    }),
  ).rejects.toThrow('it failed');
  expect(isReplaced('a')).toBe(true);
  // Runs at the same time are one.
  await withInputs(async () => {
    await withInputs(() => fileSource(at('a')).close());
    expect(isReplaced('a')).toBe(false);
  });
});

test('also after it was waited for', () =>
  withInputs(async () => {
    fileSource(at('a')).close();
    await new Promise((done) => setTimeout(done, 1));
    expect(isReplaced('a')).toBe(false);
  }));

test('a directory is as soon as a file in it is opened, not when its names are seen', () =>
  withInputs(() => {
    const directory = hostDirectory(at('images'));
    directory.list();
    expect(replacedOf('images/one.img', 'images/notes')).toEqual(['images/one.img', 'images/notes']);
    directory.open('two.img')?.close();
    expect(replacedOf('images/one.img', 'images/notes', 'older/one.img')).toEqual(['older/one.img']);
    directory.directory('parent');
    expect(replacedOf('older/one.img', 'a')).toEqual(['a']);
  }));

test('of the directory around a file that was named, the files of the image are', () =>
  withInputs(() => {
    const directory = hostDirectory(at('images'), { isPart: (name) => name.endsWith('.img') });
    directory.open('two.img')?.close();
    expect(replacedOf('images/one.img', 'images/notes')).toEqual(['images/notes']);
    directory.open('notes')?.close();
    expect(replacedOf('images/notes', 'a')).toEqual(['a']);
  }));

test('files of a directory are under other names, too', () => {
  linkSync(at('images/one.img'), at('hard'));
  linkSync(at('a'), at('other'));
  symlinkSync('images', at('soft'));
  mkdirSync(at('images/below'));
  writeFileSync(at('images/below/x'), 'x');
  return withInputs(async () => {
    await openPlace(at('soft'));
    expect(replacedOf('hard', 'soft/two.img', 'images/below/x', 'other')).toEqual(['other']);
  });
});

test('standard input is, where it is a file', async () => {
  const fd = openSync(at('a'), 'r');
  await withInputs(() => {
    openBytes(`/proc/self/fd/${fd}`).source.close();
    expect(replacedOf('a', 'b')).toEqual(['b']);
  });
  closeSync(fd);
});

test('a descriptor that would write over it is refused, one that appends is not', () =>
  withInputs(() => {
    fileSource(at('a')).close();
    for (const [flags, isWritten] of [
      ['r+', false],
      ['a', true],
    ] as const) {
      const fd = openSync(at('a'), flags);
      const write = () => {
        const output = openOutput(`/dev/fd/${fd}`, {});
        output.sink.write(Buffer.from('+'));
        output.commit();
      };
      if (isWritten) write();
      else expect(write).toThrow('it is, or holds, the input');
      closeSync(fd);
    }
    expect(readFileSync(at('a'), 'utf8')).toBe('a+');
  }));

test('what threads have read comes with their answers', async () => {
  const noted = await withInputs(() => {
    fileSource(at('a')).close();
    hostDirectory(at('images')).open('one.img')?.close();
    return structuredClone(notedInputs());
  });
  await withInputs(() => {
    noteOfThread(noted);
    expect(replacedOf('a', 'images/two.img', 'b')).toEqual(['b']);
  });
});

test('what a killed run left is not removed while somebody reads it', async () => {
  const left = '.cr-00000000-1-999999-1-0123456789ab.partial';
  writeFileSync(at(left), 'x');
  utimesSync(at(left), 0, 0);
  await withInputs(() => {
    fileSource(at(left)).close();
    temporaryPath(folder);
    expect(readFileSync(at(left), 'utf8')).toBe('x');
  });
  temporaryPath(folder);
  expect(() => readFileSync(at(left))).toThrow('ENOENT');
});
