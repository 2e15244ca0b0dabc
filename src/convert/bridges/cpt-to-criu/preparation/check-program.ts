/**
 * Tells whether a file is the program that was running, by the bounds of its code and data. Most text is
 * not in an image, so this is what shows another build of the same name.
 */

import type { RootView } from '../../../../restore-sim/host/root-view.ts';
import { largest, smallest } from './extremes.ts';
import { finding, type RootFinding } from './finding.ts';
import type { NeededPath, ProgramShape } from './types.ts';

export function checkProgram(root: RootView, { path, shape }: NeededPath): readonly RootFinding[] {
  if (!shape) return [];
  const found = programShape(root, path);
  if (found === 'unreadable')
    return [finding('file-unreadable', path, 'cannot be read; it was not compared')];
  if (found === undefined) return [finding('program-differs', path, 'is no program of this machine')];
  const names = ['codeBytes', 'dataStart', 'dataEnd'] as const;
  const wrong = names.filter((name) => found[name] !== shape[name]);
  if (wrong.length === 0) return [];
  const list = wrong.map(
    (name) => `${meaning[name]} 0x${found[name].toString(16)}, was 0x${hex(shape[name])}`,
  );
  return [finding('program-differs', path, `is another program than the one that ran: ${list.join('; ')}`)];
}

const meaning: Readonly<Record<keyof ProgramShape, string>> = {
  codeBytes: 'bytes of code',
  dataStart: 'data begins at',
  dataEnd: 'data ends at',
};

const hex = (value: bigint): string => value.toString(16);

interface Segment {
  readonly address: bigint;
  readonly fileBytes: bigint;
  readonly isExecutable: boolean;
}

/** load_elf_binary, fs/binfmt_elf.c: all loaded segments count, for the end of code executable ones. */
function programShape(root: RootView, path: string): ProgramShape | 'unreadable' | undefined {
  const segments = loadedSegments(root, path);
  if (segments === 'unreadable' || segments === undefined) return segments;
  const starts = segments.map(({ address }) => address);
  const end = (list: readonly Segment[]) =>
    largest(list.map(({ address, fileBytes }) => address + fileBytes));
  const startCode = smallest(starts);
  return {
    codeBytes: end(segments.filter(({ isExecutable }) => isExecutable)) - startCode,
    dataStart: largest(starts) - startCode,
    dataEnd: end(segments) - startCode,
  };
}

const headerBytes = 64;
const loadSegment = 1;
const executableFlag = 1;

/** The kernel takes no longer table than a page of 64 KiB. */
const tableBytesMax = 65536;

/** elf(5): where the fields of a file and of a program header lie in the two classes. */
const classes = {
  1: { tableAt: 28, entryAt: 42, countAt: 44, flags: 24, address: 8, size: 16, entryBytes: 32 },
  2: { tableAt: 32, entryAt: 54, countAt: 56, flags: 4, address: 16, size: 32, entryBytes: 56 },
} as const;

function loadedSegments(root: RootView, path: string): readonly Segment[] | 'unreadable' | undefined {
  const head = root.read(path, 0, headerBytes);
  if (!head) return 'unreadable';
  const elfClass = head[4] === 1 ? 1 : 2;
  const isElf = head[0] === 0x7f && String.fromCharCode(...head.subarray(1, 4)) === 'ELF' && head[5] === 1;
  if (head.length < headerBytes || !isElf || (head[4] !== 1 && head[4] !== 2)) return undefined;
  const at = classes[elfClass];
  const header = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const entryBytes = header.getUint16(at.entryAt, true);
  const length = entryBytes * header.getUint16(at.countAt, true);
  const offset = word(header, at.tableAt, elfClass);
  if (entryBytes !== at.entryBytes || length > tableBytesMax || offset > 2n ** 40n) return undefined;
  const table = root.read(path, Number(offset), length);
  if (!table || table.length < length) return undefined;
  const entries = Array.from(
    { length: length / entryBytes },
    (_, index) => new DataView(table.buffer, table.byteOffset + index * entryBytes, entryBytes),
  );
  return entries
    .filter((entry) => entry.getUint32(0, true) === loadSegment)
    .map((entry) => ({
      address: word(entry, at.address, elfClass),
      fileBytes: word(entry, at.size, elfClass),
      isExecutable: (entry.getUint32(at.flags, true) & executableFlag) !== 0,
    }));
}

const word = (view: DataView, offset: number, elfClass: 1 | 2): bigint =>
  elfClass === 1 ? BigInt(view.getUint32(offset, true)) : view.getBigUint64(offset, true);
