/**
 * Streams of every kind of record of a layout with fields of any value: for what concerns bytes. Such a stream means
 * nothing; whole images with meaning come from the bridge.
 */
import type { Report } from '../../../diagnostic.ts';
import { MemorySink } from '../../bytes/byte-sink.ts';
import { memorySource } from '../../bytes/byte-source.ts';
import { ExactStream } from '../../bytes/exact-stream.ts';
import { linuxCrLayouts } from '../../generated/linux-cr-layouts.ts';
import { type LinuxCrKind, linuxCrKinds } from '../../generated/linux-cr-records.ts';
import {
  bodySizes,
  formOf,
  type ImageContext,
  isOldFraming,
  numberOfArch,
  numberOfKind,
  treeEntryBytes,
} from '../context.ts';
import { type AnyRecord, headMagic, payloadOf, recordHeaderBytes, tailMagic } from '../record.ts';
import { linuxCrVariant, variantOfLayout } from '../variants.ts';
import { LinuxCrWriter } from '../write.ts';

/** Numbers below 2^32 that depend on the seed alone (xorshift). */
export function randomNumbers(seed: number): () => number {
  let state = (seed * 2654435761 + 88675123) >>> 0 || 1;
  return () => {
    state ^= (state << 13) >>> 0;
    state ^= state >>> 17;
    state ^= (state << 5) >>> 0;
    state >>>= 0;
    return state;
  };
}

export function randomImage(context: ImageContext, seed: number): Uint8Array {
  const random = randomNumbers(seed);
  const sink = new MemorySink();
  const fail: Report = (problem) => {
    throw new Error(problem.message);
  };
  const writer = new LinuxCrWriter(sink, memorySource(new Uint8Array(0)), context, fail);
  for (const record of randomRecords(context, random)) writer.write(record);
  return sink.result();
}

function* randomRecords(context: ImageContext, random: () => number): Generator<AnyRecord> {
  const kinds = (Object.keys(linuxCrKinds) as LinuxCrKind[]).filter(
    (kind) => numberOfKind(context.layout, kind) !== undefined && formOf(kind, context.layout) !== undefined,
  );
  const middle = kinds.filter((kind) => !['header', 'header_arch', 'tail', 'error'].includes(kind));
  yield randomRecord('header', context, random);
  yield randomRecord('header_arch', context, random);
  for (let count = 0; count < 2 * middle.length; count++) {
    const kind = middle[count < middle.length ? count : random() % middle.length] as LinuxCrKind;
    yield* withWhatFollows(randomRecord(kind, context, random), context, random);
  }
  yield randomRecord('tail', context, random);
}

function randomRecord(kind: LinuxCrKind, context: ImageContext, random: () => number): AnyRecord {
  const form = formOf(kind, context.layout);
  const fields = sensible(kind, randomFields(kind, context, random), context);
  const hasTail = form?.hasTail === true || (isOldFraming(context) && form?.layout === undefined);
  const payload = payloadOf(hasTail ? randomBytes(random() % 200, random) : new Uint8Array(0));
  const base = {
    kind,
    offset: 0,
    number: numberOfKind(context.layout, kind) ?? 0,
    hdrlen: 0,
    payload,
    fields,
  };
  return {
    ...base,
    ...(isOldFraming(context) && { owner: kind === 'header' ? 0 : random() % 100 }),
  } as unknown as AnyRecord;
}

/** Decoded from random bytes; of a file each of the sizes comes up. */
function randomFields(
  kind: LinuxCrKind,
  context: ImageContext,
  random: () => number,
): Record<string, unknown> {
  const name = formOf(kind, context.layout)?.layout;
  if (name === undefined) return {};
  const bytes = randomBytes(Math.max(...bodySizes(kind, context)), random);
  const deciding = linuxCrLayouts[name]?.fields.some(({ when }) => when?.field === 'fType');
  if (deciding) new DataView(bytes.buffer).setUint32(0, random() % 8, true);
  return { ...linuxCrKinds[kind].read(new ExactStream().load(bytes), context) };
}

/** What readers go by has to be true. */
function sensible(kind: LinuxCrKind, fields: Record<string, unknown>, context: ImageContext): object {
  switch (kind) {
    case 'header':
      return {
        ...fields,
        magic: headMagic,
        ...('archId' in fields && { archId: numberOfArch(context.layout, context.arch) }),
        rev: linuxCrVariant(variantOfLayout(context.layout)).rev ?? 1,
      };
    case 'tail':
      return { ...fields, magic: tailMagic };
    case 'header_arch':
      return { ...fields, xstateSize: 512 };
    case 'task':
      return { ...fields, robustFutexHeadLen: 24, compatRobustFutexHeadLen: 12 };
    case 'tree':
      return { ...fields, nrTasks: 3 };
    case 'pgarr':
      return { ...fields, nrPages: 1n };
    case 'thread':
      return isOldFraming(context) ? { ...fields, ntls: 1, sizeofTlsArray: 24 } : fields;
    case 'cpu':
      return isOldFraming(context) ? { ...fields, usedMath: 1 } : fields;
    case 'mm_context':
      return isOldFraming(context) ? { ...fields, nldt: 2, ldtEntrySize: 8 } : fields;
    default:
      return fields;
  }
}

function* withWhatFollows(
  record: AnyRecord,
  context: ImageContext,
  random: () => number,
): Generator<AnyRecord> {
  yield record;
  const bare = (length: number): AnyRecord => ({
    kind: 'raw',
    offset: 0,
    number: 0,
    hdrlen: 0,
    payload: payloadOf(randomBytes(length, random)),
    fields: {},
  });
  if (record.kind === 'tree') {
    const length = 3 * treeEntryBytes(context);
    if (isOldFraming(context)) yield bare(length);
    else yield bufferOf(randomBytes(length, random), context);
  }
  if (!isOldFraming(context)) return;
  if (record.kind === 'pgarr') yield bare(4 + 4096);
  if (record.kind === 'thread') yield bare(24);
  if (record.kind === 'cpu') yield bare(512);
  if (record.kind === 'mm_context') yield bare(16);
}

const bufferOf = (bytes: Uint8Array, { layout }: ImageContext): AnyRecord => ({
  kind: 'buffer',
  offset: 0,
  number: numberOfKind(layout, 'buffer') ?? 0,
  hdrlen: recordHeaderBytes,
  payload: payloadOf(bytes),
  fields: {},
});

const randomBytes = (length: number, random: () => number): Uint8Array =>
  Uint8Array.from({ length }, () => random() >>> 8);
