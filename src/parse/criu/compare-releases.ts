/** The order of releases. */
import { compareVersions } from '../../compare-versions.ts';

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
  return compareVersions(a, b);
}
