/**
 * One line of a trace as fields with checked types. A field that is missing or of another type ends the
 * line, not the replay: `MalformedLine` is caught by `replay.ts` and becomes a diagnostic.
 */

import { JsonTooLarge, parseBoundedJson } from '../../parse/json/bounded-json.ts';

export class MalformedLine extends Error {}

export type JsonObject = Readonly<Record<string, unknown>>;

/** The object of a line; throws MalformedLine for anything else. */
export function parseLine(text: string): JsonObject {
  let value: unknown;
  try {
    value = parseBoundedJson(text);
  } catch (error) {
    throw new MalformedLine(error instanceof JsonTooLarge ? error.message : 'not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new MalformedLine('not an object');
  }
  return value as JsonObject;
}

export function field(line: JsonObject, name: string): unknown {
  return Object.hasOwn(line, name) ? line[name] : undefined;
}

export function textField(line: JsonObject, name: string): string {
  const value = field(line, name);
  if (typeof value !== 'string') throw new MalformedLine(`"${name}" must be text`);
  return value;
}

/** A whole number within the range of the kernel's int, unless other bounds are given. */
export function numberField(
  line: JsonObject,
  name: string,
  { low = -0x80000000, high = 0xffffffff }: { readonly low?: number; readonly high?: number } = {},
): number {
  const value = field(line, name);
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < low || value > high) {
    throw new MalformedLine(`"${name}" must be a whole number between ${low} and ${high}`);
  }
  return value;
}

/** A flag that recorders wrote as true/false or as 1/0. */
export function flagField(line: JsonObject, name: string): boolean {
  const value = field(line, name);
  if (value === undefined || value === false || value === 0) return false;
  if (value === true || value === 1) return true;
  throw new MalformedLine(`"${name}" must be true or false`);
}

/** A list whose items pass the check; an absent list is undefined. */
export function listField<Item>(
  line: JsonObject,
  name: string,
  isItem: (value: unknown) => value is Item,
): readonly Item[] | undefined {
  const value = field(line, name);
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || !value.every(isItem)) throw new MalformedLine(`"${name}" has wrong items`);
  return value;
}
