/** One record of an image, decoded when it is looked at. Damage was reported when the image was walked. */
import type { ByteSource } from '../parse/bytes/byte-source.ts';
import { ExactStream } from '../parse/bytes/exact-stream.ts';
import {
  type AnyObject,
  type AnyRecord,
  imageHeaderBytes,
  imageHeaderPrefixBytes,
  noPayload,
  objectHeaderBytes,
} from '../parse/cpt/record.ts';
import { cptKinds, type ImageHeaderFields, readImageHeader } from '../parse/generated/cpt-records.ts';
import type { RecordIndex } from './record-index.ts';

/** Decoded records that are kept: those on a screen are asked for again with every key. */
const keptMax = 512;

export class RecordReader {
  readonly #source: ByteSource;
  readonly #index: RecordIndex;
  readonly #stream = new ExactStream();
  readonly #kept = new Map<number, AnyRecord>();
  readonly header: ImageHeaderFields;

  constructor(source: ByteSource, index: RecordIndex) {
    this.#source = source;
    this.#index = index;
    this.header = readImageHeader(
      this.#stream.load(source.view(imageHeaderPrefixBytes, imageHeaderBytes - imageHeaderPrefixBytes)),
    );
  }

  /** By the number that the index gave it. */
  record(number: number): AnyRecord {
    const kept = this.#kept.get(number);
    if (kept) return kept;
    const record = this.#read(number);
    if (this.#kept.size >= keptMax) this.#kept.clear();
    this.#kept.set(number, record);
    return record;
  }

  /** Bytes of the file that belong to a record, all that lies in it included. */
  extent(number: number): number {
    const offset = this.#index.offset(number);
    const kind = this.#index.kind(number);
    if (kind === 'image') return this.#view(4, 2).getUint16(0, true);
    if (kind !== 'raw') return Number(this.#view(offset, 8).getBigUint64(0, true));
    // Records account for every byte: what has no header ends where the next record starts.
    return (number + 1 < this.#index.length ? this.#index.offset(number + 1) : this.#source.size) - offset;
  }

  #view(offset: number, length: number): DataView {
    const bytes = this.#source.view(offset, length);
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  #read(number: number): AnyRecord {
    const offset = this.#index.offset(number);
    const depth = this.#index.depth(number);
    const kind = this.#index.kind(number);
    const parentNumber = this.#index.parent(number);
    const parent = parentNumber < 0 ? undefined : this.record(parentNumber);
    const base = { offset, depth, extra: new Uint8Array(0), payload: noPayload, ...(parent && { parent }) };
    const extent = this.extent(number);
    if (kind === 'image') return { ...base, kind, hdrlen: extent, fields: this.header };
    if (kind === 'raw') return { ...base, kind, hdrlen: 0, payload: { offset, length: extent }, fields: {} };
    const header = this.#view(offset, objectHeaderBytes);
    const type = header.getUint32(8, true);
    const hdrlen = header.getUint16(12, true);
    const last = header.getUint16(14, true);
    if (kind === 'section') return { ...base, kind, hdrlen, fields: { section: type, align: last } };
    const payload = { offset: offset + hdrlen, length: extent - hdrlen };
    const object = { ...base, hdrlen, object: type, content: last };
    if (kind === 'unknown') return { ...object, kind, payload, fields: {} };
    const info = cptKinds[kind];
    const fixed = this.#source.view(offset + objectHeaderBytes, hdrlen - objectHeaderBytes);
    const fields = info.read(this.#stream.load(fixed), {
      osArch: this.header.osArch,
      conntrackHdrlen: parent?.kind === 'net_conntrack' ? parent.hdrlen : 0,
    });
    return { ...object, kind, fields, payload: info.content === 'bytes' ? payload : noPayload } as AnyObject;
  }
}
