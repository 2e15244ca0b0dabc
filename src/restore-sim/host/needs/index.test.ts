/** Conditions held against facts of a host. */
import { describe, expect, test } from 'vitest';
import { type ConditionCode, type ConditionFacts, condition } from '../../conditions.ts';
import { criuOptions } from '../../restorers/criu/index.ts';
import type { Host } from '../host.ts';
import type { RootEntry, RootView } from '../root-view.ts';
import { judge, type Situation } from './index.ts';

const judged = (code: ConditionCode, facts: ConditionFacts, host: Omit<Host, 'schemaVersion'>) =>
  judge(condition(code, '', '', { file: 'x.img' }, facts), {
    host: { schemaVersion: 1, ...host },
    options: undefined,
    root: undefined,
    rootPath: undefined,
    hostRoot: undefined,
  });

describe('a feature of the kernel', () => {
  // MAP_DROPPABLE came with Linux 6.11, without a setting of its own; CONFIG_X86_USER_SHADOW_STACK is one.
  test.each([
    ['droppable', 6011, { kernel: { release: '6.18.5' } }, 'met'],
    ['droppable', 6011, { kernel: { release: '6.11.0-rc1' } }, 'met'],
    ['droppable', 6011, { kernel: { release: '6.10.9' } }, 'unmet'],
    ['droppable', 6011, { kernel: { release: '6.18.5' }, features: { droppable: false } }, 'unmet'],
    ['droppable', 6011, {}, 'open'],
    ['shadow-stack', 6006, { kernel: { release: '6.18.5' } }, 'open'],
  ] as const)('%s %s %j', (feature, since, host, state) =>
    expect(judged('kernel-feature', { feature, since }, host).state).toBe(state),
  );
});

describe('what helps against a file that is another one', () => {
  const file = { path: '/f', type: 'file', size: 5, mode: 0o644, rdev: { major: 0, minor: 0 } } as const;
  const against = (facts: ConditionFacts, entry: RootEntry | undefined) => {
    const root = { stat: () => entry } as unknown as RootView;
    const one = condition('file-needed', '', 'put it back', { file: 'x.img' }, { path: '/f', ...facts });
    return judge(one, { host: undefined, options: undefined, root, rootPath: '', hostRoot: root }).remedy;
  };
  // criu(8): --skip-file-rwx-check leaves out the bits rwx, and nothing else.
  test.each([
    [{ size: '6' }, file, 'put it back'],
    [{}, undefined, 'put it back'],
    [{ mode: '0100600' }, file, 'chmod 600 it, or give --skip-file-rwx-check'],
    [{ mode: '0104755' }, file, 'chmod 4755 it'],
  ] as const)('%j', (facts, entry, remedy) => expect(against(facts, entry)).toBe(remedy));
});

