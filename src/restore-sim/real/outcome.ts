/** What restore-agent.pl says, and how it compares with the image. */
import type { Checkpoint, Process } from '../../model/checkpoint.ts';
import { terminalPairs } from '../../model/terminal-pairs.ts';
import { type Plan, stepText } from '../plan/index.ts';

export interface RealProcess {
  /** From the outermost namespace of the tree inward. */
  readonly pids: readonly number[];
  readonly ppid: number;
  readonly pgid: number;
  readonly sid: number;
  readonly state: string;
  readonly uid: number;
  readonly gid: number;
  readonly comm: string;
}

export interface RealObject {
  readonly kind: 'sem' | 'msg' | 'shm';
  readonly id: number;
  readonly key: number;
  readonly mode: string;
  readonly uid: number;
  readonly gid: number;
  /** Semaphores, messages or bytes. */
  readonly size: string;
}

export interface RealOutcome {
  /** Steps that the kernel refused, and steps that a script cannot do. */
  readonly failed: readonly { readonly step: number; readonly errno: string; readonly message: string }[];
  readonly skipped: readonly { readonly step: number; readonly why: string }[];
  readonly done: number;
  readonly processes: readonly RealProcess[];
  readonly objects: readonly RealObject[];
  /** Undefined where devpts could not be mounted. */
  readonly terminals: readonly number[] | undefined;
  readonly isComplete: boolean;
}

export function readOutcome(text: string, { target }: Pick<Plan, 'target'>): RealOutcome {
  const failed: RealOutcome['failed'][number][] = [];
  const skipped: RealOutcome['skipped'][number][] = [];
  const rows: string[][] = [];
  let done = 0;
  let objects: readonly RealObject[] = [];
  let terminals: readonly number[] | undefined;
  let isComplete = false;
  for (const line of text.split('\n')) {
    const [what, ...words] = line.split('\t');
    if (what === 'step') {
      const [step = '', state, first = '', second = ''] = words;
      if (state === 'ok') done++;
      else if (state === 'skip') skipped.push({ step: Number(step), why: first });
      else failed.push({ step: Number(step), errno: first, message: second });
    } else if (what === 'process') rows.push(words);
    else if (what === 'ipc') objects = words.filter(Boolean).map(objectOf);
    else if (what === 'terminals') terminals = (words[0] ?? '').split(',').filter(Boolean).map(Number);
    else if (what === 'end') isComplete = true;
  }
  return {
    failed,
    skipped,
    done,
    processes: processesOf(rows, target === 'host' ? 0 : 1),
    objects,
    terminals,
    isComplete,
  };
}

function objectOf(text: string): RealObject {
  const [kind = 'sem', id, key, mode = '0', uid, gid, size = '0'] = text.split(' ');
  return {
    kind: kind as RealObject['kind'],
    // SHM_DEST is a mark of the removal, not of the object.
    mode: (Number.parseInt(mode, 8) & 0o777).toString(8),
    id: Number(id),
    key: Number(key),
    uid: Number(uid),
    gid: Number(gid),
    size,
  };
}

/** The process that carries the steps out stands one namespace above a tree with namespaces of its own. */
function processesOf(rows: readonly (readonly string[])[], above: number): readonly RealProcess[] {
  const numbersOf = (text: string | undefined) => (text ?? '').split(',').map(Number);
  const outer = new Map(rows.map(([pids]) => [numbersOf(pids)[0] ?? 0, numbersOf(pids).slice(above)]));
  return rows.map(([pids, groups, sessions, parent, state = '?', uid, gid, comm = '']) => ({
    pids: numbersOf(pids).slice(above),
    ppid: outer.get(Number(parent))?.[0] ?? 0,
    pgid: numbersOf(groups)[above] ?? 0,
    sid: numbersOf(sessions)[above] ?? 0,
    state,
    uid: Number(uid),
    gid: Number(gid),
    comm,
  }));
}

