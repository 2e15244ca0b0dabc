/** Broken samples of the semantics layer: tasks, memory, System V objects. */
import type { AnyRecord } from '../../../parse/cpt/record.ts';
import { contentType, taskState } from '../../../parse/generated/cpt-records.ts';
import { headerBytesMax } from '../rules/header-lengths.ts';
import { drop, find, inOrder, insert, makeObject, setField } from './edit.ts';
import { change } from './framing.ts';
import { type RecipeTable, recipe } from './recipe.ts';

const none = 0xffffffffffffffffn;
const page = 0x1000n;

type Vma = Extract<AnyRecord, { readonly kind: 'vma' }>;

/** A block in the first area, from and to pages after its start. */
const block = (from: number, to: number, content: number = contentType.void) =>
  insert(
    (record) => record.kind === 'vma',
    (area) => {
      const { start } = (area as Vma).fields;
      const fields = { start: start + BigInt(from) * page, end: start + BigInt(to) * page };
      return [makeObject({ kind: 'pages', depth: 3, hdrlen: 32, content, fields })];
    },
  );

const payload = (count: number) => ({ bytes: new Uint8Array(count), length: count });
const second = { kind: 'task', number: 1 } as const;

export const taskRecipes: RecipeTable = {
  'no-tasks': recipe(
    'counter',
    'all tasks left out',
    drop(({ kind }) => kind === 'task'),
  ),
  'first-task': recipe('counter', 'pid of init set to 1025', setField({ kind: 'task' }, 'pid', 1025)),
  'virtual-pid': recipe('ipc', 'a pid of 5', setField(second, 'pid', 5)),
  'task-state': recipe('counter', 'state set to 0', setField({ kind: 'task' }, 'state', 0)),
  'traced-task': recipe(
    'counter',
    'a traced task, version set to 0x303',
    inOrder(
      setField({ kind: 'task' }, 'state', taskState.traced_old),
      setField({ kind: 'image' }, 'imageVersion', 0x303),
    ),
  ),
  'missing-registers': recipe(
    'counter',
    'registers left out',
    drop(({ kind }) => kind === 'x86_64_regs'),
  ),
  'wrong-registers': recipe(
    'counter',
    '64-bit mark of the task cleared',
    setField({ kind: 'task' }, 'is64bit', 0),
  ),
  'fpu-state': recipe(
    'counter',
    'an FPU state of 100 bytes',
    insert(
      ({ kind }) => kind === 'x86_64_regs',
      () => [
        makeObject({
          kind: 'bits',
          depth: 2,
          hdrlen: 24,
          content: contentType.x86_fpustate,
          fields: { size: 100 },
          payload: new Uint8Array(104),
        }),
      ],
    ),
  ),
  'after-signal-queue': recipe(
    'counter',
    'a queued signal before the registers',
    insert(
      (record) => record.kind === 'bits' && record.parent?.kind === 'task',
      () => [
        makeObject({
          kind: 'siginfo',
          depth: 2,
          hdrlen: 72,
          fields: { signo: 10, sifields: undefined, sifield28: undefined, pad1: undefined },
        }),
      ],
    ),
  ),
  'rlimit-range': recipe(
    'i386',
    'a limit of 2^32',
    setField({ kind: 'signal_struct' }, 'rlimMax[0]', 0x100000000n),
  ),
  'incomplete-task': recipe('counter', 'mm of the task set to -1', setField({ kind: 'task' }, 'mm', none)),
  'area-range': recipe(
    'counter',
    'an area that ends where it starts',
    setField({ kind: 'vma' }, 'end', (image) => find(image, { kind: 'vma' }).fields.start),
  ),
  'area-order': recipe(
    'counter',
    'the second area starts with the first',
    setField({ kind: 'vma', number: 1 }, 'start', (image) => find(image, { kind: 'vma' }).fields.start),
  ),
  'page-block-reversed': recipe('counter', 'a block that ends before it starts', block(1, 0)),
  'page-block-outside': recipe('counter', 'a block of 100000 pages', block(0, 100_000)),
  'page-block-order': recipe('counter', 'one block twice', inOrder(block(0, 1), block(0, 1))),
  'page-content': recipe('counter', 'a block with content code 5', block(0, 1, contentType.x86_fpustate_old)),
  'external-pages': recipe(
    'counter',
    'a block of lazy pages',
    insert(
      (record) => record.kind === 'vma',
      (area) => {
        const { start } = (area as Vma).fields;
        return [
          makeObject({ kind: 'lazypages', depth: 3, hdrlen: 40, fields: { start, end: start + page } }),
        ];
      },
    ),
  ),
  'copy-without-source': recipe(
    'counter',
    'copied pages in an area without shared ones',
    insert(
      (record) => record.kind === 'vma' && record.fields.anonvma === 0,
      (area, all) => {
        const { start } = (area as Vma).fields;
        const mm = all.find(({ kind }) => kind === 'mm');
        const source = BigInt(mm?.offset ?? 0);
        return [
          makeObject({
            kind: 'copypages',
            depth: 3,
            hdrlen: 40,
            fields: { start, end: start + page, source },
          }),
        ];
      },
    ),
  ),
  'auxv-length': recipe(
    'new',
    'an auxiliary vector of 4096 bytes',
    change('mm_auxv', (record) => ({ ...record, payload: payload(4096) }) as AnyRecord),
  ),
  'aio-ring': recipe(
    'counter',
    'a ring of 7 pages for 128 requests',
    insert(
      ({ kind }) => kind === 'mm',
      () => [
        makeObject({
          kind: 'aio_context',
          depth: 2,
          hdrlen: headerBytesMax.aio_context,
          fields: { maxReqs: 128, ringPages: 7 },
        }),
      ],
    ),
  ),
  'ipc-sequence': recipe('ipc', 'sequence of a set increased', setField({ kind: 'sysv_sem' }, 'seq', 77)),
  'semaphore-count': recipe(
    'ipc',
    'a set of no semaphores',
    change('sysv_sem', (record) => ({ ...record, payload: payload(0) }) as AnyRecord),
  ),
  'undo-length': recipe(
    'ipc',
    'one adjustment more than semaphores',
    setField({ kind: 'sysvsem_undo_rec' }, 'nsem', 2),
  ),
  'message-type': recipe('ipc', 'type of a message set to 0', setField({ kind: 'sysvmsg_msg' }, 'type', 0)),
  'shm-size': recipe('segments', 'size of a segment set to 0', setField({ kind: 'sysv_shm' }, 'segsz', 0)),
};
