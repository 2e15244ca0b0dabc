/** The bridge from linux-cr streams to CRIU, as a leg of a route: the checkpoint is written as that of OpenVZ images is. */
import { linuxCrModel } from '../../../model/from-linux-cr/family.ts';
import { linuxCrSource } from '../../../parse/linux-cr/record-form.ts';
import type { LegResult, Runner } from '../../leg.ts';
import { type CptToCriuResult, writeAsCriu } from '../cpt-to-criu/convert.ts';
import { nullOutput } from '../cpt-to-criu/output.ts';
import { jsonOf, linesOf, preparationFor, rehearsedResult } from '../cpt-to-criu/runner.ts';

const hopName = 'linux-cr to criu-4.2';

export const linuxCrToCriuRunner: Runner = {
  form: 'directory',
  takes: ['injectedCode', 'side'],
  allowances: [],
  prepare({ content }, to, { injectedCode, side }, { report, progress }) {
    const source = linuxCrSource(content);
    const variant = linuxCrModel.variant(content);
    let result: CptToCriuResult | undefined;
    let options: readonly string[] | undefined;
    return {
      from: variant?.id ?? 'linux-cr',
      evidence: variant?.evidence ?? 'nothing tells the variant',
      to,
      facts: [],
      run(output): LegResult {
        if (output?.form === 'file') throw new Error('a CRIU image is a directory');
        const done = writeAsCriu(
          { source, read: (heard) => linuxCrModel.checkpoint(content, heard) },
          output ?? nullOutput,
          { injectedCode: injectedCode ?? true, side: side ?? {} },
          report,
          (count, total) => progress('convert', count, total),
        );
        result = done;
        const losses = done.losses.map(({ class: row, why, count }) => ({ row, what: why, count }));
        return {
          isUsable: done.ok,
          hops: [{ name: hopName, changes: [], losses }],
          lines: linesOf(done),
          json: jsonOf(done),
        };
      },
      verify(output) {
        const { needed, ...found } = rehearsedResult(output);
        options = needed;
        return found;
      },
      afterwards() {
        if (result === undefined) throw new Error('nothing was converted');
        return preparationFor(result, options);
      },
      close() {},
    };
  },
};
