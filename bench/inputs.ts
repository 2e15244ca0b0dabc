/** The inputs of rows: images of any size, made of real samples; the same in every run. */
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  constants,
  copyFileSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { generateImage, type ImageContent } from './generate/cpt-image.ts';
import { generateAreas, generateFiles, generateSockets } from './generate/cpt-many.ts';
import { generateTasks } from './generate/cpt-tasks.ts';
import { generateCriuImage } from './generate/criu-tasks.ts';
import { generateMembers } from './generate/tar-members.ts';
import { command, isInstalled, projectRoot, run } from './measure.ts';
import { type Input, mib, type Words } from './row.ts';

const sample = (...names: string[]) => join(projectRoot, 'samples', ...names);
const counter = sample('cpt', '2.6.18-counter.cpt');
const podman = sample('criu', 'podman-tree.tar.zst');

/** Rows that read the same input name it by the same value. */
const known = new Map<string, Input>();
function once(name: string, make: Input['make'], missing?: Input['missing']): Input {
  const input = known.get(name) ?? { name, make, ...(missing === undefined ? {} : { missing }) };
  known.set(name, input);
  return input;
}

/** A CPT image of 2.6.18 with so many bytes of private memory. */
export const cptImage = (bytes: number, content: ImageContent = 'noise'): Input =>
  once(`cpt-${content}-${bytes / mib}`, (path) => generateImage(counter, path, bytes, content));

/** The same memory in CRIU's form; `words` say which. */
const criuForm = (name: string, bytes: number, content: ImageContent, ...words: readonly string[]): Input =>
  once(`${name}-${content}-${bytes / mib}${name === 'criu-tar' ? '.tar' : ''}`, (path, scratch) => {
    const image = scratch.fresh('image.cpt');
    generateImage(counter, image, bytes, content);
    const plain = scratch.fresh('plain');
    const isPlain = words.length === 0;
    run(
      command('cr-convert', '-q', '--no-verify', '--to', 'criu', image, isPlain ? path : plain),
      scratch.directory,
    );
    rmSync(image);
    if (!isPlain) run(command('cr-convert', '-q', '--no-verify', ...words, plain, path), scratch.directory);
    rmSync(plain, { recursive: true, force: true });
  });

export const criuDump = (bytes: number, content: ImageContent = 'noise'): Input =>
  criuForm('criu', bytes, content);
export const criuTar = (bytes: number): Input => criuForm('criu-tar', bytes, 'noise');
/** Blocks of 256 KiB of what programs are made of. */
export const compressedDump = (bytes: number): Input => criuForm('criu-lz4', bytes, 'program', '--compress');

/** The file of pages of the process that was given memory. */
export const largestPages = (dump: string): string =>
  readdirSync(dump)
    .filter((name) => /^pages-\d+\.img$/.test(name))
    .map((name) => join(dump, name))
    .reduce((a, b) => (statSync(a).size > statSync(b).size ? a : b));

/** A CRIU dump whose pages are a file with holes: a tenth of it is data. */
export const sparseDump = (bytes: number): Input =>
  once(`criu-sparse-${bytes / mib}`, async (path, scratch) => {
    await criuDump(bytes).make(path, scratch);
    const pages = largestPages(path);
    const { size } = statSync(pages);
    const file = openSync(pages, 'w');
    const piece = new Uint8Array(mib).fill(0x5a);
    for (let at = 0; at + piece.length < size; at += 10 * mib) writeSync(file, piece, 0, piece.length, at);
    ftruncateSync(file, size);
    closeSync(file);
  });

/** A CRIU dump of so many tasks, each with half a dozen files. */
export const criuTasks = (count: number): Input =>
  once(`criu-tasks-${count}`, (path) => generateCriuImage(podman, path, count));

/** A CPT image of so many tasks, most of them zombies. */
export const cptTasks = (count: number): Input =>
  once(`cpt-tasks-${count}.cpt`, (path) => generateTasks(sample('cpt', '2.6.32-counter.cpt'), path, count));

const filesAndSockets = sample('cpt', '2.6.32-files-sockets.cpt');

