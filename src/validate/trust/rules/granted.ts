/** The spec of the archive against what the user says the container was to have: who forges images may forge the spec. */
import { allCapabilities, capabilityText } from '../capability.ts';
import type { Grants, MountGrant } from '../grants/grants.ts';
import { kubeletMounts } from '../grants/pod.ts';
import { cleaned, isEngineFolder, isSensitiveHostPath } from '../paths.ts';
import { type TrustReport, trustRule } from '../rule.ts';
import { samePath } from './mount-facts.ts';

const mend = 'Do not restore it: it has rights that were not asked for.';
const reference = 'CVE-2024-8676, CVE-2026-94603: specs of archives are restored as they are';

export const grantedRule = trustRule(
  {
    'trust-given-rights': {
      severity: 'error',
      meaning: 'The spec of the archive grants rights that the given spec or pod does not.',
      why: 'Images and spec of an archive can be forged together: only what is known from elsewhere tells.',
      bad: 'all capabilities in spec.dump, and an ordinary pod',
      good: 'rights of the pod, or fewer',
      mend,
      reference,
    },
    'trust-given-mount': {
      severity: 'error',
      meaning: 'The spec of the archive has a mount that the given spec or pod does not.',
      why: 'Engines that take mounts from the archive bind the path of the host.',
      bad: 'a bind of / in spec.dump, and a pod without volumes',
      good: 'volumes of the pod, and what kubelets and engines mount everywhere',
      mend,
      reference,
    },
    'trust-given-device': {
      severity: 'error',
      meaning: 'The spec of the archive has a device that the given spec or pod does not.',
      why: 'The runtime makes the node and allows it.',
      bad: '/dev/sda in linux.devices of spec.dump',
      good: 'devices that were asked for',
      mend,
      reference,
    },
  },
  (subject, report) => {
    const own = subject.grants.find(({ origin }) => origin === 'archive');
    if (own === undefined) return;
    for (const given of subject.grants) {
      if (given === own || given.isPrivileged) continue;
      judgeRights(own, given, report);
      if (given.origin === 'archive') continue;
      judgeIsolation(own, given, report);
      judgeMounts(own, given, report);
      judgeDevices(own, given, report);
    }
  },
);

type Report = TrustReport<keyof typeof grantedRule.pages & string>;

function judgeRights(own: Grants, given: Grants, report: Report): void {
  const at = (field: string) => ({ member: own.source, field });
  const say = (field: string, message: string) => report('trust-given-rights', at(field), message);
  if (own.capabilities !== undefined && given.capabilities !== undefined) {
    const extra = own.capabilities.bounding & ~given.capabilities.bounding & allCapabilities;
    if (extra !== 0n)
      say(
        'process.capabilities',
        `capabilities above given pod or spec: ${capabilityText(extra)}, not granted by ${given.source}`,
      );
    const ambient =
      own.capabilities.ambient &
      ~(given.capabilities.ambient | given.capabilities.bounding) &
      allCapabilities;
    if (ambient !== 0n)
      say(
        'process.capabilities.ambient',
        `ambient capabilities above given pod or spec: ${capabilityText(ambient)}`,
      );
  }
  const isRoot = own.uid === 0 || own.gid === 0;
  if (given.isNonRoot === true && own.uid === 0)
    say('process.user.uid', `uid above given pod or spec: 0, ${given.source} demands another`);
  else if (
    given.uid !== undefined &&
    given.uid !== 0 &&
    own.uid !== undefined &&
    own.uid !== given.uid &&
    isRoot
  )
    say('process.user.uid', `uid above given pod or spec: ${own.uid}, ${given.source} grants ${given.uid}`);
  if (given.noNewPrivileges === true && own.noNewPrivileges === false)
    say('process.noNewPrivileges', `no_new_privs below given pod or spec: ${given.source} demands it`);
  if (given.seccomp !== undefined && given.seccomp !== 'none' && own.seccomp === 'none')
    say('linux.seccomp', `seccomp below given pod or spec: no profile, ${given.source} has one`);
  if (given.isRootReadonly === true && own.isRootReadonly === false)
    say('root.readonly', `root writable, ${given.source} makes it read-only`);
}

