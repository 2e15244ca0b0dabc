/** Finding files by name, and entries by numbers in them; tables are made when they are first asked for. */
import type { LaidFile } from '../../model/from-criu/image-source.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { fieldRangesOf, type ImageTypeName, identifyFile, scalarAt } from '../../parse/criu/index.ts';
import type { RecordIndex } from '../record-index.ts';
import type { Resolved } from './meaning.ts';
import type { RecordBytes } from './record-bytes.ts';

type Table = ReadonlyMap<string, number>;

export class EntryTables {
  readonly #source: ByteSource;
  readonly #index: RecordIndex;
  readonly #bytes: RecordBytes;
  readonly #tables = new Map<string, Table>();
  #filesByType: ReadonlyMap<string, readonly LaidFile[]> | undefined;

  constructor(source: ByteSource, index: RecordIndex, bytes: RecordBytes) {
    this.#source = source;
    this.#index = index;
    this.#bytes = bytes;
  }

  /** A file by its path. */
  file(path: string): Resolved | undefined {
    const found = this.#bytes.layout.byPath.get(path);
    return found && { to: { offset: found.base, kind: found.path } };
  }

  has(prefix: string, type: ImageTypeName): boolean {
    return this.#files(prefix, type).length > 0;
  }

  /**
   * The entry of that type whose fields have these values. Undefined where there are no such files, and as long as
   * they are not indexed.
   */
  entry(
    prefix: string,
    type: ImageTypeName,
    fields: readonly string[],
    key: string,
    what: string,
  ): Resolved | undefined {
    const files = this.#files(prefix, type);
    if (files.length === 0 || !files.every((file) => this.#isIndexed(file))) return undefined;
    const name = `${prefix}${type} ${fields.join(' ')}`;
    const table = this.#tables.get(name) ?? this.#read(files, fields);
    this.#tables.set(name, table);
    const offset = table.get(key);
    return offset === undefined ? { missing: `no ${what} in the image` } : { to: { offset, kind: what } };
  }

  #isIndexed(file: LaidFile): boolean {
    const record = this.#bytes.recordOf(file);
    return record >= 0 && (this.#index.isComplete || this.#index.end(record) < this.#index.length);
  }

  #files(prefix: string, type: ImageTypeName): readonly LaidFile[] {
    if (this.#filesByType === undefined) {
      const byType = new Map<string, LaidFile[]>();
      for (const file of this.#bytes.layout.files) {
        const key = prefixOf(file) + identifyFile(file.name)?.type;
        const known = byType.get(key);
        if (known) known.push(file);
        else byType.set(key, [file]);
      }
      this.#filesByType = byType;
    }
    return this.#filesByType.get(prefix + type) ?? [];
  }

  #read(files: readonly LaidFile[], fields: readonly string[]): Table {
    const table = new Map<string, number>();
    for (const file of files) {
      const own = this.#bytes.recordOf(file);
      const end = this.#index.end(own);
      for (let record = own + 1; record < end; record = this.#index.end(record)) {
        const key = this.#keyOf(record, fields);
        if (key !== undefined && !table.has(key)) table.set(key, this.#index.offset(record));
      }
    }
    return table;
  }

  #keyOf(record: number, wanted: readonly string[]): string | undefined {
    const message = this.#bytes.message(record);
    if (message === undefined) return undefined;
    const { offset, length } = this.#bytes.content(record);
    const bytes = this.#source.view(offset, length);
    const values = new Map<string, string>();
    // Numbers stand at the front.
    for (const range of fieldRangesOf(message, bytes)) {
      if (!wanted.includes(range.path)) continue;
      values.set(range.path, String(scalarAt(bytes, range)));
      if (values.size === wanted.length) return wanted.map((field) => values.get(field)).join(' ');
    }
    return undefined;
  }
}

/** `parent/` for each older directory. */
export const prefixOf = ({ path, name }: LaidFile): string => path.slice(0, path.length - name.length);
