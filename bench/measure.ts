/** Runs whole commands and measures them: wall time, CPU time of all their threads, peak memory. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Words } from './row.ts';

export const projectRoot = fileURLToPath(new URL('..', import.meta.url));
const usageHook = join(projectRoot, 'bench', 'report-usage.cjs');

export interface Measured {
  readonly wallMs: number;
  /** User and system; of other programs in steps of 10 ms. */
  readonly cpuMs: number;
  /** Of our own commands only. */
  readonly maxRssMib: number | undefined;
}

/** One of our commands as it is installed. */
export const command = (name: string, ...args: Words): Words => [
  ...[process.execPath, '-r', usageHook, join(projectRoot, 'dist', 'bin', `${name}.js`)],
  ...args,
];

/** Tells the times of its children on descriptor 3, see times in sh(1). */
const timed = '"$@" 3>&- ; status=$?; times >&3; exit $status';

/** Throws when the program does not end with 0 (or 1 with `mayFind`: it found something). */
export function run(words: Words, directory: string, mayFind = false): Measured {
  const usageFile = join(directory, 'usage.json');
  rmSync(usageFile, { force: true });
  const start = performance.now();
  const { status, stderr, output } = spawnSync('sh', ['-c', timed, 'sh', ...words], {
    env: { ...process.env, CR_BENCH_USAGE: usageFile },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  const wallMs = performance.now() - start;
  if (status !== 0 && !(mayFind && status === 1)) {
    throw new Error(`${words.join(' ')} ended with ${status}:\n${stderr}`);
  }
  const usage = usageOf(usageFile);
  return { wallMs, cpuMs: usage?.cpuMs ?? childrenMs(output[3] ?? ''), maxRssMib: usage?.maxRssMib };
}

export function usageOf(file: string): { readonly cpuMs: number; readonly maxRssMib: number } | undefined {
  try {
    const { maxRssKib, cpuUs } = JSON.parse(readFileSync(file, 'utf8'));
    return { cpuMs: cpuUs / 1000, maxRssMib: maxRssKib / 1024 };
  } catch {
    // Not one of our commands.
    return undefined;
  }
}

/** The second line of `times` is of the children: user and system time. */
function childrenMs(text: string): number {
  const times = [...text.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds),
  );
  return ((times[2] ?? 0) + (times[3] ?? 0)) * 1000;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const installed = new Map<string, boolean>();

/** Whether a program of another project is there. */
export function isInstalled(name: string): boolean {
  const known = installed.get(name) ?? spawnSync('sh', ['-c', 'command -v "$1"', 'sh', name]).status === 0;
  installed.set(name, known);
  return known;
}
