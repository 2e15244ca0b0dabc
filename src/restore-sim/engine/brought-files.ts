/**
 * Files that an engine brings into the container before it runs the restorer: what changed in the root since the image,
 * and the content of volumes and of /dev/shm. Seen of Podman 5.8.6 with runc; read of CRI-O (internal/lib/restore.go).
 */
import { asList, asRecord, asText, readJson } from '../../parse/archive/documents.ts';
import type { ImageDirectory } from '../../parse/archive/image-directory.ts';
import { ListBudget } from '../../parse/archive/list-budget.ts';
import { listTar } from '../../parse/archive/tar-headers.ts';
import type { BroughtFiles, RootView } from '../host/index.ts';
import type { GivenOptions } from '../host/needs/index.ts';
import type { Engine } from '../restorer-options.ts';
import { LayeredRoot, PathRoom, type ReadLayer } from './layered-root.ts';
import { placeIn } from './mount-place.ts';

export interface FilesOfEngine {
  /** The root that was given, with what changed in it; undefined where none was given. */
  readonly root: RootView | undefined;
  readonly brought?: BroughtFiles;
  /**
   * Names of the list of deleted files that are symbolic links: what they lead to is removed in their place. Absent where
   * the root of the image is not known.
   */
  readonly removedTargets?: readonly RemovedTarget[];
  /** Archives that are not known to their end. */
  readonly unread: readonly UnreadArchive[];
}

/** An archive within the archive. */
export interface UnreadArchive {
  readonly file: string;
  readonly why: string;
  /** The engine cannot unpack it either. */
  readonly isDamaged: boolean;
}

export interface RemovedTarget {
  readonly link: string;
  readonly target: string;
  readonly index: number;
}

interface Asked {
  readonly engine: Engine;
  /** With the members of the archive. */
  readonly archive: ImageDirectory;
  readonly root: RootView | undefined;
  readonly options: GivenOptions;
}

/** Reads headers of the archives within the archive, and nothing of their files. */
export async function broughtFiles({ engine, archive, root, options }: Asked): Promise<FilesOfEngine> {
  const { brings } = engine;
  if (brings === undefined) return { root, unread: [] };
  const unpacking: Unpacking = { budget: new ListBudget(), room: new PathRoom(), unread: [] };
  const { room, unread } = unpacking;
  const changed = options.has('--ignore-rootfs') ? undefined : new LayeredRoot(root, room);
  const removedTargets: RemovedTarget[] = [];
  if (changed !== undefined) {
    await unpack(changed, '/', { folder: archive, name: 'rootfs-diff.tar' }, unpacking, brings.whiteouts);
    for (const [index, item] of asList(readJson(archive, 'deleted.files', () => {})).entries()) {
      const path = asText(item);
      if (path === undefined) continue;
      if (brings.removesTargets !== true) changed.remove(path);
      else {
        if (changed.isLink(path))
          removedTargets.push({ link: path, target: changed.stat(path)?.path ?? '', index });
        changed.removeTarget(path);
      }
    }
  }
  const ignoresVolumes = options.has('--ignore-volumes');
  const rootOf =
    brings.mounts === true ? await filledMounts(archive, ignoresVolumes, unpacking) : () => undefined;
  if (root === undefined) return { root, brought: { rootOf, changed }, unread };
  const targets = changed !== undefined && { removedTargets };
  return { root: changed ?? root, brought: { rootOf }, ...targets, unread };
}

interface Unpacking {
  readonly budget: ListBudget;
  readonly room: PathRoom;
  readonly unread: UnreadArchive[];
}

