/** Queued packets and messages of a socket. */
import type { ObjectRecord } from '../../parse/cpt/record.ts';
import { skbQueue } from '../../parse/generated/cpt-records.ts';
import type { SocketBuffer } from '../checkpoint.ts';
import {
  type Collect,
  type Collectors,
  type Context,
  indexOrNone,
  open,
  parentOf,
  rangeUpTo,
} from './context.ts';
import type { Drafts } from './drafts.ts';
import { family } from './socket-address.ts';
import { pick, signed32, timevalNs } from './values.ts';

const queueNames: ReadonlyMap<number, SocketBuffer['queue']> = new Map([
  [skbQueue.nq, 'none'],
  [skbQueue.rq, 'receive'],
  [skbQueue.wq, 'write'],
  [skbQueue.ofoq, 'out-of-order'],
]);

const collectSkb: Collect<'skb'> = (context, record) => {
  const socket = parentOf(context, record, 'socket');
  if (!socket) return;
  const { fields } = record;
  const buffer: Drafts['skb'] = {
    at: record.offset,
    queue: queueNames.get(fields.queue) ?? 'unknown',
    ownerIndex: indexOrNone(fields.owner),
    stampNs: timevalNs(fields.stamp),
    lengthBytes: fields.len,
    content: undefined,
    head: undefined,
    passedFiles: [],
    credentials: socket.family === family.unix ? credentialsOf(fields.cb) : undefined,
    cb: [...fields.cb],
    fields: pick(fields, bufferNames),
  };
  socket.buffers.push(buffer);
  open(context, record, buffer);
};

/** net/af_unix.h: unix_skb_parms starts with a struct ucred {pid, uid, gid}. */
function credentialsOf(cb: readonly bigint[]): { pid: number; uid: number; gid: number } {
  const [first = 0n, second = 0n] = cb;
  return {
    pid: Number(BigInt.asIntN(32, first)),
    uid: Number(first >> 32n),
    gid: Number(BigInt.asUintN(32, second)),
  };
}

const bufferNames = [
  ...(['hspace', 'tspace', 'h', 'nh', 'mac', 'macLen', 'csum', 'localDf', 'pktType', 'ipSummed'] as const),
  ...(['priority', 'protocol', 'security', 'gsoSegs', 'gsoSize'] as const),
];

/** BITS of a buffer: header room, then the payload. */
export function fillBuffer(context: Context, record: ObjectRecord<'bits'>): void {
  const buffer = parentOf(context, record, 'skb');
  if (!buffer) return;
  const head = rangeUpTo(record, record.fields.size ?? 0);
  const room = Math.min(signed32(Number(buffer.fields['hspace'])), head.length);
  const start = Math.max(0, room);
  buffer.head = head;
  buffer.content = {
    offset: head.offset + start,
    length: Math.min(buffer.lengthBytes, head.length - start),
  };
}

export const bufferCollectors = { skb: collectSkb } satisfies Collectors;
