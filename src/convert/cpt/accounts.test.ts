/**
 * The account of every step: records with every field set, over every hop in both directions. What does not come
 * out as it went in is named by the step; what is dropped for want of a place is reported as lost.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostic.ts';
import { ExactStream } from '../../parse/bytes/exact-stream.ts';
import { type AnyObject, type AnyRecord, noPayload, objectHeaderBytes } from '../../parse/cpt/record.ts';
import { type CptVariant, type CptVariantId, cptVariantIds, cptVariants } from '../../parse/cpt/variants.ts';
import { cptLayouts } from '../../parse/generated/cpt-layouts.ts';
import { type CptKind, cptKinds, osArch, sectionType } from '../../parse/generated/cpt-records.ts';
import { fieldRanges } from '../../parse/layout.ts';
import { projectRoot } from '../../test-support/images.ts';
import { allowances } from '../allowances.ts';
import { answeredNames } from './accounts.ts';
import { type Change, HopRunner } from './apply.ts';
import type { Facts } from './facts.ts';
import { type FieldValues, isPad } from './layouts.ts';
import { rescaleHz } from './rescale-hz.ts';
import { rowIds } from './rows.ts';
import { type Hop, hopOf, hopTarget, type RouteHop } from './step.ts';
import { steps } from './steps/index.ts';

/** Header lengths that the newest kernel (042stab113.5) writes, where they differ from older ones. */
const newest: Partial<Record<CptKind, number>> = {
  veinfo: 160, ubc: 3104, vfsmount: 56, inode: 120, file: 96, files: 32, filedesc: 32, fs: 24, flock: 64,
  socket: 1048, skb: 128, tty: 720, epoll: 24, epoll_file: 48, eventfd: 32, timerfd: 48, inotify: 40,
  inotify_watch: 24, net_device: 48, net_hwaddr: 48, net_stats: 232, net_idev_cnf: 120, net_ifaddr: 96,
  net_conntrack: 232, net_conntrack_expect: 96, sighandler: 56, posix_timer: 88, mm: 136, vma: 80, pages: 32,
  copypages: 40, sysv_sem: 96, sysv_shm: 128, sysvsem_undo_rec: 24, sysvmsg: 128, sysvmsg_msg: 32, task: 992,
  x86_64_regs: 280, x86_regs: 120, signal_struct: 456, siginfo: 184, lastsiginfo: 184, sigaltstack: 32, bits: 24,
  ref: 24, name: 24, net_ipip_tunnel: 72, sock_packet: 80, sock_packet_mc: 64, trailer: 264, net_tuntap: 88,
  net_tap_filter: 80, net_veth: 32, sock_mcaddr: 48, openreq: 96, aio_context: 48, inotify_event: 40,
}; // biome-ignore format: a table

const kinds = Object.keys(cptKinds) as CptKind[];
const stream = new ExactStream();

/** The fields of a record of the length, as if it stood at the beginning of the file. */
const rangesOf = (kind: CptKind, hdrlen: number) => {
  const record = filled(kind, hdrlen, { parent: undefined, seed: 2, arch: osArch.emt64 });
  return fieldRanges({ ...record, offset: 0 }, cptLayouts, cptKinds[kind].layout ?? '', objectHeaderBytes);
};

const signs = cptVariantIds.flatMap((id) => {
  const { sign }: CptVariant = cptVariants[id];
  return typeof sign === 'string'
    ? []
    : (Object.entries(sign) as [CptKind, number][]).map(([kind, hdrlen]) => [id, kind, hdrlen] as const);
});

test.each(signs)(
  '%s is told by %s headers of %i bytes, which have fields up to there and are in the table above',
  (_id, kind, hdrlen) => {
    expect(newest[kind]).toBeGreaterThanOrEqual(hdrlen);
    const ends = [...rangesOf(kind, hdrlen)].map(({ offset, length }) => offset + length);
    expect(Math.max(objectHeaderBytes, ...ends)).toBe(hdrlen);
  },
);

/** The same numbers on every run. */
function numbers(seed: number): () => number {
  let state = seed * 2654435761 + 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  };
}

