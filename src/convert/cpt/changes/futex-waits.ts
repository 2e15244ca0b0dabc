/**
 * T28: tasks inside futex(2). The call is made again with the arguments it had, but which form of it wakes the
 * waiter is decided by the program's library on the kernel that runs it: kernels before 2.6.22 have no private
 * futexes, musl tries the private form at each call, old glibc never does. A wait that ends with 0 is a wake-up
 * without cause, after which every user of futex(2) looks at its word, and waits again in the form that is right.
 */
import { type FutexForm, futexCall, futexWaitForm } from '../../../model/futex.ts';
import type { ObjectRecord } from '../../../parse/cpt/record.ts';
import { type Hop, type HopContext, withFields } from '../step.ts';

/**
 * Results with which a restoring kernel makes the call again: those that no program sees (include/linux/errno.h),
 * and EINTR, with which 2.6.18 leaves a futex when it freezes the task (seen).
 */
const restarts: ReadonlySet<bigint> = new Set([-4n, -512n, -513n, -514n, -516n]);

type Regs = ObjectRecord<'x86_regs'> | ObjectRecord<'x86_64_regs'>;

/** The form of the wait that a task is to go on with. */
function openWait({ kind, fields }: Regs): FutexForm | undefined {
  const [bits, call, result, operation] =
    kind === 'x86_regs'
      ? ([32, fields.origEax, fields.eax, fields.ecx] as const)
      : ([64, fields.origRax, fields.rax, fields.rsi] as const);
  if (BigInt.asIntN(32, BigInt(call)) !== futexCall[bits]) return undefined;
  if (!restarts.has(BigInt.asIntN(bits, BigInt(result)))) return undefined;
  return futexWaitForm(BigInt(operation));
}

/** `--end-futex-waits`: the result is 0; the address is already that behind the instruction of the call. */
export const endFutexWaits: Hop = {
  objects: {
    x86_regs: (regs, context) => {
      if (openWait(regs) === undefined) return regs;
      context.changed('T28', ended);
      return withFields(regs, { eax: 0 });
    },
    x86_64_regs: (regs, context) => {
      if (openWait(regs) === undefined) return regs;
      context.changed('T28', ended);
      return withFields(regs, { rax: 0n });
    },
  },
};

const ended = 'waits on futexes ended with a wake-up without cause';

/**
 * Says of waits that stay as they are that a program may wake another form on the other kernel line:
 * upward those of the shared form, downward those of the private one, which 2.6.18 does not know.
 */
export function futexWaitsSaid(form: FutexForm) {
  const say = <R extends Regs>(regs: R, context: HopContext): R => {
    if (openWait(regs) === form)
      context.changed('T28', `waits on ${form} futexes kept; see --end-futex-waits`);
    return regs;
  };
  return { x86_regs: say<ObjectRecord<'x86_regs'>>, x86_64_regs: say<ObjectRecord<'x86_64_regs'>> };
}
