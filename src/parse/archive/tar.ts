/**
 * The members of a tar archive as ranges of it: ustar, GNU long names and sizes, pax headers. Nothing is
 * extracted, so a name is only a name; sparse members and devices are left out with a diagnostic.
 */
import { utf8Length, utf8Text } from '../../byte-text.ts';
import { ImageError, type Location, type Report } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { archiveDiagnostic } from './codes.ts';
import { memberAt, type TreeMember } from './image-directory.ts';
import { LinkBudget, ListBudget } from './list-budget.ts';
import { rangeSource } from './windowed-source.ts';

const blockBytes = 512;

interface Extras {
  path?: string;
  target?: string;
  /** Undefined when the header names none; NaN when what it names is no size. */
  size?: number;
  sparse?: boolean;
}

interface TarHeader {
  readonly offset: number;
  readonly path: string;
  readonly target: string;
  readonly type: string;
  readonly size: number;
}

/** Whether a block is a tar header: its checksum fits. */
export function isTarHeader(block: Uint8Array): boolean {
  if (block.length < blockBytes) return false;
  let sum = 0;
  for (let i = 0; i < blockBytes; i++) sum += i >= 148 && i < 156 ? 0x20 : (block[i] as number);
  return sum === readNumber(block.subarray(148, 156));
}

/** One object each, without functions of its own: an archive has very many. */
class ArchivedFile implements TreeMember {
  readonly kind = 'file';
  readonly path: string;
  readonly size: number;
  readonly #archive: ByteSource;
  readonly #start: number;

  constructor(path: string, size: number, archive: ByteSource, start: number) {
    this.path = path;
    this.size = size;
    this.#archive = archive;
    this.#start = start;
  }

  open(): ByteSource {
    return rangeSource(this.#archive, this.#start, this.size, this.path);
  }
}

/** Files by path, for hard links: most archives have none, and need no such table. */
class EarlierFiles {
  readonly #members: readonly TreeMember[];
  readonly #byPath = new Map<string, TreeMember>();
  #known = 0;

  /** `members` grows. */
  constructor(members: readonly TreeMember[]) {
    this.#members = members;
  }

  get(path: string): TreeMember | undefined {
    for (; this.#known < this.#members.length; this.#known += 1) {
      const member = this.#members[this.#known];
      if (member?.kind === 'file') this.#byPath.set(member.path, member);
    }
    return this.#byPath.get(path);
  }
}

/**
 * Lists the members of `archive`. Stops at the first damaged header, after a diagnostic. Throws `archive-too-large` for more
 * than `budget` has left.
 */
export function tarMembers(
  archive: ByteSource,
  report: Report,
  budget: ListBudget = new ListBudget(),
): TreeMember[] {
  const members: TreeMember[] = [];
  const files = new EarlierFiles(members);
  const links = new LinkBudget();
  let extras: Extras = {};
  let offset = 0;
  const damaged = (message: string) =>
    report(archiveDiagnostic('archive-bad-header', message, { file: archive.name, offset }));
  while (offset + blockBytes <= archive.size) {
    const block = archive.view(offset, blockBytes);
    if (block.every((byte) => byte === 0)) return members;
    if (!isTarHeader(block)) {
      damaged(`no tar header at ${offset}`);
      return members;
    }
    const header = readTarHeader(block, offset, extras);
    const start = offset + blockBytes;
    const size = hasData(header.type) ? header.size : 0;
    if (Number.isNaN(size)) {
      damaged(`the tar header at ${offset} has a size that is no number from 0 to 2^53`);
      return members;
    }
    const held = Math.min(size, archive.size - start);
    if (held < size) reportTruncated(archive, header, held, report);
    const more = extraOf(archive, header, start, held);
    if (more !== undefined) extras = { ...extras, ...more };
    else {
      const tooMuch = budget.exceededBy(header.path.length + header.target.length);
      if (tooMuch !== undefined) refuse(archive, tooMuch);
      const member = memberOf(archive, header, start, held, extras, files, report);
      if (member !== undefined) members.push(member);
      if (member?.kind === 'file' && header.type === '1') {
        const tooManyLinks = links.exceededBy(member.path, member.size, archive.size);
        if (tooManyLinks !== undefined) refuse(archive, tooManyLinks, { offset, path: member.path });
      }
      extras = {};
    }
    // A size of zero moves on by the header, so this ends.
    offset = start + Math.ceil(size / blockBytes) * blockBytes;
  }
  if (offset <= archive.size) {
    const message = `${archive.name} ends after ${archive.size} bytes without the empty block that ends a tar archive`;
    report(archiveDiagnostic('archive-no-end', message, { file: archive.name, offset }));
  }
  return members;
}

/** Counts what `tarMembers` lists, and keeps nothing of it. */
export function countTarMembers(archive: ByteSource): number {
  let count = 0;
  for (let offset = 0; offset + blockBytes <= archive.size; ) {
    const block = archive.view(offset, blockBytes);
    if (!isTarHeader(block)) break;
    const header = readTarHeader(block, offset, {});
    const size = hasData(header.type) ? header.size : 0;
    if (Number.isNaN(size)) break;
    if (!isExtra(header.type)) count += 1;
    offset += blockBytes + Math.ceil(size / blockBytes) * blockBytes;
  }
  return count;
}

function refuse(archive: ByteSource, why: string, place: Omit<Location, 'file'> = {}): never {
  const message = `${archive.name} has ${why}`;
  throw new ImageError(archiveDiagnostic('archive-too-large', message, { file: archive.name, ...place }));
}

function reportTruncated(
  archive: ByteSource,
  { path, size, offset }: TarHeader,
  held: number,
  report: Report,
) {
  const message = `${path} promises ${size} bytes, the archive has ${held}`;
  report(archiveDiagnostic('archive-truncated', message, { file: archive.name, offset, path }));
}

// POSIX.1-1988: links and devices have no data, whatever their size field says.
function hasData(type: string): boolean {
  return !'123456'.includes(type);
}

/** GNU's long names, and pax headers. */
const isExtra = (type: string): boolean => 'LKxg'.includes(type);

function readTarHeader(block: Uint8Array, offset: number, extras: Extras): TarHeader {
  const name = readText(block.subarray(0, 100));
  const ustar = readText(block.subarray(257, 262)) === 'ustar';
  // GNU's magic "ustar  " uses the place of the prefix for other things.
  const prefix = ustar && block[262] === 0 ? readText(block.subarray(345, 500)) : '';
  return {
    offset,
    path: extras.path ?? (prefix === '' ? name : `${prefix}/${name}`),
    target: extras.target ?? readText(block.subarray(157, 257)),
    type: block[156] === 0 ? '0' : String.fromCharCode(block[156] as number),
    size: extras.size ?? readNumber(block.subarray(124, 136)),
  };
}

/** What a header says of the one after it; undefined if it is a member itself. */
function extraOf(
  archive: ByteSource,
  { type }: TarHeader,
  start: number,
  length: number,
): Extras | undefined {
  if (!isExtra(type)) return undefined;
  if (length > limits.tarExtraBytes) refuse(archive, `a name of ${length} bytes`);
  const bytes = archive.view(start, length);
  if (type === 'L') return { path: readText(bytes) };
  if (type === 'K') return { target: readText(bytes) };
  // Global headers carry comments and defaults of no use here.
  return type === 'x' ? readPax(bytes) : {};
}

function readPax(bytes: Uint8Array): Extras {
  const extras: Extras = {};
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at);
    const length = Number(readText(bytes.subarray(at, Math.max(at, space))));
    if (space < 0 || !Number.isInteger(length) || length <= space - at || at + length > bytes.length) break;
    const record = utf8Text(bytes.subarray(space + 1, at + length - 1));
    const equals = record.indexOf('=');
    const key = record.slice(0, equals);
    const value = record.slice(equals + 1);
    if (key === 'path') extras.path = value;
    else if (key === 'linkpath') extras.target = value;
    else if (key === 'size') extras.size = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
    else if (key.startsWith('GNU.sparse.')) extras.sparse = true;
    at += length;
  }
  return extras;
}

