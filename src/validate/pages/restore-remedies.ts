/**
 * What leads to a finding of the rehearsal, and what helps, by code; one row where several have one reason. Causes are
 * those that were seen in broken images and in restores, or that the check itself names.
 */

export interface Remedy {
  readonly codes: readonly string[];
  /** What leads to it. */
  readonly cause: string;
  readonly mend: string;
}

const remedy = (codes: string, cause: string, mend: string): Remedy => ({
  codes: codes.split(' '),
  cause,
  mend,
});

const again = 'Dump again; if the image was edited or carried over a network, compare it with the original.';
const convert =
  'Convert it to a form that the kernel knows: `cr-convert IMAGE NEW`, with --to for another kernel.';

const damage: readonly Remedy[] = [
  remedy(
    'image-damaged image-size image-signature object-length beyond-file',
    'The image was cut off, overwritten or edited after the dump.',
    again,
  ),
  remedy(
    'section-walk section-twice wrong-object endless-loop out-of-memory',
    'A length, a type or a position in the image was changed: the kernel follows it without a check of its own.',
    `${again} \`cr-inspect IMAGE record OFFSET\` shows the object.`,
  ),
  remedy(
    'criu-unreadable criu-negative-length',
    'A file of the directory was cut off or changed after the dump.',
    `${again} \`cr-inspect DIR/FILE records\` shows how far it can be read.`,
  ),
  remedy(
    'criu-file-missing criu-no-tree criu-ids-missing criu-inventory criu-core',
    'A file was not copied with the directory, or the dump failed before it was written.',
    'Copy the whole directory; look for an error at the end of dump.log.',
  ),
  remedy(
    'criu-segfault',
    'CRIU does not check what it finds here and dies of it.',
    'Bring back what is missing or contradictory, which the message names; report it to CRIU as well.',
  ),
];

const processes: readonly Remedy[] = [
  remedy(
    'pid-taken criu-pid-taken pids-exhausted',
    'Restorers give processes their old numbers, and one of them is in use where they are to be restored.',
    'Restore into a pid namespace of its own (`criu restore` under `unshare -p`, or a container), or end what has the number.',
  ),
  remedy(
    'pid-out-of-range criu-pid-max',
    'kernel.pid_max of the restoring machine is lower than that of the dumping one.',
    'Raise it: `sysctl kernel.pid_max=4194304`.',
  ),
  remedy(
    'pid-not-virtual group-not-virtual',
    'Containers of this kernel have numbers with a certain bit; this one was not written by a container of it.',
    'Nothing but another number helps; an image that was converted keeps such numbers by itself.',
  ),
  remedy(
    'parent-missing parent-cycle task-missing thread-without-leader criu-parent-missing criu-second-root criu-duplicate-pid',
    'The tree of processes in the image contradicts itself: it was edited, or put together from several dumps.',
    `${again} \`cr-inspect IMAGE ps\` shows the tree.`,
  ),
  remedy(
    'session-unreachable group-unreachable group-refused group-missing lost-leader criu-session-leader criu-born-session criu-session criu-group criu-group-wait',
    'A session or group can only be joined from inside of it, and its leader is not in the image: the dump began below it.',
    'Dump from the leader of the session on; with CRIU, `--shell-job` takes over session and terminal of the shell that restores.',
  ),
  remedy(
    'namespace-unreachable criu-nested-namespace criu-pid-namespace criu-ids-corrupt task-namespace',
    'Namespaces of the tree are nested in a way that the restorer cannot make.',
    'Dump the container as a whole, from the first process of its pid namespace.',
  ),
  remedy(
    'clone-flags thread-parent not-inherited group-exit-task',
    'What two tasks share in the image cannot be brought about by clone().',
    again,
  ),
  remedy(
    'no-mechanism',
    'The kernel cannot be asked for the number: CRIU needs one with CONFIG_CHECKPOINT_RESTORE.',
    'Take a newer kernel (--kernel linux-3.9 or later), or one built with that option.',
  ),
  remedy(
    'traced-task tracing-lost',
    'The task was traced by a debugger at the dump.',
    'Detach the debugger before the dump.',
  ),
  remedy(
    'dead-thread-lost task-not-woken criu-task-state',
    'The dump caught a task on its way out, or one whose state this kernel does not know.',
    'Dump again; of an image of another kernel: convert it.',
  ),
  remedy(
    'registers-missing registers-kind fpu-state machine-mismatch wrong-architecture criu-architecture',
    'The image is of another machine, or its registers are in another form than the kernel reads.',
    'Restore on a machine like that of the dump.',
  ),
  remedy(
    'auxiliary-vector criu-auxv',
    'The vector that a program got at its start is longer than the restorer has room for.',
    'Restore with the release or kernel that wrote it, or a newer one.',
  ),
  remedy(
    'criu-credentials criu-thread-credentials',
    'The restoring side may not set these credentials, or old images lack those of threads.',
    'Restore as root outside of a user namespace; convert old images to the newest form.',
  ),
  remedy(
    'criu-scheduling posix-timer criu-timer restart-clock',
    'A timer, clock or priority has values that the kernel refuses.',
    'Look at the record that is named; images of another tick rate need `cr-convert --hz`.',
  ),
  remedy(
    'start-time-lost low-pids host-number-shared',
    'Kernels give these anew at a restore.',
    'Nothing has to be done.',
  ),
];

