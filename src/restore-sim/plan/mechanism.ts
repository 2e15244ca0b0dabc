/**
 * The ways to ask for ids, as a restorer words them: which one a kernel has, and the steps and arguments
 * that a request needs. What the kernel answers is not known here.
 */
import type { IpcKind, KernelProfile } from '../kernel/index.ts';
import { type Actor, type CloneRequest, type Phase, restorer, type Step } from './step.ts';

export type PidMechanism =
  | 'set-tid'
  | 'eclone'
  | 'next-id'
  | 'typed-next-id'
  | 'ns-last-pid'
  | 'in-kernel'
  | 'none';
export type IpcMechanism = 'next-id-files' | 'argument' | 'next-id' | 'typed-next-id' | 'in-kernel' | 'churn';

export interface Mechanisms {
  readonly pid: PidMechanism;
  readonly ipc: IpcMechanism;
}

/** What each is called in a plan. */
export const pidMechanismText: Readonly<Record<PidMechanism, string>> = {
  'set-tid': 'clone3 with set_tid',
  eclone: 'eclone (clone_with_pids)',
  'next-id': 'LONG in /proc/self/task/TID/next_id, then fork',
  'typed-next-id': 'PID in /proc/self/task/TID/next_id, then fork',
  'ns-last-pid': '/proc/sys/kernel/ns_last_pid, then fork, compare and try again',
  'in-kernel': 'the kernel’s own clone with a fixed number',
  none: 'no way to ask',
};

export const ipcMechanismText: Readonly<Record<IpcMechanism, string>> = {
  'next-id-files': '/proc/sys/kernel/{sem,msg,shm}_next_id, then get and compare',
  argument: 'the id argument of the kernel’s own get',
  'next-id': 'LONG in /proc/self/task/TID/next_id, then get',
  'typed-next-id': 'IPC_SEM_ID, IPC_MSG_ID, IPC_SHM_ID in /proc/self/task/TID/next_id, then get',
  'in-kernel': 'the kernel’s own get with a fixed id',
  churn: 'no way to ask: make and remove objects until the counter stands right',
};

/** No kernel takes a number for a pair of terminals; those that restore by themselves set it. */
export const terminalMechanismText = ({ idRequests }: KernelProfile): string =>
  idRequests.fixedPid === undefined
    ? 'open /dev/ptmx until the number comes'
    : 'the kernel’s own open with a fixed number';

/** The best one that the kernel has; the untyped file before the typed one, which was only proposed. */
export function mechanismsOf({ idRequests }: KernelProfile, typed = false): Mechanisms {
  const isTyped = typed && idRequests.typedNextId !== undefined;
  const pid: readonly (readonly [PidMechanism, unknown])[] = [
    ['set-tid', idRequests.setTid],
    ['eclone', idRequests.eclone],
    ['in-kernel', idRequests.fixedPid],
    ['typed-next-id', isTyped || undefined],
    ['next-id', idRequests.nextId],
    ['ns-last-pid', idRequests.lastPidFile],
  ];
  const ipc: readonly (readonly [IpcMechanism, unknown])[] = [
    ['next-id-files', idRequests.ipcNextIdFiles],
    ['argument', idRequests.ipcArgument],
    ['in-kernel', idRequests.fixedIpcId],
    ['typed-next-id', isTyped || undefined],
    ['next-id', idRequests.nextId],
  ];
  const first = <Name>(rows: readonly (readonly [Name, unknown])[], none: Name) =>
    rows.find(([, rules]) => rules !== undefined)?.[0] ?? none;
  return { pid: first(pid, 'none'), ipc: first(ipc, 'churn') };
}

export interface PidWish {
  readonly phase: Phase;
  readonly by: Actor;
  readonly at: number;
  /** Outermost level first; empty leaves the choice to the kernel. */
  readonly pids: readonly number[];
  /** The child is the first of a new namespace: its innermost number is 1 without asking. */
  readonly isNewNamespace: boolean;
  /** Who writes to ns_last_pid at each level above the innermost. */
  readonly writerAt: (level: number) => Actor;
}

/** The steps before a clone, and its arguments. */
export function requestPids(
  mechanism: PidMechanism,
  wish: PidWish,
): { readonly before: readonly Step[]; readonly request: CloneRequest } {
  const { phase, by, at, pids, isNewNamespace } = wish;
  const asked = isNewNamespace ? pids.slice(0, -1) : pids;
  if (pids.length === 0) return nothing;
  switch (mechanism) {
    case 'set-tid':
      return { before: noSteps, request: { setTid: pids.length === 1 ? pids : [...pids].reverse() } };
    case 'eclone':
      return asked.length === 0 ? nothing : { before: noSteps, request: { eclone: asked } };
    case 'in-kernel':
      return { before: noSteps, request: { fixed: pids.at(-1)! } };
    case 'next-id':
    case 'typed-next-id': {
      if (asked.length === 0) return nothing;
      // The typed form has one number only: more levels need the untyped one.
      const typed = mechanism === 'typed-next-id' ? 'PID' : 'LONG';
      const word = asked.length === 1 ? typed : `LONG${asked.length}`;
      return { before: [{ op: 'next-id', phase, by, at, words: `${word} ${asked.join(' ')}` }], request: {} };
    }
    case 'ns-last-pid':
      return { before: lastPidWrites(wish, asked), request: {} };
    case 'none':
      return nothing;
  }
}

const noSteps: readonly Step[] = [];
const nothing = { before: noSteps, request: {} };

/** The file acts on the writer's own namespace, so each level needs a writer that lives there. */
function lastPidWrites(
  { phase, by, at, writerAt, isNewNamespace }: PidWish,
  asked: readonly number[],
): Step[] {
  return asked.map((pid, level) => ({
    op: 'write',
    phase,
    // The forker is in the innermost level that is asked for, unless its child opens a new one.
    by: level === asked.length - 1 && !isNewNamespace ? by : writerAt(level),
    at,
    file: 'ns_last_pid',
    value: String(pid - 1),
    wanted: pid,
  }));
}

const ipcWords = { sem: 'IPC_SEM_ID', msg: 'IPC_MSG_ID', shm: 'IPC_SHM_ID' } as const;

/** The steps before a semget, msgget or shmget. */
export function requestIpcId(
  mechanism: IpcMechanism,
  {
    by,
    at,
    kind,
    id,
  }: { readonly by: Actor; readonly at: number; readonly kind: IpcKind; readonly id: number },
): { before: Step[]; request?: 'argument' | 'fixed' } {
  const base = { phase: 'ipc', by, at } as const;
  switch (mechanism) {
    case 'next-id-files': {
      const file = `${kind}_next_id`;
      return { before: [{ ...base, op: 'write', file, value: String(id), wanted: id }] };
    }
    case 'next-id':
      return { before: [{ ...base, op: 'next-id', words: `LONG ${id}` }] };
    case 'typed-next-id':
      return { before: [{ ...base, op: 'next-id', words: `${ipcWords[kind]} ${id}` }] };
    case 'argument':
      return { before: [], request: 'argument' };
    case 'in-kernel':
      return { before: [], request: 'fixed' };
    case 'churn':
      return { before: [{ ...base, op: 'churn', kind, id }] };
  }
}

export { restorer };
