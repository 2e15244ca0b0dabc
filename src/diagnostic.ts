/**
 * Problems found in an image, as values. A diagnostic says what is wrong, where, and what was expected;
 * it never stops the program by itself. Mistakes of our own code throw instead.
 */

import { limits } from './limits.ts';

export type Severity = 'error' | 'warning' | 'note';

/** Where in an input something was found. `offset` is in bytes from the start of `file`. */
export interface Location {
  readonly file?: string;
  readonly offset?: number;
  /** Of compressed pages: `offset` is where the block is stored, and this the place in what it decodes to. */
  readonly inBlock?: number;
  /** The record and, where it helps, the field: `TASKS/task[3].signal`. */
  readonly path?: string;
  /** The file that what is missing would be in, where something refers to what is not there. */
  readonly lacks?: string;
}

export interface Diagnostic {
  /** Stable kebab-case name; see `docs/codes.md`. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly at?: Location;
}

export type Report = (diagnostic: Diagnostic) => void;

/**
 * Passes on the first diagnostics of each code and counts the others: a file of a million equal faults must cost
 * neither the memory nor the time of a million sentences.
 */
export class BoundedReport {
  readonly #report: Report;
  readonly #max: number;
  readonly #counts = new Map<string, { count: number; last: Diagnostic }>();

  constructor(report: Report, max: number = limits.diagnosticsOfCode) {
    this.#report = report;
    this.#max = max;
  }

  readonly report = (diagnostic: Diagnostic): void => {
    const known = this.#counts.get(diagnostic.code);
    if (known === undefined) this.#counts.set(diagnostic.code, { count: 1, last: diagnostic });
    else known.count += 1;
    if ((known?.count ?? 1) <= this.#max) this.#report(diagnostic);
    else if (known !== undefined) known.last = diagnostic;
  };

  /** Whether one more of this code would only be counted; counts it then, so that nobody has to make it. */
  readonly skips = (code: string): boolean => {
    const known = this.#counts.get(code);
    if (known === undefined || known.count < this.#max) return false;
    known.count += 1;
    return true;
  };

  /** Says how many were not passed on, at the place of the last one that was seen. */
  end(): void {
    for (const { count, last } of this.#counts.values()) {
      if (count <= this.#max) continue;
      this.#report({ ...last, message: `and ${count - this.#max} more: ${last.message}` });
    }
    this.#counts.clear();
  }
}

/** One line of a code table: the severity it has everywhere, and one sentence for the documents. */
export interface CodeInfo {
  readonly severity: Severity;
  readonly meaning: string;
}

export type CodeTable = Readonly<Record<string, CodeInfo>>;

/** Makes diagnostics for the codes of one table, so that a misspelt code does not compile. */
export function diagnosticMaker<Table extends CodeTable>(table: Table) {
  return (code: keyof Table & string, message: string, at?: Location): Diagnostic => ({
    code,
    severity: (table[code] as CodeInfo).severity,
    message,
    ...(at && { at }),
  });
}

/**
 * The input cannot be read any further. Thrown where a caller in the middle could not go on, caught once
 * at the edge of a command, and shown as its diagnostic, never as a stack trace.
 */
export class ImageError extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.name = 'ImageError';
    this.diagnostic = diagnostic;
  }
}

/** `error pid-taken: message (image.cpt, offset 0x40, TASKS/task[3])` */
export function formatDiagnostic({ code, severity, message, at }: Diagnostic): string {
  const place = [
    at?.file,
    at?.offset === undefined ? undefined : `offset 0x${at.offset.toString(16)}`,
    at?.path,
  ].filter((part) => part !== undefined);
  return `${severity} ${code}: ${message}${place.length > 0 ? ` (${place.join(', ')})` : ''}`;
}
