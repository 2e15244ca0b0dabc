/** The bridge from OpenVZ images to linux-cr streams, as a leg of a route. */

import type { Diagnostic } from '../../../diagnostic.ts';
import { cptModel, cptSource } from '../../../model/from-cpt/family.ts';
import { NullSink } from '../../../parse/bytes/byte-sink.ts';
import { linuxCrSource } from '../../../parse/linux-cr/record-form.ts';
import { type LinuxCrVariantId, linuxCrVariant } from '../../../parse/linux-cr/variants.ts';
import { LinuxCrWriter } from '../../../parse/linux-cr/write.ts';
import { plural } from '../../../plural.ts';
import { simulateLinuxCrRestart } from '../../../restore-sim/restorers/linux-cr/simulate.ts';
import type { LegResult, Runner } from '../../leg.ts';
import { linuxCrConvertDiagnostic } from '../../linux-cr/codes.ts';
import { memoryFaults } from '../memory-check.ts';
import { contextFor, linuxCrFromCheckpoint } from './convert.ts';
import { linuxCrLosses } from './rows.ts';

export const cptToLinuxCrRunner: Runner = {
  form: 'file',
  takes: [],
  allowances: [],
  prepare({ content }, to, _options, { report, progress }) {
    const source = cptSource(content);
    const variant = cptModel.variant(content);
    let isUsable = true;
    const heard = (diagnostic: Diagnostic) => {
      if (diagnostic.severity === 'error') isUsable = false;
      report(diagnostic);
    };
    const checkpoint = cptModel.checkpoint(content, heard);
    const context = contextFor(checkpoint, linuxCrVariant(to as LinuxCrVariantId).layout);
    if (context === undefined) {
      const message = `${to} has no place for processes of ${checkpoint.image.architecture}`;
      heard(linuxCrConvertDiagnostic('linux-cr-cannot-express', message, { offset: 0 }));
    }
    for (const { message, at } of memoryFaults(checkpoint, { takesAbsent: true }))
      heard(linuxCrConvertDiagnostic('linux-cr-cannot-express', message, { offset: at }));
    const name = `cpt to ${to}`;
    return {
      from: variant?.id ?? 'cpt',
      evidence: variant?.evidence ?? 'nothing tells the variant',
      to,
      title: linuxCrVariant(to as LinuxCrVariantId).title,
      facts: [plural(checkpoint.processes.length, 'process', 'processes')],
      run(output): LegResult {
        if (output?.form === 'directory') throw new Error('a linux-cr image is a file');
        if (context === undefined || !isUsable) return { isUsable: false, hops: [] };
        const writer = new LinuxCrWriter(output?.sink ?? new NullSink(), source, context, heard);
        const stream = linuxCrFromCheckpoint(checkpoint, source, context);
        let records = 0;
        for (const record of stream.records) {
          writer.write(record);
          records += 1;
          progress('convert', records, records);
        }
        const found = stream.losses();
        for (const { row, example } of found) {
          report(
            linuxCrConvertDiagnostic(
              'linux-cr-value-lost',
              `${row}: ${linuxCrLosses[row]} Found: ${example}`,
            ),
          );
        }
        const losses = found.map(({ row, count }) => ({ row, what: linuxCrLosses[row], count }));
        return { isUsable, hops: [{ name, changes: [], losses }], json: { records } };
      },
      verify(result) {
        const { verdict, failures } = simulateLinuxCrRestart(linuxCrSource(result), { operations: false });
        const problems = failures.map(({ code, message, at }) => ({
          code,
          message,
          at,
          severity: 'error' as const,
        }));
        return { problems, summary: `Rehearsed: ${verdict}.` };
      },
      close() {},
    };
  },
};
