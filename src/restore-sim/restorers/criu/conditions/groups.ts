/** Control groups: the hierarchies and cpusets that a restore needs, and the group that tasks end up in. */
import { type Entry, entriesOf, placeOf, textOf } from '../../../../model/from-criu/image.ts';
import type {
  CgControllerEntry,
  CgMemberEntry,
  CgroupDirEntry,
  CgroupEntry,
} from '../../../../parse/generated/criu-descriptors.ts';
import { type Condition, type ConditionFacts, condition } from '../../../conditions.ts';
import type { RestorerOptions } from '../../../restorer-options.ts';
import { isAlive, preorder } from '../context.ts';
import type { Scene } from './scene.ts';
import { usual } from './start.ts';

export function* groupConditions(scene: Scene): Generator<Condition> {
  yield* hierarchies(scene);
  yield* cpusets(scene);
  yield* emptyCpusets(scene);
  yield* frozen(scene);
}

/** Hierarchies are mounted by name in every mode but "ignore" (criu/cgroup.c, prepare_cgroup_sfd). */
function* hierarchies({ restore: { image } }: Scene): Generator<Condition> {
  const told = new Set<string>();
  for (const entry of entriesOf(image, 'CGROUP', 'cgroup_entry')) {
    for (const { cnames = [] } of entry.fields.controllers ?? []) {
      const names = cnames.map((name) => textOf(name) ?? '').join(',');
      if (told.has(names)) continue;
      told.add(names);
      const version = names === '' ? 2 : 1;
      const wanted =
        version === 2 ? 'control groups of version 2' : `control groups of version 1 with ${names}`;
      const remedy =
        'criu restore --manage-cgroups=ignore, runc and crun --manage-cgroups-mode ignore: tasks stay in the groups of whoever restores';
      yield condition('cgroup-hierarchy', wanted, remedy, placeOf(entry), { controllers: names, version });
    }
  }
}

interface Directory {
  /** `memory:/a/b`; `:/a/b` of version 2. */
  readonly name: string;
  /** The one above it, where that is none of the image. */
  readonly above: string | undefined;
}

/** Directories that are made or looked for: those at the top of the image may lie deeper in the hierarchy. */
export function* directoriesOf({ restore: { image }, options }: Scene): Generator<Directory> {
  for (const { fields } of entriesOf(image, 'CGROUP', 'cgroup_entry')) {
    for (const controller of fields.controllers ?? []) {
      const names = namesOf(controller);
      const root = newRoot(names, options);
      const prefixes = membersOf(fields, names).map(({ cgns_prefix: prefix = 0 }) => prefix);
      const dirs = (controller.dirs ?? []).map((dir) => {
        const name = textOf(dir.dir_name) ?? '';
        const moved = root === undefined ? name : moveName(name, prefixes[0] ?? 0, root);
        return { ...dir, dir_name: moved };
      });
      yield* below(`${names.join(',')}:`, dirs, true);
    }
  }
}

const namesOf = ({ cnames = [] }: CgControllerEntry): readonly string[] =>
  cnames.map((name) => textOf(name) ?? '');

/** Members of a set for a controller have one of its names. */
const membersOf = ({ sets = [] }: CgroupEntry, names: readonly string[]): readonly CgMemberEntry[] =>
  sets.flatMap(({ ctls = [] }) => ctls.filter(({ name }) => names.includes(textOf(name) ?? '')));

/** --cgroup-root [CONTROLLER:]/PATH: the last for all, or one for a controller. */
function newRoot(names: readonly string[], options: RestorerOptions | undefined): string | undefined {
  const given = (options?.values('--cgroup-root') ?? []).map((value) => {
    const [, controller, path = ''] = /^(?:([^/]*):)?(\/.*)$/s.exec(value) ?? [];
    return { controller, path };
  });
  const own = given.find(({ controller }) => controller !== undefined && names.includes(controller));
  return (own ?? given.findLast(({ controller }) => controller === undefined))?.path;
}

/** criu/cgroup.c, rewrite_cgsets: the prefix is that of a namespace, and includes the slash that names lack. */
const moveName = (name: string, prefix: number, root: string): string =>
  prefix > 0 ? `${root}${name.slice(prefix - 1)}` : root;

function* below(prefix: string, dirs: readonly CgroupDirEntry[], isTop: boolean): Generator<Directory> {
  for (const { dir_name: own, children = [] } of dirs) {
    const name = `${prefix}/${(textOf(own) ?? '').replace(/^\//, '')}`;
    const end = name.lastIndexOf('/');
    yield { name, above: isTop && end > prefix.length ? name.slice(0, end) : undefined };
    yield* below(name.replace(/\/$/, ''), children, false);
  }
}

