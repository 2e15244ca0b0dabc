/**
 * Tasks of an image. Most are like the one before but for their numbers: what they have alike is one object, and a task has
 * only what is its own, or what records inside of it add.
 */
import type { Task } from '../checkpoint.ts';
import type { Mutable } from '../checkpoint-draft.ts';

const traitNames = [
  ...(['oldPgrp', 'state', 'stateCode', 'exitCode', 'exitSignal', 'parentDeathSignal', 'is64bit'] as const),
  ...(['personality', 'credentials', 'scheduling', 'rlimits', 'ptrace', 'tls', 'kernelState'] as const),
  ...(['sigblocked', 'sigrblocked', 'sigpending', 'sigsuspend', 'setTid', 'clearTid', 'hasUsedFpu'] as const),
] as const satisfies readonly (keyof Task)[];

/** What may be alike. */
export type TaskTraits = Pick<Task, (typeof traitNames)[number]>;

/** What the record of a task says of that task alone. */
type OwnNames = 'at' | 'pid' | 'tgid' | 'leaderPid' | 'realParentPid' | 'parentPid' | 'pgid' | 'sid' | 'comm';
export type OwnFields = Pick<Task, OwnNames | 'startTimeNs' | 'usage' | 'restart' | 'itimers'>;

type Later = Mutable<Omit<Task, keyof TaskTraits | keyof OwnFields | 'pids'>>;

/** Of most tasks. */
export const noSignals: Later['queue'] = [];

export class CptTask implements OwnFields, TaskTraits {
  readonly at: number;
  readonly pid: number;
  readonly tgid: number;
  readonly leaderPid: number | undefined;
  readonly realParentPid: number;
  readonly parentPid: number;
  readonly pgid: number;
  readonly sid: number;
  readonly comm: string;
  readonly startTimeNs: bigint | undefined;
  readonly usage: Task['usage'];
  readonly restart: Task['restart'];
  itimers: Task['itimers'];
  queue: Later['queue'] = noSignals;
  lastSignal: Later['lastSignal'];
  altStack: Later['altStack'];
  robustList: Later['robustList'];
  registers: Later['registers'];
  fpu: Later['fpu'];
  memory: Later['memory'];
  fdTable: Later['fdTable'];
  fs: Later['fs'];
  signal: Later['signal'];
  sighand: Later['sighand'];
  undoList: Later['undoList'];
  mountNamespace: Later['mountNamespace'];
  posixTimers: Later['posixTimers'];
  beancounters: Later['beancounters'];
  readonly #traits: TaskTraits;
  // Made below, of `traitNames`.
  declare readonly oldPgrp: TaskTraits['oldPgrp'];
  declare readonly state: TaskTraits['state'];
  declare readonly stateCode: TaskTraits['stateCode'];
  declare readonly exitCode: TaskTraits['exitCode'];
  declare readonly exitSignal: TaskTraits['exitSignal'];
  declare readonly parentDeathSignal: TaskTraits['parentDeathSignal'];
  declare readonly is64bit: TaskTraits['is64bit'];
  declare readonly personality: TaskTraits['personality'];
  declare readonly credentials: TaskTraits['credentials'];
  declare readonly scheduling: TaskTraits['scheduling'];
  declare readonly rlimits: TaskTraits['rlimits'];
  declare readonly sigblocked: TaskTraits['sigblocked'];
  declare readonly sigrblocked: TaskTraits['sigrblocked'];
  declare readonly sigpending: TaskTraits['sigpending'];
  declare readonly sigsuspend: TaskTraits['sigsuspend'];
  declare readonly ptrace: TaskTraits['ptrace'];
  declare readonly setTid: TaskTraits['setTid'];
  declare readonly clearTid: TaskTraits['clearTid'];
  declare readonly tls: TaskTraits['tls'];
  declare readonly hasUsedFpu: TaskTraits['hasUsedFpu'];
  declare readonly kernelState: TaskTraits['kernelState'];

  constructor(own: OwnFields, traits: TaskTraits) {
    this.at = own.at;
    this.pid = own.pid;
    this.tgid = own.tgid;
    this.leaderPid = own.leaderPid;
    this.realParentPid = own.realParentPid;
    this.parentPid = own.parentPid;
    this.pgid = own.pgid;
    this.sid = own.sid;
    this.comm = own.comm;
    this.startTimeNs = own.startTimeNs;
    this.usage = own.usage;
    this.restart = own.restart;
    this.itimers = own.itimers;
    this.#traits = traits;
  }

  /** A container knows one level: pids on the host are not in the image. */
  get pids(): readonly number[] {
    return [this.pid];
  }

  static {
    for (const name of traitNames) {
      Object.defineProperty(CptTask.prototype, name, {
        get(this: CptTask) {
          return this.#traits[name];
        },
        enumerable: true,
      });
    }
    Object.defineProperty(CptTask.prototype, 'pids', { enumerable: true });
  }
}

/** The same as plain data. Written out, because an object that a loop fills takes three times the room. */
export function plainTask(task: CptTask): { readonly [Name in keyof CptTask]: CptTask[Name] } {
  return {
    at: task.at,
    pids: task.pids,
    pid: task.pid,
    tgid: task.tgid,
    leaderPid: task.leaderPid,
    realParentPid: task.realParentPid,
    parentPid: task.parentPid,
    pgid: task.pgid,
    sid: task.sid,
    comm: task.comm,
    startTimeNs: task.startTimeNs,
    usage: task.usage,
    restart: task.restart,
    itimers: task.itimers,
    queue: task.queue,
    lastSignal: task.lastSignal,
    altStack: task.altStack,
    robustList: task.robustList,
    registers: task.registers,
    fpu: task.fpu,
    memory: task.memory,
    fdTable: task.fdTable,
    fs: task.fs,
    signal: task.signal,
    sighand: task.sighand,
    undoList: task.undoList,
    mountNamespace: task.mountNamespace,
    posixTimers: task.posixTimers,
    beancounters: task.beancounters,
    oldPgrp: task.oldPgrp,
    state: task.state,
    stateCode: task.stateCode,
    exitCode: task.exitCode,
    exitSignal: task.exitSignal,
    parentDeathSignal: task.parentDeathSignal,
    is64bit: task.is64bit,
    personality: task.personality,
    credentials: task.credentials,
    scheduling: task.scheduling,
    rlimits: task.rlimits,
    ptrace: task.ptrace,
    tls: task.tls,
    kernelState: task.kernelState,
    sigblocked: task.sigblocked,
    sigrblocked: task.sigrblocked,
    sigpending: task.sigpending,
    sigsuspend: task.sigsuspend,
    setTid: task.setTid,
    clearTid: task.clearTid,
    hasUsedFpu: task.hasUsedFpu,
  };
}
