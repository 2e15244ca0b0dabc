/** The options that CRIU gets at a restore: those that were typed, those of the engine, and those of configurations. */
import type {
  AskedOptions,
  Engine,
  GivenOption,
  OptionReader,
  RestorerOptions,
} from '../../../restorer-options.ts';
import { configuredWords, defaultConfiguration } from './configuration.ts';
import { engines } from './engines.ts';
import { criuOptions } from './parse-options.ts';

export const criuOptionReader: OptionReader = {
  engines,
  read({ words: all, engine, root, images, host }) {
    const { ofEngine, words } = apart(all, engine);
    const typed = criuOptions(words);
    const configured = host === undefined ? [] : configuredAt(host, typed, engine?.configuration);
    const placed = images === undefined || engine !== undefined || typed.has('--images-dir');
    const own = [
      ...(placed ? [] : ['--images-dir', images]),
      ...configured,
      ...(engine?.passes ?? []),
      ...words,
    ];
    // An engine binds the root to a place of its own.
    const isPlaced = engine?.cares.includes('root-directory') === true;
    const isRootGiven = root === undefined || isPlaced || criuOptions(own).has('--root');
    const isOfService = engine !== undefined;
    return withMore(criuOptions(isRootGiven ? own : ['--root', root, ...own], isOfService), ofEngine);
  },
};

/** Options of the engine itself among those that it passes on. */
function apart(all: readonly string[], engine: Engine | undefined) {
  const ofEngine: GivenOption[] = [];
  const words: string[] = [];
  const rest = [...all];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [, option = '', value] = /^([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
    const row =
      engine?.own !== undefined && Object.hasOwn(engine.own, option) ? engine.own[option] : undefined;
    if (row === undefined) words.push(word);
    else ofEngine.push({ option, value: row === 'none' ? undefined : (value ?? rest.shift()) });
  }
  return { ofEngine, words };
}

function withMore(options: RestorerOptions, more: readonly GivenOption[]): RestorerOptions {
  if (more.length === 0) return options;
  const valuesOf = (option: string) =>
    more.flatMap((one) => (one.option === option && one.value !== undefined ? [one.value] : []));
  return {
    ...options,
    list: [...more, ...options.list],
    has: (option) => options.has(option) || more.some((one) => one.option === option),
    values: (option) => [...options.values(option), ...valuesOf(option)],
  };
}

function configuredAt(
  { home, read }: NonNullable<AskedOptions['host']>,
  typed: RestorerOptions,
  ofEngine: string | undefined,
): readonly string[] {
  // criu/config.c, pre_parse: --config stands in their place.
  const isDefault = !typed.has('--no-default-config') && !typed.has('--config');
  const files = [
    ...(isDefault ? defaultConfiguration(home) : []),
    ...(ofEngine === undefined ? [] : [ofEngine]),
    ...typed.values('--config'),
  ];
  return configuredWords(files, read);
}
