/** The bytes at a path. What comes through a pipe is kept until it ends: images are read in more than one pass. */
import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { isatty } from 'node:tty';
import type { ByteSource } from '../bytes/byte-source.ts';
import { openStdin, readFirst, readWaiting, stdinFd } from '../bytes/document.ts';
import { fileSource } from '../bytes/file-source.ts';
import { noteFile } from '../bytes/inputs.ts';
import { Spool, spooled } from './spool.ts';
import type { Spools } from './unpack.ts';

const pieceBytes = 1024 * 1024;

/** Files of /proc say that they are empty; some have an end, and that of pagemap is far away. */
const sizelessBytesMax = 64 * 1024 * 1024;

export const stdinName = 'standard input';

export interface OpenedBytes {
  readonly source: ByteSource;
  /** It came through a pipe: nothing lies beside it. */
  readonly isSpooled: boolean;
}

/**
 * A regular file, standard input (`-`), or a named pipe, as `<(command)` of a shell is one. Throws the errors of the
 * system: `EINVAL` for a device, `ENXIO` for a pipe that nobody writes to.
 */
export function openBytes(path: string, spools?: Spools): OpenedBytes {
  if (path === '-') return { source: spoolOnce(stdinName, spools, openStdin), isSpooled: true };
  if (!statSync(path).isFIFO()) return { source: fileSource(path), isSpooled: false };
  const open = () => openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  return { source: spoolOnce(path, spools, open), isSpooled: true };
}

function spoolOnce(name: string, spools: Spools | undefined, open: () => number): ByteSource {
  const known = spools?.get(name);
  if (known !== undefined) return spooled(known);
  const fd = open();
  const spool = new Spool(name);
  try {
    // Standard input may be anything.
    noteFile(fd, name);
    const piece = new Uint8Array(pieceBytes);
    const stat = fstatSync(fd);
    const more = stat.isFile() ? readSync : readWaiting;
    let count = fd !== stdinFd && stat.isFIFO() ? readFirst(fd, piece, name) : more(fd, piece);
    // Of devices, only a terminal and /dev/null have an end.
    if (count > 0 && stat.isCharacterDevice() && !isatty(fd)) throw endless();
    const hasNoSize = stat.isFile() && stat.size === 0;
    for (; count > 0; count = more(fd, piece)) {
      spool.write(piece.subarray(0, count));
      if (hasNoSize && spool.size > sizelessBytesMax) throw endless();
    }
    const source = spool.finish();
    if (spools === undefined) return source;
    spools.set(name, source.spool);
    // Nobody can read a pipe again: it stays open for those who ask later, until the program ends.
    return { ...source, close() {} };
  } catch (error) {
    spool.discard();
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') throw Object.assign(endless(), { path: name });
    const isOfReading = error instanceof Error && 'syscall' in error && error.syscall === 'read';
    throw isOfReading ? Object.assign(error, { path: name }) : error;
  } finally {
    if (fd !== stdinFd) closeSync(fd);
  }
}

const endless = () => Object.assign(new Error('it has no end'), { code: 'EINVAL', syscall: 'read' });
