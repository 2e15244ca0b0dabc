/**
 * The restore layer: the simulated restore, its failures as findings. A thin adapter; the restorer decides.
 */
import type { Location } from '../../diagnostic.ts';
import type { Rehearsal } from '../../restore-sim/plan/index.ts';
import type { Finding } from '../finding.ts';
import { notFindings, rehearsalCode } from '../pages/rehearsal.ts';
import type { Stage } from '../validate.ts';
import { findingOf } from './checkpoint.ts';

const outcomes = {
  fails: 'would fail',
  crashes: 'would crash the kernel',
  hangs: 'would hang',
  restores: '',
} as const;

/** `simulate` is a restorer, bound to a kernel and a host. Undefined: nobody restores this family. */
export const rehearsalStage = (simulate: Simulate): Stage => ({
  layer: 'restore',
  needs: [],
  run: (source, add) => {
    const report = simulate(source);
    if (!report) return;
    for (const failure of report.failures) {
      const errno = failure.errno === undefined ? '' : ` with ${failure.errno}`;
      const help = failure.help === undefined ? '' : `. ${failure.help}`;
      const message = `a restore on ${report.kernel} ${outcomes[report.verdict]}${errno}: ${failure.message}${help}`;
      add(found(failure.code, message, failure.at));
    }
    for (const { code, message, at } of [...report.warnings, ...report.notes]) {
      if (!notFindings.has(code)) add(found(code, message, at ?? {}));
    }
  },
});

export type Simulate = (source: Parameters<Stage['run']>[0]) => Rehearsal | undefined;

const found = (code: string, message: string, at: Location): Finding =>
  findingOf({ code, severity: 'error', message, at }, rehearsalCode(code), 'restore');
