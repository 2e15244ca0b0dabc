/** Two images by meaning: processes, records and fields, memory. Says what differs, not which one is right. */
import type { Filter } from '../filter.ts';
import type { Image } from '../image.ts';
import { compareMemory, type MemoryComparison } from './compare-memory.ts';
import { compareProcesses, type ProcessChange } from './compare-processes.ts';
import { compareRecords, type RecordChange } from './compare-records.ts';
import { keyRecords } from './keyed-records.ts';

export interface FieldSummary {
  readonly kind: string;
  readonly field: string;
  /** Records of the kind in which the field differs. */
  readonly records: number;
  readonly example: { readonly path: string; readonly a: string | null; readonly b: string | null };
}

export interface Comparison {
  readonly a: { readonly name: string; readonly variant: string | null };
  readonly b: { readonly name: string; readonly variant: string | null };
  readonly processes: readonly ProcessChange[];
  /** What differs in records, by kind and field. */
  readonly fields: readonly FieldSummary[];
  readonly records: readonly RecordChange[];
  readonly memory: MemoryComparison['changes'];
  readonly comparedBytes: bigint;
}

export interface CompareProgress {
  readonly phase: 'records' | 'memory';
  readonly done: number;
  readonly total: number;
}

/** Yields progress; stop asking, and it stops. */
export function* compareImages(a: Image, b: Image, filter: Filter): Generator<CompareProgress, Comparison> {
  const processes = compareProcesses(a, b, filter);
  const [keyedA, keyedB] = [yield* quietly(keyRecords(a)), yield* quietly(keyRecords(b))];
  const recordSteps = compareRecords(keyedA, keyedB, filter);
  let step = recordSteps.next();
  for (; !step.done; step = recordSteps.next()) yield { phase: 'records', done: step.value, total: 1 };
  const records = step.value.filter(({ path }) => isOfPids(path, filter));
  const pages = compareMemory(a, b, filter);
  let page = pages.next();
  for (; !page.done; page = pages.next()) {
    yield { phase: 'memory', done: Number(page.value), total: Math.max(a.source.size, b.source.size) };
  }
  return {
    a: { name: a.name, variant: a.variant?.name ?? null },
    b: { name: b.name, variant: b.variant?.name ?? null },
    processes,
    fields: summarize(records),
    records,
    memory: page.value.changes,
    comparedBytes: page.value.comparedBytes,
  };
}

function* quietly<Result>(steps: Generator<void, Result>): Generator<CompareProgress, Result> {
  let step = steps.next();
  for (; !step.done; step = steps.next()) yield { phase: 'records', done: 0, total: 1 };
  return step.value;
}

/** Records say in their path whose they are; what belongs to nobody is left out when pids are asked for. */
function isOfPids(path: string, { pids }: Filter): boolean {
  return pids.length === 0 || pids.some((pid) => new RegExp(`(?:/task | of )${pid}(?:/|$)`).test(path));
}

function summarize(records: readonly RecordChange[]): readonly FieldSummary[] {
  const summaries = new Map<string, FieldSummary>();
  for (const { kind, path, fields } of records) {
    for (const { field, a, b } of fields) {
      // Elements of a list are one field.
      const name = field.replace(/\[\d+\]/g, '[]');
      const key = `${kind}.${name}`;
      const known = summaries.get(key);
      summaries.set(
        key,
        known
          ? { ...known, records: known.records + 1 }
          : { kind, field: name, records: 1, example: { path, a, b } },
      );
    }
  }
  return [...summaries.values()];
}
