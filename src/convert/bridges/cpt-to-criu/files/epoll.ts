/** epoll(7). */
import type { EpollTarget, FdTable, Id, OpenFile } from '../../../../model/checkpoint.ts';
import { follow } from '../../../../model/look-up.ts';
import type { EventpollTfdEntry } from '../../../../parse/generated/criu-descriptors.ts';
import type { Conversion } from '../context.ts';
import { type FileBody, fdType } from '../file-book.ts';
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
function restoringTable({ tree, checkpoint }: Conversion, file: Id<'file'>): FdTable | undefined {
  const holders = tree.processes.filter(({ life, holder }) => {
    const table = life === 'zombie' ? undefined : follow(checkpoint.fdTables, holder.fdTable);
    return table !== undefined && [...table.descriptors].some(({ opened }) => opened === file);
  });
  const [first] = holders.sort((a, b) => a.pid - b.pid);
  return follow(checkpoint.fdTables, first?.holder.fdTable);
}

const holds = ({ descriptors }: FdTable, { fd, watched }: EpollTarget): boolean =>
  [...descriptors].some((descriptor) => descriptor.fd === fd && descriptor.opened === watched);
