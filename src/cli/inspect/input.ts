/** Opening what the inspector is given: a CPT image, or CRIU images in a directory, an archive or around a file. */
import type { Diagnostic, Report } from '../../diagnostic.ts';
import { inspectedImage } from '../../inspect/cpt/image.ts';
import { type Image, ProblemList } from '../../inspect/image.ts';
import { type FoundDirectory, findDirectory, inputKind } from '../../inspect/load.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { openInput, spoolStdin } from '../input.ts';
import { visible } from '../terminal.ts';
import type { Job } from './command.ts';

export interface CptInput {
  readonly family: 'cpt';
  readonly source: ByteSource;
  close(): void;
}

export interface CriuInput extends FoundDirectory {
  readonly family: 'criu';
  /** What is wrong with the archive; goes on with the images. */
  readonly problems: ProblemList;
}

const stdinName = 'standard input';

/** Throws an ImageError when there is neither. */
export async function openAny(job: Job, path: string): Promise<CptInput | CriuInput> {
  if (path !== '-') return openPath(job, path, path);
  const { path: spooled, remove } = spoolStdin();
  try {
    return await openPath(job, spooled, stdinName);
  } finally {
    // What is open stays readable.
    remove();
  }
}

/** `name` is what a person knows it by. */
async function openPath({ terminal, args }: Job, path: string, name: string): Promise<CptInput | CriuInput> {
  const kind = inputKind(path);
  if (kind === 'file') {
    const source = openInput(path);
    return {
      family: 'cpt',
      source: name === path ? source : { ...bound(source), name },
      close: () => source.close(),
    };
  }
  const problems = new ProblemList();
  const named = (text: string) => text.replaceAll(path, name);
  const report: Report = (problem) => problems.report(renamed(problem, named));
  const found = await findDirectory(path, kind, report);
  const directory = { ...found.directory, name: named(found.directory.name) };
  if (found.wholeCount > 1 && !args.flag('quiet')) {
    terminal.err(
      `${visible(name)} holds ${found.wholeCount} checkpoints; this is ${visible(directory.name)}\n`,
    );
  }
  return { ...found, directory, family: 'criu', problems };
}

const bound = (source: ByteSource): ByteSource => ({
  name: source.name,
  size: source.size,
  view: (offset, length) => source.view(offset, length),
  readInto: (target, offset) => source.readInto(target, offset),
  close: () => source.close(),
});

const renamed = (problem: Diagnostic, named: (text: string) => string): Diagnostic => {
  const { message, at } = problem;
  const file = at?.file;
  return {
    ...problem,
    message: named(message),
    ...(at && { at: file === undefined ? at : { ...at, file: named(file) } }),
  };
};

export interface OpenedImage {
  readonly image: Image;
  close(): void;
}

/** For views over the checkpoint. Throws an ImageError when there is nothing to show. */
export async function openImage(job: Job, path: string): Promise<OpenedImage> {
  const input = await openAny(job, path);
  if (input.family === 'cpt') return opened(() => inspectedImage(input.source), input.close);
  const { inspectedCriu } = await import('../../inspect/criu/image.ts');
  const { aloneError } = await import('../../inspect/criu/opened.ts');
  let source: ByteSource | undefined;
  const close = () => {
    source?.close();
    input.close();
  };
  return opened(() => {
    if (input.isAlone) throw aloneError(input.startAt ?? path);
    const image = inspectedCriu(input.directory, input.problems);
    source = image.source;
    return image;
  }, close);
}

function opened(inspect: () => Image, close: () => void): OpenedImage {
  try {
    return { image: inspect(), close };
  } catch (error) {
    close();
    throw error;
  }
}
