/**
 * The lossless JSON form → records. Whatever is wrong with the text or with a record is one located diagnostic. What a
 * record says is what comes of it, or it is refused.
 */
import type { Ajv } from 'ajv';
import { ImageError } from '../../diagnostic.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { FieldWriter } from '../bytes/field-writer.ts';
import { linuxCrLayouts } from '../generated/linux-cr-layouts.ts';
import { type LinuxCrKind, linuxCrKinds } from '../generated/linux-cr-records.ts';
import { jsonDiagnostic } from '../json/codes.ts';
import {
  checkedCount,
  checkerOf,
  isObject,
  type JsonObject,
  listName,
  payloadFromJson,
  shortened,
  validate,
} from '../json/record-document.ts';
import { fieldsFromJson, type Json } from '../json/record-fields.ts';
import { parsed, splitJson } from '../json/split-json.ts';
import { archOfNumber, bodySizes, formOf, type ImageContext, numberOfKind, wordOf } from './context.ts';
import { type AnyRecord, recordHeaderBytes } from './record.ts';
import { type LinuxCrVariantId, linuxCrVariant } from './variants.ts';

/**
 * How the records of a document of this variant are written: the machine is that of the first record. The schema of
 * the record fields is passed in, so that this module reads no files.
 */
export function contextOfJson(text: ByteSource, variant: LinuxCrVariantId, schema: object): ImageContext {
  const { layout } = linuxCrVariant(variant);
  const assumed: ImageContext = { layout, arch: 'x86_32', word: 4 };
  for (const record of readLinuxCrJson(text, Number.MAX_SAFE_INTEGER, schema, assumed)) {
    if (record.kind !== 'header' || record.fields.archId === undefined) break;
    const arch = archOfNumber(layout, record.fields.archId);
    if (arch !== undefined) return { layout, arch, word: wordOf(arch) };
    const message = `architecture ${record.fields.archId} is not known in ${variant}`;
    throw new ImageError(jsonDiagnostic('json-record', message, { path: 'records[0].fields.archId' }));
  }
  return assumed;
}

export function* readLinuxCrJson(
  text: ByteSource,
  imageSize: number,
  schema: object,
  context: ImageContext,
): Generator<AnyRecord, void> {
  const reading: Reading = { ajv: checkerOf(schema), imageSize, context, index: 0 };
  for (const batch of splitJson(text, [listName]).batches()) {
    for (const json of parsed(batch) as readonly Json[]) yield recordFromJson(json, reading);
  }
}

interface Reading {
  readonly ajv: Ajv;
  readonly imageSize: number;
  readonly context: ImageContext;
  index: number;
}

const memberNames: ReadonlySet<string> = new Set(['offset', 'kind', 'number', 'owner', 'fields', 'payload']);
const numberMax = 0xffff_ffff;

const isKind = (kind: string): kind is LinuxCrKind => Object.hasOwn(linuxCrKinds, kind);

function recordFromJson(json: Json, reading: Reading): AnyRecord {
  const path = `records[${reading.index++}]`;
  const fail = (message: string) => new ImageError(jsonDiagnostic('json-record', message, { path }));
  if (!isObject(json)) throw fail('expected an object');
  const odd = Object.keys(json).find((name) => !memberNames.has(name));
  if (odd !== undefined) throw fail(`there is no member ${JSON.stringify(shortened(odd))} in a record`);
  const { kind, owner } = json;
  const offset = checkedCount(json['offset'], Number.MAX_SAFE_INTEGER, `${path}.offset`);
  const payload = payloadFromJson(json['payload'], reading.imageSize, path);
  const common = {
    offset,
    payload,
    ...(owner !== undefined && { owner: checkedCount(owner, numberMax, `${path}.owner`) }),
  };
  if (kind === 'raw') return { ...common, kind, number: 0, hdrlen: 0, fields: noFields(json, path) };
  if (kind === 'unknown') {
    const number = checkedCount(json['number'], numberMax, `${path}.number`);
    return { ...common, kind, number, hdrlen: recordHeaderBytes, fields: noFields(json, path) };
  }
  if (typeof kind !== 'string' || !isKind(kind)) {
    throw fail(`unknown kind ${shortened(JSON.stringify(kind) ?? 'nothing')}`);
  }
  const { layout } = reading.context;
  const form = formOf(kind, layout);
  const plain = numberOfKind(layout, kind);
  if (form === undefined || plain === undefined) throw fail(`this variant has no record of kind ${kind}`);
  if (!form.hasTail && form.layout !== undefined && payload.length > 0)
    throw fail(`${kind} has no "payload"`);
  const number =
    json['number'] === undefined ? plain : checkedCount(json['number'], numberMax, `${path}.number`);
  const fields =
    form.layout === undefined ? noFields(json, path) : fieldsOf(form.layout, json, reading, path);
  const bytes = encodedBytes(kind, fields, reading.context, path);
  return { ...common, kind, number, hdrlen: recordHeaderBytes + bytes, fields } as AnyRecord;
}

function noFields(json: JsonObject, path: string): Readonly<Record<never, never>> {
  const { fields = {} } = json;
  if (isObject(fields) && Object.keys(fields).length === 0) return {};
  throw new ImageError(jsonDiagnostic('json-record', 'such a record has no "fields"', { path }));
}

function fieldsOf(layout: string, json: JsonObject, { ajv }: Reading, path: string): object {
  const { fields = {} } = json;
  if (!isObject(fields)) {
    throw new ImageError(jsonDiagnostic('json-record', '"fields" must be an object', { path }));
  }
  validate(ajv, layout, fields, path);
  return fieldsFromJson(linuxCrLayouts, layout, fields, `${path}.fields`);
}

const scratch = new Uint8Array(8192);

/** The encoder writes what the fields say; here it is held against the lengths that the layout has. */
function encodedBytes(kind: LinuxCrKind, fields: object, context: ImageContext, path: string): number {
  const writer = new FieldWriter(scratch);
  const write = linuxCrKinds[kind].write as (
    writer: FieldWriter,
    fields: object,
    context: ImageContext,
  ) => void;
  write(writer, fields, context);
  const expected = bodySizes(kind, context);
  if (expected.includes(writer.length)) return writer.length;
  const message = `the fields of ${kind} fill ${writer.length} bytes, expected ${expected.join(' or ')}`;
  throw new ImageError(jsonDiagnostic('json-header-length', message, { path }));
}
