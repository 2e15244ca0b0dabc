/**
 * One output of a command: a file that appears whole or not at all, or a stream (standard output, a pipe, a
 * device) that gets its first byte when the last one is known to be right.
 */
import {
  chmodSync,
  closeSync,
  constants,
  linkSync,
  mkdtempSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ByteSource } from '../byte-source.ts';
import { fileSource } from '../file-source.ts';
import { FileWriter, syncDirectory } from './file-writer.ts';
import { OutputError, outputError, writing } from './output-error.ts';
import { type FilePlace, filePlace, type OutputOptions, refuseWritingOver } from './place.ts';
import { discardAtExit, guard, temporaryPath } from './temporary.ts';
import { writeAll } from './write-all.ts';

export interface Output {
  readonly sink: FileWriter;
  /** The finished bytes, before they are shown to anyone. */
  readBack(): ByteSource;
  commit(): void;
  /** Forgets what was written; nothing happens after a commit. */
  discard(): void;
}

const stdoutFd = 1;
const pieceBytes = 256 * 1024;

/** `path` as a user gives it; `-` is standard output. Throws `OutputError` before anything is written. */
export function openOutput(path: string, options: OutputOptions): Output {
  if (path === '-') {
    refuseWritingOver('standard output', stdoutFd);
    return streamOutput(path, stdoutFd);
  }
  const place = filePlace(path, options);
  return place.kind === 'stream' ? streamOutput(place.path, place.fd) : fileOutput(path, place, options);
}

function fileOutput(shown: string, wanted: FilePlace & { kind: 'file' }, options: OutputOptions): Output {
  const directory = dirname(wanted.path);
  const temporary = temporaryPath(directory);
  guard(temporary);
  const sink = new FileWriter(temporary, shown, wanted.mode);
  const discard = (): void => {
    finished();
    sink.abandon();
    rmSync(temporary, { force: true });
  };
  const finished = discardAtExit(discard);
  return {
    sink,
    readBack: () => readBack(sink),
    commit() {
      try {
        sink.finish();
        // What stands there now may be something else than at the beginning.
        const place = filePlace(shown, options);
        if (place.kind === 'stream')
          throw new OutputError('EEXIST', shown, 'it is not a regular file any more');
        if (place.exists) replace(temporary, place.path, place.mode);
        else giveName(temporary, place.path, shown);
        syncDirectory(directory);
      } catch (error) {
        throw outputError(shown, error);
      } finally {
        discard();
      }
    },
    discard,
  };
}

function readBack(sink: FileWriter): ByteSource {
  sink.flush();
  return fileSource(sink.temporaryPath);
}

/** Two runs to one output: the last rename wins, and each is whole. */
function replace(temporary: string, path: string, mode: number): void {
  chmodSync(temporary, mode);
  renameSync(temporary, path);
}

/** A name that somebody took meanwhile is not taken away again: link(2) refuses it, rename(2) would not. */
function giveName(temporary: string, path: string, shown: string): void {
  try {
    linkSync(temporary, path);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new OutputError(code, shown, 'it exists already; --force replaces it');
    // File systems without hard links.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(code)) throw error;
    renameSync(temporary, path);
    return;
  }
  unlinkSync(temporary);
}

/** The result is collected first: a reader must not get half of an image that then fails to verify. */
function streamOutput(path: string, fd: number | undefined): Output {
  const shown = path === '-' ? 'standard output' : path;
  const directory = writing(tmpdir(), () => mkdtempSync(join(tmpdir(), 'cr-tools-')));
  guard(directory);
  // It is the disk of temporary files that may be full here.
  const sink = new FileWriter(join(directory, 'output'), tmpdir(), 0o600);
  const discard = (): void => {
    finished();
    sink.abandon();
    rmSync(directory, { recursive: true, force: true });
  };
  const finished = discardAtExit(discard);
  return {
    sink,
    readBack: () => readBack(sink),
    commit() {
      sink.flush();
      try {
        if (fd !== undefined) refuseWritingOver(shown, fd);
        writing(shown, () => copyTo(sink.temporaryPath, path, fd));
      } finally {
        discard();
      }
    },
    discard,
  };
}

function copyTo(from: string, path: string, fd: number | undefined): void {
  const source = openSync(from, 'r');
  const target = fd ?? openForWriting(path);
  try {
    const piece = new Uint8Array(pieceBytes);
    for (let count = readSync(source, piece); count > 0; count = readSync(source, piece))
      writeAll(target, piece.subarray(0, count));
  } finally {
    closeSync(source);
    if (fd === undefined) closeSync(target);
  }
}

/** Of a named pipe: how long somebody has time to open it for reading. */
const readerWaitMs = 2_000;

/** Without waiting in the system call, in which no signal would be heard. */
function openForWriting(path: string): number {
  for (let waited = 0; ; waited += 20) {
    try {
      return openSync(path, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
    } catch (error) {
      const isPipe = (error as NodeJS.ErrnoException).code === 'ENXIO' && statSync(path).isFIFO();
      if (isPipe && waited >= readerWaitMs)
        throw new OutputError('ENXIO', path, 'nobody reads from this pipe');
      if (!isPipe) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}
