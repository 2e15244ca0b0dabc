/**
 * Single values in the notations of crit: flags, device numbers, addresses, base64 in lines, quoted-printable
 * socket names. Knows nothing of records.
 */

import { utf8Bytes } from '../../byte-text.ts';
import { flagTables, valueTables } from './crit-tables.ts';
import { asBytes, badJson, enumNumber, integerOf, type Json, toBase64, wideFromJson } from './fields-json.ts';
import type { FieldLayout } from './layouts.ts';

/** JSON that may hold integers beyond 2^53, as Python's does. */
export type CritJson =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly CritJson[]
  | { readonly [name: string]: CritJson };

/** An integer as `crit decode --pretty` shows it; `hex` is inherited from the fields around. */
export function prettyInteger(field: FieldLayout, value: number | bigint, hex: boolean): CritJson {
  const { note, name } = field;
  const wide = BigInt(value);
  if (hex) return hexText(wide);
  if (note.dev === true) return deviceText(wide, note.odev === true);
  if (note.flags !== undefined) return flagText(wide, flagTables[note.flags]);
  if (note.dict !== undefined) return valueTables[note.dict]?.[name]?.[Number(value)] ?? value;
  return value;
}

/** The inverse: any notation that crit reads for an integer field. */
export function integerFromCrit(field: FieldLayout, json: Json | undefined, path: string): number | bigint {
  const { note, name, kind } = field;
  if (kind === 'enum' && typeof json === 'string') return enumNumber(field, json, path);
  if (typeof json !== 'string') return integerOf(kind, wideFromJson(json, path), path);
  if (note.dev === true && json.includes(':')) {
    return integerOf(kind, deviceNumber(json, note.odev === true, path), path);
  }
  if (note.flags !== undefined) return integerOf(kind, flagsNumber(json, flagTables[note.flags], path), path);
  if (note.dict !== undefined) {
    for (const [number, known] of Object.entries(valueTables[note.dict]?.[name] ?? {})) {
      if (known === json) return integerOf(kind, BigInt(number), path);
    }
  }
  return integerOf(kind, wideFromJson(json, path), path);
}

function hexText(value: bigint): string {
  return value < 0n ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;
}

function flagText(value: bigint, table: Readonly<Record<string, number>> | undefined): string {
  if (table === undefined) return hexText(value);
  const names: string[] = [];
  let rest = value;
  for (const [name, bit] of Object.entries(table)) {
    if ((value & BigInt(bit)) === 0n) continue;
    names.push(name);
    rest &= ~BigInt(bit);
  }
  if (rest !== 0n) names.push(hexText(rest));
  return names.join(' | ');
}

function flagsNumber(text: string, table: Readonly<Record<string, number>> = {}, path: string): bigint {
  if (text.trim() === '') return 0n;
  let value = 0n;
  for (const word of text.split('|').map((part) => part.trim())) {
    value |= Object.hasOwn(table, word) ? BigInt(table[word] as number) : wideFromJson(word, path);
  }
  return value;
}

const minorBits = 20n;

// odev: the encoding of makedev(3); else that of the kernel's new_encode, linux/kdev_t.h.
function deviceText(value: bigint, odev: boolean): string {
  if (!odev) return `${value >> minorBits}:${value & ((1n << minorBits) - 1n)}`;
  const major = ((value >> 8n) & 0xfffn) | ((value >> 32n) & ~0xfffn);
  const minor = (value & 0xffn) | ((value >> 12n) & ~0xffn & 0xffff_ffffn);
  return `${major}:${minor}`;
}

function deviceNumber(text: string, odev: boolean, path: string): bigint {
  const match = /^(\d{1,10}):(\d{1,10})$/.exec(text);
  if (match === null) return badJson(path, 'a device number as major:minor');
  const major = BigInt(match[1] as string);
  const minor = BigInt(match[2] as string);
  if (!odev) return (major << minorBits) | minor;
  return ((major & 0xfffn) << 8n) | ((major & ~0xfffn) << 32n) | (minor & 0xffn) | ((minor & ~0xffn) << 12n);
}

