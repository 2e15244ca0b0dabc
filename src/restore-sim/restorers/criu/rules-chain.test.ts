/** One change to an older image of an incremental chain, and what CRIU 4.2 did with it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kindOfDirectory } from '../../../model/from-criu/directory-kind.ts';
import { chainLimit } from '../../../model/from-criu/image-source.ts';
import {
  criuArchives,
  type OpenedArchive,
  openCriuArchive,
} from '../../../model/from-criu/testing/criu-images.ts';
import { change, editImage, type FileEdit } from '../../../model/from-criu/testing/edit-image.ts';
import {
  type CriuRecord,
  fileName,
  type ImageDirectory,
  parentDirectory,
} from '../../../parse/criu/index.ts';
import type { CriuRestoreCode } from './codes.ts';
import { simulateCriuRestore } from './simulate.ts';

const path = criuArchives.get('prechain.tar.gz');
/** The dump, the pre-dump that it builds on, and the first one. */
const chain: ImageDirectory[] = [];
let opened: OpenedArchive | undefined;

beforeAll(async () => {
  if (path === undefined) return;
  opened = await openCriuArchive(path);
  for (
    let at: ImageDirectory | undefined = opened.directory;
    at !== undefined;
    at = parentDirectory(at, () => {})
  )
    chain.push(at);
});
afterAll(() => opened?.root.close());

/** The directory with a link to an older one, a link that leads nowhere, or none. */
const linked = (
  image: ImageDirectory,
  parent: ImageDirectory | 'nowhere' | 'none' | 'itself',
): ImageDirectory => ({
  ...image,
  list: () => [
    ...image.list().filter(({ name }) => name !== 'parent'),
    ...(parent === 'none' ? [] : [{ name: 'parent', kind: 'link', size: 0, target: '../older' } as const]),
  ],
  directory(name) {
    if (name !== 'parent') return undefined;
    if (parent === 'itself') return this;
    return typeof parent === 'object' ? parent : undefined;
  },
});

const pagemap = fileName('PAGEMAP', 1);
const without = (index: number) => (records: CriuRecord[]) => records.filter((_, at) => at !== index);
const second = (fields: object): FileEdit =>
  change(
    (_, index) => index === 1,
    () => fields,
  );

const rows: readonly (readonly [
  what: string,
  depth: number,
  edits: Readonly<Record<string, FileEdit>>,
  verdict: string,
  code?: CriuRestoreCode,
])[] = [
  ['nothing', 1, {}, 'restores'],
  ['no pagemap in the next older image', 1, { [pagemap]: null }, 'hangs', 'criu-pages-short'],
  ['no pagemap in the oldest image', 2, { [pagemap]: null }, 'fails', 'criu-pages-missing'],
  ['no entry that is asked for', 2, { [pagemap]: without(2) }, 'fails', 'criu-vdso-pages'],
  ['an entry without data', 2, { [pagemap]: second({ flags: 0 }) }, 'fails', 'criu-vdso-pages'],
  ['no entry that newer images have anew', 1, { [pagemap]: without(2) }, 'restores'],
  ['no inventory in an older image', 2, { 'inventory.img': null }, 'restores'],
  ['no pages in the oldest image', 2, { 'pages-1.img': null }, 'fails', 'criu-pages-missing'],
  ['no bytes in the oldest pages', 2, { 'pages-1.img': new Uint8Array(0) }, 'hangs', 'criu-pages-short'],
  ['no pages that newer images have anew', 1, { 'pages-1.img': null }, 'restores'],
  ['a pagemap that is cut', 1, { [pagemap]: new Uint8Array(6) }, 'fails', 'criu-unreadable'],
];

describe.skipIf(path === undefined)('an older image with', () => {
  for (const [what, depth, edits, verdict, code] of rows)
    test(what, () => {
      const image = chain.reduceRight<ImageDirectory | 'none'>(
        (parent, directory, at) => linked(at === depth ? editImage(directory, edits) : directory, parent),
        'none',
      );
      const { verdict: said, failures } = simulateCriuRestore(image as ImageDirectory);
      expect([said, failures[0]?.code]).toEqual([verdict, code]);
    });

  test.each([
    ['a link that leads nowhere', 'nowhere', 'fails', 'criu-pages-missing', "Can't open parent path"],
    ['a link to its own directory', 'itself', 'fails', 'criu-pages-missing', 'Too many open files"; parent'],
    ['no link', 'none', 'hangs', 'criu-pages-short', 'waits for ever'],
  ] as const)('%s', (_, parent, verdict, code, message) => {
    const { verdict: said, failures } = simulateCriuRestore(linked(chain[0]!, parent));
    expect([said, failures[0]?.code]).toEqual([verdict, code]);
    expect(failures[0]?.message).toContain(message);
  });

  test('more older images than are read: what they hold is not judged', () => {
    const own = (directory: ImageDirectory) => ({ ...directory, identity: () => ({}) });
    let image = own(chain[2]!);
    for (let made = 0; made < chainLimit; made++) image = own(linked(chain[1]!, image));
    expect(simulateCriuRestore(linked(chain[0]!, image))).toMatchObject({
      verdict: 'restores',
      failures: [],
    });
    const [finding] = kindOfDirectory(linked(chain[0]!, image)).findings;
    expect(finding?.code).toBe('criu-lost-parent');
    expect(finding?.message).toContain(`which is not read: a chain is read up to ${chainLimit} images`);
  });
});
