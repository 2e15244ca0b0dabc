/** For tests only: one changed image, one line that says what became of it. */
import { readFileSync } from 'node:fs';
import { memorySource } from '../../../../parse/bytes/byte-source.ts';
import { sample } from '../../../../test-support/images.ts';
import type { SimulationReport } from '../../../report.ts';
import { findOpenvzKernel } from '../kernels.ts';
import { simulateOpenvzRestore } from '../simulate.ts';
import { ChangedImage } from './change-image.ts';

// biome-ignore lint/suspicious/noConfusingVoidType: what a change returns does not matter.
export type Change = (image: ChangedImage) => ChangedImage | void;

const samples = new Map<string, Uint8Array>();

function sampleBytes(name: string): Uint8Array {
  const bytes = samples.get(name) ?? readFileSync(sample(name));
  samples.set(name, bytes);
  return bytes;
}

/** The report about a sample with changes; `kernel` as users name it, default the sample's own. */
export function restoreChanged(name: string, change: Change, kernel?: string): SimulationReport {
  const image = new ChangedImage(sampleBytes(name));
  change(image);
  const options = kernel === undefined ? {} : { kernel: findOpenvzKernel(kernel)! };
  return simulateOpenvzRestore(memorySource(image.bytes, name), options);
}

/** `restores`, `fails EINVAL hz-mismatch`, `crashes endless-loop`. */
export function verdictLine({ verdict, failures }: SimulationReport): string {
  const [failure] = failures;
  return [verdict, failure?.errno, failure?.code].filter((word) => word !== undefined).join(' ');
}

export const restored = (name: string, change: Change, kernel?: string): string =>
  verdictLine(restoreChanged(name, change, kernel));

/** Codes of what is said although the restore goes on. */
export function said(name: string, change: Change, kernel?: string): readonly string[] {
  const { losses, notes } = restoreChanged(name, change, kernel);
  return [...new Set([...losses, ...notes].map(({ code }) => code))];
}
