/** Numbers that look like chance and are the same in every run: xorshift32. */

/** The result gives numbers from 0 to before `below`. */
export function random(seed: number): (below: number) => number {
  // From zero it would go nowhere.
  let state = (seed | 0) === 0 ? 1 : seed | 0;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
