/** fds: each descriptor, against the link and fdinfo of /proc/PID/fd. */
import { Check, type Json, near, type TruthTable } from '../compare.ts';
import { lineOf, livingTasks, type Truth, type TruthFd } from '../truth.ts';

interface Fact extends TruthFd {
  readonly pid: number;
}

function descriptors(truth: Truth): ReadonlyMap<string, Fact> | undefined {
  const tasks = livingTasks(truth)?.filter(({ fds }) => fds !== undefined);
  return (
    tasks &&
    new Map(
      tasks.flatMap(({ pid, fds = [] }) => fds.map((fd) => [`${pid} ${fd.fd}`, { ...fd, pid }] as const)),
    )
  );
}

/** O_CLOEXEC of x86; fdinfo shows it among the flags of the open file. */
const closeOnExec = 0o2000000;

const flagsOf = ({ info }: TruthFd): number | undefined => {
  const flags = lineOf(info, 'flags');
  return flags === undefined ? undefined : Number.parseInt(flags, 8);
};

/** fdinfo shows it since Linux 3.1. */
const isCloseOnExec = (fact: TruthFd, { family }: Truth): boolean | undefined => {
  const flags = family === 'cpt' ? undefined : flagsOf(fact);
  return flags === undefined ? undefined : (flags & closeOnExec) !== 0;
};

const decimal = (text: string | undefined): bigint | undefined =>
  text === undefined ? undefined : BigInt(text);
const hexadecimal = (text: string | undefined): bigint | undefined =>
  text === undefined ? undefined : BigInt(`0x${text}`);

/** What links say of the kind of a file. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/^pipe:/, 'pipe'],
  [/^socket:/, 'socket'],
  [/^anon_inode:\[eventpoll\]/, 'epoll'],
  [/^anon_inode:\[eventfd\]/, 'eventfd'],
  [/^anon_inode:\[signalfd\]/, 'signalfd'],
  [/^anon_inode:\[timerfd\]/, 'timerfd'],
  [/^anon_inode:inotify/, 'inotify'],
  [/^anon_inode:\[fanotify\]/, 'fanotify'],
  [/^anon_inode:\[pidfd\]/, 'pidfd'],
  [/^\/memfd:/, 'memfd'],
  [/^\/dev\/(pts\/\d+|ptmx)/, 'tty'],
];
const kindOf = ({ link }: TruthFd): string | undefined => kinds.find(([pattern]) => pattern.test(link))?.[1];

/** A program may read or write on between the look and the dump. */
const meanwhileBytes = 65536n;

function positionOf({ info }: TruthFd): Check | undefined {
  const position = decimal(lineOf(info, 'pos'));
  if (position === undefined) return undefined;
  return new Check(`${position} or a little more`, (ours) => {
    const further = BigInt(ours) - position;
    return further >= 0n && further < meanwhileBytes;
  });
}

