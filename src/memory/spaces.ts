/** Address spaces with the processes that live in them, and their areas by name or address. */
import type { Checkpoint, Id, MemoryArea, MemoryMap } from '../model/checkpoint.ts';
import { rowsFrom } from './plan.ts';

export interface Space {
  readonly memory: MemoryMap;
  /** Ascending; more than one where processes share it (CLONE_VM). */
  readonly pids: readonly number[];
}

/** By the lowest pid; what no process has is left out. */
export function spacesOf({ tasks, memories }: Checkpoint): readonly Space[] {
  const pids = new Map<Id<'memory'>, Set<number>>();
  const add = (id: Id<'memory'>, pid: number) => {
    const known = pids.get(id);
    if (known === undefined) pids.set(id, new Set([pid]));
    else known.add(pid);
  };
  for (const { memory, tgid } of tasks) if (memory !== undefined) add(memory, tgid);
  // Memory of a pre-dump has no tasks.
  for (const { id, pagesOfPid } of memories.values()) if (pagesOfPid !== undefined) add(id, pagesOfPid);
  return [...pids]
    .flatMap(([id, set]): Space[] => {
      const memory = memories.get(id);
      return memory === undefined ? [] : [{ memory, pids: [...set].sort((a, b) => a - b) }];
    })
    .sort((a, b) => (a.pids[0] ?? 0) - (b.pids[0] ?? 0));
}

/** The area around an address. */
export function areaAt({ areas }: MemoryMap, address: bigint): MemoryArea | undefined {
  for (const area of rowsFrom(areas, address)) return area.start <= address ? area : undefined;
  return undefined;
}
