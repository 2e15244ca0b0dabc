/** Namespaces, mounts, networks and control groups that are not dumped as they are. */
import type { Explanation } from '../explanation.ts';
import { refused } from './row.ts';

export const namespacesOfDumps: readonly Explanation[] = [
  refused(
    /Can't dump nested (?<what>\w+) namespace/,
    'Tasks below the root have a namespace of their own, which CRIU supports for mounts and networks only.',
    'dump each namespace by itself, from its own first process',
  ),
  refused(
    /Can't dump a pid namespace without the process init/,
    'The pid namespace has more tasks than the tree, or another first process.',
    'dump its process 1, or criu dump --external pid[INODE]:NAME',
  ),
  refused(
    /doesn't belong to the target user namespace/,
    'A namespace belongs to another user namespace than the tree.',
    'make all of them in one step: unshare -U with the others',
  ),
  refused(
    /Can't parse \d+'s mountinfo/,
    'The task sees no mount, as in a chroot into a plain directory.',
    'make the directory a mount, and its root by pivot_root, as container engines do',
  ),
  refused(
    /The root task has another root than mntns/,
    'The first process is in a chroot of its mount namespace.',
    'use pivot_root, as container engines do, or dump without a mount namespace of its own',
  ),
  refused(
    /Mount \d+ (?<mount>\S+) \(master_id: .* has unreachable sharing/,
    'Mounts are propagated from the host.',
    'criu dump --enable-external-masters (behind an engine a line enable-external-masters in /etc/criu/runc.conf or crun.conf), or make it private: mount --make-rprivate',
  ),
  refused(
    /Mount \d+:(?<mount>\S+) is autodetected external mount/,
    'A directory of the host is mounted in.',
    "criu dump --external 'mnt[]' for all of them, or --external mnt[PATH]:NAME, and the same names for the restore",
  ),
  refused(
    /FS mnt (?<mount>\S+) dev \S+ root \S+ unsupported/,
    'A file system is mounted that CRIU can neither dump nor find elsewhere.',
    'criu dump --external mnt[PATH]:NAME where the host has it at the restore, or --enable-fs TYPE to mount it afresh',
  ),
  refused(
    /^(?:mnt: )?(?<mount>\S+) is a fuse mount but not external/,
    'A FUSE file system is mounted; its server is outside of the tree.',
    'criu dump --external mnt[PATH]:NAME, or unmount it',
  ),
  refused(
    /^(?<mount>\S+) isn't empty$/,
    'A file system that is dumped empty holds files: of mqueue, POSIX message queues, also those of others in a shared IPC namespace.',
    'remove the queues (mq_unlink(3)), give the container an IPC namespace of its own, or criu dump --external mnt[PATH]:NAME',
  ),
  refused(
    /doesn't have a proper root mount/,
    'CRIU finds no mount that holds the root of another one.',
    'criu dump --external mnt[PATH]:NAME for it: it comes from the host',
  ),
  refused(
    /Can't dump tmpfs content/,
    'tar could not save the content of a tmpfs.',
    'install GNU tar: that of busybox lacks options',
  ),
  refused(
    /(Mount \d+ has two children with same mountpoint|is overmounted so paths are invisible)/,
    'Two mounts lie on one directory.',
    'unmount one of them before the dump',
  ),
  refused(
    /Net namespace is required to dump tun link/,
    'A tun or tap device is open, and it is one of the host.',
    'run the program in a network namespace of its own (unshare -n), or close it before the dump',
  ),
  refused(
    /Can't dump (?<what>\S+) with filter on-board/,
    'A tap device has a filter, which cannot be read.',
    'let the program take the filter away before the dump',
  ),
  refused(
    /No fd info for non persistent tun device/,
    'A tun or tap device is held open by a process outside of the tree.',
    'end that process or delete the device, or dump a tree that holds both',
  ),
  refused(
    /Unsupported link \d+ \(type \d+ kind (?<what>\S+)\)/,
    'A network interface of that kind cannot be dumped.',
    'criu dump --external net[INODE]:NAME for the whole namespace, or delete the interface before',
  ),
  refused(
    /Unable to dump a socket from an external network namespace/,
    'A socket is of a network namespace that no task of the tree is in.',
    'close it before the dump, or keep a task of the tree in that namespace',
  ),
  refused(
    /Unable to dump more than one netns/,
    'With --empty-ns net a tree has one network namespace.',
    'criu dump without --empty-ns net, or --external net[INODE]:NAME for the others',
  ),
  refused(
    /dumping (global|known) properties.* failed|Failed parsing cgroup|invalid cgroup configuration/,
    'Settings of a control group could not be read.',
    'criu dump --manage-cgroups=ignore, where they need not come back',
  ),
];
