/**
 * The end of a simulated restore before it is complete. Thrown where CRIU or the kernel gives up, since every caller
 * in between would only pass it on; caught once, in simulate.ts. It never leaves this folder.
 */
import type { Location } from '../../../diagnostic.ts';
import type { Verdict } from '../../report.ts';
import type { CriuRestoreCode } from './codes.ts';

export interface CriuFailure {
  readonly code: CriuRestoreCode;
  /** Where the kernel or CRIU answers with one. */
  readonly errno?: string;
  readonly at: Location;
  /** One sentence; what CRIU prints is in quotation marks. */
  readonly message: string;
  readonly help?: string;
}

export class Stop extends Error {
  readonly verdict: Exclude<Verdict, 'restores'>;
  readonly failure: CriuFailure;

  constructor(verdict: Exclude<Verdict, 'restores'>, failure: CriuFailure) {
    super(failure.message);
    this.name = 'Stop';
    this.verdict = verdict;
    this.failure = failure;
  }
}

type Details = Pick<CriuFailure, 'errno' | 'help'>;

/** CRIU refuses, or what it asked of the kernel is refused. */
export function fails(code: CriuRestoreCode, at: Location, message: string, details: Details = {}): never {
  throw new Stop('fails', { code, at, message, ...details });
}

/** CRIU itself dies; a task that dies only makes it give up. */
export function crashes(code: CriuRestoreCode, at: Location, message: string, help?: string): never {
  throw new Stop('crashes', { code, at, message, ...(help !== undefined && { help }) });
}

/** Something waits for what never happens. */
export function hangs(code: CriuRestoreCode, at: Location, message: string, help?: string): never {
  throw new Stop('hangs', { code, at, message, ...(help !== undefined && { help }) });
}
