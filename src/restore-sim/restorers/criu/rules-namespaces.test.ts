/** One change to networks or other namespaces of a good image, and what CRIU 4.2 did with it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editImage, type FileEdit } from '../../../model/from-criu/testing/edit-image.ts';
import { simulateCriuRestore } from './simulate.ts';
import {
  check,
  closeBases,
  counter,
  entry,
  image,
  inventory,
  openBases,
  type Row,
} from './testing/rule-rows.ts';

beforeAll(openBases);
afterAll(closeBases);

/** The bytes of a file of the counter, changed. */
const bytes =
  (file: string, change: (old: Buffer) => Buffer): (() => Record<string, FileEdit>) =>
  () => {
    const source = image(counter).open(file)!;
    const old = Buffer.from(source.view(0, source.size));
    source.close();
    return { [file]: new Uint8Array(change(old)) };
  };

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

const device = (fields: object) => entry('netdev-10.img', 0, () => fields);

const networkRows: readonly Row[] = [
  failing('a name of a device with 300 bytes', device({ name: 'x'.repeat(300) }), {
    code: 'criu-network',
    said: "Can't restore link: -34",
    at: { file: 'netdev-10.img', offset: 8 },
  }),
  failing('no name of a device', device({ name: '' }), { code: 'criu-network' }),
  failing('packets too small for IPv4', device({ mtu: 0 }), {
    code: 'criu-network',
    said: "Can't open sysctl net/ipv4/conf/lo/accept_local: No such file or directory",
  }),
  failing('packets smaller than those of IPv6', device({ mtu: 999 }), {
    code: 'criu-network',
    said: "Can't write net/ipv6/conf/lo/mtu: Invalid argument",
  }),
  failing('another name of the loopback device', device({ name: 'abc' }), {
    code: 'criu-network',
    said: "Can't restore link: -19",
  }),
  failing(
    'a range of groups that are none',
    entry('netns-10.img', 0, ({ ipv4_sysctl: [ping] }) => ({
      ipv4_sysctl: [{ ...ping, sarg: '0 4294967295' }],
    })),
    {
      code: 'criu-network',
      said: 'Failed to write net/ipv4/<sysctls>',
      at: { file: 'netns-10.img', offset: 8 },
    },
  ),
  failing(
    'an address of IPv6 where that is disabled',
    entry('netdev-10.img', 0, ({ conf6 }) => ({
      conf6: conf6.map((value: object, index: number) => (index === 13 ? { ...value, iarg: 1 } : value)),
    })),
    { code: 'criu-network-dump', at: { file: 'ifaddr-10.img', offset: 80 } },
  ),
  restoring('large packets', device({ mtu: 0x7fff_ffff })),
  restoring('another number of the loopback device', device({ ifindex: 999 })),
  failing(
    'settings of IPv6 that moved by one',
    entry('netdev-10.img', 0, ({ conf6 }) => ({ conf6: conf6.slice(1) })),
    { code: 'criu-network', said: "Can't write net/ipv6/conf/lo/hop_limit: Invalid argument" },
  ),
  restoring(
    'defaults of IPv6 that moved by one',
    entry('netns-10.img', 0, ({ def_conf6: conf }) => ({ def_conf6: conf.slice(1) })),
  ),
  failing(
    'limits of unix sockets twice',
    entry('netns-10.img', 0, ({ unix_conf: conf }) => ({ unix_conf: [...conf, ...conf] })),
    { code: 'criu-network', said: 'unix: Unexpected entries in config (2 1)' },
  ),
  failing('an empty description', { 'netns-10.img': new Uint8Array() }, { code: 'criu-unreadable' }),
  failing(
    'bytes after the devices',
    {
      'netdev-10.img': (records) => [
        ...records,
        { kind: 'opaque', reason: 'unreadable', offset: 0, data: Uint8Array.of(1, 2, 3) },
      ],
    },
    { code: 'criu-unreadable', at: { file: 'netdev-10.img', offset: 500 } },
  ),
];

const dumpRows: readonly (readonly [
  what: string,
  file: string,
  change: (old: Buffer) => Buffer,
  offset: number | undefined,
])[] = [
  ['no bytes', 'route-10.img', () => Buffer.alloc(0), 0],
  ['half of the first word', 'route6-10.img', (old) => old.subarray(0, 2), 0],
  ['another first word', 'rule-10.img', (old) => set(old, 0, 0), 0],
  ['a message that was cut', 'rule-10.img', (old) => old.subarray(0, old.length - 1), 116],
  ['no message', 'rule-10.img', (old) => old.subarray(0, 4), undefined],
  ['another kind of message', 'ifaddr-10.img', (old) => set(old, 8, 128), 4],
  ['a device that is not there', 'ifaddr-10.img', (old) => set(old, 24, 128), 4],
  ['an address without its bytes', 'ifaddr-10.img', (old) => set(old, 36, 0), 4],
  ['an address that is not valid any more', 'ifaddr-10.img', (old) => set(old, 68, 0), 4],
  ['bytes after the last message', 'ifaddr-10.img', (old) => Buffer.concat([old, Buffer.of(1, 2, 3)]), 160],
  ['the first message alone', 'ifaddr-10.img', (old) => old.subarray(0, 80), undefined],
  ['a rule of another family', 'rule-10.img', (old) => set(old, 20, 0), 4],
  ['a rule for no address', 'rule-10.img', (old) => set(old, 134, 255), 116],
  ['no filters', 'nftables-10.img', () => Buffer.alloc(0), undefined],
  ['the first table alone', 'nftables-10.img', (old) => old.subarray(0, 356), undefined],
  ['a table without an end', 'nftables-10.img', (old) => old.subarray(0, 99), 98],
  ['a table without a name', 'nftables-10.img', (old) => old.subarray(0, 8), 0],
  ['a word that begins no table', 'nftables-10.img', (old) => set(old, 4, 0x64), 0],
  ['bytes that are no text', 'nftables-10.img', (old) => Buffer.concat([old, Buffer.of(1, 2, 3)]), 713],
];

