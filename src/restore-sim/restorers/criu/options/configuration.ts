/**
 * Options that CRIU takes from its configuration files on this host (criu/config.c, init_config): one long option a
 * line, without its dashes, `#` before a comment. Those of an engine come through it.
 */
import type { ReadText } from '../../../restorer-options.ts';
import { optionTable } from './option-table.ts';

/** As words of a command line, in the order in which later ones win. */
export function configuredWords(files: readonly string[], read: ReadText): readonly string[] {
  return files.flatMap((file) => textOr(file, read).split('\n').flatMap(wordsOf));
}

/** `home` is that of the environment: nobody looks for another. */
export const defaultConfiguration = (home: string | undefined): readonly string[] => [
  '/etc/criu/default.conf',
  ...(home === undefined ? [] : [`${home}/.criu/default.conf`]),
];

function wordsOf(line: string): readonly string[] {
  const [, name, sign, behind = ''] =
    /^([a-z][\w-]*)(?:([\s=])(.*))?$/.exec(line.replace(/#.*/, '').trim()) ?? [];
  if (name === undefined) return [];
  const value = behind.trimStart();
  const plain = sign === '=' ? value : value.replace(/^(["'])(.*)\1$/, '$2');
  if (plain === '') return [`--${name}`];
  const row = Object.hasOwn(optionTable, name) ? optionTable[name] : undefined;
  if (row?.argument !== 'optional') return [`--${name}`, plain];
  // Behind a blank it is a word of its own, and nobody's: "manage-cgroups ignore" is as without "ignore".
  return sign === '=' ? [`--${name}=${plain}`] : [`--${name}`];
}

function textOr(file: string, read: ReadText): string {
  try {
    return read(file);
  } catch {
    return '';
  }
}
