/**
 * What is done to each task from outside when the tree exists: kernel/cpt/rst_process.c
 * rst_restore_process. Priorities, ids and times are stored as they are, without a check.
 */
import { objectHeaderBytes } from '../../../parse/cpt/record.ts';
import { contentType, objectType, schedPolicy, taskState } from '../../../parse/generated/cpt-records.ts';
import { lookUpBeancounter } from './beancounters.ts';
import { sayFutexWait } from './hindsight.ts';
import type { ObjectHeader } from './image-reader.ts';
import type { Restore, TaskEntry } from './restore.ts';
import { advance, walkSignals } from './signals.ts';
import { refuse } from './stop.ts';

const exitedStates = taskState.zombie | taskState.dead;

export function restoreTaskStates(restore: Restore): void {
  for (const entry of restore.tasks) {
    restore.reader.place = entry;
    if (entry.task === undefined) {
      const message = `task ${entry.image.pid} was never made`;
      refuse('task-missing', 'EFAULT', restore.at(entry.offset), message);
    }
    for (const phase of restore.line.perTask) phase(restore, entry);
  }
}

/**
 * 042stab: the notification states of a traced task are not in newer images, so older ones are refused.
 */
export function refuseTraced(restore: Restore, { image, offset }: TaskEntry): void {
  if (restore.version >= restore.line.task.tracedFrom || (image.state & taskState.traced_old) === 0) return;
  const message = `task ${image.pid} (${image.comm}) is stopped by its tracer, which is not restored`;
  const help = 'End the tracing before the dump; the image cannot be converted either.';
  refuse('traced-task', 'EFAULT', restore.at(offset), message, help);
}

export function restoreCredentials(restore: Restore, entry: TaskEntry): void {
  const { image, offset } = entry;
  const task = entry.task!;
  restore.kernel.setuid(task, image.uid);
  task.credentials = { ...task.credentials, gid: image.gid };
  lookUpBeancounter(restore, image.mmUb, offset);
  lookUpBeancounter(restore, image.taskUb, offset);
  lookUpBeancounter(restore, image.execUb, offset);
  if (image.policy !== schedPolicy.normal) {
    restore.say('policy-lost', offset, `task ${image.pid} has scheduling policy ${image.policy}`);
  }
}

/** restore_registers needs one set of registers for each live task; everything else is optional. */
export function restoreSubObjects(restore: Restore, entry: TaskEntry): void {
  const { image, body, end } = entry;
  let hasRegisters = false;
  for (let position = body; position < end && position + objectHeaderBytes <= end; ) {
    const child = restore.reader.rawHeader(position, 'a part of a task');
    if (child.object === objectType.siginfo) {
      walkSignals(restore.reader, position, end);
      break;
    }
    if (isRegisters(child)) {
      checkRegisters(restore, entry, child);
      sayFutexWait(restore, entry, child);
      hasRegisters = true;
    } else if (child.object === objectType.bits) {
      checkFpu(restore, child);
    }
    position += advance(restore.reader, position, child.next);
  }
  if (hasRegisters || (image.state & exitedStates) !== 0) return;
  refuse('registers-missing', 'EINVAL', restore.at(entry.offset), `live task ${image.pid} has no registers`);
}

const registerObjects: ReadonlySet<number> = new Set([
  objectType.x86_regs,
  objectType.x86_64_regs,
  objectType.ia64_regs,
]);
const isRegisters = ({ object }: ObjectHeader): boolean => registerObjects.has(object);

function checkRegisters(restore: Restore, entry: TaskEntry, child: ObjectHeader): void {
  const { image } = entry;
  const { object, offset } = child;
  const isWrong = object === objectType.ia64_regs || (image.is64bit && object === objectType.x86_regs);
  if (!isWrong || (image.state & exitedStates) !== 0) {
    if (object === objectType.x86_regs) checkTlsSelector(restore, entry, child);
    return;
  }
  const message = `task ${image.pid} has registers of type ${object}, which it cannot run with`;
  refuse('registers-kind', 'EINVAL', restore.at(offset), message);
}

/** Codes of segments, of which cpt_ugs is one; the local table starts at 256. */
const segmentCodes = 0x10000;

/**
 * Observed on 2.6.32: 2.6.18 leaves the second selector unset, and newer images are trusted to have it.
 */
function checkTlsSelector(restore: Restore, { image }: TaskEntry, child: ObjectHeader): void {
  const { readsTlsSelectorFrom } = restore.line.task;
  if (readsTlsSelectorFrom === undefined || restore.version < readsTlsSelectorFrom) return;
  const { ugs, gs } = restore.reader.fields('x86_regs', child);
  if (ugs < segmentCodes && (ugs !== 0 || gs === 0)) return;
  const message = `the saved gs of 32-bit task ${image.pid} is ${ugs}: it dies as soon as it runs`;
  restore.say('killed-after-resume', child.offset, message);
}

/** Sizes of the hardware's own formats: fsave, fxsave. */
const fpuBytes: ReadonlyMap<number, number> = new Map([
  [contentType.x86_fpustate_old, 108],
  [contentType.x86_fpustate, 512],
]);

function checkFpu(restore: Restore, child: ObjectHeader): void {
  const wanted = fpuBytes.get(child.content);
  if (wanted === undefined || !restore.line.task.checksFpuSize) return;
  const size = restore.reader.fields('bits', child).size ?? 0;
  if (size === wanted) return;
  const message = `a floating point state of ${size} bytes, expected ${wanted}`;
  refuse('fpu-state', 'EINVAL', restore.at(child.offset), message);
}

/** The tracer of a task is its parent as others see it; it must be restored, too. */
export function restoreTracer(restore: Restore, { image, offset }: TaskEntry): void {
  if (!image.isTraced || image.ppid === image.rppid) return;
  if (restore.pidNamespace.find(image.ppid)?.task !== undefined) {
    restore.did('trace', undefined, offset, { tracer: image.ppid, tracee: image.pid });
    return;
  }
  restore.say('tracing-lost', offset, `task ${image.pid} was traced by ${image.ppid}, which does not exist`);
}
