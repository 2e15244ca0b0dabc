/**
 * gzip (RFC 1952) with deflate (RFC 1951), piece by piece. The decoder of browsers knows one member only, and throws away
 * what it has unpacked when something follows: archives of `bgzip`, and padded ones, would be damaged ones.
 */

/** As zlib of Node.js says it. */
const damaged = (message: string, code = 'Z_DATA_ERROR'): Error =>
  Object.assign(new Error(message), { code });

/** Bits of the input, from the lowest of each byte on. */
class BitReader {
  readonly #pieces: Iterator<Uint8Array>;
  #piece: Uint8Array = new Uint8Array();
  #at = 0;
  #bits = 0;
  #count = 0;

  constructor(pieces: Iterable<Uint8Array>) {
    this.#pieces = pieces[Symbol.iterator]();
  }

  close(): void {
    this.#pieces.return?.();
  }

  #next(): number | undefined {
    while (this.#at >= this.#piece.length) {
      const { done, value } = this.#pieces.next();
      if (done === true) return undefined;
      this.#piece = value;
      this.#at = 0;
    }
    return this.#piece[this.#at++];
  }

  /** Fewer at the end of the input: those above are zeros. */
  #fill(count: number): void {
    while (this.#count < count) {
      const byte = this.#next();
      if (byte === undefined) return;
      this.#bits |= byte << this.#count;
      this.#count += 8;
    }
  }

  /** Up to 16. */
  take(count: number): number {
    this.#fill(count);
    if (this.#count < count) throw damaged('unexpected end of file', 'Z_BUF_ERROR');
    const value = this.#bits & ((1 << count) - 1);
    this.#bits >>>= count;
    this.#count -= count;
    return value;
  }

  /** The value of the next code: its length is in the lower four bits of an entry. */
  code(table: Uint16Array, wrong: string): number {
    this.#fill(codeBitsMax);
    const entry = table[this.#bits & (table.length - 1)] as number;
    const length = entry & 15;
    if (length > this.#count) throw damaged('unexpected end of file', 'Z_BUF_ERROR');
    if (length === 0) throw damaged(wrong);
    this.#bits >>>= length;
    this.#count -= length;
    return entry >>> 4;
  }

  alignToByte(): void {
    const odd = this.#count & 7;
    this.#bits >>>= odd;
    this.#count -= odd;
  }

  /** The next whole byte, which stays; undefined at the end. */
  peekByte(): number | undefined {
    this.#fill(8);
    return this.#count < 8 ? undefined : this.#bits & 0xff;
  }

  word(): number {
    return (this.take(16) | (this.take(16) << 16)) >>> 0;
  }
}

const codeBitsMax = 15;

/** A table by the next bits of the input; codes are in it with the first bit lowest. */
function tableOf(lengths: Uint8Array, what: string): Uint16Array {
  const counts = new Uint16Array(codeBitsMax + 1);
  let bits = 0;
  for (const length of lengths) {
    if (length === 0) continue;
    counts[length] = (counts[length] as number) + 1;
    bits = Math.max(bits, length);
  }
  const table = new Uint16Array(1 << bits);
  const starts = new Uint16Array(codeBitsMax + 2);
  let left = 1;
  for (let length = 1; length <= codeBitsMax; length++) {
    left = left * 2 - (counts[length] as number);
    if (left < 0) throw damaged(`invalid ${what} set`);
    starts[length + 1] = ((starts[length] as number) + (counts[length] as number)) << 1;
  }
  // One code of one bit may stand alone, as zlib writes it.
  const isLone = bits === 1 && what !== 'code lengths';
  if (left > 0 && bits > 0 && !isLone) throw damaged(`invalid ${what} set`);
  for (const [value, length] of lengths.entries()) {
    if (length === 0) continue;
    let code = starts[length] as number;
    starts[length] = code + 1;
    let reversed = 0;
    for (let bit = 0; bit < length; bit++, code >>= 1) reversed = reversed * 2 + (code & 1);
    for (let at = reversed; at < table.length; at += 1 << length) table[at] = value * 16 + length;
  }
  return table;
}

/** RFC 1951, 3.2.5: the first length or distance of each code, and how many bits follow it. */
function basesOf(count: number, first: number, step: number): { bases: Uint16Array; extra: Uint8Array } {
  const extra = Uint8Array.from({ length: count }, (_, code) => Math.max(0, Math.floor(code / step) - 1));
  const bases = new Uint16Array(count);
  for (let code = 0, base = first; code < count; base += 1 << (extra[code] as number), code++)
    bases[code] = base;
  return { bases, extra };
}
const lengthCodes = basesOf(29, 3, 4);
// The longest has a code of its own.
lengthCodes.bases[28] = 258;
lengthCodes.extra[28] = 0;
const distanceCodes = basesOf(30, 1, 2);

/** 3.2.6. */
const fixedLengths = Uint8Array.from({ length: 288 }, (_, value) =>
  value < 144 ? 8 : value < 256 ? 9 : value < 280 ? 7 : 8,
);
const fixed = {
  literals: tableOf(fixedLengths, 'literal/lengths'),
  distances: tableOf(new Uint8Array(32).fill(5), 'distances'),
};

/** 3.2.7: the order of the lengths of the code that lengths are written in. */
const orderOfLengths = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

function readTables(input: BitReader): typeof fixed {
  const literalCount = input.take(5) + 257;
  const distanceCount = input.take(5) + 1;
  const lengthCount = input.take(4) + 4;
  if (literalCount > 286 || distanceCount > 30) throw damaged('too many length or distance symbols');
  const ofLengths = new Uint8Array(19);
  for (let index = 0; index < lengthCount; index++)
    ofLengths[orderOfLengths[index] as number] = input.take(3);
  const table = tableOf(ofLengths, 'code lengths');
  const lengths = new Uint8Array(literalCount + distanceCount);
  for (let index = 0; index < lengths.length; ) {
    const code = input.code(table, 'invalid code lengths set');
    if (code < 16) {
      lengths[index++] = code;
      continue;
    }
    if (code === 16 && index === 0) throw damaged('invalid bit length repeat');
    const value = code === 16 ? (lengths[index - 1] as number) : 0;
    const count = code === 16 ? 3 + input.take(2) : code === 17 ? 3 + input.take(3) : 11 + input.take(7);
    if (index + count > lengths.length) throw damaged('invalid bit length repeat');
    lengths.fill(value, index, index + count);
    index += count;
  }
  if (lengths[256] === 0) throw damaged('invalid code -- missing end-of-block');
  return {
    literals: tableOf(lengths.subarray(0, literalCount), 'literal/lengths'),
    distances: tableOf(lengths.subarray(literalCount), 'distances'),
  };
}

const windowBytes = 32 * 1024;
const roomBytes = 128 * 1024;
const longestBytes = 258;

const crcs = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 0 ? crc >>> 1 : (crc >>> 1) ^ 0xedb8_8320;
  return crc;
});

