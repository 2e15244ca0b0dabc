/** Lists that grow with an image. Copies of them, and calls with each item as an argument, are what bombs are made of. */

/** Adds `item` to the list of `key`, in place: a copy for each item would be quadratic. */
export function addTo<Key, Item>(groups: Map<Key, Item[]>, key: Key, item: Item): void {
  const known = groups.get(key);
  if (known === undefined) groups.set(key, [item]);
  else known.push(item);
}

/** Appends `items`. `list.push(...items)` has each of them on the stack, which overflows at some 100,000. */
export function pushAll<Item>(list: Item[], items: Iterable<Item>): void {
  for (const item of items) list.push(item);
}

/** The largest of many numbers, and of `least`; `Math.max(...numbers)` overflows the stack. */
export const largestOf = (numbers: Iterable<number>, least: number): number => {
  let found = least;
  for (const number of numbers) if (number > found) found = number;
  return found;
};
