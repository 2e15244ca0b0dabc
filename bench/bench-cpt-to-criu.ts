/** CPT images to CRIU directories, side by side with `cp` of the image; and memory as the size grows. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from './bench.ts';
import { generateImage } from './generate-image.ts';
import { command, type Measured, median, projectRoot, run } from './measure.ts';

const mib = 1024 * 1024;
const rounds = 5;
const memoryBudgetMib = 200;

export function benchCptToCriu(directory: string, isLarge: boolean): Row[] {
  const sample = join(projectRoot, 'samples', 'cpt', '2.6.18-counter.cpt');
  const sizes = [100 * mib, 1024 * mib, ...(isLarge ? [10240 * mib] : [])];
  return sizes.flatMap((size) => {
    const image = join(directory, 'image.cpt');
    const copy = join(directory, 'copy.cpt');
    const converted = join(directory, 'converted');
    generateImage(sample, image, size);
    const pairs: { convert: Measured; plain: Measured }[] = [];
    for (let round = 0; round < rounds; round++) {
      // In turn, so that a machine that gets slower does so for both.
      const plain = run(['cp', '--reflink=never', image, copy], directory);
      rmSync(copy, { force: true });
      const convert = run(
        command('cr-convert', '-q', '--to', 'criu', '--no-verify', image, converted),
        directory,
      );
      rmSync(converted, { recursive: true, force: true });
      pairs.push({ convert, plain });
    }
    rmSync(image);
    return rowsOf(size, pairs);
  });
}

function rowsOf(size: number, pairs: readonly { convert: Measured; plain: Measured }[]): Row[] {
  const label = size >= 1024 * mib ? `${size / 1024 / mib} GiB` : `${size / mib} MiB`;
  const ratio = median(pairs.map(({ convert, plain }) => plain.wallMs / convert.wallMs));
  const seconds = median(pairs.map(({ convert }) => convert.wallMs)) / 1000;
  const rss = Math.max(...pairs.map(({ convert }) => convert.maxRssMib ?? Number.NaN));
  return [
    {
      what: `convert ${label} 2.6.18 → CRIU, throughput of cp`,
      measured: `${ratio.toFixed(2)} × (${seconds.toFixed(2)} s)`,
      budget: '—',
      isMet: true,
    },
    {
      what: `convert ${label} 2.6.18 → CRIU, peak memory`,
      measured: `${rss.toFixed(0)} MiB`,
      budget: `≤ ${memoryBudgetMib} MiB`,
      isMet: rss <= memoryBudgetMib,
    },
  ];
}
