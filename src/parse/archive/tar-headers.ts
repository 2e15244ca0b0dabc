/**
 * The headers of a tar archive as they stand in it, for those who judge an archive before anybody unpacks it: names
 * that leave it, links, devices, modes and extended attributes included. Unpacks nothing and cleans nothing.
 */
import { base64Bytes, joined, utf8Text } from '../../byte-text.ts';
import { limits } from '../../limits.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { gunzipped } from './gunzip.ts';
import { ListBudget } from './list-budget.ts';
import { isTarHeader, readNumber, readText } from './tar.ts';

export interface TarHeaderFacts {
  /** As a reader that knows all extensions sees it; nothing is left out of it. */
  readonly name: string;
  /** As a reader sees it that knows none, where that is another one. */
  readonly plainName?: string;
  /** `0` a file, `1` a hard link, `2` a link, `3` and `4` devices, `5` a directory, `6` a FIFO. */
  readonly type: string;
  /** Permission bits, set-user-ID and set-group-ID included. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly size: number;
  readonly target: string;
  readonly major: number;
  readonly minor: number;
  readonly attributes: ReadonlyMap<string, Uint8Array>;
  /** Of the header, in bytes from the start of the unpacked archive. */
  readonly offset: number;
  /** Of the first byte of the content. */
  readonly dataOffset: number;
}

/** Files without special bits or attributes, and directories: containers change them by the hundred thousand. */
export interface OrdinaryMembers {
  readonly offsets: ReadonlyMap<string, number>;
  readonly files: number;
  readonly bytes: number;
}

export interface TarList {
  readonly members: readonly TarHeaderFacts[];
  /** Those of which there is nothing to say but their names; each with the offset of its header. */
  readonly ordinary: OrdinaryMembers;
  /** Why the list is not whole; absent when the archive was read to its end. */
  readonly problem?: string;
  /** The problem is that there is more than may be listed, and no damage. */
  readonly isTooLong?: boolean;
}

interface Extras {
  name?: string;
  target?: string;
  size?: number;
  attributes?: Map<string, Uint8Array>;
}

const blockBytes = 512;
const noAttributes: ReadonlyMap<string, Uint8Array> = new Map();

interface Ordinary extends OrdinaryMembers {
  readonly offsets: Map<string, number>;
  files: number;
  bytes: number;
}

export interface ListOptions {
  readonly budget?: ListBudget;
  /** Ordinary members are no part of `members`, as far as there is room for their names. */
  readonly setsOrdinaryApart?: boolean;
}

/** The members of `source`, which is tar as it is or packed by gzip, as far as `budget` lets. Holds headers only. */
export async function listTar(source: ByteSource, options: ListOptions = {}): Promise<TarList> {
  const { budget = new ListBudget(), setsOrdinaryApart = false } = options;
  const head = source.view(0, Math.min(2, source.size));
  const stream = head[0] === 0x1f && head[1] === 0x8b ? packed(source) : plain(source);
  const members: TarHeaderFacts[] = [];
  const ordinary: Ordinary = { offsets: new Map(), files: 0, bytes: 0 };
  let isTooLong = false;
  const add = (member: TarHeaderFacts): string | undefined => {
    if (setsOrdinaryApart && isOrdinary(member) && budget.holdsName(member.name)) {
      ordinary.offsets.set(member.name, member.offset);
      if (member.type === '0') ordinary.files += 1;
      if (member.type === '0') ordinary.bytes += member.size;
      return undefined;
    }
    const tooMuch = budget.exceededBy(textBytesOf(member));
    isTooLong = tooMuch !== undefined;
    if (tooMuch !== undefined) return `it has ${tooMuch}`;
    members.push(member);
    return undefined;
  };
  try {
    const problem = await readMembers(stream, add);
    return { members, ordinary, isTooLong, ...(problem !== undefined && { problem }) };
  } catch (error) {
    // What zlib says of damaged data; the list ends there.
    if (!(error instanceof Error) || !('code' in error) || !String(error.code).startsWith('Z_')) throw error;
    return { members, ordinary, problem: `its data is damaged: ${error.message}` };
  } finally {
    stream.close();
  }
}

async function readMembers(
  stream: Stream,
  add: (member: TarHeaderFacts) => string | undefined,
): Promise<string | undefined> {
  let extras: Extras = {};
  for (;;) {
    const offset = stream.offset();
    const block = await stream.read(blockBytes);
    if (block.length === 0 || block.every((byte) => byte === 0)) return undefined;
    if (block.length < blockBytes) return `it ends inside of a header, at ${offset}`;
    if (!isTarHeader(block)) return `no tar header at ${offset}`;
    const member = memberOf(block, offset, stream.offset(), extras);
    const stored = '123456'.includes(member.type) ? 0 : (extras.size ?? readNumber(block.subarray(124, 136)));
    if (!Number.isSafeInteger(stored)) return `the size at ${offset} is no number`;
    if ('LKxg'.includes(member.type)) {
      if (stored > limits.tarExtraBytes) return `a name of ${stored} bytes at ${offset}`;
      const bytes = (await stream.read(padded(stored))).slice(0, stored);
      extras = { ...extras, ...extrasOf(member.type, bytes) };
      continue;
    }
    const tooMuch = add(member);
    if (tooMuch !== undefined) return tooMuch;
    extras = {};
    if (!(await stream.skip(padded(stored)))) return `it ends inside of ${member.name}`;
  }
}

/** Attributes that say nothing of rights: labels of SELinux. */
const plainAttribute = 'security.selinux';

