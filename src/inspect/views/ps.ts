/**
 * ps: the process tree with sessions, groups, states, threads and start times, and command lines read out of
 * the image's own memory pages. Its JSON is the contract of design.md section 5 and has its function elsewhere.
 */
import { LazyList } from '../../lazy-list.ts';
import { coverageOf } from '../../memory/coverage.ts';
import { storedAuxWords } from '../../model/aux-vector.ts';
import type { AreaKind, Checkpoint, Task } from '../../model/checkpoint.ts';
import { headOf, isDead } from '../../model/look-up.ts';
import { type PsProcess, psJson } from '../../model/ps.ts';
import { commandLine, environment, readableWords } from '../../model/read-memory.ts';
import { type Filter, isWantedType, wantedProcesses } from '../filter.ts';
import type { Image } from '../image.ts';
import { pidName, taskNameAt, tidName, toPid } from '../links.ts';
import type { LongTable, Row, Table } from '../table.ts';
import type { View } from '../view.ts';
import { bytesText, durationText, hex } from '../words.ts';
import { factTables, type ProcessFacts, processFacts } from './process-facts.ts';
import { treePrefixes } from './tree-lines.ts';

/** Facts that the image has not are undefined. */
type Facts = { readonly [Name in keyof ProcessFacts]: ProcessFacts[Name] | undefined };

export interface ProcessRow extends PsProcess, Facts {
  readonly at: number;
  /** Generations below the root of its tree. */
  readonly depth: number;
  readonly commandLine?: readonly string[] | undefined;
  /** Undefined where the image does not hold the pages, as of zombies. */
  readonly environment?: readonly string[] | undefined;
  /** Who traces it, see ptrace(2). */
  readonly tracerPid: number | undefined;
  /** Of its memory, what the image holds pages of; absent for zombies. */
  readonly residentBytes?: bigint | undefined;
}

export interface ProcessDetail {
  readonly pid: number;
  readonly comm: string;
  readonly facts?: ProcessFacts | undefined;
  readonly environment?: readonly string[] | undefined;
  /** Whether the rest was asked for, beside the environment. */
  readonly isWhole: boolean;
  readonly auxv?: readonly (readonly [name: string, value: string])[] | undefined;
}

export interface PsRows {
  readonly processes: readonly ProcessRow[];
  /** For the processes that were asked for by pid. */
  readonly details: readonly ProcessDetail[];
}

function psRows(image: Image, filter: Filter): PsRows {
  const { checkpoint, source } = image;
  const wanted = new Map(wantedProcesses(checkpoint, filter).map((process) => [process.pid, process]));
  const listed = psJson(checkpoint).processes.filter(
    ({ pid, state }) => wanted.has(pid) && isWantedType(filter, state),
  );
  const residentOf = residentReader(checkpoint);
  const processes = inTreeOrder(listed).map(({ process, depth }) => {
    const task = leaderOf(wanted.get(process.pid));
    return rowOf(process, {
      depth,
      at: task?.at ?? 0,
      commandLine: task && commandLine(checkpoint, source, task),
      environment: task && environment(checkpoint, source, task),
      residentBytes: task && residentOf(task),
      tracerPid: task && task.ptrace.flags !== 0n ? task.parentPid : undefined,
      facts: task && processFacts(checkpoint, task),
    });
  });
  const isWhole = filter.pids.length > 0;
  const asked = isWhole || filter.withEnvironment === true ? processes : [];
  const details = asked.map(({ pid, comm, environment: env }): ProcessDetail => {
    const task = isWhole ? leaderOf(wanted.get(pid)) : undefined;
    return {
      pid,
      comm,
      isWhole,
      environment: env,
      facts: task && processFacts(checkpoint, task),
      auxv: task && auxEntries(image, task),
    };
  });
  return { processes, details };
}

interface OfItself
  extends Pick<ProcessRow, 'depth' | 'at' | 'commandLine' | 'environment' | 'residentBytes'> {
  readonly tracerPid: number | undefined;
  readonly facts: ProcessFacts | undefined;
}

