/** For tests only: a tree of files that is only described: what a list says of each path, and the directories above them. */
import type { RootEntry, RootEntryType, RootView } from '../root-view.ts';

export interface ListedFile {
  readonly exists?: boolean;
  readonly type?: 'file' | 'dir' | 'char' | 'block' | 'fifo' | 'socket' | 'symlink';
  /** `0o100644`. */
  readonly mode?: string;
  readonly uid?: number;
  readonly size?: number;
  readonly buildId?: string;
  readonly target?: string;
  readonly rdev?: string;
  /** What stood there before. */
  readonly was?: ListedFile;
}

const types: Readonly<Record<string, RootEntryType>> = {
  file: 'file',
  dir: 'directory',
  char: 'character-device',
  block: 'block-device',
  fifo: 'fifo',
  socket: 'socket',
};

const linksMax = 40;

export function listedRoot(files: ReadonlyMap<string, ListedFile>): RootView {
  const directories = new Set<string>([
    '/',
    '/data',
    '/dev',
    '/tmp',
    '/run',
    '/proc',
    '/wk',
    '/img',
    '/etc',
    '/srv',
    '/usr',
  ]);
  for (const [path, { exists, was }] of files) {
    if (exists === false && was?.exists !== true) continue;
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
      directories.add(path.slice(0, end));
  }
  const resolve = (path: string): string => {
    let at = path;
    for (let links = 0; links < linksMax; links++) {
      const link = linkIn(at);
      if (link === undefined) return at;
      at = link;
    }
    return at;
  };
  const linkIn = (path: string): string | undefined => {
    for (let end = path.indexOf('/', 1); ; end = path.indexOf('/', end + 1)) {
      const name = end < 0 ? path : path.slice(0, end);
      const file = files.get(name);
      if (file?.type === 'symlink' && file.exists !== false) {
        const above = name.slice(0, name.lastIndexOf('/'));
        const target = file.target ?? '';
        const rest = end < 0 ? '' : path.slice(end);
        return normal(`${target.startsWith('/') ? target : `${above}/${target}`}${rest}`);
      }
      if (end < 0) return undefined;
    }
  };
  const stat = (path: string): RootEntry | undefined => {
    const place = resolve(path);
    const above = [...files].find(
      ([name, { exists, type }]) => place.startsWith(`${name}/`) && (exists === false || type === 'file'),
    );
    if (above !== undefined) return undefined;
    const file = files.get(place);
    // The target of a link is as the file was that stood there before.
    const was = place === path ? undefined : files.get(path);
    if (file === undefined && was?.type === 'symlink' && was.was !== undefined)
      return entryOf(place, was.was);
    if (file === undefined)
      return directories.has(place) ? entryOf(place, { type: 'dir', mode: '0o40755', uid: 0 }) : undefined;
    return file.exists === false ? undefined : entryOf(place, file);
  };
  return {
    stat,
    isLink: (path) => files.get(path)?.type === 'symlink',
    read: (path, offset, length) => {
      const file = files.get(resolve(path));
      if (file?.type !== 'file' || file.exists === false) return undefined;
      return elfWith(file.buildId).subarray(offset, offset + length);
    },
  };
}

function normal(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

function entryOf(
  path: string,
  { type = 'file', mode = '0o100644', size, uid, rdev = '0:0' }: ListedFile,
): RootEntry {
  const [major = 0, minor = 0] = rdev.split(':').map(Number);
  return {
    type: types[type] ?? 'file',
    size: size ?? (type === 'dir' ? 4096 : 0),
    mode: Number(mode) & 0o7777,
    rdev: { major, minor },
    ...(uid !== undefined && { uid, gid: uid }),
    path,
  };
}

/** A 64-bit ELF file of one segment with one note, or with none. */
export function elfWith(buildId: string | undefined): Uint8Array {
  const id = Buffer.from(buildId ?? '', 'hex');
  const file = Buffer.alloc(64 + 56 + 16 + id.length);
  file.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  file.writeBigUInt64LE(64n, 32);
  file.writeUInt16LE(56, 54);
  file.writeUInt16LE(buildId === undefined ? 0 : 1, 56);
  file.writeUInt32LE(4, 64);
  file.writeBigUInt64LE(120n, 72);
  file.writeBigUInt64LE(BigInt(16 + id.length), 96);
  file.writeUInt32LE(4, 120);
  file.writeUInt32LE(id.length, 124);
  file.writeUInt32LE(3, 128);
  file.write('GNU\0', 132);
  file.set(id, 136);
  return file;
}
