/** futex(2) as it shows in the registers of a task that waits. */

/** The number of the call: arch/x86/include/asm/unistd_64.h and unistd_32.h. */
export const futexCall = { 64: 202n, 32: 240n } as const;

/** FUTEX_WAIT and FUTEX_WAIT_BITSET with their two flags: include/uapi/linux/futex.h. */
const waits: ReadonlySet<bigint> = new Set([0n, 9n]);
const flag = { private: 128n, realtime: 256n } as const;

export type FutexForm = 'private' | 'shared';

/** The form of a wait, by the second argument of futex(2); undefined for any other operation. */
export function futexWaitForm(operation: bigint): FutexForm | undefined {
  const word = BigInt.asUintN(32, operation);
  if (!waits.has(word & ~(flag.private | flag.realtime))) return undefined;
  return (word & flag.private) === 0n ? 'shared' : 'private';
}
