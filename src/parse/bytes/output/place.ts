/**
 * What stands where an output is wanted, and whether it may be replaced. Only a regular file, or a directory
 * that holds nothing but what this program wrote, ever is; a device or a pipe is written to; all else is
 * refused, whatever the user forces.
 */
import {
  type BigIntStats,
  constants,
  fstatSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { inputAt, inputLostWithDirectory, inputLostWithFile } from '../inputs.ts';
import { writtenListName } from '../written-list.ts';
import { OutputError, writing } from './output-error.ts';

export interface OutputOptions {
  /** Whether something that stands there may be replaced; default false. */
  readonly force?: boolean;
  /** A document that was read to be written anew: the one input that may be replaced. */
  readonly updates?: string | undefined;
}

/** Where the bytes go in the end. `path` is free of symbolic links in its last part. */
export type FilePlace =
  | { readonly kind: 'file'; readonly path: string; readonly exists: boolean; readonly mode: number }
  /** Written to as it stands: a device, a fifo, or a descriptor that this process has. */
  | { readonly kind: 'stream'; readonly path: string; readonly fd: number | undefined };

/** Names of descriptors: opening them anew would write over what others put there. */
const descriptorPattern = /^(?:\/dev\/fd|\/proc\/(?:self|thread-self|\d+)\/fd)\/(\d{1,9})$/;
const namedDescriptors: Readonly<Record<string, number>> = { '/dev/stdout': 1, '/dev/stderr': 2 };

const newFileMode = 0o666;

/** Throws `OutputError` where nothing can be written. */
export function filePlace(path: string, { force = false, updates }: OutputOptions): FilePlace {
  const fd = descriptorOf(path);
  if (fd !== undefined) {
    refuseWritingOver(path, fd);
    return { kind: 'stream', path, fd };
  }
  const place = placeOf(path);
  if (place.stat === undefined) return { kind: 'file', path: place.path, exists: false, mode: newFileMode };
  const { stat } = place;
  if (stat.isDirectory()) throw new OutputError('EISDIR', path, 'it is a directory');
  if (stat.isFIFO() || stat.isCharacterDevice()) return { kind: 'stream', path: place.path, fd: undefined };
  if (!stat.isFile()) {
    const what = stat.isBlockDevice() ? 'a block device' : 'a socket';
    throw new OutputError('EINVAL', path, `it is ${what}, and only regular files are replaced`);
  }
  if (!force) throw new OutputError('EEXIST', path, 'it exists already; --force replaces it');
  if (!isUpdate(place.path, updates)) refuseInput(path, () => inputLostWithFile(place.path));
  return { kind: 'file', path: place.path, exists: true, mode: stat.mode & 0o777 };
}

function descriptorOf(path: string): number | undefined {
  const named = Object.hasOwn(namedDescriptors, path) ? namedDescriptors[path] : undefined;
  if (named !== undefined) return named;
  const match = descriptorPattern.exec(path);
  const isOwn = match !== null && !/^\/proc\/\d/.test(path);
  return isOwn ? Number(match[1]) : undefined;
}

/** A shell can open a file without emptying it, as `1<> FILE` does. What it lets us append, it may. */
export function refuseWritingOver(path: string, fd: number): void {
  const stat = writing(path, () => fstatSync(fd, { bigint: true }));
  if (stat.isFile() && !isAppended(fd)) refuseInput(path, () => inputAt(stat));
}

/** O_APPEND, in octal digits (proc_pid_fdinfo(5)). */
function isAppended(fd: number): boolean {
  try {
    const [, flags = '0'] =
      /^flags:\s*0?([0-7]+)/m.exec(readFileSync(`/proc/self/fdinfo/${fd}`, 'utf8')) ?? [];
    return (parseInt(flags, 8) & constants.O_APPEND) !== 0;
  } catch {
    // No /proc: nothing says that it is.
    return false;
  }
}

interface Standing {
  readonly path: string;
  /** Of what stands there, links followed; undefined for a free name. */
  readonly stat: Stats | undefined;
}

function placeOf(path: string): Standing {
  if (path === '') throw new OutputError('ENOENT', path, 'its name is empty');
  // Node.js puts U+FFFD in the place of bytes that are no UTF-8: another file than the one named would be written.
  if (path.includes('\ufffd'))
    throw new OutputError('EILSEQ', path, 'its name is not UTF-8: give it another');
  const plain = path.replace(/(?<=.)\/+$/, '');
  const standing = writing(path, () => lstatSync(plain, { throwIfNoEntry: false }));
  if (standing === undefined) {
    refuseMissingParent(path, dirname(plain));
    return { path: plain, stat: undefined };
  }
  if (!standing.isSymbolicLink()) return { path: plain, stat: standing };
  const target = statOrMissing(path, plain);
  if (target === undefined) {
    const why = `it is a symbolic link to ${readlinkSync(plain)}, which does not exist`;
    throw new OutputError('ENOENT', path, why);
  }
  // Written through the link, which stays. Pipes and the like have no path of their own.
  if (!target.isFile() && !target.isDirectory()) return { path: plain, stat: target };
  return { path: writing(path, () => realpathSync(plain)), stat: target };
}

const statOrMissing = (path: string, plain: string): Stats | undefined =>
  writing(path, () => statSync(plain, { throwIfNoEntry: false }));

function refuseMissingParent(path: string, parent: string): void {
  const stat = writing(path, () => statSync(parent, { throwIfNoEntry: false }));
  if (stat === undefined) throw new OutputError('ENOENT', path, `the directory ${parent} does not exist`);
  if (!stat.isDirectory()) throw new OutputError('ENOTDIR', path, `${parent} is not a directory`);
}

/** What this run has read must not be, nor lie in, what is replaced: under any name, hard links included. */
function refuseInput(path: string, lost: () => string | undefined): void {
  const input = writing(path, lost);
  if (input !== undefined) throw new OutputError('EINVAL', path, `it is, or holds, the input ${input}`);
}

const isSame = (one: BigIntStats, other: BigIntStats): boolean =>
  one.dev === other.dev && one.ino === other.ino;

function isUpdate(place: string, updates: string | undefined): boolean {
  if (updates === undefined) return false;
  const [own, read] = [place, updates].map((name) => statSync(name, { bigint: true, throwIfNoEntry: false }));
  return own !== undefined && read !== undefined && isSame(own, read);
}

export interface DirectoryPlace {
  readonly path: string;
  readonly exists: boolean;
}

export function directoryPlace(path: string, options: OutputOptions): DirectoryPlace {
  const place = placeOf(path);
  if (place.stat === undefined) return { path: place.path, exists: false };
  if (!place.stat.isDirectory()) {
    throw new OutputError('ENOTDIR', path, 'it is not a directory, and the output is one');
  }
  const names = writing(path, () => readdirSync(place.path));
  if (names.length > 0) {
    if (!options.force) {
      throw new OutputError(
        'EEXIST',
        path,
        'it exists already; --force replaces it if it was written by this program',
      );
    }
    refuseForeign(path, place.path, names);
    refuseInput(path, () => inputLostWithDirectory(place.path, names));
  }
  return { path: place.path, exists: true };
}

/** Nothing but regular files and links that are in the list of what was written. */
function refuseForeign(path: string, place: string, names: readonly string[]): void {
  const written = writtenNames(join(place, writtenListName));
  if (written === undefined) {
    throw new OutputError(
      'EEXIST',
      path,
      'it is not empty and was not written by this program; remove it yourself',
    );
  }
  const foreign = names.find((name) => {
    const stat = lstatSync(join(place, name));
    return !(written.has(name) && (stat.isFile() || stat.isSymbolicLink()));
  });
  if (foreign !== undefined) {
    throw new OutputError(
      'EEXIST',
      path,
      `it holds ${foreign}, which this program did not write; remove it yourself`,
    );
  }
}

/** Larger than the list of any directory that was ever written. */
const listLimitBytes = 64 * 1024 * 1024;

function writtenNames(list: string): ReadonlySet<string> | undefined {
  const stat = lstatSync(list, { throwIfNoEntry: false });
  if (stat?.isFile() !== true || stat.size > listLimitBytes) return undefined;
  try {
    const names: unknown = JSON.parse(readFileSync(list, 'utf8'));
    return Array.isArray(names) ? new Set([...names.map(String), writtenListName]) : undefined;
  } catch {
    return undefined;
  }
}
