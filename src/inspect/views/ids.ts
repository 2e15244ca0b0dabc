/**
 * ids: every number that a restore has to bring back, who refers to it, whether it is free on a host that is described,
 * and by which words or calls each kernel can be asked for it.
 */

import type { Checkpoint, Task } from '../../model/checkpoint.ts';
import { follow } from '../../model/look-up.ts';
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
import type { Link, Table } from '../table.ts';
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
  readonly level?: number;
  /** Who refers to it, in words; not more than are worth reading. */
  readonly users: readonly string[];
  /** Null where no host is described, or where the restore makes the namespace itself. */
  readonly state: 'free' | 'taken' | null;
  readonly takenBy?: string;
  readonly at: number;
}

export interface IdRows {
  readonly ids: readonly IdRow[];
  /** By kernel: how it is asked for numbers of tasks, of System V objects, of terminals. */
  readonly ways: readonly {
    readonly kernel: string;
    readonly pids: string;
    readonly ipc: string;
    readonly terminals: string;
  }[];
}

const usersMax = 8;

/** Numbers of one kind, with all that refer to each. */
class Numbers {
  readonly #rows = new Map<string, { row: Omit<IdRow, 'users' | 'state'>; users: string[]; more: number }>();

  add(row: Omit<IdRow, 'users' | 'state'>, user: string): void {
    const key = `${row.kind} ${row.level} ${row.number}`;
    const known = this.#rows.get(key);
    if (known === undefined) this.#rows.set(key, { row, users: [user], more: 0 });
    else if (known.users.length < usersMax) known.users.push(user);
    else known.more++;
  }

  rows(): Omit<IdRow, 'state'>[] {
    return [...this.#rows.values()].map(({ row, users, more }) => ({
      ...row,
      users: more === 0 ? users : [...users, `and ${more} more`],
    }));
  }
}

function idRows({ checkpoint }: Image, filter: Filter): IdRows {
  const numbers = new Numbers();
  for (const task of checkpoint.tasks) addTask(numbers, task, filter);
  addIpc(numbers, checkpoint);
  addOthers(numbers, checkpoint);
  const rows = numbers.rows().filter(({ kind }) => isWantedType(filter, kind));
  const order = new Map<string, number>(kinds.map((kind, index) => [kind, index]));
  rows.sort((a, b) => (order.get(a.kind) ?? 0) - (order.get(b.kind) ?? 0) || compare(a, b));
  return { ids: rows.map((row) => withState(row, checkpoint, filter.host)), ways: ways() };
}

const compare = (a: Omit<IdRow, 'state'>, b: Omit<IdRow, 'state'>): number =>
  (a.level ?? 0) - (b.level ?? 0) ||
  (typeof a.number === 'number' && typeof b.number === 'number'
    ? a.number - b.number
    : String(a.number) < String(b.number)
      ? -1
      : 1);

function addTask(numbers: Numbers, task: Task, { pids }: Filter): void {
  if (pids.length > 0 && !pids.includes(task.tgid)) return;
  const { at, comm, pid, tgid } = task;
  const isLeader = pid === tgid;
  const name = `${comm} (${pid})`;
  for (const [level, number] of task.pids.entries())
    numbers.add(
      { kind: isLeader ? 'pid' : 'tid', number, level, at },
      isLeader ? name : `thread of ${tgid}: ${name}`,
    );
  if (!isLeader) return;
  if (task.pgid > 0) numbers.add({ kind: 'pgid', number: task.pgid, level: 0, at }, name);
  if (task.sid > 0) numbers.add({ kind: 'sid', number: task.sid, level: 0, at }, name);
}

function addIpc(numbers: Numbers, { semaphoreSets, messageQueues, sharedMemories }: Checkpoint): void {
  const add = (kind: 'sem' | 'msg' | 'shm', id: number, key: number, at: number, what: string) => {
    numbers.add({ kind, number: id, at }, what);
    if (key !== 0) numbers.add({ kind: 'key', number: keyText(key), at }, `${kind} ${id}`);
  };
  for (const { id, key, at, semaphores } of semaphoreSets)
    add('sem', id, key, at, `${semaphores.length} semaphores`);
  for (const { id, key, at, messages } of messageQueues)
    add('msg', id, key, at, plural(messages.length, 'message'));
  for (const { id, key, at, sizeBytes } of sharedMemories.values())
    add('shm', id, key, at, `${sizeBytes} bytes`);
}

const keyText = (key: number): string => `0x${(key >>> 0).toString(16)}`;

function addOthers(numbers: Numbers, { ttys, network, mounts, files, inodes }: Checkpoint): void {
  for (const tty of ttys.values())
    if (isPairSide(tty)) numbers.add({ kind: 'pty', number: tty.index, at: tty.at }, tty.name);
  for (const { index, name, at } of network.devices)
    numbers.add({ kind: 'ifindex', number: index, at: at ?? 0 }, name);
  for (const { id, mountpoint, at } of mounts.values())
    numbers.add({ kind: 'mount', number: id, at }, mountpoint);
  for (const { inode, path, at, kind } of files.values()) {
    const node = follow(inodes, inode);
    if (node === undefined || (kind !== 'character-device' && kind !== 'block-device')) continue;
    const number = `${node.rdev >> 20n}:${node.rdev & 0xf_ffffn}`;
    numbers.add({ kind: 'device', number, at }, path ?? '?');
  }
}

/** Namespaces that are made for the tree are empty: nothing can be taken there. */
function withState(row: Omit<IdRow, 'state'>, { processes }: Checkpoint, host: Host | undefined): IdRow {
  const isNew = processes.some(({ pid }) => pid === 1);
  if (host === undefined) return { ...row, state: null };
  const taken = takenBy(row, isNew, host);
  if (taken === undefined) return { ...row, state: null };
  return taken === '' ? { ...row, state: 'free' } : { ...row, state: 'taken', takenBy: taken };
}

/** Who has it; '' for nobody, undefined for what the document does not tell. */
function takenBy(
  { kind, number, level = 0 }: Omit<IdRow, 'state'>,
  isNew: boolean,
  host: Host,
): string | undefined {
  switch (kind) {
    case 'pid':
    case 'tid':
    case 'pgid':
    case 'sid': {
      if (isNew || level > 0) return '';
      const found = host.processes?.find(
        ({ pid, threads = [], pgid, sid }) =>
          pid === number || threads.includes(number as number) || pgid === number || sid === number,
      );
      return host.processes && (found === undefined ? '' : `${found.comm} (${found.pid})`);
    }
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
      const objects = host.ipc && [...(host.ipc.sem ?? []), ...(host.ipc.msg ?? []), ...(host.ipc.shm ?? [])];
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

function idTables({ ids, ways: kernels }: IdRows): readonly Table[] {
  const isOnHost = ids.some(({ state }) => state !== null);
  return [
    {
      columns: [
        { title: 'KIND' },
        { title: 'NUMBER', align: 'right' },
        { title: 'LEVEL', align: 'right', drop: 1 },
        ...(isOnHost ? [{ title: 'ON HOST' }] : []),
        { title: 'WHO REFERS TO IT', grows: true },
      ],
      rows: ids.map((row) => {
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
};
