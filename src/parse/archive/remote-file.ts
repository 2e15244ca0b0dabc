/**
 * A file on a server as a source of bytes: by ranges where the server has them and the file is not packed, else fetched
 * whole into a spool. What is fetched whole is held against its digest, where there is one.
 */

import { ImageError, type Report } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import { UsageError } from '../../usage-error.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { remoteDiagnostic } from '../bytes/remote/codes.ts';
import { algorithmOf, hashFor } from '../bytes/remote/digest.ts';
import { fetched } from '../bytes/remote/progress.ts';
import { openRanges, type RangeFile, type RemotePlace } from '../bytes/remote/ranges.ts';
import { RemoteError } from '../bytes/remote/remote-error.ts';
import { detectCompression } from './detect-compression.ts';
import { Spool, type SpooledSource, spooled } from './spool.ts';
import type { Spools } from './unpack.ts';

export interface RemoteFileOptions {
  readonly report: Report;
  /** What was fetched whole before; what is now is added. */
  readonly spools?: Spools | undefined;
  /** What a registry says of it. */
  readonly expected?: { readonly digest: string; readonly size: number } | undefined;
}

const pieceBytes = 4 * 1024 * 1024;
/** What costs no more than some requests for ranges. */
const smallBytes = 1024 * 1024;

export type OpenedFile = RangeFile | SpooledSource;

/** The same bytes for one of several readers, who do not disturb each other. */
export function viewOf(file: OpenedFile, close: () => void): ByteSource {
  if ('spool' in file) return { ...spooled(file.spool), close };
  return {
    name: file.name,
    size: file.size,
    isElsewhere: true,
    close,
    view: (offset, length) => file.view(offset, length),
    readInto: (target, offset) => file.readInto(target, offset),
  };
}

/** Throws RemoteError, and ImageError for what is not what its digest says. The caller closes it. */
export function openRemoteFile(place: RemotePlace, options: RemoteFileOptions): OpenedFile {
  const { report, spools, expected } = options;
  const key = `fetched ${place.name}`;
  const known = spools?.get(key);
  if (known !== undefined) return spooled(known);
  const opened = openRanges(place);
  const file = opened.form === 'ranges' ? opened.file : undefined;
  refuseSize(place, file?.size ?? (opened.form === 'whole' ? opened.size : undefined), expected);
  if (file !== undefined && !isFetchedWhole(file, expected)) {
    if (expected !== undefined) report(unverified(place, expected.digest));
    return file;
  }
  const size = file?.size ?? (opened.form === 'whole' ? opened.size : undefined);
  if (size === undefined || size > smallBytes) {
    const why = file === undefined ? 'the server gives no ranges' : 'it is packed';
    const message = `${why}, so that all of it is fetched${size === undefined ? '' : `: ${size} bytes`}`;
    report(remoteDiagnostic('remote-read-whole', message, { file: place.name }));
  }
  const most = fetchedMost();
  if (size !== undefined && size > most) throw tooMuch(place, most, size);
  const pieces =
    file === undefined && opened.form === 'whole' ? bodyPieces(opened) : piecesOf(file as RangeFile);
  const spool = spoolOf(place, pieces, { most, expected });
  file?.close();
  spools?.set(key, spool.spool);
  // Nobody reads it any more once it is closed.
  const close = () => {
    spools?.delete(key);
    spool.close();
  };
  return { ...spool, close };
}

/** Packed, or so small that it can be held against its digest at once. */
const isFetchedWhole = (file: RangeFile, expected: RemoteFileOptions['expected']): boolean =>
  detectCompression(file.view(0, Math.min(4, file.size))) !== undefined ||
  (expected !== undefined && file.size <= smallBytes);

function refuseSize(
  place: RemotePlace,
  size: number | undefined,
  expected: RemoteFileOptions['expected'],
): void {
  if (expected === undefined || size === undefined || size === expected.size) return;
  throw wrong(place, `${expected.digest} has ${expected.size} bytes, the registry sends ${size}`);
}

/** A server that says no size may send without end. */
function tooMuch({ name }: RemotePlace, most: number, size?: number): RemoteError {
  const has = size === undefined ? '' : `: it has ${size}`;
  return new RemoteError(name, `more than the ${most} bytes that are fetched of one file${has}`);
}

const wrong = ({ name }: RemotePlace, message: string) =>
  new ImageError(remoteDiagnostic('remote-wrong-digest', message, { file: name }));

const unverified = ({ name }: RemotePlace, digest: string) =>
  remoteDiagnostic(
    'remote-unverified',
    `only parts of it are read: whether it is ${digest} was not checked`,
    { file: name },
  );

function fetchedMost(): number {
  const word = process.env['CR_REMOTE_BYTES'];
  if (word === undefined || word === '') return limits.fetchedBytes;
  const given = /^\d+$/.test(word) ? Number(word) : 0;
  if (Number.isSafeInteger(given) && given > 0) return given;
  throw new UsageError(
    `CR_REMOTE_BYTES is ${JSON.stringify(word)}: a number of bytes is wanted, as 1073741824`,
  );
}

function* piecesOf(file: RangeFile): Generator<Uint8Array> {
  for (let offset = 0; offset < file.size; offset += pieceBytes) {
    const piece = new Uint8Array(Math.min(pieceBytes, file.size - offset));
    file.readInto(piece, offset);
    yield piece;
  }
}

function* bodyPieces({ answer, size }: Extract<ReturnType<typeof openRanges>, { form: 'whole' }>) {
  let done = 0;
  for (let piece = answer.read(); piece !== undefined; piece = answer.read()) {
    done += piece.length;
    fetched(done, size ?? done);
    yield piece;
  }
}

function spoolOf(
  place: RemotePlace,
  pieces: Iterable<Uint8Array>,
  { most, expected }: { readonly most: number; readonly expected: RemoteFileOptions['expected'] },
) {
  const spool = new Spool(place.name, most, (bytes) => tooMuch(place, bytes));
  const hash = hashFor(expected?.digest);
  try {
    for (const piece of pieces) {
      spool.write(piece);
      if (expected !== undefined) hash.update(piece);
    }
    const digest = `${algorithmOf(expected?.digest)}:${hash.digest('hex')}`;
    if (expected !== undefined && digest !== expected.digest)
      throw wrong(place, `${expected.digest} is asked for, and the registry sends ${digest}`);
    return spool.finish();
  } catch (error) {
    spool.discard();
    throw error;
  }
}
