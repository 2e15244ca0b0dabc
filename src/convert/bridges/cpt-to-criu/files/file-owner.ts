/** Who gets SIGIO of a file: fown_entry. */
import type { OpenFile } from '../../../../model/checkpoint.ts';
import type { FownEntry } from '../../../../parse/generated/criu-descriptors.ts';
import type { Conversion } from '../context.ts';
import type { Tree } from '../tree.ts';

/** F_OWNER_PID and F_OWNER_PGRP of fcntl(2). */
const ownerType = { process: 1, group: 2 } as const;

export const noOwner: FownEntry = { uid: 0, euid: 0, signum: 0, pid_type: 0, pid: 0 };

/** A negative pid is a process group. fcntl(2) fails for an owner that does not exist. */
export function ownerOf(
  { tree, losses }: Conversion,
  { owner, at }: Pick<OpenFile, 'owner' | 'at'>,
): FownEntry {
  const { pid, uid, euid, signo } = owner;
  if (pid === 0) return { ...noOwner, signum: signo };
  const isKnown = pid > 0 ? tree.byPid.has(pid) : groupsOf(tree).has(-pid);
  if (!isKnown) {
    losses.add('file-owner', `process ${pid}`, { at });
    return { ...noOwner, signum: signo };
  }
  const pid_type = pid > 0 ? ownerType.process : ownerType.group;
  return { uid, euid, signum: signo, pid_type, pid: Math.abs(pid) };
}

/** Asked for every file. */
function groupsOf(tree: Tree): ReadonlySet<number> {
  const groups = knownGroups.get(tree) ?? new Set(tree.processes.map(({ pgid }) => pgid));
  knownGroups.set(tree, groups);
  return groups;
}

const knownGroups = new WeakMap<Tree, ReadonlySet<number>>();
