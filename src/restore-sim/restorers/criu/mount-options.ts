/** What mount(2) of ordinary kernels refuses whatever is there: flags, names of options, file systems. */

/** images/mnt.proto: enum fstype. */
export const fileSystems = {
  unsupported: 0,
  proc: 1,
  sysfs: 2,
  tmpfs: 5,
  devpts: 6,
  simfs: 7,
  aufs: 13,
  mqueue: 14,
  auto: 16,
  last: 19,
  cgroup2: 23,
} as const;

/** CRIU has no name for the others (decode_fstype). */
export const isSupported = (type: number): boolean =>
  type !== fileSystems.unsupported && (type <= fileSystems.last || type === fileSystems.cgroup2);

// linux/mount.h: MS_*.
export const mountFlags = {
  readOnly: 1,
  unbindable: 1 << 17,
  /** Those of a mount, not of its file system: nosuid, nodev, noexec, the times, propagation. */
  ofMount: 0x3e_0c0e,
} as const;
const remount = 0x20;
const bind = 0x1000;
const move = 0x2000;
const propagation = 0x1e_0000;
const noUser = 0x8000_0000;

/** Flags that make mount(2) do something else than mount. */
export const isNewMount = (flags: number): boolean =>
  (flags & (remount | bind | move | propagation | noUser)) === 0;

/** Those of every file system, and of security modules. */
const generic = new Set([
  ...['ro', 'rw', 'sync', 'async', 'dirsync', 'mand', 'nomand', 'lazytime', 'nolazytime', 'source'],
  ...['seclabel', 'context', 'fscontext', 'defcontext', 'rootcontext'],
  ...['smackfsdef', 'smackfsfloor', 'smackfshat', 'smackfsroot', 'smackfstransmute'],
]);

/** Options of file systems that are in almost every image; those of others are not judged. */
const options: Readonly<Record<number, ReadonlySet<string>>> = {
  [fileSystems.proc]: new Set(['gid', 'hidepid', 'subset', 'pidns']),
  [fileSystems.sysfs]: new Set(),
  [fileSystems.mqueue]: new Set(),
  [fileSystems.devpts]: new Set(['uid', 'gid', 'mode', 'ptmxmode', 'newinstance', 'max']),
  [fileSystems.tmpfs]: new Set([
    ...[
      'size',
      'nr_blocks',
      'nr_inodes',
      'mode',
      'uid',
      'gid',
      'huge',
      'mpol',
      'inode32',
      'inode64',
      'noswap',
    ],
    ...['quota', 'usrquota', 'grpquota', 'usrquota_block_hardlimit', 'usrquota_inode_hardlimit'],
    ...['grpquota_block_hardlimit', 'grpquota_inode_hardlimit', 'casefold', 'strict_encoding'],
  ]),
};

/** The first option that the file system does not know. */
export function foreignOption(type: number, text: string): string | undefined {
  const known = options[type];
  if (known === undefined) return undefined;
  // Quoted values may hold commas.
  const names = text.replaceAll(/"[^"]*"/g, '').split(',');
  return names.find((option) => {
    const [name = '', value] = option.split('=', 2);
    if (name === '' || generic.has(name)) return false;
    if (name === 'mode' || name === 'ptmxmode') return !known.has(name) || !/^[0-7]+$/.test(value ?? '');
    return !known.has(name);
  });
}
