/** Two images by meaning: processes, records and fields, memory. Says what differs, not which one is right. */

import { type Filter, noFilter } from '../filter.ts';
import type { CompareProgress, Image } from '../image.ts';
import { compareDescriptors, withSockets } from './compare-descriptors.ts';
import { compareIpc, ipcKinds } from './compare-ipc.ts';
import { compareMemory, type MemoryComparison } from './compare-memory.ts';
import { compareProcesses, type ProcessChange } from './compare-processes.ts';
import type { RecordChange } from './record-change.ts';

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
  /** What differs in `records`, by kind and field. */
  readonly fields: readonly FieldSummary[];
  /** Where records cannot be compared: of System V objects, and inside of a family of descriptors. */
  readonly records: readonly RecordChange[];
  readonly memory: MemoryComparison['changes'];
  readonly comparedBytes: bigint;
  /** Of pages that an image has somewhere else: an older image, a page server. */
  readonly notHereBytes: bigint;
}

/** Records belong to a family; what they mean does not. */
export interface ComparedParts {
  readonly records: boolean;
  readonly descriptors: boolean;
  readonly memory: boolean;
  /** Types were asked for: these, and nothing else. */
  readonly onlyTypes: boolean;
}

/** Some families store what is in no file, others all that was touched: pages are compared within a family. */
export function comparedParts(a: Image, b: Image, { types }: Filter): ComparedParts {
  const memory = isOneFamily(a, b);
  const records = memory && a.compareRecords !== undefined;
  return { records, descriptors: memory && !records, memory, onlyTypes: types.length > 0 };
}

/** What `--type` can ask for. */
export function comparedTypes(a: Image, b: Image): readonly string[] {
  const { records, descriptors } = comparedParts(a, b, noFilter);
  if (records) return a.comparedKinds ?? [];
  return descriptors ? ['fd', ...ipcKinds] : ipcKinds;
}

const isOneFamily = (a: Image, b: Image): boolean => a.checkpoint.image.family === b.checkpoint.image.family;

/** Yields progress; stop asking, and it stops. */
export function* compareImages(a: Image, b: Image, filter: Filter): Generator<CompareProgress, Comparison> {
  const parts = comparedParts(a, b, filter);
  const processes = parts.onlyTypes ? [] : withSockets(compareProcesses(a, b, filter), a, b);
  const records =
    parts.records && a.compareRecords
      ? yield* a.compareRecords(b, filter)
      : [...compareIpc(a, b, filter), ...(parts.descriptors ? compareDescriptors(a, b, filter) : [])];
  const memory = parts.memory && !parts.onlyTypes ? yield* memoryChanges(a, b, filter) : notCompared;
  return {
    a: { name: a.name, variant: a.variant?.name ?? null },
    b: { name: b.name, variant: b.variant?.name ?? null },
    processes,
    fields: summarize(records),
    records,
    memory: memory.changes,
    comparedBytes: memory.comparedBytes,
    notHereBytes: memory.notHereBytes,
  };
}

const notCompared: MemoryComparison = { changes: [], comparedBytes: 0n, notHereBytes: 0n };

function* memoryChanges(a: Image, b: Image, filter: Filter): Generator<CompareProgress, MemoryComparison> {
  const steps = compareMemory(a, b, filter);
  const total = Math.max(a.source.size, b.source.size);
  let step = steps.next();
  for (; !step.done; step = steps.next()) yield { phase: 'memory', done: Number(step.value), total };
  return step.value;
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
