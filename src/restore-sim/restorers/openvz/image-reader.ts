/**
 * Reads an image as the restoring kernel does: by position, one object at a time, with the checks of
 * rst_get_object and no others. So a hidden section still serves those who know positions in it, and a
 * damaged length has the effect that it has there. Page contents are never read here.
 */
import type { ByteSource } from '../../../parse/bytes/byte-source.ts';
import { ExactStream } from '../../../parse/bytes/exact-stream.ts';
import { objectHeaderBytes } from '../../../parse/cpt/record.ts';
import { type CptFields, type CptKind, cptKinds } from '../../../parse/generated/cpt-records.ts';
import { BlockCache } from './block-cache.ts';
import { crash, type Place, refuse } from './stop.ts';

export interface ObjectHeader {
  readonly offset: number;
  readonly next: number;
  readonly object: number;
  readonly hdrlen: number;
  readonly content: number;
  /** Where sub-objects or payload start, and where the object ends. */
  readonly body: number;
  readonly end: number;
}

export interface TaskPlace {
  readonly image: { readonly pid: number; readonly comm: string };
}

const pathOf = (place: string | TaskPlace): string =>
  typeof place === 'string' ? place : `TASKS/task ${place.image.pid} (${place.image.comm})`;

export interface ReadObject<K extends CptKind> extends ObjectHeader {
  readonly fields: CptFields[K];
}

/** PATH_MAX of __rst_get_name: a longer name counts as none. */
const nameBytesMax = 4096;

/** Objects are read at most a few times each; more means lists that overlap without end. */
const readsPerHeader = 8;
const readsMinimum = 100_000;

/** More than the largest object that is read in place has. */
const fixedBytesMax = 4096;

const noBytes = new Uint8Array(0);
const decoder = new TextDecoder();

export class ImageReader {
  readonly source: ByteSource;
  readonly #cache: BlockCache;
  readonly #shortHeader: 'file-bytes' | 'zeros';
  readonly #stream = new ExactStream();
  readonly #fixed = new Uint8Array(fixedBytesMax);
  readonly #fixedView = new DataView(this.#fixed.buffer);
  readonly #ownBytes = new Map<CptKind, number>();
  #readsLeft: number;
  osArch = 0;
  /**
   * What is being restored, for the places of failures: a text, or the task, whose text is made when
   * needed.
   */
  place: string | TaskPlace = 'image';

  constructor(source: ByteSource, shortHeader: 'file-bytes' | 'zeros') {
    this.source = source;
    this.#cache = new BlockCache(source);
    this.#shortHeader = shortHeader;
    this.#readsLeft = readsMinimum + Math.floor((source.size / objectHeaderBytes) * readsPerHeader);
  }

  at(offset: number): Place {
    return { offset: Math.max(0, Math.min(offset, this.source.size)), path: pathOf(this.place) };
  }

  /** pread of the kernel's file: EIO beyond the end, positions without meaning included. */
  checkRange(position: number, length: number, what: string): void {
    if (!(position >= 0 && position + length <= this.source.size)) {
      refuse('beyond-file', 'EIO', this.at(position), `${what} lies beyond the end of the image`);
    }
  }

  bytes(position: number, length: number, what: string): Uint8Array {
    this.checkRange(position, length, what);
    return this.#cache.view(position, length);
  }

  /** The 16 bytes at a position as an object header, unchecked. */
  rawHeader(position: number, what: string): ObjectHeader {
    this.#readsLeft -= 1;
    if (this.#readsLeft < 0) {
      crash('endless-loop', this.at(position), `${what}: objects overlap so that the kernel reads on and on`);
    }
    const bytes = this.bytes(position, objectHeaderBytes, what);
    const view = new DataView(bytes.buffer, bytes.byteOffset, objectHeaderBytes);
    // Lengths above 2^53 are beyond any file; as a float they stay large enough to fail every test.
    const next = view.getUint32(0, true) + view.getUint32(4, true) * 2 ** 32;
    const hdrlen = view.getUint16(12, true);
    const object = view.getUint32(8, true);
    const content = view.getUint16(14, true);
    return { offset: position, next, object, hdrlen, content, body: position + hdrlen, end: position + next };
  }

  /** rst_get_object for any type. */
  header(position: number, what: string): ObjectHeader {
    return this.#checkLengths(this.rawHeader(position, what), what);
  }

