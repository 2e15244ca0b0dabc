/** What a list can be made of: an array, packed numbers, rows of a table. */
interface Items<Item> extends Iterable<Item> {
  readonly length: number;
  at(index: number): Item | undefined;
}

/** A list whose elements are made one at a time, as they are written: copies of many rows would need the room of the rows. */
export class LazyList<From, To> implements Items<To> {
  readonly #items: Items<From>;
  readonly #make: (item: From, index: number) => To;

  constructor(items: Items<From>, make: (item: From, index: number) => To) {
    this.#items = items;
    this.#make = make;
  }

  get length(): number {
    return this.#items.length;
  }

  /** Made anew each time. */
  at(index: number): To | undefined {
    const item = this.#items.at(index);
    return item === undefined ? undefined : this.#make(item, index);
  }

  *[Symbol.iterator](): Generator<To, void, undefined> {
    let index = 0;
    for (const item of this.#items) yield this.#make(item, index++);
  }
}

/** A list that is made as it is written, and whose length is not known before. */
export class Pieces<To> implements Iterable<To> {
  readonly #make: () => Iterable<To>;

  constructor(make: () => Iterable<To>) {
    this.#make = make;
  }

  [Symbol.iterator](): Iterator<To> {
    return this.#make()[Symbol.iterator]();
  }
}

/** Whether a list is one of these two: JSON of its elements is made one at a time. */
export const isMadeAsWritten = (value: unknown): value is Iterable<unknown> =>
  value instanceof LazyList || value instanceof Pieces;
