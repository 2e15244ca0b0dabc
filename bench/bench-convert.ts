/** Converting large images, side by side with `cp` of the same file; and memory as the size grows. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from './bench.ts';
import { generateImage } from './generate-image.ts';
import { command, type Measured, median, projectRoot, run } from './measure.ts';

const mib = 1024 * 1024;
const rounds = 7;
const throughputBudget = 0.8;
const memoryBudgetMib = 200;

interface Pair {
  readonly convert: Measured;
  readonly plain: Measured;
  readonly synced: Measured;
  readonly unverified: Measured;
}

export function benchConvert(directory: string, isLarge: boolean): Row[] {
  const sample = join(projectRoot, 'samples', 'cpt', '2.6.18-counter.cpt');
  const sizes = [100 * mib, 1024 * mib, ...(isLarge ? [10240 * mib] : [])];
  return sizes.flatMap((size) => {
    const image = join(directory, 'image.cpt');
    const copy = join(directory, 'copy.cpt');
    const converted = join(directory, 'converted.cpt');
    generateImage(sample, image, size);
    const pairs: Pair[] = [];
    for (let round = 0; round < rounds; round++) {
      // In turn, so that a machine that gets slower does so for both.
      rmSync(copy, { force: true });
      const plain = run(['cp', image, copy], directory);
      rmSync(copy, { force: true });
      // The output of a conversion is on the disk when the command ends; that of cp is not.
      const synced = run(['sh', '-c', 'cp "$1" "$2" && sync "$2"', 'sh', image, copy], directory);
      rmSync(copy, { force: true });
      const convert = run(command('cr-convert', '-q', image, converted), directory);
      rmSync(converted, { force: true });
      const unverified = run(command('cr-convert', '-q', '--no-verify', image, converted), directory);
      rmSync(converted, { force: true });
      pairs.push({ convert, plain, synced, unverified });
    }
    rmSync(image);
    return rowsOf(size, pairs);
  });
}

function rowsOf(size: number, pairs: readonly Pair[]): Row[] {
  const label = size >= 1024 * mib ? `${size / 1024 / mib} GiB` : `${size / mib} MiB`;
  const ratio = median(pairs.map(({ convert, plain }) => plain.wallMs / convert.wallMs));
  const unverified = median(pairs.map((pair) => pair.plain.wallMs / pair.unverified.wallMs));
  const synced = median(pairs.map((pair) => pair.synced.wallMs / pair.convert.wallMs));
  const seconds = median(pairs.map(({ convert }) => convert.wallMs)) / 1000;
  const cpSeconds = median(pairs.map(({ plain }) => plain.wallMs)) / 1000;
  const rss = Math.max(...pairs.map(({ convert }) => convert.maxRssMib ?? Number.NaN));
  return [
    {
      what: `convert ${label} 2.6.18 → 2.6.32, throughput of cp`,
      measured: `${ratio.toFixed(2)} × (${seconds.toFixed(2)} s, cp ${cpSeconds.toFixed(2)} s; unverified ${unverified.toFixed(2)} ×; of cp and sync ${synced.toFixed(2)} ×)`,
      budget: size >= 1024 * mib ? `≥ ${throughputBudget} ×` : '—',
      isMet: size < 1024 * mib || ratio >= throughputBudget,
    },
    {
      what: `convert ${label}, peak memory`,
      measured: `${rss.toFixed(0)} MiB`,
      budget: `≤ ${memoryBudgetMib} MiB`,
      isMet: rss <= memoryBudgetMib,
    },
  ];
}
