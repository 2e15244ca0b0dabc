/**
 * What a word of the user names: a directory of this machine, a file, standard input or a pipe, a file on a server, an
 * image in a registry. The first step of the door, and of all who look at everything that lies there.
 */
import { statSync } from 'node:fs';
import type { Report } from '../../diagnostic.ts';
import { noteDirectory } from '../bytes/inputs.ts';
import { isRemote } from '../bytes/remote/word.ts';
import { hostDirectory } from './host-directory.ts';
import type { ImageDirectory } from './image-directory.ts';
import { openBytes } from './open-bytes.ts';
import type { OpenedPlace } from './place.ts';
import type { Spools } from './unpack.ts';

/** Directories by the spools of the run that lists them: tens of thousands of files are looked at once. */
const listed = new WeakMap<Spools, Map<string, ImageDirectory>>();

function listedOnce(path: string, spools: Spools | undefined): ImageDirectory {
  if (spools === undefined) return hostDirectory(path);
  const known = listed.get(spools) ?? new Map<string, ImageDirectory>();
  const tree = known.get(path) ?? hostDirectory(path);
  listed.set(spools, known.set(path, tree));
  return tree;
}

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
    return { form: 'directory', tree: listedOnce(word, spools) };
  }
  const { source, isSpooled } = openBytes(word, spools);
  return { form: 'file', source, path: isSpooled ? undefined : word };
}
