/** What every view is shown with, and how one ends. */
import { formatDiagnostic } from '../../diagnostic.ts';
import type { Filter } from '../../inspect/filter.ts';
import type { Problems } from '../../inspect/image.ts';
import { exitCode } from '../exit-codes.ts';
import type { Arguments } from '../options.ts';
import { type Terminal, visible } from '../terminal.ts';

/** What every view is shown with. */
export interface Job {
  readonly args: Arguments;
  readonly terminal: Terminal;
  readonly filter: Filter;
  readonly hasColor: boolean;
}

const shownMax = 20;

/** Problems go to standard error, after what could be shown. */
export function concluded({ args, terminal }: Job, problems: Problems): number {
  const { diagnostics, count, hasErrors } = problems;
  const shown = args.flag('quiet') ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics;
  for (const diagnostic of shown.slice(0, shownMax))
    terminal.err(`${visible(formatDiagnostic(diagnostic))}\n`);
  const more = count - Math.min(shown.length, shownMax);
  if (more > 0 && !args.flag('quiet')) {
    terminal.err(`… and ${more} more; cr-validate lists all\n`);
  }
  return hasErrors ? exitCode.findings : exitCode.ok;
}
