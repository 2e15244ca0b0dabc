/** For tests only: an image directory in memory with some files edited or removed. */
import { MemorySink } from '../../../parse/bytes/byte-sink.ts';
import {
  type CriuRecord,
  decodeFile,
  encodeFile,
  type ImageDirectory,
  type MessageRecord,
  memoryDirectory,
} from '../../../parse/criu/index.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests reach into fields of any message.
export type LooseFields = any;

/** `null` removes the file; bytes replace it; a function edits its records. */
export type FileEdit = null | Uint8Array | ((records: CriuRecord[]) => readonly CriuRecord[]);

export function editImage(
  directory: ImageDirectory,
  edits: Readonly<Record<string, FileEdit>>,
): ImageDirectory {
  const files: Record<string, Uint8Array> = {};
  for (const { name, kind } of directory.list()) {
    const edit = edits[name];
    const source = kind === 'file' && edit !== null ? directory.open(name) : undefined;
    if (source === undefined) continue;
    if (typeof edit === 'function') {
      const { header, records } = decodeFile(source, name, () => {});
      const sink = new MemorySink();
      encodeFile(header, edit([...records()]), sink, source);
      files[name] = sink.result();
    } else files[name] = source.view(0, source.size).slice();
    source.close();
  }
  for (const [name, edit] of Object.entries(edits)) if (edit instanceof Uint8Array) files[name] = edit;
  return memoryDirectory(files);
}

/** Replaces fields of the entries that `which` picks; `undefined` removes a field. */
export const change =
  (
    which: (fields: LooseFields, index: number) => boolean,
    fields: (old: LooseFields) => LooseFields,
  ): FileEdit =>
  (records) =>
    records.map((record, index) => {
      if (record.kind !== 'message' || !which(record.fields, index)) return record;
      const { raw, ...rest } = record as MessageRecord;
      const merged = { ...record.fields, ...fields(record.fields) };
      for (const name of Object.keys(merged)) if (merged[name] === undefined) delete merged[name];
      return { ...rest, fields: merged };
    });

export const first = (_: LooseFields, index: number): boolean => index === 0;
