/** The thread that works: says before each input which it is, so that one that never ends is known. */
import { parentPort, workerData } from 'node:worker_threads';
import { Fuzzer } from './fuzzer.ts';
import type { FuzzFamily } from './seed.ts';

export interface Work {
  readonly family: FuzzFamily;
  readonly from: number;
  readonly until: number;
  /** [seed, milliseconds of the clock when it began]. */
  readonly progress: SharedArrayBuffer;
}

const { family, from, until, progress } = workerData as Work;
const shown = new Float64Array(progress);
const fuzzer = new Fuzzer();

for (let seed = from; seed < until; seed++) {
  shown[0] = seed;
  shown[1] = Date.now();
  const fault = await fuzzer.run(family, seed);
  if (fault !== undefined) parentPort?.postMessage(fault);
}
shown[1] = 0;
