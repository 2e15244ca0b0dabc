/** The records of a CRIU image as the screens see them: sections, files, entries, and what lies in entries. */
import { hexText } from '../../byte-text.ts';
import type { Location } from '../../diagnostic.ts';
import { didYouMean } from '../../did-you-mean.ts';
import type { LaidFile } from '../../model/from-criu/image-source.ts';
import { locate } from '../../model/from-criu/image-source.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import {
  headMagics,
  type ImageTypeName,
  imageTypes,
  type MessageLayout,
  releaseName,
} from '../../parse/criu/index.ts';
import type {
  FieldMeaning,
  Found,
  RecordDescription,
  Records,
  RecordWords,
  Reference,
  Span,
  Stretch,
} from '../family.ts';
import type { RecordIndex } from '../record-index.ts';
import { bytesText, hex, plural } from '../words.ts';
import { EntryTables, prefixOf } from './entry-tables.ts';
import { criuReferenceHelp, parseCriuReference } from './find.ts';
import { emptyCriuIndex, opaqueKinds, payloadKinds } from './kinds.ts';
import { messageLabel } from './labels.ts';
import type { GroupedLayout } from './layout.ts';
import { messageMeanings } from './meaning.ts';
import { nestedPath } from './nested-path.ts';
import { RecordBytes } from './record-bytes.ts';
import { resolver } from './references.ts';
import { depths } from './walk.ts';

const wordBytes = 4;
/** Longer contents show their start. */
const contentShownBytes = 64;

export class CriuRecords implements Records {
  readonly source: ByteSource;
  readonly index: RecordIndex = emptyCriuIndex();
  readonly referenceHint = 'FILE:INDEX, FILE@OFFSET, offset or task:PID';
  /** What concerns the checkpoint as a whole. */
  readonly openAtFirst = [0];
  readonly startAt: string | undefined;
  readonly title: string;
  readonly #layout: GroupedLayout;
  readonly #bytes: RecordBytes;
  readonly #tables: EntryTables;

  /** `startAt` is the path of a file. */
  constructor(source: ByteSource, layout: GroupedLayout, startAt?: string) {
    this.source = source;
    // Directories of images are mostly called alike.
    this.title = source.name.replace(/^.*\/(?=[^/]+\/[^/]+$)/, '');
    this.startAt = startAt;
    this.#layout = layout;
    this.#bytes = new RecordBytes(source, this.index, layout);
    this.#tables = new EntryTables(source, this.index, this.#bytes);
  }

  fields(record: number): readonly FieldMeaning[] {
    const { offset } = this.range(record);
    const message = this.#bytes.message(record);
    if (message !== undefined) return this.#messageFields(record, message);
    const depth = this.index.depth(record);
    if (depth === depths.section) return [];
    return depth === depths.file ? this.#magics(record) : this.#content(record, offset);
  }

  #messageFields(record: number, message: MessageLayout): readonly FieldMeaning[] {
    const { offset, length } = this.#bytes.content(record);
    // The view belongs to the source; looking up references moves it.
    const bytes = this.source.view(offset, length).slice();
    const meanings = messageMeanings(
      message,
      bytes,
      offset,
      resolver(this.#tables, prefixOf(this.#bytes.file(record))),
    );
    if (!this.#bytes.isSized(record)) return meanings;
    const doc = 'Bytes of the message that follows.';
    const size = { ...word('size', offset - wordBytes, length, `${length} bytes`), doc };
    return [size, ...meanings];
  }

  #magics(record: number): readonly FieldMeaning[] {
    const { offset, length } = this.#bytes.own(record);
    const type = imageTypes[this.index.kind(record) as ImageTypeName] as
      | { readonly magic?: number }
      | undefined;
    if (type?.magic === undefined) return this.#content(record, offset);
    const names = new Map<number, string>([
      [type.magic, `magic number of ${this.index.kind(record)}`],
      [headMagics.common, 'head magic of images'],
      [headMagics.service, 'head magic of service files'],
    ]);
    const count = Math.min(2, Math.floor(length / wordBytes));
    return Array.from({ length: count }, (_, number) => {
      const at = offset + number * wordBytes;
      const bytes = this.source.view(at, wordBytes);
      const value = new DataView(bytes.buffer, bytes.byteOffset, wordBytes).getUint32(0, true);
      return word(`magic[${number}]`, at, value, `${hex(value)} ${names.get(value) ?? '(unknown)'}`);
    });
  }

