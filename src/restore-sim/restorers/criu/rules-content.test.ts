/** One change to IPC objects, files or memory of a good image, and what CRIU 4.2 did with it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editImage } from '../../../model/from-criu/testing/edit-image.ts';
import { simulateCriuRestore } from './simulate.ts';
import {
  check,
  closeBases,
  counter,
  entry,
  image,
  ipc,
  openBases,
  type Row,
  tree,
} from './testing/rule-rows.ts';

beforeAll(openBases);
afterAll(closeBases);

const ipcRows: readonly Row[] = [
  ...[32768, 65539, 2147483647].map(
    (id): Row => ({
      what: `a set with the id ${id}`,
      base: ipc,
      edits: entry('ipcns-sem-11.img', 0, (old) => ({ desc: { ...old.desc, id } })),
      verdict: 'restores',
    }),
  ),
  {
    what: 'two sets with one id',
    base: ipc,
    edits: entry('ipcns-sem-11.img', 1, (old) => ({ desc: { ...old.desc, id: 3 } })),
    verdict: 'fails',
    code: 'criu-ipc-id',
    said: 'Failed to restore sem id (4 instead of 3)',
  },
  {
    what: 'the stray byte behind an open directory /proc/1, as a dump of such a program had it',
    base: counter,
    edits: entry('files.img', 0, ({ reg }) => ({ reg: { ...reg, name: '/proc/1/\u0010' } })),
    verdict: 'fails',
    code: 'criu-file-open',
    said: "Can't open file on restore",
  },
  {
    what: 'two ids with one index',
    base: ipc,
    edits: entry('ipcns-sem-11.img', 1, (old) => ({ desc: { ...old.desc, id: 3 + 32768 } })),
    verdict: 'fails',
    code: 'criu-ipc-id',
  },
  {
    what: 'one key twice',
    base: ipc,
    edits: entry('ipcns-sem-11.img', 1, (old) => ({ desc: { ...old.desc, key: 386049 } })),
    verdict: 'fails',
    code: 'criu-ipc-create',
    said: 'File exists',
  },
  {
    what: 'mode 0177777',
    base: ipc,
    edits: entry('ipcns-sem-11.img', 0, (old) => ({ desc: { ...old.desc, mode: 0o177777 } })),
    verdict: 'restores',
  },
  {
    what: 'no semaphores',
    base: ipc,
    edits: {
      'ipcns-sem-11.img': (records) =>
        records.map((record, at) =>
          at === 0 && record.kind === 'message'
            ? { ...record, fields: { ...record.fields, nsems: 0 }, payload: [] }
            : record,
        ),
    },
    verdict: 'fails',
    code: 'criu-ipc-create',
    said: 'EINVAL',
  },
  {
    what: 'a value above 32767',
    base: ipc,
    edits: {
      'ipcns-sem-11.img': (records) =>
        records.map((record, at) =>
          at === 0 && record.kind === 'message'
            ? {
                ...record,
                payload: [
                  { name: 'values', data: Uint8Array.of(0, 128, 0, 0, 0, 0, 0, 0, 0, 0), padding: 6 },
                ],
              }
            : record,
        ),
    },
    verdict: 'fails',
    code: 'criu-ipc-content',
    said: 'Failed to set semaphores set values',
  },
  {
    what: 'more messages promised than present',
    base: ipc,
    edits: {
      'ipcns-msg-11.img': (records) =>
        records
          .slice(0, 1)
          .map((record) =>
            record.kind === 'message' ? { ...record, fields: { ...record.fields, qnum: 9 } } : record,
          ),
    },
    verdict: 'fails',
    said: 'Img trimmed',
  },
  {
    what: 'qbytes of its own',
    base: ipc,
    edits: entry('ipcns-msg-11.img', 0, () => ({ qbytes: 9000 })),
    verdict: 'restores',
  },
  {
    what: 'a queue that holds more than msgmnb',
    base: ipc,
    edits: entry('ipcns-var-11.img', 0, () => ({ msg_ctlmnb: 4000 })),
    verdict: 'fails',
    code: 'criu-ipc-content',
    said: 'Resource temporarily unavailable',
  },
  {
    what: 'a segment of no size',
    base: ipc,
    edits: entry('ipcns-shm-11.img', 0, () => ({ size: 0n })),
    verdict: 'fails',
    code: 'criu-ipc-create',
    said: 'EINVAL',
  },
  {
    what: 'a segment without its pages',
    base: ipc,
    edits: { 'pagemap-shmem-4.img': null },
    verdict: 'fails',
    code: 'criu-ipc-content',
  },
  {
    what: 'a segment larger than its pages',
    base: ipc,
    edits: entry('ipcns-shm-11.img', 1, () => ({ size: 1000000n })),
    verdict: 'restores',
  },
  {
    what: 'a segment that is mapped but missing',
    base: ipc,
    edits: { 'ipcns-shm-11.img': (records) => records.slice(0, 2) },
    verdict: 'fails',
    code: 'criu-segment-missing',
    said: "Can't find sysv shmem for 5",
  },
  {
    what: 'shm_ctlmni too small',
    base: ipc,
    edits: entry('ipcns-var-11.img', 0, () => ({ shm_ctlmni: 2 })),
    verdict: 'fails',
    code: 'criu-ipc-create',
    said: 'ENOSPC',
  },
];

const fileRows: readonly Row[] = [
  {
    what: 'a descriptor of a file that is not there',
    base: tree,
    edits: entry('fdinfo-2.img', 0, () => ({ id: 999 })),
    verdict: 'fails',
    code: 'criu-file-reference',
    said: 'No file for fd 0 id 0x3e7',
  },
  {
    what: 'a descriptor of another type',
    base: tree,
    edits: entry('fdinfo-2.img', 0, () => ({ type: 6 })),
    verdict: 'fails',
    code: 'criu-file-reference',
    said: 'No file for fd 0',
  },
  {
    what: 'descriptor 2000000',
    base: tree,
    edits: entry('fdinfo-2.img', 0, () => ({ fd: 2000000 })),
    verdict: 'fails',
    code: 'criu-descriptor-range',
    said: 'Too big FD number to restore 2000000',
  },
  { what: 'no table of descriptors', base: tree, edits: { 'fdinfo-3.img': null }, verdict: 'restores' },
  {
    what: 'no memfd image',
    base: tree,
    edits: { 'memfd.img': null },
    verdict: 'crashes',
    code: 'criu-memfd-inode',
  },
  {
    what: 'no utsns image',
    base: tree,
    edits: { 'utsns-12.img': null },
    verdict: 'fails',
    code: 'criu-file-missing',
    said: 'Unexpected EOF on (empty-image)',
  },
  ...['ifaddr-10.img', 'timens-0.img', 'netdev-10.img', 'netns-10.img'].map(
    (name): Row => ({ what: `no ${name}`, base: tree, edits: { [name]: null }, verdict: 'restores' }),
  ),
];

describe.each([
  ['System V IPC', ipcRows],
  ['files and namespaces', fileRows],
])('%s', (_, rows) => {
  test.each(rows)('$what: $verdict', (row) => check(row));
});

test('stored qbytes give way to msgmnb, and the report says so', () => {
  const edited = editImage(
    image(ipc),
    entry('ipcns-msg-11.img', 0, () => ({ qbytes: 9000 })),
  );
  const { losses } = simulateCriuRestore(edited);
  expect(losses.map(({ message }) => message).join()).toContain(
    'held up to 9000 bytes, restored it holds 16384',
  );
});
