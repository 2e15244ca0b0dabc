/** cr-convert from a CPT image to a directory of CRIU images. */
import {
  type CptToCriuResult,
  convertCptToCriu,
  planCptToCriu,
} from '../../convert/bridges/cpt-to-criu/index.ts';
import {
  checkRoot,
  preparation,
  preparationText,
  restoreScript,
  rootReportJson,
  rootReportText,
} from '../../convert/bridges/cpt-to-criu/preparation/index.ts';
import { convertCriu, newestCriuRelease } from '../../convert/criu/convert.ts';
import { BoundedReport, type Diagnostic, formatDiagnostic } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { DirectoryOutput } from '../../parse/bytes/output/directory-output.ts';
import { findImageDirectories, openTree } from '../../parse/criu/index.ts';
import { simulateCriuRestore } from '../../restore-sim/restorers/criu/index.ts';
import { exitCode } from '../exit-codes.ts';
import { type Arguments, refuseOptions } from '../options.ts';
import { type ProgressChoice, ProgressLine } from '../progress.ts';
import { directoryRoot } from '../root-view.ts';
import { visible } from '../terminal.ts';
import { type CriuJob, criuAllowed, isRefused, verifyWritten, writeFiles } from './criu.ts';
import { thisMachine } from './restoring-side.ts';

/** Of no effect here: the image is read as what it is, in units of time; waits on futexes always end. */
const foreign = ['from', 'start-time', 'hz', 'end-futex-waits', 'inline-payload', 'flatten'];

/** CPT → CRIU: one step, through the checkpoint; other releases follow from the CRIU family's own steps. */
export async function convertCptImage(job: CriuJob, source: ByteSource, release: string): Promise<number> {
  const { args, output, terminal } = job;
  refuseOptions(args, foreign, 'on the way to CRIU');
  const found: Diagnostic[] = [];
  const { report } = new BoundedReport((diagnostic) => void found.push(diagnostic), limits.diagnosticsKept);
  const progress = new ProgressLine(terminal, (args.value('progress') ?? 'auto') as ProgressChoice);
  const options = { injectedCode: !args.flag('no-injected-code'), side: restoringSide(args) };
  if (args.flag('plan') || args.value('check-root') !== undefined || output === undefined) {
    const plan = planCptToCriu(source, options, report);
    return args.value('check-root') === undefined
      ? showCpt(job, plan, found, !plan.ok || isRefused(args, found) ? 'refused-plan' : 'plan')
      : showRoot(job, plan, found, source);
  }
  const directory = new DirectoryOutput(output, { force: args.flag('force'), inputs: [job.input] });
  try {
    const step = (done: number, total: number) => progress.update('convert', done, total);
    const result = convertCptToCriu(source, directory, options, report, step);
    progress.clear();
    if (!result.ok || isRefused(args, found)) return showCpt(job, result, found, 'refused');
    const verdict = args.flag('no-verify') ? undefined : await rehearse(directory.temporaryPath, report);
    if (verdict !== undefined && verdict !== 'restores') return showCpt(job, result, found, 'refused');
    await downgrade(args, directory, release, report);
    if (isRefused(args, found)) return showCpt(job, result, found, 'refused');
    directory.createProgram('restore.sh', restoreScript(prepared(result)));
    directory.commit();
    return showCpt(job, result, found, verdict === undefined ? 'unverified' : 'written');
  } finally {
    progress.clear();
    directory.discard();
  }
}

/** By default the images are made for a machine like this one; `any` asks for all that the processes had. */
const restoringSide = (args: Arguments) => (args.value('restore-on') === 'any' ? {} : (thisMachine() ?? {}));

/** The images of 4.2 in the form of an older release, in place, and verified like any others. */
async function downgrade(
  args: Arguments,
  output: DirectoryOutput,
  release: string,
  report: (found: Diagnostic) => void,
): Promise<void> {
  if (release === newestCriuRelease) return;
  const root = await openTree(output.temporaryPath, report);
  const older = output.another();
  try {
    const [directory] = findImageDirectories(root, report);
    if (directory === undefined) throw new Error('the directory just written has no images');
    const converted = convertCriu(directory, { to: release, allow: criuAllowed(args), report });
    writeFiles(converted, older);
    if (!args.flag('no-verify')) verifyWritten(directory, older, converted).problems.forEach(report);
    converted.close();
    output.replaceWith(older);
  } finally {
    root.close();
    older.discard();
  }
}

