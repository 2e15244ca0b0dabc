/**
 * How soon the engine compiles a function anew, for speed: after so many bytes of its code were run. What it compiles
 * with is the second processor, which the collector wants as well; most commands end before that is worth it. Later ones
 * than that of Node.js 20 have budgets of another kind, and keep them.
 */
import { setEngineFlag } from './engine-flags.ts';

/** Twice the engine's own of Node.js 20. */
const patientBytes = 264_000;
const usualBytes = 132_000;

/** For commands as they are: conversions of large images take a sixth less time, views an eighth. */
export const compileLate = (): void => setEngineFlag('--interrupt-budget', patientBytes);

/** For work of seconds. */
export const compileSoon = (): void => setEngineFlag('--interrupt-budget', usualBytes);
