/**
 * Frames laid out as arch/x86 of 2.6.18 pushes them: struct rt_sigframe of x86-64, struct sigframe and struct
 * rt_sigframe of i386. Offsets and selectors are those of a restore on real kernels.
 */
import { describe, expect, test } from 'vitest';
import type { AnyRecord, ObjectRecord } from '../../../parse/cpt/record.ts';
import type { MemoryUse } from '../facts.ts';
import type { HopContext } from '../step.ts';
import { findSignalFrames, withSelectors } from './signal-frames.ts';

const restorer = 0x40123n;
const mm = { kind: 'mm', offset: 100 } as AnyRecord;

function pages(bytes: Uint8Array, start: bigint, flags = 0x73n): ObjectRecord<'pages'> {
  const vma = { kind: 'vma', parent: mm, fields: { flags } } as unknown as AnyRecord;
  return {
    kind: 'pages',
    content: 2,
    offset: 5000,
    parent: vma,
    payload: { bytes, length: bytes.length },
    fields: { start, end: start + BigInt(bytes.length) },
  } as unknown as ObjectRecord<'pages'>;
}

const payloads = {
  view: ({ payload }: AnyRecord, from: number, length: number) =>
    'bytes' in payload ? payload.bytes.subarray(from, from + length) : new Uint8Array(0),
};

function repaired(bytes: Uint8Array, start: bigint, use: Partial<MemoryUse>, flags?: bigint): Uint8Array {
  const record = pages(bytes, start, flags);
  const memory = new Map([
    [100, { is64Bit: true, hasHandlers: true, restorers: new Set([restorer]), ...use }],
  ]);
  const signalFrames = findSignalFrames([record], payloads, memory);
  const context = { facts: { signalFrames }, changed: () => {} } as unknown as HopContext;
  const { payload } = withSelectors(record, 'to-2.6.32', context);
  return 'bytes' in payload ? payload.bytes : bytes;
}

/** Bytes that differ, as offset → new 16-bit value. */
function changes(before: Uint8Array, after: Uint8Array): Record<number, number> {
  const view = new DataView(after.buffer, after.byteOffset);
  const found: Record<number, number> = {};
  for (let at = 0; at + 1 < before.length; at += 2) {
    if (before[at] !== after[at] || before[at + 1] !== after[at + 1]) found[at] = view.getUint16(at, true);
  }
  return found;
}

function frame64(size: number, at: number, code = 0x83): Uint8Array {
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(at, restorer, true);
  view.setBigUint64(at + 48 + 128, 0x400abcn, true); // rip
  view.setBigUint64(at + 48 + 136, 0x10246n, true); // eflags
  view.setUint16(at + 48 + 144, code, true);
  return bytes;
}

describe('64-bit frames', () => {
  test('the code selector is replaced', () => {
    const bytes = frame64(4096, 1000);
    expect(changes(bytes, repaired(bytes, 0x7fff0000n, {}))).toEqual({ [1000 + 192]: 0x33 });
  });

  test('a frame that 2.6.32 made is left alone', () => {
    const bytes = frame64(4096, 1000, 0x33);
    expect(changes(bytes, repaired(bytes, 0x7fff0000n, {}))).toEqual({});
  });

  test('frames are found across the pieces that memory is read in', () => {
    for (const at of [256 * 1024 - 8, 256 * 1024 - 200, 256 * 1024]) {
      const bytes = frame64(512 * 1024, at);
      expect(changes(bytes, repaired(bytes, 0x7fff0000n, {}))).toEqual({ [at + 192]: 0x33 });
    }
  });

  test('the address alone, as in a saved sigaction, is no frame', () => {
    const bytes = new Uint8Array(4096);
    new DataView(bytes.buffer).setBigUint64(512, restorer, true);
    expect(changes(bytes, repaired(bytes, 0x7fff0000n, {}))).toEqual({});
  });

  test('read-only and shared memory holds no stack', () => {
    const bytes = frame64(4096, 1000);
    expect(changes(bytes, repaired(bytes, 0x7fff0000n, {}, 0x71n))).toEqual({});
    expect(changes(bytes, repaired(bytes, 0x7fff0000n, {}, 0x7bn))).toEqual({});
  });
});

function frame32(at: number, { isRt, returns }: { isRt: boolean; returns: 'restorer' | 'mark' }): Uint8Array {
  const start = 0xbffff000;
  const bytes = new Uint8Array(4096);
  const view = new DataView(bytes.buffer);
  view.setUint32(at, returns === 'restorer' ? Number(restorer) : 0xffffe400, true);
  view.setUint32(at + 4, 10, true); // SIGUSR1
  if (isRt) {
    view.setUint32(at + 8, start + at + 16, true);
    view.setUint32(at + 12, start + at + 144, true);
  }
  const registers = at + (isRt ? 164 : 8);
  const segments = { 0: 0x33, 4: 0, 8: 0x7b, 12: 0x7b, 60: 0x73, 72: 0x7b };
  for (const [offset, selector] of Object.entries(segments))
    view.setUint16(registers + Number(offset), selector, true);
  view.setUint32(registers + 64, 0x246, true);
  if (returns === 'mark') {
    const code = isRt ? [0xb8, 0xad, 0, 0, 0, 0xcd, 0x80] : [0x58, 0xb8, 0x77, 0, 0, 0, 0xcd, 0x80];
    bytes.set(code, at + (isRt ? 884 : 724));
  }
  return bytes;
}

describe('32-bit frames', () => {
  const rows = [
    { isRt: false, returns: 'restorer' },
    { isRt: true, returns: 'restorer' },
    { isRt: false, returns: 'mark' },
    { isRt: true, returns: 'mark' },
  ] as const;
  test.each(rows)('%o', (row) => {
    const at = 512;
    const bytes = frame32(at, row);
    const registers = at + (row.isRt ? 164 : 8);
    const restorers = new Set(row.returns === 'restorer' ? [restorer] : []);
    expect(changes(bytes, repaired(bytes, 0xbffff000n, { is64Bit: false, restorers }))).toEqual({
      [registers]: 0x63, // gs: thread-local storage
      [registers + 8]: 0x2b,
      [registers + 12]: 0x2b,
      [registers + 60]: 0x23,
      [registers + 72]: 0x2b,
    });
  });
});
