/**
 * Files of a directory that are replaced together: the new ones are whole and durable before the first of the old ones
 * goes, and the old ones stay beside them as `NAME.bak` where that is wanted.
 */
import { existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FileWriter, syncDirectory } from './file-writer.ts';
import { OutputError, outputError } from './output-error.ts';
import { discardAtExit, guard, temporaryPath } from './temporary.ts';

interface Replacement {
  readonly name: string;
  readonly temporary: string;
  readonly writer: FileWriter;
}

export class ReplacedFiles {
  readonly #directory: string;
  readonly #files: Replacement[] = [];
  readonly #finished: () => void;

  constructor(directory: string) {
    this.#directory = directory;
    this.#finished = discardAtExit(() => this.discard());
  }

  /** What takes the place of a file that is there; it gets its mode. */
  create(name: string): FileWriter {
    const temporary = temporaryPath(this.#directory);
    guard(temporary);
    const path = join(this.#directory, name);
    const mode = statSync(path).mode & 0o777;
    const writer = new FileWriter(temporary, path, mode);
    this.#files.push({ name, temporary, writer });
    return writer;
  }

  /**
   * `keepsOld`: as `NAME.bak`. That must not be there yet in any case, since until all are replaced the old ones are.
   * Throws OutputError, and then all is as it was.
   */
  commit(keepsOld: boolean): void {
    const path = (name: string) => join(this.#directory, name);
    const taken = this.#files.find(({ name }) => existsSync(path(`${name}.bak`)));
    if (taken !== undefined)
      throw new OutputError('EEXIST', path(`${taken.name}.bak`), 'it exists already: an older original');
    const done: string[] = [];
    try {
      for (const { writer } of this.#files) writer.finish();
      for (const { name } of this.#files) {
        linkSync(path(name), path(`${name}.bak`));
        done.push(name);
      }
      for (const { name, temporary } of this.#files) renameSync(temporary, path(name));
      syncDirectory(this.#directory);
    } catch (error) {
      for (const name of done) renameSync(path(`${name}.bak`), path(name));
      throw outputError(this.#directory, error);
    }
    if (!keepsOld) for (const { name } of this.#files) rmSync(path(`${name}.bak`), { force: true });
    this.#files.length = 0;
    this.#finished();
  }

  /** Forgets what was written; nothing happens after a commit. */
  discard(): void {
    this.#finished();
    for (const { writer, temporary } of this.#files.splice(0)) {
      writer.abandon();
      rmSync(temporary, { force: true });
    }
  }
}
