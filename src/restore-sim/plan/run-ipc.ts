/** What steps on System V objects do to the simulated kernel. Contents are carried along unread. */
import {
  appendMessage,
  type IpcKind,
  ipcCreate,
  ipcExclusive,
  ipcOverwrite,
  ipcSetOwner,
  isRefusal,
  type MessageQueue,
  msggetFixed,
  msggetId,
  msgRemove,
  msgsnd,
  type Refusal,
  registryOf,
  type SemaphoreSet,
  type SharedMemorySegment,
  semgetFixed,
  semgetId,
  semop,
  semRemove,
  semRestoreUndo,
  semSetAll,
  shmat,
  shmgetFixed,
  shmgetId,
  shmRemove,
  type Task,
} from '../kernel/index.ts';
import { isMissing, type Outcome, objectName, type RunState } from './run-state.ts';
import type {
  AttachStep,
  FillStep,
  IpcGetStep,
  IpcSetStep,
  RemoveStep,
  SemopStep,
  SendStep,
  SetAllStep,
  UndoStep,
} from './step.ts';
import { getTrouble, holderOfSlot, idTaken, kindWords, plainTrouble } from './trouble.ts';

const isInKernel = ({ mechanisms }: RunState): boolean => mechanisms.ipc === 'in-kernel';

export function runGet(state: RunState, task: Task, step: IpcGetStep): Outcome {
  const outcome = makeObject(state, task, step);
  for (const filler of state.fillers.splice(0)) removeObject(task, step.kind, filler);
  return outcome;
}

function makeObject(state: RunState, task: Task, step: IpcGetStep): Outcome {
  const { kind, id, key } = step;
  const name = objectName(kind, id);
  if (state.isRequestLost) {
    state.isRequestLost = false;
    state.missing.add(name);
    return 'skipped';
  }
  const wanted = { task, kind, id, key };
  const { credentials } = task;
  // With SECBIT_NO_SETUID_FIXUP the effective ids change and the capabilities stay.
  task.credentials = { ...credentials, uid: step.creator.uid, gid: step.creator.gid };
  const result = step.request === 'fixed' ? getFixed(task, step) : getId(task, step);
  task.credentials = credentials;
  if (!isRefusal(result) && result === id) return undefined;
  const twin = registryOf(task, kind).find(id);
  // The second of two with one id: what the first one got must not be taken for lost.
  if (isRefusal(twin)) state.missing.add(name);
  if (isRefusal(result)) return getTrouble(result, wanted);
  // Under another id the object is of no use, and in the way of others.
  removeObject(task, kind, result);
  const holder = holderOfSlot(task, kind, id);
  if (holder !== undefined) return idTaken(wanted, holder, 'EEXIST');
  return {
    code: 'no-mechanism',
    errno: 'EEXIST',
    message: `${kindWords[kind]} ${id} came out as ${result}: this kernel cannot be asked for ids`,
  };
}

function getId(task: Task, { kind, id, key, mode, nsems = 0, sizeBytes = 0n, request }: IpcGetStep) {
  const flags = mode | ipcCreate | ipcExclusive;
  const asked = request === 'argument' ? id : -1;
  switch (kind) {
    case 'sem':
      return semgetId(task, { key, nsems, flags }, asked);
    case 'msg':
      return msggetId(task, { key, flags }, asked);
    case 'shm':
      return shmgetId(task, { key, sizeBytes, flags }, asked);
  }
}

function getFixed(task: Task, step: IpcGetStep): number | Refusal {
  const { kind, id, key, mode, nsems = 0, sizeBytes = 0n, creator } = step;
  const made =
    kind === 'sem'
      ? semgetFixed(task, id, { key, nsems, flags: mode })
      : kind === 'msg'
        ? msggetFixed(task, id, { key, flags: mode })
        : shmgetFixed(task, id, { key, sizeBytes, flags: mode });
  if (isRefusal(made)) return made;
  ipcOverwrite(made.object, { cuid: creator.uid, cgid: creator.gid, mode });
  return registryOf(task, kind).idOf(made.object);
}

/** IPC_RMID, whatever kind it is. */
export function removeObject(task: Task, kind: IpcKind, id: number): void {
  if (kind === 'sem') semRemove(task, id);
  else if (kind === 'msg') msgRemove(task, id);
  else shmRemove(task, id);
}

