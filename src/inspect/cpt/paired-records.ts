/**
 * The records of two images that are the same by what they are: the area at 414000 in the memory of process 2. Paths such
 * as `MM/mm of 2/vma 414000` are made where they are shown, of the few records that differ. Pages have none.
 */
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import type { Image } from '../image.ts';
import { type Identify, identifier } from './identity.ts';
import { type CptIndex, emptyCptIndex, type RecordKind } from './kinds.ts';
import { RecordReader } from './record-reader.ts';
import { walkImage } from './walk.ts';

/** Page blocks are compared by their contents, and there may be millions. */
const pageKinds: ReadonlySet<RecordKind> = new Set([
  'pages',
  'copypages',
  'remappages',
  'lazypages',
  'iterpages',
  'iteryoungpages',
]);

const none = -1;

/** One of the images. */
export class NamedRecords {
  readonly source: ByteSource;
  readonly index: CptIndex;
  readonly reader: RecordReader;
  /** By record, the number of the one in the other image; -1 for none. */
  readonly others: Int32Array;
  /** By record: the first of its name in what it lies in is 1. */
  readonly #counts: Uint32Array;
  readonly #identify: Identify;

  constructor({ source, checkpoint }: Image, index: CptIndex) {
    this.source = source;
    this.index = index;
    this.reader = new RecordReader(source, index);
    this.others = new Int32Array(index.length).fill(none);
    this.#counts = new Uint32Array(index.length);
    this.#identify = identifier(checkpoint);
  }

  hasName(number: number): boolean {
    return !pageKinds.has(this.index.kind(number));
  }

  /** What a record is, and where: `MM/mm of 2/vma 414000`. */
  path(number: number): string {
    const parent = this.index.parent(number);
    const name = this.#counted(this.#nameOf(number), number);
    return parent < 0 ? name : `${this.path(parent)}/${name}`;
  }

  /** Number of the record that a position leads to; -1 where it leads to none that has a name. */
  referred(offset: number): number {
    const number = this.index.recordAt(offset);
    return number >= 0 && this.hasName(number) ? number : none;
  }

  /** Names of what lies in a record, or in none: made one at a time, since they may be as many as all records. */
  *namesIn(parent: number): Generator<readonly [name: string, number: number], void, undefined> {
    const met = new Map<string, number>();
    const end = parent < 0 ? this.index.length : this.index.end(parent);
    for (let number = parent + 1; number < end; number = this.index.end(number)) {
      if (!this.hasName(number)) continue;
      const name = this.#nameOf(number);
      const count = (met.get(name) ?? 0) + 1;
      met.set(name, count);
      this.#counts[number] = count;
      yield [this.#counted(name, number), number];
    }
  }

  #counted(name: string, number: number): string {
    const count = this.#counts[number] ?? 0;
    return count > 1 ? `${name} #${count}` : name;
  }

  #nameOf(number: number): string {
    const kind = this.index.kind(number);
    const identity = this.#identify(this.reader.record(number));
    if (kind === 'section') return identity ?? kind;
    return identity === undefined ? kind : `${kind} ${identity}`;
  }
}

/** Yields now and then, so that others get their turn. */
export function* pairRecords(a: Image, b: Image): Generator<void, readonly [NamedRecords, NamedRecords]> {
  const sideA = new NamedRecords(a, yield* indexOf(a));
  const sideB = new NamedRecords(b, yield* indexOf(b));
  // Of records in both images whose content is to be paired; -1 on one side is of what the other has alone.
  const open: [number, number][] = [[none, none]];
  const isHolder = ({ index }: NamedRecords, number: number) => number >= 0 && index.end(number) > number + 1;
  for (let pair = open.pop(), isRoot = true; pair; pair = open.pop(), isRoot = false) {
    const found = new Map<string, number>();
    if (isRoot || isHolder(sideB, pair[1]))
      for (const [name, number] of sideB.namesIn(pair[1])) found.set(name, number);
    if (isRoot || isHolder(sideA, pair[0]))
      for (const [name, number] of sideA.namesIn(pair[0])) {
        const other = found.get(name) ?? none;
        found.delete(name);
        if (other >= 0) {
          sideA.others[number] = other;
          sideB.others[other] = number;
        }
        if (isHolder(sideA, number) || isHolder(sideB, other)) open.push([number, other]);
        if (number % 4096 === 0) yield;
      }
    for (const number of found.values()) if (isHolder(sideB, number)) open.push([none, number]);
    yield;
  }
  return [sideA, sideB];
}

function* indexOf({ source }: Image): Generator<void, CptIndex> {
  const index = emptyCptIndex();
  for (const chunk of walkImage(source, () => {})) {
    index.append(chunk);
    yield;
  }
  index.complete();
  return index;
}
