/**
 * Whole commands on CRIU dumps of many tasks, each with half a dozen files. Time per task must not grow with
 * their number, nor memory beyond what any command may take.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from './bench.ts';
import { generateCriuImage } from './generate-criu-image.ts';
import { command, type Measured, median, projectRoot, run } from './measure.ts';

const sizes = [1000, 10_000];
/** Ten times as many tasks may take so many times as long. */
const growthMax = 15;
const memoryMib = 200;
const rounds = 3;

const commands: readonly (readonly [name: string, ...words: string[]])[] = [
  ['cr-crit', 'x', 'ps'],
  ['cr-inspect', 'ps', '--json'],
  ['cr-restore-sim', '-q'],
  ['cr-validate', '-q'],
];

export async function benchCriuTasks(directory: string): Promise<Row[]> {
  const sample = join(projectRoot, 'samples', 'criu', 'podman-tree.tar.zst');
  const dumps = sizes.map((count) => join(directory, `dump-${count}`));
  for (const [index, dump] of dumps.entries()) await generateCriuImage(sample, dump, sizes[index] as number);
  const rows = commands.flatMap(([name, ...words]) => rowsOf(name, words, dumps, directory));
  for (const dump of dumps) rmSync(dump, { recursive: true });
  return rows;
}

function rowsOf(name: string, words: readonly string[], dumps: readonly string[], directory: string): Row[] {
  let before: number | undefined;
  return dumps.map((dump, index) => {
    // The verb of cr-crit stands before the dump, views and switches may follow it.
    const [verb, ...rest] = words;
    const line = name === 'cr-crit' ? [verb ?? '', dump, ...rest] : [dump, ...words];
    const runs = Array.from({ length: rounds }, (): Measured => run(command(name, ...line), directory));
    const wallMs = median(runs.map((one) => one.wallMs));
    const rss = Math.max(...runs.map(({ maxRssMib }) => maxRssMib ?? Number.NaN));
    const growth = before === undefined ? 0 : wallMs / before;
    before = wallMs;
    return {
      what: `${name} ${words.join(' ')}, CRIU, ${(sizes[index] as number).toLocaleString('en')} tasks`,
      measured: `${wallMs.toFixed(0)} ms, ${rss.toFixed(0)} MiB${growth === 0 ? '' : `, ${growth.toFixed(1)} × the row above`}`,
      budget: `≤ ${growthMax} ×, ≤ ${memoryMib} MiB`,
      isMet: growth <= growthMax && rss <= memoryMib,
    };
  });
}
