/** What has to be there before a restore and is not in the image: files opened by name, and mounts. */
import type { Checkpoint, FileKind } from '../../model/checkpoint.ts';
import { type Condition, type PathKind, pathCondition } from '../conditions.ts';

const needKinds: { readonly [Kind in FileKind]?: PathKind } = {
  regular: 'file',
  directory: 'directory',
  'character-device': 'device',
  'block-device': 'device',
  fifo: 'file',
  symlink: 'file',
};

/** Each path once, in the order in which the checkpoint mentions it. */
export function conditionsOf({ files, fsStructs, mounts }: Checkpoint): readonly Condition[] {
  const needs = new Map<string, Condition>();
  const need = (kind: PathKind, path: string | undefined, at: number) => {
    if (path?.startsWith('/') && !needs.has(`${kind} ${path}`))
      needs.set(`${kind} ${path}`, pathCondition(kind, path, { offset: at }));
  };
  for (const mount of mounts.values()) {
    if (mount.isExternal) need('mount', mount.mountpoint, mount.at);
  }
  for (const { root, cwd } of fsStructs.values()) {
    for (const place of [root, cwd]) if (place?.isDeleted === false) need('directory', place.path, place.at);
  }
  for (const { kind, path, isDeleted, at } of files.values()) {
    const needed = needKinds[kind];
    if (needed !== undefined && !isDeleted) need(needed, path, at);
  }
  return [...needs.values()];
}
