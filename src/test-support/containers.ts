/** What container engines leave, made from a directory of images: for tests of everything that opens something. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openTree } from '../parse/archive/open-tree.ts';
import { projectRoot } from './images.ts';

export type Files = Readonly<Record<string, Uint8Array | string>>;

const blockBytes = 512;
const bytesOf = (content: Uint8Array | string) =>
  typeof content === 'string' ? Buffer.from(content) : content;

/** A tar archive in the ustar form. */
export function tarOf(files: Files): Buffer {
  const pieces: Uint8Array[] = [];
  for (const [name, content] of Object.entries(files)) {
    const bytes = bytesOf(content);
    pieces.push(
      tarHeader(name, bytes.length),
      bytes,
      Buffer.alloc((blockBytes - (bytes.length % blockBytes)) % blockBytes),
    );
  }
  return Buffer.concat([...pieces, Buffer.alloc(2 * blockBytes)]);
}

/** Of a file. */
export function tarHeader(name: string, size: number): Buffer {
  const header = Buffer.alloc(blockBytes);
  header.write(name, 0, 100);
  header.write('0000600\0', 100);
  header.write('0000000\0'.repeat(2), 108);
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0        0', 136);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

export const below = (folder: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]));

/** Writes files below a directory of the host. */
export function writeTree(path: string, files: Files): string {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}

interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
  readonly annotations?: Readonly<Record<string, string>>;
}

class Layout {
  readonly files: Record<string, Uint8Array | string> = { 'oci-layout': '{"imageLayoutVersion":"1.0.0"}' };
  readonly #algorithm: string;

  constructor(algorithm = 'sha256') {
    this.#algorithm = algorithm;
  }

