/** Where the state of the processor stands: behind the shared objects until v18, before them since v19. */
import type { AnyRecord } from '../../parse/linux-cr/record.ts';

const processorKinds: ReadonlySet<AnyRecord['kind']> = new Set(['thread', 'restart_block', 'cpu', 'cpu_fpu']);

/** Puts the state of each task to the front or to the end of what is said of it; a task is held at a time. */
export function* ordered(records: Iterable<AnyRecord>, isFirst: boolean): Generator<AnyRecord, void> {
  let head: AnyRecord[] = [];
  let state: AnyRecord[] = [];
  let rest: AnyRecord[] = [];
  let isInTask = false;
  const take = (): readonly AnyRecord[] => {
    const all = isFirst ? [...head, ...state, ...rest] : [...head, ...rest, ...state];
    [head, state, rest] = [[], [], []];
    return all;
  };
  for (const record of records) {
    if (record.kind === 'task' || record.kind === 'tail') {
      yield* take();
      isInTask = record.kind === 'task';
    }
    if (!isInTask) yield record;
    // The task and its name.
    else if (head.length < 2) head.push(record);
    else if (processorKinds.has(record.kind)) state.push(record);
    else rest.push(record);
  }
  yield* take();
}
