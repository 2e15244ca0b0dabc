/** Opening what a command is given: a file, standard input, an image or its JSON form. */
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ByteSource, fileSource } from '../parse/bytes/byte-source.ts';
import { readWaiting } from '../parse/bytes/document.ts';

const pieceBytes = 1024 * 1024;
const stdinFd = 0;

/** `-` is standard input, which is kept in a temporary file: images are read in more than one pass. */
export function openInput(path: string): ByteSource {
  return path === '-' ? spooledStdin() : fileSource(path);
}

function spooledStdin(): ByteSource {
  const { path, remove } = spoolStdin();
  try {
    // The open descriptor keeps the bytes; nothing is left behind whatever happens.
    return { ...boundSource(fileSource(path)), name: 'standard input' };
  } finally {
    remove();
  }
}

/** Standard input as a file, for those who open it by its path; it may be removed as soon as it is open. */
export function spoolStdin(): { readonly path: string; remove(): void } {
  const directory = mkdtempSync(join(tmpdir(), 'cr-tools-'));
  const remove = () => rmSync(directory, { recursive: true, force: true });
  const path = join(directory, 'standard input');
  const fd = openSync(path, 'wx', 0o600);
  try {
    const piece = new Uint8Array(pieceBytes);
    for (let count = readWaiting(stdinFd, piece); count > 0; count = readWaiting(stdinFd, piece))
      writeSync(fd, piece, 0, count);
    return { path, remove };
  } catch (error) {
    remove();
    throw error;
  } finally {
    closeSync(fd);
  }
}

const boundSource = (source: ByteSource) => ({
  size: source.size,
  view: (offset: number, length: number) => source.view(offset, length),
  readInto: (target: Uint8Array, offset: number) => source.readInto(target, offset),
  close: () => source.close(),
});

/** JSON starts with a brace, after a byte order mark and white space at most. */
export function looksLikeJson(source: ByteSource): boolean {
  const start = Buffer.from(source.view(0, Math.min(64, source.size))).toString('latin1');
  return /^(?:\u00ef\u00bb\u00bf)?[ \t\r\n]*\{/.test(start);
}

/** tar, plain or packed by gzip or zstd, as container engines export checkpoints. */
export function isArchive(source: ByteSource): boolean {
  const start = source.view(0, Math.min(source.size, 512));
  const isTar = start.length >= 263 && Buffer.from(start.subarray(257, 262)).toString('latin1') === 'ustar';
  const isGzip = start[0] === 0x1f && start[1] === 0x8b;
  const isZstd = start[0] === 0x28 && start[1] === 0xb5 && start[2] === 0x2f && start[3] === 0xfd;
  return isTar || isGzip || isZstd;
}
