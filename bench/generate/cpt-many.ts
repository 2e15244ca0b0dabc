/** Images of one process with many areas, files or sockets: what is repeated of which sample, and what differs. */
import type { AnyRecord } from '../../src/parse/cpt/record.ts';
import { type Copied, generateCopies, inCopy } from './cpt-copies.ts';

/** Neighbours differ in their permissions and do not touch, so that no kernel would join them. */
const areaStep = 0x10000n;
const readOnly = 0x71n;
/** As many have a page of their own. */
const pagedEvery = 50;

/** Of 2.6.18-counter.cpt: the anonymous memory in front of the stack of its second process. */
export function generateAreas(sample: string, path: string, count: number): void {
  const start = 0x416000n;
  let found = 0;
  const area: Copied = {
    isModel: (record) => record.kind === 'vma' && record.fields.start === start && ++found === 2,
    change(record, copy) {
      if (record.kind !== 'vma' && (record.kind !== 'pages' || copy % pagedEvery !== 0)) return undefined;
      const moved = (address: bigint) => address + BigInt(copy) * areaStep;
      const { fields } = record;
      const isReadOnly = record.kind === 'vma' && copy % 2 === 0;
      return { start: moved(fields.start), end: moved(fields.end), ...(isReadOnly && { flags: readOnly }) };
    },
  };
  generateCopies(sample, path, count, [area]);
}

/** Beyond the numbers of the sample. */
const firstDescriptor = 1000;
const firstInode = 10_000n;

/** Of 2.6.32-files-sockets.cpt: what its process 6 has open, each copy with a descriptor of its own. */
export function generateFiles(sample: string, path: string, count: number): void {
  const file: Copied = {
    isModel: (record) =>
      record.kind === 'file' && record.fields.iMode === 0o100600 && record.fields.pos === 6n,
    change: () => ({}),
  };
  generateCopies(sample, path, count, [file, descriptors([8])], widened);
}

/** Half of them at each end of a pair. */
export function generateSockets(sample: string, path: string, count: number): void {
  const pair = [2, 3];
  const firstSocket = 10;
  const numberOf = (index: number, copy: number) =>
    firstSocket + (copy - 1) * pair.length + pair.indexOf(index);
  const inodes: Copied = {
    isModel: (record) => record.kind === 'inode' && [466n, 467n].includes(record.fields.ino),
    change: (record, copy) =>
      record.kind === 'inode' ? { ino: record.fields.ino + firstInode * BigInt(copy) } : undefined,
  };
  const files: Copied = {
    isModel: (record) =>
      record.kind === 'file' && record.fields.iMode === 0o140777 && pair.includes(Number(record.fields.priv)),
    change: (record, copy) =>
      record.kind === 'file'
        ? {
            inode: inCopy(record.fields.inode, copy),
            priv: BigInt(numberOf(Number(record.fields.priv), copy)),
          }
        : undefined,
  };
  const sockets: Copied = {
    isModel: (record) => record.kind === 'socket' && pair.includes(record.fields.index),
    change: (record, copy) =>
      record.kind === 'socket'
        ? {
            file: inCopy(record.fields.file, copy),
            index: numberOf(record.fields.index, copy),
            peer: numberOf(record.fields.peer, copy),
          }
        : undefined,
  };
  generateCopies(sample, path, count / pair.length, [inodes, files, sockets, descriptors([14, 15])], widened);
}

/** Room in the table of descriptors. */
const widened = ({ kind }: AnyRecord) => (kind === 'files' ? { maxFds: 0x10000 } : undefined);

const descriptors = (fds: readonly number[]): Copied => ({
  isModel: (record) =>
    record.kind === 'filedesc' &&
    record.parent?.kind === 'files' &&
    record.parent.fields.index === 1 &&
    fds.includes(record.fields.fd),
  change: (record, copy) =>
    record.kind === 'filedesc'
      ? {
          fd: firstDescriptor + (copy - 1) * fds.length + fds.indexOf(record.fields.fd),
          file: inCopy(record.fields.file, copy),
        }
      : undefined,
});
