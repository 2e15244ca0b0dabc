/**
 * ids: every number that a restore has to bring back, who refers to it, whether it is free on a host that is described,
 * and by which words or calls each kernel can be asked for it.
 */
import { LazyList } from '../../lazy-list.ts';
import type { Checkpoint, Task } from '../../model/checkpoint.ts';
import { follow } from '../../model/look-up.ts';
import type { Rows } from '../../model/rows.ts';
import { isPairSide } from '../../model/terminal-pairs.ts';
import { plural } from '../../plural.ts';
import type { Host } from '../../restore-sim/host/index.ts';
import { type KernelProfileName, kernelProfile, kernelProfileNames } from '../../restore-sim/kernel/index.ts';
import {
  ipcMechanismText,
  mechanismsOf,
  pidMechanismText,
  terminalMechanismText,
} from '../../restore-sim/plan/mechanism.ts';
import { type Filter, isWantedType } from '../filter.ts';
import type { Image } from '../image.ts';
import { mountName, taskNameAt, tidName, toIpc, toPid } from '../links.ts';
import type { Link, LongTable } from '../table.ts';
import type { View } from '../view.ts';

const kinds = [
  'pid',
  'tid',
  'pgid',
  'sid',
  'sem',
  'msg',
  'shm',
  'key',
  'pty',
  'ifindex',
  'mount',
  'device',
] as const;
export type IdKind = (typeof kinds)[number];

export interface IdRow {
  readonly kind: IdKind;
  /** Keys are `0x…`, devices `major:minor`. */
  readonly number: number | string;
  /** Of the pid namespace that the number is in: 0 for the outermost one that the image knows. */
  readonly level: number | undefined;
  readonly at: number;
  /** Who refers to it, in words; not more than are worth reading. */
  readonly users: readonly string[];
  /** Null where no host is described, or where the restore makes the namespace itself. */
  readonly state: 'free' | 'taken' | null;
  readonly takenBy: string | undefined;
}

export interface IdRows {
  /** Made as they are read: each task has several. */
  readonly ids: Rows<IdRow>;
  /** Whether any of them is known to be free or taken. */
  readonly isOnHost: boolean;
  /** By kernel: how it is asked for numbers of tasks, of System V objects, of terminals. */
  readonly ways: readonly {
    readonly kernel: string;
    readonly pids: string;
    readonly ipc: string;
    readonly terminals: string;
  }[];
}

/** A number, and one that refers to it: a task, or something in words. */
interface Use {
  readonly kind: IdKind;
  readonly number: number | string;
  readonly level: number | undefined;
  readonly at: number;
  readonly user: Task | string;
}

const usersMax = 8;

/** All that refers to numbers, by their kind. */
class Uses {
  readonly #byKind = new Map<IdKind, Use[]>(kinds.map((kind) => [kind, []]));

  add(kind: IdKind, number: number | string, at: number, user: Task | string, level?: number): void {
    this.#byKind.get(kind)?.push({ kind, number, level, at, user });
  }

