/**
 * The restore layer: the simulated restore, its failures as findings. A thin adapter; the restorer decides.
 */
import type { Diagnostic } from '../../diagnostic.ts';
import type { Rehearsal } from '../../restore-sim/plan/index.ts';
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
    for (const diagnostic of rehearsalDiagnostics(report, outcomes.crashes))
      add(findingOf(diagnostic, diagnostic.code, 'restore'));
  },
});

export type Simulate = (source: Parameters<Stage['run']>[0]) => Rehearsal | undefined;

/** What a rehearsal says of an image, under the codes of this layer. */
export function rehearsalDiagnostics(report: Rehearsal, crashes: string): readonly Diagnostic[] {
  const outcome = { ...outcomes, crashes }[report.verdict];
  const failures = report.failures.map(({ code, errno, help, message, at }): Diagnostic => {
    const answer = errno === undefined ? '' : ` with ${errno}`;
    const advice = help === undefined ? '' : `. ${help}`;
    const text = `a restore on ${report.kernel} ${outcome}${answer}: ${message}${advice}`;
    return { code: rehearsalCode(code), severity: 'error', message: text, at };
  });
  const others = [...report.losses, ...report.notes].filter(({ code }) => !notFindings.has(code));
  return [...failures, ...others.map((other) => ({ ...other, code: rehearsalCode(other.code) }))];
}
