/**
 * The few x86 instructions that the repairs need, as bytes (Intel's manual, volume 2). No flags are changed
 * by any of them but system calls, and no stack is used: the code runs between two instructions of a
 * program.
 */

export type Bits = 32 | 64;

/** Registers by their number in instructions; those from 8 on only 64-bit code has. */
export const register = {
  ax: 0,
  cx: 1,
  dx: 2,
  bx: 3,
  si: 6,
  di: 7,
  r8: 8,
  r9: 9,
  r10: 10,
  r11: 11,
} as const;
export type Register = keyof typeof register;

/** Little-endian bytes of an immediate operand. */
export function immediate(value: bigint, length: 4 | 8): readonly number[] {
  return Array.from({ length }, (_, index) => Number((value >> BigInt(index * 8)) & 0xffn));
}

/** `mov reg, imm`: the whole register. 48 B8+r imm64, 49 for the registers from 8 on, or B8+r imm32. */
export function move(bits: Bits, to: Register, value: bigint): readonly number[] {
  const number = register[to];
  const opcode = 0xb8 + (number & 7);
  if (bits === 32) return [opcode, ...immediate(value, 4)];
  return [number < 8 ? 0x48 : 0x49, opcode, ...immediate(value, 8)];
}

/** A system call with its arguments: up to six in 64-bit code, five in 32-bit code. */
export function call(bits: Bits, number: bigint, parameters: readonly bigint[]): readonly number[] {
  const places: readonly Register[] =
    bits === 64 ? ['di', 'si', 'dx', 'r10', 'r8', 'r9'] : ['bx', 'cx', 'dx', 'si', 'di'];
  const moves = parameters.flatMap((value, index) => move(bits, places[index] ?? 'ax', value));
  return [...move(bits, 'ax', number), ...moves, ...systemCall(bits)];
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
  32: {
    exit: 1n,
    rtSigtimedwait: 177n,
    nanosleep: 162n,
    poll: 168n,
    ipc: 117n,
    futex: 240n,
    socketcall: 102n,
  },
  64: {
    exit: 60n,
    nanosleep: 35n,
    poll: 7n,
    rtSigtimedwait: 128n,
    semop: 65n,
    semtimedop: 220n,
    futex: 202n,
    shmctl: 31n,
    connect: 42n,
    sendto: 44n,
    shutdown: 48n,
  },
} as const;

/** What ipc(2) and socketcall(2), which 32-bit programs use, are to do: linux/ipc.h and linux/net.h. */
export const ipcCall = { semop: 1n, semtimedop: 4n, shmctl: 24n } as const;
export const socketCall = { connect: 3n, sendto: 11n, shutdown: 13n } as const;
