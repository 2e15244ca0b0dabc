/**
 * Checkpoints of a whole pod (KEP-5823): a manifest beside one archive for each container. containerd writes version 2,
 * whose archives are OCI layouts; CRI-O writes version 1, whose archives lie below `containers/` and are those of one
 * container. Archives are taken by the names of the manifest, as long as these stay inside.
 */
import { ImageError } from '../../diagnostic.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { archiveDiagnostic } from './codes.ts';
import { asList, asRecord, asText, openAt, readJson } from './documents.ts';
import type { ImageDirectory } from './image-directory.ts';
import { type Bundle, isOciLayout, ociBundles } from './oci-layout.ts';
import { type OpenedTree, treeOf } from './tree.ts';
import { type Unpacking, unpack } from './unpack.ts';

const manifestName = 'checkpoint-manifest.json';

/** As many as containerd allows. */
const containersMax = 1024;

export const isPod = (tree: ImageDirectory): boolean =>
  tree.list().some(({ name, kind }) => name === manifestName && kind === 'file');

/** One for each container, in the order of the manifest. Throws `archive-bad-layout` for one that is not there. */
export async function podBundles(tree: ImageDirectory, unpacking: Unpacking): Promise<readonly Bundle[]> {
  const manifest = asRecord(readJson(tree, manifestName, unpacking.report));
  const podConfig = asRecord(readJson(tree, 'pod-config.json', unpacking.report));
  const entries = asList(manifest?.['containers']).map(asRecord).slice(0, containersMax);
  const bundles: Bundle[] = [];
  for (const podEntry of entries) {
    if (podEntry === undefined) continue;
    const archive = openArchive(tree, asText(podEntry['archive']) ?? '');
    const inner = await treeOfArchive(archive, `${tree.name}/${asText(podEntry['archive'])}`, unpacking);
    const found = isOciLayout(inner)
      ? await ociBundles(inner, unpacking)
      : [{ tree: inner, archive: inner.archive }];
    for (const bundle of found) {
      const close = () => {
        bundle.tree.close();
        inner.close();
        archive.close();
      };
      const name = asText(podEntry['name']) ?? bundle.name;
      const facts = { podEntry, ...(podConfig && { podConfig }) };
      bundles.push({ ...bundle, ...facts, name, tree: { ...bundle.tree, close } });
    }
  }
  return bundles;
}

function openArchive(tree: ImageDirectory, path: string): ByteSource {
  const archive = openAt(tree, path) ?? openAt(tree, `containers/${path}`);
  if (archive !== undefined) return archive;
  const message = `${tree.name} is a pod checkpoint without the archive ${JSON.stringify(path.slice(0, 200))}`;
  throw new ImageError(
    archiveDiagnostic('archive-bad-layout', message, { file: tree.name, path: manifestName }),
  );
}

async function treeOfArchive(file: ByteSource, name: string, unpacking: Unpacking): Promise<OpenedTree> {
  const named: ByteSource = {
    name,
    size: file.size,
    view: (offset, length) => file.view(offset, length),
    readInto: (target, offset) => file.readInto(target, offset),
    close: () => {},
  };
  const tree = treeOf(await unpack(named, unpacking), unpacking.report, unpacking.budget?.lists);
  if (tree !== undefined) return tree;
  file.close();
  const message = `${name} is no tar archive`;
  throw new ImageError(archiveDiagnostic('archive-bad-layout', message, { file: name }));
}
