/** What descriptors hold beyond a name: counters, timers, masks, what is watched, locks. */
import type { Checkpoint, FileLock, Id, OpenFile } from '../../model/checkpoint.ts';
import { follow } from '../../model/look-up.ts';
import { isMaster } from '../../model/terminal-pairs.ts';
import { bytesText, clockText, durationText, enumText, hex, plural, signalSetText } from '../words.ts';

export interface LockRow {
  readonly kind: FileLock['kind'];
  /** `F_RDLCK`, `F_WRLCK`. */
  readonly type: string;
  readonly pid: number;
  readonly start: bigint;
  /** Inclusive; 2^63-1 for the end of the file. */
  readonly end: bigint;
}

/** Only what the kind of file has. */
export interface DescriptorDetails {
  readonly eventFd?: { readonly count: bigint };
  readonly timerFd?: {
    readonly clock: number;
    /** Time left; 0 when it is not armed. */
    readonly leftNs: bigint;
    readonly intervalNs: bigint;
    readonly ticks: bigint;
  };
  readonly signalMask?: bigint;
  /** Of epoll. */
  readonly targets?: readonly {
    readonly fd: number;
    readonly events: number;
    readonly data: bigint;
    /** What the descriptor was when it was added, as `name` of a descriptor; absent where the image does not tell. */
    readonly name?: string;
  }[];
  /** Of inotify. */
  readonly watches?: readonly { readonly wd: number; readonly mask: number; readonly path?: string }[];
  /** Of fanotify. */
  readonly marks?: readonly {
    readonly on: 'inode' | 'mount';
    readonly mask: number;
    readonly ignoredMask: number;
    readonly path?: string;
  }[];
  /** The process that a pidfd stands for; -1 when it is gone. */
  readonly pidfdPid?: number;
}

/** How often a list of more than so many targets or watches is told: with descriptors and targets it grows as their product. */
const toldTimes = 16;
const toldShort = 16;

/** Looks the lists of the checkpoint up once. `holder` names the descriptor that stands for the file. */
export function detailReader(
  checkpoint: Checkpoint,
  nameOf: (file: Id<'file'> | undefined) => string | undefined,
): (file: OpenFile, holder: string) => DescriptorDetails {
  const epolls = new Map(checkpoint.epolls.map((epoll) => [epoll.opened, epoll]));
  const inotifies = new Map(checkpoint.inotifies.map((inotify) => [inotify.opened, inotify]));
  const fanotifies = new Map(checkpoint.fanotifies.map((fanotify) => [fanotify.opened, fanotify]));
  const told = new Map<unknown, Set<string>>();
  /** Whether enough others tell the list: of the same descriptor the answer is the same, however often it is asked. */
  const isTold = (list: readonly unknown[], holder: string): boolean => {
    if (list.length <= toldShort) return false;
    const holders = told.get(list) ?? new Set();
    told.set(list, holders);
    if (holders.size < toldTimes) holders.add(holder);
    return !holders.has(holder);
  };
  return ({ id, eventFd, timerFd, signalMask, pidfdPid }, holder) => {
    const epoll = epolls.get(id);
    const inotify = inotifies.get(id);
    const fanotify = fanotifies.get(id);
    return {
      ...(eventFd && { eventFd: { count: eventFd.count } }),
      ...(timerFd && {
        timerFd: {
          clock: timerFd.clock,
          leftNs: timerFd.valueNs,
          intervalNs: timerFd.intervalNs,
          ticks: timerFd.ticks,
        },
      }),
      ...(signalMask !== undefined && { signalMask }),
      ...(epoll &&
        !isTold(epoll.targets, holder) && {
          targets: epoll.targets.map(({ fd, events, data, watched }) => ({
            fd,
            events,
            data,
            ...named(nameOf(watched)),
          })),
        }),
      ...(inotify &&
        !isTold(inotify.watches, holder) && {
          watches: inotify.watches.map(({ wd, mask, watched }) => ({
            wd,
            mask,
            ...(watched?.path && { path: watched.path }),
          })),
        }),
      ...(fanotify &&
        !isTold(fanotify.marks, holder) && {
          marks: fanotify.marks.map(({ on, mask, ignoredMask, path }) => ({
            on,
            mask,
            ignoredMask,
            ...(path !== undefined && { path }),
          })),
        }),
      ...(pidfdPid !== undefined && { pidfdPid }),
    };
  };
}

