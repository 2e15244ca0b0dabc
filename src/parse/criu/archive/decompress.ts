/**
 * gzip and zstd streams to a spool. Only the outer compression of an archive: `tmpfs-N.tar.gz.img` and the
 * like inside it are payloads, and are never unpacked.
 */
import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { ZSTDDecoder } from 'zstddec/stream';
import { ImageError, type Report } from '../../../diagnostic.ts';
import { criuDiagnostic } from '../codes.ts';
import type { Compression } from './detect-compression.ts';
import { Spool, type SpooledSource } from './spool.ts';

/**
 * Unpacks the file at `path`. Damage in the middle is an `archive-unreadable`, and what came before it is
 * returned; throws `archive-too-large`, and errors of the system.
 */
export async function decompressFile(
  path: string,
  compression: Compression,
  report: Report,
  limitBytes?: number,
): Promise<SpooledSource> {
  const spool = new Spool(path, limitBytes);
  try {
    if (compression === 'gzip') await gunzip(path, spool);
    else await unzstd(path, spool);
  } catch (error) {
    if (error instanceof ImageError || !isDamage(error)) {
      spool.discard();
      throw error;
    }
    const message = `${compression} data is damaged after ${spool.size} unpacked bytes: ${error.message}`;
    report(criuDiagnostic('archive-unreadable', message, { file: path }));
  }
  return spool.finish();
}

// zlib errors have Z_… codes; those of the zstd library have none, those of the system have others.
function isDamage(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const code = (error as NodeJS.ErrnoException).code;
  return code === undefined || code.startsWith('Z_');
}

async function gunzip(path: string, spool: Spool): Promise<void> {
  const input = createReadStream(path);
  const gunzipped = createGunzip();
  input.on('error', (error) => gunzipped.destroy(error));
  try {
    for await (const chunk of input.pipe(gunzipped)) spool.write(chunk as Uint8Array);
  } finally {
    input.destroy();
  }
}

const inputBytes = 128 * 1024;

/** pzstd writes one skippable frame before each real one. */
const silentLimit = 1000;

async function unzstd(path: string, spool: Spool): Promise<void> {
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
      spool.write(output);
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
