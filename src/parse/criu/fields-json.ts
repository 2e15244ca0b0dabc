/**
 * Fields of a message as JSON values and back, losing nothing: 64-bit integers are "0x…" strings, enums names
 * where they have one, bytes base64. crit's own conventions are elsewhere.
 */
import { base64Bytes, base64Text } from '../../byte-text.ts';
import { ImageError } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import type { CriuUnknownField } from '../generated/criu-descriptors.ts';
import { criuDiagnostic } from './codes.ts';
import { type FieldLayout, type MessageLayout, wideKinds } from './layouts.ts';
import type { Fields, FieldValue } from './record.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
export type JsonObject = { readonly [name: string]: Json };

/** Stops at a document that is not ours; `path` is where in it. */
export function badJson(path: string, wanted: string): never {
  throw new ImageError(criuDiagnostic('criu-bad-json', `${path} should be ${wanted}`, { path }));
}

/** A member that nothing is made of, such as a misspelt one, would be lost in silence. */
export function onlyMembers(json: JsonObject, names: readonly string[], path: string): void {
  const odd = Object.keys(json).find((name) => !names.includes(name));
  if (odd !== undefined)
    badJson(path, `without the member ${JSON.stringify(odd.slice(0, limits.shownText))}`);
}

/** Of a document whose list is read in parts: what remains of it in the head, which has to be empty. */
export function takenList(json: JsonObject, name: string): void {
  const rest = asArray(json[name], `$.${name}`);
  if (rest.length > 0)
    badJson(`$.${name}`, 'the only list of its kind, with its name written without escapes');
}

export function fieldsToJson(layout: MessageLayout, fields: Fields): JsonObject {
  const json: Record<string, Json> = {};
  for (const name in fields) {
    if (name === '$unknown') continue;
    const field = layout.byName.get(name) as FieldLayout;
    const value = fields[name] as FieldValue;
    json[name] = field.repeated
      ? (value as readonly FieldValue[]).map((item) => valueToJson(field, item))
      : valueToJson(field, value);
  }
  if (fields.$unknown !== undefined) {
    json['$unknown'] = fields.$unknown.map(({ number, wireType, bytes }) => ({
      number,
      wireType,
      bytes: toBase64(bytes),
    }));
  }
  return json;
}

/** The text of the same, item by item: a message may have as many as a process has areas. */
export function* fieldsText(layout: MessageLayout, fields: Fields): Generator<string> {
  let before = '{';
  for (const name in fields) {
    const field = layout.byName.get(name);
    if (field?.repeated !== true) {
      const member = JSON.stringify(fieldsToJson(layout, { [name]: fields[name] }));
      yield before + member.slice(1, -1);
    } else {
      yield `${before}${JSON.stringify(name)}:[`;
      let separator = '';
      for (const item of fields[name] as readonly FieldValue[]) {
        yield separator + JSON.stringify(valueToJson(field, item));
        separator = ',';
      }
      yield ']';
    }
    before = ',';
  }
  yield before === '{' ? '{}' : '}';
}

function valueToJson(field: FieldLayout, value: FieldValue): Json {
  if (typeof value === 'bigint') return wideToJson(value);
  if (field.kind === 'message') return fieldsToJson(field.message as MessageLayout, value as Fields);
  if (field.kind === 'enum') return field.names?.get(value as number) ?? (value as number);
  if (value instanceof Uint8Array) {
    return field.kind === 'string' ? { base64: toBase64(value) } : toBase64(value);
  }
  return value as Json;
}

/** `"0x1f"`, `"-0x1f"`. */
export function wideToJson(value: bigint): string {
  return value < 0n ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;
}

export function fieldsFromJson(layout: MessageLayout, json: Json | undefined, path: string): Fields {
  const object = asObject(json, path);
  const fields: Record<string, FieldValue | readonly CriuUnknownField[]> = {};
  for (const [name, value] of Object.entries(object)) {
    const at = `${path}.${name}`;
    if (name === '$unknown') {
      fields[name] = asArray(value, at).map((item, i) => unknownFromJson(item, `${at}[${i}]`));
      continue;
    }
    const field = layout.byName.get(name);
    if (field === undefined) badJson(at, `a field of ${layout.name}`);
    fields[name] = field.repeated
      ? asArray(value, at).map((item, i) => valueFromJson(field, item, `${at}[${i}]`))
      : valueFromJson(field, value, at);
  }
  return fields as Fields;
}

