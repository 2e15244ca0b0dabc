/**
 * Interrupted polls with a time limit. RHEL 6 kernels store the moment at which the limit ends, on the clock
 * that the restored processes see again; without code the call would start with its whole limit once more.
 */
import type { ImageFacts, Registers, RestartBlock } from '../../../../model/checkpoint.ts';
import { registerValue } from '../../../../model/registers.ts';
import { monotonicNs } from '../timens.ts';
import { callNumber, move, systemCall } from './assembler.ts';
import { type Fragment, restoreRegisters } from './fragment.ts';
import { bitsOf } from './syscall-restart.ts';

type Poll = Extract<RestartBlock, { kind: 'poll' }>;

const millisecondNs = 1_000_000n;

/** What is left of the limit in milliseconds, never more than the program asked for. */
export function pollLeftMs(
  image: ImageFacts,
  registers: Registers,
  { timeoutNs, isDeadline }: Poll,
): bigint | undefined {
  if (timeoutNs === undefined) return undefined;
  const leftNs = isDeadline ? timeoutNs - monotonicNs(image) : timeoutNs;
  const askedMs = BigInt.asIntN(32, registerValue(registers, bitsOf(registers) === 64 ? 'rdx' : 'edx') ?? 0n);
  const leftMs = leftNs > 0n ? (leftNs + millisecondNs - 1n) / millisecondNs : 0n;
  return leftMs > askedMs ? askedMs : leftMs;
}

/** poll(2) with the program's own array; its results go where the program looks for them. */
export function pollFragment(registers: Registers, { fds, count }: Poll, leftMs: bigint): Fragment {
  const bits = bitsOf(registers);
  const [first, second, third] = bits === 64 ? (['di', 'si', 'dx'] as const) : (['bx', 'cx', 'dx'] as const);
  const code = () => [
    ...move(bits, 'ax', callNumber[bits].poll),
    ...move(bits, first, fds),
    ...move(bits, second, BigInt(count)),
    ...move(bits, third, leftMs),
    ...systemCall(bits),
    ...restoreRegisters(bits, registers, [first, second, third]),
  ];
  const purpose = `polls for the ${leftMs} ms that were left; without it the whole limit starts again`;
  return { repair: 'poll', purpose, code };
}