describe('a port', () => {
  const tcp = { protocol: 'tcp', address: '0.0.0.0', port: 80 } as const;
  const udp = { ...tcp, protocol: 'udp' } as const;
  const v6 = { ...tcp, address: '::' };
  // Who has the port. Most rows were seen with CRIU 4.2.1 on Linux 6.18, the others follow from its source
  // (criu/sk-inet.c, open_inet_sk); the mapped address was not tried.
  test.each([
    ['one that listens', tcp, [{ ...tcp, isListening: true }], 'unmet', '0.0.0.0:80 is in use'],
    ['of a document that does not say', tcp, [tcp], 'unmet', '0.0.0.0:80 is in use'],
    ['another address', { ...tcp, address: '127.0.0.1' }, [{ ...tcp, address: '10.0.0.1' }], 'met', null],
    ['another protocol', tcp, [udp], 'met', null],
    ['IPv6 only in the image', { ...v6, isV6Only: 1 }, [tcp], 'met', null],
    ['both families in the image', v6, [tcp], 'unmet', '0.0.0.0:80 is in use'],
    ['IPv6 on the host', tcp, [v6], 'open', '[::]:80 is in use, and may be taken or shared'],
    ['IPv6 alone on the host', tcp, [{ ...v6, isV6Only: true }], 'met', null],
    ['both families on the host', tcp, [{ ...v6, isV6Only: false }], 'unmet', '[::]:80 is in use'],
    // CRIU sets SO_REUSEPORT itself before it binds, whatever the socket of the image had: both were seen.
    ['one that shares', tcp, [{ ...tcp, isListening: true, isShared: true }], 'met', null],
    [
      'one that does not share, and a shared one in the image',
      { ...tcp, isShared: 1 },
      [{ ...tcp, isListening: true, isShared: false }],
      'unmet',
      '0.0.0.0:80 is in use',
    ],
    ['UDP that shares', udp, [{ ...udp, isShared: true }], 'met', null],
    [
      'UDP that does not share',
      { ...udp, isShared: 1 },
      [{ ...udp, isShared: false }],
      'unmet',
      '0.0.0.0:80 is in use',
    ],
    [
      'one that is bound only',
      tcp,
      [{ ...tcp, isListening: false, isShared: false }],
      'unmet',
      '0.0.0.0:80 is in use',
    ],
    [
      'one that is bound only, and may be joined',
      tcp,
      [{ ...tcp, isListening: false, isShared: true }],
      'met',
      null,
    ],
    [
      'connected',
      tcp,
      [{ ...tcp, isListening: false }],
      'open',
      '0.0.0.0:80 is in use, and may be taken or shared',
    ],
    ['shared', { ...udp, isShared: 1 }, [udp], 'open', '0.0.0.0:80 is in use, and may be taken or shared'],
    ['UDP', udp, [udp], 'open', '0.0.0.0:80 is in use, and may be taken or shared'],
    [
      // Each of both forms: "Can't bind inet socket: Address already in use"
      'mapped',
      { ...tcp, address: '::ffff:127.0.0.1' },
      [tcp],
      'unmet',
      '0.0.0.0:80 is in use',
    ],
    [
      'mapped, as /proc/net/tcp6 has it',
      { ...tcp, address: '127.0.0.1' },
      [{ ...tcp, address: '::ffff:7f00:1' }],
      'unmet',
      '[::ffff:7f00:1]:80 is in use',
    ],
  ] as const)('%s', (_, facts, listening, state, found) =>
    expect(judged('port-free', facts, { network: { listening, showsBound: true } })).toMatchObject({
      state,
      found,
    }),
  );
  test('one that is bound only, where the host shows none', () =>
    expect(judged('port-free', tcp, { network: { listening: [] } }).state).toBe('open'));
});

// Seen with CRIU 4.2.1 as root: 1 0 is refused (EACCES), 0 100 is not.
test.each([
  ['1\t0', 'unmet'],
  ['0\t100', 'met'],
  [undefined, 'open'],
] as const)('a socket of ping and the range of groups %j', (range, state) => {
  const sysctls = range === undefined ? {} : { 'net.ipv4.ping_group_range': range };
  expect(judged('ping-group', {}, { sysctls, restorer: { uid: 0, gid: 0 } }).state).toBe(state);
});

// ip route add local 10.9.0.0/24 dev lo: CRIU 4.2.1 binds to what is in it.
test.each([
  ['10.9.0.7', ['10.9.0.0/24'], 'met'],
  ['10.9.1.7', ['10.9.0.0/24'], 'unmet'],
  ['fd00::1', ['10.9.0.0/24'], 'unmet'],
])('the address %s, of %j', (address, addresses, state) =>
  expect(judged('address-there', { address }, { network: { addresses } }).state).toBe(state),
);

// "Can't add interface vout to bridge lo: Operation not supported"
test.each([
  [true, 'met'],
  [false, 'unmet'],
  [undefined, 'met'],
] as const)('what has to be a bridge, and is one: %s', (isBridge, state) => {
  const network = { interfaces: [{ name: 'lo', ...(isBridge !== undefined && { isBridge }) }] };
  expect(judged('interface-there', { interface: 'lo', isBridge: 1 }, { network }).state).toBe(state);
});

// "CPU instruction capabilities do not match run time", "CPU xfeatures has unsupported bits"
test.each([
  [{ states: '0x7', features: 'avx2 xop' }, ['avx', 'avx2'], 'unmet'],
  [{ states: '0x7', features: 'avx2' }, ['avx', 'avx2'], 'met'],
  [{ states: '0xe7', features: '' }, ['avx'], 'unmet'],
])('a processor for %j that has %j', (facts, features, state) =>
  expect(judged('cpu-features', facts, { cpu: { features } }).state).toBe(state),
);

test('a connection from an address that is nowhere needs more than that sockets may be bound to it', () => {
  const host = { network: { addresses: [] }, sysctls: { 'net.ipv4.ip_nonlocal_bind': '1' } };
  const facts = { address: '10.66.0.1' };
  expect(judged('address-there', facts, host)).toMatchObject({ state: 'unmet', otherwise: 'loses' });
  expect(judged('address-there', { ...facts, isConnected: 1 }, host).state).toBe('open');
});

