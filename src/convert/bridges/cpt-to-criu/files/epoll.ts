/** epoll(7). */
import type { EpollTarget, FdTable, Id, OpenFile } from '../../../../model/checkpoint.ts';
import { follow } from '../../../../model/look-up.ts';
import type { EventpollTfdEntry } from '../../../../parse/generated/criu-descriptors.ts';
import type { Conversion } from '../context.ts';
import { type FileBody, fdType } from '../file-book.ts';
import { fileHolders } from '../file-holders.ts';
import { ownerOf } from './file-owner.ts';

const readWrite = 2;

export function epollEntry(conversion: Conversion, file: OpenFile, id: number): FileBody {
  const { checkpoint, losses } = conversion;
  const epoll = checkpoint.epolls.find(({ opened }) => opened === file.id);
  const table = restoringTable(conversion, file.id);
  const targets = (epoll?.targets ?? []).filter((target) => {
    const isThere = table !== undefined && holds(table, target);
    if (!isThere) losses.add('epoll-target', `descriptor ${target.fd}`, target);
    return isThere;
  });
  const tfd = targets.map((target) => targetEntry(target, id));
  return { type: fdType.epoll, epfd: { id, flags: readWrite, fown: ownerOf(conversion, file), tfd } };
}

const targetEntry = ({ fd, events, data }: EpollTarget, id: number): EventpollTfdEntry => ({
  id,
  tfd: fd,
  events,
  data,
});

/**
 * criu/files.c, file_master: of all that hold a file, the process with the lowest pid restores it, and it
 * adds the targets by its own descriptors.
 */
function restoringTable(conversion: Conversion, file: Id<'file'>): FdTable | undefined {
  let tables = restoringTables.get(conversion);
  if (tables === undefined) {
    tables = new Map();
    const { files } = conversion.checkpoint;
    for (const [epoll, holders] of fileHolders(conversion, (id) => follow(files, id)?.kind === 'epoll')) {
      const first = holders.reduce((lowest, one) => (one.lowestPid < lowest.lowestPid ? one : lowest));
      tables.set(epoll, first.table);
    }
    restoringTables.set(conversion, tables);
  }
  return tables.get(file);
}

const restoringTables = new WeakMap<Conversion, Map<Id<'file'>, FdTable>>();

/** Epolls of one process share its table. */
function holds(table: FdTable, { fd, watched }: EpollTarget): boolean {
  let held = heldBy.get(table);
  if (held === undefined) {
    held = new Set(Array.from(table.descriptors, (descriptor) => `${descriptor.fd} ${descriptor.opened}`));
    heldBy.set(table, held);
  }
  return held.has(`${fd} ${watched}`);
}

const heldBy = new WeakMap<FdTable, ReadonlySet<string>>();
