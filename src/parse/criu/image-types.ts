/**
 * Every image type: its file name, its magic number, its messages and what follows them. The one table
 * that names a type; the layouts of the messages are in the descriptors.
 */
import type { CriuMessages } from '../generated/criu-descriptors.ts';

export type MessageName = keyof CriuMessages & string;

/** What follows a message in the file; see formats/criu/criu_payloads.ksy. */
export type PayloadKind =
  | 'bpfmap'
  | 'ghost'
  | 'messages'
  | 'packet'
  | 'pipe'
  | 'segment'
  | 'semaphores'
  | 'tcp';

export interface ImageType {
  /** `%u` stands for a decimal, `%x` for a hexadecimal number. `.img` is added, but for service files. */
  readonly file: string;
  /** Absent: the file has no head at all and is recognised by its name only. */
  readonly magic?: number;
  /** Absent in files without a head. */
  readonly message?: MessageName;
  /** The message of all records but the first, if another. */
  readonly rest?: MessageName;
  /** A restore reads the first record only and does not look at what follows. */
  readonly single?: true;
  readonly payload?: PayloadKind;
  /** Written beside the image for CRIU's own use: another head magic, no `.img`. */
  readonly service?: true;
  /** First release; absent: as old as 0.8. */
  readonly since?: string;
}