/** One sentence for each thing that is not as in the image. */
export function differences(checkpoint: Checkpoint, plan: Plan, outcome: RealOutcome): readonly string[] {
  const found: string[] = [];
  if (!outcome.isComplete) found.push('the rehearsal did not come to its end');
  for (const { step, errno, message } of outcome.failed) {
    const planned = plan.steps[step - 1];
    found.push(`step ${step}, ${planned === undefined ? '?' : stepText(planned)}: ${errno} ${message}`);
  }
  const byPid = new Map(outcome.processes.map((process) => [process.pids[0], process]));
  const made = new Set(
    plan.steps.flatMap((step) => (step.op === 'fork' && step.helper === undefined ? [step.child] : [])),
  );
  const wanted = checkpoint.processes.filter(({ pid }) => made.has(pid));
  for (const process of wanted) found.push(...processDifferences(process, byPid.get(process.pid), made));
  for (const { pids, comm } of outcome.processes)
    if (!wanted.some(({ pid }) => pid === pids[0]))
      found.push(`${comm} (${pids[0]}) is there and not in the image`);
  found.push(...objectDifferences(checkpoint, outcome));
  if (outcome.terminals !== undefined) {
    for (const { index } of terminalPairs(checkpoint))
      if (!outcome.terminals.includes(index)) found.push(`the pair of terminals ${index} is not there`);
  }
  return found;
}

function processDifferences(
  { pid, leader, tasks }: Process,
  real: RealProcess | undefined,
  made: ReadonlySet<number>,
): string[] {
  const name = `${leader?.comm ?? '?'} (${pid})`;
  if (leader === undefined) return [];
  if (real === undefined) return [`${name} is not there`];
  const state = leader.state === 't' ? 'T' : leader.state;
  // A leader whose threads live on is no zombie of its own: a script makes no threads.
  const isMarked = (state === 'Z' && tasks.length === 1) || state === 'T';
  const rows: readonly (readonly [what: string, wanted: string | number, found: string | number])[] = [
    ['pids', leader.pids.join('/'), real.pids.join('/')],
    ...(pid !== leader.parentPid && made.has(leader.parentPid)
      ? [['parent', leader.parentPid, real.ppid] as const]
      : []),
    // What lies outside of the namespace is 0 in it, and any number outside.
    ...(leader.pgid > 0 && knows(made, leader.pgid) ? [['group', leader.pgid, real.pgid] as const] : []),
    ...(leader.sid > 0 && knows(made, leader.sid) ? [['session', leader.sid, real.sid] as const] : []),
    ...(isMarked ? [['state', state, real.state] as const] : []),
    ...(state === 'Z' || leader.credentials === undefined
      ? []
      : [['uid', leader.credentials.uid, real.uid] as const]),
  ];
  return rows.flatMap(([what, want, got]) =>
    want === got ? [] : [`${name}: ${what} ${got}, in the image ${want}`],
  );
}

const knows = (made: ReadonlySet<number>, number: number): boolean => made.has(number);

function objectDifferences(checkpoint: Checkpoint, { objects }: RealOutcome): readonly string[] {
  const wanted: RealObject[] = [
    ...checkpoint.semaphoreSets.map((set) => objectIn('sem', set, set.semaphores.length)),
    ...checkpoint.messageQueues.map((queue) => objectIn('msg', queue, queue.messages.length)),
    ...[...checkpoint.sharedMemories.values()].map((segment) => objectIn('shm', segment, segment.sizeBytes)),
  ];
  const real = new Map(objects.map((object) => [`${object.kind} ${object.id}`, object]));
  return wanted.flatMap((want) => {
    const name = `${want.kind} ${want.id}`;
    const got = real.get(name);
    if (got === undefined) return [`${name} is not there`];
    return (['key', 'mode', 'uid', 'gid', 'size'] as const).flatMap((field) =>
      String(got[field]) === String(want[field])
        ? []
        : [`${name}: ${field} ${got[field]}, in the image ${want[field]}`],
    );
  });
}

function objectIn(
  kind: RealObject['kind'],
  { id, key, mode, uid, gid }: { id: number; key: number; mode: number; uid: number; gid: number },
  size: number | bigint,
): RealObject {
  return { kind, id, key: key >>> 0, mode: (mode & 0o777).toString(8), uid, gid, size: String(size) };
}
