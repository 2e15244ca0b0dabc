/**
 * One object for each distinct value: most tasks have the same credentials, limits and times, and a
 * checkpoint of many tasks would not fit the memory budget if each had its own. Only for what has no place
 * of its own in the image.
 */

import { allOnes, smallValues } from '../small-values.ts';

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

type Values = readonly (number | bigint | undefined)[];

/** Of each kind what was made last. */
export interface Repeating {
  readonly latest: Map<string, { readonly values: Values; readonly made: unknown }>;
}

/** The object that was made last of that kind, where it was made of the same numbers: those in a row are mostly equal. */
export function repeated<T>({ latest }: Repeating, kind: string, values: Values, make: () => T): T {
  const last = latest.get(kind);
  if (last !== undefined && haveSame(last.values, values)) return last.made as T;
  const made = make();
  latest.set(kind, { values, made });
  return made;
}

/** The object that was made of the same numbers before, else a new one. */
export const internBy = <T>(
  interning: Interning & Repeating,
  kind: string,
  values: Values,
  make: () => T,
): T => repeated(interning, kind, values, () => intern(interning, `\0${kind} ${values}`, make));

/** Short lists of numbers: no text is made of them, and no list of their differences. */
export function haveSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  if (some.length !== others.length) return false;
  for (let index = 0; index < some.length; index++) if (some[index] !== others[index]) return false;
  return true;
}

/**
 * The same for what is made of one message: where many are equal, the decoder gives one object for those in a row. `made`
 * is what was made of each so far.
 */
export function internOf<From extends object, T>(
  made: WeakMap<From, T>,
  message: From,
  make: (message: From) => T,
): T {
  const known = made.get(message);
  if (known !== undefined) return known;
  const value = make(message);
  made.set(message, value);
  return value;
}

/** Small numbers and "nothing" are most of all values; each is one object, not one for every record. */
export function shared(value: bigint): bigint {
  if (value < smallValues.length) return smallValues[Number(value)] ?? value;
  return value === allOnes ? allOnes : value;
}
