/** What else has to be known before a restore: duties of the host, and what could not be placed. */
import type { Checkpoint, OpenFile } from '../../../../model/checkpoint.ts';
import { hostMounts, madeMounts } from './place.ts';
import type { PreparationTarget } from './types.ts';

export function remarksOn(checkpoint: Checkpoint, target: PreparationTarget): readonly string[] {
  const host = hostMounts(checkpoint).map(
    ({ mountpoint, fstype }) =>
      `The host mounted ${mountpoint} (${fstype}); it has to be there before the restore.`,
  );
  const late = madeMounts(checkpoint).filter(
    ({ isDelayed, mountData }) => isDelayed || mountData !== undefined,
  );
  const network = late.map(
    ({ mountpoint, device }) => `The mount of ${device} on ${mountpoint} needs its server or daemon.`,
  );
  return [
    'The root holds the same tree as at the dump: the image has no ordinary files.',
    ...(target === 'criu' ? criuRemarks : openvzRemarks),
    ...host,
    ...network,
    ...unplaced(checkpoint),
  ];
}

const criuRemarks: readonly string[] = [
  'The root is a mount point and writable: sockets are bound in it, deleted files are made anew in it.',
  'CRIU runs as root. Without CAP_SYS_RESOURCE, hard limits are cut to its own.',
  'Capabilities that the restoring side lacks are taken from the tasks.',
  'In a fresh network namespace lo is up before CRIU starts, or it fails to look at what the kernel can do.',
];

const openvzRemarks: readonly string[] = [
  'The number of the container is free, and its root is mounted.',
  'The restoring process is accounted to the beancounter of the container and has its root as root.',
];

function unplaced({ files, sockets }: Checkpoint): readonly string[] {
  const nameless = [...files.values()].filter(isNameless).length;
  const relative = [...sockets.values()].filter(
    ({ local }) => local?.family === 'unix' && !local.isAbstract && (local.name ?? '/')[0] !== '/',
  ).length;
  return [
    ...(nameless > 0 ? [`Open files without a path that could be looked for: ${nameless}.`] : []),
    ...(relative > 0 ? [`Sockets bound to a relative name, whose directory is not known: ${relative}.`] : []),
  ];
}

const namedKinds: ReadonlySet<string> = new Set([
  ...['regular', 'directory', 'character-device', 'block-device', 'tty', 'fifo', 'symlink', 'unknown'],
]);

const isNameless = ({ kind, isDeleted, path = '' }: OpenFile): boolean =>
  namedKinds.has(kind) && !isDeleted && !path.startsWith('/');
