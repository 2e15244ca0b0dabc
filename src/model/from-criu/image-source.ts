/**
 * A directory of images as one stretch of bytes: its files one after the other, those of older directories
 * behind them. Byte ranges of a checkpoint are ranges of that stretch. Reads no records.
 */
import type { Location } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import { DecodedSpace, decodedBase } from '../../memory/decoded-space.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { OpenFiles } from '../../parse/bytes/open-files.ts';
import { type ImageDirectory, parentDirectory } from '../../parse/criu/index.ts';

/** One file of the stretch; `path` starts with `parent/` for each older directory. */
export interface LaidFile {
  readonly path: string;
  readonly name: string;
  readonly directory: ImageDirectory;
  /** Where its first byte lies in the stretch. */
  readonly base: number;
  readonly size: number;
}

/** The same, and cheap to make: a chain of directories, each of which is an image, is laid out once for each of them. */
class FileOfChain implements LaidFile {
  readonly name: string;
  readonly directory: ImageDirectory;
  readonly base: number;
  readonly size: number;
  readonly #depth: number;

  constructor(name: string, size: number, directory: ImageDirectory, depth: number, base: number) {
    this.name = name;
    this.directory = directory;
    this.base = base;
    this.size = size;
    this.#depth = depth;
  }

  get path(): string {
    return parentPrefix(this.#depth) + this.name;
  }
}

/** The files of a stretch by their paths. Found by their order, since a map of tens of thousands takes as much as they do. */
export class FilesByPath {
  readonly #files: readonly LaidFile[];
  /** For each directory of the chain, where its files begin; then the end. */
  readonly #starts: readonly number[];

  constructor(files: readonly LaidFile[], starts: readonly number[]) {
    this.#files = files;
    this.#starts = starts;
  }

  get(path: string): LaidFile | undefined {
    let depth = 0;
    while (path.startsWith(parentStep, depth * parentStep.length)) depth++;
    const name = path.slice(depth * parentStep.length);
    let low = this.#starts[depth] ?? this.#files.length;
    let high = this.#starts[depth + 1] ?? this.#files.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const file = this.#files[middle] as LaidFile;
      if (file.name === name) return file;
      if (file.name < name) low = middle + 1;
      else high = middle;
    }
    return undefined;
  }

  has(path: string): boolean {
    return this.get(path) !== undefined;
  }

