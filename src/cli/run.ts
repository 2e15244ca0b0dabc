/** The outermost edge of every command: the real process, its exit code, and the last word on errors. */
import { isatty } from 'node:tty';
import { formatDiagnostic, ImageError } from '../diagnostic.ts';
import { DocumentError } from '../parse/bytes/document.ts';
import { withInputs } from '../parse/bytes/inputs.ts';
import { OutputError, outputError } from '../parse/bytes/output/output-error.ts';
import { guardOutputs } from '../parse/bytes/output/temporary.ts';
import { writeAll } from '../parse/bytes/output/write-all.ts';
import { listenToFetches } from '../parse/bytes/remote/progress.ts';
import { isRemote, shownWord } from '../parse/bytes/remote/word.ts';
import { terminalSize } from '../terminal-size.ts';
import { compileLate } from './compiler.ts';
import { exitCode } from './exit-codes.ts';
import { startHeap } from './heap.ts';
import { helpText, usageOf } from './help.ts';
import { type Arguments, type CommandSpec, parseCommandLine, UsageError } from './options.ts';
import { type ProgressChoice, ProgressLine } from './progress.ts';
import { safeText, type Terminal, visible } from './terminal.ts';
import { versionText } from './version.ts';

export type Main = (args: Arguments, terminal: Terminal) => Promise<number> | number;

/** Parses the command line, answers `--help` and `--version`, and turns every failure into an exit code. */
export async function runCommand(
  spec: CommandSpec,
  argv: readonly string[],
  streams: Terminal,
  main: Main,
): Promise<number> {
  let progress: ProgressLine | undefined;
  const hide = withoutQueries(argv);
  const terminal: Terminal = {
    ...streams,
    out(text) {
      progress?.clear();
      streams.out(safeText(hide(text)));
    },
    err(text) {
      progress?.clear();
      streams.err(safeText(hide(text)));
    },
  };
  try {
    const args = parseCommandLine(spec, argv);
    progress = fetchProgress(args, streams);
    if (args.flag('help')) {
      terminal.out(helpText(spec));
      return exitCode.ok;
    }
    if (args.flag('version')) {
      terminal.out(`${spec.name} ${versionText()}\n`);
      return exitCode.ok;
    }
    return await withInputs(() => main(args, terminal));
  } catch (error) {
    return reportFailure(spec, argv, error, terminal);
  } finally {
    progress?.clear();
  }
}

/** What follows the `?` of an address may be a key that opens the file to anybody: no report repeats it. */
function withoutQueries(argv: readonly string[]): (text: string) => string {
  const words = argv.filter((word) => isRemote(word) && shownWord(word) !== word);
  return (text) => words.reduce((hidden, word) => hidden.replaceAll(word, shownWord(word)), text);
}

/** How far a file on a server is read, for whoever waits for it at a terminal. */
function fetchProgress(args: Arguments, streams: Terminal): ProgressLine {
  const choice = args.flag('quiet') ? 'never' : (args.value('progress') ?? 'auto');
  const line = new ProgressLine(streams, choice as ProgressChoice);
  listenToFetches((done, total) => line.update('fetching', done, total));
  return line;
}

