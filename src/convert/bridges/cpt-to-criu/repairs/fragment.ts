/**
 * A fragment is a piece of code and data for one task: the task starts in it and leaves it for its own
 * program with every register as it was. Fragments of one task follow each other; the last one ends with a
 * jump.
 */
import type { Registers } from '../../../../model/checkpoint.ts';
import { registerValue } from '../../../../model/registers.ts';
import type { InjectedCode } from '../context.ts';
import { type Bits, move, type Register } from './assembler.ts';

export interface Fragment {
  /** What the repair is called in the report. */
  readonly repair: Exclude<InjectedCode['repair'], 'kernel-functions'>;
  readonly purpose: string;
  /**
   * The code, when its first byte lies at `at`. Its length must not depend on `at`. It ends where the next
   * fragment, or a jump to the program, begins.
   */
  readonly code: (at: bigint) => readonly number[];
}

const names64: Readonly<Record<Register, string>> = {
  ax: 'rax',
  cx: 'rcx',
  dx: 'rdx',
  bx: 'rbx',
  si: 'rsi',
  di: 'rdi',
  r8: 'r8',
  r9: 'r9',
  r10: 'r10',
  r11: 'r11',
};
const names32: Readonly<Partial<Record<Register, string>>> = {
  ax: 'eax',
  cx: 'ecx',
  dx: 'edx',
  bx: 'ebx',
  si: 'esi',
  di: 'edi',
};

/** What calls change: their arguments, and rcx and r11, which the instruction itself overwrites. */
const changed64: readonly Register[] = ['cx', 'dx', 'si', 'di', 'r8', 'r9', 'r10', 'r11'];
const changed32: readonly Register[] = ['bx', 'cx', 'dx', 'si', 'di'];

/** After calls in a task that may have been anywhere in its program: everything as it was. */
export function restoreAll(registers: Registers, entryAx: bigint): readonly number[] {
  const bits = registers.layout === 'i386' ? 32 : 64;
  const changed = bits === 64 ? changed64 : changed32;
  return [...move(bits, 'ax', entryAx), ...restoreRegisters(bits, registers, changed)];
}

/** Puts registers back to what the image has. */
export function restoreRegisters(
  bits: Bits,
  registers: Registers,
  changed: readonly Register[],
): readonly number[] {
  const names = bits === 64 ? names64 : names32;
  return changed.flatMap((name) => move(bits, name, registerValue(registers, names[name] ?? '') ?? 0n));
}

/** Code in front of data that it refers to: `make` gets the address of the data. */
export function withData(
  at: bigint,
  data: readonly number[],
  make: (dataAt: bigint) => readonly number[],
): readonly number[] {
  // The data stands behind the code, so a short jump over it is not needed: code goes first, and around it.
  const length = make(0n).length;
  const over = jumpOver(data.length);
  return [...make(at + BigInt(length + over.length)), ...over, ...data];
}

/** `jmp rel32`: E9 with a displacement from the next instruction. */
const jumpOver = (length: number): readonly number[] => [
  0xe9,
  ...[0, 8, 16, 24].map((shift) => (length >> shift) & 0xff),
];
