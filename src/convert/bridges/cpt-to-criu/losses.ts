/**
 * The one place where it is decided what has no counterpart in CRIU, under which name it is reported, and
 * why. Nothing is dropped anywhere without a class of this table.
 */
import type { Report } from '../../../diagnostic.ts';
import { cptToCriuDiagnostic } from './codes.ts';

/** Why, as one sentence each; the first words name the state. */
export const lossClasses = {
  'start-times': 'Start times: CRIU stores none, so restored processes are new.',
  'last-pid': 'The last pid that was given out: CRIU does not set it, so new processes get low free pids.',
  'cpu-usage': 'CPU times and fault counters: CRIU stores none.',
  scheduling: 'Scheduling policies that CRIU does not know: the task gets the normal one.',
  'did-exec': 'That a task has called execve(2): its parent can move it to another process group again.',
  'exit-signal': 'Signals other than SIGCHLD that parents get at the end of a child.',
  'group-exit': 'Thread groups that were about to end: their live threads go on.',
  'core-dump': 'Settings of core dumps: the filter, and a permission that is neither yes nor no.',
  ptrace: 'Tracing: CRIU cannot restore who traces whom; the tasks come back untraced.',
  'debug-registers': 'Hardware breakpoints: CRIU does not restore debug registers.',
  ldt: 'Local descriptor tables: CRIU does not restore them.',
  'fpu-state': 'FPU state in a form that cannot be read.',
  sharing: 'Sharing of memory, descriptors, handlers or directories between processes that CRIU makes apart.',
  'parent-missing': 'Parents that are not in the image: the process becomes a child of init.',
  'undo-sharing': 'One list of semaphore adjustments shared by several processes.',
  'semaphore-undo': 'Adjustments of semaphores at exit: CRIU has no place for them.',
  'sleep-remainder': 'Time left of an interrupted sleep: CRIU has no restart blocks.',
  'poll-timeout': 'Time left of an interrupted poll: CRIU has no restart blocks.',
  'futex-wait':
    'Waits on futexes that cannot be made again as they were: each ends with a wake-up without cause, and the program waits again.',
  'time-limit': 'Time left of a wait for a semaphore or signal: the call is made again with its whole limit.',
  'restart-block': 'System calls that are to be continued by the kernel: CRIU has no restart blocks.',
  'signal-details': 'Queued signals of which the image does not hold the details.',
  'timer-overrun': 'Overrun counts that timer_getoverrun(2) reports.',
  'vdso-functions': 'Pages of kernel functions that programs may have cached addresses of.',
  'aio-context': 'Contexts of asynchronous I/O: rings of old kernels have another layout.',
  'remapped-pages': 'Nonlinear file mappings: current kernels have none, the mapping becomes a linear one.',
  'memory-area': 'Memory areas of a kind that CRIU cannot make.',
  'huge-pages': 'Huge pages.',
  'lock-all-memory': 'mlockall for future mappings.',
  'file-kind': 'Open files of a kind that CRIU does not know; /dev/null stands in for them.',
  'file-owner': 'Receivers of SIGIO that are not among the restored processes.',
  'file-opener': 'Who opened a file: CRIU opens every file itself.',
  'file-lock': 'File locks whose holder has no descriptor of the file.',
  'nfs-lock': 'What an NFS server knows of file locks.',
  'epoll-target': 'Files watched by epoll that no descriptor of its process refers to.',
  'inotify-event': 'Queued inotify events.',
  'inotify-watch': 'Watches of files that have no name any more.',
  'eventfd-semaphore': 'Semaphore mode of eventfd.',
  'pipe-mode': 'Packet mode of pipes.',
  'unaccepted-connection': 'TCP connections that were not accepted yet: CRIU has none.',
  'orphan-connection': 'TCP connections without an owner that were still sending or closing.',
  'connection-request': 'Connections that were being opened (SYN queue).',
  'tcp-urgent-data': 'Urgent data of TCP connections.',
  'tcp-out-of-order': 'TCP segments that came out of order; the peer sends them again.',
  'udp-queue': 'Datagrams in receive queues: CRIU stores none.',
  'raw-queue': 'Packets in receive queues of raw, netlink and packet sockets.',
  'socket-kind': 'Sockets of a family or type that CRIU does not know; /dev/null stands in for them.',
  'socket-option': 'Options of sockets that CRIU has no place for.',
  'socket-error': 'Errors that wait to be read from sockets.',
  'socket-sender': 'Names of the unix sockets that queued datagrams came from.',
  'socket-name': 'Other names of deleted socket files.',
  'corked-datagram': 'Datagrams that are being put together.',
  'socket-peer': 'Ends of socket connections whose other end is not in the image.',
  'socket-credentials': 'Credentials of the senders of queued messages, and of the peers of unix sockets.',
  'multicast-membership': 'Multicast memberships of sockets.',
  'netlink-address': 'Addresses and groups of netlink sockets: the image does not hold them.',
  'packet-ring': 'Rings of packet sockets.',
  'controlling-terminal':
    'The controlling terminal of children of a session leader: CRIU sets it for the leader.',
  terminal: 'Terminals other than pseudo terminals; /dev/null stands in for them.',
  'terminal-state':
    'State of terminals besides their settings: stopped output, columns, what was being typed or told.',
  'shm-destroy': 'The mark of removed segments that are still attached: they stay after the last detach.',
  'segment-lock': 'Segments that are locked in memory.',
  'ipc-metadata': 'Creators, times and last pids of System V objects.',
  'message-limit': 'Byte limits of single message queues: every queue gets the one of the namespace.',
  mount: 'Mounts of a kind that CRIU cannot make.',
  'mount-propagation': 'Shared and slave mounts.',
  'mount-namespace': 'Mount namespaces besides the first.',
  'network-device': 'Network devices other than lo.',
  'network-address': 'Addresses of other devices than lo: they are put on lo, so that sockets can be bound.',
  route: 'Routes through devices other than lo.',
  'connection-tracking': 'Connection tracking entries.',
  'network-counters': 'Counters of the network stack and its devices.',
  'network-settings': 'Settings of network devices below net.ipv4.conf.',
  beancounters: 'Beancounters.',
  cgroups: 'Control groups.',
  'container-settings':
    'Settings of the container that the host has to make: pid_max, aio-max-nr, randomize_va_space.',
  capability: 'Capabilities that the restoring side does not have.',
  'resource-limit': 'Limits above those of the restoring side.',
  'unknown-record': 'Parts of the image that nobody understands.',
} as const;

