/**
 * What messages of CRIU mean, the special before the general. The codes are those of conditions where a condition would
 * have said it before. Words of messages are those of CRIU 4.2; what they come from was seen in recorded restores or
 * read where the message is printed.
 */
import type { ConditionCode } from '../../../conditions.ts';

/** `follows`: something before it is the reason. `harmless`: restores that succeed print it, too. */
export type Role = 'cause' | 'follows' | 'harmless';

/** Codes besides those of conditions. */
export type ExplainCode =
  | ConditionCode
  | 'restore-failed'
  | 'task-died'
  | 'image-damaged'
  | 'image-file-missing'
  | 'harmless'
  | 'follows'
  | 'criu-waits'
  | 'killed'
  | 'engine-message'
  | 'unknown-message'
  | 'criu-bug'
  | 'criu-start'
  | 'dump-message'
  | TopicCode;

/** By part of CRIU, for what is not told more exactly. */
export type TopicCode =
  | 'about-files'
  | 'about-memory'
  | 'about-network'
  | 'about-mounts'
  | 'about-processes'
  | 'about-terminals'
  | 'about-namespaces'
  | 'about-groups'
  | 'about-security'
  | 'about-timers'
  | 'about-images'
  | 'about-kernel'
  | 'about-options'
  | 'about-ipc'
  | 'about-plugins'
  | 'about-transport'
  | 'about-tracing';

export interface Explanation {
  /** Held against the words without time and pid; named groups are facts of the condition. */
  readonly says: RegExp;
  /** Only from that file, where others print the same words. */
  readonly file?: RegExp;
  readonly code: ExplainCode;
  readonly cause: string;
  readonly remedy: string;
  readonly role?: Role;
}

const restoreAgain = 'look at the error before it';

const row = (
  code: ExplainCode,
  says: RegExp,
  cause: string,
  remedy: string,
  more: Partial<Explanation> = {},
): Explanation => ({
  code,
  says,
  cause,
  remedy,
  ...more,
});
const follows = (says: RegExp, cause: string, file?: RegExp): Explanation =>
  row('follows', says, cause, restoreAgain, { role: 'follows', ...(file && { file }) });
const harmless = (says: RegExp, cause: string): Explanation =>
  row('harmless', says, cause, 'nothing has to be done', { role: 'harmless' });

