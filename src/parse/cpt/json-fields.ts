/**
 * Record fields ↔ JSON, without loss: 64-bit values are "0x…" strings, byte strings hex, texts Latin-1, which maps
 * every byte to one character. Padding that every layout has is left out while it is zero.
 */
import { cptLayouts } from '../generated/cpt-layouts.ts';
import type { Layout, LayoutField } from './layout.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
type Values = Readonly<Record<string, unknown>>;

export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
export const fromHex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));
/** Trailing zeros are implied by the length of the field. */
export const toText = (bytes: Uint8Array): string =>
  Buffer.from(bytes).toString('latin1').replace(/\0+$/, '');
export const fromText = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

export const u64ToJson = (value: bigint): string => `0x${value.toString(16)}`;

export function fieldsToJson(layout: string, values: Values): { readonly [name: string]: Json } {
  const entries = layoutOf(layout).fields.flatMap((field) => {
    const value = values[field.name];
    if (value === undefined || (field.isPad && !field.optional && isZero(value))) return [];
    const json = field.repeat === undefined ? elementToJson(field, value) : elements(field, value);
    return [[field.name, json] as const];
  });
  return Object.fromEntries(entries);
}

const elements = (field: LayoutField, value: unknown): Json =>
  (value as readonly unknown[]).map((element) => elementToJson(field, element));

function elementToJson({ type, isText }: LayoutField, value: unknown): Json {
  if (typeof type === 'object' && 'struct' in type) return fieldsToJson(type.struct, value as Values);
  if (value instanceof Uint8Array) return isText ? toText(value) : toHex(value);
  return typeof value === 'bigint' ? u64ToJson(value) : (value as number);
}

function isZero(value: unknown): boolean {
  if (value instanceof Uint8Array) return value.every((byte) => byte === 0);
  if (Array.isArray(value)) return value.every(isZero);
  return value === 0 || value === 0n;
}

/** The reverse, of JSON that the record schema accepts. */
export function fieldsFromJson(layout: string, json: { readonly [name: string]: Json }): Values {
  const entries = layoutOf(layout).fields.flatMap((field) => {
    const value = json[field.name];
    if (value === undefined)
      return field.isPad && !field.optional ? [[field.name, zeroOf(field)] as const] : [];
    const decoded =
      field.repeat === undefined
        ? elementFromJson(field, value)
        : (value as readonly Json[]).map((element) => elementFromJson(field, element));
    return [[field.name, decoded] as const];
  });
  return Object.fromEntries(entries);
}

function elementFromJson({ type, isText }: LayoutField, value: Json): unknown {
  if (typeof type === 'object' && 'struct' in type) {
    return fieldsFromJson(type.struct, value as { readonly [name: string]: Json });
  }
  if (typeof type === 'object')
    return fitted(isText ? fromText(String(value)) : fromHex(String(value)), type.bytes);
  return type === 'u8' ? BigInt(value as string) : value;
}

function fitted(bytes: Uint8Array, size: number): Uint8Array {
  const fixed = new Uint8Array(size);
  fixed.set(bytes.subarray(0, size));
  return fixed;
}

/** The value of padding that the JSON leaves out. */
function zeroOf(field: LayoutField): unknown {
  const one =
    typeof field.type === 'object' && 'bytes' in field.type
      ? new Uint8Array(field.type.bytes)
      : field.type === 'u8'
        ? 0n
        : 0;
  return typeof field.repeat === 'number' ? new Array(field.repeat).fill(one) : one;
}

function layoutOf(name: string): Layout {
  const layout = cptLayouts[name];
  if (layout === undefined) throw new Error(`no layout ${name}`);
  return layout;
}
