/** The build-id of a program as CRIU finds it (criu/files-reg.c, get_build_id): in the notes of its segments. */
import { hexText } from '../../byte-text.ts';
import type { RootView } from './root-view.ts';

const headerBytes = 64;
const noteSegment = 4;
/** elf.h: NT_GNU_BUILD_ID. */
const buildIdNote = 3;
/** CRIU reads notes to this size, here all of a file together; tables of segments are as small. */
const noteBytesMax = 1 << 20;
const tableBytesMax = 65_536;
const buildIdBytesMax = 64;

/** elf(5), where the fields of the file and of a segment lie, by class. */
const classes = {
  1: { tableAt: 28, sizeAt: 42, countAt: 44, offset: 4, size: 16 },
  2: { tableAt: 32, sizeAt: 54, countAt: 56, offset: 8, size: 32 },
} as const;

/** Lower-case hexadecimal; undefined for what is no ELF file, has no such note, or cannot be read. */
export function buildIdOf(root: RootView, path: string): string | undefined {
  const head = root.read(path, 0, headerBytes);
  if (head === undefined || head.length < headerBytes) return undefined;
  if (head[0] !== 0x7f || String.fromCharCode(...head.subarray(1, 4)) !== 'ELF') return undefined;
  const elfClass = head[4];
  if (elfClass !== 1 && elfClass !== 2) return undefined;
  const little = head[5] !== 2;
  const at = classes[elfClass];
  const word = (bytes: DataView, offset: number): number =>
    elfClass === 1 ? bytes.getUint32(offset, little) : Number(bytes.getBigUint64(offset, little));
  const header = viewOf(head);
  const entryBytes = header.getUint16(at.sizeAt, little);
  const tableBytes = entryBytes * header.getUint16(at.countAt, little);
  if (tableBytes > tableBytesMax || entryBytes < at.size + 8) return undefined;
  const table = root.read(path, word(header, at.tableAt), tableBytes);
  if (table === undefined) return undefined;
  let left = noteBytesMax;
  for (let start = 0; start + entryBytes <= table.length; start += entryBytes) {
    const entry = viewOf(table.subarray(start, start + entryBytes));
    if (entry.getUint32(0, little) !== noteSegment) continue;
    const notes = root.read(path, word(entry, at.offset), Math.min(word(entry, at.size), left));
    left -= notes?.length ?? 0;
    const found = notes && noteOf(notes, little);
    if (found !== undefined) return found;
  }
  return undefined;
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const aligned = (size: number): number => (size + 3) & ~3;

function noteOf(notes: Uint8Array, little: boolean): string | undefined {
  const view = viewOf(notes);
  for (let at = 0; at + 12 <= notes.length; ) {
    const nameBytes = view.getUint32(at, little);
    const bytes = view.getUint32(at + 4, little);
    const type = view.getUint32(at + 8, little);
    const nameAt = at + 12;
    const start = nameAt + aligned(nameBytes);
    const isGnu = nameBytes === 4 && String.fromCharCode(...notes.subarray(nameAt, nameAt + 3)) === 'GNU';
    if (isGnu && type === buildIdNote && bytes <= buildIdBytesMax && start + bytes <= notes.length)
      return hexText(notes.subarray(start, start + bytes));
    if (nameBytes > notes.length || bytes > notes.length) return undefined;
    at = start + aligned(bytes);
  }
  return undefined;
}
