/**
 * System calls in which a thread waited when it was dumped. Most of them begin again. Those that would go on with what is
 * left of their time (restart_syscall(2)) need state of the kernel that is in no image: CRIU lets them return EINTR, and its
 * dump says "Will restore N with interrupted system call" (compel/arch/x86/src/lib/infect.c). Programs that do not expect it
 * may end.
 */

import { someOf } from '../../../alike.ts';
import { addTo } from '../../../lists.ts';
import { type Entry, placeOf } from '../../../model/from-criu/image.ts';
import { isCompat } from '../../../model/from-criu/registers.ts';
import { criuRestoreDiagnostic } from './codes.ts';
import type { CriuRestore } from './context.ts';

/** -EINTR as the word of a register. */
const interrupted = 2n ** 64n - 4n;

// arch/x86/entry/syscalls/*.tbl: those that end with -ERESTART_RESTARTBLOCK. A futex does so where it has a time-out.
const calls64 = new Map([
  [7n, 'poll'],
  [35n, 'nanosleep'],
  [202n, 'futex'],
  [219n, 'restart_syscall'],
  [230n, 'clock_nanosleep'],
]);
const calls32 = new Map([
  [0n, 'restart_syscall'],
  [162n, 'nanosleep'],
  [168n, 'poll'],
  [240n, 'futex'],
  [267n, 'clock_nanosleep'],
  [407n, 'clock_nanosleep'],
  [422n, 'futex'],
]);

/** The call of a thread that returns EINTR though nobody interrupted it. Known of x86 only. */
export function noteInterruptedWait(
  { interruptedWaits }: CriuRestore,
  tid: number,
  core: Entry<'core_entry'>,
): void {
  const { ax, orig_ax: number = 0n } = core.fields.thread_info?.gpregs ?? {};
  if (ax !== interrupted) return;
  const call = (isCompat(core.fields) ? calls32 : calls64).get(number);
  if (call !== undefined) addTo(interruptedWaits, call, { tid, at: placeOf(core) });
}

export function sayInterruptedWaits({ interruptedWaits, notes }: CriuRestore): void {
  for (const [call, waits] of interruptedWaits) {
    const tids = waits.map(({ tid }) => tid);
    const message = `${call} of ${someOf(tids)} returns EINTR: CRIU does not go on with what was left of that wait`;
    notes.push(criuRestoreDiagnostic('criu-wait-interrupted', message, waits[0]?.at ?? {}));
  }
}
