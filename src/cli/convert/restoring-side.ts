/**
 * What this machine would let a restoring CRIU do, for images that are restored where they are converted:
 * capset(2) refuses capabilities beyond the bounding set, and setrlimit(2) limits beyond the hard ones.
 */
import { readFileSync } from 'node:fs';
import type { RestoringMachine } from '../../convert/leg.ts';

const capSysResource = 1n << 24n;

/** Undefined where /proc does not say. */
export function thisMachine(): RestoringMachine | undefined {
  try {
    const status = readFileSync('/proc/self/status', 'utf8');
    const capabilities = BigInt(`0x${/^CapBnd:\s*(\w+)$/m.exec(status)?.[1] ?? ''}`);
    // Who has the capability may raise every limit.
    if ((capabilities & capSysResource) !== 0n) return { capabilities };
    return { capabilities, hardLimits: hardLimits(readFileSync('/proc/self/limits', 'utf8')) };
  } catch {
    return undefined;
  }
}

/** By number of setrlimit(2), in the words of /proc/PID/limits. */
const names = [
  ...['cpu time', 'file size', 'data size', 'stack size', 'core file size', 'resident set', 'processes'],
  ...['open files', 'locked memory', 'address space', 'file locks', 'pending signals', 'msgqueue size'],
  ...['nice priority', 'realtime priority', 'realtime timeout'],
];

export function hardLimits(text: string): readonly (bigint | undefined)[] {
  return names.map((name) => {
    const [, hard] = new RegExp(`^Max ${name} +\\S+ +(\\d+)`, 'm').exec(text) ?? [];
    return hard === undefined ? undefined : BigInt(hard);
  });
}
