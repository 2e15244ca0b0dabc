/**
 * A directory as the root of a container: symbolic links are followed as a process inside would, so that
 * none leads outside. Reads only.
 */
import {
  accessSync,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { resolve } from 'node:path';
import { noteFile } from '../parse/bytes/inputs.ts';
import type { RootEntry, RootEntryType, RootView } from '../restore-sim/host/index.ts';

/** Throws the error of the system call when the directory itself cannot be used. */
export function directoryRoot(directory: string): RootView {
  const real = placeOfRoot(directory);
  if (!statSync(real).isDirectory())
    throw Object.assign(new Error(`${directory} is not a directory`), { code: 'ENOTDIR', path: directory });
  const base = real === '/' ? '' : real;
  return {
    stat: (path) => statInside(base, path),
    isLink: (path) => isLink(base, path),
    isImmutable: (path) => isImmutable(base, path),
    list: (path) => listInside(base, path),
    read: (path, offset, length) => readInside(base, path, offset, length),
  };
}

/**
 * Without symbolic links, but for those of proc_pid_root(5): they lead into the mount namespace of another process, and
 * the name that they say leads nowhere near.
 */
export function placeOfRoot(directory: string): string {
  const place = resolve(directory);
  return /^\/proc\/(self|\d+)(\/task\/\d+)?\/(root|cwd)(\/|$)/.test(place) ? place : realpathSync(place);
}

/** As in the kernel (MAXSYMLINKS). */
const linksMax = 40;

interface Resolved {
  /** Inside the root, without symbolic links. */
  readonly path: string;
  readonly isLoop: boolean;
}

/** A part that is missing stays as it is: what is behind it cannot be a link. */
function resolveInside(base: string, path: string): Resolved {
  const rest = path.split('/').reverse();
  const parts: string[] = [];
  let links = 0;
  for (let part = rest.pop(); part !== undefined; part = rest.pop()) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      parts.pop();
      continue;
    }
    const target = linkTarget(`${base}/${[...parts, part].join('/')}`);
    if (target === undefined) {
      parts.push(part);
      continue;
    }
    links++;
    if (links > linksMax) return { path: `/${[...parts, part].join('/')}`, isLoop: true };
    if (target.startsWith('/')) parts.length = 0;
    rest.push(...target.split('/').reverse());
  }
  return { path: `/${parts.join('/')}`, isLoop: false };
}

/** Undefined for anything that is no symbolic link. */
function linkTarget(path: string): string | undefined {
  return lstatOf(path)?.isSymbolicLink() ? readlinkSync(path) : undefined;
}

/** Names that cannot exist: a part is missing, or no directory, or too long, or holds a NUL. */
const absentCodes: ReadonlySet<string> = new Set([
  'ENOENT',
  'ENOTDIR',
  'ENAMETOOLONG',
  'ERR_INVALID_ARG_VALUE',
]);

function lstatOf(path: string) {
  try {
    return lstatSync(path, { bigint: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && absentCodes.has(String(error.code))) return undefined;
    throw error;
  }
}

/** Whether the last part of the name is one; those before it are followed. */
function isLink(base: string, path: string): boolean {
  const end = path.lastIndexOf('/');
  const { path: above, isLoop } = resolveInside(base, path.slice(0, end) || '/');
  const place = `${above === '/' ? '' : above}/${path.slice(end + 1)}`;
  return !isLoop && lstatOf(`${base}${place}`)?.isSymbolicLink() === true;
}

/** The kernel has this error for nothing else where somebody asks whether a file may be written (fs/namei.c). */
function isImmutable(base: string, path: string): boolean {
  const { path: place, isLoop } = resolveInside(base, path);
  try {
    if (!isLoop) accessSync(`${base}${place}`, constants.W_OK);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Of a name that is not there: it is a link, or lies below one. What a directory behind a link lacks is just missing. */
function leadsNowhere(base: string, path: string): boolean {
  if (isLink(base, path)) return true;
  const above = path.slice(0, path.lastIndexOf('/'));
  return above !== '' && statInside(base, above)?.type === 'dangling';
}

function statInside(base: string, path: string): RootEntry | undefined {
  const { path: place, isLoop } = resolveInside(base, path);
  const stat = isLoop ? undefined : lstatOf(`${base}${place}`);
  const none = { size: 0, mode: 0, rdev: { major: 0, minor: 0 }, path: place };
  if (stat === undefined) return leadsNowhere(base, path) ? { ...none, type: 'dangling' } : undefined;
  const type = typeOf(stat);
  // A link that appeared meanwhile is not followed.
  if (type === undefined) return undefined;
  const { size, mode, rdev } = stat;
  const owner = { uid: Number(stat.uid), gid: Number(stat.gid), inode: stat.ino.toString() };
  return {
    type,
    size: Number(size),
    mode: Number(mode & 0o7777n),
    rdev: deviceOf(rdev),
    ...owner,
    path: place,
  };
}

function listInside(base: string, path: string): readonly string[] | undefined {
  const { path: place, isLoop } = resolveInside(base, path);
  if (isLoop || lstatOf(`${base}${place}`)?.isDirectory() !== true) return undefined;
  return readdirSync(`${base}${place}`).sort();
}

function typeOf(stat: NonNullable<ReturnType<typeof lstatOf>>): RootEntryType | undefined {
  if (stat.isFile()) return 'file';
  if (stat.isDirectory()) return 'directory';
  if (stat.isFIFO()) return 'fifo';
  if (stat.isCharacterDevice()) return 'character-device';
  if (stat.isBlockDevice()) return 'block-device';
  return stat.isSocket() ? 'socket' : undefined;
}

/** linux/kdev_t.h, new_decode_dev: programs see the parts of a device number split in two. */
const deviceOf = (rdev: bigint) => ({
  major: Number(((rdev >> 8n) & 0xfffn) | ((rdev >> 32n) & 0xfffff000n)),
  minor: Number((rdev & 0xffn) | ((rdev >> 12n) & 0xffffff00n)),
});

function readInside(base: string, path: string, offset: number, length: number): Uint8Array | undefined {
  const { path: place, isLoop } = resolveInside(base, path);
  if (isLoop) return undefined;
  // Opening a FIFO would wait, opening a device may do something.
  if (lstatOf(`${base}${place}`)?.isFile() !== true) return undefined;
  // Offsets come from headers of programs: what no file has room for is behind its end.
  if (!Number.isSafeInteger(offset + length)) return new Uint8Array(0);
  let fd: number | undefined;
  try {
    fd = openSync(`${base}${place}`, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    if (!fstatSync(fd).isFile()) return undefined;
    noteFile(fd, `${base}${place}`);
    return readUpTo(fd, offset, length);
  } catch {
    // Not ours to read, or one of /proc that only looks like a file.
    return undefined;
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

function readUpTo(fd: number, offset: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const count = readSync(fd, bytes, filled, length - filled, offset + filled);
    if (count === 0) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}
