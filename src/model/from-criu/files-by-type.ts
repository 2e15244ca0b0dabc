/**
 * The files of a directory by what their names say. Found once for all who ask: an image of many tasks has as many
 * files as ten times its tasks.
 */
import { type ImageDirectory, type ImageTypeName, identifyFile } from '../../parse/criu/index.ts';

export interface NamedFile {
  readonly name: string;
  /** 13 of `mountpoints-13.img`. */
  readonly id: number | undefined;
}

export type FilesByType = ReadonlyMap<ImageTypeName, readonly NamedFile[]>;

const known = new WeakMap<ImageDirectory, FilesByType>();

/** In the order of the directory; no type is there without a file. */
export function filesByType(directory: ImageDirectory): FilesByType {
  const found = known.get(directory) ?? sortFiles(directory);
  known.set(directory, found);
  return found;
}

function sortFiles(directory: ImageDirectory): FilesByType {
  const found = new Map<ImageTypeName, NamedFile[]>();
  for (const { name, kind } of directory.list()) {
    const identity = kind === 'file' ? identifyFile(name) : undefined;
    if (identity === undefined) continue;
    const files = found.get(identity.type);
    if (files === undefined) found.set(identity.type, [{ name, id: identity.id }]);
    else files.push({ name, id: identity.id });
  }
  return found;
}

const knownSizes = new WeakMap<ImageDirectory, ReadonlyMap<string, number>>();

/** Sizes of the regular files by their names, in the order of the directory. */
export function fileSizes(directory: ImageDirectory): ReadonlyMap<string, number> {
  const found = knownSizes.get(directory) ?? new Map(sizesIn(directory));
  knownSizes.set(directory, found);
  return found;
}

function* sizesIn(directory: ImageDirectory): Generator<[string, number]> {
  for (const { name, kind, size } of directory.list()) if (kind === 'file') yield [name, size];
}
