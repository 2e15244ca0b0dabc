/**
 * cr-validate: from arguments to an exit code. Decides what is judged and shows it; the judging is
 * elsewhere.
 */

import { didYouMean } from '../../did-you-mean.ts';
import { openCodes } from '../../open/codes.ts';
import { nothingInside } from '../../open/not-an-image.ts';
import { hostDirectory } from '../../parse/archive/host-directory.ts';
import { stdinName } from '../../parse/archive/open-bytes.ts';
import { openOutput } from '../../parse/bytes/output/file-output.ts';
import type { OutputOptions } from '../../parse/bytes/output/place.ts';
import { plural } from '../../plural.ts';
import { type Baseline, baselineComparer, makeBaseline } from '../../validate/baseline.ts';
import { catalogue } from '../../validate/catalogue.ts';
import {
  applySettings,
  ConfigError,
  type ConfigFile,
  type Settings,
  settingsFrom,
} from '../../validate/config.ts';
import { layers as allLayers, type Layer } from '../../validate/finding.ts';
import { reportGithub } from '../../validate/format/github.ts';
import { reportJson } from '../../validate/format/json.ts';
import { reportJunit } from '../../validate/format/junit.ts';
import type { RunReport } from '../../validate/format/report.ts';
import { reportSarif } from '../../validate/format/sarif.ts';
import { imageText, summaryText } from '../../validate/format/text.ts';
import type { Manifest, ManifestImage } from '../../validate/manifest/manifest.ts';
import { listRules, rulesJson } from '../../validate/rule-text.ts';
import { type ImageReport, worst } from '../../validate/validate.ts';
import { exitCode } from '../exit-codes.ts';
import { hostFrom } from '../host.ts';
import { type Arguments, refuseOptions, refuseWords, UsageError } from '../options.ts';
import { type ProgressChoice, ProgressLine } from '../progress.ts';
import { systemErrorText } from '../run.ts';
import { type ColorChoice, type Terminal, usesColor, visible } from '../terminal.ts';
import { packageVersion } from '../version.ts';
import { checkKernel, type EngineSettings, engineFor } from './engine.ts';
import { readBaseline, readConfig, readManifest, writeDefaultConfig } from './files.ts';
import { findInputs, type Inputs } from './inputs.ts';
import { digestImage } from './manifest.ts';
import { jobsFor, judgeHere, judgeInThreads } from './pool.ts';
import { validateSpec } from './spec.ts';
import { trustSettings } from './trust.ts';

export async function crValidate(args: Arguments, terminal: Terminal): Promise<number> {
  const isJson = args.flag('json') || args.value('format') === 'json';
  if (args.flag('init')) {
    refuseOptions(args, othersThan('init', 'force'), 'to --init');
    refuseWords(args);
    terminal.out(`${writeDefaultConfig(args.flag('force'))}\n`);
    return exitCode.ok;
  }
  if (args.flag('rules')) {
    refuseOptions(args, othersThan('rules', 'json', 'format'), 'to --rules');
    refuseWords(args);
    terminal.out(isJson ? rulesJson() : listRules());
    return exitCode.ok;
  }
  const code = args.value('explain');
  if (code !== undefined) {
    refuseOptions(args, othersThan('explain', 'json', 'format'), 'to --explain');
    refuseWords(args);
    const { explainAny, explainAnyJson, explainedCodes } = await import('../../validate/other-codes.ts');
    const text = isJson ? explainAnyJson(code) : explainAny(code);
    if (text === undefined)
      throw new UsageError(
        `there is no code "${code}"; --rules lists them${didYouMean(code, explainedCodes())}`,
      );
    terminal.out(text);
    return exitCode.ok;
  }
  if (args.positionals.length === 0) throw new UsageError('an image is missing');
  const config = await readConfig(args, terminal);
  const settings = settingsOf(args, config);
  const inputs = await findInputs(args.positionals);
  const manifest = args.value('write-manifest');
  if (manifest !== undefined) {
    if (args.value('manifest') !== undefined)
      throw new UsageError('--manifest and --write-manifest exclude each other');
    if (args.value('write-baseline') !== undefined)
      throw new UsageError('--write-baseline and --write-manifest exclude each other');
    refuseOptions(args, othersThan('write-manifest', 'force', 'config', 'no-config'), 'to --write-manifest');
    return writeManifest(manifest, inputs, args.flag('force'));
  }
  return judge({ args, terminal, config, settings, inputs });
}

