/** A checkpoint while it is being filled, whatever family the image is of. */
import type { Checkpoint } from './checkpoint.ts';

export type Mutable<T> = {
  -readonly [Key in keyof T]: T[Key] extends readonly (infer E)[]
    ? E[]
    : T[Key] extends ReadonlyMap<infer K, infer V>
      ? Map<K, V>
      : T[Key];
};

export type CheckpointDraft = Mutable<Omit<Checkpoint, 'network' | 'container'>> & {
  network: Mutable<Checkpoint['network']>;
  container: Mutable<Checkpoint['container']>;
};

/** Nothing but what the image says of itself. */
export function emptyDraft({
  image,
  container,
}: Pick<CheckpointDraft, 'image' | 'container'>): CheckpointDraft {
  return {
    image,
    container,
    tasks: [],
    processes: [],
    signals: new Map(),
    sighands: new Map(),
    posixTimers: new Map(),
    memories: new Map(),
    fdTables: new Map(),
    fsStructs: new Map(),
    files: new Map(),
    inodes: new Map(),
    ttys: new Map(),
    epolls: [],
    inotifies: [],
    fanotifies: [],
    sockets: new Map(),
    semaphoreSets: [],
    messageQueues: [],
    sharedMemories: new Map(),
    undoLists: new Map(),
    mountNamespaces: new Map(),
    mounts: new Map(),
    cgroups: [],
    beancounters: new Map(),
    network: {
      devices: [],
      addresses: [],
      routes: [],
      packetFilters: [],
      connections: [],
      snmp: [],
      rules: [],
      namespaces: [],
    },
    opaque: [],
  };
}
