/** What an explanation of a message of CRIU is, and how rows of the tables are written. */
import type { ConditionCode } from '../../../../conditions.ts';

/** `follows`: something before it is the reason. `harmless`: restores that succeed print it, too. */
export type Role = 'cause' | 'follows' | 'harmless';

/** Codes besides those of conditions. */
export type ExplainCode =
  | ConditionCode
  | 'restore-failed'
  | 'task-died'
  | 'image-damaged'
  | 'image-file-missing'
  | 'harmless'
  | 'follows'
  | 'criu-waits'
  | 'killed'
  | 'engine-message'
  | 'unknown-message'
  | 'criu-bug'
  | 'criu-start'
  | 'dump-message'
  | TopicCode;

/** By part of CRIU, for what is not told more exactly. */
export type TopicCode =
  | 'about-files'
  | 'about-memory'
  | 'about-network'
  | 'about-mounts'
  | 'about-processes'
  | 'about-terminals'
  | 'about-namespaces'
  | 'about-groups'
  | 'about-security'
  | 'about-timers'
  | 'about-images'
  | 'about-kernel'
  | 'about-options'
  | 'about-ipc'
  | 'about-plugins'
  | 'about-transport'
  | 'about-tracing';

export interface Explanation {
  /** Held against the words without time and pid; named groups are facts of the condition. */
  readonly says: RegExp;
  /** Only from that file, where others print the same words. */
  readonly file?: RegExp;
  readonly code: ExplainCode;
  readonly cause: string;
  readonly remedy: string;
  readonly role?: Role;
}

export const restoreAgain = 'look at the error before it';

export const row = (
  code: ExplainCode,
  says: RegExp,
  cause: string,
  remedy: string,
  more: Partial<Explanation> = {},
): Explanation => ({
  code,
  says,
  cause,
  remedy,
  ...more,
});
export const follows = (says: RegExp, cause: string, file?: RegExp): Explanation =>
  row('follows', says, cause, restoreAgain, { role: 'follows', ...(file && { file }) });
export const harmless = (says: RegExp, cause: string): Explanation =>
  row('harmless', says, cause, 'nothing has to be done', { role: 'harmless' });
