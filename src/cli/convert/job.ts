/** What a call of cr-convert is about. */
import type { Arguments } from '../options.ts';
import type { Terminal } from '../terminal.ts';

export interface ConvertJob {
  readonly args: Arguments;
  readonly terminal: Terminal;
  readonly input: string;
  readonly output: string | undefined;
}
