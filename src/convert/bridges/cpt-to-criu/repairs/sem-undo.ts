/**
 * SEM_UNDO. CRIU has no place for the adjustments that the kernel makes at the exit of a process. The process
 * makes them again before it goes on: for each, one operation with the undo flag and its opposite without, in
 * one atomic call. The values stay as they are, nobody sees another one, and the list is there again.
 */

import type { Registers } from '../../../../model/checkpoint.ts';
import { plural } from '../../../../plural.ts';
import { type Bits, call, callNumber, copyAxToCx, ipcCall, jumpIfCxZero } from './assembler.ts';
import { type Fragment, restoreAll, withData } from './fragment.ts';
import { bitsOf } from './syscall-restart.ts';

/** struct sembuf of semop(2). */
export interface SemaphoreOperation {
  readonly number: number;
  readonly change: number;
  readonly flags: number;
}

/** include/linux/ipc.h, include/linux/sem.h. */
const ipcNoWait = 0o4000;
const semUndo = 0x1000;
/** SEMVMX: the largest value of a semaphore. */
const valueMax = 32767;

/**
 * Operations that leave `value` as it is and add `adjust` to what the kernel undoes at exit. In an order in
 * which no step goes below 0 or above the maximum, in pieces where one step would.
 */
export function undoOperations(number: number, value: number, adjust: number): readonly SemaphoreOperation[] {
  const operations: SemaphoreOperation[] = [];
  const room = valueMax - value;
  // The undo flag subtracts the change from the adjustment.
  const sign = Math.sign(adjust);
  for (let left = Math.abs(adjust); left > 0; ) {
    const piece = Math.min(left, Math.max(value, room));
    const undone = { number, change: -sign * piece, flags: semUndo | ipcNoWait };
    const opposite = { number, change: sign * piece, flags: ipcNoWait };
    const downFirst = piece <= value;
    operations.push(...(undone.change < 0 === downFirst ? [undone, opposite] : [opposite, undone]));
    left -= piece;
  }
  return operations;
}

/** One call for a set; `operations` at most as many as the namespace allows. */
export interface UndoCall {
  readonly semId: number;
  readonly operations: readonly SemaphoreOperation[];
}

/** Pairs of operations stay together, so that each call leaves the values as they were. */
export function splitCalls(
  semId: number,
  operations: readonly SemaphoreOperation[],
  operationsMax: number,
): readonly UndoCall[] {
  const step = Math.max(2, operationsMax - (operationsMax % 2));
  const calls: UndoCall[] = [];
  for (let at = 0; at < operations.length; at += step) {
    calls.push({ semId, operations: operations.slice(at, at + step) });
  }
  return calls;
}

/**
 * Everything that the calls change is put back, since the task may have been anywhere in its program. If a
 * call fails, as other processes may have changed the values in between, the pairs are tried the other way
 * round.
 */
export function semUndoFragment(registers: Registers, entryAx: bigint, calls: readonly UndoCall[]): Fragment {
  const bits = bitsOf(registers);
  const data = calls.flatMap(({ operations }) => [operations, swapped(operations)].flatMap(operationBytes));
  const code = (at: bigint) =>
    withData(at, data, (dataAt) => [...callsCode(bits, calls, dataAt), ...restoreAll(registers, entryAx)]);
  const count = calls.reduce((sum, { operations }) => sum + operations.length / 2, 0);
  const purpose =
    `makes ${plural(count, 'semaphore adjustment')} again that are undone at exit; ` +
    'without it the exit of the process leaves the semaphores as they are';
  return { repair: 'semaphore-undo', purpose, code };
}

function callsCode(bits: Bits, calls: readonly UndoCall[], dataAt: bigint): readonly number[] {
  const bytes: number[] = [];
  let next = dataAt;
  for (const { semId, operations } of calls) {
    const length = BigInt(operations.length * sembufBytes);
    const again = semopCode(bits, semId, operations.length, next + length);
    bytes.push(...semopCode(bits, semId, operations.length, next));
    bytes.push(...copyAxToCx(bits), ...jumpIfCxZero(again.length), ...again);
    next += 2n * length;
  }
  return bytes;
}

function semopCode(bits: Bits, semId: number, count: number, operationsAt: bigint): readonly number[] {
  const [id, length] = [BigInt(semId), BigInt(count)];
  if (bits === 64) return call(64, callNumber[64].semop, [id, operationsAt, length]);
  return call(32, callNumber[32].ipc, [ipcCall.semop, id, length, 0n, operationsAt]);
}

const swapped = (operations: readonly SemaphoreOperation[]): readonly SemaphoreOperation[] =>
  operations.map((_, index) => operations[index ^ 1] ?? operations[index]!);

const sembufBytes = 6;

const operationBytes = (operations: readonly SemaphoreOperation[]): readonly number[] =>
  operations.flatMap(({ number, change, flags }) =>
    [number, change, flags].flatMap((word) => [word & 0xff, (word >> 8) & 0xff]),
  );
