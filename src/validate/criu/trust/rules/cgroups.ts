/** Control groups: directories that a restore makes and files that it writes there, as root (criu/cgroup.c). */
import { firstOf, textOf } from '../../../../model/from-criu/image.ts';
import type { CgroupDirEntry, CgroupPropEntry } from '../../../../parse/generated/criu-descriptors.ts';
import { grantsDevice, isDefaultDevice } from '../../../trust/devices.ts';
import type { Grants } from '../../../trust/grants/grants.ts';
import { hasDotDot } from '../../../trust/paths.ts';
import { inImage, type TrustReport } from '../../../trust/rule.ts';
import type { ContainerSubject } from '../../../trust/subject.ts';
import type { CriuFacts } from '../facts.ts';
import { criuTrustRule } from '../rule.ts';

const changed = 'Do not restore it: the image was changed.';

export const cgroupsRule = criuTrustRule(
  {
    'trust-cgroup-path': {
      severity: 'error',
      meaning: 'A directory or a property of a control group is named so that it leaves its directory.',
      why: 'Names are joined below the mount of the control groups without a look: settings of other containers are written.',
      bad: 'the property ../other/pids.max',
      good: 'directories below the root, properties named CONTROLLER.FILE',
      mend: changed,
      reference: 'criu/cgroup.c, prepare_cgroup_dirs and restore_cgroup_prop; seen with CRIU 4.2',
    },
    'trust-cgroup-agent': {
      severity: 'error',
      meaning: 'A release agent is set: a program of the host that the kernel starts as root.',
      why: 'When the last process of the group ends, the kernel runs the path of release_agent outside of the container.',
      bad: 'the property release_agent with /tmp/x',
      good: 'no release_agent; notify_on_release 0',
      mend: changed,
      reference: 'cgroups-v1 documentation, release_agent',
    },
    'trust-cgroup-member': {
      severity: 'error',
      meaning: 'Processes are moved into a control group that is not that of the container.',
      why: 'Limits and device rules of the container do not hold for them, and those of others do.',
      bad: '/system.slice under a spec with a cgroupsPath of kubepods',
      good: 'paths that end in the id of the container, or lie below such',
      mend: changed,
      reference: 'criu/cgroup.c, move_in_cgroup',
    },
    'trust-cgroup-owner': {
      severity: 'warning',
      meaning: 'A control group is handed over to a user: its files may be written by others than root.',
      why: 'Who may write cgroup.procs moves processes, and changes limits below.',
      bad: 'cgroup.procs with mode 0666 and owner 1000',
      good: 'owner root and mode 0644; owners of the user namespace in rootless containers',
      mend: 'Restore it with --manage-cgroups=ignore, or ask who delegates.',
      reference: 'criu/cgroup.c, restore_perms: also on directories that exist',
    },
    'trust-cgroup-device': {
      severity: 'error',
      meaning: 'The device rules of a control group allow more than was granted.',
      why: 'Rules of devices.list are written to devices.allow.',
      bad: 'a *:* rwm in a container without devices',
      good: 'the rules of the spec',
      mend: changed,
      reference: 'criu/cgroup.c, restore_devices_list',
    },
    'trust-cgroup-limit': {
      severity: 'warning',
      meaning: 'A limit of a control group is restored above the one that was granted.',
      why: 'The container takes more of the host than it was to have.',
      bad: 'memory.max "max" under a spec with 256 MiB',
      good: 'limits of the spec, or lower ones',
      mend: 'Restore it with --manage-cgroups=ignore: the engine sets its own.',
      reference: 'criu/cgroup.c, restore_cgroup_prop',
    },
  },
  (images, subject, report) => {
    const entry = firstOf(images.image, 'CGROUP', 'cgroup_entry');
    if (entry === undefined) return;
    const at = (field: string) => inImage(images, { file: entry.file, offset: entry.at }, field);
    judgeSets(subject, entry.fields.sets ?? [], images, at, report);
    for (const controller of entry.fields.controllers ?? []) {
      const names = (controller.cnames ?? []).map((name) => textOf(name) ?? '');
      for (const name of names)
        if (hasDotDot(name) || name.includes('/'))
          report(
            'trust-cgroup-path',
            at('controllers.cnames'),
            `cgroup path with ..: the controller ${name}`,
          );
      walk(subject, controller.dirs ?? [], at, report);
    }
  },
);

type Report = TrustReport<keyof typeof cgroupsRule.pages & string>;
type At = (field: string) => ReturnType<typeof inImage>;

