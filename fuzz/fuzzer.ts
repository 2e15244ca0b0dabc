/** One input after the other, in the thread that calls: what a seed does, and the smallest recipe that does it. */
import { corpus, type FuzzFamily, type Seed } from './corpus.ts';
import { applied, recipe } from './mutate.ts';
import { isExpected, targets } from './targets.ts';

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
    const known = this.#seeds.get(family) ?? (await corpus[family]());
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
    return applied(seeds[pick] as Seed, family, steps);
  }
}

async function faultOf(
  family: FuzzFamily,
  seed: number,
  start: Seed,
  steps: readonly number[],
): Promise<string | undefined> {
  try {
    await targets[family](applied(start, family, steps), seed);
    return undefined;
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
