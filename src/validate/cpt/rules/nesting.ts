/**
 * Which objects lie in which, with which content code and header length. The tables are what dumping kernels
 * write; restoring ones look for exactly these with rst_get_object.
 */
import { recordPath } from '../../../parse/cpt/path.ts';
import type { AnyObject, AnyRecord } from '../../../parse/cpt/record.ts';
import { objectHeaderBytes } from '../../../parse/cpt/record.ts';
import { type CptKind, contentType, cptKinds, sectionType } from '../../../parse/generated/cpt-records.ts';
import { headPlace, type RecordRuleMaker } from '../rule.ts';
import { headerBytesMax } from './header-lengths.ts';

type Section = keyof typeof sectionType;

const sectionContent = {
  error: [],
  veinfo: ['veinfo'],
  files: ['file'],
  tasks: ['task'],
  mm: ['mm'],
  files_struct: ['files'],
  fs: ['fs'],
  sighand_struct: ['sighand_struct'],
  tty: ['tty'],
  socket: ['socket'],
  namespace: ['namespace'],
  sysvsem_undo: ['sysvsem_undo'],
  inode: ['inode'],
  sysv_shm: ['sysv_shm'],
  sysv_sem: ['sysv_sem'],
  orphans: ['socket'],
  net_device: ['net_device'],
  net_ifaddr: ['net_ifaddr'],
  net_route: ['net_route'],
  net_iptables: ['name'],
  net_conntrack: ['net_conntrack'],
  net_conntrack_ve0: ['net_conntrack'],
  utsname: ['name'],
  trailer: ['trailer'],
  ubc: ['ubc'],
  slm_sgregs: ['slm_sgreg'],
  slm_regobjs: ['slm_regobj'],
  epoll: ['epoll'],
  vsyscall: ['vsyscall'],
  inotify: ['inotify'],
  sysv_msg: ['sysvmsg'],
  snmp_stats: ['bits'],
  cgroups: ['cgroups'],
  posix_timers: ['posix_timer_list'],
  net_ip6tables: ['name'],
} as const satisfies Record<Section, readonly CptKind[]>;

const registers = ['x86_regs', 'x86_64_regs', 'ia64_regs'] as const;

const objectContent: { readonly [K in CptKind]?: readonly CptKind[] } = {
  namespace: ['vfsmount'],
  vfsmount: ['name', 'mount_data'],
  cgroups: ['name', 'cgroup'],
  cgroup: ['name'],
  tty: ['bits'],
  inode: ['name', 'bits', 'ref', 'sysv_shm', 'pages', 'iterpages', 'iteryoungpages'],
  file: ['name', 'flock', 'timerfd', 'eventfd'],
  files: ['filedesc'],
  fs: ['file'],
  epoll: ['epoll_file'],
  inotify: ['inotify_watch', 'inotify_event'],
  inotify_watch: ['file'],
  socket: ['skb', 'skfilter', 'sock_mcaddr', 'sock_packet', 'openreq'],
  sock_packet: ['sock_packet_mc'],
  skb: ['bits', 'filedesc'],
  net_device: [
    'net_hwaddr',
    'net_stats',
    'net_idev_cnf',
    'net_tuntap',
    'net_tap_filter',
    'net_veth',
    'net_ipip_tunnel',
    'net_br',
  ],
  net_tuntap: ['net_tap_filter'],
  net_br: ['net_br_dev'],
  net_conntrack: ['net_conntrack_expect'],
  sighand_struct: ['sighandler'],
  posix_timer_list: ['posix_timer'],
  mm: ['vma', 'bits', 'mm_auxv', 'aio_context'],
  vma: ['pages', 'copypages', 'remappages', 'lazypages', 'iterpages', 'iteryoungpages'],
  sysvsem_undo: ['sysvsem_undo_rec'],
  sysvmsg: ['sysvmsg_msg'],
  task: ['bits', ...registers, 'lastsiginfo', 'sigaltstack', 'task_aux', 'siginfo', 'signal_struct'],
  signal_struct: ['siginfo'],
};

