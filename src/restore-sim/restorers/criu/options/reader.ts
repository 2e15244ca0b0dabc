/** The options that CRIU gets at a restore: those that were typed, those of the engine, and those of configurations. */
import type { AskedOptions, OptionReader, RestorerOptions } from '../../../restorer-options.ts';
import { configuredWords, defaultConfiguration } from './configuration.ts';
import { engines } from './engines.ts';
import { criuOptions } from './parse-options.ts';

export const criuOptionReader: OptionReader = {
  engines,
  read({ words, engine, root, images, host }) {
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
    return criuOptions(isRootGiven ? own : ['--root', root, ...own]);
  },
};

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
