/** mountpoints-N.img: the mounts of the first namespace, and which mount a path lies on. */
import type { Checkpoint, Id, Mount } from '../../../model/checkpoint.ts';
import { follow } from '../../../model/look-up.ts';
import type { MntEntry } from '../../../parse/generated/criu-descriptors.ts';
import { type Conversion, namespaces } from './context.ts';
import type { Losses } from './losses.ts';
import { writeImage } from './output.ts';
import { message } from './record.ts';
import { writeTmpfs } from './tmpfs.ts';

/** A mount that is written. */
interface Place {
  readonly number: number;
  readonly mountpoint: string;
  readonly parent: number;
  /** The root of the container has no record. */
  readonly mount?: Mount | undefined;
  readonly fstype: number;
  /** Device number: the same for all mounts of one file system. */
  readonly device: number;
  /** Path in the file system that is mounted. */
  readonly root: string;
}

export interface MountPlaces {
  /** The number of the mount that a path of the container lies on. */
  readonly of: (path: string) => number;
  readonly places: readonly Place[];
}

const rootNumber = 1;
const noParent = 0;
/** MKDEV(8, 1) and anonymous devices from 0:40 on, as the kernel numbers them inside: any will do. */
const rootDevice = 0x800001;
const firstDevice = 40;
/** mnt.proto, fstype: what CRIU makes anew. Everything else is with the root, or was bound from there. */
const madeTypes: ReadonlyMap<string, number> = new Map([
  ['proc', 1],
  ['sysfs', 2],
  ['devtmpfs', 3],
  ['tmpfs', 5],
  ['devpts', 6],
  ['mqueue', 14],
]);
const unsupported = 0;

export function placeMounts(checkpoint: Checkpoint, losses: Losses): MountPlaces {
  const namespace = checkpoint.tasks[0]?.mountNamespace ?? [...checkpoint.mountNamespaces.keys()][0];
  const others = checkpoint.mountNamespaces.size - 1;
  if (others > 0) losses.add('mount-namespace', `${others} more`, {}, others);
  const ids = follow(checkpoint.mountNamespaces, namespace)?.mounts ?? [];
  const places: Place[] = [
    {
      number: rootNumber,
      mountpoint: '/',
      parent: noParent,
      fstype: unsupported,
      device: rootDevice,
      root: '/',
    },
  ];
  const byId = new Map<Id<'mount'>, Place>();
  for (const id of ids) {
    const mount = checkpoint.mounts.get(id);
    const place = mount && mount.mountpoint !== '/' && placeOf(mount, places, byId, losses);
    if (!place) continue;
    places.push(place);
    byId.set(id, place);
  }
  return { places, of: (path) => innermost(places, path).number };
}

function placeOf(
  mount: Mount,
  places: readonly Place[],
  byId: ReadonlyMap<Id<'mount'>, Place>,
  losses: Losses,
): Place | undefined {
  const { mountpoint, fstype } = mount;
  if (!mountpoint.startsWith('/')) return undefined;
  const base = {
    number: rootNumber + places.length,
    mountpoint,
    parent: innermost(places, mountpoint).number,
    mount,
  };
  if (mount.shared !== undefined || mount.master !== undefined)
    losses.add('mount-propagation', mountpoint, mount);
  if (mount.isBind) return boundPlace(base, mount, places, byId, losses);
  const type = madeTypes.get(fstype);
  if (type !== undefined) return { ...base, fstype: type, device: firstDevice + places.length, root: '/' };
  // Whatever lies in the directory of the root is seen instead.
  losses.add('mount', `${mountpoint} (${fstype})`, mount);
  return undefined;
}

/** CRIU makes a bind mount of two mounts that have one device number. */
function boundPlace(
  base: Pick<Place, 'number' | 'mountpoint' | 'parent' | 'mount'>,
  mount: Mount,
  places: readonly Place[],
  byId: ReadonlyMap<Id<'mount'>, Place>,
  losses: Losses,
): Place | undefined {
  const path = mount.bindSource;
  const bound = follow(byId, mount.bind);
  if (mount.isExternal || path === undefined || !path.startsWith('/')) {
    losses.add('mount', `${mount.mountpoint} (bound from outside)`, mount);
    return undefined;
  }
  const source = bound ?? innermost(places, path);
  const { fstype, device } = source;
  return { ...base, fstype, device, root: below(source.mountpoint, path) };
}

/** The path as seen from a mount point, absolute. */
export function below(mountpoint: string, path: string): string {
  if (mountpoint === '/') return path;
  return path.startsWith(`${mountpoint}/`) ? path.slice(mountpoint.length) : path === mountpoint ? '/' : path;
}

/** Later mounts cover earlier ones at the same place. */
function innermost(places: readonly Place[], path: string): Place {
  let found = places[0]!;
  for (const place of places) {
    const isBelow =
      place.mountpoint === '/' || path === place.mountpoint || path.startsWith(`${place.mountpoint}/`);
    if (isBelow && place.mountpoint.length >= found.mountpoint.length) found = place;
  }
  return found;
}

/** MNT_* of linux/mount.h, and MS_* of mount(2), by what they mean. */
const mountFlags: readonly (readonly [number, number])[] = [
  [0x1, 0x2], // nosuid
  [0x2, 0x4], // nodev
  [0x4, 0x8], // noexec
  [0x8, 0x400], // noatime
  [0x10, 0x800], // nodiratime
  [0x20, 0x200000], // relatime
  [0x40, 0x1], // read-only
];
/** Flags that old kernels keep with the file system, though they are of the mount. */
const mountBits = 0x2 | 0x4 | 0x8 | 0x400 | 0x800;
/** Read-only, synchronous, mandatory locks, synchronous directories. */
const fileSystemBits = 0x1 | 0x10 | 0x40 | 0x80;

export function writeMounts(conversion: Conversion): void {
  const { mounts, output, defaults } = conversion;
  defaults.push({ what: 'the root mount and device numbers of mounts', value: 'made up' });
  // The order of /proc/PID/mountinfo turned round, as CRIU writes it; it reads any.
  const records = [...mounts.places].reverse().map((place) => message('mnt_entry', entryOf(place)));
  writeImage(output, 'MNTS', namespaces.mnt, records);
  for (const { mount, fstype, device, root } of mounts.places) {
    if (mount && fstype === madeTypes.get('tmpfs') && root === '/' && !mount.isBind) {
      writeTmpfs(conversion, mount, device);
    }
  }
}

function entryOf({ number, mountpoint, parent, mount, fstype, device, root }: Place): MntEntry {
  const own = mountFlags.reduce((flags, [mnt, ms]) => ((mount?.mntFlags ?? 0) & mnt ? flags | ms : flags), 0);
  const stored = mount?.flags ?? 0;
  return {
    fstype,
    mnt_id: number,
    root_dev: device,
    parent_mnt_id: parent,
    flags: own | (stored & mountBits),
    root,
    mountpoint,
    source: mount?.device || mount?.fstype || 'root',
    options: fstype === madeTypes.get('devpts') ? 'newinstance,ptmxmode=0666,mode=0620' : '',
    shared_id: 0,
    master_id: 0,
    sb_flags: stored & fileSystemBits,
  };
}
