/**
 * The table of fields is true of real images: a changed field that is carried, or that something is derived from,
 * changes what is written, and one that is defaulted changes nothing.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../../parse/bytes/byte-source.ts';
import { readCptRecords } from '../../../../parse/cpt/read.ts';
import { type AnyRecord, imageHeaderPrefixBytes, objectHeaderBytes } from '../../../../parse/cpt/record.ts';
import { cptLayouts } from '../../../../parse/generated/cpt-layouts.ts';
import { type CptKind, cptKinds } from '../../../../parse/generated/cpt-records.ts';
import { type FieldRange, fieldRanges } from '../../../../parse/layout.ts';
import { sample } from '../../../../test-support/images.ts';
import { some } from '../../../../test-support/thorough.ts';
import { type Fingerprint, fingerprintOf } from '../testing/fingerprint.ts';
import { fieldFates } from './index.ts';

/** The smallest first; together they hold nearly every kind. */
const names = [
  ...[
    '2.6.18-epoll',
    '2.6.18-counter-32bit',
    '2.6.18-counter',
    '2.6.18-signal-handler',
    '2.6.32-counter-32bit',
  ],
  ...['2.6.18-tcp-udp', '2.6.18-pipes', '2.6.32-counter', '2.6.18-pty', '2.6.32-tmpfs', '2.6.32-events'],
  ...[
    '2.6.18-timers',
    '2.6.18-sysv-ipc',
    '2.6.32-threads',
    '2.6.32-files-sockets',
    '2.6.18-tree',
    '2.6.9-timers-converted',
  ],
];

/** Kinds and forms that no image at hand has. */
const notAtHand: ReadonlySet<string> = new Set([
  ...['sock_packet', 'sock_packet_mc', 'task_aux.robustList'],
  // Tasks without a bounding set beside a container with one; bind mounts; several mount namespaces.
  ...['veinfo.veBcap', 'vfsmount.mntBind', 'task.namespace'],
  // Connections that nobody accepted and that have no local name.
  ...['socket.sport', 'socket.rcvSaddr'],
  // IPv6 sockets; connections with data that was not acknowledged.
  ...['socket.ipv6only6', 'socket.daddr6', 'socket.rcvSaddr6', 'socket.sndNxt', 'socket.sndUna'],
]);

/** One place in one image where a field stands. */
interface Place {
  readonly image: number;
  readonly range: FieldRange;
  readonly record: AnyRecord;
}

const images = names.map((name) => readFileSync(sample(name)));
const plain: Fingerprint[] = [];
const plainOf = (image: number): Fingerprint => {
  plain[image] ??= fingerprintOf(images[image]!);
  return plain[image];
};

const layoutOf = ({ kind }: AnyRecord): string | undefined => {
  if (kind === 'image') return 'image_header';
  return kind === 'trailer' ? 'major_tail' : cptKinds[kind as CptKind]?.layout;
};

/** By `layout.field`; of arrays the first two elements, so that many records come in. */
const places = new Map<string, Place[]>();
for (const [image, bytes] of images.entries()) {
  for (const record of readCptRecords(memorySource(bytes, 'sample'), () => {})) {
    const layout = layoutOf(record);
    if (layout === undefined) continue;
    for (const range of fieldRanges(
      record,
      cptLayouts,
      layout,
      record.kind === 'image' ? imageHeaderPrefixBytes : objectHeaderBytes,
    )) {
      if (/\[(?!0\]|1\])/.test(range.path)) continue;
      for (const key of keysOf(layout, range.path)) {
        const list = places.get(key) ?? [];
        places.set(key, list);
        list.push({ image, range, record });
      }
    }
  }
}

/** `task.restart.fn` is a field of the task's and one of the restart block's. */
function keysOf(layout: string, path: string): readonly string[] {
  const [first = '', second] = path.split('.').map((part) => part.replace(/\[\d+\]$/, ''));
  const type = cptLayouts[layout]?.fields.find(({ name }) => name === first)?.type;
  const isStruct = second !== undefined && typeof type === 'object' && 'struct' in type;
  return [`${layout}.${first}`, ...(isStruct ? [`${type.struct}.${second}`] : [])];
}

const probes: readonly ((value: bigint) => bigint)[] = [
  (value) => value ^ 1n,
  (value) => value + 16n,
  () => 0n,
  (value) => value ^ 2n,
  (value) => value ^ 8n,
  (value) => value ^ 3n,
  (value) => value ^ 512n,
  (value) => value + 4096n,
  () => 0xffffffffffffffffn,
];

function put(bytes: Uint8Array, { range }: Pick<Place, 'range'>, value: bigint): void {
  for (let index = 0; index < range.length; index++) {
    bytes[range.offset + index] = Number((value >> BigInt(index * 8)) & 0xffn);
  }
}

