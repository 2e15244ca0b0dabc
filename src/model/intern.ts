/**
 * One object for each distinct value: most tasks have the same credentials, limits and times, and a
 * checkpoint of many tasks would not fit the memory budget if each had its own. Only for what has no place
 * of its own in the image.
 */
import { noPosition } from '../parse/cpt/record.ts';

/** Made objects by their keys. */
export interface Interning {
  readonly interned: Map<string, unknown>;
}

/** The object that an equal `key` made before, else a new one. Keys of different makers must differ. */
export function intern<T>({ interned }: Interning, key: string, make: () => T): T {
  const known = interned.get(key);
  if (known !== undefined) return known as T;
  const made = make();
  interned.set(key, made);
  return made;
}

const smallValues = Array.from({ length: 1024 }, (_, value) => BigInt(value));

/** Small numbers and "nothing" are most of all values; each is one object, not one for every record. */
export function shared(value: bigint): bigint {
  if (value < 1024n) return smallValues[Number(value)] ?? value;
  return value === noPosition ? noPosition : value;
}
