/**
 * What processes share beyond being threads of one: CRIU makes shared descriptor tables for a child and its
 * parent only, and everything else for each process alone.
 */
import type { Task } from '../../../model/checkpoint.ts';
import type { Conversion } from './context.ts';
import type { TreeProcess } from './tree.ts';

const objects = ['memory', 'fdTable', 'fs', 'sighand'] as const;
type Shared = (typeof objects)[number];

const names: Readonly<Record<Shared, string>> = {
  memory: 'memory',
  fdTable: 'descriptors',
  fs: 'directories',
  sighand: 'signal handlers',
};

export function reportSharing({ tree, losses }: Conversion): void {
  const owners = new Map<string, TreeProcess>();
  for (const process of tree.processes) {
    if (process.life === 'zombie') continue;
    for (const object of objects) {
      const id = process.holder[object];
      if (id === undefined) continue;
      const key = `${object} ${id}`;
      const owner = owners.get(key);
      if (!owner) owners.set(key, process);
      else if (object !== 'fdTable' || tree.byPid.get(process.ppid)?.holder.fdTable !== id) {
        losses.add(
          'sharing',
          `${names[object]} of processes ${owner.pid} and ${process.pid}`,
          process.leader,
        );
      }
      for (const thread of process.threads) reportThread(process, thread, object);
    }
  }

  /** Threads of a process with something of their own: CRIU gives them what the leader has. */
  function reportThread({ holder, pid }: TreeProcess, thread: Task, object: Shared): void {
    const own = thread[object];
    if (own !== undefined && own !== holder[object])
      losses.add('sharing', `${names[object]} of thread ${thread.pid} in ${pid}`, thread);
  }
}
