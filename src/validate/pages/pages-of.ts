/** Pages of a table of codes: what is told of each code, beside what they have in common. */
import type { CodeTable } from '../../diagnostic.ts';
import type { PageTable } from '../page.ts';

/** What a restore does with it, an image that has it, what helps; the answer of a kernel that checks it. */
export type Telling = readonly [why: string, bad: string, mend: string, errno?: string];

/** A code of the table that nothing is told of is an error of the compiler. */
export function pagesOf<Table extends CodeTable>(
  table: Table,
  tellings: Readonly<Record<keyof Table & string, Telling>>,
  good: string,
): PageTable {
  return Object.fromEntries(
    Object.entries<Telling>(tellings).map(([code, [why, bad, mend, errno]]) => {
      const { severity, meaning } = table[code]!;
      return [code, { severity, meaning, why, ...(errno && { errno }), bad, good, mend }];
    }),
  );
}