// criu/image-desc.c and criu/include/magic.h.
export const imageTypes = {
  APPARMOR: { file: 'apparmor', magic: 0x59423047, message: 'apparmor_entry', since: '3.16' },
  AUTOFS: { file: 'autofs-%u', magic: 0x49353943, message: 'autofs_entry', since: '2.4' },
  BINFMT_MISC: { file: 'binfmt-misc', magic: 0x67343323, message: 'binfmt_misc_entry', since: '2.7' },
  BINFMT_MISC_OLD: { file: 'binfmt-misc-%u', magic: 0x67343323, message: 'binfmt_misc_entry', since: '2.0' },
  BPFMAP_DATA: {
    file: 'bpfmap-data',
    magic: 0x64324033,
    message: 'bpfmap_data_entry',
    payload: 'bpfmap',
    since: '3.15',
  },
  BPFMAP_FILE: { file: 'bpfmap-file', magic: 0x57506142, message: 'bpfmap_file_entry', since: '3.15' },
  CGROUP: { file: 'cgroup', magic: 0x59383330, message: 'cgroup_entry', single: true, since: '1.3' },
  CORE: { file: 'core-%u', magic: 0x55053847, message: 'core_entry', single: true },
  CPUINFO: { file: 'cpuinfo', magic: 0x61404013, message: 'cpuinfo_entry', since: '1.4' },
  CREDS: { file: 'creds-%u', magic: 0x54023547, message: 'creds_entry', single: true },
  EVENTFD_FILE: { file: 'eventfd', magic: 0x44523722, message: 'eventfd_file_entry' },
  EVENTPOLL_FILE: { file: 'eventpoll', magic: 0x45023858, message: 'eventpoll_file_entry' },
  EVENTPOLL_TFD: { file: 'eventpoll-tfd', magic: 0x44433746, message: 'eventpoll_tfd_entry' },
  EXT_FILES: { file: 'ext-files', magic: 0x59255641, message: 'ext_file_entry', since: '1.1' },
  FANOTIFY_FILE: { file: 'fanotify', magic: 0x55096122, message: 'fanotify_file_entry' },
  FANOTIFY_MARK: { file: 'fanotify-mark', magic: 0x56506035, message: 'fanotify_mark_entry' },
  FDINFO: { file: 'fdinfo-%u', magic: 0x56213732, message: 'fdinfo_entry' },
  FIFO: { file: 'fifo', magic: 0x58364939, message: 'fifo_entry' },
  FIFO_DATA: { file: 'fifo-data', magic: 0x59333054, message: 'pipe_data_entry', payload: 'pipe' },
  FILES: { file: 'files', magic: 0x56303138, message: 'file_entry', since: '3.4' },
  FILE_LOCKS: { file: 'filelocks', magic: 0x54323616, message: 'file_lock_entry' },
  FS: { file: 'fs-%u', magic: 0x51403912, message: 'fs_entry', single: true },
  GHOST_FILE: { file: 'ghost-file-%x', magic: 0x52583605, message: 'ghost_file_entry', payload: 'ghost' },
  IDS: { file: 'ids-%u', magic: 0x54432030, message: 'task_kobj_ids_entry', single: true },
  IFADDR: { file: 'ifaddr-%u' },
  INETSK: { file: 'inetsk', magic: 0x56443851, message: 'inet_sk_entry' },
  INOTIFY_FILE: { file: 'inotify', magic: 0x48424431, message: 'inotify_file_entry' },
  INOTIFY_WD: { file: 'inotify-wd', magic: 0x54562009, message: 'inotify_wd_entry' },
  INVENTORY: { file: 'inventory', magic: 0x58313116, message: 'inventory_entry', single: true },
  IP6TABLES: { file: 'ip6tables-%u', since: '1.8' },
  IPCNS_MSG: { file: 'ipcns-msg-%u', magic: 0x55453737, message: 'ipc_msg_entry', payload: 'messages' },
  IPCNS_SEM: { file: 'ipcns-sem-%u', magic: 0x59573019, message: 'ipc_sem_entry', payload: 'semaphores' },
  IPCNS_SHM: { file: 'ipcns-shm-%u', magic: 0x46283044, message: 'ipc_shm_entry', payload: 'segment' },
  IPC_VAR: { file: 'ipcns-var-%u', magic: 0x53115007, message: 'ipc_var_entry', single: true },
  IPTABLES: { file: 'iptables-%u' },
  ITIMERS: { file: 'itimers-%u', magic: 0x57464056, message: 'itimer_entry' },
  MEMFD_INODE: { file: 'memfd', magic: 0x48453499, message: 'memfd_inode_entry', since: '3.14' },
  MM: { file: 'mm-%u', magic: 0x57492820, message: 'mm_entry', single: true },
  MNTS: { file: 'mountpoints-%u', magic: 0x55563928, message: 'mnt_entry' },
  NETDEV: { file: 'netdev-%u', magic: 0x57373951, message: 'net_device_entry' },
  NETLINK_SK: { file: 'netlinksk', magic: 0x58005614, message: 'netlink_sk_entry' },
  NETNF_CT: { file: 'netns-ct-%u', since: '2.0' },
  NETNF_EXP: { file: 'netns-exp-%u', since: '2.0' },
  NETNS: { file: 'netns-%u', magic: 0x55933752, message: 'netns_entry', single: true, since: '1.6' },
  NFTABLES: { file: 'nftables-%u', since: '3.14' },
  NS_FILES: { file: 'ns-files', magic: 0x61394011, message: 'ns_file_entry' },
  PACKETSK: { file: 'packetsk', magic: 0x60454618, message: 'packet_sock_entry' },
  PAGEMAP: { file: 'pagemap-%u', magic: 0x56084025, message: 'pagemap_head', rest: 'pagemap_entry' },
  PAGES: { file: 'pages-%u' },
  PIDFD: { file: 'pidfd', magic: 0x54435556, message: 'pidfd_entry', since: '4.1' },
  PIDNS: { file: 'pidns-%u', magic: 0x61157326, message: 'pidns_entry', single: true, since: '3.15' },
  PIPES: { file: 'pipes', magic: 0x56513555, message: 'pipe_entry' },
  PIPES_DATA: { file: 'pipes-data', magic: 0x56453709, message: 'pipe_data_entry', payload: 'pipe' },
  POSIX_TIMERS: { file: 'posix-timers-%u', magic: 0x52603957, message: 'posix_timer_entry' },
  PSIGNAL: { file: 'signal-p-%u', magic: 0x59255647, message: 'siginfo_entry' },
  PSTREE: { file: 'pstree', magic: 0x50273030, message: 'pstree_entry' },
  REG_FILES: { file: 'reg-files', magic: 0x50363636, message: 'reg_file_entry' },
  REMAP_FPATH: { file: 'remap-fpath', magic: 0x59133954, message: 'remap_file_path_entry' },
  RLIMIT: { file: 'rlimit-%u', magic: 0x57113925, message: 'rlimit_entry' },
  ROUTE: { file: 'route-%u' },
  ROUTE6: { file: 'route6-%u', since: '1.8' },
  RULE: { file: 'rule-%u', since: '1.8' },
  SECCOMP: { file: 'seccomp', magic: 0x64413049, message: 'seccomp_entry', single: true, since: '1.8' },
  SHMEM_PAGEMAP: {
    file: 'pagemap-shmem-%u',
    magic: 0x56084025,
    message: 'pagemap_head',
    rest: 'pagemap_entry',
  },
  SIGACT: { file: 'sigacts-%u', magic: 0x55344201, message: 'sa_entry' },
  SIGNAL: { file: 'signal-s-%u', magic: 0x59255647, message: 'siginfo_entry' },
  SIGNALFD: { file: 'signalfd', magic: 0x57323820, message: 'signalfd_entry' },
  SK_QUEUES: { file: 'sk-queues', magic: 0x56264026, message: 'sk_packet_entry', payload: 'packet' },
  TCP_STREAM: { file: 'tcp-stream-%x', magic: 0x51465506, message: 'tcp_stream_entry', payload: 'tcp' },
  TIMENS: { file: 'timens-%u', magic: 0x43114433, message: 'timens_entry', single: true, since: '3.14' },
  TIMERFD: { file: 'timerfd', magic: 0x50493712, message: 'timerfd_entry', since: '1.3' },
  TMPFS_DEV: { file: 'tmpfs-dev-%u.tar.gz', since: '1.3' },
  TMPFS_IMG: { file: 'tmpfs-%u.tar.gz', since: '1.3' },
  TTY_DATA: { file: 'tty-data', magic: 0x59413026, message: 'tty_data_entry', since: '2.3' },
  TTY_FILES: { file: 'tty', magic: 0x59433025, message: 'tty_file_entry' },
  TTY_INFO: { file: 'tty-info', magic: 0x59453036, message: 'tty_info_entry' },
  TUNFILE: { file: 'tunfile', magic: 0x57143751, message: 'tunfile_entry' },
  UNIXSK: { file: 'unixsk', magic: 0x54373943, message: 'unix_sk_entry' },
  USERNS: { file: 'userns-%u', magic: 0x55474906, message: 'userns_entry', single: true, since: '1.4' },
  UTSNS: { file: 'utsns-%u', magic: 0x54473203, message: 'utsns_entry', single: true },
  VMAS: { file: 'vmas-%u', magic: 0x54123737, message: 'vma_entry' },
  SHM_PAGES: { file: 'pages-shmem-%u' },
  STATS_DUMP: { file: 'stats-dump', service: true, magic: 0x57093306, message: 'stats_entry' },
  STATS_RESTORE: { file: 'stats-restore', service: true, magic: 0x57093306, message: 'stats_entry' },
  IRMAP_CACHE: {
    file: 'irmap-cache',
    service: true,
    magic: 0x57004059,
    message: 'irmap_cache_entry',
    since: '1.2',
  },
} as const satisfies Record<string, ImageType>;