describe('files of the host', () => {
  const file = { type: 'file', size: 0, mode: 0o644, rdev: { major: 0, minor: 0 } } as const;
  const against = (
    code: ConditionCode,
    facts: ConditionFacts,
    names: Readonly<Record<string, Partial<RootEntry>>>,
    more: Partial<Situation> = {},
  ) => {
    const stat = (path: string) =>
      Object.hasOwn(names, path) ? { ...file, path, ...names[path] } : undefined;
    const root = { stat, isLink: (path: string) => path.endsWith('link') } as unknown as RootView;
    const situation = { host: undefined, options: undefined, root, rootPath: '', hostRoot: root, ...more };
    return judge(condition(code, '', '', { file: 'x.img' }, facts), situation);
  };

  // Each as CRIU 4.2.1 was seen to take it on Linux 6.18.
  describe('what mounts and modes forbid', () => {
    const mountedWith = (options: string) => ({
      host: { schemaVersion: 1, mounts: [{ point: '/m', type: 'ext4', options }] } as const,
    });
    const device = { type: 'character-device', rdev: { major: 1, minor: 7 } } as const;
    const program = { isProgram: 1, isExecuted: 1 };
    test.each([
      // "Can't open file … on restore: Permission denied"
      ['device-needed', {}, device, 'rw,nodev', 'unmet'],
      ['device-needed', {}, device, 'rw,nosuid', 'met'],
      ['device-needed', { isOnlyNamed: 1 }, device, 'rw,nodev', 'met'],
      // "Can't restore 0x55ead89a5000 mapping with 0xffffffffffffffff"
      ['file-needed', { isExecuted: 1 }, {}, 'rw,noexec', 'unmet'],
      ['file-needed', {}, {}, 'rw,noexec', 'met'],
      ['file-needed', program, { mode: 0o755 }, 'rw', 'met'],
      // "sys_prctl(PR_SET_MM, PR_SET_MM_MAP) failed with -13"
      ['file-needed', program, { mode: 0o644 }, 'rw', 'unmet'],
    ] as const)('%s %j %j on %s', (code, facts, entry, options, state) => {
      const found = against(code, { path: '/m/a', ...facts }, { '/m/a': entry }, mountedWith(options));
      expect(found.state).toBe(state);
    });

    const [override, search] = [1n << 1n, 1n << 2n];
    const lacking = (bits: bigint) => {
      const effective = `0x${(0x1ff_ffff_ffffn & ~bits).toString(16)}`;
      return {
        host: {
          schemaVersion: 1,
          restorer: { uid: 0, gid: 0, capabilities: { effective } },
          mounts: [],
        } as const,
      };
    };
    const names = (mode: number, above: number) =>
      ({
        '/d': { type: 'directory', uid: 1000, gid: 1000, mode: above },
        '/d/a': { uid: 1000, gid: 1000, mode },
      }) as const;
    test.each([
      ['file-needed', {}, names(0o600, 0o755), override | search, 'unmet'],
      ['file-needed', {}, names(0o600, 0o755), override, 'met'],
      ['file-needed', { isWritten: 1 }, names(0o600, 0o755), override, 'unmet'],
      ['file-needed', {}, names(0o600, 0o755), 0n, 'met'],
      ['file-needed', {}, names(0o644, 0o700), override | search, 'unmet'],
      ['file-needed', { isOfOtherUsers: 1 }, names(0o600, 0o755), override | search, 'met'],
      // "Can't create ghost regfile: Permission denied", "Can't bind id 0x1e …: Address already in use"
      ['directory-needed', { path: '/d', isWritten: 1 }, names(0o600, 0o755), override, 'unmet'],
      ['directory-needed', { path: '/d', isWritten: 1 }, names(0o600, 0o777), override, 'met'],
      ['unix-name-free', { path: '/d/u' }, names(0o600, 0o755), override, 'unmet'],
    ] as const)('%s %j %j without 0x%x', (code, facts, entries, bits, state) =>
      expect(against(code, { path: '/d/a', ...facts }, entries, lacking(bits)).state).toBe(state),
    );

    test.each([
      [true, 'unmet'],
      [false, 'open'],
    ] as const)('a directory that may not be entered, on the host itself: %s', (isHere, state) => {
      const stat = () => {
        throw Object.assign(new Error(), { code: 'EACCES' });
      };
      const root = { stat } as unknown as RootView;
      const more = { root, hostRoot: isHere ? root : undefined };
      expect(against('file-needed', { path: '/d/a' }, {}, more).state).toBe(state);
    });
  });

  // "Can't bind inet socket (id 30): Permission denied"
  test.each([
    [{ port: 80, isHere: 1 }, 1 << 10, '1024', 'unmet'],
    [{ port: 80, isHere: 1 }, 1 << 10, '80', 'met'],
    [{ port: 80 }, 1 << 10, '80', 'unmet'],
    [{ port: 80, isHere: 1 }, 0, '1024', 'met'],
  ])('a low port: %j without 0x%x, from %s', (facts, bits, first, state) => {
    const effective = `0x${(0x1fffffff & ~bits).toString(16)}`;
    const host = {
      restorer: { capabilities: { effective } },
      sysctls: { 'net.ipv4.ip_unprivileged_port_start': first },
    };
    expect(judged('port-capability', facts, host).state).toBe(state);
  });

  // "Can't create even fake link!"
  test.each([
    [[], 'met'],
    [['/d/a'], 'met'],
    [['/d/a.cr_link'], 'met'],
    [['/d/a', '/d/a.cr_link'], 'unmet'],
  ] as const)('names of a removed file, of which are taken: %j', (taken, state) => {
    const names = Object.fromEntries(taken.map((path) => [path, {}]));
    expect(against('removed-name-free', { path: '/d/a' }, names).state).toBe(state);
  });

  // "has bad mode 0100755 (expect 040755)"; of a directory as it was CRIU takes no notice.
  test.each([
    [undefined, 'met'],
    [{ type: 'directory', mode: 0o755 }, 'met'],
    [{ type: 'directory', mode: 0o700 }, 'unmet'],
    [{ type: 'file', mode: 0o755 }, 'unmet'],
  ] as const)('a removed directory, at whose name is %j', (entry, state) => {
    const names = entry === undefined ? {} : { '/d/a': entry };
    expect(against('removed-name-free', { path: '/d/a', mode: '0040755' }, names).state).toBe(state);
  });

  // "Can't set lease: Resource temporarily unavailable"
  test.each([
    ['WRITE', { inodes: ['7'], written: [] }, 'unmet'],
    ['READ', { inodes: ['7'], written: [] }, 'met'],
    ['READ', { inodes: ['7'], written: ['7'] }, 'unmet'],
    ['WRITE', { inodes: ['8'], written: [] }, 'met'],
    ['WRITE', undefined, 'open'],
  ] as const)('a lease to %s, with %j open', (access, openFiles, state) => {
    const facts = { path: '/d/a', lock: 'LEASE', access };
    const more = { host: { schemaVersion: 1, locks: [], ...(openFiles && { openFiles }) } } as const;
    expect(against('lock-free', facts, { '/d/a': { inode: '7' } }, more).state).toBe(state);
  });

  // Seen with CRIU 4.2.1.
  test.each([
    ['/proc/self/ns/uts', 'uts', {}, 'met'],
    ['/proc/self/ns/net', 'uts', {}, 'unmet'],
    ['/run/data', 'uts', { '/run/data': { size: 3 } }, 'unmet'],
    ['/run/netns/a', 'net', { '/run/netns/a': {} }, 'open'],
    ['/run/netns/gone', 'net', {}, 'unmet'],
  ] as const)('joined: %s as %s', (path, namespace, names, state) =>
    expect(against('joined-namespace', { path, namespace }, names).state).toBe(state),
  );

  // "Failed to setns when join-ns net:…: Invalid argument"
  test.each([
    ['nsfs', 'met'],
    ['tmpfs', 'unmet'],
  ])('joined: a file on which a %s is mounted', (type, state) => {
    const mounts = [{ point: '/run/netns/a', type, options: 'rw' }];
    const facts = { path: '/var/run/netns/a', namespace: 'net' };
    const names = { '/var/run/netns/a': { path: '/run/netns/a' } };
    expect(against('joined-namespace', facts, names, { host: { schemaVersion: 1, mounts } }).state).toBe(
      state,
    );
  });

  // "Can't obtain current index on dev/ptmx: Inappropriate ioctl for device"
  test.each([
    [{ type: 'character-device', rdev: { major: 5, minor: 2 } }, 'met'],
    [{ type: 'character-device', rdev: { major: 1, minor: 3 } }, 'unmet'],
    [{}, 'unmet'],
  ] as const)('the device of terminals: %j', (entry, state) =>
    expect(against('device-needed', { path: '/dev/ptmx', device: '5:2' }, { '/dev/ptmx': entry }).state).toBe(
      state,
    ),
  );

  // Run by CRIU 4.2.1: "Script … exited with -1", but for those without a first line, which a shell runs.
  test.each([
    ['#!/bin/sh\nexit 0\n', 'met'],
    ['exit 0\n', 'met'],
    ['#!/bin/sh\n# nothing\necho $CRTOOLS_SCRIPT_ACTION >> /tmp/log\n', 'met'],
    ['#!/bin/sh\nexit 1\n', 'unmet'],
    ['#!/no/such\nexit 0\n', 'unmet'],
    ['#!/bin/sh\n[ $CRTOOLS_SCRIPT_ACTION = post-restore ] && exit 3; exit 0\n', 'unmet'],
    ['#!/bin/sh\nif [ "$CRTOOLS_SCRIPT_ACTION" = pre-dump ]; then exit 1; fi\nexit 0\n', 'met'],
    ['#!/bin/sh\ncase $CRTOOLS_SCRIPT_ACTION in\npre-resume) exit 1;;\nesac\n', 'met'],
    ['#!/bin/sh\nmount --bind /a /b\n', 'open'],
  ])('a script: %j', (text, state) => {
    const facts = { path: '/s', isExecuted: 1 };
    const names = { '/s': { mode: 0o755 }, '/bin/sh': { mode: 0o755 } };
    const stat = (path: string) =>
      Object.hasOwn(names, path) ? { ...file, path, ...names[path as '/s'] } : undefined;
    const root = { stat, read: () => new TextEncoder().encode(text) } as unknown as RootView;
    expect(against('option-file', facts, names, { hostRoot: root }).state).toBe(state);
  });
  // "Unable to load …/x_plugin.so: file too short"; what does not end in .so is not loaded.
  test.each([
    [{ 'x_plugin.so': 'broken\n' }, 'unmet'],
    [{ 'readme.txt': 'broken\n' }, 'met'],
    [{ 'x.so': `\x7fELF\x02\x01${'\0'.repeat(10)}\x03${'\0'.repeat(47)}` }, 'met'],
    [{ 'x.so': `\x7fELF\x02\x01${'\0'.repeat(10)}\x02${'\0'.repeat(47)}` }, 'unmet'],
    [{}, 'met'],
  ] as const)('a directory of plugins with %j', (files, state) => {
    const read = (path: string) =>
      new TextEncoder().encode(files[path.replace('/l/', '') as keyof typeof files] ?? '');
    const root = { list: () => Object.keys(files), read } as unknown as RootView;
    expect(against('plugin-needed', { directory: '/l' }, {}, { hostRoot: root }).state).toBe(state);
  });

  test('a program by its name, where programs are', () => {
    const facts = { path: 'false', isElsewhere: 1, isExecuted: 1 };
    const stat = (path: string) => (path === '/usr/bin/false' ? { ...file, mode: 0o755, path } : undefined);
    const root = { stat, read: () => Uint8Array.of(0x7f, 0x45) } as unknown as RootView;
    expect(against('option-file', facts, {}, { hostRoot: root }).state).toBe('unmet');
  });

  // "Failed to open_tree …/mnt-0000000116/src: No such file or directory"
  test.each([
    [{ '/src': { type: 'directory' }, '/mp': { type: 'directory' } }, 'met'],
    [{ '/mp': { type: 'directory' } }, 'unmet'],
    [{ '/src': {}, '/mp': { type: 'directory' } }, 'unmet'],
  ] as const)('what a mount is made from: %j', (names, state) =>
    expect(against('mount-source', { path: '/src', mountPoint: '/mp' }, names).state).toBe(state),
  );

  test('a link is not followed where a mount comes from', () => {
    const facts = { path: '/srv/link', mountPoint: '/vol' };
    const names = { '/srv/link': { type: 'directory' as const } };
    expect(against('external-path', facts, names)).toMatchObject({
      state: 'unmet',
      found: 'a symbolic link, which is not followed',
    });
    const options = criuOptions(['--mntns-compat-mode']);
    expect(against('external-path', facts, names, { options }).state).toBe('met');
  });
});

