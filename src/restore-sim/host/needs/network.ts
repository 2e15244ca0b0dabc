/** What sockets find in the network that the restorer starts in, or that is handed over to it. */
import type { Condition } from '../../conditions.ts';
import { plainAddress } from '../../mapped-address.ts';
import type { HostListener, HostNetwork } from '../host.ts';
import {
  hasFact,
  type Judge,
  type Judgement,
  judged,
  numberFact,
  type Situation,
  textFact,
} from './judge.ts';
import { unlessCached } from './kernel-cache.ts';

/** Fact `key`: the network is handed over under it. */
function networkOf(condition: Condition, { host, options }: Situation): HostNetwork | undefined {
  const key = textFact(condition, 'key');
  if (key === '') return host?.network;
  const given = options?.values('--inherit-fd').find((value) => value.endsWith(`]:${key}`));
  const fd = Number(/^fd\[(\d+)\]/.exec(given ?? '')?.[1] ?? -1);
  return host?.restorer?.descriptors?.find((descriptor) => descriptor.fd === fd)?.network;
}

const anywhere: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

const isOfIpv6 = (address: string): boolean => address.includes(':');

/**
 * `::` takes IPv4 as well, unless it is told not to: of the image that is known (fact `isV6Only`), of the host only
 * newer tools tell.
 */
function overlap({ address: host, isV6Only }: HostListener, condition: Condition): 'no' | 'maybe' | 'yes' {
  const [image, other] = [plainAddress(textFact(condition, 'address')), plainAddress(host)];
  if (isOfIpv6(other) === isOfIpv6(image)) {
    return other === image || anywhere.has(other) || anywhere.has(image) ? 'yes' : 'no';
  }
  if (image === '::') return numberFact(condition, 'isV6Only') === 1 ? 'no' : 'yes';
  if (other !== '::' || isV6Only === true) return 'no';
  return isV6Only === false ? 'yes' : 'maybe';
}

/**
 * CRIU binds with SO_REUSEADDR and SO_REUSEPORT, whatever the socket had (criu/sk-inet.c, open_inet_sk): what is in the
 * way depends on the other one. Undefined: nobody can tell, as of connections; where the socket of the image was shared
 * (`isShared`), the other one may be as well.
 */
function isJoinable(one: HostListener, condition: Condition): boolean | undefined {
  const { protocol, isListening, isShared } = one;
  if (protocol === 'tcp' && isListening === false) return isShared;
  return isShared ?? (protocol === 'tcp' && numberFact(condition, 'isShared') !== 1 ? false : undefined);
}

/** Facts: `protocol`, `address`, `port`; `lastPort` of several in a row. */
export const portJudge: Judge = (condition, situation): Judgement => {
  const { listening, showsBound } = networkOf(condition, situation) ?? {};
  if (listening === undefined) return 'open';
  const protocol = textFact(condition, 'protocol');
  const port = numberFact(condition, 'port');
  const last = hasFact(condition, 'lastPort') ? numberFact(condition, 'lastPort') : port;
  let maybe: string | undefined;
  for (const one of listening) {
    if (one.protocol !== protocol || one.port < port || one.port > last) continue;
    const how = overlap(one, condition);
    if (how === 'no') continue;
    // What is left of connections is most likely of the server itself, and has its options.
    if (one.isOver === true && numberFact(condition, 'isReused') === 1) continue;
    const isFree = isJoinable(one, condition);
    if (isFree === true && how === 'yes') continue;
    const who = `${isOfIpv6(one.address) ? `[${one.address}]` : one.address}:${one.port}`;
    if (how === 'yes' && isFree === false) return { found: `${who} is in use` };
    maybe ??=
      one.isOver === true
        ? `${who} is of a connection that has ended, and stays taken for a minute`
        : `${who} is in use, and may be taken or shared`;
  }
  if (maybe !== undefined) return { maybe };
  return protocol === 'tcp' && showsBound !== true
    ? {
        maybe: `nobody listens to ${port}${last > port ? `-${last}` : ''}; whether a socket is bound to it, the host does not show`,
      }
    : 'met';
};

/** linux/ping.c, ping_init_sock: the group of who makes the socket, which is CRIU. */
export const pingGroupJudge: Judge = (_, { host }): Judgement => {
  const range = host?.sysctls?.['net.ipv4.ping_group_range'];
  const gid = host?.restorer?.gid;
  if (range === undefined || gid === undefined) return 'open';
  const [low = 1, high = 0] = range.trim().split(/\s+/).map(Number);
  return judged(low <= gid && gid <= high, `net.ipv4.ping_group_range ${low} ${high}`);
};

/** With ip_nonlocal_bind, sockets are bound to what is not there. */
const nonlocal = (address: string): string =>
  address.includes(':') ? 'net.ipv6.ip_nonlocal_bind' : 'net.ipv4.ip_nonlocal_bind';

