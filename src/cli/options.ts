/** Command lines: options as data, from which parsing and `--help` both come. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { closest, didYouMean } from '../did-you-mean.ts';
import { UsageError } from '../usage-error.ts';

export { UsageError };

export interface OptionSpec {
  readonly short?: string;
  /** Name of the value in the help text; undefined for a switch. */
  readonly value?: string;
  /** The value that the option has when it is written without one; then one is given as `--name=value` only. */
  readonly bare?: string;
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
  /** Words that may stand where a path could: views, verbs; with what they mean. For help, completion and man pages. */
  readonly words?: Readonly<Record<string, string>>;
  /** Other names of options, of programs whose users come here. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** The beginning of an option's name stands for it where no other begins so. */
  readonly abbreviates?: boolean;
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
  version: { short: 'V', help: 'show the version and the commit' },
} as const satisfies Record<string, OptionSpec>;

export interface Arguments {
  readonly positionals: readonly string[];
  flag(name: string): boolean;
  value(name: string): string | undefined;
  values(name: string): readonly string[];
}

export function parseCommandLine(spec: CommandSpec, argv: readonly string[]): Arguments {
  const options: ParseArgsConfig['options'] = {};
  for (const [name, { short, value, multiple }] of Object.entries(spec.options)) {
    options[name] = {
      type: value === undefined ? 'boolean' : 'string',
      ...(short && { short }),
      ...(multiple && { multiple }),
    };
  }
  const { values, positionals } = parse(withWholeNames(spec, argv), options);
  for (const [name, { choices, value }] of Object.entries(spec.options)) {
    const given = values[name];
    // A variable of a script that is not set would stand for the working directory.
    if (value === 'DIR' && given === '')
      throw new UsageError(`--${name} takes a directory: its name is empty`);
    if (choices && typeof given === 'string' && !choices.includes(given)) {
      const meant = didYouMean(given, choices);
      throw new UsageError(`--${name} takes ${choices.join(', ')}, not "${given}"${meant}`);
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

/**
 * Long options by their whole names. A value may begin with a dash (`--with "--tcp-close"`): what follows an option that
 * takes one is its value, as getopt has it.
 */
function withWholeNames(spec: CommandSpec, argv: readonly string[]): readonly string[] {
  const whole: string[] = [];
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? '';
    if (word === '--') return [...whole, ...argv.slice(at)];
    const [, given, value] = /^--([^=]+)(=.*)?$/s.exec(word) ?? [];
    if (given === undefined) {
      checkLetters(spec, word, argv[at + 1]);
      whole.push(word);
      continue;
    }
    const name = optionNamed(spec, given);
    const next = argv[at + 1];
    const { bare } = spec.options[name] ?? {};
    if (bare !== undefined) {
      whole.push(`--${name}${value ?? `=${bare}`}`);
      continue;
    }
    const takesNext = spec.options[name]?.value !== undefined && value === undefined && next !== undefined;
    if (spec.options[name]?.value !== undefined && value === undefined && next === undefined)
      throw new UsageError(`--${name} takes a value: --${name} ${spec.options[name].value}`);
    if (takesNext) at += 1;
    whole.push(`--${name}${takesNext ? `=${next}` : (value ?? '')}`);
  }
  return whole;
}

/** `-qo FILE`: letters up to the first that takes a value, which is the rest of the word or the next one. */
function checkLetters({ options }: CommandSpec, word: string, next: string | undefined): void {
  if (!/^-[^-]/.test(word)) return;
  const letters = [...word.slice(1)];
  for (const [place, letter] of letters.entries()) {
    const [name, option] = Object.entries(options).find(([, { short }]) => short === letter) ?? [];
    if (option === undefined) throw new UsageError(`there is no option -${letter}`);
    if (option.value === undefined) continue;
    if (place === letters.length - 1 && next === undefined)
      throw new UsageError(`-${letter} takes a value: --${name} ${option.value}`);
    return;
  }
}

function optionNamed(spec: CommandSpec, given: string): string {
  if (Object.hasOwn(spec.options, given)) return given;
  const alias = spec.aliases?.[given];
  if (spec.aliases && Object.hasOwn(spec.aliases, given) && alias !== undefined) return alias;
  const names = Object.keys(spec.options);
  const aliases = Object.entries(spec.aliases ?? {});
  const meaning = [...names.map((name) => [name, name] as const), ...aliases].flatMap(([written, name]) =>
    spec.abbreviates && written.startsWith(given) ? name : [],
  );
  const begun = [...new Set(meaning)];
  if (begun.length === 1 && begun[0] !== undefined) return begun[0];
  if (begun.length > 1)
    throw new UsageError(`--${given} may be ${begun.map((name) => `--${name}`).join(' or ')}`);
  const meant = closest(given, names);
  throw new UsageError(
    `there is no option --${given}${meant === undefined ? '' : ` (did you mean --${meant}?)`}`,
  );
}

/** An option without an effect is a mistake of the user, who would think that it had one. */
export function refuseOptions(args: Arguments, names: readonly string[], where: string): void {
  for (const name of names) {
    if (args.flag(name) || args.value(name) !== undefined || args.values(name).length > 0)
      throw new UsageError(`--${name} does not apply ${where}`);
  }
}

/** What prints or writes the same whatever is named takes no names: a careless one would be left out without a word. */
export function refuseWords({ positionals: [first] }: Arguments): void {
  if (first !== undefined) throw new UsageError(`unexpected argument "${first}"`);
}
