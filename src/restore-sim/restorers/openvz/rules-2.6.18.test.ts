/** What 2.6.18 checks, ignores, and dies of: one change to a real image a row. */
import { describe } from 'vitest';
import { noPosition } from '../../../parse/cpt/record.ts';
import { sectionType } from '../../../parse/generated/cpt-records.ts';
import {
  beyond,
  bogus,
  check,
  first,
  frame,
  header,
  partOf,
  type Row,
  section,
  task,
} from './testing/changes.ts';

const counter = '2.6.18-counter';
const tree = '2.6.18-tree';

const on2618 = (sample: string, rows: readonly Row[]) => check(sample, rows, 'openvz-2.6.18');

const pid = (number: number) => task(1205, { pid: number, tgid: number, leader: number });

describe('header and tail', () => {
  on2618(counter, [
    ...[0x000, 0x100, 0x101, 0x102, 0x200, 0x201, 0x202, 0x300, 0x301].map(
      (imageVersion): Row => [`version ${imageVersion.toString(16)}`, header({ imageVersion }), 'restores'],
    ),
    ...[0x103, 0x203, 0x303, 0x600, 0x803].map(
      (imageVersion): Row => [
        `version ${imageVersion.toString(16)}`,
        header({ imageVersion }),
        'fails EINVAL version-not-accepted',
      ],
    ),
    ['architecture', header({ osArch: 0 }), 'fails EINVAL wrong-architecture'],
    ['no 64-bit task', first('trailer', { num64bit: 0 }), 'restores'],
    ['section count', first('trailer', { nsect: 26 }), 'fails EINVAL image-signature'],
    ['page size', header({ pagesize: 0 }), 'restores'],
    ['clock', header({ startJiffies64: 0n, startSec: 0 }), 'restores'],
    ['signature', (image) => image.write(0, 1, 0n), 'fails EINVAL image-signature'],
    ['header length', (image) => image.write(4, 2, 72n), 'fails EINVAL section-walk'],
    ['table in the tail', first('trailer', { 'sections[1]': 0n }), 'restores'],
  ]);
});

describe('sections', () => {
  on2618(counter, [
    ['unknown type', section(sectionType.mm, { type: 99 }), 'fails EINVAL section-walk'],
    ['type of 2.6.32', section(sectionType.mm, { type: 31 }), 'fails EINVAL section-walk'],
    ['length 0', section(sectionType.fs, { next: 0n }), 'fails EINVAL section-walk'],
    ['header length 8', section(sectionType.fs, { hdrlen: 8 }), 'fails EINVAL section-walk'],
    ['twice', section(sectionType.net_device, { type: sectionType.files }), 'fails EINVAL section-twice'],
    ['no VEINFO', section(sectionType.veinfo, { type: 0 }), 'fails EIO beyond-file'],
    [
      'no TTY, although no terminal is open',
      section(sectionType.tty, { type: 0 }),
      'fails EIO terminal-section',
    ],
    ...[2, 3, 4, 5, 6, 7, 9, 10, 12, 15, 16, 18, 22, 24].map(
      (type): Row => [`no section ${type}`, section(type, { type: 0 }), 'restores'],
    ),
  ]);
});

describe('objects', () => {
  on2618(counter, [
    ['type', frame('veinfo', { type: 9999 }), 'fails EINVAL wrong-object'],
    ['header length 8', frame('mm', { hdrlen: 8 }), 'fails EINVAL object-length'],
    ['header beyond the object', frame('fs', { hdrlen: 0xffff }), 'fails EINVAL object-length'],
    ['length 0', frame('ubc', { next: 0n }), 'fails EINVAL object-length'],
    ['content code', frame('file', { last: 9 }), 'restores'],
    ['header of an address space shorter', frame('mm', { hdrlen: 120 }), 'fails EINVAL object-length'],
    ['header of VEINFO shorter', frame('veinfo', { hdrlen: 64 }), 'restores'],
    ['task of another type', frame('task', { type: 77 }), 'restores'],
    ['header of a task shorter', frame('task', { hdrlen: 968 }), 'restores'],
    ['task too large', frame('task', { next: 0x100000n }), 'fails ENOMEM out-of-memory'],
    [
      'host name too long',
      (image) => image.setHeader(image.all('name').at(-2)!, { next: 100n }),
      'fails ENAMETOOLONG uts-name',
    ],
    [
      'account that is its own parent',
      (image) => {
        const account = image.find('ubc');
        image.set(account, { parent: BigInt(account.offset) });
      },
      'crashes beancounter-parent',
    ],
    ['account of nobody', first('ubc', { parent: bogus }), 'restores'],
    ['statistics of another length', frame('net_stats', { hdrlen: 224 }), 'crashes net-stats-size'],
    [
      'route',
      (image) => image.write(image.find('net_route').offset + 16, 4, 5n),
      'fails EINVAL route-message',
    ],
    [
      'no name of a mount',
      (image) =>
        image.setHeader(image.all('name').find(({ parent }) => parent?.kind === 'vfsmount')!, { type: 1 }),
      'fails EINVAL mount-names',
    ],
  ]);
});

