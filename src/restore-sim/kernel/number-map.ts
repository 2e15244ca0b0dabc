/**
 * A map from whole numbers that lie close together, as pids do: pages of a few places each, a third of the room of a Map.
 * Numbers far apart take a page each.
 */

const placesPerPage = 32;

export class NumberMap<Value> {
  readonly #pages = new Map<number, (Value | undefined)[]>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get(number: number): Value | undefined {
    const page = Math.floor(number / placesPerPage);
    return this.#pages.get(page)?.[number - page * placesPerPage];
  }

  has(number: number): boolean {
    return this.get(number) !== undefined;
  }

  /** No value is undefined. */
  set(number: number, value: Value): void {
    const index = Math.floor(number / placesPerPage);
    let page = this.#pages.get(index);
    if (page === undefined) {
      page = new Array<Value | undefined>(placesPerPage).fill(undefined);
      this.#pages.set(index, page);
    }
    const place = number - index * placesPerPage;
    if (page[place] === undefined) this.#size += 1;
    page[place] = value;
  }

  delete(number: number): void {
    const index = Math.floor(number / placesPerPage);
    const page = this.#pages.get(index);
    const place = number - index * placesPerPage;
    if (page?.[place] === undefined) return;
    page[place] = undefined;
    this.#size -= 1;
  }

  /** In the order of their numbers. */
  *values(): Generator<Value, void, undefined> {
    const pages = [...this.#pages].sort(([a], [b]) => a - b);
    for (const [, page] of pages) {
      for (const value of page) if (value !== undefined) yield value;
    }
  }
}