/** IPv4 alone: sockets of IPv6 that listen are bound to what is nowhere. */
function isInRange(address: string, range: string): boolean {
  const [start = '', length = ''] = range.split('/');
  const [own, first] = [numberOf(address), numberOf(start)];
  if (length === '' || own === undefined || first === undefined) return false;
  const size = 2 ** (32 - Number(length));
  return Math.floor(own / size) === Math.floor(first / size);
}

function numberOf(address: string): number | undefined {
  const bytes = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(address)?.slice(1);
  return bytes?.reduce((sum, byte) => sum * 256 + Number(byte), 0);
}

export const addressJudge: Judge = (condition, situation): Judgement => {
  const { addresses } = networkOf(condition, situation) ?? {};
  if (addresses === undefined) return 'open';
  const address = textFact(condition, 'address');
  if (addresses.includes(address) || addresses.some((range) => isInRange(address, range))) return 'met';
  const isAllowed = situation.host?.sysctls?.[nonlocal(address)] === '1';
  // A connection needs a way to its other side as well (soccr: Can't connect inet socket back).
  if (isAllowed && numberFact(condition, 'isConnected') === 1)
    return { maybe: 'on no device; sockets may be bound to it, and reach the other side where a route does' };
  return { found: 'on no device', ...(isAllowed && { otherwise: 'loses' as const }) };
};

export const interfaceJudge: Judge = (condition, situation): Judgement => {
  const { interfaces } = networkOf(condition, situation) ?? {};
  if (interfaces === undefined) return 'open';
  const name = textFact(condition, 'interface');
  const index = numberFact(condition, 'ifindex');
  const one = interfaces.find((device) => (name === '' ? device.index === index : device.name === name));
  if (one !== undefined && hasFact(condition, 'isBridge') && one.isBridge === false)
    return { found: 'a device that is no bridge' };
  // drivers/net/macvlan.c, macvlan_port_create.
  if (hasFact(condition, 'isParent') && name === 'lo') return { found: 'the loopback device' };
  if (hasFact(condition, 'isParent') && one?.isPort === true) return { found: 'a port of a bridge' };
  return judged(one !== undefined, 'no such device');
};

export const interfaceFreeJudge: Judge = (condition, situation): Judgement => {
  const { interfaces } = situation.host?.network ?? {};
  const name = textFact(condition, 'interface');
  return judged(interfaces && !interfaces.some((device) => device.name === name), 'there is one already');
};

/**
 * Another device under that number is changed instead of made (net/core/rtnetlink.c): refused of another kind ("-95
 * reported by netlink"), and a macvlan of the host would be taken away.
 */
export const numberFreeJudge: Judge = (condition, { host }): Judgement => {
  const { interfaces } = host?.network ?? {};
  const one = interfaces?.find(({ index }) => index === numberFact(condition, 'ifindex'));
  return judged(interfaces && one === undefined, `${one?.name} has it`);
};

export const loopbackJudge: Judge = unlessCached((_, { host }): Judgement => {
  const { interfaces } = host?.network ?? {};
  if (interfaces === undefined) return 'open';
  const lo = interfaces.find(({ name }) => name === 'lo');
  if (lo === undefined) return { found: 'no lo' };
  // One that never was up has no address, and CRIU need not wait for an answer.
  const isBare = host?.network?.addresses?.includes('127.0.0.1') === false;
  return judged(lo.isUp, 'lo is down', isBare ? 'fails' : undefined);
});

export const loopbackOpenJudge: Judge = unlessCached((_, { host }): Judgement => {
  const { loopback, inputPolicy: policy, interfaces } = host?.network ?? {};
  const isOpen = loopback === undefined ? policy && policy === 'ACCEPT' : loopback === 'open';
  if (isOpen !== false) return judged(isOpen, '');
  // That is for the condition before it.
  if (interfaces !== undefined && interfaces.find(({ name }) => name === 'lo')?.isUp !== true) return 'met';
  const found =
    loopback === 'refused' ? 'connections over lo are refused' : 'packets that go over lo are dropped';
  return { found, ...(loopback === 'refused' && { otherwise: 'fails' as const }) };
});

export const unixPeerJudge: Judge = (condition, situation): Judgement => {
  const { unixSockets } = situation.host?.network ?? {};
  const name = textFact(condition, 'path');
  if (unixSockets === undefined) {
    const entry = name.startsWith('/') ? situation.hostRoot?.stat(name) : undefined;
    return situation.hostRoot !== undefined && name.startsWith('/') && entry?.type !== 'socket'
      ? { found: 'no socket there' }
      : 'open';
  }
  const type = textFact(condition, 'type');
  const named = unixSockets.filter((one) => one.name === name);
  if (named.length === 0) return { found: 'nobody is bound to it' };
  return judged(type === '' || named.some((one) => one.type === type), `a ${named[0]?.type} socket`);
};

/** Fact `socket`. Names may be relative to the working directory of the restorer: the last part has to do. */
export const serverJudge: Judge = (condition, { host }): Judgement => {
  const { unixSockets } = host?.network ?? {};
  const socket = textFact(condition, 'socket');
  return judged(
    unixSockets?.some(({ name }) => name === socket || name.endsWith(`/${socket}`)),
    `no ${socket}`,
  );
};
