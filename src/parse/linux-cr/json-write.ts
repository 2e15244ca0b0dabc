/**
 * Records → the lossless JSON form, one record a line. Payloads stay in the image and are referred to, unless they are
 * short or the user wants them inside.
 */
import { joined } from '../../byte-text.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { linuxCrLayouts } from '../generated/linux-cr-layouts.ts';
import { type JsonPayload, type NamedImage, payloadBytes, payloadToJson } from '../json/record-document.ts';
import { fieldsToJson, type Json, toText } from '../json/record-fields.ts';
import { formOf, type ImageContext, numberOfKind } from './context.ts';
import type { AnyRecord, Payload } from './record.ts';
import type { LinuxCrVariantId } from './variants.ts';

export interface LinuxCrJsonHeader {
  readonly variant: LinuxCrVariantId;
  readonly context: ImageContext;
  /** The image beside the document that payload ranges refer to; undefined when all payloads are inside. */
  readonly image?: NamedImage | undefined;
}

const textBytesMax = 4096;

/** The document as pieces of text that follow each other. */
export function* linuxCrToJson(
  records: Iterable<AnyRecord>,
  source: ByteSource,
  { variant, context, image }: LinuxCrJsonHeader,
): Generator<string> {
  const head = { schemaVersion: 1, family: 'linux-cr', variant, image: image ?? null };
  yield `${JSON.stringify(head).slice(0, -1)},"records":[`;
  let separator = '\n';
  for (const record of records) {
    yield separator + JSON.stringify(recordToJson(record, source, context, image === undefined));
    separator = ',\n';
  }
  yield '\n]}\n';
}

type JsonObject = { readonly [name: string]: Json };

function recordToJson(
  record: AnyRecord,
  source: ByteSource,
  { layout }: ImageContext,
  inline: boolean,
): JsonObject {
  const { kind, offset, number, owner } = record;
  if (kind === 'raw')
    return { offset, kind, ...payloadToJson(plainPayload(record.payload, source), source, inline) };
  const name = kind === 'unknown' ? undefined : formOf(kind, layout)?.layout;
  const isPlain = kind !== 'unknown' && number === numberOfKind(layout, kind);
  return {
    offset,
    kind,
    ...(!isPlain && { number }),
    ...(owner !== undefined && { owner }),
    ...(name !== undefined && { fields: fieldsToJson(linuxCrLayouts, name, { ...record.fields }) }),
    ...(textOf(record, source) ?? payloadToJson(plainPayload(record.payload, source), source, inline)),
  };
}

/** What a conversion put together stands in the document as bytes. */
function plainPayload(payload: Payload, source: ByteSource): JsonPayload {
  if (!('parts' in payload)) return payload;
  const bytes = joined(payload.parts.map((part) => payloadBytes(plainPayload(part, source), source).slice()));
  return { bytes, length: bytes.length };
}

/** Texts as such; `length` counts the zeros at the end. */
function textOf({ kind, payload }: AnyRecord, source: ByteSource): JsonObject | undefined {
  if ((kind !== 'string' && kind !== 'file_name') || payload.length === 0) return undefined;
  if (payload.length > textBytesMax) return undefined;
  const bytes = payloadBytes(plainPayload(payload, source), source);
  const text = toText(bytes);
  const isText = text.length < bytes.length && !text.includes('\0');
  return isText ? { payload: { text, length: bytes.length } } : undefined;
}
