/** What 2.6.32 checks, ignores, and dies of: one change to a real image a row. */
import { describe, expect, test } from 'vitest';
import { noPosition } from '../../../parse/cpt/record.ts';
import { objectType, sectionType } from '../../../parse/generated/cpt-records.ts';
import type { ChangedImage, Values } from './testing/change-image.ts';
import { bogus, check, first, frame, header, last, type Row, section, task } from './testing/changes.ts';
import { type Change, restoreChanged, said } from './testing/check.ts';

const threads = '2.6.32-threads';
const files = '2.6.32-files-sockets';
const events = '2.6.32-events';
const counter = '2.6.32-counter';

const on2632 = (sample: string, rows: readonly Row[]) => check(sample, rows, 'openvz-2.6.32');

describe('header and sections', () => {
  on2632(counter, [
    ...[0x800, 0x801, 0x802].map(
      (imageVersion): Row => [`version ${imageVersion.toString(16)}`, header({ imageVersion }), 'restores'],
    ),
    ...[0x302, 0x600, 0x700, 0x804].map(
      (imageVersion): Row => [
        `version ${imageVersion.toString(16)}`,
        header({ imageVersion }),
        'fails EINVAL version-not-accepted',
      ],
    ),
    ['features', header({ veFeatures: 0 }), 'restores'],
    ['no VEINFO', section(sectionType.veinfo, { type: 0 }), 'fails EIO beyond-file'],
    ['no TTY, and no terminal', section(sectionType.tty, { type: 0 }), 'restores'],
    ['no mounts', section(sectionType.namespace, { type: 0 }), 'fails ENODEV file-mount'],
    ...[32, 16, 17, 18, 15, 33, 7, 31, 11, 30, 24, 22, 28].map(
      (type): Row => [`no section ${type}`, section(type, { type: 0 }), 'restores'],
    ),
    [
      'a section twice: the last one counts',
      section(sectionType.snmp_stats, { type: sectionType.net_route }),
      'fails EINVAL wrong-object',
    ],
    ['VEINFO of 2.6.18', frame('veinfo', { hdrlen: 72 }), 'restores'],
    ['registers without an end', frame('x86_64_regs', { hdrlen: 272 }), 'restores'],
    ['too many resources', first('ubc', { ubResources: 26 }), 'fails EINVAL beancounter-resources'],
    ['counters', frame('bits', { last: 9 }), 'fails EINVAL snmp-counters'],
    ['address of no device', first('net_device', { index: 9 }), 'restores'],
  ]);
  on2632(threads, [['VEINFO without semaphores', frame('veinfo', { hdrlen: 40 }), 'restores']]);
});

describe('tasks', () => {
  const pid = (number: number) => task(6, { pid: number, tgid: number, leader: number });
  on2632(counter, [
    ...[2, 3, 4, 5].map((number): Row => [`pid ${number}`, pid(number), 'fails ENOMEM pid-taken']),
    ...[7, 400, 32768, 40000].map((number): Row => [`pid ${number}`, pid(number), 'restores']),
    ['pid beyond the map', pid(4194304), 'crashes pid-out-of-range'],
    ['pid 0', pid(0), 'fails EINVAL pid-out-of-range'],
    [
      'pid 5 without NFS',
      (image) => {
        image.set(image.find('image'), { veFeatures: 0 });
        pid(5)(image);
      },
      'restores',
    ],
    ['parent of nobody', task(6, { rppid: 9999 }), 'fails EINVAL parent-missing'],
    ['group and session of nobody', task(6, { pgrp: 9999, session: 8888 }), 'restores'],
    ['group 0', task(6, { pgrp: 0 }), 'restores'],
    ['negative group', task(6, { pgrp: 0xffffff00 }), 'fails EINVAL group-missing'],
    ['namespace of nobody', task(6, { namespace: bogus }), 'fails ENOLINK task-namespace'],
    [
      'traced under an old version',
      (image) => {
        image.set(image.find('image'), { imageVersion: 0x303 });
        image.set(image.find('task', { pid: 6 }), { state: 8, 'restart.fn': 0 });
        image.set(image.find('task', { pid: 1 }), { 'restart.fn': 0 });
      },
      'fails EFAULT traced-task',
    ],
    ['sleep on a clock that is none', task(1, { 'restart.arg0': 5000000n }), 'crashes restart-clock'],
    // Its files were opened in mounts that only an init makes.
    ['first task is no init', task(1, { pid: 99, tgid: 99 }), 'fails ENODEV file-mount'],
    [
      'floating point state',
      (image) =>
        image.set(image.all('bits').find((bits) => 'content' in bits && bits.content === 6)!, { size: 100 }),
      'fails EINVAL fpu-state',
    ],
  ]);
  on2632(threads, [
    ['thread in another group', task(9, { pgrp: 6 }), 'fails EINVAL lost-leader'],
    ['thread of nobody', task(9, { leader: 9999 }), 'fails EINVAL parent-missing'],
    ['thread with a parent of its own', task(9, { rppid: 9999 }), 'restores'],
    [
      'memory of another process',
      (image) => {
        const { mm } = image.find('task', { pid: 1 }).fields as { mm: bigint };
        image.set(image.find('task', { pid: 9 }), { mm });
      },
      'crashes not-inherited',
    ],
    [
      'memory of nobody',
      (image) => {
        const { mm } = image.find('task', { pid: 1 }).fields as { mm: bigint };
        image.set(image.find('task', { pid: 9 }), { mm: mm + 8n });
      },
      'fails EINVAL thread-parent',
    ],
  ]);
});

