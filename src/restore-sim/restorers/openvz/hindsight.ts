/**
 * What a restore that succeeds does not give back, and no message of the kernel tells: found when the restored
 * programs ran on (OpenVZ 2.6.32-042stab113.5, with converted and changed images).
 */
import { futexCall, futexWaitForm } from '../../../model/futex.ts';
import { objectType, sectionType } from '../../../parse/generated/cpt-records.ts';
import { fieldOffsets } from './field-offsets.ts';
import type { ObjectHeader } from './image-reader.ts';
import type { Restore, TaskEntry } from './restore.ts';

const { bytes: bytes64, offset: at64 } = fieldOffsets('x86_64_regs', ['rax', 'rsi', 'origRax']);
const { bytes: bytes32, offset: at32 } = fieldOffsets('x86_regs', ['eax', 'ecx', 'origEax']);

/** EINTR: how 2.6.18 leaves a futex wait when it freezes the task, and no later kernel does. */
const interrupted = -4;

/** A wait of 2.6.18 goes on in the form that it had; libraries that try the private form first never wake it. */
export function sayFutexWait(restore: Restore, { image }: TaskEntry, registers: ObjectHeader): void {
  if (!restore.line.hindsight.hasPrivateFutexes) return;
  const is32Bit = registers.object === objectType.x86_regs;
  if (!is32Bit && registers.object !== objectType.x86_64_regs) return;
  const view = restore.reader.fixedPart(registers, is32Bit ? bytes32 : bytes64);
  const [call, result, operation] = is32Bit
    ? [view.getInt32(at32.origEax, true), view.getInt32(at32.eax, true), view.getUint32(at32.ecx, true)]
    : [view.getInt32(at64.origRax, true), view.getInt32(at64.rax, true), view.getUint32(at64.rsi, true)];
  if (BigInt(call) !== futexCall[is32Bit ? 32 : 64] || result !== interrupted) return;
  if (futexWaitForm(BigInt(operation)) !== 'shared') return;
  const message =
    `task ${image.pid} (${image.comm}) waits on a futex as on 2.6.18: a library that wakes the private form ` +
    'never wakes it; cr-convert --end-futex-waits ends the wait';
  restore.say('futex-wait-kept', registers.offset, message);
}

/** Seen: a 32-bit task that returns to the vdso of its old kernel dies of SIGSEGV in that of the new one. */
export function sayMissingVdso(restore: Restore, { image }: TaskEntry, offset: number): void {
  const hasPage = restore.sections.has(sectionType.vsyscall);
  if (!restore.line.hindsight.mapsOwnVdso || image.is64bit || hasPage) return;
  const message =
    `32-bit task ${image.pid} (${image.comm}) has a vdso, and its page is not in the image: ` +
    'the task dies when it returns into it, unless the kernels have the same one';
  restore.say('vdso-missing', offset, message);
}

export function sayLowPids(restore: Restore, offset: number, lastPid: number | undefined): void {
  if (!restore.line.hindsight.countsPidsFromImage || lastPid) return;
  restore.say(
    'low-pids',
    offset,
    'the image has no last pid: new processes get the lowest free pids, from 4 on',
  );
}

export function sayTimers(restore: Restore): void {
  const { timersFrom } = restore.line.hindsight;
  if (timersFrom === undefined || restore.version >= timersFrom) return;
  if (restore.sections.has(sectionType.posix_timers)) return;
  const message = 'POSIX timers are not in the image: its version has no place for them';
  restore.say('timers-not-in-image', 0, message);
}
