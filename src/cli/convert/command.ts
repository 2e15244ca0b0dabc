/** cr-convert: from arguments to an exit code. Decides what to do and shows it; the converting is elsewhere. */
import { lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Applied } from '../../convert/cpt/apply.ts';
import {
  type ConvertOptions,
  imageInput,
  type Plan,
  planConversion,
  type RecordInput,
  runConversion,
} from '../../convert/cpt/convert.ts';
import { type Allowance, allowances } from '../../convert/cpt/step.ts';
import { verifyConversion } from '../../convert/cpt/verify-conversion.ts';
import { BoundedReport, type Diagnostic, ImageError } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import { NullSink } from '../../parse/bytes/byte-sink.ts';
import { type ByteSource, fileSource } from '../../parse/bytes/byte-source.ts';
import { type Output, openOutput } from '../../parse/bytes/output/file-output.ts';
import { sha256Of } from '../../parse/bytes/sha256.ts';
import { type CptVariantId, parseCptVariant } from '../../parse/cpt/variants.ts';
import { looksLikeJson } from '../../parse/json/looks-like-json.ts';
import type { NamedImage } from '../../parse/json/record-document.ts';
import { exitCode } from '../exit-codes.ts';
import { openOne } from '../open.ts';
import { type Arguments, refuseOptions, UsageError } from '../options.ts';
import { type ProgressChoice, ProgressLine } from '../progress.ts';
import { type ColorChoice, type Terminal, usesColor } from '../terminal.ts';
import { listJson, listText } from './list.ts';
import { type ConversionReport, reportJson, reportText } from './report.ts';

export async function crConvert(args: Arguments, terminal: Terminal): Promise<number> {
  if (args.flag('list')) {
    terminal.out(args.flag('json') ? listJson() : listText());
    return exitCode.ok;
  }
  const [input, output, ...more] = args.positionals;
  if (input === undefined) throw new UsageError('an input image is missing');
  const writesNothing = args.flag('plan') || args.value('check-root') !== undefined;
  if (output === undefined && !writesNothing)
    throw new UsageError('an output name is missing; --plan needs none');
  if (more.length > 0) throw new UsageError(`unexpected argument "${more[0]}"`);
  const target = args.value('to') ?? variantInName(output);
  if (target === 'core') {
    const { convertToCore } = await import('./core.ts');
    return await convertToCore({ args, terminal, input, output });
  }
  refuseOptions(args, ['pid', 'root'], 'to anything but core files');
  const found: Diagnostic[] = [];
  const opened = await openOne(input, args, terminal, (diagnostic) => found.push(diagnostic));
  const progress = new ProgressLine(terminal, (args.value('progress') ?? 'auto') as ProgressChoice);
  try {
    const { content, document } = opened.image;
    const job = { args, terminal, input, output };
    if (content.form === 'directory') {
      const { convertCriuImages } = await import('./criu.ts');
      return await convertCriuImages(job, target, content.directory, found);
    }
    if (target?.startsWith('criu') || args.value('check-root') !== undefined) {
      const { criuTarget } = await import('./criu.ts');
      const { convertCptImage } = await import('./to-criu.ts');
      return await convertCptImage(job, content.source, criuTarget(target ?? 'criu') ?? '4.2');
    }
    return await convert({ ...job, progress, source: document ?? content.source });
  } finally {
    progress.clear();
    opened.close();
  }
}

interface Job {
  readonly args: Arguments;
  readonly terminal: Terminal;
  readonly progress: ProgressLine;
  readonly input: string;
  readonly output: string | undefined;
  readonly source: ByteSource;
}

async function convert(job: Job): Promise<number> {
  const { args, output } = job;
  const { jsonVariant, ...recordInput } = await openRecords(job);
  // Without a word from the user, JSON becomes the image again that it was made from.
  const target = args.value('to') ?? variantInName(output) ?? jsonVariant;
  const diagnostics: Diagnostic[] = [];
  const bounded = boundedIn(diagnostics, job.source.name);
  const { report } = bounded;
  const toJson = target === 'json';
  refuseForeign(args, toJson);
  const options = convertOptions(args, toJson ? undefined : target, jsonVariant);
  const plan = planConversion(recordInput, options, report, job.progress.update);
  bounded.end();
  if (toJson && output !== undefined && !args.flag('plan'))
    return await writeJson(job, output, plan, recordInput, diagnostics);
  if (diagnostics.some(({ severity }) => severity === 'error')) {
    return conclude(job, { plan, diagnostics, applied: nothing, verified: false, refused: true });
  }
  if (args.flag('plan') || output === undefined) {
    const applied = runConversion(recordInput, plan, new NullSink(), report, job.progress.update);
    bounded.end();
    return conclude(job, {
      plan,
      diagnostics,
      applied,
      verified: false,
      refused: isRefused(args, diagnostics),
    });
  }
  return writeImage(job, output, plan, recordInput, diagnostics);
}

