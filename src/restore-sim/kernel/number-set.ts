/**
 * A set of small non-negative integers that finds its next free number without walking over the used ones.
 * It knows nothing of pids or slots; numbers at or above `numberSetLimit` are the caller's business.
 */

/** 2^22, the PID_MAX_LIMIT of 64-bit kernels (include/linux/threads.h) and more than any IPC table holds. */
export const numberSetLimit = 4194304;

const numbersPerPage = 1024;
const allOnes = 0xffffffff;

interface Page {
  readonly words: Uint32Array;
  /** Bit w is set when word w has no free number left. */
  fullWords: number;
}

export class NumberSet {
  // Pages are made on first use: a namespace with three tasks costs one page, not a map of 512 KiB.
  readonly #pages = new Map<number, Page>();
  // Kept in step with `fullWords` of each page, so that crowded stretches are skipped 1024 at a time.
  readonly #fullPages = new Set<number>();

  has(number: number): boolean {
    const page = this.#pages.get(Math.floor(number / numbersPerPage));
    return page !== undefined && (page.words[wordOf(number)]! & bitOf(number)) !== 0;
  }

  add(number: number): void {
    const index = Math.floor(number / numbersPerPage);
    let page = this.#pages.get(index);
    if (page === undefined) {
      page = { words: new Uint32Array(numbersPerPage / 32), fullWords: 0 };
      this.#pages.set(index, page);
    }
    const word = wordOf(number);
    page.words[word]! |= bitOf(number);
    if (page.words[word] !== allOnes) return;
    page.fullWords = (page.fullWords | (1 << word)) >>> 0;
    if (page.fullWords === allOnes) this.#fullPages.add(index);
  }

  delete(number: number): void {
    const index = Math.floor(number / numbersPerPage);
    const page = this.#pages.get(index);
    if (page === undefined) return;
    const word = wordOf(number);
    page.words[word]! &= ~bitOf(number);
    page.fullWords = (page.fullWords & ~(1 << word)) >>> 0;
    this.#fullPages.delete(index);
  }

  /** The lowest number in [from, to] that is not in the set, or undefined. */
  firstFree(from: number, to: number): number | undefined {
    const last = Math.min(to, numberSetLimit - 1);
    let number = from;
    while (number <= last) {
      const index = Math.floor(number / numbersPerPage);
      const free = this.#fullPages.has(index) ? undefined : this.#firstFreeInPage(index, number);
      if (free !== undefined) return free <= last ? free : undefined;
      number = (index + 1) * numbersPerPage;
    }
    return undefined;
  }

  #firstFreeInPage(index: number, from: number): number | undefined {
    const page = this.#pages.get(index);
    if (page === undefined) return from;
    const start = wordOf(from);
    const inFirst = ~page.words[start]! & (allOnes << (from & 31));
    if (inFirst !== 0) return index * numbersPerPage + start * 32 + lowestBit(inFirst);
    for (let word = start + 1; word < page.words.length; word += 1) {
      const free = ~page.words[word]!;
      if (free !== 0) return index * numbersPerPage + word * 32 + lowestBit(free);
    }
    return undefined;
  }
}

function wordOf(number: number): number {
  return (number & (numbersPerPage - 1)) >>> 5;
}

function bitOf(number: number): number {
  return 1 << (number & 31);
}

function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}
