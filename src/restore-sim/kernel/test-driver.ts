/**
 * A terse way to drive a simulated kernel in tests: tasks have short names, and every answer is text: a
 * number, an errno, or `ok`. It has no rules of its own.
 */

import type { CloneFlag } from './clone.ts';
import { isRefusal, type Refusal } from './errno.ts';
import { msggetId, semgetId, shmgetId } from './ipc-calls.ts';
import type { IpcKind } from './ipc-registry.ts';
import { Kernel } from './kernel.ts';
import { msgRemove } from './message-queue.ts';
import { numberIn } from './pid.ts';
import { activePidNamespace, type Task } from './process.ts';
import { type KernelProfileName, kernelProfile } from './profiles.ts';
import { semRemove } from './semaphore.ts';
import { shmRemove } from './shared-memory.ts';
import { numbersFrom, snapshotProcesses } from './snapshot.ts';
import { setIpcLimits } from './world.ts';

/** IPC_CREAT with mode 0600, and the same with IPC_EXCL. */
export const create = 0o1600;
export const createNew = 0o3600;

export function driver(profile: KernelProfileName, pidMax?: number) {
  const kernel = new Kernel(kernelProfile(profile), 'outside');
  kernel.pidNamespace.limit.max = 4194304;
  const root = kernel.clone(kernel.init, { flags: ['newpid', 'newipc'], name: 'p0' }) as Task;
  const tasks = new Map<string, Task>([['p0', root]]);
  const level1 = activePidNamespace(root);
  if (pidMax !== undefined) level1.limit.max = pidMax;
  const task = (name: string) => tasks.get(name)!;

  const born = (by: string, child: Task | Refusal): string => {
    if (isRefusal(child)) return child.errno;
    tasks.set(child.process.leader === child ? child.process.name : nextName(), child);
    return String(numberIn(child.pid, activePidNamespace(task(by))));
  };
  const nextName = () => `p${tasks.size}`;
  const options = (flags: readonly CloneFlag[]) => ({ flags, name: nextName() });

  return {
    kernel,
    level1,
    task,
    ...ipcCalls(kernel, task),
    clone: (setTid?: readonly number[], by = 'p0', ...flags: readonly CloneFlag[]) =>
      born(by, kernel.clone(task(by), options(flags), setTid)),
    eclone: (pids: readonly number[], by = 'p0', ...flags: readonly CloneFlag[]) =>
      born(by, kernel.eclone(task(by), options(flags), { pids })),
    cloneFixed: (number: number, by = 'p0', ...flags: readonly CloneFlag[]) =>
      born(by, kernel.cloneFixed(task(by), options(flags), number)),
    unshare: (by: string) => answer(kernel.unsharePidNamespace(task(by))),
    exit: (name: string, code = 0) => answer(kernel.exit(task(name).process, { code })),
    exitThread: (name: string) => {
      kernel.exitThread(task(name));
      return 'ok';
    },
    kill: (by: string, target: number) => answer(kernel.kill(task(by), target, 9)),
    wait: (by = 'p0', which = -1) => {
      const reaped = kernel.wait(task(by), which);
      return isRefusal(reaped) ? reaped.errno : String(reaped?.number ?? 0);
    },
    setsid: (by: string) => answer(kernel.setsid(task(by))),
    setpgid: (by: string, target: number, group: number) => answer(kernel.setpgid(task(by), target, group)),
    getpgid: (by: string, target = 0) => answer(kernel.getpgid(task(by), target)),
    getsid: (by: string, target = 0) => answer(kernel.getsid(task(by), target)),
    /** `77/1`: the numbers of a task from level 1 inward. */
    pids: (name: string) => numbersFrom(task(name).pid, level1).join('/'),
    /** `p0:1<0 p1:2<1z`: name, number, parent, and z for zombies or e for an exiting init. */
    tree: () =>
      snapshotProcesses(level1)
        .map(({ name, pids, ppid, state }) => `${name}:${pids[0]}<${ppid}${marks[state]}`)
        .join(' '),
  };
}

/** Files and SysV calls, each by `p0` unless another task is named. */
function ipcCalls(kernel: Kernel, task: (name: string) => Task) {
  return {
    read: (file: string, by = 'p0') => answer(kernel.readSysctl(task(by), file)),
    write: (file: string, text: string | number, by = 'p0') =>
      answer(kernel.writeSysctl(task(by), file, String(text))),
    nextId: (text: string, by = 'p0') => answer(kernel.writeNextId(task(by), text)),
    semget: (key = 0, nsems = 1, flags = create, by = 'p0', id?: number) =>
      answer(semgetId(task(by), { key, nsems, flags }, id)),
    msgget: (key = 0, flags = create, by = 'p0', id?: number) =>
      answer(msggetId(task(by), { key, flags }, id)),
    shmget: (key = 0, bytes = 4096, flags = create, by = 'p0', id?: number) =>
      answer(shmgetId(task(by), { key, sizeBytes: BigInt(bytes), flags }, id)),
    remove: (kind: IpcKind, id: number, by = 'p0') => answer(removers[kind](task(by), id)),
    limits: (limits: Parameters<typeof setIpcLimits>[1]) => setIpcLimits(task('p0').ipcNamespace, limits),
  };
}

export type Driver = ReturnType<typeof driver>;

const marks = { alive: '', exiting: 'e', zombie: 'z', reaped: '?' };

const removers = { sem: semRemove, msg: msgRemove, shm: shmRemove };

/** The text of any answer of the kernel. */
export function answer(result: number | string | Refusal | undefined): string {
  if (result === undefined) return 'ok';
  return isRefusal(result) ? result.errno : String(result);
}
