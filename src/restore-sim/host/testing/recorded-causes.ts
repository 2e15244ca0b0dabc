/**
 * For tests only: what decided a recorded restore, by its class (classes.md beside the records) and by what CRIU said.
 * Conditions have their codes; of damage in an image only the code's beginning is the same in each case.
 */
import type { RecordedRestore } from './recorded-restores.ts';

interface Cause {
  readonly classes: RegExp;
  /** Words of the first error, or of the last line where there is none. */
  readonly says?: RegExp;
  readonly codes: RegExp;
  /** What a log explains it by, where that is another code: of damage there are fewer. */
  readonly explained?: RegExp;
  /** Where the image has what it is about, where the file is not `pstree.img` or a task's. */
  readonly file?: RegExp;
}

const damage = /^(image-damaged|image-file-missing|task-died|criu-release|criu-fault)$/;
const pathFiles = /^files\.img$/;

/** The first that fits is it. */
const causes: readonly Cause[] = [
  { classes: /image-(damaged|file-missing|too-old)|images-dir/, codes: /^criu-/, explained: damage },
  { classes: /pid-taken|session-taken/, codes: /^(criu-pid-taken|pids-free)$/, explained: /^pids-free$/ },
  { classes: /./, says: /restore capabilities|drop capability/, codes: /^capabilities$/ },
  { classes: /cap-missing/, says: /change root|restore ns back/, codes: /^root-change$/ },
  { classes: /cap-missing/, says: /inet socket|packet sock/, codes: /^socket-capability$/, file: pathFiles },
  { classes: /cap-missing/, says: /clock offset/, codes: /^clock-capability$/ },
  { classes: /cap-missing/, says: /netlink|network namespace/, codes: /^network-capability$/ },
  {
    classes: /seccomp|timens-unsupported/,
    says: /set_group.*\/tmp\/\.criu|unshare|network namespace/,
    codes: /^calls-allowed$/,
  },
  { classes: /seccomp/, codes: /^calls-allowed$/ },
  {
    classes: /userns|ns-limit|timens-unsupported/,
    codes: /^(initial-user-namespace|namespace-count)$/,
  },
  { classes: /address-missing/, codes: /^address-there$/, file: pathFiles },
  { classes: /interface-missing/, codes: /^interface-there$/, file: pathFiles },
  { classes: /interface-down/, codes: /^loopback-up$/ },
  { classes: /tcp-sysctl/, codes: /^loopback-open$/ },
  { classes: /port-in-use/, codes: /^port-free$/, file: pathFiles },
  { classes: /netns/, says: /File exists/, codes: /^device-name-free$/, file: /^netdev-/ },
  { classes: /netns/, codes: /^interface-there$/, file: /^netdev-/ },
  { classes: /cgroup-memory-limit/, codes: /^memory-needed$/ },
  { classes: /cgroup-pids-limit/, codes: /^process-count$/ },
  { classes: /criu-version/, codes: /^criu-release$/ },
  { classes: /device-missing/, says: /ptmx.*No such device/, codes: /^mount-needed$/ },
  { classes: /device-/, codes: /^device-needed$/, file: pathFiles },
  { classes: /dir-m/, codes: /^directory-needed$/, file: pathFiles },
  { classes: /ghost-noexec/, codes: /^directory-needed$/, file: /^mm-\d+\.img$/ },
  { classes: /disk-full/, codes: /^space-needed$/, file: /^ghost-file-/ },
  { classes: /ext-unix-peer/, codes: /^unix-peer$/, file: pathFiles },
  {
    classes:
      /^(file-|program-|library-|link-remap|readonly|root-readonly|tmpfs|unprivileged|inotify|opt-external)/,
    says: /Can't (open|link)|has bad|fake fifo|fsnotify: Unable|pipe size|Receive fd/,
    codes: /^file-needed$/,
    file: pathFiles,
  },
  { classes: /unprivileged/, codes: /^right-to-restore$/ },
  { classes: /helper-/, says: /connect a socket/, codes: /^loopback-up$/ },
  { classes: /helper-/, codes: /^program-needed$/ },
  {
    classes: /mountpoint-missing|proc-missing/,
    says: /mnt/,
    codes: /^mount-point-needed$/,
    file: /^mountpoints-/,
  },
  { classes: /proc-missing/, codes: /^proc-mounted$/ },
  { classes: /reader-gone|opt-inherit-fd/, codes: /^descriptor-given$/ },
  { classes: /lazy-pages/, says: /uffd/, codes: /^lazy-pages-server$/ },
  { classes: /lazy-pages/, codes: /^lazy-pages-needed$/, file: /^pagemap-/ },
  { classes: /max-map-count/, codes: /^map-count$/, file: /^mm-/ },
  { classes: /overcommit/, codes: /^memory-commitment$/, file: /^mm-/ },
  { classes: /ns-last-pid/, codes: /^pids-settable$/ },
  { classes: /opt-cpu-cap/, says: /No cpuinfo/, codes: /^cpu-image$/ },
  { classes: /opt-external-net/, says: /setns/, codes: /^descriptor-given$/ },
  { classes: /opt-external-net/, codes: /^external-network$/, file: /^netns-/ },
  { classes: /opt-external/, says: /No mapping/, codes: /^external-mount$/, file: /^mountpoints-/ },
  { classes: /opt-external/, codes: /^external-path$/, file: /^mountpoints-/ },
  { classes: /opt-lsm/, codes: /^label-option$/ },
  { classes: /opt-root/, codes: /^root-directory$/, file: /^mountpoints-/ },
  { classes: /notty/, codes: /^terminal-inherited$/, file: /^tty-info/ },
  { classes: /opt-shell-job/, codes: /^shell-job$/ },
  { classes: /opt-tcp/, codes: /^tcp-established$/, file: pathFiles },
  { classes: /pidfile/, codes: /^pid-file$/ },
  { classes: /pty-index/, codes: /^terminal-number$/, file: /^tty-info/ },
  { classes: /pty-limit/, codes: /^terminal-count$/, file: /^tty-info/ },
  { classes: /ro-proc-sys/, codes: /^settings-writable$/ },
  { classes: /ulimit-as/, codes: /^address-space-limit$/, file: /^mm-/ },
  { classes: /ulimit-fsize/, codes: /^file-size-limit$/ },
  { classes: /ulimit-nofile/, codes: /^descriptor-limit$/, file: /^fdinfo-/ },
  { classes: /work-dir/, codes: /^directory-of-restore$/ },
  { classes: /^opt-/, codes: /^option-understood$/ },
];

