/**
 * The end of a simulated restore before its time. Thrown where the real kernel gives up or dies, because
 * every caller in between would only pass it on; caught once, in simulate.ts. It never leaves this
 * folder.
 */
import type { RestoreCode } from '../../codes.ts';
import type { Failure, Verdict } from '../../report.ts';

export interface Place {
  readonly offset: number;
  readonly path: string;
}

export class Stop extends Error {
  readonly verdict: Exclude<Verdict, 'restores'>;
  readonly failure: Failure;

  constructor(verdict: Exclude<Verdict, 'restores'>, failure: Failure) {
    super(failure.message);
    this.name = 'Stop';
    this.verdict = verdict;
    this.failure = failure;
  }
}

/** The restore answers with an errno; everything made so far is killed. */
export function refuse(code: RestoreCode, errno: string, at: Place, message: string, help?: string): never {
  throw new Stop('fails', { code, errno, at, message, ...(help !== undefined && { help }) });
}

/** The restoring kernel does not survive it: an oops, a BUG, or a loop that nothing ends. */
export function crash(code: RestoreCode, at: Place, message: string, help?: string): never {
  throw new Stop('crashes', { code, at, message, ...(help !== undefined && { help }) });
}
