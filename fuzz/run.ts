/**
 * `npm run fuzz -- [--family NAME] [--seconds N] [--seed N] [--count N] [--save DIR]`: mutated inputs to all that
 * commands do. A watch looks at time and memory; a fault is printed with its seed, which makes the same input again.
 * Each minute a line says where it is: `--seed` with its number goes on there.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { type Fault, Fuzzer } from './fuzzer.ts';
import { families } from './seed.ts';
import { inputOf, type Work } from './worker.ts';

/** Processor time: on a busy machine the clock says nothing. */
const slowMs = 2_000;
/** Beside what the program itself needs. */
const heapMb = 200;
/** Of the whole process, buffers included: this program with all commands and their tools is 350. */
const residentMb = 600;
const lookMs = 200;
const tellMs = 60_000;

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
const inputs = { families: wanted, firstSeed: Number(values.seed) };
const until = wanted.length * Number(values.count ?? 1e12);
const fuzzer = new Fuzzer();
const say = (line: string) => process.stdout.write(`${line}\n`);
let faults = 0;
let told = Date.now();

async function report({ family, seed, start, steps, what }: Fault): Promise<void> {
  faults++;
  say(`\n${family} ${seed} (${start}, mutations ${steps.join(' ')})\n${what}\n`);
  if (values.save === undefined) return;
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

function tell(turn: number): void {
  told = Date.now();
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  const { seed } = inputOf(inputs, turn);
  say(`${new Date().toISOString()} seed ${seed}: ${turn} inputs, ${faults} faults, at most ${peakMb} MiB`);
}

function cpuTimeMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** One thread, until the end or an input that never ends; where the next one goes on. One, so that its time is the input's. */
async function work(from: number): Promise<number> {
  const progress = new SharedArrayBuffer(8);
  const shown = new Float64Array(progress).fill(-1);
  const data: Work = { ...inputs, from, until, progress };
  const worker = new Worker(new URL('./worker-start.mjs', import.meta.url), {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  const reports: Promise<void>[] = [];
  worker.on('message', (fault: Fault) => reports.push(report(fault)));
  const reached = () => Math.max(from, shown[0] ?? from);
  const fault = (what: string) =>
    reports.push(report({ ...inputOf(inputs, reached()), start: '', steps: [], what }));
  const next = await new Promise<number>((resolve) => {
    let end: number | undefined;
    let seen = { turn: -1, cpuMs: 0 };
    const watch = setInterval(() => {
      if (end !== undefined) return;
      const [turn, cpuMs] = [shown[0] ?? -1, cpuTimeMs()];
      if (turn !== seen.turn || turn < 0) seen = { turn, cpuMs };
      else if (cpuMs - seen.cpuMs > slowMs) {
        fault(`more than ${slowMs} ms`);
        end = reached() + 1;
      }
      const nowMb = Math.round(process.memoryUsage.rss() / 1024 ** 2);
      if (nowMb > residentMb) {
        fault(`${nowMb} MiB`);
        end = reached() + 1;
      }
      if (Date.now() - told > tellMs) tell(reached());
      if (Date.now() > deadline) end ??= reached();
      if (end !== undefined) void worker.terminate();
    }, lookMs);
    worker.on('error', (error) => {
      fault(error.stack ?? error.message);
      end = reached() + 1;
    });
    worker.on('exit', () => {
      clearInterval(watch);
      resolve(end ?? until);
    });
  });
  await Promise.all(reports);
  return next;
}

say(`seed ${inputs.firstSeed}, ${wanted.join(', ')}`);
let turn = 0;
while (turn < until && Date.now() < deadline) turn = await work(turn);
tell(turn);
process.exitCode = faults === 0 ? 0 : 1;
