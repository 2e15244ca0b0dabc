/**
 * The judgement of one linux-cr stream: its records, the references between shared objects, values, the checkpoint, a
 * rehearsal of the restart, policies. Knows no files of the host, no terminals and no output formats.
 */
import { type Diagnostic, ImageError } from '../../diagnostic.ts';
import type { Checkpoint } from '../../model/checkpoint.ts';
import { modelCodes } from '../../model/codes.ts';
import { checkpointFromLinuxCr } from '../../model/from-linux-cr/checkpoint-from-linux-cr.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { linuxCrCodes } from '../../parse/linux-cr/codes.ts';
import { placeOf } from '../../parse/linux-cr/decode.ts';
import { type Detected, detectLinuxCr } from '../../parse/linux-cr/detect.ts';
import { readLinuxCrRecords } from '../../parse/linux-cr/read.ts';
import { kernelProfile } from '../../restore-sim/kernel/index.ts';
import type { Rehearsal } from '../../restore-sim/plan/index.ts';
import { checkStream } from '../../restore-sim/restorers/linux-cr/check-stream.ts';
import { brokenRules } from '../../restore-sim/rules/index.ts';
import { catalogue } from '../catalogue.ts';
import { layers as allLayers, defaultLength, type Finding, FindingList, type Layer } from '../finding.ts';
import type { Policy } from '../policy/policy.ts';
import { policyStage } from '../stages/policies.ts';
import { rehearsalDiagnostics } from '../stages/rehearsal.ts';
import { type ImageReport, withExcerpt } from '../validate.ts';

export interface LinuxCrJudgeOptions {
  readonly layers?: readonly Layer[] | undefined;
  readonly policies?: readonly Policy[] | undefined;
  readonly simulate: (source: ByteSource) => Rehearsal;
  readonly progress?: ((phase: string, done: number, total: number) => void) | undefined;
}

/** Throws only the errors of the system calls behind the source. */
export function judgeLinuxCr(source: ByteSource, options: LinuxCrJudgeOptions): ImageReport {
  const wanted = new Set<Layer>(options.layers ?? allLayers);
  const list = new FindingList();
  const add = (finding: Finding) => {
    if (!wanted.has(finding.layer)) return;
    const { offset = 0, path = 'stream' } = finding.at;
    const start = Math.max(0, Math.min(offset, source.size));
    const length = Math.max(0, Math.min(finding.length, source.size - start));
    list.add({ ...finding, length, at: { offset: start, path } });
  };
  const addAll = (diagnostics: readonly Diagnostic[], layer?: Layer) => {
    for (const diagnostic of diagnostics) add(findingOf(diagnostic, layer));
  };
  const detected = detectedOr(source, addAll);
  if (detected !== undefined) judgeStream(source, detected, wanted, options, add, addAll);
  return {
    path: source.name,
    family: detected === undefined ? null : 'linux-cr',
    variant: detected?.variant ?? null,
    sizeBytes: source.size,
    findings: list.sorted().map((finding) => withExcerpt(source, finding)),
  };
}

function detectedOr(
  source: ByteSource,
  addAll: (found: readonly Diagnostic[]) => void,
): Detected | undefined {
  try {
    return detectLinuxCr(source);
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
    addAll([error.diagnostic]);
    return undefined;
  }
}

function judgeStream(
  source: ByteSource,
  { context }: Detected,
  wanted: ReadonlySet<Layer>,
  { policies = [], simulate, progress }: LinuxCrJudgeOptions,
  add: (finding: Finding) => void,
  addAll: (found: readonly Diagnostic[], layer?: Layer) => void,
): void {
  progress?.('reading', 0, source.size);
  const said: Diagnostic[] = [];
  const checkpoint: Checkpoint = checkpointFromLinuxCr(
    source,
    (diagnostic) => said.push(diagnostic),
    context,
    { isCompact: true },
  );
  addAll(said);
  if (wanted.has('references') || wanted.has('semantics')) {
    checkStream(source, context, ({ code, errno, message, offset, path }) => {
      const text = `${message}; the restart answers ${errno}`;
      add(findingOf({ code, severity: 'error', message: text, at: { offset, path } }));
    });
  }
  if (wanted.has('semantics')) {
    // A task without a state of its own is said once.
    const isStateless = said.some(({ code }) => code === 'missing-task-state');
    for (const broken of brokenRules(checkpoint, kernelProfile('linux-cr')))
      if (!isStateless || broken.code !== 'unknown-task-state') addAll([broken], 'semantics');
  }
  if (wanted.has('restore')) addAll(rehearsalDiagnostics(simulate(source), 'would crash'), 'restore');
  if (wanted.has('policy')) {
    const records = function* () {
      for (const record of readLinuxCrRecords(source, context, () => {})) yield placeOf(record);
    };
    policyStage({ checkpoint: () => checkpoint, records, policies, progress }).run(source, add, []);
  }
}

/** Codes of the reader are about framing, those of the model about references; all others have a page that says it. */
function layerOf(code: string): Layer {
  if (Object.hasOwn(linuxCrCodes, code)) return 'framing';
  const known = catalogue.get(code)?.layer;
  return known ?? (Object.hasOwn(modelCodes, code) ? 'references' : 'semantics');
}

function findingOf({ code, severity, message, at }: Diagnostic, layer?: Layer): Finding {
  return {
    code,
    severity: catalogue.get(code)?.page.severity ?? severity,
    message,
    layer: layer ?? layerOf(code),
    length: defaultLength,
    at: { offset: at?.offset ?? 0, path: at?.path ?? 'stream' },
  };
}
