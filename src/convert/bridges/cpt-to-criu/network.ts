/**
 * The network namespace: lo with its addresses, routes through it, packet filters. Other devices are the
 * host's affair: they join two namespaces, and the image holds one end.
 */

import { addTo } from '../../../lists.ts';
import type { NetAddress, NetDevice, PacketFilter } from '../../../model/checkpoint.ts';
import { fileName } from '../../../parse/criu/index.ts';
import { plural } from '../../../plural.ts';
import { type Conversion, namespaces } from './context.ts';
import { addressBytes } from './files/addresses.ts';
import {
  aligned,
  attributeOf,
  fileMagic,
  headerBytes,
  messagesOf,
  messageType,
  netlinkMessage,
} from './netlink-message.ts';
import { writeImage, writeRaw } from './output.ts';
import { message } from './record.ts';

const loopbackIndex = 1;
/** IFF_UP, IFF_LOOPBACK and IFF_RUNNING: netdevice(7). */
const deviceFlag = { up: 0x1, loopback: 0x8, running: 0x40 } as const;
const loopbackMtu = 65536;
const loopbackType = 1;

export function writeNetwork(conversion: Conversion): void {
  const { checkpoint, output, losses } = conversion;
  const { devices, connections, snmp, packetFilters } = checkpoint.network;
  writeImage(output, 'NETNS', namespaces.net, [message('netns_entry', {})]);
  const lo = devices.find(({ index, name }) => index === loopbackIndex || name === 'lo');
  writeImage(output, 'NETDEV', namespaces.net, [message('net_device_entry', loopbackOf(conversion, lo))]);
  for (const device of devices) {
    if (device !== lo) losses.add('network-device', device.name, device);
  }
  writeAddresses(conversion);
  writeRoutes(conversion);
  for (const filter of packetFilters) writeFilter(conversion, filter);
  const [connection] = connections;
  if (connection)
    losses.add(
      'connection-tracking',
      plural(connections.length, 'entry', 'entries'),
      connection,
      connections.length,
    );
  if (snmp.length > 0) losses.add('network-counters', plural(snmp.length, 'table'), snmp[0]);
}

function loopbackOf({ defaults }: Conversion, lo: NetDevice | undefined) {
  if (!lo) defaults.push({ what: 'the loopback device', value: 'up' });
  const isUp = lo === undefined || (lo.flags & deviceFlag.up) !== 0;
  const flags = (lo?.flags ?? 0) | deviceFlag.loopback | (isUp ? deviceFlag.up | deviceFlag.running : 0);
  return { type: loopbackType, ifindex: loopbackIndex, mtu: lo?.mtu ?? loopbackMtu, flags, name: 'lo' };
}

/** ifaddrmsg and its attributes: include/uapi/linux/if_addr.h. */
const addressAttribute = { address: 1, local: 2, label: 3, broadcast: 4 } as const;
const permanent = 0x80;
const familyNumber = { inet: 2, inet6: 10 } as const;
const scopeHost = 254;

function writeAddresses({ checkpoint, output, losses }: Conversion): void {
  const messages = checkpoint.network.addresses.flatMap((address) => {
    if (address.family === 'other') return [];
    if (address.index !== loopbackIndex) losses.add('network-address', address.address, address);
    return [addressMessage(address)];
  });
  if (messages.length > 0) writeRaw(output, 'IFADDR', namespaces.net, joined(fileMagic.addresses, messages));
}

/**
 * An address of another device becomes one of lo without its network, so that sockets which are bound to it
 * can be restored; the network would be swallowed by lo.
 */
