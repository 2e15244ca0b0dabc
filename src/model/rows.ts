/**
 * Packed rows: tables of 64-bit cells that become objects only when they are looked at. An image may
 * hold hundreds of thousands of areas, page blocks and descriptors; as objects they would not fit the
 * memory budget.
 */

/**
 * A list whose elements are made on demand; two reads of one element give equal, not identical,
 * objects.
 */
export interface Rows<Row> extends Iterable<Row> {
  readonly length: number;
  at(index: number): Row | undefined;
}

/** Of the row that is decoded: it is the same for all rows of a table, and means another one afterwards. */
export type Cell = (column: number) => bigint;

/** Power of two: a row is found with one division. */
const rowsPerChunk = 4096;
/** A table of few rows, as of the pages of one task, must not cost a whole chunk: the first one grows to its size. */
const fewRows = 16;

/** Appends only. Cells are unsigned; larger values lose their upper bits. */
export class RowTable<Row> {
  readonly #columns: number;
  readonly #decode: (cell: Cell, row: number) => Row;
  /** Of rows that are ranges. */
  readonly endColumn: number | undefined;
  readonly #chunks: BigUint64Array[] = [];
  #length = 0;
  #current: BigUint64Array = new BigUint64Array();
  #start = 0;
  readonly #cell: Cell = (column) => this.#current[this.#start + column] ?? 0n;

  constructor(columns: number, decode: (cell: Cell, row: number) => Row, endColumn?: number) {
    this.#columns = columns;
    this.#decode = decode;
    this.endColumn = endColumn;
  }

  get length(): number {
    return this.#length;
  }

  push(...cells: readonly bigint[]): void {
    const start = (this.#length % rowsPerChunk) * this.#columns;
    const chunk = this.#chunkFor(start);
    for (let column = 0; column < cells.length; column++) chunk[start + column] = cells[column] ?? 0n;
    this.#length++;
  }

  #chunkFor(start: number): BigUint64Array {
    const last = this.#chunks.at(-1);
    if (start > 0 && last !== undefined && start < last.length) return last;
    const isFirst = this.#length < rowsPerChunk;
    const grown = last === undefined ? fewRows * this.#columns : last.length * 2;
    const made = new BigUint64Array(isFirst ? grown : rowsPerChunk * this.#columns);
    if (isFirst && last !== undefined) made.set(last);
    this.#chunks[isFirst ? 0 : this.#chunks.length] = made;
    return made;
  }

  cell(row: number, column: number): bigint {
    const chunk = this.#chunks[Math.floor(row / rowsPerChunk)];
    return chunk?.[(row % rowsPerChunk) * this.#columns + column] ?? 0n;
  }

  row(row: number): Row {
    this.#current = this.#chunks[Math.floor(row / rowsPerChunk)] as BigUint64Array;
    this.#start = (row % rowsPerChunk) * this.#columns;
    return this.#decode(this.#cell, row);
  }
}

/** Consecutive rows of a table. Grows only while its table is being filled. */
export class RowSlice<Row> implements Rows<Row> {
  readonly #table: RowTable<Row>;
  readonly #first: number;
  #length: number;

  constructor(table: RowTable<Row>, first = table.length, length = 0) {
    this.#table = table;
    this.#first = first;
    this.#length = length;
  }

  get length(): number {
    return this.#length;
  }

  at(index: number): Row | undefined {
    if (!(index >= 0 && index < this.#length)) return undefined;
    return this.#table.row(this.#first + index);
  }

  get hasEnds(): boolean {
    return this.#table.endColumn !== undefined;
  }

  /** Where a row that is a range ends, without making the row. */
  endAt(index: number): bigint {
    return this.#table.cell(this.#first + index, this.#table.endColumn as number);
  }

  [Symbol.iterator](): Iterator<Row> {
    let index = 0;
    return {
      next: () =>
        index < this.#length
          ? { done: false, value: this.#table.row(this.#first + index++) }
          : { done: true, value: undefined },
    };
  }

  /**
   * Adds a row that belongs to the slice. Slices must be filled one after the other, else rows of another
   * slice would lie between.
   */
  push(...cells: readonly bigint[]): void {
    if (this.#table.length !== this.#first + this.#length) throw new Error('slices filled out of order');
    this.#table.push(...cells);
    this.#length++;
  }
}
