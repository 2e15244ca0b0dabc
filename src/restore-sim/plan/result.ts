/**
 * What stands after a plan has run, as the rows that all commands print: numbers and objects out of the
 * simulated kernel, names out of the checkpoint.
 */

import type { Checkpoint, Task as Wanted } from '../../model/checkpoint.ts';
import type { IpcMsg, IpcSem, IpcShm } from '../../model/ipc.ts';
import type { PsProcess } from '../../model/ps.ts';
import {
  hasThreads,
  numberIn,
  numbersFrom,
  type Process,
  snapshotIpc,
  type Task,
  threadsOf,
} from '../kernel/index.ts';
import type { IpcRows } from '../report.ts';
import type { RunState } from './run-state.ts';

/**
 * By pid; helpers are gone by now, and the host's own processes are not shown. There may be as
 * many rows as tasks, so their lists are those of the checkpoint where they have the same numbers.
 */
export function processRows(checkpoint: Checkpoint, state: RunState): readonly PsProcess[] {
  const rows: PsProcess[] = [];
  for (const { leader } of checkpoint.processes) {
    const task = leader === undefined ? undefined : state.tasks.get(leader.pid);
    if (leader === undefined || task === undefined || task.process.state === 'reaped') continue;
    rows.push(processRow(leader, task.process, state));
  }
  return rows.sort((a, b) => a.pid - b.pid);
}

function processRow(wanted: Wanted, process: Process, state: RunState): PsProcess {
  const { viewer } = state;
  const { leader, parent, group, session, name } = process;
  const numbers = numbersFrom(leader.pid, viewer);
  const pids = haveSame(numbers, wanted.pids) ? wanted.pids : numbers;
  const pid = pids[0] ?? 0;
  return {
    pid,
    pids,
    ppid: parent === undefined ? 0 : numberIn(parent.process.leader.pid, viewer),
    pgid: numberIn(group, viewer),
    sid: numberIn(session, viewer),
    comm: name,
    state: letterOf(wanted, process, state),
    uid: leader.credentials.uid,
    gid: leader.credentials.gid,
    exitCode: statusOf(wanted, process),
    // A restore starts processes anew; only a kernel of OpenVZ writes the old time into them.
    startTimeNs: null,
    threads: isSingle(process) ? (pids.length === 1 ? pids : [pid]) : threadNumbers(pid, process, state),
  };
}

const haveSame = (some: readonly number[], others: readonly number[]): boolean =>
  some.length === others.length && some.every((number, index) => number === others[index]);

/** No thread but the leader, dead or alive. */
const isSingle = (process: Process): boolean =>
  process.leader.isAlive ? !hasThreads(process) : process.firstThread === undefined;

/** A zombie has no living thread, and still its own number. */
function threadNumbers(pid: number, process: Process, { viewer }: RunState): readonly number[] {
  const numbers = new Set([pid]);
  for (const thread of threadsOf.of(process)) numbers.add(numberIn(thread.pid, viewer));
  return [...numbers].sort((a, b) => a - b);
}

/** The simulated kernel knows dead and alive; sleeping and running are the same to it. */
function letterOf(wanted: Wanted, process: Process, { stopped }: RunState): string {
  if (process.state === 'zombie' || !process.leader.isAlive) return 'Z';
  if (stopped.has(wanted.pid)) return wanted.state === 't' ? 't' : 'T';
  return wanted.state === 'R' || wanted.state === 'D' ? wanted.state : 'S';
}

/** The core dump bit (0x80) says something about a file; no restore makes one. */
function statusOf(wanted: Wanted, { status }: Process): number {
  if (status === undefined) return wanted.exitCode;
  return 'code' in status ? status.code << 8 : status.signal | (wanted.exitCode & 0x80);
}

const byId = (a: { readonly id: number }, b: { readonly id: number }): number => a.id - b.id;

/** Objects of the checkpoint only: what was on the host before is left out. */
export function ipcRows(checkpoint: Checkpoint, state: RunState, owner: Task): IpcRows {
  const snapshot = snapshotIpc(owner.ipcNamespace, state.viewer);
  const undo = undoBySet(checkpoint, state);
  const wantedIds = (objects: Iterable<{ readonly id: number }>) => {
    const ids = new Set<number>();
    for (const { id } of objects) ids.add(id);
    return ({ id }: { readonly id: number }) => ids.has(id);
  };
  const isSet = wantedIds(checkpoint.semaphoreSets);
  const isQueue = wantedIds(checkpoint.messageQueues);
  const isSegment = wantedIds(checkpoint.sharedMemories.values());
  const sem: IpcSem[] = snapshot.sem.filter(isSet).map((set) => ({
    ...common(set),
    values: set.values,
    undo: undo.get(set.id) ?? [],
  }));
  const msg: IpcMsg[] = snapshot.msg.filter(isQueue).map((queue) => ({
    ...common(queue),
    messages: queue.messages.map(({ type, lengthBytes, content }) => ({
      type: type.toString(),
      size: lengthBytes,
      sha256: typeof content === 'string' ? content : '',
    })),
  }));
  const shm: IpcShm[] = snapshot.shm.filter(isSegment).map((segment) => ({
    ...common(segment),
    size: segment.sizeBytes.toString(),
    cpid: segment.creator,
    lpid: segment.lastUser,
    sha256: typeof segment.content === 'string' ? segment.content : null,
  }));
  return { sem: sem.sort(byId), msg: msg.sort(byId), shm: shm.sort(byId) };
}

interface Common {
  readonly id: number;
  readonly key: number;
  readonly uid: number;
  readonly gid: number;
  readonly cuid: number;
  readonly cgid: number;
  readonly mode: number;
}

function common({ id, key, uid, gid, cuid, cgid, mode }: Common) {
  const octal = (mode >>> 0).toString(8).padStart(4, '0');
  return { id, key: `0x${(key >>> 0).toString(16)}`, uid, gid, cuid, cgid, mode: octal };
}

type UndoRow = IpcSem['undo'][number];

/** Each list of each process, as `ps` would attribute it: a list that is shared appears for every sharer. */
function undoBySet(checkpoint: Checkpoint, { tasks }: RunState): ReadonlyMap<number, readonly UndoRow[]> {
  const bySet = new Map<number, UndoRow[]>();
  if (checkpoint.undoLists.size === 0) return bySet;
  const pids = [...new Set(checkpoint.processes.map(({ pid }) => pid))].sort((a, b) => a - b);
  for (const pid of pids) {
    const process = tasks.get(pid)?.process;
    const threads = process === undefined ? [] : [...threadsOf.of(process)];
    const lists = new Set(threads.map(({ undo }) => undo));
    for (const list of lists) {
      for (const [set, values] of list?.adjustments ?? []) {
        const id = set.sequence * 32768 + set.index;
        const adjust = set.values.map((_, number) => values.get(number) ?? 0);
        const rows = bySet.get(id) ?? [];
        bySet.set(id, rows);
        rows.push({ pid, adjust });
      }
    }
  }
  return bySet;
}
