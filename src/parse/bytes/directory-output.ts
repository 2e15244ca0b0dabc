/** A directory of files that appears whole or not at all: written beside its place, then renamed into it. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { FileSink } from './byte-sink.ts';

/** One file of the directory. */
export class DirectoryFile extends FileSink {
  close(): void {
    this.commit();
  }
}

export class DirectoryOutput {
  readonly #path: string;
  readonly #force: boolean;
  readonly #open = new Set<DirectoryFile>();
  #isOpen = true;
  /** Where the files are until `commit`. */
  readonly temporaryPath: string;

  /** Fails with `EEXIST` when `path` exists and is not an empty directory, unless `force` is set. */
  constructor(path: string, { force }: { readonly force: boolean }) {
    const plain = path.replace(/\/+$/, '') || path;
    this.#path = plain;
    this.#force = force;
    this.#refuseExisting();
    this.temporaryPath = join(dirname(plain), `.${basename(plain)}.${process.pid}.partial`);
    mkdirSync(this.temporaryPath);
  }

  create(name: string): DirectoryFile {
    const file = new DirectoryFile(join(this.temporaryPath, name), { force: false });
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
    renameSync(this.temporaryPath, this.#path);
    this.#isOpen = false;
  }

  /** Forgets what was written. */
  discard(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    for (const file of this.#open) file.discard();
    rmSync(this.temporaryPath, { recursive: true, force: true });
  }

  /** Only an empty directory or another image directory is ever replaced, whatever the user forces. */
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
    if (names.length > 0 && !(this.#force && names.includes('inventory.img'))) throw refused('EEXIST');
  }
}
