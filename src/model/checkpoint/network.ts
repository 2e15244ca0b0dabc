/** The network namespace: devices, addresses, routes, packet filter text, connection tracking, counters. */
import type { ByteRange, Id, Placed } from './base.ts';
import type { NamedNumbers } from './socket.ts';

export type DeviceDriver =
  | {
      readonly kind: 'tun';
      readonly fields: NamedNumbers;
      /** Hexadecimal. */
      readonly address: string;
      readonly opened?: Id<'file'> | undefined;
      readonly filter?:
        | { readonly count: number; readonly mask: readonly number[]; readonly addresses: string }
        | undefined;
    }
  | { readonly kind: 'veth' | 'tunnel'; readonly fields: NamedNumbers }
  | { readonly kind: 'bridge'; readonly fields: NamedNumbers; readonly ports: readonly string[] };

/** What lies in one of several network namespaces. */
export interface InNamespace extends Placed {
  /** `NetworkNamespace.number`; absent where the image has but one. */
  readonly namespace?: number | undefined;
}

export interface NetDevice extends InNamespace {
  readonly index: number;
  readonly name: string;
  /** `IFF_*`. */
  readonly flags: number;
  readonly mtu?: number | undefined;
  /** Hexadecimal, 32 bytes. */
  readonly hardwareAddress?: string | undefined;
  readonly stats?: NamedNumbers | undefined;
  /** `net.ipv4.conf` values in the kernel's order. */
  readonly ipv4Config?: readonly number[] | undefined;
  readonly driver?: DeviceDriver | undefined;
  /** `veth`, `bridge`, `macvlan` … where the image says it; `external` for one that the host puts there. */
  readonly kind?: string | undefined;
  /** Index of the bridge or bond that it is a port of. */
  readonly master?: number | undefined;
  /** IFLA_LINK: the other end of a veth, what a macvlan lies on; and the namespace of that, where it was dumped. */
  readonly peerIndex?: number | undefined;
  readonly peerNamespace?: number | undefined;
}

export interface NetAddress extends InNamespace {
  readonly index: number;
  readonly family: 'inet' | 'inet6' | 'other';
  readonly address: string;
  readonly masklen: number;
  readonly flags: number;
  readonly scope: number;
  readonly peer: string;
  readonly broadcast: string;
  readonly label: string;
  /** IPv6 only, seconds; 2^32-1 is for ever. */
  readonly validLft?: number | undefined;
  readonly preferedLft?: number | undefined;
}

export interface ConnTuple {
  readonly source: string;
  readonly sourcePort: number;
  readonly destination: string;
  readonly destinationPort: number;
  readonly protocol: number;
  readonly direction: number;
  readonly l3num?: number | undefined;
}

export interface ConnExpectation extends Placed {
  readonly timeoutTicks: bigint;
  /** Index of the connection; 0 for none. */
  readonly siblingIndex: number;
  readonly tuple: ConnTuple;
  readonly mask: ConnTuple;
  readonly connection?: ConnTuple | undefined;
  readonly help?: readonly number[] | undefined;
  readonly fields: NamedNumbers;
}

export interface ConnTrack extends Placed {
  /** Original direction, then reply. */
  readonly tuples: readonly ConnTuple[];
  readonly status: bigint;
  /** Ticks left. */
  readonly timeoutTicks: bigint;
  readonly index: number;
  /** Protocol state, kernel private, as 32-bit words. */
  readonly protoData: readonly number[];
  readonly helpData: readonly number[];
  readonly fields: NamedNumbers;
  readonly natSeq: readonly NamedNumbers[];
  readonly natManips: readonly NamedNumbers[];
  readonly expectations: readonly ConnExpectation[];
}

/** Text of `iptables-save`, or of `nft list ruleset` for all families; ended by NUL or the end of the range. */
export interface PacketFilter extends InNamespace {
  readonly family: 'inet' | 'inet6' | 'all';
  readonly text: ByteRange;
  /** Rules in it, without those of the next line. */
  readonly rules?: number | undefined;
  /** The chains with which CRIU kept packets out while it dumped stand there, too. */
  readonly hasDumpLock?: boolean | undefined;
}

/** See ip-route(8); numbers are those of linux/rtnetlink.h. */
export interface Route extends InNamespace {
  readonly family: 'inet' | 'inet6' | 'other';
  /** Absent for the default route. */
  readonly destination?: string | undefined;
  readonly gateway?: string | undefined;
  readonly source?: string | undefined;
  /** Index of the device. */
  readonly device?: number | undefined;
  readonly metric?: number | undefined;
  readonly table: number;
  /** `RTPROT_*`, `RT_SCOPE_*`, `RTN_*`, `RTNH_F_*`. */
  readonly protocol: number;
  readonly scope: number;
  readonly type: number;
  readonly flags: number;
  /** Several ways instead of one. */
  readonly hops: readonly { readonly device: number; readonly gateway: string | undefined }[];
}

/** See ip-rule(8). */
export interface RoutingRule extends InNamespace {
  readonly family: 'inet' | 'inet6' | 'other';
  readonly priority: number;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly inputDevice?: string | undefined;
  readonly outputDevice?: string | undefined;
  readonly mark?: number | undefined;
  readonly table: number;
  /** `FR_ACT_*` of linux/fib_rules.h. */
  readonly action: number;
}

/** rtnetlink messages, see rtnetlink(7). */
export interface RouteDump extends InNamespace {
  readonly messages: ByteRange;
  /** What they say. */
  readonly entries: readonly Route[];
}

/** One of several network namespaces of an image. */
export interface NetworkNamespace extends Placed {
  readonly number: number;
  /** Name by which the restore is told where it is; absent for one that is made anew. */
  readonly externalKey?: string | undefined;
  /** Tracked connections that stand in a file of messages. */
  readonly connections: number;
  /** The same: of each the way there, then the way back. */
  readonly tracked?: readonly { readonly tuples: readonly ConnTuple[] }[];
}

export interface SnmpTable extends Placed {
  readonly name: string;
  /** 32-bit counters; empty where the kernel had none. */
  readonly counters: ByteRange;
}

export interface Network {
  readonly devices: readonly NetDevice[];
  readonly addresses: readonly NetAddress[];
  readonly routes: readonly RouteDump[];
  readonly packetFilters: readonly PacketFilter[];
  readonly connections: readonly ConnTrack[];
  readonly snmp: readonly SnmpTable[];
  readonly rules: readonly RoutingRule[];
  /** Ascending by number; empty where the image has but one and no number for it. */
  readonly namespaces: readonly NetworkNamespace[];
}