/** The image of a place with another value there; undefined where the probe changes nothing. */
function changed(place: Place, probe: (value: bigint) => bigint): Uint8Array | undefined {
  const { range, image } = place;
  const bytes = Uint8Array.from(images[image]!);
  for (const { field, value } of needs[keyOf(place)] ?? []) {
    const other = places
      .get(`${layoutOf(place.record)}.${field}`)
      ?.find(({ record }) => record === place.record);
    if (other) put(bytes, other, value);
  }
  if (range.value instanceof Uint8Array) {
    bytes[range.offset] = (bytes[range.offset] ?? 0) ^ 1;
    return bytes;
  }
  const old = BigInt(range.value);
  const value = BigInt.asUintN(range.length * 8, probe(old));
  if (value === BigInt.asUintN(range.length * 8, old)) return undefined;
  put(bytes, place, value);
  return bytes;
}

const keyOf = ({ record, range }: Place): string => keysOf(layoutOf(record) ?? '', range.path).at(-1) ?? '';

/** What else has to be so in the same record before a field means something. */
const needs: Readonly<Record<string, readonly { readonly field: string; readonly value: bigint }[]>> = {
  // SOCK_LINGER of net/sock.h; SOCK_RAW.
  'socket.lingertime': [{ field: 'flags', value: 1n << 4n }],
  // SCHED_FIFO; TIF_RESTORE_SIGMASK; init.
  'task.rtPriority': [{ field: 'policy', value: 1n }],
  'task.gids': [{ field: 'ngids', value: 2n }],
  'task.sigsuspendBlocked': [{ field: 'thrflags', value: 1n << 9n }],
  'task.thrflags': [{ field: 'sigsuspendBlocked', value: 5n }],
  'task.sigsuspendState': [{ field: 'sigsuspendBlocked', value: 5n }],
  'file.fownUid': [{ field: 'fownPid', value: 1n }],
  'file.fownEuid': [{ field: 'fownPid', value: 1n }],
  'socket.hdrincl': [{ field: 'type', value: 3n }],
  // SIGCHLD, CLD_EXITED; SI_QUEUE.
  'siginfo.utime': [...sigChld()],
  'siginfo.stime': [...sigChld()],
  'siginfo.sifields': [{ field: 'code', value: 0xffffffffn }],
};

function sigChld() {
  return [
    { field: 'signo', value: 17n },
    { field: 'code', value: 1n },
  ];
}

const triesMax = 300;

function hasEffect(key: string): boolean {
  let tries = 0;
  for (const { place, probe } of attemptsOn(key)) {
    const bytes = changed(place, probe);
    if (!bytes) continue;
    if (++tries > triesMax) return false;
    const found = fingerprintOf(bytes);
    const before = beforeOf(place);
    if (found.files !== before.files || !found.isConverted) return true;
    if (JSON.stringify(found.losses) !== JSON.stringify(before.losses)) return true;
  }
  return false;
}

/** Places of all images in turn, and all probes early: few fields mean something in every record. */
function attemptsOn(key: string) {
  const seen = new Map<number, number>();
  const ranked = (places.get(key) ?? []).map((place) => {
    const rank = seen.get(place.image) ?? 0;
    seen.set(place.image, rank + 1);
    return { place, rank };
  });
  return ranked
    .flatMap(({ place, rank }) => probes.map((probe, index) => ({ place, probe, order: rank + index * 2 })))
    .sort((a, b) => a.order - b.order);
}

/** Without the change, but with what it needs. */
function beforeOf(place: Place): Fingerprint {
  if (needs[keyOf(place)] === undefined) return plainOf(place.image);
  const same = changed(place, (value) => value ^ (1n << 62n));
  return same === undefined ? plainOf(place.image) : fingerprintOf(withOld(same, place));
}

function withOld(bytes: Uint8Array, place: Place): Uint8Array {
  put(bytes, place, BigInt(place.range.value as number | bigint));
  return bytes;
}

const effective = Object.entries(fieldFates).flatMap(([layout, fates]) =>
  Object.entries(fates).flatMap(([name, { fate }]) => {
    const isNotAtHand = notAtHand.has(layout) || notAtHand.has(`${layout}.${name}`);
    return (fate === 'carried' || fate === 'derived') && !isNotAtHand ? [`${layout}.${name}`] : [];
  }),
);

test.each(some(effective, 10))('%s changes what is written', (key) => expect(hasEffect(key)).toBe(true));

describe('defaulted fields change nothing', () => {
  const keys = Object.entries(fieldFates).flatMap(([layout, fates]) =>
    Object.entries(fates).flatMap(([name, { fate }]) => (fate === 'defaulted' ? [`${layout}.${name}`] : [])),
  );

  test.each(names.map((name, image) => ({ name, image })))('$name', ({ image }) => {
    const before = plainOf(image);
    const bytes = Uint8Array.from(images[image]!);
    const all = keys.flatMap((key) => (places.get(key) ?? []).filter((place) => place.image === image));
    for (const { range } of all.filter(({ record }) => record.kind !== 'trailer')) {
      bytes[range.offset] = (bytes[range.offset] ?? 0) ^ 1;
    }
    expect(all.length).toBeGreaterThan(50);
    const after = fingerprintOf(bytes);
    expect(after.files === before.files && after.isConverted).toBe(true);
    expect(after.losses).toEqual(before.losses);
  });
});
