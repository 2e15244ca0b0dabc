/** Files, descriptors, terminals and mounts. */
import { again, type Remedies } from './remedy.ts';

export const files: Remedies = {
  'file-name': [
    'The name of the file is missing, empty or not ended.',
    `${again} \`cr-inspect IMAGE fds\` shows who has it open.`,
  ],
  'file-kind': [
    'The kernel restores regular files, directories, devices, pipes, sockets, terminals and its own event files, and this is something else.',
    'Close the file before the dump.',
  ],
  'file-mount': [
    'The file lies on a mount that is not in the image.',
    'Dump the container as a whole, with the mount.',
  ],
  'deleted-file': [
    'The content of a deleted file has to be in the image, and the kernel needs a directory to make it in.',
    'Dump again; make the directory that the message names.',
  ],
  'pipe-content': [
    'The image holds more bytes than a pipe of this kernel takes.',
    'Let the reader empty the pipe before the dump.',
  ],
  'table-size': [
    'The table of descriptors of the image is larger than fs.nr_open allows.',
    'Raise fs.nr_open, or correct the size if it was edited.',
  ],
  'descriptor-beyond-table': [
    'The number of a descriptor is larger than the table that the image announces.',
    'Correct the size of the table or the number: `cr-inspect IMAGE fds --pid PID`.',
  ],
  'watch-file': [
    'The image says which file is watched by a position, and no open file is there.',
    'Keep the watched file open, or dump again.',
  ],
  'stray-file': ['Only segments of shared memory may be in the image without an open descriptor.', again],
  'terminal-section': ['Descriptors refer to terminals, and the image has no section of them.', again],
  'terminal-lost': [
    'The terminal is outside of the container, or its foreground group does not exist any more.',
    'Start the program in a terminal of the container, or give it one after the restore.',
  ],
  'mount-names': [
    'A mount has neither a device name nor a place, as the kernel needs.',
    `${again} \`cr-inspect IMAGE mounts\` shows the tree.`,
  ],
  'mount-type': [
    'The file system is not known to the kernel that restores.',
    'Load its module, or unmount it before the dump.',
  ],
  'mount-reference': [
    'The source of a bind mount is not in the image.',
    'Dump the container as a whole; `cr-inspect IMAGE mounts` shows the tree.',
  ],
  'control-group': [
    'A group or a task in it is described in a way that the kernel does not find again.',
    `${again} \`cr-inspect IMAGE cgroups\` shows them.`,
  ],
  'beancounter-parent': [
    'The account above this one is itself, or not in the image.',
    'Set the parent to -1 for the top account.',
  ],
  'beancounter-resources': [
    'The account counts more kinds of resources than this kernel has.',
    'Convert the image to the kernel that restores it.',
  ],
  'beancounter-unknown': [
    'The object refers to an account that is not in the image.',
    'Nothing has to be done; what it holds is counted for the container.',
  ],
  'criu-file-reference': [
    'Something refers to an open file by an id that files.img does not have.',
    'Copy files.img again; it has to be of the same dump.',
  ],
  'criu-file-entry': [
    'Kind, id or message of an entry in files.img do not fit each other.',
    'Correct the entry with `cr-crit set`, or copy files.img again.',
  ],
  'criu-file-open': [
    'Mode or flags of the entry are such that open() fails or makes another file.',
    'Correct mode and flags: `cr-crit show DIR files.img`.',
  ],
  'criu-file-mount': [
    'mnt_id of the file is none of the mounts in the image.',
    'Copy mountpoints-N.img; else set mnt_id to the mount that holds the path.',
  ],
  'criu-watched-file': [
    'The dump found no path that leads to the inode, as for a symbolic link that is watched itself, and without a mount namespace in the image CRIU looks on no mount for it.',
    'End the watch before the dump; else give the handle in files.img a path: `cr-crit set`.',
  ],
  'criu-file-unused': [
    'A pipe or terminal is in files.img, but no descriptor of a task leads to it; the task that is to make it dies.',
    'Remove the entry from files.img, or copy fdinfo-N.img again.',
  ],
  'criu-memfd-inode': [
    'The entry of the memfd names an inode that memfd.img does not have, or one of an impossible mode or size.',
    'Copy memfd.img again; it has to be of the same dump.',
  ],
  'criu-descriptor-range': [
    'The number is not below fs.nr_open or the limit RLIMIT_NOFILE of the task.',
    'Raise fs.nr_open; correct an edited number in fdinfo-N.img.',
  ],
  'criu-duplicate-descriptor': ['fdinfo-N.img has two entries of one number.', 'Remove one of them.'],
  'criu-remap': [
    'A deleted file is described by remap-fpath.img, and what that names is not in the image.',
    'Dump with its content (`--ghost-limit` for large files, `--link-remap` for linked ones); copy ghost-file-N.img.',
  ],
  'criu-pipe-data': [
    'The saved data is more than the pipe can be made to hold.',
    'Raise fs.pipe-max-size where it is restored.',
  ],
  'criu-terminal': [
    'Kind, index or state of a terminal are not those of any that CRIU makes.',
    'Copy tty-info.img again; give terminals of the caller with --shell-job or --inherit-fd.',
  ],
  'criu-mounts': [
    'mountpoints-N.img holds no mount that is the root of the others.',
    'Copy it again; it has to be of the same dump.',
  ],
  'criu-mount-parent': [
    'parent_mnt_id names a mount that is not in the file.',
    'Copy mountpoints-N.img again; correct an edited number.',
  ],
  'criu-mount-point': [
    'The path of the mount is outside of its parent, is no directory, or does not exist.',
    'Make the directory below --root; correct an edited path.',
  ],
  'criu-mount-source': [
    'The mount is a bind of something outside of the dump, or its file system has no source here.',
    'Name it at the restore: `--external mnt[KEY]:PATH`; engines do it for their own mounts.',
  ],
  'criu-mount-options': [
    'The kernel refuses the options or flags when the file system is mounted anew.',
    'Load the module of the file system; remove options that the kernel does not know with `cr-crit set`.',
  ],
  'criu-mount-sharing': [
    'master_id names a peer group that no mount of the image is in.',
    'Name the outer mount at the restore (`--external mnt[]:m`), or dump with --enable-external-masters.',
  ],
  'criu-cgroup-set': [
    'cg_set of the task is no set of cgroup.img.',
    'Copy cgroup.img again, or restore with --manage-cgroups=ignore.',
  ],
};
