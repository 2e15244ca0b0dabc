/**
 * A file tree with what an engine puts over it: members of tar archives are unpacked in their order, and names are
 * removed, as the engine does it before it runs the restorer. Opens nothing itself, and writes nothing.
 */
import type { TarHeaderFacts } from '../../parse/archive/tar-headers.ts';
import type { RootEntry, RootEntryType, RootView } from '../host/index.ts';

/** Content of a file of a layer: fewer bytes at its end, undefined where nobody can read it. */
export type ReadLayer = (offset: number, length: number) => Uint8Array | undefined;

interface Node extends Omit<RootEntry, 'path' | 'type'> {
  readonly type: RootEntryType | 'link';
  readonly target?: string;
  /** Where the content begins in its layer. */
  readonly start?: number;
  readonly layer?: ReadLayer;
  /** Nothing of the base is in that directory. */
  readonly isOpaque?: boolean;
}

/** A path of so many parts is in no container, and costs as much as the square of them. */
const partsMax = 128;

/** Room for paths, of all trees that are laid over each other: a long name makes as many directories as it has parts. */
export class PathRoom {
  #leftCharacters = 48 * 1024 * 1024;
  /** Something was left out. */
  isShort = false;

  holds(path: string, parts: number): boolean {
    this.#leftCharacters -= path.length;
    const isHeld = this.#leftCharacters >= 0 && parts <= partsMax;
    if (!isHeld) this.isShort = true;
    return isHeld;
  }
}

/** As in the kernel (MAXSYMLINKS). */
const linksMax = 40;

const joined = (above: string, name: string): string => `${above === '/' ? '' : above}/${name}`;

/** Of tar(5). */
const types: Readonly<Record<string, Node['type']>> = {
  ...{
    '0': 'file',
    '2': 'link',
    '3': 'character-device',
    '4': 'block-device',
    '5': 'directory',
    '6': 'fifo',
  },
};

export class LayeredRoot implements RootView {
  readonly #base: RootView | undefined;
  /** By path without links; undefined for what was removed with all below it. */
  readonly #nodes = new Map<string, Node | undefined>();
  /** Names in directories that have nodes. */
  readonly #names = new Map<string, Set<string>>();

  readonly #room: PathRoom;

  constructor(base?: RootView, room = new PathRoom()) {
    this.#base = base;
    this.#room = room;
  }

