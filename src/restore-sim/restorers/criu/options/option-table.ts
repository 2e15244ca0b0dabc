/** Options of `criu restore` (criu/config.c, parse_options), CRIU 4.2: their arguments and what they do to a restore. */

export interface OptionRow {
  readonly argument: 'none' | 'needed' | 'optional';
  readonly short?: string;
  /** `--no-NAME` takes it back. */
  readonly isSwitch?: boolean;
  /** Has its effect when images are written; a restore takes it without a word. */
  readonly isOfDump?: boolean;
  /** Asked of the service, as engines do, and no word of the command. */
  readonly isOfService?: boolean;
  /** What it costs, where that is not plain from its name. */
  readonly costs?: string;
}

const flag = (more: Partial<OptionRow> = {}): OptionRow => ({ argument: 'none', isSwitch: true, ...more });
const needs = (more: Partial<OptionRow> = {}): OptionRow => ({ argument: 'needed', ...more });
const ofDump = { isOfDump: true } as const;

export const optionTable: Readonly<Record<string, OptionRow>> = {
  tree: needs({ short: 't', ...ofDump }),
  'leave-stopped': { argument: 'none', short: 's' },
  'leave-running': { argument: 'none', short: 'R' },
  'restore-detached': flag({ short: 'd' }),
  'restore-sibling': flag({ short: 'S' }),
  daemon: flag(),
  'images-dir': needs({ short: 'D' }),
  'work-dir': needs({ short: 'W' }),
  'log-file': needs({ short: 'o' }),
  'join-ns': needs({
    short: 'J',
    costs:
      'the tree shares that namespace, and limits of the image (ipc) are written into it; what else the image holds of it is skipped',
  }),
  root: needs({ short: 'r' }),
  'ext-unix-sk': { argument: 'optional', short: 'x' },
  help: { argument: 'none', short: 'h' },
  'tcp-established': flag({
    costs:
      'the other side must not have given up meanwhile, and two restores of one image disturb each other',
  }),
  close: needs(),
  'log-pid': flag(),
  version: { argument: 'none', short: 'V' },
  'evasive-devices': flag(ofDump),
  pidfile: needs(),
  'veth-pair': needs(),
  'action-script': needs(),
  'link-remap': flag(ofDump),
  'shell-job': flag({ short: 'j', costs: 'the tree gets session, group and terminal of whoever restores' }),
  'file-locks': flag({ short: 'l', costs: 'it waits where another process of the host holds a lock' }),
  'page-server': flag(),
  address: needs(),
  port: needs(),
  'prev-images-dir': needs(),
  ms: { argument: 'none' },
  'track-mem': flag(),
  'auto-dedup': flag({ costs: 'the image is taken apart while it is restored: there is no second time' }),
  libdir: needs({ short: 'L' }),
  'cpu-cap': { argument: 'optional' },
  'force-irmap': flag(ofDump),
  'ext-mount-map': needs({ short: 'M' }),
  'exec-cmd': { argument: 'none' },
  'manage-cgroups': { argument: 'optional' },
  'cgroup-root': needs(),
  'inherit-fd': needs(),
  feature: needs(),
  'skip-mnt': needs(ofDump),
  'enable-fs': needs(ofDump),
  'enable-external-sharing': { argument: 'none', ...ofDump },
  'enable-external-masters': { argument: 'none', ...ofDump },
  'freeze-cgroup': needs(ofDump),
  'ghost-limit': needs(ofDump),
  'irmap-scan-path': needs(ofDump),
  'lsm-profile': needs(),
  timeout: needs(ofDump),
  external: needs(),
  'empty-ns': needs({ costs: 'devices, addresses and routes of the image are not made' }),
  'lazy-pages': { argument: 'none', costs: 'the daemon has to live until all pages are there' },
  extra: flag(),
  experimental: flag(),
  all: { argument: 'none' },
  'cgroup-props': needs(ofDump),
  'cgroup-props-file': needs(ofDump),
  'cgroup-dump-controller': needs(ofDump),
  'skip-in-flight': flag(ofDump),
  deprecated: flag(),
  'display-stats': flag(),
  'weak-sysctls': flag({ costs: 'settings that the kernel does not have are left out' }),
  'status-fd': needs(),
  'tcp-close': flag({ costs: 'connections come back closed' }),
  verbosity: { argument: 'optional', short: 'v' },
  'ps-socket': needs(),
  stream: flag(),
  config: needs(),
  'no-default-config': { argument: 'none' },
  'tls-cacert': needs(),
  'tls-cacrl': needs(),
  'tls-cert': needs(),
  'tls-key': needs(),
  tls: flag(),
  'tls-no-cn-verify': { argument: 'none' },
  'cgroup-yard': needs(),
  'pre-dump-mode': needs(ofDump),
  'file-validation': needs({
    costs: 'with filesize, other builds of the same size are taken for the program',
  }),
  'skip-file-rwx-check': flag({ costs: 'other permissions of files are not noticed' }),
  'lsm-mount-context': needs(),
  'network-lock': needs(),
  'mntns-compat-mode': flag(),
  unprivileged: flag(),
  'ghost-fiemap': flag(ofDump),
  'allow-uprobes': flag({ costs: 'a probe that is not there any more is a breakpoint that kills' }),
  'orphan-pts-master': { argument: 'none', isOfService: true },
};

/** Words that an option takes; others are refused (criu/config.c). */
export const optionWords: Readonly<Record<string, readonly string[]>> = {
  'manage-cgroups': ['ignore', 'none', 'props', 'soft', 'full', 'strict'],
  'file-validation': ['filesize', 'buildid'],
  'network-lock': ['iptables', 'nftables', 'skip', 'none'],
  'pre-dump-mode': ['splice', 'read'],
  'empty-ns': ['net'],
};

/** --cpu-cap is a list of these, each with `^` before it to take it out. */
export const processorWords: readonly string[] = ['fpu', 'ins', 'cpu', 'all', 'none', 'image'];
