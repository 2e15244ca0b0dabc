/** What a spec takes away from mounts: masks, read-only parts, flags, propagation. */
import { cap } from '../capability.ts';
import { type Grants, grantsCapability, type MountGrant } from '../grants/grants.ts';
import type { ImageFacts, MountFact } from '../image-facts.ts';
import type { TrustReport } from '../rule.ts';
import { inImage, trustRule } from '../rule.ts';
import { flagOfOption, hasFlag, samePath } from './mount-facts.ts';

const mend = 'Do not restore it; start the container anew.';

export const mountLimitsRule = trustRule(
  {
    'trust-mask': {
      severity: 'error',
      meaning: 'A path that the container was not to see, or not to write, is restored without its mask.',
      why: 'Masks are mounts; the runtime adds none at a restore. Without them memory and settings of the kernel are open.',
      bad: 'no mount over /proc/kcore; /proc/sys without its read-only bind',
      good: 'a mount for every masked path that the kernel of the dump has',
      mend,
      reference:
        'runc libcontainer/rootfs_linux.go: masks are made when a container starts, not when it is restored',
    },
    'trust-mount-flag': {
      severity: 'error',
      meaning: 'A mount is restored without a flag that the spec gives it: ro, nosuid, nodev, noexec.',
      why: 'The flags of the image win: what was read-only can be written.',
      bad: 'a hostPath with ro in the spec and flags without MS_RDONLY in the image',
      good: 'the flags of the spec',
      mend,
      reference: 'criu/mount.c, do_bind_mount; seen with CRIU 4.2',
    },
    'trust-propagation': {
      severity: 'warning',
      meaning: 'A mount of the host is restored as a shared one, which was not granted.',
      why: 'What is mounted below it in the container is mounted on the host, too.',
      bad: 'shared_id on a bind mount that the spec has rprivate',
      good: 'shared mounts only where the spec has rshared',
      mend,
      reference: 'criu/mount.c, restore_shared_options; seen with CRIU 4.2',
    },
  },
  ({ images, grants }, report) => {
    if (images === undefined || images.mounts.length === 0) return;
    for (const granted of grants) {
      judgeMasks(images, granted, report);
      judgeRoot(images, granted, report);
      for (const mount of granted.mounts ?? []) {
        const found = images.mounts.filter(({ mountpoint }) => samePath(mountpoint, mount.destination));
        for (const one of found) judgeFlags(images, granted, mount, one, report);
      }
      judgePropagation(images, granted, report);
    }
  },
);

type Report = TrustReport<keyof typeof mountLimitsRule.pages & string>;

/** Others depend on the machine and the configuration of the kernel: /proc/acpi, /proc/timer_stats, powercap … */
const mostlyThere = ['/proc/kcore', '/proc/keys', '/proc/timer_list', '/sys/firmware'];
const mostlyReadonly = ['/proc/bus', '/proc/fs', '/proc/irq', '/proc/sys', '/proc/sysrq-trigger'];
/** Kernels may be built without: CONFIG_PROC_KCORE, CONFIG_MAGIC_SYSRQ. */
const ofConfiguration: ReadonlySet<string> = new Set(['/proc/kcore', '/proc/sysrq-trigger']);
const readonly = 1;

