/** A line of a log with what it means. */
import type { ExplainCode, Role } from './explanations/index.ts';

export interface ExplainedLine {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  readonly code: ExplainCode;
  readonly role: Role | 'unknown';
  readonly cause: string;
  readonly remedy: string;
  /** Source file of CRIU, where the line names one. */
  readonly source?: string;
  /** The task that said it. */
  readonly pid?: number;
  /** Named parts: `path`, `pid`, `index`, `mount`, `address`; `file`, an id, of the debugging line before it. */
  readonly parts: Readonly<Record<string, string>>;
  /** What the words of the errno mean. */
  readonly errno?: string;
}

/** The named groups that the words have. */
export const namedParts = (says: RegExp, words: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(says.exec(words)?.groups ?? {}).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
