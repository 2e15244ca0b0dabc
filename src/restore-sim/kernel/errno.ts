/**
 * Refusals of the simulated kernel, as values. Nothing in this folder throws because of what a restorer or
 * an image asks for; an exception here is a mistake of ours.
 */

export type Errno =
  | 'E2BIG'
  | 'EACCES'
  | 'EAGAIN'
  | 'EBUSY'
  | 'ECHILD'
  | 'EEXIST'
  | 'EFBIG'
  | 'EINVAL'
  | 'ENOENT'
  | 'ENOMEM'
  | 'ENOMSG'
  | 'ENOSPC'
  | 'ENOSYS'
  | 'EPERM'
  | 'ERANGE'
  | 'ESRCH';

/** What a system call says instead of doing its work. A refused call has changed nothing, unless noted. */
export interface Refusal {
  readonly errno: Errno;
  /** One sentence for people: what was asked, and the rule that forbids it. */
  readonly reason: string;
  /** What is in the way, by name: `sshd`, `process group 40 (held by worker)`. */
  readonly culprit?: string;
  /** The real kernel does not return here: it corrupts memory, stops, or panics. */
  readonly fatal?: true;
}

/** Makes a refusal; `culprit` is left out when nobody in particular is in the way. */
export function refuse(errno: Errno, reason: string, culprit?: string): Refusal {
  return culprit === undefined ? { errno, reason } : { errno, reason, culprit };
}

/** True for refusals, false for every other result of a call of this kernel. */
export function isRefusal(result: unknown): result is Refusal {
  return typeof result === 'object' && result !== null && 'errno' in result && 'reason' in result;
}
