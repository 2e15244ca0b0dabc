/** One input after the other, in the thread that calls: what a seed does, and the smallest recipe that does it. */
import { corpus } from './corpus.ts';
import { applied, recipe } from './mutate.ts';
import type { FuzzFamily, Seed } from './seed.ts';
import { isExpected, target } from './targets.ts';

export interface Fault {
  readonly family: FuzzFamily;
  readonly seed: number;
  /** Which input it starts from, and which mutations are needed. */
  readonly start: string;
  readonly steps: readonly number[];
  readonly what: string;
}

export class Fuzzer {
  readonly #seeds = new Map<FuzzFamily, readonly Seed[]>();

  async #corpusOf(family: FuzzFamily): Promise<readonly Seed[]> {
    const known = this.#seeds.get(family) ?? bySize(await corpus[family]());
    this.#seeds.set(family, known);
    return known;
  }

  /** Undefined when all is well. */
  async run(family: FuzzFamily, seed: number): Promise<Fault | undefined> {
    const seeds = await this.#corpusOf(family);
    const { pick, steps } = recipe(seed, seeds.length);
    const start = seeds[pick] as Seed;
    const what = await faultOf(family, seed, start, steps);
    if (what === undefined) return undefined;
    const few = await minimised(family, seed, start, steps);
    return { family, seed, start: start.name, steps: few, what };
  }

  /** The input of a seed, for a file that shows the fault to a command. */
  async input(family: FuzzFamily, seed: number): Promise<Seed> {
    const seeds = await this.#corpusOf(family);
    const { pick, steps } = recipe(seed, seeds.length);
    return applied(seeds[pick] as Seed, steps);
  }
}

const sizeOf = (seed: Seed): number =>
  'bytes' in seed ? seed.bytes.length : [...seed.files.values()].reduce((sum, { length }) => sum + length, 0);

const bySize = (seeds: readonly Seed[]): readonly Seed[] =>
  [...seeds].sort((left, right) => sizeOf(left) - sizeOf(right));

/** Of processor time, of which there is none but ours; twice, since what is met for the first time is loaded and compiled. */
const slowMs = 2_000;

async function timed(run: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function faultOf(
  family: FuzzFamily,
  seed: number,
  start: Seed,
  steps: readonly number[],
): Promise<string | undefined> {
  try {
    const run = () => target(family, applied(start, steps), seed);
    const ms = await timed(run);
    const again = ms < slowMs ? ms : await timed(run);
    return again < slowMs ? undefined : `${Math.round(again)} ms`;
  } catch (error) {
    if (isExpected(error)) return undefined;
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

/** Leaves out one mutation after the other as long as it still fails. */
async function minimised(
  family: FuzzFamily,
  seed: number,
  start: Seed,
  steps: readonly number[],
): Promise<readonly number[]> {
  let needed = steps;
  for (const step of steps) {
    const fewer = needed.filter((other) => other !== step);
    if ((await faultOf(family, seed, start, fewer)) !== undefined) needed = fewer;
  }
  return needed;
}
