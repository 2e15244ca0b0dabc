/**
 * An image in a registry, seen as the OCI layout that it would be on a disk: documents are fetched and held against
 * their digests, layers are read where somebody reads them. Nothing is asked for but what a checked document names, and
 * nobody but the registry that the user named, and who it says gives tokens for it.
 * Sources: OCI distribution-spec ("Pulling"), image-spec manifest.md; Distribution's token authentication (spec/auth/token.md).
 */

import { ImageError } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import { type ByteSource, memorySource } from '../bytes/byte-source.ts';
import { remoteDiagnostic } from '../bytes/remote/codes.ts';
import { type Algorithm, algorithmOf, algorithms, digestOf, digestPattern } from '../bytes/remote/digest.ts';
import { documentOf, type Fetched, tried } from '../bytes/remote/fetch.ts';
import { askAt, type RemotePlace } from '../bytes/remote/ranges.ts';
import { RemoteError } from '../bytes/remote/remote-error.ts';
import type { RegistryWord } from '../bytes/remote/word.ts';
import { parseBoundedJson } from '../json/bounded-json.ts';
import { asList, asRecord, asText, type JsonRecord } from './documents.ts';
import type { ImageDirectory } from './image-directory.ts';
import { RegistryLogin } from './registry-login.ts';
import { type OpenedFile, openRemoteFile, type RemoteFileOptions, viewOf } from './remote-file.ts';

const manifestTypes = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
];
const indexTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
];

/** What a checked document says of a blob. */
interface Known {
  readonly isManifest: boolean;
  readonly size: number;
  /** Other servers that have it; none of them is asked. */
  readonly isForeign: boolean;
}

/** Throws RemoteError, and ImageError for a manifest that is not what was asked for. */
export function registryDirectory(
  word: RegistryWord,
  options: Omit<RemoteFileOptions, 'expected'>,
): ImageDirectory {
  return new Registry(word, options).root();
}

class Registry {
  readonly #word: RegistryWord;
  readonly #options: Omit<RemoteFileOptions, 'expected'>;
  readonly #login: RegistryLogin;
  readonly #known = new Map<string, Known>();
  readonly #documents = new Map<string, Uint8Array>();
  readonly #index: Uint8Array;
  /** Read again and again by those who look from different sides, and asked for once: kept until all is closed. */
  readonly #opened = new Map<string, OpenedFile>();

  constructor(word: RegistryWord, options: Omit<RemoteFileOptions, 'expected'>) {
    this.#word = word;
    this.#options = options;
    this.#login = new RegistryLogin(word);
    const { bytes, type } = this.#manifest(word.reference);
    const digest = digestOf(bytes, algorithmOf(word.reference));
    this.#learn(digest, { isManifest: true, size: bytes.length, isForeign: false });
    this.#read(digest, bytes);
    // What index.json of a layout says of the one image in it.
    const annotations = { 'org.opencontainers.image.ref.name': word.name };
    const manifests = [{ mediaType: type, digest, size: bytes.length, annotations }];
    this.#index = new TextEncoder().encode(JSON.stringify({ schemaVersion: 2, manifests }));
  }

