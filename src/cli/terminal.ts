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

/** Text from an image, safe to show: control characters as visible escapes. */
export function visible(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}
