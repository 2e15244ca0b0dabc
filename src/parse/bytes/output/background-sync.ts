/** Brings what was written of a large file to the disk while more is written, so that the sync at its end has little to wait for. */
import { closeSync, fdatasync, openSync } from 'node:fs';

/** So much at a time. */
const syncedBytes = 64 * 1024 * 1024;
/** Less is synced as fast as it would be asked for. */
const leastBytes = 1024 * 1024;

/** Files with a descriptor here: they are closed when the event loop turns, which may be at the end of the program. */
const openMax = 64;
let open = 0;

export class BackgroundSync {
  readonly #path: string;
  /** Of its own: an error of the disk is told once to each descriptor, and the one that is synced at the end must get it. */
  #fd: number | undefined;
  #syncedTo = 0;
  #running = 0;
  #isOpen = true;

  constructor(path: string) {
    this.#path = path;
  }

  /** Whether it may have been told of an error, which a descriptor that is opened from now on would not hear of. */
  get isUsed(): boolean {
    return this.#fd !== undefined;
  }

  /** The file is written up to `position`. Returns at once. */
  reached(position: number): void {
    if (position - this.#syncedTo >= syncedBytes) this.#sync(position);
  }

  #sync(position: number): void {
    this.#syncedTo = position;
    if (this.#fd === undefined) {
      if (open >= openMax) return;
      this.#fd = openSync(this.#path, 'r');
      open += 1;
    }
    this.#running += 1;
    // What goes wrong is told by the sync at the end.
    fdatasync(this.#fd, () => {
      this.#running -= 1;
      this.#closeIfDone();
    });
  }

  /** Nothing follows; what is there is brought to the disk, if it is much. */
  finished(position: number): void {
    if (position - this.#syncedTo >= leastBytes) this.#sync(position);
  }

  close(): void {
    this.#isOpen = false;
    this.#closeIfDone();
  }

  /** Not before: its number could be given to another file, which would then be synced. */
  #closeIfDone(): void {
    if (this.#isOpen || this.#running > 0 || this.#fd === undefined) return;
    closeSync(this.#fd);
    this.#fd = undefined;
    open -= 1;
  }
}
