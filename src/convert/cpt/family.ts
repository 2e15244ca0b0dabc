/** Between OpenVZ kernels: the chain of steps, gone in one pass, record by record. */

import type { Diagnostic } from '../../diagnostic.ts';
import { didYouMean } from '../../did-you-mean.ts';
import { cptSource } from '../../model/from-cpt/family.ts';
import { NullSink } from '../../parse/bytes/byte-sink.ts';
import { CptDetector } from '../../parse/cpt/detect.ts';
import { readCptRecords } from '../../parse/cpt/read.ts';
import {
  type CptVariant,
  type CptVariantId,
  cptVariantIds,
  cptVariants,
  newestCptVariant,
  parseCptVariant,
} from '../../parse/cpt/variants.ts';
import { plural } from '../../plural.ts';
import { UsageError } from '../../usage-error.ts';
import { type Allowance, allowances } from '../allowances.ts';
import type { ConvertFamily } from '../family.ts';
import { hopReports, type LegOptions, type LegResult, type Runner } from '../leg.ts';
import type { Applied } from './apply.ts';
import { type ConvertOptions, imageInput, planConversion, runConversion } from './convert.ts';
import { steps } from './steps/index.ts';
import { verifyConversion } from './verify-conversion.ts';

const ownAllowances = Object.keys(allowances).filter((name) => name !== 'drop-newer');

const runner: Runner = {
  form: 'file',
  takes: ['from', 'startTimes', 'hz', 'endFutexWaits', 'allow'],
  allowances: ownAllowances,
  prepare({ content }, to, options, { report, progress }) {
    const source = cptSource(content);
    const input = imageInput(source);
    const diagnostics: Diagnostic[] = [];
    const heard = (diagnostic: Diagnostic) => {
      diagnostics.push(diagnostic);
      report(diagnostic);
    };
    const plan = planConversion(input, optionsOf(options, to as CptVariantId), heard, progress);
    const isDamaged = diagnostics.some(({ severity }) => severity === 'error');
    let applied: Applied = { changes: [], losses: [], records: 0 };
    const names = plan.hops.map(({ name }) => name);
    return {
      from: plan.from,
      to: plan.to,
      evidence: plan.evidence,
      title: cptVariants[plan.to].title,
      facts: [
        ...(plan.facts.version === 0 ? [] : [`HZ ${plan.inputHz}`]),
        plural(plan.recordCount, 'record'),
      ],
      json: { startTimes: plan.facts.startTimes, records: plan.recordCount },
      run(output): LegResult {
        if (isDamaged) return { isUsable: false, hops: hopReports(names, [], []) };
        if (output?.form === 'directory') throw new Error('a CPT image is a file');
        applied = runConversion(input, plan, output?.sink ?? new NullSink(), heard, progress);
        return { isUsable: true, hops: hopReports(names, applied.changes, applied.losses) };
      },
      verify: (result) =>
        verifyConversion(
          { original: source, result: cptSource(result), plan, applied, diagnostics },
          progress,
        ),
      close() {},
    };
  },
};

function optionsOf(
  { from, startTimes, hz, endFutexWaits, allow }: LegOptions,
  to: CptVariantId,
): ConvertOptions {
  return {
    to,
    ...(from !== undefined && { from: variantOf(from) }),
    ...unitOf(from, startTimes, to),
    ...(hz !== undefined && { hz }),
    ...(allow !== undefined && { allow: allow as readonly Allowance[] }),
    ...(endFutexWaits !== undefined && { endFutexWaits }),
  };
}

/** Who names what the image is and wants just that, wants nothing changed: odd units are what a document came from. */
function unitOf(
  from: string | undefined,
  named: LegOptions['startTimes'],
  to: CptVariantId,
): Pick<ConvertOptions, 'startTimes'> {
  if (named !== undefined) return { startTimes: named };
  if (from === undefined || variantOf(from) !== to) return {};
  return { startTimes: cptVariants[to].version === 0 ? 'jiffies' : 'timespec' };
}

function variantOf(name: string): CptVariantId {
  const variant = parseCptVariant(name);
  if (variant === undefined)
    throw new UsageError(`unknown variant "${name}"${didYouMean(name, cptVariantIds)}; --list shows them`);
  return variant;
}

export const cptConvert: ConvertFamily = {
  variants: cptVariantIds.map((id) => {
    const { title, version, line, evidence, restoredBy } = cptVariants[id] as CptVariant;
    return { id, title, version, line, evidence, restoredBy };
  }),
  steps: steps.map(({ from, to, summary, rows }) => ({ from, to, summary, rows })),
  newest: newestCptVariant,
  nodeOf: (id) => id,
  detect({ content }) {
    const detector = new CptDetector();
    for (const record of readCptRecords(cptSource(content), () => {})) detector.see(record);
    return detector.decide()?.variant;
  },
  runner,
  remarks: ['A kernel line alone (2.6.18) means the form that most kernels of the line restore.'],
};
