/**
 * Sockets, devices, routes, firewall and connection tracking: checks that restoring kernels make on single
 * objects.
 */
import { latin1Text } from '../../../byte-text.ts';
import { recordPath } from '../../../parse/cpt/path.ts';
import { type AnyRecord, type ObjectRecord, sectionOf } from '../../../parse/cpt/record.ts';
import { contentType, sectionType, socketFamily } from '../../../parse/generated/cpt-records.ts';
import {
  fieldPlace,
  headPlace,
  payloadBytes,
  payloadPlace,
  type RecordRuleContext,
  type RecordRuleMaker,
} from '../rule.ts';

const ipFamilies: ReadonlySet<number> = new Set([socketFamily.inet, socketFamily.inet6]);
const instructionBytes = 8;
/** BUG_ON in rst_restore_netstats. */
const statisticsBytes = 232;

export const socketRule: RecordRuleMaker = ({ report }) => ({
  on: {
    bits: (record) => {
      if (record.parent?.kind !== 'skb') return;
      const { hspace, len } = record.parent.fields;
      if (record.fields.size === hspace + len) return;
      const message = `${record.fields.size} bytes in a buffer of ${hspace} + ${len}: EINVAL`;
      report('socket-buffer-size', message, fieldPlace(record, 'size'));
    },
    skfilter: (record) => {
      if ((record.fields.size ?? 0) % instructionBytes === 0) return;
      const message = `a socket filter of ${record.fields.size} bytes; instructions have 8 (EINVAL)`;
      report('filter-length', message, fieldPlace(record, 'size'));
    },
    sock_mcaddr: (record) => {
      if (ipFamilies.has(record.fields.family)) return;
      const message = `a multicast membership of family ${record.fields.family}: EAFNOSUPPORT`;
      report('multicast-family', message, fieldPlace(record, 'family'));
    },
    sock_packet: (record) => {
      if (record.parent?.kind !== 'socket' || record.parent.fields.family === socketFamily.packet) return;
      const message = `packet options on a socket of family ${record.parent.fields.family}: EINVAL`;
      report('packet-options', message, headPlace(record, 'type'));
    },
  },
});

export const deviceRule: RecordRuleMaker = (context) => ({
  on: {
    net_ifaddr: (record) => {
      if (ipFamilies.has(record.fields.family)) return;
      const message = `an interface address of family ${record.fields.family}; known are 2 and 10 (EINVAL)`;
      context.report('address-family', message, fieldPlace(record, 'family'));
    },
    net_stats: (record) => {
      if (record.hdrlen === statisticsBytes) return;
      const message = `device statistics with a header of ${record.hdrlen} bytes: the kernel stops with BUG() unless it is 232`;
      context.report('device-statistics', message, headPlace(record, 'hdrlen'));
    },
    net_route: (record) => checkRoutes(context, record),
    net_conntrack: (record) => checkDirections(context, record),
    bits: (record) => {
      if (record.parent?.kind === 'section' && sectionOf(record) === sectionType.snmp_stats)
        checkCounters(context, record);
    },
    name: (record) => {
      if (record.parent?.kind === 'section' && sectionOf(record) === sectionType.net_iptables)
        checkFirewall(context, record);
    },
  },
});

const routeHeaderBytes = 16;
const routeBytesMax = 4096;
/** A dump of all routes; larger ones are judged up to here. */
const routeDumpBytesMax = 1024 * 1024;

function checkRoutes(context: RecordRuleContext, record: ObjectRecord<'net_route'>): void {
  const bytes = payloadBytes(context, record, routeDumpBytesMax);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset, path } = payloadPlace(record);
  for (let at = 0; at + routeHeaderBytes <= bytes.length; ) {
    const length = view.getUint32(at, true);
    const isLast = view.getUint16(at + 4, true) === 3;
    if (length < routeHeaderBytes || length > routeBytesMax || length > bytes.length - at) {
      if (isPadding(bytes, at)) return;
      const message = `a route message of ${length} bytes with ${bytes.length - at} left: EINVAL`;
      context.report('route-message', message, { offset: offset + at, length: 4, path });
      return;
    }
    if (isLast) return;
    at += (length + 3) & ~3;
  }
}

const isPadding = (bytes: Uint8Array, at: number) =>
  bytes.length - at < routeHeaderBytes + 8 && bytes.subarray(at).every((byte) => byte === 0);

/** IP_CT_DIR_ORIGINAL and _REPLY; images before 0x200 know the direction by place alone. */
function checkDirections({ report, header }: RecordRuleContext, record: ObjectRecord<'net_conntrack'>): void {
  if (header.imageVersion < 0x200) return;
  for (const [index, { dir }] of record.fields.tuples.entries()) {
    if (dir === index) continue;
    const message = `tuple ${index} of a connection has direction ${dir}: EINVAL`;
    report('connection-direction', message, fieldPlace(record, `tuples[${index}].dir`));
  }
}

const countersBytesMax = 4092;

function checkCounters({ report }: RecordRuleContext, record: ObjectRecord<'bits'>): void {
  const { length } = record.payload;
  const isKnown = record.content === contentType.data || record.content === contentType.void;
  if (isKnown && length < countersBytesMax && length % 4 === 0) return;
  const message = `counters of ${length} bytes with content code ${record.content}: EINVAL`;
  report('snmp-table', message, isKnown ? headPlace(record, 'next') : headPlace(record, 'content'));
}

/** Rules of a container are a few kilobytes of text. */
const firewallBytesMax = 1024 * 1024;

function checkFirewall(context: RecordRuleContext, record: AnyRecord): void {
  const bytes = payloadBytes(context, record, firewallBytesMax);
  const end = bytes.indexOf(0);
  const text = latin1Text(end < 0 ? bytes : bytes.subarray(0, end));
  if (text === '' || (/^\*\w+/m.test(text) && /^COMMIT/m.test(text))) return;
  const message = `${recordPath(record)} is no text of iptables-save: a table and COMMIT are missing (EINVAL)`;
  context.report('firewall-text', message, payloadPlace(record));
}
