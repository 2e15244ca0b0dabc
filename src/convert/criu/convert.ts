/**
 * Conversion of a CRIU image directory to what another release writes, and flattening of a chain. Nothing is
 * read twice that is large, and nothing is written here: the result is a list of files that write themselves.
 */
import { posix } from 'node:path';
import type { Report } from '../../diagnostic.ts';
import { kindOfDirectory } from '../../model/from-criu/directory-kind.ts';
import { layOut, parentPrefix, whereTo } from '../../model/from-criu/image-source.ts';
import type { ByteSink } from '../../parse/bytes/byte-sink.ts';
import {
  compareReleases,
  developmentBranch,
  type ImageDirectory,
  identifyFile,
  parentDirectory,
} from '../../parse/criu/index.ts';
import { newestCriuRelease } from '../../parse/criu/releases.ts';
import type { Allowance } from '../allowances.ts';
import { convertDiagnostic } from '../codes.ts';
import { unaccounted } from './accounting.ts';
import { type CompressUnit, compress, decompress } from './compress.ts';
import { delta } from './delta.ts';
import {
  accountOf,
  type CriuChange,
  type CriuDraft,
  changed,
  openDraft,
  startHop,
  writeFile,
} from './draft.ts';
import { flatten } from './flatten.ts';
import { dropNewer } from './newer.ts';
import type { CriuStep } from './step.ts';
import { criuSteps } from './steps/index.ts';
import { unknownTo } from './target-release.ts';

export { newestCriuRelease, oldestCriuRelease, parseCriuRelease } from '../../parse/criu/releases.ts';

/** The hops after the steps, as reports name them. */
const flattenHop = 'flatten';
const decompressHop = 'decompress';
const deltaHop = 'delta';
const compressHop = 'compress';
const newerHop = 'newer';
const dumpHop = 'dump';

export interface ConvertCriuOptions {
  /** `3.19`; default: the newest. */
  readonly to?: string;
  /** Make one self-contained image of a chain of incremental ones. */
  readonly flatten?: boolean;
  /** Compress the pages as the development branch does, which no release reads. Compressed pages become plain otherwise. */
  readonly compress?: CompressUnit;
  /** Make an incremental image on top of another one, to which `link` leads from where the result will lie. */
  readonly delta?: { readonly base: ImageDirectory; readonly link: string };
  /** Losses that are refused otherwise. */
  readonly allow?: readonly Allowance[];
  readonly report?: Report;
}

export interface ConvertedFile {
  readonly name: string;
  /** It has the bytes of the file of this name in the input. */
  readonly isStored: boolean;
  write(sink: ByteSink): void;
}

export interface ConvertedImage {
  readonly release: string;
  /** Names of the hops in their order, those that did nothing included. */
  readonly hops: readonly string[];
  /** Files of the input. */
  readonly fileCount: number;
  /** Of the result, sorted by name; contents come from the input, which must stay open until all are written. */
  readonly files: readonly ConvertedFile[];
  /** Where the link to the older image has to lead, if the result still builds on one. */
  readonly parent: string | undefined;
  readonly changes: readonly CriuChange[];
  readonly losses: readonly CriuChange[];
  /** Fields (`message.field`) and messages that went because the release does not know them. */
  readonly leftOut: ReadonlySet<string>;
  /** Closes what was opened in the input. */
  close(): void;
}

