/** A list whose elements are made one at a time, as they are written: copies of many rows would need the room of the rows. */
export class LazyList<From, To> implements Iterable<To> {
  readonly #items: readonly From[];
  readonly #make: (item: From) => To;

  constructor(items: readonly From[], make: (item: From) => To) {
    this.#items = items;
    this.#make = make;
  }

  *[Symbol.iterator](): Generator<To, void, undefined> {
    for (const item of this.#items) yield this.#make(item);
  }
}
