/** core-N.img: what a thread needs to run, and what its process shares. Memory and files are elsewhere. */
import type { Task } from '../../../model/checkpoint.ts';
import { follow } from '../../../model/look-up.ts';
import type {
  CoreEntry,
  TaskCoreEntry,
  ThreadCoreEntry,
  ThreadInfoX86,
} from '../../../parse/generated/criu-descriptors.ts';
import type { Conversion } from './context.ts';
import { credsOf } from './creds.ts';
import { fpuOf } from './fpu.ts';
import { limitsEntry } from './limits.ts';
import { writeImage } from './output.ts';
import { message } from './record.ts';
import { registersOf, tlsOf } from './registers.ts';
import type { StandIn } from './repairs/vdso-stand-in.ts';
import { actionsOf, type HandlerReturns, queueOf } from './signals.ts';
import { timersOf } from './timers.ts';
import { memoryOf, type TreeProcess } from './tree.ts';

const x86_64 = 1;
const taskState = { alive: 1, dead: 2, stopped: 3 } as const;
const sigStop = 19;

/** struct robust_list_head: three words of the program. */
const robustListBytes = { 32: 12, 64: 24 } as const;

export function writeCores(conversion: Conversion, process: TreeProcess): void {
  if (process.life === 'zombie') {
    writeCore(conversion, process.pid, { mtype: x86_64, tc: zombieCore(process.leader) });
    return;
  }
  for (const task of process.threads) {
    const isLeader = task === process.leader;
    writeCore(conversion, task.pid, {
      mtype: x86_64,
      thread_info: threadInfo(conversion, process, task),
      ...(isLeader && { tc: taskCore(conversion, process) }),
      thread_core: threadCore(conversion, process, task),
    });
  }
}

const writeCore = ({ output }: Conversion, pid: number, core: CoreEntry): void =>
  writeImage(output, 'CORE', pid, [message('core_entry', core)]);

function zombieCore(task: Task): TaskCoreEntry {
  return {
    task_state: taskState.dead,
    exit_code: task.exitCode >>> 0,
    personality: Number(BigInt.asUintN(32, task.personality)),
    flags: 0,
    blk_sigset: task.sigblocked,
    comm: nameOf(task),
  };
}

const nameBytesMax = 15;
const encoder = new TextEncoder();

/** TASK_COMM_LEN of the kernel, without the NUL. */
export function nameOf({ comm }: Task): string | Uint8Array {
  const bytes = encoder.encode(comm);
  return bytes.length > nameBytesMax ? bytes.slice(0, nameBytesMax) : comm;
}

function taskCore(conversion: Conversion, process: TreeProcess): TaskCoreEntry {
  const { checkpoint } = conversion;
  const { leader, holder } = process;
  const signal = follow(checkpoint.signals, holder.signal);
  const handlers = follow(checkpoint.sighands, holder.sighand);
  const isStopped = leader.state === 'T' && process.life === 'alive';
  return {
    task_state: isStopped ? taskState.stopped : taskState.alive,
    exit_code: process.life === 'dead-leader' ? 0 : leader.exitCode >>> 0,
    personality: Number(BigInt.asUintN(32, leader.personality)),
    flags: 0,
    blk_sigset: blockedOf(leader),
    comm: nameOf(leader),
    timers: timersOf(checkpoint, holder),
    rlimits: limitsEntry(conversion, holder),
    signals_s: signal ? queueOf(signal.queue, signal.sigpending, conversion, signal.at) : {},
    sigactions: actionsOf(handlers, is32bit(conversion, holder), handlerReturns(conversion, process)),
    ...(isStopped && { stop_signo: sigStop }),
  };
}

const is32bit = ({ repairs }: Conversion, task: Task): boolean => repairs.registers(task)?.layout === 'i386';

/**
 * Inside sigsuspend(2) the mask to return to counts, as the restarted call sets the other one again; inside
 * sigtimedwait(2) the task's own, which the kernel keeps apart (real_blocked of kernel/signal.c).
 */
