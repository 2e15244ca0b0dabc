/** One record of an image, decoded when it is looked at. Damage was reported when the image was walked. */
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { ExactStream } from '../../parse/bytes/exact-stream.ts';
import { readHeader, readObject } from '../../parse/cpt/read.ts';
import {
  type AnyObject,
  type AnyRecord,
  imageHeaderBytes,
  imageHeaderPrefixBytes,
  noPayload,
  type SectionRecord,
} from '../../parse/cpt/record.ts';
import { type ImageHeaderFields, readImageHeader } from '../../parse/generated/cpt-records.ts';
import type { CptIndex } from './kinds.ts';

/** Decoded records that are kept: those on a screen are asked for again with every key. */
const keptMax = 512;

export class RecordReader {
  readonly #source: ByteSource;
  readonly #index: CptIndex;
  readonly #stream = new ExactStream();
  readonly #kept = new Map<number, AnyRecord>();
  readonly header: ImageHeaderFields;

  constructor(source: ByteSource, index: CptIndex) {
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
    if (kind === 'image') return { ...base, kind, hdrlen: this.extent(number), fields: this.header };
    const header = kind === 'raw' ? undefined : readHeader(this.#source, offset, this.#source.size);
    if (header === undefined) {
      const payload = { offset, length: this.extent(number) };
      return { ...base, kind: 'raw', hdrlen: 0, payload, fields: {} };
    }
    const { type, hdrlen, last } = header;
    if (kind === 'section') return { ...base, kind, hdrlen, fields: { section: type, align: last } };
    const { osArch } = this.header;
    const context = { source: this.#source, report: () => {}, osArch, stream: this.#stream };
    // Objects lie in sections.
    return readObject(context, offset, header, parent as SectionRecord | AnyObject, depth);
  }
}
