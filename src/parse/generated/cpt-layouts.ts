// Made by "npm run generate" from formats/cpt/*.ksy. Do not edit.
import type { Layout } from '../layout.ts';

export const cptLayouts: Readonly<Record<string, Layout>> = {
 "bits": {
  "doc": "Raw bytes, an object found in TASK (kernel stack, FPU state), MM (LDT), SKB (packet), TTY (input), INODE (pipe content) and SNMP_STATS (u32 counters). The header's content code tells the kind. The object SKFILTER inside SOCKET has the same form and holds a classic BPF program.",
  "fields": [
   {
    "name": "size",
    "kernelName": "cpt_size",
    "unit": "bytes",
    "doc": "Number of bytes of content in use; padding to a file position that is a multiple of 8 may follow. Absent in SNMP_STATS, where the content runs to the end of the object.",
    "type": "u4",
    "optional": true
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u4",
    "optional": true,
    "isPad": true
   }
  ]
 },
 "ref": {
  "doc": "Reference from the INODE of a terminal device to its TTY object. It has no content.",
  "fields": [
   {
    "name": "pos",
    "kernelName": "cpt_pos",
    "positionOf": "tty",
    "doc": "Position of the TTY object.",
    "type": "u8"
   }
  ]
 },
 "name": {
  "doc": "A text, usually a path. Content: the bytes, ended by a zero byte and padded with zeros to a file position that is a multiple of 8. Found in FILE, INODE, VFSMOUNT, CGROUPS, CGROUP, UTSNAME, NET_IPTABLES and INOTIFY. With content code DATA (kernels from 042stab054) the content is the tar archive of a tmpfs.",
  "fields": [
   {
    "name": "len",
    "kernelName": "cpt_len",
    "unit": "bytes",
    "doc": "Length of the tar archive without padding. Absent (`hdrlen` 16) for texts and older archives.",
    "type": "u4",
    "optional": true
   },
   {
    "name": "pad",
    "kernelName": "cpt_pad",
    "type": "u4",
    "optional": true,
    "isPad": true
   }
  ]
 },
 "veinfo": {
  "doc": "Limits and clocks of the container, the only object of the VEINFO section. It has no content. Restore fails without it.",
  "fields": [
   {
    "name": "shmCtlMax",
    "kernelName": "shm_ctl_max",
    "unit": "bytes",
    "doc": "Largest shared memory segment allowed (SHMMAX). 0 stands for 2^32-1, and 2^32-1 for anything above. 2.6.18-028stab056 leaves it stale unless the limit is above 2^32-1, yet installs it on restore.",
    "type": "u4"
   },
   {
    "name": "shmCtlAll",
    "kernelName": "shm_ctl_all",
    "unit": "pages",
    "doc": "Shared memory allowed in total (SHMALL). 0 stands for 2^32-1. Left stale by 2.6.18-028stab056 like `shm_ctl_max`.",
    "type": "u4"
   },
   {
    "name": "shmCtlMni",
    "kernelName": "shm_ctl_mni",
    "doc": "Number of shared memory segments allowed (SHMMNI).",
    "type": "u4"
   },
   {
    "name": "msgCtlMax",
    "kernelName": "msg_ctl_max",
    "unit": "bytes",
    "doc": "Size of a message allowed (MSGMAX).",
    "type": "u4"
   },
   {
    "name": "msgCtlMni",
    "kernelName": "msg_ctl_mni",
    "doc": "Number of message queues allowed (MSGMNI).",
    "type": "u4"
   },
   {
    "name": "msgCtlMnb",
    "kernelName": "msg_ctl_mnb",
    "unit": "bytes",
    "doc": "Default size of a message queue (MSGMNB).",
    "type": "u4"
   },
   {
    "name": "semCtlArr",
    "kernelName": "sem_ctl_arr",
    "repeat": 4,
    "doc": "Semaphore limits in this order; semaphores per set (SEMMSL), semaphores in total (SEMMNS), operations per call (SEMOPM), sets in total (SEMMNI).",
    "type": "u4"
   },
   {
    "name": "startTimespecDelta",
    "kernelName": "start_timespec_delta",
    "unit": "timespec",
    "doc": "Age of the container on the monotonic clock at the dump. Restore sets the start of the container this far before the moment of its creation.",
    "type": "u8"
   },
   {
    "name": "startJiffiesDelta",
    "kernelName": "start_jiffies_delta",
    "unit": "jiffies",
    "doc": "The same age in jiffies of the writing kernel.",
    "type": "u8"
   },
   {
    "name": "lastPid",
    "kernelName": "last_pid",
    "doc": "Pid given out last; new pids are searched from here. 0 = lowest free pid. From 2.6.26 (`hdrlen` 144).",
    "type": "u4",
    "optional": true
   },
   {
    "name": "rndVaSpace",
    "kernelName": "rnd_va_space",
    "doc": "Setting of address randomisation plus 1; 0 = keep the default of the kernel. Written by 2.6.32, stale or zero before.",
    "type": "u4",
    "optional": true
   },
   {
    "name": "vpidMax",
    "kernelName": "vpid_max",
    "doc": "Limit for pids in the container; used when it is not 0 and below the limit of the kernel. Written from kernel 042stab061, 0 before.",
    "type": "u4",
    "optional": true
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u4",
    "optional": true,
    "isPad": true
   },
   {
    "name": "realStartTimespecDelta",
    "kernelName": "real_start_timespec_delta",
    "unit": "timespec",
    "doc": "Age of the container on the boot time clock, which counts suspended time. 0 = absent, `start_timespec_delta` counts. Written from kernel 042stab061.",
    "type": "u8",
    "optional": true
   },
   {
    "name": "reserved",
    "kernelName": "reserved",
    "repeat": 6,
    "doc": "Zero, for later use.",
    "type": "u8",
    "optional": true
   },
   {
    "name": "aioMaxNr",
    "kernelName": "aio_max_nr",
    "doc": "Limit for asynchronous requests in the container. From kernel 042stab108 (`hdrlen` 152 or more).",
    "type": "u8",
    "optional": true
   },
   {
    "name": "veBcap",
    "kernelName": "cpt_ve_bcap",
    "bitsName": "capability",
    "doc": "Capabilities that tasks of the container can have at all. From kernel 042stab108 (`hdrlen` 160); without it the effective capabilities of the init task are the bound.",
    "type": "u8",
    "optional": true
   }
  ]
 },
 "ubparm": {
  "doc": "Limits and counters of one resource in a beancounter. Resources named *pages count pages, *size and *buf count bytes, num* count objects. 2^64-1 = no limit.",
  "fields": [
   {
    "name": "barrier",
    "kernelName": "barrier",
    "doc": "Soft limit, or guarantee for the *guarpages resources.",
    "type": "u8"
   },
   {
    "name": "limit",
    "kernelName": "limit",
    "doc": "Hard limit.",
    "type": "u8"
   },
   {
    "name": "held",
    "kernelName": "held",
    "doc": "Amount in use; 2^64-1 in the current copy, where use starts anew with the restored objects.",
    "type": "u8"
   },
   {
    "name": "maxheld",
    "kernelName": "maxheld",
    "doc": "Highest amount in use so far.",
    "type": "u8"
   },
   {
    "name": "minheld",
    "kernelName": "minheld",
    "doc": "Lowest amount in use so far.",
    "type": "u8"
   },
   {
    "name": "failcnt",
    "kernelName": "failcnt",
    "doc": "Number of refused charges.",
    "type": "u8"
   }
  ]
 },
 "ubc": {
  "doc": "One beancounter, the account of a container's resources; an object of the UBC section. It has no content. Parents stand before their children. The header's content code ARRAY says that `ub_resources` and `ub_flags` are valid; with VOID (2.6.18, 2.6.26) they are stale and 24 resources are stored. Images of versions 0x000, 0x100 and 0x200 have values that restore ignores.",
  "fields": [
   {
    "name": "parent",
    "kernelName": "cpt_parent",
    "positionOf": "ubc",
    "doc": "Position of the parent beancounter; 2^64-1 for the top one. A beancounter must not name itself.",
    "type": "u8"
   },
   {
    "name": "id",
    "kernelName": "cpt_id",
    "doc": "Number of the beancounter inside its parent; 0 for the top one.",
    "type": "u4"
   },
   {
    "name": "ubResources",
    "kernelName": "cpt_ub_resources",
    "doc": "Number of resources stored; 24, or 25 from RHEL6 kernels. Stale in 2.6.18 and 2.6.26 images. A kernel that knows less refuses the image.",
    "type": "u2"
   },
   {
    "name": "ubFlags",
    "kernelName": "cpt_ub_flags",
    "flagsName": "ub_flag",
    "doc": "Bit 0 says that no stored copies are there. Stale in 2.6.18 and 2.6.26 images.",
    "type": "u2"
   },
   {
    "name": "parms",
    "kernelName": "cpt_parms",
    "repeat": 64,
    "doc": "Entry 2i is the current state and entry 2i+1 the stored copy of resource i, as numbered by the enumeration `ub_resource`. Entries of unused numbers and missing stored copies are stale. 2.6.18 only counts physpages, so a limit of 0 there means nothing; RHEL6 enforces it.",
    "type": {
     "struct": "ubparm"
    }
   }
  ]
 },
 "cgroup": {
  "doc": "One control group directory, an object inside CGROUPS. Content: NAME with the directory name (absent for the root), then the u32 pids of the members, ended by 0 and not padded. From kernel 042stab061.",
  "fields": [
   {
    "name": "index",
    "kernelName": "cpt_index",
    "doc": "Running number of the control group in the image.",
    "type": "u4"
   },
   {
    "name": "parent",
    "kernelName": "cpt_parent",
    "doc": "`index` of the parent, which stands earlier; -1 for the root of a hierarchy.",
    "type": "s4"
   },
   {
    "name": "flags",
    "kernelName": "cpt_flags",
    "flagsName": "cgroup_flag",
    "doc": "Set bits are added to uncleared memory, so other bits are stale.",
    "type": "u4"
   },
   {
    "name": "padAt28",
    "type": {
     "bytes": 4
    },
    "optional": true,
    "isPad": true
   }
  ]
 },
 "slm_sgreg": {
  "doc": "A group of a closed resource manager, an object of the SLM_SGREGS section. No public kernel writes or reads it; the meaning of the fields is inferred from their names.",
  "fields": [
   {
    "name": "size",
    "kernelName": "cpt_size",
    "unit": "bytes",
    "doc": "Length of the data of the manager.",
    "type": "u4"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u4",
    "isPad": true
   },
   {
    "name": "id",
    "kernelName": "cpt_id",
    "doc": "Number of the group.",
    "type": "u4"
   },
   {
    "name": "resource",
    "kernelName": "cpt_resource",
    "doc": "Number of the resource.",
    "type": "u2"
   },
   {
    "name": "regname",
    "kernelName": "cpt_regname",
    "doc": "Name of the group, ended by a zero byte.",
    "type": {
     "bytes": 32
    },
    "isText": true
   },
   {
    "name": "pad2",
    "kernelName": "__cpt_pad2",
    "type": {
     "bytes": 2
    },
    "isPad": true
   }
  ]
 },
 "slm_regobj": {
  "doc": "A member of a group of a closed resource manager, an object of the SLM_REGOBJS section. No public kernel writes or reads it; the meaning is inferred.",
  "fields": [
   {
    "name": "size",
    "kernelName": "cpt_size",
    "unit": "bytes",
    "doc": "Length of the data of the manager.",
    "type": "u4"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u4",
    "isPad": true
   }
  ]
 },
 "file": {
  "doc": "One open file (struct file), an object of the FILES section; also inside FS (root, current and alternative root directory) and inside INOTIFY_WATCH (the watched path). Content: NAME with the path (absent for sockets), then TIMERFD or EVENTFD, then FLOCK objects. Each object here must be used by some reference, else restore takes it for a shared memory segment.",
  "fields": [
   {
    "name": "flags",
    "kernelName": "cpt_flags",
    "flagsName": "open_flag",
    "doc": "Flags of open and fcntl.",
    "type": "u4"
   },
   {
    "name": "mode",
    "kernelName": "cpt_mode",
    "flagsName": "file_mode",
    "doc": "Access mode of the open file. Bits above 0x20 are private to the writing kernel.",
    "type": "u4"
   },
   {
    "name": "pos",
    "kernelName": "cpt_pos",
    "unit": "bytes",
    "doc": "Current offset in the file; a negative number in two's complement is not refused.",
    "type": "u8"
   },
   {
    "name": "uid",
    "kernelName": "cpt_uid",
    "doc": "User id of the opener.",
    "type": "u4"
   },
   {
    "name": "gid",
    "kernelName": "cpt_gid",
    "doc": "Group id of the opener.",
    "type": "u4"
   },
   {
    "name": "iMode",
    "kernelName": "cpt_i_mode",
    "doc": "File type and permission bits of the inode (st_mode).",
    "type": "u4"
   },
   {
    "name": "lflags",
    "kernelName": "cpt_lflags",
    "flagsName": "dentry_flag",
    "doc": "What the path stands for and how it is restored.",
    "type": "u4"
   },
   {
    "name": "inode",
    "kernelName": "cpt_inode",
    "positionOf": "inode",
    "doc": "Position of the INODE for deleted files and for all but regular files and directories; 2^64-1 = reopen by path.",
    "type": "u8"
   },
   {
    "name": "priv",
    "kernelName": "cpt_priv",
    "positionOf": "tty",
    "doc": "Depends on the file. Terminal: position of the TTY. Socket: `index` of the SOCKET. Signalfd: the signal mask. Epoll and inotify: an inode number, not read on restore. Others: 2^64-1.",
    "type": "u8"
   },
   {
    "name": "fownFd",
    "kernelName": "cpt_fown_fd",
    "doc": "Descriptor number registered for asynchronous notice (FASYNC); 2^32-1 = none.",
    "type": "u4"
   },
   {
    "name": "fownPid",
    "kernelName": "cpt_fown_pid",
    "doc": "Pid that gets signals of this file; 0 = nobody or a task outside. 2.6.18 stores what its pid mapping gives.",
    "type": "u4"
   },
   {
    "name": "fownUid",
    "kernelName": "cpt_fown_uid",
    "doc": "User id of the task that set the owner.",
    "type": "u4"
   },
   {
    "name": "fownEuid",
    "kernelName": "cpt_fown_euid",
    "doc": "Effective user id of the task that set the owner.",
    "type": "u4"
   },
   {
    "name": "fownSigno",
    "kernelName": "cpt_fown_signo",
    "doc": "Signal sent instead of SIGIO; 0 = SIGIO.",
    "type": "u4"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u4",
    "isPad": true
   },
   {
    "name": "vfsmount",
    "kernelName": "cpt_vfsmount",
    "positionOf": "vfsmount",
    "doc": "Position of the VFSMOUNT in which the path is looked up; 2^64-1 = from the root directory, never write 0. From kernel 042stab061 (`hdrlen` 96).",
    "type": "u8",
    "optional": true
   }
  ]
 },
 "filedesc": {
  "doc": "One entry of a descriptor table, an object inside FILES; inside SKB a file that travels with a packet. It has no content.",
  "fields": [
   {
    "name": "fd",
    "kernelName": "cpt_fd",
    "doc": "Descriptor number, must be below `max_fds` of the table (a larger one crashes the kernel). In SKB the running number of the passed file.",
    "type": "u4"
   },
   {
    "name": "flags",
    "kernelName": "cpt_flags",
    "flagsName": "fd_flag",
    "doc": "Bit 0 = close on exec. 0 in SKB.",
    "type": "u4"
   },
   {
    "name": "file",
    "kernelName": "cpt_file",
    "positionOf": "file",
    "doc": "Position of the FILE.",
    "type": "u8"
   }
  ]
 },
 "files": {
  "doc": "One descriptor table, an object of the FILES_STRUCT section. Content: its FILEDESC objects. Tasks share a table when their `files` fields hold the same position.",
  "fields": [
   {
    "name": "index",
    "kernelName": "cpt_index",
    "doc": "Running number of the table; `owner` of POSIX locks refers to it.",
    "type": "u4"
   },
   {
    "name": "maxFds",
    "kernelName": "cpt_max_fds",
    "doc": "Size of the table; the restored table is grown to it.",
    "type": "u4"
   },
   {
    "name": "nextFd",
    "kernelName": "cpt_next_fd",
    "doc": "Lowest descriptor number that may be free.",
    "type": "u4"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u4",
    "isPad": true
   }
  ]
 },
 "fs": {
  "doc": "Root and current directory of tasks, an object of the FS section. Content: FILE of the root directory, FILE of the current directory and, up to 2.6.18, FILE of an alternative root. Tasks share it like a descriptor table.",
  "fields": [
   {
    "name": "umask",
    "kernelName": "cpt_umask",
    "doc": "Permission bits that new files do not get.",
    "type": "u4"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u4",
    "isPad": true
   }
  ]
 },
 "inode": {
  "doc": "State of an inode that cannot be found again by path alone, an object of the INODE section. Content: NAME with another path of a deleted file; else SYSV_SHM for a segment, then PAGES (RHEL6 also ITERPAGES); BITS for bytes in a pipe; REF for a terminal. The content of ordinary files is not in the image.",
  "fields": [
   {
    "name": "dev",
    "kernelName": "cpt_dev",
    "doc": "Number of the file system's device, kernel coding (major * 2^20 + minor).",
    "type": "u8"
   },
   {
    "name": "ino",
    "kernelName": "cpt_ino",
    "doc": "Inode number; the segment id for System V shared memory.",
    "type": "u8"
   },
   {
    "name": "mode",
    "kernelName": "cpt_mode",
    "doc": "File type and permission bits (st_mode).",
    "type": "u4"
   },
   {
    "name": "nlink",
    "kernelName": "cpt_nlink",
    "doc": "Number of names; 0 for a deleted file without another name.",
    "type": "u4"
   },
   {
    "name": "uid",
    "kernelName": "cpt_uid",
    "doc": "User id of the owner.",
    "type": "u4"
   },
   {
    "name": "gid",
    "kernelName": "cpt_gid",
    "doc": "Group id of the owner.",
    "type": "u4"
   },
   {
    "name": "rdev",
    "kernelName": "cpt_rdev",
    "doc": "Device number of a device file, kernel coding.",
    "type": "u8"
   },
   {
    "name": "size",
    "kernelName": "cpt_size",
    "unit": "bytes",
    "doc": "Size of the file; holes and the end behind the last page follow from it.",
    "type": "u8"
   },
   {
    "name": "blksize",
    "kernelName": "cpt_blksize",
    "unit": "bytes",
    "doc": "Preferred block size (st_blksize).",
    "type": "u8"
   },
   {
    "name": "atime",
    "kernelName": "cpt_atime",
    "unit": "timespec",
    "doc": "Time of the last access, wall clock since 1970.",
    "type": "u8"
   },
   {
    "name": "mtime",
    "kernelName": "cpt_mtime",
    "unit": "timespec",
    "doc": "Time of the last change of content, wall clock since 1970.",
    "type": "u8"
   },
   {
    "name": "ctime",
    "kernelName": "cpt_ctime",
    "unit": "timespec",
    "doc": "Time of the last change of the inode, wall clock since 1970.",
    "type": "u8"
   },
   {
    "name": "blocks",
    "kernelName": "cpt_blocks",
    "doc": "Disk space in use, in units of 512 bytes (st_blocks).",
    "type": "u8"
   },
   {
    "name": "sb",
    "kernelName": "cpt_sb",
    "doc": "Magic number of the file system type, as statfs reports it.",
    "type": "u4"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u4",
    "isPad": true
   },
   {
    "name": "vfsmount",
    "kernelName": "cpt_vfsmount",
    "positionOf": "vfsmount",
    "doc": "Position of the VFSMOUNT that holds the inode; 2^64-1 = none, never write 0. From kernel 042stab061 (`hdrlen` 120).",
    "type": "u8",
    "optional": true
   }
  ]
 },
 "vfsmount": {
  "doc": "One mount, an object inside NAMESPACE; parents, peers and masters first. Content: NAME objects with device, mount point and file system type; with the flag `bind` NAME with the source; the tar archive of a tmpfs; with `delayfs` the mount data.",
  "fields": [
   {
    "name": "mntflags",
    "kernelName": "cpt_mntflags",
    "flagsName": "mount_flag",
    "doc": "Kernel flags of the mount in the low half, marks of the image in the high half.",
    "type": "u4"
   },
   {
    "name": "flags",
    "kernelName": "cpt_flags",
    "flagsName": "super_flag",
    "doc": "Flags of the file system as the writing kernel has them; the low bits are those of mount(2).",
    "type": "u4"
   },
   {
    "name": "mntBind",
    "kernelName": "cpt_mnt_bind",
    "positionOf": "vfsmount",
    "doc": "Position of the mount that a bind mount takes its files from; 2^64-1 = none. For a cgroup file system it is the `index` of a CGROUP instead of a position. From kernel 042stab061 (`hdrlen` 56).",
    "type": "u8",
    "optional": true
   },
   {
    "name": "mntParent",
    "kernelName": "cpt_mnt_parent",
    "positionOf": "vfsmount",
    "doc": "Position of the mount that this one is mounted in; 2^64-1 for the root. From kernel 042stab061.",
    "type": "u8",
    "optional": true
   },
   {
    "name": "mntShared",
    "kernelName": "cpt_mnt_shared",
    "positionOf": "vfsmount",
    "doc": "Position of a mount of the same peer group; 2^64-1 = none. From kernel 042stab061.",
    "type": "u8",
    "optional": true
   },
   {
    "name": "mntMaster",
    "kernelName": "cpt_mnt_master",
    "positionOf": "vfsmount",
    "doc": "Position of the master of a slave mount; 2^64-1 = none. From kernel 042stab061.",
    "type": "u8",
    "optional": true
   }
  ]
 },
 "flock": {
  "doc": "One file lock, an object inside FILE. It has no content.",
  "fields": [
   {
    "name": "owner",
    "kernelName": "cpt_owner",
    "doc": "`index` of the descriptor table that owns a POSIX lock; 2^32-1 for a lock of flock(2).",
    "type": "u4"
   },
   {
    "name": "pid",
    "kernelName": "cpt_pid",
    "doc": "Pid of the task that set the lock; 0 for a lock of flock(2) whose setter is outside the container.",
    "type": "u4"
   },
   {
    "name": "start",
    "kernelName": "cpt_start",
    "unit": "bytes",
    "doc": "First byte of the range.",
    "type": "u8"
   },
   {
    "name": "end",
    "kernelName": "cpt_end",
    "unit": "bytes",
    "doc": "Last byte of the range, included; 2^63-1 = to the end of the file.",
    "type": "u8"
   },
   {
    "name": "flags",
    "kernelName": "cpt_flags",
    "flagsName": "flock_flag",
    "doc": "Kernel flags of the lock, and marks of the image from bit 16 on.",
    "type": "u4"
   },
   {
    "name": "type",
    "kernelName": "cpt_type",
    "enumName": "flock_type",
    "doc": "Kind of the lock.",
    "type": "u4"
   },
   {
    "name": "svid",
    "kernelName": "cpt_svid",
    "doc": "Number of the lock owner towards the NFS server (inferred); 2^32-1 = none. From kernel 042stab061 (`hdrlen` 56).",
    "type": "u4",
    "optional": true
   },
   {
    "name": "pad1",
    "type": "u4",
    "optional": true,
    "isPad": true
   },
   {
    "name": "lsid",
    "kernelName": "cpt_lsid",
    "doc": "Number of the lock state towards the NFS server (inferred). Left stale unless the lock is marked `delayed`. From kernel 042stab109 (`hdrlen` 64).",
    "type": "u8",
    "optional": true
   },
   {
    "name": "pad2",
    "type": "u4",
    "optional": true,
    "isPad": true
   }
  ]
 },
 "tty": {
  "doc": "One end of a terminal, an object of the TTY section. Content: BITS with unread input (absent when there is none). Both ends of a pseudo terminal pair are objects. RHEL6 kernels (042stab088 and later) also store virtual consoles, which restore reopens by path without their state.",
  "fields": [
   {
    "name": "flags",
    "kernelName": "cpt_flags",
    "doc": "State bits of the writing kernel (TTY_*). 2.6.18 restores all but three of them, RHEL6 only exclusive use, hardware cooking and the lock of the pair.",
    "type": "u8"
   },
   {
    "name": "link",
    "kernelName": "cpt_link",
    "doc": "`index` of the other end of the pair; 2^32-1 = none.",
    "type": "u4"
   },
   {
    "name": "index",
    "kernelName": "cpt_index",
    "doc": "Number of the terminal, 0 for /dev/pts/0. Both ends have the same number.",
    "type": "u4"
   },
   {
    "name": "drvType",
    "kernelName": "cpt_drv_type",
    "enumName": "tty_driver_type",
    "doc": "Kind of the driver; 4 for pseudo terminals.",
    "type": "u4"
   },
   {
    "name": "drvSubtype",
    "kernelName": "cpt_drv_subtype",
    "doc": "Kind within the driver; for pseudo terminals 1 is the master and 2 the slave.",
    "type": "u4"
   },
   {
    "name": "drvFlags",
    "kernelName": "cpt_drv_flags",
    "doc": "Flags of the driver (TTY_DRIVER_*). The bit for devpts makes restore open the pair by way of /dev/ptmx.",
    "type": "u4"
   },
   {
    "name": "packet",
    "kernelName": "cpt_packet",
    "doc": "1 when the master is in packet mode.",
    "type": "u1"
   },
   {
    "name": "stopped",
    "kernelName": "cpt_stopped",
    "doc": "1 when output is stopped.",
    "type": "u1"
   },
   {
    "name": "hwStopped",
    "kernelName": "cpt_hw_stopped",
    "doc": "1 when output is stopped by a modem line.",
    "type": "u1"
   },
   {
    "name": "flowStopped",
    "kernelName": "cpt_flow_stopped",
    "doc": "1 when flow control has stopped the output.",
    "type": "u1"
   },
   {
    "name": "canonData",
    "kernelName": "cpt_canon_data",
    "doc": "Number of complete lines in the input.",
    "type": "u4"
   },
   {
    "name": "canonHead",
    "kernelName": "cpt_canon_head",
    "doc": "End of the last complete line as a distance from the first unread byte; a signed 32-bit number.",
    "type": "u4"
   },
   {
    "name": "canonColumn",
    "kernelName": "cpt_canon_column",
    "doc": "Column in which the current input line began.",
    "type": "u4"
   },
   {
    "name": "column",
    "kernelName": "cpt_column",
    "doc": "Current column of the cursor.",
    "type": "u4"
   },
   {
    "name": "ctrlStatus",
    "kernelName": "cpt_ctrl_status",
    "doc": "Pending status bits of packet mode (TIOCPKT_*).",
    "type": "u1"
   },
   {
    "name": "erasing",
    "kernelName": "cpt_erasing",
    "doc": "1 while erased characters are being echoed.",
    "type": "u1"
   },
   {
    "name": "lnext",
    "kernelName": "cpt_lnext",
    "doc": "1 when the next input character is taken literally.",
    "type": "u1"
   },
   {
    "name": "icanon",
    "kernelName": "cpt_icanon",
    "doc": "1 when input is handed out in lines.",
    "type": "u1"
   },
   {
    "name": "raw",
    "kernelName": "cpt_raw",
    "doc": "1 when input is passed on unprocessed.",
    "type": "u1"
   },
   {
    "name": "realRaw",
    "kernelName": "cpt_real_raw",
    "doc": "1 when the driver passes on input unprocessed, too.",
    "type": "u1"
   },
   {
    "name": "closing",
    "kernelName": "cpt_closing",
    "doc": "1 while the terminal is being closed.",
    "type": "u1"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u1",
    "isPad": true
   },
   {
    "name": "minimumToWake",
    "kernelName": "cpt_minimum_to_wake",
    "doc": "Number of characters that wake a reader.",
    "type": "u2"
   },
   {
    "name": "pad2",
    "kernelName": "__cpt_pad2",
    "type": "u2",
    "isPad": true
   },
   {
    "name": "pgrp",
    "kernelName": "cpt_pgrp",
    "doc": "Foreground process group; 0 = none, 2^32-1 = unknown. RHEL6 keeps the number of a group without a process, 2.6.18 drops it.",
    "type": "u4"
   },
   {
    "name": "session",
    "kernelName": "cpt_session",
    "doc": "Session that the terminal controls; 0 = none.",
    "type": "u4"
   },
   {
    "name": "cLine",
    "kernelName": "cpt_c_line",
    "doc": "Line discipline; 0 is the normal one.",
    "type": "u4"
   },
   {
    "name": "name",
    "kernelName": "cpt_name",
    "doc": "Name of the terminal in the kernel, for example pts0.",
    "type": {
     "bytes": 64
    },
    "isText": true
   },
   {
    "name": "wsRow",
    "kernelName": "cpt_ws_row",
    "doc": "Height of the window in characters.",
    "type": "u2"
   },
   {
    "name": "wsCol",
    "kernelName": "cpt_ws_col",
    "doc": "Width of the window in characters.",
    "type": "u2"
   },
   {
    "name": "wsProw",
    "kernelName": "cpt_ws_prow",
    "doc": "Height of the window in pixels.",
    "type": "u2"
   },
   {
    "name": "wsPcol",
    "kernelName": "cpt_ws_pcol",
    "doc": "Width of the window in pixels.",
    "type": "u2"
   },
   {
    "name": "cCc",
    "kernelName": "cpt_c_cc",
    "doc": "Control characters (termios c_cc); only the first 19 are used.",
    "type": {
     "bytes": 32
    }
   },
   {
    "name": "cIflag",
    "kernelName": "cpt_c_iflag",
    "doc": "Input modes (termios c_iflag).",
    "type": "u4"
   },
   {
    "name": "cOflag",
    "kernelName": "cpt_c_oflag",
    "doc": "Output modes (termios c_oflag).",
    "type": "u4"
   },
   {
    "name": "cCflag",
    "kernelName": "cpt_c_cflag",
    "doc": "Control modes (termios c_cflag).",
    "type": "u4"
   },
   {
    "name": "cLflag",
    "kernelName": "cpt_c_lflag",
    "doc": "Local modes (termios c_lflag).",
    "type": "u4"
   },
   {
    "name": "readFlags",
    "kernelName": "cpt_read_flags",
    "repeat": 128,
    "doc": "Bit n of this bit field is set when byte n of the input buffer ends a line.",
    "type": "u4"
   }
  ]
 },
 "epoll": {
  "doc": "One epoll instance, an object of the EPOLL section, which is written only when there is one. Content: EPOLL_FILE objects.",
  "fields": [
   {
    "name": "file",
    "kernelName": "cpt_file",
    "positionOf": "file",
    "doc": "Position of the FILE of the instance.",
    "type": "u8"
   }
  ]
 },
 "epoll_file": {
  "doc": "One watched file of an epoll instance, an object inside EPOLL. It has no content.",
  "fields": [
   {
    "name": "file",
    "kernelName": "cpt_file",
    "positionOf": "file",
    "doc": "Position of the watched FILE.",
    "type": "u8"
   },
   {
    "name": "fd",
    "kernelName": "cpt_fd",
    "doc": "Descriptor number under which the file was added.",
    "type": "u4"
   },
   {
    "name": "events",
    "kernelName": "cpt_events",
    "flagsName": "epoll_event",
    "doc": "Events that are watched for.",
    "type": "u4"
   },
   {
    "name": "data",
    "kernelName": "cpt_data",
    "doc": "Value that epoll_wait hands to the program.",
    "type": "u8"
   },
   {
    "name": "revents",
    "kernelName": "cpt_revents",
    "flagsName": "epoll_event",
    "doc": "Events that were found last; 0 in all real images.",
    "type": "u4"
   },
   {
    "name": "ready",
    "kernelName": "cpt_ready",
    "doc": "1 when the file is in the list of ready files.",
    "type": "u4"
   }
  ]
 },
 "inotify": {
  "doc": "One inotify instance, an object of the INOTIFY section, which is written only when there is one. Content: INOTIFY_WATCH objects, then (2.6.18) INOTIFY_EVENT objects.",
  "fields": [
   {
    "name": "file",
    "kernelName": "cpt_file",
    "positionOf": "file",
    "doc": "Position of the FILE of the instance.",
    "type": "u8"
   },
   {
    "name": "user",
    "kernelName": "cpt_user",
    "doc": "User id that is charged for the instance.",
    "type": "u4"
   },
   {
    "name": "maxEvents",
    "kernelName": "cpt_max_events",
    "doc": "Number of events that the queue may hold.",
    "type": "u4"
   },
   {
    "name": "lastWd",
    "kernelName": "cpt_last_wd",
    "doc": "Number of the watch made last. RHEL6 kernels write `max_events` here by mistake.",
    "type": "u4"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u4",
    "isPad": true
   }
  ]
 },
 "inotify_watch": {
  "doc": "One watch of an inotify instance, an object inside INOTIFY. Content: FILE with the watched path.",
  "fields": [
   {
    "name": "wd",
    "kernelName": "cpt_wd",
    "doc": "Number of the watch in its instance.",
    "type": "u4"
   },
   {
    "name": "mask",
    "kernelName": "cpt_mask",
    "flagsName": "inotify_event_bit",
    "doc": "Events that are watched for. 2.6.32 kernels store their own mask, which has further bits set.",
    "type": "u4"
   }
  ]
 },
 "inotify_event": {
  "doc": "One event that was not read yet, an object inside INOTIFY. Content: the name of the file in the watched directory. Only 2.6.18 kernels write it; RHEL6 kernels skip it.",
  "fields": [
   {
    "name": "wd",
    "kernelName": "cpt_wd",
    "doc": "Number of the watch that the event belongs to.",
    "type": "u4"
   },
   {
    "name": "mask",
    "kernelName": "cpt_mask",
    "flagsName": "inotify_event_bit",
    "doc": "What has happened.",
    "type": "u4"
   },
   {
    "name": "cookie",
    "kernelName": "cpt_cookie",
    "doc": "Joins the two events of a rename; 0 for other events.",
    "type": "u4"
   },
   {
    "name": "namelen",
    "kernelName": "cpt_namelen",
    "unit": "bytes",
    "doc": "Length of the name, padding included; 0 = no name.",
    "type": "u4"
   }
  ]
 },
 "timerfd": {
  "doc": "State of a timerfd, an object inside FILE. It has no content. From kernel 042stab061.",
  "fields": [
   {
    "name": "itValue",
    "kernelName": "cpt_it_value",
    "unit": "timespec",
    "doc": "Time left until the timer expires; 0 = not armed.",
    "type": "u8"
   },
   {
    "name": "itInterval",
    "kernelName": "cpt_it_interval",
    "unit": "timespec",
    "doc": "Period; 0 = once.",
    "type": "u8"
   },
   {
    "name": "ticks",
    "kernelName": "cpt_ticks",
    "doc": "Number of expirations that were not read yet.",
    "type": "u8"
   },
   {
    "name": "expired",
    "kernelName": "cpt_expired",
    "doc": "1 when the timer has expired and is not armed again.",
    "type": "u4"
   },
   {
    "name": "clockid",
    "kernelName": "cpt_clockid",
    "enumName": "clock_id",
    "doc": "Clock of the timer.",
    "type": "u4"
   }
  ]
 },
 "eventfd": {
  "doc": "State of an eventfd, an object inside FILE. It has no content. From kernel 042stab061.",
  "fields": [
   {
    "name": "count",
    "kernelName": "cpt_count",
    "doc": "Current value of the counter.",
    "type": "u8"
   },
   {
    "name": "flags",
    "kernelName": "cpt_flags",
    "doc": "Flags of eventfd2, as open flags; bit 0 = semaphore mode.",
    "type": "u4"
   },
   {
    "name": "padAt28",
    "type": {
     "bytes": 4
    },
    "isPad": true
   }
  ]
 },
 "sysv_shm": {
  "doc": "One System V shared memory segment, the first object inside the INODE that holds its pages. It has no content. There is no section of its own; segments that nobody has attached are stored the same way.",
  "fields": [
   {
    "name": "key",
    "kernelName": "cpt_key",
    "doc": "Key of the segment; 0 is private. A removed but attached segment has key 0.",
    "type": "u8"
   },
   {
    "name": "uid",
    "kernelName": "cpt_uid",
    "doc": "User id of the owner.",
    "type": "u8"
   },
   {
    "name": "gid",
    "kernelName": "cpt_gid",
    "doc": "Group id of the owner.",
    "type": "u8"
   },
   {
    "name": "cuid",
    "kernelName": "cpt_cuid",
    "doc": "User id of the creator.",
    "type": "u8"
   },
   {
    "name": "cgid",
    "kernelName": "cpt_cgid",
    "doc": "Group id of the creator.",
    "type": "u8"
   },
   {
    "name": "mode",
    "kernelName": "cpt_mode",
    "doc": "Permission bits, with 01000 for removed (freed with the last detach) and 02000 for locked in memory.",
    "type": "u8"
   },
   {
    "name": "seq",
    "kernelName": "cpt_seq",
    "doc": "Sequence number of the slot, id div 32768. Not read on restore.",
    "type": "u8"
   },
   {
    "name": "id",
    "kernelName": "cpt_id",
    "doc": "Identifier, 32768 * seq + slot; equals the inode number of its INODE. Restore of 2^32-1 (-1) crashes the kernel.",
    "type": "u4"
   },
   {
    "name": "mlockuser",
    "kernelName": "cpt_mlockuser",
    "doc": "User id that is charged for a locked segment; 2^32-1 = none.",
    "type": "u4"
   },
   {
    "name": "segsz",
    "kernelName": "cpt_segsz",
    "unit": "bytes",
    "doc": "Size of the segment. 0 and sizes above the container's limit are refused.",
    "type": "u8"
   },
   {
    "name": "atime",
    "kernelName": "cpt_atime",
    "unit": "s",
    "doc": "Time of the last attach since 1970; 0 = never. Changes when tasks attach during the restore.",
    "type": "u8"
   },
   {
    "name": "ctime",
    "kernelName": "cpt_ctime",
    "unit": "s",
    "doc": "Time of creation or of the last change of owner or mode, since 1970.",
    "type": "u8"
   },
   {
    "name": "dtime",
    "kernelName": "cpt_dtime",
    "unit": "s",
    "doc": "Time of the last detach since 1970; 0 = never. Changes during the restore like `atime`.",
    "type": "u8"
   },
   {
    "name": "creator",
    "kernelName": "cpt_creator",
    "doc": "Pid of the creator.",
    "type": "u8"
   },
   {
    "name": "last",
    "kernelName": "cpt_last",
    "doc": "Pid of the last task that attached or detached; 0 = none. Changes during the restore like `atime`.",
    "type": "u8"
   }
  ]
 },
 "sysv_sem": {
  "doc": "One set of System V semaphores, an object of the SYSV_SEM section. Content: a pair of u32 for each semaphore, its value and the pid that changed it last; next - hdrlen must be exactly 8 times their number.",
  "fields": [
   {
    "name": "key",
    "kernelName": "cpt_key",
    "doc": "Key of the set; 0 is private.",
    "type": "u8"
   },
   {
    "name": "uid",
    "kernelName": "cpt_uid",
    "doc": "User id of the owner.",
    "type": "u8"
   },
   {
    "name": "gid",
    "kernelName": "cpt_gid",
    "doc": "Group id of the owner.",
    "type": "u8"
   },
   {
    "name": "cuid",
    "kernelName": "cpt_cuid",
    "doc": "User id of the creator.",
    "type": "u8"
   },
   {
    "name": "cgid",
    "kernelName": "cpt_cgid",
    "doc": "Group id of the creator.",
    "type": "u8"
   },
   {
    "name": "mode",
    "kernelName": "cpt_mode",
    "doc": "Permission bits.",
    "type": "u8"
   },
   {
    "name": "seq",
    "kernelName": "cpt_seq",
    "doc": "Sequence number of the slot, id div 32768. 2.6.18 builds the restored id from it.",
    "type": "u8"
   },
   {
    "name": "id",
    "kernelName": "cpt_id",
    "doc": "Identifier, 32768 * seq + slot. Restore of 2^32-1 (-1) crashes the kernel.",
    "type": "u4"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u4",
    "isPad": true
   },
   {
    "name": "otime",
    "kernelName": "cpt_otime",
    "unit": "s",
    "doc": "Time of the last operation since 1970; 0 = never.",
    "type": "u8"
   },
   {
    "name": "ctime",
    "kernelName": "cpt_ctime",
    "unit": "s",
    "doc": "Time of creation or of the last change, since 1970.",
    "type": "u8"
   }
  ]
 },
 "sysvsem_undo_rec": {
  "doc": "Adjustments that a task makes to one semaphore set at its exit, an object inside SYSVSEM_UNDO. Content: one signed 16-bit adjustment per semaphore, not padded, so that what follows may be at any position.",
  "fields": [
   {
    "name": "id",
    "kernelName": "cpt_id",
    "doc": "Identifier of the semaphore set, which must exist.",
    "type": "u4"
   },
   {
    "name": "nsem",
    "kernelName": "cpt_nsem",
    "doc": "Number of adjustments; must equal the number of semaphores of the set.",
    "type": "u4"
   }
  ]
 },
 "sysvmsg": {
  "doc": "One System V message queue, an object of the SYSV_MSG section. Content: its messages in order.",
  "fields": [
   {
    "name": "key",
    "kernelName": "cpt_key",
    "doc": "Key of the queue; 0 is private.",
    "type": "u8"
   },
   {
    "name": "uid",
    "kernelName": "cpt_uid",
    "doc": "User id of the owner.",
    "type": "u8"
   },
   {
    "name": "gid",
    "kernelName": "cpt_gid",
    "doc": "Group id of the owner.",
    "type": "u8"
   },
   {
    "name": "cuid",
    "kernelName": "cpt_cuid",
    "doc": "User id of the creator.",
    "type": "u8"
   },
   {
    "name": "cgid",
    "kernelName": "cpt_cgid",
    "doc": "Group id of the creator.",
    "type": "u8"
   },
   {
    "name": "mode",
    "kernelName": "cpt_mode",
    "doc": "Permission bits.",
    "type": "u8"
   },
   {
    "name": "seq",
    "kernelName": "cpt_seq",
    "doc": "Sequence number of the slot, id div 32768. 2.6.18 builds the restored id from it.",
    "type": "u8"
   },
   {
    "name": "id",
    "kernelName": "cpt_id",
    "doc": "Identifier, 32768 * seq + slot. Restore of 2^32-1 (-1) crashes the kernel.",
    "type": "u4"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u4",
    "isPad": true
   },
   {
    "name": "stime",
    "kernelName": "cpt_stime",
    "unit": "s",
    "doc": "Time of the last send since 1970; 0 = never.",
    "type": "u8"
   },
   {
    "name": "rtime",
    "kernelName": "cpt_rtime",
    "unit": "s",
    "doc": "Time of the last receive since 1970; 0 = never.",
    "type": "u8"
   },
   {
    "name": "ctime",
    "kernelName": "cpt_ctime",
    "unit": "s",
    "doc": "Time of creation or of the last change, since 1970.",
    "type": "u8"
   },
   {
    "name": "lastSender",
    "kernelName": "cpt_last_sender",
    "doc": "Pid of the last sender; 0 = none.",
    "type": "u8"
   },
   {
    "name": "lastReceiver",
    "kernelName": "cpt_last_receiver",
    "doc": "Pid of the last receiver; 0 = none.",
    "type": "u8"
   },
   {
    "name": "qbytes",
    "kernelName": "cpt_qbytes",
    "unit": "bytes",
    "doc": "Maximum number of bytes that the queue may hold.",
    "type": "u8"
   }
  ]
 },
 "sysvmsg_msg": {
  "doc": "One message, an object inside SYSVMSG. Content: exactly `size` bytes of text, not padded, so that what follows may be at any position.",
  "fields": [
   {
    "name": "type",
    "kernelName": "cpt_type",
    "doc": "Type of the message, a positive number chosen by the sender.",
    "type": "u8"
   },
   {
    "name": "size",
    "kernelName": "cpt_size",
    "unit": "bytes",
    "doc": "Length of the text; 0 is possible.",
    "type": "u8"
   }
  ]
 },
 "mm": {
  "doc": "One address space, an object of the MM section. Content: a BITS object with the LDT (only if there is one), MM_AUXV (from kernel 042stab076), then the VMA objects in ascending order and the AIO contexts. Tasks share an address space when their `mm` fields hold the same position.",
  "fields": [
   {
    "name": "startCode",
    "kernelName": "cpt_start_code",
    "doc": "Address of the first byte of the program code.",
    "type": "u8"
   },
   {
    "name": "endCode",
    "kernelName": "cpt_end_code",
    "doc": "Address behind the program code.",
    "type": "u8"
   },
   {
    "name": "startData",
    "kernelName": "cpt_start_data",
    "doc": "Address of the first byte of the initialised data.",
    "type": "u8"
   },
   {
    "name": "endData",
    "kernelName": "cpt_end_data",
    "doc": "Address behind the initialised data.",
    "type": "u8"
   },
   {
    "name": "startBrk",
    "kernelName": "cpt_start_brk",
    "doc": "Start address of the heap.",
    "type": "u8"
   },
   {
    "name": "brk",
    "kernelName": "cpt_brk",
    "doc": "Current end address of the heap.",
    "type": "u8"
   },
   {
    "name": "startStack",
    "kernelName": "cpt_start_stack",
    "doc": "Stack pointer that the program was started with.",
    "type": "u8"
   },
   {
    "name": "startArg",
    "kernelName": "cpt_start_arg",
    "doc": "Address of the first argument string.",
    "type": "u8"
   },
   {
    "name": "endArg",
    "kernelName": "cpt_end_arg",
    "doc": "Address behind the argument strings.",
    "type": "u8"
   },
   {
    "name": "startEnv",
    "kernelName": "cpt_start_env",
    "doc": "Address of the first environment string.",
    "type": "u8"
   },
   {
    "name": "endEnv",
    "kernelName": "cpt_end_env",
    "doc": "Address behind the environment strings.",
    "type": "u8"
   },
   {
    "name": "defFlags",
    "kernelName": "cpt_def_flags",
    "flagsName": "vm_flag",
    "doc": "Flags that every new mapping gets, for example `locked` after mlockall.",
    "type": "u8"
   },
   {
    "name": "mmub",
    "kernelName": "cpt_mmub",
    "positionOf": "ubc",
    "doc": "Position of the beancounter charged for the memory. RHEL6 kernels only look it up and do not use it.",
    "type": "u8"
   },
   {
    "name": "dumpable",
    "kernelName": "cpt_dumpable",
    "doc": "Core dump permission. 2.6.18: 0 no, 1 yes, 2 only readable by root. 2.6.26 and vanilla 2.6.32: the low byte of the mm flags. RHEL6 kernels leave it stale and use `mm_flags`.",
    "type": "u1"
   },
   {
    "name": "vpsDumpable",
    "kernelName": "cpt_vps_dumpable",
    "doc": "The permission to dump or trace the program from inside the container; 1 in all real images. The meaning is inferred from the name.",
    "type": "u1"
   },
   {
    "name": "usedHugetlb",
    "kernelName": "cpt_used_hugetlb",
    "doc": "Marks use of huge pages (inferred from the name); 0 in all real images, unused by RHEL6 kernels.",
    "type": "u1"
   },
   {
    "name": "pad",
    "kernelName": "__cpt_pad",
    "type": "u1",
    "isPad": true
   },
   {
    "name": "vdso",
    "kernelName": "cpt_vdso",
    "doc": "Low 32 bits of the address of the vdso. 2.6.18-028stab056 leaves it stale and does not read it; valid in images of version 0x303 and later (read on restore from 0x100 on).",
    "type": "u4"
   },
   {
    "name": "mmFlags",
    "kernelName": "cpt_mm_flags",
    "flagsName": "mm_flag",
    "doc": "Core dump settings of the address space. Bits 0 and 1 are the core dump permission, 0, 1 or 3 for what `dumpable` codes as 0, 1 and 2. From kernel 042stab061 (`hdrlen` 136).",
    "type": "u8",
    "optional": true
   }
  ]
 },
 "vma": {
  "doc": "One mapped area, an object inside MM. Content: page blocks (PAGES, COPYPAGES, REMAPPAGES, LAZYPAGES, ITERPAGES) in ascending order. Addresses that no block covers are filled on demand from the mapped file or with zeros.",
  "fields": [
   {
    "name": "file",
    "kernelName": "cpt_file",
    "positionOf": "file",
    "doc": "Position of the mapped FILE, also for a System V segment; 2^64-1 for an anonymous area.",
    "type": "u8"
   },
   {
    "name": "type",
    "kernelName": "cpt_type",
    "enumName": "vma_type",
    "doc": "Kind of the area. 2.6.18 writes only 0 and 1; 2 comes with 2.6.26, 3 with 042stab061.",
    "type": "u4"
   },
   {
    "name": "anonvma",
    "kernelName": "cpt_anonvma",
    "doc": "1 when a page of the area is shared with another address space or came from a page copy; then `anonvmaid` counts.",
    "type": "u4"
   },
   {
    "name": "anonvmaid",
    "kernelName": "cpt_anonvmaid",
    "doc": "Areas with the same number can share pages copy-on-write. It is a kernel address of the source, good only for comparing. 2.6.18: one for each anonymous area of a family; RHEL6: one for all relatives by fork.",
    "type": "u8"
   },
   {
    "name": "start",
    "kernelName": "cpt_start",
    "doc": "Address of the first byte of the area.",
    "type": "u8"
   },
   {
    "name": "end",
    "kernelName": "cpt_end",
    "doc": "Address behind the area.",
    "type": "u8"
   },
   {
    "name": "flags",
    "kernelName": "cpt_flags",
    "flagsName": "vm_flag",
    "doc": "Flags of the area as the writing kernel numbers them. A restoring kernel logs a difference after mapping and goes on.",
    "type": "u8"
   },
   {
    "name": "pgprot",
    "kernelName": "cpt_pgprot",
    "doc": "Page table protection bits of the writing kernel, bit 63 is no-execute. A difference is only logged on restore (inferred).",
    "type": "u8"
   },
   {
    "name": "pgoff",
    "kernelName": "cpt_pgoff",
    "unit": "pages",
    "doc": "Offset in the mapped file, in pages. For an anonymous area the page number of the address at which it was created.",
    "type": "u8"
   }
  ]
 },
 "pages": {
  "doc": "A run of pages. In VMA it covers addresses, in INODE of a deleted file or shared memory segment it covers byte offsets. Content: end - start bytes of data, or nothing where the header says VOID (zero pages). The object VSYSCALL, the only one of its section, has the same form and holds the 32-bit vdso page of the source.",
  "fields": [
   {
    "name": "start",
    "kernelName": "cpt_start",
    "doc": "First address, or first byte offset in the file. A kernel address in VSYSCALL.",
    "type": "u8"
   },
   {
    "name": "end",
    "kernelName": "cpt_end",
    "doc": "Address or byte offset behind the run. The end of a file need not be a multiple of the page size in 2.6.18 images; RHEL6 writes whole pages.",
    "type": "u8"
   }
  ]
 },
 "copypages": {
  "doc": "A run of pages shared copy-on-write with another address space, an object inside VMA. It has no content.",
  "fields": [
   {
    "name": "start",
    "kernelName": "cpt_start",
    "doc": "First address.",
    "type": "u8"
   },
   {
    "name": "end",
    "kernelName": "cpt_end",
    "doc": "Address behind the run.",
    "type": "u8"
   },
   {
    "name": "source",
    "kernelName": "cpt_source",
    "positionOf": "mm",
    "doc": "Position of the MM whose pages at the same addresses are shared. It stands earlier in the MM section.",
    "type": "u8"
   }
  ]
 },
 "remappages": {
  "doc": "A run of a non-linear file mapping, an object inside VMA. It has no content.",
  "fields": [
   {
    "name": "start",
    "kernelName": "cpt_start",
    "doc": "First address.",
    "type": "u8"
   },
   {
    "name": "end",
    "kernelName": "cpt_end",
    "doc": "Address behind the run.",
    "type": "u8"
   },
   {
    "name": "pgoff",
    "kernelName": "cpt_pgoff",
    "unit": "pages",
    "doc": "Page of the file that is mapped at `start`.",
    "type": "u8"
   }
  ]
 },
 "lazypages": {
  "doc": "A run of pages that stay on the source node and are fetched on demand, an object inside VMA. It has no content. An image with such objects is not self-contained; RHEL6 kernels refuse it.",
  "fields": [
   {
    "name": "start",
    "kernelName": "cpt_start",
    "doc": "First address.",
    "type": "u8"
   },
   {
    "name": "end",
    "kernelName": "cpt_end",
    "doc": "Address behind the run.",
    "type": "u8"
   },
   {
    "name": "index",
    "kernelName": "cpt_index",
    "doc": "Handle of the first page at the page server of the source node.",
    "type": "u8"
   }
  ]
 },
 "iterpages": {
  "doc": "A run of at most 16 pages sent before the freeze, an object inside VMA or (RHEL6) inside INODE of shared memory. Content: one u64 per page, the handle of the page in the side stream. The object ITERYOUNGPAGES has the same form and marks pages used recently. An image with such objects is not self-contained.",
  "fields": [
   {
    "name": "start",
    "kernelName": "cpt_start",
    "doc": "First address, or first byte offset in the segment.",
    "type": "u8"
   },
   {
    "name": "end",
    "kernelName": "cpt_end",
    "doc": "Address or byte offset behind the run.",
    "type": "u8"
   }
  ]
 },
 "aio_context": {
  "doc": "One context for asynchronous input and output, an object inside MM. It has no content; the ring is ordinary memory of the process.",
  "fields": [
   {
    "name": "maxReqs",
    "kernelName": "cpt_max_reqs",
    "doc": "Number of requests that io_setup was called for.",
    "type": "u4"
   },
   {
    "name": "ringPages",
    "kernelName": "cpt_ring_pages",
    "unit": "pages",
    "doc": "Size of the ring; must equal what the restoring kernel computes for `max_reqs`.",
    "type": "u4"
   },
   {
    "name": "tail",
    "kernelName": "cpt_tail",
    "doc": "Next entry of the ring that the kernel fills.",
    "type": "u4"
   },
   {
    "name": "nr",
    "kernelName": "cpt_nr",
    "doc": "Number of entries of the ring; must equal what the restoring kernel computes.",
    "type": "u4"
   },
   {
    "name": "mmapBase",
    "kernelName": "cpt_mmap_base",
    "doc": "Address of the ring, which is also the context handle of the program.",
    "type": "u8"
   }
  ]
 },
 "socket": {
  "doc": "One socket, an object of the SOCKET section, or of ORPHANS for TCP connections that no file holds. Content: SKFILTER, SOCK_MCADDR, SOCK_PACKET, then SKB objects (queues) and OPENREQ objects (half-open connections). The fields of other protocols are stale. IPv4 fields, from `daddr` to `cork_oif`, count for family 2 and 10, UDP fields for UDP, fields ending in 6 for family 10, and those from `pred_flags` to `rcvrtt_time` for TCP. Addresses and ports are in network byte order.",
  "fields": [
   {
    "name": "file",
    "kernelName": "cpt_file",
    "positionOf": "file",
    "doc": "Position of the FILE of the socket; 2^64-1 for connections not accepted yet and for orphans.",
    "type": "u8"
   },
   {
    "name": "parent",
    "kernelName": "cpt_parent",
    "doc": "`index` of the listening socket that a not accepted or accepted connection belongs to; 2^32-1 = none.",
    "type": "u4"
   },
   {
    "name": "index",
    "kernelName": "cpt_index",
    "doc": "Running number of the socket, used by other objects; 2^32-1 for connections without one and for orphans.",
    "type": "u4"
   },
   {
    "name": "ssflags",
    "kernelName": "cpt_ssflags",
    "doc": "State bits of the socket (SOCK_* of struct socket) as the writing kernel numbers them.",
    "type": "u8"
   },
   {
    "name": "type",
    "kernelName": "cpt_type",
    "enumName": "socket_type",
    "doc": "Type of the socket.",
    "type": "u2"
   },
   {
    "name": "family",
    "kernelName": "cpt_family",
    "enumName": "socket_family",
    "doc": "Address family.",
    "type": "u2"
   },
   {
    "name": "sstate",
    "kernelName": "cpt_sstate",
    "enumName": "socket_state",
    "doc": "State of the socket; 0 for a socket without a file.",
    "type": "u1"
   },
   {
    "name": "passcred",
    "kernelName": "cpt_passcred",
    "doc": "1 when credentials are passed with each packet.",
    "type": "u1"
   },
   {
    "name": "state",
    "kernelName": "cpt_state",
    "enumName": "tcp_state",
    "doc": "State of the protocol; all families use the TCP numbers. Listening sockets are restored first.",
    "type": "u1"
   },
   {
    "name": "reuse",
    "kernelName": "cpt_reuse",
    "doc": "1 when the local address may be used again (SO_REUSEADDR).",
    "type": "u1"
   },
   {
    "name": "zapped",
    "kernelName": "cpt_zapped",
    "doc": "The SO_DEBUG bit; the writers overwrite the value that the name stands for.",
    "type": "u1"
   },
   {
    "name": "shutdown",
    "kernelName": "cpt_shutdown",
    "flagsName": "shutdown_flag",
    "doc": "Closed directions.",
    "type": "u1"
   },
   {
    "name": "userlocks",
    "kernelName": "cpt_userlocks",
    "flagsName": "sock_userlock",
    "doc": "What the program has set by itself.",
    "type": "u1"
   },
   {
    "name": "noCheck",
    "kernelName": "cpt_no_check",
    "doc": "Checksum setting (SO_NO_CHECK).",
    "type": "u1"
   },
   {
    "name": "debug",
    "kernelName": "cpt_debug",
    "doc": "Never written, stale; the debug bit is in `zapped`.",
    "type": "u1"
   },
   {
    "name": "rcvtstamp",
    "kernelName": "cpt_rcvtstamp",
    "doc": "1 when receive times are reported (SO_TIMESTAMP).",
    "type": "u1"
   },
   {
    "name": "localroute",
    "kernelName": "cpt_localroute",
    "doc": "1 when packets do not pass gateways (SO_DONTROUTE).",
    "type": "u1"
   },
   {
    "name": "protocol",
    "kernelName": "cpt_protocol",
    "doc": "Protocol number within the family; 6 TCP and 17 UDP for families 2 and 10.",
    "type": "u1"
   },
   {
    "name": "err",
    "kernelName": "cpt_err",
    "doc": "Pending error (SO_ERROR).",
    "type": "u4"
   },
   {
    "name": "errSoft",
    "kernelName": "cpt_err_soft",
    "doc": "Error that is reported only when the connection times out.",
    "type": "u4"
   },
   {
    "name": "maxAckBacklog",
    "kernelName": "cpt_max_ack_backlog",
    "doc": "Length of the queue of connections that wait for accept.",
    "type": "u2"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u2",
    "isPad": true
   },
   {
    "name": "priority",
    "kernelName": "cpt_priority",
    "doc": "Priority of packets (SO_PRIORITY).",
    "type": "u4"
   },
   {
    "name": "rcvlowat",
    "kernelName": "cpt_rcvlowat",
    "unit": "bytes",
    "doc": "Amount of data that wakes a reader (SO_RCVLOWAT).",
    "type": "u4"
   },
   {
    "name": "boundDevIf",
    "kernelName": "cpt_bound_dev_if",
    "doc": "Index of the device that the socket is bound to; 0 = none.",
    "type": "u4"
   },
   {
    "name": "rcvtimeo",
    "kernelName": "cpt_rcvtimeo",
    "unit": "jiffies",
    "doc": "Receive timeout; 2^64-1 = wait for ever. RHEL6 stores at most 2^31-1.",
    "type": "u8"
   },
   {
    "name": "sndtimeo",
    "kernelName": "cpt_sndtimeo",
    "unit": "jiffies",
    "doc": "Send timeout; 2^64-1 = wait for ever. RHEL6 stores at most 2^31-1.",
    "type": "u8"
   },
   {
    "name": "rcvbuf",
    "kernelName": "cpt_rcvbuf",
    "unit": "bytes",
    "doc": "Size of the receive buffer as the kernel counts it.",
    "type": "u4"
   },
   {
    "name": "sndbuf",
    "kernelName": "cpt_sndbuf",
    "unit": "bytes",
    "doc": "Size of the send buffer as the kernel counts it.",
    "type": "u4"
   },
   {
    "name": "flags",
    "kernelName": "cpt_flags",
    "flagsName": "sk_flag",
    "doc": "State bits of struct sock. Bits above 11 differ between kernels.",
    "type": "u8"
   },
   {
    "name": "lingertime",
    "kernelName": "cpt_lingertime",
    "unit": "jiffies",
    "doc": "Time that close waits for unsent data (SO_LINGER); 2^64-1 = no limit. RHEL6 stores at most 2^31-1.",
    "type": "u8"
   },
   {
    "name": "peerPid",
    "kernelName": "cpt_peer_pid",
    "doc": "Pid of the peer of a local connection (SO_PEERCRED); 0 = none.",
    "type": "u4"
   },
   {
    "name": "peerUid",
    "kernelName": "cpt_peer_uid",
    "doc": "User id of the peer; 2^32-1 = none.",
    "type": "u4"
   },
   {
    "name": "peerGid",
    "kernelName": "cpt_peer_gid",
    "doc": "Group id of the peer; 2^32-1 = none.",
    "type": "u4"
   },
   {
    "name": "laddrlen",
    "kernelName": "cpt_laddrlen",
    "unit": "bytes",
    "doc": "Length of `laddr`. 0 = none; an AF_UNIX socket with 2 is not bound.",
    "type": "u4"
   },
   {
    "name": "laddr",
    "kernelName": "cpt_laddr",
    "repeat": 32,
    "doc": "Local address (struct sockaddr); bytes behind `laddrlen` are stale.",
    "type": "u4"
   },
   {
    "name": "raddrlen",
    "kernelName": "cpt_raddrlen",
    "unit": "bytes",
    "doc": "Length of `raddr`; 0 = not connected.",
    "type": "u4"
   },
   {
    "name": "raddr",
    "kernelName": "cpt_raddr",
    "repeat": 32,
    "doc": "Address of the peer (struct sockaddr); bytes behind `raddrlen` are stale.",
    "type": "u4"
   },
   {
    "name": "peer",
    "kernelName": "cpt_peer",
    "doc": "`index` of the peer of an AF_UNIX socket; 2^32-1 = none.",
    "type": "u4"
   },
   {
    "name": "socketpair",
    "kernelName": "cpt_socketpair",
    "doc": "1 when two AF_UNIX sockets are connected with each other.",
    "type": "u1"
   },
   {
    "name": "sockflags",
    "kernelName": "cpt_sockflags",
    "flagsName": "sock_flag",
    "doc": "State of the path of an AF_UNIX socket. 2.6.18: 0 or 1, the socket file is deleted.",
    "type": "u1"
   },
   {
    "name": "pad4",
    "kernelName": "__cpt_pad4",
    "type": "u2",
    "isPad": true
   },
   {
    "name": "pad5",
    "kernelName": "__cpt_pad5",
    "type": "u4",
    "isPad": true
   },
   {
    "name": "stamp",
    "kernelName": "cpt_stamp",
    "unit": "timeval",
    "doc": "Time of the last received packet, wall clock; seconds of 2^32-1 = none.",
    "type": "u8"
   },
   {
    "name": "daddr",
    "kernelName": "cpt_daddr",
    "doc": "Remote IPv4 address.",
    "type": "u4"
   },
   {
    "name": "dport",
    "kernelName": "cpt_dport",
    "doc": "Remote port.",
    "type": "u2"
   },
   {
    "name": "sport",
    "kernelName": "cpt_sport",
    "doc": "Local port.",
    "type": "u2"
   },
   {
    "name": "saddr",
    "kernelName": "cpt_saddr",
    "doc": "Local IPv4 address for sending. In AF_UNIX sockets of version 0x304 and later the 8 bytes of this field and `rcv_saddr` are the position of a VFSMOUNT, 2^64-1 = none.",
    "type": "u4"
   },
   {
    "name": "rcvSaddr",
    "kernelName": "cpt_rcv_saddr",
    "doc": "Local IPv4 address the socket is bound to. See `saddr` for AF_UNIX.",
    "type": "u4"
   },
   {
    "name": "ucTtl",
    "kernelName": "cpt_uc_ttl",
    "doc": "Time to live of packets; 2^32-1 (-1) = default.",
    "type": "u4"
   },
   {
    "name": "tos",
    "kernelName": "cpt_tos",
    "doc": "Type of service.",
    "type": "u4"
   },
   {
    "name": "cmsgFlags",
    "kernelName": "cpt_cmsg_flags",
    "doc": "Control messages asked for (IP_CMSG_*).",
    "type": "u4"
   },
   {
    "name": "mcIndex",
    "kernelName": "cpt_mc_index",
    "doc": "Device index for multicast packets; 0 = default.",
    "type": "u4"
   },
   {
    "name": "mcAddr",
    "kernelName": "cpt_mc_addr",
    "doc": "Source address for multicast packets.",
    "type": "u4"
   },
   {
    "name": "hdrincl",
    "kernelName": "cpt_hdrincl",
    "doc": "1 when the program makes the IP header (raw sockets).",
    "type": "u1"
   },
   {
    "name": "mcTtl",
    "kernelName": "cpt_mc_ttl",
    "doc": "Time to live of multicast packets.",
    "type": "u1"
   },
   {
    "name": "mcLoop",
    "kernelName": "cpt_mc_loop",
    "doc": "1 when own multicast packets are received.",
    "type": "u1"
   },
   {
    "name": "pmtudisc",
    "kernelName": "cpt_pmtudisc",
    "doc": "Path MTU discovery (IP_PMTUDISC_*); 0 never, 1 as needed, 2 always, 3 probe.",
    "type": "u1"
   },
   {
    "name": "recverr",
    "kernelName": "cpt_recverr",
    "doc": "1 when errors are queued (IP_RECVERR).",
    "type": "u1"
   },
   {
    "name": "freebind",
    "kernelName": "cpt_freebind",
    "doc": "1 when an address that does not exist may be bound (IP_FREEBIND).",
    "type": "u1"
   },
   {
    "name": "idcounter",
    "kernelName": "cpt_idcounter",
    "doc": "Next number for the identification field of the IP header.",
    "type": "u2"
   },
   {
    "name": "corkFlags",
    "kernelName": "cpt_cork_flags",
    "doc": "Flags of the packet being built (IPCORK_*).",
    "type": "u4"
   },
   {
    "name": "corkFragsize",
    "kernelName": "cpt_cork_fragsize",
    "unit": "bytes",
    "doc": "Fragment size of the packet being built; 0 = none.",
    "type": "u4"
   },
   {
    "name": "corkLength",
    "kernelName": "cpt_cork_length",
    "unit": "bytes",
    "doc": "Length of the packet being built.",
    "type": "u4"
   },
   {
    "name": "corkAddr",
    "kernelName": "cpt_cork_addr",
    "doc": "Destination address of the packet being built.",
    "type": "u4"
   },
   {
    "name": "corkSaddr",
    "kernelName": "cpt_cork_saddr",
    "doc": "Source address of the route of the packet being built.",
    "type": "u4"
   },
   {
    "name": "corkDaddr",
    "kernelName": "cpt_cork_daddr",
    "doc": "Destination address of the route of the packet being built.",
    "type": "u4"
   },
   {
    "name": "corkOif",
    "kernelName": "cpt_cork_oif",
    "doc": "Device index of the route of the packet being built.",
    "type": "u4"
   },
   {
    "name": "udpPending",
    "kernelName": "cpt_udp_pending",
    "doc": "Family of a packet being built; 0 = none.",
    "type": "u4"
   },
   {
    "name": "udpCorkflag",
    "kernelName": "cpt_udp_corkflag",
    "doc": "1 when UDP_CORK is set.",
    "type": "u4"
   },
   {
    "name": "udpEncap",
    "kernelName": "cpt_udp_encap",
    "doc": "Encapsulation type (UDP_ENCAP_*); 0 = none.",
    "type": "u2"
   },
   {
    "name": "udpLen",
    "kernelName": "cpt_udp_len",
    "unit": "bytes",
    "doc": "Length of the packet being built.",
    "type": "u2"
   },
   {
    "name": "pad7",
    "kernelName": "__cpt_pad7",
    "type": "u4",
    "isPad": true
   },
   {
    "name": "saddr6",
    "kernelName": "cpt_saddr6",
    "repeat": 2,
    "doc": "Local IPv6 address for sending.",
    "type": "u8"
   },
   {
    "name": "rcvSaddr6",
    "kernelName": "cpt_rcv_saddr6",
    "repeat": 2,
    "doc": "Local IPv6 address the socket is bound to.",
    "type": "u8"
   },
   {
    "name": "daddr6",
    "kernelName": "cpt_daddr6",
    "repeat": 2,
    "doc": "Remote IPv6 address.",
    "type": "u8"
   },
   {
    "name": "flowLabel6",
    "kernelName": "cpt_flow_label6",
    "doc": "Flow label.",
    "type": "u4"
   },
   {
    "name": "fragSize6",
    "kernelName": "cpt_frag_size6",
    "unit": "bytes",
    "doc": "Fragment size; 0 = default.",
    "type": "u4"
   },
   {
    "name": "hopLimit6",
    "kernelName": "cpt_hop_limit6",
    "doc": "Hop limit; -1 = default.",
    "type": "u4"
   },
   {
    "name": "mcastHops6",
    "kernelName": "cpt_mcast_hops6",
    "doc": "Hop limit of multicast packets; -1 = default.",
    "type": "u4"
   },
   {
    "name": "mcastOif6",
    "kernelName": "cpt_mcast_oif6",
    "doc": "Device index for multicast packets; 0 = default.",
    "type": "u4"
   },
   {
    "name": "rxopt6",
    "kernelName": "cpt_rxopt6",
    "doc": "Control messages asked for, a bit field of the writing kernel.",
    "type": "u1"
   },
   {
    "name": "mcLoop6",
    "kernelName": "cpt_mc_loop6",
    "doc": "1 when own multicast packets are received.",
    "type": "u1"
   },
   {
    "name": "recverr6",
    "kernelName": "cpt_recverr6",
    "doc": "1 when errors are queued (IPV6_RECVERR).",
    "type": "u1"
   },
   {
    "name": "sndflow6",
    "kernelName": "cpt_sndflow6",
    "doc": "1 when the flow label is sent (IPV6_FLOWINFO_SEND).",
    "type": "u1"
   },
   {
    "name": "pmtudisc6",
    "kernelName": "cpt_pmtudisc6",
    "doc": "Path MTU discovery, numbered like `pmtudisc`.",
    "type": "u1"
   },
   {
    "name": "ipv6only6",
    "kernelName": "cpt_ipv6only6",
    "doc": "1 when IPv4 is excluded (IPV6_V6ONLY).",
    "type": "u1"
   },
   {
    "name": "mapped",
    "kernelName": "cpt_mapped",
    "doc": "1 for an IPv6 TCP socket that carries an IPv4 connection.",
    "type": "u1"
   },
   {
    "name": "pad8",
    "kernelName": "__cpt_pad8",
    "type": "u1",
    "isPad": true
   },
   {
    "name": "predFlags",
    "kernelName": "cpt_pred_flags",
    "doc": "Header word expected next, for fast processing.",
    "type": "u4"
   },
   {
    "name": "rcvNxt",
    "kernelName": "cpt_rcv_nxt",
    "doc": "Sequence number expected next.",
    "type": "u4"
   },
   {
    "name": "sndNxt",
    "kernelName": "cpt_snd_nxt",
    "doc": "Next sequence number to send.",
    "type": "u4"
   },
   {
    "name": "sndUna",
    "kernelName": "cpt_snd_una",
    "doc": "First sequence number not acknowledged.",
    "type": "u4"
   },
   {
    "name": "sndSml",
    "kernelName": "cpt_snd_sml",
    "doc": "End of the small packet sent last.",
    "type": "u4"
   },
   {
    "name": "rcvTstamp",
    "kernelName": "cpt_rcv_tstamp",
    "unit": "jiffies_delta",
    "doc": "Time of the last acknowledgement received.",
    "type": "u4"
   },
   {
    "name": "lsndtime",
    "kernelName": "cpt_lsndtime",
    "unit": "jiffies_delta",
    "doc": "Time of the last data sent.",
    "type": "u4"
   },
   {
    "name": "tcpHeaderLen",
    "kernelName": "cpt_tcp_header_len",
    "unit": "bytes",
    "doc": "Length of the TCP header of sent packets.",
    "type": "u1"
   },
   {
    "name": "ackPending",
    "kernelName": "cpt_ack_pending",
    "doc": "Bits of the delayed acknowledgement (ICSK_ACK_*).",
    "type": "u1"
   },
   {
    "name": "quick",
    "kernelName": "cpt_quick",
    "doc": "Number of acknowledgements still to be sent at once.",
    "type": "u1"
   },
   {
    "name": "pingpong",
    "kernelName": "cpt_pingpong",
    "doc": "Not 0 when the connection is interactive and acknowledgements are delayed.",
    "type": "u1"
   },
   {
    "name": "blocked",
    "kernelName": "cpt_blocked",
    "doc": "1 when an acknowledgement was held up because the socket was locked.",
    "type": "u1"
   },
   {
    "name": "pad9",
    "kernelName": "__cpt_pad9",
    "type": "u1",
    "isPad": true
   },
   {
    "name": "pad10",
    "kernelName": "__cpt_pad10",
    "type": "u2",
    "isPad": true
   },
   {
    "name": "ato",
    "kernelName": "cpt_ato",
    "unit": "jiffies",
    "doc": "Estimated delay for acknowledgements.",
    "type": "u4"
   },
   {
    "name": "ackTimeout",
    "kernelName": "cpt_ack_timeout",
    "unit": "jiffies_delta",
    "doc": "When the delayed acknowledgement is due.",
    "type": "u4"
   },
   {
    "name": "lrcvtime",
    "kernelName": "cpt_lrcvtime",
    "unit": "jiffies_delta",
    "doc": "Time of the last data received.",
    "type": "u4"
   },
   {
    "name": "lastSegSize",
    "kernelName": "cpt_last_seg_size",
    "unit": "bytes",
    "doc": "Length of the last segment received.",
    "type": "u2"
   },
   {
    "name": "rcvMss",
    "kernelName": "cpt_rcv_mss",
    "unit": "bytes",
    "doc": "Estimated segment size of the peer.",
    "type": "u2"
   },
   {
    "name": "sndWl1",
    "kernelName": "cpt_snd_wl1",
    "doc": "Sequence number of the last window update.",
    "type": "u4"
   },
   {
    "name": "sndWnd",
    "kernelName": "cpt_snd_wnd",
    "unit": "bytes",
    "doc": "Window offered by the peer.",
    "type": "u4"
   },
   {
    "name": "maxWindow",
    "kernelName": "cpt_max_window",
    "unit": "bytes",
    "doc": "Largest window that the peer ever offered.",
    "type": "u4"
   },
   {
    "name": "pmtuCookie",
    "kernelName": "cpt_pmtu_cookie",
    "unit": "bytes",
    "doc": "Path MTU for which the segment size was computed.",
    "type": "u4"
   },
   {
    "name": "mssCache",
    "kernelName": "cpt_mss_cache",
    "unit": "bytes",
    "doc": "Segment size for sending.",
    "type": "u4"
   },
   {
    "name": "mssCacheStd",
    "kernelName": "cpt_mss_cache_std",
    "unit": "bytes",
    "doc": "Segment size without segmentation offload; RHEL6 repeats `mss_cache`.",
    "type": "u2"
   },
   {
    "name": "mssClamp",
    "kernelName": "cpt_mss_clamp",
    "unit": "bytes",
    "doc": "Largest segment size that the peer accepts.",
    "type": "u2"
   },
   {
    "name": "extHeaderLen",
    "kernelName": "cpt_ext_header_len",
    "unit": "bytes",
    "doc": "Length of IP options.",
    "type": "u2"
   },
   {
    "name": "ext2HeaderLen",
    "kernelName": "cpt_ext2_header_len",
    "unit": "bytes",
    "doc": "Length of IPv6 extension headers; RHEL6 writes 0.",
    "type": "u2"
   },
   {
    "name": "caState",
    "kernelName": "cpt_ca_state",
    "doc": "State of congestion control; 0 open, 1 disorder, 2 window reduced, 3 recovery, 4 loss.",
    "type": "u1"
   },
   {
    "name": "retransmits",
    "kernelName": "cpt_retransmits",
    "doc": "Number of timeouts without an answer.",
    "type": "u1"
   },
   {
    "name": "reordering",
    "kernelName": "cpt_reordering",
    "doc": "Number of packets by which the net may reorder.",
    "type": "u1"
   },
   {
    "name": "frtoCounter",
    "kernelName": "cpt_frto_counter",
    "doc": "State of the test for needless retransmission; 0 = not active.",
    "type": "u1"
   },
   {
    "name": "frtoHighmark",
    "kernelName": "cpt_frto_highmark",
    "doc": "Value of `snd_nxt` when that test began.",
    "type": "u4"
   },
   {
    "name": "advCong",
    "kernelName": "cpt_adv_cong",
    "doc": "Congestion control of old kernels; stale in 2.6.18 and 2.6.32 images.",
    "type": "u1"
   },
   {
    "name": "deferAccept",
    "kernelName": "cpt_defer_accept",
    "doc": "Setting of TCP_DEFER_ACCEPT as the kernel counts it; 0 = off.",
    "type": "u1"
   },
   {
    "name": "backoff",
    "kernelName": "cpt_backoff",
    "doc": "Number of doublings of the timeout.",
    "type": "u1"
   },
   {
    "name": "pad11",
    "kernelName": "__cpt_pad11",
    "type": "u1",
    "isPad": true
   },
   {
    "name": "srtt",
    "kernelName": "cpt_srtt",
    "unit": "jiffies",
    "doc": "Smoothed round trip time, multiplied by 8.",
    "type": "u4"
   },
   {
    "name": "mdev",
    "kernelName": "cpt_mdev",
    "unit": "jiffies",
    "doc": "Mean deviation of the round trip time, multiplied by 4.",
    "type": "u4"
   },
   {
    "name": "mdevMax",
    "kernelName": "cpt_mdev_max",
    "unit": "jiffies",
    "doc": "Largest mean deviation of the last round trip.",
    "type": "u4"
   },
   {
    "name": "rttvar",
    "kernelName": "cpt_rttvar",
    "unit": "jiffies",
    "doc": "Smoothed largest mean deviation.",
    "type": "u4"
   },
   {
    "name": "rttSeq",
    "kernelName": "cpt_rtt_seq",
    "doc": "Sequence number at which `rttvar` is computed again.",
    "type": "u4"
   },
   {
    "name": "rto",
    "kernelName": "cpt_rto",
    "unit": "jiffies",
    "doc": "Retransmission timeout.",
    "type": "u4"
   },
   {
    "name": "packetsOut",
    "kernelName": "cpt_packets_out",
    "doc": "Number of packets on their way.",
    "type": "u4"
   },
   {
    "name": "leftOut",
    "kernelName": "cpt_left_out",
    "doc": "Packets that have left the net, selectively acknowledged or lost. RHEL6 does not read it.",
    "type": "u4"
   },
   {
    "name": "retransOut",
    "kernelName": "cpt_retrans_out",
    "doc": "Number of retransmitted packets on their way.",
    "type": "u4"
   },
   {
    "name": "sndSsthresh",
    "kernelName": "cpt_snd_ssthresh",
    "doc": "Slow start threshold in packets.",
    "type": "u4"
   },
   {
    "name": "sndCwnd",
    "kernelName": "cpt_snd_cwnd",
    "doc": "Congestion window in packets.",
    "type": "u4"
   },
   {
    "name": "sndCwndCnt",
    "kernelName": "cpt_snd_cwnd_cnt",
    "doc": "Acknowledgements counted towards the next growth of the window.",
    "type": "u2"
   },
   {
    "name": "sndCwndClamp",
    "kernelName": "cpt_snd_cwnd_clamp",
    "doc": "Largest congestion window allowed.",
    "type": "u2"
   },
   {
    "name": "sndCwndUsed",
    "kernelName": "cpt_snd_cwnd_used",
    "doc": "Part of the congestion window in use.",
    "type": "u4"
   },
   {
    "name": "sndCwndStamp",
    "kernelName": "cpt_snd_cwnd_stamp",
    "unit": "jiffies_delta",
    "doc": "When the use of the congestion window was checked last.",
    "type": "u4"
   },
   {
    "name": "timeout",
    "kernelName": "cpt_timeout",
    "unit": "jiffies_delta",
    "doc": "When the retransmission timer is due.",
    "type": "u4"
   },
   {
    "name": "kaTimeout",
    "kernelName": "cpt_ka_timeout",
    "unit": "jiffies_delta",
    "doc": "When the keepalive timer is due; 0 = not set.",
    "type": "u4"
   },
   {
    "name": "rcvWnd",
    "kernelName": "cpt_rcv_wnd",
    "unit": "bytes",
    "doc": "Window offered to the peer.",
    "type": "u4"
   },
   {
    "name": "rcvWup",
    "kernelName": "cpt_rcv_wup",
    "doc": "Value of `rcv_nxt` at the last window update sent.",
    "type": "u4"
   },
   {
    "name": "writeSeq",
    "kernelName": "cpt_write_seq",
    "doc": "Sequence number behind the data that the program has written.",
    "type": "u4"
   },
   {
    "name": "pushedSeq",
    "kernelName": "cpt_pushed_seq",
    "doc": "Sequence number behind the data marked for pushing.",
    "type": "u4"
   },
   {
    "name": "copiedSeq",
    "kernelName": "cpt_copied_seq",
    "doc": "First sequence number that the program has not read.",
    "type": "u4"
   },
   {
    "name": "tstampOk",
    "kernelName": "cpt_tstamp_ok",
    "doc": "1 when time stamps were agreed on.",
    "type": "u1"
   },
   {
    "name": "wscaleOk",
    "kernelName": "cpt_wscale_ok",
    "doc": "1 when window scaling was agreed on.",
    "type": "u1"
   },
   {
    "name": "sackOk",
    "kernelName": "cpt_sack_ok",
    "doc": "Not 0 when selective acknowledgement was agreed on; bit 1 and bit 2 are details of the kernel.",
    "type": "u1"
   },
   {
    "name": "sawTstamp",
    "kernelName": "cpt_saw_tstamp",
    "doc": "1 when the last packet had a time stamp.",
    "type": "u1"
   },
   {
    "name": "sndWscale",
    "kernelName": "cpt_snd_wscale",
    "doc": "Scale of the window offered by the peer.",
    "type": "u1"
   },
   {
    "name": "rcvWscale",
    "kernelName": "cpt_rcv_wscale",
    "doc": "Scale of the window offered to the peer.",
    "type": "u1"
   },
   {
    "name": "nonagle",
    "kernelName": "cpt_nonagle",
    "flagsName": "tcp_nagle_flag",
    "doc": "Setting of TCP_NODELAY and TCP_CORK.",
    "type": "u1"
   },
   {
    "name": "keepaliveProbes",
    "kernelName": "cpt_keepalive_probes",
    "doc": "Number of keepalive probes (TCP_KEEPCNT); 0 = default.",
    "type": "u1"
   },
   {
    "name": "rcvTsval",
    "kernelName": "cpt_rcv_tsval",
    "doc": "Time stamp of the last packet, raw value of the peer.",
    "type": "u4"
   },
   {
    "name": "rcvTsecr",
    "kernelName": "cpt_rcv_tsecr",
    "doc": "Time stamp that the last packet sent back, raw jiffies of the writing kernel.",
    "type": "u4"
   },
   {
    "name": "tsRecent",
    "kernelName": "cpt_ts_recent",
    "doc": "Time stamp to be sent back, raw value of the peer.",
    "type": "u4"
   },
   {
    "name": "tsRecentStamp",
    "kernelName": "cpt_ts_recent_stamp",
    "unit": "s",
    "doc": "When `ts_recent` was stored, wall clock since 1970; 0 = none.",
    "type": "u8"
   },
   {
    "name": "userMss",
    "kernelName": "cpt_user_mss",
    "unit": "bytes",
    "doc": "Segment size set by the program (TCP_MAXSEG); 0 = none.",
    "type": "u2"
   },
   {
    "name": "dsack",
    "kernelName": "cpt_dsack",
    "doc": "1 when a duplicate is to be reported.",
    "type": "u1"
   },
   {
    "name": "unused",
    "kernelName": "unused",
    "type": "u1",
    "isPad": true
   },
   {
    "name": "sackArray",
    "kernelName": "cpt_sack_array",
    "repeat": 10,
    "doc": "Five pairs of first and last sequence number; the duplicate to be reported, then four received blocks.",
    "type": "u4"
   },
   {
    "name": "windowClamp",
    "kernelName": "cpt_window_clamp",
    "unit": "bytes",
    "doc": "Largest window to offer.",
    "type": "u4"
   },
   {
    "name": "rcvSsthresh",
    "kernelName": "cpt_rcv_ssthresh",
    "unit": "bytes",
    "doc": "Current limit for the window to offer.",
    "type": "u4"
   },
   {
    "name": "probesOut",
    "kernelName": "cpt_probes_out",
    "doc": "Number of window or keepalive probes without an answer.",
    "type": "u1"
   },
   {
    "name": "numSacks",
    "kernelName": "cpt_num_sacks",
    "doc": "Number of received blocks in `sack_array`.",
    "type": "u1"
   },
   {
    "name": "advmss",
    "kernelName": "cpt_advmss",
    "unit": "bytes",
    "doc": "Segment size told to the peer.",
    "type": "u2"
   },
   {
    "name": "synRetries",
    "kernelName": "cpt_syn_retries",
    "doc": "Number of attempts to connect (TCP_SYNCNT); 0 = default.",
    "type": "u1"
   },
   {
    "name": "ecnFlags",
    "kernelName": "cpt_ecn_flags",
    "doc": "State of congestion notification (TCP_ECN_*).",
    "type": "u1"
   },
   {
    "name": "priorSsthresh",
    "kernelName": "cpt_prior_ssthresh",
    "doc": "Slow start threshold before the window was reduced, in packets.",
    "type": "u2"
   },
   {
    "name": "lostOut",
    "kernelName": "cpt_lost_out",
    "doc": "Number of lost packets.",
    "type": "u4"
   },
   {
    "name": "sackedOut",
    "kernelName": "cpt_sacked_out",
    "doc": "Number of selectively acknowledged packets.",
    "type": "u4"
   },
   {
    "name": "facketsOut",
    "kernelName": "cpt_fackets_out",
    "doc": "Number of packets up to the highest acknowledged one.",
    "type": "u4"
   },
   {
    "name": "highSeq",
    "kernelName": "cpt_high_seq",
    "doc": "Value of `snd_nxt` when congestion was found.",
    "type": "u4"
   },
   {
    "name": "retransStamp",
    "kernelName": "cpt_retrans_stamp",
    "doc": "Time stamp of the first retransmission, raw jiffies of the writing kernel; 0 = none.",
    "type": "u4"
   },
   {
    "name": "undoMarker",
    "kernelName": "cpt_undo_marker",
    "doc": "Value of `snd_una` from which retransmissions can be undone; 0 = none.",
    "type": "u4"
   },
   {
    "name": "undoRetrans",
    "kernelName": "cpt_undo_retrans",
    "doc": "Number of retransmissions that can be undone.",
    "type": "u4"
   },
   {
    "name": "urgSeq",
    "kernelName": "cpt_urg_seq",
    "doc": "Sequence number of urgent data.",
    "type": "u4"
   },
   {
    "name": "urgData",
    "kernelName": "cpt_urg_data",
    "doc": "Byte of urgent data in the low byte, and state bits (TCP_URG_*).",
    "type": "u2"
   },
   {
    "name": "pending",
    "kernelName": "cpt_pending",
    "doc": "Timer that is running; 0 none, 1 retransmission, 2 delayed acknowledgement, 3 window probe.",
    "type": "u1"
   },
   {
    "name": "unused2",
    "kernelName": "unused2",
    "type": "u1",
    "isPad": true
   },
   {
    "name": "sndUp",
    "kernelName": "cpt_snd_up",
    "doc": "Sequence number of urgent data to send.",
    "type": "u4"
   },
   {
    "name": "keepaliveTime",
    "kernelName": "cpt_keepalive_time",
    "unit": "jiffies",
    "doc": "Idle time before keepalive probes (TCP_KEEPIDLE); 0 = default.",
    "type": "u4"
   },
   {
    "name": "keepaliveIntvl",
    "kernelName": "cpt_keepalive_intvl",
    "unit": "jiffies",
    "doc": "Time between keepalive probes (TCP_KEEPINTVL); 0 = default.",
    "type": "u4"
   },
   {
    "name": "linger2",
    "kernelName": "cpt_linger2",
    "unit": "jiffies",
    "doc": "Life of an orphan in FIN_WAIT2 (TCP_LINGER2); 0 = default, negative = none.",
    "type": "u4"
   },
   {
    "name": "rcvrttRtt",
    "kernelName": "cpt_rcvrtt_rtt",
    "doc": "Round trip time seen by the receiver; never written by 2.6.18 and 2.6.32, stale.",
    "type": "u4"
   },
   {
    "name": "rcvrttSeq",
    "kernelName": "cpt_rcvrtt_seq",
    "doc": "Never written by 2.6.18 and 2.6.32, stale.",
    "type": "u4"
   },
   {
    "name": "rcvrttTime",
    "kernelName": "cpt_rcvrtt_time",
    "doc": "Never written by 2.6.18 and 2.6.32, stale.",
    "type": "u4"
   },
   {
    "name": "pad12",
    "kernelName": "__cpt_pad12",
    "type": "u4",
    "isPad": true
   },
   {
    "name": "iMode",
    "kernelName": "cpt_i_mode",
    "doc": "Permission bits of the socket file of an AF_UNIX socket; stale in sockets without one. From kernel 042stab061 (`hdrlen` 920).",
    "type": "u2",
    "optional": true
   },
   {
    "name": "pad13",
    "kernelName": "__cpt_pad13",
    "type": "u2",
    "optional": true,
    "isPad": true
   },
   {
    "name": "pad14",
    "kernelName": "__cpt_pad14",
    "type": "u4",
    "optional": true,
    "isPad": true
   },
   {
    "name": "iUid",
    "kernelName": "cpt_i_uid",
    "doc": "User id of the owner of the socket file; 2^32-1 = none, stale outside AF_UNIX. From kernel 042stab108 (`hdrlen` 928).",
    "type": "u4",
    "optional": true
   },
   {
    "name": "iGid",
    "kernelName": "cpt_i_gid",
    "doc": "Group id of the owner of the socket file; 2^32-1 = none, stale outside AF_UNIX. From kernel 042stab108 (`hdrlen` 928).",
    "type": "u4",
    "optional": true
   },
   {
    "name": "dAlias",
    "kernelName": "cpt_d_alias",
    "repeat": 27,
    "doc": "Another path of a deleted socket file; stale unless the socket is marked `deleted`. From kernel 042stab113 (`hdrlen` 1048).",
    "type": "u4",
    "optional": true
   },
   {
    "name": "dAliaslen",
    "kernelName": "cpt_d_aliaslen",
    "unit": "bytes",
    "doc": "Length of `d_alias`, 0 = none; stale unless the socket is marked `deleted`. From kernel 042stab113 (`hdrlen` 1048).",
    "type": "u4",
    "optional": true
   },
   {
    "name": "pad15",
    "kernelName": "__cpt_pad15",
    "type": "u4",
    "optional": true,
    "isPad": true
   },
   {
    "name": "padAt1044",
    "type": {
     "bytes": 4
    },
    "optional": true,
    "isPad": true
   }
  ]
 },
 "sock_mcaddr": {
  "doc": "One multicast group that a socket has joined, an object inside SOCKET. Content: the addresses of the source filter, 16 bytes each.",
  "fields": [
   {
    "name": "family",
    "kernelName": "cpt_family",
    "enumName": "socket_family",
    "doc": "2 or 10; others are refused.",
    "type": "u2"
   },
   {
    "name": "mode",
    "kernelName": "cpt_mode",
    "enumName": "multicast_filter_mode",
    "doc": "Meaning of the source filter.",
    "type": "u2"
   },
   {
    "name": "ifindex",
    "kernelName": "cpt_ifindex",
    "doc": "Index of the device.",
    "type": "u4"
   },
   {
    "name": "mcaddr",
    "kernelName": "cpt_mcaddr",
    "repeat": 4,
    "doc": "Address of the group; an IPv4 address is in the first word, the others are 0.",
    "type": "u4"
   }
  ]
 },
 "packet_ring": {
  "doc": "Ring buffer of a packet socket, part of SOCK_PACKET. All 0 = no ring.",
  "fields": [
   {
    "name": "tpBlockSize",
    "kernelName": "cpt_tp_block_size",
    "unit": "bytes",
    "doc": "Size of a block.",
    "type": "u4"
   },
   {
    "name": "tpBlockNr",
    "kernelName": "cpt_tp_block_nr",
    "doc": "Number of blocks.",
    "type": "u4"
   },
   {
    "name": "tpFrameSize",
    "kernelName": "cpt_tp_frame_size",
    "unit": "bytes",
    "doc": "Size of a frame.",
    "type": "u4"
   },
   {
    "name": "tpFrameNr",
    "kernelName": "cpt_tp_frame_nr",
    "doc": "Number of frames.",
    "type": "u4"
   }
  ]
 },
 "sock_packet": {
  "doc": "State of a packet socket, an object inside SOCKET. Content: SOCK_PACKET_MC objects. From kernel 042stab092, the memberships from 042stab108.",
  "fields": [
   {
    "name": "statsTpPackets",
    "kernelName": "cpt_stats_tp_packets",
    "doc": "Packets received since the statistics were read.",
    "type": "u4"
   },
   {
    "name": "statsTpDrops",
    "kernelName": "cpt_stats_tp_drops",
    "doc": "Packets dropped since the statistics were read.",
    "type": "u4"
   },
   {
    "name": "tpLoss",
    "kernelName": "cpt_tp_loss",
    "doc": "1 when malformed frames are skipped (PACKET_LOSS).",
    "type": "u1"
   },
   {
    "name": "auxdata",
    "kernelName": "cpt_auxdata",
    "doc": "1 when details come with each packet (PACKET_AUXDATA).",
    "type": "u1"
   },
   {
    "name": "origdev",
    "kernelName": "cpt_origdev",
    "doc": "1 when the original device is reported (PACKET_ORIGDEV).",
    "type": "u1"
   },
   {
    "name": "pad1",
    "kernelName": "cpt_pad1",
    "type": "u1",
    "isPad": true
   },
   {
    "name": "pad2",
    "kernelName": "cpt_pad2",
    "type": "u4",
    "isPad": true
   },
   {
    "name": "copyThresh",
    "kernelName": "cpt_copy_thresh",
    "unit": "bytes",
    "doc": "Length above which packets are also queued as a whole (PACKET_COPY_THRESH).",
    "type": "u4"
   },
   {
    "name": "tpVersion",
    "kernelName": "cpt_tp_version",
    "doc": "Version of the ring format; 0 is version 1, 1 is version 2.",
    "type": "u4"
   },
   {
    "name": "tpReserve",
    "kernelName": "cpt_tp_reserve",
    "unit": "bytes",
    "doc": "Space before each packet in the ring (PACKET_RESERVE).",
    "type": "u4"
   },
   {
    "name": "tpTstamp",
    "kernelName": "cpt_tp_tstamp",
    "doc": "Source of time stamps (PACKET_TIMESTAMP).",
    "type": "u4"
   },
   {
    "name": "rxRing",
    "kernelName": "cpt_rx_ring",
    "doc": "Ring for received packets.",
    "type": {
     "struct": "packet_ring"
    }
   },
   {
    "name": "txRing",
    "kernelName": "cpt_tx_ring",
    "doc": "Ring for packets to send.",
    "type": {
     "struct": "packet_ring"
    }
   }
  ]
 },
 "sock_packet_mc": {
  "doc": "One membership of a packet socket, an object inside SOCK_PACKET. It has no content. From kernel 042stab108.",
  "fields": [
   {
    "name": "ifindex",
    "kernelName": "cpt_ifindex",
    "doc": "Index of the device.",
    "type": "u4"
   },
   {
    "name": "count",
    "kernelName": "cpt_count",
    "doc": "How many times it was added.",
    "type": "u4"
   },
   {
    "name": "type",
    "kernelName": "cpt_type",
    "enumName": "packet_membership",
    "doc": "Kind of the membership.",
    "type": "u2"
   },
   {
    "name": "alen",
    "kernelName": "cpt_alen",
    "unit": "bytes",
    "doc": "Length of the address.",
    "type": "u2"
   },
   {
    "name": "addr",
    "kernelName": "cpt_addr",
    "doc": "Link layer address; bytes behind `alen` do not count.",
    "type": {
     "bytes": 32
    }
   },
   {
    "name": "padAt60",
    "type": {
     "bytes": 4
    },
    "isPad": true
   }
  ]
 },
 "openreq": {
  "doc": "One half-open incoming connection, an object inside a listening SOCKET. It has no content. 2.6.18 does not restore it because of an error in its list reader. Addresses and ports are in network byte order.",
  "fields": [
   {
    "name": "rcvIsn",
    "kernelName": "cpt_rcv_isn",
    "doc": "First sequence number of the peer.",
    "type": "u4"
   },
   {
    "name": "sntIsn",
    "kernelName": "cpt_snt_isn",
    "doc": "First sequence number sent to the peer.",
    "type": "u4"
   },
   {
    "name": "rmtPort",
    "kernelName": "cpt_rmt_port",
    "doc": "Port of the peer.",
    "type": "u2"
   },
   {
    "name": "mss",
    "kernelName": "cpt_mss",
    "unit": "bytes",
    "doc": "Segment size told by the peer.",
    "type": "u2"
   },
   {
    "name": "family",
    "kernelName": "cpt_family",
    "enumName": "socket_family",
    "doc": "2 or 10. 2.6.18 may leave it stale.",
    "type": "u1"
   },
   {
    "name": "retrans",
    "kernelName": "cpt_retrans",
    "doc": "Number of answers sent again.",
    "type": "u1"
   },
   {
    "name": "sndWscale",
    "kernelName": "cpt_snd_wscale",
    "doc": "Scale of the window offered by the peer.",
    "type": "u1"
   },
   {
    "name": "rcvWscale",
    "kernelName": "cpt_rcv_wscale",
    "doc": "Scale of the window offered to the peer.",
    "type": "u1"
   },
   {
    "name": "tstampOk",
    "kernelName": "cpt_tstamp_ok",
    "doc": "1 when the peer sends time stamps.",
    "type": "u1"
   },
   {
    "name": "sackOk",
    "kernelName": "cpt_sack_ok",
    "doc": "1 when the peer allows selective acknowledgement.",
    "type": "u1"
   },
   {
    "name": "wscaleOk",
    "kernelName": "cpt_wscale_ok",
    "doc": "1 when the peer allows window scaling.",
    "type": "u1"
   },
   {
    "name": "ecnOk",
    "kernelName": "cpt_ecn_ok",
    "doc": "1 when the peer allows congestion notification.",
    "type": "u1"
   },
   {
    "name": "acked",
    "kernelName": "cpt_acked",
    "doc": "1 when the connection is complete but waits for data (TCP_DEFER_ACCEPT).",
    "type": "u1"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u1",
    "isPad": true
   },
   {
    "name": "pad2",
    "kernelName": "__cpt_pad2",
    "type": "u2",
    "isPad": true
   },
   {
    "name": "windowClamp",
    "kernelName": "cpt_window_clamp",
    "unit": "bytes",
    "doc": "Largest window to offer.",
    "type": "u4"
   },
   {
    "name": "rcvWnd",
    "kernelName": "cpt_rcv_wnd",
    "unit": "bytes",
    "doc": "Window offered to the peer.",
    "type": "u4"
   },
   {
    "name": "tsRecent",
    "kernelName": "cpt_ts_recent",
    "doc": "Time stamp of the peer, raw value.",
    "type": "u4"
   },
   {
    "name": "iif",
    "kernelName": "cpt_iif",
    "doc": "Index of the device of a link-local IPv6 connection; stale for IPv4.",
    "type": "u4"
   },
   {
    "name": "expires",
    "kernelName": "cpt_expires",
    "unit": "jiffies",
    "doc": "Jiffies left until the answer is sent again, stored as a 32-bit difference.",
    "type": "u8"
   },
   {
    "name": "locAddr",
    "kernelName": "cpt_loc_addr",
    "repeat": 2,
    "doc": "Local address; an IPv4 address is in the first 4 bytes, the others are stale.",
    "type": "u8"
   },
   {
    "name": "rmtAddr",
    "kernelName": "cpt_rmt_addr",
    "repeat": 2,
    "doc": "Address of the peer, stored like `loc_addr`.",
    "type": "u8"
   }
  ]
 },
 "skb": {
  "doc": "One packet in a queue, an object inside SOCKET. Content: BITS with the bytes (hspace + len of them), then FILEDESC objects for passed files.",
  "fields": [
   {
    "name": "owner",
    "kernelName": "cpt_owner",
    "doc": "`index` of the sending socket (AF_UNIX) or of the socket itself; 2^32-1 = none.",
    "type": "u4"
   },
   {
    "name": "queue",
    "kernelName": "cpt_queue",
    "enumName": "skb_queue",
    "doc": "Queue that the packet is in.",
    "type": "u4"
   },
   {
    "name": "stamp",
    "kernelName": "cpt_stamp",
    "unit": "timeval",
    "doc": "Time of arrival, wall clock; 0 = not taken.",
    "type": "u8"
   },
   {
    "name": "len",
    "kernelName": "cpt_len",
    "unit": "bytes",
    "doc": "Length of the data.",
    "type": "u4"
   },
   {
    "name": "hspace",
    "kernelName": "cpt_hspace",
    "unit": "bytes",
    "doc": "Bytes of header room before the data, stored too.",
    "type": "u4"
   },
   {
    "name": "tspace",
    "kernelName": "cpt_tspace",
    "unit": "bytes",
    "doc": "Bytes of room behind the data, not stored.",
    "type": "u4"
   },
   {
    "name": "h",
    "kernelName": "cpt_h",
    "unit": "bytes",
    "doc": "Start of the transport header as a distance from the start of the buffer. In TCP data that 2.6.18 has not sent yet this is a meaningless number near 2^32; RHEL6 then crashes.",
    "type": "u4"
   },
   {
    "name": "nh",
    "kernelName": "cpt_nh",
    "unit": "bytes",
    "doc": "Start of the network header, stored like `h`.",
    "type": "u4"
   },
   {
    "name": "mac",
    "kernelName": "cpt_mac",
    "unit": "bytes",
    "doc": "Start of the link header, stored like `h`; 2^32-1 = none.",
    "type": "u4"
   },
   {
    "name": "cb",
    "kernelName": "cpt_cb",
    "repeat": 5,
    "doc": "Control block of the protocol, raw. AF_UNIX: u32 pid, uid (2^32-1 = none) and gid of the sender. TCP: sequence numbers behind 16 (IPv4 form, older images) or 24 bytes (IPv6 form, version 0x302 and later).",
    "type": "u8"
   },
   {
    "name": "macLen",
    "kernelName": "cpt_mac_len",
    "unit": "bytes",
    "doc": "Length of the link header.",
    "type": "u4"
   },
   {
    "name": "csum",
    "kernelName": "cpt_csum",
    "doc": "Checksum, or where to put it, depending on `ip_summed`.",
    "type": "u4"
   },
   {
    "name": "localDf",
    "kernelName": "cpt_local_df",
    "doc": "1 when the packet may be fragmented in spite of the don't-fragment bit.",
    "type": "u1"
   },
   {
    "name": "pktType",
    "kernelName": "cpt_pkt_type",
    "doc": "For whom the packet was; 0 this host, 1 broadcast, 2 multicast, 3 other host, 4 outgoing.",
    "type": "u1"
   },
   {
    "name": "ipSummed",
    "kernelName": "cpt_ip_summed",
    "doc": "State of the checksum. The numbers depend on the kernel line. 2.6.18 has 0 none, 1 computed by hardware, 2 not needed; 2.6.32 has 0 none, 1 not needed, 2 complete, 3 partial.",
    "type": "u1"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u1",
    "isPad": true
   },
   {
    "name": "priority",
    "kernelName": "cpt_priority",
    "doc": "Priority of the packet.",
    "type": "u4"
   },
   {
    "name": "protocol",
    "kernelName": "cpt_protocol",
    "doc": "Link layer protocol in network byte order, for example 0x0008 for IPv4.",
    "type": "u2"
   },
   {
    "name": "security",
    "kernelName": "cpt_security",
    "doc": "Security level of old kernels; 0 in all real images.",
    "type": "u2"
   },
   {
    "name": "gsoSegs",
    "kernelName": "cpt_gso_segs",
    "doc": "Number of segments that the packet is to be cut into. Meaningless in version 0x000.",
    "type": "u2"
   },
   {
    "name": "gsoSize",
    "kernelName": "cpt_gso_size",
    "unit": "bytes",
    "doc": "Size of a segment; 0 = not to be cut. Meaningless in version 0x000.",
    "type": "u2"
   },
   {
    "name": "gsoType",
    "kernelName": "cpt_gso_type",
    "doc": "Kind of the segmentation, for example 1 TCP over IPv4, 16 TCP over IPv6. From kernel 042stab088 (`hdrlen` 128).",
    "type": "u2",
    "optional": true
   },
   {
    "name": "padAt122",
    "type": {
     "bytes": 6
    },
    "optional": true,
    "isPad": true
   }
  ]
 },
 "net_device": {
  "doc": "One network device, an object of the NET_DEVICE section. Content: an object of the driver (NET_TUNTAP, NET_VETH, NET_IPIP_TUNNEL, NET_BR) unless it is the loopback or venet device, then NET_HWADDR, NET_STATS and NET_IDEV_CNF.",
  "fields": [
   {
    "name": "index",
    "kernelName": "cpt_index",
    "doc": "Index of the device. Devices are found by name and get this index.",
    "type": "u4"
   },
   {
    "name": "flags",
    "kernelName": "cpt_flags",
    "flagsName": "net_device_flag",
    "doc": "Flags of the device.",
    "type": "u4"
   },
   {
    "name": "name",
    "kernelName": "cpt_name",
    "doc": "Name of the device, ended by a zero byte.",
    "type": {
     "bytes": 16
    },
    "isText": true
   },
   {
    "name": "mtu",
    "kernelName": "cpt_mtu",
    "unit": "bytes",
    "doc": "Largest packet. From kernel 042stab076 (`hdrlen` 48).",
    "type": "u4",
    "optional": true
   },
   {
    "name": "pad",
    "kernelName": "cpt_pad",
    "type": "u4",
    "optional": true,
    "isPad": true
   }
  ]
 },
 "net_tuntap": {
  "doc": "State of a tun or tap device, an object inside NET_DEVICE. Content: NET_TAP_FILTER (2.6.32).",
  "fields": [
   {
    "name": "owner",
    "kernelName": "cpt_owner",
    "doc": "User id that may attach; 2^32-1 = any.",
    "type": "u4"
   },
   {
    "name": "unused",
    "kernelName": "unused",
    "type": "u4",
    "isPad": true
   },
   {
    "name": "flags",
    "kernelName": "cpt_flags",
    "doc": "Flags of the driver (TUN_*); bit 0 tun, bit 1 tap, 0x40 no packet information, 0x100 persistent.",
    "type": "u8"
   },
   {
    "name": "bindfile",
    "kernelName": "cpt_bindfile",
    "positionOf": "file",
    "doc": "Position of the FILE that is attached; 0 = none.",
    "type": "u8"
   },
   {
    "name": "ifFlags",
    "kernelName": "cpt_if_flags",
    "doc": "Interface flags that the driver keeps; used by 2.6.18.",
    "type": "u8"
   },
   {
    "name": "devAddr",
    "kernelName": "cpt_dev_addr",
    "doc": "Link layer address that the driver keeps; used by 2.6.18.",
    "type": {
     "bytes": 6
    }
   },
   {
    "name": "pad",
    "kernelName": "cpt_pad",
    "type": "u2",
    "isPad": true
   },
   {
    "name": "chrFilter",
    "kernelName": "cpt_chr_filter",
    "repeat": 2,
    "doc": "Hash filter for multicast addresses on the side of the file; used by 2.6.18.",
    "type": "u4"
   },
   {
    "name": "netFilter",
    "kernelName": "cpt_net_filter",
    "repeat": 2,
    "doc": "Hash filter for multicast addresses on the side of the net; used by 2.6.18.",
    "type": "u4"
   }
  ]
 },
 "net_tap_filter": {
  "doc": "Address filter of a tap device, an object inside NET_TUNTAP. It has no content. From 2.6.32.",
  "fields": [
   {
    "name": "count",
    "kernelName": "cpt_count",
    "doc": "Number of exact addresses; 0 = filter off.",
    "type": "u4"
   },
   {
    "name": "mask",
    "kernelName": "cpt_mask",
    "repeat": 2,
    "doc": "Hash filter for further multicast addresses.",
    "type": "u4"
   },
   {
    "name": "addr",
    "kernelName": "cpt_addr",
    "doc": "Eight addresses of 6 bytes; those from `count` on do not count.",
    "type": {
     "bytes": 48
    }
   },
   {
    "name": "padAt76",
    "type": {
     "bytes": 4
    },
    "isPad": true
   }
  ]
 },
 "net_veth": {
  "doc": "State of a virtual Ethernet device, an object inside NET_DEVICE. It has no content. The other end of the pair is outside the container.",
  "fields": [
   {
    "name": "allowMacChange",
    "kernelName": "cpt_allow_mac_change",
    "doc": "1 when the container may change the link layer address.",
    "type": "u4"
   },
   {
    "name": "pad",
    "kernelName": "__cpt_pad",
    "type": "u4",
    "isPad": true
   }
  ]
 },
 "net_ipip_tunnel": {
  "doc": "State of a tunnel device, an object inside NET_DEVICE. It has no content. From 2.6.32. Keys, addresses and the flags of GRE are in network byte order.",
  "fields": [
   {
    "name": "tnlFlags",
    "kernelName": "cpt_tnl_flags",
    "flagsName": "tunnel_flag",
    "doc": "Kind of the tunnel; no kind bit = IP over IP.",
    "type": "u4"
   },
   {
    "name": "iFlags",
    "kernelName": "cpt_i_flags",
    "doc": "GRE flags of received packets.",
    "type": "u2"
   },
   {
    "name": "oFlags",
    "kernelName": "cpt_o_flags",
    "doc": "GRE flags of sent packets.",
    "type": "u2"
   },
   {
    "name": "iKey",
    "kernelName": "cpt_i_key",
    "doc": "GRE key of received packets.",
    "type": "u4"
   },
   {
    "name": "oKey",
    "kernelName": "cpt_o_key",
    "doc": "GRE key of sent packets.",
    "type": "u4"
   },
   {
    "name": "iphdr",
    "kernelName": "cpt_iphdr",
    "repeat": 5,
    "doc": "IPv4 header that packets get, 20 bytes.",
    "type": "u4"
   },
   {
    "name": "iSeqno",
    "kernelName": "cpt_i_seqno",
    "doc": "Last sequence number received.",
    "type": "u4"
   },
   {
    "name": "oSeqno",
    "kernelName": "cpt_o_seqno",
    "doc": "Last sequence number sent.",
    "type": "u4"
   },
   {
    "name": "pad",
    "kernelName": "cpt_pad",
    "type": {
     "bytes": 4
    },
    "isPad": true
   },
   {
    "name": "link",
    "kernelName": "cpt_link",
    "doc": "Index of the device that carries the tunnel; 0 = none. From kernel 042stab088 (`hdrlen` 72).",
    "type": "u4",
    "optional": true
   },
   {
    "name": "pad1",
    "kernelName": "cpt_pad1",
    "type": {
     "bytes": 4
    },
    "optional": true,
    "isPad": true
   }
  ]
 },
 "net_br_dev": {
  "doc": "One port of a bridge, an object inside NET_BR. It has no content. From kernel 042stab061.",
  "fields": [
   {
    "name": "name",
    "kernelName": "name",
    "doc": "Name of the device, ended by a zero byte.",
    "type": {
     "bytes": 16
    },
    "isText": true
   }
  ]
 },
 "net_br": {
  "doc": "State of a bridge, an object inside NET_DEVICE. Content: NET_BR_DEV objects. From kernel 042stab061. No real image was seen; the fields have the names and, it is inferred, the meaning of the bridge control interface, with times in hundredths of a second.",
  "fields": [
   {
    "name": "designatedRoot",
    "kernelName": "designated_root",
    "doc": "Identifier of the root of the spanning tree; priority, then link layer address.",
    "type": "u8"
   },
   {
    "name": "bridgeId",
    "kernelName": "bridge_id",
    "doc": "Identifier of the bridge.",
    "type": "u8"
   },
   {
    "name": "rootPathCost",
    "kernelName": "root_path_cost",
    "doc": "Cost of the path to the root.",
    "type": "u4"
   },
   {
    "name": "maxAge",
    "kernelName": "max_age",
    "doc": "Age at which received information is dropped, as the root says.",
    "type": "u4"
   },
   {
    "name": "helloTime",
    "kernelName": "hello_time",
    "doc": "Time between messages, as the root says.",
    "type": "u4"
   },
   {
    "name": "forwardDelay",
    "kernelName": "forward_delay",
    "doc": "Time before a port forwards, as the root says.",
    "type": "u4"
   },
   {
    "name": "bridgeMaxAge",
    "kernelName": "bridge_max_age",
    "doc": "Age at which received information is dropped, as set here.",
    "type": "u4"
   },
   {
    "name": "bridgeHelloTime",
    "kernelName": "bridge_hello_time",
    "doc": "Time between messages, as set here.",
    "type": "u4"
   },
   {
    "name": "bridgeForwardDelay",
    "kernelName": "bridge_forward_delay",
    "doc": "Time before a port forwards, as set here.",
    "type": "u4"
   },
   {
    "name": "ageingTime",
    "kernelName": "ageing_time",
    "doc": "Time after which a learned address is forgotten.",
    "type": "u4"
   },
   {
    "name": "rootPort",
    "kernelName": "root_port",
    "doc": "Number of the port towards the root; 0 = this bridge is the root.",
    "type": "u1"
   },
   {
    "name": "stpEnabled",
    "kernelName": "stp_enabled",
    "doc": "1 when the spanning tree protocol runs.",
    "type": "u1"
   },
   {
    "name": "viaPhysDev",
    "kernelName": "via_phys_dev",
    "doc": "1 when packets go by way of the physical device (OpenVZ setting).",
    "type": "u1"
   },
   {
    "name": "pad",
    "kernelName": "pad",
    "type": {
     "bytes": 5
    },
    "isPad": true
   }
  ]
 },
 "net_hwaddr": {
  "doc": "Link layer address of a device, an object inside NET_DEVICE. It has no content.",
  "fields": [
   {
    "name": "devAddr",
    "kernelName": "cpt_dev_addr",
    "doc": "The address, 6 bytes for Ethernet; the rest is 0.",
    "type": {
     "bytes": 32
    }
   }
  ]
 },
 "net_stats": {
  "doc": "Counters of a device, an object inside NET_DEVICE. It has no content. Its `hdrlen` must be exactly 232, else the restoring kernel crashes.",
  "fields": [
   {
    "name": "rxPackets",
    "kernelName": "cpt_rx_packets",
    "doc": "Packets received.",
    "type": "u8"
   },
   {
    "name": "txPackets",
    "kernelName": "cpt_tx_packets",
    "doc": "Packets sent.",
    "type": "u8"
   },
   {
    "name": "rxBytes",
    "kernelName": "cpt_rx_bytes",
    "unit": "bytes",
    "doc": "Data received.",
    "type": "u8"
   },
   {
    "name": "txBytes",
    "kernelName": "cpt_tx_bytes",
    "unit": "bytes",
    "doc": "Data sent.",
    "type": "u8"
   },
   {
    "name": "rxErrors",
    "kernelName": "cpt_rx_errors",
    "doc": "Bad packets received.",
    "type": "u8"
   },
   {
    "name": "txErrors",
    "kernelName": "cpt_tx_errors",
    "doc": "Errors in sending.",
    "type": "u8"
   },
   {
    "name": "rxDropped",
    "kernelName": "cpt_rx_dropped",
    "doc": "Received packets dropped for lack of room.",
    "type": "u8"
   },
   {
    "name": "txDropped",
    "kernelName": "cpt_tx_dropped",
    "doc": "Packets to send dropped for lack of room.",
    "type": "u8"
   },
   {
    "name": "multicast",
    "kernelName": "cpt_multicast",
    "doc": "Multicast packets received.",
    "type": "u8"
   },
   {
    "name": "collisions",
    "kernelName": "cpt_collisions",
    "doc": "Collisions.",
    "type": "u8"
   },
   {
    "name": "rxLengthErrors",
    "kernelName": "cpt_rx_length_errors",
    "doc": "Received packets with a wrong length.",
    "type": "u8"
   },
   {
    "name": "rxOverErrors",
    "kernelName": "cpt_rx_over_errors",
    "doc": "Overflows of the ring of the device.",
    "type": "u8"
   },
   {
    "name": "rxCrcErrors",
    "kernelName": "cpt_rx_crc_errors",
    "doc": "Received packets with a wrong checksum.",
    "type": "u8"
   },
   {
    "name": "rxFrameErrors",
    "kernelName": "cpt_rx_frame_errors",
    "doc": "Received packets with a framing error.",
    "type": "u8"
   },
   {
    "name": "rxFifoErrors",
    "kernelName": "cpt_rx_fifo_errors",
    "doc": "Overflows of the receive buffer of the device.",
    "type": "u8"
   },
   {
    "name": "rxMissedErrors",
    "kernelName": "cpt_rx_missed_errors",
    "doc": "Packets that the receiver missed.",
    "type": "u8"
   },
   {
    "name": "txAbortedErrors",
    "kernelName": "cpt_tx_aborted_errors",
    "doc": "Aborted transmissions.",
    "type": "u8"
   },
   {
    "name": "txCarrierErrors",
    "kernelName": "cpt_tx_carrier_errors",
    "doc": "Losses of the carrier.",
    "type": "u8"
   },
   {
    "name": "txFifoErrors",
    "kernelName": "cpt_tx_fifo_errors",
    "doc": "Underruns of the send buffer of the device.",
    "type": "u8"
   },
   {
    "name": "txHeartbeatErrors",
    "kernelName": "cpt_tx_heartbeat_errors",
    "doc": "Heartbeat errors.",
    "type": "u8"
   },
   {
    "name": "txWindowErrors",
    "kernelName": "cpt_tx_window_errors",
    "doc": "Late collisions.",
    "type": "u8"
   },
   {
    "name": "rxCompressed",
    "kernelName": "cpt_rx_compressed",
    "doc": "Compressed packets received.",
    "type": "u8"
   },
   {
    "name": "txCompressed",
    "kernelName": "cpt_tx_compressed",
    "doc": "Compressed packets sent.",
    "type": "u8"
   },
   {
    "name": "pad",
    "kernelName": "pad",
    "repeat": 4,
    "type": "u8",
    "isPad": true
   }
  ]
 },
 "net_idev_cnf": {
  "doc": "IPv4 settings of a device, an object inside NET_DEVICE. It has no content. From kernel 042stab108.",
  "fields": [
   {
    "name": "data",
    "kernelName": "cpt_data",
    "repeat": 26,
    "doc": "Values below net.ipv4.conf in the order of the writing kernel (forwarding is the first).",
    "type": "u4"
   }
  ]
 },
 "net_ifaddr": {
  "doc": "One address of a device, an object of the NET_IFADDR section. It has no content. Addresses are in network byte order; IPv4 uses the first word and the others are 0.",
  "fields": [
   {
    "name": "index",
    "kernelName": "cpt_index",
    "doc": "`index` of the device.",
    "type": "u4"
   },
   {
    "name": "family",
    "kernelName": "cpt_family",
    "enumName": "socket_family",
    "doc": "2 or 10; others are refused.",
    "type": "u1"
   },
   {
    "name": "masklen",
    "kernelName": "cpt_masklen",
    "doc": "Length of the prefix in bits.",
    "type": "u1"
   },
   {
    "name": "flags",
    "kernelName": "cpt_flags",
    "doc": "Flags of the address (IFA_F_*).",
    "type": "u1"
   },
   {
    "name": "scope",
    "kernelName": "cpt_scope",
    "doc": "Scope of the address (RT_SCOPE_*), for example 0 global, 254 host. 2.6.18 may leave it stale for IPv4.",
    "type": "u1"
   },
   {
    "name": "address",
    "kernelName": "cpt_address",
    "repeat": 4,
    "doc": "The local address.",
    "type": "u4"
   },
   {
    "name": "peer",
    "kernelName": "cpt_peer",
    "repeat": 4,
    "doc": "Address of the other end of a point-to-point link, else equal to `address`.",
    "type": "u4"
   },
   {
    "name": "broadcast",
    "kernelName": "cpt_broadcast",
    "repeat": 4,
    "doc": "Broadcast address; 0 = none.",
    "type": "u4"
   },
   {
    "name": "label",
    "kernelName": "cpt_label",
    "doc": "Name of the address, usually the name of the device.",
    "type": {
     "bytes": 16
    },
    "isText": true
   },
   {
    "name": "validLft",
    "kernelName": "cpt_valid_lft",
    "unit": "s",
    "doc": "Time that the address stays valid, 2^32-1 = for ever. Stale for IPv4.",
    "type": "u4"
   },
   {
    "name": "preferedLft",
    "kernelName": "cpt_prefered_lft",
    "unit": "s",
    "doc": "Time that the address is preferred, 2^32-1 = for ever. Stale for IPv4.",
    "type": "u4"
   }
  ]
 },
 "nat_manip": {
  "doc": "One address translation of a connection, part of NET_CONNTRACK in images before 2.6.32. Not read on restore.",
  "fields": [
   {
    "name": "direction",
    "kernelName": "cpt_direction",
    "doc": "Direction of the packets; 0 original, 1 reply.",
    "type": "u1"
   },
   {
    "name": "hooknum",
    "kernelName": "cpt_hooknum",
    "doc": "Netfilter hook at which it is done.",
    "type": "u1"
   },
   {
    "name": "maniptype",
    "kernelName": "cpt_maniptype",
    "doc": "What is changed; 0 source, 1 destination.",
    "type": "u1"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u1",
    "isPad": true
   },
   {
    "name": "manipAddr",
    "kernelName": "cpt_manip_addr",
    "doc": "New address.",
    "type": "u4"
   },
   {
    "name": "manipPort",
    "kernelName": "cpt_manip_port",
    "doc": "New port.",
    "type": "u2"
   },
   {
    "name": "pad2",
    "kernelName": "__cpt_pad2",
    "type": "u2",
    "isPad": true
   },
   {
    "name": "pad3",
    "kernelName": "__cpt_pad3",
    "type": "u4",
    "isPad": true
   }
  ]
 },
 "nat_seq": {
  "doc": "Correction of TCP sequence numbers by address translation, part of NET_CONNTRACK. Stale when no translation is set up.",
  "fields": [
   {
    "name": "correctionPos",
    "kernelName": "cpt_correction_pos",
    "doc": "Sequence number of the last correction.",
    "type": "u4"
   },
   {
    "name": "offsetBefore",
    "kernelName": "cpt_offset_before",
    "doc": "Difference before that position, a signed 32-bit number.",
    "type": "u4"
   },
   {
    "name": "offsetAfter",
    "kernelName": "cpt_offset_after",
    "doc": "Difference from that position on, a signed 32-bit number.",
    "type": "u4"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u4",
    "isPad": true
   }
  ]
 },
 "tuple": {
  "doc": "Addresses of one direction of a tracked connection, part of NET_CONNTRACK and NET_CONNTRACK_EXPECT. Addresses and ports are in network byte order. RHEL6 has 24 bytes, other kernels have 16.",
  "fields": [
   {
    "name": "src",
    "kernelName": "cpt_src",
    "doc": "Source IPv4 address.",
    "type": "u4"
   },
   {
    "name": "srcport",
    "kernelName": "cpt_srcport",
    "doc": "Source port, or ICMP identifier, or GRE key.",
    "type": "u2"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u2",
    "isPad": true
   },
   {
    "name": "dst",
    "kernelName": "cpt_dst",
    "doc": "Destination IPv4 address.",
    "type": "u4"
   },
   {
    "name": "dstport",
    "kernelName": "cpt_dstport",
    "doc": "Destination port, or ICMP type and code, or GRE key.",
    "type": "u2"
   },
   {
    "name": "protonum",
    "kernelName": "cpt_protonum",
    "doc": "IP protocol. Kernels before 2.6.16 store a 16-bit number here and in `dir`, at most 255.",
    "type": "u1"
   },
   {
    "name": "dir",
    "kernelName": "cpt_dir",
    "doc": "Direction; 0 original, 1 reply. Implied by the place before 2.6.16.",
    "type": "u1"
   },
   {
    "name": "l3num",
    "kernelName": "cpt_l3num",
    "enumName": "socket_family",
    "doc": "Address family; 2 IPv4. RHEL6 only; connections of other families are not restored.",
    "type": "u2",
    "optional": true
   },
   {
    "name": "pad2",
    "type": {
     "bytes": 6
    },
    "optional": true,
    "isPad": true
   }
  ]
 },
 "net_conntrack": {
  "doc": "One tracked connection, an object of the NET_CONNTRACK section. Content: NET_CONNTRACK_EXPECT objects. 232 bytes are the RHEL6 form, 296 that of 2.6.16 to vanilla 2.6.32 and 280 that of older kernels.",
  "fields": [
   {
    "name": "tuples",
    "kernelName": "cpt_tuple",
    "repeat": 2,
    "doc": "The two directions, original and reply.",
    "type": {
     "struct": "tuple"
    }
   },
   {
    "name": "status",
    "kernelName": "cpt_status",
    "doc": "State bits of the connection (IPS_*).",
    "type": "u8"
   },
   {
    "name": "timeout",
    "kernelName": "cpt_timeout",
    "unit": "jiffies",
    "doc": "Jiffies left until the entry is dropped.",
    "type": "u8"
   },
   {
    "name": "index",
    "kernelName": "cpt_index",
    "doc": "Running number that expectations refer to, from 1 on.",
    "type": "u4"
   },
   {
    "name": "ctHelper",
    "kernelName": "cpt_ct_helper",
    "doc": "1 when a helper module follows the connection.",
    "type": "u1"
   },
   {
    "name": "natHelper",
    "kernelName": "cpt_nat_helper",
    "doc": "1 when a helper module translates the connection.",
    "type": "u1"
   },
   {
    "name": "pad1",
    "kernelName": "cpt_pad1",
    "type": "u2",
    "isPad": true
   },
   {
    "name": "protoData",
    "kernelName": "cpt_proto_data",
    "repeat": "variable",
    "doc": "State of the protocol, a raw kernel structure; differs between 2.6.18 and RHEL6.",
    "type": "u4"
   },
   {
    "name": "helpData",
    "kernelName": "cpt_help_data",
    "repeat": "variable",
    "doc": "State of the helper, a raw kernel structure; stale without a helper.",
    "type": "u4"
   },
   {
    "name": "initialized",
    "kernelName": "cpt_initialized",
    "doc": "Not 0 when a translation is set up; then `nat_seq` counts (not RHEL6).",
    "type": "u4",
    "optional": true
   },
   {
    "name": "numManips",
    "kernelName": "cpt_num_manips",
    "doc": "Number of entries of `nat_manips` in use (not RHEL6).",
    "type": "u4",
    "optional": true
   },
   {
    "name": "natManips",
    "kernelName": "cpt_nat_manips",
    "repeat": 6,
    "doc": "Address translations (not RHEL6).",
    "type": {
     "struct": "nat_manip"
    },
    "optional": true
   },
   {
    "name": "natSeq",
    "kernelName": "cpt_nat_seq",
    "repeat": 2,
    "doc": "Sequence number corrections, for the original and the reply direction.",
    "type": {
     "struct": "nat_seq"
    }
   },
   {
    "name": "masqIndex",
    "kernelName": "cpt_masq_index",
    "doc": "Index of the device whose address masquerading uses; 0 = none.",
    "type": "u4"
   },
   {
    "name": "id",
    "kernelName": "cpt_id",
    "doc": "Number of the connection. From 2.6.16; RHEL6 leaves it stale.",
    "type": "u4",
    "optional": true
   },
   {
    "name": "mark",
    "kernelName": "cpt_mark",
    "doc": "Mark set by netfilter rules. From 2.6.16.",
    "type": "u4",
    "optional": true
   },
   {
    "name": "pad2",
    "type": {
     "bytes": 4
    },
    "isPad": true
   }
  ]
 },
 "net_conntrack_expect": {
  "doc": "One connection that a tracked connection is expected to open, an object inside NET_CONNTRACK. It has no content. 96 bytes are the old form and that of kernels from 042stab076 on, 88 that of 042stab061.",
  "fields": [
   {
    "name": "timeout",
    "kernelName": "cpt_timeout",
    "unit": "jiffies",
    "doc": "Jiffies left until the expectation is dropped; 0 = no timer.",
    "type": "u8"
   },
   {
    "name": "siblingConntrack",
    "kernelName": "cpt_sibling_conntrack",
    "doc": "`index` of the connection that was opened; 0 = none.",
    "type": "u4"
   },
   {
    "name": "seqNumber",
    "kernelName": "cpt_seq",
    "doc": "Sequence number in the helper's protocol. Old form only.",
    "type": "u4",
    "optional": true
   },
   {
    "name": "pad1",
    "kernelName": "cpt_pad1",
    "type": "u4",
    "optional": true,
    "isPad": true
   },
   {
    "name": "ctTuple",
    "kernelName": "cpt_ct_tuple",
    "doc": "Direction of the expected connection. Old form only, not used.",
    "type": {
     "struct": "tuple"
    },
    "optional": true
   },
   {
    "name": "tuple",
    "kernelName": "cpt_tuple",
    "doc": "Addresses that are expected.",
    "type": {
     "struct": "tuple"
    }
   },
   {
    "name": "mask",
    "kernelName": "cpt_mask",
    "doc": "Bits of `tuple` that must match.",
    "type": {
     "struct": "tuple"
    }
   },
   {
    "name": "help",
    "kernelName": "cpt_help",
    "repeat": 3,
    "doc": "State of the helper, raw. Old form only, not used.",
    "type": "u4",
    "optional": true
   },
   {
    "name": "manipProto",
    "kernelName": "cpt_manip_proto",
    "doc": "Port before translation, network byte order. Old form only.",
    "type": "u2",
    "optional": true
   },
   {
    "name": "dir",
    "kernelName": "cpt_dir",
    "doc": "Direction of the expecting connection.",
    "type": "u1"
   },
   {
    "name": "flags",
    "kernelName": "cpt_flags",
    "doc": "Flags of the expectation (NF_CT_EXPECT_*).",
    "type": "u1"
   },
   {
    "name": "pad2",
    "kernelName": "cpt_pad2",
    "type": {
     "bytes": 6
    },
    "optional": true,
    "isPad": true
   },
   {
    "name": "class",
    "kernelName": "cpt_class",
    "doc": "Class of the expectation in its helper. From kernel 042stab076; 0 before.",
    "type": "u4",
    "optional": true
   },
   {
    "name": "pad3",
    "kernelName": "cpt_pad3",
    "type": "u4",
    "optional": true,
    "isPad": true
   }
  ]
 },
 "task": {
  "doc": "One thread, an object of the TASKS section. The order is depth first: a thread group leader, its other threads, then each child with its subtree; the first one must be pid 1. Content: BITS with the kernel stack (useless), registers, BITS with the FPU state, LASTSIGINFO, SIGALTSTACK, TASK_AUX, SIGINFO objects, and SIGNAL_STRUCT inside the last thread of the group. All pids are those that the container sees.",
  "fields": [
   {
    "name": "state",
    "kernelName": "cpt_state",
    "enumName": "task_state",
    "doc": "State of the frozen task, or its exit state. A kernel leaves a task with any other value asleep for ever. 2.6.18 writes 4 and 8, kernels from 2.6.25 on write 132 and 136.",
    "type": "u8"
   },
   {
    "name": "flags",
    "kernelName": "cpt_flags",
    "flagsName": "task_flag",
    "doc": "Task flags. 2.6.18 writes all bits but two, later kernels only those named here; RHEL6 masks the others on restore.",
    "type": "u8"
   },
   {
    "name": "ptrace",
    "kernelName": "cpt_ptrace",
    "doc": "Bits of the ptrace relation (PT_*); 0 = not traced. RHEL6 restores the relation when it is not 0.",
    "type": "u8"
   },
   {
    "name": "prio",
    "kernelName": "cpt_prio",
    "doc": "Dynamic priority at the dump, a signed 32-bit number. Not read on restore.",
    "type": "u4"
   },
   {
    "name": "staticPrio",
    "kernelName": "cpt_static_prio",
    "doc": "Nice value plus 120.",
    "type": "u4"
   },
   {
    "name": "policy",
    "kernelName": "cpt_policy",
    "enumName": "sched_policy",
    "doc": "Scheduling policy. 2.6.18 stores only 0 and does not restore it; RHEL6 stores 0, 3 and 5.",
    "type": "u4"
   },
   {
    "name": "rtPriority",
    "kernelName": "cpt_rt_priority",
    "doc": "Real-time priority. Not read on restore; 0 because real-time tasks are refused at the dump.",
    "type": "u4"
   },
   {
    "name": "execDomain",
    "kernelName": "cpt_exec_domain",
    "doc": "2^64-1 in all real images. Not read on restore.",
    "type": "u8"
   },
   {
    "name": "thrflags",
    "kernelName": "cpt_thrflags",
    "doc": "Thread flags of the writing kernel (TIF_*). The numbers differ between kernels and architectures; only bits 0 to 8 are the same. RHEL6 adds them to the new task.",
    "type": "u8"
   },
   {
    "name": "thrstatus",
    "kernelName": "cpt_thrstatus",
    "doc": "Thread status bits of the writing kernel (TS_*), for example 2 in a 32-bit task on x86_64.",
    "type": "u8"
   },
   {
    "name": "addrLimit",
    "kernelName": "cpt_addr_limit",
    "doc": "2^64-1 in all real images. Not read on restore.",
    "type": "u8"
   },
   {
    "name": "personality",
    "kernelName": "cpt_personality",
    "doc": "Execution domain in the low byte and flags of personality(2).",
    "type": "u8"
   },
   {
    "name": "mm",
    "kernelName": "cpt_mm",
    "positionOf": "mm",
    "doc": "Position of the address space; 2^64-1 for a zombie. A zombie leader with live threads names that of a thread.",
    "type": "u8"
   },
   {
    "name": "files",
    "kernelName": "cpt_files",
    "positionOf": "files",
    "doc": "Position of the descriptor table; 2^64-1 = none. See `mm` for zombie leaders.",
    "type": "u8"
   },
   {
    "name": "fs",
    "kernelName": "cpt_fs",
    "positionOf": "fs",
    "doc": "Position of root and current directory; 2^64-1 = none. See `mm` for zombie leaders.",
    "type": "u8"
   },
   {
    "name": "signal",
    "kernelName": "cpt_signal",
    "positionOf": "signal_struct",
    "doc": "Position of the SIGNAL_STRUCT of the thread group, inside the TASK of its last thread, so a forward reference for the others. Must not be 2^64-1.",
    "type": "u8"
   },
   {
    "name": "sighand",
    "kernelName": "cpt_sighand",
    "positionOf": "sighand_struct",
    "doc": "Position of the signal handlers. Must not be 2^64-1.",
    "type": "u8"
   },
   {
    "name": "sigblocked",
    "kernelName": "cpt_sigblocked",
    "doc": "Blocked signals; bit n-1 is signal n.",
    "type": "u8"
   },
   {
    "name": "sigrblocked",
    "kernelName": "cpt_sigrblocked",
    "doc": "Signals that are blocked while sigtimedwait waits; bit n-1 is signal n.",
    "type": "u8"
   },
   {
    "name": "sigpending",
    "kernelName": "cpt_sigpending",
    "doc": "Pending signals of this thread; bit n-1 is signal n.",
    "type": "u8"
   },
   {
    "name": "namespace",
    "kernelName": "cpt_namespace",
    "positionOf": "namespace",
    "doc": "Position of the mount namespace; 2^64-1 for a zombie. 2.6.18 does not read it, RHEL6 refuses an unknown one.",
    "type": "u8"
   },
   {
    "name": "sysvsemUndo",
    "kernelName": "cpt_sysvsem_undo",
    "positionOf": "sysvsem_undo",
    "doc": "Position of the list of semaphore adjustments; 2^64-1 = none. Sharing between threads is lost on restore.",
    "type": "u8"
   },
   {
    "name": "pid",
    "kernelName": "cpt_pid",
    "doc": "Thread id. 2.6.18 accepts only 1 and numbers with bit 10 (1024) set.",
    "type": "u4"
   },
   {
    "name": "tgid",
    "kernelName": "cpt_tgid",
    "doc": "Thread group id, the pid of the leader.",
    "type": "u4"
   },
   {
    "name": "ppid",
    "kernelName": "cpt_ppid",
    "doc": "Pid of the parent, or of the tracer of a traced task; 0 = outside the container.",
    "type": "u4"
   },
   {
    "name": "rppid",
    "kernelName": "cpt_rppid",
    "doc": "Pid of the real parent. Restore builds the tree from it; threads have the parent of their leader.",
    "type": "u4"
   },
   {
    "name": "pgrp",
    "kernelName": "cpt_pgrp",
    "doc": "Process group. RHEL6 restores it from here, 2.6.18 from SIGNAL_STRUCT.",
    "type": "u4"
   },
   {
    "name": "session",
    "kernelName": "cpt_session",
    "doc": "Session. RHEL6 restores it from here, 2.6.18 from SIGNAL_STRUCT.",
    "type": "u4"
   },
   {
    "name": "oldPgrp",
    "kernelName": "cpt_old_pgrp",
    "doc": "Foreground process group of the terminal that the session leader gave up; 0 = none.",
    "type": "u4"
   },
   {
    "name": "pad",
    "kernelName": "__cpt_pad",
    "type": "u4",
    "isPad": true
   },
   {
    "name": "leader",
    "kernelName": "cpt_leader",
    "doc": "Pid of the thread group leader; threads are created by it.",
    "type": "u4"
   },
   {
    "name": "pnState",
    "kernelName": "cpt_pn_state",
    "doc": "State of a ptrace stop in images before version 0x800, 1 to 9 by event, 0 = none. RHEL6 leaves it stale.",
    "type": "u1"
   },
   {
    "name": "stoppedState",
    "kernelName": "cpt_stopped_state",
    "doc": "1 when the task is stopped, or about to stop, by a signal (inferred).",
    "type": "u1"
   },
   {
    "name": "sigsuspendState",
    "kernelName": "cpt_sigsuspend_state",
    "doc": "Not 0 when the task sleeps in sigsuspend, kernels before 2.6.16 only. 0 in 2.6.18 images; RHEL6 leaves it stale and does not read it.",
    "type": "u1"
   },
   {
    "name": "is64bit",
    "kernelName": "cpt_64bit",
    "doc": "1 for a 64-bit program.",
    "type": "u1"
   },
   {
    "name": "setTid",
    "kernelName": "cpt_set_tid",
    "doc": "User address at which the thread id is stored when the new thread starts; 0 = none.",
    "type": "u8"
   },
   {
    "name": "clearTid",
    "kernelName": "cpt_clear_tid",
    "doc": "User address that is cleared and woken when the thread ends; 0 = none.",
    "type": "u8"
   },
   {
    "name": "exitCode",
    "kernelName": "cpt_exit_code",
    "doc": "Status of a zombie as wait4 reports it; the stop signal of a stopped task.",
    "type": "u4"
   },
   {
    "name": "exitSignal",
    "kernelName": "cpt_exit_signal",
    "doc": "Signal that the parent gets at the exit; 2^32-1 (-1) for a thread that is no leader.",
    "type": "u4"
   },
   {
    "name": "pdeathSignal",
    "kernelName": "cpt_pdeath_signal",
    "doc": "Signal that the task gets when its parent ends; 0 = none.",
    "type": "u4"
   },
   {
    "name": "user",
    "kernelName": "cpt_user",
    "doc": "User id whose account the task is charged to.",
    "type": "u4"
   },
   {
    "name": "uid",
    "kernelName": "cpt_uid",
    "doc": "Real user id.",
    "type": "u4"
   },
   {
    "name": "euid",
    "kernelName": "cpt_euid",
    "doc": "Effective user id.",
    "type": "u4"
   },
   {
    "name": "suid",
    "kernelName": "cpt_suid",
    "doc": "Saved user id.",
    "type": "u4"
   },
   {
    "name": "fsuid",
    "kernelName": "cpt_fsuid",
    "doc": "User id for file access.",
    "type": "u4"
   },
   {
    "name": "gid",
    "kernelName": "cpt_gid",
    "doc": "Real group id.",
    "type": "u4"
   },
   {
    "name": "egid",
    "kernelName": "cpt_egid",
    "doc": "Effective group id.",
    "type": "u4"
   },
   {
    "name": "sgid",
    "kernelName": "cpt_sgid",
    "doc": "Saved group id.",
    "type": "u4"
   },
   {
    "name": "fsgid",
    "kernelName": "cpt_fsgid",
    "doc": "Group id for file access.",
    "type": "u4"
   },
   {
    "name": "ngids",
    "kernelName": "cpt_ngids",
    "doc": "Number of supplementary groups. A task with more is refused at the dump.",
    "type": "u4"
   },
   {
    "name": "gids",
    "kernelName": "cpt_gids",
    "repeat": 32,
    "doc": "Supplementary groups; entries from `ngids` on are stale.",
    "type": "u4"
   },
   {
    "name": "prctlUac",
    "kernelName": "cpt_prctl_uac",
    "doc": "Treatment of unaligned accesses (ia64); 0 elsewhere.",
    "type": "u1"
   },
   {
    "name": "prctlFpemu",
    "kernelName": "cpt_prctl_fpemu",
    "doc": "Treatment of emulated floating point operations (ia64); 0 elsewhere.",
    "type": "u1"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u2",
    "isPad": true
   },
   {
    "name": "ecap",
    "kernelName": "cpt_ecap",
    "bitsName": "capability",
    "doc": "Effective capabilities. Only the low 32 bits count in images of 2.6.18 and older; there the high half repeats the inheritable set.",
    "type": "u8"
   },
   {
    "name": "icap",
    "kernelName": "cpt_icap",
    "bitsName": "capability",
    "doc": "Inheritable capabilities. Only the low 32 bits count in images of 2.6.18 and older; there the high half repeats the permitted set.",
    "type": "u8"
   },
   {
    "name": "pcap",
    "kernelName": "cpt_pcap",
    "bitsName": "capability",
    "doc": "Permitted capabilities. Only the low 32 bits count in images of 2.6.18 and older; there the high half holds other bits of the kernel.",
    "type": "u8"
   },
   {
    "name": "comm",
    "kernelName": "cpt_comm",
    "doc": "Name of the task, ended by a zero byte; bytes behind it are stale.",
    "type": {
     "bytes": 16
    },
    "isText": true
   },
   {
    "name": "tls",
    "kernelName": "cpt_tls",
    "repeat": 3,
    "doc": "Thread local storage descriptors of the x86 GDT, raw; 0 = unused. Slots 1 to 3 of the abstract segment codes.",
    "type": "u8"
   },
   {
    "name": "restart",
    "kernelName": "cpt_restart",
    "doc": "Interrupted system call that goes on after the restore.",
    "type": {
     "struct": "restart_block"
    }
   },
   {
    "name": "itRealValue",
    "kernelName": "cpt_it_real_value",
    "unit": "ns",
    "doc": "Time left on ITIMER_REAL; 0 = not armed. Version 0x000: jiffies. 2.6.18 subtracts the time between dump and restore, RHEL6 does not. Leaders only.",
    "type": "u8"
   },
   {
    "name": "itRealIncr",
    "kernelName": "cpt_it_real_incr",
    "unit": "ns",
    "doc": "Period of ITIMER_REAL; 0 = once. Version 0x000: jiffies.",
    "type": "u8"
   },
   {
    "name": "itProfValue",
    "kernelName": "cpt_it_prof_value",
    "unit": "jiffies",
    "doc": "Expiry of ITIMER_PROF, a point of the CPU time (user and kernel) that the thread group has used; 0 = not armed. Leaders only.",
    "type": "u8"
   },
   {
    "name": "itProfIncr",
    "kernelName": "cpt_it_prof_incr",
    "unit": "jiffies",
    "doc": "Period of ITIMER_PROF; 0 = once.",
    "type": "u8"
   },
   {
    "name": "itVirtValue",
    "kernelName": "cpt_it_virt_value",
    "unit": "jiffies",
    "doc": "Expiry of ITIMER_VIRTUAL, a point of the user time that the thread group has used; 0 = not armed. Leaders only.",
    "type": "u8"
   },
   {
    "name": "itVirtIncr",
    "kernelName": "cpt_it_virt_incr",
    "unit": "jiffies",
    "doc": "Period of ITIMER_VIRTUAL; 0 = once.",
    "type": "u8"
   },
   {
    "name": "usedMath",
    "kernelName": "cpt_used_math",
    "doc": "Not 0 when the task has an FPU state, stored in BITS.",
    "type": "u2"
   },
   {
    "name": "keepcap",
    "kernelName": "cpt_keepcap",
    "doc": "1 to keep capabilities when the user id changes. From version 0x600 on the low 8 bits of the securebits, where 0x10 has that meaning.",
    "type": "u1"
   },
   {
    "name": "didExec",
    "kernelName": "cpt_did_exec",
    "doc": "1 when the task has called execve since it was created.",
    "type": "u1"
   },
   {
    "name": "ptraceMessage",
    "kernelName": "cpt_ptrace_message",
    "doc": "Value that PTRACE_GETEVENTMSG hands to the tracer.",
    "type": "u4"
   },
   {
    "name": "utime",
    "kernelName": "cpt_utime",
    "unit": "jiffies",
    "doc": "CPU time in user mode, of this thread.",
    "type": "u8"
   },
   {
    "name": "stime",
    "kernelName": "cpt_stime",
    "unit": "jiffies",
    "doc": "CPU time in kernel mode, of this thread.",
    "type": "u8"
   },
   {
    "name": "starttime",
    "kernelName": "cpt_starttime",
    "unit": "timespec",
    "doc": "Start of the thread after the start of the container, monotonic clock. Version 0x000: plain jiffies.",
    "type": "u8"
   },
   {
    "name": "nvcsw",
    "kernelName": "cpt_nvcsw",
    "doc": "Voluntary context switches of this thread.",
    "type": "u8"
   },
   {
    "name": "nivcsw",
    "kernelName": "cpt_nivcsw",
    "doc": "Involuntary context switches of this thread.",
    "type": "u8"
   },
   {
    "name": "minFlt",
    "kernelName": "cpt_min_flt",
    "doc": "Page faults of this thread without input or output.",
    "type": "u8"
   },
   {
    "name": "majFlt",
    "kernelName": "cpt_maj_flt",
    "doc": "Page faults of this thread with input or output.",
    "type": "u8"
   },
   {
    "name": "sigsuspendBlocked",
    "kernelName": "cpt_sigsuspend_blocked",
    "doc": "Signal mask to be set again when the interrupted call ends; counts when `sigsuspend_state` or the thread flag for it is set.",
    "type": "u8"
   },
   {
    "name": "cutime",
    "kernelName": "cpt_cutime",
    "unit": "jiffies",
    "doc": "User time of children that were waited for; a copy of the one in SIGNAL_STRUCT.",
    "type": "u8"
   },
   {
    "name": "cstime",
    "kernelName": "cpt_cstime",
    "unit": "jiffies",
    "doc": "Kernel time of children that were waited for; a copy of the one in SIGNAL_STRUCT.",
    "type": "u8"
   },
   {
    "name": "cnvcsw",
    "kernelName": "cpt_cnvcsw",
    "doc": "Voluntary context switches of children that were waited for; a copy of the one in SIGNAL_STRUCT.",
    "type": "u8"
   },
   {
    "name": "cnivcsw",
    "kernelName": "cpt_cnivcsw",
    "doc": "Involuntary context switches of children that were waited for; a copy of the one in SIGNAL_STRUCT.",
    "type": "u8"
   },
   {
    "name": "cminFlt",
    "kernelName": "cpt_cmin_flt",
    "doc": "Minor page faults of children that were waited for; a copy of the one in SIGNAL_STRUCT.",
    "type": "u8"
   },
   {
    "name": "cmajFlt",
    "kernelName": "cpt_cmaj_flt",
    "doc": "Major page faults of children that were waited for; a copy of the one in SIGNAL_STRUCT.",
    "type": "u8"
   },
   {
    "name": "rlimCur",
    "kernelName": "cpt_rlim_cur",
    "repeat": 16,
    "doc": "Soft resource limits in the order of the enumeration `rlimit`; a copy of those in SIGNAL_STRUCT. Infinity is 2^64-1 for 64-bit and 2^32-1 for 32-bit kernels. Entries that the kernel does not know are 2^64-1.",
    "type": "u8"
   },
   {
    "name": "rlimMax",
    "kernelName": "cpt_rlim_max",
    "repeat": 16,
    "doc": "Hard resource limits, coded like `rlim_cur`.",
    "type": "u8"
   },
   {
    "name": "taskUb",
    "kernelName": "cpt_task_ub",
    "positionOf": "ubc",
    "doc": "Position of the beancounter charged for the task. RHEL6 only looks it up.",
    "type": "u8"
   },
   {
    "name": "execUb",
    "kernelName": "cpt_exec_ub",
    "positionOf": "ubc",
    "doc": "Position of the beancounter charged for what the task does. RHEL6 only looks it up.",
    "type": "u8"
   },
   {
    "name": "mmUb",
    "kernelName": "cpt_mm_ub",
    "positionOf": "ubc",
    "doc": "Position of the beancounter charged for the memory; 2^64-1 without an address space. RHEL6 only looks it up.",
    "type": "u8"
   },
   {
    "name": "forkSub",
    "kernelName": "cpt_fork_sub",
    "positionOf": "ubc",
    "doc": "Position of the beancounter for children. From version 0x801 on a copy of `exec_ub`.",
    "type": "u8"
   },
   {
    "name": "posixTimers",
    "kernelName": "cpt_posix_timers",
    "positionOf": "posix_timer_list",
    "doc": "Position of the POSIX_TIMER_LIST of the thread group, in its leader; 2^64-1 = none. From kernel 042stab076 (`hdrlen` 984).",
    "type": "u8",
    "optional": true
   },
   {
    "name": "bcap",
    "kernelName": "cpt_bcap",
    "bitsName": "capability",
    "doc": "Bounding set of capabilities, taken as it is. From kernel 042stab108 (`hdrlen` 992); without it the bound of the container counts.",
    "type": "u8",
    "optional": true
   }
  ]
 },
 "restart_block": {
  "doc": "System call to be restarted, part of TASK. The order of the arguments depends on the version; a wrong order makes RHEL6 kernels panic at resume.",
  "fields": [
   {
    "name": "fn",
    "kernelName": "fn",
    "enumName": "restart_block_kind",
    "doc": "Kind of the call. With 0 the arguments are stale. Unknown kinds are logged, and the call ends with EINTR.",
    "type": "u8"
   },
   {
    "name": "arg0",
    "kernelName": "arg0",
    "doc": "Sleep: ns left (versions 0x100 to 0x3ff), number of the clock (0x400 and later), jiffies left (0x000). Poll: user address of the descriptors. Futex: user address.",
    "type": "u8"
   },
   {
    "name": "arg1",
    "kernelName": "arg1",
    "doc": "Sleep: 0 (0x100 to 0x3ff), else the user address for the remaining time. Poll: number of descriptors, for RHEL6 plus 2^32 with a timeout. Futex: expected value.",
    "type": "u8"
   },
   {
    "name": "arg2",
    "kernelName": "arg2",
    "doc": "Sleep: user address for the remaining time (0x100 to 0x3ff), ns left (0x400 to 0x800 of vanilla kernels), 32-bit user address (RHEL6). Poll: ns left (vanilla), ns of the deadline on the source's monotonic clock (RHEL6). Futex: ns left.",
    "type": "u8"
   },
   {
    "name": "arg3",
    "kernelName": "arg3",
    "doc": "Sleep: number of the clock (0x100 to 0x3ff), 0 (vanilla 0x400 to 0x800), ns left (RHEL6). Futex: flags.",
    "type": "u8"
   }
  ]
 },
 "x86_regs": {
  "doc": "Registers of a 32-bit task, an object inside TASK. It has no content. Segment registers hold abstract codes.",
  "fields": [
   {
    "name": "debugreg",
    "kernelName": "cpt_debugreg",
    "repeat": 8,
    "doc": "Debug registers DR0 to DR7; DR4 and DR5 do not exist and are stale on i386.",
    "type": "u4"
   },
   {
    "name": "fs",
    "kernelName": "cpt_fs",
    "enumName": "segment",
    "doc": "Segment FS.",
    "type": "u4"
   },
   {
    "name": "gs",
    "kernelName": "cpt_gs",
    "enumName": "segment",
    "doc": "Segment GS of the program before version 0x800; from then on that of the kernel (i386) or 0 (x86_64).",
    "type": "u4"
   },
   {
    "name": "ebx",
    "kernelName": "cpt_ebx",
    "doc": "Register EBX; first argument of a system call.",
    "type": "u4"
   },
   {
    "name": "ecx",
    "kernelName": "cpt_ecx",
    "doc": "Register ECX; second argument of a system call.",
    "type": "u4"
   },
   {
    "name": "edx",
    "kernelName": "cpt_edx",
    "doc": "Register EDX; third argument of a system call.",
    "type": "u4"
   },
   {
    "name": "esi",
    "kernelName": "cpt_esi",
    "doc": "Register ESI; fourth argument of a system call.",
    "type": "u4"
   },
   {
    "name": "edi",
    "kernelName": "cpt_edi",
    "doc": "Register EDI; fifth argument of a system call.",
    "type": "u4"
   },
   {
    "name": "ebp",
    "kernelName": "cpt_ebp",
    "doc": "Register EBP; sixth argument of a system call.",
    "type": "u4"
   },
   {
    "name": "eax",
    "kernelName": "cpt_eax",
    "doc": "Register EAX; result of a system call, negative numbers above 0xfffffe00 ask for a restart.",
    "type": "u4"
   },
   {
    "name": "xds",
    "kernelName": "cpt_xds",
    "enumName": "segment",
    "doc": "Segment DS.",
    "type": "u4"
   },
   {
    "name": "xes",
    "kernelName": "cpt_xes",
    "enumName": "segment",
    "doc": "Segment ES.",
    "type": "u4"
   },
   {
    "name": "origEax",
    "kernelName": "cpt_orig_eax",
    "doc": "Number of the interrupted system call; 2^32-1 (-1) = none.",
    "type": "u4"
   },
   {
    "name": "eip",
    "kernelName": "cpt_eip",
    "doc": "Instruction pointer.",
    "type": "u4"
   },
   {
    "name": "xcs",
    "kernelName": "cpt_xcs",
    "enumName": "segment",
    "doc": "Segment CS.",
    "type": "u4"
   },
   {
    "name": "eflags",
    "kernelName": "cpt_eflags",
    "doc": "Register EFLAGS.",
    "type": "u4"
   },
   {
    "name": "esp",
    "kernelName": "cpt_esp",
    "doc": "Stack pointer.",
    "type": "u4"
   },
   {
    "name": "xss",
    "kernelName": "cpt_xss",
    "enumName": "segment",
    "doc": "Segment SS.",
    "type": "u4"
   },
   {
    "name": "ugs",
    "kernelName": "cpt_ugs",
    "enumName": "segment",
    "doc": "Segment GS of the program from version 0x800 on; stale padding before.",
    "type": "u4"
   }
  ]
 },
 "x86_64_regs": {
  "doc": "Registers of a 64-bit task, an object inside TASK. It has no content. Segment registers hold abstract codes.",
  "fields": [
   {
    "name": "debugreg",
    "kernelName": "cpt_debugreg",
    "repeat": 8,
    "doc": "Debug registers DR0 to DR7; DR4 and DR5 do not exist.",
    "type": "u8"
   },
   {
    "name": "fsbase",
    "kernelName": "cpt_fsbase",
    "doc": "Base address of FS, set by arch_prctl; 0 when a descriptor of `tls` gives it.",
    "type": "u8"
   },
   {
    "name": "gsbase",
    "kernelName": "cpt_gsbase",
    "doc": "Base address of GS of the program.",
    "type": "u8"
   },
   {
    "name": "fsindex",
    "kernelName": "cpt_fsindex",
    "enumName": "segment",
    "doc": "Segment FS.",
    "type": "u4"
   },
   {
    "name": "gsindex",
    "kernelName": "cpt_gsindex",
    "enumName": "segment",
    "doc": "Segment GS.",
    "type": "u4"
   },
   {
    "name": "ds",
    "kernelName": "cpt_ds",
    "enumName": "segment",
    "doc": "Segment DS.",
    "type": "u4"
   },
   {
    "name": "es",
    "kernelName": "cpt_es",
    "enumName": "segment",
    "doc": "Segment ES.",
    "type": "u4"
   },
   {
    "name": "r15",
    "kernelName": "cpt_r15",
    "doc": "Register R15.",
    "type": "u8"
   },
   {
    "name": "r14",
    "kernelName": "cpt_r14",
    "doc": "Register R14.",
    "type": "u8"
   },
   {
    "name": "r13",
    "kernelName": "cpt_r13",
    "doc": "Register R13.",
    "type": "u8"
   },
   {
    "name": "r12",
    "kernelName": "cpt_r12",
    "doc": "Register R12.",
    "type": "u8"
   },
   {
    "name": "rbp",
    "kernelName": "cpt_rbp",
    "doc": "Register RBP.",
    "type": "u8"
   },
   {
    "name": "rbx",
    "kernelName": "cpt_rbx",
    "doc": "Register RBX.",
    "type": "u8"
   },
   {
    "name": "r11",
    "kernelName": "cpt_r11",
    "doc": "Register R11; the flags at a system call.",
    "type": "u8"
   },
   {
    "name": "r10",
    "kernelName": "cpt_r10",
    "doc": "Register R10; fourth argument of a system call.",
    "type": "u8"
   },
   {
    "name": "r9",
    "kernelName": "cpt_r9",
    "doc": "Register R9; sixth argument of a system call.",
    "type": "u8"
   },
   {
    "name": "r8",
    "kernelName": "cpt_r8",
    "doc": "Register R8; fifth argument of a system call.",
    "type": "u8"
   },
   {
    "name": "rax",
    "kernelName": "cpt_rax",
    "doc": "Register RAX; result of a system call, -512 to -516 ask for a restart.",
    "type": "u8"
   },
   {
    "name": "rcx",
    "kernelName": "cpt_rcx",
    "doc": "Register RCX; the return address at a system call.",
    "type": "u8"
   },
   {
    "name": "rdx",
    "kernelName": "cpt_rdx",
    "doc": "Register RDX; third argument of a system call.",
    "type": "u8"
   },
   {
    "name": "rsi",
    "kernelName": "cpt_rsi",
    "doc": "Register RSI; second argument of a system call.",
    "type": "u8"
   },
   {
    "name": "rdi",
    "kernelName": "cpt_rdi",
    "doc": "Register RDI; first argument of a system call.",
    "type": "u8"
   },
   {
    "name": "origRax",
    "kernelName": "cpt_orig_rax",
    "doc": "Number of the interrupted system call; 2^64-1 (-1) = none.",
    "type": "u8"
   },
   {
    "name": "rip",
    "kernelName": "cpt_rip",
    "doc": "Instruction pointer.",
    "type": "u8"
   },
   {
    "name": "cs",
    "kernelName": "cpt_cs",
    "enumName": "segment",
    "doc": "Segment CS.",
    "type": "u8"
   },
   {
    "name": "eflags",
    "kernelName": "cpt_eflags",
    "doc": "Register RFLAGS.",
    "type": "u8"
   },
   {
    "name": "rsp",
    "kernelName": "cpt_rsp",
    "doc": "Stack pointer.",
    "type": "u8"
   },
   {
    "name": "ss",
    "kernelName": "cpt_ss",
    "enumName": "segment",
    "doc": "Segment SS.",
    "type": "u8"
   }
  ]
 },
 "ia64_regs": {
  "doc": "Registers of an ia64 task, an object inside TASK. It has no content. Restored only by ia64 kernels. No real image was seen; the meaning follows the names of the architecture.",
  "fields": [
   {
    "name": "gr",
    "kernelName": "gr",
    "repeat": 128,
    "doc": "General registers r0 to r127, the stacked ones included.",
    "type": "u8"
   },
   {
    "name": "fr",
    "kernelName": "fr",
    "repeat": 256,
    "doc": "Floating point registers f0 to f127, two words each.",
    "type": "u8"
   },
   {
    "name": "br",
    "kernelName": "br",
    "repeat": 8,
    "doc": "Branch registers b0 to b7.",
    "type": "u8"
   },
   {
    "name": "nat",
    "kernelName": "nat",
    "repeat": 2,
    "doc": "NaT bits of the general registers.",
    "type": "u8"
   },
   {
    "name": "arBspstore",
    "kernelName": "ar_bspstore",
    "doc": "Application register BSPSTORE.",
    "type": "u8"
   },
   {
    "name": "numRegs",
    "kernelName": "num_regs",
    "doc": "Number of stacked registers in the register backing store (inferred).",
    "type": "u8"
   },
   {
    "name": "loadrs",
    "kernelName": "loadrs",
    "doc": "Size of the dirty part of the register stack, in the form of RSC.loadrs (inferred).",
    "type": "u8"
   },
   {
    "name": "arBsp",
    "kernelName": "ar_bsp",
    "doc": "Application register BSP.",
    "type": "u8"
   },
   {
    "name": "arUnat",
    "kernelName": "ar_unat",
    "doc": "Application register UNAT.",
    "type": "u8"
   },
   {
    "name": "arPfs",
    "kernelName": "ar_pfs",
    "doc": "Application register PFS.",
    "type": "u8"
   },
   {
    "name": "arCcv",
    "kernelName": "ar_ccv",
    "doc": "Application register CCV.",
    "type": "u8"
   },
   {
    "name": "arFpsr",
    "kernelName": "ar_fpsr",
    "doc": "Application register FPSR.",
    "type": "u8"
   },
   {
    "name": "arCsd",
    "kernelName": "ar_csd",
    "doc": "Application register CSD.",
    "type": "u8"
   },
   {
    "name": "arSsd",
    "kernelName": "ar_ssd",
    "doc": "Application register SSD.",
    "type": "u8"
   },
   {
    "name": "arEc",
    "kernelName": "ar_ec",
    "doc": "Application register EC.",
    "type": "u8"
   },
   {
    "name": "arLc",
    "kernelName": "ar_lc",
    "doc": "Application register LC.",
    "type": "u8"
   },
   {
    "name": "arRsc",
    "kernelName": "ar_rsc",
    "doc": "Application register RSC.",
    "type": "u8"
   },
   {
    "name": "arRnat",
    "kernelName": "ar_rnat",
    "doc": "Application register RNAT.",
    "type": "u8"
   },
   {
    "name": "crIip",
    "kernelName": "cr_iip",
    "doc": "Instruction pointer (control register IIP).",
    "type": "u8"
   },
   {
    "name": "crIpsr",
    "kernelName": "cr_ipsr",
    "doc": "Processor status (control register IPSR).",
    "type": "u8"
   },
   {
    "name": "cfm",
    "kernelName": "cfm",
    "doc": "Current frame marker.",
    "type": "u8"
   },
   {
    "name": "pr",
    "kernelName": "pr",
    "doc": "Predicate registers, one bit each.",
    "type": "u8"
   },
   {
    "name": "ibr",
    "kernelName": "ibr",
    "repeat": 8,
    "doc": "Instruction breakpoint registers.",
    "type": "u8"
   },
   {
    "name": "dbr",
    "kernelName": "dbr",
    "repeat": 8,
    "doc": "Data breakpoint registers.",
    "type": "u8"
   }
  ]
 },
 "sigaltstack": {
  "doc": "Alternate signal stack, an object inside TASK, present only if one is set. It has no content.",
  "fields": [
   {
    "name": "stack",
    "kernelName": "cpt_stack",
    "doc": "User address of the stack.",
    "type": "u8"
   },
   {
    "name": "stacksize",
    "kernelName": "cpt_stacksize",
    "unit": "bytes",
    "doc": "Size of the stack.",
    "type": "u4"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u4",
    "isPad": true
   }
  ]
 },
 "task_aux": {
  "doc": "Further state of a task, an object inside TASK, present only if it has a robust list. It has no content.",
  "fields": [
   {
    "name": "robustList",
    "kernelName": "cpt_robust_list",
    "doc": "User address of the list of robust futexes.",
    "type": "u8"
   },
   {
    "name": "future",
    "kernelName": "__cpt_future",
    "repeat": 16,
    "doc": "For later use; stale.",
    "type": "u8"
   }
  ]
 },
 "siginfo": {
  "doc": "One queued signal, an object inside TASK (signals of the thread) or inside SIGNAL_STRUCT (signals of the group), in queue order. The object LASTSIGINFO inside TASK has the same form and holds the signal of a ptrace stop. Inside TASK nothing else may follow the first SIGINFO but SIGNAL_STRUCT. Kernels from 042stab076 do not store signals of POSIX timers.",
  "fields": [
   {
    "name": "qflags",
    "kernelName": "cpt_qflags",
    "doc": "Flags of the queue entry (SIGQUEUE_*); stale in LASTSIGINFO.",
    "type": "u4"
   },
   {
    "name": "signo",
    "kernelName": "cpt_signo",
    "doc": "Number of the signal.",
    "type": "u4"
   },
   {
    "name": "errno",
    "kernelName": "cpt_errno",
    "doc": "Error number given with the signal (si_errno).",
    "type": "u4"
   },
   {
    "name": "code",
    "kernelName": "cpt_code",
    "doc": "Source of the signal (si_code), a signed 32-bit number; for example 0 kill, -1 sigqueue, -6 tkill.",
    "type": "u4"
   },
   {
    "name": "sigval",
    "kernelName": "cpt_sigval",
    "doc": "Value given with the signal. 8 bytes are stored; the upper half of an int is whatever the sender left there.",
    "type": "u8"
   },
   {
    "name": "pid",
    "kernelName": "cpt_pid",
    "doc": "Pid of the sender.",
    "type": "u4"
   },
   {
    "name": "uid",
    "kernelName": "cpt_uid",
    "doc": "User id of the sender.",
    "type": "u4"
   },
   {
    "name": "utime",
    "kernelName": "cpt_utime",
    "unit": "jiffies",
    "doc": "User time of the child, SIGCHLD only; stale in others.",
    "type": "u8"
   },
   {
    "name": "stime",
    "kernelName": "cpt_stime",
    "unit": "jiffies",
    "doc": "Kernel time of the child, SIGCHLD only; stale in others.",
    "type": "u8"
   },
   {
    "name": "user",
    "kernelName": "cpt_user",
    "doc": "User id that is charged for the queue entry; stale in LASTSIGINFO.",
    "type": "u8"
   },
   {
    "name": "sifields",
    "kernelName": "cpt_sifields",
    "repeat": 28,
    "doc": "Raw words of the siginfo union behind si_code; when present they win over the fields above. From kernel 042stab108 (`hdrlen` 184, on i386 192).",
    "type": "u4",
    "optional": true
   },
   {
    "name": "sifield28",
    "doc": "Word 28 of the union, which only i386 kernels have.",
    "type": "u4",
    "optional": true
   },
   {
    "name": "pad1",
    "type": "u4",
    "optional": true,
    "isPad": true
   }
  ]
 },
 "signal_struct": {
  "doc": "State shared by a thread group, an object inside the TASK of its last thread. Content: SIGINFO objects that are pending for the group.",
  "fields": [
   {
    "name": "leader",
    "kernelName": "cpt_leader",
    "doc": "1 for a session leader.",
    "type": "u4"
   },
   {
    "name": "pgrpType",
    "kernelName": "cpt_pgrp_type",
    "enumName": "pgrp_type",
    "doc": "What `pgrp` stands for. RHEL6 writes 0 and does not read it.",
    "type": "u1"
   },
   {
    "name": "oldPgrpType",
    "kernelName": "cpt_old_pgrp_type",
    "enumName": "pgrp_type",
    "doc": "What `old_pgrp` stands for. Left stale when `old_pgrp` is 0.",
    "type": "u1"
   },
   {
    "name": "sessionType",
    "kernelName": "cpt_session_type",
    "enumName": "pgrp_type",
    "doc": "What `session` stands for. RHEL6 writes 0 and does not read it.",
    "type": "u1"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u1",
    "isPad": true
   },
   {
    "name": "pgrp",
    "kernelName": "cpt_pgrp",
    "doc": "Process group. RHEL6 writes 0 and uses the one of TASK; 2.6.18 demands a positive number.",
    "type": "u8"
   },
   {
    "name": "oldPgrp",
    "kernelName": "cpt_old_pgrp",
    "doc": "Foreground process group of a terminal that the session leader gave up; 0 = none, -1 = unknown group.",
    "type": "u8"
   },
   {
    "name": "session",
    "kernelName": "cpt_session",
    "doc": "Session. RHEL6 writes 0 and uses the one of TASK; 2.6.18 demands a positive number.",
    "type": "u8"
   },
   {
    "name": "sigpending",
    "kernelName": "cpt_sigpending",
    "doc": "Pending signals of the group; bit n-1 is signal n.",
    "type": "u8"
   },
   {
    "name": "ctty",
    "kernelName": "cpt_ctty",
    "positionOf": "tty",
    "doc": "Position of the controlling TTY; 2^64-1 = none.",
    "type": "u8"
   },
   {
    "name": "currTarget",
    "kernelName": "cpt_curr_target",
    "doc": "Pid of the thread that got the last signal of the group; 0 = none.",
    "type": "u4"
   },
   {
    "name": "groupExit",
    "kernelName": "cpt_group_exit",
    "doc": "1 when the whole group is ending.",
    "type": "u4"
   },
   {
    "name": "groupExitCode",
    "kernelName": "cpt_group_exit_code",
    "doc": "Exit status of an ending group; the stop signal of a stopped group.",
    "type": "u4"
   },
   {
    "name": "groupExitTask",
    "kernelName": "cpt_group_exit_task",
    "doc": "Pid of the thread that waits for the others to end; 0 = none, another number must exist.",
    "type": "u4"
   },
   {
    "name": "notifyCount",
    "kernelName": "cpt_notify_count",
    "doc": "Number of threads left at which `group_exit_task` is woken.",
    "type": "u4"
   },
   {
    "name": "groupStopCount",
    "kernelName": "cpt_group_stop_count",
    "doc": "Number of threads that have yet to stop.",
    "type": "u4"
   },
   {
    "name": "stopState",
    "kernelName": "cpt_stop_state",
    "doc": "Written by old kernels only; stale in 2.6.18 and 2.6.32 images.",
    "type": "u4"
   },
   {
    "name": "pad2",
    "kernelName": "__cpt_pad2",
    "type": "u4",
    "isPad": true
   },
   {
    "name": "utime",
    "kernelName": "cpt_utime",
    "unit": "jiffies",
    "doc": "User time of threads of the group that have ended.",
    "type": "u8"
   },
   {
    "name": "stime",
    "kernelName": "cpt_stime",
    "unit": "jiffies",
    "doc": "Kernel time of threads of the group that have ended.",
    "type": "u8"
   },
   {
    "name": "cutime",
    "kernelName": "cpt_cutime",
    "unit": "jiffies",
    "doc": "User time of children that were waited for.",
    "type": "u8"
   },
   {
    "name": "cstime",
    "kernelName": "cpt_cstime",
    "unit": "jiffies",
    "doc": "Kernel time of children that were waited for.",
    "type": "u8"
   },
   {
    "name": "nvcsw",
    "kernelName": "cpt_nvcsw",
    "doc": "Voluntary context switches of threads that have ended.",
    "type": "u8"
   },
   {
    "name": "nivcsw",
    "kernelName": "cpt_nivcsw",
    "doc": "Involuntary context switches of threads that have ended.",
    "type": "u8"
   },
   {
    "name": "cnvcsw",
    "kernelName": "cpt_cnvcsw",
    "doc": "Voluntary context switches of children that were waited for.",
    "type": "u8"
   },
   {
    "name": "cnivcsw",
    "kernelName": "cpt_cnivcsw",
    "doc": "Involuntary context switches of children that were waited for.",
    "type": "u8"
   },
   {
    "name": "minFlt",
    "kernelName": "cpt_min_flt",
    "doc": "Minor page faults of threads that have ended.",
    "type": "u8"
   },
   {
    "name": "majFlt",
    "kernelName": "cpt_maj_flt",
    "doc": "Major page faults of threads that have ended.",
    "type": "u8"
   },
   {
    "name": "cminFlt",
    "kernelName": "cpt_cmin_flt",
    "doc": "Minor page faults of children that were waited for.",
    "type": "u8"
   },
   {
    "name": "cmajFlt",
    "kernelName": "cpt_cmaj_flt",
    "doc": "Major page faults of children that were waited for.",
    "type": "u8"
   },
   {
    "name": "rlimCur",
    "kernelName": "cpt_rlim_cur",
    "repeat": 16,
    "doc": "Soft resource limits in the order of the enumeration `rlimit`. Infinity is 2^64-1 for 64-bit and 2^32-1 for 32-bit kernels. Entries that the kernel does not know are 2^64-1.",
    "type": "u8"
   },
   {
    "name": "rlimMax",
    "kernelName": "cpt_rlim_max",
    "repeat": 16,
    "doc": "Hard resource limits, coded like `rlim_cur`.",
    "type": "u8"
   },
   {
    "name": "flags",
    "kernelName": "cpt_flags",
    "flagsName": "signal_flag",
    "doc": "Stop and continue state of the group. From kernel 042stab108 (`hdrlen` 456); without it no state is restored.",
    "type": "u8",
    "optional": true
   }
  ]
 },
 "sighandler": {
  "doc": "Action for one signal, an object inside SIGHAND_STRUCT. It has no content. Signals with the default action have none.",
  "fields": [
   {
    "name": "signo",
    "kernelName": "cpt_signo",
    "doc": "Number of the signal minus 1. Used as an array index without a check.",
    "type": "u4"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u4",
    "isPad": true
   },
   {
    "name": "handler",
    "kernelName": "cpt_handler",
    "doc": "User address of the handler; 0 = default, 1 = ignore.",
    "type": "u8"
   },
   {
    "name": "restorer",
    "kernelName": "cpt_restorer",
    "doc": "User address that the handler returns to; 0 = none.",
    "type": "u8"
   },
   {
    "name": "flags",
    "kernelName": "cpt_flags",
    "flagsName": "sa_flag",
    "doc": "Flags of sigaction.",
    "type": "u8"
   },
   {
    "name": "mask",
    "kernelName": "cpt_mask",
    "doc": "Signals that are blocked while the handler runs; bit n-1 is signal n.",
    "type": "u8"
   }
  ]
 },
 "posix_timer": {
  "doc": "One timer made by timer_create, an object inside POSIX_TIMER_LIST. It has no content. From kernel 042stab076, which writes 72 bytes and no thread id and dump time.",
  "fields": [
   {
    "name": "timerId",
    "kernelName": "cpt_timer_id",
    "doc": "Number of the timer in its process; restored as it is.",
    "type": "u4"
   },
   {
    "name": "timerClock",
    "kernelName": "cpt_timer_clock",
    "enumName": "clock_id",
    "doc": "Clock of the timer; negative numbers are CPU time clocks of a process or thread.",
    "type": "u4"
   },
   {
    "name": "timerOverrun",
    "kernelName": "cpt_timer_overrun",
    "doc": "Expirations since the signal was queued, a signed 32-bit number; -1 = none.",
    "type": "u4"
   },
   {
    "name": "timerOverrunLast",
    "kernelName": "cpt_timer_overrun_last",
    "doc": "Overrun count that timer_getoverrun reports.",
    "type": "u4"
   },
   {
    "name": "timerSignalPending",
    "kernelName": "cpt_timer_signal_pending",
    "doc": "Not 0 when the signal of the timer is queued.",
    "type": "u4"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u4",
    "optional": true,
    "isPad": true
   },
   {
    "name": "timerInterval",
    "kernelName": "cpt_timer_interval",
    "unit": "timespec",
    "doc": "Period; 0 = once.",
    "type": "u8"
   },
   {
    "name": "timerValue",
    "kernelName": "cpt_timer_value",
    "unit": "timespec",
    "doc": "Time left at the dump; 0 = not armed.",
    "type": "u8"
   },
   {
    "name": "sigevValue",
    "kernelName": "cpt_sigev_value",
    "doc": "Value that is given with the signal.",
    "type": "u8"
   },
   {
    "name": "sigevSigno",
    "kernelName": "cpt_sigev_signo",
    "doc": "Number of the signal.",
    "type": "u4"
   },
   {
    "name": "sigevNotify",
    "kernelName": "cpt_sigev_notify",
    "enumName": "sigev_notify",
    "doc": "How an expiration is told.",
    "type": "u4"
   },
   {
    "name": "sigevNotifyTid",
    "kernelName": "cpt_sigev_notify_tid",
    "doc": "Pid of the thread or process that gets the signal. From kernel 042stab088 (`hdrlen` 88).",
    "type": "u4",
    "optional": true
   },
   {
    "name": "pad2",
    "kernelName": "__cpt_pad2",
    "type": "u4",
    "optional": true,
    "isPad": true
   },
   {
    "name": "dumpTime",
    "kernelName": "cpt_dump_time",
    "unit": "timespec",
    "doc": "Wall clock when the timer was stored; without it the time of the image header counts. From kernel 042stab088 (`hdrlen` 88).",
    "type": "u8",
    "optional": true
   },
   {
    "name": "padEnd",
    "type": "u4",
    "optional": true,
    "isPad": true
   }
  ]
 },
 "image_header": {
  "fields": [
   {
    "name": "imageVersion",
    "kernelName": "cpt_image_version",
    "enumName": "image_version",
    "doc": "High byte is the kernel line, low nibble the minor version of that line.",
    "type": "u2"
   },
   {
    "name": "osArch",
    "kernelName": "cpt_os_arch",
    "enumName": "os_arch",
    "doc": "Architecture of the kernel that wrote the image.",
    "type": "u2"
   },
   {
    "name": "pad1",
    "kernelName": "__cpt_pad1",
    "type": "u2",
    "isPad": true
   },
   {
    "name": "veFeatures",
    "kernelName": "cpt_ve_features",
    "flagsName": "ve_feature",
    "doc": "Low half of the container's feature mask.",
    "type": "u4"
   },
   {
    "name": "veFeatures2",
    "kernelName": "cpt_ve_features2",
    "doc": "High half of the container's feature mask.",
    "type": "u4"
   },
   {
    "name": "pagesize",
    "kernelName": "cpt_pagesize",
    "unit": "bytes",
    "doc": "Page size of the writing kernel; 4096 on x86. Not checked on restore.",
    "type": "u2"
   },
   {
    "name": "hz",
    "kernelName": "cpt_hz",
    "doc": "Timer ticks per second of the writing kernel. A kernel with another HZ refuses the image.",
    "type": "u2"
   },
   {
    "name": "startJiffies64",
    "kernelName": "cpt_start_jiffies64",
    "unit": "jiffies",
    "doc": "Jiffies counter of the container at the moment of suspension.",
    "type": "u8"
   },
   {
    "name": "startSec",
    "kernelName": "cpt_start_sec",
    "unit": "s",
    "doc": "Wall clock at the moment of suspension, seconds since 1970.",
    "type": "u4"
   },
   {
    "name": "startNsec",
    "kernelName": "cpt_start_nsec",
    "unit": "ns",
    "doc": "Nanoseconds of the same moment; a multiple of 1000.",
    "type": "u4"
   },
   {
    "name": "cpuCaps",
    "kernelName": "cpt_cpu_caps",
    "repeat": 4,
    "doc": "Word 0 holds bits for CPU features and for unsupported features met; never read on restore.",
    "type": "u4"
   },
   {
    "name": "kernelConfig",
    "kernelName": "cpt_kernel_config",
    "repeat": 4,
    "doc": "Word 0 bit 0 says that the writing kernel used 64-bit page table entries.",
    "type": "u4"
   },
   {
    "name": "iptablesMask",
    "kernelName": "cpt_iptables_mask",
    "doc": "Netfilter modules that the container uses, handed to container creation.",
    "type": "u8"
   }
  ]
 },
 "major_tail": {
  "doc": "The last 248 bytes of the file.",
  "fields": [
   {
    "name": "lazypages",
    "kernelName": "cpt_lazypages",
    "unit": "pages",
    "doc": "Number of pages left to a page server; 0 unless the migration was lazy.",
    "type": "u4"
   },
   {
    "name": "num64bit",
    "kernelName": "cpt_64bit",
    "doc": "Number of 64-bit tasks, threads included. Not 0 makes 32-bit kernels refuse the image.",
    "type": "u4"
   },
   {
    "name": "sections",
    "kernelName": "cpt_sections",
    "repeat": 27,
    "positionOf": "section",
    "doc": "Positions of the section headers of types 0 to 26; 2^64-1 where there is none. No kernel reads them.",
    "type": "u8"
   },
   {
    "name": "nsect",
    "kernelName": "cpt_nsect",
    "doc": "Number of entries of the table; must be 27.",
    "type": "u4"
   },
   {
    "name": "signature",
    "kernelName": "cpt_signature",
    "type": {
     "bytes": 4
    }
   }
  ]
 }
};