function set(bytes: Buffer, offset: number, value: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[offset] = value;
  return changed;
}

const clock = (fields: object) => entry('timens-0.img', 0, () => fields);

const otherRows: readonly Row[] = [
  failing('seconds that no clock holds', clock({ monotonic: { tv_sec: 2n ** 63n - 1n, tv_nsec: 0n } }), {
    code: 'criu-clock',
    said: 'Unable to set a monotonic clock offset: Numerical result out of range',
    at: { file: 'timens-0.img', offset: 8 },
  }),
  failing('nanoseconds of as much', clock({ boottime: { tv_sec: 1n, tv_nsec: 2n ** 63n - 1n } }), {
    code: 'criu-clock',
    said: 'Unable to set a boottime clock offset',
  }),
  restoring('68 years', clock({ monotonic: { tv_sec: 2n ** 31n - 1n, tv_nsec: 2n ** 31n - 1n } })),
  failing('no clocks in the file', { 'timens-0.img': () => [] }, { code: 'criu-file-missing' }),
  failing(
    'a time namespace without a file',
    entry('ids-1.img', 0, () => ({ time_ns_id: 999 })),
    {
      code: 'criu-file-missing',
      at: { file: 'timens-999.img' },
    },
  ),
  failing('a user namespace without a file', inventory({ root_ids: { ...rootIds(), user_ns_id: 999 } }), {
    code: 'criu-file-missing',
    at: { file: 'userns-7.img' },
  }),
  restoring('a user namespace, and one of pids', ownUsers()),
  failing(
    'no number of the network',
    entry('ids-1.img', 0, () => ({ net_ns_id: undefined })),
    {
      code: 'criu-segfault',
    },
  ),
  failing(
    'no number of the mounts',
    entry('ids-1.img', 0, () => ({ mnt_ns_id: undefined })),
    {
      code: 'criu-segfault',
    },
  ),
  restoring(
    'a name of 300 bytes',
    entry('utsns-12.img', 0, () => ({ nodename: 'x'.repeat(300) })),
  ),
];

/** `userns-N.img` as CRIU 4.2.1 wrote it of `unshare --user --map-root-user`: both maps are 0, 0, 1. */
function ownUsers(): Record<string, FileEdit> {
  const file = Buffer.from('1943565406494755100000000a060800100018011206080010001801', 'hex');
  return {
    ...inventory({ root_ids: { ...rootIds(), user_ns_id: 999 } }),
    'userns-7.img': new Uint8Array(file),
  };
}

function rootIds(): object {
  return {
    vm_id: 1,
    files_id: 1,
    fs_id: 1,
    sighand_id: 1,
    pid_ns_id: 1,
    net_ns_id: 2,
    ipc_ns_id: 3,
    uts_ns_id: 4,
    mnt_ns_id: 6,
    cgroup_ns_id: 8,
    time_ns_id: 5,
  };
}

describe.each([
  ['networks', networkRows],
  ['clocks, users, names', otherRows],
])('%s', (_, rows) => {
  test.each(rows)('$what: $verdict', (row) => check(row));
});

test.each(dumpRows)('%s in %s', (_, file, change, offset) => {
  const { verdict, failures } = simulateCriuRestore(editImage(image(counter), bytes(file, change)()));
  expect(verdict).toBe(offset === undefined ? 'restores' : 'fails');
  if (offset !== undefined) {
    expect(failures[0]).toMatchObject({ code: 'criu-network-dump', at: { file, offset } });
  }
});

/** Seen with CRIU 4.2.1 and a dump of `unshare --user --map-root-user sleep`, whose pid is one of the host. */
test('a user namespace, and none of pids: fails', () => {
  const pid = 4364;
  const renamed = (kind: string, change = (old: Buffer) => old): Record<string, FileEdit> => {
    const old = `${kind}-1.img`;
    return { [`${kind}-${pid}.img`]: bytes(old, change)()[old]!, [old]: null };
  };
  const pidNamespaceAt = 21;
  const edited = editImage(image(counter), {
    ...ownUsers(),
    ...entry('pstree.img', 0, () => ({ pid, pgid: pid, sid: pid, threads: [pid] })),
    ...renamed('core'),
    ...renamed('fs'),
    ...renamed('mm'),
    ...renamed('pagemap'),
    ...renamed('ids', (old) => set(old, pidNamespaceAt, 1)),
  });
  const { verdict, failures } = simulateCriuRestore(edited);
  expect(verdict).toBe('fails');
  expect(failures[0]).toMatchObject({
    code: 'criu-proc-of-users',
    message: expect.stringContaining('Unable to open the proc file system: Operation not permitted'),
    at: { file: 'pstree.img', offset: 8 },
  });
});
