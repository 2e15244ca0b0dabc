/** Control groups: the trees that were dumped, and the group of each task in every hierarchy. */
import type { CgroupDirEntry, CgroupEntry } from '../../parse/generated/criu-descriptors.ts';
import type { Cgroup, Task } from '../checkpoint.ts';
import type { Mutable } from '../checkpoint-draft.ts';
import { follow } from '../look-up.ts';
import type { Context } from './draft.ts';
import { firstOf, placeOf, textOf } from './image.ts';

/** cgroup.c: a hierarchy whose only controller has an empty name is the unified one. */
const unified = 'cgroup2';

const nameOf = (name: string | Uint8Array | undefined): string => textOf(name) || unified;

export function collectCgroups(context: Context): void {
  const { image, model } = context;
  const entry = firstOf(image, 'CGROUP', 'cgroup_entry');
  if (entry === undefined) return;
  const place = placeOf(entry);
  const at = { at: place.offset ?? 0, file: entry.file };
  const joined = new Set<string>();
  for (const { cnames = [], dirs = [] } of entry.fields.controllers ?? []) {
    const names = cnames.map(nameOf);
    for (const name of names) joined.add(name);
    const groups: Mutable<Cgroup>[] = [];
    const byPath = new Map<string, Mutable<Cgroup>>();
    const add = (directory: CgroupDirEntry, parent: number, above: string): void => {
      const path = `${above}/${(textOf(directory.dir_name) ?? '').replace(/^\/+/, '')}`;
      const group = {
        ...at,
        index: groups.length,
        parent,
        flags: 0,
        name: textOf(directory.dir_name),
        pids: [],
      };
      groups.push(group);
      byPath.set(path, group);
      for (const child of directory.children ?? []) add(child, group.index, path === '/' ? '' : path);
    };
    for (const directory of dirs) add(directory, -1, '');
    addMembers(entry.fields, model.tasks, new Set(names), groups, byPath, at);
    model.cgroups.push({ ...at, mountOptions: names.join(','), groups });
  }
  // Hierarchies in which no group was dumped: the tasks are in the one that the dump was made in.
  const others = new Set(
    (entry.fields.sets ?? []).flatMap(({ ctls = [] }) => ctls.map(({ name }) => nameOf(name))),
  );
  for (const name of others) {
    if (joined.has(name)) continue;
    const groups: Mutable<Cgroup>[] = [];
    addMembers(entry.fields, model.tasks, new Set([name]), groups, new Map(), at);
    model.cgroups.push({ ...at, mountOptions: name, groups });
  }
}

/** Groups that only a set names are not dumped, and stand without a parent. */
function addMembers(
  { sets = [] }: CgroupEntry,
  tasks: readonly Task[],
  names: ReadonlySet<string>,
  groups: Mutable<Cgroup>[],
  byPath: Map<string, Mutable<Cgroup>>,
  at: { readonly at: number; readonly file: string },
): void {
  const paths = new Map<number, string>();
  for (const { id = 0, ctls = [] } of sets) {
    const member = ctls.find(({ name }) => names.has(nameOf(name)));
    if (member !== undefined) paths.set(id, textOf(member.path) || '/');
  }
  const pathOf = ({ cgroupSet }: Task) => follow(paths, cgroupSet);
  const leaders = new Map(
    tasks.filter(({ pid, tgid }) => pid === tgid).map((task) => [task.pid, pathOf(task)]),
  );
  for (const task of tasks) {
    const path = pathOf(task);
    // A thread is named where it is not with its leader.
    if (path === undefined || (task.pid !== task.tgid && leaders.get(task.tgid) === path)) continue;
    let group = byPath.get(path);
    if (group === undefined) {
      group = { ...at, index: groups.length, parent: -1, flags: 0, name: path, pids: [] };
      groups.push(group);
      byPath.set(path, group);
    }
    group.pids.push(task.pid);
  }
  for (const group of groups) group.pids.sort((a, b) => a - b);
}
