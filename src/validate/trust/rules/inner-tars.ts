/**
 * The tar archives inside of an archive, which a restore unpacks as root: the difference of the root, /dev/shm,
 * volumes, contents of tmpfs mounts. Decided by their headers.
 */

import { latin1Bytes, utf8Text } from '../../../byte-text.ts';
import type { TarHeaderFacts } from '../../../parse/archive/tar-headers.ts';
import { capabilityText } from '../capability.ts';
import { deviceText, grantsDevice, isDefaultDevice } from '../devices.ts';
import { climbsOut, hasDotDot } from '../paths.ts';
import { type TrustReport, trustRule, type Where } from '../rule.ts';
import type { ContainerSubject, InnerTar } from '../subject.ts';
import { samePath } from './mount-facts.ts';
import { type LinkFinder, linkFinder, partsOf } from './tar-links.ts';

const changed = 'Do not restore it: no engine writes such an archive.';

export const innerTarsRule = trustRule(
  {
    'trust-tar-escape': {
      severity: 'error',
      meaning: 'A member of a tar in the archive leaves the directory that it is unpacked into.',
      why: 'CRI-O unpacks the difference of the root without chroot(2); a name or a link reaches files of the host.',
      bad: '../../../etc/cron.d/x; a link out of the root, then a file through it',
      good: 'relative names without "..", no member through a link, hard links to members of the same tar',
      mend: changed,
      reference: 'podman#27977, CVE-2025-11395',
    },
    'trust-tar-device': {
      severity: 'error',
      meaning: 'A tar in the archive holds a device node that the container was not granted.',
      why: 'It is made as root: whoever opens it in the container reaches the device.',
      bad: 'tmp/m as character device 1:1 (memory)',
      good: 'no devices; in the tmpfs of /dev null, zero, full, random, urandom, tty; 0:0 for what was removed',
      mend: changed,
      reference: 'seen with CRIU 4.2: the node was there',
    },
    'trust-tar-setuid': {
      severity: 'warning',
      meaning: 'A tar in the archive holds a program with set-user-ID or set-group-ID bits.',
      why: 'It waits in the container: without no_new_privs any process becomes its owner.',
      bad: 'tmp/.x/sh with mode 06755, owner root',
      good: 'programs of packages below /usr, as an upgrade leaves them',
      mend: 'Compare it with the package it is from, or leave the difference of the root out (--ignore-rootfs).',
      reference: 'execve(2)',
    },
    'trust-tar-capability': {
      severity: 'warning',
      meaning: 'A tar in the archive holds a program with file capabilities.',
      why: 'It waits in the container: who starts it gains them, as far as the bounding set goes.',
      bad: 'tmp/py with CAP_SYS_ADMIN',
      good: 'ping with CAP_NET_RAW, servers with CAP_NET_BIND_SERVICE, below /usr',
      mend: 'Compare it with the package it is from.',
      reference: 'capabilities(7), File capabilities',
    },
    'trust-tar-mount-link': {
      severity: 'error',
      meaning:
        'A place where something is mounted, or a directory above it, is a link in the difference of the root.',
      why: 'The runtime mounts at the end of the link: what was to be hidden is elsewhere, something else is covered.',
      bad: 'data -> /proc/self/root, and a mount at /data',
      good: 'directories; var/run -> /run',
      mend: changed,
      reference: 'CVE-2026-119101, CVE-2026-41579 (runc), CVE-2026-88264 (crun)',
    },
    'trust-whiteout': {
      severity: 'warning',
      meaning: 'The difference of the root hides a system directory of the base image.',
      why: 'What the base image had there is gone: its programs, users or certificates are those of the archive.',
      bad: '.wh..wh..opq in the root',
      good: 'whiteouts of single files and of caches',
      mend: 'Look what the archive puts there instead.',
      reference: 'OCI image-spec, layer.md, Whiteouts',
    },
  },
  (subject, report) => {
    for (const tar of subject.tars) judgeTar(subject, tar, report);
  },
);

type Report = TrustReport<keyof typeof innerTarsRule.pages & string>;

function judgeTar(subject: ContainerSubject, tar: InnerTar, report: Report): void {
  const links = linkFinder(tar.members);
  const names = tar.members.some(({ type }) => type === '1') ? namesOf(tar) : new Set<string>();
  for (const member of tar.members) {
    const where: Where = { member: tar.member, field: member.name, offset: member.offset };
    judgeName(tar, member, where, links, names, report);
    judgeDevice(subject, tar, member, where, report);
    judgeMode(subject, tar, member, where, report);
    judgeAttributes(subject, member, where, report);
    if (tar.kind === 'rootfs') {
      judgeMountLink(subject, member, where, report);
      judgeWhiteout(member, where, report);
    }
  }
  for (const [name, offset] of tar.ordinary.offsets)
    judgePath(name, { member: tar.member, field: name, offset }, links, report);
}

