/**
 * What stands after the restore, as the rows that all commands print: numbers and objects out of the
 * simulated kernel, names and start times out of the image, where the kernel keeps them without looking.
 */

import { tickNs } from '../../../model/from-cpt/version-rules.ts';
import type { PsProcess } from '../../../model/ps.ts';
import { Sha256 } from '../../../parse/bytes/hash.ts';
import { contentType, taskState } from '../../../parse/generated/cpt-records.ts';
import { type Process, type SharedMemorySnapshot, snapshotIpc, snapshotProcess } from '../../kernel/index.ts';
import type { IpcRows } from '../../report.ts';
import type { Restore, TaskEntry } from './restore.ts';
import { finalState } from './resume.ts';
import type { SegmentContent } from './segments.ts';

/** By pid. The process that made the container is outside of it: the parent of init is 0. */
export function processRows(restore: Restore): readonly PsProcess[] {
  const rows: PsProcess[] = [];
  for (const entry of restore.tasks) {
    const process = entry.task?.process;
    if (process !== undefined && process.leader === entry.task)
      rows.push(processRow(restore, process, entry));
  }
  return rows.sort((a, b) => a.pid - b.pid);
}

function processRow(restore: Restore, process: Process, entry: TaskEntry): PsProcess {
  const { pids, ppid, pgid, sid, threads } = snapshotProcess(process, restore.pidNamespace);
  const pid = pids[0]!;
  const numbers = new Set([pid, ...threads.map((numbersOf) => numbersOf[0]!)]);
  const { comm, uid, gid, exitCode, starttime } = entry.image;
  return {
    pid,
    pids,
    ppid,
    pgid,
    sid,
    comm,
    state: process.leader.isAlive ? stateLetter(finalState(restore, entry)) : 'Z',
    uid,
    gid,
    exitCode,
    startTimeNs: startNs(restore, starttime).toString(),
    threads: [...numbers].sort((a, b) => a - b),
  };
}

/** A frozen task sleeps until resume; a state that resume does not know stays uninterruptible. */
const letters: ReadonlyMap<number, string> = new Map([
  [taskState.frozen, 'S'],
  [taskState.stopped_old, 'T'],
  [taskState.stopped, 'T'],
  [taskState.traced_old, 't'],
  [taskState.traced, 't'],
]);

const stateLetter = (state: number): string => letters.get(state) ?? 'D';

/** cpt_starttime: jiffies before 0x100, then (sec << 32) + nsec. */
function startNs({ version, hz }: Restore, starttime: bigint): bigint {
  if (version < 0x100) return starttime * tickNs(hz);
  return (starttime >> 32n) * 1_000_000_000n + (starttime & 0xffffffffn);
}

const byId = (a: { readonly id: number }, b: { readonly id: number }): number => a.id - b.id;

export function ipcRows(restore: Restore): IpcRows {
  const task = restore.first?.task;
  if (task === undefined) return { sem: [], msg: [], shm: [] };
  const { sem, msg, shm } = snapshotIpc(task.ipcNamespace, restore.pidNamespace);
  // The image twice over, for ranges that overlap, and holes.
  const budget = { bytes: holeBytesMax + 2 * restore.reader.source.size };
  return {
    sem: sem.map((set) => ({ ...common(set), values: set.values, undo: set.undo })).sort(byId),
    msg: msg
      .map((queue) => ({
        ...common(queue),
        messages: queue.messages.map(({ type, lengthBytes, content }) => ({
          type: type.toString(),
          size: lengthBytes,
          sha256: hashText(restore, (content as { offset: number }).offset, lengthBytes, budget),
        })),
      }))
      .sort(byId),
    shm: shm
      .map((segment) => ({
        ...common(segment),
        size: segment.sizeBytes.toString(),
        cpid: segment.creator,
        lpid: segment.lastUser,
        sha256: hashSegment(restore, segment, budget),
      }))
      .sort(byId),
  };
}

interface Common {
  readonly id: number;
  readonly key: number;
  readonly uid: number;
  readonly gid: number;
  readonly cuid: number;
  readonly cgid: number;
  readonly mode: number;
}

function common({ id, key, uid, gid, cuid, cgid, mode }: Common) {
  const octal = (mode >>> 0).toString(8).padStart(4, '0');
  return { id, key: `0x${(key >>> 0).toString(16)}`, uid, gid, cuid, cgid, mode: octal };
}

const chunkBytes = 1024 * 1024;

function hashRange(hash: Sha256, { reader }: Restore, offset: number, length: number): Sha256 {
  for (let done = 0; done < length; done += chunkBytes) {
    hash.update(reader.source.view(offset + done, Math.min(chunkBytes, length - done)));
  }
  return hash;
}

/**
 * What may still be hashed. Holes cost as much as bytes, and damaged sizes must not keep us busy for
 * hours.
 */
interface HashBudget {
  bytes: number;
}

const holeBytesMax = 1024 ** 3;

function spend(budget: HashBudget, bytes: number): boolean {
  if (bytes > budget.bytes) return false;
  budget.bytes -= bytes;
  return true;
}

/** Empty when the texts of damaged messages overlap too often to be hashed. */
function hashText(restore: Restore, offset: number, length: number, budget: HashBudget): string {
  if (!spend(budget, length)) return '';
  return hashRange(new Sha256(), restore, offset, length).hex();
}

const zeros = new Uint8Array(chunkBytes);

/** Of the whole segment, holes as zeros; null where blocks overlap or holes are absurd. */
function hashSegment(
  restore: Restore,
  { sizeBytes, content }: SharedMemorySnapshot,
  budget: HashBudget,
): string | null {
  const { from, to } = content as SegmentContent;
  const size = Number(sizeBytes);
  const hash = new Sha256();
  let done = 0;
  const skipTo = (position: number): boolean => {
    if (!spend(budget, position - done)) return false;
    for (; done < position; done += Math.min(chunkBytes, position - done)) {
      hash.update(zeros.subarray(0, Math.min(chunkBytes, position - done)));
    }
    return true;
  };
  for (const block of restore.reader.objects('pages', from, to)) {
    const start = Number(block.fields.start);
    const end = Math.min(Number(block.fields.end), size);
    if (start >= size) break;
    if (start < done || end < start || !skipTo(start)) return null;
    if (block.content === contentType.void) {
      if (!skipTo(end)) return null;
      continue;
    }
    if (!spend(budget, end - start)) return null;
    hashRange(hash, restore, block.body, end - start);
    done = end;
  }
  return skipTo(size) ? hash.hex() : null;
}
