/** Kinds of files by the type bits of a mode, see inode(7). */

const typeBits = 0o170000;

export const isCharacterDevice = (mode: number): boolean => (mode & typeBits) === 0o020000;
export const isSocket = (mode: number): boolean => (mode & typeBits) === 0o140000;
export const isFifo = (mode: number): boolean => (mode & typeBits) === 0o010000;
