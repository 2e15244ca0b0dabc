/**
 * One simulated kernel: a profile, a first process, and the system calls on processes, with their ways to
 * ask for pids. SysV calls are in `ipc-calls.ts`. Refusals are values; see `isRefusal`.
 */

import { type CloneOptions, cloneTask, firstTask, newPidNamespace } from './clone.ts';
import {
  type Capability,
  initialUserNamespace,
  rootCredentials,
  withoutCapabilities,
  withUid,
} from './credentials.ts';
import { isRefusal, type Refusal } from './errno.ts';
import { exitProcess, exitThread, type Reaped, reap, wait } from './exit.ts';
import { type EcloneArguments, ecloneRefusal, ecloneRequest } from './id-requests/eclone.ts';
import { fixedPidRequest } from './id-requests/fixed-pid.ts';
import { nextIdPidRequest, settableNextIdWords, writeNextId } from './id-requests/next-id.ts';
import { setTidRefusal, setTidRequest } from './id-requests/set-tid.ts';
import { IpcNamespace } from './ipc-namespace.ts';
import { numberIn, type Pid, releaseIfUnused } from './pid.ts';
import { allocatePid, placeholderPid } from './pid-allocation.ts';
import { PidNamespace } from './pid-namespace.ts';
import { activePidNamespace, type ExitStatus, type Process, type Task } from './process.ts';
import type { KernelProfile } from './profile.ts';
import { joinUnchecked, membershipNumber, setpgid, setsid } from './session.ts';
import { kill, type Signal } from './signal.ts';
import { readSysctl, writeSysctl } from './sysctl.ts';

export class Kernel {
  readonly profile: KernelProfile;
  /** Level 0: every number of every task is here. */
  readonly pidNamespace: PidNamespace;
  readonly ipcNamespace: IpcNamespace;
  /** Pid 1 of level 0, root with every capability. */
  readonly init: Task;

  constructor(profile: KernelProfile, initName = 'init') {
    const userNamespace = initialUserNamespace();
    const limit = { max: profile.pid.maxDefault };
    this.profile = profile;
    this.pidNamespace = new PidNamespace({ profile, userNamespace, limit });
    this.ipcNamespace = new IpcNamespace(profile, userNamespace);
    // Cannot fail: an empty namespace has room for its first number.
    const pid = allocatePid(this.pidNamespace) as Pid;
    this.init = firstTask(pid, rootCredentials(userNamespace), this.ipcNamespace, initName);
  }

  /**
   * fork, clone(2), and with `setTid` clone3(2). Without it, a number waiting in the thread's next_id file
   * is used. EINVAL, EPERM, ENOSPC, EAGAIN, ENOMEM; with requests EEXIST or EBUSY, ENOSYS.
   */
  clone(task: Task, options: CloneOptions = {}, setTid?: readonly number[]): Task | Refusal {
    if (setTid === undefined || setTid.length === 0) return cloneTask(task, options, nextIdPidRequest(task));
    return setTidRefusal(task, setTid) ?? cloneTask(task, options, setTidRequest(task, setTid));
  }

  /** eclone of linux-cr: EINVAL, EPERM, EBUSY, ENOSYS on other kernels. */
  eclone(task: Task, options: CloneOptions, args: EcloneArguments): Task | Refusal {
    return ecloneRefusal(task, args) ?? cloneTask(task, options, ecloneRequest(task, args));
  }

  /** Its forerunner, with nothing but the pids: oldest namespace first. */
  cloneWithPids(task: Task, options: CloneOptions, pids: readonly number[]): Task | Refusal {
    return this.eclone(task, options, { pids });
  }

  /** OpenVZ's in-kernel clone with a number in the child's own namespace; EEXIST or ENOMEM when taken. */
  cloneFixed(task: Task, options: CloneOptions, number: number): Task | Refusal {
    const request = fixedPidRequest(task, number);
    return isRefusal(request) ? request : cloneTask(task, options, request);
  }

