/** A directory of files that appears whole or not at all: written beside its place, then renamed into it. */
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writtenListName } from '../written-list.ts';
import { FileWriter, syncDirectory, syncFile } from './file-writer.ts';
import { outputError, writing } from './output-error.ts';
import { directoryPlace, type OutputOptions } from './place.ts';
import { discardAtExit, guard, temporaryPath } from './temporary.ts';

/** One file of the directory, which is durable when the directory is: synced one by one each would wait for the disk. */
export class DirectoryFile extends FileWriter {
  readonly #onWritten: (file: DirectoryFile, isOpen: boolean) => void;

  constructor(path: string, shown: string, onWritten: (file: DirectoryFile, isOpen: boolean) => void) {
    super(path, shown);
    this.#onWritten = onWritten;
  }

  close(): void {
    this.#onWritten(this, this.finishLater());
  }
}

export class DirectoryOutput {
  readonly #shown: string;
  readonly #options: OutputOptions;
  readonly #aside: string;
  readonly #unfinished = new Set<DirectoryFile>();
  /** All that is there, and what of it has to be synced: files that are open still, or undefined. */
  #names = new Set<string>();
  #files = new Map<string, DirectoryFile | undefined>();
  readonly #finished: () => void;
  #isOpen = true;
  /** Where the files are until `commit`. */
  readonly temporaryPath: string;

  /**
   * Throws `OutputError` when `path` exists and is not an empty directory. With `force` one that holds nothing but
   * what this program wrote is replaced.
   */
  constructor(path: string, options: OutputOptions) {
    this.#shown = path;
    this.#options = options;
    const place = directoryPlace(path, options).path;
    this.temporaryPath = temporaryPath(dirname(place));
    this.#aside = temporaryPath(dirname(place));
    guard(this.temporaryPath, { aside: this.#aside, place });
    writing(path, () => mkdirSync(this.temporaryPath));
    this.#finished = discardAtExit(() => this.discard());
  }

  create(name: string): DirectoryFile {
    // A file keeps its buffer, and there can be very many.
    const onWritten = (written: DirectoryFile, isOpen: boolean): void => {
      this.#unfinished.delete(written);
      if (isOpen) this.#files.set(name, written);
    };
    const file = new DirectoryFile(join(this.temporaryPath, name), join(this.#shown, name), onWritten);
    this.#unfinished.add(file);
    this.#names.add(name);
    this.#files.set(name, undefined);
    return file;
  }

  /** A small file that is run, not read. */
  createProgram(name: string, text: string): void {
    const path = join(this.temporaryPath, name);
    writing(join(this.#shown, name), () => {
      writeFileSync(path, text, { flag: 'wx' });
      chmodSync(path, 0o755);
    });
    this.#names.add(name);
    this.#files.set(name, undefined);
  }

  /** False when nothing is where it leads. */
  link(name: string, target: string): boolean {
    // What is made lies beside its place, so that a link leads to the same from both.
    const path = join(this.temporaryPath, name);
    writing(join(this.#shown, name), () => symlinkSync(target, path));
    this.#names.add(name);
    return existsSync(path);
  }

  /** Another directory for the same place, which this one takes over with `replaceWith` or which is discarded. */
  another(): DirectoryOutput {
    return new DirectoryOutput(this.#shown, this.#options);
  }

  /** Takes over the files of another output, which is gone afterwards. */
  replaceWith(other: DirectoryOutput): void {
    this.#abandonFiles();
    rmSync(this.temporaryPath, { recursive: true });
    renameSync(other.temporaryPath, this.temporaryPath);
    this.#names = other.#names;
    this.#files = other.#files;
    other.#close();
  }

  commit(): void {
    try {
      const list = join(this.temporaryPath, writtenListName);
      writeFileSync(list, `${JSON.stringify([...this.#names].sort(), undefined, 1)}\n`);
      for (const [name, file] of this.#files)
        if (file === undefined) syncFile(join(this.temporaryPath, name));
        else file.finish();
      syncFile(list);
      syncDirectory(this.temporaryPath);
      const place = directoryPlace(this.#shown, this.#options);
      if (place.exists) this.#replace(place.path);
      else renameSync(this.temporaryPath, place.path);
      this.#close();
      syncDirectory(dirname(place.path));
    } catch (error) {
      throw outputError(this.#shown, error);
    }
  }

  #replace(place: string): void {
    renameSync(place, this.#aside);
    try {
      renameSync(this.temporaryPath, place);
    } catch (error) {
      renameSync(this.#aside, place);
      throw error;
    }
    rmSync(this.#aside, { recursive: true, force: true });
  }

  /** Forgets what was written. */
  discard(): void {
    if (!this.#isOpen) return;
    this.#close();
    this.#abandonFiles();
    rmSync(this.temporaryPath, { recursive: true, force: true });
  }

  #abandonFiles(): void {
    for (const file of [...this.#unfinished, ...this.#files.values()]) file?.abandon();
  }

  #close(): void {
    this.#isOpen = false;
    this.#finished();
  }
}
