/**
 * System V IPC as JSON, the contract of `cr-inspect IMAGE ipc --json`; schema in
 * formats/ipc.schema.json.
 */

import type { ByteSource } from '../parse/bytes/byte-source.ts';
import { Sha256 } from '../parse/bytes/hash.ts';
import { smaller } from './bigint.ts';
import type { ByteRange, Checkpoint, IpcPermissions, SharedMemory } from './checkpoint.ts';

interface IpcObject {
  readonly id: number;
  /** `0x…`, 32 bits. */
  readonly key: string;
  readonly uid: number;
  readonly gid: number;
  readonly cuid: number;
  readonly cgid: number;
  /** Octal, at least four digits, with bits such as SHM_DEST (01000). */
  readonly mode: string;
}

export interface IpcSem extends IpcObject {
  readonly values: readonly number[];
  /** One entry for each process that holds adjustments for the set, by pid. */
  readonly undo: readonly { readonly pid: number; readonly adjust: readonly number[] }[];
}

export interface IpcMsg extends IpcObject {
  /** Oldest first; `sha256` is of the text. */
  readonly messages: readonly { readonly type: string; readonly size: number; readonly sha256: string }[];
}

export interface IpcShm extends IpcObject {
  /** Bytes, decimal. */
  readonly size: string;
  readonly cpid: number;
  readonly lpid: number;
  /** Of the whole segment, with zeros where the image holds nothing; null when that is not known. */
  readonly sha256: string | null;
}

/** All three ordered by id. */
export interface IpcJson {
  readonly schemaVersion: 1;
  readonly sem: readonly IpcSem[];
  readonly msg: readonly IpcMsg[];
  readonly shm: readonly IpcShm[];
}

/** Reads message texts and segments from `source` to hash them, in chunks. */
export function ipcJson(checkpoint: Checkpoint, source: ByteSource): IpcJson {
  const undo = undoBySet(checkpoint);
  const sem = checkpoint.semaphoreSets.map((set) => ({
    ...objectOf(set),
    values: set.semaphores.map(({ value }) => value),
    undo: undo.get(set.id) ?? [],
  }));
  const msg = checkpoint.messageQueues.map((queue) => ({
    ...objectOf(queue),
    messages: queue.messages.map(({ type, text, rest = [] }) => ({
      type: type.toString(),
      size: [text, ...rest].reduce((sum, { length }) => sum + length, 0),
      sha256: hashRanges(source, [text, ...rest]),
    })),
  }));
  const shm = [...checkpoint.sharedMemories.values()].map((segment) => ({
    ...objectOf(segment),
    size: segment.sizeBytes.toString(),
    cpid: segment.cpid,
    lpid: segment.lpid,
    sha256: hashSegment(checkpoint, source, segment),
  }));
  return { schemaVersion: 1, sem: sem.sort(byId), msg: msg.sort(byId), shm: shm.sort(byId) };
}

/** Of a text in one or several pieces. */
function hashRanges(source: ByteSource, ranges: readonly ByteRange[]): string {
  const hash = new Sha256();
  for (const range of ranges) hashRange(hash, source, range);
  return hash.hex();
}

const byId = (a: { readonly id: number }, b: { readonly id: number }): number => a.id - b.id;

function objectOf({ id, key, uid, gid, cuid, cgid, mode }: IpcPermissions): IpcObject {
  return { id, key: `0x${key.toString(16)}`, uid, gid, cuid, cgid, mode: mode.toString(8).padStart(4, '0') };
}

/** Threads that share a list are one process; processes that share one (CLONE_SYSVSEM) are several. */
function undoBySet(checkpoint: Checkpoint): Map<number, { pid: number; adjust: readonly number[] }[]> {
  const bySet = new Map<number, { pid: number; adjust: readonly number[] }[]>();
  const processes = [...checkpoint.processes].sort((a, b) => a.pid - b.pid);
  for (const { pid, tasks } of processes) {
    const lists = new Set(tasks.map((task) => task.undoList));
    for (const list of lists) {
      const records = list === undefined ? [] : (checkpoint.undoLists.get(list)?.records ?? []);
      for (const { semId, adjust } of records) {
        const entries = bySet.get(semId) ?? [];
        bySet.set(semId, entries);
        entries.push({ pid, adjust });
      }
    }
  }
  return bySet;
}

const chunkBytes = 1024 * 1024;
/** Hashing holes costs as much as hashing data; a damaged size must not keep us busy for years. */
const holeBytesMax = 4n * 1024n * 1024n * 1024n;

function hashRange(hash: Sha256, source: ByteSource, { offset, length }: ByteRange): Sha256 {
  for (let done = 0; done < length; done += chunkBytes) {
    hash.update(source.view(offset + done, Math.min(chunkBytes, length - done)));
  }
  return hash;
}

/**
 * Null when pages are elsewhere, when blocks overlap or lie outside the segment, or when holes are
 * absurd.
 */
function hashSegment(checkpoint: Checkpoint, source: ByteSource, segment: SharedMemory): string | null {
  const content = checkpoint.inodes.get(segment.inode)?.content;
  if (!content) return null;
  const hash = new Sha256();
  let next = 0n;
  let holes = 0n;
  for (const { kind, start, end, content: stored } of content) {
    if (start >= segment.sizeBytes) break;
    const stop = smaller(end, segment.sizeBytes);
    if (start < next || stop < start || (kind !== 'stored' && kind !== 'zero')) return null;
    holes += start - next + (kind === 'zero' ? stop - start : 0n);
    if (holes > holeBytesMax) return null;
    hashZeros(hash, start - next);
    next = stop;
    const length = Number(stop - start);
    if (kind === 'zero') hashZeros(hash, stop - start);
    else if (stored && stored.length >= length) hashRange(hash, source, { offset: stored.offset, length });
    else return null;
  }
  const rest = segment.sizeBytes - next;
  if (holes + rest > holeBytesMax) return null;
  hashZeros(hash, rest);
  return hash.hex();
}

const zeros = new Uint8Array(chunkBytes);

function hashZeros(hash: Sha256, count: bigint): void {
  for (let left = count; left > 0n; left -= BigInt(chunkBytes)) {
    hash.update(left >= BigInt(chunkBytes) ? zeros : zeros.subarray(0, Number(left)));
  }
}
