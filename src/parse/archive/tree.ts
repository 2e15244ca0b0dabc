/** A file as a tree: the members of a tar archive, or nothing but itself. */
import type { Report } from '../../diagnostic.ts';
import { baseName } from '../../path-name.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { type ImageDirectory, treeDirectory } from './image-directory.ts';
import type { ListBudget } from './list-budget.ts';
import { isTarHeader, tarMembers } from './tar.ts';
import { rangeSource } from './windowed-source.ts';

/** `archive`: its unpacked bytes, where it is one. */
export type OpenedTree = ImageDirectory & { readonly archive?: ByteSource };

export const headOf = (source: ByteSource): Uint8Array => source.view(0, Math.min(512, source.size));

/** The members of a tar archive, which is closed with the tree; undefined for anything else. */
export function treeOf(archive: ByteSource, report: Report, budget?: ListBudget): OpenedTree | undefined {
  if (!isTarHeader(headOf(archive))) return undefined;
  return {
    ...treeDirectory(archive.name, tarMembers(archive, report, budget), () => archive.close()),
    archive,
  };
}

/** A tree of nothing but that file. */
export function singleFile(source: ByteSource, name = baseName(source.name)): ImageDirectory {
  const open = (): ByteSource => rangeSource(source, 0, source.size, name);
  const member = { path: name, kind: 'file', size: source.size, open } as const;
  return treeDirectory(source.name, [member], () => source.close());
}