  *keys(): Generator<string> {
    for (const { path } of this.#files) yield path;
  }
}

/** A chain of pre-dumps is a few directories long. */
export const chainLimit = 256;

/** Why a `parent` is not followed, and what is said of where it leads. */
const lostReasons = {
  absent: 'not there',
  loop: 'an image of the chain itself: it has no end',
  unread: `not read: a chain is read up to ${chainLimit} images and ${limits.archiveNodes} files`,
} as const;

/** A `parent` that is no older image, or one beyond what is read. */
export interface LostLink {
  /** Where it is said to be. */
  readonly target: string;
  readonly reason: keyof typeof lostReasons;
}

export const whereTo = ({ target, reason }: LostLink): string =>
  `leads to ${target}, which is ${lostReasons[reason]}`;

export interface ImageLayout {
  /** Ascending by `base`. */
  readonly files: readonly LaidFile[];
  readonly byPath: FilesByPath;
  /** The directory itself, then the one that `parent` leads to, and so on. */
  readonly chain: readonly ImageDirectory[];
  /** The `parent` of the last of them, if it has one. */
  readonly lostParent: LostLink | undefined;
  readonly size: number;
  /** Compressed pages, as they are decoded: filled by whoever reads the pagemaps. */
  readonly decoded: DecodedSpace;
}

const decodedSpaces = new WeakMap<ImageDirectory, DecodedSpace>();

/** One for each directory, so that positions mean the same to all that lay it out. */
export function decodedSpaceOf(directory: ImageDirectory): DecodedSpace {
  const space = decodedSpaces.get(directory) ?? new DecodedSpace();
  decodedSpaces.set(directory, space);
  return space;
}

const layouts = new WeakMap<ImageDirectory, ImageLayout>();

/** The files of a directory and of all that it builds on: laid out once, since there may be tens of thousands. */
export function layOut(directory: ImageDirectory): ImageLayout {
  const layout = layouts.get(directory) ?? layOutAnew(directory);
  layouts.set(directory, layout);
  return layout;
}

/** The same for whoever moves the files in it. */
export function layOutAnew(directory: ImageDirectory): ImageLayout {
  const files: LaidFile[] = [];
  const chain: ImageDirectory[] = [];
  const met = new Set<unknown>();
  const starts: number[] = [];
  let base = 0;
  let lostParent: LostLink | undefined;
  for (let at: ImageDirectory | undefined = directory; at !== undefined; at = parentDirectory(at, () => {})) {
    const identity = at.identity?.() ?? at;
    const isUnread = chain.length >= chainLimit || files.length > limits.archiveNodes;
    if (met.has(identity) || isUnread) {
      const reason = met.has(identity) ? 'loop' : 'unread';
      lostParent = { target: lostParent?.target ?? 'a directory', reason };
      break;
    }
    met.add(identity);
    chain.push(at);
    starts.push(files.length);
    lostParent = undefined;
    for (const { name, kind, size, target = 'nothing' } of at.list()) {
      if (name === 'parent' && kind === 'link') lostParent = { target, reason: 'absent' };
      if (kind !== 'file') continue;
      files.push(new FileOfChain(name, size, at, chain.length - 1, base));
      base += size;
    }
  }
  const byPath = new FilesByPath(files, starts);
  return { files, byPath, chain, lostParent, size: base, decoded: decodedSpaceOf(directory) };
}

const parentStep = 'parent/';

/** The path prefix of the directory with that place in the chain. */
export const parentPrefix = (depth: number): string => parentStep.repeat(depth);

/** Which file a position of the stretch lies in. */
export function locate(layout: ImageLayout, position: number): Location | undefined {
  if (position >= decodedBase) return layout.decoded.storedAt(position);
  const file = fileAt(layout, position);
  return file && { file: file.path, offset: position - file.base };
}

function fileAt({ files }: ImageLayout, position: number): LaidFile | undefined {
  let low = 0;
  let high = files.length;
  // The last file that begins at or before the position; empty files share their place with the next.
  while (low < high) {
    const middle = (low + high) >> 1;
    if (files[middle]!.base <= position) low = middle + 1;
    else high = middle;
  }
  const file = files[low - 1];
  return file !== undefined && position < file.base + file.size ? file : undefined;
}

/** The bytes behind the ranges of a checkpoint that was made from the same directory. */
export function criuByteSource(directory: ImageDirectory, layout = layOut(directory)): ByteSource {
  const open = new OpenFiles<LaidFile>((file) => {
    const source = file.directory.open(file.name);
    if (source === undefined) throw Object.assign(new Error(`${file.path} is gone`), { code: 'ENOENT' });
    return source;
  });
  const fileOf = (path: string): ByteSource => {
    const file = layout.byPath.get(path);
    if (file === undefined) throw new RangeError(`${path} is not laid out in ${directory.name}`);
    return open.get(file);
  };
  const readInto = (target: Uint8Array, offset: number): void => {
    if (offset >= decodedBase) {
      layout.decoded.readInto(fileOf, target, offset);
      return;
    }
    for (let done = 0; done < target.length; ) {
      const file = fileAt(layout, offset + done);
      if (file === undefined) throw new RangeError(`read at ${offset + done} outside ${directory.name}`);
      const skip = offset + done - file.base;
      const count = Math.min(target.length - done, file.size - skip);
      open.get(file).readInto(target.subarray(done, done + count), skip);
      done += count;
    }
  };
  return {
    name: directory.name,
    size: layout.size,
    view(offset, length) {
      const file = length > 0 ? fileAt(layout, offset) : undefined;
      if (file !== undefined && offset + length <= file.base + file.size) {
        return open.get(file).view(offset - file.base, length);
      }
      const bytes = new Uint8Array(length);
      readInto(bytes, offset);
      return bytes;
    },
    readInto,
    close: () => open.close(),
  };
}
