/** Field by field, message by message: against what was seen inside the containers before the dump. */
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { imagesWithTruth, type RealImage } from '../../../model/testing/truth.ts';
import { addressBytes, addressWords } from './files/addresses.ts';
import { termiosEntry } from './files/tty.ts';
import { below } from './mounts.ts';
import { descriptorOf, selectorOf } from './segments.ts';
import { siginfoBytesOf } from './signals.ts';
import { type Converted, convertFile } from './testing/converted.ts';
import { relativeName } from './tmpfs.ts';

const mask = (value: bigint | undefined) => (value ?? 0n).toString(16).padStart(16, '0');

describe.each(imagesWithTruth)('$name', ({ path, truth }) => {
  const converted = convertFile(path);
  const core = (pid: number) => converted.messages('core_entry', 'CORE', pid)[0];
  const live = truth.processes.filter(({ state, maps }) => state !== 'Z' && maps.length > 0);

  test('core: names, credentials, masks, nice', () => {
    for (const process of live) {
      const { tc, thread_core } = core(process.pid) ?? {};
      const { creds } = thread_core ?? {};
      expect(tc?.comm).toBe(process.comm);
      expect([creds?.uid, creds?.euid, creds?.suid, creds?.fsuid]).toEqual(process.uid);
      expect([creds?.gid, creds?.egid, creds?.sgid, creds?.fsgid]).toEqual(process.gid);
      expect([...(creds?.groups ?? [])].sort()).toEqual([...process.groups].sort());
      expect(mask(thread_core?.blk_sigset)).toBe(process.masks.sigBlk);
      expect(thread_core?.sched_nice).toBe(process.nice);
    }
  });

  test('core: capabilities, but for bits that no current kernel has', () => {
    for (const process of live) {
      const words = core(process.pid)?.thread_core?.creds?.cap_prm ?? [];
      const value = BigInt(words[0] ?? 0) | (BigInt(words[1] ?? 0) << 32n);
      expect(value).toBe(BigInt(`0x${process.masks.capPrm}`) & ((1n << 41n) - 1n));
    }
  });

  test('core: handlers are those that were caught and ignored', () => {
    for (const process of live) {
      const actions = core(process.pid)?.tc?.sigactions ?? [];
      expect(actions).toHaveLength(62);
      const signals = Array.from({ length: 64 }, (_, index) => index + 1).filter(
        (signo) => signo !== 9 && signo !== 19,
      );
      const of = (test: (handler: bigint) => boolean) =>
        signals.reduce((all, signo, index) => {
          return test(actions[index]?.sigaction ?? 0n) ? all | (1n << BigInt(signo - 1)) : all;
        }, 0n);
      expect(mask(of((handler) => handler === 1n))).toBe(process.masks.sigIgn);
      expect(mask(of((handler) => handler > 1n))).toBe(process.masks.sigCgt);
    }
  });

  test('core: pending signals', () => {
    const bits = (queue: { signals?: readonly { siginfo?: Uint8Array }[] } | undefined) =>
      (queue?.signals ?? []).reduce((all, { siginfo }) => all | (1n << BigInt((siginfo?.[0] ?? 1) - 1)), 0n);
    for (const process of live) {
      const { tc, thread_core } = core(process.pid) ?? {};
      expect(mask(bits(tc?.signals_s))).toBe(process.masks.shdPnd);
      expect(mask(bits(thread_core?.signals_p))).toBe(process.masks.sigPnd);
    }
  });

  test('threads: names', () => {
    for (const process of live) {
      for (const { tid, comm } of process.threads) expect(core(tid)?.thread_core?.comm).toBe(comm);
    }
  });

  test('mm: areas, but for the guard page of stacks and what was put in', () => {
    for (const process of live) {
      const vmas = converted.messages('mm_entry', 'MM', process.pid)[0]?.vmas ?? [];
      const known = new Set(vmas.map(({ start, end }) => `${start}-${end}`));
      const ends = new Set(vmas.map(({ end }) => end));
      for (const map of process.maps) {
        if (map.path === '[vsyscall]' || map.end > 0x7ffffffff000n || map.start === 0xffffe000n) continue;
        const isThere = map.path === '[stack]' ? ends.has(map.end) : known.has(`${map.start}-${map.end}`);
        expect(isThere, `${process.pid} ${map.start.toString(16)} ${map.path}`).toBe(true);
      }
    }
  });

  test('mm: areas are protected and shared as they were', () => {
    for (const process of live) {
      const vmas = converted.messages('mm_entry', 'MM', process.pid)[0]?.vmas ?? [];
      for (const map of process.maps) {
        const vma = vmas.find(({ start }) => start === map.start);
        if (!vma) continue;
        const letters = [
          (vma.prot ?? 0) & 1 ? 'r' : '-',
          (vma.prot ?? 0) & 2 ? 'w' : '-',
          (vma.prot ?? 0) & 4 ? 'x' : '-',
        ];
        expect(letters.join('') + ((vma.flags ?? 0) & 1 ? 's' : 'p')).toBe(map.perms);
      }
    }
  });

  test('fdinfo: the same descriptors', () => {
    for (const process of live) {
      if (process.fds.length === 0) continue;
      const [ids] = converted.messages('task_kobj_ids_entry', 'IDS', process.pid);
      const fds = converted.messages('fdinfo_entry', 'FDINFO', ids?.files_id).map(({ fd }) => fd);
      expect(fds.sort()).toEqual(process.fds.map(({ fd }) => fd).sort());
    }
  });

  test('mm: the auxiliary vector has the page size', () => {
    for (const { pid } of live) {
      const words = converted.messages('mm_entry', 'MM', pid)[0]?.mm_saved_auxv ?? [];
      const is32 = core(pid)?.thread_info?.gpregs?.mode === 2;
      // AT_PAGESZ is 6; words of 32-bit programs stand two and two.
      const pair = is32 ? words.includes((4096n << 32n) | 6n) : words[words.indexOf(6n) + 1] === 4096n;
      expect(pair, String(pid)).toBe(true);
      expect(words.length).toBeLessThanOrEqual(46);
    }
  });
});

