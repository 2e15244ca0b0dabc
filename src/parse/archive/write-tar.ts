/** A tar archive of a directory's files, in the ustar form; names of images are short. */
import { gzipSync } from 'node:zlib';
import type { ByteSink } from '../bytes/byte-sink.ts';
import type { TreeMember } from './image-directory.ts';

const blockBytes = 512;
const pieceBytes = 1024 * 1024;
/** Sizes from 8 GiB on are binary numbers, as GNU tar writes them. */
const octalSizeMax = 8 ** 11;

type Write = (bytes: Uint8Array) => void;

/** Writes all members, below a folder where one is named. */
export function writeTar(
  members: Iterable<TreeMember & { readonly mode: number }>,
  folder: string,
  sink: ByteSink,
  isPacked: boolean,
): void {
  const { write, finish } = isPacked
    ? packed(sink)
    : { write: (bytes: Uint8Array) => sink.write(bytes), finish() {} };
  for (const member of members) writeMember(member, folder, write);
  write(new Uint8Array(2 * blockBytes));
  finish();
}

/** Members of gzip one after the other are one file (RFC 1952, 2.2). */
function packed(sink: ByteSink): { readonly write: Write; finish(): void } {
  let held: Uint8Array[] = [];
  let size = 0;
  const finish = () => {
    if (size > 0) sink.write(gzipSync(Buffer.concat(held)));
    [held, size] = [[], 0];
  };
  const write = (bytes: Uint8Array) => {
    held.push(bytes.slice());
    size += bytes.length;
    if (size >= pieceBytes) finish();
  };
  return { write, finish };
}

function writeMember(member: TreeMember & { readonly mode: number }, folder: string, write: Write): void {
  write(headerOf(member, folder));
  const source = member.open?.();
  if (source === undefined) return;
  try {
    const piece = new Uint8Array(Math.min(pieceBytes, source.size));
    for (let offset = 0; offset < source.size; offset += pieceBytes) {
      const part = piece.subarray(0, Math.min(pieceBytes, source.size - offset));
      source.readInto(part, offset);
      write(part);
    }
    const rest = source.size % blockBytes;
    if (rest > 0) write(new Uint8Array(blockBytes - rest));
  } finally {
    source.close();
  }
}

/** POSIX.1-1988: name, mode, uid, gid, size, mtime, checksum, type, target, magic. */
function headerOf(
  { path, kind, size, mode, target }: TreeMember & { readonly mode: number },
  folder: string,
): Buffer {
  const header = Buffer.alloc(blockBytes);
  const name = folder === '' ? path : `${folder}/${path}`;
  if (Buffer.byteLength(name) > 100 || Buffer.byteLength(target ?? '') > 100)
    throw new Error(`${name} is too long a name for this kind of archive`);
  header.write(name, 0);
  header.write(`${mode.toString(8).padStart(7, '0')}\0${'0000000\0'.repeat(2)}`, 100);
  if (size < octalSizeMax) header.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  else {
    header.writeUInt8(0x80, 124);
    header.writeBigUInt64BE(BigInt(size), 128);
  }
  header.write(`00000000000\0${' '.repeat(8)}${kind === 'link' ? '2' : '0'}`, 136);
  header.write(target ?? '', 157);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}