describe('files, mounts and sockets', () => {
  const unixPath =
    (values: Values): Change =>
    (image) =>
      image.set(image.find('socket', { state: 10 }), values);
  on2632(files, [
    ['descriptor beyond the table', last('filedesc', { fd: 5000 }), 'crashes descriptor-beyond-table'],
    ['huge table', last('files', { maxFds: 0x40000000 }), 'fails EMFILE table-size'],
    ['lock of an older kernel', frame('flock', { hdrlen: 56 }), 'restores'],
    ['mount of a file', first('file', { vfsmount: bogus }), 'fails ENODEV file-mount'],
    [
      'parent of a mount',
      (image) => image.set(image.all('vfsmount')[1]!, { mntParent: bogus }),
      'fails ENOLINK mount-reference',
    ],
    [
      'source of a mount',
      (image) => image.set(image.all('vfsmount')[1]!, { mntBind: bogus }),
      'fails ENODEV mount-reference',
    ],
    [
      'file system',
      (image) => {
        const type = image.all('name').filter(({ parent }) => parent?.kind === 'vfsmount')[5]!;
        image.write(type.offset + 16, 1, 0x78n);
      },
      'fails ENODEV mount-type',
    ],
    ['mount of a socket', unixPath({ saddr: 5 }), 'fails EINVAL socket-mount'],
    ['socket without a mount', unixPath({ saddr: 0xffffffff, rcvSaddr: 0xffffffff }), 'restores'],
    ['other end of a socket', first('socket', { peer: 777 }), 'fails EINVAL socket-peer'],
    ['family of a socket', first('socket', { family: 77 }), 'fails EINVAL socket-family'],
    ['packet', first('skb', { len: 999 }), 'fails EINVAL socket-packet'],
  ]);
  on2632(events, [
    ['epoll on nothing', first('epoll_file', { file: bogus }), 'fails EINVAL watch-file'],
    [
      'inotify object that is none',
      (image) => {
        const { file } = image.find('epoll').fields as { file: bigint };
        image.set(image.find('inotify'), { file });
      },
      'fails EINVAL watch-file',
    ],
    ['timer on no clock', first('posix_timer', { timerClock: 99 }), 'fails EINVAL posix-timer'],
    [
      'timer twice',
      (image) => {
        const [one, two] = image.all('posix_timer');
        image.set(two!, { timerId: (one!.fields as { timerId: number }).timerId });
      },
      'fails EAGAIN posix-timer',
    ],
  ]);
});

describe('memory', () => {
  const pagesOfArea = (image: ChangedImage) =>
    image.all('pages').find(({ parent }) => parent?.kind === 'vma')!;
  on2632(counter, [
    [
      'auxiliary vector',
      (image) => image.setHeader(image.find('mm_auxv'), { next: 16n + 8n * 44n }),
      'fails E2BIG auxiliary-vector',
    ],
    [
      'content of pages',
      (image) => image.setHeader(pagesOfArea(image), { last: 7 }),
      'fails EINVAL page-block',
    ],
    [
      'pages elsewhere',
      (image) => image.setHeader(pagesOfArea(image), { type: objectType.iterpages }),
      'fails EINVAL page-block',
    ],
    [
      'vdso',
      (image) =>
        image.set(image.all('vma').at(-1)!, {
          start: 0xffffffff80200000n,
          end: 0xffffffff80201000n,
          type: 2,
        }),
      'restores',
    ],
  ]);
});

test.each<[string, string, Change, string]>([
  ['no physical memory', counter, first('ubc', { 'parms[12].limit': 0n }), 'killed-after-resume'],
  ['a stop of 2.6.18', counter, task(6, { state: 4 }), 'task-not-woken'],
  ['a tracer that is gone', counter, task(6, { ptrace: 1n, ppid: 999 }), 'tracing-lost'],
  ['an unknown account', counter, section(sectionType.ubc, { type: 0 }), 'beancounter-unknown'],
  ['a queued event', events, frame('inotify_watch', { type: objectType.inotify_event }), 'events-lost'],
])('%s is said', (_title, sample, change, code) => {
  expect(said(sample, change)).toContain(code);
});

test('what the container root must hold', () => {
  const { conditions } = restoreChanged(files, () => {});
  expect(conditions).toContainEqual(expect.objectContaining({ kind: 'mount-point', wanted: '/proc' }));
  expect(conditions).toContainEqual(expect.objectContaining({ kind: 'device', wanted: '/dev/null' }));
});

test('operations in the order of the kernel', () => {
  const { operations } = restoreChanged(counter, () => {});
  const steps = operations.map(({ op, task: by }) => (by === undefined ? op : `${op} by ${by}`));
  const wanted = [
    'create-container',
    'kernel-thread',
    'set-limits by 1',
    'clone by 1',
    'map by 6',
    'descriptors by 6',
  ];
  const places = wanted.map((step) => steps.indexOf(step));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
});

test('nothing survives a refusal', () => {
  const report = restoreChanged(counter, task(6, { signal: noPosition }));
  expect(report).toMatchObject({ verdict: 'fails', processes: [], ipc: { sem: [], msg: [], shm: [] } });
  expect(report.failures[0]!.at.path).toBe('TASKS/task 6 (counter)');
});
