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

export interface NetDevice extends Placed {
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
}

export interface NetAddress extends Placed {
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

/** `iptables-save` text, ended by NUL or the end of the range. */
export interface PacketFilter extends Placed {
  readonly family: 'inet' | 'inet6';
  readonly text: ByteRange;
}

/** rtnetlink messages, see rtnetlink(7). */
export interface RouteDump extends Placed {
  readonly messages: ByteRange;
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
}
