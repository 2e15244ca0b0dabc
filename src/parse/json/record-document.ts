/**
 * What the lossless JSON forms of all families have in common: the members around the records, payloads, and the check
 * of fields against a schema. Whatever is wrong is one located diagnostic.
 */

import { Ajv } from 'ajv';
import { base64Bytes, base64Text } from '../../byte-text.ts';
import { ImageError } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { jsonDiagnostic } from './codes.ts';
import { fromHex, fromText, type Json, toHex } from './record-fields.ts';
import { parsed, splitJson } from './split-json.ts';

export type JsonObject = { readonly [name: string]: Json };

/** The image that payloads refer to: a file beside the document, and what it must hold. */
export interface NamedImage {
  readonly name: string;
  readonly sha256: string;
}

/** What stands around the records. */
export interface JsonDocument {
  readonly family: string;
  readonly variant: string;
  readonly image: NamedImage | null;
}

export const listName = 'records';

export function readJsonHead(text: ByteSource): JsonDocument {
  const head = parsed(splitJson(text, [listName]).frame);
  const malformed = (what: string) =>
    new ImageError(jsonDiagnostic('json-malformed', `the document needs ${what}`, { file: text.name }));
  if (!isObject(head)) throw malformed('to be an object');
  const odd = Object.keys(head).find((name) => !headNames.has(name));
  if (odd !== undefined) throw malformed(`no member ${JSON.stringify(shortened(odd))}`);
  const { schemaVersion, family, variant, image, records } = head;
  if (schemaVersion !== 1) throw malformed('a "schemaVersion" of 1');
  if (typeof family !== 'string' || typeof variant !== 'string')
    throw malformed('a "family" and a "variant"');
  if (image !== null && !isNamedImage(image)) throw malformed(`an "image": null, or ${imageForm}`);
  // What is read in parts is gone from the head: a list that is left has its name in another spelling.
  if (!Array.isArray(records) || records.length > 0)
    throw malformed('a list of "records", with its name written without escapes');
  return { family, variant, image };
}

const headNames: ReadonlySet<string> = new Set(['schemaVersion', 'family', 'variant', 'image', listName]);
const imageForm = '{"name": a file beside the document, "sha256": of its bytes}';

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isNamedImage(value: unknown): value is NamedImage & JsonObject {
  if (!isObject(value) || Object.keys(value).length !== 2) return false;
  const { name, sha256 } = value;
  const isPlain = typeof name === 'string' && !/[/\0]/.test(name) && !['', '.', '..'].includes(name);
  return isPlain && typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256);
}

export const shortened = (text: string): string =>
  text.length > limits.shownText ? `${text.slice(0, limits.shownText)}…` : text;

const schemaName = 'record';
const checkers = new WeakMap<object, Ajv>();

/** Compiling a layout takes longer than reading most documents, and each is read in several passes. */
export function checkerOf(schema: object): Ajv {
  const known = checkers.get(schema);
  if (known !== undefined) return known;
  const ajv = new Ajv({ allErrors: false, strict: false });
  ajv.addSchema(schema, schemaName);
  checkers.set(schema, ajv);
  return ajv;
}

export const isHex = (text: string): boolean => text.length % 2 === 0 && /^[0-9a-f]*$/i.test(text);

export function checkedCount(value: unknown, most: number, path: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= most) return value;
  const found = shortened(JSON.stringify(value) ?? 'nothing');
  const message = `${path} must be a whole number from 0 to ${most}, not ${found}`;
  throw new ImageError(jsonDiagnostic('json-record', message, { path }));
}

export function validate(ajv: Ajv, layout: string, fields: JsonObject, path: string): void {
  const check = ajv.getSchema(`${schemaName}#/$defs/${layout}`);
  if (check === undefined) throw new Error(`no schema for ${layout}`);
  if (check(fields) === true) return;
  const [error] = check.errors ?? [];
  const place = `${path}.fields${error?.instancePath.replaceAll('/', '.') ?? ''}`;
  throw new ImageError(
    jsonDiagnostic('json-record', `${place} ${error?.message ?? 'is wrong'}`, { path: place }),
  );
}

