/**
 * `npm run fuzz -- [--family NAME] [--seconds N] [--seed N] [--count N] [--save DIR]`: mutated inputs to all that
 * commands do. A watch looks at time and memory; a fault is printed with its seed, which makes the same input again.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { type Fault, Fuzzer } from './fuzzer.ts';
import { type FuzzFamily, families } from './seed.ts';
import type { Work } from './worker.ts';

/** Processor time: on a busy machine the clock says nothing. What takes so long does not end. */
const slowMs = 10_000;
/** Beside what the program itself needs. */
const heapMb = 200;
const lookMs = 200;
const stretch = 2_000;

const { values } = parseArgs({
  options: {
    family: { type: 'string' },
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    count: { type: 'string' },
    save: { type: 'string' },
  },
});

const wanted = families.filter((family) => values.family === undefined || family === values.family);
if (wanted.length === 0) throw new Error(`--family takes ${families.join(', ')}`);
const deadline = Date.now() + Number(values.seconds) * 1000;
const first = Number(values.seed);
const countMax = values.count === undefined ? Number.POSITIVE_INFINITY : Number(values.count);
const found: Fault[] = [];
const counts = new Map<FuzzFamily, number>();

function cpuTimeMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** One thread for some thousand inputs; a new one goes on behind an input that never ends. */
async function work(family: FuzzFamily, from: number, until: number): Promise<number> {
  const progress = new SharedArrayBuffer(16);
  const shown = new Float64Array(progress);
  const data: Work = { family, from, until, progress };
  const worker = new Worker(new URL('./worker-start.mjs', import.meta.url), {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  worker.on('message', (fault: Fault) => found.push(fault));
  const reached = () => Math.max(from, shown[0] ?? from);
  const fault = (what: string) => found.push({ family, seed: reached(), start: '', steps: [], what });
  return await new Promise<number>((resolve) => {
    // Where the next thread goes on: behind what was done, or behind what ended this one.
    let next: number | undefined;
    let seen = { seed: Number.NaN, cpuMs: 0 };
    const watch = setInterval(() => {
      if (next !== undefined) return;
      const [seed, cpuMs] = [(shown[1] ?? 0) > 0 ? reached() : Number.NaN, cpuTimeMs()];
      if (seed !== seen.seed) seen = { seed, cpuMs };
      else if (cpuMs - seen.cpuMs > slowMs) {
        fault(`more than ${slowMs} ms`);
        next = reached() + 1;
      }
      if (next === undefined && Date.now() > deadline) next = reached();
      if (next !== undefined) void worker.terminate();
    }, lookMs);
    worker.on('error', (error) => {
      fault(error.stack ?? error.message);
      next = reached() + 1;
    });
    worker.on('exit', () => {
      clearInterval(watch);
      resolve(next ?? until);
    });
  });
}

process.stdout.write(`seed ${first}, ${wanted.join(', ')}\n`);
// One thread after the other, so that the time of the process is that of the input.
const next = new Map(wanted.map((family) => [family, first]));
for (let [family] = wanted; family !== undefined && Date.now() < deadline; ) {
  const at = next.get(family) ?? first;
  const reached = await work(family, at, Math.min(at + stretch, first + countMax));
  next.set(family, reached);
  counts.set(family, reached - first);
  family = wanted
    .filter((one) => (next.get(one) ?? first) - first < countMax)
    .sort((left, right) => (next.get(left) ?? 0) - (next.get(right) ?? 0))[0];
}

const fuzzer = new Fuzzer();
for (const { family, seed, start, steps, what } of found) {
  process.stdout.write(`\n${family} ${seed} (${start}, mutations ${steps.join(' ')})\n${what}\n`);
  if (values.save === undefined) continue;
  mkdirSync(values.save, { recursive: true });
  const input = await fuzzer.input(family, seed);
  const path = join(values.save, `${family}-${seed}`);
  if ('bytes' in input) writeFileSync(path, input.bytes);
  else {
    for (const [name, bytes] of input.files) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), bytes);
    }
  }
}
const total = [...counts].map(([family, count]) => `${family} ${count}`).join(', ');
process.stdout.write(`\n${total}: ${found.length} faults\n`);
process.exitCode = found.length === 0 ? 0 : 1;
