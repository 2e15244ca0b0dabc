/**
 * Records → bytes. Lays records out one after the other, fills in the lengths of what holds others, and moves
 * every absolute position to where its target now lies. Knows nothing of kernel versions but for the one
 * reference whose presence depends on it.
 */
import type { Report } from '../../diagnostic.ts';
import type { ByteSink } from '../bytes/byte-sink.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { FieldWriter } from '../bytes/field-writer.ts';
import {
  type CptKind,
  cptKinds,
  cptPositions,
  imageVersion,
  type PositionField,
  writeImageHeader,
} from '../generated/cpt-records.ts';
import { cptDiagnostic } from './codes.ts';
import { recordPath } from './path.ts';
import {
  type AnyObject,
  type AnyRecord,
  cptSignature,
  imageHeaderPrefixBytes,
  noPosition,
  objectHeaderBytes,
  type Payload,
} from './record.ts';

type Target = CptKind | 'section';

/** A record whose length is not known yet: others may still go into it. */
interface OpenRecord {
  readonly depth: number;
  readonly position: number;
}

/** A position that was written before its target was. */
interface Fixup {
  readonly at: number;
  readonly field: PositionField;
  readonly value: number;
  readonly offset: number;
  readonly path: string;
}

/** The kernel aligns the end of these to 8 bytes of file position; of nothing else. */
const alignedKinds: ReadonlySet<AnyRecord['kind']> = new Set(['name', 'bits', 'net_route', 'skfilter']);

/** AF_UNIX sockets keep a mount position where other families keep two addresses (from version 0x304). */
const unixMountReference: PositionField = { field: 'vfsmountRef', target: 'vfsmount', offset: 424, count: 1 };

/** AF_UNIX, see address_families(7). */
const familyUnix = 1;

/** A longer one is no name to any kernel. */
const nameBytesMax = 4096;

const fixedBytesMax = 65535;

export class CptWriter {
  readonly #sink: ByteSink;
  readonly #source: ByteSource;
  readonly #report: Report;
  readonly #scratch = new Uint8Array(fixedBytesMax + objectHeaderBytes);
  readonly #view = new DataView(this.#scratch.buffer);
  /** For each kind that is referred to: old position → new position. */
  readonly #moved = new Map<Target, Map<number, number>>();
  readonly #dropped = new Map<Target, Set<number>>();
  readonly #open: OpenRecord[] = [];
  readonly #fixups: Fixup[] = [];
  #version = 0;

  /** Payload ranges are read from `source`. */
  constructor(sink: ByteSink, source: ByteSource, report: Report) {
    this.#sink = sink;
    this.#source = source;
    this.#report = report;
    const targets = Object.values(cptPositions).flatMap((fields) => fields.map((field) => field.target));
    for (const target of new Set<Target>(targets)) {
      this.#moved.set(target, new Map());
      this.#dropped.set(target, new Set());
    }
  }

  write(record: AnyRecord): void {
    if (record.kind === 'image') {
      this.#writeImage(record.fields.imageVersion, record);
      return;
    }
    this.#close(record.depth);
    const position = this.#sink.position;
    if (record.kind !== 'raw') {
      this.#moved.get(record.kind as Target)?.set(record.offset, position);
      const fixed = this.#encode(record);
      if (record.kind !== 'section' && record.kind !== 'unknown') this.#relocate(record, fixed, position);
      const length = this.#alignedLength(record, position);
      this.#setLength(record.hdrlen + length);
      this.#sink.write(fixed);
      this.#writePayload(record.payload, length);
      if (holdsRecords(record)) this.#open.push({ depth: record.depth, position });
    } else {
      this.#writePayload(record.payload, record.payload.length);
    }
  }

  /** Says that a record of the input is left out, so that what refers to it is set to no position. */
  drop(record: AnyRecord): void {
    this.#dropped.get(record.kind as Target)?.add(record.offset);
  }

  /** Completes the file. Positions that lead nowhere are reported and kept. */
  finish(): void {
    this.#close(0);
    for (const fixup of this.#fixups) {
      const moved = this.#lookup(fixup.field, fixup.value);
      if (moved !== undefined) this.#sink.patch(fixup.at, u64(moved));
      else this.#reportDangling(fixup);
    }
  }

  #writeImage(version: number, record: Extract<AnyRecord, { kind: 'image' }>): void {
    this.#version = version;
    const writer = new FieldWriter(this.#scratch.subarray(0, record.hdrlen));
    writer.bytes(cptSignature, cptSignature.length);
    writer.u2(record.hdrlen);
    if (writer.length !== imageHeaderPrefixBytes) throw new Error('image header prefix');
    writeImageHeader(writer, record.fields);
    writer.bytes(record.extra, record.extra.length);
    this.#sink.write(this.#scratch.subarray(0, record.hdrlen));
  }

  /** The fixed part in the scratch buffer; its length field is set later. */
  #encode(record: Exclude<AnyRecord, { kind: 'image' | 'raw' }>): Uint8Array {
    const writer = new FieldWriter(this.#scratch);
    writer.u8(0n);
    writer.u4(record.kind === 'section' ? record.fields.section : record.object);
    writer.u2(record.hdrlen);
    writer.u2(record.kind === 'section' ? record.fields.align : record.content);
    if (record.kind !== 'section' && record.kind !== 'unknown') {
      (cptKinds[record.kind].write as (writer: FieldWriter, fields: unknown) => void)(writer, record.fields);
    }
    // A header shorter than its layout was read as if followed by zeros: what it lacks is not written.
    const room = record.hdrlen - Math.min(writer.length, record.hdrlen);
    const isWhole = record.extra.length === room;
    if (!isWhole) this.#reportLength(record, writer.length + record.extra.length);
    writer.bytes(isWhole ? record.extra : new Uint8Array(room), room);
    return this.#scratch.subarray(0, record.hdrlen);
  }

