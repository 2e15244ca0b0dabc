/** One step between neighbouring layouts, record by record: numbers, fields by name, and what a layout has not. */
import type { Report } from '../../diagnostic.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { ExactStream } from '../../parse/bytes/exact-stream.ts';
import { FieldWriter } from '../../parse/bytes/field-writer.ts';
import { fileType, type LinuxCrKind, linuxCrElements } from '../../parse/generated/linux-cr-records.ts';
import { conformed, type FieldValues, makeRecord } from '../../parse/linux-cr/conform.ts';
import {
  formOf,
  type ImageContext,
  layoutBytes,
  numberOfArch,
  numberOfKind,
  numberOfObject,
  objectOfNumber,
  treeEntryBytes,
} from '../../parse/linux-cr/context.ts';
import {
  type AnyKnown,
  type AnyRecord,
  type KnownRecord,
  type Payload,
  payloadOf,
  recordPath,
} from '../../parse/linux-cr/record.ts';
import { type LinuxCrVariantId, linuxCrVariant } from '../../parse/linux-cr/variants.ts';
import { linuxCrConvertDiagnostic } from './codes.ts';
import { rowOf, rowsBetween } from './rows.ts';

export interface HopFacts {
  /** Above every number of an object in the stream. */
  readonly nextObject: number;
}

export interface Counted {
  readonly row: string;
  readonly what: string;
  count: number;
}

type Records = Generator<AnyRecord, void>;

const epollSince = 20091104;
const labelsSince = 20091111;
const pidObjectsSince = 20110125;
const umaskSince = 20110105;
const flagTurned = 20100425;
const nestedForms = [20100323, 20100330, pidObjectsSince];

export class Hop {
  readonly name: string;
  readonly changes = new Map<string, Counted>();
  readonly losses = new Map<string, Counted>();
  readonly #from: ImageContext;
  readonly #to: ImageContext;
  readonly #variant: LinuxCrVariantId;
  readonly #rows: ReturnType<typeof rowsBetween>;
  readonly #facts: HopFacts;
  readonly #source: ByteSource;
  readonly #report: Report;
  /** What to do with the records that follow one that the other layout has not. */
  #dropping: { readonly kinds: ReadonlySet<string>; count: number } | undefined;
  #table: { readonly kind: 'pids' | 'tree' | 'vpids'; readonly count: number } | undefined;
  #pids: readonly (readonly number[])[] = [];
  #pidOffset = 1;
  #isAfterContainer = false;

  constructor(
    { from, to, context }: { from: LinuxCrVariantId; to: LinuxCrVariantId; context: ImageContext },
    facts: HopFacts,
    source: ByteSource,
    report: Report,
  ) {
    this.name = `${from.slice('linux-cr-'.length)} to ${to.slice('linux-cr-'.length)}`;
    this.#variant = to;
    this.#from = context;
    this.#to = { ...context, layout: linuxCrVariant(to).layout };
    this.#rows = rowsBetween(from, to);
    this.#facts = facts;
    this.#source = source;
    this.#report = report;
  }

  get context(): ImageContext {
    return this.#to;
  }

  *records(input: Iterable<AnyRecord>): Records {
    for (const record of input) yield* this.#convert(record);
  }

  #count(list: Map<string, Counted>, kind: string): void {
    const { id, what } = rowOf(this.#rows, kind);
    const known = list.get(id);
    if (known === undefined) list.set(id, { row: id, what, count: 1 });
    else known.count += 1;
  }

