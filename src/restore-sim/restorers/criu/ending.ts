/** How a restore ends before it is complete. Values, not exceptions: the first one that is found counts. */
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

export interface Ending {
  readonly verdict: Exclude<Verdict, 'restores'>;
  readonly failure: CriuFailure;
}

type Details = Pick<CriuFailure, 'errno' | 'help'>;

export const fails = (
  code: CriuRestoreCode,
  at: Location,
  message: string,
  details: Details = {},
): Ending => ({
  verdict: 'fails',
  failure: { code, at, message, ...details },
});

/** CRIU itself dies; a task that dies only makes it give up. */
export const crashes = (code: CriuRestoreCode, at: Location, message: string, help?: string): Ending => ({
  verdict: 'crashes',
  failure: { code, at, message, ...(help !== undefined && { help }) },
});

export const hangs = (code: CriuRestoreCode, at: Location, message: string, help?: string): Ending => ({
  verdict: 'hangs',
  failure: { code, at, message, ...(help !== undefined && { help }) },
});

/** The first ending among those of the items, in order. */
export function firstEnding<Item>(
  items: Iterable<Item>,
  check: (item: Item) => Ending | undefined,
): Ending | undefined {
  for (const item of items) {
    const ending = check(item);
    if (ending !== undefined) return ending;
  }
  return undefined;
}
