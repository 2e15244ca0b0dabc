/**
 * Namespaces of the root that are not those of whoever dumped it are made from files; tasks below it may have
 * other mounts. A tree in the host's namespaces has no such file, and lacks none.
 */
import { fileName, type ImageTypeName } from '../../parse/criu/index.ts';
import type { InventoryEntry, TaskKobjIdsEntry } from '../../parse/generated/criu-descriptors.ts';

export interface NamespaceFile {
  readonly file: string;
  readonly isOfRoot: boolean;
}

/** `ids` are those of all tasks that have any, in the order of the tree. */
export function namespaceFiles(
  inventory: InventoryEntry | undefined,
  ids: Iterable<TaskKobjIdsEntry>,
): readonly NamespaceFile[] {
  const outer = inventory?.root_ids;
  if (outer === undefined || inventory?.ns_per_id !== true) return [];
  let root: TaskKobjIdsEntry | undefined;
  const mounts = new Set<number>();
  for (const own of ids) {
    root ??= own;
    if (own.mnt_ns_id !== undefined) mounts.add(own.mnt_ns_id);
  }
  if (root === undefined) return [];
  const { uts_ns_id, ipc_ns_id, mnt_ns_id, user_ns_id } = root;
  const needed: readonly (readonly [ImageTypeName, number | undefined, number | undefined])[] = [
    ['UTSNS', uts_ns_id, outer.uts_ns_id],
    ['IPC_VAR', ipc_ns_id, outer.ipc_ns_id],
    ...(mnt_ns_id === outer.mnt_ns_id ? [] : [...mounts].map((id) => ['MNTS', id, outer.mnt_ns_id] as const)),
    ['USERNS', user_ns_id, outer.user_ns_id],
  ];
  return needed.flatMap(([type, own, host]) =>
    own === undefined || host === undefined || own === host
      ? []
      : { file: fileName(type, own), isOfRoot: type !== 'MNTS' || own === mnt_ns_id },
  );
}
