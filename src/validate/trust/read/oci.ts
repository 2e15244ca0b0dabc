/**
 * An OCI layout as the rules see it: its documents with what they say of blobs, each blob held against its digest, and
 * the containers in it. What is wrong with the layout is data here, never an error: that is what is judged.
 */

import { utf8Text } from '../../../byte-text.ts';
import { limits } from '../../../limits.ts';
import { type ImageDirectory, treeDirectory } from '../../../parse/archive/image-directory.ts';
import { isTarHeader, tarMembers } from '../../../parse/archive/tar.ts';
import { listTar } from '../../../parse/archive/tar-headers.ts';
import { unpack } from '../../../parse/archive/unpack.ts';
import type { ByteSource } from '../../../parse/bytes/byte-source.ts';
import { sha256Of } from '../../../parse/bytes/sha256.ts';
import { entries, list, member, number, text } from '../json.ts';
import type {
  ContainerSubject,
  Documents,
  Json,
  JsonDocument,
  LayoutFacts,
  LayoutProblem,
} from '../subject.ts';
import { type ContainerInput, readContainer } from './container.ts';
import { documentOf } from './documents.ts';

const containerd = 'application/vnd.containerd.container.';
const types = {
  criu: `${containerd}criu.checkpoint.criu.tar`,
  spec: `${containerd}checkpoint.config.v1+proto`,
  options: `${containerd}checkpoint.options.v1+proto`,
  layer: 'application/vnd.oci.image.layer.v1.tar',
};

/** Indexes in indexes, and what each may list: more than any checkpoint has. */
const depthMax = 4;
const descriptorsMax = 1024;

export const isOciLayout = (root: ImageDirectory): boolean => {
  const names = new Set(root.list().map(({ name }) => name));
  return names.has('index.json') && (names.has('blobs') || names.has('oci-layout'));
};

export interface LayoutInput
  extends Pick<ContainerInput, 'root' | 'prefix' | 'grants' | 'problem' | 'budget'> {
  readonly opened: { close(): void }[];
}

interface Reading extends LayoutInput {
  readonly problems: LayoutProblem[];
  readonly documents: JsonDocument[];
  /** Blobs whose digests were held against them. */
  readonly checked: Set<string>;
  /** Indexes and manifests that were read. */
  readonly visited: Set<string>;
  readonly containers: ContainerSubject[];
}

export async function readLayout(
  input: LayoutInput,
): Promise<{ readonly layout: LayoutFacts; readonly containers: readonly ContainerSubject[] }> {
  const reading: Reading = {
    ...input,
    problems: [],
    documents: [],
    checked: new Set(),
    visited: new Set(),
    containers: [],
  };
  const { root, prefix } = input;
  const document = readSmall(root.open('index.json'), `${prefix}index.json`);
  if (document !== undefined) {
    reading.documents.push(document);
    await visit(reading, document, 0);
  }
  const { problems, documents, containers } = reading;
  return { layout: { problems, documents }, containers };
}

function readSmall(source: ByteSource | undefined, name: string): JsonDocument | undefined {
  if (source === undefined) return undefined;
  try {
    if (source.size > limits.engineDocumentBytes) return undefined;
    return documentOf(utf8Text(source.view(0, source.size)), name);
  } finally {
    source.close();
  }
}

async function visit(reading: Reading, document: JsonDocument, depth: number): Promise<void> {
  const descriptors = list(member(document.value, 'manifests')).slice(0, descriptorsMax);
  const typeOf = (descriptor: Json) => text(member(descriptor, 'mediaType')) ?? '';
  for (const [index, descriptor] of descriptors.entries())
    judgeDescriptor(reading, document, `manifests[${index}]`, descriptor);
  if (descriptors.some((descriptor) => typeOf(descriptor) === types.criu)) {
    await readClientCheckpoint(reading, document, descriptors);
    return;
  }
  for (const descriptor of descriptors) {
    const path = blobPath(descriptor);
    // An index that lists one blob often, or itself, says nothing new by it.
    if (path === undefined || reading.visited.has(path)) continue;
    reading.visited.add(path);
    const inner = readSmall(openBlob(reading.root, path), reading.prefix + path);
    if (inner === undefined) continue;
    reading.documents.push(inner);
    if (member(inner.value, 'manifests') !== undefined) {
      if (depth < depthMax) await visit(reading, inner, depth + 1);
    } else await readImage(reading, inner);
  }
}

