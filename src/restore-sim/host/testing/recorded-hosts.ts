/**
 * For tests only: the host of a recorded restore as a document and trees. Each record tells what was other than on the
 * undeviated host, partly in the words of the shell that made it so; here they become facts.
 */
import type { Host, HostMount } from '../host.ts';
import type { RootView } from '../root-view.ts';
import { type ListedFile, listedRoot } from './listed-root.ts';
import { recordedFiles } from './recorded-files.ts';
import { networkOf } from './recorded-network.ts';
import { restorerOf } from './recorded-restorer.ts';
import type { RecordedRestore } from './recorded-restores.ts';

export interface RecordedHost {
  readonly host: Host;
  /** Options of `criu restore`. */
  readonly words: string;
  readonly root: RootView;
  readonly rootPath: string;
  readonly hostRoot: RootView;
}

/** `pipeKey`: what /data/pipeid held at the dump, the key of the image's only pipe with one end. */
export function recordedHost(record: RecordedRestore, pipeKey = ''): RecordedHost {
  const words = record.options.join(' ').replace('$(cat /data/pipeid)', pipeKey);
  const rootPath = /--root (\S+)/.exec(words)?.[1] ?? '';
  const { inside, outside } = recordedFiles(record);
  const isOtherRoot = rootPath !== '' && rootPath !== '/ctr';
  return {
    host: hostOf(record, outside),
    // The harness always wrote the pid to a new file.
    words: `${words} --pidfile /wk/pidfile`,
    root: isOtherRoot ? below(listedRoot(outside), rootPath) : listedRoot(inside),
    rootPath,
    hostRoot: listedRoot(outside),
  };
}

const below = (view: RootView, prefix: string): RootView => ({
  stat: (path) => view.stat(`${prefix}${path}`),
  read: (path, offset, length) => view.read(`${prefix}${path}`, offset, length),
});

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
    'user.max_user_namespaces': '96365',
    'user.max_pid_namespaces': '96365',
    'user.max_net_namespaces': '96365',
    'user.max_time_namespaces': '96365',
    'user.max_mnt_namespaces': '96365',
    'user.max_ipc_namespaces': '96365',
    'user.max_uts_namespaces': '96365',
    'user.max_cgroup_namespaces': '96365',
    'net.ipv4.ip_nonlocal_bind': '0',
    'fs.inotify.max_user_instances': '128',
    'fs.inotify.max_user_watches': '192536',
  };
  for (const [, value, path] of `${pre};${record.command}`.matchAll(
    /echo ([\d -]+) > \/proc\/sys\/([\w/.]+)/g,
  ))
    sysctls[(path ?? '').replaceAll('/', '.')] = value ?? '';
  for (const [, name = '', value = ''] of pre.matchAll(/sysctl (?:-q )?-w ([\w.]+)=['"]?([^\s;'"]+)/g))
    sysctls[name] = value;
  // Only the one of Debian is linked to it.
  const starts = programsOf(record, files)['libnftables.so.1'] !== null;
  const criu = setup.criu === 'criu319' ? '3.19' : setup.criu === 'criu420' ? '4.2' : starts ? '4.2.1' : '';
  return {
    schemaVersion: 1,
    kernel: { release: '6.18.44-fc-v657', machine: 'x86_64' },
    limits: { ...(pidMax === undefined ? { pid_max: 4194304 } : { pid_max: Number(pidMax) }) },
    processes: processesOf(pre),
    sysctls,
    features: {
      'set-tid': true,
      'soft-dirty': false,
      'time-namespaces': true,
      userfaultfd: true,
      'seccomp-filter': true,
      ia32: true,
      vsyscall: true,
      droppable: true,
      ipv6: true,
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

const programs = [
  ...[
    'ip',
    'tar',
    'gzip',
    'sh',
    'iptables-restore',
    'ip6tables-restore',
    'iptables-legacy-restore',
    'ip6tables-legacy-restore',
    'nft',
    'libnftables.so.1',
    'criu',
  ],
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
  for (const [, name] of pre.matchAll(/ip netns add (\w+)/g))
    mounts.push({ point: `/run/netns/${name}`, type: 'nsfs', options: 'rw' });
  return mounts.filter(({ point }) => !gone.includes(point));
}

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
  const [, memory, scale] = /echo (\d+)([KMG]?) > \S*memory\.(?:limit_in_bytes|max)/.exec(pre) ?? [];
  const unit = { K: 1024, M: 1 << 20, G: 1 << 30 }[scale ?? ''] ?? 1;
  const tasks = /echo (\d+) > \S*pids\.max/.exec(pre)?.[1];
  return {
    hierarchies: [...hierarchies, { controllers: [], path: '/' }],
    ...(memory !== undefined && { memoryBytesLeft: String(Number(memory) * unit) }),
    // The shell that starts criu is in the group, too.
    ...(tasks !== undefined && { tasksLeft: Math.max(Number(tasks) - 1, 0) }),
    directories: [],
  };
}
