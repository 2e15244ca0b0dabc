/** What the image says of the whole: names, namespaces, clocks, mounts, control groups, network files. */
import {
  fileName,
  type ImageTypeName,
  identifyFile,
  imageType,
  isCompanion,
} from '../../parse/criu/index.ts';
import type { CgroupDirEntry, MntEntry, UidGidExtent } from '../../parse/generated/criu-descriptors.ts';
import type { Cgroup, Id, IdMapping, Mount } from '../checkpoint.ts';
import { type Context, fileRange, idOf } from './draft.ts';
import { entriesOf, firstOf, placeOf, textOf } from './image.ts';
import { idsOfType } from './ipc.ts';
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
  collectCgroups(context);
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
  ...{ first, lowerFirst: lower_first, count },
});

// images/mnt.proto: enum fstype, by number.
const fsTypes: readonly string[] = [
  ...['', 'proc', 'sysfs', 'devtmpfs', 'binfmt_misc', 'tmpfs', 'devpts', 'simfs', 'pstore', 'securityfs'],
  ...['fusectl', 'debugfs', 'cgroup', 'aufs', 'mqueue', 'fuse', 'auto', 'overlay', 'autofs', 'tracefs'],
  ...['', '', '', 'cgroup2'],
];

function collectMounts(context: Context, namespaceId: number): void {
  const { model } = context;
  const namespace = idOf(context, 'mountNamespace', namespaceId);
  const mounts: Id<'mount'>[] = [];
  let place = { at: 0, file: fileName('MNTS', namespaceId) };
  for (const { fields, at, file } of entriesOf(context.image, 'MNTS', 'mnt_entry', namespaceId)) {
    const mount = { ...mountOf(context, fields), at, file, namespace };
    if (mounts.length === 0) place = { at, file };
    model.mounts.set(mount.id, mount);
    mounts.push(mount.id);
  }
  model.mountNamespaces.set(namespace, { ...place, id: namespace, mounts });
}

function mountOf(context: Context, fields: MntEntry): Mount {
  const refer = (id: number | undefined): Id<'mount'> | undefined =>
    id === undefined || id === 0 ? undefined : idOf(context, 'mount', id);
  const { fstype = 0, mnt_id = 0, parent_mnt_id, flags = 0, sb_flags = 0, ext_mount } = fields;
  const content = fileRange(context, fileName('TMPFS_DEV', fields.root_dev ?? 0));
  return {
    ...{ at: 0, id: idOf(context, 'mount', mnt_id), namespace: 0 as Id<'mountNamespace'> },
    device: textOf(fields.source) ?? '',
    mountpoint: textOf(fields.mountpoint) ?? '',
    fstype: textOf(fields.fsname) ?? fsTypes[fstype] ?? '',
    bindSource: fields.root === undefined || textOf(fields.root) === '/' ? undefined : textOf(fields.root),
    ...{
      mntFlags: flags,
      flags: sb_flags,
      isBind: textOf(fields.root) !== '/',
      isExternal: ext_mount === true,
    },
    ...{ isDelayed: false, isPloop: false },
    parent: parent_mnt_id === mnt_id ? undefined : refer(parent_mnt_id),
    content,
  };
}

function collectCgroups({ image, model }: Context): void {
  const entry = firstOf(image, 'CGROUP', 'cgroup_entry');
  if (entry === undefined) return;
  const place = placeOf(entry);
  const at = { at: place.offset ?? 0, file: entry.file };
  for (const { cnames, dirs } of entry.fields.controllers ?? []) {
    const groups: Cgroup[] = [];
    const add = (directory: CgroupDirEntry, parent: number): void => {
      const index = groups.length;
      groups.push({ ...at, index, parent, flags: 0, name: textOf(directory.dir_name), pids: [] });
      for (const child of directory.children ?? []) add(child, index);
    };
    for (const directory of dirs ?? []) add(directory, -1);
    model.cgroups.push({ ...at, mountOptions: (cnames ?? []).map(textOf).join(','), groups });
  }
}

const loopback = 1;

/** Devices are messages; addresses, routes and packet filters are what other tools wrote. */
function collectNetwork(context: Context): void {
  const { image, model } = context;
  for (const id of idsOfType(image, 'NETDEV')) {
    for (const { fields, at, file } of entriesOf(image, 'NETDEV', 'net_device_entry', id)) {
      const { type, ifindex = 0, mtu, flags = 0, name } = fields;
      const fallback = type === loopback ? 'lo' : '';
      const device = { at, file, index: ifindex, name: textOf(name) ?? fallback, flags, mtu };
      model.network.devices.push(device);
    }
  }
  for (const [type, family] of [
    ['IPTABLES', 'inet'],
    ['IP6TABLES', 'inet6'],
  ] as const) {
    for (const id of idsOfType(image, type)) {
      const text = fileRange(context, fileName(type, id));
      if (text) model.network.packetFilters.push({ at: text.offset, file: fileName(type, id), family, text });
    }
  }
  for (const type of ['ROUTE', 'ROUTE6'] as const) {
    for (const id of idsOfType(image, type)) {
      const messages = fileRange(context, fileName(type, id));
      if (messages) model.network.routes.push({ at: messages.offset, file: fileName(type, id), messages });
    }
  }
}

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
]);

/** Files that the checkpoint carries and does not understand. */
export function collectOpaque(context: Context): void {
  for (const name of context.image.sizes.keys()) {
    const type = identifyFile(name)?.type;
    if (type === undefined && isCompanion(name)) continue;
    const content = fileRange(context, name);
    if (content === undefined || (type !== undefined && understood.has(type))) continue;
    const kind = type === undefined ? 'unknown' : imageType(type).file.replace(/-%[ux].*/, '');
    context.model.opaque.push({ at: content.offset, file: name, kind, content });
  }
}
