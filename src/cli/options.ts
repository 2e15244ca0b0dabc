/** Command lines: options as data, from which parsing and `--help` both come. */
import { type ParseArgsConfig, parseArgs } from 'node:util';

export interface OptionSpec {
  readonly short?: string;
  /** Name of the value in the help text; undefined for a switch. */
  readonly value?: string;
  readonly multiple?: boolean;
  readonly choices?: readonly string[];
  readonly help: string;
}

export interface CommandSpec {
  readonly name: string;
  readonly usage: readonly string[];
  readonly summary: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
  readonly examples: readonly (readonly [command: string, explanation: string])[];
  /** Paragraphs after the options. */
  readonly notes?: readonly string[];
}

/** Options of every command. */
export const commonOptions = {
  json: { help: 'print the report as JSON' },
  color: { value: 'WHEN', choices: ['auto', 'always', 'never'], help: 'colour the text (default auto)' },
  progress: { value: 'WHEN', choices: ['auto', 'always', 'never'], help: 'show progress on standard error' },
  quiet: { short: 'q', help: 'print nothing but errors' },
  help: { short: 'h', help: 'show this help' },
  version: { help: 'show the version' },
} as const satisfies Record<string, OptionSpec>;

export interface Arguments {
  readonly positionals: readonly string[];
  flag(name: string): boolean;
  value(name: string): string | undefined;
  values(name: string): readonly string[];
}

/** A command line that cannot be understood; the message is one sentence. */
export class UsageError extends Error {}

export function parseCommandLine(spec: CommandSpec, argv: readonly string[]): Arguments {
  const options: ParseArgsConfig['options'] = {};
  for (const [name, { short, value, multiple }] of Object.entries(spec.options)) {
    options[name] = {
      type: value === undefined ? 'boolean' : 'string',
      ...(short && { short }),
      ...(multiple && { multiple }),
    };
  }
  const { values, positionals } = parse(argv, options);
  for (const [name, { choices }] of Object.entries(spec.options)) {
    const given = values[name];
    if (choices && typeof given === 'string' && !choices.includes(given)) {
      throw new UsageError(`--${name} takes ${choices.join(', ')}, not "${given}"`);
    }
  }
  return {
    positionals,
    flag: (name) => values[name] === true,
    value: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
    values: (name) => (Array.isArray(values[name]) ? values[name].map(String) : []),
  };
}

function parse(argv: readonly string[], options: NonNullable<ParseArgsConfig['options']>) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(message.split('. To specify', 1)[0] ?? message);
  }
}

export function helpText(spec: CommandSpec): string {
  const rows = Object.entries(spec.options).map(([name, { short, value, help }]) => {
    const left = `  ${short ? `-${short}, ` : '    '}--${name}${value ? ` ${value}` : ''}`;
    return [left, help] as const;
  });
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return [
    `${spec.name} — ${spec.summary}`,
    '',
    ...spec.usage.map((line, index) => `${index === 0 ? 'Usage: ' : '       '}${line}`),
    '',
    'Options:',
    ...rows.flatMap(([left, help]) => wrapped(left.padEnd(width), help, width)),
    '',
    'Examples:',
    ...spec.examples.flatMap(([command, explanation]) => [`  ${command}`, `      ${explanation}`]),
    ...(spec.notes ?? []).flatMap((note) => ['', ...wrapped('', note, 0)]),
    '',
    'Exit codes: 0 done, 1 findings, 2 wrong usage, 3 could not read or write, 70 a bug.',
    '',
  ].join('\n');
}

const helpColumns = 96;

function wrapped(first: string, text: string, indent: number): string[] {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(' ')) {
    if (line.length + word.length + 1 > helpColumns && line.trim() !== '') {
      lines.push(line.trimEnd());
      line = ' '.repeat(indent);
    }
    line += line === '' || line.endsWith(' ') ? word : ` ${word}`;
  }
  return [...lines, line.trimEnd()];
}

/** An option without an effect is a mistake of the user, who would think that it had one. */
export function refuseOptions(args: Arguments, names: readonly string[], where: string): void {
  for (const name of names) {
    if (args.flag(name) || args.value(name) !== undefined)
      throw new UsageError(`--${name} does not apply ${where}`);
  }
}
