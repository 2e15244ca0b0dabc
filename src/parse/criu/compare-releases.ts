/** The order of releases. */

/** What the descriptors call the branch behind the newest release; it has no number. */
export const developmentBranch = 'dev';

/** Asked for each field of each entry, about a handful of releases. */
const known = new Map<string, Map<string, number>>();
const knownMax = 1000;

/** Orders release numbers: 3.9 before 3.16, and the development branch behind all. */
export function compareReleases(a: string, b: string): number {
  const order = known.get(a)?.get(b);
  if (order !== undefined) return order;
  if (known.size > knownMax) known.clear();
  const orders = known.get(a) ?? new Map<string, number>();
  known.set(a, orders.set(b, orderOf(a, b)));
  return orderOf(a, b);
}

function orderOf(a: string, b: string): number {
  if (a === developmentBranch || b === developmentBranch) {
    return Number(a === developmentBranch) - Number(b === developmentBranch);
  }
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
