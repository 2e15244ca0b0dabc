/**
 * Conversion of a CRIU image directory to what another release writes, and flattening of a chain. Nothing is
 * read twice that is large, and nothing is written here: the result is a list of files that write themselves.
 */
import type { Report } from '../../diagnostic.ts';
import type { ByteSink } from '../../parse/bytes/byte-sink.ts';
import { compareReleases, type ImageDirectory } from '../../parse/criu/index.ts';
import { type CriuChange, openDraft, writeFile } from './draft.ts';
import { flatten } from './flatten.ts';
import { dropNewer } from './newer.ts';
import { criuSteps } from './steps/index.ts';

/** The newest release whose form is known. */
export const newestCriuRelease = '4.2';
/** The oldest one that 4.2 can still restore, and that images at hand are of. */
export const oldestCriuRelease = '1.5';

export interface ConvertCriuOptions {
  /** `3.19`; default: the newest. */
  readonly to?: string;
  /** Make one self-contained image of a chain of incremental ones. */
  readonly flatten?: boolean;
  readonly report?: Report;
}

export interface ConvertedFile {
  readonly name: string;
  write(sink: ByteSink): void;
}

export interface ConvertedImage {
  readonly release: string;
  /** Sorted by name; contents come from the input, which must stay open until all are written. */
  readonly files: readonly ConvertedFile[];
  /** Where the link to the older image has to lead, if the result still builds on one. */
  readonly parent: string | undefined;
  readonly changes: readonly CriuChange[];
  readonly losses: readonly CriuChange[];
  /** Closes what was opened in the input. */
  close(): void;
}

/** `criu-3.19`, `3.19` and `criu` (the newest); undefined for what is no known release. */
export function parseCriuRelease(name: string): string | undefined {
  if (name === 'criu') return newestCriuRelease;
  const match = /^(?:criu-)?(\d+\.\d+)(?:\.\d+)?$/.exec(name);
  const release = match?.[1];
  if (release === undefined) return undefined;
  const isKnown =
    compareReleases(release, oldestCriuRelease) >= 0 && compareReleases(release, newestCriuRelease) <= 0;
  return isKnown ? release : undefined;
}

/** The directory in the form of another release. Losses and refusals are reported before any writing. */
export function convertCriu(directory: ImageDirectory, options: ConvertCriuOptions = {}): ConvertedImage {
  const { to: release = newestCriuRelease, report = () => {} } = options;
  const draft = openDraft(directory, report);
  const parent = directory.list().find(({ name, kind }) => name === 'parent' && kind === 'link')?.target;
  const isFlat = options.flatten === true;
  if (isFlat) flatten(draft);
  for (const step of criuSteps) if (compareReleases(step.release, release) <= 0) step.forward(draft);
  for (const step of [...criuSteps].reverse())
    if (compareReleases(step.release, release) > 0) step.backward(draft);
  if (compareReleases(release, newestCriuRelease) < 0) dropNewer(draft, release);
  // Of the dump that was, in a form that changed with the releases; no restore reads them.
  for (const name of ['stats-restore', ...(isFlat ? ['irmap-cache'] : [])]) draft.files.delete(name);
  return {
    release,
    files: [...draft.files.values()]
      .map((file) => ({ name: file.header.name, write: (sink: ByteSink) => writeFile(file, sink) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    parent: isFlat ? undefined : parent,
    changes: draft.changes,
    losses: draft.losses,
    close: () => draft.close(),
  };
}

/** What each release changed, for `--list`. */
export const criuStepList = criuSteps.map(({ release, summary }) => ({ release, summary }));
