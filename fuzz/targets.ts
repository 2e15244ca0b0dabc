/**
 * What is done with an input: all that commands do with it, in this process and without files where that can be.
 * A target may throw what a command shows as a sentence; anything else is a fault of ours.
 */
import { rmSync } from 'node:fs';
import { convertCptToCriu, memoryOutput } from '../src/convert/bridges/cpt-to-criu/index.ts';
import { imageInput, planConversion, runConversion } from '../src/convert/cpt/convert.ts';
import { convertCriu } from '../src/convert/criu/convert.ts';
import { type Diagnostic, ImageError } from '../src/diagnostic.ts';
import { inspectedImage } from '../src/inspect/cpt/image.ts';
import { inspectedCriu } from '../src/inspect/criu/image.ts';
import { noFilter } from '../src/inspect/filter.ts';
import type { Image } from '../src/inspect/image.ts';
import { loadViews } from '../src/inspect/views/index.ts';
import { MemorySink, NullSink } from '../src/parse/bytes/byte-sink.ts';
import { memorySource } from '../src/parse/bytes/byte-source.ts';
import { DocumentError } from '../src/parse/bytes/document.ts';
import { readCptJson } from '../src/parse/cpt/json-read.ts';
import { cptVariantIds } from '../src/parse/cpt/variants.ts';
import { CptWriter } from '../src/parse/cpt/write.ts';
import {
  findImageDirectories,
  type ImageDirectory,
  memoryDirectory,
  openTree,
} from '../src/parse/criu/index.ts';
import { readJsonHead } from '../src/parse/json/record-document.ts';
import { kernelProfileNames } from '../src/restore-sim/kernel/index.ts';
import { rehearse } from '../src/restore-sim/plan/index.ts';
import { cptRestoreImage, criuRestoreImage } from '../src/restore-sim/testing/restore-images.ts';
import { random } from '../src/test-support/random.ts';
import { makeEngine } from '../src/validate/cpt/engine.ts';
import { judgeCriuImage } from '../src/validate/criu/judge.ts';
import { linesOf } from './command-lines.ts';
import { runLine, writeInput } from './commands.ts';
import type { FuzzFamily, Seed } from './seed.ts';

const judgeCpt = makeEngine();

const one = <Item>(items: readonly Item[], at: number): Item => items[at % items.length] as Item;

const views = [...(await loadViews()).values()];

/** Rows of one view are made, and none of the others: a seed more is cheap. */
function look(image: Image, turn: number): void {
  const view = one(views, turn);
  view.tables(view.rows(image, noFilter));
}

export function fuzzCpt({ bytes }: { readonly bytes: Uint8Array }, seed: number): void {
  const below = random(seed);
  below(7);
  const source = memorySource(bytes, 'image.cpt');
  const report: Diagnostic[] = [];
  const hears = (diagnostic: Diagnostic) => void report.push(diagnostic);
  switch (below(5)) {
    case 0:
      judgeCpt(source);
      return;
    case 1:
      look(inspectedImage(source), below(100));
      return;
    case 2:
      rehearse(cptRestoreImage(source), { kernel: one(kernelProfileNames, below(100)) });
      return;
    case 3: {
      const input = imageInput(source);
      const plan = planConversion(input, { to: one(cptVariantIds, below(100)) }, hears);
      if (report.some(({ severity }) => severity === 'error')) return;
      runConversion(input, plan, below(2) === 0 ? new NullSink() : new MemorySink(), hears);
      return;
    }
    default:
      convertCptToCriu(source, memoryOutput(), {}, hears);
  }
}

const releases = ['1.5', '1.8', '2.12', '3.12', '3.19', '4.2'];

function fuzzCriu({ files }: { readonly files: ReadonlyMap<string, Uint8Array> }, seed: number): void {
  const below = random(seed);
  below(7);
  const directory = memoryDirectory(Object.fromEntries(files));
  switch (below(4)) {
    case 0:
      judgeCriuImage(directory);
      return;
    case 1: {
      const image = inspectedCriu(directory);
      look(image, below(100));
      image.source.close();
      return;
    }
    case 2:
      rehearse(criuRestoreImage(directory), {});
      return;
    default: {
      const converted = convertCriu(directory, { to: one(releases, below(100)), flatten: below(3) === 0 });
      for (const file of converted.files) file.write(new NullSink());
      converted.close();
    }
  }
}

export async function fuzzArchive({ bytes }: { readonly bytes: Uint8Array }, seed: number): Promise<void> {
  const path = await writeInput('archive', bytes);
  let root: ImageDirectory | undefined;
  try {
    root = await openTree(path, () => {});
    for (const directory of findImageDirectories(root, () => {}).slice(0, 2)) {
      if (seed % 2 === 0) judgeCriuImage(directory);
      else rehearse(criuRestoreImage(directory), {});
    }
  } finally {
    root?.close();
    rmSync(path);
  }
}

export function fuzzJson({ bytes }: { readonly bytes: Uint8Array }): void {
  const text = memorySource(bytes, 'image.json');
  readJsonHead(text);
  const writer = new CptWriter(new NullSink(), memorySource(new Uint8Array()), () => {});
  for (const record of readCptJson(text, 0)) writer.write(record);
  writer.finish();
}

function command(input: Seed, seed: number): Promise<void> {
  const below = random(seed ^ 0x2545f491);
  below(7);
  return runLine(one(linesOf[input.lines], below(1 << 20)), input, below(1 << 20));
}

/** Every second image goes straight to what commands do, which is cheaper; all else to the commands. */
export function target(family: FuzzFamily, input: Seed, seed: number): Promise<void> | void {
  if (seed % 2 === 0 || family === 'document') return command(input, seed);
  if ('files' in input) return family === 'criu' ? fuzzCriu(input, seed) : command(input, seed);
  if (family === 'cpt') return fuzzCpt(input, seed);
  if (family === 'archive') return fuzzArchive(input, seed);
  return family === 'json' ? fuzzJson(input) : command(input, seed);
}

/** Whether a command would show it as a sentence: everything else would be exit 70. */
export const isExpected = (error: unknown): boolean =>
  error instanceof ImageError || error instanceof DocumentError;
