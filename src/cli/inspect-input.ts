/** Opening what the inspector is given: a CPT image, or CRIU images in a directory or an archive. */
import { statSync } from 'node:fs';
import { ImageError } from '../diagnostic.ts';
import { type Image, inspectedImage, ProblemList } from '../inspect-tui/image.ts';
import type { ByteSource } from '../parse/bytes/byte-source.ts';
import type { ImageDirectory } from '../parse/criu/index.ts';
import { isArchive, openInput } from './input.ts';
import type { Job } from './inspect-command.ts';
import { visible } from './terminal.ts';

export type InputKind = 'file' | 'directory' | 'archive';

/** What lies at a path, by its first bytes; directories and archives are for CRIU images. */
export function inputKind(path: string): InputKind {
  if (path === '-') return 'file';
  if (statSync(path).isDirectory()) return 'directory';
  const source = openInput(path);
  try {
    return isArchive(source) ? 'archive' : 'file';
  } finally {
    source.close();
  }
}

export interface OpenedImage {
  readonly image: Image;
  close(): void;
}

/** For views over the checkpoint. Throws an ImageError when there is nothing to show. */
export async function openImage(job: Job, path: string): Promise<OpenedImage> {
  if (inputKind(path) === 'file') {
    const source = openInput(path);
    return opened(
      () => inspectedImage(source),
      () => source.close(),
    );
  }
  const criu = await openCriu(job, path);
  const { inspectedCriu } = await import('../inspect-tui/criu-image.ts');
  let source: ByteSource | undefined;
  const close = () => {
    source?.close();
    criu.close();
  };
  return opened(() => {
    const image = inspectedCriu(criu.directory, criu.problems);
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

export interface OpenedCriu {
  readonly directory: ImageDirectory;
  /** What is wrong with the archive; goes on with the images. */
  readonly problems: ProblemList;
  close(): void;
}

/** The best image directory at a path. Throws an ImageError when there is none. */
export async function openCriu({ terminal, args }: Job, path: string): Promise<OpenedCriu> {
  // Loaded for those who need it: CPT images are shown without.
  const { criuCodes, findImageDirectories, openTree } = await import('../parse/criu/index.ts');
  const problems = new ProblemList();
  const root = await openTree(path, problems.report);
  const all = findImageDirectories(root, () => {});
  const [directory] = all;
  if (directory === undefined) {
    root.close();
    const { severity } = criuCodes['criu-no-inventory'];
    const message = `${path} holds no CRIU images`;
    throw new ImageError({ code: 'criu-no-inventory', severity, message, at: { file: path } });
  }
  const whole = all.filter((each) => each.list().some(({ name }) => name === 'pstree.img')).length;
  if (whole > 1 && !args.flag('quiet')) {
    terminal.err(`${visible(path)} holds ${whole} checkpoints; this is ${visible(directory.name)}\n`);
  }
  return { directory, problems, close: () => root.close() };
}
