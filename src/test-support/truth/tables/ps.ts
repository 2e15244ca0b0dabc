/** ps: who there is, against /proc/PID/stat and status. */
import { Check, type Json, near, type TruthTable } from '../compare.ts';
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

const number = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text);
const mask = (text: string | undefined): bigint | undefined =>
  text === undefined ? undefined : BigInt(`0x${text.trim()}`);

/** Old releases do not keep it. */
const ifNewer = <T>({ line }: Truth, value: T): T | undefined =>
  line === 'criu before 3.4' ? undefined : value;

/** Its pages may have stayed with a page server. */
const argsOf = ({ cmdline }: TruthTask): Check =>
  new Check(JSON.stringify(cmdline), (ours) => JSON.stringify(ours) === JSON.stringify(cmdline), true);

function credentialsOf({ status }: TruthTask): Json {
  const noNewPrivs = number(status['NoNewPrivs']);
  return {
    uids: numbersOf(status['Uid']),
    gids: numbersOf(status['Gid']),
    groups: numbersOf(status['Groups']),
    capInheritable: mask(status['CapInh']),
    capPermitted: mask(status['CapPrm']),
    capEffective: mask(status['CapEff']),
    capBounding: mask(status['CapBnd']),
    capAmbient: mask(status['CapAmb']),
    noNewPrivs: noNewPrivs === undefined ? undefined : noNewPrivs !== 0,
  };
}

function limitsOf({ files }: TruthTask): Json {
  if (files['limits'] === undefined) return undefined;
  const value = (text: string | undefined) =>
    text === 'unlimited' ? 0xffff_ffff_ffff_ffffn : BigInt(text ?? 0);
  return [...files['limits'].matchAll(/^Max (.*?) +(unlimited|\d+) +(unlimited|\d+)/gm)].map(
    ([, name, soft, hard]) => ({
      name,
      soft: value(soft),
      hard: value(hard),
    }),
  );
}

/** Pages of the zero page and of what the kernel maps are counted otherwise by some kernels. */
const fewBytes = 8192n;

/** Anonymous pages, those in swap too: what mapped files keep in memory is in no image. */
function residentOf({ status }: TruthTask): Check | undefined {
  const [anonymous, swapped] = [status['RssAnon'], status['VmSwap']].map((text) =>
    Number.parseInt(text ?? '', 10),
  );
  if (anonymous === undefined || swapped === undefined || Number.isNaN(anonymous + swapped)) return undefined;
  return near(BigInt(anonymous + swapped) * 1024n, fewBytes);
}

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
    residentBytes: (task) => ifAlive(task, residentOf(task)),
    args: (task) => ifAlive(task, argsOf(task)),
    exe: (task, { family }) => (family === 'cpt' ? undefined : ifAlive(task, task.exe)),
    cwd: (task) => ifAlive(task, task.cwd),
    root: (task) => ifAlive(task, task.root),
    credentials: (task) => ifAlive(task, credentialsOf(task)),
    seccompMode: (task) => ifAlive(task, number(task.status['Seccomp'])),
    nice: (task) => ifAlive(task, task.stat['nice']),
    schedulingPolicy: (task) => ifAlive(task, task.stat['policy']),
    rtPriority: (task) => ifAlive(task, task.stat['rt_priority']),
    personality: (task) => ifAlive(task, mask(task.files['personality'])),
    oomScoreAdj: (task, truth) => ifNewer(truth, ifAlive(task, number(task.files['oom_score_adj']))),
    loginUid: (task, truth) => ifNewer(truth, ifAlive(task, number(task.files['loginuid']))),
    limits: (task) => ifAlive(task, limitsOf(task)),
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