/** Options that mean something with all, beside those that are named. */
const everywhere = ['color', 'progress', 'quiet'];
const othersThan = (...own: readonly string[]): readonly string[] =>
  Object.keys(validateSpec.options).filter((name) => !own.includes(name) && !everywhere.includes(name));

/** Digests only: nothing is judged. */
async function writeManifest(path: string, { paths, searched }: Inputs, force: boolean): Promise<number> {
  for (const [name, below] of searched) if (below.length === 0) throw nothingInside(hostDirectory(name));
  const images: ManifestImage[] = [];
  for (const image of paths) images.push(await digestImage(image));
  const tool = { name: 'cr-validate', version: packageVersion() };
  writeJson(path, { schemaVersion: 1, tool, createdAt: new Date().toISOString(), images }, { force });
  return exitCode.ok;
}

interface Job {
  readonly args: Arguments;
  readonly terminal: Terminal;
  readonly config: ConfigFile | undefined;
  readonly settings: Settings;
  readonly inputs: Inputs;
}

function settingsOf(args: Arguments, file: ConfigFile | undefined): Settings {
  try {
    const isCode = (code: string) => catalogue.has(code);
    return settingsFrom({ file, ignore: args.values('ignore'), strict: args.flag('strict'), isCode });
  } catch (error) {
    if (error instanceof ConfigError) throw new UsageError(error.message);
    throw error;
  }
}

async function judge({ args, terminal, config, settings, inputs }: Job): Promise<number> {
  const layers = layersOf(args, config);
  if ((config?.policies ?? []).length > 0 && !layers.includes('policy') && !args.flag('quiet'))
    terminal.err('the policies of the settings are not judged: --layer policy adds them\n');
  const engine: EngineSettings = {
    config,
    kernel: args.value('kernel') ?? config?.kernel,
    host: hostFrom(args.value('on')),
    layers,
    trust: await trustSettings(args, layers, config?.trust),
    container: args.value('container'),
    found: inputs.found,
    manifest: await manifestOf(args),
  };
  const progress = new ProgressLine(terminal, (args.value('progress') ?? 'auto') as ProgressChoice);
  const show = shower(args, terminal);
  const images: ImageReport[] = [];
  const known = await baselineOf(args, config);
  const compare = known && baselineComparer(known);
  let silenced = 0;
  let unreadable = 0;
  const told = new Set<string>();
  const onResult = (path: string, result: ImageReport | Error) => {
    progress.clear();
    told.add(path);
    if (result instanceof Error) {
      unreadable += 1;
      terminal.err(`cr-validate: ${visible(textOfError(path, result))}\n`);
      return;
    }
    if (inputs.paths.length === 1) refuseContainer(result);
    const image = applySettings(result, settings);
    const compared = compare?.(image) ?? { image, silenced: 0 };
    silenced += compared.silenced;
    images.push(compared.image);
    show.image(compared.image);
  };
  const { paths, searched } = inputs;
  const jobs = jobsFor(paths, jobsOption(args));
  // Looked up here in any case: a wrong name is wrong usage, not a broken thread.
  checkKernel(engine.kernel);
  try {
    const judgeOne = engineFor(engine, progress.update);
    if (jobs === 1) await judgeHere(paths, judgeOne, onResult);
    else await judgeInThreads(paths, jobs, engine, onResult);
    // A directory that was named is judged itself where nothing in it was an image: silence would let it pass.
    const silent = [...searched].filter(([, below]) => !below.some((path) => told.has(path)));
    await judgeHere(
      silent.map(([name]) => name),
      judgeOne,
      onResult,
    );
  } finally {
    progress.clear();
  }
  const baselinePath = args.value('write-baseline');
  if (baselinePath !== undefined) {
    const baseline = makeBaseline(images);
    writeJson(baselinePath, baseline, { force: args.flag('force') });
    const count = baseline.findings.reduce((sum, entry) => sum + entry.count, 0);
    if (!args.flag('quiet'))
      terminal.err(
        `written to ${visible(baselinePath)}: ${plural(count, 'finding')}, not reported with --baseline\n`,
      );
    return unreadable > 0 ? exitCode.io : exitCode.ok;
  }
  show.end({ images, silenced, version: packageVersion(), docsUrl: docsUrl(terminal) });
  if (unreadable > 0) return exitCode.io;
  const failing = new Set(args.value('fail-on') === 'warning' ? ['error', 'warning'] : ['error']);
  return images.some(({ findings }) => failing.has(worst(findings) ?? '')) ? exitCode.findings : exitCode.ok;
}