  #lose(record: AnyRecord, what: string): void {
    this.#count(this.losses, record.kind);
    const at = { offset: record.offset, path: recordPath(record) };
    this.#report(linuxCrConvertDiagnostic('linux-cr-value-lost', what, at));
  }

  #refuse(record: AnyRecord, why: string): void {
    const at = { offset: record.offset, path: recordPath(record) };
    this.#report(linuxCrConvertDiagnostic('linux-cr-cannot-express', why, at));
  }

  *#convert(record: AnyRecord): Records {
    if (record.kind === 'raw') {
      yield record;
      return;
    }
    if (record.kind === 'unknown') {
      this.#lose(record, `a record of type ${record.number}, whose number may mean something else`);
      yield record;
      return;
    }
    if (this.#isDropped(record)) return;
    if (record.kind === 'buffer' && this.#table !== undefined) {
      yield* this.#convertTable(record);
      return;
    }
    if (this.#isAfterContainer && record.kind === 'buffer' && this.#to.layout < labelsSince) return;
    this.#isAfterContainer =
      record.kind === 'container' || (this.#isAfterContainer && record.kind === 'buffer');
    if (numberOfKind(this.#to.layout, record.kind) === undefined) {
      this.#drop(record);
      return;
    }
    yield* this.#carry(record);
    if (record.kind === 'container' && this.#from.layout < labelsSince && this.#to.layout >= labelsSince) {
      this.#count(this.changes, 'lsm_info');
      const name = new Uint8Array(11);
      name.set(Buffer.from('lsm_none', 'latin1'));
      yield makeRecord(this.#to, 'buffer', {}, payloadOf(name));
      yield makeRecord(this.#to, 'lsm_info', {}, payloadOf(Buffer.from('dummy', 'latin1')));
    }
  }

  /** Records that belong to one that was dropped. */
  #isDropped({ kind }: AnyKnown): boolean {
    const dropping = this.#dropping;
    if (dropping === undefined) return false;
    if (!dropping.kinds.has(kind) || dropping.count === 0) {
      this.#dropping = undefined;
      return false;
    }
    dropping.count -= 1;
    return true;
  }

  #drop(record: AnyKnown): void {
    const followers: Partial<Record<LinuxCrKind, readonly [LinuxCrKind, number]>> = {
      fs: ['file_name', 2],
      security: ['string', 1],
      task_sem_undo: ['buffer', 1],
      epoll_items: ['buffer', 1],
      socket_frag: ['buffer', 1],
    };
    const [kind, count] = followers[record.kind] ?? ['buffer', 0];
    this.#dropping = { kinds: new Set([kind]), count };
    if (record.kind === 'pids' || record.kind === 'vpids') {
      this.#dropping = undefined;
      this.#table = { kind: record.kind, count: record.kind === 'pids' ? record.fields.nrPids : 0 };
      if (record.kind === 'pids') this.#pidOffset = record.fields.offset;
      return;
    }
    if (record.kind !== 'lsm_info') this.#lose(record, `${record.kind}, which the other layout has not`);
  }

  *#carry(record: AnyKnown): Records {
    if (record.kind === 'objref') {
      const kind = objectOfNumber(this.#from.layout, record.fields.objtype);
      const objtype = kind === undefined ? undefined : numberOfObject(this.#to.layout, kind);
      // Its records are dropped, too.
      if (objtype === undefined) return;
      yield this.#made(record, { ...record.fields, objtype });
      return;
    }
    if (record.kind === 'tree') {
      this.#table = { kind: 'tree', count: record.fields.nrTasks };
      this.#tree = record;
      return;
    }
    if (record.kind === 'file') this.#checkFile(record);
    yield this.#made(record, this.#valuesOf(record), this.#payloadOf(record));
  }

  #tree: KnownRecord<'tree'> | undefined;

  #made(record: AnyKnown, values: object, payload: Payload = record.payload): AnyRecord {
    const made = makeRecord(this.#to, record.kind, values, payload);
    this.#compare(record, values as FieldValues, made as AnyKnown);
    return { ...made, offset: record.offset };
  }

  /** Whatever a layout leaves out and that is not zero is lost. */
  #compare(record: AnyKnown, values: FieldValues, made: AnyKnown): void {
    const kept = made.fields as FieldValues;
    const gone = Object.entries(values).filter(
      ([name, value]) => !(name in kept) && !name.startsWith('pad') && !isNothing(value),
    );
    if (gone.length > 0) this.#lose(record, `${gone.map(([name]) => name).join(', ')} of ${record.kind}`);
    const [before, after] = [formOf(record.kind, this.#from.layout), formOf(record.kind, this.#to.layout)];
    const isOther =
      before?.layout !== after?.layout ||
      (before?.layout !== undefined &&
        layoutBytes(before.layout, this.#from, values) !== layoutBytes(before.layout, this.#to, values));
    if (isOther) this.#count(this.changes, record.kind);
  }

  /** Whether the step goes to the layouts that have what came on that day. */
  #brings(since: number): boolean {
    return this.#from.layout < since && this.#to.layout >= since;
  }

  /** Values that are not the same in the other layout. */
  #valuesOf(record: AnyKnown): object {
    switch (record.kind) {
      case 'header':
        return this.#header(record);
      case 'fs':
        // Where the mask was not stored, the restarting shell's was taken.
        return this.#brings(umaskSince) ? { ...record.fields, umask: 0o022 } : record.fields;
      case 'socket':
        return this.#brings(umaskSince) ? { ...record.fields, hasBuffers: 1 } : record.fields;
      default:
        return record.fields;
    }
  }

  #header({ fields }: KnownRecord<'header'>): object {
    const { rev, kernel } = linuxCrVariant(this.#variant);
    const [major, minor, patch] = kernel;
    const archId = numberOfArch(this.#to.layout, this.#from.arch);
    const turns = this.#from.layout < flagTurned !== this.#to.layout < flagTurned && this.#hasFlag();
    return {
      ...fields,
      archId: archId ?? fields.archId,
      major,
      minor,
      patch,
      rev,
      constants: { ...fields.constants, ttyTermiosNccs: this.#to.layout >= 20110110 ? 19 : 8 },
      uflags: turns ? fields.uflags ^ 2n : fields.uflags,
    };
  }

  /** The flag exists from 2010-03-30 on. */
  #hasFlag(): boolean {
    return this.#from.layout >= 20100330 && this.#to.layout >= 20100330;
  }

  #payloadOf(record: AnyKnown): Payload {
    if (record.kind !== 'sigpending' || record.payload.length === 0) return record.payload;
    const [before, after] = [this.#from, this.#to].map((context) => layoutBytes('siginfo', context, {}));
    if (before === after || before === undefined || after === undefined) return record.payload;
    const old = this.#bytes(record.payload);
    const count = Math.floor(old.length / before);
    const bytes = new Uint8Array(count * after);
    const stream = new ExactStream();
    for (let index = 0; index < count; index++) {
      const info = linuxCrElements.siginfo.read(
        stream.load(old.subarray(index * before, (index + 1) * before)),
        this.#from,
      );
      const writer = new FieldWriter(bytes.subarray(index * after, (index + 1) * after));
      linuxCrElements.siginfo.write(writer, conformed('siginfo', info as never, this.#to) as never);
    }
    return payloadOf(bytes);
  }

  #checkFile(record: KnownRecord<'file'>): void {
    const { fType } = record.fields;
    const isNew = fType === fileType.epoll || fType === fileType.eventfd;
    if (isNew && this.#to.layout < epollSince) {
      this.#refuse(record, 'an epoll or eventfd descriptor: the other layout has no such files');
    }
  }

  *#convertTable(buffer: AnyRecord): Records {
    const table = this.#table;
    this.#table = undefined;
    if (table?.kind === 'vpids') return;
    if (table?.kind === 'pids') {
      this.#pids = pidObjects(this.#bytes(buffer.payload), table.count);
      return;
    }
    const tree = this.#tree as KnownRecord<'tree'>;
    const entries = this.#entriesOf(buffer, table?.count ?? 0);
    const isNested =
      entries.some(({ depth }) => (depth ?? 0) > 0) || this.#pids.some(({ length }) => length > 1);
    const crosses = nestedForms.some((form) => this.#from.layout < form !== this.#to.layout < form);
    if (isNested && crosses)
      this.#refuse(buffer, 'nested pid namespaces, which the other layout stores in another way');
    const before = this.#from.layout >= pidObjectsSince;
    const after = this.#to.layout >= pidObjectsSince;
    if (before !== after) this.#count(this.changes, 'pids');
    const rows = before && !after ? entries.map((entry) => this.#numbered(entry)) : entries;
    if (!before && after) {
      const numbers = [
        ...new Set(rows.flatMap(({ vpid, vtgid, vpgid, vsid }) => [vpid, vtgid, vpgid, vsid])),
      ].filter((number) => number > 0);
      const offset = this.#facts.nextObject;
      yield makeRecord(this.#to, 'pids', { nrPids: numbers.length, nrVpids: 0, offset });
      yield makeRecord(this.#to, 'buffer', {}, payloadOf(pidBytes(numbers)));
      const indexes = new Map(numbers.map((number, index) => [number, offset + index]));
      yield this.#made(tree, tree.fields);
      yield this.#tableOf(rows.map((entry) => referred(entry, indexes)));
      return;
    }
    yield this.#made(tree, tree.fields);
    yield this.#tableOf(rows);
  }

  #entriesOf(buffer: AnyRecord, count: number): readonly TreeEntry[] {
    const bytes = this.#bytes(buffer.payload);
    const size = treeEntryBytes(this.#from);
    const stream = new ExactStream();
    const rows = Math.min(count, Math.floor(bytes.length / size));
    return Array.from({ length: rows }, (_, index) =>
      linuxCrElements.tree_entry.read(
        stream.load(bytes.subarray(index * size, (index + 1) * size)),
        this.#from,
      ),
    );
  }

  #numbered(entry: TreeEntry): TreeEntry {
    const number = (value: number) => (value <= 0 ? 0 : (this.#pids[value - this.#pidOffset]?.[0] ?? 0));
    const { vpid, vppid, vtgid, vpgid, vsid } = entry;
    return {
      ...entry,
      vpid: number(vpid),
      vppid: number(vppid),
      vtgid: number(vtgid),
      vpgid: number(vpgid),
      vsid: number(vsid),
    };
  }

  #tableOf(rows: readonly TreeEntry[]): AnyRecord {
    const size = treeEntryBytes(this.#to);
    const bytes = new Uint8Array(size * rows.length);
    rows.forEach((entry, index) => {
      const writer = new FieldWriter(bytes.subarray(index * size, (index + 1) * size));
      const values = conformed('tree_entry', { rsid: entry.vsid, ...entry } as never, this.#to);
      linuxCrElements.tree_entry.write(writer, values as never);
    });
    return makeRecord(this.#to, 'buffer', {}, payloadOf(bytes));
  }

  #bytes(payload: Payload): Uint8Array {
    if ('bytes' in payload) return payload.bytes;
    if ('parts' in payload) return Buffer.concat(payload.parts.map((part) => this.#bytes(part)));
    return this.#source.view(payload.offset, payload.length).slice();
  }
}

type TreeEntry = ReturnType<typeof linuxCrElements.tree_entry.read>;

function isNothing(value: unknown): boolean {
  if (value instanceof Uint8Array) return value.every((byte) => byte === 0);
  return value === undefined || value === 0 || value === 0n;
}

function pidObjects(bytes: Uint8Array, count: number): readonly (readonly number[])[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pids: number[][] = [];
  for (let at = 0; pids.length < count && at + 8 <= bytes.length; ) {
    const depth = view.getUint32(at, true);
    const size = 8 + 4 * depth;
    if (at + size > bytes.length) break;
    pids.push(Array.from({ length: depth + 1 }, (_, level) => view.getInt32(at + 4 + 4 * level, true)));
    at += size;
  }
  return pids;
}

function pidBytes(numbers: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(8 * numbers.length);
  const writer = new FieldWriter(bytes);
  for (const number of numbers) linuxCrElements.pid_object.write(writer, { depth: 0, numbers: [number] });
  return bytes;
}

function referred(entry: TreeEntry, indexes: ReadonlyMap<number, number>): TreeEntry {
  const { vpid, vppid, vtgid, vpgid, vsid } = entry;
  const of = (number: number) => indexes.get(number) ?? 0;
  return { ...entry, vpid: of(vpid), vppid: of(vppid), vtgid: of(vtgid), vpgid: of(vpgid), vsid: of(vsid) };
}