export const explanations: readonly Explanation[] = [
  // What successful restores print as well.
  harmless(
    /^rlimit: Can't setup RLIMIT_NOFILE for self/,
    'CRIU may not raise its limit of open files (CAP_SYS_RESOURCE); it goes on with the one it has.',
  ),
  harmless(
    /NSID isn't reported|NSID is not supported|Unable to get (tun|socket) network namespace/,
    'The kernel does not tell numbers of network namespaces.',
  ),
  harmless(
    /net: Unknown peer net namespace/,
    'The other end of a pair of devices is in a namespace that is not in the image.',
  ),
  harmless(/Skip (lo|default|all)\//, 'A setting that the kernel does not have is left out.'),
  harmless(/Clocks values have not been dumped/, 'The image has no clocks: those of the host are used.'),
  harmless(/--network-lock will be ignored/, 'The image says how its network was locked.'),
  harmless(
    /\$XDG_RUNTIME_DIR not set|Can't (load|save) .*kerndat|kerndat.*cache/i,
    'CRIU cannot keep what it found out about the kernel.',
  ),
  harmless(
    /Unable to open a socket file: Operation not permitted/,
    'The kernel does not give the file of a unix socket (SIOCUNIXFILE).',
  ),
  harmless(/Can't fetch (vm\/|file_stat)/, 'A setting cannot be read; its default is used.'),
  harmless(
    /Unexpected error from clone3|Can't get pidfd|Can't create nftables table/,
    'A call is not allowed; CRIU has another way.',
  ),
  harmless(/Unable to wait \d+: No child processes/, 'A task was reaped already.'),
  harmless(/Can't unlink socket/, 'A unix socket that is replaced was not there.'),
  harmless(
    /Standard stream is not a terminal/,
    'The terminal of the job is inherited: standard input is none.',
  ),
  harmless(
    /Failed writing \d+ to oom_score_adj|Unable to set socket SO_(SND|RCV)BUFFORCE/,
    'A value is set in a weaker way.',
  ),

  // What only says that something before it failed.
  row('restore-failed', /^Restoring FAILED/, 'The restore was given up.', restoreAgain, { role: 'follows' }),
  follows(
    /^(Iptables|IP6tables) configuration failed|^exited, status=/,
    'A program that CRIU has started failed.',
  ),
  row(
    'task-died',
    /^\d+ exited, status=/,
    'A task gave up while it was restored.',
    'where no other error stands before it, a file of the image is missing: cr-validate the image',
    { role: 'follows' },
  ),
  follows(
    /^Killing processes because of failure|The Network was unlocked so some data/,
    'Everything that was made is taken away; connections may have been lost.',
  ),
  follows(
    /failed when initializing kerndat|^Could not initialize kernel features/,
    'CRIU could not find out what the kernel can do.',
  ),
  follows(
    /^Can't stop all tasks on rt_sigreturn|^Can't catch all tasks|is in unexpected state|^Task stopped with/,
    'Tasks did not come to the end of the restore.',
  ),
  follows(
    /^Unable to open fd=\d+ id=|Can't fixup VMA's fd|`- Can't open vma|Can't open cwd|Can't open exe|Can't wait or bad status/,
    'A task cannot have what could not be made.',
  ),
  follows(/^Restorer fail/, 'The restorer in a task gave up.'),
  follows(
    /Unable to create a veth pair|Can't restore link|Failed to create empty mntns|Can't open master pty|failed$/,
    'A larger step failed because of the one before.',
    /(net|mount-v2|tty|kerndat)\.c$/,
  ),
  follows(/-V failed$/, 'A version of a program for packet filters is not there.'),
  follows(/failed to suspend seccomp, restore will probably fail/, 'Filters of seccomp cannot be suspended.'),

  // The command line.
  row(
    'option-understood',
    /unrecognized option|invalid option|ambiguous option|requires an argument|doesn't allow an argument/,
    'The command line has an option that CRIU does not know.',
    'see criu --help; options of other releases differ',
  ),
  row(
    'option-understood',
    /Unknown (cgroups mode|file validation method|FPU mode|CPU cap)|Invalid value for --|invalid argument for|Unable to parse a? ?value|Unsupported empty namespace|unknown lsm|excessive parameter|^Failed to parse|^Unknown option/,
    'An option has a value that CRIU does not take.',
    'see criu --help',
  ),
  row(
    'option-understood',
    /^CRIU was built without|--ms is deprecated|only makes sense with|is restore-only option|only valid on restore/,
    'An option does not fit this CRIU or this command.',
    'leave it out',
  ),
  row(
    'right-to-restore',
    /CRIU needs to have the CAP_SYS_ADMIN|Running as non-root requires|requires.*--unprivileged/,
    'CRIU runs for a user without the capabilities that it needs.',
    'run it as root, or with --unprivileged and CAP_CHECKPOINT_RESTORE',
  ),
  row(
    'descriptor-given',
    /Can't fstat inherit fd (?<fd>\d+)|inherit fd/i,
    'A descriptor of --inherit-fd is not open where CRIU starts.',
    'open it before CRIU is started, and keep it open',
  ),
  row(
    'directory-of-restore',
    /Can't change directory to (?<path>\S+?):|Couldn't open image dir|Can't open dir (?<dir>\S+?):|Can't create log file/,
    'A directory for images or logs is not there, or cannot be written.',
    'name directories that are there: --images-dir, --work-dir',
  ),
  row(
    'pid-file',
    /pidfile: Can't open (?<path>\S+?): File exists|Can't write pidfile/,
    'The file for the number of the root task exists, or cannot be written.',
    'remove it: CRIU makes a new one',
  ),
  row(
    'memory-tracking',
    /Tracking memory is not available/,
    'The kernel does not track changed memory (CONFIG_MEM_SOFT_DIRTY).',
    'leave --track-mem out: a restore has no use of it',
  ),
  row(
    'cpu-image',
    /No cpuinfo image/,
    '--cpu-cap has the processor compared with cpuinfo.img, which the image does not hold.',
    'leave --cpu-cap out, or dump with it',
  ),
  row(
    'label-option',
    /(apparmor|selinux) LSM specified but .* not supported/,
    'An option names a security module that this host does not have.',
    'leave --lsm-profile out',
  ),
  row(
    'joined-namespace',
    /Can't access join-ns file|join-ns|Failed to join/i,
    'A namespace of --join-ns cannot be joined.',
    'name one that is there, of that kind',
  ),

  // The start of CRIU.
  row(
    'proc-mounted',
    /Can't open \/proc\/self\/fd|Unable to open \/proc|Can't open (self|\d+)(\/\S*)?( on procfs)?: No such file|Can't open -?\d+\/\S* on procfs: No such file/,
    '/proc is not mounted where CRIU runs, or is that of another pid namespace.',
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
    /-1 reported by netlink: Operation not permitted/,
    'Whoever runs CRIU may not set up networks.',
    'run it with CAP_NET_ADMIN',
  ),
  row(
    'program-needed',
    /Unable to connect a socket: Network is unreachable/,
    'The network that CRIU tries things in has no loopback device: the program ip is not found.',
    'install iproute2 where CRIU finds it (PATH)',
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

  // The image.
  row(
    'image-file-missing',
    /Unexpected EOF on \(empty-image\)|Unexpected EOF$|^Unexpected EOF on|Can't open (core|pstree|inventory|mm|fs|ids)|No IDS for root task|No root found for tree|No set \d+ found/,
    'A file of the image is not there, or is empty.',
    'fetch the whole image again; cr-validate names what is missing',
  ),
  row(
    'image-damaged',
    /Read \d+ bytes while \d+ expected|Img trimmed|Magic doesn't match|Failed unpacking|Corrupt|corrupt|Not supported images version/,
    'A file of the image is damaged or of another kind.',
    'fetch the image again; cr-validate shows the place',
  ),
  row(
    'image-damaged',
    /Can't read async pr bytes|Can't read pages data|Missing .* in parent pagemap|Can't open parent path|No parent for snapshot|Page entry address .* outside|Empty list on file desc|No entry for reg-file-ID|No file for fd/,
    'Pages or records that the image refers to are not there.',
    'fetch the whole image with all directories that it builds on',
  ),
  row(
    'criu-release',
    /VMA-s are not sorted|Can't read mapping page|ELF header magic mismatch|Unable to read image.*version|is not supported.*update/i,
    'The image was written by a newer CRIU than the one that reads it.',
    'restore with a CRIU at least as new as the one that dumped',
  ),
  row(
    'criu-release',
    /Too old image, no longer supported/,
    'The directory holds no dump that can be restored: one of an old release, or of a pre-dump.',
    'name the directory of the last dump',
  ),
  row(
    'tcp-close',
    /Need to set the --tcp-close/,
    'The image was dumped with --tcp-close.',
    'give --tcp-close',
  ),
  row(
    'allow-uprobes',
    /--allow-uprobes/,
    'The image was dumped with --allow-uprobes.',
    'give --allow-uprobes',
  ),
  row(
    'plugin-needed',
    /Missing required plugin|plugin/i,
    'A plugin of CRIU that dumped something is not there.',
    'install it, and its driver',
    { file: /plugin\.c$/ },
  ),
  row(
    'lsm-type',
    /mismatched lsm types/,
    'Tasks have labels of a security module that this host does not have.',
    'restore where the module is, or give --lsm-profile',
  ),
  row(
    'lsm-profile',
    /can't write lsm profile|Can't write lsm|write.*attr\/(current|exec)/,
    'A profile or label is not known on this host.',
    'load it, or give --lsm-profile',
  ),
  row(
    'cpu-features',
    /CPU (instruction )?capabilities do not match|xfeatures has unsupported|xsave size mismatch|feature required by image|FPU.*not support/i,
    'The processor does not have what tasks of the image use.',
    'restore on a processor that has it',
  ),
  row(
    'deprecated-form',
    /Deprecated|deprecated/,
    'The image has a form that CRIU only takes when it is told to.',
    'give --deprecated',
  ),

  // Sessions, pids.
  row(
    'shell-job',
    /Found slave peer index (?<index>\d+) without correspond|Requested sid \d+ doesn't match|Can't find a session leader|No task found with sid|Current sid \d+ intersects|shell-job/,
    'The tree is the job of a shell, or its console is outside.',
    'give --shell-job on a terminal',
  ),
  row(
    'terminal-inherited',
    /Don't have tty to inherit session|isn't a terminal/,
    'The job gets the terminal of whoever restores, and there is none on standard input.',
    'run criu restore --shell-job on a terminal',
  ),
  row(
    'pids-free',
    /Can't fork for (?<pid>\d+): File exists|Pid \d+ do not match expected|Unable to create a thread: -17/,
    'The number of a task is in use already.',
    'end who has it, or restore in a pid namespace of its own',
  ),
  row(
    'process-count',
    /Can't fork for \d+: Resource temporarily|Unable to create a thread: -11|fork.*Resource temporarily/,
    'There may be no more tasks: pids.max of the control group, or a limit.',
    'raise pids.max',
  ),
  row(
    'user-namespace',
    /Can't fork for \d+: (Operation not permitted|No space left)|uid_map|gid_map|userns/,
    'A user namespace cannot be made or filled.',
    'sysctl user.max_user_namespaces; run CRIU outside of user namespaces',
  ),
  row('about-processes', /Can't fork for (?<pid>\d+)/, 'A task cannot be forked.', 'see the errno'),

  // Mounts.
  row(
    'root-directory',
    /BUG at criu\/mount\.c|--root option is required|Unable to mount \/\S+ /,
    'The mounts of the image are made below a directory, and none was named.',
    'give --root DIR, a mount point with the files of the container',
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
    'external-path',
    /Failed to open_tree (?<path>\S+?): No such|Failed to move_mount from (?<source>\S+) to .*: Invalid argument/,
    'What is mounted from outside is not there, or of another type.',
    'name a directory for a directory, a file for a file',
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

  // Networks.
  row(
    'external-network',
    /Unable to find an external netns: (?<key>\S+)/,
    'A network namespace comes from outside under a key, and none was given.',
    'give --inherit-fd fd[N]:KEY',
  ),
  row(
    'descriptor-given',
    /Can't setns \d+\/net: Invalid argument/,
    'The descriptor that is given for a network namespace is of something else.',
    'open a network namespace: exec N</run/netns/NAME',
  ),
  row(
    'device-name-free',
    /-17 reported by netlink: File exists|Can't .*link.*File exists/,
    'A network device of that name or number exists already.',
    'give another name with --external veth[IN]:OUT',
  ),
  row(
    'interface-there',
    /Can't add interface (?<device>\S+) to bridge (?<interface>\S+): No such device|macvlan parent/,
    'A device that a new one is put upon is not there.',
    'make it',
  ),
  row(
    'interface-there',
    /Can't set 1:25 \(len \d+\)|Can't bind packet socket: No such device/,
    'A socket is bound to a network device that is not there, by name or by number.',
    'make it, or give it its name or number',
  ),
  row(
    'network-sysctls',
    /Can't open sysctl (?<sysctl>net\/\S+?): No such file/,
    'A setting of the network is not known to this kernel.',
    'give --weak-sysctls',
  ),
  row(
    'settings-writable',
    /Can't open sysctl (?<sysctl>\S+?): (Read-only|Permission|Operation)/,
    'Settings of namespaces cannot be written: /proc/sys is read-only.',
    'mount /proc/sys to write where CRIU starts',
  ),
  row(
    'about-kernel',
    /Can't open sysctl (?<sysctl>\S+?): No such file/,
    'A setting is not known to this kernel, or /proc is not mounted.',
    'restore on a kernel like that of the dump',
    { role: 'follows' },
  ),
  row(
    'socket-capability',
    /Can't create (inet|packet) sock(et)?: Operation not permitted/,
    'Raw sockets may not be made.',
    'run CRIU with CAP_NET_RAW',
  ),
  row(
    'tcp-established',
    /Connected TCP socket in image/,
    'TCP connections are in the image, and no option says what becomes of them.',
    'give --tcp-established or --tcp-close',
  ),
  row(
    'port-free',
    /Can't bind inet socket.*: Address already in use|Can't bind.*Address already in use/,
    'Somebody has the port of a socket already.',
    'end who has it: ss -ltnup',
  ),
  row(
    'address-there',
    /Cannot assign requested address/,
    'A socket is bound to an address that is on no device.',
    'ip address add it before the restore',
  ),
  row(
    'network-reachable',
    /Can't connect inet socket back: Network is unreachable|soccr.*unreachable/,
    'Connections need routes that are not there.',
    'make devices and routes first; leave --empty-ns out',
  ),
  row(
    'about-network',
    /soccr|Can't (set|enable|turn).*repair|tcp_repair/i,
    'A TCP connection cannot be put back.',
    'run CRIU with CAP_NET_ADMIN; see the errno',
  ),
  row(
    'unix-peer',
    /Can't connect \d+ socket: (No such file|Connection refused|Protocol wrong type)/,
    'The unix socket outside that one of the image talks to is not there, is not bound, or is of another type.',
    'start its owner first',
  ),
  row(
    'unix-peer',
    /External socket (found|is used)|External socket/,
    'A unix socket is connected to one outside.',
    'give --ext-unix-sk, and start its owner first',
  ),
  row(
    'unix-name-free',
    /Can't bind id 0x[0-9a-f]+ ino \d+ addr (?<path>.*?): (Address already|No such file|Read-only)|Can't bind.*unix/,
    'The name of a unix socket cannot be used.',
    'make its directory; remove what else has the name',
  ),

  // Control groups.
  row(
    'cgroup-directory',
    /Cgroup dir \S+ doesn't exist|Abort restore of existing cgroups/,
    'Directories of control groups are not as --manage-cgroups wants them.',
    'give --manage-cgroups=soft, or make them',
  ),
  row(
    'cgroup-hierarchy',
    /cg: .*(mount|bad cgroup path|Unable to .*cgroup)|Can't mount .*cgroup/i,
    'The control groups of this host are of another version than those of the image.',
    'give --manage-cgroups=ignore',
    { file: /cgroup/ },
  ),

  // Files.
  row(
    'file-needed',
    /File (?<path>\S.*) has bad (?<what>size|mode|build-ID)/,
    'A file is another one than at the dump: CRIU compares size, mode and build-id.',
    'put back the file; --file-validation filesize or --skip-file-rwx-check where the difference does not matter',
  ),
  row(
    'terminal-count',
    /Can't open file \S*ptmx( on restore)?: No space left/,
    'No more pairs of terminals can be made.',
    'raise kernel.pty.max, and max= of devpts',
  ),
  row(
    'mount-needed',
    /Can't open file \S*ptmx( on restore)?: No such device/,
    'devpts is not mounted.',
    'mount -t devpts devpts /dev/pts',
  ),
  row(
    'file-needed',
    /Can't open file (?<path>\S.*?)(?: on restore)?: (?<errno>No such file or directory|Not a directory)/,
    'A file that is opened by its name is not there.',
    'put it below the root of the restore, as it was',
  ),
  row(
    'file-needed',
    /Can't open file (?<path>\S.*?)(?: on restore)?: Read-only file system/,
    'A file is open for writing, and its file system is read-only.',
    'mount it to write',
  ),
  row(
    'file-needed',
    /Can't open file (?<path>\S.*?)(?: on restore)?: Permission denied/,
    'Whoever restores may not open a file.',
    'run CRIU as root, or give the file to its user',
  ),
  row(
    'file-needed',
    /Can't open file (?<path>\S.*?)(?: on restore)?: /,
    'A file cannot be opened.',
    'see the errno',
  ),
  row(
    'file-needed',
    /Can't open fake fifo \S+ \[(?<path>[^\]]*)\]|Can't restore pipe size: Bad file descriptor/,
    'A FIFO is not there, or is no FIFO any more.',
    'make it again: mkfifo',
  ),
  row(
    'file-needed',
    /Can't link (?<path>\S*link_remap\.\d+) -> \S+?: /,
    'The second name of a deleted file, which the dump has made, is not there.',
    'keep link_remap files of the dump',
  ),
  row(
    'file-needed',
    /fsnotify: Unable to open (?<path>\S+?): /,
    'A watched file is not there.',
    'put it back',
  ),
  row(
    'space-needed',
    /Can't send data: No space left|Can't (write|create).*No space left|File too large/,
    'There is no room for a deleted file, which is written again.',
    'make room on its file system',
  ),
  row(
    'directory-needed',
    /Can't create ghost (regfile|dir|dev|fifo|socket)/i,
    'A deleted file cannot be made again where it was.',
    'make its directory, on a file system that can be written',
  ),
  row(
    'terminal-number',
    /Unable to open \S+ with specified index (?<index>\d+)/,
    'The number of a terminal is in use on the host.',
    'end who has it; restore with mounts of its own',
  ),
  row(
    'descriptor-limit',
    /Can't chose service_fd_base|Too big FD number/,
    'A task has descriptors above the limit of CRIU.',
    'ulimit -n above the highest one, soft and hard',
  ),
  row(
    'root-change',
    /Can't change root: Operation|Can't restore ns back: Operation/,
    'The root directory may not be changed.',
    'run CRIU with CAP_SYS_CHROOT',
  ),
  row(
    'file-locks',
    /lock.*(conflict|busy|Resource temporarily)|Can't set (flock|posix|OFD)/i,
    'A lock cannot be taken: somebody else has it.',
    'end who holds it',
  ),
  row(
    'watch-count',
    /Can't (create|add).*(inotify|fanotify)|inotify.*No space/i,
    'There may be no more watches.',
    'raise fs.inotify.max_user_*',
  ),

  // Memory.
  row(
    'lazy-pages-server',
    /connect to lazy-pages.socket failed|No lazy-pages socket|Failed sending restore finished indication/,
    'Pages come from a daemon that is not there, or has lost its source.',
    'start criu lazy-pages first, with its page server',
  ),
  row(
    'kernel-feature',
    /userfaultfd|Unable to open an userfaultfd|Lazy pages are not available/i,
    'The kernel has no userfaultfd, or it is not allowed.',
    'run CRIU as root; vm.unprivileged_userfaultfd',
  ),
  row(
    'address-space-limit',
    /Unable to reserve memory \(\d+ bytes\)|Cannot allocate memory/,
    'Memory cannot be mapped: a limit of address space, or no memory.',
    'ulimit -v unlimited; more memory',
  ),
  row(
    'memory-commitment',
    /Can't restore (?<address>0x[0-9a-f]+) mapping with 0xf+4\b/,
    'The kernel refuses an area (ENOMEM): too many areas (vm.max_map_count), or more than the memory of the host (vm.overcommit_memory).',
    'raise vm.max_map_count; vm.overcommit_memory=1',
  ),
  row(
    'directory-needed',
    /Can't restore (?<address>0x[0-9a-f]+) mapping with 0xf+\b/,
    'An area cannot be mapped (EPERM): its file lies on a file system that is mounted noexec.',
    'mount it without noexec',
  ),
  row(
    'about-memory',
    /Can't restore (?<address>0x[0-9a-f]+) mapping/,
    'An area cannot be mapped.',
    'see the number: an errno, negative',
  ),
  row('huge-pages', /hugetlb|huge pages?/i, 'Huge pages are not there.', 'raise vm.nr_hugepages', {
    file: /(mem|memfd|shmem|hugetlb)\.c$/,
  }),

  // Credentials.
  row(
    'capabilities',
    /Unable to (restore|drop) capabilit/,
    'A task has capabilities that CRIU does not have itself, or that it may not drop.',
    'run CRIU as root, with all capabilities of the tasks',
  ),
  row(
    'calls-allowed',
    /SECCOMP_SET_MODE_FILTER returned/,
    'Filters of seccomp may not be installed.',
    'start CRIU outside of the sandbox',
  ),

  // System V IPC.
  row(
    'ipc-free',
    /Failed to (create|set|restore) .*(shm|sem|msg).*|(shm|sem|msg) (set|queue|id).*(File exists|instead of)/i,
    'A System V object cannot get its key or id: another has it.',
    'restore with an IPC namespace of its own',
    { file: /ipc_ns\.c$/ },
  ),

  // Tasks that die.
  row(
    'task-died',
    /^\d+ killed by signal (?<signal>\d+)/,
    'A task was killed while it was restored.',
    'where no other error stands before it: a bug of CRIU, or a damaged image; cr-validate the image',
    { role: 'follows' },
  ),
  row('criu-bug', /BUG at /, 'CRIU met something that it holds impossible.', 'look at the error before it', {
    role: 'follows',
  }),
];
