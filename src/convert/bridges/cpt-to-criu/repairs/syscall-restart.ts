/**
 * System calls that the dump interrupted. A restored kernel does not restart them, since CRIU resets the
 * number of the call; so the registers are set to the call itself, or to its result. What needs code is
 * elsewhere.
 */
import type { Checkpoint, Registers, SignalAction, Task } from '../../../../model/checkpoint.ts';
import { futexWaitForm } from '../../../../model/futex.ts';
import { follow } from '../../../../model/look-up.ts';
import { registerValue } from '../../../../model/registers.ts';
import type { Entry } from '../registers.ts';
import { type Bits, callNumber, ipcCall, systemCallBytes } from './assembler.ts';

/** Results that a kernel never shows to a program: include/linux/errno.h. */
const restart = { sys: -512n, noIntr: -513n, noHand: -514n, block: -516n } as const;
const interrupted = -4n;

/**
 * `resume`: nothing was interrupted. `block`: the restart block says how the call goes on. `futex`: a wait that
 * ends with 0.
 */
export type Interruption = 'resume' | 'restart' | 'interrupted' | 'block' | 'futex';

export interface Call {
  readonly bits: Bits;
  /** The system call's number, or -1 outside of one. */
  readonly number: bigint;
  readonly result: bigint;
  readonly ip: bigint;
}

export const bitsOf = ({ layout }: Registers): Bits => (layout === 'i386' ? 32 : 64);

export function callOf(registers: Registers): Call {
  const bits = bitsOf(registers);
  const value = (name64: string, name32: string) =>
    registerValue(registers, bits === 64 ? name64 : name32) ?? 0n;
  return {
    bits,
    number: BigInt.asIntN(32, value('origRax', 'origEax')),
    result: BigInt.asIntN(bits, value('rax', 'eax')),
    ip: value('rip', 'eip'),
  };
}

export function interruptionOf(checkpoint: Checkpoint, task: Task, registers: Registers): Interruption {
  const how = stored(checkpoint, task, registers);
  return (how === 'restart' || how === 'block') && endsFutexWait(registers) ? 'futex' : how;
}

function stored(checkpoint: Checkpoint, task: Task, registers: Registers): Interruption {
  const call = callOf(registers);
  if (call.number < 0n) return 'resume';
  // A mask to be put back is set again by the restarted call.
  const handler = task.sigsuspend ? undefined : deliveredHandler(checkpoint, task);
  switch (call.result) {
    case restart.sys:
      return handler === undefined || (handler.flags & saRestart) !== 0n ? 'restart' : 'interrupted';
    case restart.noIntr:
      return 'restart';
    case restart.noHand:
      return handler === undefined ? 'restart' : 'interrupted';
    case restart.block:
      if (handler !== undefined) return 'interrupted';
      return task.restart === undefined ? 'interrupted' : 'block';
    case interrupted:
      return handler === undefined && freezeInterrupts(call, registers) ? 'restart' : 'resume';
    default:
      return 'resume';
  }
}

const saRestart = 0x10000000n;

/** A handler that runs before the program goes on: arch/x86/kernel/signal.c then decides about the call. */
function deliveredHandler(checkpoint: Checkpoint, task: Task): SignalAction | undefined {
  const signal = follow(checkpoint.signals, task.signal);
  const pending = (task.sigpending | (signal?.sigpending ?? 0n)) & ~task.sigblocked;
  const actions = task.sighand === undefined ? [] : (checkpoint.sighands.get(task.sighand)?.actions ?? []);
  const isPending = ({ signo }: SignalAction) => (pending & (1n << BigInt(signo - 1))) !== 0n;
  // 0 is the default action and 1 ignores.
  return actions.find((action) => isPending(action) && action.handler > 1n);
}

/**
 * Old kernels leave futex, semop and sigtimedwait with EINTR when they freeze a task. Nothing has changed for the waiter,
 * so the call can be made again. Observed with CRIU 4.2 on Linux 6.18: semop and semtimedop complete.
 */
function freezeInterrupts({ bits, number }: Call, registers: Registers): boolean {
  if (bits === 64) {
    const { futex, semop, semtimedop, rtSigtimedwait } = callNumber[64];
    return [futex, semop, semtimedop, rtSigtimedwait].some((known) => number === known);
  }
  const first = registerValue(registers, 'ebx');
  if (number === callNumber[32].ipc) return first === ipcCall.semop || first === ipcCall.semtimedop;
  return number === callNumber[32].futex || number === callNumber[32].rtSigtimedwait;
}

/** Whether a call that is made again has a time limit, which then starts anew. */
export function hasTimeLimit(registers: Registers): boolean {
  const { bits, number } = callOf(registers);
  const isSet = (name: string) => (registerValue(registers, name) ?? 0n) !== 0n;
  const { semtimedop, rtSigtimedwait } = callNumber[64];
  if (bits === 64) return number === semtimedop ? isSet('r10') : number === rtSigtimedwait && isSet('rdx');
  if (number === callNumber[32].ipc)
    return registerValue(registers, 'ebx') === ipcCall.semtimedop && isSet('edi');
  return number === callNumber[32].rtSigtimedwait && isSet('edx');
}

/** The instruction in front of the old place makes the call again. */
export const restarted = ({ bits, number, ip }: Call): Entry => ({
  ax: BigInt.asUintN(bits, number),
  ip: ip - BigInt(systemCallBytes),
});

export const returned = ({ bits, ip }: Call, result: bigint): Entry => ({
  ax: BigInt.asUintN(bits, result),
  ip,
});

export const interruptedResult = interrupted;

/**
 * Whether a call is a wait on a futex that cannot be made again as it was: see changes/futex-waits.ts. A time
 * limit would start anew, so such a wait ends with 0, too.
 */
export function endsFutexWait(registers: Registers): boolean {
  const { bits, number } = callOf(registers);
  if (number !== callNumber[bits].futex) return false;
  const [operationName, timeoutName] = bits === 64 ? ['rsi', 'r10'] : ['ecx', 'esi'];
  const form = futexWaitForm(registerValue(registers, operationName!) ?? 0n);
  const hasLimit = (registerValue(registers, timeoutName!) ?? 0n) !== 0n;
  return form === 'shared' || (form === 'private' && hasLimit);
}
