/**
 * Records → the lossless JSON form, one record a line, so that an image of any size is written with little
 * memory. Payloads stay in the image and are referred to, unless they are short or the user wants them inside.
 */
import type { ByteSource } from '../bytes/byte-source.ts';
import { type CptKind, cptKinds } from '../generated/cpt-records.ts';
import { payloadToJson as anyPayloadToJson, type NamedImage, payloadBytes } from '../json/record-document.ts';
import { fieldsToJson, type Json, toHex, toText } from './json-fields.ts';
import { sectionName } from './path.ts';
import type { AnyRecord } from './record.ts';

export interface JsonHeader {
  readonly variant: string;
  /** The image beside the document that payload ranges refer to; undefined when all payloads are inside. */
  readonly image?: NamedImage | undefined;
}

const nameBytesMax = 4096;

/** The document as pieces of text that follow each other. */
export function* cptToJson(
  records: Iterable<AnyRecord>,
  source: ByteSource,
  header: JsonHeader,
): Generator<string> {
  const { image } = header;
  const head = { schemaVersion: 1, family: 'cpt', variant: header.variant, image: image ?? null };
  yield `${JSON.stringify(head).slice(0, -1)},"records":[`;
  let separator = '\n';
  for (const record of records) {
    yield separator + JSON.stringify(recordToJson(record, source, image === undefined));
    separator = ',\n';
  }
  yield '\n]}\n';
}

function recordToJson(
  record: AnyRecord,
  source: ByteSource,
  inline: boolean,
): { readonly [name: string]: Json } {
  return {
    depth: record.depth,
    offset: record.offset,
    kind: record.kind,
    ...(record.kind === 'section' && { name: sectionName(record.fields.section) }),
    ...(record.kind !== 'raw' && { hdrlen: record.hdrlen }),
    ...numbersToJson(record),
    ...(record.extra.length > 0 && { extra: toHex(record.extra) }),
    ...payloadToJson(record, source, inline),
  };
}

function numbersToJson(record: AnyRecord): { readonly [name: string]: Json } {
  if (record.kind === 'raw') return {};
  if (record.kind === 'image') return { fields: fieldsToJson('image_header', { ...record.fields }) };
  if (record.kind === 'section') return { fields: { ...record.fields } };
  const { object, content, kind } = record;
  if (kind === 'unknown') return { object, content };
  const info = cptKinds[kind as CptKind];
  return {
    ...(object !== info.object && { object }),
    content,
    ...(info.layout !== undefined && { fields: fieldsToJson(info.layout, { ...record.fields }) }),
  };
}

function payloadToJson(
  record: AnyRecord,
  source: ByteSource,
  inline: boolean,
): { readonly [name: string]: Json } {
  const { payload } = record;
  if (payload.length === 0) return {};
  if (record.kind === 'name' && record.hdrlen === 16 && payload.length <= nameBytesMax) {
    return nameToJson(payloadBytes(payload, source));
  }
  return anyPayloadToJson(payload, source, inline);
}

/** Names as text; `length` counts the terminating zero and the padding, which need not be zero. */
function nameToJson(bytes: Uint8Array): { readonly [name: string]: Json } {
  const text = toText(bytes);
  const isPlain = !text.includes('\0');
  return { payload: isPlain ? { text, length: bytes.length } : { hex: toHex(bytes) } };
}
