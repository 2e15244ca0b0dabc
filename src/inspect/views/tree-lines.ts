/** The branches of a tree before its rows. */

/** Deeper trees are drawn as if they were as deep as this; the text must stay in sight. */
const indentMax = 12;

/** `├ ` and the like for each of the rows, which are in tree order, by their depth; a root has none. */
export function treePrefixes(depths: readonly number[]): readonly string[] {
  // From the last row up: whether a later row hangs on the same branch, by depth.
  const goesOn: boolean[] = [];
  const prefixes: string[] = [];
  for (const full of [...depths].reverse()) {
    const depth = Math.min(full, indentMax);
    let prefix = '';
    for (let level = 1; level < depth; level++) prefix += goesOn[level] ? '│ ' : '  ';
    if (depth > 0) prefix += goesOn[depth] ? '├ ' : '└ ';
    prefixes.push(prefix);
    goesOn.length = depth;
    goesOn[depth] = true;
  }
  return prefixes.reverse();
}
