/**
 * The lossless JSON form → records. Reads the text some records at a time; whatever is wrong with the text or
 * with a record is one located diagnostic. What a record says is what comes of it, or it is refused.
 */
import { Ajv } from 'ajv';
import { type CodeTable, diagnosticMaker, ImageError } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { FieldWriter } from '../bytes/field-writer.ts';
import { type CptKind, cptKinds } from '../generated/cpt-records.ts';
import { jsonDiagnostic } from '../json/codes.ts';
import { splitJson } from '../json/split-json.ts';
import { parseStrictJson } from '../json/strict-json.ts';
import { fieldsFromJson, fromHex, fromText, type Json } from './json-fields.ts';
import { sectionName } from './path.ts';
import {
  type AnyRecord,
  imageHeaderPrefixBytes,
  noPayload,
  objectHeaderBytes,
  type Payload,
} from './record.ts';

export const cptJsonCodes = {
  'json-record': { severity: 'error', meaning: 'A record of the JSON form does not fit its schema.' },
  'json-header-length': {
    severity: 'error',
    meaning: 'The fields of a record do not fill the header length that it names.',
  },
  'json-payload': {
    severity: 'error',
    meaning: 'A payload of the JSON form lies outside the image it names, or that image is another one.',
  },
} as const satisfies CodeTable;

const diagnostic = diagnosticMaker(cptJsonCodes);

type JsonObject = { readonly [name: string]: Json };

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

const listName = 'records';

export function readJsonHead(text: ByteSource): JsonDocument {
  const head = parsed(splitJson(text, [listName]).frame, text);
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
  if (!Array.isArray(records)) throw malformed('a list of "records"');
  return { family, variant, image };
}

const headNames: ReadonlySet<string> = new Set(['schemaVersion', 'family', 'variant', 'image', listName]);
const imageForm = '{"name": a file beside the document, "sha256": of its bytes}';

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isNamedImage(value: unknown): value is NamedImage & JsonObject {
  if (!isObject(value) || Object.keys(value).length !== 2) return false;
  const { name, sha256 } = value;
  const isPlain = typeof name === 'string' && !/[/\0]/.test(name) && !['', '.', '..'].includes(name);
  return isPlain && typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256);
}

const shortened = (text: string): string =>
  text.length > limits.shownText ? `${text.slice(0, limits.shownText)}…` : text;

function parsed(text: string, { name: file }: ByteSource): unknown {
  try {
    return parseStrictJson(text);
  } catch (error) {
    throw new ImageError(jsonDiagnostic('json-malformed', shortened((error as Error).message), { file }));
  }
}

/** The schema of the record fields is passed in, so that this module reads no files. */
export function* readCptJson(
  text: ByteSource,
  imageSize: number,
  schema: object,
): Generator<AnyRecord, void> {
  const context: JsonContext = { ajv: checkerOf(schema), imageSize, parents: [], index: 0 };
  for (const batch of splitJson(text, [listName]).batches()) {
    for (const json of parsed(batch, text) as readonly Json[]) yield recordFromJson(json, context);
  }
}

const checkers = new WeakMap<object, Ajv>();

/** Compiling a layout takes longer than reading most documents, and each is read in several passes. */
function checkerOf(schema: object): Ajv {
  const known = checkers.get(schema);
  if (known !== undefined) return known;
  const ajv = new Ajv({ allErrors: false, strict: false });
  ajv.addSchema(schema, 'cpt-record');
  checkers.set(schema, ajv);
  return ajv;
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
  if (!isObject(json)) throw fail('expected an object');
  const value = json;
  const { kind, depth } = value;
  if (typeof kind !== 'string' || !isKind(kind)) {
    throw fail(`unknown kind ${shortened(JSON.stringify(kind) ?? 'nothing')}`);
  }
  const odd = Object.keys(value).find((name) => !memberNames.has(name));
  if (odd !== undefined) throw fail(`there is no member ${JSON.stringify(shortened(odd))} in a record`);
  const numbers = { depth, offset: value['offset'], hdrlen: kind === 'raw' ? 0 : value['hdrlen'] };
  const most = { depth: limits.cptDepth, offset: Number.MAX_SAFE_INTEGER, hdrlen: 0xffff };
  for (const [name, number] of Object.entries(numbers)) {
    checkedCount(number, most[name as keyof typeof most], `${path}.${name}`);
  }
  const { extra = '' } = value;
  if (typeof extra !== 'string' || !isHex(extra)) throw fail('"extra" must be pairs of hexadecimal digits');
  const record = {
    kind,
    ...(numbers as { depth: number; offset: number; hdrlen: number }),
    extra: fromHex(extra),
    payload: payloadFromJson(value['payload'], context.imageSize, path),
    parent: parentOf(numbers.depth as number, kind, context, path),
    ...kindFromJson(kind, value, context, path),
  } as AnyRecord;
  checkHeaderLength(record, path);
  context.parents.length = Math.min(context.parents.length, record.depth);
  if (kind !== 'image') context.parents[record.depth] = record;
  return record;
}