/** `sha256:…` → where it lies; undefined for what is no digest. */
function blobPath(descriptor: Json): string | undefined {
  const digest = text(member(descriptor, 'digest')) ?? '';
  const [, algorithm, hex] = /^([a-z0-9]{1,16}):([0-9a-f]{32,128})$/.exec(digest) ?? [];
  return hex === undefined ? undefined : `blobs/${algorithm}/${hex}`;
}

function openBlob(root: ImageDirectory, path: string): ByteSource | undefined {
  const [blobs = '', algorithm = '', hex = ''] = path.split('/');
  return root.directory(blobs)?.directory(algorithm)?.open(hex);
}

/** Names of what is wrong, at the descriptor that says it. */
function judgeDescriptor(reading: Reading, document: JsonDocument, field: string, descriptor: Json): void {
  const say = (kind: LayoutProblem['kind'], part: string, message: string) =>
    reading.problems.push({ kind, member: document.member, field: `${field}${part}`, message });
  const digest = text(member(descriptor, 'digest')) ?? '';
  const urls = list(member(descriptor, 'urls'));
  if (urls.length > 0)
    say('foreign', '.urls', `foreign layer: it would be fetched from ${text(urls[0]) ?? 'elsewhere'}`);
  for (const [name, value] of entries(member(descriptor, 'annotations')))
    if (/RestoreFromPath$/i.test(name))
      say('path', '.annotations', `restore from host path: ${name} is ${text(value) ?? ''}`);
  const path = blobPath(descriptor);
  if (path === undefined) {
    say('digest', '.digest', `malformed digest: ${digest || 'none'}`);
    return;
  }
  const blob = openBlob(reading.root, path);
  if (blob === undefined) {
    if (urls.length === 0) say('absent', '.digest', `blob not there: ${digest}`);
    return;
  }
  try {
    const size = number(member(descriptor, 'size'));
    if (size !== undefined && size !== blob.size)
      say('size', '.size', `size mismatch: ${digest} has ${blob.size} bytes, not ${size}`);
    if (reading.checked.has(path) || !digest.startsWith('sha256:')) return;
    reading.checked.add(path);
    // What a registry gives in parts is said where it is opened.
    if (blob.isElsewhere) return;
    const found = sha256Of(blob);
    if (`sha256:${found}` !== digest)
      say('mismatch', '.digest', `digest mismatch: the blob ${digest} has sha256:${found}`);
  } finally {
    blob.close();
  }
}

/** The index that `ctr container checkpoint` makes: each part is a blob. */
async function readClientCheckpoint(
  reading: Reading,
  index: JsonDocument,
  descriptors: readonly Json[],
): Promise<void> {
  const of = (type: string) =>
    descriptors
      .map((descriptor, at) => ({ descriptor, at, path: blobPath(descriptor) }))
      .filter(({ descriptor }) => (text(member(descriptor, 'mediaType')) ?? '').startsWith(type));
  const say = (kind: LayoutProblem['kind'], at: number, message: string) =>
    reading.problems.push({ kind, member: index.member, field: `manifests[${at}]`, message });
  for (const [name, type] of [
    ['CRIU blobs', types.criu],
    ['spec blobs', types.spec],
    ['option blobs', types.options],
    ['layers', types.layer],
  ] as const) {
    const [, second] = of(type);
    if (second !== undefined) say('twice', second.at, `two ${name}: an engine takes one of them`);
  }
  const spec = of(types.spec)[0]?.path;
  const options = of(types.options)[0];
  if (options?.path !== undefined) judgeOptions(reading, options.path);
  const specDocument = spec === undefined ? undefined : readSpec(reading, spec);
  const layer = of(types.layer)[0]?.path;
  for (const path of new Set(of(types.criu).map((part) => part.path))) {
    if (path === undefined) continue;
    const documents: Documents = { ...(specDocument && { spec: specDocument }) };
    await addContainer(reading, path, documents, layer);
  }
}

/** protobuf Any: field 2 is the value, the JSON of the spec. */
function readSpec(reading: Reading, path: string): JsonDocument | undefined {
  const blob = openBlob(reading.root, path);
  if (blob === undefined) return undefined;
  try {
    if (blob.size > limits.engineDocumentBytes) return undefined;
    const bytes = blob.view(0, blob.size).slice();
    const value = anyFields(bytes).get(2)?.[0];
    return documentOf(utf8Text(value instanceof Uint8Array ? value : bytes), reading.prefix + path);
  } finally {
    blob.close();
  }
}