/** PATH_MAX: the path is built in a buffer of that size, without a check. */
const pathMax = 4096;

/** A list instead of recursion: how deep directories nest is up to the image. */
function walk(subject: ContainerSubject, roots: readonly CgroupDirEntry[], at: At, report: Report): void {
  const open: { readonly dir: CgroupDirEntry; readonly length: number; readonly depth: number }[] = roots.map(
    (dir) => ({ dir, length: 0, depth: 0 }),
  );
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { dir, depth } = next;
    const name = textOf(dir.dir_name) ?? '';
    const length = next.length + name.length + 1;
    if (hasDotDot(name))
      report(
        'trust-cgroup-path',
        at('controllers.dirs.dir_name'),
        `cgroup path with ..: the directory ${name}`,
      );
    if (length >= pathMax && next.length < pathMax)
      report(
        'trust-cgroup-path',
        at('controllers.dirs.dir_name'),
        `cgroup path of ${length} bytes, longer than the buffer of CRIU`,
      );
    const spec = subject.grants.find(
      ({ origin, cgroupsPath }) => origin === 'archive' && cgroupsPath !== undefined,
    );
    if (
      depth === 0 &&
      name !== '' &&
      spec?.cgroupsPath !== undefined &&
      !isOfContainer(name, spec.cgroupsPath) &&
      !hasDotDot(name)
    )
      report(
        'trust-cgroup-member',
        at('controllers.dirs.dir_name'),
        `cgroup outside the container's path: the directory ${name} would be made and set up, ${spec.source} grants ${spec.cgroupsPath}`,
      );
    for (const property of dir.properties ?? []) judgeProperty(subject, name, property, at, report);
    const owner = ownerText(subject, dir.dir_perms?.mode, dir.dir_perms?.uid);
    if (owner !== undefined)
      report(
        'trust-cgroup-owner',
        at('controllers.dirs.dir_perms'),
        `cgroup delegated: the directory ${name || '/'} ${owner}`,
      );
    for (const child of dir.children ?? []) open.push({ dir: child, length, depth: depth + 1 });
  }
}

/** inode(7): type and permissions. */
const modeMax = 0o177777;

/** `cgroup.procs`, `memory.max`; of the first version also `tasks` and the like. */
const propertyName = /^[a-z0-9_]+\.[A-Za-z0-9_.-]+$|^(tasks|notify_on_release|release_agent)$/;

function judgeProperty(
  subject: ContainerSubject,
  folder: string,
  property: CgroupPropEntry,
  at: At,
  report: Report,
): void {
  const name = textOf(property.name) ?? '';
  const value = (textOf(property.value) ?? '').trim();
  const field = (part: string) => at(`properties.${part} ${name}`);
  if (name.includes('/') || hasDotDot(name))
    report(
      'trust-cgroup-path',
      field('name'),
      `cgroup path with ..: the property ${name} of ${folder || '/'}`,
    );
  else if (name === 'release_agent' && value !== '')
    report('trust-cgroup-agent', field('name'), `release_agent: the kernel would start ${value} as root`);
  else if (name === 'notify_on_release' && value === '1')
    report(
      'trust-cgroup-agent',
      field('name'),
      `notify_on_release: the kernel would start the release agent`,
      'warning',
    );
  else if (!propertyName.test(name) && name !== '')
    report('trust-cgroup-path', field('name'), `cgroup property with a strange name: ${name}`, 'warning');
  const { mode = 0, uid } = property.perms ?? {};
  // CRIU adds freezer.state without asking for its owner: whatever the memory held is there (criu/cgroup.c).
  const isUnset = name === 'freezer.state' && mode > modeMax;
  const owner = isUnset ? undefined : ownerText(subject, mode, uid);
  if (owner !== undefined) report('trust-cgroup-owner', field('perms'), `cgroup delegated: ${name} ${owner}`);
  for (const granted of subject.grants) judgeValue(name, value, granted, field, report);
}

/** In a user namespace the owner is whom the runtime gave the group to. */
function ownerText({ grants }: ContainerSubject, mode = 0, uid = 0): string | undefined {
  if ((mode & 0o2) !== 0)
    return `may be written by everybody (mode 0${(mode & 0o7777).toString(8)}, owner ${uid})`;
  const isMapped = grants.some(({ uidMappings = [] }) =>
    uidMappings.some(({ host, count }) => uid >= host && uid < host + count),
  );
  if (uid === 0 || isMapped || grants.length === 0) return undefined;
  return `belongs to uid ${uid}`;
}

