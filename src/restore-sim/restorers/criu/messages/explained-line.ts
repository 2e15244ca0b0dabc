/** A line of a log with what it means. */
import type { ExplainedLine as NeutralLine } from '../../../restorer-log.ts';
import type { ExplainCode } from './explanations/index.ts';

export interface ExplainedLine extends Omit<NeutralLine, 'at' | 'condition'> {
  readonly code: ExplainCode;
  /** Named parts: `path`, `pid`, `index`, `mount`, `address`; `file`, an id, of the debugging line before it. */
  readonly parts: Readonly<Record<string, string>>;
}

/** The named groups that the words have. */
export const namedParts = (says: RegExp, words: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(says.exec(words)?.groups ?? {}).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
