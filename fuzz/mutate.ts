/**
 * Mutations by seed. Each is a value, so that the minimiser can leave some out: where, what, with which bytes.
 */
import { random } from '../src/test-support/random.ts';
import type { Seed } from './seed.ts';

export type Mutation = (input: Seed) => Seed;

type Edit = (bytes: Uint8Array, below: (limit: number) => number) => Uint8Array;

/** Values that lie at the edges of what lengths, counts and numbers can be. */
const oddWords = [
  0, 1, 7, 8, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xffffffff,
];

const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const result = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
};

const withBytes = (bytes: Uint8Array, at: number, patch: Uint8Array): Uint8Array => {
  const result = bytes.slice();
  result.set(patch.subarray(0, Math.max(0, result.length - at)), at);
  return result;
};

/** Repeated pieces make lists of many equal entries: what is quadratic shows there. */
const repeatedBytesMax = 64 * 1024;

/** Blank, zero, slash, backslash, star, digit, letter, NUL; the others take the byte that is there. */
const runs = [0x20, 0x30, 0x2f, 0x5c, 0x2a, 0x31, 0x61, 0, undefined, undefined];

const byteEdits: readonly Edit[] = [
  (bytes, below) => withBytes(bytes, below(bytes.length), Uint8Array.of(below(256))),
  (bytes, below) => {
    const at = below(bytes.length);
    return withBytes(bytes, at, Uint8Array.of((bytes[at] ?? 0) ^ (1 << below(8))));
  },
  (bytes, below) => {
    const word = new Uint8Array(4);
    new DataView(word.buffer).setUint32(0, oddWords[below(oddWords.length)] ?? 0, true);
    return withBytes(bytes, below(bytes.length) & ~3, word);
  },
  (bytes, below) => {
    const word = new Uint8Array(8);
    new DataView(word.buffer).setBigUint64(0, (1n << BigInt(below(64))) - BigInt(below(2)), true);
    return withBytes(bytes, below(bytes.length) & ~7, word);
  },
  (bytes, below) => bytes.slice(0, below(bytes.length)),
  (bytes, below) => {
    const [from, to] = [below(bytes.length), below(bytes.length)];
    return joined(bytes.subarray(0, Math.min(from, to)), bytes.subarray(Math.max(from, to)));
  },
  (bytes, below) => {
    const from = below(bytes.length);
    const piece = bytes.subarray(from, from + 1 + below(512));
    const count = Math.min(1 << below(12), Math.floor(repeatedBytesMax / piece.length));
    return joined(bytes.subarray(0, from), ...new Array<Uint8Array>(count).fill(piece), bytes.subarray(from));
  },
  // A run of one byte: what is the square of the length of a line or a name shows there.
  (bytes, below) => {
    const from = below(bytes.length);
    const run = new Uint8Array(1 << below(14)).fill(runs[below(runs.length)] ?? bytes[from] ?? 0);
    return joined(bytes.subarray(0, from), run, bytes.subarray(from));
  },
  (bytes, below) => {
    const [from, to, length] = [below(bytes.length), below(bytes.length), below(256)];
    return withBytes(bytes, to, bytes.slice(from, from + length));
  },
];

const oddTexts = [
  ...['null', 'true', '-1', '0', '1e999', '9007199254740993', '""', '[]', '{}', '[[[[[[[[', '"\\u0000"'],
  ...[
    '"__proto__"',
    '"constructor"',
    '"\\u001b[31m"',
    '"\\u202e"',
    '"../../x"',
    '"0xffffffffffffffff"',
    '"-0x1"',
  ],
];

const textEdits: readonly Edit[] = [
  // A value of the document by an odd one.
  (bytes, below) => {
    const text = Buffer.from(bytes).toString('latin1');
    const colons = [...text.matchAll(/[:[,]\s*(?:"[^"]*"|[-\d.]+|null|true|false)/g)];
    const found = colons[below(Math.max(1, colons.length))];
    if (found === undefined) return bytes;
    const start = found.index + 1;
    const end = found.index + found[0].length;
    return Uint8Array.from(
      Buffer.from(text.slice(0, start) + oddTexts[below(oddTexts.length)] + text.slice(end), 'latin1'),
    );
  },
  // A name of a member by another one.
  (bytes, below) => {
    const text = Buffer.from(bytes).toString('latin1');
    const names = [...text.matchAll(/"(\w+)":/g)];
    const [found, other] = [names[below(Math.max(1, names.length))], names[below(Math.max(1, names.length))]];
    if (found === undefined || other === undefined) return bytes;
    const name = below(3) === 0 ? '"__proto__":' : other[0];
    return Uint8Array.from(
      Buffer.from(text.slice(0, found.index) + name + text.slice(found.index + found[0].length), 'latin1'),
    );
  },
];

const isText = (bytes: Uint8Array): boolean => bytes[0] === 0x7b || bytes[0] === 0x5b;

/** One mutation, by its own seed. */
export function mutation(seed: number): Mutation {
  const below = random(seed);
  below(7);
  const change = (bytes: Uint8Array): Uint8Array => {
    const edits = isText(bytes) ? [...textEdits, ...textEdits, ...byteEdits] : byteEdits;
    const edit = edits[below(edits.length)] as Edit;
    return bytes.length === 0 ? bytes : edit(bytes, below);
  };
  return (input) => {
    if ('bytes' in input) return { ...input, bytes: change(input.bytes) };
    const names = [...input.files.keys()];
    const name = names[below(names.length)] ?? '';
    const files = new Map(input.files);
    const other = names[below(names.length)] ?? '';
    const fate = below(12);
    if (fate === 0) files.delete(name);
    else if (fate === 1) files.set(name, files.get(other) ?? new Uint8Array());
    else if (fate === 2)
      files.set(name.replace(/\d+/, String(below(40))), files.get(name) ?? new Uint8Array());
    else files.set(name, change(files.get(name) ?? new Uint8Array()));
    return { ...input, files };
  };
}

/** How an input is made from the corpus by one number: which seed, and the seeds of its mutations. */
export function recipe(
  seed: number,
  corpusSize: number,
): { readonly pick: number; readonly steps: readonly number[] } {
  const below = random(seed ^ 0x5bd1e995);
  below(7);
  // The first ones far more often: they are small, and a tenth of the cost finds as much.
  const part = below(1 << 20) / (1 << 20);
  const pick = Math.floor(corpusSize * part ** 4);
  const count = 1 + below(4);
  return { pick, steps: Array.from({ length: count }, () => 1 + below(0x7fffffff)) };
}

export const applied = (start: Seed, steps: readonly number[]): Seed =>
  steps.reduce((input, step) => mutation(step)(input), start);
