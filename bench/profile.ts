/** Where the time of one command goes: the profile of V8, and its heaviest functions as text. */
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { run } from './measure.ts';
import type { Words } from './row.ts';

interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

const shownMax = 25;

/** Runs the command once; its profiles stay in `directory`, for the developer tools of a browser. */
export function profile([node = '', ...words]: Words, directory: string, scratch: string): string {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const { wallMs, cpuMs } = run([node, '--cpu-prof', `--cpu-prof-dir=${directory}`, ...words], scratch, true);
  const files = readdirSync(directory).map((name) => join(directory, name));
  const tables = files.map((file) => `${file}\n${heaviest(JSON.parse(readFileSync(file, 'utf8')))}`);
  return `${wallMs.toFixed(0)} ms, CPU ${cpuMs.toFixed(0)} ms (with the profiler)\n${tables.join('\n')}`;
}

/** By the time in the function itself. */
function heaviest({ nodes, samples, timeDeltas }: CpuProfile): string {
  const nameOf = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => [
      id,
      `${functionName || '(anonymous)'}${url === '' ? '' : ` ${basename(url)}:${lineNumber + 1}`}`,
    ]),
  );
  const byName = new Map<string, number>();
  for (const [index, id] of samples.entries()) {
    const name = nameOf.get(id) ?? '?';
    byName.set(name, (byName.get(name) ?? 0) + (timeDeltas[index] ?? 0));
  }
  const rows = [...byName].sort(([, a], [, b]) => b - a).slice(0, shownMax);
  return rows.map(([name, us]) => `${(us / 1000).toFixed(1).padStart(10)} ms  ${name}`).join('\n');
}
