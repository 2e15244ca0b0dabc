/** For tests only: the network of a recorded host. */
import type { HostNetwork } from '../host.ts';
import type { RecordedRestore } from './recorded-restores.ts';

export function networkOf({ setup, image, host: facts }: RecordedRestore): HostNetwork {
  const pre = setup.pre ?? '';
  let addresses = ['127.0.0.1', '::1', 'fe80::948f:faff:fe51:6a7e', '10.66.0.1', 'fd66::1'];
  let interfaces = [
    { name: 'lo', index: 1, isUp: !/ip link set lo down/.test(pre) },
    { name: 'oe1', index: 2, isUp: true },
    { name: 'oe0', index: 3, isUp: !/ip link set oe0 down/.test(pre) },
  ];
  for (const [, address] of pre.matchAll(/ip (?:-6 )?addr del ([^/ ]+)\//g))
    addresses = addresses.filter((one) => one !== address);
  if (/disable_ipv6/.test(pre)) addresses = addresses.filter((one) => !one.includes(':'));
  const renamed = /ip link set oe0 name (\w+)/.exec(pre)?.[1];
  if (renamed !== undefined)
    interfaces = interfaces.map((one) => (one.name === 'oe0' ? { ...one, name: renamed } : one));
  if (/ip link del oe0/.test(pre)) interfaces = interfaces.filter(({ index }) => index < 2);
  let next = 10;
  for (const [, name = '', peer] of pre.matchAll(/ip link add (\w+) type \w+(?: peer name (\w+))?/g)) {
    interfaces.push({ name, index: next++, isUp: true });
    if (peer !== undefined) interfaces.push({ name: peer, index: next++, isUp: true });
  }
  const listening = /netns exec|for p in range/.test(pre)
    ? []
    : [
        ...pre.matchAll(/(SOCK_DGRAM|2\)|socket\.socket\(([^)]*)\))[\s\S]*?\.bind\(\('([^']*)',(\d+)\)\)/g),
      ].map(([, , kind = '', address = '', port]) => ({
        protocol: /DGRAM|, ?2\b/.test(kind) ? ('udp' as const) : ('tcp' as const),
        address: address === '' ? '0.0.0.0' : address,
        port: Number(port),
      }));
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
    unixSockets: peers,
    inputPolicy: /iptables -P INPUT DROP/.test(pre) ? 'DROP' : 'ACCEPT',
  };
}

const isGone = (facts: RecordedRestore['host']): boolean => facts['listener'] === false;
