/** Running the list of checkpoints on a real terminal: until one is chosen, or the person leaves. */
import type { Table } from '../inspect/table.ts';
import { terminalSize } from '../terminal-size.ts';
import type { Choice, ChooserState } from './chooser-state.ts';
import { sender, showScreen, takeScreen } from './cli-screen.ts';
import { FrameStream } from './frame-stream.ts';

/** What is known of the images so far. */
export interface Found {
  readonly table: Table;
  /** That all paths begin with, and the table leaves out. */
  readonly folder: string;
  /** By row. */
  readonly choices: readonly Choice[];
  readonly isComplete: boolean;
}

export interface Look {
  readonly hasColor: boolean;
  /** The terminal draws nothing but ASCII. */
  readonly isAscii: boolean;
}

export class CheckpointList {
  #state: ChooserState | undefined;
  #found: Found = { table: { columns: [], rows: [] }, folder: '', choices: [], isComplete: false };
  #changed: () => void = () => {};
  #message: string | undefined;

  /** Rows come while the list is shown, and while one of them is looked at. */
  update(found: Found): void {
    this.#found = found;
    this.#changed();
  }

  /** A sentence below the list; undefined for none. */
  say(message: string | undefined): void {
    this.#message = message;
  }

  /** Undefined when the person leaves. The place in the list is kept. */
  async choose({ hasColor, isAscii }: Look): Promise<Choice | undefined> {
    const { Chooser, render } = await import('./components/chooser.tsx');
    const restore = takeScreen();
    try {
      const frames = new FrameStream(terminalSize(process.stdout), sender(isAscii));
      const stateNow = (): ChooserState => ({
        ...(this.#state ?? { selected: 0, filter: '' }),
        ...this.#found,
        message: this.#message,
        isTyping: false,
        isDone: false,
        chosen: undefined,
        columns: frames.columns,
        lines: frames.rows,
      });
      const onState = (state: ChooserState) => {
        this.#state = state;
      };
      const screen = () => <Chooser state={stateNow()} hasColor={hasColor} onState={onState} />;
      const started = ({ changed }: { changed(): void }) => {
        this.#changed = changed;
      };
      await showScreen({ render, frames, screen, started });
    } finally {
      this.#changed = () => {};
      restore();
    }
    return this.#state?.chosen;
  }
}
