/** Who restores: rights, namespaces, filters, security modules. */
import { capabilityNames } from '../../../model/capabilities.ts';
import {
  capabilitiesOf,
  capability,
  hasCapability,
  hasFact,
  hasOption,
  type Judge,
  type Judgement,
  judged,
  mountOf,
  numberFact,
  textFact,
} from './judge.ts';
import { unlessCached } from './kernel-cache.ts';
import { hostPathJudge } from './paths.ts';

/** criu/crtools.c, check_caps: root, or CAP_SYS_ADMIN or CAP_CHECKPOINT_RESTORE with --unprivileged. */
export const rightToRestoreJudge: Judge = (_, situation): Judgement => {
  const { host, options } = situation;
  const uid = host?.restorer?.uid;
  if (uid === 0) return 'met';
  const canRestore = hasCapability(situation, capability.checkpointRestore);
  const canAdmin = hasCapability(situation, capability.sysAdmin);
  if (canRestore === undefined || canAdmin === undefined || uid === undefined) return 'open';
  if (!canRestore && !canAdmin) return { found: `uid ${uid} without such a capability` };
  return judged(options?.has('--unprivileged') ?? undefined, `uid ${uid}, and --unprivileged is not given`);
};

/** Fact `capabilities`: a set. In a pid namespace of its own, tasks that die of it are waited for (`isInit`). */
export const capabilitiesJudge: Judge = (condition, situation): Judgement => {
  const own = capabilitiesOf(situation);
  if (own === undefined) return 'open';
  const missing = BigInt(textFact(condition, 'capabilities')) & ~own;
  return judged(missing === 0n, `${capabilityNames(missing).join(', ')} missing`);
};

/** What CRIU leaves out when it is told that it has not all rights (--unprivileged). */
export const privilegedJudge: Judge = (condition, situation): Judgement => {
  const isPrivileged = situation.options?.has('--unprivileged') !== true;
  if (!isPrivileged) return 'met';
  return (hasFact(condition, 'bit') ? capabilityJudge : capabilitiesJudge)(condition, situation);
};

/** One capability of CRIU itself: fact `bit`. */
export const capabilityJudge: Judge = (condition, situation): Judgement =>
  judged(hasCapability(situation, numberFact(condition, 'bit')), 'the restorer has it not');

/** Facts: `uid`, `gid`, `isChanged` where more than they is set, `isDevice`, `isTerminal`. */
export const ownerJudge: Judge = (condition, situation): Judgement => {
  const { uid, gid } = situation.host?.restorer ?? {};
  const isOfOther = uid !== undefined && uid !== numberFact(condition, 'uid');
  const isOfGroup = gid !== undefined && gid !== numberFact(condition, 'gid');
  const needed = [
    ...(isOfOther || isOfGroup ? (['chown'] as const) : []),
    ...(isOfOther && hasFact(condition, 'isChanged') ? (['fowner'] as const) : []),
    ...(hasFact(condition, 'isDevice') ? (['mknod'] as const) : []),
  ];
  if (capabilitiesOf(situation) === undefined) return 'open';
  const missing = needed.filter((name) => hasCapability(situation, capability[name]) === false);
  if (missing.length === 0) return uid === undefined || gid === undefined ? 'open' : 'met';
  const found = `CAP_${missing.join(' and CAP_').toUpperCase()} missing`;
  // devpts gives its terminals a group of its own (gid=).
  return hasFact(condition, 'isTerminal') && !isOfOther ? { maybe: found } : { found };
};

/** Fact `port`; `isHere` where the setting is that of the network of the restorer. */
export const lowPortJudge: Judge = (condition, situation): Judgement => {
  const canBind = hasCapability(situation, capability.netBindService);
  if (canBind !== false) return canBind === true ? 'met' : 'open';
  const isHere = hasFact(condition, 'isHere');
  const first = situation.host?.sysctls?.[firstFreePort];
  if (isHere && first === undefined) return 'open';
  const found = isHere ? `${firstFreePort} ${first}` : 'the restorer has it not';
  return judged(isHere && numberFact(condition, 'port') >= Number(first), found);
};
const firstFreePort = 'net.ipv4.ip_unprivileged_port_start';

/** The one that maps every user to itself is the first. */
export const userNamespaceJudge: Judge = (_, { host }): Judgement => {
  const map = host?.restorer?.uidMap;
  if (map === undefined) return 'open';
  const isInitial = map.length === 1 && map[0]?.trim().split(/\s+/).join(' ') === '0 0 4294967295';
  return judged(isInitial, `a user namespace that maps ${map.join('; ')}`);
};

export const namespaceCountJudge: Judge = (condition, { host }): Judgement => {
  const names = textFact(condition, 'sysctls').split(' ').filter(Boolean);
  const known = names.filter((name) => Object.hasOwn(host?.sysctls ?? {}, name));
  const none = known.find((name) => host?.sysctls?.[name] === '0');
  if (none !== undefined) return { found: `${none} 0` };
  return known.length === names.length ? 'met' : 'open';
};