const named = (name: string): RealImage | undefined =>
  imagesWithTruth.find((image) => image.name.endsWith(name));
const withImage = (name: string, check: (converted: Converted, image: RealImage) => void) => {
  const image = named(name);
  test.skipIf(!image)(name, () => image && check(convertFile(image.path), image));
};

describe('limits, as /proc/PID/limits showed them', () => {
  withImage('2.6.32-counter.cpt', (converted, { truth }) => {
    const text: string = truth.raw.procs.find(({ pid }: { pid: number }) => pid === 1).limits;
    const rlimits = converted.messages('core_entry', 'CORE', 1)[0]?.tc?.rlimits?.rlimits ?? [];
    expect(rlimits).toHaveLength(16);
    const shown = (value: bigint | undefined) =>
      value === 0xffffffffffffffffn ? 'unlimited' : String(value);
    const rows = [
      ['Max stack size', 3],
      ['Max processes', 6],
      ['Max open files', 7],
      ['Max locked memory', 8],
    ] as const;
    for (const [name, resource] of rows) {
      const [, soft, hard] = new RegExp(`^${name} +(\\S+) +(\\S+)`, 'm').exec(text) ?? [];
      expect([shown(rlimits[resource]?.cur), shown(rlimits[resource]?.max)]).toEqual([soft, hard]);
    }
  });
});

describe('tcp-stream: queued bytes, as /proc/net/tcp showed them', () => {
  withImage('2.6.18-tcp-udp.cpt', (converted, { truth }) => {
    const streams = converted
      .messages('file_entry', 'FILES')
      .flatMap(({ isk }) => (isk?.proto === 6 ? [isk] : []));
    const lines: readonly string[] = truth.raw.net_tcp;
    let compared = 0;
    for (const { ino, src_port = 0, dst_port = 0 } of streams) {
      const [stream] = converted.messages('tcp_stream_entry', 'TCP_STREAM', ino);
      if (!stream) continue;
      const port = (number: number) => number.toString(16).toUpperCase().padStart(4, '0');
      const line = lines.find((text) => text.includes(`:${port(src_port)} 0100007F:${port(dst_port)} `));
      const [, sent, received] = /([\dA-F]{8}):([\dA-F]{8})/.exec(line ?? '') ?? [];
      expect([stream.outq_len, stream.inq_len]).toEqual([
        Number.parseInt(sent ?? '', 16),
        Number.parseInt(received ?? '', 16),
      ]);
      compared++;
    }
    expect(compared).toBe(2);
  });
});

