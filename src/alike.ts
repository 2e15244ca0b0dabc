/** Sentences that differ in their numbers only, said once: "10 processes: …" instead of ten lines. */

export interface Alike<Item> {
  readonly items: readonly Item[];
  /** Of the first; where numbers differ, from the least to the greatest. */
  readonly text: string;
}

const numbers = /\d+(?:\.\d+)?/g;

/** In the order of the first of each group. */
export function groupAlike<Item>(
  items: readonly Item[],
  textOf: (item: Item) => string,
): readonly Alike<Item>[] {
  const groups = new Map<string, { readonly items: Item[]; readonly texts: string[] }>();
  for (const item of items) {
    const text = textOf(item);
    const form = text.replace(numbers, '#');
    const group = groups.get(form);
    if (group === undefined) groups.set(form, { items: [item], texts: [text] });
    else {
      group.items.push(item);
      group.texts.push(text);
    }
  }
  return [...groups.values()].map(({ items: own, texts }) => ({ items: own, text: together(texts) }));
}

function together([first = '', ...others]: readonly string[]): string {
  const found = others.map((text) => text.match(numbers) ?? []);
  let index = -1;
  return first.replace(numbers, (own) => {
    index++;
    const [least, greatest] = [own, ...found.map((list) => list[index] ?? own)].reduce(
      ([low, high], one) => [Number(one) < Number(low) ? one : low, Number(one) > Number(high) ? one : high],
      [own, own],
    );
    return least === greatest ? own : `${least} … ${greatest}`;
  });
}

const namedMax = 4;

/** `1`, `1, 2 and 3`, `1, 2, 3, 4 and 10 more`. */
export function someOf(names: readonly (string | number)[]): string {
  const shown = names.slice(0, namedMax).map(String);
  const more = names.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${more} more`;
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}
