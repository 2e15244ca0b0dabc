/**
 * Rehearses the restore of the input and of the output, each under the kernel of its own line, and holds the
 * results against each other: what a conversion promises is that the same processes come back.
 */

import type { Diagnostic } from '../../diagnostic.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { type CptVariantId, cptVariants } from '../../parse/cpt/variants.ts';
import { plural } from '../../plural.ts';
import { compareRestores } from '../../restore-sim/plan/compare-restores.ts';
import type { SimulationReport } from '../../restore-sim/report.ts';
import { simulateOpenvzRestore } from '../../restore-sim/restorers/openvz/index.ts';
import { convertDiagnostic } from '../codes.ts';
import type { Applied } from './apply.ts';
import type { Plan } from './convert.ts';

export interface Rehearsal {
  readonly diagnostics: readonly Diagnostic[];
  /** One sentence for the report. */
  readonly summary: string;
}

/**
 * The kernels between 2.6.18 and RHEL6 2.6.32 are not simulated: nothing of theirs was ever seen running. Nor is
 * 042stab076, which alone takes POSIX timers by their old number.
 */
const isSimulated = (variant: CptVariantId): boolean => {
  const { version } = cptVariants[variant];
  return version <= 0x304 || (version >= 0x801 && variant !== 'cpt-2.6.32.3/042stab076.8');
};

/** Field 22 of /proc/PID/stat counts in these: what of a start time can be seen. */
const statTickNs = 10_000_000n;

const asShown = (report: SimulationReport): SimulationReport => ({
  ...report,
  processes: report.processes.map((process) => ({
    ...process,
    startTimeNs: process.startTimeNs && `${(BigInt(process.startTimeNs) / statTickNs) * statTickNs}`,
  })),
});

/** Both images must be readable to their end; the caller has checked the structure of the output. */
export function verifyRestore(
  input: ByteSource,
  output: ByteSource,
  plan: Plan,
  applied: Applied,
): Rehearsal {
  const unknown = [plan.from, plan.to].filter((variant) => !isSimulated(variant));
  if (unknown.length > 0) {
    return { diagnostics: [], summary: `no kernel that restores ${unknown.join(' or ')} is simulated` };
  }
  const before = simulateOpenvzRestore(input, { operations: false });
  const after = simulateOpenvzRestore(output, { operations: false });
  const kernels = `${before.kernel} and ${after.kernel}`;
  if (before.verdict !== 'restores') {
    const why = before.failures[0]?.message ?? 'no reason known';
    const message = `the input itself ${before.verdict} under ${before.kernel}: ${why}`;
    return {
      diagnostics: [convertDiagnostic('input-does-not-restore', message, before.failures[0]?.at)],
      summary: `the input ${before.verdict} under ${before.kernel}, the output ${after.verdict} under ${after.kernel}`,
    };
  }
  const rows = new Set(applied.changes.map(({ row }) => row));
  const mislabelled = plan.facts.startTimes.unit === 'jiffies' && cptVariants[plan.from].version !== 0;
  const fields = [...(rows.has('T7') ? ['state', 'ppid'] : []), ...(mislabelled ? ['startTimeNs'] : [])];
  // Jiffies hold a start time only to the tick (T2).
  const [a, b] = rows.has('T2') ? [asShown(before), asShown(after)] : [before, after];
  const diagnostics = compareRestores(a, b, { fields });
  if (after.verdict !== 'restores')
    return { diagnostics, summary: `rehearsed under ${kernels}: the output ${after.verdict}` };
  const { sem, msg, shm } = after.ipc;
  const count = `${plural(after.processes.length, 'process', 'processes')}, ${plural(sem.length + msg.length + shm.length, 'System V object')}`;
  return { diagnostics, summary: `rehearsed under ${kernels}: the same ${count}` };
}
