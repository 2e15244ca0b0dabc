/**
 * Looking into an image directory: the records of a file by type and number. Says nothing of what the
 * records mean, and nothing of what must be there.
 */
import type { Location, Report } from '../../diagnostic.ts';
import {
  type CriuRecord,
  decodeFile,
  fieldsOf,
  fileName,
  type ImageDirectory,
  type ImageTypeName,
  imageType,
  type MessageName,
  type PayloadPart,
} from '../../parse/criu/index.ts';
import type { CriuMessages } from '../../parse/generated/criu-descriptors.ts';

export interface CriuImage {
  readonly directory: ImageDirectory;
  readonly report: Report;
  /** Regular files and their sizes. */
  readonly sizes: ReadonlyMap<string, number>;
  /** Records of the files that an image has once: descriptors look up their files in them. */
  readonly loaded: Map<string, readonly CriuRecord[]>;
  /** Files that were read and begin with one word, as CRIU 1.5 writes them. */
  readonly oneMagic: Set<string>;
}

/** The fields of one message, and where they are. */
export interface Entry<Name extends MessageName> {
  readonly fields: CriuMessages[Name];
  readonly at: number;
  readonly file: string;
  readonly payload: readonly PayloadPart[];
}

export function openCriuImage(directory: ImageDirectory, report: Report): CriuImage {
  const files = directory.list().filter(({ kind }) => kind === 'file');
  return {
    directory,
    report,
    sizes: new Map(files.map(({ name, size }) => [name, size])),
    loaded: new Map(),
    oneMagic: new Set(),
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
export function* recordsOf(
  image: CriuImage,
  type: ImageTypeName,
  id?: number,
): Generator<CriuRecord, void, undefined> {
  const name = fileName(type, id);
  const known = image.loaded.get(name);
  if (known !== undefined) {
    yield* known;
    return;
  }
  const source = image.sizes.has(name) ? image.directory.open(name) : undefined;
  if (source === undefined) return;
  try {
    const { header, records } = decodeFile(source, name, image.report);
    if (header.magics.length === 1) image.oneMagic.add(name);
    if (imageType(type).file.includes('%')) {
      yield* records();
      return;
    }
    const all = [...records()];
    image.loaded.set(name, all);
    yield* all;
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
    yield { fields, at: record.offset, file, payload: record.payload ?? [] };
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
  for (const entry of entriesOf(image, type, message, id)) return entry;
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
