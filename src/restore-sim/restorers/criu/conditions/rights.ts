/** Who may restore it: capabilities, user namespaces, security modules. */
import { capabilityCount, capabilityNames } from '../../../../model/capabilities.ts';
import { firstOf, placeOf } from '../../../../model/from-criu/image.ts';
import { fileName } from '../../../../parse/criu/index.ts';
import { type Condition, condition } from '../../../conditions.ts';
import { isAlive, preorder } from '../context.ts';
import type { Scene } from './scene.ts';
import { usual } from './start.ts';

export function* rightsConditions(scene: Scene): Generator<Condition> {
  yield* capabilityConditions(scene);
  yield* labelConditions(scene);
  const { root, ownNamespaces } = scene.restore;
  if (!ownNamespaces.has('user')) return;
  const at = { file: fileName('USERNS', root?.ids?.user_ns_id ?? 0) };
  const remedy = 'sysctl user.max_user_namespaces above 0; run criu outside of other user namespaces';
  const maps = firstOf(scene.restore.image, 'USERNS', 'userns_entry', root?.ids?.user_ns_id ?? 0)?.fields;
  const [one, ...more] = maps?.uid_map ?? [];
  const isOwnUid = more.length === 0 && one?.lower_first === 0 && one.count === 1;
  yield condition('user-namespace', 'a new user namespace', remedy, at, {
    sysctls: 'user.max_user_namespaces',
    ...(isOwnUid && { isOwnUid: 1 }),
  });
  yield* lockedMount(scene);
}

/** uapi/linux/mount.h, as in /proc/mounts. */
const flagNames = [
  [2 ** 0, 'ro'],
  [2 ** 1, 'nosuid'],
  [2 ** 2, 'nodev'],
  [2 ** 3, 'noexec'],
  [2 ** 10, 'noatime'],
  [2 ** 11, 'nodiratime'],
  [2 ** 21, 'relatime'],
] as const;

/** The root is a copy of the mount of the host, made in the new namespace: what is set there cannot be taken back. */
function* lockedMount({ trees }: Scene): Generator<Condition> {
  const main = trees?.mainRoot;
  if (main === undefined) return;
  const bits = main.fields.flags ?? 0;
  const flags = flagNames.filter(([bit]) => (bits & bit) !== 0).map(([, name]) => name);
  const wanted = `a root that is mounted ${flags.length === 0 ? 'without flags' : flags.join(',')}, as it was`;
  const remedy = `mount -o remount,bind,${['rw', ...flags].join(',')} the root of the restore`;
  yield usual(condition('locked-mount', wanted, remedy, main.at, { flags: flags.join(',') }));
}

const setPcap = 1n << 8n;
const all = (1n << BigInt(capabilityCount)) - 1n;

/**
 * CRIU gives a task what it has itself, and takes the rest out of its bounding set. A task that cannot be given its
 * capabilities dies; CRIU then waits without end for further threads, and for the init of a pid namespace that has
 * other tasks in it (4.2.1).
 */
function* capabilityConditions({ restore: { asked, root, ownNamespaces } }: Scene): Generator<Condition> {
  // A user namespace of its own gives the tree all of them.
  if (ownNamespaces.has('user')) return;
  const drop = asked.dropsCapabilities ? setPcap : 0n;
  const set = (asked.capabilities | drop) & all;
  if (set === 0n) return;
  const names = set === all ? 'all capabilities' : capabilityNames(set).join(', ');
  const remedy = 'run criu as root with all of them: it can give tasks only what it has';
  const facts = { capabilities: `0x${set.toString(16)}` };
  const one = condition('capabilities', names, remedy, asked.capabilitiesAt ?? root?.at ?? {}, facts);
  const alive = [...preorder(root)].filter(isAlive);
  const hasThreads = alive.some(({ threads }) => threads.length > 1);
  const hasOthers = ownNamespaces.has('pid') && alive.length > 1;
  yield hasThreads || hasOthers ? { ...one, otherwise: 'hangs' } : one;
}

/** images/inventory.proto: lsmtype. */
const modules: Readonly<Record<number, string>> = { 1: 'SELinux', 2: 'AppArmor' };

function* labelConditions({ restore: { image, asked } }: Scene): Generator<Condition> {
  const inventory = firstOf(image, 'INVENTORY', 'inventory_entry');
  const type = inventory?.fields.lsmtype ?? 0;
  if (inventory === undefined || asked.profiles.size === 0 || type === 0) return;
  const module = modules[type] ?? `security module ${type}`;
  const other = 'restore on a host of that security module, or give --lsm-profile with its own';
  yield condition('lsm-type', module, other, placeOf(inventory), { lsm: module });
  for (const [profile, at] of asked.profiles) {
    const word = module.toLowerCase();
    const remedy =
      type === 2
        ? `load the profile, or criu restore --lsm-profile ${word}:PROFILE`
        : `criu restore --lsm-profile ${word}:LABEL where the container has another label; Podman does it with --pod`;
    yield condition('lsm-profile', `${module} ${profile}`, remedy, at, { lsm: module, profile });
  }
}
