/**
 * Checkpoints in an OCI image layout: an image of one layer with what an engine would put into an archive
 * (`podman container checkpoint --create-image`, `checkpointctl build`), or the index that containerd's client
 * makes (`ctr container checkpoint`), whose blobs are the parts. Each becomes a tree like that of an archive.
 * Sources: OCI image-spec image-layout.md, manifest.md; containerd client/container_checkpoint_opts.go, core/images/mediatypes.go.
 */
import { ImageError } from '../../diagnostic.ts';
import { type ByteSource, lent } from '../bytes/byte-source.ts';
import { archiveDiagnostic } from './codes.ts';
import { asList, asRecord, asText, type JsonRecord, openAt, readJson, textsOf } from './documents.ts';
import { type ImageDirectory, memberAt, type TreeMember, treeDirectory } from './image-directory.ts';
import { isTarHeader, tarMembers } from './tar.ts';
import { type Unpacking, unpack } from './unpack.ts';
import { rangeSource } from './windowed-source.ts';

/** What one container left: a tree with `checkpoint/` or the images themselves, and the engine's files. */
export interface Bundle {
  /** What the container is called there; undefined where nothing says it. */
  readonly name?: string | undefined;
  readonly tree: ImageDirectory;
  /** The unpacked archive that the tree is of, where it is of one. */
  readonly archive?: ByteSource | undefined;
  /** The tar in the archive that the tree is of, where it has to be taken out before it is restored. */
  readonly layer?: string;
  /** Of an OCI image, its manifest or index. */
  readonly annotations?: Readonly<Record<string, string>>;
  /** Its parts are of types that only this engine writes. */
  readonly engine?: 'containerd';
  /** The entry of a pod's manifest. */
  readonly podEntry?: JsonRecord;
  /** The pod's own configuration (CRI PodSandboxConfig). */
  readonly podConfig?: JsonRecord;
}

const containerd = 'application/vnd.containerd.container.';
const criuTar = `${containerd}criu.checkpoint.criu.tar`;
const specBlob = `${containerd}checkpoint.config.v1+proto`;

/** Indexes in indexes: one for the tag, one for the platform or the checkpoint. */
const indexDepthMax = 4;
/** More than any checkpoint has; each may have to be unpacked. */
const layersMax = 16;
/** Of all indexes together. */
const manifestsMax = 1024;

export const isOciLayout = (tree: ImageDirectory): boolean =>
  tree.list().some(({ name, kind }) => name === 'index.json' && kind === 'file') &&
  tree.list().some(({ name, kind }) => (name === 'blobs' && kind === 'directory') || name === 'oci-layout');

/** Empty for a layout of ordinary images. What is missing is reported, and thrown when nothing else is there. */
export async function ociBundles(tree: ImageDirectory, unpacking: Unpacking): Promise<readonly Bundle[]> {
  const bundles: Bundle[] = [];
  /** What is listed again, as an index in itself is, says nothing new. */
  const met = new Set<string>();
  let leftManifests = manifestsMax;
  const visit = async (document: unknown, named: string | undefined, depth: number): Promise<void> => {
    const index = asRecord(document);
    const descriptors = asList(index?.['manifests']).map(asRecord);
    const part = descriptors.find((each) => each?.['mediaType'] === criuTar);
    if (index !== undefined && part !== undefined) {
      bundles.push(await containerdBundle(tree, index, descriptors, named, unpacking));
      return;
    }
    for (const descriptor of descriptors) {
      if (descriptor === undefined || met.has(blobPath(descriptor))) continue;
      if (leftManifests === 0) {
        unpacking.report(tooManyManifests(tree));
        return;
      }
      leftManifests--;
      met.add(blobPath(descriptor));
      const name = nameOf(textsOf(descriptor['annotations'])) ?? named;
      const inner = readJson(tree, blobPath(descriptor), unpacking.report);
      if (asRecord(inner)?.['manifests'] !== undefined) {
        if (depth < indexDepthMax) await visit(inner, name, depth + 1);
      } else {
        const bundle = await imageBundle(tree, inner, name, unpacking);
        if (bundle !== undefined) bundles.push(bundle);
      }
    }
  };
  await visit(readJson(tree, 'index.json', unpacking.report), undefined, 0);
  return bundles;
}

