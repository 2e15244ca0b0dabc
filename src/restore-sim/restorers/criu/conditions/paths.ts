/**
 * Files that have to be there: opened by name, and not brought by the image itself. CRIU compares type and mode,
 * size and build-id with its record (criu/files-reg.c, validate_file), and nothing else.
 */

import type { Location } from '../../../../diagnostic.ts';
import { remapOf, remapTypes } from '../../../../model/from-criu/ghosts.ts';
import { entriesOf, firstOf, placeOf, textOf } from '../../../../model/from-criu/image.ts';
import { type CriuOpenFile, fieldsAs, fileKey } from '../../../../model/from-criu/open-files.ts';
import { buildIdText } from '../../../../parse/criu/build-id.ts';
import type { FhEntry, RegFileEntry, UnixSkEntry } from '../../../../parse/generated/criu-descriptors.ts';
import {
  type Condition,
  type ConditionFacts,
  condition,
  type PathKind,
  pathCondition,
} from '../../../conditions.ts';
import { isAlive, preorder } from '../context.ts';
import { fileSystems } from '../mount-options.ts';
import { isMainRoot, type Mount, type MountTrees } from '../mounts.ts';
import { externalThings } from '../options/parse-options.ts';
import { groupFacts } from './groups.ts';
import type { Scene } from './scene.ts';
import { socketName } from './socket-name.ts';

export function* pathConditions(scene: Scene): Generator<Condition> {
  const told = new Set<string>();
  for (const one of all(scene)) {
    const key = `${one.code} ${one.wanted}`;
    if (told.has(key)) continue;
    told.add(key);
    yield one;
  }
}

function* all(scene: Scene): Generator<Condition> {
  yield* mountPoints(scene);
  const names = namesOf(scene);
  for (const file of scene.files.values()) {
    const regular = fieldsAs(file, 'REG');
    if (regular !== undefined && names.isUsed(file.id)) yield* regularConditions(scene, names, file, regular);
    yield* socketConditions(scene, file);
    yield* watchConditions(scene, file);
  }
}

/** What the names of regular files stand for besides the file itself. */
interface Names {
  /** Pairs of terminals: made through ptmx, or inherited. */
  readonly pairs: ReadonlySet<number>;
  readonly directories: ReadonlySet<number>;
  /** Deleted, with content in the image or under another name. */
  readonly deleted: ReadonlyMap<number, number>;
  /** Where a removed name is another name of a file: what CRIU holds against that file, by the number of its entry. */
  readonly linked: ReadonlyMap<number, RegFileEntry>;
  /** Those that are mapped to be run, and of them those that tasks have as their program. */
  readonly executed: ReadonlySet<number>;
  readonly programs: ReadonlyMap<number, number>;
  /** CRIU opens only what somebody has open, maps, runs, stands in, sends, or is named by. */
  readonly isUsed: (id: number) => boolean;
}

/** images/tty.proto: a pair; one that is handed over. */
const pairTypes: ReadonlySet<number | undefined> = new Set([1, 5]);

function namesOf({ restore, files, isComplete }: Scene): Names {
  const { image, root } = restore;
  const types = new Map<number, number>();
  for (const { fields } of entriesOf(image, 'TTY_INFO', 'tty_info_entry'))
    types.set(fields.id ?? 0, fields.type ?? 0);
  const pairs = new Set<number>();
  const named = new Set<number>();
  for (const file of files.values()) {
    const fifo = fieldsAs(file, 'FIFO');
    if (fifo !== undefined) named.add(fifo.regf_id ?? file.id);
    const terminal = fieldsAs(file, 'TTY');
    if (terminal === undefined) continue;
    const path = terminal.regf_id ?? file.id;
    named.add(path);
    if (pairTypes.has(types.get(terminal.tty_info_id ?? 0))) pairs.add(path);
  }
  const directories = new Set<number>();
  for (const item of preorder(root)) {
    const fs = isAlive(item) ? firstOf(image, 'FS', 'fs_entry', item.pid)?.fields : undefined;
    for (const id of [fs?.cwd_id, fs?.root_id]) if (id !== undefined) directories.add(id);
  }
  const deleted = new Map<number, number>();
  const linked = new Map<number, RegFileEntry>();
  for (const { fields } of entriesOf(image, 'REMAP_FPATH', 'remap_file_path_entry')) {
    const { original, type, target } = remapOf(fields);
    deleted.set(original, type);
    if (type !== remapTypes.linked) continue;
    named.add(target);
    const removed = files.get(fileKey('REG', original));
    const entry = removed && fieldsAs(removed, 'REG');
    if (entry !== undefined) linked.set(target, entry);
  }
  for (const { fields } of entriesOf(image, 'SK_QUEUES', 'sk_packet_entry'))
    for (const { rights = [] } of fields.scm ?? []) for (const id of rights) named.add(id);
  const isUsed = (id: number) => !isComplete || named.has(id) || restore.used.files.has(fileKey('REG', id));
  const [{ executed }, { runners: programs }] = [restore.asked, restore.used];
  return { pairs, directories, deleted, linked, executed, programs, isUsed };
}

