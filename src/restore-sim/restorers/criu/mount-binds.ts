/**
 * Mounts of the same file system (criu/mount.c, mounts_sb_equal), grouped once: n mounts of one file system have
 * n² pairs, and an image may hold thousands of them.
 */
import type { Mount } from './mounts.ts';

/** What the mounts of a group have that others are made from. */
class Group {
  count = 0;
  /** Mounts of the whole file system. */
  wholes = 0;
  readonly external = new Directories();
  readonly main = new Directories();
  readonly trees = new Prefixes();

  add(mount: Mount, isMainRoot: boolean, isTreeRoot: boolean): void {
    this.count += 1;
    if (mount.root === '/') this.wholes += 1;
    if (mount.isExternal) this.external.add(mount.root);
    if (isMainRoot) this.main.add(mount.root);
    if (isTreeRoot) this.trees.add(mount.root);
  }
}

export class MountBinds {
  readonly #groups = new Map<string, Group>();
  readonly #treeRoots: ReadonlySet<Mount>;

  constructor(mounts: readonly Mount[], treeRoots: readonly Mount[], isMainRoot: (mount: Mount) => boolean) {
    this.#treeRoots = new Set(treeRoots);
    for (const mount of mounts) {
      const keys = [allKey(mount), mount.isExternal ? externalKey(mount) : ownKey(mount)];
      for (const key of keys) {
        const group = this.#groups.get(key) ?? new Group();
        this.#groups.set(key, group);
        group.add(mount, isMainRoot(mount), this.#treeRoots.has(mount));
      }
    }
  }

  /** An external mount may be of any source and type; two others have the same. */
  #groupsOf(mount: Mount): readonly Group[] {
    const keys = mount.isExternal ? [allKey(mount)] : [ownKey(mount), externalKey(mount)];
    return keys.map((key) => this.#groups.get(key)).filter((group) => group !== undefined);
  }

  hasOthers(mount: Mount): boolean {
    return this.#groupsOf(mount).reduce((sum, { count }) => sum + count, 0) > 1;
  }

  /** Whether it can be bound from an external mount: one that has its directory. */
  hasExternal(mount: Mount): boolean {
    return this.#groupsOf(mount).some(({ external }) => external.hold(mount.root));
  }

  /** Whether it can be bound from the root mount. */
  hasRoot(mount: Mount): boolean {
    return this.#groupsOf(mount).some(({ main }) => main.hold(mount.root));
  }

  /** Whether its file system is the root's or an external one, in whichever directory. */
  isGiven(mount: Mount): boolean {
    return this.#groupsOf(mount).some(({ main, external }) => main.size + external.size > 0);
  }

  /** Whether another mount is of the whole file system, or the root of a namespace that holds its directory. */
  hasSource(mount: Mount): boolean {
    const self = this.#treeRoots.has(mount) ? mount.root : undefined;
    const wholes = this.#groupsOf(mount).reduce((sum, group) => sum + group.wholes, 0);
    if (wholes > (mount.root === '/' ? 1 : 0)) return true;
    // It is itself in the first of its groups.
    return this.#groupsOf(mount).some(({ trees }, index) =>
      trees.startOf(mount.root, index === 0 ? self : undefined),
    );
  }
}

export function areBinds(one: Mount, other: Mount): boolean {
  if (one === other || allKey(one) !== allKey(other)) return one === other;
  return one.isExternal || other.isExternal || ownKey(one) === ownKey(other);
}

const allKey = ({ fields, options }: Mount): string => `all ${fields.root_dev} ${options}`;
const externalKey = ({ fields, options }: Mount): string => `external ${fields.root_dev} ${options}`;
const ownKey = ({ fields, options, source }: Mount): string =>
  `own ${fields.root_dev} ${fields.fstype} ${source.length} ${source} ${options}`;

/** The names that a path goes through. */
export const parts = (path: string): readonly string[] =>
  path.split('/').filter((part) => part !== '' && part !== '.');

/** Directories by their depth, so that those above a path are found without a look at all. */
class Directories {
  readonly #byDepth = new Map<number, Set<string>>();
  size = 0;

  add(path: string): void {
    const names = parts(path);
    const known = this.#byDepth.get(names.length) ?? new Set();
    this.#byDepth.set(names.length, known.add(names.join('/')));
    this.size += 1;
  }

  /** Whether the path is one of them or below one (get_relative_path). */
  hold(path: string): boolean {
    if (this.size === 0) return false;
    const names = parts(path);
    for (const [depth, known] of this.#byDepth) {
      if (depth <= names.length && known.has(names.slice(0, depth).join('/'))) return true;
    }
    return false;
  }
}

/** Texts by their length, each with how often it was added. */
class Prefixes {
  readonly #byLength = new Map<number, Map<string, number>>();

  add(text: string): void {
    const known = this.#byLength.get(text.length) ?? new Map<string, number>();
    this.#byLength.set(text.length, known.set(text, (known.get(text) ?? 0) + 1));
  }

  /** Whether one of them is the start of `text`; `self` is not looked at once. */
  startOf(text: string, self: string | undefined): boolean {
    for (const [length, known] of this.#byLength) {
      const start = text.slice(0, length);
      if ((known.get(start) ?? 0) > (start === self ? 1 : 0)) return true;
    }
    return false;
  }
}
