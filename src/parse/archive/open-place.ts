/**
 * What a word of the user names: a directory of this machine, a file, standard input or a pipe, a file on a server, an
 * image in a registry. The first step of the door, and of all who look at everything that lies there.
 */
import { statSync } from 'node:fs';
import type { Report } from '../../diagnostic.ts';
import { noteDirectory } from '../bytes/inputs.ts';
import { isRemote } from '../bytes/remote/word.ts';
import { hostDirectory } from './host-directory.ts';
import { openBytes } from './open-bytes.ts';
import type { OpenedPlace } from './place.ts';
import type { Spools } from './unpack.ts';

/**
 * Opens it; the caller closes the tree or the source. Throws the errors of the system, RemoteError, and UsageError for
 * an address of a kind that nobody can be asked for.
 */
export async function openPlace(
  word: string,
  report: Report = () => {},
  spools?: Spools,
): Promise<OpenedPlace> {
  if (isRemote(word)) return (await import('./open-remote.ts')).openRemote(word, report, spools);
  if (word !== '-' && statSync(word).isDirectory()) {
    noteDirectory(word);
    return { form: 'directory', tree: hostDirectory(word) };
  }
  const { source, isSpooled } = openBytes(word, spools);
  return { form: 'file', source, path: isSpooled ? undefined : word };
}
