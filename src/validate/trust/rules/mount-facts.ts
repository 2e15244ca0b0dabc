/** Mounts by name: flags, paths that are one in containers, and which are those of the host. */
import type { MountGrant } from '../grants/grants.ts';
import type { ImageFacts, MountFact } from '../image-facts.ts';

/** `/var/run` is a link to `/run` in about every image, and what is resolved may stand in either form. */
const resolved = (path: string): string =>
  path
    .replace(/^\/var\/run(?=\/|$)/, '/run')
    .replace(/^\/var\/lock(?=\/|$)/, '/run/lock')
    .replace(/(?<=.)\/+$/, '');

export const samePath = (left: string, right: string): boolean => resolved(left) === resolved(right);

/** MS_RDONLY and others by the option of a spec. */
export const flagOfOption: Readonly<Record<string, number>> = { ro: 1, nosuid: 2, nodev: 4, noexec: 8 };

/** Of the mount or of its super block. */
export const hasFlag = ({ flags }: MountFact, flag: number): boolean => (flags & flag) !== 0;

/** Mounts whose files are those of the host, by id. */
export const externalMounts = ({ mounts }: Pick<ImageFacts, 'mounts'>): ReadonlyMap<number, string> =>
  new Map(
    mounts.flatMap(({ key, id, mountpoint }) =>
      key !== undefined && key !== '/dev/null' && id !== undefined ? [[id, mountpoint] as const] : [],
    ),
  );

/** A mount of a specification; also each hierarchy of control groups of version 1, which runtimes bind below the one mount. */
export const grantsMount = ({ destination, type }: MountGrant, path: string): boolean =>
  samePath(destination, path) || (type === 'cgroup' && path.startsWith(`${destination}/`));
