/** The bridge from OpenVZ images to CRIU, as a leg of a route. */

import { type Alike, groupAlike, someOf } from '../../../alike.ts';
import type { Report } from '../../../diagnostic.ts';
import { cptModel, cptSource } from '../../../model/from-cpt/family.ts';
import { criuDirectory } from '../../../model/from-criu/family.ts';
import type { Content } from '../../../parse/format.ts';
import { neededOptions, simulateCriuRestore } from '../../../restore-sim/restorers/criu/index.ts';
import { visible } from '../../../visible.ts';
import type { LegResult, Preparation, Runner, Verified } from '../../leg.ts';
import { type CptToCriuOptions, type CptToCriuResult, convertCptToCriu, planCptToCriu } from './convert.ts';
import { nullOutput } from './output.ts';
import { hostDevices, preparation, preparationText, restoreScript } from './preparation/index.ts';

const hopName = 'cpt to criu-4.2';

export const cptToCriuRunner: Runner = {
  form: 'directory',
  takes: ['injectedCode', 'side'],
  allowances: [],
  prepare({ content }, to, { injectedCode, side }, { report, progress }) {
    const source = cptSource(content);
    const variant = cptModel.variant(content);
    let result: CptToCriuResult | undefined;
    let options: readonly string[] | undefined;
    return {
      from: variant?.id ?? 'cpt',
      evidence: variant?.evidence ?? 'nothing tells the variant',
      to,
      facts: [],
      run(output): LegResult {
        if (output?.form === 'file') throw new Error('a CRIU image is a directory');
        const done = convertCptToCriu(
          source,
          output ?? nullOutput,
          { injectedCode: injectedCode ?? true, side: side ?? {} },
          report,
          (count, total) => progress('convert', count, total),
        );
        result = done;
        return {
          isUsable: done.ok,
          hops: [
            {
              name: hopName,
              changes: [],
              losses: done.losses.map(({ class: row, why, count }) => ({ row, what: why, count })),
            },
          ],
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

/** The result restores in the simulation of CRIU. */
export function rehearsedResult(
  output: Content,
): Verified & { readonly needed: ReturnType<typeof neededOptions> } {
  const { verdict, failures, conditions } = simulateCriuRestore(criuDirectory(output), {});
  const needed = neededOptions(conditions);
  const problems = failures.map(({ code, message, at }) => ({
    ...{ code, message, at },
    severity: 'error' as const,
  }));
  if (verdict === 'restores') return { problems, needed, summary: 'Rehearsed: restores.' };
  const message = `the rehearsed restore of the result ends with "${verdict}"`;
  return {
    needed,
    problems: [...problems, { code: 'verification-failed', severity: 'error', message }],
    summary: `Rehearsed: ${verdict}.`,
  };
}

/** What stands beside the result; `options` are those that the rehearsal found to be needed. */
export function preparationFor(result: CptToCriuResult, options: readonly string[] | undefined): Preparation {
  const prepared = preparedOf(result);
  return {
    // The report lists the losses of the whole route.
    text: preparationText({ ...prepared, differences: [] }).trimEnd(),
    program: {
      name: 'restore.sh',
      text: restoreScript(prepared, {
        ...(options !== undefined && { options }),
        devices: hostDevices(result.checkpoint),
      }),
    },
    hint: 'The script restore.sh there says how to restore.',
  };
}

/** What a root is checked for: everything is worked out, nothing is written. */
export function planForRoot(content: Content, options: CptToCriuOptions, report: Report) {
  const source = cptSource(content);
  return { source, prepared: preparedOf(planCptToCriu(source, options, report)) };
}

const preparedOf = ({ checkpoint, losses }: CptToCriuResult) =>
  preparation(checkpoint, {
    target: 'criu',
    differences: losses.map(({ class: code, count, why: text }) => ({ code, count, text })),
  });

export function linesOf({ checkpoint, injected, files }: CptToCriuResult): readonly string[] {
  return [
    `${checkpoint.processes.length} processes, ${files.length} CRIU image files`,
    ...(injected.length > 0 ? ['put into processes (--no-injected-code leaves it out):'] : []),
    ...groupAlike(injected, ({ repair, purpose }) => `${repair}: ${purpose}`).map(injectedLine),
  ];
}

function injectedLine({ items, text }: Alike<{ readonly tid: number }>): string {
  const tids = items.map(({ tid }) => tid);
  const who = tids.length === 1 ? `${tids[0]}` : `${tids.length} tasks (${someOf(tids)})`;
  return `  ${who}: ${visible(text)}`;
}

export function jsonOf({ losses, defaults, criuOptions, files, injected }: CptToCriuResult): object {
  return {
    injected: injected.map((code) => ({ ...code, address: `0x${code.address.toString(16)}` })),
    ...{ losses, defaults, criuOptions, files },
  };
}