function addressMessage(address: NetAddress): Uint8Array {
  const { family, index, masklen, scope } = address;
  const isLoopback = index === loopbackIndex;
  const bytes = addressBytes(address.address);
  const number = family === 'inet6' ? familyNumber.inet6 : familyNumber.inet;
  const fixed = [
    number,
    isLoopback ? masklen : bytes.length * 8,
    permanent,
    isLoopback ? scope : scopeHost,
    ...[loopbackIndex, 0, 0, 0],
  ];
  const label = new TextEncoder().encode('lo\0');
  const attributes =
    number === familyNumber.inet
      ? [
          { type: addressAttribute.address, data: bytes },
          { type: addressAttribute.local, data: bytes },
          { type: addressAttribute.label, data: label },
        ]
      : [{ type: addressAttribute.address, data: bytes }];
  return netlinkMessage(messageType.newAddress, fixed, attributes);
}

function joined(magic: number, messages: readonly Uint8Array[]): Uint8Array {
  const length = messages.reduce((sum, { length: bytes }) => sum + aligned(bytes), 4);
  const all = new Uint8Array(length);
  new DataView(all.buffer).setUint32(0, magic, true);
  let at = 4;
  for (const bytes of messages) {
    all.set(bytes, at);
    at += aligned(bytes.length);
  }
  return all;
}

/** struct rtmsg and what is in it: include/uapi/linux/rtnetlink.h. */
const routeBytes = 12;
const routeAttribute = { outputDevice: 4 } as const;
/**
 * RTPROT_BOOT, the first that people and programs set; the kernel makes its own again, and routers theirs.
 */
const firstSetProtocol = 3;
const routerProtocol = 9;
const clonedFlag = 0x200;
/** Routes that lead nowhere need no device: blackhole, unreachable, prohibit, throw. */
const nowhere: ReadonlySet<number> = new Set([6, 7, 8, 9]);
/** A dump of more bytes is damage. */
const dumpBytesMax = 16 * 1024 * 1024;

function writeRoutes({ checkpoint, output, source, losses }: Conversion): void {
  const kept = new Map<number, Uint8Array[]>();
  for (const { messages, at } of checkpoint.network.routes) {
    const bytes = source.view(messages.offset, Math.min(messages.length, dumpBytesMax)).slice();
    for (const stored of messagesOf(bytes)) {
      if (stored.type !== messageType.newRoute || stored.bytes.length < headerBytes + routeBytes) continue;
      const view = new DataView(stored.bytes.buffer, stored.bytes.byteOffset, stored.bytes.byteLength);
      const fixed = (index: number) => view.getUint8(headerBytes + index);
      if (fixed(5) < firstSetProtocol || fixed(5) === routerProtocol) continue;
      if ((view.getUint32(headerBytes + 8, true) & clonedFlag) !== 0) continue;
      const device = attributeOf(stored, headerBytes + routeBytes, routeAttribute.outputDevice)?.getUint32(
        0,
        true,
      );
      if (device === loopbackIndex || (device === undefined && nowhere.has(fixed(7)))) {
        const family = fixed(0);
        addTo(kept, family, stored.bytes);
      } else losses.add('route', `through device ${device ?? 'unknown'}`, { at });
    }
  }
  const images = [
    ['ROUTE', familyNumber.inet],
    ['ROUTE6', familyNumber.inet6],
  ] as const;
  for (const [image, family] of images) {
    const messages = kept.get(family);
    if (messages) writeRaw(output, image, namespaces.net, joined(fileMagic.routes, messages));
  }
}

const chunkBytes = 64 * 1024;

/** Text up to the first NUL, as the restoring kernels read it. */
function writeFilter({ output, source }: Conversion, { family, text }: PacketFilter): void {
  let length = 0;
  while (length < text.length) {
    const chunk = source.view(text.offset + length, Math.min(chunkBytes, text.length - length));
    const end = chunk.indexOf(0);
    length += end === -1 ? chunk.length : end;
    if (end !== -1) break;
  }
  if (length === 0) return;
  const file = output.create(fileName(family === 'inet6' ? 'IP6TABLES' : 'IPTABLES', namespaces.net));
  file.copy(source, text.offset, length);
  file.close();
}
