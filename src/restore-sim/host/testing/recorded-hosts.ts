/**
 * For tests only: the recorded restores under ../shared/hosts as documents, options and trees. Each record tells what
 * was other than on the undeviated host, partly in the words of the shell that made it so; here they become facts.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Host, HostMount, HostNetwork, Restorer } from '../host.ts';
import type { RootView } from '../root-view.ts';
import { type ListedFile, listedRoot } from './listed-root.ts';

export const hostsFolder = fileURLToPath(new URL('../../../../../shared/hosts/', import.meta.url));
export const hasRecordedHosts = existsSync(`${hostsFolder}results.jsonl`);

export interface RecordedRestore {
  readonly id: string;
  readonly image: string;
  readonly options: readonly string[];
  readonly command: string;
  readonly deviation: { readonly class: string; readonly what: string };
  readonly host: Readonly<Record<string, unknown>> & {
    readonly files?: Readonly<Record<string, ListedFile>>;
  };
  readonly rc: number;
  readonly verdict: 'restores' | 'restores-with-loss' | 'fails' | 'hangs' | 'crashes';
  readonly firstError: string | null;
  readonly log: string;
  readonly setup: {
    readonly prep?: string;
    readonly pre?: string;
    readonly criu?: string;
    readonly env?: Readonly<Record<string, string>>;
  };
}

const linesOf = (name: string) =>
  readFileSync(hostsFolder + name, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

export const recordedRestores: readonly RecordedRestore[] = hasRecordedHosts ? linesOf('results.jsonl') : [];

const hostFiles: ReadonlyMap<string, Readonly<Record<string, ListedFile>>> = new Map(
  hasRecordedHosts ? linesOf('images/host-files.jsonl').map(({ image, files }) => [image, files]) : [],
);

export interface RecordedHost {
  readonly host: Host;
  readonly words: string;
  readonly root: RootView;
  readonly rootPath: string;
  readonly hostRoot: RootView;
  /** What was done to the image, in a shell in its directory. */
  readonly imageChange: string | undefined;
}

export function recordedHost(record: RecordedRestore): RecordedHost {
  const { options, setup, host: facts, image } = record;
  const words = options.join(' ');
  const rootPath = /--root (\S+)/.exec(words)?.[1] ?? '';
  const inside = new Map<string, ListedFile>();
  const outside = new Map<string, ListedFile>();
  const isContainer = Object.keys(hostFiles.get(image) ?? {}).some((name) => name.startsWith('host:'));
  const put = (path: string, file: ListedFile) => {
    if (path.startsWith('host:')) outside.set(path.slice(5), file);
    else {
      inside.set(path, file);
      outside.set(isContainer ? `/ctr${path === '/' ? '' : path}` : path, file);
    }
  };
  for (const [path, file] of Object.entries(hostFiles.get(image) ?? {})) put(path, file);
  for (const [path, file] of Object.entries(facts.files ?? {})) put(path, file);
  filesOf(record, put, isContainer, inside);
  const isOtherRoot = rootPath !== '' && rootPath !== '/ctr';
  return {
    host: hostOf(record, outside),
    words: given(record),
    root: isOtherRoot ? below(listedRoot(outside), rootPath) : listedRoot(inside),
    rootPath,
    hostRoot: listedRoot(outside),
    imageChange: setup.prep?.startsWith('cd img') === true ? setup.prep.replace(/^cd img;?/, '') : undefined,
  };
}

const below = (view: RootView, prefix: string): RootView => ({
  stat: (path) => view.stat(`${prefix}${path}`),
  read: (path, offset, length) => view.read(`${prefix}${path}`, offset, length),
});

/** The harness always wrote the pid to a new file. */
const given = ({ options, image }: RecordedRestore): string =>
  `${options.join(' ').replace('$(cat /data/pipeid)', pipeKeys[image] ?? '')} --pidfile /wk/pidfile`;

/** What /data/pipeid held at the dump: the key of the image's only pipe with one end. */
export const pipeKeys: Record<string, string> = {};