function* regularConditions(
  scene: Scene,
  names: Names,
  file: CriuOpenFile,
  regular: RegFileEntry,
): Generator<Condition> {
  const path = textOf(regular.name) ?? '';
  const { restore, trees } = scene;
  // Names of what is no file at all, such as that of a pipe, begin with no slash.
  if (!path.startsWith('/') || path === '/' || regular.ext === true || names.pairs.has(file.id)) return;
  if (isBrought(trees, regular.mnt_id) || isOfTree(restore.numbers.items, path)) return;
  const at = placeOf(file);
  const remap = names.deleted.get(file.id);
  if (remap === remapTypes.procfs) return;
  if (remap !== undefined) {
    const directory = directoryOf(path);
    if (directory === '/') return;
    const isRun = names.executed.has(file.id);
    const where = placeFacts(scene, regular.mnt_id, directory);
    yield removedDirectory(path, at, { ...(isRun && { isExecuted: 1 }), ...where });
    return;
  }
  const where = {
    ...placeFacts(scene, regular.mnt_id, path),
    ...(names.executed.has(file.id) && { isExecuted: 1 }),
    ...(names.programs.has(file.id) && { isProgram: 1 }),
    // Opened once more for that, whatever its descriptor says.
    ...(restore.used.sharedForWriting.has(fileKey('REG', file.id)) && { isWritten: 1, isReadAndWritten: 1 }),
  };
  const kind = kindOf(regular, names.directories.has(file.id));
  yield regularCondition({
    path,
    kind,
    entry: heldAgainst(regular, names.linked.get(file.id)),
    at,
    where: { ...where, ...(kind === 'device' && groupFacts(scene, 'devices')) },
  });
}

const directoryOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';

/** What was removed is made again where it was; whatever has its name meanwhile is not in the way. */
function removedDirectory(path: string, at: Location, facts: ConditionFacts): Condition {
  const directory = directoryOf(path);
  const remedy =
    'make it, on a file system that can be written: a deleted file is made in it for a moment, or in the one above';
  return condition('directory-needed', directory, remedy, at, {
    path: directory,
    isWritten: 1,
    isOrAbove: 1,
    ...facts,
  });
}

/** The file of a removed name is held against the entry of that name (criu/files-reg.c, validate_file). */
function heldAgainst(own: RegFileEntry, removed: RegFileEntry | undefined): RegFileEntry {
  if (removed === undefined) return own;
  const { flags = own.flags, size = own.size, mode = own.mode } = removed;
  return {
    ...own,
    ...(flags !== undefined && { flags }),
    ...(size !== undefined && { size }),
    ...(mode !== undefined && { mode }),
  };
}

/**
 * Mounts of the image get the flags of the image, whatever those of the root directory are (`isMountedAnew`).
 * A file on a mount from outside lies where an option says, and one on another file system where nobody can tell:
 * neither is to be looked for below the root. In a user namespace of its own a tree has rights over what it owns
 * (`isOfOtherUsers`).
 */
export function placeFacts(scene: Scene, id: number | undefined, path: string): ConditionFacts {
  return { ...mountFacts(scene, id, path), ...ownersFacts(scene) };
}

/** What belongs to whom in a user namespace of the tree: `0:100000:65536`, blanks between extents. */
function ownersFacts({ restore: { image, root, ownNamespaces } }: Scene): ConditionFacts {
  if (!ownNamespaces.has('user')) return {};
  const maps = firstOf(image, 'USERNS', 'userns_entry', root?.ids?.user_ns_id ?? 0)?.fields;
  const text = (map: NonNullable<typeof maps>['uid_map'] = []) =>
    map.map(({ first = 0, lower_first: lower = 0, count = 0 }) => `${first}:${lower}:${count}`).join(' ');
  return { isOfOtherUsers: 1, uidMap: text(maps?.uid_map), gidMap: text(maps?.gid_map) };
}

function mountFacts({ trees, options }: Scene, id: number | undefined, path: string): ConditionFacts {
  const mount = id === undefined ? undefined : trees?.byId.get(id);
  if (trees === undefined) return {};
  if (mount === undefined || isMainRoot(trees, mount)) return { isMountedAnew: 1 };
  const main = trees.mainRoot;
  const isOfRoot = main !== undefined && mount.fields.root_dev === main.fields.root_dev && !mount.isExternal;
  if (isOfRoot && mount.root === `${main.root.replace(/\/$/, '')}${mount.point}`) return { isMountedAnew: 1 };
  const key = textOf(mount.fields.ext_key);
  const given = options && externalThings(options).find((one) => one.kind === 'mnt' && one.key === key);
  if (given === undefined || !given.value.startsWith('/')) return { isElsewhere: 1 };
  const below = path.slice(mount.point === '/' ? 0 : mount.point.length);
  return { isMountedAnew: 1, hostPath: `${given.value.replace(/\/$/, '')}${below}` };
}

