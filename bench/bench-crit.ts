/** Decoding a pagemap of 200,000 entries, against crit where it is installed (Debian package criu). */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from './bench.ts';
import { command, type Measured, median, run } from './measure.ts';

const entryCount = 200_000;
const rounds = 5;
const ratioBudget = 6;
const memoryBudgetMib = 90;

export function benchCrit(directory: string): Row[] {
  const image = pagemap(directory);
  const output = join(directory, 'pagemap.json.out');
  const times = (words: readonly string[]): Measured[] =>
    Array.from({ length: rounds }, () => run(words, directory));
  const ours = times(command('cr-crit', 'decode', '-i', image, '-o', output, '--force'));
  const wallMs = median(ours.map((one) => one.wallMs));
  const rss = Math.max(...ours.map(({ maxRssMib }) => maxRssMib ?? Number.NaN));
  const hasCrit = spawnSync('crit', ['--help']).status === 0;
  const crit = hasCrit
    ? median(times(['crit', 'decode', '-i', image, '-o', output]).map((one) => one.wallMs))
    : undefined;
  return [
    {
      what: `decode a pagemap of ${entryCount} entries`,
      measured: `${wallMs.toFixed(0)} ms, crit ${crit === undefined ? 'is not installed: SKIPPED' : `${(crit / wallMs).toFixed(1)} × slower`}`,
      budget: `${ratioBudget} × faster than crit`,
      isMet: crit === undefined || crit / wallMs >= ratioBudget,
    },
    {
      what: 'decode that pagemap, peak memory',
      measured: `${rss.toFixed(0)} MiB`,
      budget: `≤ ${memoryBudgetMib} MiB`,
      isMet: rss <= memoryBudgetMib,
    },
  ];
}

/** Made through crit's own JSON form, which our encoder reads. */
function pagemap(directory: string): string {
  const json = join(directory, 'pagemap.json');
  const image = join(directory, 'pagemap-1.img');
  const entries = Array.from({ length: entryCount }, (_, index) => ({
    vaddr: `0x${(0x10000000 + index * 8192).toString(16)}`,
    nr_pages: 1,
    flags: 'PE_PRESENT',
  }));
  writeFileSync(json, JSON.stringify({ magic: 'PAGEMAP', entries: [{ pages_id: 1 }, ...entries] }));
  run(command('cr-crit', 'encode', '-i', json, '-o', image), directory);
  return image;
}
