/** Two images compared, as text or JSON. */
import { compareImages } from '../inspect-tui/compare/compare.ts';
import { comparisonTables } from '../inspect-tui/compare/comparison-tables.ts';
import { inspectedImage } from '../inspect-tui/image.ts';
import { jsonOf, jsonText } from '../inspect-tui/view-json.ts';
import { openInput } from './input.ts';
import { concluded, type Job } from './inspect-command.ts';
import { printTables } from './inspect-text.ts';
import { type ProgressChoice, ProgressLine } from './progress.ts';

/** Prints what differs. Differences are no findings: the exit code speaks of damage only. */
export function showDiff(job: Job, otherPath: string): number {
  const { args, terminal, source, filter, hasColor } = job;
  const progress = new ProgressLine(terminal, (args.value('progress') ?? 'auto') as ProgressChoice);
  const other = openInput(otherPath);
  try {
    const [a, b] = [inspectedImage(source), inspectedImage(other)];
    const steps = compareImages(a, b, filter);
    let step = steps.next();
    for (; !step.done; step = steps.next())
      progress.update(step.value.phase, step.value.done, step.value.total);
    progress.clear();
    if (args.flag('json')) {
      terminal.out(`${jsonText({ schemaVersion: 1, ...(jsonOf(step.value) as object) })}\n`);
    } else {
      const isComplete = filter.pids.length > 0 || filter.types.length > 0;
      printTables(terminal, comparisonTables(step.value, { isComplete }), hasColor);
    }
    return Math.max(concluded(job, a.problems), concluded(job, b.problems));
  } finally {
    progress.clear();
    other.close();
  }
}