test.each([
  ['stream', 'unmet'],
  ['datagram', 'met'],
] as const)('abstract names are apart by type: %s', (type, state) => {
  const unixSockets = [{ name: '@a', type: 'stream' }] as const;
  expect(judged('unix-name-free', { path: '@a', type }, { network: { unixSockets } }).state).toBe(state);
});

test('lo that is down only hangs without what CRIU knows of the kernel already', () => {
  const host: Host = { schemaVersion: 1, network: { interfaces: [{ name: 'lo', isUp: false }] } };
  const stateWith = (entry: object | undefined) => {
    const hostRoot = { stat: () => entry } as unknown as RootView;
    const situation = { host, options: undefined, root: undefined, rootPath: undefined, hostRoot };
    return judge(condition('loopback-up', '', '', { file: 'x.img' }), situation).state;
  };
  expect([stateWith(undefined), stateWith({ type: 'file' })]).toEqual(['unmet', 'open']);
});

/** Seen with CRIU 4.2.1: "Can't open N/clear_refs on procfs", "Can't open sysctl kernel/cap_last_cap". */
describe('/proc', () => {
  const proc = { point: '/proc', type: 'proc', options: 'rw,relatime', superOptions: 'rw' };
  test.each([
    [{}, 'met', null],
    [{ options: 'ro,relatime' }, 'unmet', 'mounted read-only'],
    [{ superOptions: 'rw,subset=pid' }, 'unmet', 'mounted with subset=pid'],
    [{ superOptions: 'rw,hidepid=invisible' }, 'met', null],
  ])('%j', (changed, state, found) =>
    expect(
      judged('proc-mounted', {}, { features: { proc: true }, mounts: [{ ...proc, ...changed }] }),
    ).toMatchObject({ state, found }),
  );
});

