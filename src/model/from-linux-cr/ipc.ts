/** System V IPC: limits and objects of the first IPC namespace. Contents stay where they are. */
import type { IpcPermsFields } from '../../parse/generated/linux-cr-records.ts';
import type { KnownRecord } from '../../parse/linux-cr/record.ts';
import type { Id, Message, MessageQueue, SharedMemory, UndoList } from '../checkpoint.ts';
import type { Mutable } from '../checkpoint-draft.ts';
import {
  type Collectors,
  type Context,
  describedId,
  elementsOf,
  payloadView,
  rangeOf,
  reportAt,
} from './context.ts';
import { sharedInode } from './inodes.ts';
import { expectSharedPages } from './memory.ts';

const secondsNs = (seconds: bigint): bigint => seconds * 1_000_000_000n;

const permissionsOf = ({ id, key, uid, gid, cuid, cgid, mode, seq }: IpcPermsFields) => ({
  id,
  key,
  uid,
  gid,
  cuid,
  cgid,
  mode,
  seq,
});

const collectNamespace = (context: Context, record: KnownRecord<'ipc_ns'>): void => {
  describedId(context, 'ipc_ns', record);
  context.ipcNamespaces += 1;
  if (context.ipcNamespaces > 1) {
    reportAt(context, record, 'duplicate-record', 'a second IPC namespace, which is not shown');
    return;
  }
  const { fields } = record;
  context.model.container.ipcLimits = {
    shmMaxBytes: fields.shmCtlmax,
    shmAllPages: fields.shmCtlall,
    shmMni: fields.shmCtlmni,
    msgMaxBytes: fields.msgCtlmax,
    msgMni: fields.msgCtlmni,
    msgMnbBytes: fields.msgCtlmnb,
    semMsl: fields.semCtlMsl,
    semMns: fields.semCtlMns,
    semOpm: fields.semCtlOpm,
    semMni: fields.semCtlMni,
    areShmLimitsReliable: true,
  };
};

/** Objects of further namespaces have ids of their own and would stand among the others. */
const isShown = (context: Context): boolean => context.ipcNamespaces <= 1;

const collectShm = (context: Context, record: KnownRecord<'ipc_shm'>): void => {
  const { fields, offset } = record;
  const number = fields.objref | 0;
  sharedInode(context, { number, at: offset, sizeBytes: fields.shmSegsz, isSysV: true });
  const segment = number as Id<'shm'>;
  const inode = number as Id<'inode'>;
  if (isShown(context)) {
    const memory: SharedMemory = {
      at: offset,
      segment,
      ...permissionsOf(fields.perms),
      sizeBytes: fields.shmSegsz,
      atimeNs: secondsNs(fields.shmAtim),
      dtimeNs: secondsNs(fields.shmDtim),
      ctimeNs: secondsNs(fields.shmCtim),
      cpid: fields.shmCprid,
      lpid: fields.shmLprid,
      lockUser: fields.mlockUid,
      inode,
    };
    context.model.sharedMemories.set(segment, memory);
    const known = context.model.inodes.get(inode);
    if (known !== undefined) {
      context.model.inodes.set(inode, { ...known, shm: segment, sizeBytes: fields.shmSegsz });
    }
  }
  expectSharedPages(context, number);
};

const collectQueue = (context: Context, { fields, offset }: KnownRecord<'ipc_msg'>): void => {
  const queue: Mutable<MessageQueue> = {
    at: offset,
    ...permissionsOf(fields.perms),
    messages: [],
    stimeNs: secondsNs(fields.qStime),
    rtimeNs: secondsNs(fields.qRtime),
    ctimeNs: secondsNs(fields.qCtime),
    lspid: fields.qLspid,
    lrpid: fields.qLrpid,
    limitBytes: fields.qQbytes,
  };
  if (isShown(context)) context.model.messageQueues.push(queue);
  context.queue = queue;
};

const collectMessage = (context: Context, { fields, offset }: KnownRecord<'ipc_msg_msg'>): void => {
  const size = fields.mTs;
  const message: Mutable<Message> = {
    at: offset,
    type: BigInt(fields.mType),
    sizeBytes: BigInt(size),
    text: { offset, length: 0 },
  };
  context.queue?.messages.push(message);
  // A text longer than a page is in several buffers.
  const pieces: { offset: number; length: number }[] = [];
  let left = size;
  const take = (buffer: Parameters<typeof rangeOf>[0]) => {
    const range = rangeOf(buffer);
    const length = Math.min(range.length, left);
    pieces.push({ offset: range.offset, length });
    left -= length;
    const [text, ...rest] = pieces;
    if (text !== undefined) message.text = text;
    if (rest.length > 0) message.rest = rest;
    context.expecting.buffer = left > 0 ? take : undefined;
  };
  context.expecting.buffer = take;
};

/** A set cannot have more semaphores than an int counts; a payload can. */
const semaphoresMax = 0x10000;
const semaphoreBytes = 8;

const collectSem = (context: Context, { fields, offset }: KnownRecord<'ipc_sem'>): void => {
  context.expecting.buffer = (buffer) => {
    const count = Math.min(fields.semNsems, semaphoresMax);
    const semaphores = [...elementsOf(context, buffer, 'sem_value', semaphoreBytes, count)].map(
      ({ semval, sempid }) => ({ value: semval | 0, pid: sempid | 0 }),
    );
    if (semaphores.length < fields.semNsems) {
      const message = `${buffer.payload.length} bytes hold ${semaphores.length} of ${fields.semNsems} semaphores`;
      reportAt(context, buffer, 'short-payload', message);
    }
    if (!isShown(context)) return;
    context.model.semaphoreSets.push({
      at: offset,
      ...permissionsOf(fields.perms),
      semaphores,
      otimeNs: secondsNs(fields.semOtime),
      ctimeNs: secondsNs(fields.semCtime),
    });
  };
};

const collectUndoList = (context: Context, record: KnownRecord<'task_sem_undo_list'>): void => {
  const id = describedId(context, 'sem_undo', record) as Id<'undoList'>;
  const list: Mutable<UndoList> = { at: record.offset, id, records: [] };
  context.model.undoLists.set(id, list);
  context.undo = list;
};

const collectUndo = (context: Context, { fields, offset }: KnownRecord<'task_sem_undo'>): void => {
  const list = context.undo;
  context.expecting.buffer = (buffer) => {
    const count = Math.min(fields.semadjCount, semaphoresMax);
    const view = payloadView(context, buffer, 2 * count);
    const adjust = Array.from({ length: Math.floor(view.byteLength / 2) }, (_, index) =>
      view.getInt16(2 * index, true),
    );
    list?.records.push({ at: offset, semId: fields.semid | 0, adjust });
  };
};

export const ipcCollectors = {
  ipc_ns: collectNamespace,
  ipc_shm: collectShm,
  ipc_msg: collectQueue,
  ipc_msg_msg: collectMessage,
  ipc_sem: collectSem,
  task_sem_undo_list: collectUndoList,
  task_sem_undo: collectUndo,
} satisfies Collectors;
