/**
 * Process groups and sessions: kernel/cpt/rst_process.c. 2.6.18 joins them when the signal struct is
 * restored and checks at the end; 2.6.32 does everything at the end. Neither looks whether group and
 * session agree.
 */
import { pgrpType } from '../../../parse/generated/cpt-records.ts';
import { innermostNumber, isRefusal, numberIn, type Pid } from '../../kernel/index.ts';
import type { Restore, TaskEntry } from './restore.ts';
import { identifySignal, readSignal, restoreSharedQueue, type SignalStruct } from './signals.ts';
import { refuse } from './stop.ts';

type Kind = 'group' | 'session';

const wordOf = { group: 'process group', session: 'session' } as const;
const numberOf = (entry: TaskEntry, kind: Kind): number =>
  kind === 'group' ? entry.image.pgrp : entry.image.session;

const current = (restore: Restore, entry: TaskEntry, kind: Kind): number =>
  numberIn(entry.task!.process[kind], restore.pidNamespace);

/** 2.6.18: the struct with all its contents, at the creation of the thread group leader. */
export function restoreSignalEarly(restore: Restore, entry: TaskEntry): void {
  const struct = identifySignal(restore, entry);
  if (struct === undefined) return;
  joinEarly(restore, entry, 'group', struct.pgrp, struct.pgrpType, struct.offset);
  joinEarly(restore, entry, 'session', struct.session, struct.sessionType, struct.offset);
  checkReferences(restore, entry, struct);
  restoreSharedQueue(restore, struct);
}

/** 2.6.32: the struct is only identified; its groups are never looked at. */
export function restoreSignalLate(restore: Restore, entry: TaskEntry): void {
  identifySignal(restore, entry);
}

/** 2.6.32, after the children: what is left of the struct. */
export function restoreSignalContents(restore: Restore, entry: TaskEntry): void {
  if (entry.task!.process.leader !== entry.task || entry.signal === undefined) return;
  const struct = readSignal(restore, entry.signal);
  checkReferences(restore, entry, struct);
  restoreSharedQueue(restore, struct);
}

function joinEarly(
  restore: Restore,
  entry: TaskEntry,
  kind: Kind,
  number: number,
  type: number,
  offset: number,
): void {
  if (number === current(restore, entry, kind)) return;
  if (type === pgrpType.orphan) {
    if (!isVirtual(restore, number)) {
      const message = `the orphaned ${wordOf[kind]} ${number} of task ${entry.image.pid} is not virtual`;
      refuse('group-not-virtual', 'EINVAL', restore.at(offset), message);
    }
    hold(restore, entry, number, kind, offset);
  }
  const pid = restore.pidNamespace.find(number);
  if (pid !== undefined) join(restore, entry, kind, pid, offset);
}

/** Takes a number for a group without leader; one that is in use already is joined as it is. */
function hold(
  restore: Restore,
  entry: TaskEntry,
  number: number,
  kind: Kind,
  offset: number,
): Pid | undefined {
  const pid = restore.kernel.holdNumber(restore.pidNamespace, number, `${wordOf[kind]} ${number}`);
  if (!isRefusal(pid)) {
    restore.placeholders.push(pid);
    restore.did('placeholder', entry, offset, { number, for: wordOf[kind] });
    return pid;
  }
  return undefined;
}

function join(restore: Restore, entry: TaskEntry, kind: Kind, pid: Pid, offset: number): void {
  restore.kernel.joinUnchecked(entry.task!.process, kind, pid);
  restore.did(`join-${kind}`, entry, offset, { number: innermostNumber(pid) });
}

function isVirtual({ line }: Restore, number: number): boolean {
  const { virtualBit } = line.task;
  return virtualBit === undefined || number === 1 || (number & virtualBit) !== 0;
}

