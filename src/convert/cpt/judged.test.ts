/** What the real kernels showed of converted images (November 2026): each fault that they found stays mended. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostic.ts';
import { MemorySink } from '../../parse/bytes/byte-sink.ts';
import { memorySource } from '../../parse/bytes/byte-source.ts';
import { readCptRecords } from '../../parse/cpt/read.ts';
import type { AnyRecord, ObjectRecord } from '../../parse/cpt/record.ts';
import type { CptVariantId } from '../../parse/cpt/variants.ts';
import { cptLayouts } from '../../parse/generated/cpt-layouts.ts';
import { type CptKind, sectionType } from '../../parse/generated/cpt-records.ts';
import { fieldRanges } from '../../parse/layout.ts';
import { sample, sampleImages } from '../../test-support/images.ts';
import { type ConvertOptions, imageInput, planConversion, runConversion } from './convert.ts';
import { timerTicks } from './rescale-hz.ts';

const bytesOf = (name: string) => Uint8Array.from(readFileSync(sample(name)));

function convert(bytes: Uint8Array, to: CptVariantId, options: ConvertOptions = {}) {
  const found: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void found.push(diagnostic);
  const input = imageInput(memorySource(bytes));
  const plan = planConversion(input, { ...options, to }, report);
  const sink = new MemorySink();
  const { changes, losses } = runConversion(input, plan, sink, report);
  expect(found.map(({ code }) => code)).not.toContain('unaccounted-change');
  const records = [...readCptRecords(memorySource(sink.result()), () => {})];
  return { bytes: sink.result(), found, changes, losses, records };
}

const ofKind = <K extends CptKind>(records: readonly AnyRecord[], kind: K) =>
  records.filter((record): record is ObjectRecord<K> & AnyRecord => record.kind === kind);
const hasSection = (records: readonly AnyRecord[], type: number) =>
  records.some((record) => record.kind === 'section' && record.fields.section === type);

describe('the vdso page', () => {
  const targets: readonly CptVariantId[] = ['cpt-2.6.18.3', 'cpt-2.6.18.4', 'cpt-2.6.24', 'cpt-2.6.32.0'];
  test.each(targets)('stays in what is written for %s', (to) => {
    const { records, losses } = convert(bytesOf('2.6.32-counter-32bit'), to);
    expect(hasSection(records, sectionType.vsyscall)).toBe(true);
    expect(losses.map(({ row }) => row)).not.toContain('M5');
  });

  test('is said to be lost for 2.6.18, which does not read it', () => {
    const { records, losses } = convert(bytesOf('2.6.32-counter-32bit'), 'cpt-2.6.18.2');
    expect(hasSection(records, sectionType.vsyscall)).toBe(false);
    expect(losses.map(({ row }) => row)).toContain('M5');
  });
});

describe('POSIX timers', () => {
  test.each(['cpt-2.6.32.1/042stab061.9', 'cpt-2.6.32.2'] as const)('stay at %s, and come back', (to) => {
    const before = ofKind(
      [...readCptRecords(memorySource(bytesOf('2.6.32-events')), () => {})],
      'posix_timer',
    );
    const { records, found, bytes } = convert(bytesOf('2.6.32-events'), to);
    const timers = ofKind(records, 'posix_timer');
    expect(before.length).toBeGreaterThan(0);
    // The form and the number that 042stab088 and later take, under any label.
    expect(timers.map(({ object, hdrlen }) => [object, hdrlen])).toEqual(before.map(() => [4123, 88]));
    expect(timers.map(({ fields }) => fields)).toEqual(before.map(({ fields }) => fields));
    expect(found.filter(({ code }) => code === 'dangling-position')).toEqual([]);
    const lists = new Set(ofKind(records, 'posix_timer_list').map(({ offset }) => BigInt(offset)));
    expect(ofKind(records, 'task').some(({ fields }) => lists.has(fields.posixTimers ?? 0n))).toBe(true);
    const back = convert(bytes, 'cpt-2.6.32.3/042stab113.5');
    expect(ofKind(back.records, 'posix_timer').map(({ fields }) => fields)).toEqual(
      before.map(({ fields }) => fields),
    );
  });

  test.each(['cpt-2.6.32.0', 'cpt-2.6.18.3'] as const)('are said to be lost at %s', (to) => {
    const { records, losses } = convert(bytesOf('2.6.32-events'), to, { allow: ['drop-files'] });
    expect(ofKind(records, 'posix_timer')).toEqual([]);
    expect(losses.map(({ row }) => row)).toContain('T17');
  });
});

test('eventfd, signalfd and timerfd go to the old labels that 2.6.32 restores, and to no other kernel', () => {
  for (const to of ['cpt-2.6.18.3', 'cpt-2.6.18.4'] as const) {
    const { found, records } = convert(bytesOf('2.6.32-events'), to);
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(ofKind(records, 'eventfd').length + ofKind(records, 'timerfd').length).toBeGreaterThan(0);
  }
  for (const to of ['cpt-2.6.26', 'cpt-2.6.18.2'] as const)
    expect(convert(bytesOf('2.6.32-events'), to).found.map(({ code }) => code)).toContain('cannot-express');
});

/** Native counts of the kernels: the smallest number of ticks that is not shorter than what was asked for. */
test.each([
  ['5 s', 1250n, 250, 1000, 5001n],
  ['5 s', 5001n, 1000, 250, 1250n],
  ['5 s', 1250n, 250, 100, 500n],
  ['1 s', 250n, 250, 1000, 1001n],
  ['1 s', 100n, 100, 1000, 1001n],
  ['1 s', 1001n, 1000, 100, 100n],
  ['1000 s', 249_985n, 250, 1000, 1_000_155n],
  ['one tick', 1n, 1000, 250, 1n],
  ['off', 0n, 250, 1000, 0n],
])('a timer of %s: %s ticks at HZ %s to HZ %s', (_asked, ticks, from, to, expected) => {
  expect(timerTicks(ticks, from, to)).toBe(expected);
});