  /** unshare(CLONE_NEWPID): the next child is the init of a new namespace. EPERM, EINVAL, ENOSPC. */
  unsharePidNamespace(task: Task): Refusal | undefined {
    const namespace = newPidNamespace(task, task.credentials);
    if (isRefusal(namespace)) return namespace;
    task.pidNamespaceForChildren = namespace;
    return undefined;
  }

  /** exit_group(2), or death by a signal. Refused, as fatal, only for the init of the whole kernel. */
  exit(process: Process, status: ExitStatus = { code: 0 }): Refusal | undefined {
    return exitProcess(process, status);
  }

  /** exit(2) of one thread; the last one takes the process along. */
  exitThread(task: Task): void {
    exitThread(task);
  }

  /** Buries a zombie without its parent asking, for parents that ignore their children (exit signal -1). */
  reap(process: Process): void {
    reap(process);
  }

  /** kill(2): ESRCH. An init ignores it when it comes from inside. */
  kill(task: Task, target: number, signal: Signal): Refusal | undefined {
    return kill(task, target, signal);
  }

  /** wait4(2) with WNOHANG: what was reaped, undefined when no child is dead yet, ECHILD. */
  wait(task: Task, which = -1): Reaped | Refusal | undefined {
    return wait(task, which);
  }

  /** setsid(2): the session's number, or EPERM. */
  setsid(task: Task): number | Refusal {
    return setsid(task);
  }

  /** setpgid(2): EINVAL, ESRCH, EPERM. */
  setpgid(task: Task, target: number, group: number): Refusal | undefined {
    return setpgid(task, target, group);
  }

  /** getpgid(2): ESRCH; 0 when the group is outside the caller's view. */
  getpgid(task: Task, target: number): number | Refusal {
    return membershipNumber(task, 'group', target);
  }

  /** getsid(2): ESRCH; 0 when the session is outside the caller's view. */
  getsid(task: Task, target: number): number | Refusal {
    return membershipNumber(task, 'session', target);
  }

  /** getppid(2): 0 when the parent is outside the caller's view. */
  getppid(task: Task): number {
    const { parent } = task.process;
    return parent === undefined ? 0 : numberIn(parent.process.leader.pid, activePidNamespace(task));
  }

  /** Group or session without the checks of the calls, as in-kernel restorers set them. */
  joinUnchecked(process: Process, kind: 'group' | 'session', pid: Pid): void {
    joinUnchecked(process, kind, pid);
  }

  /** Holds a number without a task, such as a group whose leader is gone. EINVAL, EEXIST; EAGAIN, ENOMEM. */
  holdNumber(namespace: PidNamespace, number: number, name: string): Pid | Refusal {
    return placeholderPid(namespace, number, name);
  }

  /** Lets go of a held number; it is free when no group or session uses it. */
  releaseNumber(pid: Pid): void {
    pid.placeholder = undefined;
    releaseIfUnused(pid);
  }

  setuid(task: Task, uid: number): void {
    task.credentials = withUid(task.credentials, uid);
  }

  dropCapabilities(task: Task, capabilities: readonly Capability[]): void {
    task.credentials = withoutCapabilities(task.credentials, capabilities);
  }

  /** Reads a file of /proc/sys/kernel: ENOENT where this kernel has none of that name. */
  readSysctl(task: Task, name: string): number | string | Refusal {
    return readSysctl(task, name);
  }

  /** Writes one: ENOENT, EPERM or EACCES, EINVAL or ERANGE. */
  writeSysctl(task: Task, name: string, text: string): Refusal | undefined {
    return writeSysctl(task, name, text);
  }

  /** Writes the thread's /proc/self/task/TID/next_id: ENOENT, EINVAL. */
  writeNextId(task: Task, text: string): Refusal | undefined {
    return writeNextId(task, text);
  }

  /** The first words that next_id takes here: what can be requested at all. */
  settableNextIdWords(task: Task): readonly string[] {
    return settableNextIdWords(task);
  }
}
