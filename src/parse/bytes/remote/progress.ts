/**
 * Who wants to hear how far a fetch is: one for the program, since whoever reads bytes does not know that they come
 * from far away. Apart from what fetches, so that commands load nothing for it.
 */

/** `done` of `total` bytes of what is being read. */
export type FetchListener = (done: number, total: number) => void;

let listener: FetchListener = () => {};

export function listenToFetches(next: FetchListener): void {
  listener = next;
}

export const fetched = (done: number, total: number): void => listener(done, total);
