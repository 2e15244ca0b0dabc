/**
 * Network devices, addresses, routes and counters: kernel/cpt/rst_net.c. Values that the network code
 * would refuse (routes to nowhere, unknown device names) are only logged there and pass here.
 */
import { contentType, objectType, sectionType, socketFamily } from '../../../parse/generated/cpt-records.ts';
import { type ReadObject, textOf } from './image-reader.ts';
import type { Restore } from './restore.ts';
import { crash, refuse } from './stop.ts';

export function restoreNetwork(restore: Restore): void {
  restoreDevices(restore);
  restoreAddresses(restore);
  restoreRoutes(restore);
  restoreFilters(restore);
}

/**
 * Devices that a container has from the start; others are made from the object that follows their header.
 */
const ownDevices: ReadonlySet<string> = new Set(['lo', 'venet0']);
const madeDevices: ReadonlySet<number> = new Set([
  objectType.net_tuntap,
  objectType.net_veth,
  objectType.net_ipip_tunnel,
  objectType.net_br,
]);
/** sizeof(struct cpt_netstats_image), which both kernels insist on. */
const statsBytes = 232;

function restoreDevices(restore: Restore): void {
  const { reader } = restore;
  const { start, end } = restore.section(sectionType.net_device);
  reader.place = 'NET_DEVICE';
  for (const device of reader.objects('net_device', start, end)) {
    const name = textOf(device.fields.name);
    const isMade = inspectDevice(restore, device, name);
    if (isMade || ownDevices.has(name)) restore.devices.add(device.fields.index);
    else restore.say('section-ignored', device.offset, `there is no network device "${name}"`);
    restore.did('device', restore.first, device.offset, { name, index: device.fields.index });
  }
}

function inspectDevice(restore: Restore, device: ReadObject<'net_device'>, name: string): boolean {
  let isMade = false;
  for (const { offset, object, hdrlen } of restore.reader.headers(device.body, device.end, 'a device')) {
    if (madeDevices.has(object)) isMade = true;
    if (object === objectType.net_stats && hdrlen !== statsBytes) {
      const message = `the statistics of ${name} have ${hdrlen} bytes: BUG_ON for all but ${statsBytes}`;
      crash('net-stats-size', restore.at(offset), message);
    }
  }
  return isMade;
}

function restoreAddresses(restore: Restore): void {
  const { reader } = restore;
  const { start, end } = restore.section(sectionType.net_ifaddr);
  reader.place = 'NET_IFADDR';
  for (const { offset, fields } of reader.objects('net_ifaddr', start, end)) {
    if (!restore.devices.has(fields.index)) {
      const message = `an address is for device ${fields.index}, which the container does not have`;
      refuse('network-address', 'EINVAL', restore.at(offset), message);
    }
    if (fields.family !== socketFamily.inet && fields.family !== socketFamily.inet6) {
      refuse('network-address', 'EINVAL', restore.at(offset), `addresses of family ${fields.family}`);
    }
    restore.did('address', restore.first, offset, { index: fields.index, family: fields.family });
  }
}

const messageHeaderBytes = 16;
const messageBytesMax = 4096;

/** Messages of a netlink dump, each padded to 4 bytes. */
function restoreRoutes(restore: Restore): void {
  const { reader } = restore;
  const { start, end } = restore.section(sectionType.net_route);
  reader.place = 'NET_ROUTE';
  if (start >= end) return;
  const routes = reader.object('net_route', start);
  for (let at = routes.body; at + messageHeaderBytes <= Math.min(routes.end, end); ) {
    const bytes = reader.bytes(at, 4, 'a route');
    const length = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
    if (length < messageHeaderBytes || length > messageBytesMax || at + length > routes.end) {
      refuse('route-message', 'EINVAL', restore.at(at), `a route message of ${length} bytes`);
    }
    at += (length + 3) & ~3;
  }
  restore.did('routes', restore.first, routes.offset, { bytes: routes.end - routes.body });
}

/** Text for iptables-restore, which runs in the container root. */
function restoreFilters(restore: Restore): void {
  const { reader } = restore;
  const { start, end } = restore.section(sectionType.net_iptables);
  reader.place = 'NET_IPTABLES';
  if (start >= end) return;
  reader.object('name', start);
  restore.needed('program', 'iptables-restore', start);
}

/** The kernel copies each set of counters into one page with a header in front. */
const countersBytesMax = 4092;

export function restoreCounters(restore: Restore): void {
  const { reader } = restore;
  const { start, end } = restore.section(sectionType.snmp_stats);
  reader.place = 'SNMP_STATS';
  for (const counters of reader.objects('bits', start, end)) {
    const { content, offset, next, hdrlen } = counters;
    if (content === contentType.void) return;
    if (content !== contentType.data || next - hdrlen >= countersBytesMax) {
      const message = `counters of content ${content} with ${next - hdrlen} bytes`;
      refuse('snmp-counters', 'EINVAL', restore.at(offset), message);
    }
  }
}
