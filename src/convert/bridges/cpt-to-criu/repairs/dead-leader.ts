/**
 * A thread group whose leader has exited while other threads live: a state that CRIU does not know. The
 * leader is written as a live thread that exits at once, so that it becomes the zombie it was.
 */
import type { Task } from '../../../../model/checkpoint.ts';
import { type Bits, callNumber, move, stop, systemCall } from './assembler.ts';
import type { Fragment } from './fragment.ts';

/** exit(2), not exit_group(2): the other threads go on. */
export function deadLeaderFragment({ exitCode }: Task, bits: Bits): Fragment {
  // The wait status of exit(N) is N << 8.
  const status = BigInt((exitCode >> 8) & 0xff);
  const code = () => [
    ...move(bits, 'ax', callNumber[bits].exit),
    ...move(bits, bits === 64 ? 'di' : 'bx', status),
    ...systemCall(bits),
    ...stop,
  ];
  const purpose = 'exits as the dead leader of a thread group; without it the group cannot be restored';
  return { repair: 'dead-leader', purpose, code };
}
