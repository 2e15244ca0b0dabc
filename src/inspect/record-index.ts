/**
 * Where every record of an image lies: a few bytes for each, so that images with millions of records fit. Holds
 * no contents, and knows kinds only as the names that its family gives their numbers.
 */

/** A stretch of the index, as one thread hands it to another. */
export interface IndexChunk {
  /** Number of its first record. */
  readonly first: number;
  readonly offsets: Float64Array;
  /** Numbers in the list of kinds of the family. */
  readonly kinds: Uint16Array;
  readonly depths: Uint8Array;
}

/** Records in a chunk: some milliseconds of work. */
export const chunkRecords = 8192;
/** The first chunk is small, so that there is something to show at once. */
export const firstChunkRecords = 256;

/** Collects records until there are enough for a chunk. */
export class ChunkBuilder {
  readonly #size: number;
  #offsets: Float64Array;
  #kinds: Uint16Array;
  #depths: Uint8Array;
  #used = 0;
  #first: number;

  /** `first` is the number of the first record. */
  constructor(size: number, first = 0) {
    this.#size = size;
    this.#first = first;
    this.#offsets = new Float64Array(size);
    this.#kinds = new Uint16Array(size);
    this.#depths = new Uint8Array(size);
  }

  get isFull(): boolean {
    return this.#used === this.#size;
  }

  add(offset: number, kind: number, depth: number): void {
    this.#offsets[this.#used] = offset;
    this.#kinds[this.#used] = kind;
    this.#depths[this.#used] = depth;
    this.#used++;
  }

  take(): IndexChunk {
    const chunk = {
      first: this.#first,
      offsets: this.#offsets.slice(0, this.#used),
      kinds: this.#kinds.slice(0, this.#used),
      depths: this.#depths.slice(0, this.#used),
    };
    this.#first += this.#used;
    this.#used = 0;
    return chunk;
  }
}

/** Grows by half, so that appending stays cheap and little is wasted. */
function grown<A extends Float64Array | Uint8Array | Uint16Array | Int32Array | Uint32Array>(
  array: A,
  length: number,
  make: (size: number) => A,
): A {
  if (length <= array.length) return array;
  const larger = make(Math.max(length, Math.ceil(array.length * 1.5)));
  larger.set(array);
  return larger;
}

const firstCapacity = 4096;
/** What nests deeper hangs on the last record above. CPT records do not; see parse/cpt/read.ts. */
const depthMax = 16;

export class RecordIndex<Kind extends string = string> {
  readonly #names: readonly Kind[];
  #offsets = new Float64Array(firstCapacity);
  #kinds = new Uint16Array(firstCapacity);
  #depths = new Uint8Array(firstCapacity);
  #parents = new Int32Array(firstCapacity);
  /** Number of the first record behind the subtree; 0 while that is not known. */
  #ends = new Uint32Array(firstCapacity);
  #length = 0;
  #isComplete = false;
  readonly #open = new Int32Array(depthMax).fill(-1);

  /** By the number of the kind. */
  constructor(names: readonly Kind[]) {
    this.#names = names;
  }

  get length(): number {
    return this.#length;
  }

  /** False while the image is still being walked. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  append({ offsets, kinds, depths }: IndexChunk): void {
    const length = this.#length + offsets.length;
    this.#offsets = grown(this.#offsets, length, (size) => new Float64Array(size));
    this.#kinds = grown(this.#kinds, length, (size) => new Uint16Array(size));
    this.#depths = grown(this.#depths, length, (size) => new Uint8Array(size));
    this.#parents = grown(this.#parents, length, (size) => new Int32Array(size));
    this.#ends = grown(this.#ends, length, (size) => new Uint32Array(size));
    this.#offsets.set(offsets, this.#length);
    this.#kinds.set(kinds, this.#length);
    this.#depths.set(depths, this.#length);
    for (let record = this.#length; record < length; record++) this.#link(record);
    this.#length = length;
  }

  #link(record: number): void {
    const depth = Math.min(this.#depths[record] ?? 0, depthMax - 1);
    this.#closeFrom(depth, record);
    this.#parents[record] = depth === 0 ? -1 : (this.#open[depth - 1] ?? -1);
    this.#open[depth] = record;
  }

  #closeFrom(depth: number, end: number): void {
    for (let level = depth; level < depthMax; level++) {
      const open = this.#open[level] ?? -1;
      if (open >= 0) this.#ends[open] = end;
      this.#open[level] = -1;
    }
  }

  complete(): void {
    this.#closeFrom(0, this.#length);
    this.#isComplete = true;
  }

  offset(record: number): number {
    return this.#offsets[record] ?? 0;
  }

  kind(record: number): Kind {
    return this.#names[this.#kinds[record] ?? 0] as Kind;
  }

  depth(record: number): number {
    return this.#depths[record] ?? 0;
  }

  /** -1 for what lies in nothing. */
  parent(record: number): number {
    return record >= 0 && record < this.#length ? (this.#parents[record] ?? -1) : -1;
  }

  /** Number of the first record that does not lie in this one; where it stands now, while the walk goes on. */
  end(record: number): number {
    return this.#ends[record] || this.#length;
  }

  /** Number of the record that starts at an offset exactly; -1 for none. */
  recordAt(offset: number): number {
    const record = this.recordHolding(offset);
    return record >= 0 && this.#offsets[record] === offset ? record : -1;
  }

  /** Number of the last record that starts at or before an offset: the innermost one around it. */
  recordHolding(offset: number): number {
    let low = 0;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#offsets[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