/** Field by field: what is made with spreads is a hash table, and takes four times the room. */
const rowOf = (listed: PsProcess, { facts, ...own }: OfItself): ProcessRow => ({
  pid: listed.pid,
  pids: listed.pids,
  ppid: listed.ppid,
  pgid: listed.pgid,
  sid: listed.sid,
  comm: listed.comm,
  state: listed.state,
  uid: listed.uid,
  gid: listed.gid,
  exitCode: listed.exitCode,
  startTimeNs: listed.startTimeNs,
  threads: listed.threads,
  depth: own.depth,
  at: own.at,
  commandLine: own.commandLine,
  environment: own.environment,
  residentBytes: own.residentBytes,
  tracerPid: own.tracerPid,
  exe: facts?.exe,
  cwd: facts?.cwd,
  root: facts?.root,
  credentials: facts?.credentials,
  seccompMode: facts?.seccompMode,
  nice: facts?.nice,
  schedulingPolicy: facts?.schedulingPolicy,
  rtPriority: facts?.rtPriority,
  personality: facts?.personality,
  oomScoreAdj: facts?.oomScoreAdj,
  loginUid: facts?.loginUid,
  dumpable: facts?.dumpable,
  limits: facts?.limits,
});

/** Names and values, as the image stores them. */
function auxEntries({ checkpoint, source }: Image, task: Task): ProcessDetail['auxv'] {
  const memory = task.memory === undefined ? undefined : checkpoint.memories.get(task.memory);
  const words = memory && storedAuxWords(source, memory);
  return words?.flatMap((type, index) =>
    index % 2 === 0 ? [[auxName(type), hex(words[index + 1] ?? 0n)] as const] : [],
  );
}

/** Rings of asynchronous I/O are the kernel's own pages, which a process seldom looks at: smaps has none of a new one. */
const ofTheKernel: ReadonlySet<AreaKind> = new Set(['vdso', 'vvar', 'vsyscall', 'aio']);

/** Memories are shared by what clone(2) makes with CLONE_VM: each is summed up once. */
function residentReader(checkpoint: Checkpoint): (task: Task) => bigint | undefined {
  const known = new Map<number, bigint>();
  return ({ memory: id, state }) => {
    const memory = id === undefined || isDead({ state }) ? undefined : checkpoint.memories.get(id);
    if (memory === undefined) return undefined;
    let sum = known.get(memory.id);
    if (sum !== undefined) return sum;
    sum = 0n;
    for (const area of memory.areas) {
      // /proc does not count what the kernel itself maps.
      if (ofTheKernel.has(area.kind)) continue;
      const { stored, copy, lazy, external, unknown } = coverageOf(checkpoint, area);
      sum += stored + copy + lazy + external + unknown;
    }
    known.set(memory.id, sum);
    return sum;
  };
}

const leaderOf = (
  process: { readonly leader?: Task | undefined; readonly tasks: readonly Task[] } | undefined,
) => process && headOf(process);

/** Children below their parent. Walks with a stack: depth comes from the image, and so may cycles. */
function inTreeOrder(
  processes: readonly PsProcess[],
): readonly { readonly process: PsProcess; readonly depth: number }[] {
  const pids = new Set(processes.map(({ pid }) => pid));
  const children = new Map<number, PsProcess[]>();
  const roots: PsProcess[] = [];
  for (const process of processes) {
    const siblings = children.get(process.ppid);
    if (!pids.has(process.ppid) || process.ppid === process.pid) roots.push(process);
    else if (siblings) siblings.push(process);
    else children.set(process.ppid, [process]);
  }
  const ordered: { process: PsProcess; depth: number }[] = [];
  const seen = new Set<PsProcess>();
  // Members of a cycle of parents hang on no root; each of them not met before starts a tree of its own.
  for (const root of [...roots, ...processes]) {
    const stack = [{ process: root, depth: 0 }];
    for (let next = stack.pop(); next; next = stack.pop()) {
      if (seen.has(next.process)) continue;
      seen.add(next.process);
      ordered.push(next);
      const below = children.get(next.process.pid) ?? [];
      for (const process of [...below].reverse()) stack.push({ process, depth: next.depth + 1 });
    }
  }
  return ordered;
}

/** `AT_*` of linux/auxvec.h. */
const auxNames: Readonly<Record<string, string>> = {
  2: 'EXECFD',
  3: 'PHDR',
  4: 'PHENT',
  5: 'PHNUM',
  6: 'PAGESZ',
  7: 'BASE',
  8: 'FLAGS',
  9: 'ENTRY',
  11: 'UID',
  12: 'EUID',
  13: 'GID',
  14: 'EGID',
  15: 'PLATFORM',
  16: 'HWCAP',
  17: 'CLKTCK',
  23: 'SECURE',
  25: 'RANDOM',
  31: 'EXECFN',
  32: 'SYSINFO',
  33: 'SYSINFO_EHDR',
};

