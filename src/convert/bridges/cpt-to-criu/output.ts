/**
 * Where a conversion writes to: named files, each written once from start to end. Knows no file system; a
 * directory on disk is made by parse/bytes/directory-output.ts.
 */
import type { ByteSink } from '../../../parse/bytes/byte-sink.ts';
import { MemorySink, NullSink } from '../../../parse/bytes/byte-sink.ts';
import {
  type CriuRecord,
  encodeRecord,
  fileName,
  headMagics,
  type ImageTypeName,
  imageType,
} from '../../../parse/criu/index.ts';

/** A file of the result. Patches reach only what was written to the same file. */
export interface OutputFile extends ByteSink {
  close(): void;
}

/** The directory that receives the image. Several files may be open at once. */
export interface CriuOutput {
  /** Each name at most once. */
  create(name: string): OutputFile;
}

/** An output that keeps its files in memory, by name. */
export interface MemoryOutput extends CriuOutput {
  readonly files: ReadonlyMap<string, Uint8Array>;
}

class MemoryFile extends MemorySink implements OutputFile {
  readonly #done: (bytes: Uint8Array) => void;

  constructor(done: (bytes: Uint8Array) => void) {
    super();
    this.#done = done;
  }

  close(): void {
    this.#done(this.result());
  }
}

/** For tests and small images. */
export function memoryOutput(): MemoryOutput {
  const files = new Map<string, Uint8Array>();
  const create = (name: string): OutputFile => {
    if (files.has(name)) throw new Error(`${name} is written twice`);
    files.set(name, new Uint8Array());
    return new MemoryFile((bytes) => files.set(name, bytes));
  };
  return { files, create };
}

class NullFile extends NullSink implements OutputFile {
  close(): void {}
}

/** For a plan: everything is worked out and nothing is kept. */
export const nullOutput: CriuOutput = { create: () => new NullFile() };

/** An image file that is being written. */
export interface ImageWriter {
  write(record: CriuRecord): void;
  close(): void;
}

/** Starts a file of a type that has records. */
export function openImage(output: CriuOutput, type: ImageTypeName, id?: number): ImageWriter {
  const file = output.create(fileName(type, id));
  const { magic } = imageType(type);
  // criu/image.c: the inventory is the one image without the common magic.
  if (magic !== undefined && type !== 'INVENTORY') file.write(word(headMagics.common));
  if (magic !== undefined) file.write(word(magic));
  return { write: (record) => encodeRecord(record, file), close: () => file.close() };
}

/** A whole file. */
export function writeImage(
  output: CriuOutput,
  type: ImageTypeName,
  id: number | undefined,
  records: Iterable<CriuRecord>,
): void {
  const image = openImage(output, type, id);
  for (const record of records) image.write(record);
  image.close();
}

/** A file that is not made of records. */
export function writeRaw(output: CriuOutput, type: ImageTypeName, id: number, bytes: Uint8Array): void {
  const file = output.create(fileName(type, id));
  file.write(bytes);
  file.close();
}

function word(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}