function refuseForeign(args: Arguments, toJson: boolean): void {
  const names = toJson ? ['hz', 'end-futex-waits'] : ['inline-payload'];
  const where = toJson ? 'to the JSON form' : 'between OpenVZ kernels';
  refuseOptions(args, [...names, 'restore-on', 'no-injected-code', 'flatten'], where);
}

const nothing: Applied = { changes: [], losses: [], records: 0 };

function writeImage(
  job: Job,
  path: string,
  plan: Plan,
  input: RecordInput,
  diagnostics: Diagnostic[],
): number {
  const { args, progress, source } = job;
  const output = openOutput(path, { force: args.flag('force'), inputs: [job.input] });
  try {
    const bounded = boundedIn(diagnostics, source.name);
    const applied = runConversion(input, plan, output.sink, bounded.report, progress.update);
    bounded.end();
    const refused = isRefused(args, diagnostics);
    const check =
      refused || args.flag('no-verify')
        ? undefined
        : verify(job, path, { plan, applied, output, diagnostics });
    const verified = check?.isRight ?? false;
    const bad = refused || (!verified && !args.flag('no-verify'));
    if (!bad) output.commit();
    return conclude(job, {
      plan,
      diagnostics,
      applied,
      verified,
      refused: bad,
      ...(check?.rehearsal && { rehearsal: check.rehearsal }),
    });
  } finally {
    output.discard();
  }
}

interface Written {
  readonly plan: Plan;
  readonly applied: Applied;
  readonly output: Output;
  readonly diagnostics: Diagnostic[];
}

/** Reads the result back and rehearses its restore; what is wrong is added to the diagnostics. */
function verify({ source, input, progress }: Job, path: string, written: Written) {
  const { plan, applied, output, diagnostics } = written;
  const result = output.readBack();
  try {
    // The JSON form may have been edited, so there is no image to compare with.
    const original = source.size > 0 && !looksLikeJson(source) ? source : undefined;
    const { problems, summary } = verifyConversion(
      { original, result, plan, applied, diagnostics },
      progress.update,
    );
    diagnostics.push(
      ...problems.map((problem) => withFile(problem, problem.severity === 'error' ? path : input)),
    );
    return { isRight: !problems.some(({ severity }) => severity === 'error'), rehearsal: summary };
  } finally {
    result.close();
  }
}

async function writeJson(
  job: Job,
  path: string,
  plan: Plan,
  input: RecordInput,
  diagnostics: Diagnostic[],
): Promise<number> {
  const { args, source } = job;
  if (diagnostics.some(({ severity }) => severity === 'error')) {
    return conclude(job, { plan, diagnostics, applied: nothing, verified: false, refused: true });
  }
  const output = openOutput(path, { force: args.flag('force'), inputs: [job.input] });
  try {
    const isInline = args.flag('inline-payload') || !liesBeside(path, job.input);
    const image = isInline ? undefined : { name: basename(job.input), sha256: sha256Of(source) };
    const header = { variant: plan.from, image };
    const { cptToJson } = await import('../../parse/cpt/json-write.ts');
    const encoder = new TextEncoder();
    for (const piece of cptToJson(
      input.records(() => {}),
      source,
      header,
    ))
      output.sink.write(encoder.encode(piece));
    output.commit();
    return conclude(job, {
      plan: { ...plan, hops: [] },
      diagnostics,
      applied: nothing,
      verified: false,
      refused: false,
    });
  } finally {
    output.discard();
  }
}

/** A document refers to what lies beside it and to nothing else; elsewhere it holds all payloads itself. */
const liesBeside = (json: string, image: string): boolean =>
  json !== '-' && image !== '-' && realpathSync(dirname(json)) === realpathSync(dirname(image));

function conclude(job: Job, report: Omit<ConversionReport, 'input' | 'output' | 'isPlan'>): number {
  const { args, terminal, progress, input, output } = job;
  progress.clear();
  const full: ConversionReport = { ...report, input, output, isPlan: args.flag('plan') };
  // Standard output belongs to the image when it is written there.
  const show = output === '-' ? terminal.err : terminal.out;
  if (args.flag('json')) show(reportJson(full));
  else {
    const isTty = output === '-' ? terminal.isErrTty : terminal.isOutTty;
    const color = usesColor((args.value('color') ?? 'auto') as ColorChoice, isTty, terminal.env);
    const { summary, problems } = reportText(full, color);
    if (problems !== '') terminal.err(problems);
    if (!args.flag('quiet')) show(summary);
  }
  return report.refused ? exitCode.findings : exitCode.ok;
}

