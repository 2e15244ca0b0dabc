/**
 * gzip and zstd streams to a spool. Only the outer compression of an archive: `tmpfs-N.tar.gz.img` and the
 * like inside it are payloads, and are never unpacked.
 */
import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { ZSTDDecoder } from 'zstddec/stream';
import { ImageError, type Report } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import { fileSource } from '../bytes/byte-source.ts';
import { criuDiagnostic } from '../criu/codes.ts';
import type { Compression } from './detect-compression.ts';
import { Spool, type SpooledSource } from './spool.ts';
import { largestWindow } from './zstd-window.ts';

export interface DecompressOptions {
  /** What it may unpack to; default: what `limits` allow for its size. */
  readonly limitBytes?: number | undefined;
  /** Hears the first bytes before the rest is unpacked; throws `ImageError` for what nobody can use. */
  readonly accepts: (head: Uint8Array) => void;
}

/** A tar header; the signatures of all else are shorter. */
const headBytes = 512;

/**
 * Unpacks the file at `path`. Damage in the middle is an `archive-unreadable`, and what came before it is
 * returned; throws `archive-too-large`, and errors of the system.
 */
export async function decompressFile(
  path: string,
  compression: Compression,
  report: Report,
  { limitBytes, accepts }: DecompressOptions,
): Promise<SpooledSource> {
  if (compression === 'zstd') refuseWindow(path);
  const most = Math.max(limits.unpackedFreeBytes, statSync(path).size * limits.unpackedRatio);
  const spool = new Spool(path, limitBytes ?? Math.min(limits.unpackedBytes, most));
  let isKnown = false;
  const write = (chunk: Uint8Array): void => {
    spool.write(chunk);
    if (isKnown || spool.size < headBytes) return;
    isKnown = true;
    accepts(spool.head(headBytes));
  };
  try {
    if (compression === 'gzip') await gunzip(path, write);
    else await unzstd(path, write);
    if (!isKnown) accepts(spool.head(headBytes));
  } catch (error) {
    if (error instanceof ImageError || !isDamage(error)) {
      spool.discard();
      throw error;
    }
    const message = `${compression} data is damaged after ${spool.size} unpacked bytes: ${error.message}`;
    const damage = criuDiagnostic('archive-unreadable', message, { file: path });
    // With nothing to go on, the damage is all that there is to say.
    if (!isKnown) {
      spool.discard();
      throw new ImageError(damage);
    }
    report(damage);
  }
  return spool.finish();
}

/** Before the decoder asks for the memory. */
function refuseWindow(path: string): void {
  const source = fileSource(path);
  try {
    const { bytes, offset } = largestWindow(source);
    if (bytes <= limits.zstdWindowBytes) return;
    const message = `${path} has a zstd frame that needs ${bytes} bytes of memory, more than ${limits.zstdWindowBytes}; pack it again, without --long`;
    throw new ImageError(criuDiagnostic('archive-too-large', message, { file: path, offset }));
  } finally {
    source.close();
  }
}

// zlib errors have Z_… codes; those of the zstd library have none, those of the system have others.
function isDamage(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const code = (error as NodeJS.ErrnoException).code;
  return code === undefined || code.startsWith('Z_');
}

async function gunzip(path: string, write: (chunk: Uint8Array) => void): Promise<void> {
  const input = createReadStream(path);
  const gunzipped = createGunzip();
  input.on('error', (error) => gunzipped.destroy(error));
  try {
    for await (const chunk of input.pipe(gunzipped)) write(chunk as Uint8Array);
  } finally {
    input.destroy();
  }
}

const inputBytes = 128 * 1024;

/** pzstd writes one skippable frame before each real one. */
const silentLimit = 1000;

async function unzstd(path: string, write: (chunk: Uint8Array) => void): Promise<void> {
  const decoder = new ZSTDDecoder();
  await decoder.init();
  const fd = openSync(path, 'r');
  // The library does not look at zstd's error results: it goes on for ever, without taking input or giving
  // output. A good call is silent only at the end of an empty or skippable frame.
  let silent = 0;
  try {
    const chunks = fileChunks(fd, () => {
      silent = 0;
    });
    for (const output of decoder.decodeStreaming(chunks)) {
      silent = output.length > 0 ? 0 : silent + 1;
      if (silent > silentLimit) throw new Error('zstd reports an error');
      write(output);
    }
  } finally {
    closeSync(fd);
  }
}

function* fileChunks(fd: number, onChunk: () => void): Generator<Uint8Array> {
  const buffer = new Uint8Array(inputBytes);
  for (;;) {
    const count = readSync(fd, buffer, 0, buffer.length, null);
    if (count === 0) return;
    onChunk();
    yield buffer.subarray(0, count);
  }
}