const isKind = (kind: string) =>
  Object.hasOwn(cptKinds, kind) || ['image', 'section', 'unknown', 'raw'].includes(kind);

const memberNames: ReadonlySet<string> = new Set([
  ...['depth', 'offset', 'kind', 'name', 'hdrlen', 'object', 'content', 'fields', 'extra', 'payload'],
]);

const isHex = (text: string): boolean => text.length % 2 === 0 && /^[0-9a-f]*$/i.test(text);

function kindFromJson(kind: string, value: JsonObject, { ajv }: JsonContext, path: string): object {
  const { fields = {} } = value;
  if (!isObject(fields))
    throw new ImageError(diagnostic('json-record', '"fields" must be an object', { path }));
  const hasFields = Object.keys(fields).length > 0;
  const none = (what: string) =>
    new ImageError(diagnostic('json-record', `${kind} has no ${what}`, { path }));
  if (kind !== 'section' && value['name'] !== undefined) throw none('"name"');
  if (kind === 'raw') {
    if (hasFields) throw none('"fields"');
    return { fields: {} };
  }
  if (kind === 'section') return { fields: sectionFromJson(value, fields, path) };
  if (kind === 'image') {
    validate(ajv, 'image_header', fields, path);
    return { fields: fieldsFromJson('image_header', fields, `${path}.fields`) };
  }
  const content = checkedCount(value['content'], 0xffff, `${path}.content`);
  const info = kind === 'unknown' ? undefined : cptKinds[kind as CptKind];
  const named = value['object'] ?? info?.object;
  const object = checkedCount(named, 0xffff_ffff, `${path}.object`);
  if (info?.layout === undefined) {
    if (hasFields) throw none('"fields"');
    return { object, content, fields: {} };
  }
  validate(ajv, info.layout, fields, path);
  return { object, content, fields: fieldsFromJson(info.layout, fields, `${path}.fields`) };
}

/** The name of a section is there for the reader; one that says something else than the number was edited. */
function sectionFromJson(value: JsonObject, fields: JsonObject, path: string) {
  const odd = Object.keys(fields).find((name) => name !== 'section' && name !== 'align');
  if (odd !== undefined) throw new ImageError(diagnostic('json-record', `a section has no ${odd}`, { path }));
  const section = checkedCount(fields['section'], 0xffff_ffff, `${path}.fields.section`);
  const name = value['name'];
  if (name !== undefined && name !== sectionName(section)) {
    const message = `section ${section} is ${sectionName(section)}; its number decides, not its name`;
    throw new ImageError(diagnostic('json-record', message, { path }));
  }
  return { section, align: checkedCount(fields['align'], 0xffff, `${path}.fields.align`) };
}

function checkedCount(value: unknown, most: number, path: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= most) return value;
  const found = shortened(JSON.stringify(value) ?? 'nothing');
  const message = `${path} must be a whole number from 0 to ${most}, not ${found}`;
  throw new ImageError(diagnostic('json-record', message, { path }));
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
  const fail = (message: string) =>
    new ImageError(diagnostic('json-record', message, { path: `${path}.payload` }));
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
    return inlined(Uint8Array.from(Buffer.from(base64, 'base64')));
  }
  if (form !== 'length offset') throw fail('a payload must hold text, hex, base64, or offset and length');
  const start = checkedCount(offset, Number.MAX_SAFE_INTEGER, `${path}.payload.offset`);
  const size = checkedCount(length, Number.MAX_SAFE_INTEGER, `${path}.payload.length`);
  if (start + size <= imageSize) return { offset: start, length: size };
  const message = `payload [${start}, ${start + size}) lies outside the image of ${imageSize} bytes`;
  throw new ImageError(diagnostic('json-payload', message, { path }));
}

const inlined = (bytes: Uint8Array): Payload => ({ bytes, length: bytes.length });

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
    (parent !== undefined &&
      Object.hasOwn(cptKinds, parent.kind) &&
      cptKinds[parent.kind as CptKind].content !== 'bytes');
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
