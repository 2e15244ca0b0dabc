/**
 * The lossless JSON form → records. Reads the text piece by piece and hands out one record at a time; whatever
 * is wrong with the text or with a record is one located diagnostic.
 */
import { JSONParser } from '@streamparser/json';
import { Ajv } from 'ajv';
import { type CodeTable, diagnosticMaker, ImageError } from '../../diagnostic.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { FieldWriter } from '../bytes/field-writer.ts';
import { type CptKind, cptKinds } from '../generated/cpt-records.ts';
import { fieldsFromJson, fromHex, fromText, type Json } from './json-fields.ts';
import {
  type AnyRecord,
  imageHeaderPrefixBytes,
  noPayload,
  objectHeaderBytes,
  type Payload,
} from './record.ts';

export const jsonCodes = {
  'json-malformed': {
    severity: 'error',
    meaning: 'The text is no JSON, or not the record form of an image.',
  },
  'json-record': { severity: 'error', meaning: 'A record of the JSON form does not fit its schema.' },
  'json-header-length': {
    severity: 'error',
    meaning: 'The fields of a record do not fill the header length that it names.',
  },
  'json-payload': {
    severity: 'error',
    meaning: 'A payload of the JSON form lies outside the image it names.',
  },
} as const satisfies CodeTable;

const diagnostic = diagnosticMaker(jsonCodes);

type JsonObject = { readonly [name: string]: Json };

/** What stands in front of the records. */
export interface JsonDocument {
  readonly family: string;
  readonly variant: string;
  readonly image: { readonly path: string; readonly size: number } | null;
}

const pieceBytes = 64 * 1024;

/** Reads only as far as the records begin. */
export function readJsonHead(text: ByteSource): JsonDocument {
  const head: Record<string, Json> = {};
  walk(text, ['$.schemaVersion', '$.family', '$.variant', '$.image'], (key, value) => {
    head[String(key)] = value;
    return !('image' in head && 'variant' in head && 'family' in head);
  });
  const { family, variant, image } = head;
  if (typeof family !== 'string' || typeof variant !== 'string' || image === undefined) {
    throw new ImageError(
      diagnostic('json-malformed', 'expected "family", "variant" and "image" first', { offset: 0 }),
    );
  }
  return { family, variant, image: image as JsonDocument['image'] };
}

/** The schema of the record fields is passed in, so that this module reads no files. */
export function* readCptJson(
  text: ByteSource,
  imageSize: number,
  schema: object,
): Generator<AnyRecord, void> {
  const ajv = new Ajv({ allErrors: false, strict: false });
  ajv.addSchema(schema, 'cpt-record');
  const context: JsonContext = { ajv, imageSize, parents: [], index: 0 };
  const ready: AnyRecord[] = [];
  for (const _piece of pieces(text, ['$.records.*'], (_key, value) => {
    ready.push(recordFromJson(value, context));
  })) {
    yield* ready.splice(0);
  }
  yield* ready;
}

interface JsonContext {
  readonly ajv: Ajv;
  readonly imageSize: number;
  /** The last record of each depth. */
  readonly parents: AnyRecord[];
  index: number;
}

function recordFromJson(json: Json, context: JsonContext): AnyRecord {
  const path = `records[${context.index++}]`;
  const fail = (message: string) => new ImageError(diagnostic('json-record', message, { path }));
  if (json === null || typeof json !== 'object' || Array.isArray(json)) throw fail('expected an object');
  const value = json as JsonObject;
  const { kind, depth } = value;
  if (typeof kind !== 'string' || !isKind(kind)) throw fail(`unknown kind ${JSON.stringify(kind)}`);
  const numbers = { depth, offset: value['offset'], hdrlen: kind === 'raw' ? 0 : value['hdrlen'] };
  for (const [name, number] of Object.entries(numbers)) {
    if (!Number.isSafeInteger(number) || (number as number) < 0) throw fail(`${name} must be a count`);
  }
  const record = {
    kind,
    ...(numbers as { depth: number; offset: number; hdrlen: number }),
    extra: fromHex(typeof value['extra'] === 'string' ? value['extra'] : ''),
    payload: payloadFromJson(value['payload'], context.imageSize, path),
    parent: parentOf(numbers.depth as number, kind, context, path),
    ...kindFromJson(kind, value, context, path),
  } as AnyRecord;
  checkHeaderLength(record, path);
  context.parents.length = Math.min(context.parents.length, record.depth);
  if (kind !== 'image') context.parents[record.depth] = record;
  return record;
}

const isKind = (kind: string) => kind in cptKinds || ['image', 'section', 'unknown', 'raw'].includes(kind);

function kindFromJson(kind: string, value: JsonObject, { ajv }: JsonContext, path: string): object {
  const fields = (value['fields'] ?? {}) as JsonObject;
  if (kind === 'raw') return { fields: {} };
  if (kind === 'section')
    return { fields: { section: count(fields['section'], path), align: count(fields['align'], path) } };
  if (kind === 'image') {
    validate(ajv, 'image_header', fields, path);
    return { fields: fieldsFromJson('image_header', fields) };
  }
  const content = count(value['content'], path);
  if (kind === 'unknown') return { object: count(value['object'], path), content, fields: {} };
  const info = cptKinds[kind as CptKind];
  const object = value['object'] === undefined ? info.object : count(value['object'], path);
  if (info.layout === undefined) return { object, content, fields: {} };
  validate(ajv, info.layout, fields, path);
  return { object, content, fields: fieldsFromJson(info.layout, fields) };
}

