/** A command run in this process, as a user runs it without a terminal, and what it printed. */
import type { CommandSpec } from '../cli/options.ts';
import { type Main, runCommand } from '../cli/run.ts';
import type { Terminal } from '../cli/terminal.ts';

export interface Printed {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

export async function runHere(
  spec: CommandSpec,
  main: Main,
  args: readonly string[],
  terminal: Partial<Terminal> = {},
): Promise<Printed> {
  const [out, err]: [string[], string[]] = [[], []];
  const streams = { out: (text: string) => void out.push(text), err: (text: string) => void err.push(text) };
  const nobody = { isOutTty: false, isErrTty: false, columns: 80, env: {} };
  const status = await runCommand(spec, args, { ...nobody, ...streams, ...terminal }, main);
  return { status, out: out.join(''), err: err.join('') };
}
