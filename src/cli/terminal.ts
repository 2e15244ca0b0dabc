/** What commands know of the outside: two streams and whether they are shown to a person. */

export interface Terminal {
  /** Standard output. */
  out(text: string): void;
  /** Standard error. */
  err(text: string): void;
  readonly isOutTty: boolean;
  readonly isErrTty: boolean;
  /** Width of standard output, in columns. */
  readonly columns: number;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export type ColorChoice = 'auto' | 'always' | 'never';

/** `NO_COLOR` counts when it is set to anything but the empty string (no-color.org). */
export const usesColor = (choice: ColorChoice, isTty: boolean, env: Terminal['env']): boolean =>
  choice === 'always' || (choice === 'auto' && isTty && !env['NO_COLOR'] && env['TERM'] !== 'dumb');

export { safeText, visible } from '../visible.ts';
