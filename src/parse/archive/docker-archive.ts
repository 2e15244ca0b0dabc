/**
 * Checkpoint images as `podman save` and `docker save` write them by default: a manifest beside layers, each a tar.
 * The annotations that make an image a checkpoint are lost in that form, what is in its one layer is not.
 * Source: Docker Image Specification v1.2, "Combined Image JSON + Filesystem Changeset Format".
 */
import { asList, asRecord, asText, openAt, readJson, textsOf } from './documents.ts';
import type { ImageDirectory } from './image-directory.ts';
import type { Bundle } from './oci-layout.ts';
import { treeOf } from './tree.ts';
import { type Unpacking, unpack } from './unpack.ts';

const manifestName = 'manifest.json';
/** Of one file. */
const imagesMax = 1024;

export const isDockerArchive = (tree: ImageDirectory): boolean =>
  tree.list().some(({ name, kind }) => name === manifestName && kind === 'file') && layersOf(tree).length > 0;

/** One for each image of one layer. Others are ordinary images, and are not unpacked. */
export async function dockerBundles(tree: ImageDirectory, unpacking: Unpacking): Promise<readonly Bundle[]> {
  const bundles: Bundle[] = [];
  for (const { name, layer, config } of layersOf(tree)) {
    const file = openAt(tree, layer);
    if (file === undefined) continue;
    const inner = treeOf(
      await unpack({ ...file, name: `${tree.name}/${layer}`, close: () => {} }, unpacking),
      unpacking.report,
      unpacking.budget?.lists,
    );
    if (inner === undefined) {
      file.close();
      continue;
    }
    const labels = asRecord(asRecord(readJson(tree, config, unpacking.report))?.['config'])?.['Labels'];
    const close = () => {
      inner.close();
      file.close();
    };
    bundles.push({
      name,
      annotations: textsOf(labels),
      layer,
      archive: inner.archive,
      tree: { ...inner, close },
    });
  }
  return bundles;
}

interface LayeredImage {
  readonly name: string | undefined;
  readonly layer: string;
  readonly config: string;
}

function layersOf(tree: ImageDirectory): readonly LayeredImage[] {
  const seen = new Set<string>();
  return asList(readJson(tree, manifestName, () => {}))
    .slice(0, imagesMax)
    .flatMap((entry) => {
      const image = asRecord(entry);
      const [layer, ...more] = asList(image?.['Layers']).map(asText);
      if (layer === undefined || more.length > 0 || seen.has(layer)) return [];
      seen.add(layer);
      const name = asText(asList(image?.['RepoTags'])[0]);
      return [{ name, layer, config: asText(image?.['Config']) ?? '' }];
    });
}
