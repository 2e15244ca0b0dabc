/**
 * Reads the TASKS section to memory and finds out who creates whom: kernel/cpt/rst_undump.c. It checks
 * what that code checks, which is little: a missing parent shows only when the tree is complete.
 */
import { sectionType } from '../../../parse/generated/cpt-records.ts';
import { fieldOffsets } from './field-offsets.ts';
import { nullPosition, type ObjectHeader, positionOf, textOf } from './image-reader.ts';
import type { Restore, TaskEntry, TaskImage } from './restore.ts';
import { refuse } from './stop.ts';

export function readTasks(restore: Restore): void {
  const { reader, line, tasks } = restore;
  const { start, end } = restore.section(sectionType.tasks);
  for (let position = start; position < end; ) {
    reader.place = 'TASKS';
    const header = reader.expect('task', position);
    const { offset, next, body, end: taskEnd } = header;
    const image = taskImage(restore, header);
    reader.place = { image };
    if (next > line.task.objectBytesMax) {
      const message = `a task object of ${next} bytes, at most ${line.task.objectBytesMax} are allocated`;
      refuse('out-of-memory', 'ENOMEM', restore.at(offset), message);
    }
    reader.checkRange(offset, next, 'the task object');
    checkVirtual(restore, image, offset);
    const { fixedBytes } = line.task;
    const entry: TaskEntry = {
      offset,
      end: taskEnd,
      body: fixedBytes === undefined ? body : offset + fixedBytes,
      image,
      task: undefined,
      memory: undefined,
      sighand: undefined,
      signal: undefined,
      oldGroupSet: false,
    };
    tasks.push(entry);
    addToCreator(restore.children, entry);
    position = taskEnd;
  }
  restore.first = tasks[0];
  reader.place = 'TASKS';
  if (restore.first === undefined) {
    restore.say('no-container', Math.min(start, reader.source.size), 'no task: nothing is restored');
  }
}

/** vpid_to_pid and friends know virtual pids by one bit; pid 0 is none. */
function checkVirtual(restore: Restore, { pid }: TaskImage, offset: number): void {
  const { virtualBit } = restore.line.task;
  if (virtualBit === undefined || pid === 1 || (pid & virtualBit) !== 0) return;
  const message = `pid ${pid} is not virtual: it is not 1 and lacks the bit ${virtualBit}`;
  refuse('pid-not-virtual', 'EINVAL', restore.at(offset), message);
}

/** rst_clone_children: leaders by real parent, threads by leader. */
function addToCreator(children: Map<number, TaskEntry[]>, entry: TaskEntry): void {
  const { pid, tgid, rppid, leader } = entry.image;
  const isLeader = tgid === pid;
  if (!isLeader && pid === 1) return;
  const creator = isLeader ? rppid : leader;
  const list = children.get(creator);
  if (list === undefined) children.set(creator, [entry]);
  else list.push(entry);
}

const { bytes: taskBytes, offset: at } = fieldOffsets('task', [
  'pid',
  'tgid',
  'ppid',
  'rppid',
  'leader',
  'pgrp',
  'session',
  'oldPgrp',
  'state',
  'ptrace',
  'policy',
  'comm',
  'uid',
  'gid',
  'exitCode',
  'is64bit',
  'starttime',
  'restart.fn',
  'restart.arg0',
  'restart.arg3',
  'mm',
  'files',
  'fs',
  'signal',
  'sighand',
  'namespace',
  'sysvsemUndo',
  'posixTimers',
  'mmUb',
  'taskUb',
  'execUb',
]);
/** TASK_COMM_LEN. */
const commBytes = 16;

function taskImage(restore: Restore, header: ObjectHeader): TaskImage {
  const view = restore.reader.fixedPart(header, taskBytes);
  const signed = (offset: number): number => view.getInt32(offset, true);
  const word = (offset: number): bigint => view.getBigUint64(offset, true);
  const position = (offset: number): number => positionOf(word(offset));
  return {
    pid: signed(at.pid),
    tgid: signed(at.tgid),
    ppid: signed(at.ppid),
    rppid: signed(at.rppid),
    leader: signed(at.leader),
    pgrp: signed(at.pgrp),
    session: signed(at.session),
    oldPgrp: signed(at.oldPgrp),
    state: Number(word(at.state)),
    isTraced: word(at.ptrace) !== 0n,
    policy: signed(at.policy),
    comm: textOf(new Uint8Array(view.buffer, at.comm, commBytes)),
    uid: view.getUint32(at.uid, true),
    gid: view.getUint32(at.gid, true),
    exitCode: view.getUint32(at.exitCode, true),
    is64bit: view.getUint8(at.is64bit) !== 0,
    starttime: word(at.starttime),
    restartKind: Number(word(at['restart.fn'])),
    restartArg0: Number(word(at['restart.arg0'])),
    restartArg3: Number(word(at['restart.arg3'])),
    mm: position(at.mm),
    files: position(at.files),
    fs: position(at.fs),
    signal: position(at.signal),
    sighand: position(at.sighand),
    namespace: position(at.namespace),
    undo: position(at.sysvsemUndo),
    // Kernels before 042stab076 write a shorter object, without timers.
    timers: header.hdrlen > at.posixTimers ? position(at.posixTimers) : nullPosition,
    mmUb: position(at.mmUb),
    taskUb: position(at.taskUb),
    execUb: position(at.execUb),
  };
}