/** A record with every byte of its fields set. */
function filled(kind: CptKind, hdrlen: number, { parent, seed, arch }: Setting): AnyObject {
  const next = numbers(seed + hdrlen);
  const small = seed % 2 === 0;
  // Every other record has small numbers in its fields, so that codes and flags are met, too.
  const bytes = Uint8Array.from({ length: Math.max(0, hdrlen - 16) }, (_, at) =>
    small ? (at % 4 === 0 ? 1 + (next() % 16) : 0) : 1 + (next() % 255),
  );
  const conntrackHdrlen = parent?.kind === 'net_conntrack' ? parent.hdrlen : 0;
  const fields = cptKinds[kind].read(stream.load(bytes), { osArch: arch, conntrackHdrlen });
  const object = cptKinds[kind].object;
  return {
    kind,
    object,
    hdrlen,
    fields,
    parent,
    content: seed % 3,
    offset: 4096,
    depth: 2,
    extra: new Uint8Array(0),
    payload: noPayload,
  } as unknown as AnyObject;
}

interface Setting {
  readonly parent: AnyRecord | undefined;
  readonly seed: number;
  readonly arch: number;
}

const section = (number: number): AnyRecord =>
  ({ kind: 'section', fields: { section: number, align: 0 }, hdrlen: 16, offset: 80, depth: 0 }) as AnyRecord;

/** What steps look at around a record. */
function parentsOf(kind: CptKind, hdrlens: ReadonlyMap<CptKind, number>): readonly (AnyRecord | undefined)[] {
  const of = (parent: CptKind, fields: FieldValues) => {
    const setting = { parent: undefined, seed: 2, arch: osArch.emt64 };
    const record = filled(parent, hdrlens.get(parent) ?? 16, setting);
    return { ...record, fields: { ...record.fields, ...fields } } as AnyRecord;
  };
  if (kind === 'name') return [section(sectionType.utsname), of('vfsmount', { mntflags: 0x20000000 })];
  if (kind === 'skb') return [of('socket', { family: 2, type: 1 }), of('socket', { family: 1, type: 1 })];
  if (kind === 'lastsiginfo') return [of('task', { state: 8n }), of('task', { state: 1n })];
  if (kind === 'file') return [of('fs', {}), section(sectionType.files)];
  if (kind === 'net_conntrack_expect') return [of('net_conntrack', {})];
  return [undefined];
}

const facts = (target: CptVariantId, arch: number): Facts => ({
  variant: target,
  target,
  version: 0x302,
  osArch: arch,
  hz: 1000,
  suspendedAtNs: 7n,
  pids: new Set([1, 1025]),
  initCapabilities: 0xfn,
  shm: { largestBytes: 1n, pages: 1n },
  memory: new Map(),
  signalFrames: new Map(),
  stoppedGroups: new Set(),
  cgroupMounts: new Set(),
  groups: new Map([[4096, { pgrp: 77, session: 78 }]]),
  newFiles: new Map(),
  firstNamespace: 80,
  startTimes: { unit: 'timespec', evidence: '' },
  allowed: new Set(Object.keys(allowances)) as Facts['allowed'],
});

interface Outcome {
  readonly after: AnyRecord | undefined;
  readonly changes: readonly Change[];
  readonly losses: readonly Change[];
  readonly codes: readonly string[];
  readonly silent: readonly string[];
}

function carry(hop: Hop, record: AnyRecord, target: CptVariantId, arch: number): Outcome {
  const found: Diagnostic[] = [];
  const runner = new HopRunner({
    hops: [{ name: 'hop', hop }],
    facts: facts(target, arch),
    payloads: { view: () => new Uint8Array(16).fill(4) },
    report: (diagnostic) => found.push(diagnostic),
    onDrop: () => {},
  });
  const after = runner.run(record);
  const { changes, losses } = runner.result();
  const silent = found.flatMap(({ code, message }) => (code === 'unaccounted-change' ? [message] : []));
  return { after, changes, losses, silent, codes: found.map(({ code }) => code) };
}

const down = [...steps].reverse().map((step): RouteHop => ({ step, direction: 'backward' }));
const up = steps.map((step): RouteHop => ({ step, direction: 'forward' }));

/** The header length of each kind in each variant, as the steps make it on the way down. */
function lengthsByVariant(arch: number): ReadonlyMap<CptVariantId, ReadonlyMap<CptKind, number>> {
  const lengths = new Map(kinds.map((kind) => [kind, newest[kind] ?? 16]));
  const all = new Map<CptVariantId, ReadonlyMap<CptKind, number>>();
  all.set(cptVariantIds.at(-1) as CptVariantId, new Map(lengths));
  for (const hop of down) {
    const before = new Map(lengths);
    for (const kind of kinds) {
      const [parent] = parentsOf(kind, before);
      const record = filled(kind, before.get(kind) ?? 16, { parent, seed: 2, arch });
      const { after } = carry(hopOf(hop), record, hopTarget(hop), arch);
      if (after) lengths.set(kind, after.hdrlen);
      else lengths.delete(kind);
    }
    all.set(hopTarget(hop), new Map(lengths));
  }
  return all;
}