const named = (name: string | undefined) => (name === undefined ? {} : { name });

export const lockRow = ({ kind, type, pid, start, end }: FileLock): LockRow => ({
  kind,
  type: enumText('flock_type', type) ?? String(type),
  pid,
  start,
  end,
});

/** The same in words. */
export function detailTexts(
  { image, inodes, ttys }: Checkpoint,
  file: OpenFile,
  details: DescriptorDetails,
): readonly string[] {
  const inode = follow(inodes, file.inode);
  const stored = [...(inode?.content ?? [])].reduce((sum, { content }) => sum + (content?.length ?? 0), 0);
  const { eventFd, timerFd, signalMask, targets, watches, marks, pidfdPid } = details;
  const tty = follow(ttys, file.tty ?? inode?.tty);
  const parts = [
    // All masters have one name.
    tty !== undefined && isMaster(tty) && `master of /dev/pts/${tty.index}`,
    inode?.buffered && `${bytesText(inode.buffered.length)} unread`,
    stored > 0 && `${bytesText(stored)} stored`,
    file.keptAs !== undefined && `not stored: it is ${file.keptAs} on disk`,
    signalMask !== undefined && signalSetText(signalMask, image.architecture),
    eventFd && `count ${eventFd.count}`,
    timerFd && timerText(timerFd),
    targets && `watches ${targets.map(targetText).join(', ') || 'nothing'}`,
    watches && watchText(watches),
    marks && markText(marks),
    targets === undefined &&
      watches === undefined &&
      marks === undefined &&
      isWatcher(file) &&
      'watches what its other descriptors do',
    pidfdPid !== undefined && (pidfdPid < 0 ? 'of a process that is gone' : `of process ${pidfdPid}`),
    ...file.locks.map(lockRow).map(lockText),
  ];
  return parts.filter((part) => typeof part === 'string');
}

const isWatcher = ({ kind }: OpenFile): boolean =>
  kind === 'epoll' || kind === 'inotify' || kind === 'fanotify';

function timerText({ clock, leftNs, intervalNs, ticks }: NonNullable<DescriptorDetails['timerFd']>): string {
  const parts = [
    clockText(clock),
    leftNs === 0n ? 'not armed' : `${durationText(leftNs)} left`,
    intervalNs > 0n && `every ${durationText(intervalNs)}`,
    ticks > 0n && plural(Number(ticks), 'tick'),
  ];
  return parts.filter(Boolean).join(' ');
}

const watchText = (watches: NonNullable<DescriptorDetails['watches']>): string =>
  watches.map(({ path, mask }) => `${path ?? 'a file'} (${hex(mask)})`).join(' ') || 'watches nothing';

const markText = (marks: NonNullable<DescriptorDetails['marks']>): string =>
  marks
    .map(({ on, path, mask, ignoredMask }) => {
      const name = on === 'mount' ? `the mount ${path ?? 'somewhere'}` : (path ?? 'a file');
      return `${name} (${hex(mask)}${ignoredMask === 0 ? '' : ` without ${hex(ignoredMask)}`})`;
    })
    .join(' ') || 'watches nothing';

const targetText = ({ fd, name }: NonNullable<DescriptorDetails['targets']>[number]): string =>
  name === undefined ? `fd ${fd}` : `fd ${fd} ${name}`;

const endOfFile = 0x7fff_ffff_ffff_ffffn;

const lockText = ({ kind, type, pid, start, end }: LockRow): string => {
  const range = start === 0n && end >= endOfFile ? '' : ` ${start}-${end >= endOfFile ? 'end' : end}`;
  return `${kind} ${type}${range} by ${pid}`;
};