function memberOf(
  archive: ByteSource,
  header: TarHeader,
  start: number,
  size: number,
  extras: Extras,
  files: EarlierFiles,
  report: Report,
): TreeMember | undefined {
  const { type, target, offset } = header;
  const path = safePath(header.path);
  const at = { file: archive.name, offset, path: header.path };
  if (path === undefined || utf8Length(target) > limits.pathBytes || target.includes('\0')) {
    const shown = shortened(path === undefined ? header.path : target);
    const what = path === undefined ? 'a member is called' : `${header.path} leads to`;
    report(
      archiveDiagnostic('archive-unsafe-name', `${what} ${shown}`, { ...at, path: shortened(header.path) }),
    );
    return undefined;
  }
  if (type === '5' || header.path.endsWith('/'))
    return path === '' ? undefined : { path, kind: 'directory', size: 0 };
  if (type === '2') return { path, kind: 'link', size: 0, target };
  // A hard link is the earlier member under another name.
  const linked = type === '1' ? files.get(safePath(target) ?? '') : undefined;
  if (linked !== undefined) return memberAt(path, linked);
  if ('07'.includes(type) && extras.sparse !== true) {
    return new ArchivedFile(path, size, archive, start);
  }
  report(archiveDiagnostic('archive-unsupported-member', `${header.path} is of tar type ${type}`, at));
  return { path, kind: 'other', size: 0 };
}

/**
 * The path without `.` and empty parts, or undefined for one that would leave the archive or that no file of
 * Linux can have.
 */
function safePath(path: string): string | undefined {
  if (path.startsWith('/') || path.includes('\0') || utf8Length(path) > limits.pathBytes) return undefined;
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  const isBad = parts.some((part) => part === '..' || utf8Length(part) > limits.nameBytes);
  return isBad ? undefined : parts.join('/');
}

const shortened = (text: string): string =>
  text.length > limits.shownText ? `${text.slice(0, limits.shownText)}… (${text.length} characters)` : text;

export function readText(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return utf8Text(end < 0 ? bytes : bytes.subarray(0, end));
}

/** Octal digits, none for 0, or GNU's base 256 for sizes of 8 GiB and more; NaN for anything else. */
export function readNumber(bytes: Uint8Array): number {
  if ((bytes[0] as number) === 0x80) {
    let value = 0;
    for (const byte of bytes.subarray(1)) value = value * 256 + byte;
    return Number.isSafeInteger(value) ? value : Number.NaN;
  }
  const text = readText(bytes).trim();
  if (text === '') return 0;
  return /^[0-7]+$/.test(text) ? parseInt(text, 8) : Number.NaN;
}
