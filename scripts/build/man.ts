/** Man pages, from the tables that the commands parse their lines with. */
import { exitCodeLines, optionHelp } from '../../src/cli/help.ts';
import type { CommandSpec } from '../../src/cli/options.ts';

export function manPage(spec: CommandSpec, others: readonly string[], version: string): string {
  const { name, summary, usage, options, examples, notes = [], words = {} } = spec;
  const entries = Object.entries(options).map(([option, { short, value, ...rest }]) => {
    const names = [...(short ? [`\\fB\\-${short}\\fR`] : []), `\\fB\\-\\-${text(option)}\\fR`];
    return `.TP\n${names.join(', ')}${value ? ` \\fI${text(value)}\\fR` : ''}\n${line(optionHelp(rest))}`;
  });
  return `${[
    `.TH ${name.toUpperCase().replaceAll('-', '\\-')} 1 "" "cr\\-tools ${version}" "User Commands"`,
    '.SH NAME',
    `${text(name)} \\- ${text(summary)}`,
    '.SH SYNOPSIS',
    ...usage.flatMap((form, at) => [
      ...(at === 0 ? [] : ['.br']),
      `\\fB${text(name)}\\fR${line(form.slice(name.length))}`,
    ]),
    '.SH DESCRIPTION',
    ...notes.flatMap((note) => ['.PP', line(note)]),
    ...(Object.keys(words).length === 0 ? [] : ['.SH WORDS']),
    ...Object.entries(words).map(([word, help]) => `.TP\n\\fB${text(word)}\\fR\n${line(help)}`),
    '.SH OPTIONS',
    ...entries,
    '.SH EXAMPLES',
    ...examples.map(([command, why]) => `.TP\n\\fB${text(command)}\\fR\n${line(why)}`),
    '.SH EXIT STATUS',
    ...exitCodeLines.map(
      (code) => `.TP\n\\fB${code.split(/\s+/, 1)[0]}\\fR\n${line(code.replace(/^\d+\s+/, ''))}`,
    ),
    '.SH SEE ALSO',
    others.map((other) => `\\fB${text(other)}\\fR(1)`).join(', '),
  ].join('\n')}\n`;
}

const text = (words: string): string => words.replaceAll('\\', '\\e').replaceAll('-', '\\-');

/** A line that begins with a dot or a quote would be a command of the formatter. */
const line = (words: string): string => text(words).replace(/^(?=[.'])/, '\\&');
