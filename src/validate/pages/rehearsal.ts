/** Pages of what the simulated restore says: one for each of its codes, made from its own table. */
import type { CodeTable, Severity } from '../../diagnostic.ts';
import { restoreCodes } from '../../restore-sim/codes.ts';
import { planCodes } from '../../restore-sim/plan/index.ts';
import { criuRestoreCodes } from '../../restore-sim/restorers/criu/index.ts';
import type { PageTable, RulePage } from '../page.ts';
import { remedies } from './restore-remedies.ts';

/** Codes of the rehearsal stand beside those of the rules: the same word may say something else there. */
export const rehearsalCode = (code: string): string => `restore-${code}`;

/** What every restore of such an image does: worth a line in a rehearsal, no judgement of the image. */
export const notFindings: ReadonlySet<string> = new Set(['segment-times', 'policy-lost']);

/**
 * Stale bytes in a field that 2.6.18 never sets are how its images are; only their effect is worth knowing. Nor is
 * an image worse for what no restore by CRIU brings back.
 */
const severityHere: Readonly<Record<string, Severity>> = {
  'limits-stale': 'note',
  'criu-value-lost': 'note',
};

const criuStops =
  'The simulated restore stops here, as CRIU would; the message says what CRIU prints, if anything.';

const ends = {
  error: 'The simulated restore stops here, as the real one would; the message names the errno.',
  warning: 'The simulated restore goes on, and so does the real one: without what the message names.',
  note: 'The restore goes on. Nothing has to be done; it is worth knowing.',
} as const;

const causes = new Map(remedies.flatMap((row) => row.codes.map((code) => [code, row] as const)));

export const rehearsalPages: PageTable = Object.fromEntries(
  Object.entries({ ...planCodes, ...restoreCodes, ...criuRestoreCodes } as CodeTable)
    .filter(([code]) => !notFindings.has(code))
    .map(([code, info]) => {
      const severity = severityHere[code] ?? info.severity;
      const page: RulePage = {
        severity,
        meaning: info.meaning,
        why: `${causes.get(code)?.cause ?? ''} ${severity === 'error' && code in criuRestoreCodes ? criuStops : ends[severity]}`.trim(),
        ...(severity === 'error' && !(code in criuRestoreCodes) && { errno: 'in the message' }),
        bad: 'an image that `cr-restore-sim IMAGE` says this of',
        good: 'an image that `cr-restore-sim IMAGE` says nothing of',
        mend:
          causes.get(code)?.mend ??
          'Run `cr-restore-sim IMAGE --kernel KERNEL --trace` to see what led there.',
      };
      return [rehearsalCode(code), page];
    }),
);
