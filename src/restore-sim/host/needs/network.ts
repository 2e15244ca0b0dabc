/** What sockets find in the network that the restorer starts in, or that is handed over to it. */
import type { Condition } from '../../conditions.ts';
import type { HostNetwork } from '../host.ts';
import { type Judge, type Judgement, judged, numberFact, type Situation, textFact } from './judge.ts';

/** Fact `key`: the network is handed over under it. */
function networkOf(condition: Condition, { host, options }: Situation): HostNetwork | undefined {
  const key = textFact(condition, 'key');
  if (key === '') return host?.network;
  const given = options?.values('--inherit-fd').find((value) => value.endsWith(`]:${key}`));
  const fd = Number(/^fd\[(\d+)\]/.exec(given ?? '')?.[1] ?? -1);
  return host?.restorer?.descriptors?.find((descriptor) => descriptor.fd === fd)?.network;
}

const anywhere: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

/** `::` takes IPv4 as well, unless it is told not to. */
const overlaps = (a: string, b: string): boolean => {
  if (a === b) return true;
  if (a === '::' || b === '::') return true;
  const isSameFamily = a.includes(':') === b.includes(':');
  return isSameFamily && (anywhere.has(a) || anywhere.has(b));
};

export const portJudge: Judge = (condition, situation): Judgement => {
  const { listening } = networkOf(condition, situation) ?? {};
  if (listening === undefined) return 'open';
  const protocol = textFact(condition, 'protocol');
  const port = numberFact(condition, 'port');
  const address = textFact(condition, 'address');
  const other = listening.find(
    (one) => one.protocol === protocol && one.port === port && overlaps(one.address, address),
  );
  return other === undefined ? 'met' : { found: `${other.address}:${other.port} is in use` };
};

/** With ip_nonlocal_bind, sockets are bound to what is not there. */
const nonlocal = (address: string): string =>
  address.includes(':') ? 'net.ipv6.ip_nonlocal_bind' : 'net.ipv4.ip_nonlocal_bind';

export const addressJudge: Judge = (condition, situation): Judgement => {
  const { addresses } = networkOf(condition, situation) ?? {};
  if (addresses === undefined) return 'open';
  const address = textFact(condition, 'address');
  if (addresses.includes(address)) return 'met';
  const isAllowed = situation.host?.sysctls?.[nonlocal(address)] === '1';
  return { found: 'on no device', ...(isAllowed && { otherwise: 'loses' as const }) };
};

export const interfaceJudge: Judge = (condition, situation): Judgement => {
  const { interfaces } = networkOf(condition, situation) ?? {};
  if (interfaces === undefined) return 'open';
  const name = textFact(condition, 'interface');
  const index = numberFact(condition, 'ifindex');
  const one = interfaces.find((device) => (name === '' ? device.index === index : device.name === name));
  return judged(one !== undefined, 'no such device');
};

export const interfaceFreeJudge: Judge = (condition, situation): Judgement => {
  const { interfaces } = situation.host?.network ?? {};
  const name = textFact(condition, 'interface');
  return judged(interfaces && !interfaces.some((device) => device.name === name), 'there is one already');
};

export const loopbackJudge: Judge = (_, { host }): Judgement => {
  const { interfaces } = host?.network ?? {};
  if (interfaces === undefined) return 'open';
  const lo = interfaces.find(({ name }) => name === 'lo');
  if (lo === undefined) return { found: 'no lo' };
  return judged(lo.isUp, 'lo is down');
};

export const loopbackOpenJudge: Judge = (_, { host }): Judgement => {
  const policy = host?.network?.inputPolicy;
  return judged(policy && policy === 'ACCEPT', 'packets that come in over lo are dropped');
};

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

/** Names are relative to the working directory of the restorer: the last part has to do. */
export const lazyServerJudge: Judge = (_, { host }): Judgement => {
  const { unixSockets } = host?.network ?? {};
  return judged(
    unixSockets?.some(({ name }) => /(^|\/)lazy-pages\.socket$/.test(name)),
    'no lazy-pages.socket',
  );
};