function count(value: Json | undefined, path: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new ImageError(
    diagnostic('json-record', `expected a number, found ${JSON.stringify(value)}`, { path }),
  );
}

function validate(ajv: Ajv, layout: string, fields: JsonObject, path: string): void {
  const check = ajv.getSchema(`cpt-record#/$defs/${layout}`);
  if (check === undefined) throw new Error(`no schema for ${layout}`);
  if (check(fields) === true) return;
  const [error] = check.errors ?? [];
  const place = `${path}.fields${error?.instancePath.replaceAll('/', '.') ?? ''}`;
  throw new ImageError(
    diagnostic('json-record', `${place} ${error?.message ?? 'is wrong'}`, { path: place }),
  );
}

function payloadFromJson(value: Json | undefined, imageSize: number, path: string): Payload {
  if (value === undefined) return noPayload;
  const { text, hex, base64, offset, length } = value as JsonObject;
  if (typeof text === 'string')
    return inlined(fitted(fromText(text), typeof length === 'number' ? length : 0));
  if (typeof hex === 'string') return inlined(fromHex(hex));
  if (typeof base64 === 'string') return inlined(Uint8Array.from(Buffer.from(base64, 'base64')));
  if (typeof offset === 'number' && typeof length === 'number' && offset >= 0 && length >= 0) {
    if (offset + length <= imageSize) return { offset, length };
    const message = `payload [${offset}, ${offset + length}) lies outside the image of ${imageSize} bytes`;
    throw new ImageError(diagnostic('json-payload', message, { path }));
  }
  throw new ImageError(
    diagnostic('json-record', 'payload must hold text, hex, base64, or offset and length', { path }),
  );
}

const inlined = (bytes: Uint8Array): Payload => ({ bytes, length: bytes.length });

const nameBytesMax = 64 * 1024;

/** A name fills its length with zeros; one that was made longer gets room for its own end. */
function fitted(bytes: Uint8Array, length: number): Uint8Array {
  const result = new Uint8Array(Math.min(Math.max(bytes.length + 1, length), nameBytesMax));
  result.set(bytes.subarray(0, result.length));
  return result;
}

function parentOf(
  depth: number,
  kind: string,
  { parents }: JsonContext,
  path: string,
): AnyRecord | undefined {
  if (depth === 0) return undefined;
  const parent = parents[depth - 1];
  const holds =
    parent?.kind === 'section' ||
    (parent !== undefined && parent.kind in cptKinds && cptKinds[parent.kind as CptKind].content !== 'bytes');
  if (!holds) {
    const message = `${kind} at depth ${depth} does not lie in anything that holds records`;
    throw new ImageError(diagnostic('json-record', message, { path }));
  }
  return parent;
}

const scratch = new Uint8Array(65536);

/** The encoder writes what the fields say; here it is held against the length that the header names. */
function checkHeaderLength(record: AnyRecord, path: string): void {
  if (record.kind === 'raw') return;
  const prefix = record.kind === 'image' ? imageHeaderPrefixBytes : objectHeaderBytes;
  const writer = new FieldWriter(scratch);
  if (record.kind !== 'image' && record.kind !== 'section' && record.kind !== 'unknown') {
    (cptKinds[record.kind].write as (writer: FieldWriter, fields: unknown) => void)(writer, record.fields);
  }
  const described = record.kind === 'image' ? 74 : writer.length;
  const room = Math.max(0, record.hdrlen - prefix - described);
  if (record.hdrlen < prefix || record.hdrlen > 65535 || record.extra.length !== room) {
    const message = `header of ${record.hdrlen} bytes, but the fields fill ${prefix + described} and "extra" has ${record.extra.length}`;
    throw new ImageError(diagnostic('json-header-length', message, { path }));
  }
}

/** Calls `found` for each value at one of the paths; stops early when it returns false. */
function walk(
  text: ByteSource,
  paths: string[],
  found: (key: unknown, value: Json) => boolean | undefined,
): void {
  let isDone = false;
  for (const _piece of pieces(text, paths, (key, value) => {
    if (found(key, value) === false) isDone = true;
  })) {
    if (isDone) return;
  }
}

function* pieces(
  text: ByteSource,
  paths: string[],
  found: (key: unknown, value: Json) => void,
): Generator<number> {
  let failure: unknown;
  const parser = new JSONParser({ paths, keepStack: false });
  parser.onValue = ({ key, value }) => {
    try {
      if (failure === undefined) found(key, value as Json);
    } catch (error) {
      failure = error;
    }
  };
  parser.onError = (error) => {
    failure ??= error;
  };
  for (let offset = 0; offset < text.size; offset += pieceBytes) {
    parser.write(text.view(offset, Math.min(pieceBytes, text.size - offset)).slice());
    if (failure instanceof ImageError) throw failure;
    if (failure !== undefined) {
      const message = failure instanceof Error ? failure.message.split('\n', 1)[0] : 'not JSON';
      throw new ImageError(diagnostic('json-malformed', `${message}`, { offset }));
    }
    yield offset;
  }
  if (!parser.isEnded) {
    throw new ImageError(diagnostic('json-malformed', 'the text ends too early', { offset: text.size }));
  }
}
