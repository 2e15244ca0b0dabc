/** ps: who there is, against /proc/PID/stat and status. */
import { Check, type TruthTable } from '../compare.ts';
import { frozenState, numbersOf, type Truth, type TruthTask } from '../truth.ts';

const byPid = ({ tasks }: Truth): ReadonlyMap<string, TruthTask> | undefined =>
  tasks && new Map(tasks.map((task) => [String(task.pid), task]));

/** A zombie's credentials are in no image. */
const ifAlive = <T>(task: TruthTask, value: T): T | undefined => (task.state === 'Z' ? undefined : value);

/** A parent outside of the dump is nobody; OpenVZ kernels show init as its own. */
const parentOf = ({ pid, ppid }: TruthTask, { tasks = [] }: Truth): number | undefined =>
  pid === 1 ? 0 : tasks.some((other) => other.pid === ppid) ? ppid : undefined;

/** Those that started after the look are not known. */
const threadsOf = ({ threads }: TruthTask, { unseen }: Truth): Check => {
  const seen = threads.map(({ tid }) => tid);
  return new Check(seen.join(' '), (ours: readonly number[]) => {
    const others = ours.filter((tid) => !seen.includes(tid));
    return seen.every((tid) => ours.includes(tid)) && others.every((tid) => unseen.has(tid));
  });
};

const processes: TruthTable<TruthTask> = {
  document: 'ps',
  rows: 'processes[]',
  key: ({ pid }) => String(pid),
  facts: byPid,
  fields: {
    pid: ({ pid }) => pid,
    pids: ({ pid }) => [pid],
    ppid: parentOf,
    pgid: ({ pgid }) => pgid,
    sid: ({ sid }) => sid,
    comm: ({ comm }) => comm,
    state: ({ state }) => frozenState(state),
    uid: (task) => ifAlive(task, numbersOf(task.status['Uid'])?.[0]),
    gid: (task) => ifAlive(task, numbersOf(task.status['Gid'])?.[0]),
    exitCode: ({ state, stat }) => (state === 'Z' ? stat['exit_code'] : undefined),
    threads: threadsOf,
  },
};

const text: TruthTable<TruthTask> = {
  document: 'ps text',
  rows: 'tables[].rows[]',
  key: ({ PID }) => PID,
  facts: byPid,
  fields: {
    PID: ({ pid }) => String(pid),
    PPID: (task, truth) => parentOf(task, truth)?.toString(),
    PGID: ({ pgid }) => String(pgid),
    SID: ({ sid }) => String(sid),
    S: ({ state }) => frozenState(state),
    UID: (task) => ifAlive(task, numbersOf(task.status['Uid'])?.[0]?.toString()),
    THR: ({ threads }, { unseen }) => (unseen.size === 0 ? String(threads.length) : undefined),
    COMM: ({ comm }) => comm,
  },
};

export const psTables = [processes, text];
