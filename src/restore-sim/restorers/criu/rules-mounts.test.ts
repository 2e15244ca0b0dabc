/** One change to the mounts of a good image, and what CRIU 4.2 did with it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  change,
  editImage,
  type FileEdit,
  first,
  type LooseFields,
} from '../../../model/from-criu/testing/edit-image.ts';
import { MemorySink } from '../../../parse/bytes/byte-sink.ts';
import { decodeFile, encodeFile } from '../../../parse/criu/index.ts';
import { simulateCriuRestore } from './simulate.ts';
import {
  check,
  closeBases,
  counter,
  entry,
  image,
  openBases,
  pipes,
  type Row,
  tree,
  twice,
} from './testing/rule-rows.ts';

beforeAll(openBases);
afterAll(closeBases);

// /dev/pts, /proc and / are mounts 72, 71 and 70, in this order.
const mounts = 'mountpoints-13.img';
const [pts, proc, root] = [8, 88, 130].map((offset) => ({ file: mounts, offset }));
const mount = (index: number, fields: object) => entry(mounts, index, () => fields);

type Expected = Pick<Row, 'code' | 'said' | 'at'>;
const failing = (what: string, edits: Row['edits'], expected: Expected): Row => ({
  what,
  base: counter,
  edits,
  verdict: 'fails',
  ...expected,
});
const restoring = (what: string, edits: Row['edits']): Row => ({
  what,
  base: counter,
  edits,
  verdict: 'restores',
});

const treeRows: readonly Row[] = [
  failing('no mount', { [mounts]: () => [] }, { code: 'criu-mounts', said: 'No root found for tree' }),
  failing(
    'no root',
    { [mounts]: (records) => records.slice(0, 2) },
    {
      code: 'criu-mount-parent',
      said: 'No parent found for mountpoint 71 (@/proc)',
      at: proc!,
    },
  ),
  failing(
    'a second root',
    { [mounts]: (records) => twice(records, 2) },
    {
      code: 'criu-mount-parent',
      said: 'No parent found for mountpoint 70 (@/)',
      at: root!,
    },
  ),
  failing('a parent that is not there', mount(0, { parent_mnt_id: 71_000 }), {
    code: 'criu-mount-parent',
    said: 'No parent found for mountpoint 72 (@/dev/pts)',
    at: pts!,
  }),
  failing('a root with a parent', mount(2, { parent_mnt_id: 71 }), { code: 'criu-mounts' }),
  restoring('a root whose parent is elsewhere', mount(2, { parent_mnt_id: 0 })),
  failing('a parent at another path', mount(0, { parent_mnt_id: 71 }), {
    code: 'criu-mount-point',
    said: 'Child-parent mountpoint mismatch 72:/dev/pts 71:/proc',
    at: pts!,
  }),
  failing('a number twice', mount(0, { mnt_id: 71 }), {
    code: 'criu-mount-point',
    said: 'Unable to mkdir mountpoint mnt-0000000071: File exists',
    at: proc!,
  }),
  failing('the number 0', mount(0, { mnt_id: 0 }), {
    code: 'criu-mount-point',
    said: 'Helper /dev/pts should have is_dir pre-set',
  }),
  failing('a name of 300 bytes', mount(0, { mountpoint: `/dev/${'x'.repeat(300)}` }), {
    code: 'criu-mount-point',
    said: "Can't stat mountpoint",
  }),
  failing('a terminal file system over the root', mount(0, { mountpoint: '' }), {
    code: 'criu-mount-point',
    said: "Can't create a temporary directory: Operation not permitted",
  }),
  restoring('bytes after the last mount', {
    [mounts]: (records) => [
      ...records,
      { kind: 'opaque', reason: 'trailing', offset: 0, data: Uint8Array.of(1, 2, 3) },
    ],
  }),
  failing(
    'a mount that was cut',
    {
      [mounts]: (records) => [
        ...records.slice(0, 2),
        { kind: 'opaque', reason: 'unreadable', offset: 0, data: Uint8Array.of(99, 0, 0, 0, 8) },
      ],
    },
    { code: 'criu-unreadable', said: 'No parent found for mountpoint 71', at: root! },
  ),
  failing(
    'an empty file',
    { [mounts]: new Uint8Array() },
    { code: 'criu-unreadable', said: 'Unexpected EOF' },
  ),
  {
    ...failing(
      'a namespace of one task without a file',
      entry('ids-2.img', 0, () => ({ mnt_ns_id: 999 })),
      {
        code: 'criu-mounts',
        at: { file: 'mountpoints-999.img' },
      },
    ),
    base: tree,
  },
];

/** Fields of all three mounts. */
const sharing = (...fields: readonly object[]): Row['edits'] => ({
  [mounts]: (records) =>
    records.map((record, index) =>
      record.kind === 'message' ? { ...record, fields: { ...record.fields, ...fields[index] } } : record,
    ),
});

