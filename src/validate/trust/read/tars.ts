/** The tar archives inside of an archive: headers only, unpacked nowhere. */

import type { ImageDirectory } from '../../../parse/archive/image-directory.ts';
import type { ListBudget } from '../../../parse/archive/list-budget.ts';
import { listTar } from '../../../parse/archive/tar-headers.ts';
import type { TrustFamily } from '../family.ts';
import type { InnerTar } from '../subject.ts';

/** Those beside the images. A problem is told where a list is not whole. */
export async function readEngineTars(
  root: ImageDirectory,
  prefix: string,
  problem: (member: string, text: string) => void,
  budget: ListBudget,
): Promise<readonly InnerTar[]> {
  const found: InnerTar[] = [];
  const read = async (directory: ImageDirectory, name: string, member: string, kind: InnerTar['kind']) => {
    const listed = await readTar(directory, name, (text) => problem(member, text), budget);
    if (listed !== undefined) found.push({ member, kind, ...listed });
  };
  await read(root, 'devshm-checkpoint.tar', `${prefix}devshm-checkpoint.tar`, 'devshm');
  const volumes = root.directory('volumes');
  for (const { name, kind } of volumes?.list() ?? [])
    if (volumes !== undefined && kind === 'file' && name.endsWith('.tar'))
      await read(volumes, name, `${prefix}volumes/${name}`, 'volume');
  // The largest, so that its files leave room for all others.
  await read(root, 'rootfs-diff.tar', `${prefix}rootfs-diff.tar`, 'rootfs');
  return found;
}

/** Contents of tmpfs mounts, which a restore gives to tar as root. */
export async function readTmpfsTars(
  images: ImageDirectory,
  isTmpfsArchive: TrustFamily['isTmpfsArchive'],
  prefix: string,
  problem: (member: string, text: string) => void,
  budget: ListBudget,
): Promise<readonly InnerTar[]> {
  const found: InnerTar[] = [];
  for (const { name, kind } of images.list()) {
    if (kind !== 'file' || !isTmpfsArchive(name)) continue;
    const member = `${prefix}${name}`;
    const listed = await readTar(images, name, (text) => problem(member, text), budget);
    if (listed !== undefined) found.push({ member, kind: 'tmpfs', ...listed });
  }
  return found;
}

async function readTar(
  directory: ImageDirectory,
  name: string,
  problem: (text: string) => void,
  budget: ListBudget,
): Promise<Pick<InnerTar, 'members' | 'ordinary'> | undefined> {
  const source = directory.open(name);
  if (source === undefined) return undefined;
  try {
    const { problem: why, ...listed } = await listTar(source, { budget, setsOrdinaryApart: true });
    if (why !== undefined) problem(why);
    return listed;
  } finally {
    source.close();
  }
}
