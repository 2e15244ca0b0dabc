/** Running the list of checkpoints on a real terminal: until one is chosen, or the person leaves. */
import type { Table } from '../inspect/table.ts';
import type { Choice, ChooserState } from './chooser-state.ts';
import { listen, sender, takeScreen } from './cli-screen.ts';
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
    let crash: unknown;
    try {
      const frames = new FrameStream(process.stdout.columns, process.stdout.rows, sender(isAscii));
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
      const stdout = frames as unknown as NodeJS.WriteStream;
      // Every frame as a whole, see the inspector.
      const app = render(screen(), { stdout, debug: true, exitOnCtrlC: false, patchConsole: false });
      this.#changed = () => app.rerender(screen());
      const crashed = (error: unknown) => {
        crash ??= error;
        app.unmount();
      };
      const redraw = () => {
        frames.reset(process.stdout.columns, process.stdout.rows);
        app.rerender(screen());
      };
      const release = listen({ redraw, crashed });
      try {
        await app.waitUntilExit();
      } finally {
        release();
        this.#changed = () => {};
      }
    } finally {
      restore();
    }
    if (crash !== undefined) throw crash;
    return this.#state?.chosen;
  }
}
