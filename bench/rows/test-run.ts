/** The tests themselves: who works on the project waits for them. */
import { join } from 'node:path';
import { projectRoot, run } from '../measure.ts';
import type { Row } from '../row.ts';

/** On two processors that have nothing else to do. */
const budgetMs = 180_000;

const testRun: Row = {
  name: 'tests/run',
  what: 'npm test',
  isLarge: true,
  measure({ directory }) {
    const vitest = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');
    const { wallMs, cpuMs } = run([process.execPath, vitest, 'run', '--root', projectRoot], directory);
    return [
      { metric: 'wall time', value: wallMs, unit: 'ms', atMost: budgetMs },
      { metric: 'CPU time', value: cpuMs, unit: 'ms' },
    ];
  },
};

export const testRunRows: readonly Row[] = [testRun];
