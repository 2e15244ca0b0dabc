/** Results as a document, and what changed against an earlier one. */
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { type Figure, hasBudget, isMet } from './row.ts';

export interface Result {
  readonly name: string;
  readonly what: string;
  readonly figures: readonly Figure[];
  /** What was not measured, with the reason. */
  readonly skipped: readonly string[];
}

interface Document {
  readonly rows: Readonly<
    Record<string, { readonly figures: Readonly<Record<string, { readonly value: number }>> }>
  >;
}

export const documentOf = (results: readonly Result[]) => ({
  schemaVersion: 1,
  node: process.version,
  processors: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
  rows: Object.fromEntries(
    results.map(({ name, what, figures, skipped }) => [
      name,
      {
        what,
        figures: Object.fromEntries(
          figures.map((figure) => {
            const { metric, value, ...rest } = figure;
            return [
              metric,
              {
                value: Number(value.toPrecision(4)),
                ...rest,
                ...(hasBudget(figure) && { isMet: isMet(figure) }),
              },
            ];
          }),
        ),
        ...(skipped.length > 0 && { skipped }),
      },
    ]),
  ),
});

export function readRecord(file: string): Document | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Document;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The value that an earlier run had; undefined where it had none. */
export const earlierValue = (record: Document | undefined, row: string, metric: string): number | undefined =>
  record?.rows[row]?.figures[metric]?.value;
