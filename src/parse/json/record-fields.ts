/**
 * Record fields ↔ JSON, without loss: 64-bit values are "0x…" strings, byte strings hex, texts Latin-1, which maps
 * every byte to one character. Padding that every layout has is left out while it is zero.
 */
import { hexBytes, hexText, latin1Bytes, latin1Text } from '../../byte-text.ts';
import { ImageError } from '../../diagnostic.ts';
import type { Layout, LayoutField } from '../layout.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
type Layouts = Readonly<Record<string, Layout>>;
type Values = Readonly<Record<string, unknown>>;

export const toHex = (bytes: Uint8Array): string => hexText(bytes);
export const fromHex = (text: string): Uint8Array => hexBytes(text);
/** Trailing zeros are implied by the length of the field. */
export const toText = (bytes: Uint8Array): string => latin1Text(bytes).replace(/\0+$/, '');
export const fromText = (text: string): Uint8Array => latin1Bytes(text);

export const u64ToJson = (value: bigint): string => `0x${BigInt.asUintN(64, value).toString(16)}`;

export function fieldsToJson(
  layouts: Layouts,
  layout: string,
  values: Values,
): { readonly [name: string]: Json } {
  const entries = layoutOf(layouts, layout).fields.flatMap((field) => {
    const value = values[field.name];
    if (value === undefined || (field.isPad && !field.optional && isZero(value))) return [];
    const json =
      field.repeat === undefined ? elementToJson(layouts, field, value) : elements(layouts, field, value);
    return [[field.name, json] as const];
  });
  return Object.fromEntries(entries);
}

const elements = (layouts: Layouts, field: LayoutField, value: unknown): Json =>
  (value as readonly unknown[]).map((element) => elementToJson(layouts, field, element));

function elementToJson(layouts: Layouts, { type, isText }: LayoutField, value: unknown): Json {
  if (typeof type === 'object' && 'struct' in type)
    return fieldsToJson(layouts, type.struct, value as Values);
  if (value instanceof Uint8Array) return isText ? toText(value) : toHex(value);
  return typeof value === 'bigint' ? u64ToJson(value) : (value as number);
}

function isZero(value: unknown): boolean {
  if (value instanceof Uint8Array) return value.every((byte) => byte === 0);
  if (Array.isArray(value)) return value.every(isZero);
  return value === 0 || value === 0n;
}

/** The reverse, of JSON that the record schema accepts. `path` is its place, for the diagnostic about what does not fit. */
export function fieldsFromJson(
  layouts: Layouts,
  layout: string,
  json: { readonly [name: string]: Json },
  path: string,
): Values {
  const entries = layoutOf(layouts, layout).fields.flatMap((field) => {
    const value = Object.hasOwn(json, field.name) ? json[field.name] : undefined;
    const at = `${path}.${field.name}`;
    if (value === undefined)
      return field.isPad && !field.optional ? [[field.name, zeroOf(field)] as const] : [];
    const decoded =
      field.repeat === undefined
        ? elementFromJson(layouts, field, value, at)
        : (value as readonly Json[]).map((element) => elementFromJson(layouts, field, element, at));
    return [[field.name, decoded] as const];
  });
  return Object.fromEntries(entries);
}

function elementFromJson(
  layouts: Layouts,
  { type, isText }: LayoutField,
  value: Json,
  path: string,
): unknown {
  if (typeof type === 'object' && 'struct' in type) {
    return fieldsFromJson(layouts, type.struct, value as { readonly [name: string]: Json }, path);
  }
  if (typeof type === 'object')
    return fitted(bytesFromJson(String(value), isText === true, path), type.bytes, path);
  return type === 'u8'
    ? BigInt(value as string)
    : type === 's8'
      ? BigInt.asIntN(64, BigInt(value as string))
      : value;
}

const refuse = (path: string, why: string): never => {
  throw new ImageError({ code: 'json-record', severity: 'error', message: `${path} ${why}`, at: { path } });
};

function bytesFromJson(text: string, isText: boolean, path: string): Uint8Array {
  if (isText) {
    return /^[\u0000-\u00ff]*$/.test(text)
      ? fromText(text)
      : refuse(path, 'has characters of more than a byte');
  }
  const isHex = text.length % 2 === 0 && /^[0-9a-f]*$/i.test(text);
  return isHex ? fromHex(text) : refuse(path, 'must be pairs of hexadecimal digits');
}

/** Zeros at the end are implied. */
function fitted(bytes: Uint8Array, size: number, path: string): Uint8Array {
  if (bytes.length > size) refuse(path, `has ${bytes.length} bytes, the field ${size}`);
  const fixed = new Uint8Array(size);
  fixed.set(bytes);
  return fixed;
}

/** The value of padding that the JSON leaves out. */
function zeroOf(field: LayoutField): unknown {
  const one =
    typeof field.type === 'object' && 'bytes' in field.type
      ? new Uint8Array(field.type.bytes)
      : field.type === 'u8' || field.type === 's8'
        ? 0n
        : 0;
  return typeof field.repeat === 'number' ? new Array(field.repeat).fill(one) : one;
}

function layoutOf(layouts: Layouts, name: string): Layout {
  const layout = layouts[name];
  if (layout === undefined) throw new Error(`no layout ${name}`);
  return layout;
}
