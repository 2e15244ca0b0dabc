/** What requests for ids do to the simulated kernel: files under /proc, and the long way round. */
import {
  type IpcKind,
  ipcCreate,
  isRefusal,
  msggetId,
  type Refusal,
  registryOf,
  semgetId,
  shmgetId,
  type Task,
} from '../kernel/index.ts';
import { removeObject } from './run-ipc.ts';
import { type Outcome, objectName, type RunState } from './run-state.ts';
import type { ChurnStep, NextIdStep, WriteStep } from './step.ts';
import { beyondPidMax, getTrouble, holderOfSlot, idTaken, kindWords, plainTrouble } from './trouble.ts';

export function runWrite(state: RunState, task: Task, { file, value, wanted }: WriteStep): Outcome {
  const refusal = state.kernel.writeSysctl(task, file, value);
  if (refusal === undefined) return undefined;
  const what = `write ${value} to ${file}`;
  if (wanted === undefined) return plainTrouble('limit-refused', refusal, what);
  state.isRequestLost = true;
  const { errno } = refusal;
  if (file === 'ns_last_pid' && errno === 'EINVAL') {
    const namespace = task.pidNamespaceForChildren;
    if (wanted >= namespace.limit.max)
      return beyondPidMax({ namespace, number: wanted }, `pid ${wanted}`, errno);
    return plainTrouble('pid-out-of-range', refusal, what);
  }
  if (errno === 'EPERM' || errno === 'EACCES') return plainTrouble('step-refused', refusal, what);
  if (errno === 'ENOENT') return plainTrouble('no-mechanism', refusal, what);
  return { ...plainTrouble('ipc-id-out-of-range', refusal, what), culprit: `id ${wanted}` };
}

export function runNextId(state: RunState, task: Task, { words }: NextIdStep): Outcome {
  const refusal = state.kernel.writeNextId(task, words);
  if (refusal === undefined) return undefined;
  state.isRequestLost = true;
  const code =
    refusal.errno === 'ENOENT'
      ? 'no-mechanism'
      : words.startsWith('IPC')
        ? 'ipc-id-out-of-range'
        : 'pid-out-of-range';
  return plainTrouble(code, refusal, `write "${words}" to next_id`);
}

/**
 * Without any mechanism (3.3 to 3.8): each object made counts the sequence number up, so objects are made and
 * removed until the counter stands right; lower slots are kept busy meanwhile. In a fresh namespace the
 * restorer knows the counter from the start, elsewhere from the first object that it makes.
 */
export function runChurn(state: RunState, task: Task, { kind, id }: ChurnStep): Outcome {
  const outcome = churn(state, task, kind, id);
  if (outcome !== undefined) {
    state.isRequestLost = true;
    state.missing.add(objectName(kind, id));
  }
  return outcome;
}

/** Thirty times around the counter: a restorer that needs more would take hours. */
const churnMax = 30 * 65536;

function churn(state: RunState, task: Task, kind: IpcKind, id: number): Outcome {
  const { slots } = registryOf(task, kind);
  const wanted = slots.slotOf(id);
  const object = { task, kind, id, key: 0 };
  if (id < 0 || wanted.sequence > slots.rules.sequenceMax) {
    const { slots: count, sequenceMax: sequence } = slots.rules;
    const reason = `ids are from 0 to ${slots.idOf({ index: count - 1, sequence })}`;
    return {
      ...plainTrouble('ipc-id-out-of-range', { errno: 'EINVAL', reason }, `id ${id}`),
      culprit: `id ${id}`,
    };
  }
  while (state.churned <= churnMax) {
    const next = slots.peek();
    if (next?.index === wanted.index && next.sequence === wanted.sequence) return undefined;
    // Lower slots fill up one by one, so the wanted one is next or taken after that many rounds.
    if (next !== undefined && next.index > wanted.index) {
      return idTaken(object, holderOfSlot(task, kind, id) ?? kindWords[kind], 'EEXIST');
    }
    state.churned += 1;
    const made = make(task, kind);
    if (isRefusal(made)) return getTrouble(made, object);
    if (slots.slotOf(made).index < wanted.index) state.fillers.push(made);
    else {
      removeObject(task, kind, made);
      // All further ones go to this slot, too.
      state.churned += slots.countTo(wanted.sequence);
    }
  }
  const message = `${kindWords[kind]} ${id} would take more than ${churnMax} objects to count up to`;
  return {
    code: 'no-mechanism',
    message,
    help: 'choose a kernel that can be asked for ids; --list shows them',
  };
}

function make(task: Task, kind: IpcKind): number | Refusal {
  const flags = ipcCreate | 0o600;
  if (kind === 'sem') return semgetId(task, { key: 0, nsems: 1, flags });
  return kind === 'msg'
    ? msggetId(task, { key: 0, flags })
    : shmgetId(task, { key: 0, sizeBytes: 1n, flags });
}
