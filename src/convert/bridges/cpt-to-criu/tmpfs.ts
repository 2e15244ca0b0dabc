/**
 * tmpfs-dev-N.tar.gz.img: the content of a tmpfs. In CPT the names of the archive begin with the mount
 * point, as seen from the root; CRIU unpacks inside of the mount.
 */
import { gzipSync } from 'node:zlib';
import type { ByteRange, Mount } from '../../../model/checkpoint.ts';
import { fileName } from '../../../parse/criu/index.ts';
import { type Conversion, refuse } from './context.ts';
import type { OutputFile } from './output.ts';

const blockBytes = 512;
/** Bytes that are compressed at once: each piece is a member of its own, which gzip joins again. */
const pieceBytes = 1024 * 1024;
/** A name of a member that is longer is damage. */
const longNameMax = 64 * 1024;

/** An empty archive is written too: criu/filesystems.c stops without one. */
export function writeTmpfs(conversion: Conversion, mount: Mount, device: number): void {
  const { output, source } = conversion;
  const file = output.create(fileName('TMPFS_DEV', device));
  const pieces = new GzipPieces(file);
  if (mount.content) {
    const archive = {
      ...mount.content,
      read: (at: number, length: number) => source.view(at, length).slice(),
    };
    if (!repack(archive, mount.mountpoint, pieces)) {
      refuse(conversion, `the archive of the tmpfs at ${mount.mountpoint} is damaged`, mount);
    }
  }
  // Two blocks of zeros end an archive.
  pieces.write(new Uint8Array(2 * blockBytes));
  pieces.close();
}

class GzipPieces {
  readonly #file: OutputFile;
  #held: Uint8Array[] = [];
  #length = 0;

  constructor(file: OutputFile) {
    this.#file = file;
  }