  /** A member below `at`; those above it that are not there are made. What is too much is left out. */
  unpack(at: string, member: TarHeaderFacts, layer: ReadLayer): void {
    const { name, type, target, mode, uid, gid, size, major, minor, dataOffset } = member;
    const parts = name.split('/').filter((part) => part !== '' && part !== '.');
    const last = parts.pop();
    if (last === undefined || last === '..' || parts.includes('..')) return;
    if (!this.#room.holds('', parts.length)) return;
    const above = this.#resolve([at, ...parts].join('/'));
    if (above === undefined) return;
    this.#makeDirectories(above);
    const place = joined(above, last);
    if (type === '1') {
      const found = this.#lstat(this.#placeOf(joined(at, target)));
      if (found !== undefined) this.#put(place, found);
      return;
    }
    const kind = types[type];
    if (kind === undefined) return;
    this.#put(place, {
      ...{ type: kind, size: kind === 'file' ? size : 0, mode, uid, gid, rdev: { major, minor } },
      ...(kind === 'link' && { target }),
      ...(kind === 'file' && { start: dataOffset, layer }),
    });
  }

  /**
   * The same of a layer of a container image (OCI image-spec, layer.md): `.wh.NAME` stands for a name that was removed,
   * `.wh..wh..opq` for all that is in the directory so far.
   */
  unpackLayer(at: string, member: TarHeaderFacts, layer: ReadLayer): void {
    const end = member.name.replace(/\/+$/, '').lastIndexOf('/');
    const [above, last] = [member.name.slice(0, end + 1), member.name.slice(end + 1)];
    if (!last.startsWith('.wh.')) this.unpack(at, member, layer);
    else if (last === '.wh..wh..opq') this.#hideBase(`${at}/${above}`);
    else this.remove(`${at}/${above}${last.slice('.wh.'.length)}`);
  }

  /** With all below it; a link at its end is removed itself. */
  remove(path: string): void {
    this.#removeAt(this.#placeOf(path));
  }

  /** What it leads to is removed, with all below that. */
  removeTarget(path: string): void {
    const place = this.#resolve(path);
    if (place !== undefined) this.#removeAt(place);
  }

  stat(path: string): RootEntry | undefined {
    const place = this.#resolve(path);
    if (place === undefined) return this.#dangling(path);
    const node = this.#lstat(place);
    if (node === undefined) return this.isLink(path) ? this.#dangling(place) : undefined;
    const { type, size, mode, rdev, uid, gid, inode } = node;
    if (type === 'link') return undefined;
    return {
      ...{ type, size, mode, rdev, path: place },
      ...(uid !== undefined && { uid }),
      ...(gid !== undefined && { gid }),
      ...(inode !== undefined && { inode }),
    };
  }

  isLink(path: string): boolean {
    const place = this.#placeOf(path);
    return this.#isLinkAt(place);
  }

  isImmutable(path: string): boolean {
    const place = this.#resolve(path);
    if (place === undefined || this.#isOfLayers(place)) return false;
    return this.#base?.isImmutable?.(place) === true;
  }

  list(path: string): readonly string[] | undefined {
    const place = this.#resolve(path);
    if (place === undefined || this.#lstat(place)?.type !== 'directory') return undefined;
    const below = this.#isCovered(place) ? [] : (this.#base?.list?.(place) ?? []);
    const names = new Set([...below, ...(this.#names.get(place) ?? [])]);
    return [...names].filter((name) => this.#lstat(joined(place, name)) !== undefined).sort();
  }

  read(path: string, offset: number, length: number): Uint8Array | undefined {
    const place = this.#resolve(path);
    if (place === undefined) return undefined;
    const node = this.#nodes.get(place);
    if (node === undefined)
      return this.#isCovered(place) ? undefined : this.#base?.read(place, offset, length);
    if (node.start === undefined) return undefined;
    const held = Math.max(0, Math.min(length, node.size - offset));
    return node.layer?.(node.start + offset, held);
  }

  #hideBase(path: string): void {
    const place = this.#resolve(path);
    const node = place === undefined ? undefined : this.#lstat(place);
    if (place !== undefined && node?.type === 'directory')
      this.#nodes.set(place, { ...node, isOpaque: true });
  }

  #put(place: string, node: Node): void {
    if (!this.#room.holds(place, 0)) return;
    const isOpaque = this.#lstat(place)?.type !== 'directory' || this.#nodes.get(place)?.isOpaque === true;
    if (node.type !== 'directory') this.#removeAt(place);
    this.#nodes.set(place, isOpaque ? { ...node, isOpaque } : node);
    const end = place.lastIndexOf('/');
    const above = place.slice(0, end) || '/';
    const names = this.#names.get(above) ?? new Set();
    this.#names.set(above, names.add(place.slice(end + 1)));
  }

  /** With a list instead of recursion: links of a stranger may lead thousands of directories down. */
  #removeAt(place: string): void {
    const rest = [place];
    for (let at = rest.pop(); at !== undefined; at = rest.pop()) {
      for (const name of this.#names.get(at) ?? []) rest.push(joined(at, name));
      this.#names.delete(at);
      this.#nodes.set(at, undefined);
    }
  }

  /** From above: paths come from outside, and may have as many parts as one has room for. */
  #makeDirectories(place: string): void {
    let [at, isCovered] = ['', false];
    for (const part of place.split('/').slice(1)) {
      at = `${at}/${part}`;
      if (part !== '' && this.#entryAt(at, isCovered) === undefined)
        this.#put(at, { type: 'directory', size: 0, mode: 0o755, rdev: { major: 0, minor: 0 } });
      isCovered = this.#covers(at, isCovered);
    }
  }

  /** The nearest of the path and those above it that layers say something of says that nothing of the base is there. */
  #isCovered(place: string): boolean {
    for (let at = place; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
      if (this.#nodes.has(at)) return this.#covers(at, false);
    }
    return false;
  }

  /** The same of one whose directory is, or is not. */
  #covers(place: string, isCovered: boolean): boolean {
    if (!this.#nodes.has(place)) return isCovered;
    const node = this.#nodes.get(place);
    return node === undefined || node.type !== 'directory' || node.isOpaque === true;
  }

  #isOfLayers(place: string): boolean {
    return this.#nodes.has(place) || this.#isCovered(place);
  }

  #isLinkAt(place: string, isCovered = this.#isCovered(place)): boolean {
    if (this.#nodes.has(place)) return this.#nodes.get(place)?.type === 'link';
    return !isCovered && this.#base?.isLink?.(place) === true;
  }

  /** Of a path whose parents are no links. */
  #lstat(place: string): Node | undefined {
    if (place === '/') return this.#base?.stat('/') ?? rootNode;
    return this.#entryAt(place, this.#isCovered(place));
  }

  #entryAt(place: string, isCovered: boolean): Node | undefined {
    if (this.#nodes.has(place)) return this.#nodes.get(place);
    if (isCovered) return undefined;
    if (this.#base?.isLink?.(place) === true) return { ...rootNode, type: 'link' };
    return this.#base?.stat(place);
  }

  /** With the links above the last name followed. */
  #placeOf(path: string): string {
    const parts = path.split('/').filter((part) => part !== '' && part !== '.');
    const last = parts.pop();
    if (last === undefined) return '/';
    return joined(this.#resolve(`/${parts.join('/')}`) ?? `/${parts.join('/')}`, last);
  }

  /** Without links: as a process inside sees it. What is missing stays as it is. Undefined for a loop. */
  #resolve(path: string): string | undefined {
    const rest = path.split('/').reverse();
    let at = '/';
    /** Of each directory on the way, whether layers hide what the base has in it. */
    const covered = [false];
    let links = 0;
    for (let part = rest.pop(); part !== undefined; part = rest.pop()) {
      if (part === '' || part === '.') continue;
      if (part === '..') {
        at = at.slice(0, at.lastIndexOf('/')) || '/';
        if (covered.length > 1) covered.pop();
        continue;
      }
      const place = joined(at, part);
      const isCovered = covered.at(-1) as boolean;
      if (!this.#isLinkAt(place, isCovered)) {
        at = place;
        covered.push(this.#covers(place, isCovered));
        continue;
      }
      links += 1;
      // The base follows links of its own to their end; layers may have more there.
      const target = this.#nodes.get(place)?.target ?? this.#base?.stat(place)?.path;
      if (target === undefined || links > linksMax) return undefined;
      if (target.startsWith('/')) [at, covered.length] = ['/', 1];
      rest.push(...target.split('/').reverse());
    }
    return at;
  }

  #dangling(path: string): RootEntry {
    return { type: 'dangling', size: 0, mode: 0, rdev: { major: 0, minor: 0 }, path };
  }
}

const rootNode: Node = { type: 'directory', size: 0, mode: 0o755, rdev: { major: 0, minor: 0 } };