const kernels: readonly Remedy[] = [
  remedy(
    'hz-mismatch',
    'Times in the image are ticks of a kernel with another HZ.',
    'Restore on a kernel of that HZ, or `cr-convert --hz HZ IMAGE NEW`.',
  ),
  remedy(
    'version-not-accepted',
    'Every kernel accepts the versions it names in its source, and no others.',
    convert,
  ),
  remedy(
    'tcp-form-mixed tcp-control-block tcp-header-offsets snmp-counters net-stats-size',
    'The bytes have the form of another kernel than the version of the image says.',
    convert,
  ),
  remedy(
    'criu-deprecated',
    'CRIU 4 reads forms of the first releases on request only.',
    'Give CRIU --deprecated, or `cr-convert --to criu DIR NEW`.',
  ),
  remedy(
    'limits-stale timers-not-in-image section-ignored inferred-kernel criu-value-lost criu-silently-accepted criu-released-binary',
    'That is how images of this kind are; the restore goes on.',
    'Nothing has to be done.',
  ),
  remedy(
    'killed-after-resume vdso-missing futex-wait-kept criu-vdso-pages',
    'Programs call code of the kernel that dumped them, which another kernel has in another place or form.',
    'Convert for the kernel that restores (`cr-convert`; --end-futex-waits for waits), or restore on the one that dumped.',
  ),
  remedy(
    'memory-corrupted no-container',
    'The kernel does not check a number of the image before it uses it.',
    again,
  ),
  remedy(
    'step-refused result-differs limit-refused',
    'The simulated kernel answered otherwise than the image needs.',
    'Run `cr-restore-sim IMAGE --kernel KERNEL --trace` to see the step and what stood before it.',
  ),
];

const ipc: readonly Remedy[] = [
  remedy(
    'ipc-key-exists ipc-id-taken ipc-slot-occupied criu-ipc-id',
    'An object with this key or number exists where the restore takes place, or twice in the image.',
    'Restore into an IPC namespace of its own; `ipcs` shows what is there, `cr-restore-sim --on this-host` compares.',
  ),
  remedy(
    'ipc-id-out-of-range ipc-id-negative ipc-id-lost ipc-id-changed ids-merged',
    'The number of the object is not one that this kernel can give it.',
    'Look at it with `cr-inspect IMAGE ipc`; other kernels have other ways to ask for numbers (--kernel).',
  ),
  remedy(
    'ipc-limit sem-limit shm-limit message-refused semaphore-refused ipc-refused criu-ipc-variable criu-ipc-create criu-ipc-content message-text',
    'Limits of the IPC namespace are lower than what the image holds, or its content contradicts them.',
    'Raise kernel.sem, kernel.shmmax, kernel.msgmnb and the like where it is restored.',
  ),
  remedy(
    'undo-set-missing undo-refused undo-sharing-lost creator-lost mode-bits-lost',
    'Undo values and owners refer to sets and tasks that the restorer cannot reproduce.',
    'Remove undo records of sets that are gone; owners and creators become those of the restorer.',
  ),
];

const memory: readonly Remedy[] = [
  remedy(
    'memory-object mapping-range mapping-replaced page-source page-block criu-area criu-area-alignment criu-memory-layout',
    'An area or a block of pages lies where the kernel cannot map it: ends before it starts, overlaps, or is not aligned.',
    `${again} \`cr-inspect IMAGE maps --pid PID\` shows the areas.`,
  ),
  remedy(
    'criu-pages-outside criu-pages-overlap criu-pages-short criu-pages-missing criu-pages-lost',
    'The index of pages and the pages are not of one dump, or a parent directory is missing.',
    'Copy parent directories as well, or make one image of the chain: `cr-convert --flatten DIR NEW`.',
  ),
  remedy(
    'criu-segment-hole criu-segment-missing memory-sharing-lost',
    'An area attaches shared memory that the image does not hold in this form.',
    'Dump all processes that share the segment together.',
  ),
  remedy(
    'criu-pre-dump',
    'A pre-dump holds pages only; processes are written by the last dump of the chain.',
    'Restore the directory of the last dump; the pre-dump has to lie beside it as its parent.',
  ),
];