/** A CPT image with one process that has so many areas. */
export const cptAreas = (count: number): Input =>
  once(`cpt-areas-${count}.cpt`, (path) => generateAreas(counter, path, count));

/** A CPT image with one process that has so many files open. */
export const cptFiles = (count: number): Input =>
  once(`cpt-files-${count}.cpt`, (path) => generateFiles(filesAndSockets, path, count));

/** The same with sockets. */
export const cptSockets = (count: number): Input =>
  once(`cpt-sockets-${count}.cpt`, (path) => generateSockets(filesAndSockets, path, count));

/** A CPT image in another form: what `cr-convert --to` names. */
export const converted = (input: Input, to: 'criu' | 'linux-cr'): Input =>
  once(`${input.name}.${to}`, async (path, scratch) => {
    const image = scratch.fresh('image.cpt');
    await input.make(image, scratch);
    run(command('cr-convert', '-q', '--no-verify', '--to', to, image, path), scratch.directory);
    rmSync(image);
  });

/** A pagemap of CRIU, made through crit's own JSON, which our encoder reads. */
export const pagemap = (count: number): Input =>
  once(`pagemap-${count}.img`, (path, scratch) => {
    const json = scratch.fresh('pagemap.json');
    const entries = Array.from({ length: count }, (_, index) => ({
      vaddr: `0x${(0x10000000 + index * 8192).toString(16)}`,
      nr_pages: 1,
      flags: 'PE_PRESENT',
    }));
    writeFileSync(json, JSON.stringify({ magic: 'PAGEMAP', entries: [{ pages_id: 1 }, ...entries] }));
    run(command('cr-crit', 'encode', '-i', json, '-o', path), scratch.directory);
    rmSync(json);
  });

/** Its JSON, in our form or in crit's. */
export const pagemapJson = (count: number, form: 'lossless' | 'crit'): Input =>
  jsonOf(count, form, (image, path) =>
    command('cr-crit', 'decode', '-i', image, '-o', path, ...(form === 'lossless' ? ['--lossless'] : [])),
  );

/** Its JSON as another program writes it: releases differ in names of fields. */
export const peerJson = (count: number, peer: string): Input =>
  jsonOf(count, `of-${peer}`, (image, path) =>
    isInstalled(peer) ? [peer, 'decode', '-i', image, '-o', path] : ['true'],
  );

const jsonOf = (count: number, form: string, decode: (image: string, path: string) => Words): Input =>
  once(`pagemap-${count}-${form}.json`, (path, scratch) => {
    const image = scratch.fresh('pagemap-1.img');
    pagemap(count).make(image, scratch);
    run(decode(image, path), scratch.directory);
    rmSync(image);
  });

/** A directory of small archives, every one another copy of the samples. */
export const archives = (count: number): Input =>
  once(`archives-${count}`, (path) => {
    const from = sample('criu');
    const names = readdirSync(from).filter((name) => /\.tar\.(gz|zst)$/.test(name));
    mkdirSync(path);
    // Hard links would be one file; clones cost nothing where the file system can.
    for (let index = 0; index < count; index++) {
      const name = names[index % names.length] as string;
      if (index % 1000 === 0) mkdirSync(join(path, String(index / 1000)));
      const target = join(path, String(Math.floor(index / 1000)), `${index}-${name}`);
      copyFileSync(join(from, name), target, constants.COPYFILE_FICLONE);
    }
  });

/** An archive with images and so many members beside them. */
export const manyMembers = (count: number): Input =>
  once(`members-${count}.tar`, (path) =>
    generateMembers(sample('criu', 'podman-counter.tar.gz'), path, count),
  );

/** An archive whose decoder has to keep 64 MiB at hand, the most that is taken: `zstd --long=26`. */
export const wideWindow = (): Input =>
  once(
    'window.tar.zst',
    async (path, scratch) => {
      const tar = scratch.fresh('window.tar');
      await criuTar(300 * mib).make(tar, scratch);
      const { status } = spawnSync('zstd', ['-q', '-3', '--long=26', tar, '-o', path]);
      rmSync(tar);
      if (status !== 0) throw new Error('zstd failed');
    },
    () => (isInstalled('zstd') ? undefined : 'zstd is not installed'),
  );
