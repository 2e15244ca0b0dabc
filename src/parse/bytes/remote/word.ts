/** The words for what is elsewhere: `https://host/checkpoint.tar`, `oci://host/name:tag`. */
import { UsageError } from '../../../usage-error.ts';

export interface HttpWord {
  readonly kind: 'http';
  readonly url: URL;
  /** Shown to people: without the query, which may be a signature that opens the file to anybody. */
  readonly name: string;
}

/** An image in a registry (OCI distribution-spec). */
export interface RegistryWord {
  readonly kind: 'registry';
  /** `https://host:port`, where `/v2/` is. */
  readonly origin: string;
  /** What credentials are kept under. */
  readonly host: string;
  readonly repository: string;
  /** A tag, or a digest. */
  readonly reference: string;
  readonly name: string;
}

export type RemoteWord = HttpWord | RegistryWord;

const scheme = /^([a-z][a-z0-9+.-]*):\/\//i;
const registrySchemes = ['oci', 'docker', 'oci+http', 'oci+https'];

/** Other schemes that people try, and what helps. */
const others: Readonly<Record<string, string>> = {
  s3: 'give an https:// address, such as one made by "aws s3 presign"',
  gs: 'give an https:// address, such as one made by "gcloud storage sign-url"',
  az: 'give an https:// address with a shared access signature',
  ftp: 'fetch it first, or give it through a pipe: curl … | … -',
  sftp: 'give it through a pipe: ssh host cat FILE | … -',
  ssh: 'give it through a pipe: ssh host cat FILE | … -',
  file: 'give its path',
};

/** Whether a word is no path: it names what is elsewhere. */
export function isRemote(word: string): boolean {
  const [, name] = scheme.exec(word) ?? [];
  const known = name?.toLowerCase() ?? '';
  return /^https?$/.test(known) || registrySchemes.includes(known) || Object.hasOwn(others, known);
}

/** What is shown for a word of any kind: of an address no query. */
export const shownWord = (word: string): string => (isRemote(word) ? word.replace(/[?#].*$/s, '') : word);

/** Throws UsageError for an address that nothing can be asked for. */
export function parseRemote(word: string): RemoteWord {
  const [, name = ''] = scheme.exec(word) ?? [];
  const known = name.toLowerCase();
  if (Object.hasOwn(others, known)) throw new UsageError(`${known}:// is not read: ${others[known]}`);
  return registrySchemes.includes(known) ? registryWord(word, known) : httpWord(word);
}

function httpWord(word: string): HttpWord {
  const url = URL.canParse(word) ? new URL(word) : undefined;
  if (url === undefined) throw new UsageError(`${shownWord(word)} is no address that can be asked for`);
  // Seen by everybody in the list of processes, and in every message.
  if (url.username !== '' || url.password !== '')
    throw new UsageError(
      `no password in an address: put it into a file as "podman login" does, and name that in REGISTRY_AUTH_FILE`,
    );
  url.hash = '';
  return { kind: 'http', url, name: shownWord(url.href) };
}

/** One part of a repository's name, and a tag (OCI distribution-spec, "Pulling manifests"). */
const part = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const pattern = new RegExp(
  `^([a-zA-Z0-9.-]+|\\[[0-9a-fA-F:]+\\])(:\\d{1,5})?/(${part}(?:/${part})*)(?::([a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}))?(?:@(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}))?$`,
);

function registryWord(word: string, known: string): RegistryWord {
  const rest = word.slice(known.length + 3);
  const [, given, port = '', path, tag, digest] = pattern.exec(rest) ?? [];
  if (given === undefined || path === undefined || path.length > 255)
    throw new UsageError(
      `${word} names no image of a registry: ${known}://HOST[:PORT]/NAME[:TAG] or …/NAME@sha256:DIGEST`,
    );
  const host = given.toLowerCase();
  const isHub = host === 'docker.io';
  const isPlain = known === 'oci+http' || (known !== 'oci+https' && isLocalHost(host));
  return {
    kind: 'registry',
    // The one registry that answers at another name than its images have.
    origin: `${isPlain ? 'http' : 'https'}://${isHub ? 'registry-1.docker.io' : host}${port}`,
    host: `${host}${port}`,
    repository: isHub && !path.includes('/') ? `library/${path}` : path,
    reference: digest ?? tag ?? 'latest',
    name: word,
  };
}

/** This machine itself, as all clients of registries have it: nobody listens in between. */
export const isLocalHost = (host: string): boolean =>
  /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(host.toLowerCase());
