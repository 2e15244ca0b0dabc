/** What people call a kind of socket: by family, type and protocol. */
import type { Machine } from '../../abi/machines.ts';
import type { Socket } from '../../model/checkpoint.ts';
import { cptEnums } from '../../parse/generated/cpt-enums.ts';
import { enumText } from '../words.ts';

export interface SocketWords {
  /** `inet`, `unix` … */
  readonly family: string;
  /** `stream`, `dgram` … or `unknown` where the image does not say. */
  readonly type: string;
  /** `tcp`, `unix stream`, `netlink route` … */
  readonly kind: string;
}

export function socketWords(
  { family: familyNumber, type: typeNumber, protocol }: Pick<Socket, 'family' | 'type' | 'protocol'>,
  machine: Machine,
): SocketWords {
  const family = (enumText('socket_family', familyNumber) ?? `AF_${familyNumber}`)
    .replace('AF_', '')
    .toLowerCase();
  const typeName = machine.socketTypes[typeNumber]?.replace('SOCK_', '').toLowerCase();
  const type = typeName || (typeNumber === 0 ? 'unknown' : `type${typeNumber}`);
  return { family, type, kind: kindOf(family, type, protocol) };
}

/** linux/in.h: IPPROTO_*, as ss(8) and /etc/protocols call them. */
export const internetProtocols: Readonly<Record<number, string>> = {
  1: 'icmp',
  2: 'igmp',
  4: 'ipip',
  6: 'tcp',
  17: 'udp',
  33: 'dccp',
  41: 'ipv6',
  46: 'rsvp',
  47: 'gre',
  50: 'esp',
  51: 'ah',
  58: 'icmpv6',
  89: 'ospf',
  94: 'ipip',
  103: 'pim',
  132: 'sctp',
  136: 'udplite',
  255: 'raw',
  256: 'smc',
  262: 'mptcp',
};

/** linux/netlink.h: NETLINK_*. */
const netlinkProtocols: readonly string[] = [
  ...['route', '', 'usersock', 'firewall', 'sock_diag', 'nflog', 'xfrm', 'selinux', 'iscsi', 'audit'],
  ...['fib_lookup', 'connector', 'netfilter', 'ip6_fw', 'dnrtmsg', 'kobject_uevent', 'generic', ''],
  ...['scsitransport', 'ecryptfs', 'rdma', 'crypto', 'smc'],
];

function kindOf(family: string, type: string, protocol: number): string {
  if (family === 'netlink') return `netlink ${netlinkProtocols[protocol] || protocol}`;
  if (family !== 'inet' && family !== 'inet6') return `${family} ${type}`;
  const name = internetProtocols[protocol] ?? `protocol ${protocol}`;
  if (type === 'raw') return `raw ${name}`;
  // IPPROTO_IP: the usual one of the type.
  if (protocol === 0) return type === 'stream' ? 'tcp' : type === 'dgram' ? 'udp' : `${family} ${type}`;
  return name;
}

/** Words that `--type` takes beside states: families, types, protocols. */
export const socketTypeWords: readonly string[] = [
  ...new Set([
    ...(cptEnums['socket_family'] ?? []).map(({ id, kernelName }) =>
      (kernelName ?? id).replace('AF_', '').toLowerCase(),
    ),
    ...['stream', 'dgram', 'raw', 'rdm', 'seqpacket', 'dccp', 'packet', 'unknown', 'netlink'],
    ...['tcp', 'udp', ...Object.values(internetProtocols), ...netlinkProtocols.filter(Boolean)],
  ]),
];

/** net/tcp_states.h. */
export const socketStateNames: readonly string[] = [
  ...['none', 'established', 'syn-sent', 'syn-recv', 'fin-wait-1', 'fin-wait-2', 'time-wait', 'close'],
  ...['close-wait', 'last-ack', 'listen', 'closing', 'unknown'],
];
