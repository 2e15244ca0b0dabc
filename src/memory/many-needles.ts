/**
 * Many byte strings in one pass over a text (Aho and Corasick, 1975): the time is that of the text and of what is found,
 * however many they are and whatever they have in common.
 */
import type { Match } from './match.ts';

const byteValues = 256;

export class ManyNeedles {
  /** Nodes are prefixes of needles, 0 the empty one; edges by node and byte. */
  readonly #edges = new Map<number, number>();
  /** The longest other prefix that a node ends with. */
  readonly #shorter: Int32Array;
  /** The length of the needle that a node is; 0 for none. */
  readonly #lengths: Int32Array;
  /** The longest needle that a node ends with and is not; 0 for none. */
  readonly #inner: Int32Array;
  /** Which pairs of bytes a needle begins with: at most places of memory, that is all that is asked. */
  readonly #begins = new Uint8Array(byteValues * byteValues);
  readonly #lengthMax: number;

  constructor(needles: readonly Uint8Array[]) {
    const nodesMax = needles.reduce((sum, { length }) => sum + length, 1);
    this.#shorter = new Int32Array(nodesMax);
    this.#lengths = new Int32Array(nodesMax);
    this.#inner = new Int32Array(nodesMax);
    this.#lengthMax = needles.reduce((most, { length }) => Math.max(most, length), 0);
    for (const needle of needles) this.#add(needle);
    this.#join();
  }

  #add(needle: Uint8Array): void {
    if (needle.length === 0) return;
    let node = 0;
    for (const byte of needle) {
      const key = node * byteValues + byte;
      // One edge leads to each node but the first.
      const next = this.#edges.get(key) ?? this.#edges.size + 1;
      this.#edges.set(key, next);
      node = next;
    }
    this.#lengths[node] = needle.length;
    const first = needle[0]! * byteValues;
    if (needle.length > 1) this.#begins[first + needle[1]!] = 1;
    else this.#begins.fill(1, first, first + byteValues);
  }

  /** By length of the prefixes: what is shorter is known by then. */
  #join(): void {
    let level: (readonly [key: number, node: number])[] = [];
    const below = new Map<number, (readonly [number, number])[]>();
    for (const [key, node] of this.#edges) {
      const parent = Math.floor(key / byteValues);
      const known = below.get(parent);
      if (known === undefined) below.set(parent, [[key, node]]);
      else known.push([key, node]);
    }
    for (level = below.get(0) ?? []; level.length > 0; ) {
      const next: (readonly [number, number])[] = [];
      for (const [key, node] of level) {
        const parent = Math.floor(key / byteValues);
        const shorter = parent === 0 ? 0 : this.#step(this.#shorter[parent]!, key % byteValues);
        this.#shorter[node] = shorter;
        this.#inner[node] = this.#lengths[shorter]! > 0 ? shorter : this.#inner[shorter]!;
        for (const edge of below.get(node) ?? []) next.push(edge);
      }
      level = next;
    }
  }

  /** The longest prefix that the text ends with after one byte more. */
  #step(from: number, byte: number): number {
    for (let node = from; ; node = this.#shorter[node]!) {
      const next = this.#edges.get(node * byteValues + byte);
      if (next !== undefined) return next;
      if (node === 0) return 0;
    }
  }

  /** Those that begin in `[from, to)`, by their ends. */
  *matches(text: Uint8Array, from: number, to: number): Generator<Match> {
    const end = Math.min(text.length, to + this.#lengthMax - 1);
    const begins = this.#begins;
    let node = 0;
    for (let at = from; at < end; at++) {
      const byte = text[at]!;
      if (node === 0) {
        if (at >= to) return;
        if (begins[byte * byteValues + (text[at + 1] ?? 0)] === 0 && at + 1 < text.length) continue;
      }
      node = this.#step(node, byte);
      for (
        let found = this.#lengths[node]! > 0 ? node : this.#inner[node]!;
        found !== 0;
        found = this.#inner[found]!
      ) {
        const length = this.#lengths[found]!;
        if (at + 1 - length < to) yield { at: at + 1 - length, length };
      }
    }
  }
}
