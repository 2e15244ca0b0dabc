/** Pids, groups and sessions as numbers. Whether they are free somewhere is for the simulated kernel. */
import type { KernelProfile } from '../kernel/index.ts';
import { checkpointDiagnostic } from './codes.ts';
import { type CheckpointRule, called, taskPlace } from './rule.ts';

/** include/linux/threads.h PID_MAX_LIMIT of 64-bit kernels: pid_max cannot be raised beyond. */
const pidMaxLimit = 4194304;

/** Numbers below 1, and from the highest pid_max that any kernel, or the one given, accepts. */
// Holds for hosts with a pid_max above 32768: the bound is that of the kernel, not of its setting.
export const pidRange: CheckpointRule = function* ({ checkpoint, profile }) {
  const max = profile?.pid.maxLimit ?? pidMaxLimit;
  const isPid = (pid: number) => pid >= 1 && pid < max;
  for (const task of checkpoint.tasks) {
    const wrong = task.pids.find((pid) => !isPid(pid));
    if (wrong !== undefined) {
      const message = `${task.comm} has the pid ${wrong}, not one of 1 to ${max - 1}`;
      yield checkpointDiagnostic('pid-range', message, taskPlace(task));
    }
    // 0 is a group or session outside of what was dumped.
    for (const [word, number] of [
      ['group', task.pgid],
      ['session', task.sid],
    ] as const) {
      if (number === 0 || isPid(number)) continue;
      const message = `${called(task)} has the ${word} ${number}, not one of 0 to ${max - 1}`;
      yield checkpointDiagnostic('pid-range', message, taskPlace(task));
    }
  }
};

/** OpenVZ before pid namespaces (kernel/pid.c, is_virtual_pid): 1, or a number with the virtual bit. */
export const pidVirtual: CheckpointRule = function* ({ checkpoint, profile }) {
  const bit = virtualBit(profile);
  if (bit === undefined) return;
  for (const task of checkpoint.tasks) {
    if (task.pid === 1 || (task.pid & bit) !== 0) continue;
    const message = `pid ${task.pid} of ${task.comm} has no bit ${bit}; this kernel has no pid namespaces`;
    yield checkpointDiagnostic('pid-not-virtual', message, taskPlace(task));
  }
};

const virtualBit = (profile: KernelProfile | undefined) => profile?.pid.virtual?.bit;
