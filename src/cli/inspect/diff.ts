/** Two images compared, as text or JSON. */
import { convertImage } from '../../convert-image.ts';
import {
  type Comparison,
  comparedParts,
  comparedTypes,
  compareImages,
} from '../../inspect/compare/compare.ts';
import { comparisonTables } from '../../inspect/compare/comparison-tables.ts';
import type { Image } from '../../inspect/image.ts';
import type { Table } from '../../inspect/table.ts';
import { jsonOf, jsonText } from '../../inspect/view-json.ts';
import { knownLosses } from '../../known-losses.ts';
import { exitCode } from '../exit-codes.ts';
import { keepYoungHeap } from '../heap.ts';
import { printPieces } from '../pieces.ts';
import { type ProgressChoice, ProgressLine } from '../progress.ts';
import { differingRows, differingText, rowJson } from './diff-bytes.ts';
import { type OpenedImage, openImage } from './input.ts';
import { concluded, type Job } from './job.ts';
import { printTables } from './text.ts';
import { checkPids, checkWord } from './wanted.ts';

/** Of what stands on standard input nothing can be planned: it was read already. */
async function lossesFrom({ args }: Job, path: string, a: Image, b: Image): Promise<readonly Table[]> {
  if (path === '-') return [];
  const container = args.value('container');
  return knownLosses(a, b, (to) =>
    convertImage(path, undefined, { to, plan: true, ...(container !== undefined && { container }) }),
  );
}

const isSame = ({ processes, records, fields, memory }: Comparison): boolean =>
  processes.length + records.length + fields.length + memory.length === 0;

/** Prints what differs; differences are findings, as those of cmp(1). */
export async function showDiff(job: Job, path: string, otherPath: string): Promise<number> {
  const { args, terminal, filter, hasColor } = job;
  const progress = new ProgressLine(terminal, (args.value('progress') ?? 'auto') as ProgressChoice);
  // Two checkpoints will be there at once: less room is left for new objects.
  keepYoungHeap();
  const first = await openImage(job, path);
  let other: OpenedImage | undefined;
  try {
    other = await openImage(job, otherPath);
    const [a, b] = [first.image, other.image];
    checkPids([a.checkpoint, b.checkpoint], filter);
    for (const type of filter.types) checkWord(type, comparedTypes(a, b), 'a comparison');
    const steps = compareImages(a, b, filter);
    let step = steps.next();
    for (; !step.done; step = steps.next())
      progress.update(step.value.phase, step.value.done, step.value.total);
    progress.clear();
    if (args.flag('json')) {
      const bytes = args.flag('bytes') && { bytes: Array.from(differingRows(a, b, step.value), rowJson) };
      terminal.out(`${jsonText({ schemaVersion: 1, ...(jsonOf(step.value) as object), ...bytes })}\n`);
    } else {
      const isComplete = filter.pids.length > 0 || filter.types.length > 0;
      printTables(
        terminal,
        [
          ...comparisonTables(step.value, { isComplete, parts: comparedParts(a, b, filter) }),
          ...(filter.types.length > 0 ? [] : await lossesFrom(job, path, a, b)),
        ],
        hasColor,
      );
      if (args.flag('bytes')) printPieces(terminal, differingText(differingRows(a, b, step.value)));
    }
    const codes = [concluded(job, a.problems), concluded(job, b.problems)];
    return Math.max(...codes, isSame(step.value) ? exitCode.ok : exitCode.findings);
  } finally {
    progress.clear();
    first.close();
    other?.close();
  }
}
