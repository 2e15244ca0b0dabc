/** One change to the memory of a good image, and what CRIU 4.2 did with it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  change,
  editImage,
  type FileEdit,
  type LooseFields,
} from '../../../model/from-criu/testing/edit-image.ts';
import type { CriuRecord } from '../../../parse/criu/index.ts';
import { simulateCriuRestore } from './simulate.ts';
import {
  check,
  closeBases,
  counter,
  entry,
  image,
  ipc,
  mm,
  openBases,
  type Row,
  tree,
  vma,
} from './testing/rule-rows.ts';

beforeAll(openBases);
afterAll(closeBases);

const memoryRows: readonly Row[] = [
  {
    what: 'no pages file',
    base: counter,
    edits: { 'pages-2.img': null },
    verdict: 'fails',
    code: 'criu-pages-missing',
    said: "Can't read pages data (-9)",
  },
  {
    what: 'a wrong pages_id',
    base: counter,
    edits: entry('pagemap-1.img', 0, () => ({ pages_id: 77 })),
    verdict: 'fails',
    code: 'criu-pages-missing',
  },
  {
    what: 'a pages file that was cut',
    base: counter,
    edits: { 'pages-2.img': new Uint8Array(4096) },
    verdict: 'hangs',
    code: 'criu-pages-short',
  },
  {
    what: 'entries that overlap',
    base: counter,
    edits: {
      'pagemap-1.img': (records) => [...records.slice(0, 6), records[5] as CriuRecord, ...records.slice(6)],
    },
    verdict: 'hangs',
    code: 'criu-pages-overlap',
  },
  {
    what: 'entries that do not ascend',
    base: counter,
    edits: {
      'pagemap-1.img': (records) =>
        [records[0], records[6], ...records.slice(1, 6), ...records.slice(7)] as CriuRecord[],
    },
    verdict: 'fails',
    code: 'criu-pages-outside',
    said: 'outside of VMA',
  },
  {
    what: 'an area beyond the address space',
    base: counter,
    edits: vma(6, { end: 0x8000_0000_0000n }),
    verdict: 'fails',
  },
  {
    what: 'the first area twice',
    base: counter,
    edits: mm((old: LooseFields) => ({ vmas: [old.vmas[0], ...old.vmas] })),
    verdict: 'restores',
  },
  {
    what: 'a break out of range',
    base: counter,
    edits: mm(() => ({ mm_brk: 0xffff_ffff_ffff_0000n })),
    verdict: 'fails',
    code: 'criu-memory-layout',
    said: 'prctl failed',
  },
  {
    what: 'an area of a file that is not there',
    base: counter,
    edits: vma(0, { shmid: 999n }),
    verdict: 'fails',
    code: 'criu-file-reference',
    said: 'No entry for reg-file-ID 0x3e7',
  },
  {
    what: 'pages of a parent that is not there',
    base: counter,
    edits: {
      'pagemap-1.img': change(
        (fields) => fields.vaddr === 0x401000n,
        () => ({ flags: 1 }),
      ),
    },
    verdict: 'fails',
    code: 'criu-vdso-pages',
    said: 'Invalid ELF magic',
  },
  {
    what: 'no pages file of a task whose children share areas',
    base: tree,
    edits: { 'pages-2.img': null },
    verdict: 'fails',
    code: 'criu-pages-missing',
    said: "Can't read async pr bytes",
  },
  {
    what: 'a cut pages file of a task that shares areas with its parent',
    base: tree,
    edits: { 'pages-4.img': new Uint8Array(4096) },
    verdict: 'fails',
    code: 'criu-pages-missing',
    said: "Can't read mapping page",
  },
  {
    what: 'pages of a parent that is not there, in an area that children share',
    base: tree,
    edits: {
      'pagemap-1.img': change(
        (fields) => fields.vaddr !== undefined,
        () => ({ flags: 5 }),
      ),
    },
    verdict: 'fails',
    code: 'criu-pages-missing',
    said: 'No parent for snapshot pagemap',
  },
  ...(
    [
      [0, -1n, 'restores'],
      [0, 1n, 'hangs', 'criu-area-alignment'],
      [1, 1n, 'restores'],
      [3, -1n, 'fails', 'criu-pages-outside'],
      [3, 1n, 'hangs', 'criu-area-alignment'],
      [5, 1n, 'restores'],
      [8, 1n, 'fails', 'criu-pages-outside'],
      [10, 0x800n, 'restores'],
    ] as const
  ).map(
    ([index, by, verdict, code]): Row => ({
      what: `area ${index} that ends ${by} bytes off a page`,
      base: counter,
      edits: vma(index, (old: LooseFields) => ({ end: old.end + by })),
      verdict,
      ...(code !== undefined && { code }),
    }),
  ),
  {
    what: 'a shared area that ends within the page that is to be filled',
    base: tree,
    edits: vma(8, (old: LooseFields) => ({ end: old.end + 1n })),
    verdict: 'hangs',
    code: 'criu-area-alignment',
  },
  {
    what: 'areas out of order',
    base: counter,
    edits: vma(11, { start: 0x7fff_ffffn }),
    verdict: 'fails',
    code: 'criu-area',
    said: 'not sorted',
  },
  {
    what: 'areas that are too large together',
    base: counter,
    edits: vma(0, { start: 0x7fff_ffff_ffff_ffffn }),
    verdict: 'fails',
    code: 'criu-area',
    said: 'Unable to reserve memory',
  },
  {
    what: 'an offset that is no multiple of a page',
    base: counter,
    edits: vma(0, { pgoff: 0x7fff_ffffn }),
    verdict: 'fails',
    code: 'criu-area',
    said: "Can't restore 0x400000 mapping",
  },
  {
    what: 'such an offset of an area that children share',
    base: tree,
    edits: vma(0, { pgoff: 1n }),
    verdict: 'fails',
    code: 'criu-area',
    said: 'Unable to map ANON_VMA',
  },
  {
    what: 'flags of an area that are none',
    base: counter,
    edits: vma(0, { flags: 0x3e7 }),
    verdict: 'fails',
    code: 'unknown-mapping',
  },
  {
    what: 'an address of the layout that is zero',
    base: counter,
    edits: mm(() => ({ mm_arg_start: 0n })),
    verdict: 'fails',
    code: 'criu-memory-layout',
  },
  {
    what: 'an auxiliary vector of 46 words',
    base: counter,
    edits: mm((old: LooseFields) => ({ mm_saved_auxv: [...old.mm_saved_auxv, 0n, 0n] })),
    verdict: 'fails',
    code: 'criu-auxv',
    said: 'Image corrupted on pid 1',
  },
  {
    what: 'seals of a memfd that no kernel knows',
    base: ipc,
    edits: entry('memfd.img', 0, () => ({ seals: 0x7fff_ffff })),
    verdict: 'fails',
    code: 'criu-memfd-inode',
    said: 'Cannot apply seals on memfd',
  },
  {
    what: 'no head of the content of shared memory',
    base: counter,
    edits: { 'pagemap-shmem-30.img': () => [] },
    verdict: 'fails',
    code: 'criu-file-missing',
    said: 'Unexpected EOF',
  },
];

describe('memory', () => {
  test.each(memoryRows)('$what: $verdict', (row) => check(row));
});

test('shared memory without its pages comes back empty, and the report says so', () => {
  const { verdict, losses } = simulateCriuRestore(editImage(image(ipc), { 'pages-4.img': null }));
  expect(verdict).toBe('restores');
  expect(losses.map(({ message }) => message).join()).toContain('pages-4.img is missing');
});

test('a negative length aborts CRIU, or the task that reads it', () => {
  const withLength = (name: string): FileEdit => {
    const source = image(ipc).open(name)!;
    const bytes = source.view(0, source.size).slice();
    source.close();
    return bytes.fill(0xff, 8, 12);
  };
  const verdictOf = (name: string) => {
    const { verdict, failures } = simulateCriuRestore(editImage(image(ipc), { [name]: withLength(name) }));
    return [verdict, failures[0]?.code];
  };
  expect(verdictOf('pstree.img')).toEqual(['crashes', 'criu-negative-length']);
  expect(verdictOf('mm-2.img')).toEqual(['fails', 'criu-negative-length']);
  expect(verdictOf('seccomp.img')).toEqual(['fails', 'criu-negative-length']);
});