// "vdso: Failed to fill compat vdso symtable", below unshare --pid --fork
test('a /proc of another pid namespace', () =>
  expect(
    judged(
      'proc-mounted',
      {},
      {
        features: { proc: true, 'own-proc': false },
        mounts: [{ point: '/proc', type: 'proc', options: 'rw' }],
      },
    ),
  ).toMatchObject({ state: 'unmet', found: 'that of another pid namespace' }));

/**
 * Seen with CRIU 4.2.1: it waits where INPUT or OUTPUT drops, or a rule does, and "Unable to connect a socket: Connection
 * refused" where one rejects; whatever the policy says, what was tried counts.
 */
test.each([
  [{ loopback: 'open', inputPolicy: 'DROP' }, 'met', 'hangs'],
  [{ loopback: 'silent', inputPolicy: 'ACCEPT' }, 'unmet', 'hangs'],
  [{ loopback: 'refused' }, 'unmet', 'fails'],
  [{ inputPolicy: 'DROP' }, 'unmet', 'hangs'],
  [{ inputPolicy: 'ACCEPT' }, 'met', 'hangs'],
  [{}, 'open', 'hangs'],
  [{ loopback: 'silent', interfaces: [{ name: 'lo', isUp: false }] }, 'met', 'hangs'],
] as const)('packets over lo: %j', (network, state, otherwise) =>
  expect(judged('loopback-open', {}, { network })).toMatchObject({ state, otherwise }),
);

