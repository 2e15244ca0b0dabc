/** Logs of restorers: what their lines mean, and which record of an image they are about. */
import type { Location } from '../diagnostic.ts';
import type { Condition } from './conditions.ts';
import type { RestoreImage } from './family.ts';

export interface ExplainedLine {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  readonly code: string;
  readonly role: 'cause' | 'follows' | 'harmless' | 'unknown';
  readonly cause: string;
  readonly remedy: string;
  /** Source file of the restorer, where the line names one. */
  readonly source?: string;
  /** The task that said it. */
  readonly pid?: number;
  /** What the words of the errno mean. */
  readonly errno?: string;
  /** Null where the image has no record that it is about; absent where nobody looked. */
  readonly at?: Location | null;
  /** The condition with its state and what was found, where the host is known. */
  readonly condition?: Condition;
}

/** `dump`: the log is of a dump, not of a restore. */
export type LogOutcome = 'restored' | 'failed' | 'unfinished' | 'dump' | 'no-log';

export interface ExplainedLog {
  /** Causes first, then what follows; what is harmless is last. */
  readonly lines: readonly ExplainedLine[];
  readonly outcome: LogOutcome;
  /** Release that the messages are held against. */
  readonly release: string;
  /** Release that the log says it is of. */
  readonly logRelease?: string;
  /** The lines, each with its place in the image whose restore the log is of. */
  linesIn(image: RestoreImage, rehearsed: Rehearsed): Promise<readonly ExplainedLine[]>;
}

export interface Rehearsed {
  readonly conditions: readonly Condition[];
  readonly failures: readonly { readonly code: string; readonly at: Location }[];
}

export interface LogReader {
  explain(text: string): ExplainedLog;
}

/** Stands in a text for so many lines that were left out of it: those behind it keep their numbers. */
export const leftOut = (lines: number): string => `\u0000 ${lines}`;

/** How many lines that one stands for: itself, or those that were left out. */
export const linesOfOne = (line: string): number => Number(/^\u0000 (\d{1,15})$/.exec(line)?.[1] ?? 1);