export type ImageTypeName = keyof typeof imageTypes;

/** `IMG_COMMON_MAGIC` and `IMG_SERVICE_MAGIC`, the first word of files since CRIU 1.6. */
export const headMagics = { common: 0x54564319, service: 0x55105940 } as const;

/** The row of a type, as the table's own type. */
export function imageType(name: ImageTypeName): ImageType {
  return imageTypes[name];
}

export interface FileIdentity {
  readonly type: ImageTypeName;
  /** The number in the name: a pid, a namespace, a pages id, … by type. */
  readonly id?: number;
}

interface NamePattern {
  readonly type: ImageTypeName;
  /** What stands before and after the number; the whole name where there is none. */
  readonly before: string;
  readonly after: string;
  readonly radix: 10 | 16 | undefined;
}

function namePattern(type: ImageTypeName, file: string): NamePattern {
  const whole = imageType(type).service === true ? file : `${file}.img`;
  const [before = '', after = ''] = whole.split(/%[ux]/);
  return { type, before, after, radix: file.includes('%x') ? 16 : file.includes('%u') ? 10 : undefined };
}

const ownPatterns: ReadonlyMap<ImageTypeName, NamePattern> = new Map(
  Object.entries(imageTypes).map(([type, { file }]) => [
    type as ImageTypeName,
    namePattern(type as ImageTypeName, file),
  ]),
);