async function unpack(
  into: LayeredRoot,
  at: string,
  { folder, name, shown = name }: { folder: ImageDirectory; name: string; shown?: string },
  { budget, room, unread }: Unpacking,
  isLayer = false,
): Promise<boolean> {
  const source = folder.open(name);
  if (source === undefined) return false;
  try {
    const isPlain = source.size < 2 || source.view(0, 2)[0] !== 0x1f;
    const read: ReadLayer = (offset, length) =>
      isPlain ? readOnce(folder, name, offset, length) : undefined;
    const { members, problem, isTooLong } = await listTar(source, { budget });
    const wasShort = room.isShort;
    for (const member of members)
      if (isLayer) into.unpackLayer(at, member, read);
      else into.unpack(at, member, read);
    if (problem !== undefined) unread.push({ file: shown, why: problem, isDamaged: isTooLong !== true });
    else if (room.isShort && !wasShort)
      unread.push({
        file: shown,
        why: 'it has more paths, or deeper ones, than are looked at',
        isDamaged: false,
      });
    return true;
  } finally {
    source.close();
  }
}

function readOnce(
  folder: ImageDirectory,
  name: string,
  offset: number,
  length: number,
): Uint8Array | undefined {
  const source = folder.open(name);
  if (source === undefined) return undefined;
  try {
    return source.view(offset, Math.max(0, Math.min(length, source.size - offset))).slice();
  } finally {
    source.close();
  }
}

/** Volumes and /dev/shm lie on mounts of the host, which are empty when the container is made. */
async function filledMounts(
  archive: ImageDirectory,
  ignoresVolumes: boolean,
  unpacking: Unpacking,
): Promise<BroughtFiles['rootOf']> {
  const { room } = unpacking;
  const config = asRecord(readJson(archive, 'config.dump', () => {}));
  const spec = asRecord(readJson(archive, 'spec.dump', () => {}));
  const filled = new Map<string, RootView>();
  const shm = new LayeredRoot(undefined, room);
  const id = asText(config?.['id']) ?? '';
  // Of the host, with --ipc host, the archive has all that was in it, and nothing of that is put back.
  const isOwn = asList(spec?.['mounts']).some((mount) => {
    const { destination, source } = asRecord(mount) ?? {};
    return destination === '/dev/shm' && asText(source)?.includes(`/${id}/userdata/`) === true;
  });
  const ofShm = { folder: archive, name: 'devshm-checkpoint.tar' };
  if (isOwn && (await unpack(shm, '/dev/shm', ofShm, unpacking))) filled.set('/dev/shm', shm);
  const volumes = archive.directory('volumes');
  for (const { name, destination } of namedVolumes(config)) {
    if (ignoresVolumes || volumes === undefined) continue;
    const files = new LayeredRoot(undefined, room);
    const file = `${name}.tar`;
    if (
      await unpack(files, destination, { folder: volumes, name: file, shown: `volumes/${file}` }, unpacking)
    )
      filled.set(placeIn(undefined, destination), files);
  }
  // Made empty, whatever secrets are mounted in it: "Can't stat mountpoint …/s1: No such file or directory".
  const secrets = asList(config?.['secrets']).length > 0 ? new LayeredRoot() : undefined;
  if (secrets !== undefined) filled.set('/run/secrets', secrets);
  const points = new Set(
    asList(spec?.['mounts']).map((mount) =>
      placeIn(undefined, asText(asRecord(mount)?.['destination']) ?? '/'),
    ),
  );
  return (path) => {
    // The nearest one above it.
    for (let at = placeIn(undefined, path); at !== '' && at !== '/'; at = at.slice(0, at.lastIndexOf('/')))
      if (points.has(at)) return filled.get(at);
    return undefined;
  };
}

export interface NamedVolume {
  readonly name: string;
  readonly destination: string;
}

/** Of `config.dump` as Podman writes it. */
export const namedVolumes = (config: Readonly<Record<string, unknown>> | undefined): readonly NamedVolume[] =>
  asList(config?.['namedVolumes']).flatMap((item) => {
    const { volumeName, dest } = asRecord(item) ?? {};
    const [name, destination] = [asText(volumeName), asText(dest)];
    return name === undefined || destination === undefined ? [] : [{ name, destination }];
  });
