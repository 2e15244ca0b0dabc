/** Which tables have an open file, and by which descriptor: looked up once for all who ask, in each table once. */
import type { FdTable, Id } from '../../../model/checkpoint.ts';
import { follow } from '../../../model/look-up.ts';
import type { Conversion } from './context.ts';

export interface FileHolder {
  /** The first process of the tree that has the table. */
  readonly pid: number;
  readonly lowestPid: number;
  readonly table: FdTable;
  /** The first one. */
  readonly fd: number;
}

/** Holders of each of these files, a table once, in the order of the tree. Zombies have none. */
export function fileHolders(
  { checkpoint, tree }: Pick<Conversion, 'checkpoint' | 'tree'>,
  isWanted: (file: Id<'file'>) => boolean,
): ReadonlyMap<Id<'file'>, readonly FileHolder[]> {
  const pids = new Map<FdTable, { readonly pid: number; lowestPid: number }>();
  for (const { pid, life, holder } of tree.processes) {
    const table = life === 'zombie' ? undefined : follow(checkpoint.fdTables, holder.fdTable);
    if (table === undefined) continue;
    const known = pids.get(table);
    if (known === undefined) pids.set(table, { pid, lowestPid: pid });
    else known.lowestPid = Math.min(known.lowestPid, pid);
  }
  const holders = new Map<Id<'file'>, FileHolder[]>();
  for (const [table, of] of pids) {
    for (const { fd, opened } of table.descriptors) {
      if (opened === undefined || !isWanted(opened)) continue;
      const known = holders.get(opened);
      if (known === undefined) holders.set(opened, [{ ...of, table, fd }]);
      else if (known.at(-1)?.table !== table) known.push({ ...of, table, fd });
    }
  }
  return holders;
}
