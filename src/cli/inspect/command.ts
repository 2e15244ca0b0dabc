/** cr-inspect: from arguments to an exit code. Decides what is shown; what views say is elsewhere. */
import { existsSync, statSync } from 'node:fs';
import { ImageError } from '../../diagnostic.ts';
import { didYouMean } from '../../did-you-mean.ts';
import type { Filter } from '../../inspect/filter.ts';
import type { View, ViewRow } from '../../inspect/view.ts';
import { escapedJson, jsonOf, viewContent } from '../../inspect/view-json.ts';
import { isViewName, loadView, viewRow } from '../../inspect/views/index.ts';
import type { Look } from '../../inspect-tui/cli-chooser.tsx';
import { isRemote } from '../../parse/bytes/remote/word.ts';
import { setEngineFlag } from '../engine-flags.ts';
import { type Arguments, refuseOptions, UsageError } from '../options.ts';
import { jsonPieces, printPieces } from '../pieces.ts';
import { type ColorChoice, type Terminal, usesColor } from '../terminal.ts';
import { openImage } from './input.ts';
import { concluded, type Job } from './job.ts';
import { listOptions } from './list/options.ts';
import { drawsAscii, printTables } from './text.ts';
import { checkPids, checkTypes } from './wanted.ts';
import { helpOfWords, optionsOfWords, otherWord, type Word } from './words.ts';

/** `-o` and `--force` write the tables of a list, too. */
const listTakes: ReadonlySet<string> = new Set(['output', 'force', ...Object.keys(listOptions)]);

const isWord = (name: string): boolean => isViewName(name) || otherWord(name) !== undefined;

/** The command without its process: prints to `terminal` and returns the exit code. */
export async function crInspect(args: Arguments, terminal: Terminal): Promise<number> {
  const [path, second, ...rest] = args.positionals;
  if (path === undefined) throw new UsageError('an image is missing');
  if (path === 'list') {
    const others = [...optionsOfWords, ...['pid', 'type', 'container', 'bytes', 'stat']];
    refuseOptions(
      args,
      others.filter((name) => !listTakes.has(name)),
      'to list',
    );
    const { listCheckpoints } = await import('./list/command.ts');
    return listCheckpoints(args.positionals.slice(1), args, terminal);
  }
  refuseOptions(args, Object.keys(listOptions), 'but to list');
  const filter = await filterOf(args);
  const choice = (args.value('color') ?? 'auto') as ColorChoice;
  const hasColor = usesColor(choice, terminal.isOutTty, terminal.env);
  const isInteractive = terminal.isOutTty && !args.flag('json') && !args.flag('quiet');
  if (second === 'diff') throw new UsageError('diff compares two images: cr-inspect A B diff');
  const isThere = (word: string) => word === '-' || isRemote(word) || existsSync(word);
  if (second !== undefined && isWord(path) && !isThere(path) && !isWord(second) && isThere(second))
    throw new UsageError(`the image comes first: cr-inspect ${[second, path, ...rest].join(' ')}`);
  if (second !== undefined && !isWord(second) && !isThere(second)) {
    if (isWord(path) && !isThere(path)) throw new UsageError(`an image is missing before "${path}"`);
    const words = Object.keys(helpOfWords).filter((word) => word !== 'list');
    const hint = didYouMean(second, words) || `: ${words.join(', ')}`;
    throw new UsageError(`"${second}" is neither a file nor a view${hint}`);
  }
  if (args.flag('stat')) {
    const { showStat } = await import('./stat.ts');
    return showStat({ args, terminal, filter, hasColor }, args.positionals);
  }
  // A dumb terminal cannot draw: it gets the summary, as a pipe does.
  if (isInteractive && terminal.env['TERM'] !== 'dumb') {
    const look = { hasColor, isAscii: drawsAscii(terminal.env) };
    if (second === undefined) refuseOptions(args, [...optionsBeside(undefined), 'bytes'], 'without a view');
    if (second === undefined || (rest.length === 0 && !isWord(second)))
      return startInspector(args, path, second, look);
    if (args.positionals.every((name) => name !== '-' && existsSync(name)))
      return startList(args, args.positionals, look);
  }
  // JSON that was asked for is printed whatever else is not.
  const isSilent = args.flag('quiet') && !args.flag('json');
  const shown = isSilent ? { ...terminal, out: () => {} } : terminal;
  const job = { args, terminal: shown, filter, hasColor };
  refuseOptions(args, optionsBeside(second), second === undefined ? 'without a view' : `to ${second}`);
  if (second === undefined || isWord(second)) {
    refuseOptions(args, ['bytes'], `to ${second ?? 'summary'}`);
    return showWord(job, path, second ?? 'summary', rest);
  }
  if (rest.length > 1 || (rest[0] !== undefined && rest[0] !== 'diff')) {
    if (args.positionals.every(isThere))
      throw new UsageError('two images are compared; more have cr-inspect list IMAGE… and --stat');
    throw new UsageError(`unexpected argument "${rest.join(' ')}"`);
  }
  const { showDiff } = await import('./diff.ts');
  return showDiff(job, path, second);
}

