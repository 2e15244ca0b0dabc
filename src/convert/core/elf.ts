/** The frame of a core file: ELF header, program headers, one note segment, and memory behind them. */
import type { ByteSink } from '../../parse/bytes/byte-sink.ts';
import { StructWriter, type WordBytes } from './bytes.ts';

/** Memory of one kind; without content a debugger looks elsewhere, in the file that is mapped there. */
export interface Segment {
  readonly start: bigint;
  /** Exclusive. */
  readonly end: bigint;
  /** `PF_*`: 1 execute, 2 write, 4 read. */
  readonly flags: number;
  readonly hasContent: boolean;
}

const headerBytes = {
  4: { file: 52, segment: 32, section: 40 },
  8: { file: 64, segment: 56, section: 64 },
} as const;
const types = { core: 4, note: 4, load: 1 } as const;
/** elf(5): so many program headers stand for "see the first section header". */
const manySegments = 0xffff;

export interface CoreFrame {
  readonly word: WordBytes;
  readonly elfMachine: number;
  readonly notes: Uint8Array;
  readonly segments: readonly Segment[];
  readonly pageBytes: number;
}

/** Writes all up to the memory, which follows in the order of the segments. */
export function writeFrame(sink: ByteSink, frame: CoreFrame): void {
  const { word, notes, segments, pageBytes } = frame;
  const size = headerBytes[word];
  const count = segments.length + 1;
  const isMany = count >= manySegments;
  const notesAt = size.file + count * size.segment;
  const sectionAt = notesAt + notes.length;
  const end = sectionAt + (isMany ? size.section : 0);
  const contentAt = Math.ceil(end / pageBytes) * pageBytes;
  const out = new StructWriter(word);
  out.bytes(Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, word === 8 ? 2 : 1, 1, 1, 0)).zeros(8);
  out.u16(types.core).u16(frame.elfMachine).u32(1);
  out
    .word(0)
    .word(size.file)
    .word(isMany ? sectionAt : 0)
    .u32(0);
  out
    .u16(size.file)
    .u16(size.segment)
    .u16(isMany ? manySegments : count);
  out
    .u16(isMany ? size.section : 0)
    .u16(isMany ? 1 : 0)
    .u16(0);
  segmentHeader(out, word, {
    type: types.note,
    flags: 0,
    at: notesAt,
    address: 0n,
    stored: notes.length,
    size: 0n,
    align: 4,
  });
  let at = contentAt;
  for (const { start, end: stop, flags, hasContent } of segments) {
    const length = stop - start;
    const stored = hasContent ? Number(length) : 0;
    segmentHeader(out, word, {
      type: types.load,
      flags,
      at,
      address: start,
      stored,
      size: length,
      align: pageBytes,
    });
    at += stored;
  }
  out.bytes(notes);
  // The number of program headers stands in sh_info.
  if (isMany) sectionHeader(out, count);
  sink.write(out.zeros(contentAt - end).result());
}

interface SegmentHeader {
  readonly type: number;
  readonly flags: number;
  readonly at: number;
  readonly address: bigint;
  readonly stored: number;
  readonly size: bigint;
  readonly align: number;
}

/** Elf64_Phdr and Elf32_Phdr, whose flags stand elsewhere. */
function segmentHeader(out: StructWriter, word: WordBytes, header: SegmentHeader): void {
  out.u32(header.type);
  if (word === 8) out.u32(header.flags);
  out.word(header.at).word(header.address).word(0).word(header.stored).word(header.size);
  if (word === 4) out.u32(header.flags);
  out.word(header.align);
}

/** sh_name, type, flags, addr, offset, size, link, info, addralign, entsize. */
function sectionHeader(out: StructWriter, count: number): void {
  out.u32(0).u32(0).word(0).word(0).word(0).word(1).u32(0).u32(count).word(0).word(0);
}
