/** Header, names of the kernel, and the table of tasks. */
import type { Checkpoint, Task } from '../../../model/checkpoint.ts';
import { headOf } from '../../../model/look-up.ts';
import { FieldWriter } from '../../../parse/bytes/field-writer.ts';
import { linuxCrElements } from '../../../parse/generated/linux-cr-records.ts';
import { conformed } from '../../../parse/linux-cr/conform.ts';
import { numberOfArch, treeEntryBytes } from '../../../parse/linux-cr/context.ts';
import { headMagic, payloadOf } from '../../../parse/linux-cr/record.ts';
import { linuxCrVariant, variantOfLayout } from '../../../parse/linux-cr/variants.ts';
import type { Build, Records } from './build.ts';

/** Six lengths of utsname, and what else kernels of the series were built with. */
const utsBytes = 65;
const constants = {
  taskCommLen: 16,
  signalNsig: 64,
  rlimitNlimits: 16,
  nTtyBufSize: 4096,
  utsSysnameLen: utsBytes,
  utsNodenameLen: utsBytes,
  utsReleaseLen: utsBytes,
  utsVersionLen: utsBytes,
  utsMachineLen: utsBytes,
  utsDomainnameLen: utsBytes,
};
/** AT_VECTOR_SIZE of 2.6.3x on x86: 2 * (19 or 20 entries, and those of the architecture) + 2. */
export const auxvWords = 44;
const subtreeFlag = 1n;
/** Length of FXSAVE. */
const stateBytes = 512;
const lsmNameBytes = 11;

export function* headerRecords(build: Build): Records {
  const { checkpoint, context, layout } = build;
  const { kernel, rev } = linuxCrVariant(variantOfLayout(layout));
  const [major, minor, patch] = kernel;
  const isContainer = checkpoint.tasks[0]?.pid === 1;
  yield build.record('header', {
    magic: headMagic,
    archId: numberOfArch(layout, context.arch),
    major,
    minor,
    patch,
    rev,
    constants: { ...constants, atVectorSize: auxvWords, ttyTermiosNccs: layout >= 20110110 ? 19 : 8 },
    time: (checkpoint.image.takenNs ?? 0n) / 1_000_000_000n,
    uflags: isContainer ? 0n : subtreeFlag,
  });
  const machine = context.arch === 'x86_64' ? 'x86_64' : 'i686';
  for (const text of [`${major}.${minor}.${patch}`, '#1 SMP', machine])
    yield build.buffer(padded(text, utsBytes));
  yield build.record('header_arch', { hasFxsr: 1, hasXsave: 0, xstateSize: stateBytes });
  yield build.record('container');
  if (build.has('lsm_info')) {
    yield build.buffer(padded('lsm_none', lsmNameBytes));
    yield build.record('lsm_info', {}, payloadOf(Buffer.from('dummy', 'latin1')));
  }
}

const padded = (text: string, length: number) => {
  const bytes = new Uint8Array(length);
  bytes.set(Buffer.from(text, 'utf8').subarray(0, length - 1));
  return payloadOf(bytes);
};

/** The tasks in the order of the series: a task, its children with theirs, then the next thread of its group. */
export function tasksInOrder({ tasks, processes }: Checkpoint): readonly Task[] {
  const children = new Map<number, Task[]>();
  const threads = new Map<number, readonly Task[]>();
  for (const process of processes) {
    const first = headOf(process);
    threads.set(
      process.pid,
      process.tasks.filter((task) => task !== first),
    );
    if (first === tasks[0]) continue;
    const parent = first.realParentPid;
    const known = children.get(parent);
    if (known === undefined) children.set(parent, [first]);
    else known.push(first);
  }
  const ordered: Task[] = [];
  const seen = new Set<Task>();
  const left: Task[] = tasks[0] === undefined ? [] : [tasks[0]];
  for (let task = left.pop(); task !== undefined; task = left.pop()) {
    if (seen.has(task)) continue;
    seen.add(task);
    ordered.push(task);
    // The stack gives back in reverse: first the children, then the other threads.
    const isFirst = ordered.length === 1 || task.pid === task.tgid;
    if (isFirst) left.push(...(threads.get(task.tgid) ?? []).toReversed());
    left.push(...(children.get(task.pid) ?? []).toReversed());
  }
  // Whose parent is not in the image.
  return [...ordered, ...tasks.filter((task) => !seen.has(task))];
}

export function* treeRecords(build: Build, tasks: readonly Task[]): Records {
  const hasObjects = build.has('pids');
  const own = new Set(tasks.flatMap(({ pid, tgid, pgid, sid }) => [pid, tgid, pgid, sid]));
  own.delete(0);
  const numbers = [...own].filter((number) => number > 0);
  const reference = (number: number): number => {
    if (!hasObjects) return number;
    return own.has(number) && number > 0 ? build.number(`pid ${number}`).number : 0;
  };
  if (hasObjects) {
    const offset = numbers.length === 0 ? 1 : reference(numbers[0] as number);
    for (const number of numbers) reference(number);
    yield build.record('pids', { nrPids: numbers.length, nrVpids: 0, offset });
    const bytes = new Uint8Array(8 * numbers.length);
    const writer = new FieldWriter(bytes);
    for (const number of numbers) linuxCrElements.pid_object.write(writer, { depth: 0, numbers: [number] });
    yield build.buffer(payloadOf(bytes));
  }
  yield build.record('tree', { nrTasks: tasks.length });
  const bytes = new Uint8Array(tasks.length * treeEntryBytes(build.context));
  const writer = new FieldWriter(bytes);
  for (const task of tasks) {
    const entry = conformed(
      'tree_entry',
      {
        vpid: reference(task.pid),
        vppid: reference(task.realParentPid),
        vtgid: reference(task.tgid),
        vpgid: reference(task.pgid),
        vsid: reference(task.sid),
        rsid: task.sid,
        depth: 0,
      },
      build.context,
    );
    linuxCrElements.tree_entry.write(writer, entry as never);
  }
  yield build.buffer(payloadOf(bytes));
}
