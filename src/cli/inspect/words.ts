/**
 * What may follow an image besides the views: one row for each word, with its help, the options that are for it, and
 * the file that is loaded when it is asked for.
 */
import { viewNames, viewRow } from '../../inspect/views/index.ts';
import type { Job } from './job.ts';

export interface Word {
  readonly help: string;
  /** Options that are for this word, and for others that list them. */
  readonly options?: readonly string[];
  show(job: Job, path: string, rest: readonly string[]): Promise<number>;
}

const writing = ['output', 'force'] as const;

export const otherWords: Readonly<Record<string, Word>> = {
  rights: {
    help: 'who runs as what, what is mounted and written, and what the spec says beside it',
    options: ['spec'],
    show: async (...given) => (await import('./rights.ts')).showRights(...given),
  },
  records: {
    help: 'index of all records',
    options: ['pid', 'type'],
    show: async (...given) => (await import('./records.ts')).showRecords(...given),
  },
  record: {
    help: 'one record, with every field: record REF',
    show: async (...given) => (await import('./records.ts')).showRecord(...given),
  },
  bytes: {
    help: 'some bytes: bytes [FILE] OFFSET LENGTH',
    show: async (...given) => (await import('./records.ts')).showBytes(...given),
  },
  memory: {
    help: 'memory of a process by address: memory --pid PID ADDRESS|AREA [LENGTH]',
    options: ['pid', ...writing],
    show: async (...given) => (await import('./memory.ts')).showMemory(...given),
  },
  search: {
    help: 'bytes in memory and queues, with process, area and address: search PATTERN',
    options: ['pid', 'all-processes', 'area', 'hex', 'regex', 'utf16', 'ignore-case'],
    show: async (...given) => (await import('./search.ts')).showSearch(...given),
  },
  strings: {
    help: 'text in memory, with addresses',
    options: ['pid', 'all-processes', 'area', 'utf16', 'min'],
    show: async (...given) => (await import('./strings.ts')).showStrings(...given),
  },
  extract: {
    help: 'save an area, a deleted file, a queue or a file system: extract NAME -o FILE',
    options: ['pid', 'list', ...writing],
    show: async (...given) => (await import('./extract.ts')).showExtract(...given),
  },
  report: {
    help: 'a page of HTML with all of it: report -o FILE.html',
    options: writing,
    show: async (...given) => (await import('./report.ts')).writeReport(...given),
  },
};

export const otherWord = (name: string): Word | undefined =>
  Object.hasOwn(otherWords, name) ? otherWords[name] : undefined;

/** All words with their help, in the order of `--help`; the last two stand elsewhere in a line. */
export const helpOfWords: Readonly<Record<string, string>> = {
  ...Object.fromEntries(viewNames.map((name) => [name, viewRow(name).help])),
  ...Object.fromEntries(Object.entries(otherWords).map(([name, { help }]) => [name, help])),
  diff: 'what differs between two images',
  list: 'a row for each checkpoint below paths: list PATH…',
};

/** Options that only some words take. */
export const optionsOfWords: readonly string[] = [
  ...new Set([
    ...viewNames.flatMap((name) => viewRow(name).options ?? []),
    ...Object.values(otherWords).flatMap(({ options = [] }) => options),
  ]),
];