/** One more mount, of a file system of its own: like /proc, but for these fields. */
const more = (fields: object): Row['edits'] => ({
  [mounts]: (records) => {
    const [, like] = records;
    if (like?.kind !== 'message') return records;
    return [{ ...like, fields: { ...like.fields, mnt_id: 90, root_dev: 50, ...fields } }, ...records];
  },
});

const kindRows: readonly Row[] = [
  ...[0, 20, 999].map((fstype) =>
    failing(`file system ${fstype}`, mount(0, { fstype }), {
      code: 'criu-mount-source',
      said: 'FS mnt /dev/pts dev 0x29 root / unsupported id 72',
      at: pts!,
    }),
  ),
  restoring('another file system of the root', mount(2, { fstype: 999 })),
  failing('options of another file system', mount(0, { fstype: 5 }), {
    code: 'criu-mount-options',
    said: 'Invalid argument',
    at: pts!,
  }),
  failing('a file system that kernels lack', mount(0, { fstype: 7 }), {
    code: 'criu-mount-options',
    said: 'No such device',
  }),
  failing('an option that is none', mount(1, { options: 'xxx' }), { code: 'criu-mount-options', at: proc! }),
  failing('a bad mode', mount(0, { options: 'mode=6z0' }), { code: 'criu-mount-options', at: pts! }),
  restoring('no options', mount(0, { options: '' })),
  restoring('any options of the root', mount(2, { options: 'xxx' })),
  failing('a directory of a file system that nothing mounts', mount(0, { root: '/x' }), {
    code: 'criu-mount-source',
    said: "72:/dev/pts doesn't have a proper root mount",
    at: pts!,
  }),
  failing('a device of disks', mount(0, { root_dev: 0x7fff_ffff }), {
    code: 'criu-mount-source',
    said: 'No device for /dev/pts(72) mount',
    at: pts!,
  }),
  restoring('another device without a disk', mount(0, { root_dev: 999 })),
  ...[0x3e7, 0x7fff_ffff].map((sb_flags) =>
    failing(`flags ${sb_flags} of a file system`, mount(0, { sb_flags }), {
      code: 'criu-mount-options',
      said: 'Invalid argument',
      at: pts!,
    }),
  ),
  restoring('all flags of a mount', mount(0, { flags: 0x7fff_ffff })),
  failing('an unbindable root', mount(2, { flags: 0x7fff_ffff }), {
    code: 'criu-mount-options',
    said: 'Unable to mount tmpfs in tmp: Invalid argument',
    at: root!,
  }),
  failing('a root to read only, and a file that is written', mount(2, { flags: 0x20_0001 }), {
    code: 'criu-mount-options',
    said: 'Read-only file system',
    at: root!,
  }),
  failing('a master that is nowhere', mount(0, { master_id: 999 }), {
    code: 'criu-mount-sharing',
    said: 'Sharing group (0, 999) has unreachable sharing. Try --enable-external-masters.',
    at: pts!,
  }),
  failing('a root with a master', mount(2, { master_id: 999 }), {
    code: 'shared-root',
    at: root!,
  }),
  restoring('a group of its own', mount(0, { shared_id: 999 })),
  restoring('a master of its own', mount(0, { shared_id: 5, master_id: 5 })),
  failing('a master of another file system', sharing({ master_id: 5 }, { shared_id: 5 }, {}), {
    code: 'criu-mount-sharing',
    said: 'Failed to copy sharing from 71 to 72',
    at: pts!,
  }),
  failing('a group of two file systems', sharing({}, { shared_id: 5 }, { shared_id: 5 }), {
    code: 'criu-mount-sharing',
    said: 'Failed to copy sharing',
  }),
  failing('two masters', sharing({ master_id: 5 }, { shared_id: 5, master_id: 5 }, { shared_id: 5 }), {
    code: 'criu-mount-sharing',
    said: 'Sharing group (0, 5) parent collision',
  }),
  failing('a name that only other types have', mount(1, { fsname: 'x' }), {
    code: 'criu-mount-source',
    said: 'fsname can be set only for FSTYPE__AUTO mounts',
    at: proc!,
  }),
  failing('memory without its content', more({ fstype: 5, source: 'tmpfs', mountpoint: '/tmp' }), {
    code: 'criu-file-missing',
    at: { file: 'tmpfs-dev-50.tar.gz.img' },
  }),
  failing('one path twice', more({ mountpoint: '/proc' }), {
    code: 'criu-mount-point',
    said: 'Mount 70 has two children with same mountpoint: 71 90',
  }),
  restoring('another root over the root', more({ mountpoint: '/' })),
  restoring('a mount on another', more({ mountpoint: '/proc', parent_mnt_id: 71 })),
];

