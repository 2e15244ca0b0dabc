/** linux-cr image → checkpoint, in one pass over the records. Reads fields, names and small lists; never pages or messages. */

import type { MachineName } from '../../abi/machines.ts';
import { BoundedReport, type Report } from '../../diagnostic.ts';
import { limits } from '../../limits.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import { ExactStream } from '../../parse/bytes/exact-stream.ts';
import type { LinuxCrKind } from '../../parse/generated/linux-cr-records.ts';
import { type ArchName, type ImageContext, objectOfNumber } from '../../parse/linux-cr/context.ts';
import { detectLinuxCr } from '../../parse/linux-cr/detect.ts';
import { readLinuxCrRecords } from '../../parse/linux-cr/read.ts';
import type { AnyKnown, AnyRecord, KnownRecord } from '../../parse/linux-cr/record.ts';
import { plural } from '../../plural.ts';
import { type Checkpoint, type Compactness, groupTasks, type Id } from '../checkpoint.ts';
import { emptyDraft } from '../checkpoint-draft.ts';
import { modelDiagnostic } from '../codes.ts';
import { type Collectors, type Context, rangeOf, type TaskDraft, textOf } from './context.ts';
import { fileCollectors } from './files.ts';
import { ipcCollectors } from './ipc.ts';
import { memoryCollectors } from './memory.ts';
import { memoryTables } from './page-rows.ts';
import { signalCollectors } from './signals.ts';
import { socketCollectors } from './sockets.ts';
import { bareTask, taskCollectors } from './tasks.ts';
import { treeCollectors } from './tree.ts';

const machines: Readonly<Record<ArchName, MachineName>> = {
  x86_32: 'i386',
  x86_64: 'x86_64',
  s390x: 's390',
  ppc32: 'unknown',
  ppc64: 'ppc64',
  arm: 'arm',
};

/**
 * Reads the whole image. Problems inside it are reported and what they concern is left out. Throws an ImageError when the
 * file is no stream of a known layout, and the errors of the system calls behind `source`.
 */
export function checkpointFromLinuxCr(
  source: ByteSource,
  hears: Report,
  given?: ImageContext,
  compactness: Compactness = {},
): Checkpoint {
  const bounded = new BoundedReport(hears);
  const image = given ?? detectLinuxCr(source).context;
  const context = contextFor(source, bounded.report, image);
  for (const record of readLinuxCrRecords(source, image, bounded.report)) collect(context, record);
  finish(context);
  const processes = groupTasks(context.model.tasks, compactness);
  for (const { pid, leader, tasks } of processes) {
    const [first] = tasks;
    if (leader !== undefined || first === undefined) continue;
    const message = `no task has the pid ${pid} of its thread group`;
    bounded.report(modelDiagnostic('missing-leader', message, { offset: first.at, path: 'tree' }));
  }
  bounded.end();
  return { ...context.model, processes };
}

function contextFor(source: ByteSource, report: Report, image: ImageContext): Context {
  const model = emptyDraft({
    image: { family: 'linux-cr', architecture: machines[image.arch], pageSizeBytes: 4096 },
    container: { uts: {} },
  });
  return {
    source,
    report,
    image,
    model,
    tables: memoryTables(model),
    stream: new ExactStream(),
    announced: new Map(),
    drafts: [],
    tree: [],
    creds: new Map(),
    users: new Map(),
    groups: new Map(),
    namespaces: new Map(),
    labels: new Map(),
    expecting: { buffer: undefined, string: undefined, names: [], pages: undefined },
    epollOf: new Map(),
    file: undefined,
    socket: undefined,
    queue: undefined,
    message: undefined,
    undo: undefined,
    signal: undefined,
    ipcNamespaces: 0,
  };
}

const collectObjref = (context: Context, record: KnownRecord<'objref'>): void => {
  const { objtype, objref } = record.fields;
  const kind = objectOfNumber(context.image.layout, objtype);
  if (kind === undefined) return;
  const announced = context.announced.get(kind);
  if (announced === undefined) context.announced.set(kind, [objref]);
  else announced.push(objref);
};

const collectors: Collectors = {
  ...treeCollectors,
  ...taskCollectors,
  ...memoryCollectors,
  ...fileCollectors,
  ...ipcCollectors,
  ...signalCollectors,
  ...socketCollectors,
  objref: collectObjref,
};

/** Kinds that say nothing that the checkpoint has a place for. */
const silentKinds: ReadonlySet<LinuxCrKind> = new Set([
  'container',
  'lsm_info',
  'ipc',
  'tail',
  'error',
  'mnt_ns',
]);

