/**
 * The one door: what a word names, for every command, the inspector and the library. A path, standard input or an
 * address is opened here; what lies there is found by `opening.ts`.
 */
import { dirname, join } from 'node:path';
import { hostDirectory } from '../parse/archive/host-directory.ts';
import { stdinName } from '../parse/archive/open-bytes.ts';
import { openPlace } from '../parse/archive/open-place.ts';
import { fileSource } from '../parse/bytes/file-source.ts';
import { shownWord } from '../parse/bytes/remote/word.ts';
import type { OpenBeside } from '../parse/format.ts';
import { isMemberName } from './member-name.ts';
import { type Neighbours, type OpenedInput, type OpenOptions, openIn } from './opening.ts';

export { chosenImage } from './choose.ts';
export type { Around, FoundImage, OpenedInput, OpenOptions } from './opening.ts';

/**
 * Opens `path`; `-` is standard input, `https://…` and `oci://…` lie elsewhere. Throws ImageError for what is no image, with the name of what it is, and the
 * errors of the system as they are.
 */
export async function openInput(path: string, options: OpenOptions = {}): Promise<OpenedInput> {
  const place = await openPlace(path, options.report, options.spools);
  const name = path === '-' ? stdinName : shownWord(path);
  const named = place.form === 'file' ? place.path : undefined;
  return openIn({ name, place, neighbours: named === undefined ? undefined : around(named) }, options);
}

const around = (path: string): Neighbours => ({
  path,
  // The image stands for the file; what else lies beside it is no part of the input.
  directory: () => hostDirectory(dirname(path), { isPart: isMemberName }),
  beside: besideOf(path),
});

/** A file or directory beside the document, never a link. */
function besideOf(document: string): OpenBeside {
  const folder = dirname(document);
  return (name) => {
    const entry = hostDirectory(folder)
      .list()
      .find((each) => each.name === name);
    const path = join(folder, name);
    if (entry?.kind === 'file') return { form: 'file', source: fileSource(path) };
    return entry?.kind === 'directory' ? { form: 'directory', directory: hostDirectory(path) } : undefined;
  };
}
