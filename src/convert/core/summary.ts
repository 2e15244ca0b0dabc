/** What is said of core files: lines, losses, and the same as JSON. */

import type { Report } from '../../diagnostic.ts';
import { type Missing, missingWords } from '../../memory/plan.ts';
import { plural } from '../../plural.ts';
import type { CountedRow } from '../leg.ts';
import { coreDiagnostic } from './codes.ts';
import type { CoreFile, CoreSummary } from './core-file.ts';
import type { Cores, ProcessCore } from './cores-of.ts';

export interface WrittenCore extends ProcessCore {
  readonly summary: CoreSummary;
}

export const nameOf = ({ pid }: CoreFile): string => `core.${pid}`;

/** Not in the cores that kernels write either, unless asked for: core(5), "Controlling which mappings are written". */
const expectedMissing: ReadonlySet<Missing> = new Set<Missing>(['in-file', 'kernel', 'guard', 'unmapped']);

const missingOf = ({ missingBytes }: CoreSummary) => Object.entries(missingBytes) as [Missing, bigint][];
const lostOf = (summary: CoreSummary) => missingOf(summary).filter(([why]) => !expectedMissing.has(why));

export function reportMissing(written: readonly WrittenCore[], report: Report): void {
  for (const { comm, core, summary } of written)
    for (const [why, bytes] of lostOf(summary)) {
      const message = `the core of ${core.pid} ${comm} is without ${kib(bytes)}: ${missingWords[why]}`;
      report(coreDiagnostic('core-memory-lost', message));
    }
}

export function lossesOf(written: readonly WrittenCore[], { lost }: Cores): readonly CountedRow[] {
  const memory = new Map<Missing, bigint>();
  for (const { summary } of written)
    for (const [why, bytes] of lostOf(summary)) memory.set(why, (memory.get(why) ?? 0n) + bytes);
  return [
    ...lost.map((what) => ({ row: 'process', what, count: 1 })),
    ...[...memory].map(([why, bytes]) => ({
      ...{ row: 'memory', count: 1 },
      what: `${kib(bytes)}: ${missingWords[why]}`,
    })),
  ];
}

export function linesOf({ comm, core, summary }: WrittenCore): string[] {
  const { storedBytes, zeroBytes, filledBytes } = summary;
  const threads = core.facts.threads.length;
  const parts = [
    `${kib(storedBytes)} of the image`,
    `${kib(zeroBytes)} of zeros`,
    ...(filledBytes > 0n ? [`${kib(filledBytes)} of mapped files`] : []),
  ];
  return [
    `${nameOf(core)}: ${core.pid} ${comm}, ${plural(threads, 'thread')}, ${parts.join(', ')}`,
    ...missingOf(summary).map(([why, bytes]) => `  without ${kib(bytes)}: ${missingWords[why]}`),
  ];
}

const kib = (bytes: bigint): string => `${bytes / 1024n} KiB`;

export const jsonOf = (written: readonly WrittenCore[], { ended, lost }: Cores) => ({
  cores: written.map(({ comm, core, summary }) => ({
    pid: core.pid,
    comm,
    file: nameOf(core),
    threads: core.facts.threads.length,
    storedBytes: String(summary.storedBytes),
    zeroBytes: String(summary.zeroBytes),
    filledBytes: String(summary.filledBytes),
    missing: missingOf(summary).map(([why, bytes]) => ({ why, bytes: String(bytes) })),
  })),
  without: [...lost, ...ended],
});
