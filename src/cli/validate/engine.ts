/**
 * The engine for a command line, in this thread or in a worker: made from plain data that can be sent to
 * one.
 */

import { statSync } from 'node:fs';
import { BoundedReport, type Diagnostic, ImageError } from '../../diagnostic.ts';
import { didYouMean } from '../../did-you-mean.ts';
import { limits } from '../../limits.ts';
import { refuseAlone } from '../../open/alone.ts';
import { chosenImage, type OpenedInput, openInput } from '../../open/open.ts';
import type { Spools } from '../../parse/archive/unpack.ts';
import { shownWord } from '../../parse/bytes/remote/word.ts';
import type { RehearseOptions, RestoreFamily } from '../../restore-sim/family.ts';
import type { Host } from '../../restore-sim/host/index.ts';
import { kernelProfileNames } from '../../restore-sim/kernel/index.ts';
import { isKernelName } from '../../restore-sim/plan/index.ts';
import { catalogue } from '../../validate/catalogue.ts';
import { type ConfigFile, policyFrom } from '../../validate/config.ts';
import type { Finding, Layer } from '../../validate/finding.ts';
import type { Manifest } from '../../validate/manifest/manifest.ts';
import { type TrustSettings, trustFindings } from '../../validate/trust/findings.ts';
import type { ImageReport } from '../../validate/validate.ts';
import { boundHeap } from '../heap.ts';
import { UsageError } from '../options.ts';
import { manifestFindings } from './manifest.ts';
import { withTrustInput } from './trust-input.ts';

/** What a worker has to know. */
export interface EngineSettings {
  readonly config: ConfigFile | undefined;
  readonly kernel: string | undefined;
  /** What is there already, for the rehearsal. */
  readonly host: Host | undefined;
  readonly layers: readonly Layer[];
  readonly trust: TrustSettings;
  readonly manifest?: Manifest | undefined;
  /** The one that is meant, where a file holds several. */
  readonly container: string | undefined;
  /** Paths that were not named, but found below directories that were. */
  readonly found: ReadonlySet<string>;
}

export type Progress = (phase: string, done: number, total: number) => void;

/** An archive may hold several images. */
export type JudgeFile = (path: string) => Promise<readonly ImageReport[]>;

/** A usage error for the name of a kernel that is none. */
export function checkKernel(name: string | undefined): void {
  if (name === undefined || isKernelName(name)) return;
  const names = kernelProfileNames.join(', ');
  throw new UsageError(
    `there is no kernel "${name}"; there are ${names}; openvz-… also with /hz100 or /hz250${didYouMean(name, kernelProfileNames)}`,
  );
}

/** Throws the errors of the system calls on a file that cannot be read. */
export function engineFor(settings: EngineSettings, progress?: Progress): JudgeFile {
  return async (path) => {
    const said: Diagnostic[] = [];
    const spools: Spools = new Map();
    const input = await openOrSay(path, settings, said, spools);
    if (input === undefined) {
      const around = await besides(path, settings, spools);
      if (settings.found.has(path) && isAbsence(said) && !around.some(isAboutLayout)) return [];
      return [withFindings(unreadable(path, said), around)];
    }
    try {
      return await judgeInput({ path, input, said, spools }, settings, progress);
    } finally {
      input.close();
    }
  };
}

export interface JudgedInput {
  readonly path: string;
  readonly input: OpenedInput;
  /** What was wrong on the way to its images. */
  readonly said: readonly Diagnostic[];
  /** What was unpacked on that way, so that it is not unpacked again. */
  readonly spools: Spools;
}