describe('events of 2.6.32', () => {
  withImage('2.6.32-events.cpt', (converted) => {
    const files = converted.messages('file_entry', 'FILES');
    // The program waits for SIGUSR2, number 12, by its signalfd.
    expect(files.find(({ sgfd }) => sgfd)?.sgfd?.sigmask).toBe(1n << 11n);
    expect(files.filter(({ tfd }) => tfd)).toHaveLength(2);
    const watches = files.find(({ ify }) => ify)?.ify?.wd?.map(({ wd }) => wd);
    expect(watches).toEqual([1, 2]);
    expect(
      files
        .find(({ epfd }) => epfd)
        ?.epfd?.tfd?.map(({ tfd }) => tfd)
        .sort(),
    ).toEqual([3, 5, 7]);
  });
});

describe('tmpfs: names relative to the mount', () => {
  withImage('2.6.32-tmpfs.cpt', (converted) => {
    const mount = converted
      .messages('mnt_entry', 'MNTS', 13)
      .find(({ mountpoint }) => mountpoint === '/tmpfs');
    const tar = gunzipSync(converted.bytes('TMPFS_DEV', mount?.root_dev));
    const names: string[] = [];
    for (let at = 0; tar[at] !== 0; ) {
      names.push(tar.toString('latin1', at, tar.indexOf(0, at)));
      at += 512 + Math.ceil(Number.parseInt(tar.toString('latin1', at + 124, at + 135), 8) / 512) * 512;
    }
    expect(names.sort()).toEqual(['./', 'file', 'link', 'sub/']);
  });
});

test.each([
  [0n, 0],
  [1n, 0x63],
  [3n, 0x73],
  [4n, 0x2b],
  [5n, 0x23],
  [6n, 0x2b],
  [7n, 0x33],
])('segment code %i', (code, selector) => expect(selectorOf(code)).toBe(selector));

test('a segment descriptor as set_thread_area(2) makes it', () => {
  // From the image 2.6.18-counter-32bit: thread-local storage at 0x8069210.
  expect(descriptorOf(0x8dff2069210ffffn)).toMatchObject({
    base: 0x8069210,
    limit: 0xfffff,
    is32bit: true,
    countsPages: true,
    isPresent: true,
    isWritable: true,
    isCode: false,
    isAvailable: true,
  });
});

test('control characters are packed, as CRIU 4.2 dumps them', () => {
  const cc = [3, 28, 127, 21, 4, 0, 1, 0, 17, 19, 26, 0, 18, 15, 23, 22, 0, 0, 0];
  const termios = { iflag: 1280, oflag: 5, cflag: 191, lflag: 35387, line: 0, cc };
  const { c_cc } = termiosEntry(termios);
  expect(c_cc).toHaveLength(19);
  // What a real pty.tar.gz has.
  expect(c_cc?.slice(0, 4)).toEqual([360651779, 65540, 1708817, 370609938]);
});

test.each([
  ['127.0.0.1', 'inet', 2, [16777343]],
  ['::1', 'inet6', 10, [0, 0, 0, 0x1000000]],
  ['fe80::1:2', 'inet6', 10, [0x80fe, 0, 0, 0x2000100]],
] as const)('address %s', (address, family, number, words) => {
  const given =
    family === 'inet' ? { family, address, port: 1 } : { family, address, port: 1, flowInfo: 0, scopeId: 0 };
  expect(addressWords(given, number)).toEqual(words);
  expect(addressBytes(address)).toHaveLength(family === 'inet' ? 4 : 16);
});

test('a value is written only for signals that have one', () => {
  const signal = { at: 0, signo: 10, errno: 0, pid: 6, uid: 0, utimeNs: 0n, stimeNs: 0n, user: 0n, flags: 0 };
  const value = (code: number) =>
    Buffer.from(siginfoBytesOf({ ...signal, code, value: 0x1000n })).readBigUInt64LE(24);
  expect(value(0)).toBe(0n);
  expect(value(-1)).toBe(0x1000n);
});

test.each([
  ['mnt/', '/mnt', './'],
  ['mnt/d/file', '/mnt', 'd/file'],
  ['./mnt/d', '/mnt', 'd'],
  ['mntx/file', '/mnt', 'mntx/file'],
  ['dev/shm/a', '/dev/shm', 'a'],
])('%s below %s', (name, mountpoint, expected) => expect(relativeName(name, mountpoint)).toBe(expected));

test.each([
  ['/', '/a/b', '/a/b'],
  ['/a', '/a/b', '/b'],
  ['/a', '/a', '/'],
])('from %s, %s', (mountpoint, path, expected) => expect(below(mountpoint, path)).toBe(expected));
