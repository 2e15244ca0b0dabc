/**
 * A file as the JSON that `crit decode` prints. Separate from the lossless form, because it has no place for
 * unknown fields, raw images, padding or bytes after the last record: what it drops is reported.
 */
import { joined, utf8Text } from '../../byte-text.ts';
import type { Report } from '../../diagnostic.ts';
import { ImageError } from '../../diagnostic.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { criuDiagnostic } from './codes.ts';
import { addressText, base64Lines, bytesToCrit, type CritJson, prettyInteger } from './crit-values.ts';
import { encodeMessage } from './encode-message.ts';
import { type ImageTypeName, imageType } from './image-types.ts';
import { type FieldLayout, type MessageLayout, messageLayout } from './layouts.ts';
import type {
  CriuRecord,
  Fields,
  FieldValue,
  FileHeader,
  MessageBody,
  MessageRecord,
  PayloadPart,
} from './record.ts';

export interface CritOptions {
  /** Like `crit decode --pretty`: hexadecimal, names of flags, addresses. */
  readonly pretty?: boolean;
  /** Like `crit show --nopl`: how long a payload is instead of the payload. */
  readonly noPayload?: boolean;
  /** The file that the records are from; payloads are read from it. */
  readonly source?: ByteSource;
  readonly report?: Report;
}

export interface CritImage {
  readonly magic: string;
  readonly entries: readonly CritJson[];
}

// crit knows types by magic number, so types that share one have the name that comes first in magic.h.
const critNames: Partial<Record<ImageTypeName, string>> = {
  BINFMT_MISC_OLD: 'BINFMT_MISC',
  PSIGNAL: 'SIGNAL',
  SHMEM_PAGEMAP: 'PAGEMAP',
  STATS_DUMP: 'STATS',
  STATS_RESTORE: 'STATS',
};

/** crit's name of an image type. */
export function critMagic(type: ImageTypeName): string {
  return critNames[type] ?? type;
}

/** The whole document. For large files use `critEntries` and write them one by one. */
export function toCritJson(
  header: FileHeader,
  records: Iterable<CriuRecord>,
  options: CritOptions = {},
): CritImage {
  return { magic: critMagicOf(header), entries: [...critEntries(header, records, options)] };
}

/** crit's name of a file's type; refuses files that crit cannot read either. */
export function critMagicOf({ name, type }: FileHeader): string {
  if (type === undefined || imageType(type).message === undefined) {
    const message = `${name} has no messages, so crit has no JSON for it`;
    throw new ImageError(criuDiagnostic('criu-not-crit', message, { file: name }));
  }
  return critMagic(type);
}

/** The entries one at a time. */
export function* critEntries(
  header: FileHeader,
  records: Iterable<CriuRecord>,
  options: CritOptions = {},
): Generator<CritJson, void, undefined> {
  for (const record of records) {
    if (record.kind === 'message') yield critEntry(header, record, options);
    else reportLoss(header, record.offset, `${record.data.length} bytes after the records`, options);
  }
}

function reportLoss(header: FileHeader, offset: number, what: string, { report }: CritOptions): void {
  const message = `${what}: crit's JSON has no place for them`;
  report?.(criuDiagnostic('criu-crit-loss', message, { file: header.name, offset }));
}

function critEntry(header: FileHeader, record: MessageRecord, options: CritOptions): CritJson {
  const entry = critFields(messageLayout(record.message), record.fields, options.pretty === true, false);
  if (hasUnknown(record.fields)) reportLoss(header, record.offset, 'unknown fields', options);
  const extra =
    options.noPayload === true ? critSize(header, record) : critExtra(header, record, options.source);
  return extra === undefined ? entry : { ...entry, extra };
}

function hasUnknown(fields: Fields): boolean {
  if (fields.$unknown !== undefined) return true;
  return Object.values(fields).some((value) => {
    const items = Array.isArray(value) ? value : [value];
    return items.some(
      (item) => typeof item === 'object' && !ArrayBuffer.isView(item) && hasUnknown(item as Fields),
    );
  });
}

