/** The namespaces of an image: whose they are, and what it holds of them. */
import { type CriuImage, firstOf, hasFile, textOf } from '../../../model/from-criu/image.ts';
import { fileName, type ImageTypeName } from '../../../parse/criu/index.ts';
import type {
  InventoryEntry,
  TaskKobjIdsEntry,
  UidGidExtent,
} from '../../../parse/generated/criu-descriptors.ts';
import type { IdMapping } from '../../trust/grants/grants.ts';
import type { NamespaceFacts, NamespaceIds, UserNamespace } from '../../trust/image-facts.ts';
import { idsOfType } from './files.ts';

export function namespaceIds(entry: TaskKobjIdsEntry): NamespaceIds {
  const { pid_ns_id, net_ns_id, ipc_ns_id, uts_ns_id, mnt_ns_id, user_ns_id } = entry;
  return {
    ...(pid_ns_id !== undefined && { pid: pid_ns_id }),
    ...(net_ns_id !== undefined && { network: net_ns_id }),
    ...(ipc_ns_id !== undefined && { ipc: ipc_ns_id }),
    ...(uts_ns_id !== undefined && { uts: uts_ns_id }),
    ...(mnt_ns_id !== undefined && { mount: mnt_ns_id }),
    ...(user_ns_id !== undefined && { user: user_ns_id }),
  };
}

/** Those of control groups and time, too. */
export const allNamespaceIds = (entry: TaskKobjIdsEntry): readonly number[] =>
  Object.entries(entry).flatMap(([name, id]) =>
    name.endsWith('_ns_id') && typeof id === 'number' ? [id] : [],
  );

/** `livedIn`: those of all processes. */
export function readNamespaces(
  image: CriuImage,
  inventory: InventoryEntry | undefined,
  livedIn: readonly number[],
): NamespaceFacts {
  const ofDumper = inventory?.root_ids;
  // Nested ones have images of their own.
  const held = heldTypes.flatMap((type) => numbersOf(image, type));
  return {
    ofDumper: ofDumper === undefined ? {} : namespaceIds(ofDumper),
    unsaid:
      inventory === undefined || ofDumper !== undefined
        ? undefined
        : { file: fileName('INVENTORY'), offset: 0, field: 'root_ids absent' },
    known: new Set([...livedIn, ...held]),
    foreign: new Set(ofDumper === undefined ? [] : allNamespaceIds(ofDumper)),
    external: externalNamespaces(image),
    emptyNetworks: new Set(
      numbersOf(image, 'NETNS').filter((id) => hasFile(image, 'NETNS', id) && !hasFile(image, 'NETDEV', id)),
    ),
    users: userNamespaces(image),
    userFile: (id) => fileName('USERNS', id),
  };
}

const numbersOf = (image: CriuImage, type: ImageTypeName): readonly number[] =>
  idsOfType(image, type).flatMap((id) => id ?? []);

const heldTypes = ['NETNS', 'UTSNS', 'PIDNS', 'USERNS', 'MNTS', 'IPC_VAR', 'TIMENS'] as const;

function externalNamespaces(image: CriuImage): NamespaceFacts['external'] {
  const found: NamespaceFacts['external'][number][] = [];
  for (const [fileType, message, type] of [
    ['NETNS', 'netns_entry', 'network'],
    ['PIDNS', 'pidns_entry', 'pid'],
  ] as const)
    for (const id of idsOfType(image, fileType)) {
      const entry = firstOf(image, fileType, message, id);
      const key = textOf(entry?.fields.ext_key);
      if (entry === undefined || key === undefined || key === '') continue;
      found.push({ file: entry.file, offset: entry.at, type, key });
    }
  return found;
}

function userNamespaces(image: CriuImage): readonly UserNamespace[] {
  return numbersOf(image, 'USERNS').map((id) => {
    const entry = firstOf(image, 'USERNS', 'userns_entry', id);
    return {
      id,
      file: fileName('USERNS', id),
      offset: entry?.at ?? 0,
      uids: (entry?.fields.uid_map ?? []).map(mappingOf),
      gids: (entry?.fields.gid_map ?? []).map(mappingOf),
    };
  });
}

const mappingOf = ({ first = 0, lower_first = 0, count = 0 }: UidGidExtent): IdMapping => ({
  first,
  host: lower_first,
  count,
});
