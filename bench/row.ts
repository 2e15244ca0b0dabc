/** What the bench is made of: rows, which measure figures on inputs that are generated for them. */

/** A program with its arguments. */
export type Words = readonly string[];

export interface Figure {
  /** Unique in its row. */
  readonly metric: string;
  readonly value: number;
  readonly unit: 'ms' | 'MiB' | 'MB/s' | '×';
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
}

/** Something large that rows read: made when the first of them is measured, removed behind the last one. */
export interface Input {
  readonly name: string;
  make(path: string, scratch: Scratch): void | Promise<void>;
  /** Why it cannot be made here. */
  readonly missing?: () => string | undefined;
}

/** The folder of one run. */
export interface Scratch {
  readonly directory: string;
  /** Where an input of the row lies. */
  at(input: Input): string;
  /** A path in the folder with nothing there. */
  fresh(name: string): string;
}

export interface Row {
  /** For `--row`: `area/what`. */
  readonly name: string;
  readonly what: string;
  /** Takes minutes or many GiB of disk: measured with `--large` or when it is named. */
  readonly isLarge?: boolean | undefined;
  readonly inputs?: readonly Input[] | undefined;
  /** Why it cannot be measured here. */
  readonly missing?: (() => string | undefined) | undefined;
  measure(scratch: Scratch, skipped: (why: string) => void): readonly Figure[] | Promise<readonly Figure[]>;
  /** The command that `--profile` runs. */
  readonly profiled?: ((scratch: Scratch) => Words) | undefined;
}

export const isMet = ({ value, atLeast, atMost }: Figure): boolean =>
  (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);

export const hasBudget = ({ atLeast, atMost }: Figure): boolean =>
  atLeast !== undefined || atMost !== undefined;

/** The budget of every command, whatever it reads. */
export const memoryMib = 200;

export const mib = 1024 * 1024;
export const gib = 1024 * mib;

export const sizeWord = (bytes: number): string =>
  bytes < gib ? `${bytes / mib} MiB` : `${bytes / gib} GiB`;
