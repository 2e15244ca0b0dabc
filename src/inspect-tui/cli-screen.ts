/** The terminal: its alternate screen, what ends the program, and what comes from outside. */
import { writeSync } from 'node:fs';
import type { render as Render } from 'ink';
import type { ReactNode } from 'react';
import { asciiOnly } from '../inspect/ascii-text.ts';
import { terminalSize } from '../terminal-size.ts';
import type { FrameStream } from './frame-stream.ts';

const stdoutFd = 1;
/** Alternate screen, no cursor, no line wrap: lines are as long as the terminal is wide. Clicks are told (xterm, SGR). */
const enterScreen = '\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[?1000h\x1b[?1006h\x1b[2J';
const leaveScreen = '\x1b[0m\x1b[?1006l\x1b[?1000l\x1b[?7h\x1b[?25h\x1b[?1049l';

/** Signals that end the program; the exit code is 128 and the number. */
const deadly = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

export const send = (text: string): void => {
  process.stdout.write(text);
};

/** Control sequences are ASCII. */
export const sender = (isAscii: boolean) => (isAscii ? (text: string) => send(asciiOnly(text)) : send);

/** Takes the alternate screen; the result gives it back, once, whatever ends the program. */
export function takeScreen(): () => void {
  let isTaken = true;
  // Synchronous: on the way out nothing waits for a stream to drain.
  const restore = () => {
    if (!isTaken) return;
    isTaken = false;
    process.off('exit', restore);
    for (const [signal, end] of ends) process.off(signal, end);
    giveBack();
  };
  const ends = Object.entries(deadly).map(
    ([signal, number]) => [signal, () => process.exit(128 + number)] as const,
  );
  process.once('exit', restore);
  for (const [signal, end] of ends) process.once(signal, end);
  writeSync(stdoutFd, enterScreen);
  // Keys that come before ink listens are kept, not echoed.
  process.stdin.setRawMode?.(true);
  return restore;
}

/** A terminal that is gone, as that of a closed window, takes nothing back; an exception would keep the program from ending. */
function giveBack(): void {
  try {
    writeSync(stdoutFd, leaveScreen);
    process.stdin.setRawMode?.(false);
  } catch (error) {
    if (!goneCodes.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

/** What write(2) and tcsetattr(3) say of it. */
const goneCodes: ReadonlySet<string> = new Set(['EIO', 'EBADF', 'ENOTTY', 'ENXIO', 'EPIPE']);

export interface Shown {
  readonly render: typeof Render;
  readonly frames: FrameStream;
  /** What is to be seen now. */
  screen(): ReactNode;
  /** Called once it is: what draws it anew, and what ends it with an error. */
  started(app: { changed(): void; crashed(error: unknown): void }): void;
}

/** Shows a screen until the person leaves; throws what went wrong. */
export async function showScreen({ render, frames, screen, started }: Shown): Promise<void> {
  let crash: unknown;
  // In ink's words this is debugging: every frame as a whole and at once.
  const stdout = frames as unknown as NodeJS.WriteStream;
  const app = render(screen(), { stdout, debug: true, exitOnCtrlC: false, patchConsole: false });
  const changed = () => app.rerender(screen());
  const crashed = (error: unknown) => {
    crash ??= error;
    app.unmount();
  };
  const redraw = () => {
    frames.reset(terminalSize(process.stdout));
    changed();
  };
  const release = listen({ redraw, crashed });
  started({ changed, crashed });
  try {
    await app.waitUntilExit();
  } finally {
    release();
  }
  if (crash !== undefined) throw crash;
}

/** Listens for what comes from outside; returns how to stop that. */
function listen({ redraw, crashed }: { redraw(): void; crashed(error: unknown): void }): () => void {
  // Stopped and continued: the shell has the screen and the line settings in between.
  const resume = () => {
    process.stdin.setRawMode?.(true);
    send(enterScreen);
    redraw();
  };
  process.on('SIGCONT', resume);
  process.stdout.on('resize', redraw);
  process.on('uncaughtException', crashed);
  process.on('unhandledRejection', crashed);
  return () => {
    process.off('SIGCONT', resume);
    process.stdout.off('resize', redraw);
    process.off('uncaughtException', crashed);
    process.off('unhandledRejection', crashed);
  };
}
