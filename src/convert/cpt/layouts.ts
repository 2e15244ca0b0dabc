/**
 * Which fields a record has at a header length, and what a kernel takes for those that a shorter header lacks.
 * The first comes from the generated layouts; the second is what the longer form of an old record is given, and
 * what a newer record may lose without a word.
 */
import { ExactStream } from '../../parse/bytes/exact-stream.ts';
import { noPosition, type ObjectRecord, objectHeaderBytes } from '../../parse/cpt/record.ts';
import { cptLayouts } from '../../parse/generated/cpt-layouts.ts';
import { type CptKind, cptKinds } from '../../parse/generated/cpt-records.ts';
import type { Facts } from './facts.ts';

export type FieldValues = Readonly<Record<string, unknown>>;

const stream = new ExactStream();
const blanks = new Map<string, FieldValues>();

/** The fields that a record has at that header length, each zero. The object is shared: never changed. */
export function blankFields(record: ObjectRecord, hdrlen: number, osArch: number): FieldValues {
  const { kind, parent } = record;
  const conntrackHdrlen = parent?.kind === 'net_conntrack' ? parent.hdrlen : 0;
  const key = `${kind} ${hdrlen} ${osArch} ${conntrackHdrlen}`;
  const known = blanks.get(key);
  if (known) return known;
  const bytes = new Uint8Array(Math.max(0, hdrlen - objectHeaderBytes));
  const fields = cptKinds[kind].read(stream.load(bytes), { osArch, conntrackHdrlen }) as FieldValues;
  const present = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  blanks.set(key, present);
  return present;
}

export interface LengthChange {
  /** Fields that only the new length has, each zero. */
  readonly added: readonly (readonly [name: string, blank: unknown])[];
  /** Fields that only the old length has. */
  readonly gone: readonly string[];
}

const changes = new Map<string, LengthChange>();

/** What tells the two header lengths of a record apart. */
export function lengthChange(record: ObjectRecord, hdrlen: number, osArch: number): LengthChange {
  const conntrackHdrlen = record.parent?.kind === 'net_conntrack' ? record.parent.hdrlen : 0;
  const key = `${record.kind} ${record.hdrlen} ${hdrlen} ${osArch} ${conntrackHdrlen}`;
  const known = changes.get(key);
  if (known) return known;
  const [before, after] = [record.hdrlen, hdrlen].map((length) => blankFields(record, length, osArch));
  const change: LengthChange = {
    added: Object.entries(after ?? {}).filter(([name]) => !(name in (before ?? {}))),
    gone: Object.keys(before ?? {}).filter((name) => !(name in (after ?? {}))),
  };
  changes.set(key, change);
  return change;
}

/** Fields that no kernel reads. */
const pads: ReadonlyMap<CptKind, ReadonlySet<string>> = new Map(
  (Object.keys(cptKinds) as CptKind[]).map((kind) => {
    const fields = cptLayouts[cptKinds[kind].layout ?? '']?.fields ?? [];
    return [kind, new Set(fields.filter(({ isPad }) => isPad).map(({ name }) => name))];
  }),
);

export const isPad = (kind: CptKind, field: string): boolean => pads.get(kind)?.has(field) ?? false;

/** "No NFS server": what a file lock of a local file has. */
const noIndex = 0xffffffff;
/** S_IFSOCK with all permissions: what a socket has whose inode is not in the image. */
const socketMode = 0o140777;
/** fs.aio-max-nr of the kernel. */
const aioMaxDefault = 65536n;
/** CPT_SIGNAL_STOP_STOPPED. */
const stopStopped = 1n;
/** SKB_GSO_TCPV4 and SKB_GSO_TCPV6 of include/linux/skbuff.h. */
const gsoTcpv4 = 1;
const gsoTcpv6 = 16;
const familyInet6 = 10;

type Default<K extends CptKind> = (record: ObjectRecord<K>, facts: Facts) => unknown;
type Defaults = { readonly [K in CptKind]?: Readonly<Record<string, Default<K>>> };