  #checkLengths(header: ObjectHeader, what: string): ObjectHeader {
    const { offset: position, next, hdrlen } = header;
    if (hdrlen > next || hdrlen < objectHeaderBytes) {
      const message = `${what} names a header of ${hdrlen} and a length of ${next} bytes`;
      refuse('object-length', 'EINVAL', this.at(position), message);
    }
    return header;
  }

  /** rst_get_object for one type. Number 0, which is TASK, is never compared. */
  object<K extends CptKind>(kind: K, position: number): ReadObject<K> {
    return this.decode(kind, this.expect(kind, position));
  }

  /** The same for an object whose type was found out before. */
  decode<K extends CptKind>(kind: K, header: ObjectHeader): ReadObject<K> {
    return withFields(header, this.fields(kind, header));
  }

  /** As `object`, where the fields are not looked at. */
  expect(kind: CptKind, position: number): ObjectHeader {
    // The type comes first: it says most about a position in the middle of something.
    const header = this.rawHeader(position, kind);
    this.#checkType(kind, header);
    return this.#checkLengths(header, kind);
  }

  #checkType(kind: CptKind, { object, offset }: ObjectHeader): void {
    const wanted = cptKinds[kind].object;
    if (wanted === 0 || object === wanted) return;
    const message = `there is an object of type ${object} where ${kind} (${wanted}) is expected`;
    refuse('wrong-object', 'EINVAL', this.at(offset), message);
  }

  /**
   * The fixed part of an object for reading single fields, header included: valid until the next call.
   * What a short header leaves out is as for `fields`.
   */
  fixedPart({ offset, hdrlen }: ObjectHeader, length: number): DataView {
    const stored = this.#shortHeader === 'zeros' ? Math.min(hdrlen, length) : length;
    const available = Math.min(stored, this.source.size - offset);
    if (available < length) this.#fixed.fill(0, available, length);
    this.#fixed.set(this.#cache.view(offset, available));
    return this.#fixedView;
  }

  /** The fixed part of an object that has been looked at. */
  fields<K extends CptKind>(kind: K, { offset, hdrlen }: ObjectHeader): CptFields[K] {
    const start = offset + objectHeaderBytes;
    const stored = hdrlen - objectHeaderBytes;
    // 2.6.18 reads no more than the header says into a buffer that it does not clear. What is left there
    // is
    // unknown; what lies in the file comes closest for a header that was cut by mistake.
    const length = this.#shortHeader === 'zeros' ? stored : Math.max(stored, this.#ownLength(kind));
    const available = Math.max(0, Math.min(length, this.source.size - start));
    const bytes = available > 0 ? this.#cache.view(start, available) : noBytes;
    const context = { osArch: this.osArch, conntrackHdrlen: 0 };
    return cptKinds[kind].read(this.#stream.load(bytes), context);
  }

  #ownLength(kind: CptKind): number {
    let length = this.#ownBytes.get(kind);
    if (length === undefined) {
      cptKinds[kind].read(this.#stream.load(noBytes), { osArch: this.osArch, conntrackHdrlen: 0 });
      length = this.#stream.position;
      this.#ownBytes.set(kind, length);
    }
    return length;
  }

  /** One kind of object after the other; each is checked when it is reached. */
  *objects<K extends CptKind>(kind: K, from: number, to: number): Generator<ReadObject<K>, void> {
    for (let position = from; position < to; ) {
      const object = this.object(kind, position);
      yield object;
      position = object.end;
    }
  }

  /** Objects of any kind. */
  *headers(from: number, to: number, what: string): Generator<ObjectHeader, void> {
    for (let position = from; position < to; ) {
      const header = this.header(position, what);
      yield header;
      position = header.end;
    }
  }

  /** __rst_get_name: undefined for anything that is no usable NAME. */
  name(position: number): { readonly text: string; readonly end: number } | undefined {
    if (position + objectHeaderBytes > this.source.size) return undefined;
    const { object, hdrlen, next, body, end } = this.rawHeader(position, 'name');
    const length = next - hdrlen;
    const isName = object === cptKinds.name.object && hdrlen >= objectHeaderBytes;
    if (!isName || length < 0 || length > nameBytesMax || end > this.source.size) return undefined;
    return { text: textOf(this.#cache.view(body, length)), end };
  }
}

/** Adds to the header object itself: a copy for each object would double the garbage. */
function withFields<K extends CptKind>(header: ObjectHeader, fields: CptFields[K]): ReadObject<K> {
  return Object.assign(header, { fields });
}

/** NULL64 as a number: like all absurd positions it lies outside of any file. */
export const nullPosition = -1;

/** A stored position as a number. */
export const positionOf = (stored: bigint): number =>
  stored === 0xffffffffffffffffn ? nullPosition : Number(stored);

export function textOf(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return decoder.decode(end === -1 ? bytes : bytes.subarray(0, end));
}
