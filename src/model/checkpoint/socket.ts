/** Sockets with addresses, options, protocol state and what is queued in them. */
import type { ByteRange, Id, Placed } from './base.ts';

export type SocketAddress =
  /** `name` is absent for an unbound socket; an abstract name is given without its leading NUL. */
  | { readonly family: 'unix'; readonly name?: string; readonly isAbstract: boolean }
  | { readonly family: 'inet'; readonly address: string; readonly port: number }
  | {
      readonly family: 'inet6';
      readonly address: string;
      readonly port: number;
      readonly flowInfo: number;
      readonly scopeId: number;
    }
  | { readonly family: 'netlink'; readonly pid: number; readonly groups: number }
  | { readonly family: 'packet'; readonly protocol: number; readonly ifindex: number }
  | { readonly family: 'other'; readonly number: number; readonly hex: string };

/** A number by the kernel's name for it, without the prefix of the structure. */
export type NamedNumbers = Readonly<Record<string, number | bigint | readonly number[]>>;

/** A descriptor in transit, see SCM_RIGHTS in unix(7). */
export interface PassedFile extends Placed {
  readonly fd: number;
  readonly opened?: Id<'file'> | undefined;
}

export interface SocketBuffer extends Placed {
  readonly queue: 'none' | 'receive' | 'write' | 'out-of-order' | 'unknown';
  /** Index of the sending socket. */
  readonly ownerIndex?: number | undefined;
  readonly stampNs: bigint;
  readonly lengthBytes: number;
  /** The payload alone. */
  readonly content?: ByteRange | undefined;
  /** Header room and payload, as the kernel keeps them. */
  readonly head?: ByteRange | undefined;
  readonly passedFiles: readonly PassedFile[];
  /** Sender, for unix sockets only. */
  readonly credentials?: { readonly pid: number; readonly uid: number; readonly gid: number } | undefined;
  /** Protocol control block: kernel private. */
  readonly cb: readonly bigint[];
  readonly fields: NamedNumbers;
}

export interface MulticastMembership extends Placed {
  readonly family: number;
  readonly mode: number;
  readonly ifindex: number;
  /** Group first, then the sources. */
  readonly addresses: readonly string[];
}

/** A connection that is being opened (SYN queue). */
export interface OpenRequest extends Placed {
  readonly family: number;
  readonly localAddress: string;
  readonly remoteAddress: string;
  readonly remotePort: number;
  readonly expiresTicks: bigint;
  readonly fields: NamedNumbers;
}

export interface PacketMembership extends Placed {
  readonly ifindex: number;
  readonly count: number;
  readonly type: number;
  /** Hexadecimal. */
  readonly address: string;
}

export interface PacketSocket extends Placed {
  readonly fields: NamedNumbers;
  readonly rxRing: NamedNumbers;
  readonly txRing: NamedNumbers;
  readonly memberships: readonly PacketMembership[];
}

export interface Socket extends Placed {
  readonly id: Id<'socket'>;
  /** Running number that peers, listeners, buffers and files refer to; absent for orphans. */
  readonly index?: number | undefined;
  /** Closed by its last holder but still sending. */
  readonly isOrphan: boolean;
  readonly opened?: Id<'file'> | undefined;
  /** Index of the listening socket whose accept queue the connection waits in. */
  readonly parentIndex?: number | undefined;
  readonly peerIndex?: number | undefined;
  readonly isSocketPair: boolean;
  /** `AF_*`, `SOCK_*`, `IPPROTO_*`. */
  readonly family: number;
  readonly type: number;
  readonly protocol: number;
  /** `SS_*`. */
  readonly socketState: number;
  /** `TCP_*`, which all protocols use. */
  readonly state: number;
  readonly stateName: string;
  readonly local?: SocketAddress | undefined;
  readonly remote?: SocketAddress | undefined;
  readonly peerCredentials: { readonly pid: number; readonly uid: number; readonly gid: number };
  readonly isDeleted: boolean;
  readonly isDelayed: boolean;
  /** Mount that the path of a unix socket lies on. */
  readonly mount?: Id<'mount'> | undefined;
  /** Mode and owner of the bound path, where stored. */
  readonly inodeMode?: number | undefined;
  readonly inodeUid?: number | undefined;
  readonly inodeGid?: number | undefined;
  /** Name that the path of a deleted unix socket has beside it. */
  readonly alias?: string | undefined;
  /** Directory that a relative name of a unix socket was bound in. */
  readonly directory?: string | undefined;
  /** Connections that may wait, of a listening socket: the second argument of listen(2). */
  readonly backlog?: number | undefined;
  /** A unix socket whose other end was not dumped. */
  readonly isExternal?: boolean | undefined;
  /** Number of its network namespace, see `NetworkNamespace.number`. */
  readonly namespace?: number | undefined;
  /** SO_BINDTODEVICE. */
  readonly boundDevice?: string | undefined;
  readonly shutdown: number;
  /** SO_RCVTIMEO, SO_SNDTIMEO, SO_LINGER; absent for no limit. */
  readonly rcvTimeoutNs?: bigint | undefined;
  readonly sndTimeoutNs?: bigint | undefined;
  readonly lingerNs?: bigint | undefined;
  /** Arrival of the last packet that was read; absent when there was none. */
  readonly stampNs?: bigint | undefined;
  readonly rcvbufBytes: number;
  readonly sndbufBytes: number;
  readonly flags: bigint;
  readonly socketFlags: bigint;
  readonly options: NamedNumbers;
  /** IPv4, IPv6, UDP and TCP state; only where the family and protocol have it. */
  readonly ip?: NamedNumbers | undefined;
  readonly ip6?: NamedNumbers | undefined;
  readonly udp?: NamedNumbers | undefined;
  readonly tcp?: NamedNumbers | undefined;
  /** Classic BPF program. */
  readonly filter?: ByteRange | undefined;
  readonly multicast: readonly MulticastMembership[];
  readonly packet?: PacketSocket | undefined;
  /** In order, all queues. */
  readonly buffers: readonly SocketBuffer[];
  readonly openRequests: readonly OpenRequest[];
}
