/**
 * T27: segment selectors inside signal frames. Registers in an image use abstract segment codes, but a frame
 * that the kernel pushed on a user stack holds raw selectors, and OpenVZ's 2.6.18 has another descriptor table
 * than 2.6.32. A task inside a signal handler would die of a protection fault when the handler returns.
 *
 * Frames are found by the return address of their handler (`sa_restorer`), or, for 32-bit frames without one,
 * by the code bytes that i386 kernels leave at the end of a frame as a mark for debuggers.
 */

import type { AnyRecord, ObjectRecord, Patch } from '../../../parse/cpt/record.ts';
import { contentType } from '../../../parse/generated/cpt-records.ts';
import type { MemoryUse } from '../facts.ts';
import { type HopContext, type Payloads, withPatches } from '../step.ts';

/** A selector in a payload. */
export interface FrameSelector {
  /** From the start of the payload. */
  readonly at: number;
  readonly value: number;
}

export interface SignalFrame {
  /** Position of the PAGES record that holds the code selector. */
  readonly pages: number;
  readonly selectors: readonly FrameSelector[];
}

/** arch/x86 of the OpenVZ 2.6.18 and of the 2.6.32 kernel: old selector → new one, by what it selects. */
const selectors18To32: ReadonlyMap<number, number> = new Map([
  [0x83, 0x33], // 64-bit code
  [0x73, 0x23], // 32-bit code
  [0x7b, 0x2b], // data and stack
  [0x33, 0x63], // thread-local storage 1
  [0x3b, 0x6b], // thread-local storage 2
  [0x43, 0x73], // thread-local storage 3
]);
const selectors32To18: ReadonlyMap<number, number> = new Map(
  [...selectors18To32].map(([before, after]) => [after, before]),
);
const code18 = new Set([0x83, 0x73]);
const code32 = new Set([0x33, 0x23]);

/** The pages with the selectors of their frames replaced; frames of the target kernel are left alone. */
export function withSelectors(
  pages: ObjectRecord<'pages'>,
  direction: 'to-2.6.32' | 'to-2.6.18',
  context: HopContext,
): ObjectRecord<'pages'> {
  const frames = context.facts.signalFrames.get(pages.offset);
  if (frames === undefined) return pages;
  const [map, codes] = direction === 'to-2.6.32' ? [selectors18To32, code18] : [selectors32To18, code32];
  const earlier = 'offset' in pages.payload ? (pages.payload.patches ?? []) : [];
  const patches: Patch[] = [];
  for (const { selectors } of frames) {
    // The code selector comes first: it alone tells which kernel wrote the frame.
    const code = selectors[0];
    if (code === undefined || !codes.has(code.value) || earlier.some(({ at }) => at === code.at)) continue;
    context.changed('T27', 'signal frames given the segment selectors of the target kernel');
    for (const { at, value } of selectors) {
      const mapped = map.get(value);
      if (mapped !== undefined) patches.push({ at, bytes: Uint8Array.of(mapped, 0) });
    }
  }
  return patches.length === 0 ? pages : withPatches(pages, patches);
}

const vmWrite = 0x2n;
const vmShared = 0x8n;

/** Bytes looked at in one go, and how far a frame may reach beyond its first word. */
const chunkBytes = 256 * 1024;
const frameBytesMax = 1024;

/** All signal frames in writable private memory, by position of the PAGES record. */
export function findSignalFrames(
  records: Iterable<AnyRecord>,
  payloads: Payloads,
  memory: ReadonlyMap<number, MemoryUse>,
): ReadonlyMap<number, readonly SignalFrame[]> {
  const found = new Map<number, SignalFrame[]>();
  const marks = frameMarks(memory);
  for (const record of records) {
    if (record.kind !== 'pages' || record.content !== contentType.data || record.parent?.kind !== 'vma')
      continue;
    const mm = record.parent.parent;
    const use = mm && memory.get(mm.offset);
    const { flags } = record.parent.fields;
    if (!use?.hasHandlers || (flags & vmWrite) === 0n || (flags & vmShared) !== 0n) continue;
    const frames = framesIn(record, payloads, use.is64Bit ? marks.in64Bit : marks.in32Bit);
    if (frames.length > 0) found.set(record.offset, frames);
  }
  return found;
}