/** What is not here is zero. */
const defaults: Defaults = {
  veinfo: {
    aioMaxNr: () => aioMaxDefault,
    veBcap: (_, { initCapabilities }) => initCapabilities,
    // 0 means absent; the same age on both clocks is what a container has that never slept.
    realStartTimespecDelta: ({ fields }) => fields.startTimespecDelta,
  },
  task: {
    posixTimers: () => noPosition,
    // All ones would be taken literally and give the task more than its container has.
    bcap: (_, { initCapabilities }) => initCapabilities,
  },
  signal_struct: {
    flags: ({ offset }, { stoppedGroups }) => (stoppedGroups.has(offset) ? stopStopped : 0n),
  },
  mm: { mmFlags: ({ fields }) => BigInt(fields.dumpable) },
  file: { vfsmount: () => noPosition },
  net_device: { mtu: ({ fields }) => usualMtus(fields.name)[0] },
  inode: { vfsmount: () => noPosition },
  flock: { svid: () => noIndex },
  socket: { iMode: () => socketMode },
  skb: {
    gsoType: ({ fields, parent }) => {
      if (fields.gsoSize === 0) return 0;
      return parent?.kind === 'socket' && parent.fields.family === familyInet6 ? gsoTcpv6 : gsoTcpv4;
    },
  },
};

/** What a kernel takes for a field that is not there; `blank` is its zero. */
export function defaultOf<K extends CptKind>(
  record: ObjectRecord<K>,
  field: string,
  blank: unknown,
  facts: Facts,
): unknown {
  const rule = (defaults[record.kind] as Readonly<Record<string, Default<K>>> | undefined)?.[field];
  return rule === undefined ? blank : rule(record, facts);
}

type Ordinary<K extends CptKind> = (value: unknown, record: ObjectRecord<K>) => boolean;

/** All ones: a field that the kernel sets only for some records. */
const unset = new Set<unknown>([0xffff, 0xffffffff, 0xffffffffffffffffn]);

/**
 * What real kernels write where there is nothing to say, beside the default: settings that every container
 * has, and fields that are set, or mean something, only for some records.
 */
const ordinary: { readonly [K in CptKind]?: Readonly<Record<string, Ordinary<K>>> } = {
  veinfo: {
    // kernel.randomize_va_space 2, stored plus one, and kernel.pid_max.
    rndVaSpace: (value) => value === 3,
    vpidMax: (value) => value === 32768,
  },
  flock: { lsid: (_value, { fields }) => fields.svid === noIndex },
  // Owner and mode of the file that a unix socket is bound to.
  socket: {
    iMode: (value) => unset.has(value) || value === 0o777,
    iUid: (value) => unset.has(value),
    iGid: (value) => unset.has(value),
    dAlias: (_value, { fields }) => !fields.dAliaslen,
  },
  net_device: {
    mtu: (value, { fields }) => usualMtus(fields.name).includes(value as number),
  },
};

/** Ethernet and venet; loopback had 16436 first, then 65536. */
export function usualMtus(name: Uint8Array): readonly number[] {
  const text = Buffer.from(name).toString('latin1').replace(/\0.*$/s, '');
  return text === 'lo' ? [16436, 65536] : [1500];
}

/** Whether a kernel that does not find the field does just what it would do with it. */
export function isDispensable<K extends CptKind>(
  record: ObjectRecord<K>,
  field: string,
  value: unknown,
  facts: Facts,
): boolean {
  const blank = blankFields(record, record.hdrlen, facts.osArch)[field];
  if (isSame(value, blank) || isSame(value, defaultOf(record, field, blank, facts))) return true;
  const rule = (ordinary[record.kind] as Readonly<Record<string, Ordinary<K>>> | undefined)?.[field];
  return rule?.(value, record) ?? false;
}

/** Whether two field values are the same, arrays and small structures included. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => isSame((a as FieldValues)[name], (b as FieldValues)[name]));
}