  #content(record: number, offset: number): readonly FieldMeaning[] {
    const { length } = this.#bytes.own(record);
    if (length === 0) return [];
    const shown = this.source.view(offset, Math.min(length, contentShownBytes));
    const raw = hexText(shown);
    const text = bytesText(length);
    return [{ path: 'content', offset, length, value: '', text, raw, isPad: false }];
  }

  range(record: number): Span {
    return this.#bytes.own(record);
  }

  path(record: number): string {
    const depth = this.index.depth(record);
    if (depth === depths.section) return this.#bytes.section(record).title;
    if (depth === depths.file) return this.#bytes.file(record).path;
    const parent = this.index.parent(record);
    if (depth === depths.entry) return `${this.path(parent)}:${this.#placeIn(parent, record)}`;
    const path = nestedPath(this.index, this.#bytes, record);
    return `${this.path(parent)}${path === undefined ? `/${this.index.kind(record)}` : `.${path}`}`;
  }

  /** Number of an entry in its file. */
  #placeIn(parent: number, wanted: number): number {
    let place = 0;
    for (let record = parent + 1; record < wanted; record = this.index.end(record)) place++;
    return place;
  }

  words(record: number): RecordWords {
    const depth = this.index.depth(record);
    if (depth === depths.section) {
      const { title, first, end } = this.#bytes.section(record);
      return { name: title, label: plural(end - first, 'file'), style: 'title' };
    }
    if (depth === depths.file) {
      const { name, size } = this.#bytes.file(record);
      return { name, label: `${this.#commOf(record)}${bytesText(size)}`, style: 'plain' };
    }
    const name = this.index.kind(record);
    const message = this.#bytes.message(record);
    if (message === undefined) {
      const isOpaque = (opaqueKinds as readonly string[]).includes(name);
      return { name, label: bytesText(this.#bytes.own(record).length), style: isOpaque ? 'bad' : 'plain' };
    }
    const { offset, length } = this.#bytes.content(record);
    return { name, label: messageLabel(message, this.source.view(offset, length)), style: 'plain' };
  }

  /** The name of the task of a core file. */
  #commOf(record: number): string {
    if (this.index.kind(record) !== 'CORE' || this.index.end(record) <= record + 1) return '';
    return this.index.parent(record + 1) === record ? `${this.words(record + 1).label}, ` : '';
  }

  description(record: number): RecordDescription {
    const depth = this.index.depth(record);
    const place = this.placeText(this.index.offset(record));
    const extent = this.#bytes.extent(record);
    if (depth === depths.section) {
      const { title } = this.#bytes.section(record);
      return { head: `${title}, ${bytesText(extent)}` };
    }
    const kind = this.index.kind(record);
    if (depth === depths.file) {
      const type = kind === 'file' ? 'no known type of image' : kind;
      return { head: `${this.#bytes.file(record).path}, ${type}, ${extent} bytes` };
    }
    if (this.#bytes.message(record) !== undefined) {
      const since = this.#bytes.message(record)?.since;
      return {
        head: `${kind} at ${place}, ${extent} bytes`,
        doc: since === undefined ? undefined : `Since ${releaseName(since)}.`,
      };
    }
    return { head: `${kind} at ${place}, ${extent} bytes`, doc: contentDocs[kind] };
  }

  holding(position: number): number {
    let record = this.index.recordHolding(position);
    while (record >= 0 && position >= this.index.offset(record) + this.#bytes.extent(record)) {
      record = this.index.parent(record);
    }
    return record;
  }

  target({ offset, kind }: Reference): number {
    // An empty file lies where the next one does, so files are known by their names.
    const file = this.#layout.byPath.get(kind);
    return file === undefined ? this.index.recordAt(offset) : this.#bytes.recordOf(file);
  }

  find(text: string, current: number): Found {
    const reference = parseCriuReference(text, (name) => this.#fileOf(name) !== undefined);
    if (reference === undefined) return { problem: `"${text}" names nothing here; ${criuReferenceHelp}` };
    switch (reference.what) {
      case 'file':
        return this.#indexed(this.#recordOf(reference.file));
      case 'entry':
        return this.#entry(reference.file, reference.index);
      case 'byte':
        return this.#byte(this.#fileOf(reference.file) as LaidFile, reference.offset);
      case 'offset':
        return this.#byte(this.#bytes.file(current), reference.offset);
      case 'task': {
        const record = this.task(reference.pid);
        return record === undefined ? { problem: `no task has the pid ${reference.pid}` } : { record };
      }
      default:
        return this.#nthOf(reference.kind, reference.index);
    }
  }

  #fileOf(name: string): LaidFile | undefined {
    return this.#layout.byPath.get(name) ?? this.#layout.byPath.get(`${name}.img`);
  }

  #recordOf(name: string): number {
    const file = this.#fileOf(name);
    return file === undefined ? -1 : this.#bytes.recordOf(file);
  }

  #indexed(record: number): Found {
    return record < 0 ? { problem: 'not indexed yet' } : { record };
  }

  #entry(name: string, wanted: number): Found {
    const parent = this.#recordOf(name);
    if (parent < 0) return this.#indexed(parent);
    const end = this.index.end(parent);
    // Bytes that are not read are one entry, and shown as the file.
    if (wanted === 0 && end === parent + 1 && this.#bytes.file(parent).size > 0) return { record: parent };
    let count = 0;
    for (let record = parent + 1; record < end; record = this.index.end(record)) {
      if (count === wanted) return { record };
      count++;
    }
    return {
      problem: `${name} has ${plural(count, 'entry', 'entries')}${this.index.isComplete ? '' : ' so far'}`,
    };
  }

  #byte({ path, base, size }: LaidFile, offset: number): Found {
    if (offset >= size)
      return { problem: `offset ${hex(offset)} is beyond the end of ${path} (${size} bytes)` };
    const record = this.holding(base + offset);
    return record < 0 ? this.#indexed(record) : { record, cursor: base + offset };
  }

  #nthOf(kind: string, wanted: number): Found {
    let count = 0;
    const kinds = new Set<string>(['task']);
    for (let record = 0; record < this.index.length; record++) {
      kinds.add(this.index.kind(record));
      if (this.index.kind(record) !== kind) continue;
      if (count === wanted) return { record };
      count++;
    }
    if (count > 0) return { problem: `only ${count} of ${kind}` };
    const meant = didYouMean(kind, [...kinds, ...this.#layout.byPath.keys()]);
    return { problem: `"${kind}" is neither a file nor a kind here${meant}` };
  }

  task(pid: number): number | undefined {
    const record = this.#recordOf(`core-${pid}.img`);
    if (record < 0) return undefined;
    return this.index.parent(record + 1) === record ? record + 1 : record;
  }

  isListed(record: number, wanted: string): boolean {
    if (this.index.kind(record).toLowerCase().includes(wanted)) return true;
    return this.index.depth(record) === depths.file && this.#bytes.file(record).path.includes(wanted);
  }

  stretch(record: number): Stretch {
    const { path, base, size } = this.#bytes.file(record);
    return { name: path, offset: base, length: size };
  }

  placeText(position: number): string {
    const at = locate(this.#layout, position);
    return at === undefined ? 'the end' : `${at.file}@${hex(at.offset ?? 0)}`;
  }

  positionOf(at: Location | undefined): number | undefined {
    return positionIn(this.#layout, at);
  }

  progress(): number {
    return this.#bytes.fileCount / Math.max(1, this.#layout.files.length);
  }
}

/** Where a place in a file lies in the layout. */
export function positionIn({ byPath }: GroupedLayout, at: Location | undefined): number | undefined {
  const file = at?.file === undefined ? undefined : byPath.get(at.file);
  return file && file.base + Math.min(at?.offset ?? 0, Math.max(0, file.size - 1));
}

const contentDocs: Readonly<Record<string, string>> = {
  ...Object.fromEntries(payloadKinds.map((kind) => [kind, 'Belongs to the entry in front of it.'])),
  raw: 'The type has no entries; its bytes are not read.',
  trailing: 'Behind the only entry of the file; a restore does not look at it.',
  unreadable: 'These bytes could not be read; the diagnostics say why.',
};

const word = (path: string, offset: number, value: number, text: string): FieldMeaning => ({
  path,
  offset,
  length: wordBytes,
  value,
  text,
  raw: hex(value),
  isPad: false,
});
