/**
 * How much memory the frames of a zstd stream ask for, by their headers alone (RFC 8878, 3.1.1): what is unpacked
 * may refer so far back, and the decoder holds all of it that there is.
 */
import { limits } from '../../limits.ts';
import type { ByteSource } from '../bytes/byte-source.ts';

const frameMagic = 0xfd2f_b528;
const skippableMagic = 0x184d_2a50;
/** The longest frame header: magic, descriptor, window, dictionary, content size. */
const headerBytesMax = 18;
const dictionaryBytes = [0, 1, 2, 4] as const;
const contentSizeBytes = [0, 2, 4, 8] as const;
const [rawBlock, rleBlock] = [0, 1];
/** Block_Maximum_Size: what any block unpacks to at most. */
const blockBytesMax = 128 * 1024;

interface FrameHead {
  readonly windowBytes: number;
  /** Undefined where it was not known when the frame was begun, as in a pipe. */
  readonly contentBytes: number | undefined;
  readonly length: number;
  readonly hasChecksum: boolean;
}

export interface Window {
  /** What the frame asks for: `zstd --long` asks for 128 MiB whatever it packs. */
  readonly windowBytes: number;
  /** What of it is ever written to: no more than the frame unpacks to. */
  readonly heldBytes: number;
  readonly offset: number;
}

/** The largest of all frames, and where the one with the most to hold starts. Stops where something is no frame: the decoder says what. */
export function largestWindow(source: ByteSource): Window {
  let largest: Window = { windowBytes: 0, heldBytes: 0, offset: 0 };
  for (let offset = 0; offset + 8 <= source.size; ) {
    const start = viewOf(source, offset, 8);
    if ((start.getUint32(0, true) & 0xffff_fff0) >>> 0 === skippableMagic) {
      offset += 8 + start.getUint32(4, true);
      continue;
    }
    const head = start.getUint32(0, true) === frameMagic ? frameHead(source, offset) : undefined;
    if (head === undefined) break;
    const blocks = blocksFrom(source, offset + head.length);
    const contentMax = head.contentBytes ?? blocks.contentMax;
    // One that the decoder does not take at all is what has to be said.
    const isTaken = head.windowBytes <= limits.zstdWindowBytes;
    const heldBytes = isTaken ? Math.min(head.windowBytes, contentMax) : head.windowBytes;
    const most = heldBytes > largest.heldBytes ? { heldBytes, offset } : largest;
    largest = { ...most, windowBytes: Math.max(head.windowBytes, largest.windowBytes) };
    if (blocks.end === undefined) break;
    offset = blocks.end + (head.hasChecksum ? 4 : 0);
  }
  return largest;
}

function viewOf(source: ByteSource, offset: number, length: number): DataView {
  const bytes = source.view(offset, Math.min(length, source.size - offset));
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

function frameHead(source: ByteSource, offset: number): FrameHead | undefined {
  const view = viewOf(source, offset, headerBytesMax);
  const descriptor = view.getUint8(4);
  const isSingleSegment = (descriptor & 0x20) !== 0;
  const hasChecksum = (descriptor & 0x04) !== 0;
  const sizeBytes = descriptor >>> 6 === 0 && isSingleSegment ? 1 : contentSizeBytes[descriptor >>> 6]!;
  const sizeAt = 5 + (isSingleSegment ? 0 : 1) + dictionaryBytes[descriptor & 3]!;
  const length = sizeAt + sizeBytes;
  if (length > view.byteLength) return undefined;
  const contentBytes = sizeBytes === 0 ? undefined : contentSize(view, sizeAt, sizeBytes);
  const windowBytes = isSingleSegment ? (contentBytes ?? 0) : windowOf(view.getUint8(5));
  return { windowBytes, contentBytes, length, hasChecksum };
}

/** Window_Descriptor: five bits of exponent, three of mantissa. */
function windowOf(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >>> 3));
  return base + (base / 8) * (descriptor & 7);
}

function contentSize(view: DataView, at: number, bytes: number): number {
  if (bytes === 1) return view.getUint8(at);
  // Two bytes count from 256 on.
  if (bytes === 2) return view.getUint16(at, true) + 256;
  return bytes === 4 ? view.getUint32(at, true) : Number(view.getBigUint64(at, true));
}

/** `end` is behind the last block, undefined if the stream ends before. */
function blocksFrom(
  source: ByteSource,
  start: number,
): { readonly end: number | undefined; readonly contentMax: number } {
  let contentMax = 0;
  for (let at = start; at + 3 <= source.size; ) {
    const view = viewOf(source, at, 3);
    const header = view.getUint16(0, true) | (view.getUint8(2) << 16);
    const [type, size] = [(header >>> 1) & 3, header >>> 3];
    contentMax += type === rawBlock || type === rleBlock ? size : blockBytesMax;
    at += 3 + (type === rleBlock ? 1 : size);
    if ((header & 1) === 1) return { end: at, contentMax };
  }
  return { end: undefined, contentMax };
}
