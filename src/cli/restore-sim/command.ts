/** cr-restore-sim: from arguments to an exit code. Decides what to rehearse; the rehearsing is elsewhere. */

import { existsSync, statSync } from 'node:fs';
import { ImageError } from '../../diagnostic.ts';
import { didYouMean } from '../../did-you-mean.ts';
import { openOutput } from '../../parse/bytes/output/file-output.ts';
import type { RestoreImage } from '../../restore-sim/family.ts';
import { answerOf } from '../../restore-sim/host/index.ts';
import { kernelProfileNames } from '../../restore-sim/kernel/index.ts';
import {
  isKernelName,
  planImage,
  planJson,
  planText,
  type RehearseOptions,
  rehearse,
} from '../../restore-sim/plan/index.ts';
import { planScript } from '../../restore-sim/real/index.ts';
import { exitCode } from '../exit-codes.ts';
import { type Arguments, commonOptions, refuseOptions, refuseWords, UsageError } from '../options.ts';
import { printPieces } from '../pieces.ts';
import { type ColorChoice, type Terminal, usesColor, visible } from '../terminal.ts';
import { captureHost } from './capture.ts';
import { explain } from './explain.ts';
import { agentText, forReal } from './for-real.ts';
import { openRestoreImage } from './input.ts';
import { listJson, listText } from './list.ts';
import { replayTraces } from './replay.ts';
import { rehearsalJson, rehearsalText, unreadableJson } from './report.ts';
import { situationOf, throughEngine } from './situation.ts';
import { restoreSimSpec } from './spec.ts';

export async function crRestoreSim(args: Arguments, terminal: Terminal): Promise<number> {
  refuseForeign(args);
  if (args.flag('list')) {
    refuseWords(args);
    terminal.out(args.flag('json') ? listJson() : listText());
    return exitCode.ok;
  }
  const [first, ...more] = args.positionals;
  const kernel = kernelOf(args);
  if (first === 'replay') return replayTraces(args, terminal, more, kernel);
  if (first === 'explain') return explain(args, terminal, more);
  if (args.flag('capture-host')) return writeHost(args, terminal, first, more);
  if (first === undefined) throw new UsageError('an image is missing');
  if (more.length > 0) throw new UsageError(`unexpected argument "${more[0]}"`);
  const situation = await situationOf(args);
  const { host, given, root, rootPath, hostRoot, isRootOfOptions } = situation;
  const into = args.value('into') as 'new' | 'host' | undefined;
  const options: RehearseOptions = {
    operations: args.flag('trace'),
    typedNextId: args.flag('typed-ids'),
    ...(kernel !== undefined && { kernel }),
    ...(host !== undefined && { host }),
    ...(given !== undefined && { given }),
    ...(root !== undefined && { root }),
    ...(rootPath !== undefined && { rootPath }),
    ...(isRootOfOptions === true && { isRootOfOptions }),
    ...(hostRoot !== undefined && { hostRoot }),
    ...(into !== undefined && { into }),
  };
  const opened = await openOrSay(first, args, terminal);
  if (opened === undefined) return exitCode.findings;
  try {
    const refusal = kernel === undefined ? undefined : opened.image.restore.refusal(kernel);
    if (refusal !== undefined) throw new UsageError(refusal);
    if (args.flag('for-real')) return await forReal(first, opened.image, options, { args, terminal });
    if (args.flag('plan')) {
      const plan = planImage(opened.image, options);
      if (args.value('format') === 'sh') {
        printPieces(terminal, planScript(plan, agentText()));
        return plan.problems.length === 0 ? exitCode.ok : exitCode.findings;
      }
      printPieces(terminal, args.flag('json') ? planJson(plan) : escaped(planText(plan)));
      return plan.problems.length === 0 ? exitCode.ok : exitCode.findings;
    }
    const report = rehearse(opened.image, {
      ...options,
      ...(await throughEngine(situation, opened.found, opened.image)),
    });
    const command = opened.image.restore.command(report.conditions, {
      image: first,
      directory: directoryOf(opened.image),
      inside: insideOf(opened.image, first),
      isImage: opened.found.around?.isImage,
      layer: opened.found.around?.layer,
      root: situation.rootName,
      given,
      engine: situation.engine,
    });
    if (args.flag('json')) printPieces(terminal, rehearsalJson(report, command, args.flag('trace')));
    else {
      const color = usesColor(
        (args.value('color') ?? 'auto') as ColorChoice,
        terminal.isOutTty,
        terminal.env,
      );
      const { summary, failures } = rehearsalText(
        first,
        { ...report, command, lookedIn: situation.lookedIn },
        color,
      );
      if (args.flag('quiet')) terminal.err(failures);
      else terminal.out(summary);
    }
    const isGood = situation.isAsked
      ? answerOf(report.verdict, report.conditions) === 'yes'
      : report.verdict === 'restores';
    return isGood ? exitCode.ok : exitCode.findings;
  } finally {
    opened.close();
  }
}