function namesOf({ members, ordinary }: InnerTar): ReadonlySet<string> {
  const names = new Set(members.map(({ name }) => partsOf(name).join('/')));
  for (const name of ordinary.offsets.keys()) names.add(partsOf(name).join('/'));
  return names;
}

function judgePath(name: string, where: Where, links: LinkFinder, report: Report): void {
  const link = links.above(name);
  if (link === undefined) return;
  const message = `member through link: ${name} lies below ${link.name}, a link to ${link.target}`;
  report('trust-tar-escape', where, message);
}

function judgeName(
  tar: InnerTar,
  member: TarHeaderFacts,
  where: Where,
  links: LinkFinder,
  names: ReadonlySet<string>,
  report: Report,
): void {
  const { name, type, target } = member;
  // tar(1), which CRIU gives them to, refuses to leave its directory.
  const severity = tar.kind === 'tmpfs' ? 'warning' : 'error';
  if (hasDotDot(name)) report('trust-tar-escape', where, `path with ..: ${name}`, severity);
  else if (name.startsWith('/')) report('trust-tar-escape', where, `absolute path: ${name}`, severity);
  if (name.includes(']:') || target.includes(']:'))
    report('trust-tar-escape', where, `path with ]: ${name}, which runtimes cut in the option --external`);
  const base = partsOf(name).at(-1) ?? '';
  if (tar.kind === 'rootfs' && (base === '.wh..' || base === '.wh...'))
    report('trust-tar-escape', where, `whiteout of ..: ${name} removes the directory around it`);
  for (const attribute of member.attributes.keys())
    if (/^trusted\.overlay\.(redirect|metacopy|origin|upper)/.test(attribute))
      report(
        'trust-tar-escape',
        where,
        `attribute of overlayfs: ${attribute} of ${name} leads to other layers of the host`,
      );
  judgePath(name, where, links, report);
  if (type !== '1') return;
  if (target.startsWith('/') || climbsOut(target))
    report('trust-tar-escape', where, `hard link outside: ${name} is a link to ${target}`);
  else if (links.above(target) !== undefined || links.isLink(target))
    report('trust-tar-escape', where, `hard link through link: ${name} is a link to ${target}`);
  else if (!names.has(partsOf(target).join('/')))
    report(
      'trust-tar-escape',
      where,
      `hard link outside of the tar: ${name} is a link to ${target}, which is not in it`,
      'warning',
    );
}

function judgeDevice(
  { grants }: ContainerSubject,
  tar: InnerTar,
  member: TarHeaderFacts,
  where: Where,
  report: Report,
): void {
  const { name, type, major, minor } = member;
  if (type !== '3' && type !== '4') return;
  const device = { type: type === '4' ? 'b' : 'c', major, minor } as const;
  if (isDefaultDevice(device)) return;
  const isGranted = grants.some((granted) => granted.devices !== undefined && grantsDevice(granted, device));
  if (isGranted) return;
  const place = { rootfs: 'diff', devshm: 'devshm', volume: 'a volume', tmpfs: 'a tmpfs' }[tar.kind];
  report(
    'trust-tar-device',
    { ...where, field: `${name} ${deviceText(device)}` },
    `device node in ${place}, not in spec: ${name} is ${type === '4' ? 'block' : 'character'} device ${major}:${minor}`,
    grants.length === 0 && tar.kind === 'tmpfs' ? 'warning' : 'error',
  );
}

/** Where packages keep their programs. */
const packageFolders = /^(\.\/)?(usr\/)?(local\/)?(s?bin|lib(exec|32|64)?)\//;

function judgeMode(
  { grants }: ContainerSubject,
  tar: InnerTar,
  member: TarHeaderFacts,
  where: Where,
  report: Report,
): void {
  const { name, type, mode, uid } = member;
  // On directories set-group-ID says who owns new files.
  if ((mode & 0o6000) === 0 || (type !== '0' && type !== '1')) return;
  const isPackage = tar.kind === 'rootfs' && packageFolders.test(name);
  const isHarmless = grants.some(({ noNewPrivileges }) => noNewPrivileges === true);
  const bits = `0${mode.toString(8)}`;
  report(
    'trust-tar-setuid',
    { ...where, field: `${name} mode ${bits}` },
    `setuid file in ${tar.kind === 'rootfs' ? 'diff' : tar.kind}: ${name} has mode ${bits}, owner ${uid}${isHarmless ? '; no_new_privs makes it harmless inside' : ''}`,
    isPackage ? 'note' : 'warning',
  );
}

/** 12, 20 or 24 bytes. Some writers put the value through a text encoding, byte by byte. */
function capabilityValue(value: Uint8Array | undefined): Uint8Array | undefined {
  if (value === undefined || [12, 20, 24].includes(value.length)) return value;
  const plain = latin1Bytes(utf8Text(value));
  return [12, 20, 24].includes(plain.length) ? plain : undefined;
}