export function runSet(state: RunState, task: Task, step: IpcSetStep): Outcome {
  const { kind, id, uid, gid, mode, limitBytes } = step;
  if (isMissing(state, kind, id)) return 'skipped';
  const object = registryOf(task, kind).find(id);
  if (isRefusal(object)) return plainTrouble('ipc-refused', object, `${kindWords[kind]} ${id}`);
  if (isInKernel(state)) ipcOverwrite(object, { uid, gid, mode });
  const refusal = isInKernel(state) ? undefined : ipcSetOwner(task, kind, id, { uid, gid, mode });
  if (refusal !== undefined) return plainTrouble('ipc-refused', refusal, `owner of ${kindWords[kind]} ${id}`);
  // ipc/msg.c msgctl_down: beyond msgmnb this needs CAP_SYS_RESOURCE, which a restorer has.
  if (kind === 'msg' && limitBytes !== undefined) (object as MessageQueue).limitBytes = limitBytes;
  return undefined;
}

export function runSetAll(state: RunState, task: Task, { id, values }: SetAllStep): Outcome {
  if (isMissing(state, 'sem', id)) return 'skipped';
  if (isInKernel(state)) {
    const set = registryOf(task, 'sem').find(id) as SemaphoreSet;
    for (const [number, value] of values.entries()) set.values[number] = value;
    return undefined;
  }
  const refusal = semSetAll(task, id, values);
  if (refusal === undefined) return undefined;
  return {
    culprit: `semaphore set ${id}`,
    ...plainTrouble('semaphore-refused', refusal, `semaphore set ${id}`),
  };
}

export function runSend(state: RunState, task: Task, { id, type, sizeBytes, index }: SendStep): Outcome {
  if (isMissing(state, 'msg', id)) return 'skipped';
  const message = { type, lengthBytes: sizeBytes, content: state.contents.message(id, index) };
  if (isInKernel(state)) {
    appendMessage(registryOf(task, 'msg').find(id) as MessageQueue, message);
    return undefined;
  }
  const refusal = msgsnd(task, id, message);
  if (refusal === undefined) return undefined;
  const what = `message ${index} of queue ${id}`;
  const help = sizeBytes > 0 && refusal.reason.includes('limit') ? 'raise kernel.msgmax first' : undefined;
  return { culprit: what, ...plainTrouble('message-refused', refusal, what, help) };
}

export function runFill(state: RunState, task: Task, { id }: FillStep): Outcome {
  if (isMissing(state, 'shm', id)) return 'skipped';
  const segment = registryOf(task, 'shm').find(id);
  if (!isRefusal(segment)) (segment as SharedMemorySegment).content = state.contents.segment(id);
  return undefined;
}

export function runSemop(state: RunState, task: Task, { id, operations }: SemopStep): Outcome {
  return isMissing(state, 'sem', id) ? 'skipped' : undoOutcome(task, id, semop(task, id, operations));
}

export function runUndo(state: RunState, task: Task, { id, adjust }: UndoStep): Outcome {
  return isMissing(state, 'sem', id) ? 'skipped' : undoOutcome(task, id, semRestoreUndo(task, id, adjust));
}

function undoOutcome(task: Task, id: number, refusal: Refusal | undefined): Outcome {
  if (refusal === undefined) return undefined;
  const what = `undo values of ${task.process.name} for semaphore set ${id}`;
  const isUnknown = isRefusal(registryOf(task, 'sem').find(id));
  const code = isUnknown ? 'undo-set-missing' : 'undo-refused';
  return { ...plainTrouble(code, refusal, what), culprit: `semaphore set ${id}` };
}

export function runAttach(state: RunState, task: Task, { id, times }: AttachStep): Outcome {
  if (isMissing(state, 'shm', id)) return 'skipped';
  for (let time = 0; time < times; time += 1) {
    const refusal = shmat(task, id);
    if (refusal !== undefined)
      return plainTrouble('step-refused', refusal, `segment ${id} in ${task.process.name}`);
  }
  return undefined;
}

export function runRemove(state: RunState, task: Task, { id }: RemoveStep): Outcome {
  if (isMissing(state, 'shm', id)) return 'skipped';
  const refusal = shmRemove(task, id);
  return refusal === undefined ? undefined : plainTrouble('ipc-refused', refusal, `removal of segment ${id}`);
}
