/** Options that sockets of all families have: sk_opts_entry. */
import type { NamedNumbers, Socket } from '../../../../model/checkpoint.ts';
import type { SkOptsEntry } from '../../../../parse/generated/criu-descriptors.ts';
import type { Conversion } from '../context.ts';

/** enum sock_flags of net/sock.h, unchanged from 2.6.8 to 2.6.32. */
const sockFlag = {
  urgentInline: 1n << 2n,
  keepAlive: 1n << 3n,
  linger: 1n << 4n,
  broadcast: 1n << 6n,
} as const;
/** SOCK_PASSSEC of linux/net.h, a bit of struct socket in all kernels from 2.6.18 to 2.6.32. */
const passSecurity = 1n << 4n;
const isUnix = ({ family }: Socket): boolean => family === 1;
/** SOCK_SNDBUF_LOCK and SOCK_RCVBUF_LOCK. */
const bufferLocks = 3;
const billion = 1_000_000_000n;
/** struct sock_filter: code, two jumps, a value. */
const instructionBytes = 8;

export function optionsOf(conversion: Conversion, socket: Socket): SkOptsEntry {
  const { options, flags } = socket;
  const has = (flag: bigint) => (flags & flag) !== 0n;
  const send = timeout(socket.sndTimeoutNs);
  const receive = timeout(socket.rcvTimeoutNs);
  const device = boundDevice(conversion, socket);
  const filter = filterOf(conversion, socket);
  return {
    so_sndbuf: socket.sndbufBytes,
    so_rcvbuf: socket.rcvbufBytes,
    so_snd_tmo_sec: send.seconds,
    so_snd_tmo_usec: send.microseconds,
    so_rcv_tmo_sec: receive.seconds,
    so_rcv_tmo_usec: receive.microseconds,
    reuseaddr: number(options, 'reuse') !== 0,
    so_priority: number(options, 'priority'),
    so_rcvlowat: number(options, 'rcvlowat'),
    so_passcred: number(options, 'passcred') !== 0,
    ...(isUnix(socket) && (socket.socketFlags & passSecurity) !== 0n && { so_passsec: true }),
    so_dontroute: number(options, 'localroute') !== 0,
    so_no_check: number(options, 'noCheck') !== 0,
    ...(device && { so_bound_dev: device }),
    ...(filter && { so_filter: filter }),
    so_reuseport: false,
    so_broadcast: has(sockFlag.broadcast),
    so_keepalive: has(sockFlag.keepAlive),
    so_oobinline: has(sockFlag.urgentInline) ? 1 : 0,
    // Present means on.
    ...(has(sockFlag.linger) && { so_linger: lingerSeconds(socket.lingerNs) }),
    so_buf_lock: number(options, 'userlocks') & bufferLocks,
  };
}

export function number(values: NamedNumbers | undefined, name: string): number {
  const value = values?.[name];
  return typeof value === 'object' || value === undefined ? 0 : Number(value);
}

function timeout(ns = 0n) {
  return { seconds: ns / billion, microseconds: (ns % billion) / 1000n };
}

/** To the nearest second, as CRIU has no other unit; an image whose ticks were rescaled may be a little off. */
function lingerSeconds(ns = lingerMaxSeconds * billion): number {
  const seconds = (ns + billion / 2n) / billion;
  return Number(seconds < lingerMaxSeconds ? seconds : lingerMaxSeconds);
}

/** net/core/sock.c takes an int; longer is for ever. */
const lingerMaxSeconds = 0x7fffffffn;

const loopbackIndex = 1;

/** Only lo is made again. */
function boundDevice({ losses }: Conversion, socket: Socket): string | undefined {
  const index = number(socket.options, 'boundDevIf');
  if (index === 0) return undefined;
  if (index === loopbackIndex) return 'lo';
  losses.add('network-device', `a socket is bound to device ${index}`, socket);
  return undefined;
}

/** criu/sockets.c, encode_filter: an instruction is one word. */
function filterOf({ source }: Conversion, { filter }: Socket): readonly bigint[] | undefined {
  if (!filter || filter.length < instructionBytes) return undefined;
  const bytes = source.view(filter.offset, filter.length).slice();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.length / instructionBytes) }, (_, index) => {
    const at = index * instructionBytes;
    const code = BigInt(view.getUint16(at, true));
    const [ifTrue, ifFalse] = [BigInt(view.getUint8(at + 2)), BigInt(view.getUint8(at + 3))];
    return (code << 48n) | (ifTrue << 40n) | (ifFalse << 32n) | BigInt(view.getUint32(at + 4, true));
  });
}
