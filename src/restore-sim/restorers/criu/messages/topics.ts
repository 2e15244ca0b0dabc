/** What a source file of CRIU is about: for messages that nothing more exact is known of. */
import type { Explanation, TopicCode } from './explanations/index.ts';

type Topic = readonly [files: RegExp, code: TopicCode, what: string, remedy: string];

const see = 'restore again with -v4: the lines before it say what CRIU did';

const topics: readonly Topic[] = [
  [
    /^criu\/(files|files-reg|files-ext|fifo|pipes|eventfd|eventpoll|fsnotify|signalfd|timerfd|memfd|bpfmap|pidfd|file-lock|irmap|path|tun|kcmp-ids|bfd|fdstore|servicefd|autofs)/,
    'about-files',
    'an open file of a task',
    see,
  ],
  [
    /^criu\/(mem|shmem|pagemap|page-pipe|uffd|aio|vdso|rst-malloc|pie-util-vdso|pie\/util-vdso|pie\/parasite-vdso)/,
    'about-memory',
    'the memory of a task',
    see,
  ],
  [
    /^(criu\/(net|netfilter|libnetlink|sk-|sockets|sysctl)|soccr)/,
    'about-network',
    'sockets or networks',
    see,
  ],
  [/^criu\/(mount|filesystems|sysfs_parse)/, 'about-mounts', 'mounts', see],
  [/^criu\/(tty)/, 'about-terminals', 'a terminal', see],
  [/^criu\/(namespaces|timens|uts_ns|userns)/, 'about-namespaces', 'a namespace', see],
  [/^criu\/cgroup/, 'about-groups', 'control groups', see],
  [/^criu\/(apparmor|lsm|seccomp|pie\/.*seccomp)/, 'about-security', 'labels or filters', see],
  [/^criu\/(timer|sigact)/, 'about-timers', 'timers or signals', see],
  [/^criu\/ipc_ns/, 'about-ipc', 'System V IPC', see],
  [
    /^criu\/(image|img-streamer|protobuf|pstree|stats|cr-dedup)/,
    'about-images',
    'files of the image',
    'cr-validate shows what is damaged',
  ],
  [
    /^criu\/(kerndat|cr-check|proc_parse|arch\/[^/]+\/(kerndat|cpu))/,
    'about-kernel',
    'what the kernel and the processor can do',
    'criu check --all names what is missing',
  ],
  [
    /^criu\/(config|crtools|cr-service|action-scripts|log|fault-injection|unittest)/,
    'about-options',
    'options, scripts or the service',
    'see criu --help',
  ],
  [/^(criu\/plugin|plugins)/, 'about-plugins', 'a plugin', 'install the plugin, and its driver'],
  [
    /^criu\/(page-xfer|tls|pidfd-store|pagemap-cache)/,
    'about-transport',
    'pages on their way',
    'look at the page server',
  ],
  [
    /^(compel|criu\/(parasite-syscall|seize|pie\/parasite))/,
    'about-tracing',
    'a task that is traced',
    'somebody else may trace it, or a filter refuses ptrace',
  ],
  [/^(criu|lib)\//, 'about-processes', 'tasks', see],
];

/** Every file is of some topic. */
export function topicOf(file: string): Pick<Explanation, 'code' | 'cause' | 'remedy'> {
  const found = topics.find(([files]) => files.test(file)) ?? topics.at(-1)!;
  const [, code, what, remedy] = found;
  return { code, cause: `CRIU could not do something about ${what} (${file}).`, remedy };
}

/** Files that only a dump uses: their lines are not of a restore. */
export const isOfDump = (file: string): boolean =>
  /^criu\/(cr-dump|cr-dedup|seize|parasite-syscall|pie\/parasite|irmap|page-pipe|pagemap-cache|kcmp-ids)\.c$/.test(
    file,
  );
