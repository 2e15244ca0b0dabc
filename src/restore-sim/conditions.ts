/**
 * What a restore asks of its options and of the host, and the image alone cannot answer: a table of codes with
 * what happens otherwise, and the conditions of one image, each with the record that causes it.
 */
import type { Location } from '../diagnostic.ts';

/** What becomes of a restore where the condition is not met; `loses`: it goes on without the thing. */
export type Otherwise = 'fails' | 'crashes' | 'hangs' | 'loses';

interface ConditionInfo {
  /** What has to be given or found. */
  readonly kind: string;
  readonly otherwise: Otherwise;
  /** One sentence: what of the image asks for it. */
  readonly meaning: string;
}

const row = <Kind extends string>(kind: Kind, otherwise: Otherwise, meaning: string) =>
  ({ kind, otherwise, meaning }) as const satisfies ConditionInfo;

/**
 * In the order in which a restorer comes to it: of several that are not met, the first decides. CRIU's order is that
 * of cr_restore_tasks (criu/cr-restore.c) with kerndat_init before it and __restore_task_with_children in it.
 */
export const conditionCodes = {
  // Before CRIU is run at all.
  'engine-file-needed': row('file', 'fails', 'An engine reads what it wrote beside the images.'),
  'container-free': row('container', 'fails', 'The engine gives the container its old id and name.'),
  'image-there': row(
    'image',
    'fails',
    'The engine makes the container from the image that it was made from.',
  ),
  'pod-needed': row('option', 'fails', 'A member of a pod is restored into one.'),
  'secret-there': row('secret', 'fails', 'The container was given a secret, which is in no archive.'),
  'network-there': row('network', 'fails', 'The container was in a network of the engine, by its name.'),
  'container-address': row(
    'address',
    'fails',
    'The container gets its old address in a network of the engine.',
  ),
  'volume-content': row('option', 'fails', 'A volume of the container is not in the archive.'),
  'volume-free': row('volume', 'fails', 'A volume is made anew, and filled from the archive.'),
  'published-port': row('port', 'fails', 'A port of the host leads to one of the container.'),
  'deleted-link': row(
    'file',
    'loses',
    'A symbolic link of the image was deleted: the engine follows it, and removes what it leads to.',
  ),
  'network-of-engine': row('network', 'fails', 'The engine makes the network that the container had.'),
  'cgroup-free': row('cgroup', 'fails', 'The runtime takes no control group that somebody runs in.'),

  // The command line, and who runs it.
  'option-understood': row('option', 'fails', 'The restorer has to understand each option.'),
  'descriptor-given': row('descriptor', 'fails', 'A descriptor that is handed over has to be open.'),
  'joined-namespace': row('namespace', 'fails', 'An option names a namespace that the tree joins.'),
  'named-device': row('interface', 'fails', 'An option names a network device of the host.'),
  'right-to-restore': row('capability', 'fails', 'The restorer starts for root, or with a capability.'),
  'directory-of-restore': row('directory', 'fails', 'The restorer reads images, and writes its log.'),
  'image-streamer': row('socket', 'fails', 'An option has the image read from a daemon that has to run.'),
  'proc-mounted': row('mount', 'fails', 'The restorer looks at itself and its tasks through /proc.'),

  // What CRIU tries at its start, whatever the image (criu/kerndat.c).
  'calls-allowed': row('seccomp', 'fails', 'System calls of the restorer may not be filtered away.'),
  'initial-user-namespace': row(
    'namespace',
    'fails',
    'The restorer owns the mounts that it starts with: it is in no user namespace below them.',
  ),
  'network-capability': row('capability', 'fails', 'CRIU makes a network of its own, to try things.'),
  'namespace-count': row('sysctl', 'fails', 'The kernel limits how many namespaces there are.'),
  'loopback-up': row(
    'interface',
    'hangs',
    'CRIU tries TCP over the loopback device before it looks at the image, unless /run/criu.kdat is there.',
  ),
  'loopback-open': row('firewall', 'hangs', 'CRIU tries TCP over the loopback device: it must get through.'),
  'program-needed': row('program', 'fails', 'The restorer runs a program of the host.'),
  'memory-tracking': row('kernel', 'fails', 'An option asks the kernel to track changed memory.'),
  'criu-fault': row('criu', 'crashes', 'A release of CRIU dies of what is in the image.'),

  // Options of `criu restore` (criu/crtools.c); engines set some of them by themselves.
  'tcp-close': row('option', 'fails', 'The image was dumped with --tcp-close.'),
  'allow-uprobes': row('option', 'fails', 'The image was dumped with --allow-uprobes.'),
  'criu-release': row('criu', 'fails', 'An older CRIU does not read what a newer one has written.'),
  'newer-criu-needed': row('criu', 'hangs', 'Pages are stored in a form that CRIU 4.2 does not know.'),
  'label-option': row('lsm', 'fails', 'An option names a security module.'),
  'cpu-image': row('option', 'fails', 'An option has the processor compared with a record of the image.'),
  'cpu-features': row('cpu', 'fails', 'Registers hold extended states that the processor must have.'),
  'deprecated-form': row('option', 'fails', 'Records are in a form that CRIU only reads when it is told to.'),
  'plugin-needed': row('plugin', 'fails', 'A plugin of CRIU restores what it has dumped.'),
  'lsm-type': row('lsm', 'fails', 'Tasks have labels of a security module.'),
  'shell-job': row(
    'option',
    'fails',
    'The root task is in a session or group from outside: the job of a shell.',
  ),
  'external-mount': row('option', 'fails', 'A mount comes from outside, under a key.'),
  'external-mount-auto': row('option', 'fails', 'A mount from outside was found by CRIU itself.'),
  'external-device': row('option', 'fails', 'The device of a mount comes from outside, under a key.'),
  'external-network': row('option', 'fails', 'A network namespace comes from outside, under a key.'),
  'external-pid-namespace': row('option', 'fails', 'The pid namespace comes from outside, under a key.'),
  'macvlan-parent': row('option', 'fails', 'A macvlan device is made upon a device of the host.'),
  'cgroup-hierarchy': row('cgroup', 'fails', 'Tasks were in groups of a hierarchy, which CRIU mounts.'),
  'cgroup-directory': row('cgroup', 'fails', 'Directories of control groups are made, or have to be there.'),
  'cpuset-above': row('cgroup', 'fails', 'A cpuset has a part of what the one above it has.'),
  'cpuset-filled': row('cgroup', 'fails', 'No task gets into a cpuset that has nothing to run it on.'),
  'cgroup-thawed': row('cgroup', 'hangs', 'Tasks join control groups, and stop where one is frozen.'),
  'cgroup-kept': row('option', 'loses', 'Tasks were in control groups of their own.'),
  'lazy-pages-needed': row('option', 'hangs', 'Memory stayed with the source of a lazy migration.'),
  'lazy-pages-server': row('socket', 'fails', 'Pages come from a daemon that has to run.'),
  'option-file': row(
    'file',
    'fails',
    'An option names a program, which is run at steps of the restore and has to succeed.',
  ),

  // Namespaces, made by the root task before it has children.
  'clock-capability': row('capability', 'fails', 'CRIU sets the clocks of a time namespace.'),
  'user-namespace': row('namespace', 'fails', 'The tree is in a user namespace of its own.'),
  'pids-free': row('pid', 'fails', 'Tasks get their old numbers in a namespace that others use.'),
  'pids-settable': row('sysctl', 'fails', 'Numbers are asked for by clone3, or by ns_last_pid.'),
  'process-count': row('cgroup', 'fails', 'A control group limits the number of tasks.'),
  'settings-writable': row('sysctl', 'fails', 'Names of the host are written to /proc/sys.'),
  'root-directory': row('option', 'crashes', 'The mounts of the image are made below a directory.'),
  'veth-peer': row(
    'option',
    'fails',
    'The other end of a veth pair is outside, and its number is taken inside.',
  ),
  'device-name-free': row('interface', 'fails', 'An option gives a new device its name outside.'),
  'device-number-free': row(
    'interface',
    'fails',
    'A macvlan device is made in the network of the restorer, under its old number, and moved.',
  ),
  'network-sysctls': row('sysctl', 'fails', 'Settings of a network are written to the files of the kernel.'),
  'ipc-free': row('ipc', 'fails', 'Objects get their old ids and keys in a namespace that others use.'),
  'shared-root': row('mount', 'fails', 'Mounts get events from a mount outside.'),
  'locked-mount': row(
    'mount',
    'fails',
    'A tree with a user namespace of its own keeps the flags of the mount that it is restored on.',
  ),
  'mount-needed': row('mount', 'fails', 'A file system has to be mounted there before the restore.'),
  'external-path': row('file', 'fails', 'What is mounted from outside has to be there.'),
  'mount-source': row('mount', 'fails', 'What a mount of the image is made from is not in the image.'),
  'mount-point-needed': row('mount-point', 'fails', 'A file system of the image is mounted there.'),
  'file-system-needed': row('file-system', 'fails', 'The running kernel has to know a file system.'),
  'control-group-needed': row(
    'control-group',
    'fails',
    'The running kernel has to have control groups of a kind.',
  ),
  'kernel-feature': row('kernel', 'fails', 'The kernel has to know what the image uses.'),
  'ghost-name-free': row(
    'file',
    'fails',
    'A deleted file is made again under a name of its own, NAME.cr.ID.ghost, which a killed restore may have left.',
  ),
  'space-needed': row('space', 'fails', 'Deleted files are written to disk again.'),
  'terminal-master': row('terminal', 'fails', 'The master of a terminal is outside, as that of a console.'),
  'terminal-inherited': row('terminal', 'fails', 'The job had a terminal: it gets that of whoever restores.'),

  // Each task: its descriptors, then its memory.
  'cgroup-of-dumper': row(
    'option',
    'fails',
    'A task was in the control groups of CRIU itself, which are in no image, and its parent was not.',
  ),
  'owner-capability': row('capability', 'fails', 'What CRIU makes gets its old owner, mode and times.'),
  'descriptor-limit': row('limit', 'fails', 'A task has descriptors above the usual limit.'),
  'tcp-established': row('option', 'fails', 'TCP sockets are connected.'),
  'network-reachable': row('option', 'fails', 'Connections need the devices and routes of the image.'),
  'external-terminal': row('option', 'fails', 'A terminal comes from outside.'),
  'external-file': row('option', 'fails', 'An open file comes from outside.'),
  'external-connection': row(
    'option',
    'fails',
    'A unix socket was connected to one outside that is handed over.',
  ),
  'directory-needed': row(
    'directory',
    'fails',
    'A directory is opened by its name, or a deleted file is made in it.',
  ),
  'device-needed': row('device', 'fails', 'A device is opened by its name.'),
  'file-needed': row('file', 'fails', 'A file is opened by its name.'),
  'removed-name-free': row(
    'file',
    'fails',
    'A removed file gets its name again for a moment, or NAME.cr_link where that is taken.',
  ),
  'terminal-number': row(
    'terminal',
    'fails',
    'A pair of terminals gets its number from the /dev/ptmx of the host.',
  ),
  'terminal-count': row('terminal', 'fails', 'The number of pairs of terminals is limited.'),
  'signal-owner': row('pid', 'fails', 'A file sends its signals to a task that is not in the image.'),
  'socket-capability': row('capability', 'fails', 'Raw sockets are made by whoever may.'),
  'ping-group': row('sysctl', 'fails', 'Sockets of ping(8) are made by whoever is in a range of groups.'),
  'address-there': row('address', 'fails', 'A socket is bound to an address of the host.'),
  'port-capability': row('capability', 'fails', 'Low ports are for whoever has the right to them.'),
  'port-free': row('port', 'fails', 'A socket is bound to a port of the host.'),
  'interface-there': row('interface', 'fails', 'A socket or file uses a network device of the host.'),
  'unix-peer': row('socket', 'fails', 'A unix socket is connected to one outside.'),
  'unix-name-free': row('socket', 'fails', 'A unix socket is bound to a name of the host.'),
  'lock-free': row('lock', 'hangs', 'A lock of the image is waited for while somebody else holds it.'),
  'watch-count': row('sysctl', 'fails', 'The kernel limits watches and who has them.'),
  'file-size-limit': row('limit', 'fails', 'A file may not be larger than the limit.'),
  'address-space-limit': row('limit', 'fails', 'Memory may not be larger than the limit.'),
  'data-limit': row('limit', 'fails', 'Memory that is written to may not be larger than the limit.'),
  'locked-memory': row('limit', 'fails', 'Areas are locked in memory.'),
  'signal-count': row('limit', 'fails', 'Timers and queued signals are counted for each user.'),
  'stack-limit': row('limit', 'fails', 'CRIU itself needs a stack.'),
  'root-change': row('capability', 'fails', 'CRIU changes the root directory of tasks.'),
  'pid-max': row('sysctl', 'fails', 'Threads have higher numbers than CRIU raises the limit to.'),
  'unknown-mapping': row('kernel', 'fails', 'An area is mapped in a way that is not known here.'),
  'map-count': row('sysctl', 'fails', 'A task has more areas than kernels allow by themselves.'),
  'huge-pages': row('sysctl', 'fails', 'Areas are made of huge pages.'),
  'memory-commitment': row('memory', 'fails', 'An area is so large that the kernel may refuse it.'),
  'memory-needed': row('cgroup', 'fails', 'The memory of the tasks has to fit into that of the host.'),
  'vsyscall-page': row(
    'kernel',
    'crashes',
    'A 64-bit process has no vdso: its C library asks for the time by the vsyscall page.',
  ),

  // The end: names, credentials, and what only later shows.
  'pid-file': row('file', 'fails', 'The number of the root task is written to a new file.'),
  capabilities: row(
    'capability',
    'fails',
    'Tasks hold capabilities, and CRIU can give only those that it has.',
  ),
  'lsm-profile': row('lsm', 'fails', 'A task runs under a profile or label.'),

  // What is lost without a word.
  'file-locks': row('option', 'loses', 'Locks are held on files.'),
  'external-pipe': row(
    'option',
    'loses',
    'A pipe has one end in the image; its other end, if there was one, is outside.',
  ),
  'pipe-key': row('option', 'loses', 'An option hands over a pipe under a key.'),
  'pipe-data': row('file', 'loses', 'What was in a pipe has a record, also where it was nothing.'),
  'veth-peer-name': row('option', 'loses', 'The other end of a veth pair is outside.'),
  'mount-label': row('option', 'loses', 'A mount has the SELinux label of the container that was dumped.'),
  'connections-closed': row('option', 'loses', 'TCP sockets are connected.'),
  'network-kept': row('option', 'loses', 'Devices, addresses and settings of a network are in the image.'),
  'unknown-area-status': row('criu', 'loses', 'An area has a status that is not known here.'),
  'hard-limits': row('limit', 'loses', 'Tasks have limits that the restorer has to be able to give.'),
  'scheduling-capability': row('capability', 'loses', 'Niceness is given back by whoever may.'),
  'no-filter': row('seccomp', 'loses', 'Filters of the restorer stay on tasks that had none.'),
  'no-new-privileges': row('privileges', 'loses', 'Tasks inherit that they get no new privileges.'),
  'feature-needed': row('feature', 'loses', 'The running kernel has to give the container a feature.'),
} as const;