/** The one place that forgets which kind a record has; the tables keep kinds and collectors together. */
function collect(context: Context, record: AnyRecord): void {
  const { expecting } = context;
  switch (record.kind) {
    case 'buffer':
    case 'raw': {
      const use = expecting.buffer;
      expecting.buffer = undefined;
      if (use !== undefined) use(record);
      else if (record.kind === 'raw') keepOpaque(context, record);
      return;
    }
    case 'string': {
      const use = expecting.string;
      expecting.string = undefined;
      use?.(record);
      return;
    }
    case 'file_name':
      expecting.names.shift()?.(textOf(context, record), record);
      return;
    case 'unknown':
      keepOpaque(context, record);
      return;
    default:
      collectKnown(context, record);
  }
}

function collectKnown(context: Context, record: AnyKnown): void {
  const collector = collectors[record.kind] as ((context: Context, record: AnyKnown) => void) | undefined;
  if (collector !== undefined) collector(context, record);
  else if (!silentKinds.has(record.kind)) keepOpaque(context, record);
}

function keepOpaque(context: Context, record: AnyRecord): void {
  const { opaque } = context.model;
  if (opaque.length < limits.opaqueRecords) {
    opaque.push({ at: record.offset, kind: record.kind, content: rangeOf(record) });
  }
}

/** What becomes clear only when all is read: credentials by number, namespaces, ends of pipes, names of segments. */
function finish(context: Context): void {
  const { model, drafts, creds, namespaces } = context;
  for (const { task, cred, namespaces: number } of drafts) {
    task.credentials = creds.get(cred) ?? task.credentials;
    const found = namespaces.get(number);
    if (found !== undefined) task.namespaces = found;
    if (task.memory !== undefined && !model.memories.has(task.memory)) dropped(context, task, 'memory');
    if (task.fdTable !== undefined && !model.fdTables.has(task.fdTable)) dropped(context, task, 'fdTable');
    if (task.fs !== undefined && !model.fsStructs.has(task.fs)) dropped(context, task, 'fs');
    if (task.sighand !== undefined && !model.sighands.has(task.sighand)) dropped(context, task, 'sighand');
    if (task.signal !== undefined && !model.signals.has(task.signal)) dropped(context, task, 'signal');
  }
  shareWithDeadLeaders(context);
  if (drafts.length < context.tree.length) {
    model.tasks.push(
      ...context.tree
        .slice(drafts.length)
        .map((row) => bareTask(row, row.at, context.image.arch === 'x86_64')),
    );
    context.report(
      modelDiagnostic(
        'missing-task-state',
        `the table has ${plural(context.tree.length, 'task')}, the stream describes ${drafts.length}`,
        { offset: context.tree[drafts.length]?.at ?? 0, path: 'tree' },
      ),
    );
  }
  for (const file of model.files.values()) {
    const socket =
      file.socketIndex === undefined ? undefined : model.sockets.get(file.socketIndex as Id<'socket'>);
    if (socket !== undefined) model.sockets.set(socket.id, { ...socket, opened: file.id });
  }
  nameSegments(context);
}

/** Of a dead leader the stream has no objects; they live on in its threads. */
function shareWithDeadLeaders({ drafts }: Context): void {
  const living = new Map<number, TaskDraft['task']>();
  for (const { task } of drafts) if (task.signal !== undefined) living.set(task.tgid, task);
  for (const { task } of drafts) {
    const thread = living.get(task.tgid);
    if (task.signal !== undefined || thread === undefined) continue;
    task.signal = thread.signal;
    task.sighand = thread.sighand;
    task.memory = thread.memory;
    task.fdTable = thread.fdTable;
    task.fs = thread.fs;
  }
}

type Reference = 'memory' | 'fdTable' | 'fs' | 'sighand' | 'signal';

function dropped(context: Context, task: TaskDraft['task'], name: Reference): void {
  const message = `task ${task.pid} refers to object ${task[name]} of kind ${name}, which the stream does not describe`;
  context.report(modelDiagnostic('missing-object', message, { offset: task.at, path: 'task_objs' }));
  task[name] = undefined;
}

function nameSegments({ model }: Context): void {
  for (const { inode, key } of model.sharedMemories.values()) {
    const file = model.files.get(inode as unknown as Id<'file'>);
    if (file === undefined) continue;
    const path = `/SYSV${key.toString(16).padStart(8, '0')}`;
    model.files.set(file.id, { ...file, path, name: `${path} (deleted)` });
  }
}
