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

/** What is kept of the ids of tasks, of which there may be many. */
export class SeenNamespaces {
  /** Of the first task that has any. */
  root: TaskKobjIdsEntry | undefined;
  readonly mounts = new Set<number>();

  /** In the order of the tree. */
  add(ids: TaskKobjIdsEntry | undefined): void {
    this.root ??= ids;
    if (ids?.mnt_ns_id !== undefined) this.mounts.add(ids.mnt_ns_id);
  }
}

export function namespaceFiles(
  inventory: InventoryEntry | undefined,
  { root, mounts }: SeenNamespaces,
): readonly NamespaceFile[] {
  const outer = inventory?.root_ids;
  if (outer === undefined || inventory?.ns_per_id !== true || root === undefined) return [];
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
