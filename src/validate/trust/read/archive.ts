/** Whatever holds checkpoints as subjects of the rules: the outer archive, and each container in it. */
import { dockerBundles, isDockerArchive } from '../../../parse/archive/docker-archive.ts';
import { engineFolderAround } from '../../../parse/archive/engine-folder.ts';
import type { ImageDirectory } from '../../../parse/archive/image-directory.ts';
import { budgetFor } from '../../../parse/archive/unpack.ts';
import type { ByteSource } from '../../../parse/bytes/byte-source.ts';
import type { ContainerSubject } from '../subject.ts';
import { type ContainerInput, readContainer } from './container.ts';
import { imageDirectories, type TrustedDirectory } from './image-directories.ts';
import { isOciLayout, readLayout } from './oci.ts';
import { isPodCheckpoint, readPod } from './pod.ts';

interface Closable {
  close(): void;
}

export interface ArchiveInput extends Pick<ContainerInput, 'grants' | 'problem'> {
  readonly root: ImageDirectory;
  /** The unpacked archive; absent for a directory. */
  readonly archive?: ByteSource | undefined;
}

/**
 * Containers first, then what stands around them. `use` is given them as long as their files are open. Throws the
 * errors of the system, and ImageError for what is larger than its bounds.
 */
export async function withSubjects<Result>(
  input: ArchiveInput,
  use: (subjects: readonly ContainerSubject[]) => Result,
): Promise<Result> {
  const opened: Closable[] = [];
  try {
    return use(await readSubjects(input, opened));
  } finally {
    for (const source of opened) source.close();
  }
}

async function readSubjects(input: ArchiveInput, opened: Closable[]): Promise<readonly ContainerSubject[]> {
  const { root, archive, grants, problem } = input;
  const budget = budgetFor(archive?.size ?? Number.POSITIVE_INFINITY);
  const within = { root, prefix: '', grants, problem, budget, opened };
  const outer = () =>
    readContainer({ root, archive, prefix: '', grants: () => [], problem, budget, isOuter: true });
  if (isPodCheckpoint(root)) {
    const { pod, containers, layouts } = await readPod(within);
    return [...containers, ...layouts, { ...(await outer()), pod: { ...pod, containers } }];
  }
  if (isOciLayout(root)) {
    const { layout, containers } = await readLayout(within);
    return [...containers, { ...(await outer()), layout }];
  }
  if (isDockerArchive(root)) {
    const bundles = await dockerBundles(root, { report: () => {}, budget });
    const containers: ContainerSubject[] = [];
    for (const { tree, archive: layer, layer: name } of bundles) {
      opened.push(tree);
      const one = { root: tree, archive: layer, prefix: `${name}/`, grants, problem, budget };
      containers.push(await readContainer(one));
    }
    return [...containers, await outer()];
  }
  const inFolders = await readFolders(within);
  if (inFolders !== undefined) return [...inFolders, await outer()];
  return [await readContainer({ root, archive, prefix: '', grants, problem, budget })];
}

/** What an engine wrote, and not `criu dump` alone. */
export const isOfEngine = (root: ImageDirectory): boolean =>
  isPodCheckpoint(root) ||
  isOciLayout(root) ||
  isDockerArchive(root) ||
  root.list().some(({ name, kind }) => kind === 'file' && /^(config|spec)\.dump$/.test(name));

/** Containers whose engine's files lie in folders of their own; undefined where there are none of these. */
async function readFolders(
  input: Omit<ContainerInput, 'archive' | 'images' | 'documents'>,
): Promise<readonly ContainerSubject[] | undefined> {
  const { root } = input;
  const folders = new Map<string, ImageDirectory>();
  const others: TrustedDirectory[] = [];
  for (const found of await imageDirectories(root)) {
    const folder = engineFolderAround(root, found.directory);
    if (folder === undefined) others.push(found);
    else folders.set(folder.name, folder);
  }
  if (folders.size === 0) return undefined;
  const subjects: ContainerSubject[] = [];
  for (const [name, folder] of folders) {
    const prefix = `${name.slice(root.name.length).replace(/^\/+/, '')}/`;
    subjects.push(await readContainer({ ...input, root: folder, prefix }));
  }
  for (const images of others) subjects.push(await readContainer({ ...input, images }));
  return subjects;
}
