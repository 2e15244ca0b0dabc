/** The word that somebody may have meant; ` (did you mean "x"?)` behind a sentence, or nothing. */

/** So many letters of a word may be wrong, by its length: one of three to five, two of more. */
const mistakesMax = (length: number): number => (length < 3 ? 0 : length < 6 ? 1 : 2);

export function didYouMean(word: string, known: Iterable<string>): string {
  const found = closest(word, known);
  return found === undefined ? '' : ` (did you mean "${found}"?)`;
}

/** The first of the words that are nearest, or that begins so; undefined where none is near. */
export function closest(word: string, known: Iterable<string>): string | undefined {
  // Longer words are no slips of a finger, and the time grows with the square.
  if (word.length > 64) return undefined;
  let best: string | undefined;
  let bestMistakes = mistakesMax(word.length) + 1;
  const folded = word.toLowerCase();
  const candidates = [...known];
  for (const candidate of candidates) {
    const mistakes = distance(folded, candidate.toLowerCase());
    if (mistakes < bestMistakes) [best, bestMistakes] = [candidate, mistakes];
  }
  if (best !== undefined || word.length < 2) return best;
  const beginning = candidates.filter((candidate) => candidate.toLowerCase().startsWith(folded));
  return beginning.length === 1 ? beginning[0] : undefined;
}

/** Letters to add, drop, change, or swap with their neighbour (Damerau's distance, neighbours swapped once). */
function distance(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let i = 1; i <= left.length; i++) {
    const row = [i];
    for (let j = 1; j <= right.length; j++) {
      const change = left[i - 1] === right[j - 1] ? 0 : 1;
      let least = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + change);
      const isSwapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      if (isSwapped) least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[right.length] ?? 0;
}
