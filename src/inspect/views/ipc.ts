/**
 * ipc: System V semaphores, message queues and shared memory, with undo lists, messages and who is attached. Its
 * JSON is the contract of design.md section 5 and has its function elsewhere.
 */
import { traitsOf } from '../../families/traits.ts';
import type { Checkpoint } from '../../model/checkpoint.ts';
import { type IpcJson, ipcJson } from '../../model/ipc.ts';
import { follow, headOf } from '../../model/look-up.ts';
import { type Filter, isWantedType, wantedProcesses } from '../filter.ts';
import type { Image } from '../image.ts';
import { ipcName, toPid, toPids } from '../links.ts';
import type { Column, Table } from '../table.ts';
import type { View } from '../view.ts';
import { bytesText, dateText, hex } from '../words.ts';
import { commsOf, pidNames } from './process-names.ts';

interface Mapping {
  readonly pid: number;
  readonly address: bigint;
}

export interface IpcRows extends IpcJson {
  /** What the contract leaves out, by id. */
  readonly places: { readonly [K in 'sem' | 'msg' | 'shm']: ReadonlyMap<number, number> };
  /** Absent where images have no times. */
  readonly attachedNs: ReadonlyMap<number, bigint>;
  readonly detachedNs: ReadonlyMap<number, bigint>;
  readonly changed: { readonly [K in 'sem' | 'msg' | 'shm']: ReadonlyMap<number, bigint> };
  readonly attached: ReadonlyMap<number, string>;
  /** Where processes see a segment. */
  readonly mappings: ReadonlyMap<number, readonly Mapping[]>;
}

function ipcRows({ checkpoint, source }: Image, filter: Filter): IpcRows {
  const all = ipcJson(checkpoint, source);
  const { hasIpcTimes } = traitsOf(checkpoint.image.family);
  const mappings = mappingsOf(checkpoint);
  const users = new Map([...mappings].map(([id, list]) => [id, list.map(({ pid }) => pid)]));
  const pids = new Set(wantedProcesses(checkpoint, filter).map(({ pid }) => pid));
  const isMine = (ids: readonly number[]) => filter.pids.length === 0 || ids.some((pid) => pids.has(pid));
  const comms = commsOf(checkpoint);
  const kept = <T>(
    type: string,
    list: readonly T[],
    pidsOf: (object: T) => readonly number[],
  ): readonly T[] => (isWantedType(filter, type) ? list.filter((object) => isMine(pidsOf(object))) : []);
  const { semaphoreSets, messageQueues } = checkpoint;
  const segments = [...checkpoint.sharedMemories.values()];
  const times = (list: readonly { readonly id: number; readonly ctimeNs: bigint }[]) =>
    new Map(!hasIpcTimes ? [] : list.map(({ id, ctimeNs }) => [id, ctimeNs]));
  const places = (list: readonly { readonly id: number; readonly at: number }[]) =>
    new Map(list.map(({ id, at }) => [id, at]));
  const lastPids = new Map(messageQueues.map(({ id, lspid, lrpid }) => [id, [lspid, lrpid]]));
  return {
    schemaVersion: 1,
    sem: kept('sem', all.sem, ({ undo }) => undo.map(({ pid }) => pid)),
    msg: kept('msg', all.msg, ({ id }) => lastPids.get(id) ?? []),
    shm: kept('shm', all.shm, ({ id, cpid, lpid }) => [cpid, lpid, ...(users.get(id) ?? [])]),
    places: { sem: places(semaphoreSets), msg: places(messageQueues), shm: places(segments) },
    changed: { sem: times(semaphoreSets), msg: times(messageQueues), shm: times(segments) },
    attachedNs: new Map(!hasIpcTimes ? [] : segments.map(({ id, atimeNs }) => [id, atimeNs])),
    detachedNs: new Map(!hasIpcTimes ? [] : segments.map(({ id, dtimeNs }) => [id, dtimeNs])),
    attached: new Map([...users].map(([id, ids]) => [id, pidNames(comms, ids)])),
    mappings,
  };
}

/** Processes that map a segment, by the id of the segment, and the first place where they do. */
function mappingsOf(checkpoint: Checkpoint): ReadonlyMap<number, readonly Mapping[]> {
  const segmentOfFile = new Map<number, number>();
  const segmentOfInode = new Map([...checkpoint.sharedMemories.values()].map(({ inode, id }) => [inode, id]));
  for (const file of checkpoint.files.values()) {
    const segment = follow(segmentOfInode, file.inode);
    if (segment !== undefined) segmentOfFile.set(file.id, segment);
  }
  const users = new Map<number, Mapping[]>();
  if (segmentOfFile.size === 0) return users;
  for (const process of checkpoint.processes) {
    const { pid } = process;
    const id = headOf(process).memory;
    for (const { mapped, start } of follow(checkpoint.memories, id)?.areas ?? []) {
      const segment = follow(segmentOfFile, mapped);
      if (segment === undefined) continue;
      const known = users.get(segment);
      const mapping = { pid, address: start };
      if (!known) users.set(segment, [mapping]);
      else if (known.at(-1)?.pid !== pid) known.push(mapping);
    }
  }
  return users;
}

