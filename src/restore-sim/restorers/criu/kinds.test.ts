/**
 * Kinds of image directories, made by edits of real dumps: what a directory is called, what is said of it, and what a
 * rehearsal and a validation make of it. Both have to say the same.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kindOfDirectory } from '../../../model/from-criu/directory-kind.ts';
import { pageFlags } from '../../../model/from-criu/pagemap-facts.ts';
import {
  criuArchives,
  type OpenedArchive,
  openCriuArchive,
} from '../../../model/from-criu/testing/criu-images.ts';
import { change, editImage, type FileEdit } from '../../../model/from-criu/testing/edit-image.ts';
import { findImageDirectories, type ImageDirectory, openTree } from '../../../parse/criu/index.ts';
import { judgeCriuImage } from '../../../validate/criu/judge.ts';
import { simulateCriuRestore } from './simulate.ts';

let counter: OpenedArchive;
beforeAll(async () => {
  counter = await openCriuArchive(criuArchives.get('counter.tar.gz')!);
});
afterAll(() => counter.root.close());

const page = 4096;
const pagesOfTask = 16;
/** In the stack, the heap and the anonymous areas of the program; the others are never left behind. */
const lazyPages = 8;

const entries = (fields: (old: { flags: number }) => object) =>
  change(({ vaddr }) => vaddr !== undefined, fields);
/** As `criu dump --lazy-pages` writes it (criu/page-xfer.c): the flag without PE_PRESENT, and no bytes. */
const lazy: FileEdit = entries(({ flags }) => ({
  flags: (flags & pageFlags.lazy) === 0 ? flags : pageFlags.lazy,
}));
const field9 = { $unknown: [{ number: 9, wireType: 2, bytes: Uint8Array.of(2, 0xbc, 5) }] };
const tasks = ['pstree', 'core-1', 'mm-1', 'ids-1', 'fs-1', 'fdinfo-2', 'files', 'memfd', 'pagemap-shmem-30'];
const without = Object.fromEntries(tasks.map((name) => [`${name}.img`, null]));

const head = (pages_id: number): FileEdit =>
  change(
    (_, index) => index === 0,
    () => ({ pages_id }),
  );
/** The bytes of a file of the sample under another name. */
const copyOf = (name: string): Uint8Array => {
  const source = counter.directory.open(name)!;
  const bytes = source.view(0, source.size).slice();
  source.close();
  return bytes;
};

interface Row {
  readonly what: string;
  readonly edits: () => Readonly<Record<string, FileEdit>>;
  readonly kind: string;
  readonly title: RegExp;
  readonly findings: readonly string[];
  readonly verdict: string;
  readonly conditions?: readonly string[];
}

