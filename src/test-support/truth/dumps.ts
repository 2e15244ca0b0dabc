/**
 * Every real dump at hand that somebody looked at before: those of the project, those of the collection beside it,
 * and those below the directories that CR_TRUTH_DIR names (separated by colons).
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspectedImage } from '../../inspect/cpt/image.ts';
import { inspectedCriu } from '../../inspect/criu/image.ts';
import type { Image } from '../../inspect/image.ts';
import { imagesWithTruth } from '../../model/testing/truth.ts';
import { isOciLayout, ociBundles } from '../../parse/archive/oci-layout.ts';
import { fileSource } from '../../parse/bytes/file-source.ts';
import {
  compareReleases,
  detectRelease,
  findImageDirectories,
  type ImageDirectory,
  openTree,
} from '../../parse/criu/index.ts';
import { truthOfCpt } from './from-cpt.ts';
import { truthOfCriu } from './from-criu.ts';
import type { Truth } from './truth.ts';

export interface OpenedDump {
  readonly image: Image;
  readonly truth: Truth;
  close(): void;
}

export interface Dump {
  /** `criu/kitchen`, `cpt/2.6.18/a` */
  readonly name: string;
  open(): Promise<OpenedDump>;
}

const samples = fileURLToPath(new URL('../../../samples/criu/', import.meta.url));
const collection = fileURLToPath(new URL('../../../../shared/images/criu/', import.meta.url));
const others = (process.env['CR_TRUTH_DIR'] ?? '').split(':').filter(Boolean);

/** Whether the dumps beside the project are there: what all dumps together show is held only then. */
export const hasAllDumps = existsSync(collection);

const isArchive = (name: string) => /\.tar(\.gz|\.zst)?$/.test(name) && !name.startsWith('damaged');

/** A folder with a dump: unpacked beside its `truth.json`, or packed as `dump.tar.zst`. */
function dumpsBelow(folder: string, depth = 0): string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  const names = readdirSync(folder).sort();
  // A dump that failed left no process tree.
  if (names.includes('truth.json')) return existsSync(join(folder, 'img', 'pstree.img')) ? [folder] : [];
  return names.flatMap((name) => {
    if (isArchive(name)) return [join(folder, name)];
    return depth < 2 ? dumpsBelow(join(folder, name), depth + 1) : [];
  });
}

const nameOf = (path: string): string => {
  const name = basename(path).replace(/\.tar(\.gz|\.zst)?$/, '');
  return name === 'dump' ? basename(dirname(path)) : name;
};

async function openCriu(path: string): Promise<OpenedDump> {
  const outer = await openTree(path, () => {});
  const [bundle] = isOciLayout(outer) ? await ociBundles(outer, { report: () => {}, spools: new Map() }) : [];
  const root = bundle?.tree ?? outer;
  const directories = findImageDirectories(root, () => {});
  // The first is the best: the final dump of a chain.
  const [directory] = directories;
  if (directory === undefined) throw new Error(`${path} has no image`);
  const kept = keptIn(root);
  const image = inspectedCriu(directory);
  const raw = kept('truth.json');
  const { before } = detectRelease(directory);
  return {
    image,
    truth: truthOfCriu(
      raw && JSON.parse(raw),
      directory.list().map(({ name }) => name),
      before !== undefined && compareReleases(before, '3.4') <= 0,
      kept,
    ),
    close() {
      image.source.close();
      bundle?.tree.close();
      outer.close();
    },
  };
}

/** Text of files of the archive beside its image directory. */
function keptIn(root: ImageDirectory): Truth['beside'] {
  const folders = [root];
  for (const { name, kind } of root.list()) {
    const inner = kind === 'directory' ? root.directory(name) : undefined;
    if (inner !== undefined) folders.push(inner);
  }
  return (name) => {
    for (const folder of folders) {
      const source = folder.open(name);
      if (source === undefined) continue;
      const text = Buffer.from(source.view(0, source.size)).toString('utf8');
      source.close();
      return text;
    }
    return undefined;
  };
}

const criuDumps: readonly Dump[] = [
  ...new Map(
    [samples, collection, ...others]
      .flatMap((folder) => dumpsBelow(folder))
      .map((path) => [`criu/${nameOf(path)}`, path] as const),
  ),
].map(([name, path]) => ({ name, open: () => openCriu(path) }));

const cptDumps: readonly Dump[] = imagesWithTruth.map(({ name, path, truth }) => ({
  name: `cpt/${name}`,
  async open() {
    const image = inspectedImage(fileSource(path));
    return { image, truth: truthOfCpt(truth, name), close: () => image.source.close() };
  },
}));

export const dumps: readonly Dump[] = [...criuDumps, ...cptDumps];
