/** State of the whole container that has no counterpart: nothing of it is written, all of it is reported. */

import { follow } from '../../../model/look-up.ts';
import { plural } from '../../../plural.ts';
import type { Conversion } from './context.ts';
import { isUnaccepted } from './files/socket.ts';

export function reportContainer({ checkpoint, losses, tree, repairs }: Conversion): void {
  const { container, tasks, beancounters, cgroups, opaque, sockets } = checkpoint;
  const highest = tasks.reduce((max, { pid }) => Math.max(max, pid), container.lastPid ?? 0);
  losses.add('last-pid', `pid ${highest}`, container);
  // Images of other families hold neither.
  const isTimed = tasks.some(({ startTimeNs }) => startTimeNs !== undefined);
  if (isTimed) losses.add('start-times', plural(tasks.length, 'task'), {}, tasks.length);
  if (isTimed) losses.add('cpu-usage', plural(tasks.length, 'task'), {}, tasks.length);
  const counters = [...beancounters.values()];
  if (counters.length > 0)
    losses.add('beancounters', `beancounter ${counters[0]?.uid}`, counters[0], counters.length);
  const groups = cgroups.flatMap((hierarchy) => hierarchy.groups);
  if (groups.length > 0) losses.add('cgroups', groups[0]?.name ?? 'the root group', groups[0], groups.length);
  for (const { kind, at, more = 0 } of opaque) losses.add('unknown-record', kind, { at }, 1 + more);
  for (const socket of sockets.values()) {
    if (socket.isOrphan) losses.add('orphan-connection', socket.stateName, socket);
    // Unix connections that wait are made again through their listener: files/unix-socket.ts.
    else if (isUnaccepted(socket) && socket.tcp && !repairs.remade.connected.has(socket))
      losses.add('unaccepted-connection', 'a TCP connection', socket);
  }
  for (const { pid, sid, holder, life } of tree.processes) {
    const signal = life === 'zombie' ? undefined : follow(checkpoint.signals, holder.signal);
    if (signal?.ctty !== undefined && sid !== pid)
      losses.add('controlling-terminal', `process ${pid}`, signal);
    if (life !== 'zombie' && holder.state !== 'T' && signal?.groupExit)
      losses.add('group-exit', `process ${pid}`, signal);
  }
}
