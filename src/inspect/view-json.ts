/** Rows of a view as JSON. 64-bit numbers are strings: decimal when the name ends in a unit, else hexadecimal. */
import { isMadeAsWritten } from '../lazy-list.ts';
import type { View } from './view.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const hasUnit = /(?:Ns|Bytes|Pages|Ticks)$|^bytes$|^(?:pos|count)$/;

/** Plain data without functions, cycles and classes. */
export function jsonOf(value: unknown, name = ''): Json {
  if (typeof value === 'bigint') {
    return hasUnit.test(name) || value < 0n ? value.toString() : `0x${value.toString(16)}`;
  }
  if (Array.isArray(value) || isMadeAsWritten(value))
    return Array.from(value, (element) => jsonOf(element, name));
  if (typeof value === 'object' && value !== null) {
    const made: Record<string, Json> = {};
    for (const key of Object.keys(value)) {
      const field = (value as Readonly<Record<string, unknown>>)[key];
      if (field !== undefined) made[key] = jsonOf(field, key);
    }
    return made;
  }
  return value as Json;
}

/** JSON text that a terminal shows as it is. */
export const jsonText = (value: unknown): string => escapedJson(JSON.stringify(value, null, 1));

/** What JSON lets through of control characters and of marks that turn text around is escaped too. */
export const escapedJson = (json: string): string =>
  json.replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** What is in the JSON form of a view; `jsonOf` makes JSON of it, of the rows of many tasks one at a time. */
export const viewContent = (view: View, rows: unknown): object => ({
  schemaVersion: 1,
  ...(view.json?.(rows) ?? (rows as object)),
});

/** The JSON form of a view. */
export const viewDocument = (view: View, rows: unknown): object =>
  jsonOf(viewContent(view, rows)) as unknown as object;
