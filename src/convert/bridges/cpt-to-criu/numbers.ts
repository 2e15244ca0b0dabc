/**
 * Small running numbers for what a CPT image names by file positions. A position has 64 bits and a CRIU id
 * 32: a cut position could meet another one.
 */

/** The numbers of CRIU's own objects in the inventory; those of the tree are larger. */
export const criuOwnNumber = 1;

export class Numbers {
  readonly #given = new Map<string, Map<number, number>>();
  readonly #last = new Map<string, number>();

  /** The number of an object: the next free one at the first call for it. */
  of(kind: string, id: number): number {
    const given = this.#given.get(kind) ?? new Map<number, number>();
    this.#given.set(kind, given);
    const known = given.get(id);
    if (known !== undefined) return known;
    const number = this.next(kind);
    given.set(id, number);
    return number;
  }

  /** Whether the object has a number already. */
  has(kind: string, id: number): boolean {
    return this.#given.get(kind)?.has(id) ?? false;
  }

  /** A number for something that has no position. */
  next(kind: string): number {
    const number = (this.#last.get(kind) ?? criuOwnNumber) + 1;
    this.#last.set(kind, number);
    return number;
  }

  /** Leaves out the numbers up to this one. */
  reserve(kind: string, last: number): void {
    this.#last.set(kind, Math.max(last, this.#last.get(kind) ?? criuOwnNumber));
  }
}
