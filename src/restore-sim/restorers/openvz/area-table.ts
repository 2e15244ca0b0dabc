/**
 * The areas of all restored address spaces, packed: an image may hold hundreds of thousands, and all that
 * is asked later is whether an address lies in one of them. Spaces are filled one after the other.
 */
const cellsAtFirst = 1024;

/** Where the areas of one space start in the table. */
export type AreaRange = number;

export class AreaTable {
  // Per space: the number of areas, then a start and an end for each.
  #cells = new Float64Array(cellsAtFirst);
  #used = 0;
  #open: AreaRange = 0;

  /** Starts the areas of another space. */
  begin(): AreaRange {
    this.#open = this.#used;
    this.#push(0);
    return this.#open;
  }

  add(start: number, end: number): void {
    this.#push(start);
    this.#push(end);
    this.#cells[this.#open]! += 1;
  }

  count(range: AreaRange): number {
    return this.#cells[range]!;
  }

  /** End of the last area of the space that is being filled; 0 when it has none. */
  get lastEnd(): number {
    return this.count(this.#open) === 0 ? 0 : this.#cells[this.#used - 1]!;
  }

  /** Areas ascend unless an image was changed; then the answer may be no where it should be yes. */
  covers(range: AreaRange, address: number): boolean {
    const first = range + 1;
    let low = 0;
    let high = this.count(range);
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#cells[first + 2 * middle]! <= address) low = middle + 1;
      else high = middle;
    }
    return low > 0 && this.#cells[first + 2 * low - 1]! > address;
  }

  #push(cell: number): void {
    if (this.#used === this.#cells.length) {
      const larger = new Float64Array(2 * this.#cells.length);
      larger.set(this.#cells);
      this.#cells = larger;
    }
    this.#cells[this.#used] = cell;
    this.#used += 1;
  }
}