/** One or four words in network order as an address; other counts stay words. */
export function addressText(words: readonly number[]): string | undefined {
  const bytes = words.flatMap((word) => [word & 255, (word >>> 8) & 255, (word >>> 16) & 255, word >>> 24]);
  if (words.length === 1) return bytes.join('.');
  if (words.length !== 4) return undefined;
  const groups = Array.from({ length: 8 }, (_, i) => ((bytes[2 * i]! << 8) | bytes[2 * i + 1]!).toString(16));
  // RFC 5952: the first of the longest runs of two or more zeros becomes "::".
  const text = groups.join(':');
  let longest = '';
  for (const [run] of text.matchAll(/(?<![^:])0(?::0)+(?![^:])/g))
    if (run.length > longest.length) longest = run;
  if (longest === '') return text;
  const at = text.search(new RegExp(`(?<![^:])${longest}(?![^:])`));
  return `${text.slice(0, at).replace(/:$/, '')}::${text.slice(at + longest.length).replace(/^:/, '')}`;
}

/** The words of an address. */
export function addressWords(text: string, path: string): number[] {
  const bytes = text.includes(':') ? v6Bytes(text, path) : v4Bytes(text, path);
  const view = new DataView(Uint8Array.from(bytes).buffer);
  return Array.from({ length: bytes.length / 4 }, (_, i) => view.getUint32(4 * i, true));
}

function v4Bytes(text: string, path: string): number[] {
  const bytes = text.split('.').map(Number);
  const good = bytes.length === 4 && bytes.every((byte) => Number.isInteger(byte) && byte >= 0 && byte < 256);
  return good ? bytes : badJson(path, 'an IPv4 address');
}

function v6Bytes(text: string, path: string): number[] {
  const halves = text.split('::').map((half) => (half === '' ? [] : half.split(':')));
  const [front = [], back] = halves;
  const missing = 8 - front.length - (back?.length ?? 0);
  const groups = back === undefined ? front : [...front, ...Array(Math.max(0, missing)).fill('0'), ...back];
  const good =
    halves.length <= 2 && groups.length === 8 && groups.every((group) => /^[\da-f]{1,4}$/i.test(group));
  if (!good) return badJson(path, 'an IPv6 address');
  return groups.flatMap((group) => [parseInt(group, 16) >> 8, parseInt(group, 16) & 255]);
}

/** base64 in lines of 76 characters, each with its line feed, as Python's encodebytes() writes it. */
export function base64Lines(bytes: Uint8Array): string {
  return toBase64(bytes).replace(/.{1,76}/g, '$&\n');
}

/** Bytes of a field by its conversion: quoted-printable for unix socket names, else base64. */
export function bytesToCrit(field: FieldLayout, bytes: Uint8Array): string {
  return field.note.conv === 'unix_name' ? quotedPrintable(bytes) : base64Lines(bytes);
}

export function bytesFromCrit(field: FieldLayout, json: Json | undefined, path: string): Uint8Array {
  if (field.note.conv !== 'unix_name') return asBytes(json, path);
  if (typeof json !== 'string') return badJson(path, 'quoted-printable text');
  const text = json.replace(/=[ \t]*\r?\n/g, '');
  const bytes: number[] = [];
  for (const [piece] of text.matchAll(/=[\da-fA-F]{2}|./gsu)) {
    if (piece.length === 3) bytes.push(parseInt(piece.slice(1), 16));
    else bytes.push(...utf8Bytes(piece));
  }
  return Uint8Array.from(bytes);
}

const lineLength = 76;

// RFC 2045 as Python's binascii writes it: text lines are kept, a dot that stands alone is quoted.
function quotedPrintable(bytes: Uint8Array): string {
  let text = '';
  let column = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    const next = bytes[i + 1];
    const blankAtEnd = (byte === 0x20 || byte === 0x09) && (next === undefined || next === 0x0a);
    const loneDot = byte === 0x2e && column === 0 && [undefined, 0x0a, 0x0d, 0].includes(next);
    const control = byte < 33 && byte !== 0x0a && byte !== 0x0d && byte !== 0x20 && byte !== 0x09;
    const piece =
      byte > 126 || byte === 0x3d || blankAtEnd || loneDot || control
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte);
    const full = piece.length === 3 ? column + 3 >= lineLength : column + 1 >= lineLength;
    if (full && byte !== 0x0a && (piece.length === 3 || (next !== undefined && next !== 0x0a))) {
      text += '=\n';
      column = 0;
    }
    text += piece;
    column = byte === 0x0a ? 0 : column + piece.length;
  }
  return text;
}
