/** Conversions of real images: what changes, what must not, and what comes back. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostic.ts';
import { MemorySink } from '../../parse/bytes/byte-sink.ts';
import { memorySource } from '../../parse/bytes/byte-source.ts';
import { CptDetector } from '../../parse/cpt/detect.ts';
import { fieldsToJson, type Json } from '../../parse/cpt/json-fields.ts';
import { readCptRecords } from '../../parse/cpt/read.ts';
import type { AnyRecord, ObjectRecord } from '../../parse/cpt/record.ts';
import { type CptVariant, type CptVariantId, cptVariantIds, cptVariants } from '../../parse/cpt/variants.ts';
import { type CptKind, cptKinds } from '../../parse/generated/cpt-records.ts';
import { realImages, sample } from '../../test-support/images.ts';
import { type ConvertOptions, imageInput, planConversion, runConversion } from './convert.ts';
import { timespecToNs } from './facts.ts';
import { verifyStructure } from './verify.ts';

const k18Images = realImages.filter(({ name }) => /2\.6\.18/.test(name));
const k32Images = realImages.filter(({ name }) => /2\.6\.32/.test(name));

function convert(bytes: Uint8Array, to: CptVariantId, options: ConvertOptions = {}) {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);
  const input = imageInput(memorySource(bytes));
  const plan = planConversion(input, { ...options, to }, report);
  const sink = new MemorySink();
  const applied = runConversion(input, plan, sink, report);
  const result = sink.result();
  const expected = { version: cptVariants[to].version, records: applied.records, dangling: 0 };
  const problems = verifyStructure(memorySource(result), expected, () => {});
  return { result, applied, diagnostics, problems, rows: new Set(applied.changes.map(({ row }) => row)) };
}

const read = (path: string) => Uint8Array.from(readFileSync(path));
const recordsOf = (bytes: Uint8Array) => [...readCptRecords(memorySource(bytes), () => {})];
const ofKind = <K extends CptKind>(bytes: Uint8Array, kind: K) =>
  recordsOf(bytes).filter((record): record is ObjectRecord<K> & AnyRecord => record.kind === kind);

/** `kind.field` of every field that differs between two images with the same records in the same order. */
function differences(a: Uint8Array, b: Uint8Array): Set<string> {
  const before = recordsOf(a);
  const after = recordsOf(b);
  expect(after.map(({ kind, depth }) => [kind, depth])).toEqual(
    before.map(({ kind, depth }) => [kind, depth]),
  );
  const found = new Set<string>();
  for (const [index, record] of before.entries()) {
    const other = after[index] as AnyRecord;
    const [old, now] = [fieldsOf(record), fieldsOf(other)];
    for (const name of new Set([...Object.keys(old), ...Object.keys(now)])) {
      if (JSON.stringify(old[name]) !== JSON.stringify(now[name])) found.add(`${record.kind}.${name}`);
    }
    if ('content' in record && 'content' in other && record.content !== other.content)
      found.add(`${record.kind}.content`);
  }
  return found;
}

function fieldsOf(record: AnyRecord): { readonly [name: string]: Json } {
  if (record.kind === 'image') return fieldsToJson('image_header', { ...record.fields });
  const layout = record.kind in cptKinds ? cptKinds[record.kind as CptKind].layout : undefined;
  return layout === undefined ? {} : fieldsToJson(layout, { ...record.fields });
}

describe('2.6.18 images to 0x303, in place', () => {
  test.each(k18Images.map(({ name, path }) => [name, path]))('%s', (_name, path) => {
    const bytes = read(path);
    const { result, problems, diagnostics } = convert(bytes, 'cpt-2.6.18.3');
    expect(problems).toEqual([]);
    expect(diagnostics).toEqual([]);
    expect(result.length).toBe(bytes.length);
    // What a real 2.6.32 kernel needed, and stale fields that get a meaning there.
    const allowed = new Set([
      'image.imageVersion',
      'veinfo.shmCtlMax',
      'veinfo.shmCtlAll',
      'ubc.ubResources',
      'ubc.ubFlags',
      'ubc.parms',
      'task.ecap',
      'task.icap',
      'task.pcap',
      'mm.vdso',
      'skb.ipSummed',
      'skb.h',
      'skb.nh',
      'skb.mac',
    ]);
    expect([...differences(bytes, result)].filter((name) => !allowed.has(name))).toEqual([]);
  });
});

