/** A number with the word for what is counted. */

/** `1 process`, `2 processes`; `many` where an s is not enough. */
export const plural = (count: number | bigint, one: string, many = `${one}s`): string =>
  `${count} ${Number(count) === 1 ? one : many}`;
