/**
 * What becomes of a field of a CPT record on the way to CRIU. The rows are data: the documentation is made of
 * them, losses are counted by them, and a test holds them complete and true.
 */
import type { LossClass } from '../losses.ts';

type Value = number | bigint;

/** A field of a record by name, as it was decoded. */
export type FieldValues = Readonly<Record<string, unknown>>;

export type Fate =
  /** The value, or one that says the same, stands in a field of CRIU. */
  | { readonly fate: 'carried'; readonly to: string }
  /** The value decides about what is written, but stands nowhere. */
  | { readonly fate: 'derived'; readonly to: string }
  /** Nothing that a program could tell: the restoring side makes its own. */
  | { readonly fate: 'defaulted'; readonly why: string }
  | LostField
  /** An image that has it is not converted. */
  | { readonly fate: 'refused'; readonly why: string };

export interface LostField {
  readonly fate: 'lost';
  readonly as: LossClass;
  /**
   * `table`: the values are looked at by losses-by-field.ts. `always`: every record of its kind counts, whatever
   * is in it. `code`: what writes the image finds out, since it depends on other records.
   */
  readonly said: 'table' | 'always' | 'code';
  /** With `table`: values that say nothing. */
  readonly usual: readonly Value[];
  /** With `table`: bits that count; all where it is absent. */
  readonly mask?: bigint | undefined;
  /** With `table`: in other records the field holds leftovers of the kernel's memory, or means nothing. */
  readonly when?: ((record: FieldValues) => boolean) | undefined;
}

type Fates<Name extends string> = { readonly [N in Name]: Fate };

const each = <Name extends string>(names: readonly Name[], fate: Fate): Fates<Name> =>
  Object.fromEntries(names.map((name) => [name, fate])) as Fates<Name>;

export const carried = <Name extends string>(to: { readonly [N in Name]: string }): Fates<Name> =>
  Object.fromEntries(
    Object.entries<string>(to).map(([name, place]) => [name, { fate: 'carried', to: place }]),
  ) as unknown as Fates<Name>;

export const derived = <Name extends string>(to: string, names: readonly Name[]): Fates<Name> =>
  each(names, { fate: 'derived', to });

export const defaulted = <Name extends string>(why: string, names: readonly Name[]): Fates<Name> =>
  each(names, { fate: 'defaulted', why });

export const refused = <Name extends string>(why: string, names: readonly Name[]): Fates<Name> =>
  each(names, { fate: 'refused', why });

/** Lost when it is not one of the usual values, which is 0 when nothing else is said. */
export const lost = <Name extends string>(
  as: LossClass,
  names: readonly Name[],
  options: Partial<Pick<LostField, 'usual' | 'mask' | 'when'>> = {},
): Fates<Name> => each(names, { fate: 'lost', as, said: 'table', usual: [0], ...options });

export const lostAlways = <Name extends string>(as: LossClass, names: readonly Name[]): Fates<Name> =>
  each(names, { fate: 'lost', as, said: 'always', usual: [] });

export const lostByCode = <Name extends string>(as: LossClass, names: readonly Name[]): Fates<Name> =>
  each(names, { fate: 'lost', as, said: 'code', usual: [] });
