/** images/netdev.proto, enum nd_type. */
export const types = { loopback: 1, veth: 2, tun: 3, external: 4, macvlan: 7 } as const;
