/**
 * A directory that appears whole or not at all: its files are written under a temporary name beside it, made
 * durable, and then the directory gets its name. Knows no format.
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type ByteSink, FileSink } from './byte-sink.ts';

/** A file of the directory; `close` when it is complete. */
export interface DirectoryFile extends ByteSink {
  close(): void;
}

export class DirectoryOutput {
  readonly #path: string;
  readonly #force: boolean;
  #isOpen = true;
  /** Where the files are until `commit`; can be read to check the result. */
  readonly temporaryPath: string;

  /** Fails with `EEXIST` when `path` exists and `force` is off, before anything is written. */
  constructor(path: string, { force }: { readonly force: boolean }) {
    this.#path = resolve(path);
    this.#force = force;
    if (!force) this.#refuseExisting();
    this.temporaryPath = join(dirname(this.#path), `.${basename(this.#path)}.${process.pid}.partial`);
    mkdirSync(this.temporaryPath);
  }

  /** A new file. Names hold no directories. */
  create(name: string): DirectoryFile {
    if (name !== basename(name)) throw new Error(`${name} is no name of a file`);
    return new DirectorySink(join(this.temporaryPath, name));
  }

  /** Gives the directory its name; with `force`, in the place of what was there. */
  commit(): void {
    syncDirectory(this.temporaryPath);
    if (!this.#force) this.#refuseExisting();
    else rmSync(this.#path, { recursive: true, force: true });
    renameSync(this.temporaryPath, this.#path);
    this.#isOpen = false;
    syncDirectory(dirname(this.#path));
  }

  /** Forgets what was written. */
  discard(): void {
    if (this.#isOpen) rmSync(this.temporaryPath, { recursive: true, force: true });
    this.#isOpen = false;
  }

  #refuseExisting(): void {
    if (!existsSync(this.#path)) return;
    throw Object.assign(new Error(`${this.#path} exists`), { code: 'EEXIST', path: this.#path });
  }
}

class DirectorySink extends FileSink implements DirectoryFile {
  constructor(path: string) {
    super(path, { force: false });
  }

  close(): void {
    this.commit();
  }
}

function syncDirectory(path: string): void {
  const fd = openSync(path, 'r');
  fsyncSync(fd);
  closeSync(fd);
}
