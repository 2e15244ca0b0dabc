/**
 * What lies elsewhere, once for all who want it at the same time: a command looks at an archive from several sides, and
 * all of them have to see the same, and to ask for it once.
 */
import type { Report } from '../../diagnostic.ts';
import { basicCredentials } from '../bytes/remote/credentials.ts';
import type { RemotePlace } from '../bytes/remote/ranges.ts';
import { RemoteError } from '../bytes/remote/remote-error.ts';
import { type HttpWord, isLocalHost, parseRemote } from '../bytes/remote/word.ts';
import type { ImageDirectory } from './image-directory.ts';
import type { OpenedPlace } from './place.ts';
import { registryDirectory } from './registry.ts';
import { type OpenedFile, openRemoteFile, viewOf } from './remote-file.ts';
import type { Spools } from './unpack.ts';

type Opened =
  | { readonly form: 'directory'; readonly tree: ImageDirectory }
  | { readonly form: 'file'; readonly file: OpenedFile };

/** By their words, as long as somebody has them open. */
const open = new Map<string, { readonly opened: Opened; users: number }>();

/** Throws RemoteError and UsageError. */
export function openRemote(word: string, report: Report, spools?: Spools): OpenedPlace {
  const entry = open.get(word) ?? { opened: openedOf(word, report, spools), users: 0 };
  open.set(word, entry);
  entry.users += 1;
  let isOpen = true;
  const close = () => {
    if (isOpen) entry.users -= 1;
    isOpen = false;
    if (entry.users > 0 || open.get(word) !== entry) return;
    open.delete(word);
    if (entry.opened.form === 'directory') entry.opened.tree.close();
    else entry.opened.file.close();
  };
  const { opened } = entry;
  if (opened.form === 'directory') return { form: 'directory', tree: { ...opened.tree, close } };
  return { form: 'file', source: viewOf(opened.file, close), path: undefined };
}

function openedOf(word: string, report: Report, spools: Spools | undefined): Opened {
  const parsed = parseRemote(word);
  if (parsed.kind === 'registry')
    return { form: 'directory', tree: registryDirectory(parsed, { report, spools }) };
  return { form: 'file', file: openRemoteFile(placeOf(parsed), { report, spools }) };
}

function placeOf({ url, name }: HttpWord): RemotePlace {
  const authorization = basicCredentials(url.host, url.pathname);
  if (authorization !== undefined && url.protocol === 'http:' && !isLocalHost(url.hostname))
    throw new RemoteError(name, 'a password is not sent without TLS: anybody in between could read it');
  return { name, ask: () => ({ url: url.href, authorization }) };
}