  /** By kind, level and number; those of one number in a row, as they came. */
  inOrder(filter: Filter): readonly Use[] {
    const wanted = kinds.filter((kind) => isWantedType(filter, kind));
    return wanted.flatMap((kind) => (this.#byKind.get(kind) ?? []).sort(compare));
  }
}

const compare = (a: Use, b: Use): number =>
  (a.level ?? 0) - (b.level ?? 0) ||
  (typeof a.number === 'number' && typeof b.number === 'number'
    ? a.number - b.number
    : compareTexts(String(a.number), String(b.number)));

const compareTexts = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

const isSameNumber = (a: Use, b: Use | undefined): boolean =>
  a.number === b?.number && a.level === b.level && a.kind === b.kind;

function idRows({ checkpoint }: Image, filter: Filter): IdRows {
  const all = new Uses();
  for (const task of checkpoint.tasks) addTask(all, task, filter);
  addIpc(all, checkpoint);
  addOthers(all, checkpoint);
  const uses = all.inOrder(filter);
  const firsts: number[] = [];
  for (const [index, use] of uses.entries()) if (!isSameNumber(use, uses[index - 1])) firsts.push(index);
  const takenBy = filter.host && takenOn(filter.host, checkpoint);
  const ids = new LazyList(firsts, (first) => rowOf(uses, first, takenBy));
  return { ids, isOnHost: takenBy !== undefined && isAny(ids, ({ state }) => state !== null), ways: ways() };
}

function isAny<T>(items: Iterable<T>, is: (item: T) => boolean): boolean {
  for (const item of items) if (is(item)) return true;
  return false;
}

function rowOf(uses: readonly Use[], first: number, takenBy: Taken | undefined): IdRow {
  const use = uses[first] as Use;
  const users: string[] = [];
  let end = first;
  for (; end < uses.length && isSameNumber(use, uses[end]); end++)
    if (users.length < usersMax) users.push(userText(uses[end] as Use));
  const more = end - first - users.length;
  if (more > 0) users.push(`and ${more} more`);
  const taken = takenBy?.(use);
  const { kind, number, level, at } = use;
  const state = taken === undefined ? null : taken === '' ? 'free' : 'taken';
  return { kind, number, level, at, users, state, takenBy: taken || undefined };
}

function userText({ kind, user }: Use): string {
  if (typeof user === 'string') return user;
  const name = `${user.comm} (${user.pid})`;
  return kind === 'tid' ? `thread of ${user.tgid}: ${name}` : name;
}

function addTask(uses: Uses, task: Task, { pids }: Filter): void {
  if (pids.length > 0 && !pids.includes(task.tgid)) return;
  const { at, pid, tgid, pgid, sid } = task;
  const isLeader = pid === tgid;
  for (const [level, number] of task.pids.entries())
    uses.add(isLeader ? 'pid' : 'tid', number, at, task, level);
  if (!isLeader) return;
  if (pgid > 0) uses.add('pgid', pgid, at, task, 0);
  if (sid > 0) uses.add('sid', sid, at, task, 0);
}

function addIpc(uses: Uses, { semaphoreSets, messageQueues, sharedMemories }: Checkpoint): void {
  const add = (kind: 'sem' | 'msg' | 'shm', id: number, key: number, at: number, what: string) => {
    uses.add(kind, id, at, what);
    if (key !== 0) uses.add('key', keyText(key), at, `${kind} ${id}`);
  };
  for (const { id, key, at, semaphores } of semaphoreSets)
    add('sem', id, key, at, `${semaphores.length} semaphores`);
  for (const { id, key, at, messages } of messageQueues)
    add('msg', id, key, at, plural(messages.length, 'message'));
  for (const { id, key, at, sizeBytes } of sharedMemories.values())
    add('shm', id, key, at, `${sizeBytes} bytes`);
}

const keyText = (key: number): string => `0x${(key >>> 0).toString(16)}`;

function addOthers(uses: Uses, { ttys, network, mounts, files, inodes }: Checkpoint): void {
  for (const tty of ttys.values()) if (isPairSide(tty)) uses.add('pty', tty.index, tty.at, tty.name);
  for (const { index, name, at } of network.devices) uses.add('ifindex', index, at ?? 0, name);
  for (const { id, mountpoint, at } of mounts.values()) uses.add('mount', id, at, mountpoint);
  for (const { inode, path, at, kind } of files.values()) {
    const node = follow(inodes, inode);
    if (node === undefined || (kind !== 'character-device' && kind !== 'block-device')) continue;
    uses.add('device', `${node.rdev >> 20n}:${node.rdev & 0xf_ffffn}`, at, path ?? '?');
  }
}

/** Who has a number; '' for nobody, undefined for what the document does not tell. */
type Taken = (use: Use) => string | undefined;

/** Namespaces that are made for the tree are empty: nothing can be taken there. */
function takenOn(host: Host, { processes }: Checkpoint): Taken {
  const isNew = processes.some(({ pid }) => pid === 1);
  const byNumber = host.processes && processesByNumber(host.processes);
  return ({ kind, number, level = 0 }) => {
    switch (kind) {
      case 'pid':
      case 'tid':
      case 'pgid':
      case 'sid':
        return isNew || level > 0 ? '' : byNumber && (byNumber.get(number as number) ?? '');
      case 'sem':
      case 'msg':
      case 'shm': {
        if (isNew) return '';
        const found = host.ipc?.[kind]?.find(({ id }) => id % 32768 === (number as number) % 32768);
        return (
          host.ipc?.[kind] &&
          (found === undefined ? '' : `${kind} ${found.id}${found.name ? ` of ${found.name}` : ''}`)
        );
      }
      case 'key': {
        if (isNew) return '';
        const objects = host.ipc && [
          ...(host.ipc.sem ?? []),
          ...(host.ipc.msg ?? []),
          ...(host.ipc.shm ?? []),
        ];
        const found = objects?.find(({ key = '0x0' }) => Number(key) === Number(number));
        return objects && (found === undefined ? '' : `object ${found.id}`);
      }
      case 'pty':
        return isNew
          ? ''
          : host.terminals?.numbers &&
              (host.terminals.numbers.includes(number as number) ? `/dev/pts/${number}` : '');
      case 'ifindex':
        return isNew
          ? ''
          : host.network?.interfaces &&
              (host.network.interfaces.find(({ index }) => index === number)?.name ?? '');
      default:
        return undefined;
    }
  };
}

/** Numbers of tasks, groups and sessions: the first process that has one stands for it. */
function processesByNumber(processes: NonNullable<Host['processes']>): ReadonlyMap<number, string> {
  const byNumber = new Map<number, string>();
  for (const { pid, comm, threads = [], pgid, sid } of processes)
    for (const number of [pid, ...threads, pgid, sid])
      if (number !== undefined && !byNumber.has(number)) byNumber.set(number, `${comm} (${pid})`);
  return byNumber;
}

const ways = (): IdRows['ways'] =>
  kernelProfileNames.map((name) => {
    const profile = kernelProfile(name as KernelProfileName);
    const { pid, ipc } = mechanismsOf(profile);
    return {
      kernel: name,
      pids: pidMechanismText[pid],
      ipc: ipcMechanismText[ipc],
      terminals: terminalMechanismText(profile),
    };
  });

function idTables({ ids, isOnHost, ways: kernels }: IdRows): readonly LongTable[] {
  return [
    {
      columns: [
        { title: 'KIND' },
        { title: 'NUMBER', align: 'right' },
        { title: 'LEVEL', align: 'right', drop: 1 },
        ...(isOnHost ? [{ title: 'ON HOST' }] : []),
        { title: 'WHO REFERS TO IT', grows: true },
      ],
      rows: new LazyList(ids, (row) => {
        const { kind, number, level, users, state, takenBy: by, at } = row;
        return {
          cells: [
            kind,
            String(number),
            level === undefined ? '' : String(level),
            ...(isOnHost ? [state === null ? '—' : by === undefined ? state : `${state}: ${by}`] : []),
            users.join(', '),
          ],
          at,
          links: linksOf(row),
          ...(state === 'taken' && { tone: 'bad' as const }),
        };
      }),
      empty: 'no numbers have to come back',
      notes: ['Numbers of mounts and devices come back only as what they stand for.'],
    },
    {
      title: 'How each kernel can be asked',
      columns: [{ title: 'KERNEL' }, { title: 'FOR' }, { title: 'HOW', grows: true }],
      rows: kernels.flatMap(({ kernel, pids, ipc, terminals }) => [
        { cells: [kernel, 'pids', pids] },
        { cells: ['', 'ipc', ipc] },
        { cells: ['', 'ttys', terminals] },
      ]),
    },
  ];
}

/** To what has the number. */
function linksOf({ kind, number, level, users, at }: IdRow): readonly Link[] {
  if (kind === 'mount')
    return users
      .slice(0, 1)
      .map((path) => ({ label: `mount ${path}`, view: 'mounts', name: mountName(path) }));
  if (typeof number !== 'number') return [];
  if (kind === 'pid') return [{ label: `process ${number}`, view: 'ps', name: taskNameAt(at) }];
  if (kind === 'tid')
    return level === 0 ? [{ label: `process of ${number}`, view: 'ps', name: tidName(number) }] : [];
  if (kind === 'pgid' || kind === 'sid') return [toPid(number)];
  return kind === 'sem' || kind === 'msg' || kind === 'shm' ? [toIpc(kind, number, kind)] : [];
}

export const idsView: View<IdRows> = {
  typeWords: kinds,
  rows: idRows,
  tables: idTables,
  json: ({ ids, ways: kernels }) => ({ ids, ways: kernels }),
};