/** What no longer stands in a field because another form holds it. */
const moved = new Set([
  'mm.mmFlags', 'vfsmount.mntBind', 'vfsmount.mntParent', 'vfsmount.mntShared', 'vfsmount.mntMaster',
  'file.vfsmount', 'inode.vfsmount', 'name.len', 'siginfo.sifields', 'siginfo.sifield28', 'lastsiginfo.sifields',
  'lastsiginfo.sifield28', 'net_conntrack.initialized', 'net_conntrack.natManips',
  'net_conntrack_expect.ctTuple', 'net_conntrack_expect.help', 'net_conntrack_expect.manipProto',
  'net_conntrack_expect.seqNumber',
]); // biome-ignore format: a list of names

function problemsOf(before: AnyObject, { after, changes, losses, codes, silent }: Outcome): string[] {
  const { kind } = before;
  const found = [...silent];
  const isSaid = changes.length > 0 || losses.length > 0 || codes.length > 0;
  if (!after) return isSaid ? found : [...found, `${kind} dropped`];
  const now = after.fields as FieldValues;
  for (const [name, value] of Object.entries(before.fields)) {
    if (value === undefined || isPad(kind, name) || now[name] === value) continue;
    const isGone = now[name] === undefined && !moved.has(`${kind}.${name}`);
    if (isGone ? losses.length === 0 : !isSaid) found.push(`${kind}.${name} ${isGone ? 'gone' : 'changed'}`);
  }
  return found;
}

describe.each([
  ['x86_64', osArch.emt64],
  ['i386', osArch.i386],
])('%s: nothing is lost in silence', (_name, arch) => {
  const lengths = lengthsByVariant(arch);
  test.each([...up, ...down].map((hop) => [`${hop.step.from} ${hop.direction}`, hop] as const))(
    '%s',
    (_title, hop) => {
      const source = lengths.get(hop.direction === 'forward' ? hop.step.from : hop.step.to) ?? new Map();
      const problems = new Set<string>();
      for (const kind of kinds) {
        const hdrlen = source.get(kind);
        if (hdrlen === undefined) continue;
        for (const parent of parentsOf(kind, source)) {
          for (let seed = 1; seed <= 6; seed++) {
            const record = filled(kind, hdrlen, { parent, seed, arch });
            const outcome = carry(hopOf(hop), record, hopTarget(hop), arch);
            for (const problem of problemsOf(record, outcome)) problems.add(problem);
            for (const { row } of [...outcome.changes, ...outcome.losses]) {
              if (!hop.step.rows.includes(row)) problems.add(`${row} is not among the rows of the step`);
            }
          }
        }
      }
      expect([...problems]).toEqual([]);
    },
  );
});

/** Fields that lay in the way of a conversion without a word (judged on real kernels, November 2026). */
test.each([
  ['flock', 'lsid', 64, 5n, 'cpt-2.6.32.3/042stab108.1'],
  ['socket', 'iUid', 1048, 5, 'cpt-2.6.32.3/042stab092.1'],
  ['socket', 'iMode', 1048, 0o140600, 'cpt-2.6.32.0'],
  ['veinfo', 'aioMaxNr', 160, 5n, 'cpt-2.6.32.3/042stab092.1'],
  ['veinfo', 'veBcap', 160, 5n, 'cpt-2.6.32.3/042stab092.1'],
  ['veinfo', 'lastPid', 160, 2000, 'cpt-2.6.24'],
  ['task', 'bcap', 992, 5n, 'cpt-2.6.32.3/042stab092.1'],
  ['task', 'posixTimers', 992, 5n, 'cpt-2.6.32.0'],
  ['skb', 'gsoType', 128, 5, 'cpt-2.6.32.3/042stab076.8'],
] as const)('%s.%s', (kind, field, hdrlen, value, to) => {
  const blank = filled(kind, hdrlen, { parent: undefined, seed: 2, arch: osArch.emt64 });
  const record = { ...blank, fields: { ...blank.fields, [field]: value } } as AnyObject;
  const hop = down.find((candidate) => hopTarget(candidate) === to) as RouteHop;
  const { losses } = carry(hopOf(hop), record, to, osArch.emt64);
  expect(losses.map(({ row }) => row)).not.toEqual([]);
});

