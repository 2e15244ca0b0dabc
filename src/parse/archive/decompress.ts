/**
 * gzip and zstd streams to a spool. Only the outer compression of an archive: `tmpfs-N.tar.gz.img` and the
 * like inside it are payloads, and are never unpacked.
 */
import { joined } from '../../byte-text.ts';
import { ImageError, type Report } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { archiveDiagnostic } from './codes.ts';
import type { Compression } from './detect-compression.ts';
import { gunzipAtOnce, gunzipped } from './gunzip.ts';
import { Spool, type SpooledSource } from './spool.ts';
import { unzstd } from './unzstd.ts';
import { noMemory } from './zstd-unpacker.ts';
import { largestWindow } from './zstd-window.ts';

export interface DecompressOptions {
  /** What it may unpack to; default: what `limits` allow for its size. */
  readonly limitBytes?: number | undefined;
  /** Hears the first bytes before the rest is unpacked; throws `ImageError` for what nobody can use. */
  readonly accepts?: (head: Uint8Array) => void;
}

/** What a compressed file of that size may unpack to. */
export const unpackedLimit = (size: number): number =>
  Math.min(limits.unpackedBytes, Math.max(limits.unpackedFreeBytes, size * limits.unpackedRatio));

/** A tar header; the signatures of all else are shorter. */
const headBytes = 512;

/**
 * Unpacks `packed`, which stays open. Damage in the middle is an `archive-unreadable`, and what came before it is
 * returned; throws `archive-too-large`, and errors of the system.
 */
export async function decompress(
  packed: ByteSource,
  compression: Compression,
  report: Report,
  { limitBytes, accepts = () => {} }: DecompressOptions = {},
): Promise<SpooledSource> {
  const windowBytes = compression === 'zstd' ? windowOf(packed) : 0;
  const file = packed.name;
  const spool = new Spool(file, limitBytes ?? unpackedLimit(packed.size));
  let isKnown = false;
  const write = (chunk: Uint8Array): void => {
    // Heard before it is kept: whoever only looks has no use for a copy.
    if (!isKnown && spool.size + chunk.length >= headBytes) {
      isKnown = true;
      accepts(joined([spool.head(headBytes), chunk.subarray(0, headBytes - spool.size)]));
    }
    spool.write(chunk);
  };
  try {
    if (compression === 'gzip') await gunzip(packed, limitBytes ?? unpackedLimit(packed.size), write);
    else await unzstd(packed, windowBytes, write);
    if (!isKnown) accepts(spool.head(headBytes));
  } catch (error) {
    if (error instanceof ImageError || !isDamage(error)) {
      spool.discard();
      throw lacksMemory(error) ? Object.assign(noMemory(), { path: file }) : error;
    }
    const message = `${compression} data is damaged after ${spool.size} unpacked bytes: ${error.message}`;
    const damage = archiveDiagnostic('archive-unreadable', message, { file });
    // With nothing to go on, the damage is all that there is to say.
    if (!isKnown) {
      spool.discard();
      throw new ImageError(damage);
    }
    report(damage);
  }
  return spool.finish();
}

/** Refused before the decoder asks for the memory. */
function windowOf(packed: ByteSource): number {
  const { windowBytes, heldBytes, offset } = largestWindow(packed);
  if (heldBytes <= limits.zstdHeldBytes) return windowBytes;
  const file = packed.name;
  const message = `${file} has a zstd frame that needs ${heldBytes} bytes of memory to unpack, more than ${limits.zstdHeldBytes}; unpack it with "zstd -d --long=31", or pack it again without --long and --ultra`;
  throw new ImageError(archiveDiagnostic('archive-too-large', message, { file, offset }));
}

const codeOf = (error: unknown): string => String((error as NodeJS.ErrnoException | undefined)?.code);

/** Those of both decoders have Z_… codes. What else goes wrong says nothing of the file, nor that there is no memory. */
const isDamage = (error: unknown): error is Error =>
  error instanceof Error && codeOf(error).startsWith('Z_') && codeOf(error) !== 'Z_MEM_ERROR';

const lacksMemory = (error: unknown): boolean => ['ENOMEM', 'Z_MEM_ERROR'].includes(codeOf(error));

/** Most archives without large pages; threads that list hold one of each at a time. */
const smallBytes = { packed: 1024 * 1024, unpacked: 4 * 1024 * 1024 };

async function gunzip(
  packed: ByteSource,
  limitBytes: number,
  write: (chunk: Uint8Array) => void,
): Promise<void> {
  if (packed.size <= smallBytes.packed) {
    const most = Math.min(smallBytes.unpacked, limitBytes);
    if (gunzipAtOnce(packed.view(0, packed.size), most, write)) return;
  }
  // A stream keeps chunks that were not taken yet: each is memory of its own.
  for await (const chunk of gunzipped(chunksOf(packed))) write(chunk);
}

/** Small: what a piece unpacks to is still unpacked when nobody wants more. */
const inputBytes = 32 * 1024;

function* chunksOf(packed: ByteSource): Generator<Uint8Array> {
  for (let offset = 0; offset < packed.size; offset += inputBytes) {
    const chunk = new Uint8Array(Math.min(inputBytes, packed.size - offset));
    packed.readInto(chunk, offset);
    yield chunk;
  }
}
