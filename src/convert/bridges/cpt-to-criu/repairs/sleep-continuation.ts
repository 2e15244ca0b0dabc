/**
 * Interrupted sleeps. Linux goes on with the time left by a restart block, for which CRIU has no place: it
 * would end the call with EINTR. The task is started in a piece of code that sleeps for the time left, with
 * the program's own pointer for what remains after a signal, and returns to it with the result.
 */
import type { Registers, RestartBlock } from '../../../../model/checkpoint.ts';
import { callNumber, immediate, move, systemCall } from './assembler.ts';
import { type Fragment, restoreRegisters, withData } from './fragment.ts';
import { bitsOf } from './syscall-restart.ts';

type Sleep = Extract<RestartBlock, { kind: 'nanosleep' }>;

/** The result stays in the register for results; rcx and r11 are dead after a system call. */
export function sleepFragment(registers: Registers, { remainingNs, rmtp }: Sleep): Fragment {
  const bits = bitsOf(registers);
  const [first, second] = bits === 64 ? (['di', 'si'] as const) : (['bx', 'cx'] as const);
  const timespec = timespecBytes(bits, remainingNs);
  const code = (at: bigint) =>
    withData(at, timespec, (timespecAt) => [
      ...move(bits, 'ax', callNumber[bits].nanosleep),
      ...move(bits, first, timespecAt),
      ...move(bits, second, rmtp),
      ...systemCall(bits),
      ...restoreRegisters(bits, registers, [first, second]),
    ]);
  const purpose =
    `sleeps for the ${(Number(remainingNs) / 1e9).toFixed(3)} s that were left of a nanosleep; ` +
    'without it the call returns early with EINTR';
  return { repair: 'sleep', purpose, code };
}

const billion = 1_000_000_000n;

/** struct timespec: two words. */
function timespecBytes(bits: 32 | 64, ns: bigint): readonly number[] {
  const length = bits === 64 ? 8 : 4;
  const left = ns > 0n ? ns : 0n;
  return [...immediate(left / billion, length), ...immediate(left % billion, length)];
}
