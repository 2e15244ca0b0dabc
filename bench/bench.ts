/**
 * `npm run bench`: the budgets of the project, measured as ratios in one run. Makes its own images in a
 * temporary folder; `--large` adds a 10 GiB one.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchConvert } from './bench-convert.ts';
import { benchCptToCriu } from './bench-cpt-to-criu.ts';
import { benchCrit } from './bench-crit.ts';
import { benchCriuTasks } from './bench-criu-tasks.ts';
import { benchHelp } from './bench-help.ts';
import { benchInspect } from './bench-inspect.ts';
import { benchRestoreSim } from './bench-restore-sim.ts';

export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly budget: string;
  readonly isMet: boolean;
}

const directory = mkdtempSync(join(process.env['CR_BENCH_DIR'] ?? tmpdir(), 'cr-bench-'));
try {
  const isLarge = process.argv.includes('--large');
  const rows: Row[] = [
    ...benchHelp(directory),
    ...benchConvert(directory, isLarge),
    ...benchCptToCriu(directory, isLarge),
    ...(await benchCrit(directory)),
    ...(await benchCriuTasks(directory)),
    ...benchRestoreSim(directory),
    ...(await benchInspect(directory, isLarge)),
  ];
  const width = Math.max(...rows.map(({ what }) => what.length));
  for (const { what, measured, budget, isMet } of rows) {
    console.log(
      `${what.padEnd(width)}  ${measured.padEnd(44)}  budget ${budget}  ${isMet ? 'met' : 'MISSED'}`,
    );
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}
