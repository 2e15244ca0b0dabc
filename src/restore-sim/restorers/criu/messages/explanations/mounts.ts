/** Mounts. */
import { type Explanation, row } from './explanation.ts';

export const mountsMessages: readonly Explanation[] = [
  row(
    'locked-mount',
    /Unable to apply root mount options: Operation not permitted/,
    'The tree has a user namespace of its own, and the mount below its root is read-only, nosuid, nodev, noexec or keeps times otherwise than the image: no user namespace can take that back.',
    'mount -o remount,bind the root of the restore as it was for the dump',
  ),
  row(
    'root-directory',
    /BUG at criu\/mount\.c|--root option is required|Unable to mount \/\S+ /,
    'The mounts of the image are made below a directory, and none was named.',
    'give --root DIR, a mount point with the files of the container',
  ),
  row(
    'root-directory',
    /New root and old root are the same/,
    'The directory of --root is no mount point.',
    'mount --rbind ROOT ROOT before the restore',
  ),
  row(
    'external-mount',
    /No mapping for (?<mount>\d+):/,
    'A mount comes from outside, and no option says from where.',
    'give --external mnt[KEY]:PATH with the key of the image',
  ),
  row(
    'external-mount-auto',
    /autodetected external mount/,
    'A mount from outside was found by CRIU itself when it dumped.',
    'give --external mnt[]',
  ),
  row(
    'external-device',
    /No device for/,
    'The device of a mount comes from outside.',
    'give --external dev[KEY]:DEVICE',
  ),
  row(
    'mount-source',
    /Failed to open_tree \S*\.criu\.mntns\.\w+\/mnt-\d+(?<path>\/\S+?): No such/,
    'A directory or file of the container is mounted once more, and is not there.',
    'make it below the root of the restore',
  ),
  row(
    'mount-source',
    /Unable to mount \S+ \S+ \(id=(?<mount>\d+)\): No such file/,
    'What a file system is mounted from is not there: a layer of an overlay, or a device.',
    'make it where CRIU runs, by the same name',
  ),
  row(
    'external-path',
    /Failed to open_tree (?<path>\S+?): No such|Failed to move_mount from (?<source>\S+) to .*: Invalid argument/,
    'What is mounted from outside is not there, or of another type.',
    'name a directory for a directory, a file for a file',
  ),
  row(
    'external-path',
    /Can't remount \S*?mnt-0*(?<mount>\d+) with MS_PRIVATE: Invalid argument/,
    'What is mounted from outside is a symbolic link, which is mounted itself: no mount is where it should be.',
    'name what the link leads to: in the mounts of the container, or as --external mnt[KEY]:PATH',
  ),
  row(
    'mount-point-needed',
    /Can't stat mountpoint \S*?mnt-\d+(?<path>\/\S*?):|Failed to move mount \d+ from \S+ to \S*?\d+-\d+(?<point>\/\S*?):|Unable to mount \S+ \S+ \(id=(?<mount>\d+)\): Not a directory|Can't mount at .*: (Not a directory|No such)/,
    'The place of a mount is missing below the root, or is no directory.',
    'make it below the root of the restore: a directory, no symbolic link',
  ),
  row(
    'shared-root',
    /Unable to find master|No master|shared.*master|mount.*sharing/i,
    'A mount gets events from one that is outside.',
    'mount --make-shared where it lies',
    { file: /mount(-v2)?\.c$/ },
  ),
  row(
    'file-system-needed',
    /Unable to mount .*: (No such device|Unknown)|Unsupported fstype|fsname can be set/,
    'The kernel does not have a file system.',
    'load its module',
  ),
  row(
    'program-needed',
    /Can't (restore|extract) tmpfs content|tar.*failed/i,
    'The content of a tmpfs could not be unpacked.',
    'install tar and gzip where CRIU finds them',
  ),
];
