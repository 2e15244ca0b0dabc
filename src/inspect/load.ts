/** Opening images for the inspector: the one place here that touches files. */
import { statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { isArchive } from '../cli/input.ts';
import { type Diagnostic, ImageError, type Report } from '../diagnostic.ts';
import { type ByteSource, fileSource } from '../parse/bytes/byte-source.ts';
import { readCptRecords } from '../parse/cpt/read.ts';
import { cptSignature } from '../parse/cpt/record.ts';
import { readWord } from '../parse/criu/header.ts';
import { headMagics, identifyFile, imageTypes } from '../parse/criu/image-types.ts';
import type { ImageDirectory, SpoolHandle } from '../parse/criu/index.ts';
import { openedCpt } from './cpt/opened.ts';
import type { Opened } from './family.ts';

/** `loose`: a file of a CRIU image. `file`: a CPT image, or nothing that is known, which its reader says. */
export type InputKind = 'file' | 'directory' | 'archive' | 'loose';

/** What lies at a path, by its first bytes, and of CRIU's files by the name. */
export function inputKind(path: string): InputKind {
  if (statSync(path).isDirectory()) return 'directory';
  const source = fileSource(path);
  try {
    if (startsLikeCpt(source)) return 'file';
    if (identifyFile(basename(path)) !== undefined) return 'loose';
    if (isArchive(source)) return 'archive';
    return startsLikeCriu(source) ? 'loose' : 'file';
  } finally {
    source.close();
  }
}

/** One byte may be damaged: the reader says which. */
function startsLikeCpt(source: ByteSource): boolean {
  const start = source.view(0, Math.min(cptSignature.length, source.size));
  return cptSignature.filter((byte, index) => start[index] === byte).length >= cptSignature.length - 1;
}

function startsLikeCriu(source: ByteSource): boolean {
  if (source.size < 4) return false;
  const magics: readonly number[] = [headMagics.common, headMagics.service, imageTypes.INVENTORY.magic];
  return magics.includes(readWord(source, 0));
}

export interface FoundDirectory {
  readonly directory: ImageDirectory;
  /** How many whole checkpoints there are; `directory` is the best. */
  readonly wholeCount: number;
  /** The file that was named, of this directory. */
  readonly startAt?: string | undefined;
  /** No checkpoint stands around the file that was named. */
  readonly isAlone: boolean;
  close(): void;
}

export interface FindOptions {
  /** What an archive was unpacked to before. */
  readonly unpacked?: SpoolHandle | undefined;
  readonly onUnpacked?: (spool: SpoolHandle) => void;
}

/**
 * The best image directory at a path, or the one that a file stands in. Throws an ImageError when there is none.
 */
export async function findDirectory(
  path: string,
  kind: InputKind,
  report: Report,
  options: FindOptions = {},
): Promise<FoundDirectory> {
  // Loaded for those who need it: CPT images are shown without.
  const { criuCodes, findImageDirectories, hostDirectory, openTree, whatInstead } = await import(
    '../parse/criu/index.ts'
  );
  if (kind === 'loose') {
    const startAt = basename(path);
    const around = hostDirectory(dirname(path));
    const isImage = around.list().some(({ name }) => name === 'pstree.img' || name === 'inventory.img');
    if (isImage) return { directory: around, wholeCount: 1, startAt, isAlone: false, close() {} };
    const directory = await openTree(path, report);
    return { directory, wholeCount: 0, startAt, isAlone: true, close: () => directory.close() };
  }
  const root = await openTree(path, report, options);
  const all = findImageDirectories(root, () => {});
  const [directory] = all;
  if (directory === undefined) {
    const instead = whatInstead(root);
    root.close();
    const { severity } = criuCodes['criu-no-inventory'];
    const message = `${path} holds no CRIU images: ${instead}`;
    throw new ImageError({ code: 'criu-no-inventory', severity, message, at: { file: path } });
  }
  const wholeCount = all.filter((each) => each.list().some(({ name }) => name === 'pstree.img')).length;
  return { directory, wholeCount, isAlone: false, close: () => root.close() };
}

export interface Loaded {
  readonly opened: Opened;
  /** What another thread needs to open the same without unpacking it again. */
  readonly unpacked: SpoolHandle | undefined;
}

/** Throws an ImageError for what is no image. */
export async function loadImage(path: string, unpacked?: SpoolHandle): Promise<Loaded> {
  const kind = inputKind(path);
  if (kind === 'file') return { opened: openedCpt(imageSource(path)), unpacked: undefined };
  const problems: Diagnostic[] = [];
  let spool = unpacked;
  const onUnpacked = (made: SpoolHandle) => {
    spool = made;
  };
  const found = await findDirectory(path, kind, (problem) => problems.push(problem), {
    unpacked,
    onUnpacked,
  });
  const { openedCriu } = await import('./criu/opened.ts');
  return { opened: openedCriu({ ...found, problems }), unpacked: spool };
}

function imageSource(path: string): ByteSource {
  const source = fileSource(path);
  try {
    readCptRecords(source, () => {}).next();
    return source;
  } catch (error) {
    source.close();
    throw error;
  }
}
