/**
 * The checkpoint as JSON; schema in formats/checkpoint.schema.json. Maps and packed rows become lists;
 * 64-bit numbers become strings: decimal when the name ends in a unit, else hexadecimal.
 */
import type { Checkpoint, Registers } from './checkpoint.ts';
import { registerNames } from './registers.ts';
import { RowSlice } from './rows.ts';

/** A value that JSON.stringify takes as it is. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** Everything at once: for an image with hundreds of thousands of page blocks, a large value. */
export function checkpointJson(checkpoint: Checkpoint): JsonValue {
  const { processes, ...rest } = checkpoint;
  // The tasks are in the list of tasks; a process is their pids.
  const groups = processes.map(({ pid, tasks }) => ({ pid, threads: tasks.map((task) => task.pid) }));
  return { schemaVersion: 1, ...(jsonOf(rest, '') as Record<string, JsonValue>), processes: groups };
}

const hasUnit = /(?:Ns|Bytes|Pages|Ticks)$/;

function jsonOf(value: unknown, name: string): JsonValue {
  switch (typeof value) {
    case 'bigint':
      if (hasUnit.test(name) || value < 0n) return value.toString();
      return `0x${value.toString(16)}`;
    case 'number':
    case 'string':
    case 'boolean':
      return value;
    case 'object':
      return value === null ? null : jsonOfObject(value, name);
    default:
      throw new Error(`${name} is a ${typeof value}, which no checkpoint holds`);
  }
}

function jsonOfObject(value: object, name: string): JsonValue {
  if (value instanceof Map) return listOf(value.values(), name);
  if (Array.isArray(value) || value instanceof RowSlice) return listOf(value, name);
  if (isRegisters(value)) return registersJson(value);
  const fields: Record<string, JsonValue> = {};
  // What tasks have alike is no field of their own.
  for (const key in value) {
    const field = (value as Record<string, unknown>)[key];
    if (field !== undefined) fields[key] = jsonOf(field, key);
  }
  return fields;
}

const listOf = (values: Iterable<unknown>, name: string): JsonValue =>
  Array.from(values, (element) => jsonOf(element, name));

const isRegisters = (value: object): value is Registers =>
  'values' in value && value.values instanceof BigUint64Array;

function registersJson({ at, layout, values }: Registers): JsonValue {
  const named = registerNames[layout].map(
    (name, index) => [name, jsonOf(values[index] ?? 0n, name)] as const,
  );
  return { at, layout, values: Object.fromEntries(named) };
}
