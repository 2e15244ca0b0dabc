/** Rows of what a dump says; all have one code, since no condition of a restore stands for them. */
import { type Explanation, type Role, restoreAgain, row } from '../explanation.ts';

export const refused = (says: RegExp, cause: string, remedy: string, role?: Role): Explanation =>
  row('dump-message', says, cause, remedy, role && { role });

/** What only says that something before it failed. */
export const behind = (says: RegExp): Explanation =>
  refused(says, 'A step of the dump was given up.', restoreAgain, 'follows');

export const askFor = (option: string): string => `criu dump ${option}, and give it to the restore, too`;
