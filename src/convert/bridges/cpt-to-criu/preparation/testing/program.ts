/** For tests only: a program like the one in a sample, and the root that it ran in. */
import type { Checkpoint } from '../../../../../model/checkpoint.ts';
import { checkpointOfSample, type Entry } from './checkpoints.ts';

/** An ELF file whose headers give the bounds that the counters of the samples had. */
export function program({
  endCode,
  startData,
  endData,
  bits = 64,
}: Bounds & { readonly bits?: 32 | 64 }): Uint8Array {
  const bytes = new Uint8Array(0x20000);
  const view = new DataView(bytes.buffer);
  bytes.set([0x7f, 0x45, 0x4c, 0x46, bits === 64 ? 2 : 1, 1, 1]);
  const is64 = bits === 64;
  const put = (at: number, value: number) =>
    is64 ? view.setBigUint64(at, BigInt(value), true) : view.setUint32(at, value, true);
  put(is64 ? 32 : 28, 64);
  view.setUint16(is64 ? 54 : 42, is64 ? 56 : 32, true);
  view.setUint16(is64 ? 56 : 44, 4, true);
  const segments = [
    { type: 1, flags: 4, address: 0, size: 0x1c8 },
    { type: 1, flags: 5, address: 0x1000, size: endCode - 0x1000 },
    { type: 1, flags: 6, address: startData, size: endData - startData },
    // PT_GNU_STACK: not loaded.
    { type: 0x6474e551, flags: 7, address: 0xffffff, size: 0 },
  ];
  for (const [index, { type, flags, address, size }] of segments.entries()) {
    const at = 64 + index * (is64 ? 56 : 32);
    view.setUint32(at, type, true);
    view.setUint32(at + (is64 ? 4 : 24), flags, true);
    put(at + (is64 ? 16 : 8), 0x400000 + address);
    put(at + (is64 ? 32 : 16), size);
  }
  return bytes;
}

export interface Bounds {
  readonly endCode: number;
  readonly startData: number;
  readonly endData: number;
}

/** Of the program that 2.6.32-counter ran. */
export const bounds: Bounds = boundsOf(checkpointOfSample('2.6.32-counter'));

export function boundsOf({ memories }: Checkpoint): Bounds {
  const { startCode, endCode, startData, endData } = [...memories.values()][0]!;
  const from = (address: bigint) => Number(address - startCode);
  return { endCode: from(endCode), startData: from(startData), endData: from(endData) };
}

export const whole: Readonly<Record<string, Entry>> = {
  '/': { type: 'directory', mode: 0o755 },
  '/counter': { type: 'file' },
  '/dev/null': { type: 'character-device', mode: 0o666, rdev: { major: 1, minor: 3 } },
  '/proc': { type: 'directory' },
  '/sbin/init': { type: 'file', mode: 0o755, bytes: program(bounds) },
};
