/** Open files by their names: where they lead, which devices they are, who is told of them. */
import { grantsDevicePath, isBlock, isCharacter, isDefaultDeviceName, isRegular } from '../devices.ts';
import type { Grants } from '../grants/grants.ts';
import type { FileOwner, ImageFacts, OpenFile, RegularFile } from '../image-facts.ts';
import { cleaned, hasDotDot, isBelow, isEngineSocket } from '../paths.ts';
import { inImage, type TrustReport, trustRule } from '../rule.ts';
import type { ContainerSubject } from '../subject.ts';
import { externalMounts } from './mount-facts.ts';

export const filesRule = trustRule(
  {
    'trust-path-dotdot': {
      severity: 'warning',
      meaning: 'A name of a file, socket, ghost or mount in the image has a part "..".',
      why: 'The kernel never gives such a name, so somebody wrote it; inside of an own mount namespace it stays below the root.',
      bad: '/../../etc/shadow as the name of an open file',
      good: 'names as /proc/PID/fd shows them',
      mend: 'Do not restore it: the image was changed.',
      reference: 'criu/files-reg.c, open_path; clamped at the root, seen with CRIU 4.2',
    },
    'trust-path-form': {
      severity: 'warning',
      meaning:
        'A name of an open file is written as the kernel never gives it: without a slash at the start, or with empty parts or ".".',
      why: 'CRIU drops the first byte, whatever it is, and opens the rest: who looks for names that are known to be bad misses it.',
      bad: '/proc/./sys//kernel/core_pattern, Zetc/passwd',
      good: 'names as /proc/PID/fd shows them',
      mend: 'Do not restore it: the image was changed.',
      reference: 'criu/files-reg.c, do_open_reg_noseek; seen with CRIU 4.2: the descriptors were there',
    },
    'trust-open-flags': {
      severity: 'error',
      meaning: 'A file would be created or emptied when it is opened.',
      why: 'The kernel drops O_CREAT, O_EXCL and O_TRUNC once a file is open, so that no dump has them; a restore hands them to open(2).',
      bad: 'O_RDWR | O_TRUNC as the flags of an open file',
      good: 'flags as /proc/PID/fdinfo shows them',
      mend: 'Do not restore it: the image was changed.',
      reference: 'fs/open.c, do_dentry_open; seen with CRIU 4.2: a file was emptied, another made',
    },
    'trust-device-file': {
      severity: 'warning',
      meaning: 'An open file is a device that was not granted to the container.',
      why: 'A restore opens it by its name, as root; only the device rules of the control group may still stop it.',
      bad: '/dev/sda in a container without devices; /dev/kmsg open for writing',
      good: 'null, zero, full, random, urandom, tty, console, terminals, and what the spec lists',
      mend: 'Do not restore it, or grant the device.',
      reference: 'criu/files-reg.c, open_path',
    },
    'trust-proc-file': {
      severity: 'warning',
      meaning:
        'An open file is a way around the limits of the container: memory of others, kernel settings, a masked path.',
      why: 'A restore opens it as root, before masks and rights of the container matter.',
      bad: '/proc/1/mem open for reading and writing',
      good: 'files of /proc that any process may read',
      mend: 'Ask which program holds it: debuggers do.',
      reference: 'seen with CRIU 4.2: the descriptor was there',
    },
    'trust-file-mount': {
      severity: 'error',
      meaning: 'An open file is on a mount that the image does not have.',
      why: 'CRIU then looks its name up in the mount namespace that it runs in: that of the host.',
      bad: 'mnt_id 1 of an open file, and no such mount in mountpoints-13.img',
      good: 'mounts of the image',
      mend: 'Do not restore it: the image was changed.',
      reference: 'criu/mount.c, lookup_nsid_by_mnt_id; seen with CRIU 4.2 for images without a mount table',
    },
    'trust-readonly-file': {
      severity: 'error',
      meaning: 'A file on a mount that was granted read-only is open for writing.',
      why: 'It could not have been opened so: either the descriptor or the mount was changed.',
      bad: 'O_RDWR on /etc/ssl/certs/x, mounted ro by the spec',
      good: 'files open for reading on read-only mounts',
      mend: 'Do not restore it: the image was changed.',
      reference: 'criu/files-reg.c, open_path',
    },
    'trust-file-owner': {
      severity: 'warning',
      meaning: 'A file sends signals as somebody, or to somebody, that the container has no right to.',
      why: 'F_SETOWN is restored with the user and the pid of the image, and F_SETSIG with its signal.',
      bad: 'an owner with uid 0 and SIGKILL in a container of uid 1000',
      good: 'no owner, or a process of the image with its own user',
      mend: 'Do not restore it: the image was changed.',
      reference: 'criu/files.c, restore_fown',
    },
  },
  (subject, report) => {
    const { images } = subject;
    if (images === undefined) return;
    const pids = new Set(
      images.processes.flatMap(({ pid, threads }) => [pid, ...threads.map(({ tid }) => tid)]),
    );
    const externals = externalMounts(images);
    for (const file of images.files()) {
      for (const owner of file.owners) judgeOwner(subject, images, file, owner, pids, report);
      if (file.regular !== undefined) judgeRegular(subject, images, file.regular, externals, report);
    }
  },
);

