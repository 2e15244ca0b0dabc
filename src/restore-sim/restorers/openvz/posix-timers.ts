/**
 * POSIX timers of 2.6.32 images: made with their own numbers (kernel/cpt/rst_posix_timers.c), then armed.
 */
import { sigevNotify } from '../../../parse/generated/cpt-records.ts';
import { nullPosition, type ReadObject } from './image-reader.ts';
import type { Restore, TaskEntry } from './restore.ts';
import { refuse } from './stop.ts';

/** kernel/posix-timers.c MAX_CLOCKS. */
const clocks = 16;

export function restoreTimers(restore: Restore, entry: TaskEntry): void {
  const { timers } = entry.image;
  if (timers === nullPosition) return;
  const list = restore.reader.object('posix_timer_list', timers);
  const numbers = new Set<number>();
  for (const timer of restore.reader.objects('posix_timer', list.body, list.end)) {
    checkTimer(restore, entry, timer, numbers);
    numbers.add(timer.fields.timerId);
    restore.did('timer', entry, timer.offset, { id: timer.fields.timerId, clock: timer.fields.timerClock });
  }
}

function checkTimer(
  restore: Restore,
  entry: TaskEntry,
  { offset, fields }: ReadObject<'posix_timer'>,
  numbers: ReadonlySet<number>,
): void {
  const at = restore.at(offset);
  if (numbers.has(fields.timerId)) {
    refuse('posix-timer', 'EAGAIN', at, `timer ${fields.timerId} occurs twice in one process`);
  }
  const clock = fields.timerClock | 0;
  if (clock >= clocks) refuse('posix-timer', 'EINVAL', at, `timer ${fields.timerId} is on clock ${clock}`);
  if ((fields.sigevNotify & sigevNotify.thread_id) === 0 || fields.sigevNotifyTid === undefined) return;
  const thread = restore.pidNamespace.find(fields.sigevNotifyTid)?.task;
  if (thread?.process === entry.task!.process) return;
  const message = `timer ${fields.timerId} notifies ${fields.sigevNotifyTid}, no thread of its process`;
  refuse('posix-timer', 'EINVAL', at, message);
}
