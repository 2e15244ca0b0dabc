/**
 * Blocks of LZ4 (the block format: no frame, checksum or dictionary), both ways. Both sides are bounded: a block that
 * is cut, reaches outside, or gives another length than it must is refused, and never read or written beyond its ends.
 */

const minMatch = 4;
/** The format keeps the end of a block literal: the last 5 bytes, and no match begins in the last 12. */
const lastLiterals = 5;
const matchFreeBytes = 12;
const farthest = 0xffff;
/** Copies below this length are faster word by word than by a call. */
const callBytes = 64;
const wordBytes = 4;
/** What copies of a short sequence may touch: words for 14 literals and a match of 18 bytes, and its offset behind them. */
const shortBytes = 14 + 20;
const shortSourceBytes = 16 + 2;

/**
 * Decodes the block `source[start, end)` into `target[at, at + length)`; false unless it fills exactly that. What was
 * written until the damage was found stays there.
 */
export function decodeLz4(
  source: Uint8Array,
  start: number,
  end: number,
  target: Uint8Array,
  at: number,
  length: number,
): boolean {
  const stop = at + length;
  const words = new DataView(target.buffer, target.byteOffset, target.length);
  const sourceWords = new DataView(source.buffer, source.byteOffset, source.length);
  // A copy by words may write up to three bytes too many: the next ones overwrite them, but for the last.
  const wordStop = stop - wordBytes;
  const sourceWordEnd = end - wordBytes;
  const shortStop = stop - shortBytes;
  const sourceShortEnd = end - shortSourceBytes;
  let from = start;
  let to = at;
  while (from < end) {
    const token = source[from++]!;
    // Most sequences: few literals and a short match. Copied in whole words without a loop they take two thirds of the time.
    if (to <= shortStop && from <= sourceShortEnd && token < 0xf0 && (token & 15) !== 15) {
      const count = token >> 4;
      words.setInt32(to, sourceWords.getInt32(from, true), true);
      if (count > 4) {
        words.setInt32(to + 4, sourceWords.getInt32(from + 4, true), true);
        words.setInt32(to + 8, sourceWords.getInt32(from + 8, true), true);
        words.setInt32(to + 12, sourceWords.getInt32(from + 12, true), true);
      }
      from += count;
      to += count;
      const offset = sourceWords.getUint16(from, true);
      const match = (token & 15) + minMatch;
      if (offset >= wordBytes && offset <= to - at) {
        from += 2;
        words.setInt32(to, words.getInt32(to - offset, true), true);
        words.setInt32(to + 4, words.getInt32(to + 4 - offset, true), true);
        if (match > 8) {
          words.setInt32(to + 8, words.getInt32(to + 8 - offset, true), true);
          words.setInt32(to + 12, words.getInt32(to + 12 - offset, true), true);
          words.setInt32(to + 16, words.getInt32(to + 16 - offset, true), true);
        }
        to += match;
        continue;
      }
      if (offset === 0 || offset > to - at) return false;
      from += 2;
      to = repeat(target, to, offset, match);
      continue;
    }
    let literals = token >> 4;
    if (literals === 15) {
      let byte = 255;
      while (byte === 255) {
        if (from >= end) return false;
        byte = source[from++]!;
        literals += byte;
      }
    }
    if (literals > end - from || literals > stop - to) return false;
    if (literals < callBytes) {
      const last = to + literals;
      const ahead = from - to;
      from += literals;
      if (last <= wordStop && from <= sourceWordEnd)
        for (; to < last; to += wordBytes) words.setInt32(to, sourceWords.getInt32(to + ahead, true), true);
      else for (; to < last; to++) target[to] = source[to + ahead]!;
      to = last;
    } else {
      target.set(source.subarray(from, from + literals), to);
      from += literals;
      to += literals;
    }
    // Only the last sequence has no match.
    if (from === end) return to === stop;
    if (from + 2 > end) return false;
    const offset = source[from]! | (source[from + 1]! << 8);
    from += 2;
    let match = token & 15;
    if (match === 15) {
      let byte = 255;
      while (byte === 255) {
        if (from >= end) return false;
        byte = source[from++]!;
        match += byte;
      }
    }
    match += minMatch;
    if (offset === 0 || offset > to - at || match > stop - to) return false;
    const last = to + match;
    if (match < callBytes && offset >= wordBytes && last <= wordStop) {
      for (; to < last; to += wordBytes) words.setInt32(to, words.getInt32(to - offset, true), true);
      to = last;
    } else to = repeat(target, to, offset, match);
  }
  return false;
}

