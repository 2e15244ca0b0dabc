/**
 * Steps that make System V objects, before the tree: shared memory, message queues, semaphores (the order
 * of CRIU), each with its id asked for. Undo values and attachments need processes and come later.
 */
import type {
  IpcPermissions,
  MessageQueue,
  Placed,
  SemaphoreSet,
  SharedMemory,
} from '../../model/checkpoint.ts';
import type { IpcKind } from '../kernel/index.ts';
import { lose, type PlanDraft } from './draft.ts';
import { requestIpcId } from './mechanism.ts';
import type { IpcGetStep } from './step.ts';

/** Bits beside permissions: SHM_DEST is made by a removal, the rest is the kernel's. */
const permissionBits = 0o777;
const shmDestroy = 0o1000;

export function planIpc(draft: PlanDraft): void {
  const { checkpoint } = draft;
  const segments = [...checkpoint.sharedMemories.values()];
  limits(draft);
  for (const segment of inOrder(draft, segments)) {
    get(draft, 'shm', segment, { sizeBytes: segment.sizeBytes });
    draft.step({ op: 'fill', phase: 'ipc', by: draft.ipcActor, at: segment.at, id: segment.id });
  }
  for (const queue of inOrder(draft, checkpoint.messageQueues)) queueSteps(draft, queue);
  for (const set of inOrder(draft, checkpoint.semaphoreSets)) semaphoreSteps(draft, set);
  losses(draft, segments);
}

/** Limits of the container go first, because the kernel checks each object against them. */
function limits(draft: PlanDraft): void {
  const own = draft.checkpoint.container.ipcLimits;
  if (own === undefined || draft.target !== 'new') return;
  const { semMsl, semMns, semOpm, semMni } = own;
  const shm = own.areShmLimitsReliable
    ? [
        ['shmmax', own.shmMaxBytes],
        ['shmall', own.shmAllPages],
      ]
    : [];
  const files = [
    ...shm,
    ['shmmni', own.shmMni],
    ['msgmax', own.msgMaxBytes],
    ['msgmnb', own.msgMnbBytes],
    ['msgmni', own.msgMni],
    ['sem', [semMsl, semMns, semOpm, semMni].join(' ')],
  ] as const;
  const at = draft.checkpoint.container.at ?? 0;
  for (const [file, value] of files) {
    const write = { op: 'write', phase: 'ipc', by: draft.ipcActor, at, file: String(file) } as const;
    draft.step({ ...write, value: String(value) });
  }
}

/** Where ids cannot be asked for, only ascending sequence numbers keep the wait short. */
function inOrder<Item extends IpcPermissions>(draft: PlanDraft, objects: readonly Item[]): readonly Item[] {
  return draft.mechanisms.ipc === 'churn' ? [...objects].sort((a, b) => a.id - b.id) : objects;
}

function get(
  draft: PlanDraft,
  kind: IpcKind,
  object: IpcPermissions & Placed,
  size: Pick<IpcGetStep, 'nsems' | 'sizeBytes'>,
  limitBytes?: number,
): void {
  const { id, key, uid, gid, cuid, cgid, at } = object;
  const by = draft.ipcActor;
  const { before, request } = requestIpcId(draft.mechanisms.ipc, { by, at, kind, id });
  for (const step of before) draft.step(step);
  const isFixed = request === 'fixed';
  const mode = isFixed ? object.mode : object.mode & permissionBits;
  const creator = { uid: cuid, gid: cgid };
  draft.step({
    op: 'get',
    phase: 'ipc',
    by,
    at,
    kind,
    id,
    key: key | 0,
    mode,
    ...size,
    creator,
    ...(request !== undefined && { request }),
  });
  const isOwnedByCreator = uid === cuid && gid === cgid;
  if (isOwnedByCreator && limitBytes === undefined && !isFixed) return;
  const set = { op: 'set', phase: 'ipc', by, at, kind, id, uid, gid, mode } as const;
  draft.step({ ...set, ...(limitBytes !== undefined && { limitBytes }) });
}

/** A queue may hold more than it now allows, when it was lowered: it is filled first, then lowered again. */
function queueSteps(draft: PlanDraft, queue: MessageQueue): void {
  const { id, at, messages, uid, gid } = queue;
  const by = draft.ipcActor;
  const limitBytes = clampToInt(queue.limitBytes);
  const total = clampToInt(messages.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0n));
  const needed = Math.max(limitBytes, total, messages.length);
  get(draft, 'msg', queue, {}, needed);
  for (const [index, message] of messages.entries()) {
    const { type, text } = message;
    const send = { op: 'send', phase: 'ipc', by, at: message.at, id } as const;
    draft.step({ ...send, type, sizeBytes: text.length, index });
  }
  if (needed === limitBytes) return;
  const mode = queue.mode & permissionBits;
  draft.step({ op: 'set', phase: 'ipc', by, at, kind: 'msg', id, uid, gid, mode, limitBytes });
}

const clampToInt = (value: bigint): number => Number(value > 0x7fffffffn ? 0x7fffffffn : value);

function semaphoreSteps(draft: PlanDraft, set: SemaphoreSet): void {
  const { id, at, semaphores } = set;
  get(draft, 'sem', set, { nsems: semaphores.length });
  const values = semaphores.map(({ value }) => value);
  draft.step({ op: 'setall', phase: 'ipc', by: draft.ipcActor, at, id, values });
}

function losses(draft: PlanDraft, segments: readonly SharedMemory[]): void {
  if (draft.mechanisms.ipc === 'in-kernel') return;
  const { semaphoreSets, messageQueues } = draft.checkpoint;
  const objects = [...semaphoreSets, ...messageQueues, ...segments];
  if (segments.length > 0) {
    const message = `creator and last user of ${segments.length} segments become those of the restore`;
    lose(draft, 'creator-lost', message);
  }
  const marked = objects.filter(({ mode }) => (mode & ~(permissionBits | shmDestroy)) !== 0);
  for (const { id, mode } of marked) {
    const bits = (mode & ~(permissionBits | shmDestroy)).toString(8);
    lose(draft, 'mode-bits-lost', `mode bits 0${bits} of object ${id} can only be set by a kernel`);
  }
}