/** A report for each image, in the order of the input. */
export async function judgeInput(
  { path, input, said, spools }: JudgedInput,
  settings: EngineSettings,
  progress?: Progress,
): Promise<readonly ImageReport[]> {
  const { layers } = settings;
  const policies = (settings.config?.policies ?? []).map(policyFrom);
  const images = wanted(input, settings.container);
  const reports: ImageReport[] = [];
  for (const { family, content, name } of images) {
    const [validate, restore] = [await family.validate(), await family.restore()];
    const report = validate.judge(content, {
      layers,
      policies,
      progress,
      rehearse: optionsFor(restore, settings),
    });
    reports.push({ ...report, path: input.images.length > 1 ? name : shownWord(path) });
  }
  const [first, ...more] = reports;
  if (first === undefined) return [];
  const around = await besides(path, settings, spools);
  const isSaidAround = ({ code }: Diagnostic): boolean =>
    code === 'archive-layout-twice' && around.some((finding) => finding.code === 'trust-layout-twice');
  const onTheWay = said.filter((diagnostic) => !isSaidAround(diagnostic)).map(findingOf);
  return [withFindings(first, [...onTheWay, ...around]), ...more];
}

/** A kernel that restores no images of the family says nothing about where they are to be restored. */
export function optionsFor({ refusal }: RestoreFamily, { kernel, host }: EngineSettings): RehearseOptions {
  const named = kernel === undefined || refusal(kernel) !== undefined ? undefined : kernel;
  return { operations: false, ...(named !== undefined && { kernel: named }), ...(host && { host }) };
}

/** What is said of everything at a path, with its first image: what it would do, and what was altered. */
async function besides(
  path: string,
  { layers, config, trust, manifest }: EngineSettings,
  spools: Spools,
): Promise<readonly Finding[]> {
  const policies = layers.includes('policy') ? (config?.policies ?? []).map(policyFrom) : [];
  const altered = manifest === undefined ? [] : await manifestFindings(path, manifest);
  const judged = await withTrustInput(path, spools, (input) => trustFindings(input, trust, policies));
  return [...altered, ...(judged ?? [])];
}

const withFindings = (report: ImageReport, findings: readonly Finding[]): ImageReport => ({
  ...report,
  findings: [...findings, ...report.findings],
});

/** Undefined after a diagnostic that says why. */
async function openOrSay(
  path: string,
  { container }: EngineSettings,
  said: Diagnostic[],
  spools: Spools,
): Promise<OpenedInput | undefined> {
  let input: OpenedInput | undefined;
  // An archive of nothing but device nodes has one for each member.
  const bounded = new BoundedReport((diagnostic) => void said.push(diagnostic), limits.diagnosticsKept);
  try {
    input = await openInput(path, { report: bounded.report, spools });
    bounded.end();
    boundHeap(input);
    if (container !== undefined) chosenImage(input, container);
    input.images.forEach(refuseAlone);
    return input;
  } catch (error) {
    input?.close();
    if (!(error instanceof ImageError)) throw error;
    bounded.end();
    said.push(error.diagnostic);
    return undefined;
  }
}

/** All of them, unless one container is named. */
const wanted = (input: OpenedInput, container: string | undefined) =>
  container === undefined ? input.images : [chosenImage(input, container)];

/** A layout or a pod whose checkpoint cannot be found because of what is wrong with it: silence would let it pass. */
const isAboutLayout = ({ code, where }: Finding): boolean =>
  /^trust-(layout|restore|pod)-/.test(code) || where?.member === 'index.json';

/** An archive of something else, met in a search. */
const isAbsence = (said: readonly Diagnostic[]) =>
  said.some(({ code }) => ['criu-no-inventory', 'not-an-image', 'archive-bad-header'].includes(code)) ||
  // The last is why it was not opened.
  said.at(-1)?.code === 'archive-truncated';

function unreadable(path: string, said: readonly Diagnostic[]): ImageReport {
  const stat = path === '-' ? undefined : statSync(path, { throwIfNoEntry: false });
  const sizeBytes = stat?.isFile() ? stat.size : 0;
  return { path: shownWord(path), family: null, variant: null, sizeBytes, findings: said.map(findingOf) };
}

/** Positions may be those of an unpacked archive, so that no bytes of the file can be shown. */
const findingOf = ({ code, message, severity, at }: Diagnostic): Finding => ({
  code,
  message,
  layer: 'framing',
  length: 0,
  severity: catalogue.get(code)?.page.severity ?? severity,
  at: { offset: at?.offset ?? 0, path: at?.path ?? 'image' },
});
