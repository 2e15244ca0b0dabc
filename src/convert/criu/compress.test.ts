/** Pages compressed and plain again, and left to an older image: the same memory, byte for byte. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kindOfDirectory } from '../../model/from-criu/directory-kind.ts';
import { openCriuArchive } from '../../model/from-criu/testing/criu-images.ts';
import { MemorySink } from '../../parse/bytes/byte-sink.ts';
import { type ImageDirectory, memoryDirectory } from '../../parse/criu/index.ts';
import { projectRoot } from '../../test-support/images.ts';
import { type ConvertCriuOptions, convertCriu } from './convert.ts';
import { comparePages } from './verify-pages.ts';

function convert(directory: ImageDirectory, options: ConvertCriuOptions) {
  const problems: string[] = [];
  const { files, close } = convertCriu(directory, { ...options, report: ({ code }) => problems.push(code) });
  const made: Record<string, Uint8Array> = {};
  for (const { name, write } of files) {
    const sink = new MemorySink();
    write(sink);
    made[name] = sink.result();
  }
  close();
  return { problems, files: made, directory: memoryDirectory(made) };
}

const bytesIn = (files: Record<string, Uint8Array>): number =>
  Object.entries(files).reduce(
    (sum, [name, bytes]) => sum + (name.startsWith('pages-') ? bytes.length : 0),
    0,
  );

const samples = ['counter', 'sysvipc', 'pipes'].map((name) =>
  join(projectRoot, 'samples', 'criu', `${name}.tar.gz`),
);

describe.each(samples)('%s', (path) => {
  const opened = openCriuArchive(path);

  test.each(['page', 'block'] as const)('compressed by %s and plain again', async (unit) => {
    const { directory } = await opened;
    const plain = convert(directory, {});
    const packed = convert(plain.directory, { compress: unit });
    expect(packed.problems).toEqual([]);
    expect(bytesIn(packed.files)).toBeLessThan(bytesIn(plain.files) / 2);
    const kind = kindOfDirectory(packed.directory);
    expect(kind.findings.map(({ code }) => code)).toEqual(['criu-compressed-pages']);
    expect(comparePages(plain.directory, packed.directory)).toMatchObject({ problems: [] });
    const again = convert(packed.directory, {});
    expect(again.problems).toEqual([]);
    expect(Object.keys(again.files)).toEqual(Object.keys(plain.files));
    const others = Object.keys(again.files).filter(
      (name) => Buffer.compare(again.files[name]!, plain.files[name]!) !== 0,
    );
    expect(others).toEqual([]);
  });

  test('pages that are not all there are said, and nothing is made of them', async () => {
    const { files } = convert((await opened).directory, {});
    const cut = Object.fromEntries(
      Object.entries(files).map(([name, bytes]) => [
        name,
        /^pages-/.test(name) ? bytes.slice(0, -100) : bytes,
      ]),
    );
    const directory = memoryDirectory(cut);
    const base = memoryDirectory(files);
    for (const options of [{ compress: 'block' }, { delta: { base, link: '../base' } }] as const)
      expect(convert(directory, options).problems).toContain('pages-not-understood');
  });

  test('on top of itself nothing is left to store, and a changed page is', async () => {
    const base = convert((await opened).directory, {});
    const same = convert(base.directory, { delta: { base: base.directory, link: 'parent' } });
    expect(same.problems).toEqual([]);
    const own = Object.keys(base.files).filter(
      (name) => name.startsWith('pagemap-') && !name.includes('shmem'),
    );
    expect(own.length).toBeGreaterThan(0);
    expect(bytesIn(same.files)).toBeLessThan(bytesIn(base.files));
    // The head of a pagemap ends with the number of its file of pages.
    const largest = `pages-${base.files[own[0]!]![13]}.img`;
    const edited = base.files[largest]!.slice();
    edited[5000]! ^= 0xff;
    const next = memoryDirectory({ ...base.files, [largest]: edited });
    const child = convert(next, { delta: { base: base.directory, link: '../base' } });
    expect(bytesIn(child.files) - bytesIn(same.files)).toBe(4096);
  });
});