const auxName = (type: bigint): string => auxNames[type.toString()] ?? `type ${type}`;

/** A process of thousands of threads is gone to from the first of them. */
const threadsNamed = 256;

function processRow(process: ProcessRow, prefix: string): Row {
  const { pid, ppid, pgid, sid, state, uid, threads, startTimeNs, comm, residentBytes } = process;
  const words = readableWords(process.commandLine ?? []);
  const command = words.length > 0 ? words.join(' ') : comm === '' ? '—' : `[${comm}]`;
  const others = [
    ...(ppid > 0 ? [toPid(ppid, 'parent')] : []),
    ...(pgid > 0 && pgid !== pid ? [toPid(pgid, 'head of its group')] : []),
    ...(sid > 0 && sid !== pid && sid !== pgid ? [toPid(sid, 'head of its session')] : []),
    ...(process.tracerPid === undefined ? [] : [toPid(process.tracerPid, 'traced by')]),
  ];
  return {
    at: process.at,
    names: [pidName(pid), taskNameAt(process.at), ...threads.slice(0, threadsNamed).map(tidName)],
    links: others,
    tone: state === 'Z' || state === 'X' ? 'dim' : 'plain',
    cells: [
      String(pid),
      String(ppid),
      String(pgid),
      String(sid),
      state,
      uid === null ? '—' : String(uid),
      String(threads.length),
      startTimeNs === null ? '—' : durationText(BigInt(startTimeNs)),
      residentBytes === undefined ? '—' : bytesText(residentBytes),
      comm,
      `${prefix}${command}${process.tracerPid === undefined ? '' : ` (traced by ${process.tracerPid})`}`,
    ],
  };
}

function psTables({ processes, details }: PsRows): readonly LongTable[] {
  const prefixes = treePrefixes(processes.map(({ depth }) => depth));
  const table: LongTable = {
    columns: [
      { title: 'PID', align: 'right' },
      { title: 'PPID', align: 'right' },
      { title: 'PGID', align: 'right', drop: 3 },
      { title: 'SID', align: 'right', drop: 2 },
      { title: 'S' },
      { title: 'UID', align: 'right', drop: 4 },
      { title: 'THR', align: 'right', drop: 5 },
      { title: 'START', align: 'right', drop: 6 },
      { title: 'RESIDENT', align: 'right', drop: 1 },
      { title: 'COMM' },
      { title: 'COMMAND', grows: true },
    ],
    rows: new LazyList(processes, (process, index) => processRow(process, prefixes[index] ?? '')),
    empty: 'no processes',
  };
  return [table, ...details.flatMap(detailTables)];
}

function detailTables({
  pid,
  comm,
  isWhole,
  facts,
  environment: env,
  auxv,
}: ProcessDetail): readonly Table[] {
  const one = [{ title: '', grows: true }];
  const environmentTable: Table = {
    title: `Environment of ${pid} ${comm}`,
    columns: one,
    rows: (env ?? []).map((entry) => ({ cells: [entry] })),
    empty: env ? 'empty' : 'not in the image',
  };
  if (!isWhole) return [environmentTable];
  return [
    ...(facts ? factTables(`${pid} ${comm}`, facts) : []),
    environmentTable,
    {
      title: `Auxiliary vector of ${pid} ${comm}`,
      columns: [{ title: '' }, { title: '' }],
      rows: (auxv ?? []).map((cells) => ({ cells })),
      empty: 'not in the image',
    },
  ];
}

/** A contract: what the rows hold besides is for people. */
function psDocument({ processes }: PsRows): object {
  const byPid = [...processes].sort((a, b) => a.pid - b.pid);
  return {
    processes: new LazyList(byPid, ({ at: _, depth: __, commandLine, pid, ...process }) => ({
      pid,
      ...process,
      ...(commandLine !== undefined && { args: commandLine }),
    })),
  };
}

export const psView: View<PsRows> = {
  typeWords: ['R', 'S', 'D', 'T', 't', 'Z', 'X', '?'],
  rows: psRows,
  tables: psTables,
  json: psDocument,
};
