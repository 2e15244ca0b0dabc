/** System V IPC of the tree's namespace: limits, segments, queues, sets, in this order (criu/ipc_ns.c). */

import type { Location } from '../../../diagnostic.ts';
import { type Entry, hasFile, placeOf } from '../../../model/from-criu/image.ts';
import type { ImageTypeName, PayloadPart } from '../../../parse/criu/index.ts';
import type { IpcDescEntry } from '../../../parse/generated/criu-descriptors.ts';
import { plural } from '../../../plural.ts';
import {
  type IpcKind,
  ipcCreate,
  ipcExclusive,
  ipcSetOwner,
  isRefusal,
  msggetId,
  msgsnd,
  type Refusal,
  semgetId,
  semSetAll,
  shmgetId,
  type Task,
} from '../../kernel/index.ts';
import { type CriuRestore, operate } from './context.ts';
import { setVariables } from './ipc-variables.ts';
import { entriesUntil, listEntries, missing, needEntry } from './read-file.ts';
import { noteLostPages } from './shared-memory.ts';
import { fails } from './stop.ts';

/** Segments by id, for the areas that attach them. */
export type Segments = ReadonlyMap<number, bigint>;

// Holds for IPC namespaces of the tree; in that of the host nothing is made.
export function restoreIpc(restore: CriuRestore, task: Task, namespaceId: number): Segments {
  const variables = needEntry(restore, 'IPC_VAR', 'ipc_var_entry', namespaceId);

  const segments = new Map<number, bigint>();
  setVariables(restore, task, variables);
  each(restore, 'IPCNS_SHM', 'ipc_shm_entry', namespaceId, (entry) =>
    makeSegment(restore, task, entry, segments),
  );
  each(restore, 'IPCNS_MSG', 'ipc_msg_entry', namespaceId, (entry) => makeQueue(restore, task, entry));
  each(restore, 'IPCNS_SEM', 'ipc_sem_entry', namespaceId, (entry) => makeSet(restore, task, entry));
  return segments;
}

/** Objects before a damaged record are made; the record itself stops the restore. */
function each<Name extends 'ipc_shm_entry' | 'ipc_msg_entry' | 'ipc_sem_entry'>(
  restore: CriuRestore,
  type: ImageTypeName,
  message: Name,
  id: number,
  make: (entry: Entry<Name>) => void,
): void {
  const { entries, stop } = entriesUntil(restore, type, message, id);
  const whole = stop === undefined ? entries : entries.slice(0, -1);
  for (const entry of whole) make(entry);
  if (stop !== undefined) throw stop;
}

interface Creation {
  readonly kind: IpcKind;
  readonly desc: IpcDescEntry;
  readonly at: Location;
  readonly get: (key: number, flags: number) => number | Refusal;
}

/** Asks for the id, makes the object, compares, and sets its owner. */
function create(restore: CriuRestore, task: Task, { kind, desc, at, get }: Creation): void {
  const { id = 0, key = 0, uid = 0, gid = 0, mode = 0 } = desc;
  const request = restore.kernel.writeSysctl(task, `${kind}_next_id`, String(id));
  if (isRefusal(request)) {
    const message = `CRIU: "Failed to set desired IPC ${kind} ID"; ${request.reason}`;
    fails('criu-ipc-id', at, message, { errno: request.errno });
  }
  const got = get(key | 0, (mode & 0o777) | ipcCreate | ipcExclusive);
  operate(
    restore,
    `${kind}get`,
    1,
    { id, key: key >>> 0 },
    typeof got === 'number' ? {} : { result: got.errno },
  );
  if (isRefusal(got)) {
    const text = got.errno === 'EEXIST' ? 'File exists' : got.errno;
    const message = `CRIU: "Failed to create ${kind} set: ${text}"; ${kind} ${id}: ${got.reason}`;
    fails('criu-ipc-create', at, message, { errno: got.errno });
  }
  if (got !== id) {
    const message = `CRIU: "Failed to restore ${kind} id (${got} instead of ${id})"; the slot of ${id} is taken`;
    fails('criu-ipc-id', at, message);
  }
  const owner = ipcSetOwner(task, kind, id, { uid, gid, mode });
  if (!isRefusal(owner)) return;
  fails('criu-ipc-create', at, `CRIU: "Failed to set ${kind} uid and gid"; ${owner.reason}`);
}

