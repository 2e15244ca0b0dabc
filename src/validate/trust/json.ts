/** Looking into JSON of others: what has not the expected form is absent. */
import type { Json, JsonObject } from './subject.ts';

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The member at the end of a path of names, own members only. */
export function member(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  let at = value;
  for (const name of path) at = isObject(at) && Object.hasOwn(at, name) ? at[name] : undefined;
  return at;
}

export const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

export const text = (value: Json | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

export const number = (value: Json | undefined): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

export const flag = (value: Json | undefined): boolean | undefined =>
  typeof value === 'boolean' ? value : undefined;

export const texts = (value: Json | undefined): readonly string[] =>
  list(value).filter((item): item is string => typeof item === 'string');

/** Names and values of an object, in their order. */
export const entries = (value: Json | undefined): readonly (readonly [string, Json])[] =>
  isObject(value) ? Object.entries(value).map(([name, item]) => [name, item ?? null]) : [];
