/** Header, names of the kernel, pid objects and the table of tasks. */
import { latin1Text } from '../../byte-text.ts';
import { linuxCrElements } from '../../parse/generated/linux-cr-records.ts';
import { firstNewLayout, treeEntryBytes } from '../../parse/linux-cr/context.ts';
import type { AnyRecord, KnownRecord } from '../../parse/linux-cr/record.ts';
import {
  type Collectors,
  type Context,
  payloadView,
  rangeOf,
  reportAt,
  type TreeRow,
  textOf,
} from './context.ts';

/** PID_MAX_LIMIT of 64-bit kernels; a table of more is damage. */
const tasksMax = 4 * 1024 * 1024;
/** MAX_PID_NS_LEVEL of later kernels; the series knew no limit, but no stack holds more. */
const depthMax = 32;
const nullPids: ReadonlySet<number> = new Set([-1, -4096]);

const collectHeader = (context: Context, record: KnownRecord<'header'>): void => {
  const { fields } = record;
  const { model } = context;
  model.container.at = record.offset;
  model.image = {
    ...model.image,
    version: fields.rev,
    takenNs: fields.time * 1_000_000_000n,
    ...(fields.archId !== undefined && { machineNumber: fields.archId }),
  };
  const setUts = (uts: object) => {
    model.container.uts = { ...model.container.uts, ...uts };
  };
  if (fields.release !== undefined) {
    setUts({ release: latin1Text(fields.release).replace(/\0.*$/s, '') });
    return;
  }
  // Three buffers follow: release, version, machine.
  context.expecting.buffer = (release) => {
    setUts({ release: textOf(context, release) });
    context.expecting.buffer = () => {
      context.expecting.buffer = () => {};
    };
  };
};

/** Pid objects by their number in the table, from 1. */
interface PidTable {
  readonly offset: number;
  readonly pids: readonly (readonly number[])[];
}

const pidTables = new WeakMap<Context, PidTable>();

const collectPids = (context: Context, { fields }: KnownRecord<'pids'>): void => {
  context.expecting.buffer = (record) => {
    pidTables.set(context, { offset: fields.offset, pids: pidObjects(context, record, fields.nrPids) });
  };
};

function pidObjects(context: Context, record: AnyRecord, count: number): readonly (readonly number[])[] {
  const { offset, length } = rangeOf(record);
  const pids: number[][] = [];
  let at = 0;
  while (pids.length < count && at + 8 <= length) {
    const depth = new DataView(context.source.view(offset + at, 4).slice().buffer).getUint32(0, true);
    const bytes = 8 + 4 * depth;
    if (depth > depthMax || at + bytes > length) break;
    context.stream.load(context.source.view(offset + at, bytes));
    pids.push([...linuxCrElements.pid_object.read(context.stream, context.image).numbers]);
    at += bytes;
  }
  if (pids.length < count) {
    reportAt(context, record, 'short-payload', `${length} bytes hold ${pids.length} of ${count} pid objects`);
  }
  return pids;
}

const collectTree = (context: Context, record: KnownRecord<'tree'>): void => {
  const count = Math.min(Math.max(0, record.fields.nrTasks), tasksMax);
  context.expecting.buffer = (table) => {
    const rows = readRows(context, table, count);
    const depths = rows.reduce((sum, { depth }) => sum + depth, 0);
    context.tree.push(...rows.map(({ row }) => row));
    // Of 2010: the numbers in inner namespaces follow, task by task.
    const hasInner = context.image.layout >= 20100330 && context.image.layout < 20110125 && depths > 0;
    context.expecting.buffer = hasInner ? (inner) => addInner(context, inner, rows) : undefined;
  };
};

interface ReadRow {
  readonly row: TreeRow;
  readonly depth: number;
}

function readRows(context: Context, record: AnyRecord, count: number): readonly ReadRow[] {
  const bytes = treeEntryBytes(context.image);
  const { offset, length } = rangeOf(record);
  const rows: ReadRow[] = [];
  const isOld = context.image.layout < firstNewLayout;
  for (let index = 0; index < count && (index + 1) * bytes <= length; index++) {
    context.stream.load(context.source.view(offset + index * bytes, bytes));
    if (isOld) {
      const { vpid, vtgid, vppid } = linuxCrElements.old_tree_entry.read(context.stream, context.image);
      rows.push({
        row: { at: offset + index * bytes, pids: [vpid], ppid: vppid, tgid: vtgid, pgid: 0, sid: 0 },
        depth: 0,
      });
      continue;
    }
    const entry = linuxCrElements.tree_entry.read(context.stream, context.image);
    rows.push({ row: rowOf(context, entry, offset + index * bytes), depth: Math.max(0, entry.depth ?? 0) });
  }
  if (rows.length < count) {
    reportAt(context, record, 'short-payload', `${length} bytes hold ${rows.length} of ${count} tasks`);
  }
  return rows;
}

type Entry = ReturnType<typeof linuxCrElements.tree_entry.read>;

function rowOf(context: Context, { vpid, vppid, vtgid, vpgid, vsid }: Entry, at: number): TreeRow {
  const table = pidTables.get(context);
  if (table === undefined) {
    const number = (value: number) => (nullPids.has(value) ? 0 : value);
    return { at, pids: [vpid], ppid: vppid, tgid: vtgid, pgid: number(vpgid), sid: number(vsid) };
  }
  const pidsOf = (value: number) => (value <= 0 ? undefined : table.pids[value - table.offset]);
  const number = (value: number) => pidsOf(value)?.[0] ?? 0;
  return {
    at,
    pids: pidsOf(vpid) ?? [0],
    ppid: number(vppid),
    tgid: number(vtgid),
    pgid: number(vpgid),
    sid: number(vsid),
  };
}

function addInner(context: Context, record: AnyRecord, rows: readonly ReadRow[]): void {
  const view = payloadView(context, record, rangeOf(record).length);
  let at = 0;
  for (const [index, { row, depth }] of rows.entries()) {
    const inner: number[] = [];
    for (let level = 0; level < Math.min(depth, depthMax) && at + 4 <= view.byteLength; level++, at += 4) {
      inner.push(view.getInt32(at, true));
    }
    context.tree[index] = { ...row, pids: [...row.pids, ...inner] };
  }
}

export const treeCollectors = {
  header: collectHeader,
  pids: collectPids,
  tree: collectTree,
  header_arch: (context) => {
    context.expecting.buffer = undefined;
  },
} satisfies Collectors;
