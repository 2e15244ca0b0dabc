/** A progress line on standard error, redrawn in place a few times a second. */
import type { Terminal } from './terminal.ts';

export type ProgressChoice = 'auto' | 'always' | 'never';

const redrawMs = 100;
const barCells = 24;
/** Looking at the clock costs more than a record; do it once for so many calls. */
const callsPerLook = 64;

export class ProgressLine {
  readonly #terminal: Terminal;
  readonly #isShown: boolean;
  #calls = 0;
  #drawnAt = 0;
  #phase = '';
  #isDrawn = false;

  constructor(terminal: Terminal, choice: ProgressChoice) {
    this.#terminal = terminal;
    this.#isShown = choice === 'always' || (choice === 'auto' && terminal.isErrTty);
  }

  /** `done` of `total` bytes of `phase`. */
  readonly update = (phase: string, done: number, total: number): void => {
    if (!this.#isShown || (this.#calls++ % callsPerLook !== 0 && phase === this.#phase)) return;
    const now = Date.now();
    if (now - this.#drawnAt < redrawMs && phase === this.#phase) return;
    this.#drawnAt = now;
    this.#phase = phase;
    const part = total === 0 ? 1 : Math.min(1, done / total);
    const full = Math.round(part * barCells);
    const bar = `${'█'.repeat(full)}${'░'.repeat(barCells - full)}`;
    this.#terminal.err(`\r${phase.padEnd(8)} ${bar} ${String(Math.floor(part * 100)).padStart(3)} %`);
    this.#isDrawn = true;
  };

  /** Removes the line. */
  clear(): void {
    if (this.#isDrawn) this.#terminal.err(`\r${' '.repeat(barCells + 18)}\r`);
    this.#isDrawn = false;
  }
}
