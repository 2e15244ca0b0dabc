/**
 * Signal handlers and signal structs: kernel/cpt/rst_signal.c. Both are shared only by inheritance from
 * the creator, and the kernel verifies that.
 */
import { objectHeaderBytes } from '../../../parse/cpt/record.ts';
import { objectType } from '../../../parse/generated/cpt-records.ts';
import { fieldOffsets } from './field-offsets.ts';
import { type ImageReader, nullPosition, type ObjectHeader } from './image-reader.ts';
import type { Restore, TaskEntry } from './restore.ts';
import { crash, refuse } from './stop.ts';

/** _NSIG: the kernel's array of actions. */
const signalCount = 64;

export function restoreSighand(restore: Restore, entry: TaskEntry): void {
  const { sighand } = entry.image;
  const position = inheritedOrNew(restore, entry, sighand, restore.sighands, 'sighand');
  if (position === undefined) return;
  const { reader } = restore;
  const table = reader.expect('sighand_struct', position);
  for (const { offset, fields } of reader.objects('sighandler', table.body, table.end)) {
    if (fields.signo < signalCount) continue;
    restore.say('memory-corrupted', offset, `a handler is for signal ${fields.signo + 1} of ${signalCount}`);
  }
  restore.sighands.add(position);
  entry.sighand = position;
}

export interface SignalStruct extends ObjectHeader {
  readonly pgrp: number;
  readonly pgrpType: number;
  readonly session: number;
  readonly sessionType: number;
  readonly oldPgrp: number;
  readonly oldPgrpType: number;
  readonly groupExitTask: number;
}

const { bytes: structBytes, offset: at } = fieldOffsets('signal_struct', [
  'pgrp',
  'pgrpType',
  'session',
  'sessionType',
  'oldPgrp',
  'oldPgrpType',
  'groupExitTask',
]);

export function readSignal({ reader }: Restore, position: number): SignalStruct {
  const header = reader.expect('signal_struct', position);
  const view = reader.fixedPart(header, structBytes);
  return Object.assign(header, {
    pgrp: Number(view.getBigInt64(at.pgrp, true)),
    pgrpType: view.getUint8(at.pgrpType),
    session: Number(view.getBigInt64(at.session, true)),
    sessionType: view.getUint8(at.sessionType),
    oldPgrp: Number(view.getBigInt64(at.oldPgrp, true)),
    oldPgrpType: view.getUint8(at.oldPgrpType),
    groupExitTask: view.getInt32(at.groupExitTask, true),
  });
}

/** Reads the struct at its first user; what is in it, groups aside, does not matter to other tasks. */
export function identifySignal(restore: Restore, entry: TaskEntry): SignalStruct | undefined {
  const { signal } = entry.image;
  const position = inheritedOrNew(restore, entry, signal, restore.signals, 'signal');
  if (position === undefined) return undefined;
  const struct = readSignal(restore, position);
  restore.signals.add(position);
  entry.signal = position;
  return struct;
}

function inheritedOrNew(
  restore: Restore,
  entry: TaskEntry,
  position: number,
  known: ReadonlySet<number>,
  kind: 'sighand' | 'signal',
): number | undefined {
  if (position === nullPosition) {
    const message = `task ${entry.image.pid} has no ${kind} struct`;
    refuse('no-signal-struct', 'EINVAL', restore.at(entry.offset), message);
  }
  if (!known.has(position)) return position;
  if (entry[kind] === position) return undefined;
  const message = `task ${entry.image.pid} shares the ${kind} struct at ${position}, its creator does not`;
  refuse('not-inherited', 'EINVAL', restore.at(entry.offset), message);
}

/** Both kernels read the signals behind a struct into one buffer and walk it without a check. */
export function restoreSharedQueue(restore: Restore, { body, end, next, hdrlen }: SignalStruct): void {
  const length = next - hdrlen;
  if (length === 0) return;
  if (length > restore.line.task.objectBytesMax) {
    const message = `${length} bytes of queued signals are more than the kernel allocates`;
    refuse('out-of-memory', 'ENOMEM', restore.at(body), message);
  }
  restore.reader.checkRange(body, length, 'queued signals');
  walkSignals(restore.reader, body, end);
}

/**
 * Walks objects in memory as the kernel does: only `next` counts, and nothing is compared with the end
 * but it.
 */
export function walkSignals(reader: ImageReader, from: number, end: number): number {
  let count = 0;
  for (let position = from; position < end && position + objectHeaderBytes <= end; ) {
    const header = reader.rawHeader(position, 'a queued signal');
    if (header.object === objectType.siginfo) count += 1;
    position += advance(reader, position, header.next);
  }
  return count;
}

/** cpt_next of an object in memory: zero, or so large that the sum wraps around, never ends. */
export function advance(reader: ImageReader, position: number, next: number): number {
  if (next > 0 && next < 2 ** 63) return next;
  crash('endless-loop', reader.at(position), 'an object of length 0: the kernel walks on the spot for ever');
}