/** Bytes in the document, or a range of the image that it names. */
export type JsonPayload =
  | { readonly bytes: Uint8Array; readonly length: number }
  | { readonly offset: number; readonly length: number };

export function payloadFromJson(value: Json | undefined, imageSize: number, path: string): JsonPayload {
  if (value === undefined) return { bytes: new Uint8Array(0), length: 0 };
  const fail = (message: string) =>
    new ImageError(jsonDiagnostic('json-record', message, { path: `${path}.payload` }));
  if (!isObject(value)) throw fail('a payload must be an object');
  const form = Object.keys(value).sort().join(' ');
  const { text, hex, base64, offset, length } = value;
  if (form === 'length text' || form === 'text') {
    const least = length === undefined ? 0 : checkedCount(length, nameBytesMax, `${path}.payload.length`);
    if (typeof text !== 'string' || !isByteText(text))
      throw fail('a text must have characters of one byte each');
    if (text.length >= nameBytesMax)
      throw fail(`a text of ${text.length} bytes, more than ${nameBytesMax - 1}`);
    return inlined(filledUp(fromText(text), least));
  }
  if (form === 'hex' && typeof hex === 'string' && isHex(hex)) return inlined(fromHex(hex));
  if (form === 'base64' && typeof base64 === 'string' && isBase64(base64)) {
    return inlined(base64Bytes(base64));
  }
  if (form !== 'length offset') throw fail('a payload must hold text, hex, base64, or offset and length');
  const start = checkedCount(offset, Number.MAX_SAFE_INTEGER, `${path}.payload.offset`);
  const size = checkedCount(length, Number.MAX_SAFE_INTEGER, `${path}.payload.length`);
  if (start + size <= imageSize) return { offset: start, length: size };
  const message = `payload [${start}, ${start + size}) lies outside the image of ${imageSize} bytes`;
  throw new ImageError(jsonDiagnostic('json-payload', message, { path }));
}

const inlined = (bytes: Uint8Array): JsonPayload => ({ bytes, length: bytes.length });

/** Every byte is one character of Latin-1. */
const isByteText = (text: string): boolean => /^[\u0000-\u00ff]*$/.test(text);

const isBase64 = (text: string): boolean => text.length % 4 === 0 && /^[A-Za-z\d+/]*={0,2}$/.test(text);

const nameBytesMax = 64 * 1024;

/** A name fills its length with zeros; one that was made longer gets room for its own end. */
function filledUp(bytes: Uint8Array, length: number): Uint8Array {
  const result = new Uint8Array(Math.max(bytes.length + 1, length));
  result.set(bytes);
  return result;
}

/** Shorter payloads are shown in place: values of semaphores, undo lists, short messages. */
const inlineBytes = 256;

/** The member `payload`, or none for a record without one. Payloads stay in the image unless `inline` or short. */
export function payloadToJson(
  payload: JsonPayload,
  source: ByteSource,
  inline: boolean,
): { readonly [name: string]: Json } {
  if (payload.length === 0) return {};
  if (inline || payload.length <= inlineBytes || 'bytes' in payload) {
    const bytes = payloadBytes(payload, source);
    if (bytes.length <= inlineBytes) return { payload: { hex: toHex(bytes) } };
    return { payload: { base64: base64Text(bytes) } };
  }
  return { payload: { offset: payload.offset, length: payload.length } };
}

/** What fits a record of the document; an ImageError for more. */
export function payloadBytes(payload: JsonPayload, source: ByteSource): Uint8Array {
  if ('bytes' in payload) return payload.bytes;
  const { offset, length } = payload;
  if (Math.ceil((length * 4) / 3) > limits.jsonRecordBytes) {
    const message = `a payload of ${length} bytes is too long to stand in the JSON; write the JSON beside the image`;
    throw new ImageError(jsonDiagnostic('json-payload', message, { offset }));
  }
  return source.view(offset, length);
}