// inode(7), open(2).
const types = {
  mask: 0o170000,
  directory: 0o040000,
  character: 0o020000,
  block: 0o060000,
  fifo: 0o010000,
} as const;
const permissions = 0o7777;
const openMode = { mask: 3, write: 1, readWrite: 2, append: 0o2000, path: 0o10000000 } as const;

/** Before 2.4 records have no mode. */
function kindOf({ mode }: RegFileEntry, isDirectory: boolean): PathKind {
  const type = (mode ?? 0) & types.mask;
  if (type === types.directory || isDirectory) return 'directory';
  return type === types.character || type === types.block ? 'device' : 'file';
}

interface Regular {
  readonly path: string;
  readonly kind: PathKind;
  readonly entry: RegFileEntry;
  readonly at: Location;
  readonly where: ConditionFacts;
}

function regularCondition({ path, kind, entry, at, where }: Regular): Condition {
  const { mode, size, flags = 0, pos = 0n } = entry;
  const isOfDisk = kind === 'file' && ((mode ?? 0) & types.mask) !== types.fifo;
  const isLog = (flags & openMode.mask) === openMode.write && (flags & openMode.append) !== 0;
  const build = entry.build_id && entry.build_id.length > 0 ? buildIdText(entry.build_id) : undefined;
  const isFifo = ((mode ?? 0) & types.mask) === types.fifo;
  const words = [
    ...(isFifo ? ['fifo'] : []),
    ...(size === undefined || kind !== 'file' ? [] : [`${size} bytes`]),
    ...(mode === undefined ? [] : [`mode ${octal(mode & permissions)}`]),
    ...(build === undefined ? [] : [`build-id ${build}`]),
  ];
  const facts: ConditionFacts = {
    path,
    ...(size !== undefined && kind === 'file' && { size: size.toString() }),
    ...(mode !== undefined && { mode: octal(mode) }),
    ...(build !== undefined && { buildId: build }),
    ...(isFifo && { type: 'fifo' }),
    ...((flags & openMode.mask) !== 0 && isOfDisk && { isWritten: 1 }),
    ...((flags & openMode.mask) === openMode.readWrite && { isReadAndWritten: 1 }),
    ...((flags & openMode.path) !== 0 && { isOnlyNamed: 1 }),
    ...(isLog && isOfDisk && pos > 0n && { appendedFrom: pos.toString() }),
    ...where,
  };
  const wanted = words.length === 0 ? path : `${path}: ${words.join(', ')}`;
  return condition(`${kind}-needed`, wanted, remedyOf(kind, where), at, facts);
}

const remedies: { readonly [Kind in PathKind]?: string } = {
  file: 'put it below the root of the restore as it was: CRIU compares size, mode and build-id',
  directory: 'make it below the root of the restore, with that mode',
  device: 'make it below the root of the restore, with that mode',
};

function remedyOf(kind: PathKind, { hostPath, isElsewhere }: ConditionFacts): string {
  const remedy = remedies[kind] ?? '';
  if (hostPath === undefined && isElsewhere === undefined) return remedy;
  return remedy.replace(
    'below the root of the restore',
    hostPath === undefined ? 'on the mount from outside that it was on' : `at ${hostPath} of the host`,
  );
}

const octal = (mode: number): string => `0${(mode >>> 0).toString(8).padStart(3, '0')}`;

/** File systems whose files are the kernel's or come back with the image (criu/filesystems.c). */
const ofImage: ReadonlySet<number> = new Set([
  ...[fileSystems.proc, fileSystems.sysfs, fileSystems.tmpfs, fileSystems.devpts, fileSystems.mqueue],
  // binfmt_misc, pstore, securityfs, fusectl, debugfs, cgroup, tracefs.
  ...[4, 8, 9, 10, 11, 12, 19, fileSystems.cgroup2],
]);

export function isBrought(trees: MountTrees | undefined, id: number | undefined): boolean {
  const mount = id === undefined ? undefined : trees?.byId.get(id);
  return trees !== undefined && mount !== undefined && isMadeOfImage(trees, mount);
}

function isMadeOfImage(trees: MountTrees, mount: Mount): boolean {
  if (!ofImage.has(mount.fields.fstype ?? 0) || isMainRoot(trees, mount)) return false;
  // Masked paths of engines are binds of single files of it: only what holds the whole of it is its source.
  return !trees.binds.hasExternal(mount) && !trees.binds.hasRoot(mount);
}

