/** namespaces: mounts against mountinfo, control groups against /proc/PID/cgroup, links and routes against ip(8). */
import { Check, type Json, type TruthTable } from '../compare.ts';
import { livingTasks, type Truth, type TruthTask } from '../truth.ts';

interface MountFact {
  /** Mountpoint of the mount that it lies on; undefined for the root of a namespace. */
  readonly on: string | undefined;
  readonly root: string;
  readonly options: readonly string[];
  readonly propagation: readonly string[];
  readonly fstype: string;
  readonly source: string;
  readonly superOptions: readonly string[];
}

/** proc_pid_mountinfo(5): blanks of names are octal. */
const unescaped = (text: string): string =>
  text.replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8)));

function mountsOf(text: string): readonly (readonly [string, MountFact])[] {
  const lines = text.split('\n').filter(Boolean);
  const points = new Map(lines.map((line) => [line.split(' ')[0], line.split(' ')[4]]));
  return lines.map((line) => {
    const [before = '', after = ''] = line.split(' - ');
    const [id, parent, , root = '', point = '', options = '', ...propagation] = before.split(' ');
    const [fstype = '', source = '', superOptions = ''] = after.split(' ');
    const fact = {
      root: unescaped(root),
      options: options.split(','),
      propagation,
      fstype,
      source: unescaped(source),
      superOptions: superOptions.split(','),
      on: id === parent ? undefined : unescaped(points.get(parent) ?? '') || undefined,
    };
    return [unescaped(point), fact] as const;
  });
}

/** mountinfo of each namespace that was dumped, by the least pid in it. */
function mountFacts(truth: Truth): ReadonlyMap<string, MountFact> | undefined {
  const tasks = truth.raw.tasks as Json;
  const spaces = truth.raw.mountinfo_by_mntns as Record<string, string> | undefined;
  if (truth.family !== 'criu' || spaces === undefined || truth.raw.own_pidns !== true) return undefined;
  const facts = new Map<string, MountFact>();
  const seen = new Set<string>();
  for (const { pid } of [...(livingTasks(truth) ?? [])].sort((a, b) => a.pid - b.pid)) {
    const space = tasks[String(pid)]?.ns?.mnt as string | undefined;
    const text = space === undefined ? undefined : spaces[space];
    if (space === undefined || text === undefined || seen.has(space)) continue;
    seen.add(space);
    for (const [point, fact] of mountsOf(text)) facts.set(`${pid} ${point} ${fact.source}`, fact);
  }
  return facts;
}

/** linux/mount.h by the words of mountinfo. */
const flagWords: Readonly<Record<string, string>> = {
  ro: 'MS_RDONLY',
  nosuid: 'MS_NOSUID',
  nodev: 'MS_NODEV',
  noexec: 'MS_NOEXEC',
  noatime: 'MS_NOATIME',
  nodiratime: 'MS_NODIRATIME',
  relatime: 'MS_RELATIME',
  nosymfollow: 'MS_NOSYMFOLLOW',
};
const superWords: Readonly<Record<string, string>> = {
  ro: 'MS_RDONLY',
  sync: 'MS_SYNCHRONOUS',
  dirsync: 'MS_DIRSYNC',
  mand: 'MS_MANDLOCK',
  lazytime: 'MS_LAZYTIME',
};
const named = (words: readonly string[], names: Readonly<Record<string, string>>): readonly string[] =>
  words.flatMap((word) => names[word] ?? []).sort();
/** What mountinfo says elsewhere or not at all. */
const elsewhere = /MS_(SHARED|SLAVE|PRIVATE|UNBINDABLE|STRICTATIME)/;

const same = (expected: readonly string[]): Check =>
  new Check(expected.join(' '), (ours: readonly string[]) => {
    const own = ours.filter((flag) => !elsewhere.test(flag)).sort();
    return own.join() === [...expected].sort().join();
  });