const blockedOf = ({ sigsuspend, sigblocked, sigrblocked }: Task): bigint =>
  sigsuspend?.blocked ?? (sigrblocked === 0n ? sigblocked : sigrblocked);

function handlerReturns({ checkpoint, repairs }: Conversion, process: TreeProcess): HandlerReturns {
  const id = memoryOf(process);
  const added = repairs.addedPage(id);
  if (added) return placesIn(added.start, added.standIn);
  for (const area of checkpoint.memories.get(id)?.areas ?? []) {
    const page = repairs.standIn(id, area);
    if (page) return placesIn(area.start, page);
  }
  return {};
}

function placesIn(start: bigint, { sigreturnAt, rtSigreturnAt }: StandIn): HandlerReturns {
  const place = (at: number | undefined) => (at === undefined ? undefined : start + BigInt(at));
  return { sigreturn: place(sigreturnAt), rtSigreturn: place(rtSigreturnAt) };
}

function threadInfo(conversion: Conversion, process: TreeProcess, task: Task): ThreadInfoX86 {
  const { checkpoint, source, losses, repairs } = conversion;
  const isDead = process.life === 'dead-leader' && task === process.leader;
  const registers = repairs.registers(task);
  if (!registers) throw new Error('a live task was refused before if it has no registers');
  const version = checkpoint.image.version ?? 0;
  // What a dead leader has of segments leads nowhere any more.
  const owner = isDead ? process.holder : task;
  const tls = tlsOf(owner, registers);
  return {
    // Nobody waits for a leader that is dead already.
    clear_tid_addr: isDead ? 0n : task.clearTid,
    gpregs: registersOf(owner, registers, repairs.entry(task), version, losses),
    fpregs: fpuOf(owner, source, losses),
    ...(tls && { tls }),
  };
}

/** include/uapi/linux/sched.h: policies that CRIU restores, and those of them that have a priority. */
const normalPolicy = 0;
const plainPolicies: ReadonlySet<number> = new Set([normalPolicy, 3, 5]);
const realTimePolicies: ReadonlySet<number> = new Set([1, 2]);

/** criu/cr-restore.c, validate_sched_parm. */
function schedulingOf({ losses }: Conversion, task: Task) {
  // What the image does not say is left out: CRIU takes the normal policy then (criu/cr-restore.c, prep_sched_info).
  if (task.scheduling === undefined) return {};
  const { nice, policy, rtPriority } = task.scheduling;
  const sched_nice = Math.max(-20, Math.min(19, nice));
  if (plainPolicies.has(policy)) return { sched_nice, sched_policy: policy };
  if (realTimePolicies.has(policy) && rtPriority > 0 && rtPriority < 100) {
    return { sched_nice, sched_policy: policy, sched_prio: rtPriority };
  }
  losses.add('scheduling', `task ${task.pid} has policy ${policy}`, task);
  return { sched_nice, sched_policy: normalPolicy };
}

function threadCore(conversion: Conversion, process: TreeProcess, task: Task): ThreadCoreEntry {
  const { losses } = conversion;
  const isDead = process.life === 'dead-leader' && task === process.leader;
  if (task.ptrace.flags !== 0n) losses.add('ptrace', `task ${task.pid}`, task);
  const robustList = isDead ? 0n : (task.robustList ?? 0n);
  const bits = is32bit(conversion, task) ? 32 : 64;
  // CRIU waits for ever for a thread without; those of a dead leader may be unknown.
  const creds = credsOf(conversion, task.credentials ?? process.holder.credentials, task);
  return {
    futex_rla: robustList,
    futex_rla_len: robustList === 0n ? 0 : robustListBytes[bits],
    ...schedulingOf(conversion, task),
    blk_sigset: blockedOf(task),
    ...(task.altStack && {
      sas: { ss_sp: task.altStack.address, ss_size: BigInt(task.altStack.sizeBytes), ss_flags: 0 },
    }),
    pdeath_sig: task.parentDeathSignal,
    signals_p: queueOf(task.queue, isDead ? 0n : task.sigpending, conversion, task.at),
    ...(creds && { creds }),
    comm: nameOf(task),
  };
}
