/** File type bits of a mode, see inode(7). */
import type { FileKind } from '../checkpoint.ts';

export const fileType = {
  mask: 0o170000,
  fifo: 0o010000,
  character: 0o020000,
  directory: 0o040000,
  block: 0o060000,
  regular: 0o100000,
  symlink: 0o120000,
  socket: 0o140000,
} as const;

const kinds: ReadonlyMap<number, FileKind> = new Map<number, FileKind>([
  [fileType.fifo, 'fifo'],
  [fileType.character, 'character-device'],
  [fileType.directory, 'directory'],
  [fileType.block, 'block-device'],
  [fileType.regular, 'regular'],
  [fileType.symlink, 'symlink'],
  [fileType.socket, 'socket'],
]);

export const kindOfMode = (mode: number): FileKind => kinds.get(mode & fileType.mask) ?? 'unknown';
