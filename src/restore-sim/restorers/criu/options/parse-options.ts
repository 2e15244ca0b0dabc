/** The text of options as getopt_long takes it apart, and what `criu restore` would refuse of it. */
import type { GivenOptions } from '../../../host/needs/index.ts';
import type { GivenOption, RefusedOption, RestorerOptions } from '../../../restorer-options.ts';
import { type OptionRow, optionTable, optionWords, processorWords } from './option-table.ts';

/** Stands in command lines where somebody has to fill in a directory. */
export const unknownPlace = 'DIR';

const byShort = new Map(
  Object.entries(optionTable).flatMap(([name, { short }]) => (short === undefined ? [] : [[short, name]])),
);

/** `criu restore` itself may stand before them. `isOfService`: whoever restores speaks to its service. */
export function criuOptions(words: readonly string[], isOfService = false): RestorerOptions {
  const list: GivenOption[] = [];
  const refused: RefusedOption[] = [];
  const rest = [...words];
  if (rest[0]?.endsWith('criu')) rest.shift();
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') break;
    if (word === 'restore') continue;
    if (word.startsWith('--')) longOption(word, rest, list, refused);
    else if (word.startsWith('-') && word.length > 1) shortOptions(word, rest, list, refused);
    else refused.push({ word, says: `excessive parameter for command restore: ${word}` });
  }
  for (const given of list) refused.push(...wrongValue(given));
  if (!isOfService) refused.push(...wordsOfService(list));
  const options = optionsOf(list.map(inNewWords), refused);
  refused.push(...contradictions(options, rest.length > 0));
  return options;
}

const wordsOfService = (list: readonly GivenOption[]): readonly RefusedOption[] =>
  list
    .filter(({ option }) => optionTable[option.slice(2)]?.isOfService === true)
    .map(({ option }) => ({ word: option, says: `unrecognized option '${option}'` }));

/** Older forms of --external, which CRIU turns into it (criu/mount.c, ext_mount_add; criu/net.c, veth_pair_add). */
function inNewWords(given: GivenOption): GivenOption {
  const { option, value = '' } = given;
  const older = Object.hasOwn(olderForms, option) ? olderForms[option] : undefined;
  if (older === undefined) return given;
  if (option === '--ext-mount-map' && value === 'auto') return { option: '--external', value: 'mnt[]' };
  const [name, ...rest] = value.split(older.separator);
  // One that is refused stays as it was written.
  if (rest.length === 0) return given;
  return { option: '--external', value: `${older.kind}[${name}]:${rest.join(older.separator)}` };
}

const olderForms: Readonly<Record<string, { readonly kind: string; readonly separator: string }>> = {
  '--ext-mount-map': { kind: 'mnt', separator: ':' },
  '--veth-pair': { kind: 'veth', separator: '=' },
};

/** What stands behind `--` is the command of --exec-cmd (criu/crtools.c). */
function* contradictions(
  { has, values }: RestorerOptions,
  isCommandGiven: boolean,
): Generator<RefusedOption> {
  const detached = has('--restore-detached');
  if (has('--exec-cmd') && !isCommandGiven)
    yield { word: '--exec-cmd', says: '--exec-cmd requires a command' };
  else if (has('--exec-cmd') && detached)
    yield { word: '--exec-cmd', says: '--restore-detached and --exec-cmd cannot be used together' };
  if (has('--restore-sibling') && !detached)
    yield { word: '--restore-sibling', says: '--restore-sibling only makes sense with --restore-detached' };
  if (has('--empty-ns') && values('--join-ns').some((value) => value.startsWith('net:')))
    yield { word: '--empty-ns', says: 'Conflicting flags: --join-ns and --empty-ns' };
}

function optionsOf(all: readonly GivenOption[], refused: readonly RefusedOption[]): RestorerOptions {
  const list = all.filter(
    ({ option, isNegated }) =>
      isNegated !== true && all.findLast((one) => one.option === option)?.isNegated !== true,
  );
  return {
    list,
    refused,
    has: (option) => list.some((one) => one.option === option),
    values: (option) =>
      list.flatMap((one) => (one.option === option && one.value !== undefined ? [one.value] : [])),
    cares: () => false,
  };
}