/** Version of struct vfs_cap_data (include/uapi/linux/capability.h), in the top byte of its first word. */
const versionWithRoot = 3;

function judgeAttributes(
  { grants }: ContainerSubject,
  member: TarHeaderFacts,
  where: Where,
  report: Report,
): void {
  const value = capabilityValue(member.attributes.get('security.capability'));
  if (value === undefined) return;
  const view = new DataView(value.buffer, value.byteOffset, value.byteLength);
  const high = value.length >= 20 ? BigInt(view.getUint32(12, true)) : 0n;
  const permitted = BigInt(view.getUint32(4, true)) | (high << 32n);
  const root =
    view.getUint8(3) === versionWithRoot && value.length >= 24 ? view.getUint32(20, true) : undefined;
  const field = `${member.name} security.capability`;
  const mapped = grants.find(({ uidMappings = [] }) => uidMappings.length > 0);
  if (
    root !== undefined &&
    mapped !== undefined &&
    !mapped.uidMappings?.some(({ host, count }) => root >= host && root < host + count)
  ) {
    report(
      'trust-tar-capability',
      { ...where, field },
      `file capability for host root: ${member.name} gives ${capabilityText(permitted)} to those of root id ${root}, outside of the mapping of ${mapped.source}`,
      'error',
    );
    return;
  }
  const over = grants.find(
    ({ capabilities }) => capabilities !== undefined && (permitted & ~capabilities.bounding) !== 0n,
  );
  const isPackage = packageFolders.test(member.name);
  report(
    'trust-tar-capability',
    { ...where, field },
    `file capability${over === undefined ? '' : ' above spec'}: ${member.name} gives ${capabilityText(permitted)}${over === undefined ? '' : `, more than ${over.source} grants`}`,
    over === undefined && isPackage ? 'note' : 'warning',
  );
}

const systemFolders: ReadonlySet<string> = new Set(
  [
    'dev',
    'etc',
    'proc',
    'sys',
    'usr',
    'var',
    'root',
    'home',
    'run',
    'tmp',
    'opt',
    'mnt',
    'media',
    'srv',
  ].concat(['boot']),
);
/** Links of the root that base images have since /usr was merged, and those that lead to other folders of it. */
const ordinaryLink = /^\/?(\.\.\/)*(usr\/(s?bin|lib(32|64|x32)?)|run(\/lock)?|tmp|var\/[a-z]+)\/?$/;

function judgeMountLink(
  { grants, documents }: ContainerSubject,
  member: TarHeaderFacts,
  where: Where,
  report: Report,
): void {
  if (member.type !== '2') return;
  const path = `/${partsOf(member.name).join('/')}`;
  const parts = partsOf(member.name);
  const mounts = grants
    .filter(({ origin }) => origin === 'archive')
    .flatMap((granted) => granted.mounts ?? []);
  const exact = mounts.find(({ destination }) => destination === path || samePath(destination, path));
  const below = mounts.find(({ destination }) => destination.startsWith(`${path}/`));
  if (exact === undefined && below === undefined) {
    const [first = ''] = parts;
    if (parts.length === 1 && ['dev', 'etc', 'proc', 'sys'].includes(first) && documents.spec !== undefined)
      report('trust-tar-mount-link', where, `system directory is a link: ${path} leads to ${member.target}`);
    return;
  }
  if (exact === undefined && ordinaryLink.test(member.target)) return;
  report(
    'trust-tar-mount-link',
    where,
    exact !== undefined
      ? `mount destination is a link: ${exact.destination} leads to ${member.target}`
      : `parent of mount destination is a link: ${path}, above ${below?.destination}, leads to ${member.target}`,
  );
}

function judgeWhiteout(member: TarHeaderFacts, where: Where, report: Report): void {
  const parts = partsOf(member.name);
  const base = parts.at(-1) ?? '';
  const isMarked =
    member.attributes.has('trusted.overlay.opaque') || member.attributes.has('user.overlay.opaque');
  if (!base.startsWith('.wh.') && !isMarked) return;
  const folder = (isMarked ? parts : parts.slice(0, -1)).join('/');
  const isOpaque = base === '.wh..wh..opq' || isMarked;
  const hidden = isOpaque ? folder : [...parts.slice(0, -1), base.slice(4)].join('/');
  const isSystem =
    hidden === '' ||
    (!hidden.includes('/') && (systemFolders.has(hidden) || /^(s?bin|lib\d*)$/.test(hidden)));
  // /tmp, /run and others are emptied honestly.
  if (!isSystem || ['tmp', 'run', 'home', 'root', 'mnt', 'media', 'opt', 'srv'].includes(hidden)) return;
  report('trust-whiteout', where, `whiteout of a system directory: /${hidden} of the base image is hidden`);
}