function judgeIsolation(own: Grants, given: Grants, report: Report): void {
  const say = (field: string, message: string) =>
    report('trust-given-rights', { member: own.source, field }, message);
  for (const [type] of given.namespaces ?? [])
    if (
      ['pid', 'network', 'ipc', 'mount', 'user'].includes(type) &&
      own.namespaces !== undefined &&
      !own.namespaces.has(type)
    )
      say('linux.namespaces', `namespace of the host: ${type}, ${given.source} grants an own one`);
  for (const [field, wanted, found] of [
    ['linux.maskedPaths', given.maskedPaths, own.maskedPaths],
    ['linux.readonlyPaths', given.readonlyPaths, own.readonlyPaths],
  ] as const) {
    const missing = (wanted ?? []).filter((path) => found !== undefined && !found.includes(path));
    // Lists differ by engine and release; what all of them have is what counts.
    const known = missing.filter((path) => common.has(path));
    if (known.length > 0)
      say(field, `masks below given pod or spec: ${known.join(', ')} of ${given.source} are not there`);
  }
  if (
    given.apparmor !== undefined &&
    given.apparmor !== 'unconfined' &&
    (own.apparmor ?? 'unconfined') === 'unconfined' &&
    own.selinux === undefined
  )
    say(
      'process.apparmorProfile',
      `LSM label below given pod or spec: none, ${given.source} has ${given.apparmor}`,
    );
  if (own.hasAllDevices === true && given.hasAllDevices === false && given.devices !== undefined)
    say('linux.resources.devices', `device rules allow all, ${given.source} does not`);
  if (
    own.oomScoreAdj !== undefined &&
    given.oomScoreAdj !== undefined &&
    own.oomScoreAdj < Math.min(0, given.oomScoreAdj)
  )
    say(
      'process.oomScoreAdj',
      `oomScoreAdj below given spec: ${own.oomScoreAdj}, ${given.source} has ${given.oomScoreAdj}`,
    );
}

const common: ReadonlySet<string> = new Set(
  [
    '/proc/kcore',
    '/proc/keys',
    '/proc/timer_list',
    '/sys/firmware',
    '/proc/bus',
    '/proc/fs',
    '/proc/irq',
  ].concat(['/proc/sys', '/proc/sysrq-trigger']),
);

const isBind = ({ type, options }: MountGrant): boolean =>
  type === 'bind' || options.includes('bind') || options.includes('rbind');

function judgeMounts(own: Grants, given: Grants, report: Report): void {
  for (const [index, mount] of (own.mounts ?? []).entries()) {
    const at = { member: own.source, field: `mounts[${index}]` };
    const same = given.mounts?.find(({ destination }) => samePath(destination, mount.destination));
    if (same === undefined) {
      const isOwn =
        kubeletMounts.some((path) => samePath(path, mount.destination)) &&
        (!isBind(mount) || isEngineFolder(mount.source));
      if (
        !isBind(mount)
          ? ['proc', 'tmpfs', 'mqueue', 'devpts', 'sysfs', 'cgroup', 'cgroup2'].includes(mount.type)
          : isOwn || (isEngineFolder(mount.source) && !isSensitiveHostPath(mount.source))
      )
        continue;
      report(
        'trust-given-mount',
        at,
        `mount not in given pod or spec: ${mount.source} at ${mount.destination}, ${given.source} has none there`,
      );
      continue;
    }
    // Only volumes of the host have a source that the pod knows.
    if (
      isBind(mount) &&
      same.source !== '' &&
      cleaned(same.source) !== cleaned(mount.source) &&
      !isEngineFolder(same.source)
    )
      report(
        'trust-given-mount',
        at,
        `mount source differs from given pod or spec: ${mount.source} at ${mount.destination}, ${given.source} has ${same.source}`,
      );
    else if (isBind(mount) && same.source === '' && same.type === 'bind' && !isEngineFolder(mount.source))
      report(
        'trust-given-mount',
        at,
        `mount not in given pod or spec: ${mount.source} of the host at ${mount.destination}, no hostPath of ${given.source}`,
        'warning',
      );
    if (same.options.includes('ro') && !mount.options.includes('ro'))
      report(
        'trust-given-mount',
        at,
        `mount writable, which ${given.source} makes read-only: ${mount.destination}`,
      );
  }
}

function judgeDevices(own: Grants, given: Grants, report: Report): void {
  if (given.devices === undefined || given.hasAllDevices === true) return;
  for (const [index, device] of (own.devices ?? []).entries()) {
    const isGiven = given.devices.some(
      ({ path, major, minor }) => path === device.path || (major === device.major && minor === device.minor),
    );
    const isDefault =
      /^\/dev\/(null|zero|full|random|urandom|tty|console|ptmx|fuse)$/.test(device.path) &&
      device.type !== 'b';
    if (isGiven || isDefault) continue;
    // Device plugins of a kubelet add nodes that no pod names.
    const severity =
      device.type === 'b' || given.mounts === undefined ? 'error' : isPodLike(given) ? 'warning' : 'error';
    report(
      'trust-given-device',
      { member: own.source, field: `linux.devices[${index}]` },
      `device above given pod or spec: ${device.path} (${device.type} ${device.major}:${device.minor})`,
      severity,
    );
  }
}

/** A pod says nothing of control groups; a spec does. */
const isPodLike = ({ cgroupsPath, limits }: Grants): boolean =>
  cgroupsPath === undefined && limits === undefined;
