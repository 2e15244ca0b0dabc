/** cr-inspect: from arguments to an exit code. Decides what is shown; what views say is elsewhere. */
import { existsSync, statSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { didYouMean } from '../../did-you-mean.ts';
import type { Filter } from '../../inspect/filter.ts';
import { ProblemList, type Problems } from '../../inspect/image.ts';
import type { View } from '../../inspect/view.ts';
import { escapedJson, viewDocument } from '../../inspect/view-json.ts';
import { viewOf, views } from '../../inspect/views/index.ts';
import { openBytes } from '../../parse/archive/open-bytes.ts';
import { hostFrom } from '../host.ts';
import { type Arguments, refuseOptions, UsageError } from '../options.ts';
import { jsonPieces, printPieces } from '../pieces.ts';
import { type ColorChoice, type Terminal, usesColor } from '../terminal.ts';
import { showDiff } from './diff.ts';
import { openAny, openImage } from './input.ts';
import { concluded, type Job } from './job.ts';
import { listOptions } from './list/options.ts';
import { showBytes, showBytesOf, showRecord, showRecords } from './records.ts';
import { printTables } from './text.ts';
import { checkPids, checkTypes } from './wanted.ts';

const recordViews = ['records', 'record', 'bytes'] as const;
type RecordView = (typeof recordViews)[number];
const isRecordView = (name: string): name is RecordView => (recordViews as readonly string[]).includes(name);
/** Words that are more than views of a checkpoint; each is loaded when it is asked for. */
const otherWords: Readonly<
  Record<string, (job: Job, path: string, rest: readonly string[]) => Promise<number>>
> = {
  memory: async (...given) => (await import('./memory.ts')).showMemory(...given),
  search: async (...given) => (await import('./search.ts')).showSearch(...given),
  strings: async (...given) => (await import('./strings.ts')).showStrings(...given),
  extract: async (...given) => (await import('./extract.ts')).showExtract(...given),
  rights: async (...given) => (await import('./rights.ts')).showRights(...given),
  report: async (...given) => (await import('./report.ts')).writeReport(...given),
};
const isOtherWord = (name: string): boolean => Object.hasOwn(otherWords, name);

const isView = (name: string): boolean =>
  viewOf(name) !== undefined || isRecordView(name) || isOtherWord(name);

/** The command without its process: prints to `terminal` and returns the exit code. */
export async function crInspect(args: Arguments, terminal: Terminal): Promise<number> {
  const [path, second, ...rest] = args.positionals;
  if (path === undefined) throw new UsageError('an image is missing');
  if (path === 'list') {
    const others = [
      'pid',
      'type',
      'env',
      'container',
      'area',
      'hex',
      'regex',
      'utf16',
      'ignore-case',
      'min',
      'list',
      'on',
      'bytes',
      'stat',
    ];
    refuseOptions(args, others, 'to list');
    const { listCheckpoints } = await import('./list/command.ts');
    return listCheckpoints(args.positionals.slice(1), args, terminal);
  }
  refuseOptions(args, Object.keys(listOptions), 'but to list');
  const filter = filterOf(args);
  const choice = (args.value('color') ?? 'auto') as ColorChoice;
  const hasColor = usesColor(choice, terminal.isOutTty, terminal.env);
  const isInteractive = terminal.isOutTty && !args.flag('json') && !args.flag('quiet');
  if (second === 'diff') throw new UsageError('diff compares two images: cr-inspect A B diff');
  if (second !== undefined && !isView(second) && second !== '-' && !existsSync(second)) {
    const words = [...views.map(({ id }) => id), ...recordViews, ...Object.keys(otherWords), 'diff'];
    const hint = didYouMean(second, words) || `: ${words.join(', ')}`;
    throw new UsageError(`"${second}" is neither a file nor a view${hint}`);
  }
  if (args.flag('stat')) {
    const { showStat } = await import('./stat.ts');
    return showStat({ args, terminal, filter, hasColor }, args.positionals);
  }
  // A dumb terminal cannot draw: it gets the summary, as a pipe does.
  if (
    isInteractive &&
    terminal.env['TERM'] !== 'dumb' &&
    (second === undefined || (rest.length === 0 && !isView(second)))
  ) {
    return startInspector(args, path, second, hasColor);
  }
  // JSON that was asked for is printed whatever else is not.
  const isSilent = args.flag('quiet') && !args.flag('json');
  const shown = isSilent ? { ...terminal, out: () => {} } : terminal;
  const job = { args, terminal: shown, filter, hasColor };
  const lookInto = second !== undefined && isOtherWord(second) ? otherWords[second] : undefined;
  refuseOptions(args, optionsBeside(second), second === undefined ? 'here' : `to ${second}`);
  if (second === undefined || isView(second)) refuseOptions(args, ['bytes'], `to ${second ?? 'summary'}`);
  if (lookInto !== undefined) return lookInto(job, path, rest);
  if (second === undefined || isView(second)) return showView(job, path, second ?? 'summary', rest);
  if (rest.length > 1 || (rest[0] !== undefined && rest[0] !== 'diff')) {
    throw new UsageError(`unexpected argument "${rest.join(' ')}"`);
  }
  return showDiff(job, path, second);
}

const writing = ['memory', 'extract', 'report'];

/** Options of these words, by those that take them. */
const wordOptions: Readonly<Record<string, readonly string[]>> = {
  area: ['search', 'strings'],
  ...{ hex: ['search'], regex: ['search'], utf16: ['search', 'strings'], 'ignore-case': ['search'] },
  ...{ spec: ['rights'], min: ['strings'], list: ['extract'], output: writing, force: writing },
};

const optionsBeside = (word: string | undefined): readonly string[] =>
  Object.keys(wordOptions).filter((name) => word === undefined || !wordOptions[name]?.includes(word));

async function startInspector(
  args: Arguments,
  path: string,
  other: string | undefined,
  hasColor: boolean,
): Promise<number> {
  if (path === '-' || other === '-') {
    throw new UsageError('the inspector needs its keyboard on standard input: name a view, or give a file');
  }
  // React's development build takes twice the memory and time; nobody develops it here.
  process.env['NODE_ENV'] ??= 'production';
  // Frames are short-lived garbage; without these, V8 lets it grow beyond the memory budget before it collects.
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=15');
  const { runInspector } = await import('../../inspect-tui/cli.tsx');
  return runInspector({ path, other, hasColor, container: args.value('container') });
}

function filterOf(args: Arguments): Filter {
  const pids = args.values('pid').map((text) => {
    if (!/^\d{1,10}$/.test(text)) throw new UsageError(`--pid takes a number, not "${text}"`);
    return Number(text);
  });
  const withEnvironment = args.flag('env');
  const host = hostFrom(args.value('on'));
  const types = args.values('type').map((type) => type.toLowerCase());
  return { pids, withEnvironment, types, ...(host !== undefined && { host }) };
}

async function showView(job: Job, path: string, name: string, rest: readonly string[]): Promise<number> {
  if (isRecordView(name)) refuseOptions(job.args, ['env'], `to ${name}`);
  if (isRecordView(name)) return concluded(job, await showRecordView(job, path, name, rest));
  if (rest.length > 0) throw new UsageError(`unexpected argument "${rest[0]}"`);
  const view = viewOf(name)!;
  checkTypes(view, job.filter);
  if (name !== 'ps') refuseOptions(job.args, ['env'], `to ${name}`);
  if (name !== 'ids') refuseOptions(job.args, ['on'], `to ${name}`);
  const { rows, problems } = await rowsOf(job, path, view);
  if (job.args.flag('json')) printPieces(job.terminal, viewJson(name, rows));
  else printTables(job.terminal, view.tables(rows), job.hasColor);
  return concluded(job, problems);
}

/** What a view shows. The checkpoint is gone when its text is made: one of them at a time is large enough. */
async function rowsOf(job: Job, path: string, view: View) {
  const { image, close } = await openImage(job, path);
  try {
    checkPids(image.checkpoint, job.filter);
    return { rows: view.rows(image, job.filter), problems: image.problems };
  } finally {
    close();
  }
}

async function showRecordView(
  job: Job,
  path: string,
  name: RecordView,
  rest: readonly string[],
): Promise<Problems> {
  // Two numbers are a range of the file that was named, whatever is in it.
  if (name === 'bytes' && rest.length <= 2 && (path === '-' || !statSync(path).isDirectory())) {
    const { source } = openBytes(path);
    try {
      showBytes(job, source, rest);
    } finally {
      source.close();
    }
    return new ProblemList();
  }
  const input = await openAny(job, path);
  try {
    if (name === 'bytes') showBytesOf(job, input, rest);
    else if (name === 'record') showRecord(job, input, rest);
    else if (rest.length > 0) throw new UsageError(`unexpected argument "${rest[0]}"`);
    else showRecords(job, input);
    return input.problems;
  } finally {
    input.close();
  }
}

function* viewJson(name: string, rows: unknown): Generator<string> {
  for (const piece of jsonPieces(viewDocument(name, rows), 1)) yield escapedJson(piece);
  yield '\n';
}