/** What to look for: `bytes` lie `at` bytes after the start of a frame. */
interface Mark {
  readonly bytes: Buffer;
  readonly at: number;
  readonly read: (frame: DataView, address: bigint) => readonly number[] | undefined;
}

function frameMarks(memory: ReadonlyMap<number, MemoryUse>) {
  const in64Bit = new Map<bigint, Mark>();
  const in32Bit = new Map<bigint, Mark>();
  for (const { is64Bit, restorers } of memory.values()) {
    for (const restorer of restorers) {
      const bytes = Buffer.alloc(8);
      bytes.writeBigUInt64LE(restorer);
      if (is64Bit) in64Bit.set(restorer, { bytes, at: 0, read: read64BitFrame });
      else in32Bit.set(restorer, { bytes: bytes.subarray(0, 4), at: 0, read: read32BitFrame });
    }
  }
  const code = (hex: string, at: number): Mark => ({
    bytes: Buffer.from(hex, 'hex'),
    at,
    read: read32BitFrame,
  });
  return {
    in64Bit: [...in64Bit.values()],
    // sigreturn behind the FPU state and mask of a plain frame; rt_sigreturn at the end of an rt frame.
    in32Bit: [...in32Bit.values(), code('58b877000000cd80', 724), code('b8ad000000cd80', 884)],
  };
}

function framesIn(record: ObjectRecord<'pages'>, payloads: Payloads, marks: readonly Mark[]): SignalFrame[] {
  const frames = new Map<number, SignalFrame>();
  const { length } = record.payload;
  for (let from = 0; from < length; from += chunkBytes) {
    const view = payloads.view(record, from, Math.min(chunkBytes + frameBytesMax, length - from));
    const bytes = Buffer.from(view.buffer, view.byteOffset, view.length);
    for (const mark of marks) {
      for (let hit = bytes.indexOf(mark.bytes); hit !== -1; hit = bytes.indexOf(mark.bytes, hit + 1)) {
        const start = hit - mark.at;
        if (start < 0 || frames.has(from + start)) continue;
        const frame = new DataView(bytes.buffer, bytes.byteOffset + start, bytes.length - start);
        const places = mark.read(frame, record.fields.start + BigInt(from + start));
        if (places === undefined) continue;
        const selectors = places.map((at) => ({ at: from + start + at, value: frame.getUint16(at, true) }));
        frames.set(from + start, { pages: record.offset, selectors });
      }
    }
  }
  return [...frames.values()];
}

const codes64 = new Set([0x83, 0x33]);
const codes32 = new Set([0x73, 0x23]);

/** Flags that user code can have set, plus the two that are always or never set. */
const isEflags = (eflags: number) => (eflags & 0xffc0802a) === 0x2;

/** struct rt_sigframe of x86-64: return address, then a ucontext whose registers start at 48. */
function read64BitFrame(frame: DataView): readonly number[] | undefined {
  const code = 48 + 144;
  if (frame.byteLength < code + 8) return undefined;
  const upperFlags = frame.getUint32(48 + 140, true);
  if (!isEflags(frame.getUint32(48 + 136, true)) || upperFlags !== 0) return undefined;
  return codes64.has(frame.getUint16(code, true)) ? [code] : undefined;
}

/** struct sigframe of i386, or struct rt_sigframe, which is recognised by its two pointers into itself. */
function read32BitFrame(frame: DataView, address: bigint): readonly number[] | undefined {
  if (frame.byteLength < 16) return undefined;
  const signal = frame.getUint32(4, true);
  if (signal < 1 || signal > 64) return undefined;
  const start = Number(address & 0xffffffffn);
  const isRt = frame.getUint32(8, true) === start + 16 && frame.getUint32(12, true) === start + 144;
  const registers = isRt ? 164 : 8;
  if (frame.byteLength < registers + 76) return undefined;
  if (!isEflags(frame.getUint32(registers + 64, true))) return undefined;
  if (!codes32.has(frame.getUint16(registers + 60, true))) return undefined;
  // cs first, then ss, ds, es, fs, gs.
  return [60, 72, 12, 8, 4, 0].map((at) => registers + at);
}
