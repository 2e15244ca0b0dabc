/**
 * The lossless JSON form → records. Reads the text some records at a time; whatever is wrong with the text or
 * with a record is one located diagnostic. What a record says is what comes of it, or it is refused.
 */
import type { Ajv } from 'ajv';
import { ImageError } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { FieldWriter } from '../bytes/field-writer.ts';
import { cptRecordSchema } from '../generated/cpt-record-schema.ts';
import { type CptKind, cptKinds } from '../generated/cpt-records.ts';
import { jsonDiagnostic } from '../json/codes.ts';
import {
  checkedCount,
  checkerOf,
  isHex,
  isObject,
  type JsonObject,
  listName,
  payloadFromJson,
  shortened,
  validate,
} from '../json/record-document.ts';
import { parsed, splitJson } from '../json/split-json.ts';
import { fieldsFromJson, fromHex, type Json } from './json-fields.ts';
import { sectionName } from './path.ts';
import { type AnyRecord, imageHeaderPrefixBytes, objectHeaderBytes } from './record.ts';

export function* readCptJson(text: ByteSource, imageSize: number): Generator<AnyRecord, void> {
  const context: JsonContext = { ajv: checkerOf(cptRecordSchema), imageSize, parents: [], index: 0 };
  for (const batch of splitJson(text, [listName]).batches()) {
    for (const json of parsed(batch) as readonly Json[]) yield recordFromJson(json, context);
  }
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
  const fail = (message: string) => new ImageError(jsonDiagnostic('json-record', message, { path }));
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

function kindFromJson(kind: string, value: JsonObject, { ajv }: JsonContext, path: string): object {
  const { fields = {} } = value;
  if (!isObject(fields))
    throw new ImageError(jsonDiagnostic('json-record', '"fields" must be an object', { path }));
  const hasFields = Object.keys(fields).length > 0;
  const none = (what: string) =>
    new ImageError(jsonDiagnostic('json-record', `${kind} has no ${what}`, { path }));
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
  if (odd !== undefined)
    throw new ImageError(jsonDiagnostic('json-record', `a section has no ${odd}`, { path }));
  const section = checkedCount(fields['section'], 0xffff_ffff, `${path}.fields.section`);
  const name = value['name'];
  if (name !== undefined && name !== sectionName(section)) {
    const message = `section ${section} is ${sectionName(section)}; its number decides, not its name`;
    throw new ImageError(jsonDiagnostic('json-record', message, { path }));
  }
  return { section, align: checkedCount(fields['align'], 0xffff, `${path}.fields.align`) };
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
    throw new ImageError(jsonDiagnostic('json-record', message, { path }));
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
    throw new ImageError(jsonDiagnostic('json-header-length', message, { path }));
  }
}