function critFields(
  layout: MessageLayout,
  fields: Fields,
  pretty: boolean,
  hex: boolean,
): { readonly [name: string]: CritJson } {
  const json: Record<string, CritJson> = {};
  for (const field of layout.fields) {
    const value = fields[field.name] as FieldValue | undefined;
    if (value === undefined) continue;
    if (!field.repeated) {
      json[field.name] = critValue(field, value, pretty, hex);
      continue;
    }
    const address = pretty && field.note.ipadd === true ? addressText(value as readonly number[]) : undefined;
    json[field.name] =
      address === undefined
        ? (value as readonly FieldValue[]).map((item) => critValue(field, item, pretty, hex))
        : [address];
  }
  return json;
}

function critValue(field: FieldLayout, value: FieldValue, pretty: boolean, hex: boolean): CritJson {
  const inHex = hex || field.note.hex === true;
  switch (field.kind) {
    case 'message':
      return critFields(field.message as MessageLayout, value as Fields, pretty, inHex);
    case 'enum':
      return field.names?.get(value as number) ?? (value as number);
    case 'bytes':
      return bytesToCrit(field, value as Uint8Array);
    case 'string':
      return typeof value === 'string' ? value : utf8Text(value as Uint8Array);
    case 'bool':
      return value as boolean;
    default:
      return pretty ? prettyInteger(field, value as number | bigint, inHex) : (value as number | bigint);
  }
}

/** `... <1.5KB>`; crit says nothing of ghost files. */
function critSize({ type }: FileHeader, { payload }: MessageRecord): CritJson | undefined {
  const kind = type && imageType(type).payload;
  if (kind === undefined || kind === 'ghost') return undefined;
  if (kind === 'segment' && payload === undefined) return undefined;
  // crit counts the ipc_msg in front of a message, but for its size word.
  let size = (payload ?? []).reduce((sum, { head, data }) => sum + headLength(head) + data.length, 0);
  for (const unit of ['', 'K', 'M', 'G', 'T']) {
    if (size < 1024) return `... <${Number.isInteger(size) ? size : size.toFixed(1)}${unit}B>`;
    size /= 1024;
  }
  return `... <${size.toFixed(1)}PB>`;
}

function headLength(head: MessageBody | undefined): number {
  if (head === undefined) return 0;
  return (head.raw ?? encodeMessage(messageLayout(head.message), head.fields)).length;
}

function critExtra(
  { type }: FileHeader,
  { payload, message, fields }: MessageRecord,
  source: ByteSource | undefined,
): CritJson | undefined {
  const kind = type && imageType(type).payload;
  if (kind === undefined) return undefined;
  const parts = payload ?? [];
  const text = (part: PayloadPart | undefined): string =>
    part === undefined ? '' : base64Lines(partBytes(part, source));
  switch (kind) {
    case 'semaphores':
      return parts.flatMap((part) => words16(partBytes(part, source)));
    case 'messages':
      return parts.flatMap((part) => [
        part.head === undefined ? {} : critFields(messageLayout('ipc_msg'), part.head.fields, false, false),
        text(part),
      ]);
    case 'tcp':
      return { inq: text(parts[0]), outq: text(parts[1]) };
    case 'bpfmap':
      return base64Lines(joined(parts.map((part) => partBytes(part, source))));
    case 'ghost':
      return message === 'ghost_file_entry' && fields['chunks'] === true ? undefined : text(parts[0]);
    // crit itself takes the next entries for content here; there is none.
    case 'segment':
      return parts.length === 0 ? undefined : text(parts[0]);
    default:
      return text(parts[0]);
  }
}

function partBytes({ data }: PayloadPart, file: ByteSource | undefined): Uint8Array {
  if (data instanceof Uint8Array) return data;
  const source = data.source ?? file;
  if (source === undefined) throw new Error('crit JSON needs the source of the payloads');
  const bytes = new Uint8Array(data.length);
  source.readInto(bytes, data.offset);
  return bytes;
}

function words16(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length >> 1 }, (_, i) => view.getUint16(2 * i, true));
}
