/** Where a path of the container lies: in its root, or in a mount that the restore makes and fills itself. */
import type { Checkpoint, Id, Mount } from '../../../../model/checkpoint.ts';

export type Place =
  | { readonly kind: 'root'; readonly path: string }
  /** Inside a mount of the restore: nothing to prepare. */
  | { readonly kind: 'made'; readonly mount: Mount };

export type PlaceFinder = (path: string, named?: Id<'mount'>, except?: Id<'mount'>) => Place;

/** Bind mounts of bind mounts; more is a loop in a damaged image. */
const bindDepthMax = 16;

/** The mounts below the root that the restore makes; what the host made before is part of the root. */
export const madeMounts = (checkpoint: Checkpoint): readonly Mount[] =>
  [...checkpoint.mounts.values()].filter(
    ({ mountpoint, isExternal }) => !isExternal && mountpoint.startsWith('/') && mountpoint !== '/',
  );

export const hostMounts = (checkpoint: Checkpoint): readonly Mount[] =>
  [...checkpoint.mounts.values()].filter(({ mountpoint, isExternal }) => isExternal && mountpoint !== '/');

/** rst_namespace: a bind mount without a source, or of the root itself, is mounted like any other. */
export const bindSourceOf = ({ isBind, bindSource }: Mount): string | undefined =>
  isBind && bindSource?.startsWith('/') && bindSource !== '/' ? bindSource : undefined;

export function placeFinder(checkpoint: Checkpoint): PlaceFinder {
  const made = madeMounts(checkpoint);
  const find = (path: string, named: Id<'mount'> | undefined, except: readonly Mount[]): Place => {
    const mount = made.find(({ id }) => id === named) ?? covering(made, path, except);
    if (!mount || except.includes(mount)) return { kind: 'root', path };
    const source = bindSourceOf(mount);
    if (source === undefined) return { kind: 'made', mount };
    if (except.length >= bindDepthMax || !isBelow(path, mount.mountpoint)) return { kind: 'root', path };
    // What a bind mount shows lies in its source.
    return find(`${source}${path.slice(mount.mountpoint.length)}`, undefined, [...except, mount]);
  };
  return (path, named, except) =>
    find(
      path,
      named,
      made.filter(({ id }) => id === except),
    );
}

/** The mount with the longest matching path; of two at one place, the later hides the earlier. */
function covering(mounts: readonly Mount[], path: string, except: readonly Mount[]): Mount | undefined {
  let best: Mount | undefined;
  for (const mount of mounts) {
    if (except.includes(mount) || !isBelow(path, mount.mountpoint)) continue;
    if (!best || mount.mountpoint.length >= best.mountpoint.length) best = mount;
  }
  return best;
}

const isBelow = (path: string, directory: string): boolean =>
  path === directory || path.startsWith(`${directory}/`);
