/** The bridge from OpenVZ images to CRIU, as a leg of a route. */

import { type Alike, groupAlike, someOf } from '../../../alike.ts';
import { cptModel, cptSource } from '../../../model/from-cpt/family.ts';
import { criuDirectory } from '../../../model/from-criu/family.ts';
import type { ByteSource } from '../../../parse/bytes/byte-source.ts';
import type { Content } from '../../../parse/format.ts';
import { plural } from '../../../plural.ts';
import { neededOptions, simulateCriuRestore } from '../../../restore-sim/restorers/criu/index.ts';
import { visible } from '../../../visible.ts';
import type { LegResult, Preparation, Runner, Verified } from '../../leg.ts';
import type { RootCheck } from '../bridge.ts';
import { type CptToCriuResult, convertCptToCriu } from './convert.ts';
import { nullOutput } from './output.ts';
import {
  checkRoot,
  hostDevices,
  preparation,
  preparationText,
  restoreScript,
  rootReportJson,
  rootReportText,
} from './preparation/index.ts';

/** Images of one family as CRIU's: their checkpoint is read in a way of its own, and written in one way. */
export interface WayToCriu {
  readonly hopName: string;
  readonly family: string;
  sourceOf(content: Content): ByteSource;
  variantOf(content: Content): { readonly id: string; readonly evidence: string } | undefined;
  write(content: Content, ...how: HowToWrite): CptToCriuResult;
}

type HowToWrite = Parameters<typeof convertCptToCriu> extends [unknown, ...infer Rest] ? Rest : never;

export const cptToCriu: WayToCriu = {
  hopName: 'cpt to criu-4.2',
  family: 'cpt',
  sourceOf: cptSource,
  variantOf: (content) => cptModel.variant(content),
  write: (content, ...how) => convertCptToCriu(cptSource(content), ...how),
};

export const cptToCriuRunner: Runner = runnerToCriu(cptToCriu);
export const cptToCriuRoot: RootCheck = rootCheckFor(cptToCriu);

export function runnerToCriu(way: WayToCriu): Runner {
  return {
    form: 'directory',
    takes: ['injectedCode', 'side'],
    allowances: [],
    prepare({ content }, to, { injectedCode, side }, { report, progress }) {
      const variant = way.variantOf(content);
      let result: CptToCriuResult | undefined;
      let options: readonly string[] | undefined;
      return {
        from: variant?.id ?? way.family,
        evidence: variant?.evidence ?? 'nothing tells the variant',
        to,
        facts: [],
        run(output): LegResult {
          if (output?.form === 'file') throw new Error('a CRIU image is a directory');
          const done = way.write(
            content,
            output ?? nullOutput,
            { injectedCode: injectedCode ?? true, side: side ?? {} },
            report,
            (count, total) => progress('convert', count, total),
          );
          result = done;
          const losses = done.losses.map(({ class: row, why, count }) => ({ row, what: why, count }));
          return {
            isUsable: done.ok,
            hops: [{ name: way.hopName, changes: [], losses }],
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
}

/** The result restores in the simulation of CRIU. */
function rehearsedResult(output: Content): Verified & { readonly needed: ReturnType<typeof neededOptions> } {
  const { verdict, failures, conditions } = simulateCriuRestore(criuDirectory(output), {});
  const needed = neededOptions(conditions);
  const problems = failures.map(({ code, message, at }) => ({
    code,
    message,
    at,
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
function preparationFor(result: CptToCriuResult, options: readonly string[] | undefined): Preparation {
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

/** What a root has of what the result needs. */
export function rootCheckFor(way: WayToCriu): RootCheck {
  return (content, { view, name }, { injectedCode = true, side = {} }, report) => {
    const prepared = preparedOf(way.write(content, nullOutput, { injectedCode, side }, report));
    const findings = checkRoot(prepared, view, way.sourceOf(content));
    const whole = { root: name, prepared, findings };
    return { findings, text: rootReportText(whole), json: rootReportJson(whole) };
  };
}

const preparedOf = ({ checkpoint, losses, files }: CptToCriuResult) =>
  preparation(checkpoint, {
    target: 'criu',
    files,
    differences: losses.map(({ class: code, count, why: text }) => ({ code, count, text })),
  });

function linesOf({ checkpoint, injected, files }: CptToCriuResult): readonly string[] {
  return [
    `${plural(checkpoint.processes.length, 'process', 'processes')}, ${plural(files.length, 'CRIU image file')}`,
    ...(injected.length > 0 ? ['put into processes (--no-injected-code leaves it out):'] : []),
    ...groupAlike(injected, ({ repair, purpose }) => `${repair}: ${purpose}`).map(injectedLine),
  ];
}

function injectedLine({ items, text }: Alike<{ readonly tid: number }>): string {
  const tids = items.map(({ tid }) => tid);
  const who = tids.length === 1 ? `${tids[0]}` : `${tids.length} tasks (${someOf(tids)})`;
  return `  ${who}: ${visible(text)}`;
}

function jsonOf({ losses, defaults, criuOptions, files, injected }: CptToCriuResult): object {
  return {
    injected: injected.map((code) => ({ ...code, address: `0x${code.address.toString(16)}` })),
    losses,
    defaults,
    criuOptions,
    files,
  };
}
