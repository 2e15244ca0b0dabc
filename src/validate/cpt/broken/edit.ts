/**
 * Editing images for the broken samples: a field in place, or records put in, left out and changed while the
 * image is written anew. Knows nothing of rules.
 */
import { MemorySink } from '../../../parse/bytes/byte-sink.ts';
import { memorySource } from '../../../parse/bytes/byte-source.ts';
import { ExactStream } from '../../../parse/bytes/exact-stream.ts';
import { readCptRecords } from '../../../parse/cpt/read.ts';
import { type AnyObject, type AnyRecord, noPayload, type ObjectRecord } from '../../../parse/cpt/record.ts';
import { CptWriter } from '../../../parse/cpt/write.ts';
import { type CptFields, type CptKind, cptKinds, objectType } from '../../../parse/generated/cpt-records.ts';
import { rangesOf } from '../rule.ts';

export type Edit = (image: Uint8Array) => Uint8Array;

/** Which record: the first of its kind that fits, or the one of that number among those. */
export interface Target<K extends AnyRecord['kind'] = AnyRecord['kind']> {
  readonly kind: K;
  readonly number?: number;
  readonly where?: (record: Extract<AnyRecord, { readonly kind: K }>) => boolean;
}

const silent = () => {};

export const recordsOf = (image: Uint8Array): AnyRecord[] => [...readCptRecords(memorySource(image), silent)];

export function find<K extends AnyRecord['kind']>(
  image: Uint8Array,
  { kind, number = 0, where }: Target<K>,
): Extract<AnyRecord, { readonly kind: K }> {
  const fits = recordsOf(image).filter(
    (record): record is Extract<AnyRecord, { readonly kind: K }> =>
      record.kind === kind && (where?.(record as Extract<AnyRecord, { readonly kind: K }>) ?? true),
  );
  const found = fits.at(number);
  if (!found) throw new Error(`no ${kind} number ${number} in the base of this sample`);
  return found;
}

type Value = number | bigint | ((image: Uint8Array) => number | bigint);

/** Sets one integer field of the fixed part. */
export function setField<K extends AnyRecord['kind']>(target: Target<K>, path: string, value: Value): Edit {
  return (image) => {
    const record: AnyRecord = find(image, target);
    for (const { path: name, offset, length } of rangesOf(record)) {
      if (name === path) return overwrite(offset, length, value)(image);
    }
    throw new Error(`${target.kind} has no field ${path}`);
  };
}

const heads = { next: [0, 8], type: [8, 4], hdrlen: [12, 2], content: [14, 2] } as const;

/** Sets one field that every section and object starts with. */
export function setHead<K extends AnyRecord['kind']>(
  target: Target<K>,
  field: keyof typeof heads,
  value: Value,
): Edit {
  return (image) => {
    const [at, length] = heads[field];
    return overwrite(find(image, target).offset + at, length, value)(image);
  };
}

/** Puts an integer at an offset; a negative one counts from the end. */
export function overwrite(offset: number, length: number, value: Value): Edit {
  return (image) => {
    const copy = image.slice();
    const start = offset < 0 ? copy.length + offset : offset;
    let rest = BigInt.asUintN(64, BigInt(typeof value === 'function' ? value(image) : value));
    for (let at = 0; at < length; at += 1, rest >>= 8n) copy[start + at] = Number(rest & 0xffn);
    return copy;
  };
}

/** Overwrites bytes of a payload. */
export function setPayload<K extends AnyRecord['kind']>(
  target: Target<K>,
  at: number,
  bytes: Uint8Array,
): Edit {
  return (image) => {
    const { payload } = find(image, target);
    if (!('offset' in payload)) throw new Error(`${target.kind} has no payload`);
    const copy = image.slice();
    copy.set(bytes, payload.offset + at);
    return copy;
  };
}

/** The first bytes only; a negative count leaves out that many at the end. */
export const cut =
  (bytes: number): Edit =>
  (image) =>
    image.slice(0, bytes);

export const append =
  (count: number): Edit =>
  (image) => {
    const longer = new Uint8Array(image.length + count);
    longer.set(image);
    return longer;
  };

export const inOrder =
  (...edits: readonly Edit[]): Edit =>
  (image) =>
    edits.reduce((current, edit) => edit(current), image);

/**
 * Writes the image anew with each record replaced by what `change` makes of it. Positions follow their
 * targets.
 */
export function rewrite(
  change: (record: AnyRecord, all: readonly AnyRecord[]) => readonly AnyRecord[],
): Edit {
  return (image) => {
    const all = recordsOf(image);
    const sink = new MemorySink();
    const writer = new CptWriter(sink, memorySource(image), silent);
    for (const record of all) for (const made of change(record, all)) writer.write(made);
    writer.finish();
    return sink.result();
  };
}

/** Leaves out the records that fit, with everything inside them. */
export function drop(fits: (record: AnyRecord) => boolean): Edit {
  return rewrite((record) => (isInside(record, fits) ? [] : [record]));
}

function isInside(record: AnyRecord, fits: (record: AnyRecord) => boolean): boolean {
  for (let current: AnyRecord | undefined = record; current; current = current.parent) {
    if (fits(current)) return true;
  }
  return false;
}

/** Puts a new object behind the first record that fits, inside it or beside it. */
export function insert(
  after: (record: AnyRecord) => boolean,
  make: (at: AnyRecord, all: readonly AnyRecord[]) => readonly AnyRecord[],
): Edit {
  return (image) => {
    let done = false;
    return rewrite((record, all) => {
      if (done || !after(record)) return [record];
      done = true;
      return [record, ...make(record, all)];
    })(image);
  };
}

export interface NewObject<K extends CptKind> {
  readonly kind: K;
  readonly depth: number;
  readonly hdrlen: number;
  readonly content?: number;
  readonly fields?: Partial<CptFields[K]>;
  readonly payload?: Uint8Array;
}

let inventedOffset = -1;

/** An object whose fields are zero but for those that are given. */
export function makeObject<K extends CptKind>({
  kind,
  depth,
  hdrlen,
  content = 0,
  fields,
  payload,
}: NewObject<K>): AnyObject {
  const zeros = new ExactStream().load(new Uint8Array(hdrlen - 16));
  const record: ObjectRecord<K> = {
    kind,
    // No reference of the image leads to a new object.
    offset: inventedOffset--,
    depth,
    hdrlen,
    extra: new Uint8Array(0),
    object: objectType[kind],
    content,
    payload: payload === undefined ? noPayload : { bytes: payload, length: payload.length },
    fields: { ...cptKinds[kind].read(zeros, { osArch: 1, conntrackHdrlen: 232 }), ...fields },
  };
  return record as unknown as AnyObject;
}