/** Seen with CRIU 4.2.1: it waits where lo was up once, and is told so at once where it has no address. */
test.each([
  [['127.0.0.1'], 'hangs'],
  [[], 'fails'],
])('lo that is down, and the addresses %j', (addresses, otherwise) => {
  const interfaces = [{ name: 'lo', index: 1, isUp: false }];
  const found = judged('loopback-up', {}, { network: { interfaces, addresses } });
  expect(found.state).toBe('unmet');
  expect(found.otherwise).toBe(otherwise);
});

/** Seen with CRIU 4.2.1: "Can't setup uid 0 gid 0 on 0x12: Read-only file system". */
test.each([
  ['rw,relatime', 'rw', 'met'],
  ['rw,relatime', 'ro', 'unmet'],
  ['ro,relatime', 'rw', 'unmet'],
])('terminals below a devpts that is mounted %s (%s)', (options, superOptions, state) => {
  const mounts = [{ point: '/dev/pts', type: 'devpts', options, superOptions }];
  const one = condition(
    'mount-needed',
    '',
    '',
    { file: 'x.img' },
    { hostPath: '/dev/pts', fileSystem: 'devpts' },
  );
  const host = { schemaVersion: 1, mounts } as const;
  const none = { options: undefined, root: undefined, rootPath: undefined, hostRoot: undefined };
  expect(judge(one, { host, ...none }).state).toBe(state);
});