/** Options of other words than the one that is asked for. */
function optionsBeside(word: string | undefined): readonly string[] {
  const own =
    word === undefined ? [] : isViewName(word) ? ownOptions(viewRow(word)) : otherWord(word)?.options;
  // Two images are compared: of these processes, and of these types.
  const taken = word === undefined || isWord(word) ? own : ['pid', 'type'];
  return optionsOfWords.filter((name) => !taken?.includes(name));
}

/** What types there are, the view says itself. */
const ownOptions = ({ takesPid = true, options = [] }: ViewRow): readonly string[] => [
  ...(takesPid ? ['pid'] : []),
  'type',
  ...options,
];

/** With it come ink and react. */
async function loadInspector() {
  // React's development build takes twice the memory and time; nobody develops it here.
  process.env['NODE_ENV'] ??= 'production';
  // Frames are short-lived garbage; without these, V8 lets it grow beyond the memory budget before it collects.
  setEngineFlag('--semi-space-growth-factor', 1);
  setEngineFlag('--heap-growing-percent', 15);
  return import('../../inspect-tui/cli.tsx');
}

async function startInspector(
  args: Arguments,
  path: string,
  other: string | undefined,
  look: Look,
): Promise<number> {
  if (path === '-' || other === '-') {
    throw new UsageError('the inspector needs its keyboard on standard input: name a view, or give a file');
  }
  const { runInspector } = await loadInspector();
  try {
    return await runInspector({ path, other, ...look, container: args.value('container') });
  } catch (error) {
    // A directory of archives, or an archive of several containers: which one is asked.
    const paths = error instanceof ImageError && other === undefined ? await severalAt(path, error) : [];
    if (paths.length === 0) throw error;
    return startList(args, paths, look);
  }
}

async function severalAt(path: string, error: ImageError): Promise<readonly string[]> {
  const inOne = error.diagnostic.code === 'several-containers' ? [path] : [];
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return inOne;
  const { findImages } = await import('../../open/search.ts');
  const paths = await findImages(path);
  // Archives may lie beside the directories.
  return paths.includes(path) || paths.length === 0 ? inOne : paths;
}

async function startList(args: Arguments, paths: readonly string[], look: Look): Promise<number> {
  refuseOptions(args, ['container'], 'to several images');
  const { runInspector } = await loadInspector();
  const { chooseAndInspect } = await import('./choose.ts');
  return chooseAndInspect(paths, look, ({ path, container }) =>
    runInspector({ path, other: undefined, ...look, container }),
  );
}

async function filterOf(args: Arguments): Promise<Filter> {
  const pids = args.values('pid').map((text) => {
    if (!/^\d{1,10}$/.test(text)) throw new UsageError(`--pid takes a number, not "${text}"`);
    return Number(text);
  });
  const withEnvironment = args.flag('env');
  const on = args.value('on');
  // What is asked of hosts is much, and few ask.
  const host = on === undefined ? undefined : (await import('../host.ts')).hostFrom(on);
  const types = args.values('type').map((type) => type.toLowerCase());
  return { pids, withEnvironment, types, ...(host !== undefined && { host }) };
}

async function showWord(job: Job, path: string, name: string, rest: readonly string[]): Promise<number> {
  if (!isViewName(name)) return (otherWord(name) as Word).show(job, path, rest);
  if (rest.length > 0) throw new UsageError(`unexpected argument "${rest[0]}"`);
  const view = await loadView(name);
  checkTypes(name, viewRow(name), view, job.filter);
  const { rows, problems } = await rowsOf(job, path, view);
  if (job.args.flag('json')) printPieces(job.terminal, viewJson(view, rows));
  else printTables(job.terminal, view.tables(rows), job.hasColor);
  return concluded(job, problems);
}

/** What a view shows. The checkpoint is gone when its text is made: one of them at a time is large enough. */
async function rowsOf(job: Job, path: string, view: View) {
  const { image, close } = await openImage(job, path);
  try {
    checkPids([image.checkpoint], job.filter);
    return { rows: view.rows(image, job.filter), problems: image.problems };
  } finally {
    close();
  }
}

function* viewJson(view: View, rows: unknown): Generator<string> {
  for (const piece of jsonPieces(viewContent(view, rows), 1, undefined, jsonOf)) yield escapedJson(piece);
  yield '\n';
}
