/** tcp-stream-N.img: sequence numbers, options and queued bytes of one TCP connection. */
import type { NamedNumbers, Socket, SocketBuffer } from '../../../../model/checkpoint.ts';
import type { PayloadPart } from '../../../../parse/criu/index.ts';
import type { Conversion } from '../context.ts';
import { writeImage } from '../output.ts';
import { message } from '../record.ts';
import { number } from './socket-options.ts';

/** States after a FIN was sent, or received: soccr/soccr.c of CRIU. */
const state = { finWait1: 4, finWait2: 5, closeWait: 8, lastAck: 9, closing: 11 } as const;
const finSent: ReadonlySet<number> = new Set([state.finWait1, state.finWait2, state.closing, state.lastAck]);
const finReceived: ReadonlySet<number> = new Set([state.closeWait, state.lastAck, state.closing]);

/** TCPI_OPT_*: include/uapi/linux/tcp.h. */
const optionBit = { timestamps: 1, sack: 2, wscale: 4 } as const;
/** A connection that says nothing: the smallest that every host accepts (RFC 1122). */
const defaultMss = 536;

export function writeTcpStream(conversion: Conversion, socket: Socket, ino: number): void {
  const { checkpoint, output, losses, options } = conversion;
  // criu/sk-inet.c refuses connections without it.
  options.add('--tcp-established');
  const tcp = socket.tcp ?? {};
  const value = (name: string) => number(tcp, name) >>> 0;
  const inq = queueOf(conversion, socket, 'receive', receivedLength(socket, tcp));
  const outq = queueOf(conversion, socket, 'write', unacknowledged(socket, tcp));
  if (socket.buffers.some(({ queue }) => queue === 'out-of-order')) {
    losses.add('tcp-out-of-order', 'a connection', socket);
  }
  if (number(tcp, 'urgData') !== 0) losses.add('tcp-urgent-data', 'a connection', socket);
  const stream = {
    inq_len: inq.length,
    inq_seq: value('rcvNxt'),
    outq_len: outq.length,
    outq_seq: value('writeSeq'),
    opt_mask: optionsOf(tcp),
    snd_wscale: value('sndWscale'),
    mss_clamp: value('mssClamp') || defaultMss,
    rcv_wscale: value('rcvWscale'),
    timestamp: Number(BigInt.asUintN(32, checkpoint.image.takenTicks ?? 0n)),
    unsq_len: Math.min(outq.length, unsent(socket, tcp)),
    snd_wl1: value('sndWl1'),
    snd_wnd: value('sndWnd'),
    max_window: value('maxWindow'),
    rcv_wnd: value('rcvWnd'),
    rcv_wup: value('rcvWup'),
  };
  const payload = [...inq.parts, ...outq.parts];
  writeImage(output, 'TCP_STREAM', ino, [message('tcp_stream_entry', stream, payload)]);
}

function optionsOf(tcp: NamedNumbers): number {
  const bit = (name: string, mask: number) => (number(tcp, name) === 0 ? 0 : mask);
  return (
    bit('tstampOk', optionBit.timestamps) | bit('sackOk', optionBit.sack) | bit('wscaleOk', optionBit.wscale)
  );
}

/** Sequence numbers count modulo 2^32, and a FIN counts as one. */
const distance = (from: number, to: number): number => (to - from) >>> 0;

function receivedLength({ state: now }: Socket, tcp: NamedNumbers): number {
  const length = distance(number(tcp, 'copiedSeq'), number(tcp, 'rcvNxt'));
  return length > 0 && finReceived.has(now) ? length - 1 : length;
}

function unacknowledged({ state: now }: Socket, tcp: NamedNumbers): number {
  const length = distance(number(tcp, 'sndUna'), number(tcp, 'writeSeq'));
  return length > 0 && finSent.has(now) ? length - 1 : length;
}

function unsent({ state: now }: Socket, tcp: NamedNumbers): number {
  const length = distance(number(tcp, 'sndNxt'), number(tcp, 'writeSeq'));
  return length > 0 && finSent.has(now) ? length - 1 : length;
}

/**
 * The last `length` bytes of a queue: what comes before was read, or acknowledged, while its buffer stayed.
 * All parts together are one payload of the message.
 */
function queueOf({ source }: Conversion, socket: Socket, queue: SocketBuffer['queue'], length: number) {
  const ranges = socket.buffers.flatMap((buffer) =>
    buffer.queue === queue && buffer.content ? [buffer.content] : [],
  );
  const stored = ranges.reduce((sum, range) => sum + range.length, 0);
  let skip = Math.max(0, stored - length);
  const parts: PayloadPart[] = [];
  for (const range of ranges) {
    const skipped = Math.min(skip, range.length);
    skip -= skipped;
    if (skipped === range.length) continue;
    const data = { source, offset: range.offset + skipped, length: range.length - skipped };
    parts.push({ name: queue === 'receive' ? 'inq' : 'outq', data, padding: 0 });
  }
  return { parts, length: Math.min(stored, length) };
}
