/** The start of CRIU. */
import { type Explanation, row } from './explanation.ts';

export const startMessages: readonly Explanation[] = [
  row(
    'about-namespaces',
    // Seen with CRIU 4.2.1 on an image of unshare --user --map-root-user.
    /Unable to open the proc file system: Operation not permitted/,
    'Tasks of a user namespace without a pid namespace of its own may not mount /proc.',
    'dump processes that have both: unshare --user --pid --fork --mount-proc',
  ),
  row(
    'proc-mounted',
    /Can't open \/proc\/self\/fd|Unable to open \/proc|Can't open (self|\d+)(\/\S*)?( on procfs)?: No such file|Can't open -?\d+\/(?!sys\/kernel\/ns_last_pid on procfs: Read)\S* on procfs: (No such|Read-only) file|Can't open sysctl (kernel\/cap_last_cap|vm\/mmap_min_addr): No such file/,
    '/proc is not mounted where CRIU runs, or not whole (read-only, subset=pid), or is that of another pid namespace.',
    'mount -t proc proc /proc',
  ),
  row(
    'pids-settable',
    /ns_last_pid on procfs|Can't (open|write|read) .*ns_last_pid|last_pid/,
    'Numbers of tasks cannot be asked for: no clone3 with set_tid, and ns_last_pid cannot be written.',
    'mount /proc/sys to write, or allow clone3',
  ),
  row(
    'initial-user-namespace',
    /Fail to mount tm\w+ to .*move_mount_set_group|Unexpected error: -1\(Operation not permitted\)/,
    'CRIU runs in a user namespace that does not own its mounts.',
    'run it outside of user namespaces',
  ),
  row(
    'calls-allowed',
    /MOVE_MOUNT_SET_GROUP|Unexpected error from memfd_create|ptrace\(PTRACE_TRACEME\) failed|prctl PR_SET_THP_DISABLE failed|Can't get rlimit|suspending seccomp failed|Fatal glibc error/,
    'A system call that CRIU needs is refused: a filter of seccomp is on whoever started it.',
    'start CRIU outside of the sandbox',
  ),
  row(
    'calls-allowed',
    /Can't setns \d+\/(?!net)\w+: Operation not permitted/,
    'Namespaces may not be entered: a filter of seccomp or a missing capability.',
    'start CRIU outside of the sandbox, as root',
  ),
  row(
    'namespace-count',
    /Unable create a \w+ namespace: No space left/,
    'The limit of namespaces is reached.',
    'raise user.max_*_namespaces',
  ),
  row(
    'network-capability',
    /Unable create a network namespace: Operation not permitted/,
    'Whoever runs CRIU may not make namespaces.',
    'run it with CAP_SYS_ADMIN, outside of sandboxes',
  ),
  row(
    'network-capability',
    /Unable to set socket SO_SNDBUFFORCE\/SO_RCVBUFFORCE: Operation not permitted/,
    'CRIU keeps descriptors in a socket with a large buffer, which whoever runs it may not have (criu/fdstore.c).',
    'run it with CAP_NET_ADMIN, in no user namespace below the first',
  ),
  row(
    'network-capability',
    /-1 reported by netlink: Operation not permitted/,
    'Whoever runs CRIU may not set up networks.',
    'run it with CAP_NET_ADMIN',
  ),
  row(
    'stack-limit',
    // A child that runs on its own, small part of a stack (criu/util.c, call_in_child_process), seen with 80 KiB.
    /Can't wait or bad status: errno=\d+, status=(?:11|139)$/,
    'A process that CRIU starts died of SIGSEGV: most likely its stack could not grow (RLIMIT_STACK).',
    'ulimit -s unlimited',
  ),
  row(
    'loopback-up',
    /Unable to connect a socket: Network is unreachable/,
    'CRIU tries TCP over the loopback device, which is not up, and has no address.',
    'ip link set lo up, where CRIU starts',
  ),
  row(
    'loopback-open',
    /Unable to connect a socket: Connection (refused|timed out)/,
    'CRIU tries TCP over the loopback device, and a packet filter is in the way.',
    'iptables -I INPUT -i lo -j ACCEPT; the same for OUTPUT and nft',
  ),
  row(
    'option-file',
    /execvp\("(?<path>\/[^"]+)", \.\.\.\) failed/,
    'A program that an option names (--action-script, --exec-cmd) cannot be run: CRIU calls its own helpers by their plain names.',
    'make it, executable; or leave the option out',
  ),
  row(
    'program-needed',
    /execvp\("(?<program>[^"]+)", \.\.\.\) failed/,
    'CRIU starts a program that is not there.',
    'install it where CRIU finds it (PATH)',
  ),
  row(
    'program-needed',
    /error while loading shared libraries: (?<program>\S+?):|Can't restore iptables dump - no legacy version|iptables-\S*restore .*failed|nft.*failed/,
    'A program or library for packet filters is not there.',
    'install iptables, nftables and their libraries',
  ),
  row(
    'clock-capability',
    /Unable to set a (monotonic|boottime) clock offset|timens_offsets/,
    'The clocks of a time namespace may not be set.',
    'run CRIU with CAP_SYS_TIME',
  ),
  row(
    'kernel-feature',
    /time namespaces? (is|are) not supported|Time namespaces isn't supported/i,
    'The kernel has no time namespaces.',
    'restore on Linux 5.6 or newer',
  ),

  row(
    'kernel-feature',
    /Unexpected rt vDSO area bounds|Failed to fill self vdso symtable|vdso: .*(unsupported|not supported)/,
    'CRIU does not understand the vdso of this kernel, which is newer than it knows.',
    'install a newer CRIU',
  ),
];