  blob(mediaType: string, content: Uint8Array | string, annotations?: Descriptor['annotations']): Descriptor {
    const bytes = bytesOf(content);
    const hex = createHash(this.#algorithm).update(bytes).digest('hex');
    this.files[`blobs/${this.#algorithm}/${hex}`] = bytes;
    const digest = `${this.#algorithm}:${hex}`;
    return { mediaType, digest, size: bytes.length, ...(annotations && { annotations }) };
  }

  index(manifests: readonly Descriptor[]): Files {
    return { ...this.files, 'index.json': JSON.stringify({ schemaVersion: 2, manifests }) };
  }
}

/** The files of a sample of CRIU. */
export async function imageFiles(name: string): Promise<Files> {
  const root = await openTree(join(projectRoot, 'samples', 'criu', name), () => {});
  const directory = root.directory('img') ?? root.directory('checkpoint');
  const files: Record<string, Uint8Array> = {};
  for (const { name: file, kind } of directory?.list() ?? []) {
    const source = kind === 'file' ? directory?.open(file) : undefined;
    if (source !== undefined) files[file] = Uint8Array.from(source.view(0, source.size));
  }
  root.close();
  return files;
}

/** An archive of CRI-O: `checkpoint/` and what the engine says. */
export const engineFiles = (images: Files, name: string): Files => ({
  'config.dump': JSON.stringify({
    id: `${name}-0123456789`,
    name,
    rootfsImageName: 'reg/app:1',
    rootfsImageRef: 'f'.repeat(64),
    runtime: 'crun',
    createdTime: '2026-01-01T00:00:00Z',
    checkpointedTime: '2026-01-01T00:01:00Z',
  }),
  'spec.dump': JSON.stringify({
    process: { args: ['/bin/app'], cwd: '/' },
    hostname: 'host-of-pod',
    annotations: {
      'io.container.manager': 'cri-o',
      'io.kubernetes.pod.name': 'web',
      'io.kubernetes.cri-o.IP.0': '10.1.2.3',
    },
  }),
  'deleted.files': '["/etc/motd"]',
  ...below('checkpoint', images),
});

/** As `podman container checkpoint --create-image` and `checkpointctl build` make it: one layer. */
export function checkpointImage(images: Files, name: string, algorithm?: string): Files {
  const layout = new Layout(algorithm);
  const layer = layout.blob(
    'application/vnd.oci.image.layer.v1.tar+gzip',
    gzipSync(tarOf(engineFiles(images, name))),
  );
  const config = layout.blob('application/vnd.oci.image.config.v1+json', '{"config":{}}');
  const manifest = layout.blob(
    'application/vnd.oci.image.manifest.v1+json',
    JSON.stringify({
      schemaVersion: 2,
      config,
      layers: [layer],
      annotations: { 'org.criu.checkpoint.container.name': name, 'org.criu.checkpoint.engine.name': 'CRI-O' },
    }),
  );
  return layout.index([manifest]);
}

/** As `podman save` and `docker save` write an image of one layer, with the names of Podman 5.8.6. */
export function dockerArchive(layer: Uint8Array, tag: string): Files {
  const config = '{"config":{},"rootfs":{"type":"layers"}}';
  const hex = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex');
  const names = { Config: `${hex(config)}.json`, Layers: [`${hex(layer)}.tar`] };
  return {
    [names.Layers[0] as string]: layer,
    [names.Config]: config,
    'manifest.json': JSON.stringify([{ ...names, RepoTags: [tag] }]),
    repositories: '{}',
  };
}

/** As `podman save --format docker-dir` and `skopeo copy … dir:` write one: blobs called by their digests. */
export function blobDirectory(layer: Uint8Array): Files {
  const config = '{"config":{},"rootfs":{"type":"layers"}}';
  const hex = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex');
  const blob = (mediaType: string, content: Uint8Array | string) => ({
    mediaType: `application/vnd.docker.${mediaType}`,
    size: content.length,
    digest: `sha256:${hex(content)}`,
  });
  return {
    version: 'Directory Transport Version: 1.1\n',
    'manifest.json': JSON.stringify({
      schemaVersion: 2,
      config: blob('container.image.v1+json', config),
      layers: [blob('image.rootfs.diff.tar', layer)],
    }),
    [hex(config)]: config,
    [hex(layer)]: layer,
  };
}

/** As containerd's client exports a checkpoint: an index whose manifests are blobs of its parts. */
export function containerdCheckpoint(
  images: Files,
  name: string,
  annotations: Readonly<Record<string, string>> = {
    'org.opencontainers.image.ref.name': 'docker.io/library/app:1',
    'io.containerd.checkpoint.runtime': 'io.containerd.runc.v2',
  },
): Files {
  const layout = new Layout();
  const type = 'application/vnd.containerd.container.';
  const spec = Buffer.from(
    JSON.stringify({ process: { args: ['/bin/app'] }, hostname: 'h', annotations: {} }),
  );
  const typeUrl = Buffer.from('types.containerd.io/opencontainers/runtime-spec/1/Spec');
  const any = Buffer.concat([
    Buffer.from([0x0a, typeUrl.length]),
    typeUrl,
    Buffer.from([0x12, (spec.length & 0x7f) | 0x80, spec.length >> 7]).subarray(0, 3),
    spec,
  ]);
  const shortAny = spec.length < 128 ? Buffer.concat([Buffer.from([0x12, spec.length]), spec]) : any;
  const parts = [
    layout.blob(`${type}criu.checkpoint.criu.tar`, tarOf(images)),
    layout.blob(`${type}checkpoint.config.v1+proto`, shortAny),
    layout.blob('application/vnd.oci.image.layer.v1.tar+gzip', gzipSync(tarOf({ 'etc/new': 'x' }))),
  ];
  const index = layout.blob(
    'application/vnd.oci.image.index.v1+json',
    JSON.stringify({
      schemaVersion: 2,
      manifests: parts,
      annotations,
    }),
    { 'io.containerd.image.name': `containerd.io/checkpoint/${name}:01-01-2026` },
  );
  return layout.index([index]);
}

/** A pod of containerd (version 2) or of CRI-O (version 1), KEP-5823. */
export function podCheckpoint(
  images: Files,
  names: readonly string[],
  engine: 'containerd' | 'cri-o',
): Files {
  const isContainerd = engine === 'containerd';
  const archiveOf = (name: string) =>
    isContainerd
      ? `container-${createHash('sha256').update(name).digest('hex')}.tar`
      : `containers/${name}.tar`;
  const archive = (name: string) =>
    tarOf(isContainerd ? containerdCheckpoint(images, name) : engineFiles(images, name));
  return {
    'checkpoint-manifest.json': JSON.stringify({
      ...(isContainerd ? { version: 2 } : { version: 1, runtime: 'cri-o', runtimeHandler: 'crun' }),
      sandboxId: 'abc',
      containers: names.map((name) => ({ name, id: `id-of-${name}`, archive: archiveOf(name), config: {} })),
    }),
    'pod-config.json': JSON.stringify({
      metadata: { name: 'web', namespace: 'shop', uid: 'u-1' },
      hostname: 'web-0',
    }),
    ...Object.fromEntries(names.map((name) => [archiveOf(name), archive(name)])),
  };
}
