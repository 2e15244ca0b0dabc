/**
 * Why a dump was refused. The words are those of CRIU 4.2, criu/cr-dump.c and what it calls; older releases print most
 * of them, too.
 */
import { type Explanation, type Role, restoreAgain, row } from './explanation.ts';

const refused = (says: RegExp, cause: string, remedy: string, role?: Role): Explanation =>
  row('dump-message', says, cause, remedy, role && { role });

const behind = (says: RegExp): Explanation =>
  refused(says, 'A step of the dump was given up.', restoreAgain, 'follows');

const askFor = (option: string): string => `criu dump ${option}, and give it to the restore, too`;

export const dumpMessages: readonly Explanation[] = [
  // What was said to be wrong in the line before.
  behind(
    /^(Collect (fds|mappings|MADV_GUARD_INSTALL pages)|Dump (files|core|mappings|fs|ids|eventpoll|cgroup of threads in process)) \(pid: \d+\) failed with -?\d+/,
  ),
  behind(
    /^Dump \d+ (signals|rseq) failed|^Can't (dump|fixup) (thread|threads|misc|sigactions|shared signals)\b/,
  ),
  behind(/^Namespaces dumping finished with error|^(Pre-d|D)umping FAILED|^Pre-dumping files failed/),
  behind(
    /^Command \d+ for daemon failed with|^(POKE|PEEK)DATA failed|^Can't (re)?poke |^can't get \/proc fd/,
  ),
  behind(/In-flight connections can be ignored with the /),
  behind(/^Can't make (\w+ns|cgroup|FILES|FS|IO|VM) id\b/),
  behind(/^Can't retrieve FDs from socket|^Message reply from daemon is trimmed/),
  behind(/^Can't get owner of link remap|^Can't note link remap for/),

  // Sockets and terminals.
  refused(
    /Connected TCP socket, consider using/,
    'A TCP connection is open.',
    'criu dump --tcp-established (the restore needs it, too), or --tcp-close where it may be lost',
  ),
  refused(
    /In-flight connection \(l\) for/,
    'Somebody is just connecting to a listening socket.',
    'criu dump --skip-in-flight: the client has to try again',
  ),
  refused(
    /In-flight connection on/,
    'A connection of a unix socket was not accepted yet.',
    'accept it, or dump a moment later',
  ),
  refused(
    /External socket is used\./,
    'A unix socket is connected to a process outside of the tree.',
    askFor('--ext-unix-sk'),
  ),
  refused(
    /Can't dump half of stream unix connection\. name: (?<path>.*?); peer name:/,
    'The other end of a stream of a unix socket is outside of the tree: it cannot be connected again.',
    'close the connection, dump the other end with it, or pass it in: criu dump --external unix[INODE]',
  ),
  refused(
    /with unreachable peer|Can't dump name-less external socket/,
    'The other end of a unix socket is outside of the tree, and has no name to connect to.',
    'close the connection, or dump a tree that holds both ends',
  ),
  refused(
    /Unsupported proto 262 for socket|multipathtcp=0/,
    'A socket is one of multipath TCP (Go asks for it).',
    'start the program with GODEBUG=multipathtcp=0',
  ),
  refused(
    /Unsupported (proto|socket type|socket family)|Can't dump \d+ inet socket/,
    'CRIU cannot dump sockets of that protocol.',
    'close it before the dump',
  ),
  refused(
    /BUG! Unknown socket collected|Unknown pair family|Sockets \(family .* are not collected/,
    'CRIU cannot dump sockets of that family, or the kernel cannot list them.',
    'close it before the dump, or load the module for it: unix_diag, inet_diag, tcp_diag, udp_diag, netlink_diag, af_packet_diag',
  ),
  refused(
    /The socket has data to read/,
    'Messages of the kernel wait in a netlink socket.',
    'dump a moment later, when the program has read them',
  ),
  refused(
    /Diag module missing/,
    'The kernel cannot list sockets.',
    'modprobe unix_diag inet_diag tcp_diag udp_diag',
  ),
  refused(
    /Locking network failed/,
    'The packets of the connections could not be kept away.',
    'install iptables, or criu dump --network-lock nftables (or skip)',
  ),
  refused(
    /Found dangling tty|ctty inheritance detected|Don't have tty to inherit/,
    'A terminal comes from outside of the tree, as in every program that is started in a shell.',
    askFor('--shell-job'),
  ),
  refused(
    /The root process \d+ is not a session leader/,
    'The tree is a job of a shell: its session began outside of it.',
    `${askFor('--shell-job')}, or start it with setsid`,
  ),
  refused(
    /Found slave peer index \d+ without/,
    'The other side of a terminal is outside of the tree.',
    'criu dump --shell-job where it is that of the user, else --orphan-pts-master',
  ),
  refused(
    /A session leader of .* is outside of its pid namespace/,
    'The session of a task began outside of its pid namespace, as after nsenter or an exec into a container.',
    'end what was brought in from outside, and dump again',
  ),

  // Files.
  refused(
    /Can't dump ghost file (?<path>.*) of \d+ size, increase limit/,
    'A file that was deleted while it is open is larger than what CRIU takes into the image.',
    'criu dump --ghost-limit SIZE',
  ),
  refused(
    /Can't create link remap for (?<path>.*?)\. Use/,
    'A file that is open was deleted, and has other names still.',
    'criu dump --link-remap: CRIU gives it a name beside the old one for the restore',
  ),
  refused(
    /Can't link remap to (?<path>.*?): File exists/,
    'A name that an earlier dump gave to a deleted file is still there, and no restore has taken it away.',
    'remove the files link_remap.* beside it',
  ),
  refused(/Some file locks are hold by dumping tasks/, 'Files are locked.', askFor('--file-locks')),
  refused(
    /Can't lookup mount=\d+ for fd=\d+ path=(?<path>.*)/,
    'A file was opened in another mount namespace than that of the task, as by who started it.',
    'let the task open it itself, or close it, before the dump: standard input, output and error often come from outside',
  ),
  refused(
    /Open files on overmounted mounts are not supported/,
    'A file lies on a mount that another one covers.',
    'close it before the dump, or take the upper mount away',
  ),
  refused(
    /Can't dump file \d+ of that type \[\w+\] \(anon /,
    'CRIU has no way to dump that kind of descriptor.',
    'let the program go without it, or close it before the dump',
  ),
  refused(
    /anon_inode:\[io_uring\]/,
    'The program uses io_uring, which CRIU cannot dump.',
    'start it without: UV_USE_IO_URING=0 for Node.js and other programs on libuv, else an option of the program, or sysctl kernel.io_uring_disabled=2',
  ),
  refused(
    /^send_fds failed \(-22\)/,
    'A descriptor cannot be handed to CRIU, as none of io_uring can (unix(7), SCM_RIGHTS).',
    'start the program without io_uring: UV_USE_IO_URING=0 for Node.js and other programs on libuv, else an option of the program',
  ),
  refused(
    /Can't dump file \d+ of that type \[\w+\] \(chr 195:/,
    "A device of NVIDIA's driver is open.",
    'CRIU 4.0 or newer with its cuda_plugin, driver 550 or newer and cuda-checkpoint beside it; without it programs that use the GPU cannot be dumped',
  ),
  refused(
    /Can't dump file \d+ of that type \[\w+\] \(chr 226:/,
    'A device of a graphics driver is open.',
    'amdgpu_plugin for GPUs of AMD; others cannot be dumped',
  ),
  refused(
    /Can't dump file \d+ of that type \[\w+\] \(chr /,
    'A device is open that CRIU cannot dump.',
    'close it before the dump; GPUs need the plugin of their maker (cuda_plugin, amdgpu_plugin), others criu dump --external',
  ),
  refused(
    /Can't dump file \d+ of that type/,
    'CRIU has no way to dump that kind of file.',
    'close it before the dump, or declare it: criu dump --external file[MOUNT:INODE]',
  ),
  refused(
    /Can't handle non-regular mapping on|Unknown shit \d+ \(|Strange file mapped at|handle_device_vma plugin failed/,
    'A device, or what is no file, is mapped into memory.',
    'GPUs need the plugin of their maker (cuda_plugin, amdgpu_plugin); else unmap it before the dump',
  ),
  refused(
    /Unaccessible path opened/,
    'A file has another one in its place now, or what it is on is covered.',
    'criu dump --evasive-devices for devices; else let the program open it anew',
  ),
  refused(
    /Escaped\/closed fd descriptor \d+ on pid \d+/,
    'An epoll instance watches a file whose descriptor is closed or was given away.',
    'let the program take it out of the instance (EPOLL_CTL_DEL) before it closes it',
  ),
  refused(
    /Can't find suitable path for handle|Failed to resolve [0-9a-f]+:[0-9a-f]+|Can't dump that handle/,
    'CRIU found no path for a file that inotify or fanotify watches.',
    'criu dump --force-irmap, with --irmap-scan-path where it lies elsewhere',
  ),
  refused(
    /(Found a closed in-flight socket|More than 1 SCM|Control messages in queue)/,
    'Something other than bytes and descriptors is in the queue of a socket.',
    'dump a moment later, when the program has read it',
  ),

  // Memory.
  refused(
    /Can't open \d+'s mapfile link [0-9a-f]+: No such device or address/,
    'A mapping has no file that could be opened.',
    restoreAgain,
    'follows',
  ),
  refused(
    /Can't open \d+'s mapfile link|Can't open map_files/,
    'The files behind mappings cannot be read.',
    'run CRIU as root with CAP_SYS_ADMIN or CAP_CHECKPOINT_RESTORE in the user namespace of the host',
  ),
  refused(
    /Unsupported mapping found/,
    'Memory of a driver is mapped (VM_IO or VM_PFNMAP).',
    'GPUs and network cards need a plugin; else unmap it before the dump',
  ),
  refused(/has uprobes vma/, 'Somebody traces the program with uprobes.', askFor('--allow-uprobes')),
  refused(
    /Task \d+ with SysVIPC shmem map/,
    'System V shared memory is attached, and its objects are of the host: they would not be in the image.',
    'run the program in an IPC namespace of its own: unshare -i',
  ),
  refused(
    /Can't reset \d+'s dirty memory tracker/,
    'The kernel does not track which pages change (CONFIG_MEM_SOFT_DIRTY).',
    'dump without --track-mem and without pre-dumps',
  ),
  refused(
    /No parent image found, though parent directory is set|Missing [0-9a-f]+ in parent pagemap|Hole .* not found in parent/,
    'The directory that --prev-images-dir names has not the pages that this dump leaves to it.',
    'name it relative to --images-dir, and keep it as the dump before left it',
  ),
  refused(
    /Pid-reuse detection failed: no parent inventory/,
    'The directory that --prev-images-dir names holds no dump.',
    'name it relative to --images-dir',
  ),

  // Tasks.
  refused(
    /^Can't get rlimit \d+: Operation not permitted/,
    'CRIU may not ask for the limits of a task of another user.',
    'run CRIU with CAP_SYS_RESOURCE',
  ),
  refused(
    /(SEIZE \d+: can't interrupt task|ptrace.*): Operation not permitted|Unseizable non-zombie \d+ found/,
    'A task cannot be traced: a debugger, strace or another dump has it, or CRIU may not.',
    'end who traces it (TracerPid in /proc/PID/status); CRIU needs CAP_SYS_PTRACE, and kernel.yama.ptrace_scope below 3',
  ),
  refused(
    /Unable to connect a transport socket: Permission denied/,
    'A security module keeps the task from talking with CRIU.',
    'dmesg names the rule (AppArmor, SELinux); dump with the container unconfined, or allow unix sockets to it',
  ),
  refused(
    /can't dump unpriv\w+ task whose \/proc doesn't belong to it/,
    'The /proc that the task sees is of another pid namespace, or none, and it may not mount its own.',
    'give it a /proc of its pid namespace, as engines do: unshare --pid --fork --mount-proc',
  ),
  refused(
    /^Unable to detach from \d+: No such process/,
    'The task has ended already, or another program traces it.',
    'State and TracerPid in /proc/PID/status say which',
  ),
  refused(
    /The criu itself is within dumped tree/,
    'CRIU is a descendant of the tree that it shall dump.',
    'start CRIU from elsewhere, or dump another root',
  ),
  refused(
    /A root task is dead/,
    'The root of the tree has ended.',
    'look at what it said; there is nothing to dump',
  ),
  refused(
    /Zombie thread not supported|Zombies with threads are not supported/,
    'The first thread of a process has ended while others go on.',
    'end the process, or let its first thread wait for the others',
  ),
  refused(
    /Individually stopped threads not supported/,
    'One thread of a process is stopped alone.',
    'let it go on, then dump',
  ),
  refused(
    /Unable to freeze cgroup/,
    'Tasks of the control group could not be frozen in time, often one that waits for a disk or a network file system.',
    'criu dump --timeout SECONDS; ps -eo pid,stat,wchan shows who is in state D',
  ),
  refused(
    /Timeout reached\. Try to interrupt/,
    'The dump took longer than it may.',
    'criu dump --timeout SECONDS (10 by default)',
  ),
  refused(
    /Can't dump the \d+ thread with a pending SIGTRAP/,
    'A signal of a debugger waits for a thread.',
    'end the debugger, and dump again',
  ),
  refused(
    /unsupported RSEQ ABI|has rseq but kernel lacks get_rseq_conf/,
    'Restartable sequences are used, and the kernel cannot tell of them.',
    'Linux 5.13 or newer, or start with GLIBC_TUNABLES=glibc.pthread.rseq=0',
  ),
  refused(
    /was killed by \d+ unexpectedly|Can't infect \(pid: \d+\) with parasite|(Parasite )?exited with -?\d+( unexpectedly)?$/,
    'What CRIU runs inside of a task to look at it ended too early.',
    'a filter of seccomp, a security module or a limit may forbid its calls; dump again with -v4',
  ),
  refused(
    /pidfd pid \d+ is not a part of process tree/,
    'A pidfd names a process outside of the tree.',
    'close it before the dump, or dump a tree that holds both',
  ),
  refused(
    /Conflict with a dead task with the same PID/,
    'A file of /proc of a dead task is open, and its number is taken anew.',
    'let the program close files of dead tasks in /proc',
  ),

  // Namespaces, mounts, networks, groups.
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
