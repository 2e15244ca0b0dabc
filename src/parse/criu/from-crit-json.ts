/**
 * The JSON of `crit decode`, plain or pretty, to records; also that of go-crit, whose 64-bit numbers are
 * strings. Writes the two-word head of CRIU 1.6 and later, as crit does.
 */

import { addressWords, bytesFromCrit, integerFromCrit } from './crit-values.ts';
import {
  asArray,
  asBytes,
  asInteger,
  asObject,
  asText,
  badJson,
  type Json,
  type JsonObject,
} from './fields-json.ts';
import type { FileFromJson } from './from-json.ts';
import {
  headMagics,
  type ImageTypeName,
  identifyFile,
  imageType,
  imageTypes,
  type MessageName,
} from './image-types.ts';
import { type FieldLayout, type MessageLayout, messageLayout } from './layouts.ts';
import type { Fields, FieldValue, FileHeader, MessageRecord, PayloadPart } from './record.ts';
import { critMagic } from './to-crit-json.ts';

/**
 * `name` is the file to make: it tells types apart that share a magic number. Throws `criu-bad-json`.
 * Integers beyond 2^53 have to come as strings, which `parseCritJson` sees to.
 */
export function fromCritJson(json: Json, name: string): FileFromJson {
  const { entries } = asObject(json, '$');
  const header = critHeaderFromJson(json, name);
  return {
    header,
    records: asArray(entries, '$.entries').map((entry, i) => critRecordFromJson(header, entry, i)),
  };
}

/** The head of a document of crit, whose entries may come one by one. */
export function critHeaderFromJson(json: Json, name: string): FileHeader & { readonly type: ImageTypeName } {
  const type = typeOf(asText(asObject(json, '$')['magic'], '$.magic'), name);
  return { ...headerOf(type, name), type };
}

/** One entry; `index` is its place among the others, which tells its message. */
export function critRecordFromJson(
  { type }: { readonly type: ImageTypeName },
  entry: Json,
  index: number,
): MessageRecord {
  return recordFromCrit(type, index, asObject(entry, `$.entries[${index}]`));
}

function typeOf(magic: string, name: string): ImageTypeName {
  const named = identifyFile(name)?.type;
  if (named !== undefined && critMagic(named) === magic) return named;
  for (const type of Object.keys(imageTypes) as ImageTypeName[]) {
    if (critMagic(type) === magic && imageType(type).message !== undefined) return type;
  }
  return badJson('$.magic', 'the name of an image type with messages');
}

function headerOf(type: ImageTypeName, name: string): FileHeader {
  const { magic, service } = imageType(type);
  const head = service === true ? headMagics.service : headMagics.common;
  const id = identifyFile(name)?.id;
  return {
    name,
    type,
    ...(id !== undefined && { id }),
    magics: type === 'INVENTORY' ? [magic as number] : [head, magic as number],
  };
}

/** The message of an entry by its place among the others. */
export function critMessage(type: ImageTypeName, index: number): MessageName {
  const { message, rest, payload } = imageType(type);
  const later = payload === 'ghost' ? 'ghost_chunk_entry' : rest;
  return (index > 0 ? (later ?? message) : message) as MessageName;
}

function recordFromCrit(type: ImageTypeName, index: number, entry: JsonObject): MessageRecord {
  const { payload } = imageType(type);
  const path = `$.entries[${index}]`;
  const name = critMessage(type, index);
  const layout = messageLayout(name);
  const { extra, ...own } = entry;
  const fields = fieldsFromCrit(layout, renamed(layout, own), path);
  const parts = payload === undefined ? [] : partsFromCrit(type, extra, fields, `${path}.extra`);
  return {
    kind: 'message',
    offset: 0,
    length: 0,
    message: name,
    fields,
    ...(parts.length > 0 && { payload: parts }),
  };
}

/** Before CRIU 4.2 crit called the only count of a pagemap nr_pages; now that is another field. */
function renamed(layout: MessageLayout, entry: JsonObject): JsonObject {
  const field = layout.fields.find(({ note }) => note.formerName !== undefined);
  const former = field?.note.formerName;
  if (field === undefined || former === undefined) return entry;
  if (Object.hasOwn(entry, field.name) || !Object.hasOwn(entry, former)) return entry;
  const { [former]: value, ...others } = entry;
  return { ...others, [field.name]: value as Json };
}

