/**
 * Reads a core file as debuggers do (elf(5)), and holds its memory against that of the image: what could go wrong is where
 * bytes lie. So each piece is compared at both of its ends, and what was copied is not read a second time.
 */
import { compareBytes } from '../../byte-text.ts';
import type { Checkpoint } from '../../model/checkpoint.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { plural } from '../../plural.ts';
import { type CoreFile, type FileContent, piecesOf } from './core-file.ts';

export interface ComparedCore {
  readonly checkpoint: Checkpoint;
  readonly source: ByteSource;
  readonly core: CoreFile;
  readonly filled: FileContent | undefined;
}

/** What is not as in the image; undefined when all is. */
export function coreDifference(bytes: ByteSource, compared: ComparedCore): string | undefined {
  const frame = segmentsOf(bytes);
  if (typeof frame === 'string') return frame;
  const { core, checkpoint, source, filled } = compared;
  const threads = threadsIn(
    bytes,
    frame.find(({ type }) => type === types.note),
  );
  if (threads !== core.facts.threads.length)
    return `registers of ${plural(threads, 'thread')}, expected ${core.facts.threads.length}`;
  const loads = frame.filter(({ type }) => type === types.load);
  let next = 0;
  for (const { piece, from } of piecesOf(checkpoint, core.memory, filled ?? (() => undefined))) {
    if (from === undefined && piece.kind !== 'stored') continue;
    while (next < loads.length && (loads[next] as Segment).end <= piece.start) next += 1;
    const load = loads[next];
    const end = load === undefined ? 0n : load.start + BigInt(load.stored);
    const place = `0x${piece.start.toString(16)}`;
    if (load === undefined || load.start > piece.start || end < piece.end) return `no memory at ${place}`;
    const at = load.offset + Number(piece.start - load.start);
    const length = Number(piece.end - piece.start);
    const original = from ?? { source, offset: piece.kind === 'stored' ? piece.offset : 0 };
    // What is filled from a file may reach behind its end; pages of the image are all there, compressed ones beyond its size.
    const inFile =
      from === undefined ? length : Math.max(0, Math.min(length, from.source.size - from.offset));
    if (!isEqual(bytes, at, original.source, original.offset, inFile)) return `other bytes at ${place}`;
  }
  return undefined;
}

const types = { load: 1, note: 4 } as const;
/** Number of program headers that stands for "see the first section header". */
const manySegments = 0xffff;
const prstatus = 1;

interface Segment {
  readonly type: number;
  readonly offset: number;
  readonly start: bigint;
  readonly end: bigint;
  readonly stored: number;
}

function segmentsOf(bytes: ByteSource): readonly Segment[] | string {
  if (bytes.size < 64) return 'it ends inside of its header';
  const head = viewOf(bytes, 0, 64);
  if (head.getUint32(0) !== 0x7f454c46 || head.getUint16(16, true) !== 4) return 'it is no ELF core file';
  const is64 = head.getUint8(4) === 2;
  const numberAt = (view: DataView, at64: number, at32: number): bigint =>
    is64 ? view.getBigUint64(at64, true) : BigInt(view.getUint32(at32, true));
  const counted = head.getUint16(is64 ? 56 : 44, true);
  const sections = Number(numberAt(head, 40, 32));
  const infoAt = is64 ? 44 : 28;
  const [tableAt, entryBytes] = [Number(numberAt(head, 32, 28)), is64 ? 56 : 32];
  // The last look at the header: its bytes are valid until others are read.
  const count = counted === manySegments ? viewOf(bytes, sections + infoAt, 4).getUint32(0, true) : counted;
  if (tableAt + count * entryBytes > bytes.size) return 'it ends inside of its table of segments';
  const found: Segment[] = [];
  for (let index = 0; index < count; index++) {
    const view = viewOf(bytes, tableAt + index * entryBytes, entryBytes);
    const start = numberAt(view, 16, 8);
    const [offset, stored] = [Number(numberAt(view, 8, 4)), Number(numberAt(view, 32, 16))];
    if (offset + stored > bytes.size) return `it ends inside of segment ${index}`;
    found.push({ type: view.getUint32(0, true), offset, start, end: start + numberAt(view, 40, 20), stored });
  }
  return found;
}

/** Each has one note with its general registers. */
function threadsIn(bytes: ByteSource, notes: Segment | undefined): number {
  let count = 0;
  const end = notes === undefined ? 0 : notes.offset + notes.stored;
  for (let at = notes?.offset ?? 0; at + 12 <= end; ) {
    const head = viewOf(bytes, at, 12);
    const [name, length, type] = [head.getUint32(0, true), head.getUint32(4, true), head.getUint32(8, true)];
    if (type === prstatus) count += 1;
    at += 12 + Math.ceil(name / 4) * 4 + Math.ceil(length / 4) * 4;
  }
  return count;
}

/** Compared at each end of a piece. */
const endBytes = 4096;
const bufferA = new Uint8Array(endBytes);
const bufferB = new Uint8Array(endBytes);

function isEqual(a: ByteSource, aAt: number, b: ByteSource, bAt: number, length: number): boolean {
  const part = Math.min(endBytes, length);
  if (part === 0) return true;
  const [x, y] = [bufferA.subarray(0, part), bufferB.subarray(0, part)];
  return [0, length - part].every((done) => {
    a.readInto(x, aAt + done);
    b.readInto(y, bAt + done);
    return compareBytes(x, y) === 0;
  });
}

function viewOf(bytes: ByteSource, offset: number, length: number): DataView {
  const part = bytes.view(offset, length);
  return new DataView(part.buffer, part.byteOffset, part.byteLength);
}