function longOption(word: string, rest: string[], list: GivenOption[], refused: RefusedOption[]): void {
  const [, typed = '', value] = /^--([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
  const found = findOption(typed);
  if (found === undefined || found === 'ambiguous') {
    const says = found === undefined ? 'unrecognized option' : 'ambiguous option';
    refused.push({ word, says: `${says} '--${typed}'` });
    return;
  }
  const { name, row, isNegated } = found;
  const option = `--${name}`;
  if (row.argument === 'none' && value !== undefined)
    refused.push({ word, says: `option '--${isNegated ? 'no-' : ''}${name}' doesn't allow an argument` });
  const own = value ?? (row.argument === 'needed' && !isNegated ? rest.shift() : undefined);
  if (row.argument === 'needed' && own === undefined && !isNegated)
    refused.push({ word, says: `option '${option}' requires an argument` });
  else list.push({ option, value: own, ...(isNegated && { isNegated }) });
}

/** getopt_long takes the beginning of a name, where only one option has it. */
function findOption(
  typed: string,
): { readonly name: string; readonly row: OptionRow; readonly isNegated: boolean } | 'ambiguous' | undefined {
  const names = Object.entries(optionTable).flatMap(([name, row]) => [
    { text: name, name, row, isNegated: false },
    ...(row.isSwitch === true ? [{ text: `no-${name}`, name, row, isNegated: true }] : []),
  ]);
  const exact = names.find(({ text }) => text === typed);
  if (exact !== undefined) return exact;
  const beginning = names.filter(({ text }) => typed !== '' && text.startsWith(typed));
  return beginning.length > 1 ? 'ambiguous' : beginning[0];
}

function shortOptions(word: string, rest: string[], list: GivenOption[], refused: RefusedOption[]): void {
  for (let at = 1; at < word.length; at++) {
    const name = byShort.get(word[at]!);
    const row = name === undefined ? undefined : optionTable[name];
    if (name === undefined || row === undefined) {
      refused.push({ word, says: `invalid option -- '${word[at]}'` });
      return;
    }
    const behind = word.slice(at + 1);
    if (row.argument === 'none') {
      list.push({ option: `--${name}`, value: undefined });
      continue;
    }
    const value = behind !== '' ? behind : row.argument === 'needed' ? rest.shift() : undefined;
    if (row.argument === 'needed' && value === undefined)
      refused.push({ word, says: `option requires an argument -- '${word[at]}'` });
    else list.push({ option: `--${name}`, value });
    return;
  }
}

/** What is refused of an argument, by option; others take any text for 0 (atoi). */
const refusedArguments: Readonly<Record<string, RegExp>> = {
  tree: /^(?!\s*\+?0*[1-9])/,
  port: /^(?!\s*[+-]?0*[1-9])/,
  'status-fd': /^(?!\s*[+-]?\d)/,
  'veth-pair': /^[^=]*$/,
  'ext-mount-map': /^(?!auto$)[^:]*$/,
  // criu/namespaces.c, join_ns_add: no pid namespace.
  'join-ns': /^(?!(net|uts|ipc|user|time|mnt):(?!0*(,|$)))/,
  // criu/mount.c, ext_mount_parse_auto.
  external: /^mnt\[\]:[^ms]/,
};

const says: Readonly<Record<string, (value: string) => string>> = {
  'manage-cgroups': (value) => `Unknown cgroups mode \`${value}' selected`,
  'file-validation': (value) => `Unknown file validation method \`${value}' selected`,
  'network-lock': (value) => `Invalid value for --network-lock: ${value}`,
  'pre-dump-mode': () => 'Unable to parse value of --pre-dump-mode',
  'empty-ns': (value) => `Unsupported empty namespace: ${value}`,
};

function wrongValue({ option, value }: GivenOption): readonly RefusedOption[] {
  const name = option.slice(2);
  const refuse = (text: string) => [{ word: `${option} ${value}`, says: text }];
  if (name === 'ms') return refuse('--ms is deprecated; see "Check options" of criu --help');
  if (name === 'help' || name === 'version')
    return [{ word: option, says: `what --${name} asks for: nothing is restored` }];
  if (value === undefined) return [];
  const words = Object.hasOwn(optionWords, name) ? optionWords[name] : undefined;
  if (words !== undefined && !words.includes(value)) return refuse(says[name]?.(value) ?? `unknown ${value}`);
  if (name === 'cpu-cap') {
    const wrong = value.split(',').find((word) => !processorWords.includes(word.replace(/^\^/, '')));
    return wrong === undefined ? [] : refuse(`Unknown FPU mode \`${value}' selected`);
  }
  // criu/files.c, inherit_fd_parse.
  if (name === 'inherit-fd' && !/^fd\[\d+\]:./s.test(value))
    return refuse(`Invalid inherit fd argument: ${value}`);
  // criu/lsm.c, lsm_check_opts; 4.2.1 does not take "none".
  if (name === 'lsm-profile' && !value.includes(':'))
    return refuse(`invalid argument ${value} for --lsm-profile`);
  if (name === 'lsm-profile' && !/^(apparmor|selinux):/.test(value))
    return refuse(`unknown lsm ${value.split(':')[0]}`);
  const argument = Object.hasOwn(refusedArguments, name) ? refusedArguments[name] : undefined;
  return argument?.test(value) === true ? refuse(`invalid argument for ${option}: ${value}`) : [];
}

/** `fd[7]:extNet`. */
export interface InheritedDescriptor {
  readonly fd: number;
  readonly key: string;
}

export const inheritedDescriptors = (options: GivenOptions): readonly InheritedDescriptor[] =>
  options.values('--inherit-fd').flatMap((value) => {
    const match = /^fd\[(\d+)\]:(.+)$/s.exec(value);
    return match === null ? [] : [{ fd: Number(match[1]), key: match[2] ?? '' }];
  });

/** `mnt[KEY]:VALUE` and its like; the value is empty where none is given. */
export interface ExternalThing {
  readonly kind: string;
  readonly key: string;
  readonly value: string;
}

export const externalThings = (options: GivenOptions): readonly ExternalThing[] =>
  options.values('--external').flatMap((value) => {
    const match = /^([a-z]+)\[([^\]]*)\](?::(.*))?$/s.exec(value);
    return match === null ? [] : [{ kind: match[1] ?? '', key: match[2] ?? '', value: match[3] ?? '' }];
  });
