/** What the image says of the whole: names, namespaces, clocks, and which files are carried unread. */
import { type ImageTypeName, identifyFile, imageType, isCompanion } from '../../parse/criu/index.ts';
import type { UidGidExtent } from '../../parse/generated/criu-descriptors.ts';
import type { IdMapping } from '../checkpoint.ts';
import { type Context, fileRange } from './draft.ts';
import { entriesOf, firstOf, textOf } from './image.ts';
import { idsOfType } from './ipc.ts';
import { collectMounts } from './mounts.ts';
import { collectNetwork } from './network.ts';
import { namespacesOf } from './tasks.ts';

const second = 1_000_000_000n;

export function collectContainer(context: Context): void {
  const { image, model } = context;
  const inventory = firstOf(image, 'INVENTORY', 'inventory_entry')?.fields;
  model.image = { ...model.image, version: inventory?.img_version };
  model.container.hostNamespaces = namespacesOf(inventory?.root_ids);
  collectNames(context);
  collectClocks(context);
  collectUserMaps(context);
  for (const id of idsOfType(image, 'MNTS')) collectMounts(context, id);
  collectNetwork(context);
}

function collectNames({ image, model }: Context): void {
  const [id] = idsOfType(image, 'UTSNS');
  const uts = id === undefined ? undefined : firstOf(image, 'UTSNS', 'utsns_entry', id)?.fields;
  if (uts) model.container.uts = { nodename: textOf(uts.nodename), domainname: textOf(uts.domainname) };
}

/** The clocks as the dumped processes saw them. */
function collectClocks({ image, model }: Context): void {
  const ids = idsOfType(image, 'TIMENS');
  const id = ids.at(-1);
  const clocks = id === undefined ? undefined : firstOf(image, 'TIMENS', 'timens_entry', id)?.fields;
  if (clocks === undefined) return;
  const { monotonic, boottime } = clocks;
  if (monotonic) model.container.ageNs = (monotonic.tv_sec ?? 0n) * second + (monotonic.tv_nsec ?? 0n);
  if (boottime) model.container.bootAgeNs = (boottime.tv_sec ?? 0n) * second + (boottime.tv_nsec ?? 0n);
}

function collectUserMaps({ image, model }: Context): void {
  const [id] = idsOfType(image, 'USERNS');
  const maps = id === undefined ? undefined : firstOf(image, 'USERNS', 'userns_entry', id)?.fields;
  if (maps === undefined) return;
  model.container.uidMap = (maps.uid_map ?? []).map(mappingOf);
  model.container.gidMap = (maps.gid_map ?? []).map(mappingOf);
}

const mappingOf = ({ first = 0, lower_first = 0, count = 0 }: UidGidExtent): IdMapping => ({
  first,
  lowerFirst: lower_first,
  count,
});

/** Types that the checkpoint understands at least in part; all other files are carried as they are. */
const understood: ReadonlySet<ImageTypeName> = new Set<ImageTypeName>([
  ...([
    'INVENTORY',
    'PSTREE',
    'CORE',
    'IDS',
    'MM',
    'VMAS',
    'FS',
    'FDINFO',
    'FILES',
    'CREDS',
    'SIGACT',
  ] as const),
  ...([
    'SIGNAL',
    'PSIGNAL',
    'ITIMERS',
    'POSIX_TIMERS',
    'RLIMIT',
    'PAGEMAP',
    'SHMEM_PAGEMAP',
    'PAGES',
  ] as const),
  ...([
    'IPCNS_SEM',
    'IPCNS_MSG',
    'IPCNS_SHM',
    'IPC_VAR',
    'UTSNS',
    'TIMENS',
    'USERNS',
    'MNTS',
    'CGROUP',
  ] as const),
  ...([
    'NETDEV',
    'NETNS',
    'IFADDR',
    'RULE',
    'NFTABLES',
    'NETNF_CT',
    'IPTABLES',
    'IP6TABLES',
    'ROUTE',
    'ROUTE6',
    'MEMFD_INODE',
    'PIPES_DATA',
    'FIFO_DATA',
  ] as const),
  ...([
    'TTY_INFO',
    'REMAP_FPATH',
    'GHOST_FILE',
    'FILE_LOCKS',
    'SK_QUEUES',
    'TCP_STREAM',
    'REG_FILES',
  ] as const),
  ...(['PIPES', 'FIFO', 'INETSK', 'UNIXSK', 'PACKETSK', 'NETLINK_SK', 'EVENTFD_FILE', 'TTY_FILES'] as const),
  ...(['EVENTPOLL_FILE', 'EVENTPOLL_TFD', 'INOTIFY_FILE', 'INOTIFY_WD', 'SIGNALFD', 'TIMERFD'] as const),
  ...(['TMPFS_DEV', 'TMPFS_IMG'] as const),
]);

/** Every dump has figures of itself, which no restore reads, and a file of filters, mostly without any. */
function saysNothing({ image }: Context, type: ImageTypeName): boolean {
  if (imageType(type).service === true) return true;
  const filters = type === 'SECCOMP' ? [...entriesOf(image, 'SECCOMP', 'seccomp_entry')] : undefined;
  return filters?.every(({ fields }) => (fields.seccomp_filters ?? []).length === 0) ?? false;
}

/** Files that the checkpoint carries and does not understand. */
export function collectOpaque(context: Context): void {
  for (const name of context.image.sizes.keys()) {
    const type = identifyFile(name)?.type;
    if (type === undefined && isCompanion(name)) continue;
    const content = fileRange(context, name);
    if (content === undefined || (type !== undefined && understood.has(type))) continue;
    if (type !== undefined && saysNothing(context, type)) continue;
    const kind = type === undefined ? 'unknown' : imageType(type).file.replace(/-%[ux].*/, '');
    context.model.opaque.push({ at: content.offset, file: name, kind, content });
  }
}
