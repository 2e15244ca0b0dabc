/**
 * Holding what is said against what was seen: tables "field of ours → field of /proc", and the fields that no
 * table covers. Knows no view.
 */
import type { Truth } from './truth.ts';

/** What a document of ours holds: the JSON of a view, or its text as rows by column. */
// biome-ignore lint/suspicious/noExplicitAny: documents are looked at by path.
export type Json = any;

export interface TruthTable<Fact = Json> {
  /** `maps` for the JSON document, `maps text` for the tables that people see. */
  readonly document: string;
  /** Where the rows are: `memories[].areas[]`; empty for the document itself. */
  readonly rows: string;
  /**
   * Names a row of ours, by the pid first where it belongs to a process: several names when several processes share
   * it, undefined for one that the facts below do not speak of.
   */
  key(row: Json, around: readonly Json[]): string | readonly string[] | undefined;
  /** What was seen, by the same names; undefined where nobody looked. */
  facts(truth: Truth): ReadonlyMap<string, Fact> | undefined;
  /** An image may have nothing of it: facts without a row of ours are no difference. */
  readonly mayLack?: true;
  /** Rows of ours that no fact speaks of are no difference: the collector did not see all. */
  readonly isPartial?: true;
  /** Each field of ours by what /proc says; undefined where it does not. */
  readonly fields: Readonly<Record<string, (fact: Fact, truth: Truth) => unknown>>;
}

/** An expectation that is no single value. */
export class Check {
  readonly says: string;
  readonly holds: (ours: Json) => boolean;
  /** An image need not have it. */
  readonly mayBeAbsent: boolean;

  constructor(says: string, holds: (ours: Json) => boolean, mayBeAbsent = false) {
    this.says = says;
    this.holds = holds;
    this.mayBeAbsent = mayBeAbsent;
  }
}

/** For clocks that ran on between the look and the dump: at most that much less or more. */
export const near = (value: bigint, tolerance: bigint): Check =>
  new Check(`${value} ± ${tolerance}`, (ours) => {
    const difference = BigInt(ours) - value;
    return (difference < 0n ? -difference : difference) <= tolerance;
  });

export interface Difference {
  readonly where: string;
  readonly ours: unknown;
  readonly truth: unknown;
}

/** How often each field was held against a truth. */
export type Counts = Map<string, number>;

export function compareTable<Fact>(
  table: TruthTable<Fact>,
  document: Json,
  truth: Truth,
  counts: Counts,
): readonly Difference[] {
  const facts = table.facts(truth);
  if (facts === undefined) return [];
  const differences: Difference[] = [];
  const rows = new Map<string, Json>();
  for (const { row, around } of rowsAt(document, table.rows)) {
    const keys = table.key(row, around);
    for (const key of typeof keys === 'string' ? [keys] : (keys ?? [])) {
      const where = `${table.document}: ${table.rows} ${key}`;
      if (rows.has(key)) differences.push({ where, ours: row, truth: 'only one of that name' });
      else if (!facts.has(key) && table.isPartial !== true && !truth.unseen.has(Number.parseInt(key, 10)))
        differences.push({ where, ours: row, truth: 'nothing of that name' });
      rows.set(key, row);
    }
  }
  for (const [key, fact] of facts) {
    const row = rows.get(key);
    const where = `${table.document}: ${table.rows} ${key}`;
    if (row === undefined) {
      if (table.mayLack !== true) differences.push({ where, ours: 'nothing of that name', truth: fact });
      continue;
    }
    for (const [field, seen] of Object.entries(table.fields)) {
      const expected = seen(fact, truth);
      if (expected === undefined) continue;
      const counted = pathOf(table, field);
      counts.set(counted, (counts.get(counted) ?? 0) + 1);
      const ours = field === '' ? row : row[field];
      if (isEqual(ours, expected)) continue;
      const said = expected instanceof Check ? expected.says : expected;
      differences.push({ where: `${where} ${field}`, ours, truth: said });
    }
  }
  return differences;
}

export const pathOf = ({ document, rows }: TruthTable, field: string): string =>
  `${document}: ${[rows, field].filter(Boolean).join('.')}`;

/** 64-bit numbers are strings in documents, decimal or hexadecimal. */
function isEqual(ours: Json, expected: unknown): boolean {
  if (expected instanceof Check) {
    return ours === undefined ? expected.mayBeAbsent : expected.holds(ours);
  }
  if (typeof expected === 'bigint') {
    return (typeof ours === 'string' && /^(-?\d+|0x[0-9a-f]+)$/.test(ours)) || typeof ours === 'number'
      ? BigInt(ours) === expected
      : false;
  }
  if (Array.isArray(expected)) {
    return (
      Array.isArray(ours) &&
      ours.length === expected.length &&
      expected.every((element, index) => isEqual(ours[index], element))
    );
  }
  if (typeof expected === 'object' && expected !== null) {
    return (
      typeof ours === 'object' &&
      ours !== null &&
      Object.entries(expected).every(([name, value]) => value === undefined || isEqual(ours[name], value))
    );
  }
  return ours === expected;
}

/** Rows of a document by path, with what is around each, from the outside inward. */
function rowsAt(document: Json, path: string): { readonly row: Json; readonly around: readonly Json[] }[] {
  let found: { row: Json; around: readonly Json[] }[] = [{ row: document, around: [] }];
  for (const step of path === '' ? [] : path.split('.')) {
    const name = step.replace('[]', '');
    found = found.flatMap(({ row, around }) => {
      const inner = row[name] as Json;
      const elements: readonly Json[] = step.endsWith('[]')
        ? (inner ?? [])
        : inner === undefined
          ? []
          : [inner];
      return elements.map((element) => ({ row: element, around: [...around, row] }));
    });
  }
  return found;
}

/** Where a record lies, and what the document is, are no values. */
const noValues: ReadonlySet<string> = new Set(['at', 'schemaVersion', 'openFile', 'socket', 'title', 'note']);

/** Paths of all values of a document: `maps: memories[].areas[].start`. */
export function leafPaths(name: string, document: Json): ReadonlySet<string> {
  const paths = new Set<string>();
  const visit = (value: Json, path: string): void => {
    if (Array.isArray(value)) {
      for (const element of value) visit(element, `${path}[]`);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, field] of Object.entries(value)) {
        if (!noValues.has(key)) visit(field, path === '' ? key : `${path}.${key}`);
      }
    } else paths.add(`${name}: ${path}`);
  };
  visit(document, '');
  return paths;
}

/** Whether a table has that value, or something around it. */
export const isCovered = (path: string, covered: Iterable<string>): boolean => {
  for (const prefix of covered) {
    if (path === prefix || path.startsWith(`${prefix}.`) || path.startsWith(`${prefix}[`)) return true;
  }
  return false;
};
