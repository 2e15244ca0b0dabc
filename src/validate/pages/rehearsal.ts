/** Pages of what the simulated restore says: one for each of its codes, made from its own table and from `remedies/`. */
import type { CodeTable, Severity } from '../../diagnostic.ts';
import { restoreCodes } from '../../restore-sim/codes.ts';
import { planCodes } from '../../restore-sim/plan/index.ts';
import type { PageTable, RulePage } from '../page.ts';
import { remedies } from './remedies/index.ts';

/** Codes of the rehearsal stand beside those of the rules: the same word may say something else there. */
export const rehearsalCode = (code: string): string => `restore-${code}`;

/** What every restore of such an image does: worth a line in a rehearsal, no judgement of the image. */
export const notFindings: ReadonlySet<string> = new Set([
  'segment-times',
  'policy-lost',
  'criu-wait-interrupted',
]);

/**
 * Stale bytes in a field that 2.6.18 never sets are how its images are; only their effect is worth knowing. Nor is
 * an image worse for what no restore by CRIU brings back.
 */
const severityHere: Readonly<Record<string, Severity>> = {
  'limits-stale': 'note',
  'criu-value-lost': 'note',
};

/** Pages of the codes of a table; their causes and remedies stand in `remedies/`. */
export const rehearsalPagesOf = (table: CodeTable): PageTable =>
  Object.fromEntries(
    Object.entries(table)
      .filter(([code]) => !notFindings.has(code))
      .map(([code, info]): [string, RulePage] => {
        const [why, mend] = remedies[code] ?? ['', ''];
        return [
          rehearsalCode(code),
          { severity: severityHere[code] ?? info.severity, meaning: info.meaning, why, mend },
        ];
      }),
  );

export const rehearsalPages = rehearsalPagesOf({ ...planCodes, ...restoreCodes });
