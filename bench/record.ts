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

interface Machine {
  readonly node: string;
  readonly processors: string;
}

interface Document {
  readonly rows: Readonly<
    Record<
      string,
      { readonly machine: Machine; readonly figures: Readonly<Record<string, { readonly value: number }>> }
    >
  >;
}

const thisMachine: Machine = {
  node: process.version,
  processors: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
};

/** Rows are measured anew one by one: each says on what. */
export const documentOf = (results: readonly Result[]) => ({
  schemaVersion: 2,
  rows: Object.fromEntries(
    results.map(({ name, what, figures, skipped }) => [
      name,
      {
        what,
        machine: thisMachine,
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

export interface Earlier {
  readonly value: number;
  /** Other processors than these. */
  readonly isElsewhere: boolean;
}

/** What an earlier run had; undefined where it had none. */
export function earlierFigure(
  record: Document | undefined,
  name: string,
  metric: string,
): Earlier | undefined {
  const row = record?.rows[name];
  const value = row?.figures[metric]?.value;
  if (row === undefined || value === undefined) return undefined;
  return { value, isElsewhere: row.machine.processors !== thisMachine.processors };
}