/** What a cpuset has is of the one above it; CRIU fills in only those that the image has (4.2.1). */
function* cpusets(scene: Scene): Generator<Condition> {
  const mode = scene.options?.values('--manage-cgroups').at(-1) ?? 'soft';
  if (mode === 'ignore' || mode === 'none' || mode === 'props') return;
  const [entry] = entriesOf(scene.restore.image, 'CGROUP', 'cgroup_entry');
  for (const { name, above } of directoriesOf(scene)) {
    if (above === undefined || entry === undefined || !/^([^:]*,)?cpuset(,[^:]*)?:/.test(name)) continue;
    const wanted = `processors and memory nodes in ${above}`;
    const remedy = 'make it first, with cpuset.cpus and cpuset.mems; or give --manage-cgroups=ignore';
    yield usual(condition('cpuset-above', wanted, remedy, placeOf(entry), { directory: name, above }));
  }
}

/** CRIU fills in what it makes, and never what is there already, whatever the mode (4.2.1). */
function* emptyCpusets(scene: Scene): Generator<Condition> {
  const mode = scene.options?.values('--manage-cgroups').at(-1) ?? 'soft';
  const [entry] = entriesOf(scene.restore.image, 'CGROUP', 'cgroup_entry');
  if (entry === undefined || mode === 'ignore' || mode === 'strict') return;
  for (const directory of joined(scene, entry, ['cpuset'])) {
    if (!directory.startsWith('cpuset:')) continue;
    const wanted = `processors and memory nodes in ${directory}, where it is there`;
    const remedy = 'write its cpuset.cpus and cpuset.mems, or take it away; or give --manage-cgroups=ignore';
    yield usual(condition('cpuset-filled', wanted, remedy, placeOf(entry), { directory }));
  }
}

/** Groups that tasks join, but for tops. */
function joined({ restore, options }: Scene, entry: Entry<'cgroup_entry'>, controllers: readonly string[]) {
  const names = new Set<string>();
  for (const item of preorder(restore.root)) {
    if (!isAlive(item)) continue;
    for (const controller of controllers) {
      const name = placeOfSet(entry, item.cgroupSet ?? 0, controller, options);
      if (name !== undefined && !name.endsWith(':/')) names.add(name);
    }
  }
  return names;
}

/** Those of the controllers that stop tasks: those of version 2 can. Tops cannot be frozen. */
function* frozen(scene: Scene): Generator<Condition> {
  const [entry] = entriesOf(scene.restore.image, 'CGROUP', 'cgroup_entry');
  if (entry === undefined || scene.options?.values('--manage-cgroups').at(-1) === 'ignore') return;
  const names = joined(scene, entry, ['freezer', '']);
  if (names.size === 0) return;
  const directories = [...names].join(' ');
  const remedy =
    'echo THAWED > freezer.state, or 0 > cgroup.freeze, of it and of those above; or give --manage-cgroups=ignore';
  const wanted = `control groups ${directories} that are not frozen`;
  yield usual(condition('cgroup-thawed', wanted, remedy, placeOf(entry), { directories }));
}

/**
 * Facts of the group whose limit of a controller counts for tasks: none where they stay in that of the restorer;
 * `group`, its directory, or nothing where tasks are in different ones.
 */
export function groupFacts({ restore, options }: Scene, controller: string): ConditionFacts {
  if (options?.values('--manage-cgroups').at(-1) === 'ignore') return {};
  const [entry] = entriesOf(restore.image, 'CGROUP', 'cgroup_entry');
  const sets = new Set<number>();
  for (const item of preorder(restore.root)) if (isAlive(item)) sets.add(item.cgroupSet ?? 0);
  const places = new Set([...sets].map((id) => placeOfSet(entry, id, controller, options)));
  const [first] = places;
  if (places.size === 1 && first === undefined) return {};
  return { group: places.size === 1 && first !== undefined ? first : '' };
}

/** Undefined for a set that the image does not have: it is that of whoever dumped, and becomes that of the restorer. */
function placeOfSet(
  entry: Entry<'cgroup_entry'> | undefined,
  id: number,
  controller: string,
  options: RestorerOptions | undefined,
): string | undefined {
  const set = entry?.fields.sets?.find((one) => one.id === id);
  const nameOf = ({ name }: CgMemberEntry) => textOf(name) ?? '';
  const own =
    set?.ctls?.find((one) => nameOf(one) === controller) ?? set?.ctls?.find((one) => nameOf(one) === '');
  if (own === undefined) return undefined;
  const name = nameOf(own);
  const root = newRoot([name], options);
  const path = textOf(own.path) ?? '';
  return `${name}:${root === undefined ? path : movePath(path, own, topsOf(entry, name), root)}`;
}

const topsOf = (entry: Entry<'cgroup_entry'> | undefined, name: string): readonly string[] =>
  (entry?.fields.controllers ?? [])
    .filter((one) => namesOf(one).includes(name))
    .flatMap(({ dirs = [] }) => dirs.map(({ dir_name: dir }) => textOf(dir) ?? ''));

function movePath(
  path: string,
  { cgns_prefix: prefix = 0 }: CgMemberEntry,
  tops: readonly string[],
  root: string,
) {
  const top = tops.find((one) => path.slice(1).startsWith(one));
  if (top === undefined) return path;
  return `${root}${path.slice(prefix > 0 ? prefix : top.length + 1)}`;
}