const rows: readonly Row[] = [
  {
    what: 'nothing',
    edits: () => ({}),
    kind: 'full-dump',
    title: /^full dump$/,
    findings: [],
    verdict: 'restores',
  },
  {
    what: 'memory left with the source',
    edits: () => ({ 'pagemap-1.img': lazy, 'pages-2.img': new Uint8Array((pagesOfTask - lazyPages) * page) }),
    kind: 'lazy-dump',
    title: /32 KiB of memory stayed with the source/,
    findings: ['criu-lazy-dump'],
    verdict: 'restores',
    conditions: ['lazy-pages-needed'],
  },
  {
    what: 'lazy entries whose bytes are there: damage',
    edits: () => ({ 'pagemap-1.img': lazy }),
    kind: 'full-dump',
    title: /^full dump$/,
    findings: [],
    verdict: 'fails',
  },
  {
    what: 'a field of pagemap entries that is not known, and fewer bytes',
    edits: () => ({ 'pagemap-1.img': entries(() => field9), 'pages-2.img': new Uint8Array(9000) }),
    kind: 'full-dump',
    title: /written by a newer CRIU/,
    findings: ['criu-unknown-pages'],
    verdict: 'restores',
    conditions: ['newer-criu-needed'],
  },
  {
    what: 'a flag of pagemap entries that is not known, and fewer bytes',
    edits: () => ({
      'pagemap-1.img': entries(({ flags }) => ({ flags: flags | 16 })),
      'pages-2.img': new Uint8Array(9000),
    }),
    kind: 'full-dump',
    title: /written by a newer CRIU/,
    findings: ['criu-unknown-pages'],
    verdict: 'restores',
    conditions: ['newer-criu-needed'],
  },
  {
    // CRIU 4.2 passes over fields that it does not know (criu-restore.md, measured), so it reads plain pages.
    what: 'a field of pagemap entries that is not known, and all bytes',
    edits: () => ({ 'pagemap-1.img': entries(() => field9) }),
    kind: 'full-dump',
    title: /written by a newer CRIU/,
    findings: ['criu-unknown-pages'],
    verdict: 'restores',
  },
  {
    what: 'compressed pages of CRaC',
    edits: () => ({ 'pages-2.img': null, 'pages-2.comp.img': new Uint8Array(5000) }),
    kind: 'full-dump',
    title: /written by CRaC's CRIU/,
    findings: ['criu-unknown-pages'],
    verdict: 'restores',
    conditions: ['newer-criu-needed'],
  },
  {
    what: 'a file of pages that was cut',
    edits: () => ({ 'pages-2.img': new Uint8Array(9000) }),
    kind: 'full-dump',
    title: /^full dump$/,
    findings: [],
    verdict: 'hangs',
  },
  {
    what: 'the memory of a pre-dump',
    edits: () => ({
      ...without,
      'inventory.img': (records) =>
        records.map(
          (record) => ({ ...record, raw: undefined, fields: { img_version: 0, pre_dump_mode: 1 } }) as never,
        ),
    }),
    kind: 'pre-dump',
    title: /memory of a pre-dump/,
    findings: ['criu-pre-dump'],
    verdict: 'fails',
  },
  {
    what: 'memory alone, as before 3.10 and with page servers',
    edits: () => ({ ...without, 'inventory.img': null }),
    kind: 'pre-dump',
    title: /memory of a pre-dump/,
    findings: ['criu-pre-dump'],
    verdict: 'fails',
  },
  {
    what: 'files of an older dump',
    edits: () => ({
      'ids-77.img': copyOf('ids-1.img'),
      'core-78.img': copyOf('core-1.img'),
      'fdinfo-9.img': copyOf('fdinfo-2.img'),
      'pagemap-shmem-777.img': copyOf('pagemap-shmem-30.img'),
      'pages-9.img': new Uint8Array(page),
    }),
    kind: 'full-dump',
    title: /files of an older dump/,
    findings: ['criu-left-over'],
    verdict: 'restores',
  },
  {
    what: 'two pagemaps of one file of pages',
    edits: () => ({ 'pagemap-shmem-30.img': head(2) }),
    kind: 'full-dump',
    title: /files of an older/,
    findings: ['criu-pages-shared', 'criu-left-over'],
    verdict: 'restores',
  },
  {
    what: 'pages in an older image, and no link to it',
    edits: () => ({
      'pagemap-1.img': change(
        (_, index) => index === 1,
        () => ({ flags: pageFlags.parent }),
      ),
    }),
    kind: 'incremental-dump',
    title: /older image that it builds on is missing/,
    findings: ['criu-lost-parent'],
    verdict: 'fails',
  },
];

const asked = ['lazy-pages-needed', 'newer-criu-needed'];

describe.each(rows)('$what', ({ edits, kind, title, findings, verdict, conditions = [] }) => {
  let directory: ImageDirectory;
  beforeAll(() => {
    directory = editImage(counter.directory, edits());
  });

  test('is what it is called', () => {
    const found = kindOfDirectory(directory);
    expect([found.name, found.title]).toEqual([kind, expect.stringMatching(title)]);
    expect(found.findings.map(({ code }) => code)).toEqual(findings);
  });

  test('is rehearsed as such', () => {
    const report = simulateCriuRestore(directory, {});
    expect([report.verdict, report.failures.map(({ help = '' }) => help).join()]).toEqual([
      verdict,
      // Only a file that was cut was cut.
      verdict === 'hangs' ? expect.stringContaining('cut') : expect.not.stringContaining('cut'),
    ]);
    expect(report.conditions.map(({ code }) => code).filter((code) => asked.includes(code))).toEqual(
      conditions,
    );
  });

  test('is validated alike, and the cause is said once', () => {
    const codes = judgeCriuImage(directory).findings.map(({ code }) => code);
    expect(findings.filter((code) => !codes.includes(code))).toEqual([]);
    const followers = ['criu-unknown-field', 'criu-ref-parent-image', 'criu-unknown-file'];
    expect(codes.filter((code) => followers.includes(code))).toEqual([]);
    const stops = codes.filter((code) => code.startsWith('restore-criu-'));
    expect(stops.length > 0).toBe(verdict !== 'restores' && kind !== 'pre-dump');
  });
});

describe.skipIf(!criuArchives.has('prechain.tar.gz'))('a chain of incremental dumps', () => {
  test('is told by its links', async () => {
    const root = await openTree(criuArchives.get('prechain.tar.gz')!, () => {});
    const kinds = findImageDirectories(root, () => {}).map((directory) => {
      const { name, title, findings } = kindOfDirectory(directory);
      return [directory.name.split('/').at(-1), name, title, findings.map(({ code }) => code)];
    });
    root.close();
    expect(kinds).toEqual([
      ['img', 'incremental-dump', 'incremental dump, on top of 2 older images', []],
      ['pre1', 'pre-dump', 'memory of a pre-dump, without processes', ['criu-pre-dump']],
      [
        'pre2',
        'pre-dump',
        'memory of a pre-dump, without processes, on top of 1 older image',
        ['criu-pre-dump'],
      ],
    ]);
  });
});
