/**
 * What 2.6.18 checks of files, memory and System V objects, and what it says: one change to a real image
 * a row.
 */
import { describe, expect, test } from 'vitest';
import { noPosition } from '../../../parse/cpt/record.ts';
import { sectionType } from '../../../parse/generated/cpt-records.ts';
import type { ChangedImage, Values } from './testing/change-image.ts';
import { bogus, check, first, frame, last, type Row, section, task } from './testing/changes.ts';
import { type Change, said } from './testing/check.ts';

const counter = '2.6.18-counter';
const tree = '2.6.18-tree';
const sysv = '2.6.18-sysv-ipc';

const on2618 = (sample: string, rows: readonly Row[]) => check(sample, rows, 'openvz-2.6.18');

describe('files', () => {
  on2618(counter, [
    ['descriptor beyond the table', last('filedesc', { fd: 5000 }), 'crashes descriptor-beyond-table'],
    ['negative descriptor', last('filedesc', { fd: 0xffffffff }), 'crashes descriptor-beyond-table'],
    ['descriptor twice', last('filedesc', { fd: 0 }), 'restores'],
    ['huge table', last('files', { maxFds: 0x40000000 }), 'crashes table-size'],
    ['table of no entries', last('files', { maxFds: 0 }), 'restores'],
    ['file in the middle of an object', last('filedesc', { file: bogus }), 'fails EINVAL wrong-object'],
    ['file that nobody has open', last('filedesc', { file: 3560n }), 'fails EIO stray-file'],
    ['no name', frame('file', { next: 88n }), 'fails EINVAL file-name'],
    ['deleted without an inode', first('file', { lflags: 1 }), 'fails EINVAL deleted-file'],
    ['inode of an ordinary file', first('file', { inode: bogus }), 'restores'],
    ['offset', first('file', { pos: noPosition }), 'restores'],
    ['an ordinary file as directory', first('file', { iMode: 0o40755 }), 'restores'],
    ['an ordinary file as socket', first('file', { iMode: 0o140755 }), 'fails EINVAL file-kind'],
    ['an ordinary file opened as directory', first('file', { flags: 0x10000 }), 'fails ENOTDIR file-kind'],
  ]);
  on2618('2.6.18-pipes', [
    [
      'pipe with too much',
      (image) => image.set(image.all('bits')[0]!, { size: 70000 }),
      'fails EINVAL pipe-content',
    ],
  ]);
});

describe('memory', () => {
  const area = (values: Values) => (image: ChangedImage) => image.set(image.all('vma')[7]!, values);
  on2618(counter, [
    ['area of the kernel', area({ start: 0xffffffff80200000n }), 'fails ENOMEM mapping-range'],
    ['inverted area', area({ start: 0x500000n, end: 0x400000n }), 'fails ENOMEM mapping-range'],
    ['half a page', area({ start: 0x400001n }), 'fails EINVAL mapping-range'],
    ['empty area', area({ start: 0x400000n, end: 0x400000n }), 'fails EINVAL mapping-range'],
    ['flags, protection, type', area({ flags: 0n, pgprot: 0n, type: 7 }), 'restores'],
    ['file in the middle of an object', area({ file: bogus }), 'fails EINVAL wrong-object'],
    ['pages in no area', first('pages', { start: 0x10000000n, end: 0x10001000n }), 'fails EFAULT page-block'],
    ['pages that end before they start', first('pages', { end: 0n }), 'fails EINVAL page-block'],
    ['copied pages that end before they start', first('copypages', { end: 0x400000n }), 'crashes page-block'],
    ['copied pages of no area', first('copypages', { start: 0x1000n }), 'fails ESRCH page-source'],
    ['copied pages of no memory', first('copypages', { source: bogus }), 'fails ESRCH page-source'],
    ['unknown block', frame('copypages', { type: 9999 }), 'fails EINVAL page-block'],
    ['unknown part', frame('vma', { type: 9999 }), 'fails EINVAL memory-object'],
  ]);
});

describe('System V IPC', () => {
  const id = (image: ChangedImage, kind: 'sem' | 'msg') =>
    (image.all(kind === 'sem' ? 'sysv_sem' : 'sysvmsg')[0]!.fields as { id: number }).id;
  on2618(sysv, [
    ['negative set', first('sysv_sem', { id: 0xffffffff }), 'crashes ipc-id-negative'],
    ['negative queue', first('sysvmsg', { id: 0xffffffff }), 'crashes ipc-id-negative'],
    ['negative segment', first('sysv_shm', { id: 0xffffffff }), 'crashes ipc-id-negative'],
    ['set twice', (image) => image.set(image.all('sysv_sem')[1]!, { id: id(image, 'sem') }), 'restores'],
    ['queue twice', (image) => image.set(image.all('sysvmsg')[1]!, { id: id(image, 'msg') }), 'restores'],
    [
      'another queue in the slot',
      (image) => image.set(image.all('sysvmsg')[1]!, { id: id(image, 'msg') + 32768 }),
      'fails ESRCH ipc-id-lost',
    ],
    ['sequence number of a set', first('sysv_sem', { seq: 9n }), 'restores'],
    ['no semaphores allowed', first('veinfo', { 'semCtlArr[1]': 0 }), 'fails ENOSPC sem-limit'],
    ['text of a message', first('sysvmsg_msg', { size: 100000n }), 'fails EFAULT message-text'],
    ['type of a message', first('sysvmsg_msg', { type: 0n }), 'restores'],
    ['segment of no size', first('sysv_shm', { segsz: 0n }), 'fails EINVAL shm-limit'],
    ['segment beyond shmmax', first('veinfo', { shmCtlMax: 1 }), 'fails EINVAL shm-limit'],
    ['segments beyond shmall', first('veinfo', { shmCtlAll: 1 }), 'fails ENOSPC shm-limit'],
    ['limits of 0 are none', first('veinfo', { shmCtlMax: 0, shmCtlAll: 0 }), 'restores'],
    ['adjustment for no set', first('sysvsem_undo_rec', { id: 5 }), 'fails ENOENT undo-set-missing'],
    [
      'adjustments for too many',
      first('sysvsem_undo_rec', { nsem: 0xffffffff }),
      'fails ENOMEM out-of-memory',
    ],
  ]);
});

test.each<[string, string, Change, string]>([
  ['a state that resume does not know', tree, task(1205, { state: 1 }), 'task-not-woken'],
  ['a policy', tree, task(1205, { policy: 2 }), 'policy-lost'],
  ['no task at all', counter, section(sectionType.tasks, { type: 0 }), 'no-container'],
  ['a hidden section', counter, section(sectionType.utsname, { type: 0 }), 'section-ignored'],
  ['limits that the dump left unset', counter, () => {}, 'limits-stale'],
  ['a segment attached again', sysv, () => {}, 'segment-times'],
  ['another id', sysv, first('sysvmsg', { seq: 9n }), 'ipc-id-changed'],
  [
    'an overlapping area',
    counter,
    (image) => image.set(image.all('vma')[6]!, { end: 0x411000n }),
    'mapping-replaced',
  ],
  [
    'a handler beyond the array',
    '2.6.18-timers',
    (image) => image.set(image.find('sighandler'), { signo: 99 }),
    'memory-corrupted',
  ],
  ['a tracer that is gone', tree, task(1205, { ppid: 9999, ptrace: 1n }), 'tracing-lost'],
  ['an unknown account of a task', tree, task(1205, { taskUb: bogus }), 'beancounter-unknown'],
])('%s is said', (_title, sample, change, code) => {
  expect(said(sample, change)).toContain(code);
});