/** ipc/shm.c: bits of the mode beyond permissions. */
const shmBits: readonly (readonly [number, string])[] = [
  [0o1000, 'removed'],
  [0o2000, 'locked'],
];

const shmState = (mode: string): string =>
  shmBits
    .filter(([bit]) => (Number.parseInt(mode, 8) & bit) !== 0)
    .map(([, name]) => name)
    .join(' ');

const common: readonly Column[] = [
  { title: 'ID', align: 'right' },
  { title: 'KEY' },
  { title: 'MODE' },
  { title: 'OWNER', drop: 2 },
  { title: 'CREATOR', drop: 3 },
  { title: 'CHANGED', drop: 4 },
];

type IpcObject = IpcJson['sem'][number] | IpcJson['msg'][number] | IpcJson['shm'][number];

function commonCells(object: IpcObject, changedNs: bigint | undefined): readonly string[] {
  const { id, key, mode, uid, gid, cuid, cgid } = object;
  return [
    String(id),
    key === '0x0' ? 'private' : key,
    mode,
    `${uid}:${gid}`,
    `${cuid}:${cgid}`,
    timeText(changedNs),
  ];
}

/** `—` where the image has no times. */
const timeText = (ns: bigint | undefined): string =>
  ns === undefined ? '—' : ns === 0n ? 'never' : (dateText(ns) ?? '?');

function ipcTables(rows: IpcRows): readonly Table[] {
  return [semTable(rows), msgTable(rows), shmTable(rows)];
}

function semTable({ sem, places, changed }: IpcRows): Table {
  return {
    title: `Semaphore sets (${sem.length})`,
    columns: [
      ...common,
      { title: 'N', align: 'right' },
      { title: 'VALUES', grows: true },
      { title: 'UNDO', grows: true },
    ],
    rows: sem.map((set) => ({
      names: [ipcName('sem', set.id)],
      links: toPids(
        set.undo.map(({ pid }) => pid),
        'undo of',
      ),
      at: places.sem.get(set.id),
      cells: [
        ...commonCells(set, changed.sem.get(set.id)),
        String(set.values.length),
        set.values.join(' '),
        set.undo.map(({ pid, adjust }) => `${pid}: ${adjust.join(' ')}`).join('; '),
      ],
    })),
    empty: 'none',
  };
}

function msgTable({ msg, places, changed }: IpcRows): Table {
  return {
    title: `Message queues (${msg.length})`,
    columns: [
      ...common,
      { title: 'N', align: 'right' },
      { title: 'BYTES', align: 'right' },
      { title: 'MESSAGES (TYPE:BYTES)', grows: true },
    ],
    rows: msg.map((queue) => ({
      names: [ipcName('msg', queue.id)],
      at: places.msg.get(queue.id),
      cells: [
        ...commonCells(queue, changed.msg.get(queue.id)),
        String(queue.messages.length),
        bytesText(queue.messages.reduce((sum, { size }) => sum + size, 0)),
        queue.messages.map(({ type, size }) => `${type}:${size}`).join(' '),
      ],
    })),
    empty: 'none',
  };
}

const mappingsMax = 16;

function shmTable({ shm, places, changed, attached, mappings, attachedNs, detachedNs }: IpcRows): Table {
  return {
    title: `Shared memory (${shm.length})`,
    columns: [
      ...common,
      { title: 'SIZE', align: 'right' },
      { title: 'CPID', align: 'right', drop: 5 },
      { title: 'LPID', align: 'right', drop: 5 },
      { title: 'ATTACHED', drop: 6 },
      { title: 'DETACHED', drop: 6 },
      { title: 'STATE' },
      { title: 'SHA256', drop: 1 },
      { title: 'MAPPED BY', grows: true },
    ],
    rows: shm.map((segment) => ({
      names: [ipcName('shm', segment.id)],
      links: [
        ...(mappings.get(segment.id) ?? [])
          .slice(0, mappingsMax)
          .map(({ pid, address }) => ({ label: `memory of ${pid} at ${hex(address)}`, pid, address })),
        ...(segment.cpid > 0 ? [toPid(segment.cpid, 'made by')] : []),
      ],
      at: places.shm.get(segment.id),
      cells: [
        ...commonCells(segment, changed.shm.get(segment.id)),
        bytesText(BigInt(segment.size)),
        String(segment.cpid),
        String(segment.lpid),
        timeText(attachedNs.get(segment.id)),
        timeText(detachedNs.get(segment.id)),
        shmState(segment.mode),
        segment.sha256 === null ? 'unknown' : `${segment.sha256.slice(0, 12)}…`,
        attached.get(segment.id) ?? 'nobody',
      ],
    })),
    empty: 'none',
  };
}

export const ipcView: View<IpcRows> = {
  typeWords: ['sem', 'msg', 'shm'],
  rows: ipcRows,
  tables: ipcTables,
  // A contract: what the rows hold besides is for people.
  json: ({ sem, msg, shm }) => ({ sem, msg, shm }),
};