describe('2.6.18 images to 0x803', () => {
  test.each(k18Images.map(({ name, path }) => [name, path]))('%s', (_name, path) => {
    const bytes = read(path);
    const { result, problems, diagnostics } = convert(bytes, 'cpt-2.6.32.3/042stab113.5');
    expect(problems).toEqual([]);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    // Header lengths as the real 042stab113.5 kernel writes them; mounts and siginfo may stay short.
    const lengths: Partial<Record<CptKind, number>> = {
      veinfo: 160,
      task: 992,
      mm: 136,
      file: 96,
      inode: 120,
      signal_struct: 456,
      socket: 1048,
      skb: 128,
      flock: 64,
      net_device: 48,
    };
    for (const record of recordsOf(result)) {
      const expected = lengths[record.kind as CptKind];
      if (expected !== undefined) expect([record.kind, record.hdrlen]).toEqual([record.kind, expected]);
      if (record.kind === 'task') expect([2n, 16n, 132n]).toContain(record.fields.state);
      if (record.kind === 'task' && record.fields.restart.fn === 1n) {
        expect(record.fields.restart.arg0).toBeLessThan(2n); // a clock
        expect(record.fields.restart.arg2).toBe(0n);
      }
    }
    const startTimes = (image: Uint8Array) => ofKind(image, 'task').map(({ fields }) => fields.starttime);
    expect(startTimes(result)).toEqual(startTimes(bytes));
  });
});

describe('2.6.18 images down to 2.6.8', () => {
  test.each(k18Images.map(({ name, path }) => [name, path]))(
    '%s keeps start times as /proc/PID/stat shows them',
    (_name, path) => {
      const bytes = read(path);
      const { result, problems } = convert(bytes, 'cpt-2.6.8');
      expect(problems).toEqual([]);
      expect(result.length).toBe(bytes.length);
      const hz = BigInt((recordsOf(bytes)[0] as Extract<AnyRecord, { kind: 'image' }>).fields.hz);
      const tick = hz === 1000n ? 999_848n : 4_000_250n;
      const before = ofKind(bytes, 'task').map(({ fields }) => timespecToNs(fields.starttime) / 10_000_000n);
      const after = ofKind(result, 'task').map(({ fields }) => (fields.starttime * tick) / 10_000_000n);
      expect(after).toEqual(before);
    },
  );
});

/** Fields whose loss is declared, or which were stale and cannot come back. */
const declared = new Set([
  'veinfo.shmCtlMax',
  'veinfo.shmCtlAll',
  'ubc.ubResources',
  'ubc.ubFlags',
  'ubc.parms',
  'task.ecap',
  'task.icap',
  'task.pcap',
  'task.flags',
  'task.starttime',
  'task.restart',
  'task.itRealValue',
  'task.itRealIncr',
  'mm.vdso',
  'skb.h',
  'skb.nh',
  'skb.mac',
  'skb.gsoSegs',
  'socket.saddr',
  'socket.rcvSaddr',
  'x86_regs.ugs',
]);

function detected(image: Uint8Array): CptVariantId | undefined {
  const detector = new CptDetector();
  for (const record of recordsOf(image)) detector.see(record);
  return detector.decide()?.variant;
}

/** The variant that an image of this one can be told for: an older one where it has no record of a kind that tells. */
function toldFrom(image: Uint8Array, id: CptVariantId): CptVariantId {
  const kinds = new Set<string>(recordsOf(image).map(({ kind }) => kind));
  const older = cptVariantIds.slice(0, cptVariantIds.indexOf(id) + 1);
  const isTold = (one: CptVariantId) => {
    const { sign }: CptVariant = cptVariants[one];
    return (
      sign === 'version word' ||
      (typeof sign === 'object' && Object.keys(sign).some((kind) => kinds.has(kind)))
    );
  };
  return older.findLast(isTold) as CptVariantId;
}

describe('there and back again', () => {
  const targets = cptVariantIds.filter((id) => id !== 'cpt-2.6.18.2');
  test.each(k18Images.map(({ name, path }) => [name, path]))('%s through every variant', (_name, path) => {
    const bytes = read(path);
    for (const to of targets) {
      const there = convert(bytes, to);
      expect(detected(there.result)).toBe(toldFrom(there.result, to));
      const back = convert(there.result, 'cpt-2.6.18.2', { from: to });
      expect([to, ...back.problems]).toEqual([to]);
      expect([to, ...[...differences(bytes, back.result)].filter((name) => !declared.has(name))]).toEqual([
        to,
      ]);
      expect(back.result.length).toBe(bytes.length);
    }
  });
});

describe('2.6.32 images downward', () => {
  test.each(k32Images.map(({ name, path }) => [name, path]))(
    '%s to 0x303 keeps sleeps and drops what is too new',
    (_name, path) => {
      const bytes = read(path);
      const { result, problems, diagnostics } = convert(bytes, 'cpt-2.6.18.3', { allow: ['drop-files'] });
      expect(problems).toEqual([]);
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      const sections = recordsOf(result).flatMap((record) =>
        record.kind === 'section' ? [record.fields.section] : [],
      );
      expect(Math.max(...sections)).toBeLessThan(31);
      for (const record of recordsOf(result)) {
        expect(['mm_auxv', 'posix_timer', 'cgroup', 'net_idev_cnf']).not.toContain(record.kind);
        if (record.kind === 'task') expect(record.hdrlen).toBe(976);
      }
    },
  );

  test('pids without bit 1024 cannot go to 2.6.18', () => {
    const { diagnostics } = convert(read(sample('2.6.32-threads')), 'cpt-2.6.18.2');
    expect(
      diagnostics.some(({ code, message }) => code === 'cannot-express' && message.includes('T24')),
    ).toBe(true);
  });
});

