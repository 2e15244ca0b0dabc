/**
 * `npm test` takes minutes, CI may take an hour: with `CR_TESTS=all` the whole collection of real images and every
 * round of the damage tests are tried, without it the samples and a part that is the same in each run.
 */
export const isThorough = process.env['CR_TESTS'] === 'all';

/** All of a thorough run, else every `step`-th, the first included. */
export const some = <Item>(items: readonly Item[], step: number): readonly Item[] =>
  isThorough ? items : items.filter((_, index) => index % step === 0);

/** Of damage and properties. */
export const rounds = (count: number): number => (isThorough ? count : Math.ceil(count / 10));