test.each([...up, ...down].map((hop) => [`${hop.step.from} ${hop.direction}`, hop] as const))(
  'no section goes in silence: %s',
  (_title, hop) => {
    for (const number of Object.values(sectionType)) {
      const outcome = carry(hopOf(hop), section(number), hopTarget(hop), osArch.emt64);
      expect([number, ...outcome.silent]).toEqual([number]);
      if (!outcome.after) expect(outcome.changes.length + outcome.losses.length).toBeGreaterThan(0);
    }
  },
);

test('a changed tick rate accounts for all that it scales', () => {
  const lengths = lengthsByVariant(osArch.emt64).get('cpt-2.6.8') ?? new Map();
  for (const version of [0, 0x302]) {
    for (const kind of kinds) {
      const record = filled(kind, lengths.get(kind) ?? 16, {
        parent: undefined,
        seed: 3,
        arch: osArch.emt64,
      });
      const outcome = carry(rescaleHz(1000, 250, version), record, 'cpt-2.6.18.2', osArch.emt64);
      expect(problemsOf(record, outcome)).toEqual([]);
    }
  }
});

test('the table of rows names records and fields that exist', () => {
  const beside = ['content', 'object', 'payload'];
  for (const name of answeredNames()) {
    const [kind = '', field] = name.split('.');
    const layout = kind === 'image' ? 'image_header' : cptKinds[kind as CptKind]?.layout;
    expect([name, kind === 'section' || kind === 'image' || kind in cptKinds]).toEqual([name, true]);
    if (field === undefined || beside.includes(field)) continue;
    const fields = cptLayouts[layout ?? '']?.fields.map(({ name: known }) => known) ?? [];
    expect([name, fields.includes(field)]).toEqual([name, true]);
  }
  expect(rowIds.length).toBeGreaterThan(0);
});

const sheets = join(projectRoot, '..', 'shared', 'facts', 'cpt');
/** Kernels whose own headers list the objects that they know. */
const kernels: readonly (readonly [CptVariantId, string])[] = [
  ['cpt-2.6.18.2', '2.6.18-0x302'],
  ['cpt-2.6.26', '2.6.26-0x600'],
  ['cpt-2.6.32.0', '2.6.32-0x800'],
  ['cpt-2.6.32.1/042stab061.9', '2.6.32-042stab061.9-0x801'],
  ['cpt-2.6.32.3/042stab076.8', '2.6.32-042stab076.8-0x803'],
  ['cpt-2.6.32.3/042stab092.1', '2.6.32-042stab092.1-0x803'],
];

describe.skipIf(!existsSync(sheets))('a kernel gets no object that its own header does not know', () => {
  /** Kept under the label of a kernel before it, for those that restore the label too. */
  const kept = new Map<CptVariantId, readonly CptKind[]>([
    ['cpt-2.6.32.1/042stab061.9', ['posix_timer', 'posix_timer_list']],
  ]);
  /** They go with the section or the record that they lie in. */
  const inside: ReadonlySet<CptKind> = new Set([
    ...([
      'cgroup',
      'cgroups',
      'posix_timer',
      'posix_timer_list',
      'timerfd',
      'eventfd',
      'net_br_dev',
    ] as const),
  ]);
  /** Numbers that kernels use in memory and never write. */
  const neverWritten: ReadonlySet<CptKind> = new Set(['vfsmount_ref', 'vfsmount_missed_ref']);

  test.each(kernels)('%s', (target, name) => {
    const sheet = JSON.parse(readFileSync(join(sheets, `cpt-layout-${name}-x86_64.json`), 'utf8'));
    const known = new Set<number>(Object.values<number>(sheet.constants.object));
    const route = down.slice(0, down.findIndex((hop) => hopTarget(hop) === target) + 1);
    const unknown = kinds.filter((kind) => {
      if (inside.has(kind) || neverWritten.has(kind) || kept.get(target)?.includes(kind)) return false;
      const [parent] =
        kind === 'name' ? [undefined] : parentsOf(kind, new Map(Object.entries(newest) as never));
      const setting = { parent, seed: 2, arch: osArch.emt64 };
      let record: AnyRecord | undefined = filled(kind, newest[kind] ?? 16, setting);
      for (const hop of route) {
        if (record) record = carry(hopOf(hop), record, target, osArch.emt64).after;
      }
      return record !== undefined && 'object' in record && !known.has(record.object);
    });
    expect(unknown).toEqual([]);
    expect(cptVariants[target].version).toBeGreaterThan(0);
  });
});