/** The directory in the form of another release. Losses and refusals are reported before any writing. */
export function convertCriu(directory: ImageDirectory, options: ConvertCriuOptions = {}): ConvertedImage {
  const { to: release = newestCriuRelease, report = () => {} } = options;
  refuseUnknownPages(directory, report);
  const draft = openDraft(directory, report, options.allow);
  const isFlat = options.flatten === true;
  refuseLostParent(directory, report);
  const parent = isFlat ? undefined : parentLink(directory, report);
  const stored = new Map(draft.files);
  const isCompressed = kindOfDirectory(directory).compressed !== undefined;
  const isOnTop = options.delta !== undefined && !isFlat && refuseChainAbove(directory, report);
  const { delta: onto, ...others } = options;
  const hops = hopsTo(release, isCompressed, isOnTop ? others : options);
  // Accounts are for a report alone, and are passes over all entries.
  const isAccounted = options.report !== undefined;
  for (const hop of hops) runHop(draft, hop, isAccounted);
  if (onto !== undefined) refuseOtherForms(draft, layOut(onto.base).chain, release);
  else if (parent !== undefined && options.compress === undefined)
    refuseOtherForms(draft, layOut(directory).chain.slice(1), release);
  return {
    release: options.compress === undefined ? release : developmentBranch,
    hops: hops.map(({ name }) => name),
    fileCount: stored.size,
    files: [...draft.files.values()]
      .map((file) => ({
        name: file.header.name,
        isStored: stored.get(file.header.name) === file,
        write: (sink: ByteSink) => writeFile(file, sink),
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    parent: onto?.link ?? parent,
    changes: draft.changes,
    losses: draft.losses,
    leftOut: draft.leftOut,
    close: () => draft.close(),
  };
}

/** Pages are in an older image that is not there. A link that leads nowhere, and that no page needs, is left out. */
function refuseLostParent(directory: ImageDirectory, report: Report): void {
  const { lostParent, pagemaps } = kindOfDirectory(directory);
  if (lostParent === undefined) return;
  if (pagemaps.every(({ parentPages }) => parentPages === 0n)) {
    parentDirectory(directory, report);
    return;
  }
  const { link, file } = lostParent;
  const where = link === undefined ? 'no link leads there' : `the link ${whereTo(link)}`;
  const message = `the image builds on an older one, and ${where}`;
  report(convertDiagnostic('not-self-contained', message, { file }));
}

/** Where the link of the input leads, if that is a directory there, and beside the images or below them. */
function parentLink(directory: ImageDirectory, report: Report): string | undefined {
  if (parentDirectory(directory, () => {}) === undefined) return undefined;
  const target = directory.list().find(({ name }) => name === 'parent')?.target;
  if (target === undefined) {
    const message = 'the older image is a folder inside of this one: --flatten makes one image of both';
    report(convertDiagnostic('cannot-express', message, { file: 'parent' }));
    return undefined;
  }
  const outside = posix
    .normalize(target)
    .split('/')
    .filter((part) => part === '..').length;
  if (outside <= 1 && !posix.isAbsolute(target)) return target;
  const message = `parent leads to ${target}, which is not beside the images: --flatten makes one image of both`;
  report(convertDiagnostic('cannot-express', message, { file: 'parent' }));
  return undefined;
}

/** What builds on an older image already is not put on top of another one: whether it does. */
function refuseChainAbove(directory: ImageDirectory, report: Report): boolean {
  const isOnTop = kindOfDirectory(directory).pagemaps.some(({ parentPages }) => parentPages > 0n);
  if (isOnTop) {
    const message =
      'the input builds on an older image of its own: with --flatten it is made one image before';
    report(convertDiagnostic('cannot-express', message, { file: 'parent' }));
  }
  return isOnTop;
}

/** Older images stay as they are: a release that cannot read them cannot read what builds on them. */
function refuseOtherForms(draft: CriuDraft, older: readonly ImageDirectory[], release: string): void {
  const isOfPages = (name: string) => {
    const type = identifyFile(name)?.type;
    return type === 'PAGEMAP' || type === 'SHMEM_PAGEMAP';
  };
  for (const [depth, image] of older.entries()) {
    const [found] = unknownTo(image, release, isOfPages);
    if (found === undefined) continue;
    const what = `pages are in an older image, which stays as it is. ${found.message}. --flatten makes one image of all`;
    const file = parentPrefix(depth + 1) + (found.at?.file ?? '');
    draft.report(convertDiagnostic('cannot-express', what, { ...found.at, file }));
    return;
  }
}

interface CriuHop {
  readonly name: string;
  readonly run: (draft: CriuDraft) => void;
}

/** The release that wrote the image need not be known: a step finds what is in the other form. */
function hopsTo(
  release: string,
  isCompressed: boolean,
  { flatten: isFlat = false, compress: unit, delta: onto }: ConvertCriuOptions,
): readonly CriuHop[] {
  const isReached = (step: CriuStep): boolean => compareReleases(step.release, release) <= 0;
  return [
    ...(isCompressed ? [{ name: decompressHop, run: decompress }] : []),
    ...(isFlat ? [{ name: flattenHop, run: flatten }] : []),
    ...criuSteps.filter(isReached).map((step) => ({ name: step.release, run: step.forward })),
    ...[...criuSteps]
      .reverse()
      .filter((step) => !isReached(step))
      .map((step) => ({ name: step.release, run: step.backward })),
    ...(compareReleases(release, newestCriuRelease) < 0
      ? [{ name: newerHop, run: (draft: CriuDraft) => dropNewer(draft, release) }]
      : []),
    { name: dumpHop, run: (draft) => dropDumpRecords(draft, isFlat) },
    ...(onto === undefined ? [] : [{ name: deltaHop, run: (draft: CriuDraft) => delta(draft, onto.base) }]),
    ...(unit === undefined ? [] : [{ name: compressHop, run: (draft: CriuDraft) => compress(draft, unit) }]),
  ];
}

/** Runs a hop and holds what it did against what it said. */
function runHop(draft: CriuDraft, { name, run }: CriuHop, isAccounted: boolean): void {
  const before = new Map(draft.files);
  startHop(draft, name);
  run(draft);
  if (!isAccounted) return;
  for (const found of unaccounted(before, draft.files, name, accountOf(draft))) draft.report(found);
}

/** Of the dump or restore that was, in a form that changed with the releases; no restore reads them. */
function dropDumpRecords(draft: CriuDraft, isFlat: boolean): void {
  for (const name of ['stats-restore', ...(isFlat ? ['irmap-cache'] : [])]) {
    if (draft.files.delete(name)) changed(draft, 'R22', `${name} left out`);
  }
}

/** Lengths and positions of such pages cannot be told, in the directory itself or in one that it builds on. */
function refuseUnknownPages(directory: ImageDirectory, report: Report): void {
  for (const [depth, image] of layOut(directory).chain.entries()) {
    const { unknownPages } = kindOfDirectory(image);
    if (unknownPages === undefined) continue;
    const { what, writer, at } = unknownPages;
    const message = `pages were written by ${writer} (${what}): they cannot be carried to another release`;
    report(
      convertDiagnostic('pages-not-understood', message, { ...at, file: parentPrefix(depth) + at.file }),
    );
    return;
  }
}

/** What each release changed, for `--list`. */
export const criuStepList = criuSteps.map(({ release, summary }) => ({ release, summary }));
