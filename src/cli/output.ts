/** Where results go: a file that appears whole or not at all, or standard output after the last byte is known. */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileSink } from '../parse/bytes/byte-sink.ts';
import { type ByteSource, fileSource } from '../parse/bytes/byte-source.ts';

const stdoutFd = 1;
const pieceBytes = 256 * 1024;

export interface Output {
  readonly sink: FileSink;
  /** The finished bytes, before they are shown to anyone. */
  readBack(): ByteSource;
  commit(): void;
  discard(): void;
}

export function openOutput(path: string, { force }: { readonly force: boolean }): Output {
  if (path === '-') return standardOutput();
  const sink = new FileSink(path, { force });
  // A signal must not leave the temporary file behind.
  const cleanUp = () => sink.discard();
  process.once('exit', cleanUp);
  return {
    sink,
    readBack: () => readBack(sink),
    commit: () => sink.commit(),
    discard: cleanUp,
  };
}

function readBack(sink: FileSink): ByteSource {
  sink.flush();
  return fileSource(sink.temporaryPath);
}

/** The result is collected first: a reader must not get half of an image that then fails to verify. */
function standardOutput(): Output {
  const directory = mkdtempSync(join(tmpdir(), 'cr-tools-'));
  const sink = new FileSink(join(directory, 'output'), { force: true });
  const cleanUp = () => {
    sink.discard();
    rmSync(directory, { recursive: true, force: true });
  };
  process.once('exit', cleanUp);
  return {
    sink,
    readBack: () => readBack(sink),
    commit: () => {
      sink.flush();
      copyToStdout(sink.temporaryPath);
      cleanUp();
    },
    discard: cleanUp,
  };
}

function copyToStdout(path: string): void {
  const fd = openSync(path, 'r');
  try {
    const piece = new Uint8Array(pieceBytes);
    for (let count = readSync(fd, piece); count > 0; count = readSync(fd, piece)) {
      for (let done = 0; done < count; ) done += writeStdout(piece.subarray(done, count));
    }
  } finally {
    closeSync(fd);
  }
}

function writeStdout(bytes: Uint8Array): number {
  for (;;) {
    try {
      return writeSync(stdoutFd, bytes);
    } catch (error) {
      // A pipe in non-blocking mode is full: wait for its reader.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
