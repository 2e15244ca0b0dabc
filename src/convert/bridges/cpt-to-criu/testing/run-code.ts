/**
 * For tests only: runs the few instructions that repairs consist of, as Intel's manual describes them. An
 * instruction that it does not know ends the run with an error.
 */
import type { Bits } from '../repairs/assembler.ts';

export interface SystemCallMade {
  readonly number: bigint;
  /** In the order of the convention: six in 64-bit code, five in 32-bit code. */
  readonly parameters: readonly bigint[];
}

export interface Run {
  readonly calls: readonly SystemCallMade[];
  /** By number of the register. */
  readonly registers: readonly bigint[];
  /** Where the code was left to, or undefined when it stopped at `hlt`. */
  readonly ip: bigint | undefined;
}

export interface Memory {
  readonly start: bigint;
  readonly bytes: Uint8Array;
}

const stepsMax = 100_000;
const order = { 32: [3, 1, 2, 6, 7], 64: [7, 6, 2, 10, 8, 9] } as const;

/** Starts at `entry` with the given registers; `answer` gives the results of system calls. */
export function runCode(
  { start, bytes }: Memory,
  entry: bigint,
  bits: Bits,
  given: readonly bigint[],
  answer: (call: SystemCallMade) => bigint = () => 0n,
): Run {
  const registers = [...given];
  const calls: SystemCallMade[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = Number(entry - start);
  const imm = (offset: number) =>
    bits === 64 ? view.getBigUint64(offset, true) : BigInt(view.getUint32(offset, true));
  for (let step = 0; step < stepsMax; step++) {
    const opcode = view.getUint8(at);
    const rex = bits === 64 && (opcode & 0xfe) === 0x48 ? opcode : 0;
    const next = rex === 0 ? opcode : view.getUint8(at + 1);
    const base = at + (rex === 0 ? 0 : 1);
    if (next >= 0xb8 && next <= 0xbf && (rex !== 0 || bits === 32)) {
      registers[(next & 7) + (rex & 1) * 8] = imm(base + 1);
      at = base + 1 + bits / 8;
    } else if (next === 0x89 && view.getUint8(base + 1) === 0xc1) {
      registers[1] = registers[0] ?? 0n;
      at = base + 2;
    } else if (
      (opcode === 0x0f && view.getUint8(at + 1) === 0x05) ||
      (opcode === 0xcd && view.getUint8(at + 1) === 0x80)
    ) {
      const call = {
        number: registers[0] ?? 0n,
        parameters: order[bits].map((register) => registers[register] ?? 0n),
      };
      calls.push(call);
      registers[0] = BigInt.asUintN(bits, answer(call));
      at += 2;
      // SYSCALL leaves the return address and the flags in these.
      if (bits === 64) [registers[1], registers[11]] = [start + BigInt(at), 0x246n];
    } else if (opcode === 0xe9) at += 5 + view.getInt32(at + 1, true);
    else if (opcode === 0xe3) at += 2 + (registers[1] === 0n ? view.getInt8(at + 1) : 0);
    else if (opcode === 0xff && view.getUint8(at + 1) === 0x25) {
      const place =
        bits === 64 ? at + 6 + view.getInt32(at + 2, true) : view.getUint32(at + 2, true) - Number(start);
      return { calls, registers, ip: imm(place) };
    } else if (opcode === 0xf4) return { calls, registers, ip: undefined };
    else throw new Error(`opcode 0x${opcode.toString(16)} at 0x${(start + BigInt(at)).toString(16)}`);
  }
  throw new Error('the code does not end');
}
