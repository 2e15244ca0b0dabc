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

export interface FilesOfEngine {
  /** The root that was given, with what changed in it; undefined where none was given. */
  readonly root: RootView | undefined;
  readonly brought?: BroughtFiles;
  /**
   * Names of the list of deleted files that are symbolic links: what they lead to is removed in their place. Absent where
   * the root of the image is not known.
   */
  readonly removedTargets?: readonly RemovedTarget[];
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
  if (brings === undefined) return { root };
  const budget = new ListBudget();
  const room = new PathRoom();
  const changed = options.has('--ignore-rootfs') ? undefined : new LayeredRoot(root, room);
  const removedTargets: RemovedTarget[] = [];
  if (changed !== undefined) {
    await unpack(changed, '/', archive, 'rootfs-diff.tar', budget, brings.whiteouts);
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
    brings.mounts === true ? await filledMounts(archive, ignoresVolumes, budget, room) : () => undefined;
  if (root === undefined) return { root, brought: { rootOf, changed } };
  return { root: changed ?? root, brought: { rootOf }, ...(changed !== undefined && { removedTargets }) };
}

async function unpack(
  into: LayeredRoot,
  at: string,
  folder: ImageDirectory,
  name: string,
  budget: ListBudget,
  isLayer = false,
): Promise<boolean> {
  const source = folder.open(name);
  if (source === undefined) return false;
  try {
    const isPlain = source.size < 2 || source.view(0, 2)[0] !== 0x1f;
    const read: ReadLayer = (offset, length) =>
      isPlain ? readOnce(folder, name, offset, length) : undefined;
    const { members } = await listTar(source, { budget });
    for (const member of members)
      if (isLayer) into.unpackLayer(at, member, read);
      else into.unpack(at, member, read);
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
  budget: ListBudget,
  room: PathRoom,
): Promise<BroughtFiles['rootOf']> {
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
  if (isOwn && (await unpack(shm, '/dev/shm', archive, 'devshm-checkpoint.tar', budget)))
    filled.set('/dev/shm', shm);
  const volumes = archive.directory('volumes');
  for (const { name, destination } of namedVolumes(config)) {
    if (ignoresVolumes || volumes === undefined) continue;
    const files = new LayeredRoot(undefined, room);
    if (await unpack(files, destination, volumes, `${name}.tar`, budget)) filled.set(destination, files);
  }
  // Made empty, whatever secrets are mounted in it: "Can't stat mountpoint …/s1: No such file or directory".
  const secrets = asList(config?.['secrets']).length > 0 ? new LayeredRoot() : undefined;
  if (secrets !== undefined) filled.set('/run/secrets', secrets);
  const points = asList(spec?.['mounts']).flatMap((mount) => asText(asRecord(mount)?.['destination']) ?? []);
  return (path) => {
    const point = points
      .filter((one) => path === one || path.startsWith(`${one.replace(/\/+$/, '')}/`))
      .reduce((longest, one) => (one.length > longest.length ? one : longest), '');
    return filled.get(point);
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