type Report = TrustReport<
  | 'trust-path-dotdot'
  | 'trust-path-form'
  | 'trust-open-flags'
  | 'trust-device-file'
  | 'trust-proc-file'
  | 'trust-file-mount'
  | 'trust-readonly-file'
  | 'trust-file-owner'
>;

/** include/uapi/asm-generic/fcntl.h, as x86 and ARM have it. */
const openFlags: readonly (readonly [word: string, bit: number])[] = [
  ['O_CREAT', 0o100],
  ['O_EXCL', 0o200],
  ['O_TRUNC', 0o1000],
];

/** What CRIU opens below the root: all but the first byte (criu/files-reg.c). */
const openedName = (name: string): string => cleaned(`/${name.slice(1)}`);

/** Releases before 1.3 wrote every name without its slash. */
function hasOddForm({ regular }: ImageFacts, { name }: RegularFile): boolean {
  if (name === '') return false;
  if (!name.startsWith('/')) return [...regular.values()].some((file) => file.name.startsWith('/'));
  return name !== cleaned(name);
}

const accessMask = 3;
const forWriting = (file: RegularFile): boolean => (file.flags & accessMask) !== 0;

function judgeRegular(
  { grants }: ContainerSubject,
  images: ImageFacts,
  file: RegularFile,
  externals: ReadonlyMap<number, string>,
  report: Report,
): void {
  const { name, mode = 0o100000 } = file;
  if (hasDotDot(name))
    report(
      'trust-path-dotdot',
      inImage(images, file, images.fields.file.name),
      `path with ..: the open file ${name}`,
    );
  else if (hasOddForm(images, file))
    report(
      'trust-path-form',
      inImage(images, file, images.fields.file.name),
      `path in a form of its own: ${name} is opened as ${openedName(name)}`,
      name.startsWith('/') ? 'warning' : 'error',
    );
  const made = openFlags.filter(([, bit]) => (file.flags & bit) !== 0).map(([word]) => word);
  if (made.length > 0)
    report(
      'trust-open-flags',
      inImage(images, file, images.fields.file.flags),
      `open would change the file: ${name} has ${made.join(' | ')}, which no open file has`,
    );
  const device = isBlock(mode) || isCharacter(mode);
  for (const granted of grants) {
    // None of the names that every container has is a block device.
    const isDefault = isDefaultDeviceName(openedName(name)) && !isBlock(mode);
    if (device && !isDefault && !grantsDevicePath(granted, name)) {
      const what = isBlock(mode) ? 'block device' : 'character device';
      const isGrave = isBlock(mode) || /^\/dev\/(mem|kmem|port|kcore)$/.test(name);
      report(
        'trust-device-file',
        inImage(images, file, `${images.fields.file.name} ${name}`),
        `device fd not in spec: ${name} is a ${what} that ${granted.source} does not grant${forWriting(file) ? ', open for writing' : ''}`,
        isGrave ? 'error' : 'warning',
      );
    }
    judgeMask(images, file, granted, report);
    judgeReadonly(images, file, granted, externals, report);
  }
  if (isForeign(images, file))
    report(
      'trust-file-mount',
      inImage(images, file, images.fields.file.mountId),
      `file on a mount that the image does not have: ${name} is on mount ${file.mountId}`,
    );
  const why = procReason(file);
  if (why !== undefined)
    report('trust-proc-file', inImage(images, file, images.fields.file.name), `proc ${why}: ${name}`);
}

