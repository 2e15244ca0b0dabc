/**
 * Fields that a release may not know, where leaving one out is not simply a loss of what it says. The
 * releases themselves are in the descriptors; a field that is not here is lost and said by its name.
 */
import type { Fields, FieldValue } from '../../parse/criu/index.ts';
import type { TaskKobjIdsEntry } from '../../parse/generated/criu-descriptors.ts';
import { type CriuDraft, firstOf, tasksOf } from './draft.ts';

/** What without the field would be another process or container: refused unless it is given up by name. */
export const essentialFields: Readonly<Record<string, string>> = {
  'inventory_entry.tcp_close': 'connections were dumped without their data, for a restore with --tcp-close',
  'ghost_file_entry.symlnk_target': 'a deleted symbolic link would come back as a regular file',
  'netns_entry.ext_key': 'a network namespace of the host would come back as a new one',
  'pidns_entry.ext_key': 'a pid namespace of the host would come back as none',
  'thread_info_aarch64.pac_keys': 'signed return addresses need the keys of their pointer authentication',
  'user_x86_xsave_entry.cet': 'a task that uses a shadow stack does not run without it',
};

/** What no restore needs, and why. Said as a change, not as a loss. */
export const needlessFields: Readonly<Record<string, string>> = {
  'inventory_entry.dump_criu_run_id': 'a number of the dumping run',
  'inventory_entry.network_lock_method': 'how the dump held connections still; older releases use iptables',
  'inventory_entry.pre_dump_mode': 'how pages were read by the dump',
  'inventory_entry.dump_uptime': 'tells pids used again between dumps of a chain',
  'inventory_entry.lsmtype': 'the profiles of tasks are told by themselves',
  'inventory_entry.allow_uprobes': 'areas of probes are told by themselves',
  'reg_file_entry.mode': 'a check of the file that is found at the restore',
  'reg_file_entry.build_id': 'a check of the file that is found at the restore',
  'reg_file_entry.checksum': 'a check of the file that is found at the restore',
  'reg_file_entry.checksum_config': 'a check of the file that is found at the restore',
  'reg_file_entry.checksum_parameter': 'a check of the file that is found at the restore',
  'user_x86_regs_entry.mode': '64-bit tasks only; 32-bit ones are refused before',
  'eventpoll_tfd_entry.dev': 'older releases find the target by its descriptor',
  'eventpoll_tfd_entry.inode': 'older releases find the target by its descriptor',
  'eventpoll_tfd_entry.pos': 'older releases find the target by its descriptor',
  'cpuinfo_x86_entry.xfeatures_mask': 'a check of the processor',
  'cpuinfo_x86_entry.xsave_size': 'a check of the processor',
  'cpuinfo_x86_entry.xsave_size_max': 'a check of the processor',
  'dump_stats_entry.pages_lazy': 'a figure of the dump',
  'dump_stats_entry.page_pipes': 'a figure of the dump',
  'dump_stats_entry.page_pipe_bufs': 'a figure of the dump',
  'dump_stats_entry.shpages_scanned': 'a figure of the dump',
  'dump_stats_entry.shpages_skipped_parent': 'a figure of the dump',
  'dump_stats_entry.shpages_written': 'a figure of the dump',
};

/** What values are held against: read once, at the first question. */
export interface ReleaseFacts {
  /** Number of the network namespace of the root task, in which older releases put every socket. */
  readonly rootNetwork: number | undefined;
  /** Namespaces of the dumping CRIU: a task in one of them has none of its own. */
  readonly hostIds: TaskKobjIdsEntry;
}

export function releaseFacts(draft: CriuDraft): ReleaseFacts {
  let facts: ReleaseFacts | undefined;
  const read = (): ReleaseFacts => {
    const [root] = tasksOf(draft);
    const pid = root?.pid ?? 0;
    const ids =
      firstOf(draft, 'IDS', 'task_kobj_ids_entry', pid)?.fields ??
      firstOf(draft, 'CORE', 'core_entry', pid)?.fields.ids;
    const hostIds = firstOf(draft, 'INVENTORY', 'inventory_entry')?.fields.root_ids ?? {};
    facts ??= { rootNetwork: ids?.net_ns_id, hostIds };
    return facts;
  };
  return {
    get rootNetwork() {
      return (facts ?? read()).rootNetwork;
    },
    get hostIds() {
      return (facts ?? read()).hostIds;
    },
  };
}

type Meaningless = (value: FieldValue, facts: ReleaseFacts) => boolean;

const is =
  (...values: readonly number[]): Meaningless =>
  (value) =>
    values.some((one) => Number(value) === one);

/** Unsigned forms of -1: "not set" of the kernel's or CRIU's own. */
const unset = is(0xffff_ffff, -1);

const isRootNetwork: Meaningless = (value, { rootNetwork }) => value === rootNetwork;

const isHostNamespace =
  (name: 'cgroup_ns_id' | 'time_ns_id'): Meaningless =>
  (value, { hostIds }) =>
    value === hostIds[name];

const areTcpDefaults: Meaningless = (value) => {
  const { cork, nodelay, keepcnt = 9, keepidle = 7200, keepintvl = 75 } = value as Fields;
  return !cork && !nodelay && keepcnt === 9 && keepidle === 7200 && keepintvl === 75;
};

/** A slot of the table of thread local storage that is not in use has neither base nor limit. */
const isEmptySlot: Meaningless = (value) =>
  (value as readonly Fields[]).every(({ base_addr, limit }) => !base_addr && !limit);

/** Values that say what the absence of the field says, besides zero, false and nothing. */
export const absentMeaning: Readonly<Record<string, Meaningless>> = {
  'task_core_entry.loginuid': unset,
  'ipc_var_entry.msg_next_id': unset,
  'ipc_var_entry.sem_next_id': unset,
  'ipc_var_entry.shm_next_id': unset,
  // 10 and 8192: what every kernel sets (mqueue(7)).
  'ipc_var_entry.mq_msg_default': is(10),
  'ipc_var_entry.mq_msgsize_default': is(8192),
  'unix_sk_entry.mnt_id': unset,
  'fh_entry.mnt_id': unset,
  'bpfmap_file_entry.mnt_id': unset,
  'inet_sk_entry.ns_id': isRootNetwork,
  'unix_sk_entry.ns_id': isRootNetwork,
  'packet_sock_entry.ns_id': isRootNetwork,
  'netlink_sk_entry.ns_id': isRootNetwork,
  'tunfile_entry.ns_id': isRootNetwork,
  'task_kobj_ids_entry.cgroup_ns_id': isHostNamespace('cgroup_ns_id'),
  'task_kobj_ids_entry.time_ns_id': isHostNamespace('time_ns_id'),
  'thread_info_x86.tls': isEmptySlot,
  // What a socket has whose owner set nothing (ip(7), tcp(7)).
  'ip_opts_entry.ttl': is(64),
  'inet_sk_entry.tcp_opts': areTcpDefaults,
  'sk_opts_entry.tcp_keepcnt': is(9),
  'sk_opts_entry.tcp_keepidle': is(7200),
  'sk_opts_entry.tcp_keepintvl': is(75),
};
