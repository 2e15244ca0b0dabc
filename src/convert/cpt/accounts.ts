/**
 * The account of a conversion: which fields each row of `rows.ts` may touch, and what came out otherwise
 * without a row that says so. Steps are written with care; this is what notices when the care was not enough.
 */
import type { AnyRecord, ObjectRecord } from '../../parse/cpt/record.ts';
import type { CptKind } from '../../parse/generated/cpt-records.ts';
import type { Facts } from './facts.ts';
import { type FieldValues, isDispensable, isPad, isSame } from './layouts.ts';
import type { RowId } from './rows.ts';

/**
 * By row: `kind.field`, or `kind` alone where the row may leave the whole record out. `content`, `object` and
 * `payload` are parts of a record beside its fields.
 */
const scopes: { readonly [R in RowId]?: string } = {
  H1: 'image.veFeatures image.veFeatures2',
  H2: 'section',
  H3: `image.hz image.startJiffies64 veinfo.startJiffiesDelta task.itProfValue task.itProfIncr
    task.itVirtValue task.itVirtIncr task.itRealValue task.itRealIncr task.starttime task.restart task.utime
    task.stime task.cutime task.cstime signal_struct.utime signal_struct.stime signal_struct.cutime
    signal_struct.cstime siginfo.utime siginfo.stime lastsiginfo.utime lastsiginfo.stime openreq.expires
    net_conntrack.timeout net_conntrack_expect.timeout socket.rcvtimeo socket.sndtimeo socket.lingertime
    socket.rcvTstamp socket.lsndtime socket.ato socket.ackTimeout socket.lrcvtime socket.srtt socket.mdev
    socket.mdevMax socket.rttvar socket.rto socket.sndCwndStamp socket.timeout socket.kaTimeout
    socket.keepaliveTime socket.keepaliveIntvl socket.linger2`,
  V1: 'veinfo.lastPid veinfo.realStartTimespecDelta veinfo.vpidMax veinfo.reserved veinfo.rndVaSpace',
  V2: 'veinfo.lastPid',
  V3: 'veinfo.rndVaSpace',
  V4: 'veinfo.vpidMax',
  V5: 'veinfo.realStartTimespecDelta',
  V6: 'veinfo.aioMaxNr veinfo.veBcap',
  V7: 'veinfo.shmCtlMax veinfo.shmCtlAll',
  U1: 'ubc.parms',
  U2: 'ubc.content ubc.ubResources ubc.ubFlags ubc.parms',
  U3: 'ubc.ubResources ubc.ubFlags',
  U5: 'ubc.parms',
  N1: 'name',
  T1: 'task.posixTimers',
  T2: 'task.starttime task.itRealValue task.itRealIncr',
  T3: 'task.restart',
  T4: 'task.restart',
  T5: 'task.restart',
  T6: 'task.state',
  T7: 'task.state task.ptrace task.pnState task.ppid lastsiginfo',
  T9: 'task.flags',
  T10: 'task.thrflags',
  T11: 'task.sigsuspendState task.thrflags task.sigblocked',
  T12: 'task.keepcap',
  T13: 'signal_struct.pgrp signal_struct.session signal_struct.pgrpType signal_struct.sessionType',
  T14: 'signal_struct.flags',
  T15: 'siginfo.sifields siginfo.sifield28 lastsiginfo.sifields lastsiginfo.sifield28',
  T17: 'task.posixTimers',
  T19: `posix_timer.object posix_timer.content posix_timer.sigevNotifyTid posix_timer.dumpTime`,
  T20: 'x86_regs.gs x86_regs.ugs',
  T21: 'bits.content bits.size bits.payload',
  T23: 'task.policy',
  T27: 'pages.payload',
  T28: 'x86_regs.eax x86_regs.origEax x86_64_regs.rax x86_64_regs.origRax',
  C1: 'task.ecap task.icap task.pcap',
  C2: 'task.bcap',
  M1: 'mm.mmFlags mm.dumpable',
  M2: 'mm.dumpable',
  M3: 'mm.vdso',
  M4: 'vma.type',
  M5: 'section',
  M6: 'mm_auxv',
  M9: 'lazypages',
  M10: 'iterpages iteryoungpages',
  M11: 'pages',
  F1: 'file.vfsmount',
  F2: 'inode.vfsmount',
  F6: 'file',
  F7: 'flock.svid flock.lsid',
  F8: 'vfsmount.mntBind vfsmount.mntParent vfsmount.mntShared vfsmount.mntMaster',
  F9: 'vfsmount.mntflags',
  F10: 'name.len name.content',
  F11: 'name mount_data mount_data.object mount_data.content',
  F12: 'section vfsmount',
  F13: 'namespace task.namespace',
  F15: 'file filedesc epoll_file',
  S1: 'socket.iMode socket.iUid socket.iGid socket.dAlias socket.dAliaslen',
  S2: 'socket.sockflags',
  S3: 'socket.saddr socket.rcvSaddr',
  S6: 'skb.gsoType',
  S7: 'skb.gsoSegs skb.gsoSize',
  S8: 'skb.cb',
  S13: 'sock_packet sock_packet_mc',
  S15: 'skb.ipSummed',
  S16: 'skb.h skb.nh skb.mac',
  D1: 'net_device.mtu',
  D3: 'net_tap_filter net_ipip_tunnel net_ipip_tunnel.link net_br',
  D4: 'net_idev_cnf',
  D6: 'section',
  D7: 'name',
  X1: `net_conntrack.tuples net_conntrack.helpData net_conntrack.id net_conntrack.mark`,
  X2: `net_conntrack net_conntrack.tuples net_conntrack.protoData net_conntrack.helpData
    net_conntrack.initialized net_conntrack.numManips net_conntrack.natManips`,
  X5: `net_conntrack_expect.tuple net_conntrack_expect.mask net_conntrack_expect.ctTuple
    net_conntrack_expect.help net_conntrack_expect.manipProto net_conntrack_expect.seqNumber
    net_conntrack_expect.class net_conntrack_expect.object`,
};

