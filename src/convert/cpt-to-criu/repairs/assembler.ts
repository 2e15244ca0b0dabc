/**
 * The few x86 instructions that the repairs need, as bytes (Intel's manual, volume 2). No flags are changed by
 * any of them but system calls, and no stack is used: the code runs between two instructions of a program.
 */

export type Bits = 32 | 64;

/** Registers by their number in instructions; the 64-bit ones from 8 on are not needed. */
export const register = { ax: 0, cx: 1, dx: 2, bx: 3, si: 6, di: 7 } as const;
export type Register = keyof typeof register;

/** Little-endian bytes of an immediate operand. */
export function immediate(value: bigint, length: 4 | 8): readonly number[] {
  return Array.from({ length }, (_, index) => Number((value >> BigInt(index * 8)) & 0xffn));
}

/** `mov reg, imm`: the whole register. 48 B8+r imm64, or B8+r imm32. */
export function move(bits: Bits, to: Register, value: bigint): readonly number[] {
  const opcode = 0xb8 + register[to];
  return bits === 64 ? [0x48, opcode, ...immediate(value, 8)] : [opcode, ...immediate(value, 4)];
}

/** `syscall` (0F 05), or `int 0x80` (CD 80). */
export const systemCall = (bits: Bits): readonly number[] => (bits === 64 ? [0x0f, 0x05] : [0xcd, 0x80]);

/** The length of an instruction that makes a system call: the same for both. */
export const systemCallBytes = 2;

/**
 * A jump to an absolute address that stands behind it: FF 25 with a displacement of 0 from the next
 * instruction, or with an absolute address in 32-bit code. Needs no register.
 */
export function jump(bits: Bits, at: bigint, target: bigint): readonly number[] {
  const opcode = [0xff, 0x25];
  if (bits === 64) return [...opcode, ...immediate(0n, 4), ...immediate(target, 8)];
  return [...opcode, ...immediate(at + 6n, 4), ...immediate(target, 4)];
}

/** `mov rcx, rax`: 48 89 C1, or 89 C1. */
export const copyAxToCx = (bits: Bits): readonly number[] =>
  bits === 64 ? [0x48, 0x89, 0xc1] : [0x89, 0xc1];

/** `jrcxz` or `jecxz`: E3 with a signed byte, counted from the next instruction. */
export const jumpIfCxZero = (distance: number): readonly number[] => [0xe3, distance & 0xff];

/** `hlt`, a fault in user mode: F4. Stands where the processor must never come. */
export const stop: readonly number[] = [0xf4];

/** System call numbers: arch/x86/entry/syscalls of Linux. */
export const callNumber = {
  32: { exit: 1n, nanosleep: 162n, poll: 168n, ipc: 117n, futex: 240n, semtimedop: 420n },
  64: { exit: 60n, nanosleep: 35n, poll: 7n, semop: 65n, semtimedop: 220n, futex: 202n },
} as const;