function fieldsFromCrit(layout: MessageLayout, json: JsonObject, path: string): Fields {
  const fields: Record<string, FieldValue> = {};
  const isGoCrit = layout.name === 'unix_sk_entry' && isSocketOfGoCrit(json);
  for (const [name, value] of Object.entries(json)) {
    const at = `${path}.${name}`;
    const field = layout.byName.get(name);
    if (field === undefined) badJson(at, `a field of ${layout.name}`);
    if (!field.repeated) {
      fields[name] =
        isGoCrit && field.kind === 'bytes' ? asBytes(value, at) : valueFromCrit(field, value, at);
      continue;
    }
    const items = asArray(value, at);
    const [first] = items;
    fields[name] =
      field.note.ipadd === true && typeof first === 'string'
        ? addressWords(first, at)
        : items.map((item, i) => valueFromCrit(field, item, `${at}[${i}]`));
  }
  return fields as Fields;
}

/** The name of a socket is base64 there, and not crit's own form; what tells is a small 64-bit number as a string. */
function isSocketOfGoCrit({ opts }: JsonObject): boolean {
  const seconds = (opts as JsonObject | undefined)?.['so_snd_tmo_sec'];
  return typeof seconds === 'string' && /^\d+$/.test(seconds) && Number.isSafeInteger(Number(seconds));
}

/** A value that is no list. */
export function valueFromCrit(field: FieldLayout, json: Json, path: string): FieldValue {
  switch (field.kind) {
    case 'message':
      return fieldsFromCrit(field.message as MessageLayout, asObject(json, path), path);
    case 'bytes':
      return bytesFromCrit(field, json, path);
    case 'string':
      return asText(json, path);
    case 'bool':
      return typeof json === 'boolean' ? json : badJson(path, 'true or false');
    default:
      return integerFromCrit(field, json, path);
  }
}

function partsFromCrit(
  type: ImageTypeName,
  extra: Json | undefined,
  fields: Fields,
  path: string,
): PayloadPart[] {
  const part = (name: string, data: Uint8Array, alignment = 1): PayloadPart => ({
    name,
    data,
    padding: (alignment - (data.length % alignment)) % alignment,
  });
  switch (imageType(type).payload) {
    case 'semaphores':
      return [part('values', bytes16(asArray(extra, path), path), 8)];
    case 'messages':
      return messagesFromCrit(asArray(extra, path), path, part);
    case 'tcp': {
      const { inq, outq } = asObject(extra, path);
      return [part('inq', asBytes(inq, `${path}.inq`)), part('outq', asBytes(outq, `${path}.outq`))];
    }
    case 'bpfmap': {
      const data = asBytes(extra, path);
      const keys = Number(fields['keys_bytes'] ?? 0);
      return [part('keys', data.subarray(0, keys)), part('values', data.subarray(keys))];
    }
    case 'segment':
      // Documents by crit have the bytes of the next entries here; see formats/criu/NOTES.md.
      if (fields['in_pagemaps'] === true || extra === undefined) return [];
      return [part('content', asBytes(extra, path), 4)];
    case 'ghost':
      return extra === undefined ? [] : [part('content', asBytes(extra, path))];
    // go-crit leaves out what is empty.
    default:
      return [part('data', asBytes(extra === undefined && promised(fields) === 0 ? '' : extra, path))];
  }
}

const promised = (fields: Fields) => fields['bytes'] ?? fields['length'];

function messagesFromCrit(
  extra: readonly Json[],
  path: string,
  part: (name: string, data: Uint8Array, alignment: number) => PayloadPart,
): PayloadPart[] {
  const parts: PayloadPart[] = [];
  for (let i = 0; i < extra.length; i += 2) {
    const fields = fieldsFromCrit(
      messageLayout('ipc_msg'),
      asObject(extra[i], `${path}[${i}]`),
      `${path}[${i}]`,
    );
    const data = asBytes(extra[i + 1], `${path}[${i + 1}]`);
    if (data.length !== fields['msize']) badJson(`${path}[${i + 1}]`, `${fields['msize']} bytes`);
    parts.push({ ...part('message', data, 8), head: { message: 'ipc_msg', fields } });
  }
  return parts;
}

function bytes16(values: readonly Json[], path: string): Uint8Array {
  const bytes = new Uint8Array(2 * values.length);
  const view = new DataView(bytes.buffer);
  for (const [i, value] of values.entries()) {
    view.setUint16(2 * i, asInteger(value, 0n, 0xffffn, `${path}[${i}]`), true);
  }
  return bytes;
}
