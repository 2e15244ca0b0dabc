/** Rows of a view as JSON. 64-bit numbers are strings: decimal when the name ends in a unit, else hexadecimal. */
import type { ipcJson } from '../model/ipc.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const hasUnit = /(?:Ns|Bytes|Pages|Ticks)$|^bytes$|^(?:pos|count)$/;

/** Plain data without functions, cycles and classes. */
export function jsonOf(value: unknown, name = ''): Json {
  if (typeof value === 'bigint') {
    return hasUnit.test(name) || value < 0n ? value.toString() : `0x${value.toString(16)}`;
  }
  if (Array.isArray(value)) return value.map((element) => jsonOf(element, name));
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, field]) => field !== undefined);
    return Object.fromEntries(entries.map(([key, field]) => [key, jsonOf(field, key)]));
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

/** The JSON of `ps` and `ipc` is a contract: what their rows hold besides is for people. */
export function viewDocument(name: string, rows: unknown): object {
  if (name === 'ps') {
    const { processes } = rows as { readonly processes: readonly Readonly<Record<string, unknown>>[] };
    const listed = processes.map(({ at: _, depth: __, commandLine, ...process }) => ({
      pid: process['pid'],
      ...process,
      ...(commandLine !== undefined && { args: commandLine }),
    }));
    return { schemaVersion: 1, processes: jsonOf(listed.sort((a, b) => Number(a.pid) - Number(b.pid))) };
  }
  if (name === 'ipc') {
    const { sem, msg, shm } = rows as ReturnType<typeof ipcJson>;
    return { schemaVersion: 1, sem, msg, shm };
  }
  return { schemaVersion: 1, ...(jsonOf(rows) as object) };
}