/** Copies `length` bytes from `offset` before `to`, where the two may overlap; gives where it ended. */
function repeat(target: Uint8Array, to: number, offset: number, length: number): number {
  const end = to + length;
  if (length < callBytes) {
    for (let at = to; at < end; at++) target[at] = target[at - offset]!;
    return end;
  }
  if (offset === 1) {
    target.fill(target[to - 1]!, to, end);
    return end;
  }
  // What was copied is itself a source: each round may copy all that there is of the pattern.
  const from = to - offset;
  for (let at = to; at < end; ) {
    const count = Math.min(at - from, end - at);
    target.copyWithin(at, from, from + count);
    at += count;
  }
  return end;
}

/** The most bytes that a block of `length` bytes can need. */
export const lz4BytesMax = (length: number): number => length + Math.ceil(length / 255) + 16;

const hashBits = 12;
const table = new Int32Array(1 << hashBits);
/** After so many misses in a row the search goes on faster: 2^6. */
const skipBits = 6;

/**
 * Encodes `source[start, end)` to the start of `target`; the length of the block, or 0 where it would not stay below
 * `most` bytes. `target` needs `most` bytes at least.
 */
export function encodeLz4(
  source: Uint8Array,
  start: number,
  end: number,
  target: Uint8Array,
  most: number,
): number {
  table.fill(-1);
  const matchEnd = end - lastLiterals;
  const searchEnd = end - matchFreeBytes;
  let anchor = start;
  let at = start;
  let to = 0;
  let misses = 1 << skipBits;
  while (at <= searchEnd) {
    const word = source[at]! | (source[at + 1]! << 8) | (source[at + 2]! << 16) | (source[at + 3]! << 24);
    const slot = Math.imul(word, -1640531535) >>> (32 - hashBits);
    const found = table[slot]!;
    table[slot] = at;
    if (found < 0 || at - found > farthest || !isSameWord(source, found, word)) {
      at += misses++ >> skipBits;
      continue;
    }
    misses = 1 << skipBits;
    let match = found;
    while (at > anchor && match > start && source[at - 1] === source[match - 1]) {
      at--;
      match--;
    }
    let length = minMatch;
    while (at + length < matchEnd && source[at + length] === source[match + length]) length++;
    to = writeSequence(source, anchor, at, at - match, length, target, to, most);
    if (to < 0) return 0;
    at += length;
    anchor = at;
  }
  to = writeSequence(source, anchor, end, 0, 0, target, to, most);
  return Math.max(to, 0);
}

const isSameWord = (source: Uint8Array, at: number, word: number): boolean =>
  (source[at]! | (source[at + 1]! << 8) | (source[at + 2]! << 16) | (source[at + 3]! << 24)) === word;

/** Literals and a match, without one at the end; -1 where it does not stay below `most`. */
function writeSequence(
  source: Uint8Array,
  from: number,
  end: number,
  offset: number,
  length: number,
  target: Uint8Array,
  start: number,
  most: number,
): number {
  const literals = end - from;
  const match = length - minMatch;
  if (start + literals + Math.ceil(literals / 255) + Math.ceil(length / 255) + 4 >= most) return -1;
  let to = start + 1;
  target[start] = (Math.min(literals, 15) << 4) | (length === 0 ? 0 : Math.min(match, 15));
  if (literals >= 15) to = writeLength(target, to, literals - 15);
  if (literals < callBytes) {
    for (let at = from; at < end; at++) target[to++] = source[at]!;
  } else {
    target.set(source.subarray(from, end), to);
    to += literals;
  }
  if (length === 0) return to;
  target[to++] = offset & 0xff;
  target[to++] = offset >> 8;
  return match >= 15 ? writeLength(target, to, match - 15) : to;
}

function writeLength(target: Uint8Array, start: number, length: number): number {
  let to = start;
  let left = length;
  for (; left >= 255; left -= 255) target[to++] = 255;
  target[to++] = left;
  return to;
}