function checkReferences(restore: Restore, entry: TaskEntry, struct: SignalStruct): void {
  // An old group that is gone gets a number of its own, except on 2.6.18, where the linkage looks again.
  const isPlaced = struct.oldPgrpType === pgrpType.stray || restore.line.task.virtualBit === undefined;
  entry.oldGroupSet = struct.oldPgrp > 0 && isPlaced;
  const { groupExitTask: pid, offset } = struct;
  if (pid === 0) return;
  if (restore.pidNamespace.find(pid)?.task !== undefined) return;
  const message = `task ${pid}, which ends the thread group of ${entry.image.pid}, does not exist`;
  refuse('group-exit-task', 'EINVAL', restore.at(offset), message);
}

/** rst_process_linkage: every task must be there, then groups before sessions. */
export function linkProcesses(restore: Restore): void {
  const { reader } = restore;
  for (const entry of restore.tasks) {
    reader.place = entry;
    if (entry.task === undefined) refuseMissing(restore, entry);
    linkMembership(restore, entry, 'group');
    linkMembership(restore, entry, 'session');
    linkOldGroup(restore, entry);
  }
  // The members keep the numbers from now on.
  for (const pid of restore.placeholders) restore.kernel.releaseNumber(pid);
  restore.placeholders.length = 0;
}

function refuseMissing(restore: Restore, { image, offset }: TaskEntry): never {
  const { pid, tgid, leader, rppid } = image;
  const creator = tgid === pid ? `its real parent ${rppid}` : `its leader ${leader}`;
  const message = `task ${pid} is missing: ${creator} never made it`;
  refuse('parent-missing', 'EINVAL', restore.at(offset), message);
}

function linkMembership(restore: Restore, entry: TaskEntry, kind: Kind): void {
  const number = numberOf(entry, kind);
  if (current(restore, entry, kind) === number) return;
  const { offset, image, task } = entry;
  const pid = restore.pidNamespace.find(number);
  if (restore.line.task.virtualBit !== undefined) {
    linkVirtual(restore, entry, kind, number, pid);
    return;
  }
  if (task!.process.leader !== task) {
    const message = `thread ${image.pid} is in another ${wordOf[kind]} (${number}) than its process`;
    refuse('lost-leader', 'EINVAL', restore.at(offset), message);
  }
  const joined = pid ?? hold(restore, entry, number === 0 ? freeNumber(restore) : number, kind, offset);
  if (joined === undefined) {
    const message = `the number ${number} of a ${wordOf[kind]} cannot be taken`;
    refuse('group-missing', 'EINVAL', restore.at(offset), message);
  }
  join(restore, entry, kind, joined, offset);
}

/**
 * Numbers without the virtual bit are those of the host, where no group of that number is; virtual ones
 * must be those of a task or a placeholder.
 */
function linkVirtual(
  restore: Restore,
  entry: TaskEntry,
  kind: Kind,
  number: number,
  pid: Pid | undefined,
): void {
  if (!isVirtual(restore, number)) {
    const message = `${wordOf[kind]} ${number} of task ${entry.image.pid} is not virtual and cannot be set`;
    refuse('group-not-virtual', 'EINVAL', restore.at(entry.offset), message);
  }
  if (pid === undefined) {
    const message = `no task and no placeholder has the number of ${wordOf[kind]} ${number}`;
    refuse('group-missing', 'EINVAL', restore.at(entry.offset), message);
  }
  join(restore, entry, kind, pid, entry.offset);
}

/** The group that a terminal had before its session leader gave it up must still have its number. */
function linkOldGroup(restore: Restore, { image, offset, oldGroupSet }: TaskEntry): void {
  const { oldPgrp } = image;
  if (
    oldPgrp <= 0 ||
    oldGroupSet ||
    restore.pidNamespace.find(oldPgrp) !== undefined ||
    !isVirtual(restore, oldPgrp)
  )
    return;
  const message = `the old terminal group ${oldPgrp} of task ${image.pid} does not exist`;
  refuse('group-missing', 'EINVAL', restore.at(offset), message);
}

/** Where the kernel looks for a free number on its own. */
const firstOrdinaryNumber = 300;

/** For a group of number 0 the kernel takes any free one. */
function freeNumber({ pidNamespace }: Restore): number {
  let number = firstOrdinaryNumber;
  while (pidNamespace.find(number) !== undefined) number += 1;
  return number;
}