// filelocks-PID is of 0.8 to 1.2. Names wrote %d and %ld before 3.7: a negative number was possible.
const extraNames: readonly [ImageTypeName, string][] = [['FILE_LOCKS', 'filelocks-%u']];

/** By what stands before the number, since directories of many tasks have very many names. */
let patterns: ReadonlyMap<string, readonly NamePattern[]> | undefined;

function patternsByStem(): ReadonlyMap<string, readonly NamePattern[]> {
  const byStem = new Map<string, NamePattern[]>();
  const more = extraNames.map(([type, file]) => namePattern(type, file));
  for (const pattern of [...ownPatterns.values(), ...more]) {
    const stem = pattern.before.replace(/(-|\.img)$/, '');
    byStem.set(stem, [...(byStem.get(stem) ?? []), pattern]);
  }
  return byStem;
}

/**
 * What CRIU and the engines leave beside images: logs and lists of options (criu -o, zdtm), descriptors of a container
 * (runc and crun descriptors.json, checkpoint_state.json), Podman's config.dump and its like, pid files; the restore.sh
 * of a conversion; old files that crit keeps when it compresses pages.
 */
const companions =
  /\.(log|cropt|pid|dump|status|img\.bak)$|^(descriptors|checkpoint_state|config|spec)\.json$|^restore\.sh$|^(criu|runc)\.(work|conf)$/;

/** A file that belongs to a dump and is no image of it. */
export const isCompanion = (name: string): boolean => companions.test(name);

/** Which image type a file is, by its name alone. */
export function identifyFile(name: string): FileIdentity | undefined {
  patterns ??= patternsByStem();
  const whole = name.endsWith('.img') ? name.slice(0, -'.img'.length) : name;
  // Before 3.7 a number could be negative: two dashes.
  const dash = name.lastIndexOf('-');
  const numbered = name.slice(0, Math.max(0, name[dash - 1] === '-' ? dash - 1 : dash));
  for (const stem of [whole, numbered]) {
    for (const { type, before, after, radix } of patterns.get(stem) ?? []) {
      if (radix === undefined) {
        if (name === before) return { type };
      } else if (name.startsWith(before) && name.endsWith(after)) {
        const id = numberIn(name, before.length, name.length - after.length, radix);
        if (id !== undefined) return { type, id };
      }
    }
  }
  return undefined;
}

const digitsMax = { 10: 20, 16: 16 } as const;

/** The number that is all of that part of a name; a decimal one may have a sign. */
function numberIn(name: string, start: number, end: number, radix: 10 | 16): number | undefined {
  const isNegative = radix === 10 && name[start] === '-';
  const first = isNegative ? start + 1 : start;
  if (end <= first || end - first > digitsMax[radix]) return undefined;
  for (let at = first; at < end; at++) {
    const code = name.charCodeAt(at);
    const isDigit = (code >= 0x30 && code <= 0x39) || (radix === 16 && code >= 0x61 && code <= 0x66);
    if (!isDigit) return undefined;
  }
  return parseInt(name.slice(start, end), radix);
}

/** The file name of a type; `id` where its template has a number. */
export function fileName(type: ImageTypeName, id?: number): string {
  const { before, after, radix } = ownPatterns.get(type) as NamePattern;
  return radix === undefined ? before : before + (id ?? 0).toString(radix) + after;
}