test('a futex wait ends with 0 on request, and is named in the plan without', () => {
  const bytes = bytesOf('2.6.18-timers');
  const regs = ofKind([...readCptRecords(memorySource(bytes), () => {})], 'x86_64_regs').at(-1);
  const view = new DataView(bytes.buffer);
  const places = new Map(
    [...fieldRanges(regs as AnyRecord, cptLayouts, 'x86_64_regs', 16)].map(({ path, offset }) => [
      path,
      offset,
    ]),
  );
  const at = (name: string) => places.get(name) ?? -1;
  view.setBigInt64(at('rax'), -4n, true);
  view.setBigInt64(at('origRax'), 202n, true);
  view.setBigInt64(at('rsi'), 0n, true);
  const changed = ofKind([...readCptRecords(memorySource(bytes), () => {})], 'x86_64_regs').at(-1)?.fields;
  expect(changed).toMatchObject({ origRax: 202n, rsi: 0n });

  const kept = convert(bytes, 'cpt-2.6.18.3');
  expect(kept.changes.find(({ row }) => row === 'T28')?.what).toContain('--end-futex-waits');
  expect(ofKind(kept.records, 'x86_64_regs').at(-1)?.fields).toEqual(changed);
  const ended = convert(bytes, 'cpt-2.6.18.3', { endFutexWaits: true });
  expect(ofKind(ended.records, 'x86_64_regs').at(-1)?.fields).toEqual({ ...changed, rax: 0n });
});

test('the futex wait of a real 32-bit program ends, and no other call does', () => {
  const bytes = bytesOf('2.6.18-threads-32bit');
  const before = ofKind([...readCptRecords(memorySource(bytes), () => {})], 'x86_regs');
  // asm-i386/unistd.h: 240 is futex(2); 0 in ecx is FUTEX_WAIT.
  const isWait = ({ fields }: (typeof before)[number]) => fields.origEax === 240 && fields.ecx === 0;
  expect(before.filter(isWait).length).toBeGreaterThan(0);
  expect(before.every(isWait)).toBe(false);
  const { records } = convert(bytes, 'cpt-2.6.18.3', { endFutexWaits: true });
  const results = (regs: typeof before) => regs.map(({ fields }) => fields.eax);
  expect(results(ofKind(records, 'x86_regs'))).toEqual(
    before.map((regs) => (isWait(regs) ? 0 : regs.fields.eax)),
  );
});

describe('an image under a label that is not its own converts, or is refused with a place', () => {
  const old = sampleImages.filter(({ name }) => name.startsWith('2.6.18') || name.includes('2.6.18-'));
  test.each([0x801, 0x802, 0x803])('version word %i', (version) => {
    expect(old.length).toBeGreaterThan(0);
    for (const { path } of old) {
      const bytes = Uint8Array.from(readFileSync(path));
      new DataView(bytes.buffer).setUint16(6, version, true);
      for (const to of ['cpt-2.6.32.3/042stab113.5', 'cpt-2.6.18.2', 'cpt-2.6.8'] as const) {
        const { found } = convert(bytes, to, { allow: ['drop-files', 'detach-traced', 'missing-pages'] });
        const codes = found.map(({ code }) => code);
        expect(codes).not.toContain('header-fields');
        expect(codes).not.toContain('unaccounted-change');
      }
    }
  });
});

describe('--hz and the clock of the container', () => {
  /** Seconds since the boot of the kernel, whose counter starts at 2^32 - 300 * HZ (include/linux/jiffies.h). */
  const uptime = (ticks: bigint, hz: number) => Number(ticks - 2n ** 32n) / hz + 300;
  const clockOf = (records: readonly AnyRecord[]) =>
    (records[0] as Extract<AnyRecord, { kind: 'image' }>).fields.startJiffies64;

  test.each([
    ['2.6.18-hz250-counter', 250, 1000],
    ['2.6.18-tcp-udp', 1000, 250],
    ['2.6.18-tcp-udp', 1000, 100],
  ])('%s from %i to %i goes on where it was', (name, from, to) => {
    const before = [...readCptRecords(memorySource(bytesOf(name)), () => {})];
    const { records } = convert(bytesOf(name), 'cpt-2.6.18.3', { hz: to });
    const expected = uptime(clockOf(before), from);
    expect(expected).toBeGreaterThan(0);
    expect(expected).toBeLessThan(600);
    expect(Math.abs(uptime(clockOf(records), to) - expected)).toBeLessThan(1 / to);
  });

  test('time stamps of connections that go back are a loss: RFC 7323, section 5', () => {
    const bytes = bytesOf('2.6.18-tcp-udp');
    expect(convert(bytes, 'cpt-2.6.18.2', { hz: 250 }).losses).toEqual([]);
    // Five hours after the boot: 18000 s are 18,000,000 ticks, at 250 Hz 4,500,000.
    new DataView(bytes.buffer).setBigUint64(24, 2n ** 32n - 300_000n + 18_000_000n, true);
    const { losses, found } = convert(bytes, 'cpt-2.6.18.2', { hz: 250 });
    expect(losses.map(({ row }) => row)).toEqual(['H3']);
    // (18,000,000 - 300,000 - 4,500,000 + 75,000) ticks of 1/250 s.
    expect(found.find(({ code }) => code === 'value-lost')?.message).toContain('53100 s');
    expect(convert(bytes, 'cpt-2.6.18.2', { hz: 1000 }).losses).toEqual([]);
  });
});