const isRefused = (args: Arguments, diagnostics: readonly Diagnostic[]) =>
  diagnostics.some(
    ({ severity, code }) =>
      severity === 'error' ||
      (args.flag('strict') && (code === 'value-lost' || code === 'unaccounted-change')),
  );

const boundedIn = (diagnostics: Diagnostic[], file: string): BoundedReport =>
  new BoundedReport(
    (diagnostic) => void diagnostics.push(withFile(diagnostic, file)),
    limits.diagnosticsKept,
  );

const withFile = (diagnostic: Diagnostic, file: string): Diagnostic => ({
  ...diagnostic,
  at: { file, ...diagnostic.at },
});

/** `jsonVariant`: what the JSON form says it was made from. */
async function openRecords({ source, input }: Job): Promise<RecordInput & { readonly jsonVariant?: string }> {
  if (source.size === 0 || !looksLikeJson(source)) return imageInput(source);
  // Only JSON needs a parser and a schema checker, and they take longer to load than most images to convert.
  const { readCptJson } = await import('../../parse/cpt/json-read.ts');
  const { readJsonHead } = await import('../../parse/json/record-document.ts');
  const { image, family, variant } = readJsonHead(source);
  if (family !== 'cpt') throw new UsageError(`JSON of family "${family}" cannot be converted yet`);
  const payloads = image === null ? undefined : openNamedImage(input, image);
  const imageSize = payloads?.size ?? 0;
  return {
    records: () => readCptJson(source, imageSize),
    source: payloads ?? source,
    size: source.size,
    jsonVariant: variant,
  };
}

/** The image that a JSON form refers to: the one file that is opened because another file names it. */
function openNamedImage(json: string, { name, sha256 }: NamedImage): ByteSource {
  const refuse = (message: string) =>
    new ImageError({ code: 'json-payload', severity: 'error', message, at: { file: json, path: 'image' } });
  if (json === '-')
    throw refuse('the JSON from standard input refers to an image; name the JSON by its path');
  const path = join(dirname(json), name);
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) {
    throw refuse(`the JSON refers to ${name}, which is not a file beside it`);
  }
  const payloads = fileSource(path);
  const found = sha256Of(payloads);
  if (found === sha256) return payloads;
  payloads.close();
  throw refuse(`the JSON was made from an image with the SHA-256 ${sha256}; ${name} has ${found}`);
}

function convertOptions(
  args: Arguments,
  to: string | undefined,
  jsonVariant: string | undefined,
): ConvertOptions {
  const from = args.value('from') ?? jsonVariant;
  const hz = args.value('hz');
  const startTimes = args.value('start-time') as 'jiffies' | 'timespec' | undefined;
  if (hz !== undefined && !/^[1-9]\d{1,4}$/.test(hz))
    throw new UsageError(`--hz takes 10 to 99999, not "${hz}"`);
  return {
    ...(to !== undefined && { to: variantOf(to) }),
    ...(from !== undefined && { from: variantOf(from) }),
    ...(startTimes !== undefined && { startTimes }),
    ...(hz !== undefined && { hz: Number(hz) }),
    allow: args.values('allow').map(allowanceOf),
    endFutexWaits: args.flag('end-futex-waits'),
  };
}

function variantOf(name: string): CptVariantId {
  const variant = parseCptVariant(name);
  if (variant === undefined) throw new UsageError(`unknown variant "${name}"; --list shows them`);
  return variant;
}

function allowanceOf(name: string): Allowance {
  const own = Object.keys(allowances).filter((one) => one !== 'drop-newer');
  if (own.includes(name)) return name as Allowance;
  throw new UsageError(`--allow takes ${own.join(', ')}, not "${name}"`);
}

/** `ct101.2.6.18.img`, `old-0x302.cpt`, `x.json`: a target in the name of the output. */
function variantInName(output: string | undefined): string | undefined {
  const name = output?.replace(/^.*\//, '') ?? '';
  if (name.endsWith('.json')) return 'json';
  const match = /(?:^|[._-])(2\.6\.\d+(?:\.\d+)?|0x[0-9a-f]{3})(?=[._-]|$)/i.exec(name);
  return match?.[1] !== undefined && parseCptVariant(match[1]) !== undefined ? match[1] : undefined;
}