/** `/proc/PID/…` of a task that the restore makes. */
const isOfTree = (items: ReadonlyMap<number, unknown>, path: string): boolean => {
  const pid = /^\/proc\/(\d+)(\/|$)/.exec(path)?.[1];
  return pid !== undefined && items.has(Number(pid));
};

/** A whole file system is mounted on a directory; of binds it is not known. */
const typeOfMount = ({ root }: Mount): string => (root === '/' ? 'directory' : '');

/**
 * A directory of the kernel's own file system on itself, to be written below a read-only one, as LXC mounts
 * /sys/devices/virtual/net: nobody can make it, and the kernel has it.
 */
const isPartOf = (parent: Mount, { fields, root, point }: Mount): boolean =>
  (fields.fstype === fileSystems.sysfs || fields.fstype === fileSystems.proc) &&
  fields.fstype === parent.fields.fstype &&
  parent.root === '/' &&
  point === `${parent.point}${root}`;

/** Those below mounts of the image come with it. */
function* mountPoints(scene: Scene): Generator<Condition> {
  const { trees } = scene;
  if (trees === undefined) return;
  for (const mount of trees.mounts) {
    const { point, parent, at } = mount;
    if (parent === undefined || point === '/' || isMadeOfImage(trees, parent)) continue;
    if (isPartOf(parent, mount)) continue;
    const below = mount.isExternal ? {} : { type: typeOfMount(mount) };
    const one = pathCondition('mount-point', point, at);
    const where = isMainRoot(trees, parent) ? {} : placeFacts(scene, parent.fields.mnt_id, point);
    yield { ...one, facts: { path: point, ...below, ...where } };
  }
  const archives = trees.mounts.find(
    ({ fields, isExternal }) => fields.fstype === fileSystems.tmpfs && !isExternal,
  );
  if (archives === undefined) return;
  for (const program of ['tar', 'gzip']) yield pathCondition('program', program, archives.at);
}

/** linux/net.h, as host documents name them. */
const unixTypes: Readonly<Record<number, string>> = { 1: 'stream', 2: 'datagram', 5: 'seqpacket' };

/** Has the name of the socket that accepted it, and is not bound (criu/sk-unix.c, bind_unix_sk). */
const isAccepted = ({ type, state }: UnixSkEntry): boolean => type !== datagram && state === established;
const datagram = 2;
const established = 1;

function* socketConditions(scene: Scene, file: CriuOpenFile): Generator<Condition> {
  const { restore, trees } = scene;
  const socket = fieldsAs(file, 'UNIXSK');
  if (socket === undefined || ((socket.uflags ?? 0) & 1) !== 0) return;
  const name = socketName(socket);
  if (name === '' || isAccepted(socket)) return;
  const isAbstract = name.startsWith('@');
  if (isAbstract ? restore.ownNamespaces.has('net') : isBrought(trees, socket.mnt_id)) return;
  if (socket.deleted === true && !isAbstract) {
    yield removedDirectory(name, placeOf(file), placeFacts(scene, socket.mnt_id, directoryOf(name)));
    return;
  }
  const wanted = isAbstract ? `${name} free` : `${name} free or a socket, in a directory that is there`;
  const remedy = isAbstract ? 'end who has the name' : 'make its directory; remove what else has the name';
  yield condition('unix-name-free', wanted, remedy, placeOf(file), {
    path: name,
    ...(isAbstract && { type: unixTypes[socket.type ?? 0] ?? '' }),
    ...(!isAbstract && { isWritten: 1, ...placeFacts(scene, socket.mnt_id, name) }),
  });
}

/** Watched files are opened by the path that the dump has found (criu/fsnotify.c). */
function* watchConditions(scene: Scene, file: CriuOpenFile): Generator<Condition> {
  const { restore, trees } = scene;
  const watched: { readonly path: string | undefined; readonly mount?: number | undefined }[] = [];
  const handle = (entry: FhEntry | undefined) =>
    watched.push({ path: textOf(entry?.path), mount: entry?.mnt_id });
  for (const { f_handle: entry } of fieldsAs(file, 'INOTIFY')?.wd ?? []) handle(entry);
  for (const { ie, me } of fieldsAs(file, 'FANOTIFY')?.mark ?? []) {
    handle(ie?.f_handle);
    watched.push({ path: textOf(me?.path), mount: me?.mnt_id });
  }
  for (const { path, mount } of watched) {
    if (path === undefined || !/^\/./.test(path) || isBrought(trees, mount)) continue;
    if (isOfTree(restore.numbers.items, path)) continue;
    const one = pathCondition('file', path, placeOf(file));
    yield { ...one, facts: { path, ...placeFacts(scene, mount, path) } };
  }
}
