/** References between the files of real images, and of images in which one was broken. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  criuArchives,
  type OpenedArchive,
  openCriuArchive,
} from '../../../model/from-criu/testing/criu-images.ts';
import { change, editImage, type FileEdit, first } from '../../../model/from-criu/testing/edit-image.ts';
import { some } from '../../../test-support/thorough.ts';
import { checkCriuReferences } from './references.ts';

describe.each(some([...criuArchives], 4))('%s', (_, path) => {
  test('every reference leads somewhere', async () => {
    const { root, directory } = await openCriuArchive(path);
    expect(checkCriuReferences(directory)).toEqual([]);
    root.close();
  });
});

describe('one broken reference', () => {
  let tree: OpenedArchive;
  let ipc: OpenedArchive;
  beforeAll(async () => {
    tree = await openCriuArchive(criuArchives.get('podman-tree.tar.zst')!);
    ipc = await openCriuArchive(criuArchives.get('sysvipc.tar.gz')!);
  });
  afterAll(() => {
    tree.root.close();
    ipc.root.close();
  });

  const rows: readonly (readonly [
    code: string,
    base: 'tree' | 'ipc',
    edits: Readonly<Record<string, FileEdit>>,
  ])[] = [
    ['criu-ref-task-twice', 'tree', { 'pstree.img': (records) => [...records, records[3]!] }],
    [
      'criu-ref-parent',
      'tree',
      {
        'pstree.img': change(
          ({ pid }) => pid === 5,
          () => ({ ppid: 77 }),
        ),
      },
    ],
    ['criu-ref-core', 'tree', { 'core-5.img': null }],
    ['criu-ref-task-file', 'tree', { 'fs-2.img': null }],
    ['criu-ref-descriptor-table', 'tree', { 'fdinfo-3.img': null }],
    ['criu-ref-descriptor-twice', 'tree', { 'fdinfo-3.img': (records) => [...records, records[0]!] }],
    ['criu-ref-file', 'tree', { 'fdinfo-3.img': change(first, () => ({ id: 999 })) }],
    ['criu-ref-file', 'tree', { 'mm-2.img': change(first, () => ({ exe_file_id: 999 })) }],
    ['criu-ref-file-part', 'tree', { 'memfd.img': null }],
    ['criu-ref-segment', 'ipc', { 'ipcns-shm-11.img': null }],
    ['criu-ref-pages', 'ipc', { 'pages-1.img': null }],
    ['criu-ref-pages', 'ipc', { 'pages-1.img': new Uint8Array(1) }],
    ['criu-ref-pages-rest', 'ipc', { 'pages-1.img': new Uint8Array(1 << 22) }],
    [
      'criu-lost-parent',
      'ipc',
      {
        'pagemap-1.img': change(
          (_, at) => at === 1,
          () => ({ flags: 1 }),
        ),
      },
    ],
    ['criu-ref-namespace', 'ipc', { 'utsns-12.img': null }],
    [
      'criu-ref-cgroup',
      'tree',
      { 'core-2.img': change(first, ({ thread_core }) => ({ thread_core: { ...thread_core, cg_set: 9 } })) },
    ],
    [
      'criu-ref-seccomp',
      'tree',
      {
        'core-2.img': change(first, ({ thread_core }) => ({
          thread_core: { ...thread_core, seccomp_mode: 2, seccomp_filter: 3 },
        })),
      },
    ],
    [
      'criu-ref-mount',
      'tree',
      {
        'mountpoints-13.img': change(
          () => true,
          ({ mnt_id }) => ({ mnt_id: mnt_id + 1000 }),
        ),
      },
    ],
  ];

  test.each(rows)('%s in %s', (code, base, edits) => {
    const { directory } = base === 'tree' ? tree : ipc;
    expect(checkCriuReferences(editImage(directory, edits)).map((diagnostic) => diagnostic.code)).toContain(
      code,
    );
  });
});