describe.each([
  ['mount trees', treeRows],
  ['mounts', kindRows],
])('%s', (_, rows) => {
  test.each(rows)('$what: $verdict', (row) => check(row));
});

/** Mounts of the first task as those of the second, with other numbers. */
function secondNamespace(fields: (old: LooseFields) => object): Record<string, FileEdit> {
  const source = image(pipes).open(mounts)!;
  const { header, records } = decodeFile(source, mounts, () => {});
  const edit = change(
    () => true,
    (old) => ({
      mnt_id: old.mnt_id + 10,
      parent_mnt_id: old.parent_mnt_id + (old.mountpoint === '/' ? 0 : 10),
      ...fields(old),
    }),
  ) as Exclude<FileEdit, null | Uint8Array>;
  const sink = new MemorySink();
  encodeFile(header, edit([...records()]), sink, source);
  source.close();
  return {
    'mountpoints-14.img': sink.result(),
    'ids-2.img': change(first, () => ({ mnt_ns_id: 14 })),
  };
}

test.each([
  ['like the first', () => ({}), undefined],
  [
    'with numbers of the first',
    ({ mnt_id, parent_mnt_id }: LooseFields) => ({ mnt_id, parent_mnt_id }),
    'File exists',
  ],
  ['of another disk', rootWith({ root_dev: 999 }), "80:/ doesn't have a proper root mount"],
  ['of another directory', rootWith({ root: '/other' }), "80:/ doesn't have a proper root mount"],
  ['of a whole disk', rootWith({ root: '/' }), 'FS mnt / dev 0xfe00000 root / unsupported id 80'],
] as const)('a second namespace %s', (_, fields, said) => {
  const edits = secondNamespace(fields);
  const { verdict, failures } = simulateCriuRestore(editImage(image(pipes), edits));
  expect(verdict).toBe(said === undefined ? 'restores' : 'fails');
  if (said !== undefined) expect(failures[0]?.message).toContain(said);
});

function rootWith(fields: object): (old: LooseFields) => object {
  return ({ mountpoint }) => (mountpoint === '/' ? fields : {});
}
