/** For tests only: the real CRIU images at hand, with what was seen inside before the dump. */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findImageDirectories, type ImageDirectory, openTree } from '../../../parse/criu/index.ts';

const samples = fileURLToPath(new URL('../../../../samples/criu/', import.meta.url));
const collection = fileURLToPath(new URL('../../../../../shared/images/criu/', import.meta.url));

export const hasCriuCollection = existsSync(collection);

/** Archives by name; those of the larger collection win. */
export const criuArchives: ReadonlyMap<string, string> = new Map(
  [samples, collection, `${collection}archives/`]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => [name, folder + name] as const))
    .filter(([name]) => /\.tar(\.gz|\.zst)?$/.test(name) && !name.startsWith('damaged')),
);

/** Archive and results of the damaged directories, where they are at hand. */
export const damagedArchive = join(collection, 'damaged.tar.zst');
export const damagedResults = join(collection, 'damaged-results.txt');

// biome-ignore lint/suspicious/noExplicitAny: the collector's own JSON, tests pick from it.
export type CriuTruth = any;

export interface OpenedArchive {
  readonly root: ImageDirectory;
  /** The one with the process tree. */
  readonly directory: ImageDirectory;
  readonly truth: CriuTruth | undefined;
}

export async function openCriuArchive(path: string): Promise<OpenedArchive> {
  const root = await openTree(path, () => {});
  const [directory] = findImageDirectories(root, () => {});
  if (directory === undefined) throw new Error(`${path} has no image`);
  const source = root.open('truth.json') ?? nestedTruth(root);
  const truth = source && JSON.parse(Buffer.from(source.view(0, source.size)).toString('utf8'));
  source?.close();
  return { root, directory, truth };
}

function nestedTruth(root: ImageDirectory) {
  for (const { name, kind } of root.list()) {
    const found = kind === 'directory' ? root.directory(name)?.open('truth.json') : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Runs with a directory on disk that holds copies of the files of `directory`, and removes it. */
export async function withCopy<T>(
  directory: ImageDirectory,
  use: (path: string) => Promise<T> | T,
): Promise<T> {
  const path = mkdtempSync(join(tmpdir(), 'criu-test-'));
  try {
    for (const { name, kind } of directory.list()) {
      const source = kind === 'file' ? directory.open(name) : undefined;
      if (source === undefined) continue;
      writeFileSync(join(path, name), source.view(0, source.size));
      source.close();
    }
    return await use(path);
  } finally {
    rmSync(path, { recursive: true });
  }
}
