/** For tests only: the network of a recorded host. */
import type { HostNetwork } from '../host.ts';
import type { RecordedRestore } from './recorded-restores.ts';

interface Devices {
  readonly addresses: readonly string[];
  readonly interfaces: readonly { readonly name: string; readonly index: number; readonly isUp: boolean }[];
}

const ofOe0: readonly string[] = ['fe80::948f:faff:fe51:6a7e', '10.66.0.1', 'fd66::1'];

/** What is there after the commands of ip(8), one after the other. */
function devicesAfter(pre: string): Devices {
  const addresses = new Set(['127.0.0.1', '::1', ...ofOe0]);
  const interfaces = new Map([
    ['lo', { name: 'lo', index: 1, isUp: true }],
    ['oe1', { name: 'oe1', index: 2, isUp: true }],
    ['oe0', { name: 'oe0', index: 3, isUp: true }],
  ]);
  if (/echo 1 > \S*disable_ipv6/.test(pre))
    for (const one of [...addresses]) if (one.includes(':')) addresses.delete(one);
  let next = 10;
  const add = (name: string) => interfaces.set(name, { name, index: next++, isUp: true });
  for (const [, words = ''] of pre.matchAll(/\bip (?:-\d )?((?:addr|link) [^;&|\n]*)/g)) {
    const [, what, name = ''] = /^(\S+ \S+) (?:dev )?([^\s/]+)/.exec(words) ?? [];
    const one = interfaces.get(name);
    if (what === 'addr add') addresses.add(name);
    if (what === 'addr del') addresses.delete(name);
    if (what === 'addr flush') for (const address of ofOe0) addresses.delete(address);
    if (what === 'link set' && one !== undefined) {
      const other = / name (\w+)/.exec(words)?.[1];
      interfaces.delete(name);
      const isUp = / down\b/.test(words) ? false : / up\b/.test(words) ? true : one.isUp;
      interfaces.set(other ?? name, { ...one, name: other ?? name, isUp });
    }
    if (what === 'link add') for (const end of [name, / peer name (\w+)/.exec(words)?.[1]]) if (end) add(end);
    // Both ends of the pair go, and their addresses.
    if (what === 'link del' && one !== undefined) {
      for (const end of ['oe0', 'oe1']) interfaces.delete(end);
      for (const address of ofOe0) addresses.delete(address);
    }
  }
  return { addresses: [...addresses], interfaces: [...interfaces.values()] };
}

/** The network of each run was set up with the program of its tree: without that it stayed as the kernel makes it. */
const unmade: Devices = { addresses: [], interfaces: [{ name: 'lo', index: 1, isUp: false }] };

export function networkOf({ setup, image, host: facts }: RecordedRestore): HostNetwork {
  const pre = setup.pre ?? '';
  const { addresses, interfaces } = /rm .*bin\/ip\b/.test(setup.prep ?? '') ? unmade : devicesAfter(pre);
  const listening = /netns exec|for p in range/.test(pre)
    ? []
    : [
        ...pre.matchAll(/(SOCK_DGRAM|2\)|socket\.socket\(([^)]*)\))[\s\S]*?\.bind\(\('([^']*)',(\d+)\)\)/g),
      ].map(([words, , kind = '', address = '', port]) => {
        const protocol = /DGRAM|, ?2\b/.test(kind) ? ('udp' as const) : ('tcp' as const);
        // SO_REUSEADDR and SO_REUSEPORT, by number.
        const isShared = (protocol === 'udp' ? /setsockopt\(1, ?(2|15),/ : /setsockopt\(1, ?15,/).test(words);
        return { protocol, address: address === '' ? '0.0.0.0' : address, port: Number(port), isShared };
      });
  const isBound = image === 'unixext' && !isGone(facts) && setup.prep === undefined;
  const stream = /UNIX-LISTEN:([^,\s]+)/.exec(pre)?.[1];
  const peers: HostNetwork['unixSockets'] = [
    ...(isBound ? [{ name: '/run/ext.sock', type: 'datagram' as const }] : []),
    ...(stream === undefined ? [] : [{ name: stream, type: 'stream' as const }]),
    ...(/criu lazy-pages/.test(pre) ? [{ name: 'lazy-pages.socket', type: 'stream' as const }] : []),
  ];
  return {
    interfaces,
    addresses,
    listening,
    showsBound: true,
    unixSockets: peers,
    inputPolicy: /iptables -P INPUT DROP/.test(pre) && !/-i lo -j ACCEPT/.test(pre) ? 'DROP' : 'ACCEPT',
  };
}

const isGone = (facts: RecordedRestore['host']): boolean => facts['listener'] === false;
