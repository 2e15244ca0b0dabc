/** cr-convert from CRIU images to those of another release: from arguments to an exit code. */

import { type Allowance, allowances } from '../../convert/cpt/step.ts';
import { type ConvertedImage, convertCriu, parseCriuRelease } from '../../convert/criu/convert.ts';
import { verifyCriu } from '../../convert/criu/verify.ts';
import { BoundedReport, type Diagnostic, ImageError } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import { pushAll } from '../../lists.ts';
import { DirectoryOutput } from '../../parse/bytes/output/directory-output.ts';
import {
  detectRelease,
  hostDirectory,
  type ImageDirectory,
  type ReleaseRange,
} from '../../parse/criu/index.ts';
import { exitCode } from '../exit-codes.ts';
import { type Arguments, refuseOptions, UsageError } from '../options.ts';
import { type ColorChoice, type Terminal, usesColor } from '../terminal.ts';
import { type CriuReport, criuReportJson, criuReportText } from './criu-report.ts';

export interface CriuJob {
  readonly args: Arguments;
  readonly terminal: Terminal;
  readonly input: string;
  readonly output: string | undefined;
}

/** `criu`, `criu-3.19`; undefined for a target of another family. */
export function criuTarget(name: string | undefined): string | undefined {
  if (name === undefined || !/^criu(-|$)/.test(name)) return undefined;
  const release = parseCriuRelease(name);
  if (release === undefined) throw new UsageError(`unknown CRIU release "${name}"; known are 1.5 to 4.2`);
  return release;
}

const criuAllowances: readonly Allowance[] = ['drop-files', 'drop-newer', 'missing-pages'];

/** Losses that the user gives up by name, of those that a way between CRIU releases knows. */
export function criuAllowed(args: Arguments): readonly Allowance[] {
  return args.values('allow').map((name) => {
    const known = criuAllowances.find((one) => one === name);
    if (known !== undefined) return known;
    const why = Object.hasOwn(allowances, name) ? ' between CRIU releases' : '';
    throw new UsageError(`--allow takes ${criuAllowances.join(', ')}${why}, not "${name}"`);
  });
}

/** Options of the ways from OpenVZ images, which say nothing of CRIU images. */
const foreign = [
  'from',
  'start-time',
  'hz',
  'end-futex-waits',
  'inline-payload',
  'check-root',
  'restore-on',
  'no-injected-code',
];

/** CRIU → CRIU of another release; a chain of incremental images becomes one with `--flatten`. */
export async function convertCriuImages(
  job: CriuJob,
  target: string | undefined,
  directory: ImageDirectory,
  found: Diagnostic[],
): Promise<number> {
  const { args, input, output } = job;
  refuseOptions(args, foreign, 'to CRIU images');
  const release = criuTarget(target ?? 'criu');
  if (release === undefined) throw foreignFamily(input, target);
  const allow = criuAllowed(args);
  const { report } = new BoundedReport((diagnostic) => void found.push(diagnostic), limits.diagnosticsKept);
  const evidence = detectRelease(directory);
  const converted = convertCriu(directory, { to: release, flatten: args.flag('flatten'), allow, report });
  try {
    const isPlan = args.flag('plan') || output === undefined;
    const base = { input, output, isPlan, from: fromText(evidence), converted, diagnostics: found };
    if (isPlan || isRefused(args, found)) {
      return show(job, { ...base, verified: false, refused: isRefused(args, found) });
    }
    return show(job, { ...base, ...writeCriu(job, output, directory, converted, found) });
  } finally {
    converted.close();
  }
}

function foreignFamily(input: string, target: string | undefined): ImageError {
  const reason =
    'the kernel state that an OpenVZ image needs is not in CRIU images, and no such kernel runs today';
  const message = `CRIU images cannot become ${target}: ${reason}`;
  return new ImageError({ code: 'cannot-express', severity: 'error', message, at: { file: input } });
}

/** Which releases can have written the input, in words. */
function fromText({ from, before, preDump }: ReleaseRange): string {
  const range = [
    ...(from === undefined ? [] : [`from ${from}`]),
    ...(before === undefined ? [] : [`before ${before}`]),
  ];
  const words = range.length === 0 ? 'any release' : range.join(', ');
  return `${preDump ? 'pre-dump of ' : ''}CRIU ${words}`;
}

export const isRefused = (args: Arguments, found: readonly Diagnostic[]): boolean =>
  found.some(
    ({ severity, code }) =>
      severity === 'error' ||
      (args.flag('strict') && (code.endsWith('lost') || code === 'unaccounted-change')),
  );

/** Writes beside the place of the output, verifies, and gives it its name only then. */
function writeCriu(
  { args, input: inputPath }: CriuJob,
  path: string,
  input: ImageDirectory,
  converted: ConvertedImage,
  found: Diagnostic[],
): Pick<CriuReport, 'verified' | 'refused' | 'rehearsal'> {
  const output = new DirectoryOutput(path, { force: args.flag('force'), inputs: [inputPath] });
  try {
    writeFiles(converted, output);
    const isChecked = !args.flag('no-verify');
    const check = isChecked ? verifyWritten(input, output, converted) : undefined;
    pushAll(found, check?.problems ?? []);
    const refused = check?.problems.some(({ severity }) => severity === 'error') === true;
    if (!refused) output.commit();
    return { verified: isChecked && !refused, refused, rehearsal: check?.summary };
  } finally {
    output.discard();
  }
}

export function writeFiles(converted: ConvertedImage, output: DirectoryOutput): void {
  for (const file of converted.files) {
    const sink = output.create(file.name);
    file.write(sink);
    sink.close();
  }
  if (converted.parent !== undefined) output.link('parent', converted.parent);
}

export const verifyWritten = (input: ImageDirectory, output: DirectoryOutput, converted: ConvertedImage) =>
  verifyCriu(input, hostDirectory(output.temporaryPath), converted);

function show({ args, terminal }: CriuJob, report: CriuReport): number {
  if (args.flag('json')) terminal.out(criuReportJson(report));
  else {
    const color = usesColor((args.value('color') ?? 'auto') as ColorChoice, terminal.isOutTty, terminal.env);
    const { summary, problems } = criuReportText(report, color);
    if (problems !== '') terminal.err(problems);
    if (!args.flag('quiet')) terminal.out(summary);
  }
  return report.refused ? exitCode.findings : exitCode.ok;
}