export const causeOf = ({ deviation, firstError, lastLogLine }: RecordedRestore): Cause | undefined =>
  causes.find(
    ({ classes, says }) =>
      classes.test(deviation.class) && (says === undefined || says.test(firstError ?? lastLogLine ?? '')),
  );

/** What the first error names of the image: a path, a port's socket, a pid, the index of a terminal. */
export function namedBy({ firstError }: RecordedRestore): string | undefined {
  const words = /\.[ch]:\d+\): (.*)$/s.exec(firstError ?? '')?.[1] ?? '';
  // Every pair of terminals is opened by that name: what is missing is a number, or devpts.
  if (/dev\/ptmx on restore: No (space|such device)/.test(words)) return undefined;
  const match =
    /(?:File|open file|fifo 0x[0-9a-f]+) \[?([^\s\]]+)\]?(?: has bad| on restore|:)/.exec(words) ??
    /Unable to open (\/\S+):|Can't link (\S+)|fork for (\d+): File exists|specified index (\d+)|execvp\("([^"]+)"/.exec(
      words,
    ) ??
    /mnt-\d+(\/[^\s:]+): No such|netns: (\S+)|open_tree (\S+):|interface \S+ to bridge (\S+):/.exec(words);
  return match?.slice(1).find(Boolean)?.replace(/:$/, '');
}