/** Where the files of an image lie on disk; those of an archive lie nowhere. */
function directoryOf({ content }: RestoreImage): string | undefined {
  if (content.form !== 'directory') return undefined;
  const { name } = content.directory;
  return existsSync(name) && statSync(name).isDirectory() ? name : undefined;
}

/** `img` of `dump.tar.zst/img`: names of what is packed begin with that of the archive. */
function insideOf({ content }: RestoreImage, given: string): string | undefined {
  const archive = `${given === '-' ? 'standard input' : given}/`;
  const name = content.form === 'directory' ? content.directory.name : '';
  return name.startsWith(archive) ? name.slice(archive.length) : undefined;
}

/** What each thing that the command does takes, besides the options of all commands. */
const optionsOfMode = {
  list: [],
  replay: ['kernel'],
  explain: ['on', 'with', 'engine', 'root', 'container'],
  'capture-host': ['force'],
  'for-real': ['kernel', 'on', 'into', 'typed-ids', 'container'],
  plan: ['kernel', 'on', 'into', 'typed-ids', 'container', 'format'],
  rehearsal: ['kernel', 'on', 'with', 'engine', 'root', 'into', 'trace', 'typed-ids', 'container'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
type Mode = keyof typeof optionsOfMode;

function modeOf(args: Arguments): Mode {
  const [first] = args.positionals;
  if (args.flag('list')) return 'list';
  if (first === 'replay' || first === 'explain') return first;
  const named = (['capture-host', 'for-real', 'plan'] as const).find((name) => args.flag(name));
  return named ?? 'rehearsal';
}

function refuseForeign(args: Arguments): void {
  const mode = modeOf(args);
  const own = new Set<string>([...optionsOfMode[mode], ...Object.keys(commonOptions), mode]);
  const others = Object.keys(restoreSimSpec.options).filter((name) => !own.has(name));
  const isWord = mode === 'replay' || mode === 'explain' || mode === 'rehearsal';
  refuseOptions(
    args,
    others,
    isWord ? `to ${mode === 'rehearsal' ? 'a rehearsal' : mode}` : `with --${mode}`,
  );
}

/** What cannot be read has a verdict, too: programs that ask for JSON get a document, whatever the file is. */
async function openOrSay(path: string, args: Arguments, terminal: Terminal) {
  try {
    return await openRestoreImage(path, args, terminal);
  } catch (error) {
    if (!(error instanceof ImageError) || !args.flag('json') || args.flag('plan')) throw error;
    printPieces(terminal, unreadableJson(error.diagnostic));
    return undefined;
  }
}

function kernelOf(args: Arguments): string | undefined {
  const name = args.value('kernel');
  if (name === undefined || isKernelName(name)) return name;
  throw new UsageError(
    `there is no kernel "${name}"; there are ${kernelProfileNames.join(', ')}${didYouMean(name, kernelProfileNames)}`,
  );
}

/** To standard output without a name, like every result. */
function writeHost(
  args: Arguments,
  terminal: Terminal,
  path: string | undefined,
  more: readonly string[],
): number {
  if (more.length > 0) throw new UsageError(`unexpected argument "${more[0]}"`);
  const text = `${JSON.stringify(captureHost(), undefined, 1)}\n`;
  if (path === undefined || path === '-') {
    terminal.out(text);
    return exitCode.ok;
  }
  const output = openOutput(path, { force: args.flag('force') });
  try {
    output.sink.write(new TextEncoder().encode(text));
    output.commit();
  } finally {
    output.discard();
  }
  return exitCode.ok;
}

/** Names of processes come from the image. Line ends are the plan's own. */
function* escaped(pieces: Iterable<string>): Generator<string> {
  for (const piece of pieces) yield piece.split('\n').map(visible).join('\n');
}