function reportFailure(
  spec: CommandSpec,
  argv: readonly string[],
  error: unknown,
  terminal: Terminal,
): number {
  const { name } = spec;
  if (error instanceof UsageError || error instanceof DocumentError) {
    const usage = usageOf(spec, argv);
    terminal.err(`${name}: ${visible(error.message)}\nUsage: ${usage}\nTry "${name} --help".\n`);
    return exitCode.usage;
  }
  if (error instanceof ImageError) {
    terminal.err(`${visible(formatDiagnostic(error.diagnostic))}\n`);
    return exitCode.findings;
  }
  if (error instanceof OutputError) {
    // A reader that went away, as in "cr-convert image - | head", is no failure.
    if (error.code === 'EPIPE') return exitCode.ok;
    terminal.err(`${name}: ${visible(error.message)}\n`);
    return exitCode.io;
  }
  const system = systemErrorText(error);
  if (system !== undefined) {
    terminal.err(`${name}: ${visible(system)}\n`);
    return exitCode.io;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.err(`${name}: this is a bug, please report it together with the command line.\n${detail}\n`);
  return exitCode.bug;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EBADF: 'is not open for reading',
  EISDIR: 'is a directory, not an image file',
  EINVAL: 'is not a regular file',
  EIO: 'could not be read to its end',
  ENOENT: 'does not exist',
  ENXIO: 'a socket, or nobody writes to this pipe',
  ENOTDIR: 'a part of the path is not a directory',
  ELOOP: 'too many symbolic links',
  EMFILE: 'the limit of open files is too low for this program: raise it, as with "ulimit -n 256"',
  ENAMETOOLONG: 'the name is too long',
  ENOMEM: 'there is no memory for it',
};

/** One sentence for an error of the operating system; undefined for anything else. */
export function systemErrorText(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  if (!/^E[A-Z0-9]+$/.test(error.code)) return undefined;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : error.message;
  // Which file was one too many says nothing.
  if (error.code === 'EMFILE') return `${reasons['EMFILE']} (EMFILE)`;
  // What Node.js has put in the place of bytes that are no UTF-8 names nothing.
  const reason =
    error.code === 'ENOENT' && path.includes('\ufffd')
      ? 'has a name that is not UTF-8: give it another, or put it into an archive'
      : (reasons[error.code] ?? error.message);
  return `${path === '' ? 'an empty name' : path}: ${reason} (${error.code})`;
}

/** What cannot be written to standard output ends the program, with a word on it. */
function endWithoutOutput(name: string, error: unknown): never {
  const { code } = error as NodeJS.ErrnoException;
  // A reader that went away, as in "cr-inspect image | head", is no failure.
  if (code === 'EPIPE') process.exit(exitCode.ok);
  process.stderr.write(`${name}: ${(outputError('standard output', error) as Error).message}\n`);
  process.exit(exitCode.io);
}

/** For what goes through the streams of Node.js. */
export const guardOut = (name: string): void => {
  process.stdout.on('error', (error) => endWithoutOutput(name, error));
};

/** Nobody is left to hear of it. */
export const guardErr = (): void => {
  process.stderr.on('error', () => {});
};

/**
 * Past the stream of Node.js: a synchronous command would fill it with all that a slow reader has not taken, and hear of
 * one that went away when the work is done.
 */
const standardOutput =
  (name: string): Terminal['out'] =>
  (text) => {
    try {
      writeAll(1, Buffer.from(text));
    } catch (error) {
      endWithoutOutput(name, error);
    }
  };

/** Loaded only in a process that the first one of a container has started. */
const heldForFirstProcess = async (): Promise<number | undefined> =>
  process.env['CR_TOOLS_GUARDS'] === undefined
    ? undefined
    : (await import('./first-process.ts')).heldDescriptor();

/** Runs a command in this process and exits with its code. */
export async function runProcess(
  spec: CommandSpec,
  main: Main,
  argv: readonly string[] = process.argv.slice(2),
): Promise<void> {
  const code = process.pid === 1 ? await (await import('./first-process.ts')).runInAnother() : undefined;
  if (code !== undefined) {
    process.exitCode = code;
    return;
  }
  startHeap();
  compileLate();
  guardOutputs(await heldForFirstProcess());
  const isOutTty = isatty(1);
  // A pipe of which Node.js makes a stream waits for nobody any more.
  if (isOutTty) guardOut(spec.name);
  guardErr();
  const terminal: Terminal = {
    out: standardOutput(spec.name),
    err: (text) => process.stderr.write(text),
    isOutTty,
    isErrTty: process.stderr.isTTY === true,
    columns: terminalSize(isOutTty ? process.stdout : {}).columns,
    env: process.env,
  };
  process.exitCode = await runCommand(spec, argv, terminal, main);
}
