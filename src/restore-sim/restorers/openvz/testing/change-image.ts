/**
 * For tests only: real images with one thing changed. Knows fields by name, from the generated layouts.
 */
import { memorySource } from '../../../../parse/bytes/byte-source.ts';
import { readCptRecords } from '../../../../parse/cpt/read.ts';
import { type AnyRecord, objectHeaderBytes } from '../../../../parse/cpt/record.ts';
import { cptLayouts } from '../../../../parse/generated/cpt-layouts.ts';
import { cptKinds } from '../../../../parse/generated/cpt-records.ts';
import { fieldRanges } from '../../../../parse/layout.ts';

export type Values = Readonly<Record<string, number | bigint>>;

/** An image in memory that changes in place; `copy` first. */
export class ChangedImage {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  readonly #records: readonly AnyRecord[];

  constructor(bytes: Uint8Array) {
    // Not slice: that of a Buffer shares memory.
    this.bytes = new Uint8Array(bytes);
    this.#view = new DataView(this.bytes.buffer);
    this.#records = [...readCptRecords(memorySource(new Uint8Array(bytes)), () => {})];
  }

  all(kind: AnyRecord['kind']): readonly AnyRecord[] {
    return this.#records.filter((record) => record.kind === kind);
  }

  /** The record of that kind for which all the values hold. */
  find(kind: AnyRecord['kind'], values: Values = {}): AnyRecord {
    const found = this.all(kind).find(({ fields }) =>
      Object.entries(values).every(([name, value]) => (fields as Values)[name] === value),
    );
    if (found === undefined) throw new Error(`no ${kind} with ${JSON.stringify(Object.keys(values))}`);
    return found;
  }

  section(type: number): AnyRecord {
    return this.find('section', { section: type });
  }

  /**
   * Writes fields by name; `restart.fn` for those of a struct, `parms[12].limit` for those of an array.
   */
  set(record: AnyRecord, values: Values): this {
    if (record.kind === 'section' || record.kind === 'unknown' || record.kind === 'raw') return this;
    const layout = record.kind === 'image' ? 'image_header' : (cptKinds[record.kind].layout ?? '');
    const header = record.kind === 'image' ? 6 : objectHeaderBytes;
    const ranges = [...fieldRanges(record, cptLayouts, layout, header)];
    for (const [path, value] of Object.entries(values)) {
      const range = ranges.find((candidate) => candidate.path === path);
      if (range === undefined) throw new Error(`${record.kind} has no field ${path}`);
      this.write(range.offset, range.length, BigInt(value));
    }
    return this;
  }

  /** Writes parts of the 16 bytes in front of a section or an object. */
  setHeader(
    record: AnyRecord,
    parts: { next?: bigint; type?: number; hdrlen?: number; last?: number },
  ): this {
    const { offset } = record;
    if (parts.next !== undefined) this.write(offset, 8, parts.next);
    if (parts.type !== undefined) this.write(offset + 8, 4, BigInt(parts.type));
    if (parts.hdrlen !== undefined) this.write(offset + 12, 2, BigInt(parts.hdrlen));
    if (parts.last !== undefined) this.write(offset + 14, 2, BigInt(parts.last));
    return this;
  }

  next(record: AnyRecord): bigint {
    return this.#view.getBigUint64(record.offset, true);
  }

  write(offset: number, length: number, value: bigint): void {
    for (let at = 0; at < length; at += 1) {
      this.bytes[offset + at] = Number((value >> BigInt(8 * at)) & 0xffn);
    }
  }
}
