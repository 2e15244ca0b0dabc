/** The `state` lines of a trace: everything that its recorder could see, in the recorder's words. */

import { numbersFrom, snapshotIpc, snapshotProcess, type Task } from '../kernel/index.ts';
import type { JsonObject } from './trace-line.ts';
import type { TraceWorld } from './trace-world.ts';

/** The four tables of a state line. */
export type TraceState = Readonly<Record<'procs' | 'sem' | 'msg' | 'shm', readonly JsonObject[]>>;

export function traceState({ tasks, viewer }: TraceWorld): TraceState {
  const root = tasks.get('p0')!;
  const procs = [...tasks].flatMap(([name, task]) => taskRows(name, task, viewer));
  const { sem, msg, shm } = snapshotIpc(root.ipcNamespace, viewer);
  return {
    procs,
    sem: sem.map(({ index, id, key, mode, sequence, values, lastPids }) => ({
      idx: index,
      id,
      key,
      mode,
      seq: sequence,
      vals: values,
      sempid: lastPids,
    })),
    msg: msg.map(({ index, id, key, mode, sequence, messages, usedBytes, limitBytes, ...users }) => ({
      idx: index,
      id,
      key,
      mode,
      seq: sequence,
      qnum: messages.length,
      cbytes: usedBytes,
      qbytes: limitBytes,
      lspid: users.lastSender,
      lrpid: users.lastReceiver,
    })),
    shm: shm.map(({ index, id, key, mode, sequence, sizeBytes, attachCount, creator, lastUser }) => ({
      idx: index,
      id,
      key,
      mode,
      seq: sequence,
      segsz: Number(sizeBytes),
      nattch: attachCount,
      cpid: creator,
      lpid: lastUser,
    })),
  };
}

/** Living and zombie processes, and living threads; nothing for what is gone. */
function taskRows(name: string, task: Task, viewer: TraceWorld['viewer']): readonly JsonObject[] {
  const { process, pid } = task;
  if (task !== process.leader) {
    return task.isAlive ? [{ p: name, pids: numbersFrom(pid, viewer), thread_of: process.name }] : [];
  }
  if (process.state === 'reaped') return [];
  const { pids, ppid, pgid, sid, state, threads } = snapshotProcess(process, viewer);
  return [{ p: name, pids, ppid, pgid, sid, state, threads: state === 'zombie' ? 1 : threads.length }];
}