const mounts: TruthTable<MountFact> = {
  document: 'namespaces',
  rows: 'mountNamespaces[].mounts[]',
  key: ({ mountpoint, device }, [, { pids }]: readonly Json[]) => `${pids[0] ?? 0} ${mountpoint} ${device}`,
  facts: mountFacts,
  fields: {
    device: ({ source }) => source,
    // CRIU has numbers for some file systems only.
    fstype: ({ fstype }) => new Check(fstype, (ours) => ours === fstype || ours === 'unknown'),
    root: ({ root }) => (root === '/' ? undefined : root),
    flags: ({ options }) => same(named(options, flagWords)),
    superFlags: ({ superOptions }) => same(named(superOptions, superWords)),
    propagation: ({ propagation }) => same(propagation.filter((word) => /^(shared|master):/.test(word))),
  },
};

const mountTree: TruthTable<MountFact> = {
  ...mounts,
  document: 'mounts',
  rows: 'namespaces[].mounts[]',
  fields: { ...mounts.fields, on: ({ on }) => on },
};

/** Pids by `controllers path`, as each task's own file has them. */
function cgroupFacts(truth: Truth): ReadonlyMap<string, readonly number[]> | undefined {
  const living = livingTasks(truth)?.filter(({ files }: TruthTask) => files['cgroup'] !== undefined);
  if (truth.family !== 'criu' || living === undefined || living.length === 0) return undefined;
  const facts = new Map<string, number[]>();
  for (const { pid, files } of living) {
    for (const [, controllers = '', path = ''] of (files['cgroup'] ?? '').matchAll(/^\d+:([^:]*):(.*)$/gm)) {
      const key = `0 ${controllers || 'cgroup2'} ${path}`;
      facts.set(key, [...(facts.get(key) ?? []), pid]);
    }
  }
  return facts;
}

const cgroups: TruthTable<readonly number[]> = {
  document: 'namespaces',
  rows: 'cgroups[].groups[]',
  // CRIU stores none where the tasks are in the groups of CRIU itself.
  mayLack: true,
  key: ({ path, pids }, [, { options }]: readonly Json[]) =>
    pids.length === 0 ? undefined : `0 ${options} ${path}`,
  // Without an image of control groups there is nothing to say.
  facts: (truth) => (truth.files.has('cgroup.img') ? cgroupFacts(truth) : undefined),
  // A thread that is not where its process is stands there by its own number.
  fields: {
    pids: (pids, { tasks = [] }) =>
      new Check(pids.join(' '), (ours: readonly number[]) => {
        const own = ours.filter((pid) => tasks.some((task) => task.pid === pid));
        return own.join() === [...pids].sort((a, b) => a - b).join();
      }),
  },
};

const cgroupsAlone: TruthTable<readonly number[]> = {
  ...cgroups,
  document: 'cgroups',
  rows: 'hierarchies[].groups[]',
};

interface LinkFact {
  readonly name: string;
  readonly isUp: boolean;
  readonly mtu: number;
  readonly kind: string | undefined;
  readonly hardwareAddress: string | undefined;
  readonly addresses: readonly string[];
}

/** `ip -d -s addr`, where the network namespace was dumped. */
function linkFacts(truth: Truth): ReadonlyMap<string, LinkFact> | undefined {
  const text = sectionOf(truth, 'ip -d -s addr');
  if (text === undefined) return undefined;
  const facts = new Map<string, LinkFact>();
  for (const link of text.split(/^(?=\d+: )/m)) {
    const [, index, name = '', flags = '', mtu] = /^(\d+): ([^@:]+)\S* <([^>]*)> mtu (\d+)/.exec(link) ?? [];
    if (index === undefined) continue;
    facts.set(`0 ${index}`, {
      name,
      isUp: flags.split(',').includes('UP'),
      mtu: Number(mtu),
      kind: /^\s+(loopback|veth|bridge|macvlan|tun|sit)\b/m.exec(link)?.[1],
      hardwareAddress: /link\/ether (\S+)/.exec(link)?.[1]?.replaceAll(':', ''),
      addresses: [...link.matchAll(/^\s+inet6? (\S+)/gm)].map(([, address = '']) => address),
    });
  }
  return facts;
}

