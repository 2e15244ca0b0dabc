/** `--help`: the whole page of a command, 80 columns wide, from its table of options. */
import type { CommandSpec, OptionSpec } from './options.ts';

export const helpColumns = 80;
/** Where the words about an option begin; an option that is longer has a line of its own. */
const helpIndent = 26;

export const exitCodeLines = [
  '0  done, nothing wrong',
  '1  findings: a bad image, a difference, a refusal, a restore that would fail',
  '2  wrong usage',
  '3  something could not be read or written',
  '70 a bug of ours',
] as const;

export function helpText(spec: CommandSpec): string {
  return [
    ...wrapped('', `${spec.name} — ${spec.summary}`, 0),
    '',
    ...spec.usage.flatMap((line, index) => wrapped(index === 0 ? 'Usage: ' : '       ', line, 11)),
    '',
    ...(spec.words === undefined ? [] : ['Words:', ...Object.entries(spec.words).flatMap(wordLines), '']),
    'Options:',
    ...Object.entries(spec.options).flatMap(([name, option]) =>
      entryLines(optionLabel(name, option), optionHelp(option)),
    ),
    '',
    'Examples:',
    ...spec.examples.flatMap(([command, explanation]) => [
      ...wrapped('  ', command, 6, ' \\'),
      ...wrapped('      ', explanation, 6),
    ]),
    ...(spec.notes ?? []).flatMap((note) => ['', ...wrapped('', note, 0)]),
    '',
    'Exit codes:',
    ...exitCodeLines.map((line) => `  ${line}`),
    '',
  ].join('\n');
}

/** The usage of what was asked for: the first line that has one of its words or switches, else the first of all. */
export function usageOf({ usage }: CommandSpec, argv: readonly string[]): string {
  const given = new Set(argv);
  const asked = usage.find((line) => usageWords(line).some((word) => given.has(word)));
  return asked ?? usage[0] ?? '';
}

/** `record` of `cr-inspect [OPTIONS] IMAGE record REF`: what is written as it stands and is no choice. */
const usageWords = (line: string): readonly string[] =>
  line
    .replace(/\[[^\]]*\]/g, ' ')
    .split(' ')
    .slice(1)
    .flatMap((word) => word.split('|'))
    .filter((word) => /^(--)?[a-z][a-z-]*$/.test(word));

/** `-i, --in FILE` */
export const optionLabel = (name: string, { short, value }: OptionSpec): string =>
  `${short ? `-${short}, ` : '    '}--${name}${value ? ` ${value}` : ''}`;

/** What it does, and the words that it takes, where those are not said. */
export function optionHelp({ help, choices = [] }: OptionSpec): string {
  return choices.every((choice) => help.includes(choice)) ? help : `${help}: ${choices.join(', ')}`;
}

const wordLines = ([word, help]: readonly [string, string]) => entryLines(word, help);

function entryLines(label: string, help: string): string[] {
  const left = `  ${label}`;
  const indent = ' '.repeat(helpIndent);
  if (left.length + 2 <= helpIndent) return wrapped(left.padEnd(helpIndent), help, helpIndent);
  return [left, ...wrapped(indent, help, helpIndent)];
}

/** Lines of at most 80 columns; `mark` ends each that goes on. A word that is longer stands alone. */
export function wrapped(first: string, text: string, indent: number, mark = ''): string[] {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(' ')) {
    if (!isEmpty && line.length + 1 + word.length + mark.length > helpColumns) {
      lines.push(line.trimEnd() + mark);
      line = ' '.repeat(indent);
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line.trimEnd()];
}
