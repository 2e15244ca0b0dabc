/** What stands there after a restore: rows as of the image, with what CRIU and the kernel made of them. */
import { checkpointFromCriu, criuByteSource } from '../../../model/from-criu/checkpoint-from-criu.ts';
import { ipcJson } from '../../../model/ipc.ts';
import type { PsProcess } from '../../../model/ps.ts';
import { activePidNamespace, snapshotIpc, snapshotProcess } from '../../kernel/index.ts';
import type { IpcRows } from '../../report.ts';
import { type CriuRestore, type Item, isAlive, preorder } from './context.ts';

/** TASK_COMM_LEN without the final NUL. */
const commLength = 15;

/** By pid; helpers are gone by now. */
export function processRows(restore: CriuRestore): readonly PsProcess[] {
  const rows: PsProcess[] = [];
  for (const item of preorder(restore.root)) {
    if (item.state === 'helper' || item.task === undefined) continue;
    rows.push(rowOf(item, restore.caller));
  }
  return rows.sort((a, b) => a.pid - b.pid);
}

/** Session and group of whoever restores are outside: 0, as a namespace sees them. */
function rowOf(item: Item, caller: CriuRestore['caller']): PsProcess {
  const { task, core, pid, state } = item;
  const { ppid, threads, ...made } = snapshotProcess(task!.process, activePidNamespace(task!));
  const sid = made.sid === caller?.sid ? 0 : made.sid;
  const pgid = made.pgid === caller?.pgid ? 0 : made.pgid;
  return {
    pid,
    pids: [pid],
    ppid,
    pgid,
    sid,
    comm: (core?.comm ?? '').slice(0, commLength),
    state: state === 'dead' ? 'Z' : state === 'stopped' ? 'T' : 'S',
    uid: core?.uid ?? 0,
    gid: core?.gid ?? 0,
    exitCode: state === 'dead' ? (core?.exitCode ?? 0) : 0,
    // Start times are all new.
    startTimeNs: null,
    threads: isAlive(item) ? threads.map((tids) => tids[0] ?? 0).sort((a, b) => a - b) : [pid],
  };
}

/** Contents as in the image; owners, modes and ids as the kernel has them. */
export function ipcRows(restore: CriuRestore): IpcRows {
  const none = { sem: [], msg: [], shm: [] };
  const { root, image } = restore;
  if (root?.task === undefined || !restore.ownNamespaces.has('ipc')) return none;
  const made = snapshotIpc(root.task.ipcNamespace, activePidNamespace(root.task));
  if (made.sem.length + made.msg.length + made.shm.length === 0) return none;
  const source = criuByteSource(image.directory);
  try {
    const stored = ipcJson(
      checkpointFromCriu(image.directory, () => {}),
      source,
    );
    const messages = new Map(stored.msg.map((queue) => [queue.id, queue.messages]));
    const contents = new Map(stored.shm.map(({ id, sha256 }) => [id, sha256]));
    return {
      sem: made.sem.map((set) => ({ ...base(set), values: set.values, undo: [] })).sort(byId),
      msg: made.msg.map((queue) => ({ ...base(queue), messages: messages.get(queue.id) ?? [] })).sort(byId),
      shm: made.shm
        .map((segment) => ({
          ...base(segment),
          size: segment.sizeBytes.toString(),
          cpid: segment.creator,
          lpid: segment.lastUser,
          sha256: contents.get(segment.id) ?? null,
        }))
        .sort(byId),
    };
  } finally {
    source.close();
  }
}

const byId = (a: { readonly id: number }, b: { readonly id: number }): number => a.id - b.id;

interface MadeObject {
  readonly id: number;
  readonly key: number;
  readonly uid: number;
  readonly gid: number;
  readonly cuid: number;
  readonly cgid: number;
  readonly mode: number;
}

const base = ({ id, key, uid, gid, cuid, cgid, mode }: MadeObject) => ({
  id,
  key: `0x${(key >>> 0).toString(16)}`,
  uid,
  gid,
  cuid,
  cgid,
  mode: (mode & 0o7777).toString(8).padStart(4, '0'),
});