/** `kind` or `kind.field` → the rows that answer for it. */
const rowsOf = new Map<string, readonly RowId[]>();
for (const [row, scope] of Object.entries(scopes)) {
  for (const name of scope.split(/\s+/)) rowsOf.set(name, [...(rowsOf.get(name) ?? []), row as RowId]);
}

/** What every hop may do: the version word is the variant itself. */
const free = new Set(['image.imageVersion']);

const isAnswered = (name: string, noted: readonly RowId[]): boolean =>
  free.has(name) || (rowsOf.get(name)?.some((row) => noted.includes(row)) ?? false);

/**
 * Names of what differs between a record and what became of it although none of the rows that were noted
 * answers for it; empty when all is accounted for. Cheap for a record that did not change.
 */
export function unaccounted(
  before: AnyRecord,
  after: AnyRecord | undefined,
  noted: readonly RowId[],
  facts: Facts,
): readonly string[] {
  if (after === before) return none;
  const { kind } = before;
  if (after === undefined) return isAnswered(kind, noted) ? none : [kind];
  const found: string[] = [];
  const check = (name: string) => {
    if (isObject(before) && isPad(before.kind, name)) return;
    if (!isAnswered(`${kind}.${name}`, noted)) found.push(`${kind}.${name}`);
  };
  const [old, now] = [before.fields as FieldValues, after.fields as FieldValues];
  for (const name in old) {
    const value = old[name];
    if (value === now[name] || value === undefined || isSame(value, now[name])) continue;
    if (now[name] !== undefined || !isGranted(before, name, value, facts)) check(name);
  }
  for (const name in now) {
    const value = now[name];
    if (old[name] === undefined && value !== undefined && !isGranted(after, name, value, facts)) check(name);
  }
  if (!isSame(before.payload, after.payload)) check('payload');
  if ('object' in before && 'object' in after) {
    if (before.object !== after.object) check('object');
    if (before.content !== after.content) check('content');
  }
  return found;
}

const none: readonly string[] = [];

const isGranted = (record: AnyRecord, name: string, value: unknown, facts: Facts): boolean =>
  !isObject(record) || isDispensable(record, name, value, facts);

const isObject = (record: AnyRecord): record is AnyRecord & ObjectRecord<CptKind> =>
  !['image', 'section', 'unknown', 'raw'].includes(record.kind);

/** For the test that holds the table to the layouts. */
export const answeredNames = (): readonly string[] => [...rowsOf.keys()];
