/** Completions for bash, zsh and fish, from the tables that the commands parse their lines with. */
import { optionHelp } from '../../src/cli/help.ts';
import type { CommandSpec, OptionSpec } from '../../src/cli/options.ts';

/** Path below `completions` → text. */
export function completionsOf(spec: CommandSpec): ReadonlyMap<string, string> {
  return new Map([
    [`bash/${spec.name}`, bash(spec)],
    [`zsh/_${spec.name}`, zsh(spec)],
    [`fish/${spec.name}.fish`, fish(spec)],
  ]);
}

const functionName = ({ name }: CommandSpec) => `_${name.replaceAll('-', '_')}`;
const named = (name: string, { short }: OptionSpec) => [`--${name}`, ...(short ? [`-${short}`] : [])];
const wordsOf = ({ words = {} }: CommandSpec) => Object.keys(words);
const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

function bash(spec: CommandSpec): string {
  const options = Object.entries(spec.options);
  const cases = options.flatMap(([name, option]) => {
    if (option.value === undefined) return [];
    const pattern = named(name, option).join('|');
    const given = option.choices === undefined ? '-f' : `-W ${quoted(option.choices.join(' '))}`;
    return [`    ${pattern}) mapfile -t COMPREPLY < <(compgen ${given} -- "$current"); return ;;`];
  });
  const names = options.flatMap(([name, option]) => named(name, option)).join(' ');
  return `# bash completion of ${spec.name}
${functionName(spec)}() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]}
  case "$previous" in
${cases.join('\n')}
  esac
  if [[ $current == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W ${quoted(names)} -- "$current")
  else
    mapfile -t COMPREPLY < <(compgen -W ${quoted(wordsOf(spec).join(' '))} -- "$current"; compgen -f -- "$current")
  fi
}
complete -o filenames -F ${functionName(spec)} ${spec.name}
`;
}

function zsh(spec: CommandSpec): string {
  const described = (text: string) => text.replace(/[[\]:\\]/g, (character) => `\\${character}`);
  const lines = Object.entries(spec.options).map(([name, option]) => {
    const names = named(name, option);
    const action = option.choices === undefined ? '_files' : `(${option.choices.join(' ')})`;
    const value = option.value === undefined ? '' : `:${described(option.value)}:${action}`;
    const help = `[${described(optionHelp(option))}]${value}`;
    const again = option.multiple ? '*' : names.length > 1 ? `(${names.join(' ')})` : '';
    return names.map((each) => `  ${quoted(`${again}${each}${help}`)} \\`).join('\n');
  });
  const words = Object.entries(spec.words ?? {}).map(([word, help]) => quoted(`${word}:${described(help)}`));
  return `#compdef ${spec.name}
${functionName(spec)}_word() {
  local -a known=(${words.join(' ')})
  _describe word known
  _files
}
_arguments -s -S \\
${lines.join('\n')}
  '*:word:${functionName(spec)}_word'
`;
}

function fish(spec: CommandSpec): string {
  const head = `complete -c ${spec.name}`;
  const options = Object.entries(spec.options).map(([name, option]) => {
    const { short, value, choices } = option;
    const takes =
      value === undefined ? '' : choices === undefined ? ' -r -F' : ` -x -a ${quoted(choices.join(' '))}`;
    return `${head} -l ${name}${short ? ` -s ${short}` : ''}${takes} -d ${quoted(optionHelp(option))}`;
  });
  const words = Object.entries(spec.words ?? {}).map(
    ([word, help]) => `${head} -a ${word} -d ${quoted(help)}`,
  );
  return `# fish completion of ${spec.name}\n${[...options, ...words].join('\n')}\n`;
}
