/**
 * The lossless JSON document back to records. Offsets of edited records may be stale: encoding follows the
 * order of the records, not their offsets. Anything that does not fit the layouts is refused, not guessed.
 */
import type { ByteSource } from '../bytes/byte-source.ts';
import {
  asArray,
  asBytes,
  asInteger,
  asObject,
  asText,
  badJson,
  fieldsFromJson,
  type Json,
  onlyMembers,
} from './fields-json.ts';
import { type ImageTypeName, imageTypes, type MessageName } from './image-types.ts';
import { messageLayout, messageLayouts } from './layouts.ts';
import type { CriuRecord, FileHeader, MessageBody, OpaqueRecord, PayloadPart, PayloadRef } from './record.ts';

export interface FileFromJson {
  readonly header: FileHeader;
  readonly records: readonly CriuRecord[];
}

const maxOffset = BigInt(Number.MAX_SAFE_INTEGER);

/** A whole document. `source` is the file that references without inline bytes point into. */
export function fileFromJson(json: Json, source?: ByteSource): FileFromJson {
  const document = asObject(json, '$');
  const records = asArray(document['records'], '$.records');
  return {
    header: headerFromJson(document),
    records: records.map((record, i) => recordFromJson(record, `$.records[${i}]`, source)),
  };
}

/** Of a document of one file; what it may leave out is what is the same in all. */
const headNames = ['schemaVersion', 'family', 'file', 'type', 'id', 'magics', 'records'];
/** Of the record that opens a file among others. */
const fileNames = ['kind', 'file', 'type', 'id', 'magics', 'sha256'];

/** The head of a document, or a record of kind `file`. */
export function headerFromJson(json: Json): FileHeader {
  const head = asObject(json, '$');
  const { schemaVersion, family, file, type, id, magics } = head;
  onlyMembers(head, head['kind'] === 'file' ? fileNames : headNames, '$');
  if (schemaVersion !== undefined && schemaVersion !== 1) badJson('$.schemaVersion', '1');
  if (family !== undefined && family !== 'criu') badJson('$.family', '"criu"');
  if (type !== undefined && !Object.hasOwn(imageTypes, asText(type, '$.type'))) {
    badJson('$.type', 'an image type');
  }
  return {
    name: asText(file, '$.file'),
    ...(type !== undefined && { type: type as ImageTypeName }),
    ...(id !== undefined && { id: asInteger(id, -maxOffset, maxOffset, '$.id') }),
    magics: asArray(magics, '$.magics').map((magic, i) =>
      asInteger(magic, 0n, 0xffff_ffffn, `$.magics[${i}]`),
    ),
  };
}

/** One record; `path` is its place in the document, for diagnostics. */
export function recordFromJson(json: Json, path: string, source?: ByteSource): CriuRecord {
  const object = asObject(json, path);
  const { kind, reason, offset, length, data, payload } = object;
  const start = offset === undefined ? 0 : asInteger(offset, 0n, maxOffset, `${path}.offset`);
  if (kind === 'opaque') {
    onlyMembers(object, ['kind', 'reason', 'offset', 'length', 'data'], path);
    if (!['raw', 'trailing', 'unreadable'].includes(asText(reason, `${path}.reason`))) {
      badJson(`${path}.reason`, 'raw, trailing or unreadable');
    }
    return {
      kind,
      reason: reason as OpaqueRecord['reason'],
      offset: start,
      data: dataFromJson(data, `${path}.data`, source),
    };
  }
  if (kind !== 'message') badJson(`${path}.kind`, 'message or opaque');
  onlyMembers(object, ['kind', 'offset', 'length', ...bodyNames, 'payload'], path);
  return {
    kind,
    offset: start,
    length: length === undefined ? 0 : asInteger(length, 0n, maxOffset, `${path}.length`),
    ...bodyFromJson(object, path),
    ...(payload !== undefined && {
      payload: asArray(payload, `${path}.payload`).map((part, i) =>
        partFromJson(part, `${path}.payload[${i}]`, source),
      ),
    }),
  };
}

const bodyNames = ['message', 'fields', 'raw'];

function bodyFromJson(json: Json, path: string): MessageBody {
  const { message, fields, raw } = asObject(json, path);
  const name = asText(message, `${path}.message`);
  if (!messageLayouts().has(name)) badJson(`${path}.message`, 'the name of a message');
  return {
    message: name as MessageName,
    fields: fieldsFromJson(messageLayout(name as MessageName), fields, `${path}.fields`),
    ...(raw !== undefined && { raw: asBytes(raw, `${path}.raw`) }),
  };
}

function partFromJson(json: Json, path: string, source: ByteSource | undefined): PayloadPart {
  const part = asObject(json, path);
  const { name, head, data, padding, oddPadding } = part;
  onlyMembers(part, ['name', 'head', 'data', 'padding', 'oddPadding'], path);
  if (head !== undefined) onlyMembers(asObject(head, `${path}.head`), bodyNames, `${path}.head`);
  const count = padding === undefined ? 0 : asInteger(padding, 0n, 7n, `${path}.padding`);
  const odd = oddPadding === undefined ? undefined : asBytes(oddPadding, `${path}.oddPadding`);
  if (odd !== undefined && odd.length !== count) badJson(`${path}.oddPadding`, `${count} bytes`);
  return {
    name: asText(name, `${path}.name`),
    ...(head !== undefined && { head: bodyFromJson(head, `${path}.head`) }),
    data: dataFromJson(data, `${path}.data`, source),
    padding: count,
    ...(odd && { oddPadding: odd }),
  };
}

function dataFromJson(
  json: Json | undefined,
  path: string,
  source: ByteSource | undefined,
): PayloadRef | Uint8Array {
  const where = asObject(json, path);
  const { base64, offset, length } = where;
  onlyMembers(where, base64 === undefined ? ['offset', 'length'] : ['base64'], path);
  if (base64 !== undefined) return asBytes(base64, `${path}.base64`);
  const ref = {
    offset: asInteger(offset, 0n, maxOffset, `${path}.offset`),
    length: asInteger(length, 0n, maxOffset, `${path}.length`),
  };
  if (source === undefined) return ref;
  if (ref.offset + ref.length > source.size)
    badJson(path, `inside the ${source.size} bytes of ${source.name}`);
  return { ...ref, source };
}
