/** Runs whole commands and measures them: wall time and peak memory, several rounds, medians. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('..', import.meta.url));
const usageHook = join(projectRoot, 'bench', 'report-usage.mjs');

export interface Measured {
  readonly wallMs: number;
  readonly maxRssMib: number | undefined;
}

export const command = (name: string, ...args: readonly string[]) => [
  process.execPath,
  '--import',
  usageHook,
  join(projectRoot, 'dist', 'bin', `${name}.js`),
  ...args,
];

export function run([file, ...args]: readonly string[], directory: string): Measured {
  const usageFile = join(directory, 'usage.json');
  rmSync(usageFile, { force: true });
  const start = performance.now();
  const { status, stderr } = spawnSync(file ?? '', args, {
    env: { ...process.env, CR_BENCH_USAGE: usageFile },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  const wallMs = performance.now() - start;
  if (status !== 0) throw new Error(`${file} ${args.join(' ')} ended with ${status}:\n${stderr}`);
  let maxRssMib: number | undefined;
  try {
    maxRssMib = JSON.parse(readFileSync(usageFile, 'utf8')).maxRssKib / 1024;
  } catch {
    // Not one of our commands.
  }
  return { wallMs, maxRssMib };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
