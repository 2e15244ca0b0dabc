/** Finds the first difference between recorded and simulated outputs. Numbers, texts and lists only. */

import { field, type JsonObject } from './trace-line.ts';

export interface Difference {
  /** Which output: `ret`, `procs[3].pgid`. */
  readonly field: string;
  readonly expected: unknown;
  readonly got: unknown;
}

/** Compares the named fields, present on either side, in the order of the names. */
export function differenceOf(
  expected: JsonObject,
  got: JsonObject,
  names: readonly string[],
): Difference | undefined {
  for (const name of names) {
    const difference = valueDifference(field(expected, name), field(got, name), name);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function valueDifference(expected: unknown, got: unknown, name: string): Difference | undefined {
  if (Array.isArray(expected) && Array.isArray(got)) {
    for (let index = 0; index < Math.max(expected.length, got.length); index += 1) {
      const difference = valueDifference(expected[index], got[index], `${name}[${index}]`);
      if (difference !== undefined) return difference;
    }
    return undefined;
  }
  if (isObject(expected) && isObject(got)) {
    const names = [...new Set([...Object.keys(expected), ...Object.keys(got)])];
    const difference = differenceOf(expected, got, names);
    return difference && { ...difference, field: `${name}.${difference.field}` };
  }
  return expected === got ? undefined : { field: name, expected, got };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
