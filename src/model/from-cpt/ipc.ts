/**
 * System V IPC: SYSV_SEM, SYSVSEM_UNDO and SYSV_MSG sections, and segments. Contents stay where they
 * are.
 */
import type { AnyRecord } from '../../parse/cpt/record.ts';
import type { SharedMemory, UndoRecord } from '../checkpoint.ts';
import {
  add,
  type Collect,
  type Collectors,
  type Context,
  idAt,
  isTopLevel,
  open,
  parentOf,
  rangeOf,
  rangeUpTo,
  reportAt,
} from './context.ts';
import type { Drafts } from './drafts.ts';
import { low32, secondsNs, signed32 } from './values.ts';

interface PermissionFields {
  readonly key: bigint;
  readonly uid: bigint;
  readonly gid: bigint;
  readonly cuid: bigint;
  readonly cgid: bigint;
  readonly mode: bigint;
  readonly seq: bigint;
  readonly id: number;
}

const permissionsOf = (fields: PermissionFields) => ({
  id: signed32(fields.id),
  key: low32(fields.key),
  uid: low32(fields.uid),
  gid: low32(fields.gid),
  cuid: low32(fields.cuid),
  cgid: low32(fields.cgid),
  mode: low32(fields.mode),
  seq: fields.seq,
});

/** A set cannot have more semaphores than an int counts; a payload can. */
const semaphoresMax = 0x10000;
/** Value and pid of the last operation, 32 bits each. */
const semaphoreBytes = 8;

const collectSem: Collect<'sysv_sem'> = (context, record) => {
  if (!isTopLevel(context, record)) return;
  const { fields, offset } = record;
  const view = viewOf(context, record, semaphoresMax * semaphoreBytes);
  // The number of semaphores is stored nowhere: rst_sysvipc.c takes it from the length.
  const count = Math.floor(view.byteLength / semaphoreBytes);
  const semaphores = Array.from({ length: count }, (_, index) => ({
    value: view.getInt32(index * semaphoreBytes, true),
    pid: view.getInt32(index * semaphoreBytes + 4, true),
  }));
  context.model.semaphoreSets.push({
    at: offset,
    ...permissionsOf(fields),
    semaphores,
    otimeNs: secondsNs(fields.otime),
    ctimeNs: secondsNs(fields.ctime),
  });
};

/** At most `lengthMax` bytes of the payload, valid until the next read. */
function viewOf(context: Context, record: AnyRecord, lengthMax: number): DataView {
  const { offset, length } = rangeUpTo(record, lengthMax);
  const bytes = context.source.view(offset, length);
  return new DataView(bytes.buffer, bytes.byteOffset, length);
}

const collectUndo: Collect<'sysvsem_undo'> = (context, record) => {
  if (!isTopLevel(context, record)) return;
  const records: UndoRecord[] = [];
  const list = { at: record.offset, id: idAt<'undoList'>(record), records };
  add(context, 'undoList', list, list.id);
  open(context, record, list);
};

const collectUndoRecord: Collect<'sysvsem_undo_rec'> = (context, record) => {
  const list = parentOf(context, record, 'sysvsem_undo');
  if (!list) return;
  const { id, nsem } = record.fields;
  const view = viewOf(context, record, Math.min(nsem, semaphoresMax) * 2);
  if (view.byteLength < nsem * 2) {
    reportAt(context, record, 'short-payload', `${view.byteLength} bytes for ${nsem} adjustments of 2 bytes`);
  }
  const count = Math.floor(view.byteLength / 2);
  const adjust = Array.from({ length: count }, (_, index) => view.getInt16(index * 2, true));
  list.records.push({ at: record.offset, semId: signed32(id), adjust });
};

const collectQueue: Collect<'sysvmsg'> = (context, record) => {
  if (!isTopLevel(context, record)) return;
  const { fields, offset } = record;
  const queue: Drafts['sysvmsg'] = {
    at: offset,
    ...permissionsOf(fields),
    messages: [],
    stimeNs: secondsNs(fields.stime),
    rtimeNs: secondsNs(fields.rtime),
    ctimeNs: secondsNs(fields.ctime),
    lspid: signed32(low32(fields.lastSender)),
    lrpid: signed32(low32(fields.lastReceiver)),
    limitBytes: fields.qbytes,
  };
  context.model.messageQueues.push(queue);
  open(context, record, queue);
};

const collectMessage: Collect<'sysvmsg_msg'> = (context, record) => {
  const { type, size } = record.fields;
  const range = rangeOf(record);
  const isShort = BigInt(range.length) < size;
  if (isShort) reportAt(context, record, 'short-payload', `${range.length} bytes for a text of ${size}`);
  const text = isShort ? range : { offset: range.offset, length: Number(size) };
  // A message type is a long.
  const message = { at: record.offset, type: BigInt.asIntN(64, type), sizeBytes: size, text };
  parentOf(context, record, 'sysvmsg')?.messages.push(message);
};

/** A segment has no section of its own: it is the first thing inside the inode that holds its content. */
const collectShm: Collect<'sysv_shm'> = (context, record) => {
  const inode = parentOf(context, record, 'inode');
  if (!inode) return;
  const { fields, offset } = record;
  const segment = idAt<'shm'>(record);
  const memory: SharedMemory = {
    at: offset,
    segment,
    ...permissionsOf(fields),
    sizeBytes: fields.segsz,
    atimeNs: secondsNs(fields.atime),
    dtimeNs: secondsNs(fields.dtime),
    ctimeNs: secondsNs(fields.ctime),
    cpid: signed32(low32(fields.creator)),
    lpid: signed32(low32(fields.last)),
    lockUser: fields.mlockuser,
    inode: inode.id,
  };
  add(context, 'shm', memory, segment);
  inode.shm = segment;
};

export const ipcCollectors = {
  sysv_sem: collectSem,
  sysvsem_undo: collectUndo,
  sysvsem_undo_rec: collectUndoRecord,
  sysvmsg: collectQueue,
  sysvmsg_msg: collectMessage,
  sysv_shm: collectShm,
} satisfies Collectors;