/** Facts that the record has as words only. */
function filesOf(
  { setup, deviation }: RecordedRestore,
  put: (path: string, file: ListedFile) => void,
  isContainer: boolean,
  listed: ReadonlyMap<string, ListedFile>,
): void {
  const pre = setup.pre ?? '';
  // What a moved directory held is where it was moved to, and nobody lists it there.
  const moved = /^mv (\S+) (\S+); ln -s \S+ \1$/.exec(setup.prep ?? '');
  if (moved !== null)
    for (const [path, file] of [...listed])
      if (path.startsWith(`/${moved[1]}/`) || path === `/${moved[1]}`) {
        const { was = file } = file;
        put(`/${moved[2]}${path.slice((moved[1] ?? '').length + 1)}`, was);
      }
  if (/> \/wk\/pidfile/.test(pre)) put('/wk/pidfile', { exists: true, type: 'file', size: 2 });
  for (const [, name] of pre.matchAll(/ip netns add (\w+)/g))
    put(`${isContainer ? 'host:' : ''}/run/netns/${name}`, { type: 'file' });
  for (const [, path = ''] of pre.matchAll(/mkdir (?:-p )?(\/\S+?)(?=[;\s]|$)/g))
    put(`${isContainer ? 'host:' : ''}${path}`, { type: 'dir', mode: '0o40755' });
  if (/umount \/dev\/shm/.test(pre) || deviation.what.includes('host rebooted'))
    put('/dev/shm/oshm', { exists: false });
  else if (/> \/dev\/shm\/oshm/.test(pre)) put('/dev/shm/oshm', { type: 'file', mode: '0o100600', size: 0 });
  else put('/dev/shm/oshm', { type: 'file', mode: '0o100600', size: 65536 });
}

const all = '0x1fffeffffff';

/** System calls of x86-64 by number, of those that the harness refused. */
const callNames: Readonly<Record<string, string>> = {
  ...{ 101: 'ptrace', 135: 'personality', 157: 'prctl', 158: 'arch_prctl', 165: 'mount', 167: 'swapon' },
  ...{ 272: 'unshare', 302: 'prlimit64', 304: 'open_by_handle_at', 308: 'setns', 311: 'process_vm_writev' },
  ...{
    317: 'seccomp',
    319: 'memfd_create',
    323: 'userfaultfd',
    429: 'move_mount',
    434: 'pidfd_open',
    435: 'clone3',
  },
};

const capabilityNumbers: readonly string[] = [
  ...['chown', 'dac_override', 'dac_read_search', 'fowner', 'fsetid', 'kill', 'setgid', 'setuid', 'setpcap'],
  ...[
    'linux_immutable',
    'net_bind_service',
    'net_broadcast',
    'net_admin',
    'net_raw',
    'ipc_lock',
    'ipc_owner',
  ],
  ...[
    'sys_module',
    'sys_rawio',
    'sys_chroot',
    'sys_ptrace',
    'sys_pacct',
    'sys_admin',
    'sys_boot',
    'sys_nice',
  ],
  ...[
    'sys_resource',
    'sys_time',
    'sys_tty_config',
    'mknod',
    'lease',
    'audit_write',
    'audit_control',
    'setfcap',
  ],
  ...['mac_override', 'mac_admin', 'syslog', 'wake_alarm', 'block_suspend', 'audit_read', 'perfmon', 'bpf'],
  'checkpoint_restore',
];

const maskOf = (names: string): bigint =>
  names
    .split(',')
    .map((name) => capabilityNumbers.indexOf(name.replace(/^[+-]?(cap_)?/i, '').toLowerCase()))
    .filter((bit) => bit >= 0)
    .reduce((set, bit) => set | (1n << BigInt(bit)), 0n);