/** What has a special bit, a device, a link, an attribute, or a name that leads elsewhere or hides something has to be listed. */
function isOrdinary({ name, type, mode, size, attributes }: TarHeaderFacts): boolean {
  if ((type !== '0' && type !== '5') || (type === '0' && (mode & 0o6000) !== 0) || size < 0) return false;
  for (const attribute of attributes.keys()) if (attribute !== plainAttribute) return false;
  return !/^\/|(^|\/)(\.\.(\/|$)|\.wh\.)|\]:/.test(name);
}

function textBytesOf({ name, plainName = '', target, attributes }: TarHeaderFacts): number {
  let bytes = name.length + plainName.length + target.length;
  for (const [attribute, value] of attributes) bytes += attribute.length + value.length;
  return bytes;
}

const padded = (size: number): number => Math.ceil(size / blockBytes) * blockBytes;

function memberOf(block: Uint8Array, offset: number, dataOffset: number, extras: Extras): TarHeaderFacts {
  const short = readText(block.subarray(0, 100));
  const isUstar = readText(block.subarray(257, 262)) === 'ustar' && block[262] === 0;
  const prefix = isUstar ? readText(block.subarray(345, 500)) : '';
  const plainName = prefix === '' ? short : `${prefix}/${short}`;
  const name = extras.name ?? plainName;
  const type = block[156] === 0 || block[156] === 0x37 ? '0' : String.fromCharCode(block[156] ?? 0);
  return {
    name,
    ...(name !== plainName && { plainName }),
    type,
    mode: readNumber(block.subarray(100, 108)) & 0o7777,
    uid: readNumber(block.subarray(108, 116)),
    gid: readNumber(block.subarray(116, 124)),
    size: extras.size ?? readNumber(block.subarray(124, 136)),
    target: extras.target ?? readText(block.subarray(157, 257)),
    major: readNumber(block.subarray(329, 337)),
    minor: readNumber(block.subarray(337, 345)),
    attributes: extras.attributes ?? noAttributes,
    offset,
    dataOffset,
  };
}

function extrasOf(type: string, bytes: Uint8Array): Extras {
  if (type === 'L') return { name: readText(bytes) };
  if (type === 'K') return { target: readText(bytes) };
  // Global headers are defaults of archives that no engine writes; a name in them would be one for every member.
  return type === 'x' ? paxExtras(bytes) : {};
}

/** star, GNU tar and Go write the value as it is, bsdtar in base64. */
const attributePrefix = 'SCHILY.xattr.';
const encodedPrefix = 'LIBARCHIVE.xattr.';

function paxExtras(bytes: Uint8Array): Extras {
  const extras: Extras = {};
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at);
    const length = Number(readText(bytes.subarray(at, Math.max(at, space))));
    if (space < 0 || !Number.isInteger(length) || length <= space - at || at + length > bytes.length) break;
    const record = bytes.subarray(space + 1, at + length - 1);
    const equals = record.indexOf(0x3d);
    const key = utf8Text(record.subarray(0, Math.max(0, equals)));
    const value = record.subarray(equals + 1);
    const text = () => utf8Text(value);
    const setAttribute = (name: string, bytes: Uint8Array) => {
      extras.attributes ??= new Map();
      extras.attributes.set(name, bytes);
    };
    if (key === 'path') extras.name = text();
    else if (key === 'linkpath') extras.target = text();
    else if (key === 'size') extras.size = /^\d{1,15}$/.test(text()) ? Number(text()) : Number.NaN;
    else if (key.startsWith(attributePrefix)) setAttribute(key.slice(attributePrefix.length), value);
    else if (key.startsWith(encodedPrefix))
      setAttribute(key.slice(encodedPrefix.length), base64Bytes(text()));
    at += length;
  }
  return extras;
}

/** Bytes in order; `read` gives fewer only at the end. */
interface Stream {
  offset(): number;
  read(length: number): Promise<Uint8Array>;
  /** Whether there was so much. */
  skip(length: number): Promise<boolean>;
  close(): void;
}

function plain(source: ByteSource): Stream {
  let at = 0;
  return {
    offset: () => at,
    async read(length) {
      const bytes = source.view(at, Math.min(length, source.size - at)).slice();
      at += bytes.length;
      return bytes;
    },
    async skip(length) {
      const isThere = at + length <= source.size;
      at = Math.min(source.size, at + length);
      return isThere;
    },
    close() {},
  };
}

const pieceBytes = 64 * 1024;

/** What is unpacked is dropped as soon as it was looked at, so that a bomb costs time only, and that is bounded, too. */
function packed(source: ByteSource): Stream {
  const most = Math.max(limits.unpackedFreeBytes, source.size * limits.unpackedRatio);
  const chunks = gunzipped(piecesOf(source));
  let held: Uint8Array = new Uint8Array(0);
  let passed = 0;
  const more = async (): Promise<boolean> => {
    if (passed > most) return false;
    const { done, value } = await chunks.next();
    if (done === true) return false;
    held = held.length === 0 ? value : joined([held, value]);
    return true;
  };
  const take = (length: number): Uint8Array => {
    const bytes = held.subarray(0, length);
    held = held.subarray(bytes.length);
    passed += bytes.length;
    return bytes;
  };
  return {
    offset: () => passed,
    async read(length) {
      while (held.length < length && (await more()));
      return take(length).slice();
    },
    async skip(length) {
      let left = length;
      do left -= take(left).length;
      while (left > 0 && (await more()));
      return left === 0;
    },
    close() {
      // Whatever it still wanted to unpack has nobody to read it.
      chunks.return(undefined).catch(() => {});
    },
  };
}

function* piecesOf(source: ByteSource): Generator<Uint8Array> {
  for (let at = 0; at < source.size; at += pieceBytes)
    yield source.view(at, Math.min(pieceBytes, source.size - at)).slice();
}
