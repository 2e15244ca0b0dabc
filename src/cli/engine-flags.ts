/**
 * Flags of the engine, set while the program runs, for all threads. One that it does not know it answers with a line on
 * standard error, and nothing tells before: each is given only to engines that were seen to know it.
 */
import { setFlagsFromString } from 'node:v8';

/** Major versions of V8: Node.js 20 has 11, and 26 has 14. */
const engines = {
  '--heap-growing-percent': { from: 11, to: 14 },
  '--semi-space-growth-factor': { from: 11, to: 14 },
  '--no-allocation-site-pretenuring': { from: 11, to: 14 },
  // The later ones count invocations instead.
  '--interrupt-budget': { from: 11, to: 11 },
} as const;

export type EngineFlag = keyof typeof engines;

/** `version` as `process.versions.v8` has it. */
export function isKnownTo(version: string, flag: EngineFlag): boolean {
  const { from, to } = engines[flag];
  const major = Number.parseInt(version, 10);
  return major >= from && major <= to;
}

export function setEngineFlag(flag: EngineFlag, value?: number): void {
  if (!isKnownTo(process.versions.v8, flag)) return;
  setFlagsFromString(value === undefined ? flag : `${flag}=${value}`);
}
