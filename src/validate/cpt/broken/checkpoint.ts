/**
 * Broken samples of the rules over the whole checkpoint: tasks, groups, sessions and System V objects
 * together.
 */
import type { AnyRecord } from '../../../parse/cpt/record.ts';
import { taskState } from '../../../parse/generated/cpt-records.ts';
import { find, inOrder, insert, recordsOf, setField, setPayload } from './edit.ts';
import { type RecipeTable, recipe } from './recipe.ts';

const second = { kind: 'task', number: 1 } as const;
const isThread = (record: Extract<AnyRecord, { kind: 'task' }>) => record.fields.pid !== record.fields.tgid;
const pidOf = (number: number) => (image: Uint8Array) => find(image, { kind: 'task', number }).fields.pid;
const again = (kind: AnyRecord['kind'], changed: (fields: never) => object) =>
  insert(
    (record) => record.kind === kind,
    (record) => [{ ...record, offset: -1, fields: changed(record.fields as never) } as AnyRecord],
  );

export const checkpointRecipes: RecipeTable = {
  'duplicate-pid': recipe('ipc', 'two tasks with one pid', setField(second, 'pid', pidOf(0))),
  'pid-range': recipe('ipc', 'a pid of 2^22 + 1024', setField(second, 'pid', 2 ** 22 + 1024)),
  'missing-parent': recipe('ipc', 'rppid set to a pid of no task', setField(second, 'rppid', 9999)),
  'parent-cycle': recipe('ipc', 'a task that is its own parent', setField(second, 'rppid', pidOf(1))),
  'missing-session-leader': recipe(
    'ipc',
    'a session of type normal without leader',
    inOrder(
      setField(second, 'session', 30000),
      setField({ kind: 'signal_struct', number: 1 }, 'session', 30000),
    ),
  ),
  'missing-group-leader': recipe(
    'ipc',
    'a group of type normal without leader',
    inOrder(setField(second, 'pgrp', 30000), setField({ kind: 'signal_struct', number: 1 }, 'pgrp', 30000)),
  ),
  'session-contradiction': recipe('tree', 'a session leader in another session', leaderElsewhere),
  'session-unreachable': recipe('tree', 'a session leader in the session of init', leaderElsewhere),
  'group-across-sessions': recipe('tree', 'a member of a group in another session', foreignSession),
  'thread-without-leader': recipe(
    'threads',
    'tgid of a thread set to a pid of no task',
    inOrder(
      setField({ kind: 'task', where: isThread }, 'tgid', 30001),
      setField({ kind: 'task', where: isThread }, 'leader', 30001),
    ),
  ),
  'thread-contradiction': recipe(
    'threads',
    'a thread with the memory of another process',
    setField({ kind: 'task', where: isThread }, 'mm', (image) => find(image, { kind: 'mm' }).offset),
  ),
  'zombie-with-children': recipe('tree', 'a parent turned into a zombie', deadParent),
  'start-time': recipe(
    'counter',
    'a start in the far future',
    setField({ kind: 'task' }, 'starttime', 0x7fffffff00000000n),
  ),
  'duplicate-ipc-id': recipe(
    'ipc',
    'one semaphore set twice',
    again('sysv_sem', (fields) => fields),
  ),
  'duplicate-ipc-key': recipe(
    'ipc',
    'two sets with one key',
    again('sysv_sem', (fields) => ({ ...(fields as object), id: 5 * 32768 + 9, seq: 5n })),
  ),
  'ipc-limit': recipe(
    'ipc',
    'no semaphores allowed',
    inOrder(setField({ kind: 'veinfo' }, 'semCtlArr[1]', 0), setField({ kind: 'veinfo' }, 'semCtlArr[3]', 0)),
  ),
  'semaphore-value': recipe(
    'ipc',
    'a semaphore of value 40000',
    setPayload({ kind: 'sysv_sem' }, 0, Uint8Array.of(0x40, 0x9c, 0, 0)),
  ),
  'undo-unowned': recipe('ipc', 'undo list of a task forgotten', forgottenUndo),
  'message-total': recipe('ipc', 'qbytes of a queue set to 1', setField({ kind: 'sysvmsg' }, 'qbytes', 1)),
  'shm-attachment': recipe(
    'segments',
    'an ordinary area marked as shared memory',
    setField({ kind: 'vma' }, 'type', 1),
  ),
  'shm-destroyed': recipe(
    'segments',
    'a detached segment marked as removed',
    setField({ kind: 'sysv_shm', number: -1 }, 'mode', 0o1600),
  ),
};

function leaderElsewhere(image: Uint8Array): Uint8Array {
  const leader = {
    kind: 'task',
    where: (record: Extract<AnyRecord, { kind: 'task' }>) =>
      record.fields.session === record.fields.pid && record.fields.pid !== 1,
  } as const;
  return setField(leader, 'session', 1)(image);
}

/** The last task that is neither leader of its group nor of its session goes into the session of init. */
function foreignSession(image: Uint8Array): Uint8Array {
  const member = {
    kind: 'task',
    number: -1,
    where: ({ fields }: Extract<AnyRecord, { kind: 'task' }>) =>
      fields.session !== fields.pid && fields.pgrp !== fields.pid,
  } as const;
  const { session } = find(image, member).fields;
  const other = {
    kind: 'task',
    where: ({ fields }: Extract<AnyRecord, { kind: 'task' }>) =>
      fields.session === fields.pid && fields.pid !== session && fields.pid !== 1,
  } as const;
  return setField(member, 'session', find(image, other).fields.pid)(image);
}

function deadParent(image: Uint8Array): Uint8Array {
  const isTask = (record: AnyRecord): record is Extract<AnyRecord, { kind: 'task' }> =>
    record.kind === 'task';
  const parents = new Set(
    recordsOf(image)
      .filter(isTask)
      .map(({ fields }) => fields.rppid),
  );
  const where = ({ fields }: Extract<AnyRecord, { kind: 'task' }>) =>
    fields.pid !== 1 && parents.has(fields.pid);
  return setField({ kind: 'task', where }, 'state', taskState.zombie)(image);
}

function forgottenUndo(image: Uint8Array): Uint8Array {
  const none = 0xffffffffffffffffn;
  const list = find(image, { kind: 'sysvsem_undo' }).offset;
  const owner = {
    kind: 'task',
    where: (record: Extract<AnyRecord, { kind: 'task' }>) => record.fields.sysvsemUndo === BigInt(list),
  } as const;
  return setField(owner, 'sysvsemUndo', none)(image);
}
