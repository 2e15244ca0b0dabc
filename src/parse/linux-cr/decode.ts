/** The body of a record → fields and payload, and how a stream ends; the same for both framings. */
import type { Report } from '../../diagnostic.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import type { ExactStream } from '../bytes/exact-stream.ts';
import { type LinuxCrKind, linuxCrKinds } from '../generated/linux-cr-records.ts';
import { linuxCrDiagnostic } from './codes.ts';
import { formOf, type ImageContext } from './context.ts';
import {
  type AnyKnown,
  type AnyRecord,
  noPayload,
  type RawRecord,
  recordHeaderBytes,
  recordPath,
  tailMagic,
} from './record.ts';

export interface ReadContext {
  readonly source: ByteSource;
  readonly context: ImageContext;
  readonly report: Report;
  readonly stream: ExactStream;
}

export function* readEnd(
  { source, report }: ReadContext,
  offset: number,
  magic: bigint,
): Generator<RawRecord, void> {
  if (magic !== tailMagic) {
    const message = `the tail holds 0x${magic.toString(16)}, expected 0x${tailMagic.toString(16)}`;
    report(linuxCrDiagnostic('tail-magic', message, { offset: offset - 8, path: 'tail.magic' }));
  }
  if (offset === source.size) return;
  report(
    linuxCrDiagnostic('bytes-after-tail', `${source.size - offset} bytes after the tail record`, { offset }),
  );
  yield raw(offset, source.size - offset);
}

/** No layout has more bytes of fields. */
const fieldBytesMax = 4096;

/** Undefined when the fields say that there are more or fewer of them than the body has bytes for. */
export function decode(
  { source, context, stream }: ReadContext,
  kind: LinuxCrKind,
  offset: number,
  number: number,
  body: { readonly offset: number; readonly length: number },
): AnyKnown | undefined {
  const form = formOf(kind, context.layout);
  const base = { kind, offset, number };
  if (form?.layout === undefined) {
    const payload = body.length === 0 ? noPayload : body;
    return { ...base, hdrlen: recordHeaderBytes, payload, fields: {} } as AnyKnown;
  }
  stream.load(source.view(body.offset, Math.min(body.length, fieldBytesMax)));
  const fields = linuxCrKinds[kind].read(stream, context);
  const described = stream.position;
  const rest = body.length - described;
  if (rest < 0 || (rest > 0 && !form.hasTail)) return undefined;
  const payload = rest === 0 ? noPayload : { offset: body.offset + described, length: rest };
  return { ...base, hdrlen: recordHeaderBytes + described, payload, fields } as AnyKnown;
}

export const raw = (offset: number, length: number): RawRecord => ({
  kind: 'raw',
  offset,
  number: 0,
  hdrlen: 0,
  payload: { offset, length },
  fields: {},
});

export const placeOf = (record: AnyRecord) => ({ offset: record.offset, path: recordPath(record) });
