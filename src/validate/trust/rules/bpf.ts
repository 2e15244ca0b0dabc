/** Classic BPF as seccomp runs it (kernel/seccomp.c, net/core/filter.c): a program over one system call without arguments. */

export interface SystemCall {
  readonly number: number;
  /** AUDIT_ARCH. */
  readonly machine: number;
}

/** SECCOMP_RET_* without their data, strongest first, as several filters are put together. */
export const actions = {
  killProcess: 0x80000000,
  killThread: 0,
  trap: 0x30000,
  errno: 0x50000,
  userNotification: 0x7fc00000,
  trace: 0x7ff00000,
  log: 0x7ffc0000,
  allow: 0x7fff0000,
} as const;

const instructionBytes = 8;
const actionMask = 0xffff0000;

/** What the filter answers; undefined for a program that no kernel takes, or that uses what is not known here. */
export function runFilter(filter: Uint8Array, call: SystemCall): number | undefined {
  const view = new DataView(filter.buffer, filter.byteOffset, filter.byteLength);
  const count = Math.floor(filter.length / instructionBytes);
  const memory = new Uint32Array(16);
  let [a, x] = [0, 0];
  // Jumps go forward only, so that a program ends.
  for (let at = 0; at < count; at++) {
    const code = view.getUint16(at * instructionBytes, true);
    const [yes, no] = [view.getUint8(at * instructionBytes + 2), view.getUint8(at * instructionBytes + 3)];
    const k = view.getUint32(at * instructionBytes + 4, true);
    switch (code & 7) {
      case 0:
        if (code === 0x20) a = load(call, k);
        else if (code === 0x00) a = k;
        else if (code === 0x60) a = memory[k & 15] ?? 0;
        else if (code === 0x80) a = 64;
        else return undefined;
        break;
      case 1:
        x = code === 0x61 ? (memory[k & 15] ?? 0) : code === 0x81 ? 64 : k;
        break;
      case 2:
        memory[k & 15] = a;
        break;
      case 3:
        memory[k & 15] = x;
        break;
      case 4: {
        const result = calculate(code, a, (code & 8) !== 0 ? x : k);
        if (result === undefined) return undefined;
        a = result;
        break;
      }
      case 5: {
        const operand = (code & 8) !== 0 ? x : k;
        const operation = code & 0xf0;
        if (operation === 0x00) at += k;
        else at += isTrue(operation, a, operand) ? yes : no;
        break;
      }
      case 6:
        return (((code & 0x18) === 0x10 ? a : k) & actionMask) >>> 0;
      default:
        if ((code & 0xf8) === 0) x = a;
        else a = x;
    }
  }
  return undefined;
}

/** struct seccomp_data: number, machine, instruction pointer, six arguments. */
function load({ number, machine }: SystemCall, offset: number): number {
  if (offset === 0) return number >>> 0;
  return offset === 4 ? machine >>> 0 : 0;
}

function isTrue(operation: number, a: number, operand: number): boolean {
  if (operation === 0x10) return a === operand;
  if (operation === 0x20) return a > operand;
  return operation === 0x30 ? a >= operand : (a & operand) !== 0;
}

function calculate(code: number, a: number, operand: number): number | undefined {
  switch (code & 0xf0) {
    case 0x00:
      return (a + operand) >>> 0;
    case 0x10:
      return (a - operand) >>> 0;
    case 0x20:
      return Math.imul(a, operand) >>> 0;
    case 0x30:
      return operand === 0 ? undefined : Math.floor(a / operand);
    case 0x40:
      return (a | operand) >>> 0;
    case 0x50:
      return (a & operand) >>> 0;
    case 0x60:
      return operand > 31 ? 0 : (a << operand) >>> 0;
    case 0x70:
      return operand > 31 ? 0 : a >>> operand;
    case 0x80:
      return -a >>> 0;
    case 0xa0:
      return (a ^ operand) >>> 0;
    default:
      return undefined;
  }
}

/** Whether the call is carried out, so far as the filter decides. */
export const lets = (action: number): boolean => action === actions.allow || action === actions.log;
