/** Processes of any family as ELF core files, as a leg of a route: `core.PID` for each, or one alone as a file. */

import { basename } from 'node:path';
import type { Diagnostic } from '../../diagnostic.ts';
import type { Checkpoint } from '../../model/checkpoint.ts';
import type { ModelFamily } from '../../model/family.ts';
import { NullSink } from '../../parse/bytes/byte-sink.ts';
import type { Content } from '../../parse/format.ts';
import { plural } from '../../plural.ts';
import { UsageError } from '../../usage-error.ts';
import type { LegOutput, Runner } from '../leg.ts';
import { coreDiagnostic } from './codes.ts';
import { type CoreSummary, type FileContent, writeCore } from './core-file.ts';
import { type Cores, coresOf, type ImageOfCores, type ProcessCore } from './cores-of.ts';
import { fillFrom } from './fill.ts';
import type { CoreFacts } from './processes.ts';
import { jsonOf, linesOf, lossesOf, nameOf, reportMissing } from './summary.ts';
import { coreDifference } from './verify.ts';

/** What of a family makes cores of its images. */
export interface WayToCores {
  readonly model: ModelFamily;
  facts(image: ImageOfCores): CoreFacts;
}

/** `core`, `core.7`, `shell.core`: what kernels and people call one; an archive of cores is none. */
const isCoreName = (name: string): boolean => /^core(\.\d+)?$|\.core$/.test(name);

export const coreRunner = ({ model, facts }: WayToCores): Runner => ({
  form: 'directory',
  formFor: (output, { pids = [] }) =>
    (output === '-' && pids.length === 1) || isCoreName(basename(output)) ? 'file' : 'directory',
  archiveFolder: '',
  ofEngines: 'no matter',
  takesDamaged: true,
  takes: ['pids', 'root'],
  allowances: [],
  prepare({ content, name }, to, { pids = [], root }, { report, progress }) {
    const source = model.bytes(content);
    const checkpoint = model.checkpoint(content, report);
    const variant = model.variant(content);
    const found = coresOf({ content, source, checkpoint }, facts, pids, report);
    const filled = root === undefined ? undefined : fillFrom(root, checkpoint, report);
    const writing: Writing = { image: { content, source, checkpoint }, found, filled };
    return {
      from: variant?.id ?? checkpoint.image.family,
      evidence: variant?.evidence ?? 'nothing tells the variant',
      to,
      title: 'a core file of each process, for debuggers',
      facts: [plural(checkpoint.processes.length, 'process', 'processes')],
      run(output) {
        if (found.cores.length === 0)
          report(coreDiagnostic('core-none', noneText(checkpoint), { file: name }));
        if (output?.form === 'file' && found.cores.length > 1) throw tooMany(found);
        const written = found.cores.map((one, index) => {
          progress('convert', index + 1, found.cores.length);
          return { ...one, summary: writeOne(writing, one, output) };
        });
        reportMissing(written, report);
        return {
          isUsable: written.length > 0,
          hops: [{ name: `to ${to}`, changes: [], losses: lossesOf(written, found) }],
          lines: [...written.flatMap(linesOf), ...found.ended],
          json: jsonOf(written, found),
        };
      },
      verify(result) {
        const problems = problemsOf(writing, result);
        return {
          problems,
          ...(problems.length === 0 && {
            summary: 'Read back: registers of every thread, and what the image holds of the memory.',
          }),
        };
      },
      close: () => source.close(),
    };
  },
});

interface Writing {
  readonly image: ImageOfCores;
  readonly found: Cores;
  readonly filled: FileContent | undefined;
}

const noneText = ({ processes }: Checkpoint): string =>
  processes.length === 0
    ? 'no core: there are no processes in what can be read of the image; a pre-dump has memory alone'
    : 'no core: none of the processes has memory and registers in the image';

/** Pids that a sentence names. */
const namedMax = 8;

function tooMany({ cores }: Cores): UsageError {
  const pids = cores.map(({ core }) => core.pid);
  const named = `${pids.slice(0, namedMax).join(', ')}${pids.length > namedMax ? ', …' : ''}`;
  return new UsageError(
    `what is called core, core.N or NAME.core is one core file, and there are ${cores.length} processes (${named}): choose with --pid, as in --pid ${pids[0]}, or name a directory, as in "cr-convert --to core INPUT cores", where each gets a file core.PID`,
  );
}

function writeOne(
  { image: { checkpoint, source }, filled }: Writing,
  { core }: ProcessCore,
  output: LegOutput | undefined,
): CoreSummary {
  if (output?.form !== 'directory')
    return writeCore(checkpoint, source, core, output?.sink ?? new NullSink(), filled);
  const sink = output.create(nameOf(core));
  try {
    return writeCore(checkpoint, source, core, sink, filled);
  } finally {
    sink.close();
  }
}

function problemsOf({ image, found, filled }: Writing, result: Content): Diagnostic[] {
  return found.cores.flatMap(({ core }) => {
    const file = nameOf(core);
    const bytes = result.form === 'file' ? result.source : result.directory.open(file);
    const difference =
      bytes === undefined ? 'it is not there' : coreDifference(bytes, { ...image, core, filled });
    if (result.form === 'directory') bytes?.close();
    return difference === undefined
      ? []
      : [coreDiagnostic('core-differs', `read back: ${difference}`, { file })];
  });
}