/** One for each namespace that was dumped. */
const hasFile = ({ files }: Truth, type: string): boolean =>
  [...files].some((name) => name.startsWith(`${type}-`));

function sectionOf(truth: Truth, command: string): string | undefined {
  if (truth.family !== 'criu' || !hasFile(truth, 'netdev')) return undefined;
  const text = truth.beside('net.txt');
  return text
    ?.split(/^### /m)
    .find((section) => section.startsWith(`${command}\n`))
    ?.slice(command.length + 1);
}

/** The collector looked where the first process is. */
function rootNetwork({ networks }: Json): Json | undefined {
  const held = (networks as Json[]).filter(({ pids }) => pids.length > 0);
  return held.sort((a, b) => a.pids[0] - b.pids[0])[0];
}

const links: TruthTable<LinkFact> = {
  document: 'namespaces',
  rows: 'devices[]',
  key: ({ index, namespace }, [document]) =>
    namespace === rootNetwork(document)?.number ? `0 ${index}` : undefined,
  facts: linkFacts,
  fields: {
    name: ({ name }) => name,
    mtu: ({ mtu }) => mtu,
    kind: ({ kind }) => kind,
    state: ({ isUp }) => new Check(isUp ? 'up' : 'down', (ours) => (ours === 'down') !== isUp),
    hardwareAddress: ({ hardwareAddress }) => hardwareAddress,
    addresses: ({ addresses }) => same(addresses),
  },
};

/** Routes of the main table, which is what `ip route save` writes. */
const routes: TruthTable<readonly string[]> = {
  document: 'namespaces',
  rows: 'networks[]',
  key: ({ number }, [document]) => (number === rootNetwork(document)?.number ? '0' : undefined),
  facts: (truth) => {
    const text = sectionOf(truth, 'ip route show table all');
    if (text === undefined) return undefined;
    const lines = text.split('\n').map((line) => line.replace(/ pref \w+\s*$/, '').trim());
    return new Map([['0', lines.filter((line) => line !== '' && !/ table /.test(line))]]);
  },
  fields: { routes: (lines) => same(lines) },
};

const names: TruthTable<Json> = {
  document: 'namespaces',
  rows: 'uts',
  key: () => '0',
  // Of a host's own namespace nothing is dumped.
  facts: (truth) =>
    hasFile(truth, 'utsns') && truth.raw.hostname !== undefined ? new Map([['0', truth.raw]]) : undefined,
  fields: { nodename: ({ hostname }) => hostname, domainname: ({ domainname }) => domainname },
};

/** `sysctl_shmmax` and its like. */
const limits: TruthTable<Json> = {
  document: 'namespaces',
  rows: 'limits.ipc',
  key: () => '0',
  facts: ({ raw, family }) =>
    family === 'criu' && raw.sysvipc?.sysctl_shmmax !== undefined ? new Map([['0', raw.sysvipc]]) : undefined,
  fields: {
    shmMaxBytes: ({ sysctl_shmmax: text }) => BigInt(text.trim()),
    shmAllPages: ({ sysctl_shmall: text }) => BigInt(text.trim()),
    shmMni: ({ sysctl_shmmni: text }) => Number(text),
    msgMaxBytes: ({ sysctl_msgmax: text }) => Number(text),
    msgMni: ({ sysctl_msgmni: text }) => Number(text),
    msgMnbBytes: ({ sysctl_msgmnb: text }) => Number(text),
    semMsl: ({ sysctl_sem: text }) => Number(text.trim().split(/\s+/)[0]),
    semMns: ({ sysctl_sem: text }) => Number(text.trim().split(/\s+/)[1]),
    semOpm: ({ sysctl_sem: text }) => Number(text.trim().split(/\s+/)[2]),
    semMni: ({ sysctl_sem: text }) => Number(text.trim().split(/\s+/)[3]),
  },
};

export const namespaceTables = [
  mounts,
  mountTree,
  cgroups,
  cgroupsAlone,
  links,
  routes,
  names,
  limits,
] as const;
