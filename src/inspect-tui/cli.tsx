/** Running the inspector on a real terminal: alternate screen, size, signals, and everything put back at the end. */
import type { Opened } from '../inspect/family.ts';
import { ProblemList } from '../inspect/image.ts';
import { OutputError } from '../parse/bytes/output/output-error.ts';
import { terminalSize } from '../terminal-size.ts';
import { UsageError } from '../usage-error.ts';
import { visible } from '../visible.ts';
import { send, sender, showScreen, takeScreen } from './cli-screen.ts';
import { workerEngine } from './engine/worker-engine.ts';
import { FrameStream } from './frame-stream.ts';
import { loadImage, type Named } from './load.ts';
import { writeOwnFile } from './own-file.ts';
import { paintedLines } from './paint.ts';
import { screenLines } from './panes/screen.ts';
import { openingState, type Worlds } from './state/reduce.ts';
import { World } from './state/world.ts';

export interface InspectorOptions {
  readonly path: string;
  /** A second image to compare with. */
  readonly other: string | undefined;
  readonly hasColor: boolean;
  /** The terminal draws nothing but ASCII. */
  readonly isAscii: boolean;
  /** Which one, where there are several. */
  readonly container: string | undefined;
}

/** Runs until the person leaves; returns the exit code. */
export async function runInspector({
  path,
  other,
  hasColor,
  isAscii,
  container,
}: InspectorOptions): Promise<number> {
  if (!process.stdin.isTTY)
    throw new UsageError('the inspector needs a keyboard on standard input: name a view');
  const paths = other === undefined ? [path] : [path, other];
  // Before the screen is taken: what is no image is said on the ordinary one.
  const images = await loadAll(paths, container);
  const [first, ...rest] = images.map(({ opened }) => new World(opened.records()));
  const worlds: Worlds = [first as World, ...rest];
  const restore = takeScreen();
  try {
    const frames = new FrameStream(terminalSize(process.stdout), sender(isAscii));
    for (const [number, world] of worlds.entries()) walkFirst(world, (images[number] as Image).opened);
    frames.write(firstFrame(worlds, frames, hasColor));
    const copied = await runApp({ images, worlds, frames, hasColor });
    restore();
    for (const text of copied) process.stdout.write(`${visible(text)}\n`);
    return 0;
  } finally {
    restore();
    for (const { opened } of images) opened.close();
  }
}

interface Image extends Named {
  readonly opened: Opened;
}

/** Files are unpacked before the screen is taken; that is said where it takes long. */
const slowMs = 300;

async function loadAll(paths: readonly string[], container: string | undefined): Promise<readonly Image[]> {
  const images: Image[] = [];
  for (const path of paths) {
    const named = { path, container, spools: new Map() };
    const slow = setTimeout(() => process.stderr.write(`opening ${visible(path)} …\n`), slowMs);
    try {
      images.push({ ...named, opened: await loadImage(named) });
    } finally {
      clearTimeout(slow);
    }
  }
  return images;
}

/** Small images are walked before the first screen; of large ones, as much as nobody waits for. */
const firstWalkMs = 120;

function walkFirst(world: World, opened: Opened): void {
  const problems = new ProblemList();
  const start = performance.now();
  for (const chunk of opened.walk(problems.report)) {
    world.append(chunk);
    if (performance.now() - start > firstWalkMs) return;
  }
  world.finish(problems.diagnostics);
}

const firstFrame = (worlds: Worlds, { columns, rows }: FrameStream, hasColor: boolean): string =>
  paintedLines(screenLines(openingState(columns, rows, worlds), worlds[0]), hasColor).join('\n');

interface AppInput {
  readonly images: readonly Image[];
  readonly worlds: Worlds;
  readonly frames: FrameStream;
  readonly hasColor: boolean;
}

/** Returns what was copied; throws what went wrong. */
async function runApp({ images, worlds, frames, hasColor }: AppInput): Promise<readonly string[]> {
  let copied: readonly string[] = [];
  let crash: unknown;
  let crashed = (error: unknown): void => {
    crash = error;
  };
  // It starts, and opens the images, while this thread loads what draws.
  const engine = workerEngine(
    images.map(({ path, container, spools }) => ({ path, container, spools })),
    (error) => crashed(error),
  );
  const onCopied = (texts: readonly string[]) => {
    copied = texts;
  };
  const props = { worlds, engine, hasColor, copy, save, onCopied };
  const started = (app: { crashed(error: unknown): void }) => {
    crashed = app.crashed;
    if (crash !== undefined) crashed(crash);
  };
  try {
    const { App, render } = await import('./components/app.tsx');
    const screen = () => <App {...props} columns={frames.columns} lines={frames.rows} />;
    await showScreen({ render, frames, screen, started });
  } finally {
    engine.close();
  }
  return copied;
}

/** Returns what there is to say. */
function save(path: string, text: string): string {
  try {
    writeOwnFile(path, (sink) => sink.write(new TextEncoder().encode(text)));
    return `written: ${path}`;
  } catch (error) {
    if (error instanceof OutputError) return error.message;
    throw error;
  }
}

/** OSC 52: the terminal puts it on the clipboard, also over ssh. Base 64, so that no byte of an image gets through. */
const copy = (text: string): void => send(`\x1b]52;c;${Buffer.from(text).toString('base64')}\x07`);