/** A name that one input has not is wrong usage, as it is of all commands; of several inputs, some may have it. */
function refuseContainer({ findings }: ImageReport): void {
  const unknown = findings.find(({ code }) => Object.hasOwn(openCodes, code));
  if (unknown !== undefined) throw new UsageError(`${unknown.message} (--container NAME)`);
}

/** Known to whoever runs us, as the action does; a command knows no host name of its own. */
const docsUrl = ({ env }: Terminal): string | undefined => env['CR_TOOLS_DOCS_URL']?.replace(/\/+$/, '');

const textOfError = (path: string, error: Error) =>
  systemErrorText(Object.assign(error, { path: path === '-' ? stdinName : path })) ?? reThrow(error);

function reThrow(error: Error): never {
  throw error;
}

function layersOf(args: Arguments, config: ConfigFile | undefined): readonly Layer[] {
  const named = args.values('layer');
  const unknown = named.find((name) => !(allLayers as readonly string[]).includes(name));
  if (unknown !== undefined)
    throw new UsageError(
      `--layer takes ${allLayers.join(', ')}, not "${unknown}"${didYouMean(unknown, allLayers)}`,
    );
  const wanted = named.length > 0 ? (named as Layer[]) : (config?.layers ?? allLayers);
  return wanted.filter((layer) => layer !== 'restore' || !args.flag('no-sim'));
}

function jobsOption(args: Arguments): number | undefined {
  const text = args.value('jobs');
  if (text === undefined) return undefined;
  if (!/^[1-9]\d?$/.test(text)) throw new UsageError(`--jobs takes 1 to 99, not "${text}"`);
  return Number(text);
}

async function baselineOf(args: Arguments, config: ConfigFile | undefined): Promise<Baseline | undefined> {
  const path = args.value('baseline') ?? config?.baseline;
  return path === undefined || args.value('write-baseline') !== undefined ? undefined : readBaseline(path);
}

function writeJson(path: string, document: object, options: OutputOptions): void {
  const output = openOutput(path, options);
  try {
    output.sink.write(new TextEncoder().encode(`${JSON.stringify(document, undefined, 2)}\n`));
    output.commit();
  } finally {
    output.discard();
  }
}

async function manifestOf(args: Arguments): Promise<Manifest | undefined> {
  const path = args.value('manifest');
  return path === undefined ? undefined : readManifest(path);
}

interface Shower {
  image(image: ImageReport): void;
  end(report: RunReport): void;
}

const wholeReports = {
  json: reportJson,
  sarif: reportSarif,
  junit: reportJunit,
  github: reportGithub,
} as const;

/** Text is shown image by image; the other formats are one document. */
function shower(args: Arguments, terminal: Terminal): Shower {
  const format = args.value('format') ?? (args.flag('json') ? 'json' : 'text');
  if (format in wholeReports) {
    const write = wholeReports[format as keyof typeof wholeReports];
    return { image: () => {}, end: (report) => terminal.out(write(report)) };
  }
  const color = usesColor((args.value('color') ?? 'auto') as ColorChoice, terminal.isOutTty, terminal.env);
  const isQuiet = args.flag('quiet');
  const quiet = isQuiet && (args.value('fail-on') === 'warning' ? 'warning' : 'error');
  return {
    image: (image) => {
      const text = imageText(image, { color, visible, quiet });
      if (text !== '') terminal.out(text);
    },
    end: (report) => {
      if (!isQuiet && report.images.length > 0) terminal.out(summaryText(report));
    },
  };
}