  /** Fields and header length say different things: from a JSON form that was edited, or a step at fault. */
  #reportLength(record: Exclude<AnyRecord, { kind: 'image' | 'raw' }>, encoded: number): void {
    const path = recordPath(record);
    const message = `the fields of ${path} make a header of ${encoded} bytes, its length says ${record.hdrlen}`;
    this.#report(cptDiagnostic('header-fields', message, { offset: record.offset, path }));
  }

  #setLength(length: number): void {
    this.#view.setBigUint64(0, BigInt(length), true);
  }

  #relocate(record: AnyObject, fixed: Uint8Array, position: number): void {
    for (const field of cptPositions[record.kind] ?? []) {
      for (let index = 0; index < field.count; index++) {
        const at = field.offset + 8 * index;
        if (at + 8 <= fixed.length && holdsPosition(record, field)) {
          this.#relocateOne(record, field, at, position);
        }
      }
    }
    if (record.kind !== 'socket' || record.fields.family !== familyUnix) return;
    if (this.#version >= imageVersion.v2_6_18_4 && fixed.length >= unixMountReference.offset + 8) {
      this.#relocateOne(record, unixMountReference, unixMountReference.offset, position);
    }
  }

  #relocateOne(record: AnyObject, field: PositionField, at: number, position: number): void {
    const stored = this.#view.getBigUint64(at, true);
    if (stored === noPosition || (field.field === 'bindfile' && stored === 0n)) return;
    const value = Number(stored);
    const moved = this.#lookup(field, value);
    if (moved !== undefined) {
      this.#view.setBigUint64(at, BigInt(moved), true);
      return;
    }
    if (this.#dropped.get(field.target)?.has(value)) {
      this.#view.setBigUint64(at, noPosition, true);
      return;
    }
    const path = `${recordPath(record)}.${field.field}`;
    this.#fixups.push({ at: position + at, field, value, offset: record.offset + at, path });
  }

  #lookup(field: PositionField, value: number): number | undefined {
    return this.#moved.get(field.target)?.get(value);
  }

  #reportDangling({ field, value, offset, path }: Fixup): void {
    // A mount of type cgroup keeps the index of a control group here; its type is in a record that follows.
    if (field.field === 'mntBind') return;
    const message = `${path} is 0x${value.toString(16)}, where no ${field.target} lies`;
    this.#report(cptDiagnostic('dangling-position', message, { offset, path }));
  }

  /**
   * Length of the payload as written. Padding is kept while the record moves by a multiple of 8; else the end
   * is aligned anew, as the kernel does it.
   */
  #alignedLength(record: AnyRecord, position: number): number {
    const { payload } = record;
    if (!alignedKinds.has(record.kind)) return payload.length;
    const start = position + record.hdrlen;
    const isUnmoved = 'offset' in payload && (position - record.offset) % 8 === 0;
    if (isUnmoved || (start + payload.length) % 8 === 0) return payload.length;
    const needed = this.#significantLength(record);
    return needed + ((8 - ((start + needed) % 8)) % 8);
  }

  /** Payload bytes without the padding that the writing kernel added. */
  #significantLength(record: AnyRecord): number {
    const { payload } = record;
    if (record.kind === 'bits' || record.kind === 'skfilter') {
      return Math.min(record.fields.size ?? payload.length, payload.length);
    }
    if (record.kind !== 'name') return payload.length;
    // The content of a tmpfs is a tar stream, in blocks of 512 bytes, and one zero.
    const { len } = record.fields;
    if (len !== undefined) return Math.min(len + 1, payload.length);
    if (record.parent?.kind === 'vfsmount' && payload.length > 512) {
      return Math.floor((payload.length - 1) / 512) * 512 + 1;
    }
    const looked = Math.min(payload.length, nameBytesMax);
    const bytes = 'bytes' in payload ? payload.bytes : this.#source.view(payload.offset, looked);
    const end = bytes.indexOf(0);
    return end === -1 ? payload.length : end + 1;
  }

  #writePayload(payload: Payload, length: number): void {
    const kept = Math.min(length, payload.length);
    if ('bytes' in payload) this.#sink.write(payload.bytes.subarray(0, kept));
    else this.#copyPatched(payload.offset, kept, payload.patches ?? []);
    if (length > kept) this.#sink.write(new Uint8Array(length - kept));
  }

  #copyPatched(offset: number, length: number, patches: readonly { at: number; bytes: Uint8Array }[]): void {
    let done = 0;
    for (const { at, bytes } of patches) {
      this.#sink.copy(this.#source, offset + done, at - done);
      this.#sink.write(bytes);
      done = at + bytes.length;
    }
    this.#sink.copy(this.#source, offset + done, length - done);
  }

  /** Ends every record at `depth` or deeper and writes its length. */
  #close(depth: number): void {
    for (let top = this.#open.at(-1); top && top.depth >= depth; top = this.#open.at(-1)) {
      this.#open.pop();
      this.#sink.patch(top.position, u64(this.#sink.position - top.position));
    }
  }
}

const holdsRecords = (record: Exclude<AnyRecord, { kind: 'image' | 'raw' }>): boolean =>
  record.kind === 'section' || (record.kind !== 'unknown' && cptKinds[record.kind].content !== 'bytes');

/** Fields that hold a position only for some values of other fields. */
function holdsPosition(record: AnyObject, field: PositionField): boolean {
  const isCharacterDevice = (mode: number) => (mode & 0o170000) === 0o020000;
  return record.kind !== 'file' || field.field !== 'priv' || isCharacterDevice(record.fields.iMode);
}

function u64(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value), true);
  return bytes;
}