function judgeMasks(images: ImageFacts, granted: Grants, report: Report): void {
  const at = (path: string) => images.mounts.find(({ mountpoint }) => mountpoint === path);
  const absent = (path: string) =>
    inImage(images, { file: images.mountTable, offset: 0 }, `(absent) ${path}`);
  const isThere = (path: string) => at(`/${path.split('/')[1] ?? ''}`) !== undefined;
  // A mask hides the path; the path itself, bound over itself, hides nothing.
  for (const path of granted.maskedPaths ?? []) {
    const mount = at(path);
    if (mount === undefined || mount.key !== undefined || !['proc', 'sysfs'].includes(mount.fileSystem))
      continue;
    report(
      'trust-mask',
      inImage(images, mount, images.fields.mount.root),
      `masked path not masked: ${mount.root} of ${mount.fileSystem} is mounted at ${path}, which ${granted.source} masks`,
    );
  }
  const missing = (granted.maskedPaths ?? []).filter(
    (path) => mostlyThere.includes(path) && isThere(path) && at(path) === undefined,
  );
  const writable = (granted.readonlyPaths ?? []).filter((path) => {
    if (!mostlyReadonly.includes(path) || !isThere(path)) return false;
    const mount = at(path);
    return mount === undefined ? !hasReadonlyParent(images, path) : !hasFlag(mount, readonly);
  });
  const unmounted = [...missing, ...writable.filter((path) => at(path) === undefined)];
  const mayLack = unmounted.every((path) => ofConfiguration.has(path));
  // Nobody opens it without that (fs/proc/kcore.c, open_kcore).
  const isKcoreOpen = grantsCapability(granted, cap.sysRawio);
  const [first, ...more] = unmounted.filter((path) => !mayLack || isKcoreOpen || path !== '/proc/kcore');
  if (first !== undefined)
    report(
      'trust-mask',
      absent(first),
      `${missing.includes(first) ? 'masked path not masked' : 'read-only path writable'}: no mount over ${[first, ...more].join(', ')}, which ${granted.source} masks or makes read-only${mayLack ? '; right where the kernel of the dump has no such file' : ''}`,
      mayLack ? 'warning' : 'error',
    );
  const bare = writable.flatMap((path) => at(path) ?? []);
  const [mount] = bare;
  if (mount !== undefined)
    report(
      'trust-mask',
      inImage(images, mount, images.fields.mount.flags),
      `read-only path writable: ${bare.map(({ mountpoint }) => mountpoint).join(', ')}, which ${granted.source} makes read-only`,
    );
}

const hasReadonlyParent = (images: ImageFacts, path: string): boolean =>
  images.mounts.some(
    (mount) =>
      mount.mountpoint !== '/' && path.startsWith(`${mount.mountpoint}/`) && hasFlag(mount, readonly),
  );

function judgeRoot(images: ImageFacts, granted: Grants, report: Report): void {
  if (granted.isRootReadonly !== true) return;
  const root = images.mounts.find(({ mountpoint }) => mountpoint === '/');
  if (root === undefined || hasFlag(root, readonly)) return;
  report(
    'trust-mount-flag',
    inImage(images, root, images.fields.mount.flags),
    `mount flag lost (ro): the root is writable, ${granted.source} makes it read-only`,
  );
}

function judgeFlags(
  images: ImageFacts,
  granted: Grants,
  mount: MountGrant,
  found: MountFact,
  report: Report,
): void {
  for (const option of mount.options) {
    const flag = Object.hasOwn(flagOfOption, option) ? flagOfOption[option] : undefined;
    if (flag === undefined || hasFlag(found, flag) || isTakenBack(mount.options, option)) continue;
    if (option === 'ro' && isShelf(images, mount, found)) continue;
    const isGrave = option === 'ro' || !grantsCapability(granted, cap.sysAdmin);
    report(
      'trust-mount-flag',
      inImage(images, found, images.fields.mount.flags),
      `mount flag lost (${option}): ${found.mountpoint} is without it, ${granted.source} grants it with ${option}`,
      isGrave ? 'error' : 'warning',
    );
  }
}

/** Of control groups of version 1 the hierarchies below are read-only; the tmpfs that they are mounted in holds nothing. */
function isShelf(
  { mounts }: ImageFacts,
  { type }: MountGrant,
  { mountpoint, fileSystem }: MountFact,
): boolean {
  if (type !== 'cgroup' || fileSystem !== 'tmpfs') return false;
  const below = mounts.filter((mount) => mount.mountpoint.startsWith(`${mountpoint}/`));
  return below.length > 0 && below.every((mount) => hasFlag(mount, readonly));
}

/** An option that a later one takes back. */
const isTakenBack = (options: readonly string[], option: string): boolean =>
  options.lastIndexOf(option === 'ro' ? 'rw' : option.replace('no', '')) > options.lastIndexOf(option);

function judgePropagation(images: ImageFacts, granted: Grants, report: Report): void {
  if (granted.origin === 'user' && granted.capabilities === undefined) return;
  for (const mount of images.mounts) {
    if (mount.key === undefined || !mount.isShared) continue;
    const own = granted.mounts?.find(({ destination }) => samePath(destination, mount.mountpoint));
    const isShared =
      own?.options.some((option) => option === 'shared' || option === 'rshared') === true ||
      /shared/.test(granted.propagation ?? '');
    if (isShared) continue;
    report(
      'trust-propagation',
      inImage(images, mount, images.fields.mount.shared),
      `propagation above spec: ${mount.mountpoint} is shared with the host, ${granted.source} does not grant that`,
    );
  }
}
