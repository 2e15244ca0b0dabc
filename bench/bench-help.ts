/** How long `--help` takes. */
import type { Row } from './bench.ts';
import { command, median, run } from './measure.ts';

const budgetMs = 150;
const rounds = 7;

export function benchHelp(directory: string): Row[] {
  return ['cr-convert', 'cr-inspect', 'cr-validate', 'cr-restore-sim', 'cr-crit'].map((name) => {
    const times = Array.from({ length: rounds }, () => run(command(name, '--help'), directory).wallMs);
    const wallMs = median(times);
    return {
      what: `${name} --help`,
      measured: `${wallMs.toFixed(0)} ms`,
      budget: `${budgetMs} ms`,
      isMet: wallMs <= budgetMs,
    };
  });
}