const tooManyManifests = ({ name }: ImageDirectory) =>
  archiveDiagnostic(
    'archive-too-large',
    `${name} lists more than ${manifestsMax} manifests: the others are left out`,
    {
      file: name,
    },
  );

const nameOf = (annotations: Readonly<Record<string, string>>): string | undefined =>
  annotations['io.containerd.image.name'] ?? annotations['org.opencontainers.image.ref.name'];

/** The key that each engine and tool writes for the name of the container. */
export const containerNames = [
  'io.podman.annotations.checkpoint.name',
  'io.kubernetes.cri-o.annotations.checkpoint.name',
  'org.criu.checkpoint.container.name',
] as const;

/** `sha256:…` → where the blob lies; a path that leads nowhere for anything else. */
function blobPath(descriptor: JsonRecord): string {
  const [, algorithm, hex] =
    /^([a-z0-9]{1,16}):([0-9a-f]{32,128})$/.exec(asText(descriptor['digest']) ?? '') ?? [];
  return hex === undefined ? 'blobs/none/none' : `blobs/${algorithm}/${hex}`;
}

function openBlob(tree: ImageDirectory, descriptor: JsonRecord): ByteSource {
  const blob = openAt(tree, blobPath(descriptor));
  const refuse = (what: string) => {
    const digest = asText(descriptor['digest'])?.slice(0, 80) ?? 'no digest';
    const message = `${tree.name} is an OCI layout without the blob ${digest}${what}`;
    return new ImageError(archiveDiagnostic('archive-bad-layout', message, { file: tree.name }));
  };
  if (blob === undefined) throw refuse('');
  const { size } = descriptor;
  if (typeof size === 'number' && size !== blob.size) {
    const found = blob.size;
    blob.close();
    throw refuse(` of ${size} bytes: it has ${found}`);
  }
  return blob;
}

/** A layer or blob that is a tar archive, packed or not. */
async function membersOf(
  tree: ImageDirectory,
  descriptor: JsonRecord,
  unpacking: Unpacking,
  opened: ByteSource[],
): Promise<TreeMember[]> {
  const blob = openBlob(tree, descriptor);
  opened.push(blob);
  const archive = await unpack(lent(blob, `${tree.name}/${blobPath(descriptor)}`), unpacking);
  opened.push(archive);
  if (isTarHeader(archive.view(0, Math.min(512, archive.size))))
    return tarMembers(archive, unpacking.report, unpacking.budget?.lists);
  const message = `${tree.name}: the blob ${asText(descriptor['digest'])} is no tar archive`;
  throw new ImageError(archiveDiagnostic('archive-bad-layout', message, { file: tree.name }));
}

/** An image whose layers hold what an archive would. Ordinary images, which have no such annotation, are not unpacked. */
async function imageBundle(
  tree: ImageDirectory,
  document: unknown,
  named: string | undefined,
  unpacking: Unpacking,
): Promise<Bundle | undefined> {
  const manifest = asRecord(document);
  const layers = asList(manifest?.['layers'])
    .map(asRecord)
    .filter((layer) => layer !== undefined);
  if (manifest === undefined || layers.length === 0 || layers.length > layersMax) return undefined;
  const config = asRecord(manifest['config']);
  const labels = config && asRecord(asRecord(readJson(tree, blobPath(config), unpacking.report))?.['config']);
  const annotations = { ...textsOf(labels?.['Labels']), ...textsOf(manifest['annotations']) };
  const isSaid = Object.keys(annotations).some((key) => key.includes('checkpoint.'));
  if (!isSaid && layers.length > 1) return undefined;
  const name = containerNames.map((key) => annotations[key]).find((text) => text !== undefined) ?? named;
  const opened: ByteSource[] = [];
  try {
    const members: TreeMember[] = [];
    for (const layer of layers)
      for (const member of await membersOf(tree, layer, unpacking, opened)) members.push(member);
    // Whoever judges the archive itself wants the layer; of several, none is all.
    const archive = layers.length === 1 ? opened.at(-1) : undefined;
    return { name, annotations, archive, tree: treeDirectory(tree.name, members, () => closeAll(opened)) };
  } catch (error) {
    closeAll(opened);
    throw error;
  }
}

