/**
 * The conversion of one CPT image: survey, plan, emit, verify. Reads a source, writes a sink; knows nothing of
 * files and terminals.
 */
import { ImageError, type Report } from '../../diagnostic.ts';
import type { ByteSink } from '../../parse/bytes/byte-sink.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { cptDiagnostic } from '../../parse/cpt/codes.ts';
import { readCptRecords } from '../../parse/cpt/read.ts';
import type { AnyRecord } from '../../parse/cpt/record.ts';
import { type CptVariantId, cptVariants, newestCptVariant } from '../../parse/cpt/variants.ts';
import { CptWriter } from '../../parse/cpt/write.ts';
import type { Allowance } from '../allowances.ts';
import { convertDiagnostic } from '../codes.ts';
import { type Applied, HopRunner, type NamedHop } from './apply.ts';
import { endFutexWaits } from './changes/futex-waits.ts';
import { findSignalFrames } from './changes/signal-frames.ts';
import { detectStartTimeUnit } from './changes/start-times.ts';
import { type Facts, possibleHz, type StartTimeUnit } from './facts.ts';
import { startTimesFromJiffies } from './mislabelled-times.ts';
import { rescaleHz } from './rescale-hz.ts';
import { findRoute } from './route.ts';
import { selfContained } from './self-contained.ts';
import { hopOf, hopSource, hopTarget, type Payloads, type RouteHop } from './step.ts';
import { steps } from './steps/index.ts';
import { type Survey, surveyCpt } from './survey.ts';

export interface ConvertOptions {
  /** Default: the newest variant that a kernel restores. */
  readonly to?: CptVariantId;
  /** Default: detected. */
  readonly from?: CptVariantId;
  readonly startTimes?: StartTimeUnit;
  /** Tick rate of the target kernel; default: that of the image. */
  readonly hz?: number;
  readonly allow?: readonly Allowance[];
  /** Whether tasks inside a futex wait are woken by the restore. Default: they go on waiting as they did. */
  readonly endFutexWaits?: boolean;
}

/** Where records come from: an image, or its JSON form with the image beside it. */
export interface RecordInput {
  /** Starts reading from the beginning; called once for each pass. */
  readonly records: (report: Report) => Iterable<AnyRecord>;
  /** What payload ranges refer to. */
  readonly source: ByteSource;
  /** Bytes of the input, for progress. */
  readonly size: number;
}

export const imageInput = (source: ByteSource): RecordInput => ({
  records: (report) => readCptRecords(source, report),
  source,
  size: source.size,
});

export interface Plan {
  readonly from: CptVariantId;
  readonly to: CptVariantId;
  /** How the source variant was found. */
  readonly evidence: string;
  readonly hops: readonly NamedHop[];
  readonly facts: Facts;
  readonly recordCount: number;
  /** Tick rate of the input; that of the output is in `facts`. */
  readonly inputHz: number;
}

/** `phase` is `survey`, `convert` or `verify`; `done` of `total` bytes of input. */
export type Progress = (phase: string, done: number, total: number) => void;

const silent = () => {};

/**
 * Reads the image once and decides what to do with it. Diagnostics about its structure go to `report`; throws
 * ImageError for an image of an unknown version.
 */
export function planConversion(
  input: RecordInput,
  options: ConvertOptions,
  report: Report,
  progress: Progress = silent,
): Plan {
  const survey = surveyCpt(input.records(report), input.source, (offset) =>
    progress('survey', offset, input.size),
  );
  const { from, evidence } = sourceVariant(survey, options);
  const to = options.to ?? newestCptVariant;
  const startTimes = startTimeUnit(survey, from, options);
  const start = startingPoint(from, startTimes, report);
  const route = findRoute(steps, start.variant, to);
  if (route === undefined) throw new Error(`no route from ${from} to ${to}`);
  const hz = options.hz ?? survey.facts.hz;
  const woken = options.endFutexWaits ? [{ name: 'futex waits', hop: endFutexWaits }] : [];
  const hops = [...start.hops, ...woken, ...rescaled(route, survey, hz)];
  const facts: Facts = {
    ...survey.facts,
    hz: route[0]?.direction === 'forward' && survey.facts.version === 0 ? survey.facts.hz : hz,
    variant: from,
    target: to,
    startTimes,
    allowed: new Set(options.allow ?? []),
    signalFrames: needsSignalFrames(route, survey)
      ? findSignalFrames(input.records(silent), payloadsOf(input.source), survey.facts.memory)
      : new Map(),
  };
  const all = hops.length === 0 ? hops : [{ name: 'check', hop: selfContained }, ...hops];
  return { from, to, evidence, hops: all, facts, recordCount: survey.recordCount, inputHz: survey.facts.hz };
}

