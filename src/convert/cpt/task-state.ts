/** `cpt_state` of a task: the kernel's own state bits, which moved in 2.6.25. */

export const taskState = {
  running: 0n,
  interruptible: 1n,
  /** Every frozen task, whatever it was doing. */
  frozen: 2n,
  /** TASK_STOPPED of kernels before 2.6.25, which mean it alone. */
  stopped: 4n,
  traced: 8n,
  zombie: 16n,
  dead: 32n,
  /** TASK_STOPPED | TASK_WAKEKILL and TASK_TRACED | TASK_WAKEKILL, from 2.6.25. */
  stoppedKillable: 132n,
  tracedKillable: 136n,
} as const;

export const isStopped = (state: bigint) =>
  state === taskState.stopped || state === taskState.stoppedKillable;
export const isTraced = (state: bigint) => (state & taskState.traced) !== 0n;
export const hasExited = (state: bigint) => (state & (taskState.zombie | taskState.dead)) !== 0n;
