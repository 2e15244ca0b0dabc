/** Fields as a layout has them: those that it has not are left out, those that are not given are zero. */
import { linuxCrLayouts } from '../generated/linux-cr-layouts.ts';
import type { LinuxCrContext, LinuxCrFields, LinuxCrKind } from '../generated/linux-cr-records.ts';
import { integerBytes, type LayoutField } from '../layout.ts';
import { formOf, type ImageContext, isThere, layoutBytes, numberOfKind } from './context.ts';
import { type AnyRecord, noPayload, type Payload, recordHeaderBytes } from './record.ts';

export type FieldValues = Readonly<Record<string, unknown>>;

export function conformed(layout: string, values: FieldValues, context: LinuxCrContext): FieldValues {
  const fields = (linuxCrLayouts[layout]?.fields ?? []).filter(({ when }) => isThere(when, context, values));
  return Object.fromEntries(
    fields.map((field) => [field.name, fieldValue(field, values[field.name], context)]),
  );
}

function fieldValue(field: LayoutField, value: unknown, context: LinuxCrContext): unknown {
  if (field.repeat === undefined) return elementOf(field, value, context);
  const given = Array.isArray(value) ? value : [];
  const count = typeof field.repeat === 'number' ? field.repeat : given.length;
  return Array.from({ length: count }, (_, index) => elementOf(field, given[index], context));
}

function elementOf({ type }: LayoutField, value: unknown, context: LinuxCrContext): unknown {
  if (typeof type === 'object' && 'struct' in type) {
    return conformed(type.struct, (value ?? {}) as FieldValues, context);
  }
  if (typeof type === 'object') {
    const bytes = new Uint8Array(type.bytes);
    if (value instanceof Uint8Array) bytes.set(value.subarray(0, type.bytes));
    return bytes;
  }
  const bits = 8 * integerBytes[type];
  // Padding of one name has another form in another layout; it is zero in both.
  const wide = typeof value === 'bigint' || typeof value === 'number' ? BigInt(value) : 0n;
  const fitted = type.startsWith('s') ? BigInt.asIntN(bits, wide) : BigInt.asUintN(bits, wide);
  return bits === 64 ? fitted : Number(fitted);
}

/** A record of a kind that the layout has, with the fields that it has there. */
export function makeRecord<K extends LinuxCrKind>(
  context: ImageContext,
  kind: K,
  values: Partial<Record<keyof LinuxCrFields[K], unknown>> = {},
  payload: Payload = noPayload,
): AnyRecord {
  const number = numberOfKind(context.layout, kind);
  if (number === undefined) throw new Error(`layout ${context.layout} has no ${kind} record`);
  const layout = formOf(kind, context.layout)?.layout;
  const fields = layout === undefined ? {} : conformed(layout, values as FieldValues, context);
  const bytes = layout === undefined ? 0 : layoutBytes(layout, context, fields);
  return { kind, offset: 0, number, hdrlen: recordHeaderBytes + bytes, payload, fields } as AnyRecord;
}
