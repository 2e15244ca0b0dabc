/**
 * What ink draws on: takes whole frames and sends the terminal only the lines that changed, each to its place. Ink's
 * own way of filling a whole terminal clears it for every frame, and the scrollback with it.
 */
import { EventEmitter } from 'node:events';

/** Frames appear at once in terminals that know of synchronized updates; others ignore the marks. */
const beginUpdate = '\x1b[?2026h';
const endUpdate = '\x1b[?2026l';

interface Size {
  readonly columns: number;
  readonly rows: number;
}

export class FrameStream extends EventEmitter {
  readonly isTTY = true;
  columns: number;
  rows: number;
  readonly #send: (text: string) => void;
  #shown: readonly string[] = [];

  constructor({ columns, rows }: Size, send: (text: string) => void) {
    super();
    this.columns = columns;
    this.rows = rows;
    this.#send = send;
  }

  /** Ink calls this with a whole frame. */
  write(frame: string): boolean {
    const lines = frame.split('\n').slice(0, this.rows);
    let text = '';
    for (let row = 0; row < this.rows; row++) {
      const line = lines[row] ?? '';
      if (line === this.#shown[row]) continue;
      // Erased before, not behind: a cursor behind the last column erases that column.
      text += `\x1b[${row + 1};1H\x1b[2K${line}\x1b[0m`;
    }
    this.#shown = Array.from({ length: this.rows }, (_, row) => lines[row] ?? '');
    if (text !== '') this.#send(beginUpdate + text + endUpdate);
    return true;
  }

  /** The terminal has another size, or something else was drawn on it: the next frame is sent as a whole. */
  reset({ columns, rows }: Size): void {
    this.columns = columns;
    this.rows = rows;
    this.#shown = [];
    this.#send('\x1b[0m\x1b[2J');
    this.emit('resize');
  }
}