/** Writes the converted image. Everything that the target cannot hold is reported on the way. */
export function runConversion(
  input: RecordInput,
  plan: Plan,
  sink: ByteSink,
  report: Report,
  progress: Progress = silent,
): Applied {
  sink.beginAs?.(input.source);
  const writer = new CptWriter(sink, input.source, report);
  const runner = new HopRunner({
    hops: plan.hops,
    facts: plan.facts,
    payloads: payloadsOf(input.source),
    report,
    onDrop: (record) => writer.drop(record),
  });
  // The planning pass has reported what is wrong with the input already.
  for (const record of input.records(silent)) {
    const converted = runner.run(record);
    if (converted !== undefined) writer.write(converted);
    progress('convert', record.offset, input.size);
  }
  writer.finish();
  return runner.result();
}

function sourceVariant({ detected, facts }: Survey, { from }: ConvertOptions) {
  if (from !== undefined) return { from, evidence: 'named' };
  if (detected !== undefined) return { from: detected.variant, evidence: detected.evidence };
  const version = `0x${facts.version.toString(16).padStart(3, '0')}`;
  throw new ImageError(
    cptDiagnostic('unknown-version', `image version ${version} is not known; --from names what it is`, {
      offset: 6,
    }),
  );
}

/** Only versions near the change of units are examined: later kernels have no such images. */
function startTimeUnit({ startTimes, facts }: Survey, from: CptVariantId, options: ConvertOptions) {
  const expected: StartTimeUnit = cptVariants[from].version === 0 ? 'jiffies' : 'timespec';
  if (options.startTimes !== undefined) return { unit: options.startTimes, evidence: 'named by the user' };
  if (cptVariants[from].version >= cptVariants['cpt-2.6.18.0'].version) {
    return { unit: expected, evidence: 'image version' };
  }
  return detectStartTimeUnit(startTimes, expected, facts.hz);
}

/** An image whose start times are not in the unit of its version is taken for what it is. */
function startingPoint(
  from: CptVariantId,
  { unit, evidence }: Facts['startTimes'],
  report: Report,
): { readonly variant: CptVariantId; readonly hops: readonly NamedHop[] } {
  const expected: StartTimeUnit = cptVariants[from].version === 0 ? 'jiffies' : 'timespec';
  if (unit === expected) return { variant: from, hops: [] };
  const message = `start times are ${unit} values, though the image is labelled ${from}: ${evidence}`;
  report(convertDiagnostic('start-time-unit', message, { path: 'TASKS' }));
  if (unit === 'timespec') return { variant: 'cpt-2.6.9.0', hops: [] };
  return { variant: from, hops: [{ name: 'start times', hop: startTimesFromJiffies }] };
}

const nameOf = (hop: RouteHop) => `${hopSource(hop)} → ${hopTarget(hop)}`.replaceAll('cpt-', '');

/** The hops of a route, with the change of the tick rate where all of them see one rate. */
function rescaled(route: readonly RouteHop[], { facts }: Survey, hz: number): NamedHop[] {
  const hops = route.map((hop) => ({
    name: nameOf(hop),
    hop: hopOf(hop),
    version: cptVariants[hopTarget(hop)].version,
  }));
  if (hz === facts.hz) return hops;
  const isFrom268 = facts.version === 0 && route[0]?.direction === 'forward';
  const rescale = {
    name: `HZ ${facts.hz} → ${hz}`,
    hop: rescaleHz(possibleHz(facts.hz), hz, isFrom268 ? -1 : facts.version),
  };
  return isFrom268 ? [...hops, rescale] : [rescale, ...hops];
}

/** Looking for frames is a pass of its own over the image; most need none. */
const needsSignalFrames = (route: readonly RouteHop[], { facts }: Survey) =>
  route.some(({ step }) => step.rows.includes('T27')) &&
  [...facts.memory.values()].some(({ hasHandlers }) => hasHandlers);

export function payloadsOf(source: ByteSource): Payloads {
  return {
    view: ({ payload }, from, length) =>
      'bytes' in payload
        ? payload.bytes.subarray(from, from + length)
        : source.view(payload.offset + from, length),
  };
}