const allowed = new Map<string | number, ReadonlySet<string>>([
  ...(Object.entries(sectionContent) as [Section, readonly CptKind[]][]).map(
    ([name, kinds]) => [sectionType[name], new Set<string>(kinds)] as const,
  ),
  ...Object.entries(objectContent).map(([kind, kinds]) => [kind, new Set<string>(kinds)] as const),
]);

const nothing: ReadonlySet<string> = new Set();

/** VOID, ARRAY, DATA, NAME, STACK, FPU_OLD, FPU, MM_CONTEXT, SEMARRAY, SEMUNDO, NLMARRAY, XSAVE, PRAM. */
const noContent = [0];
const subObjects = [1];
const contentCodes: { readonly [K in CptKind]?: readonly number[] } = {
  bits: [0, 2, 4, 5, 6, 7, 11],
  // Text of ip6tables is marked with the low half of CPT_NULL.
  name: [2, 3, 0xffff],
  pages: [0, 2, 12],
  vsyscall: [0, 2],
  ubc: [0, 1],
  net_route: [10],
  mm_auxv: [2],
  sysv_sem: [8],
  sysvsem_undo_rec: [9],
  sysvmsg_msg: [2],
  skfilter: [0, 2],
  mount_data: [0, 1, 2],
  iterpages: [0, 1, 2],
  iteryoungpages: [0, 1, 2],
  inotify_event: [0, 2, 3],
};
/** Their code differs between kernels and nothing depends on it. */
const unjudged: ReadonlySet<CptKind> = new Set([
  'net_tuntap',
  'net_tap_filter',
  'net_br',
  'sock_packet',
  'slm_sgreg',
  'slm_regobj',
  'slm_mm',
  'bind_mnt',
  'vfsmount_ref',
  'vfsmount_missed_ref',
  'cgroup',
  'openreq',
  'net_conntrack',
  'remappages',
  'lazypages',
]);

export const nestingRule: RecordRuleMaker = ({ report }) => ({
  on: {},
  each: (record) => {
    if (record.kind === 'image' || record.kind === 'section' || record.kind === 'raw') return;
    if (record.kind === 'unknown') return;
    const { parent } = record;
    if (!parent) return;
    const key = parent.kind === 'section' ? parent.fields.section : parent.kind;
    if (!isSilent(parent) && !(allowed.get(key) ?? nothing).has(record.kind)) {
      const message = `${record.kind} in ${recordPath(parent)}: no kernel writes it there (EINVAL)`;
      report('unexpected-object', message, headPlace(record, 'type'));
      return;
    }
    const codes =
      contentCodes[record.kind] ?? (cptKinds[record.kind].content === 'objects' ? subObjects : noContent);
    if (!unjudged.has(record.kind) && !codes.includes(record.content)) {
      const message = `${record.kind} with content code ${record.content}; kernels write ${codes.join(' or ')}`;
      report('content-code', message, headPlace(record, 'content'));
    }
    checkHeader(record, (message) => report('surplus-header', message, headPlace(record, 'hdrlen')));
  },
});

/** What lies in a section that nobody knows or reads has been reported with the section. */
const isSilent = (parent: AnyRecord) =>
  parent.kind === 'unknown' ||
  parent.kind === 'raw' ||
  (parent.kind === 'section' &&
    (parent.fields.section === sectionType.error || !allowed.has(parent.fields.section)));

function checkHeader(record: AnyObject, report: (message: string) => void): void {
  const most = headerBytesMax[record.kind];
  const isText = record.kind === 'name' && record.content === contentType.name;
  if (record.hdrlen % 4 === 0 && record.hdrlen <= most && !(isText && record.hdrlen > objectHeaderBytes))
    return;
  const known = most === objectHeaderBytes || isText ? 'a bare header' : `at most ${most} bytes`;
  report(`${record.kind} has a header of ${record.hdrlen} bytes; known kernels write ${known}`);
}
