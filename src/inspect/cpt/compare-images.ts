/** What differs in the records of two CPT images. */
import type { RecordChange } from '../compare/record-change.ts';
import type { Filter } from '../filter.ts';
import type { CompareProgress, Image } from '../image.ts';
import { compareRecords } from './compare-records.ts';
import { pairRecords } from './paired-records.ts';

/** Yields progress; stop asking, and it stops. */
export function* compareCptImages(
  a: Image,
  b: Image,
  filter: Filter,
): Generator<CompareProgress, readonly RecordChange[]> {
  const [pairedA, pairedB] = yield* quietly(pairRecords(a, b));
  const steps = compareRecords(pairedA, pairedB, filter);
  let step = steps.next();
  for (; !step.done; step = steps.next()) yield { phase: 'records', done: step.value, total: 1 };
  return step.value.filter(({ path }) => isOfPids(path, filter));
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
