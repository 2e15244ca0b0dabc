/** The thread that works: says before each input which it is, so that one that never ends is known. */
import { parentPort, workerData } from 'node:worker_threads';
import { Fuzzer } from './fuzzer.ts';
import type { FuzzFamily } from './seed.ts';

/** Turns go through the families with one seed, then with the next. */
export interface Work {
  readonly families: readonly FuzzFamily[];
  readonly firstSeed: number;
  readonly from: number;
  readonly until: number;
  /** The turn that it is at; -1 before the first. */
  readonly progress: SharedArrayBuffer;
}

export const inputOf = (
  { families, firstSeed }: Pick<Work, 'families' | 'firstSeed'>,
  turn: number,
): { readonly family: FuzzFamily; readonly seed: number } => ({
  family: families[turn % families.length] as FuzzFamily,
  seed: firstSeed + Math.floor(turn / families.length),
});

if (parentPort !== null) {
  const work = workerData as Work;
  const shown = new Float64Array(work.progress);
  const fuzzer = new Fuzzer();
  for (let turn = work.from; turn < work.until; turn++) {
    shown[0] = turn;
    const { family, seed } = inputOf(work, turn);
    const fault = await fuzzer.run(family, seed);
    if (fault !== undefined) parentPort.postMessage(fault);
  }
}
