/** Samples of the repository: files, and the files in image directories and archives. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findImageDirectories, type ImageDirectory, openTree } from '../src/parse/criu/index.ts';
import type { LineSet } from './command-lines.ts';
import type { Files, Seed } from './seed.ts';

const samples = fileURLToPath(new URL('../samples/', import.meta.url));

/** Larger ones are slow to mutate and find nothing more. */
const seedBytesMax = 300_000;

export const readSample = (path: string): Uint8Array => Uint8Array.from(readFileSync(`${samples}${path}`));

export const samplesNamed = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(`${samples}${folder}`)
    .filter((name) => ending.test(name))
    .sort()
    .map((name) => `${folder}/${name}`);

export const seedsOf = (lines: LineSet, names: readonly string[]): Seed[] =>
  names
    .map((name) => ({ name, lines, bytes: readSample(name) }))
    .filter(({ bytes }) => bytes.length <= seedBytesMax);

export interface NamedFiles {
  readonly name: string;
  readonly files: Files;
}

/** Of each image directory in an archive, what lies in it. */
export async function directoryFiles(name: string): Promise<readonly NamedFiles[]> {
  const root = await openTree(`${samples}${name}`, () => {});
  const found = findImageDirectories(root, () => {}).map((directory) => ({
    name,
    files: filesOf(directory),
  }));
  root.close();
  return found;
}

/** Everything in an archive, by path. */
export async function archiveFiles(name: string): Promise<NamedFiles> {
  const root = await openTree(`${samples}${name}`, () => {});
  const files = filesOf(root, true);
  root.close();
  return { name, files };
}

function filesOf(directory: ImageDirectory, isDeep = false, prefix = ''): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const { name, kind } of directory.list()) {
    const below = isDeep && kind === 'directory' ? directory.directory(name) : undefined;
    for (const [path, bytes] of below === undefined ? [] : filesOf(below, true, `${prefix}${name}/`))
      files.set(path, bytes);
    const source = kind === 'file' ? directory.open(name) : undefined;
    if (source !== undefined) files.set(`${prefix}${name}`, source.view(0, source.size).slice());
    source?.close();
  }
  return files;
}