function hostOf(record: RecordedRestore, files: ReadonlyMap<string, ListedFile>): Host {
  const { setup, image } = record;
  const pre = setup.pre ?? '';
  const { env = {} } = setup;
  const pidMax = /echo (\d+) > \/proc\/sys\/kernel\/pid_max/.exec(pre)?.[1];
  const sysctls: Record<string, string> = {
    'vm.max_map_count': env['MAXMAP'] ?? (image === 'manymaps' ? '140000' : '65530'),
    'vm.overcommit_memory': env['OVERC'] ?? (image === 'hugeres' ? '1' : '0'),
    'vm.overcommit_ratio': '50',
    'fs.nr_open': '1048576',
    ...{ 'user.max_user_namespaces': '96365', 'user.max_pid_namespaces': '96365' },
    ...{ 'user.max_net_namespaces': '96365', 'user.max_time_namespaces': '96365' },
    ...{ 'user.max_mnt_namespaces': '96365', 'user.max_ipc_namespaces': '96365' },
    ...{ 'user.max_uts_namespaces': '96365', 'user.max_cgroup_namespaces': '96365' },
    'net.ipv4.ip_nonlocal_bind': '0',
    ...{ 'fs.inotify.max_user_instances': '128', 'fs.inotify.max_user_watches': '192536' },
  };
  for (const [, value, path] of `${pre};${record.command}`.matchAll(
    /echo ([\d -]+) > \/proc\/sys\/([\w/.]+)/g,
  ))
    sysctls[(path ?? '').replaceAll('/', '.')] = value ?? '';
  for (const [, name = '', value = ''] of pre.matchAll(/sysctl (?:-q )?-w ([\w.]+)=['"]?([^\s;'"]+)/g))
    sysctls[name] = value;
  const criu = setup.criu === 'criu319' ? '3.19' : setup.criu === 'criu420' ? '4.2' : '4.2.1';
  return {
    schemaVersion: 1,
    kernel: { release: '6.18.44-fc-v657', machine: 'x86_64' },
    limits: { ...(pidMax === undefined ? { pid_max: 4194304 } : { pid_max: Number(pidMax) }) },
    processes: processesOf(pre),
    sysctls,
    features: {
      ...{ 'set-tid': true, 'soft-dirty': false, 'time-namespaces': true, userfaultfd: true },
      ...{ 'seccomp-filter': true, ia32: true, vsyscall: true, droppable: true, ipv6: true },
      proc: !/umount -l \/proc/.test(pre),
    },
    memory: {
      totalBytes: '25276510208',
      swapBytes: '0',
      availableBytes: '20000000000',
      hugePages: [
        {
          pageBytes: '2097152',
          free: image === 'hugetlb' && env['HUGE'] === undefined ? 4 : Number(env['HUGE'] ?? 0),
        },
      ],
    },
    restorer: restorerOf(record),
    criu: { version: criu, plugins: [] },
    programs: programsOf(record, files),
    mounts: mountsOf(pre),
    network: networkOf(record),
    terminals: terminalsOf(pre, env),
    security: { modules: [], profiles: [] },
    cpu: { features: ['avx', 'avx2', 'avx512f', 'ospke', 'fpu', 'sse'] },
    cgroups: groupsOf(pre),
  };
}

function processesOf(pre: string): NonNullable<Host['processes']> {
  const processes = [
    { pid: 1, comm: 'sh', pgid: 1, sid: 1 },
    { pid: 17, comm: 'sh', pgid: 17, sid: 1 },
  ];
  const last = /echo (\d+) > \/proc\/sys\/kernel\/ns_last_pid/.exec(pre)?.[1];
  if (last === undefined) return processes;
  const count = /for i in ([\d ]+); do sleep/.exec(pre)?.[1]?.split(' ').length ?? 1;
  const isLeader = /setsid/.test(pre);
  for (let index = 1; index <= count; index++) {
    const pid = Number(last) + index;
    processes.push({ pid, comm: 'sleep', pgid: isLeader ? pid : 17, sid: isLeader ? pid : 1 });
  }
  return processes;
}

const limitNames: Readonly<Record<string, string>> = {
  n: 'RLIMIT_NOFILE',
  u: 'RLIMIT_NPROC',
  c: 'RLIMIT_CORE',
  l: 'RLIMIT_MEMLOCK',
  v: 'RLIMIT_AS',
  f: 'RLIMIT_FSIZE',
  s: 'RLIMIT_STACK',
  d: 'RLIMIT_DATA',
  i: 'RLIMIT_SIGPENDING',
  q: 'RLIMIT_MSGQUEUE',
  t: 'RLIMIT_CPU',
};
const unit: Readonly<Record<string, number>> = { l: 1024, v: 1024, f: 1024, s: 1024, d: 1024 };

function restorerOf(record: RecordedRestore): Restorer {
  const { command, setup, options } = record;
  const pre = setup.pre ?? '';
  const before = command.split(' criu restore')[0] ?? '';
  let set = BigInt(all);
  let uid = 0;
  const dropped = /capsh --drop=(\S+)/.exec(before)?.[1];
  if (dropped !== undefined) set &= ~maskOf(dropped);
  const bounding = /--bounding-set -all,(\S+)/.exec(before)?.[1];
  if (bounding !== undefined) set &= maskOf(bounding);
  if (/--reuid=1000/.test(before)) {
    uid = 1000;
    set &= maskOf(/--ambient-caps (\S+)/.exec(before)?.[1] ?? '');
  }
  const isNested = /unshare -U/.test(before);
  const calls = /^sec (\d+)/.exec(command)?.[1];
  const exported = /export SECERR=38/.test(pre) ? 'ENOSYS' : 'EPERM';
  const call =
    calls === undefined ? (exported === 'ENOSYS' ? 'clone3' : undefined) : (callNames[calls] ?? calls);
  const limits: Record<string, { soft: string; hard: string }> = {
    ...{ RLIMIT_CPU: none, RLIMIT_FSIZE: none, RLIMIT_DATA: none, RLIMIT_RSS: none, RLIMIT_AS: none },
    RLIMIT_STACK: { soft: '8388608', hard: 'unlimited' },
    RLIMIT_CORE: { soft: '0', hard: 'unlimited' },
    RLIMIT_NPROC: { soft: '96365', hard: '96365' },
    RLIMIT_NOFILE: { soft: '20000', hard: '20000' },
    RLIMIT_MEMLOCK: { soft: '8388608', hard: '8388608' },
    RLIMIT_SIGPENDING: { soft: '96365', hard: '96365' },
    RLIMIT_MSGQUEUE: { soft: '819200', hard: '819200' },
    RLIMIT_LOCKS: none,
    ...{ RLIMIT_NICE: zero, RLIMIT_RTPRIO: zero, RLIMIT_RTTIME: none },
  };
  for (const [, which = '', letter = '', value = ''] of pre.matchAll(
    /ulimit -([SH]?)([a-z]) (\d+|unlimited)/g,
  )) {
    const name = limitNames[letter];
    if (name === undefined) continue;
    const own = value === 'unlimited' ? value : String(Number(value) * (unit[letter] ?? 1));
    const old = limits[name] ?? none;
    limits[name] = { soft: which === 'H' ? old.soft : own, hard: which === 'S' ? old.hard : own };
  }
  return {
    uid,
    gid: uid,
    capabilities: { effective: `0x${set.toString(16)}` },
    noNewPrivileges:
      /--no-new-privs/.test(before) || call !== undefined ? /--no-new-privs/.test(before) : false,
    seccomp: call === undefined ? 0 : 2,
    ...(call !== undefined && { deniedCalls: { [call]: exported } }),
    limits,
    uidMap: [isNested ? '0 0 1' : '0 0 4294967295'],
    nice: 5,
    isOnTerminal: record.image === 'bashjob' && setup.env?.['NOTTY'] === undefined,
    descriptors: descriptorsOf(options.join(' '), pre),
  };
}

const none = { soft: 'unlimited', hard: 'unlimited' };
const zero = { soft: '0', hard: '0' };

function descriptorsOf(options: string, pre: string): NonNullable<Restorer['descriptors']> {
  const list: {
    fd: number;
    type: 'file' | 'pipe' | 'namespace';
    hasPeer?: boolean;
    network?: HostNetwork;
  }[] = [
    { fd: 0, type: 'file' },
    { fd: 1, type: 'file' },
    { fd: 2, type: 'file' },
  ];
  const port = /ip netns exec cx .*'([\d.]+)',(\d+)/s.exec(pre);
  if (/fd\[7\]/.test(options))
    list.push({
      fd: 7,
      type: /exec 7<\/etc\/passwd/.test(pre) ? 'file' : 'namespace',
      network: {
        listening: port === null ? [] : [{ protocol: 'tcp', address: port[1] ?? '', port: Number(port[2]) }],
      },
    });
  const hasReader = !/exec 9<\/wk\/p; sleep 0.3/.test(pre);
  list.push({ fd: 8, type: /exec 8>\/wk\/outfile/.test(pre) ? 'file' : 'pipe', hasPeer: hasReader });
  return list;
}

const programs = [
  ...['ip', 'tar', 'gzip', 'sh', 'iptables-restore', 'ip6tables-restore', 'nft', 'libnftables.so.1', 'criu'],
];
const folders = ['/usr/sbin', '/usr/bin', '/usr/lib/x86_64-linux-gnu'];

function programsOf(
  { command }: RecordedRestore,
  files: ReadonlyMap<string, ListedFile>,
): NonNullable<Host['programs']> {
  const path = /PATH=(\S+)/.exec(command)?.[1]?.split(':') ?? folders;
  return Object.fromEntries(
    programs.map((name) => {
      const places = (name.includes('.so') ? folders : path).map((folder) => `${folder}/${name}`);
      const listed = places.filter((place) => files.has(place));
      const found = listed.find((place) => files.get(place)?.exists !== false);
      return [name, found ?? (listed.length === 0 ? `/usr/bin/${name}` : null)];
    }),
  );
}

function mountsOf(pre: string): readonly HostMount[] {
  const mounts: HostMount[] = [
    { point: '/', type: 'ext4', options: 'rw,relatime', freeBytes: '65583988736', freeInodes: '15960405' },
    { point: '/proc', type: 'proc', options: 'rw,relatime' },
    { point: '/sys', type: 'sysfs', options: 'rw,relatime' },
    { point: '/dev/pts', type: 'devpts', options: 'rw,relatime,ptmxmode=666' },
    { point: '/dev/shm', type: 'tmpfs', options: 'rw,relatime' },
    { point: '/ctr', type: 'ext4', options: 'rw,relatime', freeBytes: '65583988736' },
  ];
  for (const [, size, point = ''] of pre.matchAll(
    /mount -t tmpfs (?:-o size=(\d+[kmg])\S* )?tmpfs (\/\S*?)(?=[;\s]|$)/g,
  )) {
    const scale = { k: 1024, m: 1 << 20, g: 1 << 30 }[size?.at(-1) ?? 'm'] ?? 1;
    const free = size === undefined ? '12000000000' : String(Number.parseInt(size, 10) * scale);
    mounts.push({ point, type: 'tmpfs', options: 'rw', freeBytes: free });
  }
  for (const [, point = ''] of pre.matchAll(/mount --bind (\/\S+) \1/g))
    if (!mounts.some((one) => one.point === point))
      mounts.push({ point, type: 'ext4', options: 'rw', freeBytes: '65583988736' });
  for (const [, options = '', point = ''] of pre.matchAll(/mount -o remount,([\w,]+) (\/\S*?)(?=[;\s]|$)/g)) {
    const { type = 'ext4', freeBytes = '65583988736' } = mounts.findLast((one) => one.point === point) ?? {};
    mounts.push({ point, type, options, ...(freeBytes !== undefined && { freeBytes }) });
  }
  const gone = [...pre.matchAll(/umount (?:-l )?(\/\S+?)(?=[;\s]|$)/g)].map(([, point]) => point);
  return mounts.filter(({ point }) => !gone.includes(point));
}

function networkOf({ setup, image, host: facts }: RecordedRestore): HostNetwork {
  const pre = setup.pre ?? '';
  let addresses = ['127.0.0.1', '::1', 'fe80::948f:faff:fe51:6a7e', '10.66.0.1', 'fd66::1'];
  let interfaces = [
    { name: 'lo', index: 1, isUp: !/ip link set lo down/.test(pre) },
    { name: 'oe1', index: 2, isUp: true },
    { name: 'oe0', index: 3, isUp: !/ip link set oe0 down/.test(pre) },
  ];
  for (const [, address] of pre.matchAll(/ip (?:-6 )?addr del ([^/ ]+)\//g))
    addresses = addresses.filter((one) => one !== address);
  if (/disable_ipv6/.test(pre)) addresses = addresses.filter((one) => !one.includes(':'));
  const renamed = /ip link set oe0 name (\w+)/.exec(pre)?.[1];
  if (renamed !== undefined)
    interfaces = interfaces.map((one) => (one.name === 'oe0' ? { ...one, name: renamed } : one));
  if (/ip link del oe0/.test(pre)) interfaces = interfaces.filter(({ index }) => index < 2);
  let next = 10;
  for (const [, name = '', peer] of pre.matchAll(/ip link add (\w+) type \w+(?: peer name (\w+))?/g)) {
    interfaces.push({ name, index: next++, isUp: true });
    if (peer !== undefined) interfaces.push({ name: peer, index: next++, isUp: true });
  }
  const listening = /netns exec|for p in range/.test(pre)
    ? []
    : [
        ...pre.matchAll(/(SOCK_DGRAM|2\)|socket\.socket\(([^)]*)\))[\s\S]*?\.bind\(\('([^']*)',(\d+)\)\)/g),
      ].map(([, , kind = '', address = '', port]) => ({
        protocol: /DGRAM|, ?2\b/.test(kind) ? ('udp' as const) : ('tcp' as const),
        address: address === '' ? '0.0.0.0' : address,
        port: Number(port),
      }));
  const isBound = image === 'unixext' && !isGone(facts) && setup.prep === undefined;
  const stream = /UNIX-LISTEN:([^,\s]+)/.exec(pre)?.[1];
  const peers: HostNetwork['unixSockets'] = [
    ...(isBound ? [{ name: '/run/ext.sock', type: 'datagram' as const }] : []),
    ...(stream === undefined ? [] : [{ name: stream, type: 'stream' as const }]),
    ...(/criu lazy-pages/.test(pre) ? [{ name: 'lazy-pages.socket', type: 'stream' as const }] : []),
  ];
  return {
    interfaces,
    addresses,
    listening,
    unixSockets: peers,
    inputPolicy: /iptables -P INPUT DROP/.test(pre) ? 'DROP' : 'ACCEPT',
  };
}

const isGone = (facts: RecordedRestore['host']): boolean => facts['listener'] === false;

function terminalsOf(pre: string, env: Readonly<Record<string, string>>): NonNullable<Host['terminals']> {
  const pairs = (pre.match(/pty\.openpty\(\)/g) ?? []).length;
  const isFirstClosed = /os\.close\(a\[0\]\)/.test(pre);
  const numbers = Array.from({ length: pairs }, (_, index) => index).filter(
    (index) => !(isFirstClosed && index === 0),
  );
  const most = Number(env['PTYMAX'] ?? 0) || 4096;
  return { numbers, left: most - numbers.length };
}

function groupsOf(pre: string): NonNullable<Host['cgroups']> {
  const hierarchies = [
    'name=systemd',
    'pids',
    'blkio',
    'freezer',
    'devices',
    'memory',
    'cpuset',
    'cpuacct',
    'cpu',
  ].map((name) => ({ controllers: [name], path: '/' }));
  const memory = /echo (\d+)M > \S*memory\.limit_in_bytes/.exec(pre)?.[1];
  const tasks = /echo (\d+) > \S*pids\.max/.exec(pre)?.[1];
  return {
    hierarchies: [...hierarchies, { controllers: [], path: '/' }],
    ...(memory !== undefined && { memoryBytesLeft: String(Number(memory) * 1048576) }),
    // The shell that starts criu is in the group, too.
    ...(tasks !== undefined && { tasksLeft: Math.max(Number(tasks) - 1, 0) }),
    directories: [],
  };
}