  root(): ImageDirectory {
    const { name } = this.#word;
    return {
      ...this.#folder(name, { blobs: this.#blobs() }),
      list: () => [
        { name: 'blobs', kind: 'directory', size: 0 },
        { name: 'index.json', kind: 'file', size: this.#index.length },
      ],
      open: (file) => (file === 'index.json' ? memorySource(this.#index, file) : undefined),
      close: () => {
        for (const source of this.#opened.values()) source.close();
        this.#opened.clear();
      },
    };
  }

  #folder(name: string, children: Readonly<Record<string, ImageDirectory>>): ImageDirectory {
    return {
      name,
      list: () =>
        Object.keys(children).map((child) => ({ name: child, kind: 'directory', size: 0 }) as const),
      open: () => undefined,
      directory: (wanted) => (Object.hasOwn(children, wanted) ? children[wanted] : undefined),
      close() {},
    };
  }

  #blobs(): ImageDirectory {
    const name = `${this.#word.name}/blobs`;
    const folders = algorithms.map((algorithm) => [algorithm, this.#blobsOf(algorithm)] as const);
    return this.#folder(name, Object.fromEntries(folders));
  }

  #blobsOf(algorithm: Algorithm): ImageDirectory {
    return {
      name: `${this.#word.name}/blobs/${algorithm}`,
      list: () =>
        [...this.#known]
          .filter(([digest]) => algorithmOf(digest) === algorithm)
          .map(([digest, { size }]) => ({ name: hexOf(digest), kind: 'file', size }) as const),
      open: (hex) => this.#open(`${algorithm}:${hex}`),
      directory: () => undefined,
      close() {},
    };
  }

  /** Undefined for what no document names. */
  #open(digest: string): ByteSource | undefined {
    const known = this.#known.get(digest);
    if (known === undefined) return undefined;
    const document = this.#documents.get(digest);
    if (document !== undefined) return memorySource(document, hexOf(digest));
    if (known.isForeign) {
      const message = `the layer ${digest} is said to lie on another server, which is not asked`;
      throw new ImageError(remoteDiagnostic('remote-foreign-layer', message, { file: this.#word.name }));
    }
    if (known.isManifest) {
      const { bytes } = this.#manifest(digest);
      this.#read(digest, bytes);
      return memorySource(bytes, hexOf(digest));
    }
    const opened = this.#opened.get(digest) ?? this.#openBlob(digest, known.size);
    this.#opened.set(digest, opened);
    return viewOf(opened, () => {});
  }

  #openBlob(digest: string, size: number): OpenedFile {
    const name = `${this.#word.name}/blobs/${digest.replace(':', '/')}`;
    const place = this.#place(name, `blobs/${digest}`, 'application/octet-stream');
    return openRemoteFile(place, { ...this.#options, expected: { digest, size } });
  }

  #place(name: string, path: string, accept: string): RemotePlace {
    const { origin, repository } = this.#word;
    return {
      name,
      ask: () => ({
        url: `${origin}/v2/${repository}/${path}`,
        headers: { accept },
        authorization: this.#login.authorization,
      }),
      renew: (answer) => this.#login.renew(answer),
    };
  }

  #manifest(reference: string): { readonly bytes: Uint8Array; readonly type: string } {
    const accept = [...manifestTypes, ...indexTypes].join(', ');
    const place = this.#place(this.#word.name, `manifests/${reference}`, accept);
    const { answer, bytes } = tried(() =>
      documentOf(askAt(place, {}), limits.engineDocumentBytes, place.name),
    );
    this.#check(reference, answer, bytes);
    const type = answer.headers['content-type']?.split(';', 1)[0] ?? '';
    this.#expectManifest(bytes, type);
    return { bytes, type };
  }

  /** A page to log in, a proxy's excuse, a server that is no registry, Docker's first form: said as what it is. */
  #expectManifest(bytes: Uint8Array, type: string): void {
    const document = asRecord(parsed(bytes));
    if (Array.isArray(document?.['layers']) || Array.isArray(document?.['manifests'])) return;
    const found = document?.['fsLayers'] ? 'a manifest of Docker schema 1' : `"${type.slice(0, 80)}"`;
    throw new RemoteError(
      this.#word.name,
      `the registry answers with ${found}: a manifest or an index of OCI or Docker is wanted`,
    );
  }

  /** A tag is what the registry says that it is; a digest is what its bytes are. */
  #check(reference: string, { headers }: Fetched, bytes: Uint8Array): void {
    const said = headers['docker-content-digest'];
    for (const digest of [reference, said].filter((each) => each !== undefined && digestPattern.test(each))) {
      const found = digestOf(bytes, algorithmOf(digest));
      if (digest === found) continue;
      const message = `the manifest ${digest} is asked for, and the registry sends ${found}`;
      throw new ImageError(remoteDiagnostic('remote-wrong-digest', message, { file: this.#word.name }));
    }
  }

  /** Keeps a document, and what it names. */
  #read(digest: string, bytes: Uint8Array): void {
    this.#documents.set(digest, bytes);
    const document = asRecord(parsed(bytes));
    const descriptors = (name: string): readonly JsonRecord[] =>
      asList(document?.[name])
        .map(asRecord)
        .filter((value) => value !== undefined);
    for (const descriptor of descriptors('manifests')) this.#learnOf(descriptor, true);
    const config = asRecord(document?.['config']);
    for (const descriptor of [...(config ? [config] : []), ...descriptors('layers')])
      this.#learnOf(descriptor, false);
  }

  #learnOf(descriptor: JsonRecord, isInIndex: boolean): void {
    const { size } = descriptor;
    const type = asText(descriptor['mediaType']) ?? '';
    // What containerd's client lists in an index are blobs.
    const isManifest = isInIndex && [...manifestTypes, ...indexTypes].includes(type);
    const isForeign = asList(descriptor['urls']).length > 0;
    if (typeof size === 'number')
      this.#learn(asText(descriptor['digest']) ?? '', { isManifest, size, isForeign });
  }

  /** What is known first stays: a document cannot change what another one says. */
  #learn(digest: string, known: Known): void {
    if (digestPattern.test(digest) && !this.#known.has(digest)) this.#known.set(digest, known);
  }
}

const hexOf = (digest: string): string => digest.slice(digest.indexOf(':') + 1);

/** Undefined for what is no JSON: whoever reads the layout says so. */
function parsed(bytes: Uint8Array): unknown {
  try {
    return parseBoundedJson(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