/** What members unpack to, with the window in front of it. */
class Output {
  readonly room = new Uint8Array(roomBytes);
  /** Where the next byte goes. */
  at = 0;
  #given = 0;
  #crc = 0xffff_ffff;
  #length = 0;

  get isFull(): boolean {
    return this.at > roomBytes - longestBytes;
  }

  /** What was not given yet, as memory of its own. */
  take(): Uint8Array {
    const piece = this.room.slice(this.#given, this.at);
    let crc = this.#crc;
    for (let index = 0; index < piece.length; index++)
      crc = (crcs[(crc ^ (piece[index] as number)) & 0xff] as number) ^ (crc >>> 8);
    this.#crc = crc;
    this.#length = (this.#length + piece.length) >>> 0;
    if (this.isFull) {
      this.room.copyWithin(0, this.at - windowBytes, this.at);
      this.at = windowBytes;
    }
    this.#given = this.at;
    return piece;
  }

  *rest(): Generator<Uint8Array> {
    const piece = this.take();
    if (piece.length > 0) yield piece;
  }

  /** Says what the end of a member says otherwise, and begins the next one. */
  endMember(crc: number, length: number): void {
    if ((this.#crc ^ 0xffff_ffff) >>> 0 !== crc) throw damaged('incorrect data check');
    if (this.#length !== length) throw damaged('incorrect length check');
    this.at = this.#given = this.#length = 0;
    this.#crc = 0xffff_ffff;
  }
}

function readHeader(input: BitReader): void {
  if (input.take(16) !== 0x8b1f) throw damaged('incorrect header check');
  if (input.take(8) !== 8) throw damaged('unknown compression method');
  const flags = input.take(8);
  if ((flags & 0xe0) !== 0) throw damaged('unknown header flags set');
  for (let skipped = 0; skipped < 6; skipped++) input.take(8);
  if ((flags & 4) !== 0) for (let left = input.take(16); left > 0; left--) input.take(8);
  for (const text of [8, 16]) if ((flags & text) !== 0) while (input.take(8) !== 0);
  if ((flags & 2) !== 0) input.take(16);
}

function* stored(input: BitReader, output: Output): Generator<Uint8Array> {
  input.alignToByte();
  const length = input.take(16);
  if ((input.take(16) ^ 0xffff) !== length) throw damaged('invalid stored block lengths');
  for (let left = length; left > 0; left--) {
    output.room[output.at++] = input.take(8);
    if (output.isFull) yield output.take();
  }
}

function* packed(
  input: BitReader,
  output: Output,
  { literals, distances }: typeof fixed,
): Generator<Uint8Array> {
  const { room } = output;
  for (;;) {
    const value = input.code(literals, 'invalid literal/length code');
    if (value === 256) return;
    if (value < 256) room[output.at++] = value;
    else {
      if (value > 285) throw damaged('invalid literal/length code');
      const length =
        (lengthCodes.bases[value - 257] as number) + input.take(lengthCodes.extra[value - 257] as number);
      const code = input.code(distances, 'invalid distance code');
      if (code > 29) throw damaged('invalid distance code');
      const distance =
        (distanceCodes.bases[code] as number) + input.take(distanceCodes.extra[code] as number);
      if (distance > output.at) throw damaged('invalid distance too far back');
      for (let left = length; left > 0; left--, output.at++)
        room[output.at] = room[output.at - distance] as number;
    }
    if (output.isFull) yield output.take();
  }
}

/** What all members unpack to. Zeros behind a member are padding; of anything else, a header is expected. */
export function* inflateMembers(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  const input = new BitReader(pieces);
  const output = new Output();
  try {
    do {
      readHeader(input);
      for (let isLast = false; !isLast; ) {
        isLast = input.take(1) === 1;
        const type = input.take(2);
        if (type === 3) throw damaged('invalid block type');
        if (type === 0) yield* stored(input, output);
        else yield* packed(input, output, type === 1 ? fixed : readTables(input));
      }
      input.alignToByte();
      yield* output.rest();
      output.endMember(input.word(), input.word());
    } while ((input.peekByte() ?? 0) !== 0);
  } catch (error) {
    // What comes before the damage is good.
    yield* output.rest();
    throw error;
  } finally {
    input.close();
  }
}
