/** What a directory or archive is that holds no images of CRIU: said instead of a bare no. Reads names only. */

import type { Diagnostic } from '../../diagnostic.ts';
import type { ImageDirectory } from '../archive/image-directory.ts';
import { criuDiagnostic } from './codes.ts';
import { identifyFile, imageType } from './image-types.ts';

/** Files that container engines put beside a checkpoint. */
const ofEngines: ReadonlySet<string> = new Set([
  ...['config.dump', 'spec.dump', 'network.status', 'rootfs-diff.tar', 'deleted.files', 'bind.mounts'],
  ...['status', 'pod.options', 'pod.dump', 'io.kubernetes.cri-o.LogPath', 'devshm-checkpoint.tar'],
]);

/** What one file of a checkpoint is, without the others, and what helps. */
export const oneFileAlone = (name: string): Diagnostic =>
  criuDiagnostic(
    'criu-no-inventory',
    `${name} is one file of a CRIU checkpoint, alone, and the others are needed: name their directory, or an archive of it; cr-crit show reads one file`,
    { file: name },
  );

/** One clause: `it is empty`, `it has the statistics and logs of a dump (stats-dump, dump.log) without its images`. */
export function whatInstead(root: ImageDirectory): string {
  const entries = root.list();
  const names = entries.map(({ name }) => name);
  if (names.length === 0) return 'it is empty';
  const files = entries.filter(({ kind }) => kind === 'file').map(({ name }) => name);
  if (names.includes('oci-layout') || names.includes('index.json')) {
    return 'it is an OCI layout, whose layers lie below blobs/: unpack the one of the checkpoint';
  }
  const [images, services, logs, engine] = [
    files.filter((name) => isKind(name, 'image')),
    files.filter((name) => isKind(name, 'service')),
    files.filter((name) => name.endsWith('.log')),
    files.filter((name) => ofEngines.has(name)),
  ];
  if (images.length > 0) {
    return `it has ${some(images)} and neither an inventory nor a process tree: copy all files of the dump`;
  }
  if (services.length + logs.length > 0 && engine.length === 0) {
    return `it has statistics and logs (${some([...services, ...logs])}) without the images: the dump failed, or they are elsewhere`;
  }
  if (engine.length > 0) {
    return `it has what an engine writes beside a checkpoint (${some(engine)}), without the checkpoint`;
  }
  const archives = files.filter((name) => /\.(tar|tgz|tar\.gz|tar\.zst)$/.test(name));
  if (archives.length > 0) {
    return `it has archives (${some(archives)}): name one of them; cr-inspect list and cr-validate look into all`;
  }
  return `it has ${some(names)}, and no image of CRIU`;
}

function isKind(name: string, wanted: 'image' | 'service'): boolean {
  const type = identifyFile(name)?.type;
  if (type === undefined) return false;
  return (imageType(type).service === true) === (wanted === 'service');
}

const shownMax = 4;

function some(names: readonly string[]): string {
  const shown = names.slice(0, shownMax).join(', ');
  return names.length > shownMax ? `${shown} and ${names.length - shownMax} more` : shown;
}