/** Kinds whose name depends on something that the image does not have. */
function nameOf({ link }: TruthFd, { family }: Truth): string | Check | undefined {
  // The inode number of a socket or pipe of a CPT image is not stored; namespaces have none that lasts.
  if (family === 'cpt' && /^(socket|pipe|anon_inode|inotify|\[|eventpoll)/.test(link)) return undefined;
  if (/^\/dev\/(pts|tty|console|ptmx)|console\.test$/.test(link)) return undefined;
  if (/^(net|mnt|ipc|uts|pid|user|cgroup|time|pid_for_children):\[/.test(link)) return undefined;
  // Nor is that of a packet socket of a CRIU image.
  if (link.startsWith('socket:')) return new Check(link, (ours) => ours === link || ours === 'socket:[?]');
  return link.replace(/^ ?\(deleted\)(.*)$/, '$1 (deleted)').trim();
}

/** `(997, 226346855)`: seconds and nanoseconds. */
const timeNs = (text: string | undefined): bigint | undefined => {
  const [, seconds, ns] = /\((\d+), (\d+)\)/.exec(text ?? '') ?? [];
  return seconds === undefined ? undefined : BigInt(seconds) * 1_000_000_000n + BigInt(ns ?? 0);
};

/** Between the look and the dump. */
const whileNs = 5_000_000_000n;

function timerOf({ info }: TruthFd): Json {
  const clock = lineOf(info, 'clockid');
  if (clock === undefined) return undefined;
  const left = timeNs(lineOf(info, 'it_value'));
  const interval = timeNs(lineOf(info, 'it_interval'));
  return {
    clock: Number(clock),
    // One that repeats may have begun anew.
    leftNs:
      left === undefined
        ? undefined
        : left === 0n || interval === 0n || left > whileNs
          ? near(left, left === 0n ? 0n : whileNs)
          : undefined,
    intervalNs: interval,
  };
}

/**
 * A target whose descriptor was closed while the file stays open by another number is kept by that number
 * (criu/eventpoll.c): told by the inode, which fdinfo has in hexadecimal.
 */
function targetsOf({ info, link, pid }: Fact, { tasks }: Truth): Json {
  if (!link.endsWith('[eventpoll]') || !/^tfd:/m.test(info ?? '')) return undefined;
  const open = tasks?.find((task) => task.pid === pid)?.fds ?? [];
  const found = [
    ...(info ?? '').matchAll(/tfd:\s*(\d+) events:\s*([0-9a-f]+) data:\s*([0-9a-f]+).*? ino:([0-9a-f]+)/g),
  ].map(([, fd, events, data, inode]) => ({
    link: open.find((other) => other.fd === Number(fd))?.link,
    fds: new Set([
      Number(fd),
      ...open
        .filter((other) => lineOf(other.info, 'ino') === String(Number.parseInt(inode ?? '', 16)))
        .map((other) => other.fd),
    ]),
    events: Number.parseInt(events ?? '', 16),
    data: BigInt(`0x${data}`),
  }));
  const says = found.map(({ fds, events, data }) => `${[...fds]} ${events} ${data}`).join('; ');
  return new Check(says, (ours: readonly Json[]) => {
    const isSeen = (target: Json) =>
      found.some(
        ({ link, fds, events, data }) =>
          fds.has(target.fd) &&
          events === target.events &&
          data === BigInt(target.data) &&
          (target.name === undefined || link === undefined || isNameOf(link, target.name)),
      );
    return ours.length === found.length && ours.every(isSeen);
  });
}

const isNameOf = (link: string, ours: string): boolean =>
  ours === link || ours === 'socket:[?]' || /^\/dev\/(pts|tty|console|ptmx)/.test(link);

function watchesOf({ info, link }: TruthFd): Json {
  if (!link.endsWith('inotify') || !/^inotify wd:/m.test(info ?? '')) return undefined;
  // fs/notify/fdinfo.c prints all numbers but the descriptor's in hexadecimal.
  const found = [...(info ?? '').matchAll(/inotify wd:([0-9a-f]+) .*? mask:([0-9a-f]+)/g)].map(
    ([, wd, mask]) => ({
      wd: Number.parseInt(wd ?? '', 16),
      mask: Number.parseInt(mask ?? '', 16),
    }),
  );
  const plain = (rows: readonly Json[]) => JSON.stringify(rows.map(({ wd, mask }) => `${wd} ${mask}`).sort());
  return new Check(plain(found), (ours) => plain(ours) === plain(found));
}

/** What is at the other end of a pipe: descriptors with the same link that do what this one does not. */
function endsOf(fact: Fact, { tasks, unseen }: Truth): Check | undefined {
  const own = flagsOf(fact);
  if (own === undefined || !fact.link.startsWith('pipe:')) return undefined;
  const access = own & 3;
  const found = (tasks ?? []).flatMap(({ pid, fds = [], state }) =>
    fds.flatMap((other) => {
      const flags = flagsOf(other);
      if (other.link !== fact.link || flags === undefined || state === 'Z') return [];
      return access === 2 || (flags & 3) === access ? [] : [`${pid} ${other.fd}`];
    }),
  );
  // One that is open both ways has more to be told apart than links say.
  if (access === 2) return undefined;
  return new Check(found.join(', '), (ours: readonly Json[]) => {
    const said = ours.filter(({ pid }) => !unseen.has(pid)).map(({ pid, fd }) => `${pid} ${fd}`);
    return said.length === found.length && said.every((end) => found.includes(end));
  });
}

const lockKinds = { POSIX: 'posix', FLOCK: 'flock', OFDLCK: 'ofd', LEASE: 'lease' } as const;
const lockTypes = { READ: 'F_RDLCK', WRITE: 'F_WRLCK' } as const;

/**
 * fdinfo shows a POSIX lock at every descriptor of the file, an image at the one that CRIU met it by; it has none at
 * all without --file-locks.
 */
function locksOf({ info, pid }: Fact, { files }: Truth): Json {
  if (info === undefined || !files.has('filelocks.img')) return undefined;
  const found = [
    ...info.matchAll(
      /lock:\s*\d+: (POSIX|FLOCK|OFDLCK|LEASE)\s+\w+\s+(READ|WRITE) (-?\d+) \S+ (\d+) (\d+|EOF)/g,
    ),
  ].map(([, kind, type, owner, start, end]) => ({
    kind: lockKinds[kind as keyof typeof lockKinds],
    type: lockTypes[type as keyof typeof lockTypes],
    pid: Number(owner),
    start: BigInt(start ?? 0),
    end: end === 'EOF' ? 0x7fff_ffff_ffff_ffffn : BigInt(end ?? 0),
  }));
  const text = (lock: Json) => `${lock.kind} ${lock.type} ${BigInt(lock.start)}-${BigInt(lock.end)}`;
  return new Check(JSON.stringify(found.map(text)), (ours: readonly Json[]) => {
    const isNamed = (lock: Json) =>
      lock.kind === 'posix' || found.some((other) => text(other) === text(lock));
    const isShown = (lock: Json) => lock.kind === 'posix' || ours.some((other) => text(other) === text(lock));
    const own = ours.every((lock) => found.some((other) => text(other) === text(lock)) || lock.pid !== pid);
    return own && ours.every(isNamed) && found.every(isShown);
  });
}

const table: TruthTable<Fact> = {
  document: 'fds',
  rows: 'tables[].descriptors[]',
  key: ({ fd }, [, { pids }]: readonly Json[]) => pids.map((pid: number) => `${pid} ${fd}`),
  facts: descriptors,
  fields: {
    fd: ({ fd }) => fd,
    kind: kindOf,
    isCloseOnExec,
    isDeleted: ({ link }) => / \(deleted\)$|^ ?\(deleted\)/.test(link),
    flags: (fact) => {
      const flags = flagsOf(fact);
      return flags === undefined ? undefined : flags & ~closeOnExec;
    },
    pos: positionOf,
    name: nameOf,
    ends: endsOf,
    locks: locksOf,
    eventFd: ({ info }) => {
      const count = hexadecimal(lineOf(info, 'eventfd-count')?.trim());
      return count === undefined ? undefined : { count };
    },
    timerFd: timerOf,
    signalMask: ({ info }) => hexadecimal(lineOf(info, 'sigmask')),
    targets: targetsOf,
    watches: watchesOf,
    pidfdPid: ({ info }) => {
      const pid = lineOf(info, 'NSpid')?.split(/\s+/).at(-1);
      return pid === undefined ? undefined : Number(pid);
    },
  },
};

const text: TruthTable<Fact> = {
  document: 'fds text',
  rows: 'tables[].rows[]',
  key: ({ FD }, [, { title }]: readonly Json[]) =>
    title
      .split(' (')[0]
      .split(', ')
      .map((holder: string) => `${Number.parseInt(holder, 10)} ${FD}`),
  facts: descriptors,
  fields: {
    FD: ({ fd }) => String(fd),
    KIND: kindOf,
    POS: positionOf,
    WHAT: nameOf,
    OPENED: (fact, truth) => {
      const flags = flagsOf(fact);
      if (flags === undefined) return undefined;
      return new Check(flags.toString(8), (ours: string) => {
        const words = ours.split(' ');
        const access = (flags & 0o10000000) !== 0 ? 'path' : ['r', 'w', 'rw'][flags & 3];
        return (
          words.includes(access ?? '') &&
          words.includes('cloexec') === (isCloseOnExec(fact, truth) ?? words.includes('cloexec'))
        );
      });
    },
  },
};

export const fdsTables = [table, text];
