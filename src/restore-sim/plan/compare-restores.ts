/**
 * Whether two simulated restores come to the same: what a conversion promises. Differences that the
 * conversion declared beforehand are no findings.
 */
import { type CodeTable, type Diagnostic, diagnosticMaker } from '../../diagnostic.ts';
import type { SimulationReport } from '../report.ts';
import { ipcDifferences, processDifferences, type RowDifference } from './compare-result.ts';

export const compareCodes = {
  'restore-verdict-differs': {
    severity: 'error',
    meaning: 'One of two images restores and the other does not.',
  },
  'restored-process-differs': {
    severity: 'error',
    meaning: 'A process comes back differently from the two images.',
  },
  'restored-ipc-differs': {
    severity: 'error',
    meaning: 'A System V object comes back differently from the two images.',
  },
} as const satisfies CodeTable;

const compareDiagnostic = diagnosticMaker(compareCodes);

/** What a conversion may change in the restored state. */
export interface DeclaredDifferences {
  /** Names of row fields, as in `ps` and `ipc` JSON: `startTimeNs`, `cpid`, `state`. */
  readonly fields?: readonly string[];
  /** Pids of processes that are dropped or changed on purpose. */
  readonly pids?: readonly number[];
  /** The input cannot be restored by any kernel, so that there is nothing to agree with. */
  readonly verdict?: boolean;
}

type Comparable = Pick<SimulationReport, 'verdict' | 'processes' | 'ipc' | 'kernel'> & {
  readonly failures: readonly { readonly code: string; readonly message: string }[];
};

/**
 * Differences of the restored trees and System V objects, `before` being the input of a conversion. Empty
 * when they agree but for what is declared.
 */
export function compareRestores(
  before: Comparable,
  after: Comparable,
  declared: DeclaredDifferences = {},
): readonly Diagnostic[] {
  if (before.verdict !== after.verdict && declared.verdict !== true) return [verdicts(before, after)];
  const ignored = new Set(declared.fields);
  const dropped = new Set(declared.pids);
  const kept = ({ processes }: Comparable) => processes.filter(({ pid }) => !dropped.has(pid));
  const processes = processDifferences(kept(after), kept(before), { ignored, startTimes: true });
  const ipc = ipcDifferences(after.ipc, before.ipc, { ignored });
  const finding =
    (code: keyof typeof compareCodes) =>
    ({ message, what }: RowDifference) =>
      compareDiagnostic(code, `after the conversion, ${message}`, { path: what });
  return [...processes.map(finding('restored-process-differs')), ...ipc.map(finding('restored-ipc-differs'))];
}

function verdicts(before: Comparable, after: Comparable): Diagnostic {
  const why = (report: Comparable) =>
    report.verdict === 'restores' ? '' : ` (${report.failures[0]?.message ?? 'no reason known'})`;
  const message =
    `the input ${before.verdict} under ${before.kernel}${why(before)}, ` +
    `the output ${after.verdict} under ${after.kernel}${why(after)}`;
  return compareDiagnostic('restore-verdict-differs', message);
}
