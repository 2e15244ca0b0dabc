/**
 * Segment registers: CPT images hold abstract codes, CRIU images the selectors of current x86-64 kernels
 * (arch/x86/include/asm/segment.h). Local descriptor tables have no place in CRIU.
 */

/** `CPT_SEG_*` of the OpenVZ kernels. */
export const segmentCode = {
  none: 0,
  tls1: 1,
  tls3: 3,
  user32Data: 4,
  user32Code: 5,
  user64Data: 6,
  user64Code: 7,
} as const;
const firstLdtCode = 256;

/** First of the three GDT slots for thread-local storage: GDT_ENTRY_TLS_MIN of 64-bit kernels. */
export const firstTlsEntry = 12;
export const tlsEntryCount = 3;

export const selectors = { user32Code: 0x23, userData: 0x2b, user64Code: 0x33 } as const;

const userSelectors: ReadonlyMap<bigint, number> = new Map([
  [0n, 0],
  [4n, selectors.userData],
  [5n, selectors.user32Code],
  [6n, selectors.userData],
  [7n, selectors.user64Code],
]);

/** The TLS slot that a code names, from 0; undefined for another code. */
export function tlsSlot(code: bigint): number | undefined {
  const isTls = code >= BigInt(segmentCode.tls1) && code <= BigInt(segmentCode.tls3);
  return isTls ? Number(code) - 1 : undefined;
}

export const isLdtCode = (code: bigint): boolean => code >= BigInt(firstLdtCode) && code < 0x10000n;

/** The selector of a code: index, times 8, and privilege level 3. An unknown code selects nothing. */
export function selectorOf(code: bigint): number {
  const slot = tlsSlot(code);
  if (slot !== undefined) return (firstTlsEntry + slot) * 8 + 3;
  return userSelectors.get(code) ?? 0;
}

/** An x86 segment descriptor, taken apart: Intel's manual, volume 3, 3.4.5. */
export interface Descriptor {
  readonly base: number;
  readonly limit: number;
  readonly isWritable: boolean;
  /** Bits 2 and 3 of the type. */
  readonly expandsDown: boolean;
  readonly isCode: boolean;
  readonly isPresent: boolean;
  readonly isAvailable: boolean;
  readonly is32bit: boolean;
  readonly countsPages: boolean;
}

export function descriptorOf(value: bigint): Descriptor {
  const bits = (at: number, count: number) => Number((value >> BigInt(at)) & ((1n << BigInt(count)) - 1n));
  const bit = (at: number) => bits(at, 1) === 1;
  return {
    base: (bits(16, 24) | (bits(56, 8) << 24)) >>> 0,
    limit: bits(0, 16) | (bits(48, 4) << 16),
    isWritable: bit(41),
    expandsDown: bit(42),
    isCode: bit(43),
    isPresent: bit(47),
    isAvailable: bit(52),
    is32bit: bit(54),
    countsPages: bit(55),
  };
}