/** kernel/user_namespace.c, new_idmap_permitted: its own uid alone whoever made it may map. Fact `isOwnUid`. */
export const ownUserNamespaceJudge: Judge = (condition, situation): Judgement => {
  const counted = namespaceCountJudge(condition, situation);
  if (typeof counted !== 'string') return counted;
  if (capabilitiesOf(situation) === undefined) return 'open';
  const needed = hasFact(condition, 'isOwnUid') ? (['setGid'] as const) : (['setGid', 'setUid'] as const);
  const missing = needed.filter((name) => hasCapability(situation, capability[name]) === false);
  if (missing.length === 0) return counted;
  const found = `CAP_${missing.join(' and CAP_').toUpperCase()} missing: its maps cannot be written`;
  return { found, remedy: 'run criu as root with it' };
};

/** Facts: names of calls, that CRIU cannot do without. */
export const callsJudge: Judge = (condition, { host }): Judgement => {
  const { seccomp, deniedCalls } = host?.restorer ?? {};
  if (seccomp === 0) return 'met';
  if (deniedCalls === undefined) return 'open';
  const needed = new Set(textFact(condition, 'calls').split(' '));
  const denied = Object.keys(deniedCalls).filter((name) => needed.has(name));
  return judged(denied.length === 0, `${denied.join(', ')} refused`);
};

export const noFilterJudge: Judge = (_, { host }): Judgement => {
  const seccomp = host?.restorer?.seccomp;
  return judged(seccomp === undefined ? undefined : seccomp === 0, 'a filter is on the restorer');
};

export const noNewPrivilegesJudge: Judge = (_, { host }): Judgement => {
  const flag = host?.restorer?.noNewPrivileges;
  return judged(flag === undefined ? undefined : !flag, 'no_new_privs is set on the restorer');
};

/** Fact `lsm`: SELinux or AppArmor. */
export const lsmJudge: Judge = (condition, { host }): Judgement => {
  const modules = host?.security?.modules;
  const wanted = textFact(condition, 'lsm').toLowerCase();
  const found = modules?.length === 0 ? 'no such module' : (modules?.join(', ') ?? '');
  return judged(modules?.includes(wanted), found);
};

export const profileJudge: Judge = (condition, { host, options }): Judgement => {
  if (options?.has('--lsm-profile') === true) return 'met';
  const { profiles, modules } = host?.security ?? {};
  const profile = textFact(condition, 'profile').replace(/ \([a-z]+\)$/, '');
  // Labels of SELinux are no list: whether the policy knows one shows only when it is used.
  if (textFact(condition, 'lsm') !== 'AppArmor' || profiles === undefined) return 'open';
  if (modules?.includes('apparmor') === false) return 'open';
  return judged(profile === 'unconfined' || profiles.includes(profile), 'not loaded');
};

/** CRIU also writes there (clear_refs of itself), and reads settings (criu/kerndat.c). */
export const procJudge: Judge = (condition, situation): Judgement => {
  const { host } = situation;
  const isMounted = host?.features?.['proc'];
  const mount = mountOf(host, '/proc');
  if (isMounted !== true || mount?.point !== '/proc') return judged(isMounted, 'not mounted');
  if (host?.features?.['own-proc'] === false)
    return {
      found: 'that of another pid namespace',
      remedy: 'mount -t proc proc /proc (unshare --mount-proc)',
    };
  if (hasOption(mount, 'ro')) return { found: 'mounted read-only' };
  return unlessCached(() =>
    judged(mount.superOptions?.split(',').includes('subset=pid') !== true, 'mounted with subset=pid'),
  )(condition, situation);
};

/** /proc/sys may be mounted read-only by itself, or with all of /proc. */
export const settingsJudge: Judge = (_, { host }): Judgement => {
  const mount = mountOf(host, '/proc/sys/kernel');
  if (mount === undefined || !mount.point.startsWith('/proc')) return 'open';
  return judged(!hasOption(mount, 'ro'), '/proc/sys is read-only');
};

export const featureFlagJudge =
  (feature: string, found: string): Judge =>
  (_, { host }) =>
    judged(host?.features?.[feature], found);

/**
 * The namespace of a process, which /proc has, or a file that one is mounted on. Facts: `path`, `namespace`: its kind.
 * setns(2) refuses what is no namespace, and one of another kind.
 */
export const joinedJudge: Judge = (condition, situation): Judgement => {
  const { processes, mounts } = situation.host ?? {};
  const path = textFact(condition, 'path');
  const kind = textFact(condition, 'namespace');
  const [, pid, name = kind] = /^\/proc\/(\d+|self|thread-self)\/ns\/(\w+)$/.exec(path) ?? [];
  if (name.replace(/_for_children$/, '') !== kind) return { found: `a namespace of ${name}` };
  if (pid === undefined) {
    const judgement = hostPathJudge(condition, situation);
    const entry = situation.hostRoot?.stat(path);
    const isMounted = mounts?.some(({ point, type }) => point === (entry?.path ?? path) && type === 'nsfs');
    if (judgement !== 'met' || isMounted === true) return judgement;
    const found = 'a file on which no namespace is mounted';
    return (entry?.size ?? 0) > 0 || mounts !== undefined ? { found } : { maybe: found };
  }
  if (!/^\d/.test(pid)) return 'met';
  return judged(
    processes?.some((process) => process.pid === Number(pid)),
    `no process ${pid}`,
  );
};