/** Files without a name in a mount (memfd, System V memory, shared anonymous memory) are on none of the table. */
const isForeign = ({ mounts }: ImageFacts, { name, mountId }: RegularFile): boolean =>
  mountId !== undefined &&
  mountId > 0 &&
  mounts.length > 0 &&
  name.startsWith('/') &&
  !/^\/(memfd:|SYSV|dev\/zero|\[)/.test(name) &&
  !mounts.some(({ id }) => id === mountId);

function procReason(file: RegularFile): string | undefined {
  const name = openedName(file.name);
  if (/^\/proc\/(self|thread-self|\d+)(\/task\/\d+)?\/mem$/.test(name))
    return 'mem fd, the memory of a process';
  if (/^\/proc\/(kcore|sysrq-trigger)$/.test(name)) return 'fd of the kernel';
  // The kernel names the file behind such a link, never the way through it.
  if (/^\/proc\/(self|thread-self|\d+)(\/task\/\d+)?\/((root|cwd|exe)(\/|$)|(fd|map_files|ns)\/)/.test(name))
    return 'link to another file system';
  if (isEngineSocket(name)) return 'fd of the socket of an engine';
  if (forWriting(file) && /^\/(proc\/sys|sys\/(kernel|fs|firmware|module))\//.test(name))
    return 'setting open for writing';
  return undefined;
}

function judgeMask(images: ImageFacts, file: RegularFile, granted: Grants, report: Report): void {
  const masked = granted.maskedPaths?.find((path) => isBelow(openedName(file.name), path));
  // What hides a file there is /dev/null, and that has this name.
  if (masked === undefined || (file.mode !== undefined && !isRegular(file.mode))) return;
  report(
    'trust-proc-file',
    inImage(images, file, images.fields.file.name),
    `proc fd behind a mask: ${file.name} is open, ${granted.source} masks ${masked}`,
  );
}

function judgeReadonly(
  images: ImageFacts,
  file: RegularFile,
  granted: Grants,
  externals: ReadonlyMap<number, string>,
  report: Report,
): void {
  const mountpoint = externals.get(file.mountId ?? -1);
  if (mountpoint === undefined || !forWriting(file) || !isRegular(file.mode ?? 0)) return;
  const mount = granted.mounts?.find(({ destination }) => destination === mountpoint);
  if (mount === undefined || !mount.options.some((option) => option === 'ro' || option === 'rro')) return;
  report(
    'trust-readonly-file',
    inImage(images, file, images.fields.file.flags),
    `file open for writing on a read-only mount: ${file.name}, ${granted.source} mounts ${mountpoint} ro`,
  );
}

const firstRealTime = 32;
/** SIGIO and SIGURG, as kernels send them by themselves. */
const ordinary: ReadonlySet<number> = new Set([0, 29, 23]);

function judgeOwner(
  { grants }: ContainerSubject,
  images: ImageFacts,
  file: OpenFile,
  { field, uid, euid, signal, pid, pidType }: FileOwner,
  pids: ReadonlySet<number>,
  report: Report,
): void {
  if (pid === 0) return;
  const says: string[] = [];
  if (
    signal === 9 ||
    signal === 19 ||
    (signal < firstRealTime && !ordinary.has(signal) && signal !== 10 && signal !== 12)
  )
    says.push(`it sends signal ${signal}`);
  const users = [uid, euid];
  if (grants.some((granted) => granted.uid !== undefined && granted.uid !== 0 && users.includes(0)))
    says.push('it sends as root');
  // A group or session may outlive its leader.
  if (pidType <= 1 && !pids.has(pid)) says.push(`it sends to process ${pid}, which is not in the image`);
  if (says.length === 0) return;
  report('trust-file-owner', inImage(images, file, field), `file owner above rights: ${says.join(', ')}`);
}
