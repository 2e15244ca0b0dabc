/**
 * Message queues: what ipc/msg.c does on top of the registry. Messages are a type and a length; their bytes
 * are the caller's, carried along unread. Nobody sleeps: what would wait is refused.
 */

import { isRefusal, type Refusal, refuse } from './errno.ts';
import type { LastUser } from './ipc-namespace.ts';
import { accessDenied, controlDenied, readAccess, writeAccess } from './ipc-permission.ts';
import type { GetCall, IpcIdRequest, IpcObject } from './ipc-registry.ts';
import type { Task } from './process.ts';

export interface Message {
  /** mtype, 1 or more. */
  readonly type: bigint;
  readonly lengthBytes: number;
  /** Whatever the restorer wants to find again: a payload reference, a hash. */
  readonly content?: unknown;
}

export interface MessageQueue extends IpcObject {
  /** Oldest first. */
  readonly messages: Message[];
  /** Sum of the lengths (cbytes). */
  usedBytes: number;
  /** msg_qbytes: how many bytes, and how many messages, fit. */
  limitBytes: number;
  lastSender: LastUser;
  lastReceiver: LastUser;
}

export interface MsggetArguments {
  readonly key: number;
  readonly flags: number;
}

/** msgget(2): the queue, or ENOENT, EEXIST, EACCES, ENOSPC. */
export function msgget(task: Task, call: MsggetArguments, request?: IpcIdRequest): MessageQueue | Refusal {
  return task.ipcNamespace.msg.get(msggetCall(task, call, request));
}

/** The maker behind msgget; in-kernel restorers come in here. */
export function msggetCall(
  { ipcNamespace: namespace, credentials }: Task,
  { key, flags }: MsggetArguments,
  request: IpcIdRequest | undefined,
): GetCall<MessageQueue> {
  const { msgmni, msgmnb } = namespace.limits;
  return {
    key,
    flags,
    credentials,
    limit: msgmni,
    request,
    checkExisting: () => undefined,
    checkNew: () => undefined,
    make: (base) => newMessageQueue(base, msgmnb),
  };
}

function newMessageQueue(base: IpcObject, limitBytes: number): MessageQueue {
  return { ...base, messages: [], usedBytes: 0, limitBytes, lastSender: undefined, lastReceiver: undefined };
}

/** msgsnd(2) with IPC_NOWAIT: EINVAL for a bad message before the id is looked at, EACCES, EAGAIN. */
export function msgsnd(task: Task, id: number, message: Message): Refusal | undefined {
  const { ipcNamespace: namespace, credentials } = task;
  const { type, lengthBytes } = message;
  const { msgmax } = namespace.limits;
  if (lengthBytes < 0 || lengthBytes > msgmax) {
    return refuse('EINVAL', `a message of ${lengthBytes} bytes: the limit is ${msgmax}`);
  }
  if (type < 1n) return refuse('EINVAL', `${type} is no message type`);
  const queue = namespace.msg.find(id);
  if (isRefusal(queue)) return queue;
  const denied = accessDenied(queue, credentials, writeAccess, namespace.userNamespace);
  if (denied !== undefined) return denied;
  const { limitBytes, usedBytes, messages } = queue;
  // The second limit keeps empty messages from piling up (msg_fits_inqueue).
  if (usedBytes + lengthBytes > limitBytes || messages.length + 1 > limitBytes) {
    return refuse('EAGAIN', `the queue holds ${usedBytes} of ${limitBytes} bytes: the sender would sleep`);
  }
  appendMessage(queue, message);
  queue.lastSender = task.process.leader.pid;
  return undefined;
}

/** Queues a message without any check, as in-kernel restorers do. */
export function appendMessage(queue: MessageQueue, message: Message): void {
  queue.messages.push(message);
  queue.usedBytes += message.lengthBytes;
}

/** msgrcv(2) with IPC_NOWAIT: the message, or EINVAL, EACCES, ENOMSG. */
export function msgrcv(task: Task, id: number, type: bigint): Message | Refusal {
  const { ipcNamespace: namespace, credentials } = task;
  const queue = namespace.msg.find(id);
  if (isRefusal(queue)) return queue;
  const denied = accessDenied(queue, credentials, readAccess, namespace.userNamespace);
  if (denied !== undefined) return denied;
  const position = choose(queue.messages, type);
  if (position < 0) return refuse('ENOMSG', `no message of type ${type}`);
  const [message] = queue.messages.splice(position, 1);
  queue.usedBytes -= message!.lengthBytes;
  queue.lastReceiver = task.process.leader.pid;
  return message!;
}

/** 0: the first; above: the first of that type; below: the first of the lowest type up to |type|. */
function choose(messages: readonly Message[], type: bigint): number {
  if (type === 0n) return messages.length > 0 ? 0 : -1;
  if (type > 0n) return messages.findIndex((message) => message.type === type);
  let best = -1;
  for (const [position, { type: candidate }] of messages.entries()) {
    if (candidate <= -type && (best < 0 || candidate < messages[best]!.type)) best = position;
  }
  return best;
}

/** msgctl(2) IPC_RMID: EINVAL, EPERM. */
export function msgRemove(task: Task, id: number): Refusal | undefined {
  const { ipcNamespace: namespace, credentials } = task;
  const queue = namespace.msg.find(id);
  if (isRefusal(queue)) return queue;
  const denied = controlDenied(queue, credentials, namespace.userNamespace);
  if (denied !== undefined) return denied;
  namespace.msg.remove(queue);
  return undefined;
}
