/** Between layouts of linux-cr: the chain of steps, gone in one pass, record by record. */

import type { Diagnostic } from '../../diagnostic.ts';
import { checkpointFromLinuxCr } from '../../model/from-linux-cr/checkpoint-from-linux-cr.ts';
import { psJson } from '../../model/ps.ts';
import { NullSink } from '../../parse/bytes/byte-sink.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { type ImageContext, numberOfArch } from '../../parse/linux-cr/context.ts';
import { detectLinuxCr } from '../../parse/linux-cr/detect.ts';
import { readLinuxCrRecords } from '../../parse/linux-cr/read.ts';
import type { AnyRecord } from '../../parse/linux-cr/record.ts';
import { linuxCrSource } from '../../parse/linux-cr/record-form.ts';
import {
  type LinuxCrVariantId,
  linuxCrVariant,
  linuxCrVariantIds,
  newestLinuxCrVariant,
} from '../../parse/linux-cr/variants.ts';
import { LinuxCrWriter } from '../../parse/linux-cr/write.ts';
import { plural } from '../../plural.ts';
import type { ConvertFamily } from '../family.ts';
import type { LegResult, Runner, Verified } from '../leg.ts';
import { linuxCrConvertDiagnostic } from './codes.ts';
import { Hop } from './hop.ts';
import { ordered } from './order.ts';
import { chain, rowsBetween } from './rows.ts';

const processorFirstSince = 20091104;

const runner: Runner = {
  form: 'file',
  takes: [],
  allowances: [],
  prepare({ content }, to, _options, { report, progress }) {
    const source = linuxCrSource(content);
    const { variant, evidence, context } = detectLinuxCr(source);
    let isUsable = true;
    const heard = (diagnostic: Diagnostic) => {
      if (diagnostic.severity === 'error') isUsable = false;
      report(diagnostic);
    };
    const survey = surveyOf(source, context, heard);
    const target = to as LinuxCrVariantId;
    const hops = hopsBetween(variant, target, context, survey.nextObject, source, heard);
    const goal = { ...context, layout: linuxCrVariant(target).layout };
    if (numberOfArch(goal.layout, context.arch) === undefined && target !== variant) {
      const message = `${target} has no number for ${context.arch}`;
      heard(
        linuxCrConvertDiagnostic('linux-cr-cannot-express', message, { offset: 16, path: 'header.archId' }),
      );
    }
    return {
      from: variant,
      evidence,
      to,
      title: linuxCrVariant(target).title,
      facts: [plural(survey.records, 'record')],
      json: { records: survey.records },
      run(output): LegResult {
        if (output?.form === 'directory') throw new Error('a linux-cr image is a file');
        if (isUsable) {
          const writer = new LinuxCrWriter(output?.sink ?? new NullSink(), source, goal, heard);
          for (const record of convertedRecords(source, context, goal, hops)) {
            writer.write(record);
            progress('convert', record.offset, source.size);
          }
        }
        return {
          isUsable,
          hops: hops.map(({ name, changes, losses }) => ({
            name,
            changes: [...changes.values()],
            losses: [...losses.values()],
          })),
        };
      },
      verify: (result) => verified(source, linuxCrSource(result)),
      close() {},
    };
  },
};

function hopsBetween(
  from: LinuxCrVariantId,
  to: LinuxCrVariantId,
  context: ImageContext,
  nextObject: number,
  source: ByteSource,
  report: (diagnostic: Diagnostic) => void,
): readonly Hop[] {
  const [start, end] = [chain.indexOf(from), chain.indexOf(to)];
  if (from === to) return [];
  if (start === -1 || end === -1) {
    const message = `no step leads from ${from} to ${to}: the first framing has records of its own`;
    report(linuxCrConvertDiagnostic('linux-cr-cannot-express', message, { offset: 0, path: 'header' }));
    return [];
  }
  const direction = end > start ? 1 : -1;
  const hops: Hop[] = [];
  let current = context;
  for (let at = start; at !== end; at += direction) {
    const [here, next] = [chain[at] as LinuxCrVariantId, chain[at + direction] as LinuxCrVariantId];
    const hop = new Hop({ from: here, to: next, context: current }, { nextObject }, source, report);
    hops.push(hop);
    current = hop.context;
  }
  return hops;
}

function* convertedRecords(
  source: ByteSource,
  from: ImageContext,
  to: ImageContext,
  hops: readonly Hop[],
): Generator<AnyRecord, void> {
  let records: Iterable<AnyRecord> = readLinuxCrRecords(source, from, () => {});
  for (const hop of hops) records = hop.records(records);
  const wasFirst = from.layout >= processorFirstSince;
  const isFirst = to.layout >= processorFirstSince;
  yield* wasFirst === isFirst ? records : ordered(records, isFirst);
}

/** What a step has to know of the whole stream. */
function surveyOf(source: ByteSource, context: ImageContext, report: (diagnostic: Diagnostic) => void) {
  let records = 0;
  let highest = 0;
  for (const record of readLinuxCrRecords(source, context, report)) {
    records += 1;
    for (const value of Object.values(record.kind === 'objref' ? record.fields : {})) {
      highest = Math.max(highest, Number(value));
    }
    if (record.kind === 'file') highest = Math.max(highest, record.fields.pipeObjref ?? 0);
    if (record.kind === 'task_objs') highest = Math.max(highest, record.fields.signalObjref);
    if (record.kind === 'vma') highest = Math.max(highest, record.fields.inoObjref ?? 0);
    if (record.kind === 'ipc_shm') highest = Math.max(highest, record.fields.objref);
    if (record.kind === 'tty') highest = Math.max(highest, record.fields.linkObjref);
  }
  return { records, nextObject: highest + 1 };
}

/** The result is read back, and its processes are those of the input. */
function verified(original: ByteSource, result: ByteSource): Verified {
  const problems: Diagnostic[] = [];
  const before = checkpointFromLinuxCr(original, () => {});
  const after = checkpointFromLinuxCr(result, (diagnostic) => {
    if (diagnostic.severity === 'error' && diagnostic.code !== 'missing-task-state')
      problems.push(diagnostic);
  });
  if (JSON.stringify(psJson(before)) !== JSON.stringify(psJson(after))) {
    const message = 'the processes of the result are not those of the input';
    problems.push({ code: 'verification-failed', severity: 'error', message });
  }
  return { problems, summary: `Read back: ${plural(after.processes.length, 'process', 'processes')}.` };
}

export const linuxCrConvert: ConvertFamily = {
  variants: linuxCrVariantIds.map((id) => {
    const { title, series, kernel, evidence } = linuxCrVariant(id);
    const line = series ?? kernel.join('.');
    return { id, title, line, evidence, restoredBy: `kernels of the series (${kernel.join('.')})` };
  }),
  steps: chain.slice(1).map((to, index) => {
    const from = chain[index] as LinuxCrVariantId;
    const rows = rowsBetween(from, to);
    return { from, to, summary: rows.map(({ what }) => what).join('; '), rows: rows.map(({ id }) => id) };
  }),
  newest: newestLinuxCrVariant,
  nodeOf: (id) => id,
  detect: ({ content }) => detectLinuxCr(linuxCrSource(content)).variant,
  runner,
  remarks: [
    'linux-cr-v19 and linux-cr-rev6 name a series or the newest layout of a revision; kernels restore only their own.',
  ],
};