function unknownFromJson(json: Json, path: string): CriuUnknownField {
  const { number, wireType, bytes } = asObject(json, path);
  return {
    number: asInteger(number, 1n, 0x1fff_ffffn, `${path}.number`),
    wireType: asInteger(wireType, 0n, 5n, `${path}.wireType`),
    bytes: asBytes(bytes, `${path}.bytes`),
  };
}

/** A value that is no list. */
export function valueFromJson(field: FieldLayout, json: Json, path: string): FieldValue {
  const { kind } = field;
  if (kind === 'message') return fieldsFromJson(field.message as MessageLayout, json, path);
  if (kind === 'bool') return typeof json === 'boolean' ? json : badJson(path, 'true or false');
  if (kind === 'bytes') return asBytes(json, path);
  if (kind === 'string') {
    if (typeof json === 'string') return asText(json, path);
    return asBytes(asObject(json, path)['base64'], `${path}.base64`);
  }
  if (kind === 'enum' && typeof json === 'string') return enumNumber(field, json, path);
  return integerOf(kind, wideFromJson(json, path), path);
}

/** The number of an enum's name. */
export function enumNumber(field: FieldLayout, name: string, path: string): number {
  for (const [number, known] of field.names ?? []) if (known === name) return number;
  return badJson(path, `one of ${[...(field.names?.values() ?? [])].join(', ')}`);
}

const ranges: Readonly<Record<string, readonly [bigint, bigint]>> = {
  int32: [-(2n ** 31n), 2n ** 31n - 1n],
  sint32: [-(2n ** 31n), 2n ** 31n - 1n],
  enum: [-(2n ** 31n), 2n ** 31n - 1n],
  uint32: [0n, 2n ** 32n - 1n],
  int64: [-(2n ** 63n), 2n ** 63n - 1n],
  sint64: [-(2n ** 63n), 2n ** 63n - 1n],
  uint64: [0n, 2n ** 64n - 1n],
  fixed64: [0n, 2n ** 64n - 1n],
};

/** A value of an integer field in the form that records have, or a `criu-bad-json` if it does not fit. */
export function integerOf(kind: FieldLayout['kind'], value: bigint, path: string): number | bigint {
  const [low, high] = ranges[kind] as readonly [bigint, bigint];
  if (value < low || value > high) badJson(path, `between ${low} and ${high}`);
  return wideKinds.has(kind) ? value : Number(value);
}

/** An integer written as a JSON number or as a decimal or `0x` string. */
export function wideFromJson(json: Json | undefined, path: string): bigint {
  if (typeof json === 'number' && Number.isSafeInteger(json)) return BigInt(json);
  const match = typeof json === 'string' ? /^(-?)(0x[\da-f]{1,16}|\d{1,20})$/i.exec(json) : null;
  if (match === null) return badJson(path, 'an integer');
  const value = BigInt(match[2] as string);
  return match[1] === '-' ? -value : value;
}

export function asInteger(json: Json | undefined, low: bigint, high: bigint, path: string): number {
  const value = wideFromJson(json, path);
  if (value < low || value > high) badJson(path, `between ${low} and ${high}`);
  return Number(value);
}

export function asObject(json: Json | undefined, path: string): JsonObject {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) badJson(path, 'an object');
  return json as JsonObject;
}

export function asArray(json: Json | undefined, path: string): readonly Json[] {
  return Array.isArray(json) ? json : badJson(path, 'an array');
}

/** Half of a pair of UTF-16, which an escape can name and UTF-8 cannot hold. */
const loneSurrogate = /\p{Surrogate}/u;

export function asText(json: Json | undefined, path: string): string {
  if (typeof json !== 'string') return badJson(path, 'a string');
  return loneSurrogate.test(json) ? badJson(path, 'a string without lone surrogates') : json;
}

// One character class only: a pattern of groups would need stack for each group of a long text.
const base64Pattern = /^[A-Za-z\d+/]*={0,2}$/;

/** Bytes from base64; line breaks, as Python writes them, are ignored. */
export function asBytes(json: Json | undefined, path: string): Uint8Array {
  const text = asText(json, path).replace(/\s/g, '');
  if (text.length % 4 !== 0 || !base64Pattern.test(text)) badJson(path, 'base64');
  return base64Bytes(text);
}

export function toBase64(bytes: Uint8Array): string {
  return base64Text(bytes);
}
