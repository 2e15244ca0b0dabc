/**
 * Numbers for helpers: free in the checkpoint and on the host, so that no helper is in the way of a process
 * that comes later. Asked for explicitly, because the kernel's own choice might be in the way.
 */
import type { Checkpoint } from '../../model/checkpoint.ts';

/** RESERVED_PIDS of kernel/pid.c: CRIU, too, looks for helpers from there on. */
const firstHelper = 300;

/** Gives out free numbers in ascending order, each once. `isTaken` knows those of the host. */
export function helperNumbers(checkpoint: Checkpoint, isTaken: (pid: number) => boolean): () => number {
  const used = new Set<number>();
  for (const { pid, pgid, sid } of checkpoint.tasks) used.add(pid).add(pgid).add(sid);
  let next = firstHelper;
  return () => {
    while (used.has(next) || isTaken(next)) next += 1;
    next += 1;
    return next - 1;
  };
}
