/** What one image adds to the tables of `cr-inspect list`. */

import { machines } from '../../abi/machines.ts';
import { traitsOf } from '../../families/traits.ts';
import { coverageOf } from '../../memory/coverage.ts';
import type { Checkpoint, Id, OpenFile, SocketAddress, Task } from '../../model/checkpoint.ts';
import { follow, headOf } from '../../model/look-up.ts';
import { psJson } from '../../model/ps.ts';
import { commandLine, readableWords } from '../../model/read-memory.ts';
import type { ContainerInfo } from '../../parse/archive/container-info.ts';
import type { Image } from '../image.ts';
import { namedAreas } from '../views/named-areas.ts';
import { processFacts } from '../views/process-facts.ts';
import { addressText, holders, nameOfFile } from '../views/process-names.ts';
import { socketWords } from '../views/socket-words.ts';
import { hex } from '../words.ts';
import type { ListRow, ListTable } from './tables.ts';

/** Without `path` and `container`, which whoever opened the image knows. */
export type ImageTable = Exclude<ListTable, 'findings'>;

/** Rows of one table; they come one by one, for an image may have a million areas. */
export function* imageRows(table: ImageTable, image: Image): Generator<ListRow> {
  switch (table) {
    case 'checkpoints':
      yield checkpointRow(image);
      return;
    case 'processes':
      yield* processRows(image);
      return;
    case 'files':
      yield* fileRows(image);
      return;
    case 'sockets':
      yield* socketRows(image);
      return;
    case 'areas':
      yield* areaRows(image);
      return;
  }
}

function checkpointRow(image: Image): ListRow {
  const { checkpoint, variant, dump } = image;
  const engine = image.engine?.();
  const first = checkpoint.processes.find(({ pid }) => pid === 1) ?? checkpoint.processes[0];
  const { areaBytes, storedBytes } = memoryOf(checkpoint, [...checkpoint.memories.keys()]);
  return {
    family: checkpoint.image.family,
    variant: variant?.name,
    machine: checkpoint.image.architecture,
    kind: dump?.kind,
    ...engineCells(engine),
    processes: checkpoint.processes.length,
    threads: checkpoint.tasks.length,
    command: first && commandOf(image, headOf(first)),
    areaBytes,
    storedBytes,
  };
}

const engineCells = (engine: ContainerInfo | undefined): ListRow =>
  engine === undefined
    ? {}
    : {
        engine: engine.engine,
        name: engine.name,
        pod: engine.pod,
        namespace: engine.namespace,
        image: engine.image,
        id: engine.id,
        createdTime: engine.createdTime,
        checkpointedTime: engine.checkpointedTime,
      };

/**
 * Arguments that a shell would not need to be quoted stand as they are; the rest as JSON, so that they can be told apart.
 * A word alone is apart: it is the title of a program more often than not.
 */
function commandOf({ checkpoint, source }: Image, task: Task): string {
  const words = readableWords(commandLine(checkpoint, source, task) ?? []);
  if (words.length <= 1) return words[0] ?? task.comm;
  return words.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : JSON.stringify(word))).join(' ');
}

function memoryOf(checkpoint: Checkpoint, ids: Iterable<Id<'memory'>>) {
  let [areaBytes, storedBytes] = [0n, 0n];
  for (const id of ids) {
    for (const area of checkpoint.memories.get(id)?.areas ?? []) {
      if (area.end > area.start) areaBytes += area.end - area.start;
      storedBytes += coverageOf(checkpoint, area).stored;
    }
  }
  return { areaBytes, storedBytes };
}