  write(bytes: Uint8Array): void {
    this.#held.push(bytes);
    this.#length += bytes.length;
    if (this.#length >= pieceBytes) this.#flush();
  }

  close(): void {
    this.#flush();
    this.#file.close();
  }

  #flush(): void {
    if (this.#length > 0) this.#file.write(gzipSync(Buffer.concat(this.#held)));
    this.#held = [];
    this.#length = 0;
  }
}

interface Archive extends ByteRange {
  readonly read: (at: number, length: number) => Uint8Array;
}

/** POSIX.1-1988 ustar and the GNU forms for long names: places in a header. */
const place = {
  name: 0,
  size: 124,
  checksum: 148,
  type: 156,
  linkName: 157,
  magic: 257,
  prefix: 345,
} as const;
const length = { name: 100, size: 12, checksum: 8, linkName: 100, prefix: 155 } as const;
const memberType = { hardLink: '1', longName: 'L', longLink: 'K' } as const;

/** False when a header cannot be read. */
function repack(archive: Archive, mountpoint: string, out: GzipPieces): boolean {
  const end = archive.offset + archive.length;
  let at = archive.offset;
  while (at + blockBytes <= end) {
    const header = archive.read(at, blockBytes);
    if (header.every((byte) => byte === 0)) return true;
    const size = octal(header.subarray(place.size, place.size + length.size));
    const padded = Math.ceil((size ?? 0) / blockBytes) * blockBytes;
    if (size === undefined || !hasChecksum(header) || at + blockBytes + padded > end) return false;
    const type = String.fromCharCode(header[place.type] ?? 0);
    const content = { at: at + blockBytes, size, padded };
    if (type === memberType.longName || type === memberType.longLink) {
      if (size > longNameMax) return false;
      writeLongName(archive, header, content, mountpoint, out);
    } else {
      out.write(relativeHeader(header, type, mountpoint));
      for (let done = 0; done < padded; done += pieceBytes) {
        out.write(archive.read(content.at + done, Math.min(pieceBytes, padded - done)));
      }
    }
    at += blockBytes + padded;
  }
  return true;
}

function relativeHeader(header: Uint8Array, type: string, mountpoint: string): Uint8Array {
  const made = header.slice();
  const isUstar = textAt(header, place.magic, 6).startsWith('ustar') && header[place.magic + 5] === 0;
  const prefix = isUstar ? textAt(header, place.prefix, length.prefix) : '';
  const name = textAt(header, place.name, length.name);
  const full = relativeName(prefix === '' ? name : `${prefix}/${name}`, mountpoint);
  // What is left is shorter, so it fits where the whole did: the prefix is needed only for long names.
  const split = Buffer.byteLength(full, 'latin1') <= length.name ? ['', full] : splitName(full);
  if (isUstar) putText(made, place.prefix, length.prefix, split[0] ?? '');
  putText(made, place.name, length.name, split[1] ?? '');
  if (type === memberType.hardLink) {
    const target = relativeName(textAt(header, place.linkName, length.linkName), mountpoint);
    putText(made, place.linkName, length.linkName, target);
  }
  return withChecksum(made);
}

function splitName(name: string): readonly [string, string] {
  const slash = name.indexOf('/', name.length - length.name - 1);
  return slash === -1 ? ['', name.slice(0, length.name)] : [name.slice(0, slash), name.slice(slash + 1)];
}

function writeLongName(
  archive: Archive,
  header: Uint8Array,
  { at, size }: { readonly at: number; readonly size: number },
  mountpoint: string,
  out: GzipPieces,
): void {
  const name = Buffer.from(archive.read(at, size))
    .toString('latin1')
    .replace(/\0[\s\S]*$/, '');
  const isLink = String.fromCharCode(header[place.type] ?? 0) === memberType.longLink;
  // The target of a symbolic link is as the program wrote it; that of a hard link is a name of the archive.
  const kept = isLink && !name.startsWith(withoutSlash(mountpoint)) ? name : relativeName(name, mountpoint);
  const bytes = Buffer.from(`${kept}\0`, 'latin1');
  const made = header.slice();
  putText(made, place.size, length.size, `${bytes.length.toString(8).padStart(11, '0')}\0`);
  const padded = new Uint8Array(Math.ceil(bytes.length / blockBytes) * blockBytes);
  padded.set(bytes);
  out.write(withChecksum(made));
  out.write(padded);
}

const withoutSlash = (path: string): string => path.replace(/^\/+/, '');

/** `mnt/dir/file` below /mnt is `dir/file`, and `mnt/` itself `./`. */
export function relativeName(name: string, mountpoint: string): string {
  const base = withoutSlash(mountpoint);
  const plain = withoutSlash(name.replace(/^\.\//, ''));
  if (plain === base || plain === `${base}/`) return './';
  return plain.startsWith(`${base}/`) ? plain.slice(base.length + 1) : plain;
}

function textAt(bytes: Uint8Array, at: number, max: number): string {
  const field = Buffer.from(bytes.buffer, bytes.byteOffset + at, max);
  const end = field.indexOf(0);
  return field.toString('latin1', 0, end === -1 ? max : end);
}

function putText(bytes: Uint8Array, at: number, max: number, text: string): void {
  bytes.fill(0, at, at + max);
  bytes.set(Buffer.from(text, 'latin1').subarray(0, max), at);
}

/** Octal digits, or for sizes from 8 GiB on the GNU form with the highest bit set. */
function octal(field: Uint8Array): number | undefined {
  if ((field[0] ?? 0) & 0x80) {
    const value = field.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0);
    return Number.isSafeInteger(value) ? value : undefined;
  }
  const digits = Buffer.from(field)
    .toString('latin1')
    .replace(/[\0 ].*$/, '')
    .trim();
  return /^[0-7]*$/.test(digits) ? parseInt(digits || '0', 8) : undefined;
}

/** The sum of all bytes, with the place of the sum taken as spaces. */
function sumOf(header: Uint8Array): number {
  const isSum = (index: number) => index >= place.checksum && index < place.checksum + length.checksum;
  return header.reduce((sum, byte, index) => sum + (isSum(index) ? 0x20 : byte), 0);
}

const hasChecksum = (header: Uint8Array): boolean =>
  octal(header.subarray(place.checksum, place.checksum + length.checksum)) === sumOf(header);

function withChecksum(header: Uint8Array): Uint8Array {
  putText(header, place.checksum, length.checksum, `${sumOf(header).toString(8).padStart(6, '0')}\0 `);
  return header;
}