/** CheckpointOptions of runc's shim (api/runctypes): what a restore would obey. */
function judgeOptions(reading: Reading, path: string): void {
  const blob = openBlob(reading.root, path);
  if (blob === undefined) return;
  try {
    if (blob.size > limits.tarExtraBytes) return;
    const value = anyFields(blob.view(0, blob.size).slice()).get(2)?.[0];
    const fields =
      value instanceof Uint8Array ? anyFields(value) : new Map<number, (number | Uint8Array)[]>();
    const flag = (at: number) => fields.get(at)?.at(-1) === 1;
    const says = [
      ...(flag(3) ? ['external UNIX sockets'] : []),
      ...([8, 9, 10] as const).flatMap((at) => {
        const last = fields.get(at)?.at(-1);
        const given = last instanceof Uint8Array ? utf8Text(last) : '';
        return given === '' ? [] : [`${{ 8: 'image path', 9: 'work path', 10: 'parent path' }[at]} ${given}`];
      }),
    ];
    if (says.length > 0)
      reading.problems.push({
        kind: 'options',
        member: reading.prefix + path,
        field: 'CheckpointOptions',
        message: `restore options of archive: ${says.join(', ')}`,
      });
  } finally {
    blob.close();
  }
}

/** Fields of a message by number; what is not protobuf ends the list. */
function anyFields(bytes: Uint8Array): Map<number, (number | Uint8Array)[]> {
  const fields = new Map<number, (number | Uint8Array)[]>();
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; at < bytes.length && shift < 49; shift += 7) {
      const byte = bytes[at] as number;
      at += 1;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    return value;
  };
  while (at < bytes.length) {
    const tag = varint();
    const field = Math.floor(tag / 8);
    let value: number | Uint8Array;
    if ((tag & 7) === 0) value = varint();
    else if ((tag & 7) === 2) {
      const length = varint();
      value = bytes.subarray(at, at + length);
      at += length;
    } else break;
    const known = fields.get(field);
    if (known === undefined) fields.set(field, [value]);
    else known.push(value);
  }
  return fields;
}

/** An image of one layer with what an engine would put into an archive. */
async function readImage(reading: Reading, manifest: JsonDocument): Promise<void> {
  const layers = list(member(manifest.value, 'layers')).slice(0, descriptorsMax);
  const config = member(manifest.value, 'config');
  if (config !== undefined) judgeDescriptor(reading, manifest, 'config', config);
  for (const [index, layer] of layers.entries())
    judgeDescriptor(reading, manifest, `layers[${index}]`, layer);
  const path = config === undefined ? undefined : blobPath(config);
  const inner =
    path === undefined ? undefined : readSmall(openBlob(reading.root, path), reading.prefix + path);
  if (inner !== undefined) reading.documents.push(inner);
  const first = layers[0] === undefined ? undefined : blobPath(layers[0]);
  if (first === undefined) return;
  const before = reading.containers.length;
  await addContainer(reading, first, undefined, undefined);
  const made = reading.containers[before];
  if (made === undefined) return;
  reading.containers[before] = {
    ...made,
    image: {
      member: manifest.member,
      annotations: new Map(
        [
          ...entries(member(inner?.value, 'config', 'Labels')),
          ...entries(member(manifest.value, 'annotations')),
        ].map(([name, value]) => [name, text(value) ?? '']),
      ),
      layers: layers.length,
    },
  };
}

/** The content of a blob as a container: with its documents, or with those that lie beside the blob. */
async function addContainer(
  reading: Reading,
  path: string,
  documents: Documents | undefined,
  layer: string | undefined,
): Promise<void> {
  const { root, prefix, grants, problem, budget, opened } = reading;
  const name = `${prefix}${path}`;
  const blob = openBlob(root, path);
  if (blob === undefined) return;
  opened.push(blob);
  const archive = await unpack(blob, { report: ({ message }) => problem(name, message), budget });
  if (archive !== blob) opened.push(archive);
  if (!isTarHeader(archive.view(0, Math.min(512, archive.size)))) {
    problem(name, 'it is no tar archive');
    return;
  }
  const tree = treeDirectory(
    name,
    tarMembers(archive, () => {}, budget.lists),
  );
  const subject = await readContainer({
    root: tree,
    archive,
    prefix: `${name}/`,
    grants,
    problem,
    budget,
    ...(documents && { documents }),
  });
  const difference = layer === undefined ? undefined : openBlob(root, layer);
  if (difference === undefined) {
    reading.containers.push(subject);
    return;
  }
  try {
    const { problem: why, ...listed } = await listTar(difference, {
      budget: budget.lists,
      setsOrdinaryApart: true,
    });
    if (why !== undefined) problem(`${prefix}${layer}`, why);
    const tar = { member: `${prefix}${layer}`, kind: 'rootfs', ...listed } as const;
    reading.containers.push({ ...subject, tars: [...subject.tars, tar] });
  } finally {
    difference.close();
  }
}
