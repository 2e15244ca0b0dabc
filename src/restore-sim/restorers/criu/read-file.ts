/** Files of an image as CRIU reads them: what it insists on, and what it says of one that it cannot read. */
import type { Location } from '../../../diagnostic.ts';
import { type Entry, entriesOf, firstOf } from '../../../model/from-criu/image.ts';
import { fileName, type ImageTypeName, type MessageName } from '../../../parse/criu/index.ts';
import type { CriuRestore } from './context.ts';
import { fails, Stop } from './stop.ts';

/** What reading has to know; `root` says how far the restore is. */
type Reading = Pick<CriuRestore, 'image' | 'inventory' | 'problems' | 'root'>;

/** What CRIU says of a file that it cannot read (criu/protobuf.c, criu/image.c). */
export function checkReadable(restore: Reading, type: ImageTypeName, id?: number): void {
  const stop = readingStop(restore, type, id);
  if (stop !== undefined) throw stop;
}

/** The same for those who first go on with what lies before the damage. */
export function readingStop(restore: Reading, type: ImageTypeName, id?: number): Stop | undefined {
  const file = fileName(type, id);
  const magic = magicStop(restore, type, file);
  if (magic !== undefined) return magic;
  const problem = restore.problems.get(file);
  if (problem === undefined) return undefined;
  const at = problem.at ?? { file };
  const words = restWords(restore, file, at.offset ?? 0);
  if (problem.code === 'criu-truncated-record' && words.length !== undefined && words.length < 0) {
    return negativeLength(restore, type, at, words.length);
  }
  const message = `CRIU: "${saidOf(problem.code, file, words)}"; ${problem.message}`;
  return new Stop('fails', { code: 'criu-unreadable', at, message });
}

interface RestWords {
  /** Bytes from the place of the damage on. */
  readonly rest: number;
  /** The first four of them as C reads a length, if there are four. */
  readonly length: number | undefined;
  readonly isAtStart: boolean;
}

function restWords({ image }: Reading, file: string, offset: number): RestWords {
  const rest = Math.max(0, (image.sizes.get(file) ?? 0) - offset);
  const source = rest >= 4 ? image.directory.open(file) : undefined;
  const bytes = source?.view(offset, 4);
  const length = bytes && new DataView(bytes.buffer, bytes.byteOffset).getInt32(0, true);
  source?.close();
  return { rest, length, isAtStart: offset === 0 };
}

function saidOf(code: string, file: string, { rest, length, isAtStart }: RestWords): string {
  if (code === 'criu-truncated-magic') return isAtStart && rest === 0 ? 'Unexpected EOF' : 'Img trimmed';
  if (code === 'criu-wrong-magic') return `${isAtStart ? 'Head magic' : 'Magic'} doesn't match for ${file}`;
  if (code === 'criu-truncated-payload') return 'Img trimmed';
  if (code !== 'criu-truncated-record') return `Failed unpacking object from ${file}`;
  return length === undefined
    ? `Read ${rest} bytes while 4 expected on ${file}`
    : `Read ${rest - 4} bytes while ${length} expected from ${file}`;
}

/** Read without a buffer, since raw contents follow their records. */
const unbuffered: ReadonlySet<ImageTypeName> = new Set(['MEMFD_INODE', 'IPCNS_SHM']);

/** A negative length aborts whoever reads it (criu/bfd.c): CRIU itself until the first task is forked. */
function negativeLength(restore: Reading, type: ImageTypeName, at: Location, length: number): Stop {
  const code = 'criu-negative-length';
  const what = `a record of ${at.file} has the length ${length}`;
  if (unbuffered.has(type)) {
    return new Stop('fails', { code, at, message: `CRIU: "Can't read ${length} bytes from file"; ${what}` });
  }
  if (restore.root?.task === undefined) {
    return new Stop('crashes', { code, at, message: `CRIU crashes: ${what}` });
  }
  return new Stop('fails', { code, at, message: `CRIU: "bfd: BUG", and a task is killed; ${what}` });
}

/** How many words stand before the records is told by the inventory, not by the file. */
function magicStop(
  { image, inventory: { hasHeadMagic }, problems }: Reading,
  type: ImageTypeName,
  file: string,
): Stop | undefined {
  // A file with a damaged head has a problem of its own.
  if (type === 'INVENTORY' || !image.sizes.has(file) || problems.has(file)) return undefined;
  if (image.oneMagic.has(file) !== hasHeadMagic) return undefined;
  const [found, wanted] = hasHeadMagic ? [1, 2] : [2, 1];
  const why = `it has ${found} magic words, the inventory's version means ${wanted}`;
  const message = `CRIU: "Magic doesn't match for ${file}"; ${why}`;
  return new Stop('fails', { code: 'criu-unreadable', at: { file, offset: 0 }, message });
}

/** The entry of a file that CRIU insists on: absent means the "empty image". */
export function needEntry<Name extends MessageName>(
  restore: Reading,
  type: ImageTypeName,
  message: Name,
  id?: number,
): Entry<Name> {
  const entry = firstOf(restore.image, type, message, id);
  checkReadable(restore, type, id);
  return entry ?? missing(restore, type, id);
}

/** The core of a task or thread. */
export const coreOf = ({ image }: Reading, tid: number): Entry<'core_entry'> | undefined =>
  firstOf(image, 'CORE', 'core_entry', tid);

export function needCore(restore: Reading, tid: number): Entry<'core_entry'> {
  const core = coreOf(restore, tid);
  checkReadable(restore, 'CORE', tid);
  return core ?? missing(restore, 'CORE', tid);
}

export function missing(restore: Reading, type: ImageTypeName, id: number | undefined, what = ''): never {
  const file = fileName(type, id);
  const isThere = restore.image.sizes.has(file);
  const message = `CRIU: "Unexpected EOF on ${isThere ? file : '(empty-image)'}"; ${file} is ${isThere ? 'empty' : 'missing'}${what}`;
  fails('criu-file-missing', { file }, message);
}

/** All entries of a list; a missing file is an empty list. */
export function listEntries<Name extends MessageName>(
  restore: Reading,
  type: ImageTypeName,
  message: Name,
  id?: number,
): readonly Entry<Name>[] {
  const { entries, stop } = entriesUntil(restore, type, message, id);
  if (stop !== undefined) throw stop;
  return entries;
}

/** All entries of a list with what stops the restore after them, for those who go on with them until then. */
export function entriesUntil<Name extends MessageName>(
  restore: Reading,
  type: ImageTypeName,
  message: Name,
  id?: number,
): { readonly entries: readonly Entry<Name>[]; readonly stop: Stop | undefined } {
  const entries = [...entriesOf(restore.image, type, message, id)];
  // CRIU looks at the magic words before it reads anything.
  const magic = magicStop(restore, type, fileName(type, id));
  if (magic !== undefined) return { entries: [], stop: magic };
  return { entries, stop: readingStop(restore, type, id) };
}