test('an image of jiffies that is labelled 2.6.9 converts like one that holds seconds', () => {
  const to = 'cpt-2.6.32.3/042stab113.5';
  const mislabelled = convert(read(sample('2.6.9-jiffies-mislabelled')), to);
  expect(mislabelled.diagnostics.map(({ code }) => code)).toContain('start-time-unit');
  const original = ofKind(read(sample('2.6.18-timers')), 'task').map(
    ({ fields }) => timespecToNs(fields.starttime) / 10_000_000n,
  );
  const converted = ofKind(mislabelled.result, 'task').map(
    ({ fields }) => timespecToNs(fields.starttime) / 10_000_000n,
  );
  expect(converted).toEqual(original);
  const forced = convert(read(sample('2.6.9-jiffies-mislabelled')), to, { startTimes: 'timespec' });
  expect(forced.diagnostics.map(({ code }) => code)).not.toContain('start-time-unit');
});

test('a signal frame gets the selectors of 2.6.32, and they come back', () => {
  const bytes = read(sample('2.6.18-signal-handler'));
  const there = convert(bytes, 'cpt-2.6.18.3');
  expect(there.rows.has('T27')).toBe(true);
  const back = convert(there.result, 'cpt-2.6.18.2', { from: 'cpt-2.6.18.3' });
  const pages = (image: Uint8Array) =>
    ofKind(image, 'pages').map(({ payload }) =>
      'offset' in payload
        ? Buffer.from(image.subarray(payload.offset, payload.offset + payload.length)).toString('latin1')
        : '',
    );
  const changed = pages(there.result).filter((text, index) => text !== pages(bytes)[index]);
  expect(changed.length).toBe(1);
  expect(pages(back.result)).toEqual(pages(bytes));
});

test('UDP datagrams keep a checksum state that 2.6.32 accepts', () => {
  const { result } = convert(read(sample('2.6.18-tcp-udp')), 'cpt-2.6.18.3');
  const received = ofKind(result, 'skb').filter(({ fields }) => fields.queue === 1);
  expect(received.length).toBeGreaterThan(0);
  for (const { fields } of received) expect(fields.ipSummed).toBe(1);
});

test.each([{ hz: 250 }, { startTimes: 'jiffies' as const }])(
  'a header that names HZ 0 is converted, too: %o',
  (options) => {
    const bytes = read(sample('2.6.18-timers'));
    const odd = bytes.slice();
    new DataView(odd.buffer).setUint16(22, 0, true);
    const tasks = (image: Uint8Array) =>
      ofKind(image, 'task').map(({ fields }) => [fields.starttime, fields.utime]);
    const converted = (image: Uint8Array) => convert(image, 'cpt-2.6.18.3', options).result;
    expect(tasks(converted(odd))).toEqual(tasks(converted(bytes)));
  },
);

test('a changed tick rate scales what counts in ticks and nothing else', () => {
  const bytes = read(sample('2.6.18-hz250-counter'));
  const { result, problems } = convert(bytes, 'cpt-2.6.18.3', { hz: 1000 });
  expect(problems).toEqual([]);
  const [before, after] = [ofKind(bytes, 'veinfo')[0], ofKind(result, 'veinfo')[0]];
  expect(after?.fields.startJiffiesDelta).toBe((before?.fields.startJiffiesDelta ?? 0n) * 4n);
  expect(after?.fields.startTimespecDelta).toBe(before?.fields.startTimespecDelta);
  expect(recordsOf(result)[0]?.fields).toMatchObject({ hz: 1000 });
});

describe('what cannot be expressed is refused, or given up by name', () => {
  /** The first task of an image, made one that its tracer has stopped. */
  function traced(): Uint8Array {
    const bytes = read(sample('2.6.18-tree'));
    const task = ofKind(bytes, 'task').at(-1);
    new DataView(bytes.buffer).setBigUint64((task?.offset ?? 0) + 16, 8n, true);
    return bytes;
  }

  test('a traced task', () => {
    expect(convert(traced(), 'cpt-2.6.18.3').diagnostics.map(({ code }) => code)).toContain('cannot-express');
    const { diagnostics, result } = convert(traced(), 'cpt-2.6.18.3', { allow: ['detach-traced'] });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(ofKind(result, 'task').at(-1)?.fields).toMatchObject({ state: 2n, ptrace: 0n });
  });

  test('pages that are not in the image', () => {
    const bytes = read(sample('2.6.18-counter'));
    const pages = ofKind(bytes, 'pages')[0];
    const view = new DataView(bytes.buffer);
    view.setUint32((pages?.offset ?? 0) + 8, 4105, true); // ITERPAGES
    expect(convert(bytes, 'cpt-2.6.18.3').diagnostics.map(({ code }) => code)).toContain(
      'not-self-contained',
    );
    expect(convert(bytes, 'cpt-2.6.18.3', { allow: ['missing-pages'] }).problems).toEqual([]);
  });
});