export type ConditionCode = keyof typeof conditionCodes;

export const isConditionCode = (code: string): code is ConditionCode => Object.hasOwn(conditionCodes, code);

/** What decides before anything that is wrong in the image does: CRIU comes to these first, or dies of them. */
export const decidesBeforeImage = (code: ConditionCode): boolean =>
  codesInOrder.indexOf(code) <= codesInOrder.indexOf('criu-fault');
const codesInOrder = Object.keys(conditionCodes);

export type ConditionKind = (typeof conditionCodes)[ConditionCode]['kind'];

/** The words of `wanted` apart, for whoever looks at the host; 64-bit numbers are decimal text. */
export type ConditionFacts = Readonly<Record<string, string | number>>;

export type ConditionState = 'open' | 'met' | 'unmet';

export interface Condition {
  readonly kind: ConditionKind;
  readonly code: ConditionCode;
  /** `open`: nobody knows, for want of a fact or an option. */
  readonly state: ConditionState;
  /** `--tcp-established or --tcp-close`, `/usr/bin/redis-server of 1784672 bytes, mode 0755`. */
  readonly wanted: string;
  /** What is there; null where nobody looked. */
  readonly found: string | null;
  readonly remedy: string;
  /** The record that asks for it. */
  readonly at: Location;
  readonly otherwise: Otherwise;
  readonly facts?: ConditionFacts;
  /** Hosts have it, unless somebody took it away: it is only asked of a host that is described. */
  readonly isUsual?: true;
}

export function condition(
  code: ConditionCode,
  wanted: string,
  remedy: string,
  at: Location,
  facts?: ConditionFacts,
): Condition {
  const { kind, otherwise } = conditionCodes[code];
  return { kind, code, state: 'open', wanted, found: null, remedy, at, otherwise, ...(facts && { facts }) };
}

/** Things that are found by name below the root of the restore. */
export type PathKind = 'file' | 'directory' | 'device' | 'mount' | 'mount-point' | 'program';

const pathRemedies: Readonly<Record<PathKind, string>> = {
  file: 'put it below the root of the restore, as it was',
  directory: 'make it below the root of the restore',
  device: 'make it below the root of the restore',
  mount: 'mount it below the root of the restore',
  'mount-point': 'make it below the root of the restore',
  program: 'install it where the restorer finds it',
};

/** `path` is as seen inside of the container. */
export const pathCondition = (kind: PathKind, path: string, at: Location): Condition =>
  condition(`${kind}-needed`, path, pathRemedies[kind], at, { path });
