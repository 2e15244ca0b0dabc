/**
 * Looking into an image directory: the records of a file by type and number. Says nothing of what the
 * records mean, and nothing of what must be there.
 */
import type { Location, Report } from '../../diagnostic.ts';
import {
  type CriuRecord,
  decodeFile,
  decodeSingle,
  type FileIdentity,
  fieldsOf,
  fileName,
  type ImageDirectory,
  type ImageTypeName,
  imageType,
  type MessageName,
  type PayloadPart,
} from '../../parse/criu/index.ts';
import type { CriuMessages } from '../../parse/generated/criu-descriptors.ts';
import { fileSizes } from './files-by-type.ts';

export interface CriuImage {
  readonly directory: ImageDirectory;
  readonly report: Report;
  /** Regular files and their sizes. */
  readonly sizes: ReadonlyMap<string, number>;
  /** Records of the files that an image has once: descriptors look up their files in them. */
  readonly loaded: Map<string, readonly CriuRecord[]>;
  readonly recent: RecentFiles;
  /** Files that were read and begin with one word, as CRIU 1.5 writes them. */
  readonly oneMagic: Set<string>;
  /** Whether messages of tasks are views of their bytes: read field by field, they are no objects to list or to copy. */
  readonly isLazy: boolean;
}

/** Files of a task and of its parent, one of each type, and then some. */
const recentFiles = 16;
const recentBytes = 64 * 1024;

/**
 * Records of files of one entry that were read last: what looks at a task looks at them one after the other. No map: each
 * time that one is full of what was deleted, the engine goes on with another, and keeps it alive by the one before.
 */
class RecentFiles {
  readonly #names: string[] = [];
  readonly #records: (readonly CriuRecord[])[] = [];
  #next = 0;

  get(name: string): readonly CriuRecord[] | undefined {
    const index = this.#names.indexOf(name);
    return index < 0 ? undefined : this.#records[index];
  }

  /** In the place of the one that was added first. */
  add(name: string, records: readonly CriuRecord[]): void {
    this.#names[this.#next] = name;
    this.#records[this.#next] = records;
    this.#next = (this.#next + 1) % recentFiles;
  }
}

/** The fields of one message, and where they are. */
export interface Entry<Name extends MessageName> {
  readonly fields: CriuMessages[Name];
  readonly at: number;
  readonly file: string;
  readonly payload: readonly PayloadPart[];
}

const noPayload: readonly PayloadPart[] = [];

export function openCriuImage(directory: ImageDirectory, report: Report, isLazy = false): CriuImage {
  return {
    directory,
    report,
    sizes: fileSizes(directory),
    loaded: new Map(),
    recent: new RecentFiles(),
    oneMagic: new Set(),
    isLazy,
  };
}

export const hasFile = (image: CriuImage, type: ImageTypeName, id?: number): boolean =>
  image.sizes.has(fileName(type, id));

/** Whether the file is there and longer than its magic numbers: CRIU 1.5 writes many that are not. */
export function hasEntries(image: CriuImage, type: ImageTypeName, id?: number): boolean {
  for (const _ of recordsOf(image, type, id)) return true;
  return false;
}

/** The records of a file, none if there is no such file. Damage is reported by the decoder. */
export function recordsOf(image: CriuImage, type: ImageTypeName, id?: number): Iterable<CriuRecord> {
  const name = fileName(type, id);
  const known = image.loaded.get(name) ?? image.recent.get(name);
  if (known !== undefined) return known;
  const size = image.sizes.get(name);
  if (size === undefined) return [];
  const { single, file } = imageType(type);
  const isNumbered = file.includes('%');
  if (single === true) {
    const records = readSingle(image, name, type, id);
    if (!isNumbered) image.loaded.set(name, records);
    else if (size <= recentBytes) image.recent.add(name, records);
    return records;
  }
  if (isNumbered) return readRecords(image, name, type, id);
  const all = [...readRecords(image, name, type, id)];
  image.loaded.set(name, all);
  return all;
}

const identityOf = (type: ImageTypeName, id: number | undefined): FileIdentity => ({
  type,
  ...(id !== undefined && { id }),
});

/** Of which most fields are not looked at. Others are small, and some of them are kept for every task. */
const largeTypes: ReadonlySet<ImageTypeName> = new Set<ImageTypeName>(['CORE', 'MM']);

function readSingle(image: CriuImage, name: string, type: ImageTypeName, id?: number): readonly CriuRecord[] {
  const source = image.directory.open(name);
  if (source === undefined) return [];
  try {
    const isLazy = image.isLazy && largeTypes.has(type);
    const { header, records } = decodeSingle(source, name, identityOf(type, id), image.report, isLazy);
    if (header.magics.length === 1) image.oneMagic.add(name);
    return records;
  } finally {
    source.close();
  }
}

function* readRecords(
  image: CriuImage,
  name: string,
  type: ImageTypeName,
  id?: number,
): Generator<CriuRecord, void, undefined> {
  const source = image.directory.open(name);
  if (source === undefined) return;
  try {
    const { header, records } = decodeFile(source, name, image.report, { identity: identityOf(type, id) });
    if (header.magics.length === 1) image.oneMagic.add(name);
    yield* records();
  } finally {
    source.close();
  }
}

/** The entries of a file that are of that message. */
export function* entriesOf<Name extends MessageName>(
  image: CriuImage,
  type: ImageTypeName,
  message: Name,
  id?: number,
): Generator<Entry<Name>, void, undefined> {
  const file = fileName(type, id);
  for (const record of recordsOf(image, type, id)) {
    const fields = fieldsOf(record, message);
    if (fields === undefined || record.kind !== 'message') continue;
    yield { fields, at: record.offset, file, payload: record.payload ?? noPayload };
  }
}

/** The first entry, which is all that CRIU reads of a file of one entry. */
export function firstOf<Name extends MessageName>(
  image: CriuImage,
  type: ImageTypeName,
  message: Name,
  id?: number,
): Entry<Name> | undefined {
  // A loop that is left closes the file.
  for (const record of recordsOf(image, type, id)) {
    const fields = fieldsOf(record, message);
    if (fields === undefined || record.kind !== 'message') continue;
    return { fields, at: record.offset, file: fileName(type, id), payload: record.payload ?? noPayload };
  }
  return undefined;
}

export const placeOf = ({ file, at }: { readonly file: string; readonly at: number }): Location => ({
  file,
  offset: at,
});

const decoder = new TextDecoder();

/** A string field; names in Linux are bytes, so it may have stayed bytes. */
export function textOf(value: string | Uint8Array | undefined): string | undefined {
  return value instanceof Uint8Array ? decoder.decode(value) : value;
}
