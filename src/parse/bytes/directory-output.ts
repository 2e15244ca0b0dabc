/** A directory of files that appears whole or not at all: written beside its place, then renamed into it. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { FileSink, syncDirectory } from './byte-sink.ts';

/** One file of the directory, whose name is durable when the directory is. */
export class DirectoryFile extends FileSink {
  readonly #onClose: (file: DirectoryFile) => void;

  constructor(path: string, onClose: (file: DirectoryFile) => void) {
    super(path, { force: false });
    this.#onClose = onClose;
  }

  close(): void {
    this.finish();
    this.#onClose(this);
  }
}

export class DirectoryOutput {
  readonly #path: string;
  readonly #force: boolean;
  readonly #marker: string;
  readonly #open = new Set<DirectoryFile>();
  #isOpen = true;
  /** Where the files are until `commit`. */
  readonly temporaryPath: string;

  /**
   * Fails with `EEXIST` when `path` exists and is not an empty directory. With `force` one that has a file named
   * `marker` is replaced, an image directory unless told otherwise.
   */
  constructor(
    path: string,
    { force, marker = 'inventory.img' }: { readonly force: boolean; readonly marker?: string },
  ) {
    const plain = path.replace(/\/+$/, '') || path;
    this.#path = plain;
    this.#force = force;
    this.#marker = marker;
    this.#refuseExisting();
    this.temporaryPath = join(dirname(plain), `.${basename(plain)}.${process.pid}.partial`);
    mkdirSync(this.temporaryPath);
  }

  create(name: string): DirectoryFile {
    // A file keeps its buffer, and there can be very many.
    const file = new DirectoryFile(join(this.temporaryPath, name), (closed) => this.#open.delete(closed));
    this.#open.add(file);
    return file;
  }

  link(name: string, target: string): void {
    symlinkSync(target, join(this.temporaryPath, name));
  }

  /** Takes over the files of another output, which is gone afterwards. */
  replaceWith(other: DirectoryOutput): void {
    rmSync(this.temporaryPath, { recursive: true });
    renameSync(other.temporaryPath, this.temporaryPath);
    other.#isOpen = false;
  }

  commit(): void {
    this.#refuseExisting();
    if (existsSync(this.#path)) rmSync(this.#path, { recursive: true });
    syncDirectory(this.temporaryPath);
    renameSync(this.temporaryPath, this.#path);
    this.#isOpen = false;
    syncDirectory(dirname(this.#path));
  }

  /** Forgets what was written. */
  discard(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    for (const file of this.#open) file.discard();
    rmSync(this.temporaryPath, { recursive: true, force: true });
  }

  /** Only an empty directory or another one of the same kind is ever replaced, whatever the user forces. */
  #refuseExisting(): void {
    if (!existsSync(this.#path)) return;
    const refused = (code: string) =>
      Object.assign(new Error(`${this.#path} exists`), { code, path: this.#path });
    let names: string[];
    try {
      names = readdirSync(this.#path);
    } catch {
      throw refused('ENOTDIR');
    }
    if (names.length > 0 && !(this.#force && names.includes(this.#marker))) throw refused('EEXIST');
  }
}
