/**
 * Checkpoint images as `podman save` and `docker save` write them by default: a manifest beside layers, each a tar.
 * The annotations that make an image a checkpoint are lost in that form, what is in its one layer is not. The `dir:`
 * transport of skopeo and `podman save --format docker-dir` puts the manifest of a registry beside blobs instead.
 * Sources: Docker Image Specification v1.2, "Combined Image JSON + Filesystem Changeset Format"; containers/image,
 * directory/directory_transport.go (a blob is called by its digest, without the algorithm).
 */
import { lent } from '../bytes/byte-source.ts';
import { asList, asRecord, asText, type JsonRecord, openAt, readJson, textsOf } from './documents.ts';
import type { ImageDirectory } from './image-directory.ts';
import type { Bundle } from './oci-layout.ts';
import { type OpenedTree, treeOf } from './tree.ts';
import { type Unpacking, unpack } from './unpack.ts';

const manifestName = 'manifest.json';
/** Of one file. */
const imagesMax = 1024;

export const isDockerArchive = (tree: ImageDirectory): boolean =>
  tree.list().some(({ name, kind }) => name === manifestName && kind === 'file') && layersOf(tree).length > 0;

/** One for each image of one layer. Others are ordinary images, and are not unpacked. */
export async function dockerBundles(tree: ImageDirectory, unpacking: Unpacking): Promise<readonly Bundle[]> {
  const bundles: Bundle[] = [];
  try {
    for (const image of layersOf(tree)) {
      const bundle = await layerBundle(tree, image, unpacking);
      if (bundle !== undefined) bundles.push(bundle);
    }
    return bundles;
  } catch (error) {
    for (const bundle of bundles) bundle.tree.close();
    throw error;
  }
}

/** Undefined for a layer that is not there, or is no tar. */
async function layerBundle(
  tree: ImageDirectory,
  { name, layer, config, annotations }: LayeredImage,
  unpacking: Unpacking,
): Promise<Bundle | undefined> {
  const file = openAt(tree, layer);
  if (file === undefined) return undefined;
  let inner: OpenedTree | undefined;
  try {
    const archive = await unpack(lent(file, `${tree.name}/${layer}`), unpacking);
    inner = treeOf(archive, unpacking.report, unpacking.budget?.lists);
  } finally {
    if (inner === undefined) file.close();
  }
  if (inner === undefined) return undefined;
  const opened = inner;
  const labels = asRecord(asRecord(readJson(tree, config, unpacking.report))?.['config'])?.['Labels'];
  const close = () => {
    opened.close();
    file.close();
  };
  return {
    name,
    annotations: { ...textsOf(labels), ...annotations },
    layer,
    archive: opened.archive,
    tree: { ...opened, close },
  };
}

interface LayeredImage {
  readonly name: string | undefined;
  readonly layer: string;
  readonly config: string;
  readonly annotations?: Readonly<Record<string, string>>;
}

function layersOf(tree: ImageDirectory): readonly LayeredImage[] {
  const seen = new Set<string>();
  const manifest = readJson(tree, manifestName, () => {});
  if (!Array.isArray(manifest)) return blobLayers(asRecord(manifest));
  return manifest.slice(0, imagesMax).flatMap((entry) => {
    const image = asRecord(entry);
    const [layer, ...more] = asList(image?.['Layers']).map(asText);
    if (layer === undefined || more.length > 0 || seen.has(layer)) return [];
    seen.add(layer);
    const name = asText(asList(image?.['RepoTags'])[0]);
    return [{ name, layer, config: asText(image?.['Config']) ?? '' }];
  });
}

/** Of a manifest as registries have it, whose blobs are files beside it. */
function blobLayers(manifest: JsonRecord | undefined): readonly LayeredImage[] {
  const [layer, ...more] = asList(manifest?.['layers']).map(blobName);
  if (layer === undefined || more.length > 0) return [];
  const config = blobName(manifest?.['config']) ?? '';
  return [{ name: undefined, layer, config, annotations: textsOf(manifest?.['annotations']) }];
}

const blobName = (descriptor: unknown): string | undefined =>
  asText(asRecord(descriptor)?.['digest'])?.replace(/^[^:]*:/, '');