describe('pids, parents and leaders', () => {
  on2618(tree, [
    ...[0, 5, 1023, 33791].map(
      (number): Row => [`pid ${number}`, pid(number), 'fails EINVAL pid-not-virtual'],
    ),
    ...[1024, 30000, 65000, 0x7fffffff].map((number): Row => [`pid ${number}`, pid(number), 'restores']),
    ['negative pid', pid(0xfffffffb), 'fails EIO pid-out-of-range'],
    ['pid twice', pid(1206), 'fails EEXIST pid-taken'],
    ['pid twice, leader differs', task(1205, { pid: 1206 }), 'fails EINVAL parent-missing'],
    ['parent missing', task(1205, { rppid: 9999 }), 'fails EINVAL parent-missing'],
    ['tracer missing', task(1205, { ppid: 9999 }), 'restores'],
    ['own parent', task(1205, { ppid: 1205, rppid: 1205 }), 'fails EINVAL parent-missing'],
    ['thread group of nobody', task(1205, { tgid: 9999 }), 'fails EINVAL parent-missing'],
    ['leader of a leader', task(1205, { leader: 9999 }), 'restores'],
    [
      'two tasks with one struct',
      (image) => {
        const { signal } = image.find('task', { pid: 1206 }).fields as { signal: bigint };
        image.set(image.find('task', { pid: 1205 }), { signal });
      },
      'fails EINVAL clone-flags',
    ],
    [
      'handlers of the creator without its memory',
      (image) => {
        const { sighand } = image.find('task', { pid: 1204 }).fields as { sighand: bigint };
        image.set(image.find('task', { pid: 1205 }), { sighand });
      },
      'fails EINVAL clone-flags',
    ],
    [
      'handlers of another task',
      (image) => {
        const { sighand } = image.find('task', { pid: 1205 }).fields as { sighand: bigint };
        image.set(image.find('task', { pid: 1206 }), { sighand, mm: noPosition });
      },
      'fails EINVAL not-inherited',
    ],
    [
      'first task is no init',
      (image) => image.set(image.find('task', { pid: 1 }), { pid: 2000, tgid: 2000 }),
      'fails EFAULT task-missing',
    ],
  ]);
});

describe('positions in a task', () => {
  const rows = (['mm', 'files', 'fs', 'signal', 'sighand', 'sysvsemUndo'] as const).flatMap((name): Row[] => {
    // Without handlers of its own the task would share those of its creator, but not the memory.
    const refused = { signal: 'fails EINVAL no-signal-struct', sighand: 'fails EINVAL clone-flags' };
    const ofNull = refused[name as keyof typeof refused] ?? 'restores';
    return [
      [`${name} in the middle of an object`, task(1205, { [name]: bogus }), 'fails EINVAL wrong-object'],
      [`${name} beyond the file`, task(1205, { [name]: beyond }), 'fails EIO beyond-file'],
      [`${name} absent`, task(1205, { [name]: noPosition }), ofNull],
    ];
  });
  on2618(tree, [...rows, ['namespace', task(1205, { namespace: bogus }), 'restores']]);
});

describe('groups and sessions', () => {
  on2618(tree, [
    ['group of init', task(1205, { pgrp: 1 }), 'restores'],
    ['group in another session', task(1205, { session: 1207 }), 'restores'],
    ['group of nobody', task(1205, { pgrp: 9999 }), 'fails EINVAL group-missing'],
    ['session of nobody', task(1205, { session: 0xfffffff9 }), 'fails EINVAL group-missing'],
    ['group of the host', task(1205, { pgrp: 77 }), 'fails EINVAL group-not-virtual'],
    ['session 0', task(1205, { session: 0 }), 'fails EINVAL group-not-virtual'],
    ['old terminal group of nobody', task(1205, { oldPgrp: 9999 }), 'fails EINVAL group-missing'],
    [
      'placeholder in the way of a later task',
      (image) => {
        image.set(partOf(image, 'signal_struct', 1205), { pgrpType: 1, pgrp: 1216n });
      },
      'fails EEXIST pid-taken',
    ],
    [
      'placeholder that is not virtual',
      (image) => {
        image.set(partOf(image, 'signal_struct', 1205), { pgrpType: 1, pgrp: 77n });
      },
      'fails EINVAL group-not-virtual',
    ],
    [
      'group ended by nobody',
      (image) => {
        image.set(partOf(image, 'signal_struct', 1205), { groupExitTask: 9999 });
      },
      'fails EINVAL group-exit-task',
    ],
  ]);
});

describe('state of a task', () => {
  on2618(tree, [
    ...[0, 1, 3, 4, 8, 16, 32, 64, 256].map(
      (state): Row => [`state ${state}`, task(1205, { state }), 'restores'],
    ),
    [
      'policy, groups, signal to the parent',
      task(1205, { policy: 9, ngids: 99, exitSignal: 0xffffffff }),
      'restores',
    ],
    [
      'no registers',
      (image) => image.setHeader(partOf(image, 'x86_64_regs', 1205), { type: 9999 }),
      'fails EINVAL registers-missing',
    ],
    [
      '32-bit registers',
      (image) => image.setHeader(partOf(image, 'x86_64_regs', 1205), { type: 4096 }),
      'fails EINVAL registers-kind',
    ],
    [
      'part of length 0',
      (image) => image.setHeader(partOf(image, 'x86_64_regs', 1205), { next: 0n }),
      'crashes endless-loop',
    ],
    [
      'part that swallows the rest',
      (image) => image.setHeader(partOf(image, 'bits', 1205), { next: 0x10000n }),
      'fails EINVAL registers-missing',
    ],
    [
      'queued signals beyond the file',
      (image) => {
        image.setHeader(partOf(image, 'signal_struct', 1205), { next: 0x1ff00n });
      },
      'fails EIO beyond-file',
    ],
    [
      'queued signals beyond what fits',
      (image) => {
        image.setHeader(partOf(image, 'signal_struct', 1205), { next: 0x30000n });
      },
      'fails ENOMEM out-of-memory',
    ],
  ]);
});