function makeSegment(
  restore: CriuRestore,
  task: Task,
  entry: Entry<'ipc_shm_entry'>,
  segments: Map<number, bigint>,
): void {
  const { desc = {}, size = 0n, in_pagemaps: inPagemaps } = entry.fields;
  const { id = 0 } = desc;
  const at = placeOf(entry);
  const get = (key: number, flags: number) => shmgetId(task, { key, sizeBytes: size, flags });
  create(restore, task, { kind: 'shm', desc, at, get });
  segments.set(id, size);
  if (inPagemaps !== true) return;
  if (!hasFile(restore.image, 'SHMEM_PAGEMAP', id)) {
    const file = `pagemap-shmem-${id}.img`;
    const message = `CRIU: "Failed to update shm pages"; ${file} is missing`;
    fails('criu-ipc-content', { file }, message);
  }
  noteLostPages(restore, id);
  const entries = listEntries(restore, 'SHMEM_PAGEMAP', 'pagemap_head', id);
  if (entries.length === 0) missing(restore, 'SHMEM_PAGEMAP', id);
}

/** MSGMAX of linux/msg.h: the buffer that CRIU sends from, whatever msgmax says. */
const messageBytesMax = 8192;

function makeQueue(restore: CriuRestore, task: Task, entry: Entry<'ipc_msg_entry'>): void {
  const { desc = {}, qnum = 0 } = entry.fields;
  const { id = 0 } = desc;
  const at = placeOf(entry);
  const get = (key: number, flags: number) => msggetId(task, { key, flags });
  create(restore, task, { kind: 'msg', desc, at, get });
  for (const part of entry.payload) sendMessage(task, id, part, at);
  if (entry.payload.length >= qnum) return;
  const message = `CRIU: "Unexpected EOF"; queue ${id} promises ${plural(qnum, 'message')}, ${entry.payload.length} follow`;
  fails('criu-ipc-content', at, message);
}

function sendMessage(task: Task, id: number, part: PayloadPart, at: Location): void {
  const { mtype = 0n, msize = 0 } = (part.head?.fields ?? {}) as { mtype?: bigint; msize?: number };
  const place = part.data instanceof Uint8Array ? at : { ...at, offset: part.data.offset };
  if (msize > messageBytesMax) {
    const message = `CRIU: "Unsupported message size: ${msize} (MAX: ${messageBytesMax})"; queue ${id}`;
    fails('criu-ipc-content', place, message);
  }
  const type = BigInt.asIntN(64, mtype);
  const refusal = msgsnd(task, id, { type, lengthBytes: msize });
  if (!isRefusal(refusal)) return;
  const text = refusal.errno === 'EAGAIN' ? 'Resource temporarily unavailable' : 'Invalid argument';
  const message = `CRIU: "Failed to send IPC message: ${text}"; queue ${id}: ${refusal.reason}`;
  fails('criu-ipc-content', place, message, { errno: refusal.errno });
}

function makeSet(restore: CriuRestore, task: Task, entry: Entry<'ipc_sem_entry'>): void {
  const { desc = {}, nsems = 0 } = entry.fields;
  const { id = 0 } = desc;
  const at = placeOf(entry);
  const get = (key: number, flags: number) => semgetId(task, { key, nsems, flags });
  create(restore, task, { kind: 'sem', desc, at, get });
  const refusal = semSetAll(task, id, valuesOf(restore, entry, nsems));
  if (!isRefusal(refusal)) return;
  const message = `CRIU: "Failed to set semaphores set values"; set ${id}: ${refusal.reason}`;
  fails('criu-ipc-content', at, message, { errno: refusal.errno });
}

function valuesOf(restore: CriuRestore, entry: Entry<'ipc_sem_entry'>, count: number): readonly number[] {
  const data = entry.payload[0]?.data;
  if (data === undefined || data instanceof Uint8Array) return [];
  const source = restore.image.directory.open(entry.file);
  if (source === undefined) return [];
  const bytes = source.view(data.offset, data.length).slice();
  source.close();
  const view = new DataView(bytes.buffer);
  return Array.from({ length: Math.min(count, bytes.length >> 1) }, (_, index) =>
    view.getUint16(2 * index, true),
  );
}
