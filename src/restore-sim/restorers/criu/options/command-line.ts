/** The command line that would restore an image, and what its options cost. */
import type { Condition } from '../../../conditions.ts';
import type {
  CommandFacts,
  Engine,
  GivenOption,
  RestoreCommand,
  RestorerOptions,
} from '../../../restorer-options.ts';
import { optionTable } from './option-table.ts';
import { unknownPlace } from './parse-options.ts';

export function restoreCommand(
  conditions: readonly Condition[],
  { image, directory, inside, isImage, layer, root, given, engine }: CommandFacts,
): RestoreCommand {
  const wanted = [...ofUser(given, engine), ...asked(conditions, given, root)];
  const costs = [...new Set(wanted.map(({ option }) => option))].flatMap((option) => {
    const cost = Object.hasOwn(optionTable, option.slice(2))
      ? optionTable[option.slice(2)]?.costs
      : undefined;
    return cost === undefined ? [] : [{ option, cost }];
  });
  const readsArchive = engine?.readsArchive === true;
  const isPacked = !readsArchive && directory === undefined;
  const place = readsArchive ? (layer ?? image) : (directory ?? 'IMAGES');
  const which = inside === undefined ? 'the directory of it that has' : `its directory ${inside}, with`;
  const before = `unpack ${image === '-' ? 'what came in' : image}; IMAGES is ${which} inventory.img`;
  const first = isPacked
    ? { before }
    : readsArchive && layer !== undefined
      ? { before: `take ${layer} out of ${image}` }
      : {};
  if (engine === undefined) {
    const words = ['criu', 'restore', '--images-dir', place, ...wanted.flatMap(wordsOf)];
    return { ...first, words, costs };
  }
  const { ofImage } = engine;
  if (isImage !== true || layer !== undefined || ofImage === undefined) {
    const before = [first.before, engine.before?.(place)].filter((text) => text !== undefined).join('; ');
    return {
      ...(before !== '' && { before }),
      ...throughEngine(engine, (own) => engine.command(place, own), wanted, costs),
    };
  }
  return { before: ofImage.load(image), ...throughEngine(engine, ofImage.command, wanted, costs) };
}

/** Options that the image asks for and that can be given as they are: nothing has to be filled in. */
export const neededOptions = (conditions: readonly Condition[]): readonly string[] =>
  asked(conditions, undefined, undefined).flatMap(({ option, value }) =>
    value === undefined ? [option] : [],
  );

/** What the user gave, without what the engine passes by itself, and what cannot be obeyed. */
function ofUser(given: RestorerOptions | undefined, engine: Engine | undefined): readonly GivenOption[] {
  if (given === undefined) return [];
  const passed = new Set(engine?.passes ?? []);
  const refused = new Set(given.refused.map(({ word }) => word));
  return given.list.filter(
    ({ option, value }) =>
      !passed.has(value === undefined ? option : `${option}=${value}`) &&
      option !== '--images-dir' &&
      !refused.has(`${option} ${value}`) &&
      !refused.has(option),
  );
}

/** Options that the image asks for, and that nobody gave yet; what has to be filled in is in capitals. */
function asked(
  conditions: readonly Condition[],
  given: RestorerOptions | undefined,
  root: string | undefined,
): readonly GivenOption[] {
  const options = new Map<string, GivenOption>();
  for (const { facts, state, kind, code } of conditions) {
    const option = String(facts?.['option'] ?? '');
    const isAsked = kind === 'option' || code === 'terminal-master' || code === 'unix-peer';
    if (!isAsked || state === 'met' || !option.startsWith('--') || 'found' in (facts ?? {})) continue;
    if (code === 'external-pipe' || code === 'veth-peer-name') continue;
    const key = facts?.['key'];
    const value =
      option === '--root'
        ? (root ?? unknownPlace)
        : valueFor(option, key === undefined ? undefined : String(key));
    if (given?.has(option) === true && value === undefined) continue;
    options.set(`${option} ${value}`, { option, value });
  }
  return [...options.values()];
}

function valueFor(option: string, key: string | undefined): string | undefined {
  if (option === '--lsm-mount-context') return 'LABEL';
  if (option === '--pod') return 'NAME';
  if (key === undefined) return undefined;
  if (option === '--manage-cgroups') return key;
  if (option === '--inherit-fd') return `fd[N]:${key}`;
  if (key === 'mnt[]') return key;
  return `${key}:${/^(veth|macvlan)\[/.test(key) ? 'DEVICE' : 'PATH'}`;
}

const wordsOf = ({ option, value }: GivenOption): readonly string[] => {
  if (value === undefined) return [option];
  return optionTable[option.slice(2)]?.argument === 'optional' ? [`${option}=${value}`] : [option, value];
};

/** In a configuration file, where an argument that may be missing is only taken behind `=` (criu/config.c, parse_statement). */
function lineOf(name: string, value: string | undefined): string {
  if (value === undefined) return name;
  return `${name}${optionTable[name]?.argument === 'optional' ? '=' : ' '}${value}`;
}

function throughEngine(
  { words, own: ownOptions = {}, configuration, cares }: Engine,
  command: (options: readonly string[]) => readonly string[],
  wanted: readonly GivenOption[],
  costs: RestoreCommand['costs'],
): RestoreCommand {
  const own: string[] = [];
  const lines: string[] = [];
  for (const { option, value } of wanted) {
    const isOfEngine = Object.hasOwn(ownOptions, option);
    const word = isOfEngine ? option : Object.hasOwn(words, option) ? words[option] : undefined;
    if (word !== undefined) own.push(word, ...(value === undefined ? [] : [value]));
    else if (option !== '--root' || !cares.includes('root-directory'))
      lines.push(lineOf(option.slice(2), value));
  }
  const line = { words: command(own), costs };
  if (lines.length === 0 || configuration === undefined) return line;
  return { ...line, configuration: { file: configuration, lines } };
}