/** The parts of a container as members of one tree, under the names that an archive of CRI has for them. */
async function containerdBundle(
  tree: ImageDirectory,
  index: JsonRecord,
  descriptors: readonly (JsonRecord | undefined)[],
  named: string | undefined,
  unpacking: Unpacking,
): Promise<Bundle> {
  const opened: ByteSource[] = [];
  const ofType = (type: string) => descriptors.find((each) => asText(each?.['mediaType'])?.startsWith(type));
  const dumps = descriptors.filter((each) => each?.['mediaType'] === criuTar).length;
  if (dumps > 1) {
    const message = `${tree.name} has ${dumps} dumps of one container, and an engine takes one of them: this is the first`;
    unpacking.report(archiveDiagnostic('archive-layout-twice', message, { file: tree.name }));
  }
  const members: TreeMember[] = [];
  try {
    for (const member of await membersOf(tree, ofType(criuTar) as JsonRecord, unpacking, opened))
      members.push(memberAt(`checkpoint/${member.path}`, member));
    const spec = ofType(specBlob);
    if (spec !== undefined) {
      const blob = openBlob(tree, spec);
      opened.push(blob);
      const { offset, length } = anyValue(blob);
      members.push({
        path: 'spec.dump',
        kind: 'file',
        size: length,
        open: () => rangeSource(blob, offset, length, 'spec.dump'),
      });
    }
    const layer = ofType('application/vnd.oci.image.layer.v1.tar');
    if (layer !== undefined) {
      const blob = openBlob(tree, layer);
      opened.push(blob);
      members.push({
        path: 'rootfs-diff.tar',
        kind: 'file',
        size: blob.size,
        open: () => rangeSource(blob, 0, blob.size, 'rootfs-diff.tar'),
      });
    }
  } catch (error) {
    closeAll(opened);
    throw error;
  }
  const annotations = textsOf(index['annotations']);
  // `containerd.io/checkpoint/<container>:<date>` is the name that the client gives a checkpoint.
  const [, container] = /^containerd\.io\/checkpoint\/(.+?):/.exec(named ?? '') ?? [];
  const name = container ?? named ?? nameOf(annotations);
  return {
    ...{ name, annotations, engine: 'containerd' },
    tree: treeDirectory(tree.name, members, () => closeAll(opened)),
  };
}

/**
 * Where the value of a protobuf Any lies: field 1 is the name of its type, field 2 the value (google/protobuf/any.proto).
 * A blob that is none is taken as the value itself.
 */
function anyValue(blob: ByteSource): { readonly offset: number; readonly length: number } {
  const whole = { offset: 0, length: blob.size };
  for (let at = 0; at < blob.size; ) {
    const tag = varint(blob, at);
    const length = tag && varint(blob, tag.next);
    if (tag === undefined || length === undefined || (tag.value & 7) !== 2) return whole;
    if (length.next + length.value > blob.size) return whole;
    if (tag.value >> 3 === 2) return { offset: length.next, length: length.value };
    at = length.next + length.value;
  }
  return whole;
}

function varint(blob: ByteSource, at: number): { readonly value: number; readonly next: number } | undefined {
  let value = 0;
  for (let index = 0; index < 5 && at + index < blob.size; index++) {
    const byte = blob.view(at + index, 1)[0] as number;
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return { value, next: at + index + 1 };
  }
  return undefined;
}

function closeAll(opened: readonly ByteSource[]): void {
  for (const source of opened) source.close();
}