export type LossClass = keyof typeof lossClasses;

export interface Loss {
  readonly class: LossClass;
  readonly why: string;
  /** How many things of this image. */
  readonly count: number;
  /** The first of them, for a start. */
  readonly example: string;
}

/** A place in the image. */
export interface Place {
  readonly at?: number | undefined;
}

/** Counts losses by class. Each class is reported once, with its number and its first example. */
export class Losses {
  readonly #found = new Map<LossClass, { count: number; example: string; at: number | undefined }>();

  add(name: LossClass, example: string, { at }: Place = {}, count = 1): void {
    const known = this.#found.get(name);
    if (known) known.count += count;
    else this.#found.set(name, { count, example, at });
  }

  list(): readonly Loss[] {
    const classes = Object.keys(lossClasses) as LossClass[];
    return classes.flatMap((name) => {
      const found = this.#found.get(name);
      return found
        ? [{ class: name, why: lossClasses[name], count: found.count, example: found.example }]
        : [];
    });
  }

  report(report: Report): void {
    for (const { class: name, why, count, example } of this.list()) {
      const at = this.#found.get(name)?.at;
      const message = `${name} (${count}): ${why} First: ${example}.`;
      report(cptToCriuDiagnostic('criu-state-lost', message, at === undefined ? {} : { offset: at }));
    }
  }
}
