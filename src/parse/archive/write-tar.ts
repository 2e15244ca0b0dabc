/** A tar archive of a directory's files, in the ustar form; long names are in extended headers (POSIX.1-2001). */
import type { ByteSink } from '../bytes/byte-sink.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import type { TreeMember } from './image-directory.ts';
import type { Pack } from './pack.ts';

const blockBytes = 512;
const pieceBytes = 1024 * 1024;
/** Sizes from 8 GiB on are binary numbers, as GNU tar writes them. */
const octalSizeMax = 8 ** 11;

/** What members are written to. */
interface Target {
  write(bytes: Uint8Array): void;
  copy(source: ByteSource): void;
}

export interface ArchivedMember extends TreeMember {
  readonly mode: number;
}

export function writeTar(members: Iterable<ArchivedMember>, sink: ByteSink, pack?: Pack): void {
  const target = pack ? packed(sink, pack) : plain(sink);
  for (const member of members) writeMember(member, target);
  target.write(new Uint8Array(2 * blockBytes));
  target.finish();
}

const plain = (sink: ByteSink): Target & { finish(): void } => ({
  write: (bytes) => sink.write(bytes),
  copy: (source) => sink.copy(source, 0, source.size),
  finish() {},
});

function packed(sink: ByteSink, pack: Pack): Target & { finish(): void } {
  let held: Uint8Array[] = [];
  let size = 0;
  const finish = () => {
    if (size > 0) sink.write(pack(Buffer.concat(held)));
    [held, size] = [[], 0];
  };
  const write = (bytes: Uint8Array) => {
    held.push(bytes.slice());
    size += bytes.length;
    if (size >= pieceBytes) finish();
  };
  const copy = (source: ByteSource) => {
    const piece = new Uint8Array(Math.min(pieceBytes, source.size));
    for (let offset = 0; offset < source.size; offset += pieceBytes) {
      const part = piece.subarray(0, Math.min(pieceBytes, source.size - offset));
      source.readInto(part, offset);
      write(part);
    }
  };
  return { write, copy, finish };
}

/** POSIX.1-1988, typeflag. */
const types = { file: '0', link: '2', directory: '5' } as const;

function writeMember(member: ArchivedMember, { write, copy }: Target): void {
  const { target = '', size, mode, kind } = member;
  if (kind === 'other') throw new Error(`${member.path} has no form in an archive`);
  const name = kind === 'directory' ? `${member.path}/` : member.path;
  const long = [isLong(name) ? record('path', name) : '', isLong(target) ? record('linkpath', target) : ''];
  const extended = Buffer.from(long.join(''));
  if (extended.length > 0) {
    write(headerOf({ name: 'PaxHeader', target: '', size: extended.length, mode, type: 'x' }));
    write(padded(extended));
  }
  write(headerOf({ name, target, size, mode, type: types[kind] }));
  const source = member.open?.();
  if (source === undefined) return;
  try {
    copy(source);
    const rest = source.size % blockBytes;
    if (rest > 0) write(new Uint8Array(blockBytes - rest));
  } finally {
    source.close();
  }
}

const padded = (bytes: Uint8Array): Uint8Array => {
  const whole = new Uint8Array(Math.ceil(bytes.length / blockBytes) * blockBytes);
  whole.set(bytes);
  return whole;
};

const nameBytes = 100;
const isLong = (name: string): boolean => Buffer.byteLength(name) > nameBytes;

/** The length in front counts its own digits. */
function record(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  const length = Buffer.byteLength(rest);
  const digits = String(length + String(length + String(length).length).length).length;
  return `${length + digits}${rest}`;
}

interface Header {
  readonly name: string;
  readonly target: string;
  readonly size: number;
  readonly mode: number;
  readonly type: string;
}

/** POSIX.1-1988: name, mode, uid, gid, size, mtime, checksum, type, target, magic. */
function headerOf({ name, target, size, mode, type }: Header): Buffer {
  const header = Buffer.alloc(blockBytes);
  header.write(name.slice(0, nameBytes), 0, nameBytes);
  header.write(`${mode.toString(8).padStart(7, '0')}\0${'0000000\0'.repeat(2)}`, 100);
  if (size < octalSizeMax) header.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  else {
    header.writeUInt8(0x80, 124);
    header.writeBigUInt64BE(BigInt(size), 128);
  }
  header.write(`00000000000\0${' '.repeat(8)}${type}`, 136);
  header.write(target.slice(0, nameBytes), 157, nameBytes);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}
