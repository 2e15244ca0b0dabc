/** Where the files of a container engine lie: around the folder of images, in an archive, unpacked, or below other folders. */
import type { ImageDirectory } from './image-directory.ts';

/** Where engines put the images: Podman, CRI-O and containerd alike. */
export const imageFolder = 'checkpoint';

/** One of these says what the container is. */
const descriptions: readonly string[] = ['config.dump', 'spec.dump'];

/** Whether an engine's archive was unpacked into a folder of these. */
export const isEngineFolder = (files: readonly string[], folders: readonly string[]): boolean =>
  folders.includes(imageFolder) && descriptions.some((name) => files.includes(name));

/** The folder of an engine nearest around a directory in `root`; undefined where that is `root`, or none is one. */
export function engineFolderAround(
  root: ImageDirectory,
  directory: ImageDirectory,
): ImageDirectory | undefined {
  if (!directory.name.startsWith(root.name)) return undefined;
  const parts = directory.name.slice(root.name.length).split('/').filter(Boolean);
  let at: ImageDirectory | undefined = root;
  let nearest: ImageDirectory | undefined;
  for (const part of parts.slice(0, -1)) {
    at = at?.directory(part);
    if (at !== undefined && isEngineDirectory(at)) nearest = at;
  }
  return nearest;
}

function isEngineDirectory(directory: ImageDirectory): boolean {
  const entries = directory.list();
  const named = (wanted: string) => entries.flatMap(({ name, kind }) => (kind === wanted ? [name] : []));
  return isEngineFolder(named('file'), named('directory'));
}
