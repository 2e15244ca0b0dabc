/** What a task shares with others, in the order of the series: files, memory, directories, adjustments, handlers, signals. */

import type { Id, QueuedSignal, Task, UndoList } from '../../../model/checkpoint.ts';
import { follow } from '../../../model/look-up.ts';
import { limitFor, limitsOf, unlimited } from '../../../model/resource-limits.ts';
import { FieldWriter } from '../../../parse/bytes/field-writer.ts';
import { linuxCrElements } from '../../../parse/generated/linux-cr-records.ts';
import { conformed } from '../../../parse/linux-cr/conform.ts';
import { layoutBytes } from '../../../parse/linux-cr/context.ts';
import { payloadOf } from '../../../parse/linux-cr/record.ts';
import { plural } from '../../../plural.ts';
import type { Build, Records } from './build.ts';
import { tableRecords, ttyRecords } from './files.ts';
import { memoryRecords } from './memory.ts';

type Numbered = Generator<ReturnType<Build['record']>, number>;

export function* objectRecords(build: Build, task: Task): Records {
  const filesObjref = yield* tableRecords(build, task.fdTable, task);
  const mmObjref = yield* memoryRecords(build, task.memory);
  const fsObjref = yield* directoryRecords(build, task);
  const semUndoObjref = yield* undoRecords(build, task.undoList);
  const sighandObjref = yield* handlerRecords(build, task.sighand);
  const tty = yield* controllingTerminal(build, task);
  const { number: signalObjref, isNew } = build.number(`signal ${task.signal ?? `of ${task.tgid}`}`);
  yield build.record('task_objs', {
    filesObjref,
    mmObjref,
    fsObjref,
    semUndoObjref,
    sighandObjref,
    signalObjref,
  });
  if (isNew) yield* signalRecords(build, task, tty);
}

function* directoryRecords(build: Build, task: Task): Numbered {
  const fs = follow(build.checkpoint.fsStructs, task.fs);
  if (fs === undefined) return 0;
  if (!build.has('fs')) {
    build.lose('L20', `task ${task.pid}`);
    return 0;
  }
  return yield* build.shared('fs', String(fs.id), function* () {
    if (build.layout < 20110105 && fs.umask !== 0o022) build.lose('L20', `umask of task ${task.pid}`);
    yield build.record('fs', { umask: fs.umask });
    yield build.text('file_name', fs.root?.path ?? '/');
    yield build.text('file_name', fs.cwd?.path ?? '/');
  });
}

function* undoRecords(build: Build, id: Id<'undoList'> | undefined): Numbered {
  const list = follow(build.checkpoint.undoLists, id);
  if (list === undefined || list.records.length === 0) return 0;
  if (!build.has('task_sem_undo_list')) {
    build.lose('L14', plural(list.records.length, 'adjustment'));
    return 0;
  }
  return yield* build.shared('sem_undo', String(list.id), () => undoListRecords(build, list));
}

function* undoListRecords(build: Build, { records }: UndoList): Records {
  yield build.record('task_sem_undo_list', { count: records.length });
  for (const { semId, adjust } of records) {
    yield build.record('task_sem_undo', { semid: semId, semadjCount: adjust.length });
    const bytes = new Uint8Array(2 * adjust.length);
    const view = new DataView(bytes.buffer);
    adjust.forEach((value, index) => {
      view.setInt16(2 * index, value, true);
    });
    yield build.buffer(payloadOf(bytes));
  }
}

/** _NSIG of x86. */
const signalsMax = 64;
const actionBytes = 32;

function* handlerRecords(build: Build, id: Id<'sighand'> | undefined): Numbered {
  const handlers = follow(build.checkpoint.sighands, id);
  return yield* build.shared('sighand', String(id ?? 'none'), function* () {
    const bytes = new Uint8Array(signalsMax * actionBytes);
    for (const { signo, handler, restorer, flags, mask } of handlers?.actions ?? []) {
      if (signo < 1 || signo > signalsMax) continue;
      const writer = new FieldWriter(bytes.subarray((signo - 1) * actionBytes, signo * actionBytes));
      linuxCrElements.sigaction.write(writer, {
        saHandler: handler,
        saFlags: flags,
        saRestorer: restorer,
        saMask: mask,
      });
    }
    yield build.record('sighand', {}, payloadOf(bytes));
  });
}

function* controllingTerminal(build: Build, { signal: id }: Task): Numbered {
  const ctty = follow(build.checkpoint.signals, id)?.ctty;
  return ctty === undefined ? 0 : yield* ttyRecords(build, ctty);
}

const limitsMax = 16;

function* signalRecords(build: Build, task: Task, ttyObjref: number): Records {
  const signal = follow(build.checkpoint.signals, task.signal);
  const { architecture } = build.checkpoint.image;
  const limits = limitsOf(build.checkpoint, task);
  const { real, virtual, prof } = task.itimers;
  const tty = follow(build.checkpoint.ttys, signal?.ctty);
  yield build.record('signal', {
    rlim: Array.from({ length: limitsMax }, (_, index) => ({
      rlimCur: limitFor(limits[index]?.current ?? unlimited, architecture),
      rlimMax: limitFor(limits[index]?.max ?? unlimited, architecture),
    })),
    itRealValue: real.valueNs,
    itRealIncr: real.intervalNs,
    itVirtValue: virtual.valueNs,
    itVirtIncr: virtual.intervalNs,
    itProfValue: prof.valueNs,
    itProfIncr: prof.intervalNs,
    ttyObjref,
    ttyPgrp: Math.max(0, tty?.pgrp ?? 0),
    ttyOldPgrp: Number(signal?.oldPgrp ?? 0n),
  });
  yield pendingRecord(build, signal?.sigpending ?? 0n, signal?.queue ?? []);
}

export function* signalTaskRecords(build: Build, task: Task): Records {
  yield pendingRecord(build, task.sigpending, task.queue);
  yield build.record('signal_task', { blocked: task.sigblocked });
}

function pendingRecord(build: Build, signal: bigint, queue: readonly QueuedSignal[]) {
  const size = layoutBytes('siginfo', build.context, {});
  const bytes = new Uint8Array(size * queue.length);
  queue.forEach((queued, index) => {
    const writer = new FieldWriter(bytes.subarray(index * size, (index + 1) * size));
    const values = {
      signo: queued.signo,
      errno: queued.errno,
      code: queued.code,
      pid: queued.pid,
      uid: queued.uid,
      sigvalInt: Number(BigInt.asIntN(32, queued.value)),
      sigvalPtr: queued.value,
      utime: queued.utimeNs,
      stime: queued.stimeNs,
    };
    linuxCrElements.siginfo.write(writer, conformed('siginfo', values, build.context) as never);
  });
  return build.record('sigpending', { nrPending: queue.length, signal }, payloadOf(bytes));
}