const files: readonly Remedy[] = [
  remedy(
    'file-name file-kind file-mount criu-file-entry criu-file-open criu-file-reference criu-file-mount criu-file-unused stray-file watch-file',
    'An open file is described by a record that does not fit the others: its name, mount or kind is missing or wrong.',
    `${again} \`cr-inspect IMAGE fds\` shows who has it open.`,
  ),
  remedy(
    'deleted-file criu-remap criu-memfd-inode',
    'A file was deleted and still open; the restorer makes it again, which the image does not allow.',
    'Dump with the content in the image (CRIU: --ghost-limit for large ones, --link-remap for linked ones).',
  ),
  remedy(
    'table-size descriptor-beyond-table criu-descriptor-range criu-duplicate-descriptor',
    'A descriptor table is larger than the kernel allows, or names a number twice.',
    'Raise fs.nr_open; of a number that is there twice, remove one entry.',
  ),
  remedy(
    'pipe-content criu-pipe-data',
    'A pipe holds more than a pipe of the restoring kernel takes.',
    'Raise fs.pipe-max-size.',
  ),
  remedy(
    'terminal-section terminal-lost criu-terminal',
    'The terminal belongs to somebody outside of the dump.',
    'CRIU: --shell-job, or --external for the terminal; OpenVZ: dump inside of the container.',
  ),
  remedy(
    'socket-family socket-peer socket-mount socket-filter socket-multicast socket-packet datagrams-lost criu-tcp-stream',
    'A socket has another end, a queue or an option that the restorer cannot bring back.',
    'Dump both ends together; CRIU: --tcp-established, --tcp-close or --ext-unix-sk, at the dump and at the restore.',
  ),
  remedy(
    'mount-names mount-type mount-reference criu-mounts criu-mount-parent criu-mount-point criu-mount-source criu-mount-options criu-mount-sharing',
    'A mount of the image has no source, no place or no master on this machine.',
    'CRIU: --external mnt[…] for mounts from outside, --root for the container; `cr-inspect IMAGE mounts` shows the tree.',
  ),
  remedy(
    'network-address route-message criu-network criu-network-dump',
    'Addresses, routes or filters of the network namespace are not accepted, or the program that sets them is missing.',
    'CRIU: --empty-ns net leaves the network to the engine; have ip, iptables and nft where it is restored.',
  ),
  remedy(
    'control-group criu-cgroup-set beancounter-parent beancounter-resources beancounter-unknown',
    'A control group or account of the image does not exist, or contradicts another.',
    'CRIU: --manage-cgroups=ignore leaves groups to the engine; of OpenVZ accounts, mend the parent.',
  ),
  remedy(
    'no-signal-struct events-lost uts-name criu-clock',
    'A small record of the image is missing or beyond what the kernel takes.',
    again,
  ),
];

const streams: readonly Remedy[] = [
  remedy(
    'stream-object-number stream-object-kind stream-reference stream-reference-kind stream-tree stream-task-count restart-stream',
    'The stream was cut off or edited: what it announces and what it refers to do not fit.',
    again,
  ),
  remedy(
    'stream-zombie stream-exit-fields stream-ipc-object stream-header-value',
    'A field holds a value that no kernel of the series writes, and its restart refuses.',
    'Look at the record that is named, `cr-inspect IMAGE record OFFSET`, and set the field to what a kernel writes.',
  ),
  remedy(
    'restart-plan restart-pid restart-session restart-group restart-parent-differs restart-session-differs',
    'The tool forks the tree anew and joins sessions and groups from inside; this tree was made in another way.',
    'Checkpoint the container as a whole, from the first process of its pid namespace.',
  ),
  remedy(
    'restart-nested restart-nested-unreliable',
    'Tasks are in pid namespaces below the one that is restored.',
    'Restore into a new pid namespace, or convert to CRIU.',
  ),
  remedy(
    'restart-ipc restart-architecture',
    'The restoring machine has such an object already, or is of another kind.',
    'Restore into an IPC namespace of its own, on a machine like that of the stream.',
  ),
];

export const remedies: readonly Remedy[] = [
  ...damage,
  ...streams,
  ...processes,
  ...kernels,
  ...ipc,
  ...memory,
  ...files,
];
