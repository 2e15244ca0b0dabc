/** Directories of very many files: whoever has to prepare for them hears of one before its entries are made. */
export const manyNames = 10_000;

let listener: (() => void) | undefined;

/** The last one to listen is the one that hears. */
export function listenToManyNames(hears: () => void): void {
  listener = hears;
}

/** For whoever lists a directory, as soon as the names are there. */
export function tellNames(count: number): void {
  if (count >= manyNames) listener?.();
}
