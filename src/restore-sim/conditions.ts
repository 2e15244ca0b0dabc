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

/** In the order in which a report lists them. */
export const conditionCodes = {
  'lazy-pages-needed': row('option', 'hangs', 'Memory stayed with the source of a lazy migration.'),
  'newer-criu-needed': row('criu', 'hangs', 'Pages are stored in a form that CRIU 4.2 does not know.'),
  // Options of `criu restore` (criu/crtools.c); engines set some of them by themselves.
  'root-directory': row('option', 'crashes', 'The mounts of the image are made below a directory.'),
  'shell-job': row(
    'option',
    'fails',
    'The root task is in a session or group from outside: the job of a shell.',
  ),
  'tcp-established': row('option', 'fails', 'TCP sockets are connected.'),
  'tcp-close': row('option', 'fails', 'The image was dumped with --tcp-close.'),
  'allow-uprobes': row('option', 'fails', 'The image was dumped with --allow-uprobes.'),
  'deprecated-form': row('option', 'fails', 'Records are in a form that CRIU only reads when it is told to.'),
  'file-locks': row('option', 'loses', 'Locks are held on files.'),
  'external-mount': row('option', 'fails', 'A mount comes from outside, under a key.'),
  'external-mount-auto': row('option', 'fails', 'A mount from outside was found by CRIU itself.'),
  'external-device': row('option', 'fails', 'The device of a mount comes from outside, under a key.'),
  'external-network': row('option', 'fails', 'A network namespace comes from outside, under a key.'),
  'external-pid-namespace': row('option', 'fails', 'The pid namespace comes from outside, under a key.'),
  'external-terminal': row('option', 'fails', 'A terminal comes from outside.'),
  'external-file': row('option', 'fails', 'An open file comes from outside.'),
  'external-pipe': row(
    'option',
    'loses',
    'A pipe has one end in the image; its other end, if there was one, is outside.',
  ),
  'external-connection': row(
    'option',
    'fails',
    'A unix socket was connected to one outside that is handed over.',
  ),
  'macvlan-parent': row('option', 'fails', 'A macvlan device is made upon a device of the host.'),
  'veth-peer': row(
    'option',
    'fails',
    'The other end of a veth pair is outside, and its number is taken inside.',
  ),
  'veth-peer-name': row('option', 'loses', 'The other end of a veth pair is outside.'),
  'mount-label': row('option', 'loses', 'A mount has the SELinux label of the container that was dumped.'),

  // What whoever restores holds in its hands.
  'terminal-inherited': row('terminal', 'fails', 'The job had a terminal: it gets that of whoever restores.'),
  'terminal-master': row('terminal', 'fails', 'The master of a terminal is outside, as that of a console.'),
  'terminal-number': row(
    'terminal',
    'fails',
    'A pair of terminals gets its number from the /dev/ptmx of the host.',
  ),

  // What the host has.
  'unknown-area-status': row('criu', 'loses', 'An area has a status that is not known here.'),
  'plugin-needed': row('plugin', 'fails', 'A plugin of CRIU restores what it has dumped.'),
  'program-needed': row('program', 'fails', 'The restorer runs a program of the host.'),
  'kernel-feature': row('kernel', 'fails', 'The kernel has to know what the image uses.'),
  'vsyscall-page': row(
    'kernel',
    'crashes',
    'A 64-bit process has no vdso: its C library asks for the time by the vsyscall page.',
  ),
  'unknown-mapping': row('kernel', 'fails', 'An area is mapped in a way that is not known here.'),
  'cpu-features': row('cpu', 'fails', 'Registers hold extended states that the processor must have.'),
  'network-sysctls': row('sysctl', 'fails', 'Settings of a network are written to the files of the kernel.'),
  'pid-max': row('sysctl', 'fails', 'Threads have higher numbers than CRIU raises the limit to.'),
  'map-count': row('sysctl', 'fails', 'A task has more areas than kernels allow by themselves.'),
  'huge-pages': row('sysctl', 'fails', 'Areas are made of huge pages.'),
  'memory-commitment': row('memory', 'fails', 'An area is so large that the kernel may refuse it.'),
  'descriptor-limit': row('limit', 'fails', 'A task has descriptors above the usual limit.'),
  capabilities: row(
    'capability',
    'fails',
    'Tasks hold capabilities, and CRIU can give only those that it has.',
  ),
  'user-namespace': row('namespace', 'fails', 'The tree is in a user namespace of its own.'),
  'lsm-type': row('lsm', 'fails', 'Tasks have labels of a security module.'),
  'lsm-profile': row('lsm', 'fails', 'A task runs under a profile or label.'),
  'cgroup-hierarchy': row('cgroup', 'fails', 'Tasks were in groups of a hierarchy, which CRIU mounts.'),
  'pids-free': row('pid', 'fails', 'Tasks get their old numbers in a namespace that others use.'),
  'signal-owner': row('pid', 'fails', 'A file sends its signals to a task that is not in the image.'),
  'loopback-up': row(
    'interface',
    'hangs',
    'CRIU tries TCP over the loopback device before it looks at the image.',
  ),
  'address-there': row('address', 'fails', 'A socket is bound to an address of the host.'),
  'port-free': row('port', 'fails', 'A socket is bound to a port of the host.'),
  'interface-there': row('interface', 'fails', 'A socket or file uses a network device of the host.'),
  'unix-peer': row('socket', 'fails', 'A unix socket is connected to one outside.'),
  'unix-name-free': row('socket', 'fails', 'A unix socket is bound to a name of the host.'),
  'shared-root': row('mount', 'fails', 'Mounts get events from a mount outside.'),
  'mount-needed': row('mount', 'fails', 'A file system has to be mounted there before the restore.'),
  'mount-point-needed': row('mount-point', 'fails', 'A file system of the image is mounted there.'),
  'file-system-needed': row('file-system', 'fails', 'The running kernel has to know a file system.'),
  'control-group-needed': row(
    'control-group',
    'fails',
    'The running kernel has to have control groups of a kind.',
  ),
  'feature-needed': row('feature', 'loses', 'The running kernel has to give the container a feature.'),
  'device-needed': row('device', 'fails', 'A device is opened by its name.'),
  'directory-needed': row(
    'directory',
    'fails',
    'A directory is opened by its name, or a deleted file is made in it.',
  ),
  'space-needed': row('space', 'fails', 'Deleted files are written to disk again.'),
  'file-needed': row('file', 'fails', 'A file is opened by its name.'),
} as const;

export type ConditionCode = keyof typeof conditionCodes;
export type ConditionKind = (typeof conditionCodes)[ConditionCode]['kind'];

/** The words of `wanted` apart, for whoever looks at the host; 64-bit numbers are decimal text. */
export type ConditionFacts = Readonly<Record<string, string | number>>;

export interface Condition {
  readonly kind: ConditionKind;
  readonly code: ConditionCode;
  /** `--tcp-established or --tcp-close`, `/usr/bin/redis-server of 1784672 bytes, mode 0755`. */
  readonly wanted: string;
  /** What is there instead; null where nobody looked. */
  readonly found: string | null;
  readonly remedy: string;
  /** The record that asks for it. */
  readonly at: Location;
  readonly otherwise: Otherwise;
  readonly facts?: ConditionFacts;
}

export function condition(
  code: ConditionCode,
  wanted: string,
  remedy: string,
  at: Location,
  facts?: ConditionFacts,
): Condition {
  const { kind, otherwise } = conditionCodes[code];
  return { kind, code, wanted, found: null, remedy, at, otherwise, ...(facts && { facts }) };
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