/** A device that may be read or written, and that nobody granted. */
function isOddDevice(granted: Grants, [, type, major, minor, access]: readonly string[]): boolean {
  const device = { type: type === 'b' ? 'b' : 'c', major: Number(major), minor: Number(minor) } as const;
  return (
    /[rw]/.test(access ?? '') &&
    !isDefaultDevice(device) &&
    !(device.major === 10 && device.minor === 200) &&
    !grantsDevice(granted, device)
  );
}

function judgeValue(name: string, value: string, granted: Grants, field: At, report: Report): void {
  if (name === 'devices.list' || name === 'devices.allow') {
    if (granted.devices === undefined || granted.hasAllDevices === true) return;
    const odd = value
      .split('\n')
      .map((line) => /^([bc]) (\d+):(\d+) (\S*)/.exec(line.trim()))
      .find((parts) => parts !== null && isOddDevice(granted, parts));
    if (odd)
      report(
        'trust-cgroup-device',
        field('value'),
        `device rules above spec: ${name} has "${odd[0]}", ${granted.source} grants no such device`,
      );
    const rule = value
      .split('\n')
      .map((line) => line.trim())
      .find(
        (line) => /^a\b/.test(line) || (/^[bc] \*:\*/.test(line) && /[rw]/.test(line.split(' ')[2] ?? '')),
      );
    if (rule !== undefined && !/^[bc] \*:\* m$/.test(rule))
      report(
        'trust-cgroup-device',
        field('value'),
        `device rules above spec: ${name} has "${rule}", ${granted.source} does not grant all devices`,
      );
    return;
  }
  const { memoryBytes, pids } = granted.limits ?? {};
  const over = (limit: bigint | undefined, names: readonly string[]) =>
    limit !== undefined &&
    names.includes(name) &&
    (value === 'max' || value === '-1' || (/^\d{1,20}$/.test(value) && BigInt(value) > limit));
  const isFree = name === 'cpu.max' && value.startsWith('max') && granted.limits?.hasCpuQuota === true;
  if (isFree)
    report(
      'trust-cgroup-limit',
      field('value'),
      `limit above spec: ${name} is ${value}, ${granted.source} grants a part of a processor`,
    );
  const limit = over(memoryBytes, ['memory.max', 'memory.limit_in_bytes'])
    ? memoryBytes
    : over(pids, ['pids.max'])
      ? pids
      : undefined;
  if (limit !== undefined)
    report(
      'trust-cgroup-limit',
      field('value'),
      `limit above spec: ${name} is ${value}, ${granted.source} grants ${limit}`,
    );
}

interface CgroupSet {
  readonly id?: number;
  readonly ctls?: readonly { readonly name?: string | Uint8Array; readonly path?: string | Uint8Array }[];
}

function judgeSets(
  { grants }: ContainerSubject,
  sets: readonly CgroupSet[],
  images: CriuFacts,
  at: At,
  report: Report,
): void {
  for (const [index, set] of sets.entries()) {
    for (const { name, path } of set.ctls ?? []) {
      const found = textOf(path) ?? '';
      if (hasDotDot(found))
        report(
          'trust-cgroup-path',
          at(`sets[${index}].ctls.path`),
          `cgroup path with ..: processes would be moved to ${found}`,
        );
      for (const granted of grants) {
        if (
          granted.cgroupsPath === undefined ||
          // A spec that the user gives is that of another container, with an id of its own.
          granted.origin === 'user' ||
          isOfContainer(found, granted.cgroupsPath) ||
          // Controllers that an engine does not manage have everything in their root.
          (found === '/' && name !== undefined && textOf(name) !== '') ||
          set.id === images.inventory?.root_cg_set
        )
          continue;
        const controller = textOf(name) || 'all controllers';
        report(
          'trust-cgroup-member',
          at(`sets[${index}].ctls.path`),
          `cgroup outside the container's path: processes would be moved to ${found} (${controller}), ${granted.source} grants ${granted.cgroupsPath}`,
        );
      }
    }
  }
}

/**
 * `SLICE:PREFIX:ID` becomes SLICE/PREFIX-ID.scope (systemd), anything else is the path itself. In a control group
 * namespace the path begins at the group of the container.
 */
function isOfContainer(path: string, granted: string): boolean {
  const parts = granted.split(':');
  const id =
    parts.length === 3
      ? (parts[2] ?? '')
      : (granted
          .split('/')
          .filter((part) => part !== '')
          .at(-1) ?? '');
  return id !== '' && path.split('/').some((part) => part.includes(id));
}