async function rehearse(path: string, report: (found: Diagnostic) => void): Promise<string> {
  const root = await openTree(path, report);
  try {
    const [directory] = findImageDirectories(root, report);
    if (directory === undefined) throw new Error('the directory just written has no images');
    const { verdict, failures } = simulateCriuRestore(directory, {});
    for (const { code, message, at } of failures) report({ code, severity: 'error', message, at });
    return verdict;
  } finally {
    root.close();
  }
}

const prepared = ({ checkpoint, losses }: CptToCriuResult) =>
  preparation(checkpoint, {
    target: 'criu',
    differences: losses.map(({ class: code, count, why: text }) => ({ code, count, text })),
  });

type Outcome = 'plan' | 'refused-plan' | 'refused' | 'written' | 'unverified';

function showCpt(
  { args, terminal, input, output }: CriuJob,
  result: CptToCriuResult,
  found: readonly Diagnostic[],
  outcome: Outcome,
): number {
  const problems = found.filter(({ severity }) => severity === 'error');
  if (args.flag('json')) {
    const { losses, defaults, criuOptions, files } = result;
    const injected = result.injected.map((code) => ({ ...code, address: `0x${code.address.toString(16)}` }));
    const diagnostics = found.map(({ at, ...rest }) => ({ ...rest, ...at }));
    const written = outcome === 'written' || outcome === 'unverified';
    const json = {
      schemaVersion: 1,
      input,
      output: output ?? null,
      to: 'criu',
      injected,
      losses,
      defaults,
      criuOptions,
      files,
      diagnostics,
      verified: outcome === 'written',
      written,
    };
    terminal.out(`${JSON.stringify(json, undefined, 2)}\n`);
  } else {
    // What an older release does not hold is no loss of the bridge, and not in its list.
    const said = new Set(['value-lost', 'unaccounted-change']);
    for (const problem of found.filter(({ severity, code }) => severity === 'error' || said.has(code)))
      terminal.err(`${visible(formatDiagnostic(problem))}\n`);
    if (!args.flag('quiet')) terminal.out(cptText(input, output, result, outcome));
  }
  return outcome === 'refused' || outcome === 'refused-plan' || problems.length > 0
    ? exitCode.findings
    : exitCode.ok;
}

function cptText(
  input: string,
  output: string | undefined,
  result: CptToCriuResult,
  outcome: Outcome,
): string {
  const { checkpoint, injected, losses, files } = result;
  const lines = [
    `${visible(input)}: ${checkpoint.processes.length} processes, to ${files.length} CRIU image files`,
    ...(injected.length > 0 ? ['put into processes (--no-injected-code leaves it out):'] : []),
    ...injected.map(({ repair, tid, purpose }) => `  ${tid}: ${repair}: ${visible(purpose)}`),
    losses.length === 0 ? 'lost: nothing' : 'lost:',
    ...losses.map(
      ({ class: name, count, why }) => `  ${name}${count > 1 ? ` × ${count}` : ''}: ${visible(why)}`,
    ),
  ];
  if (outcome === 'plan' || outcome === 'refused-plan')
    lines.push('', preparationText(prepared(result)).trimEnd(), '');
  if (outcome === 'plan') lines.push('Nothing was written.');
  if (outcome === 'refused-plan') lines.push('This conversion would be refused.');
  if (outcome === 'refused') lines.push('Refused: no output was written.');
  if (outcome === 'written')
    lines.push(
      `Rehearsed: restores. Written to ${visible(output ?? '')}; restore.sh there says how to restore.`,
    );
  if (outcome === 'unverified') lines.push(`Written to ${visible(output ?? '')}, not verified.`);
  return `${lines.join('\n')}\n`;
}

function showRoot(
  { args, terminal }: CriuJob,
  plan: CptToCriuResult,
  found: readonly Diagnostic[],
  source: ByteSource,
): number {
  const root = args.value('check-root') ?? '';
  const whole = prepared(plan);
  const findings = checkRoot(whole, directoryRoot(root), source);
  const report = { root, prepared: whole, findings };
  for (const problem of found.filter(({ severity }) => severity === 'error'))
    terminal.err(`${visible(formatDiagnostic(problem))}\n`);
  terminal.out(args.flag('json') ? rootReportJson(report) : rootReportText(report));
  const isBad = findings.some(
    ({ severity }) => severity === 'error' || (args.flag('strict') && severity === 'warning'),
  );
  return isBad ? exitCode.findings : exitCode.ok;
}
