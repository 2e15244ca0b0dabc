/** System V IPC: sets, queues and segments of the IPC namespaces that the image has files of. */

import type { ImageTypeName } from '../../parse/criu/index.ts';
import type { IpcDescEntry, IpcMsgEntry } from '../../parse/generated/criu-descriptors.ts';
import { plural } from '../../plural.ts';
import type { IpcLimits, IpcPermissions, Message, Semaphore } from '../checkpoint.ts';
import { modelDiagnostic } from '../codes.ts';
import { type Context, idOf, rangeOf } from './draft.ts';
import { filesByType } from './files-by-type.ts';
import { type CriuImage, type Entry, entriesOf, firstOf, placeOf } from './image.ts';
import { addSharedInode, sharedFile } from './shared-memory.ts';

/** IPCMNI: an id is a slot and so many times a sequence number. */
const slots = 32768;

function permissionsOf(desc: IpcDescEntry | undefined): IpcPermissions {
  const { id = 0, key = 0, uid = 0, gid = 0, cuid = 0, cgid = 0, mode = 0 } = desc ?? {};
  // images/ipc-desc.proto has unsigned keys and ids.
  return { id, key: key >>> 0, uid, gid, cuid, cgid, mode, seq: BigInt(Math.floor(id / slots)) };
}

/** Times of IPC objects are not in CRIU images. */
const never = 0n;

/** The numbers in the names of files of a type. */
export function idsOfType(image: CriuImage, type: ImageTypeName): readonly number[] {
  const ids = (filesByType(image.directory).get(type) ?? []).flatMap(({ id }) => id ?? []);
  return ids.sort((a, b) => a - b);
}

export function collectIpc(context: Context): void {
  const { image, model } = context;
  for (const id of idsOfType(image, 'IPCNS_SHM')) {
    for (const entry of entriesOf(image, 'IPCNS_SHM', 'ipc_shm_entry', id)) collectSegment(context, entry);
  }
  for (const id of idsOfType(image, 'IPCNS_MSG')) {
    for (const entry of entriesOf(image, 'IPCNS_MSG', 'ipc_msg_entry', id)) collectQueue(context, entry);
  }
  for (const id of idsOfType(image, 'IPCNS_SEM')) {
    for (const entry of entriesOf(image, 'IPCNS_SEM', 'ipc_sem_entry', id)) collectSet(context, entry);
  }
  const [variables] = idsOfType(image, 'IPC_VAR');
  if (variables !== undefined) model.container.ipcLimits = limitsOf(context, variables);
}

function collectSet(context: Context, entry: Entry<'ipc_sem_entry'>): void {
  const { fields, at, file, payload } = entry;
  const count = fields.nsems ?? 0;
  const semaphores = semaphoresOf(context, entry).slice(0, count);
  if (semaphores.length < count) {
    const message = `${semaphores.length} values for a set of ${plural(count, 'semaphore')}`;
    context.report(modelDiagnostic('short-payload', message, placeOf(entry)));
  }
  context.model.semaphoreSets.push({
    at,
    file,
    ...permissionsOf(fields.desc),
    otimeNs: never,
    ctimeNs: never,
    semaphores: payload.length === 0 && count === 0 ? [] : semaphores,
  });
}

function semaphoresOf(context: Context, { file, payload: [part] }: Entry<'ipc_sem_entry'>): Semaphore[] {
  if (part === undefined) return [];
  const { data } = part;
  const range = rangeOf(context, file, part);
  const source = range && context.layout.byPath.get(file)?.directory.open(file);
  const bytes = data instanceof Uint8Array ? data : source?.view(data.offset, data.length).slice();
  source?.close();
  if (bytes === undefined) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length >> 1 }, (_, index) => ({
    value: view.getUint16(2 * index, true),
    pid: 0,
  }));
}

function collectQueue(context: Context, entry: Entry<'ipc_msg_entry'>): void {
  const { fields, at, file, payload } = entry;
  const messages = payload.flatMap((part): Message[] => {
    const text = rangeOf(context, file, part);
    const head = part.head?.fields as { readonly mtype?: bigint; readonly msize?: number } | undefined;
    if (text === undefined || head === undefined) return [];
    // The kernel's long, stored as if it had no sign.
    const type = BigInt.asIntN(64, head.mtype ?? 0n);
    const place = part.data instanceof Uint8Array ? at : part.data.offset;
    return [{ at: place, file, type, sizeBytes: BigInt(head.msize ?? 0), text }];
  });
  reportMissing(context, entry, fields, messages.length);
  context.model.messageQueues.push({
    at,
    file,
    ...permissionsOf(fields.desc),
    messages,
    stimeNs: never,
    rtimeNs: never,
    ctimeNs: never,
    lspid: 0,
    lrpid: 0,
    limitBytes: BigInt(fields.qbytes ?? 0),
  });
}

function reportMissing(
  context: Context,
  entry: Entry<'ipc_msg_entry'>,
  fields: IpcMsgEntry,
  found: number,
): void {
  const count = fields.qnum ?? 0;
  if (found >= count) return;
  const message = `${plural(found, 'message')} in a queue of ${count}`;
  context.report(modelDiagnostic('short-payload', message, placeOf(entry)));
}

function collectSegment(context: Context, { fields, at, file, payload }: Entry<'ipc_shm_entry'>): void {
  const permissions = permissionsOf(fields.desc);
  const { id, mode, uid, gid } = permissions;
  const key = `sysv ${id}`;
  const sizeBytes = fields.size ?? 0n;
  // Content is aligned to words in the file; the padding is not part of the segment.
  const inline = fields.in_pagemaps === true ? undefined : rangeOf(context, file, payload[0]);
  const inode = addSharedInode(context, { key, pagemap: id, sizeBytes, mode, uid, gid, at, file, inline });
  const segment = idOf(context, 'shm', id);
  context.model.sharedMemories.set(segment, {
    at,
    file,
    segment,
    ...permissions,
    sizeBytes,
    atimeNs: never,
    dtimeNs: never,
    ctimeNs: never,
    cpid: 0,
    lpid: 0,
    inode,
  });
  sharedFile(context, 'sysv', BigInt(id));
}

function limitsOf({ image }: Context, id: number): IpcLimits | undefined {
  const fields = firstOf(image, 'IPC_VAR', 'ipc_var_entry', id)?.fields;
  if (fields === undefined) return undefined;
  const [semMsl = 0, semMns = 0, semOpm = 0, semMni = 0] = fields.sem_ctls ?? [];
  return {
    shmMaxBytes: fields.shm_ctlmax ?? 0n,
    shmAllPages: fields.shm_ctlall ?? 0n,
    shmMni: fields.shm_ctlmni ?? 0,
    msgMaxBytes: fields.msg_ctlmax ?? 0,
    msgMni: fields.msg_ctlmni ?? 0,
    msgMnbBytes: fields.msg_ctlmnb ?? 0,
    semMsl,
    semMns,
    semOpm,
    semMni,
    areShmLimitsReliable: true,
  };
}
