/** Laws over every file of every real image: the samples, and the larger collection where it is at hand. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostic.ts';
import type { ImageDirectory } from '../archive/image-directory.ts';
import { openTree } from '../archive/open-tree.ts';
import { MemorySink } from '../bytes/byte-sink.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { parseCritJson, writeCritJson } from './crit-text.ts';
import { decodeFile } from './decode-file.ts';
import { detectRelease } from './detect-release.ts';
import { encodeFile } from './encode-file.ts';
import { findImageDirectories } from './find-images.ts';
import { fromCritJson } from './from-crit-json.ts';
import { fileFromJson } from './from-json.ts';
import { identifyFile, imageType } from './image-types.ts';
import { writeFileJson } from './to-json.ts';

const samples = fileURLToPath(new URL('../../../samples/criu/', import.meta.url));
const collection = fileURLToPath(new URL('../../../../shared/images/criu/', import.meta.url));
const folders = [samples, collection, `${collection}archives/`].filter((folder) => existsSync(folder));
const archives = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.tar(\.gz|\.zst)?$/.test(name))
    .map((name) => folder + name),
);

// The page contents of prechain are 33 MB: one look at them is enough.
const jsonLimitBytes = 4_000_000;

const ignore = (): void => {};
const open: ImageDirectory[] = [];
afterAll(() => {
  for (const tree of open) tree.close();
});

async function directoriesOf(archive: string): Promise<readonly ImageDirectory[]> {
  const tree = await openTree(archive, (diagnostic) => expect.fail(diagnostic.message));
  open.push(tree);
  return findImageDirectories(tree, (diagnostic) => expect.fail(diagnostic.message));
}

function* filesOf(directories: readonly ImageDirectory[]): Generator<[string, string, ByteSource]> {
  for (const directory of directories) {
    for (const { name, kind } of directory.list()) {
      if (kind !== 'file') continue;
      const source = directory.open(name) as ByteSource;
      yield [`${directory.name}/${name}`, name, source];
      source.close();
    }
  }
}

function same(sink: MemorySink, source: ByteSource): boolean {
  return Buffer.compare(sink.result(), source.view(0, source.size)) === 0;
}

test.skipIf(!existsSync(collection))('the larger collection of real images is at hand', () =>
  expect(archives.length).toBeGreaterThan(25),
);

test('the list of archives is not empty', () => expect(archives.length).toBeGreaterThanOrEqual(7));

describe.each(archives)('%s', (archive) => {
  test('decode and encode give the same bytes, and nothing is unknown', async () => {
    const directories = await directoriesOf(archive);
    expect(directories.length).toBeGreaterThan(0);
    const diagnostics: Diagnostic[] = [];
    let count = 0;
    for (const [path, name, source] of filesOf(directories)) {
      const { header, records } = decodeFile(source, name, (diagnostic) => diagnostics.push(diagnostic));
      const sink = new MemorySink();
      encodeFile(header, records(), sink, source);
      expect(same(sink, source), path).toBe(true);
      count += 1;
    }
    expect(count).toBeGreaterThan(0);
    // sem-truncated among the damaged ones; stats-dump before 3.5, which lacks a field that is required now.
    const expected = ['criu-truncated-payload', 'criu-missing-newer-field'];
    expect(diagnostics.filter(({ code }) => !expected.includes(code))).toEqual([]);
  });

  test('the lossless JSON gives the same bytes, with references and inline', async () => {
    for (const [path, name, source] of filesOf((await directoriesOf(archive)).slice(0, 3))) {
      if (source.size > jsonLimitBytes) continue;
      for (const inline of [false, true]) {
        const { header, records } = decodeFile(source, name, ignore);
        let text = '';
        const write = (piece: string): void => {
          text += piece;
        };
        writeFileJson(header, records(), write, { inline, source });
        const file = fileFromJson(JSON.parse(text), source);
        const sink = new MemorySink();
        encodeFile(file.header, file.records, sink, inline ? undefined : source);
        expect(same(sink, source), `${path} inline ${inline}`).toBe(true);
      }
    }
  });

  test('crit JSON gives the same bytes, plain and pretty', async () => {
    for (const [path, name, source] of filesOf((await directoriesOf(archive)).slice(0, 1))) {
      const type = identifyFile(name)?.type;
      if (type === undefined || imageType(type).message === undefined) continue;
      for (const pretty of [false, true]) {
        const file = fromCritJson(parseCritJson(critText(source, name, pretty)), name);
        const sink = new MemorySink();
        encodeFile(file.header, file.records, sink);
        // crit knows the two-word head only, so an image of 1.5 gains a word.
        const extra = file.header.magics.length - decodeFile(source, name, ignore).header.magics.length;
        const bytes = Buffer.from(sink.result()).subarray(4 * extra);
        expect(Buffer.compare(bytes, source.view(0, source.size)), `${path} pretty ${pretty}`).toBe(0);
      }
    }
  });
});

function critText(source: ByteSource, name: string, pretty: boolean): string {
  const { header, records } = decodeFile(source, name, ignore);
  let text = '';
  const write = (piece: string): void => {
    text += piece;
  };
  writeCritJson(header, records(), write, { pretty, source, report: (d) => expect.fail(d.message) });
  return text;
}

test('crit JSON is what crit prints', async () => {
  const lines = readFileSync(`${samples}crit-output.txt`, 'utf8').trim().split('\n');
  const expected = new Map(
    lines.map((line) => line.split(' ')).map(([hash, mode, path]) => [`${mode} ${path}`, hash]),
  );
  const seen = new Map<string, string>();
  for (const sample of new Set(lines.map((line) => line.split(' ')[2]?.split('/')[0] as string))) {
    const directories = await directoriesOf(`${samples}${sample}.tar.gz`);
    for (const [, name, source] of filesOf(directories)) {
      for (const mode of ['plain', 'pretty']) {
        const key = `${mode} ${sample}/${name}`;
        if (!expected.has(key)) continue;
        const text = critText(source, name, mode === 'pretty').trimEnd();
        seen.set(key, createHash('sha256').update(text).digest('hex').slice(0, 16));
      }
    }
  }
  expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(expected));
});

const ranges: readonly (readonly [name: string, range: string])[] = [
  ['v1.5-tree', '1.4 before 1.6'],
  ['v1.8-sysvipc', '1.8 before 2.0'],
  ['v1.8-threads', '1.8 before 2.0'],
  ['v2.12-pty', '2.6 before 3.1'],
  ['v2.12-tree', '2.5 before 3.1'],
  ['v3.12-sysvipc', '3.11 before 3.16'],
  ['v3.19-tree', '3.19 before 4.1'],
  ['counter', '4.2'],
  ['i386-tree', '4.2'],
  ['tcpest', '4.2'],
];

test('the release that wrote an image lies in the range found', async () => {
  for (const [name, range] of ranges) {
    const archive = archives.find((path) => path.endsWith(`/${name}.tar.gz`));
    if (archive === undefined) continue;
    const [directory] = await directoriesOf(archive);
    const found = detectRelease(directory as ImageDirectory);
    expect([found.from, ...(found.before ? ['before', found.before] : [])].join(' '), name).toBe(range);
    expect(found).toMatchObject({ consistent: true, preDump: false });
    expect(found.evidence.length).toBeGreaterThan(1);
  }
});

test.skipIf(!existsSync(collection))('pre-dumps are told from dumps', async () => {
  const directories = await directoriesOf(`${collection}prechain.tar.gz`);
  expect(directories.map((directory) => detectRelease(directory).preDump)).toEqual([false, true, true]);
});