function* processRows(image: Image): Generator<ListRow> {
  const { checkpoint } = image;
  const tasks = new Map(checkpoint.processes.map((process) => [process.pid, headOf(process)]));
  for (const process of psJson(checkpoint).processes) {
    const task = tasks.get(process.pid) as Task;
    const facts = processFacts(checkpoint, task);
    const { pid, ppid, pgid, sid, comm, state, uid, gid, startTimeNs, threads } = process;
    yield {
      pid,
      ppid,
      pgid,
      sid,
      comm,
      state,
      uid: signed(uid),
      gid: signed(gid),
      command: facts && commandOf(image, task),
      exe: facts?.exe,
      cwd: facts?.cwd,
      threads: threads.length,
      euid: signed(task.credentials?.euid),
      capEffective: facts?.credentials?.capEffective.toString(16).padStart(16, '0'),
      noNewPrivs: facts?.credentials?.noNewPrivs,
      seccompMode: facts?.seccompMode,
      lsmProfile: facts?.credentials?.lsmProfile,
      startTimeNs: startTimeNs === null ? null : BigInt(startTimeNs),
      storedBytes: task.memory === undefined ? 0n : memoryOf(checkpoint, [task.memory]).storedBytes,
    };
  }
}

/** Columns have 32 bits with a sign; ids have none. */
const signed = (id: number | null | undefined): number | null => (id == null ? null : id | 0);

function* fileRows({ checkpoint }: Image): Generator<ListRow> {
  const pidsByTable = holders(checkpoint.tasks, 'fdTable');
  for (const table of checkpoint.fdTables.values()) {
    const pid = pidsByTable.get(table.id)?.[0];
    for (const { fd, opened } of table.descriptors) {
      const file = follow(checkpoint.files, opened);
      yield { pid, fd, use: 'descriptor', ...(file === undefined ? { kind: 'unknown' } : fileCells(file)) };
    }
  }
  const pidsByMemory = holders(checkpoint.tasks, 'memory');
  for (const memory of checkpoint.memories.values()) {
    const pid = pidsByMemory.get(memory.id)?.[0];
    const mapped = new Set([...memory.areas].map((area) => area.mapped));
    for (const id of mapped) {
      const file = follow(checkpoint.files, id);
      if (file !== undefined) yield { pid, use: 'area', ...fileCells(file) };
    }
  }
}

const fileCells = (file: OpenFile): ListRow => ({
  kind: file.kind,
  name: nameOfFile(file),
  isDeleted: file.isDeleted,
  flags: signed(file.flags),
  position: BigInt.asIntN(64, file.pos),
  buildId: file.buildId,
});

function* socketRows({ checkpoint }: Image): Generator<ListRow> {
  const machine = machines[checkpoint.image.architecture];
  const pidByFile = new Map<number, number>();
  const pidsByTable = holders(checkpoint.tasks, 'fdTable');
  for (const table of checkpoint.fdTables.values()) {
    const pid = pidsByTable.get(table.id)?.[0];
    if (pid === undefined) continue;
    for (const { opened } of table.descriptors) if (opened !== undefined) pidByFile.set(opened, pid);
  }
  const { hasSocketInodes } = traitsOf(checkpoint.image.family);
  for (const socket of checkpoint.sockets.values()) {
    const [local, remote] = [endCells(socket.local), endCells(socket.remote)];
    yield {
      pid: socket.opened === undefined ? null : pidByFile.get(socket.opened),
      kind: socketWords(socket, machine).kind,
      state: socket.stateName,
      localAddress: local.address,
      localPort: local.port,
      remoteAddress: remote.address,
      remotePort: remote.port,
      inode: hasSocketInodes && socket.index !== undefined ? BigInt(socket.index) : null,
    };
  }
}

/** Ports stand apart, so that one can ask for them. */
function endCells(end: SocketAddress | undefined): { readonly address?: string; readonly port?: number } {
  if (end?.family === 'inet' || end?.family === 'inet6') return { address: end.address, port: end.port };
  const address = addressText(end);
  return address === '' ? {} : { address };
}

function* areaRows({ checkpoint }: Image): Generator<ListRow> {
  const pidsByMemory = holders(checkpoint.tasks, 'memory');
  for (const memory of checkpoint.memories.values()) {
    const pid = pidsByMemory.get(memory.id)?.[0] ?? memory.pagesOfPid;
    for (const area of namedAreas(checkpoint, memory)) {
      const { start, end, perms, kind, name } = area;
      yield {
        pid,
        start: hex(start),
        end: hex(end),
        perms,
        kind,
        name,
        bytes: end > start ? end - start : 0n,
        storedBytes: coverageOf(checkpoint, area).stored,
      };
    }
  }
}
