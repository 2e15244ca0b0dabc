/**
 * The views of `cr-crit x`: lines in crit's layout, and the same as values. Unlike crit's they show zombies,
 * which have no descriptors and no memory, and images of every release.
 */

import { genericSocketTypes } from '../../abi/generic.ts';
import { LazyList, Pieces } from '../../lazy-list.ts';
import { type CriuImage, type Entry, entriesOf, firstOf, textOf } from '../../model/from-criu/image.ts';
import { areaStatus, vmasOf } from '../../model/from-criu/memory.ts';
import {
  type CriuFileKind,
  type CriuOpenFile,
  fieldsAs,
  fileKey,
  fileKindOf,
  openFileMap,
  openFilesOf,
} from '../../model/from-criu/open-files.ts';
import { normalEntry } from '../../model/from-criu/page-runs.ts';
import { addressText } from '../../parse/criu/index.ts';
import type { TaskKobjIdsEntry, VmaEntry } from '../../parse/generated/criu-descriptors.ts';

export interface CritTask {
  readonly pid: number;
  readonly ppid: number;
  readonly pgid: number;
  readonly sid: number;
}

export interface CritInput {
  readonly image: CriuImage;
  readonly tasks: readonly CritTask[];
}

/** One of both is asked for, and made as it is written: there may be more than memory holds. */
export interface CritOutput {
  lines(): Iterable<string>;
  json(): Iterable<unknown>;
}

export type CritView = (input: CritInput) => CritOutput;

interface NamedTask extends CritTask {
  readonly comm: string;
}

export const processView: CritView = ({ image, tasks: entries }) => {
  const tasks = entries.map((task): NamedTask => {
    const core = firstOf(image, 'CORE', 'core_entry', task.pid)?.fields;
    return { ...task, comm: textOf(core?.tc?.comm) ?? '' };
  });
  const children = new Map<number, NamedTask[]>();
  for (const task of tasks) {
    const siblings = children.get(task.ppid);
    if (siblings === undefined) children.set(task.ppid, [task]);
    else siblings.push(task);
  }
  const lines = [`${'PID'.padStart(7)}${'PGID'.padStart(7)}${'SID'.padStart(7)}   COMM`];
  const seen = new Set<NamedTask>();
  // A damaged tree may have cycles and tasks without a parent: each task is shown once.
  const waiting = tasks
    .filter(({ ppid, pid }) => ppid === 0 || ppid === pid)
    .map((task) => ({ task, depth: 0 }));
  const show = (): void => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { task, depth } = next;
      if (seen.has(task)) continue;
      seen.add(task);
      const columns = [task.pid, task.pgid, task.sid].map((number) => String(number).padStart(7)).join('');
      lines.push(`${columns}   ${' '.repeat(4 * depth)}${task.comm}`);
      for (const child of [...(children.get(task.pid) ?? [])].reverse())
        waiting.push({ task: child, depth: depth + 1 });
    }
  };
  waiting.reverse();
  show();
  for (const task of tasks) {
    if (!seen.has(task)) waiting.push({ task, depth: 0 });
    show();
  }
  return { lines: () => lines, json: () => tasks };
};

type FileText = (kind: CriuFileKind | undefined, number: number, id: number) => string;

/** What crit calls a file. */
function fileTexts(image: CriuImage): FileText {
  const files = openFileMap(image);
  return (kind, number, id) => {
    const opened = kind && files.get(fileKey(kind, id));
    if (kind === 'REG') return textOf(opened && fieldsAs(opened, 'REG')?.name) ?? 'unknown path';
    if (kind === 'PIPE') return `pipe[${(opened && fieldsAs(opened, 'PIPE')?.pipe_id) ?? '?'}]`;
    if (kind === 'UNIXSK') return opened === undefined ? 'unix[?]' : unixText(opened);
    return `${kind ?? number}.${id}`;
  };
}

function unixText(opened: CriuOpenFile): string {
  const { ino = 0, peer = 0, name } = fieldsAs(opened, 'UNIXSK') ?? {};
  const text =
    textOf(name)
      ?.replace(/^\0/, '@')
      .replace(/(?<!\0)\0+$/, '') ?? '';
  return `unix[${ino} (${peer})${text === '' ? '' : ` ${text}`}]`;
}

/** Old images have no file of their own for them. */
function kernelObjectsOf(image: CriuImage, pid: number): TaskKobjIdsEntry | undefined {
  const own = firstOf(image, 'IDS', 'task_kobj_ids_entry', pid)?.fields;
  return own ?? firstOf(image, 'CORE', 'core_entry', pid)?.fields.ids;
}

/** Of a table of descriptors, for the next task. */
const keptRows = 10_000;

export const descriptorView: CritView = ({ image, tasks }) => {
  const fileText = fileTexts(image);
  const row = (name: string | number, kind: CriuFileKind | undefined, number: number, id: number) => ({
    fd: name,
    kind: kind ?? String(number),
    id,
    file: fileText(kind, number, id),
  });
  type Row = ReturnType<typeof row>;
  function* rowsIn(table: number): Generator<Row> {
    for (const { fields } of entriesOf(image, 'FDINFO', 'fdinfo_entry', table))
      yield row(fields.fd ?? 0, fileKindOf(fields.type ?? 0), fields.type ?? 0, fields.id ?? 0);
  }
  let last: { readonly table: number; readonly rows: readonly Row[] } | undefined;
  /** A table that tasks share is read once. */
  function* tableOf(table: number): Generator<Row> {
    if (last?.table === table) {
      yield* last.rows;
      return;
    }
    const rows: Row[] = [];
    let count = 0;
    for (const one of rowsIn(table)) {
      count += 1;
      if (count <= keptRows) rows.push(one);
      yield one;
    }
    if (count <= keptRows) last = { table, rows };
  }
  function* descriptorsOf(pid: number): Generator<Row> {
    const ids = kernelObjectsOf(image, pid);
    if (ids?.files_id !== undefined) yield* tableOf(ids.files_id);
    const fs = firstOf(image, 'FS', 'fs_entry', pid)?.fields;
    if (fs === undefined) return;
    yield row('cwd', 'REG', 1, fs.cwd_id ?? 0);
    yield row('root', 'REG', 1, fs.root_id ?? 0);
  }
  return {
    *lines() {
      for (const { pid } of tasks) {
        yield String(pid);
        for (const { fd, file } of descriptorsOf(pid)) yield `\t${String(fd).padStart(7)}: ${file}`;
      }
    },
    json: () => new LazyList(tasks, ({ pid }) => ({ pid, fds: new Pieces(() => descriptorsOf(pid)) })),
  };
};

const growsDown = 0x100;

/** Numbers for shared objects in the order met, which are shorter than their ids. */
function sharedNumbers(): (id: bigint) => string {
  const numbers = new Map<bigint, number>();
  return (id) => {
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    return number.toString(16);
  };
}

export const memoryView: CritView = ({ image, tasks }) => {
  const fileText = fileTexts(image);
  const numberOf = sharedNumbers();
  function* areasOf(pid: number, mm: Entry<'mm_entry'>) {
    for (const vma of vmasOf({ image }, pid, mm)) {
      const { start = 0n, end = 0n, prot = 0 } = vma;
      const perms = ['r', 'w', 'x'].map((letter, bit) => ((prot & (1 << bit)) === 0 ? '-' : letter)).join('');
      const what = areaText(vma, numberOf, (id) => fileText('REG', 1, id));
      yield { start, end, perms, what };
    }
  }
  const memoryOf = (pid: number) => firstOf(image, 'MM', 'mm_entry', pid);
  const exeOf = (mm: Entry<'mm_entry'>) => fileText('REG', 1, mm.fields.exe_file_id ?? 0);
  return {
    *lines() {
      for (const { pid } of tasks) {
        yield String(pid);
        const mm = memoryOf(pid);
        if (mm === undefined) continue;
        yield `\t${'exe'.padEnd(36)}    ${exeOf(mm)}`;
        for (const { start, end, perms, what } of areasOf(pid, mm))
          yield `\t${rangeText(start, end).padEnd(36)}${perms}${what}`;
      }
    },
    json: () =>
      new LazyList(tasks, ({ pid }) => {
        const mm = memoryOf(pid);
        if (mm === undefined) return { pid, areas: [] };
        function* areas(of: Entry<'mm_entry'>) {
          for (const { start, end, perms, what } of areasOf(pid, of))
            yield { start: hex(start), end: hex(end), perms, what: what.trim() };
        }
        return { pid, exe: exeOf(mm), areas: new Pieces(() => areas(mm)) };
      }),
  };
};

const hex = (value: bigint): string => `0x${value.toString(16)}`;
const address = (value: bigint): string => value.toString(16).padStart(8, '0');
const rangeText = (start: bigint, end: bigint): string => `${address(start)}-${address(end)}`;

function areaText(vma: VmaEntry, numberOf: (id: bigint) => string, fileOf: (id: number) => string): string {
  const { status = 0, shmid = 0n, pgoff = 0n, flags = 0 } = vma;
  const is = (bit: number) => (status & bit) !== 0;
  let text = '';
  if (is(areaStatus.sysvIpc)) text = ` ips[${numberOf(shmid)}]`;
  else if (is(areaStatus.anonShared)) text = ` shmem[${numberOf(shmid)}]`;
  else if (is(areaStatus.socket)) text = ` packet[${numberOf(shmid)}]`;
  else if (is(areaStatus.filePrivate | areaStatus.fileShared)) {
    text = ` ${fileOf(Number(shmid))}${pgoff === 0n ? '' : ` + ${hex(pgoff)}`}${is(areaStatus.fileShared) ? ' (s)' : ''}`;
  } else if (is(areaStatus.stack)) text = ' [stack]';
  else if (is(areaStatus.vsyscall)) text = ' [vsyscall]';
  else if (is(areaStatus.vdso)) text = ' [vdso]';
  else if ((flags & growsDown) !== 0) text = ' [stack?]';
  return is(1) ? text : `${text} *`;
}

const pageShift = 12n;

export const residentView: CritView = ({ image, tasks }) => {
  const fileText = fileTexts(image);
  function* entriesIn(pid: number) {
    for (const { fields } of entriesOf(image, 'PAGEMAP', 'pagemap_entry', pid)) yield normalEntry(fields);
  }
  function* linesOf(pid: number) {
    const mm = firstOf(image, 'MM', 'mm_entry', pid);
    const vmas = mm === undefined ? [] : vmasOf({ image }, pid, mm);
    let index = 0;
    let shown = -1;
    for (const { vaddr, pages } of entriesIn(pid)) {
      while (index < vmas.length && (vmas[index]!.end ?? 0n) <= vaddr) index += 1;
      const end = vaddr + (pages << pageShift);
      let line = `\t${vaddr.toString(16)} / ${String(pages).padEnd(8)}`.padEnd(24);
      for (; index < vmas.length && (vmas[index]!.start ?? 0n) < end; index++) {
        yield line + (index === shown ? ' ~' : residentArea(vmas[index]!, fileText));
        shown = index;
        line = `\t${' '.repeat(23)}`;
      }
      index = Math.max(0, index - 1);
      yield line;
    }
  }
  return {
    *lines() {
      for (const { pid } of tasks) {
        yield String(pid);
        yield* linesOf(pid);
      }
    },
    json: () =>
      new LazyList(tasks, ({ pid }) => {
        function* entries() {
          for (const { vaddr, pages } of entriesIn(pid)) yield { vaddr: hex(vaddr), pages: pages.toString() };
        }
        return { pid, entries: new Pieces(entries) };
      }),
  };
};

function residentArea(vma: VmaEntry, fileText: FileText): string {
  const { start = 0n, end = 0n, status = 0, shmid = 0n } = vma;
  const range = ` ${address(start)} / ${String((end - start) >> pageShift).padEnd(8)}`;
  const isFile = (status & (areaStatus.filePrivate | areaStatus.fileShared)) !== 0;
  return isFile ? `${range} ${fileText('REG', 1, Number(shmid))}` : range;
}

/** include/net/tcp_states.h; sockets of all families use these numbers. */
const stateWords: readonly string[] = [
  ...['-', 'ESTABLISHED', 'SYN_SENT', 'SYN_RECV', 'FIN_WAIT1', 'FIN_WAIT2', 'TIME_WAIT', 'CLOSE'],
  ...['CLOSE_WAIT', 'LAST_ACK', 'LISTEN', 'CLOSING', 'NEW_SYN_RECV'],
];
const stateWord = (state: number): string => stateWords[state] ?? String(state);

const typeWord = (type: number): string => genericSocketTypes[type]?.replace('SOCK_', '') || String(type);

/** linux/in.h. */
const protocolWords: Readonly<Record<number, string>> = {
  1: 'ICMP',
  6: 'TCP',
  17: 'UDP',
  33: 'DCCP',
  58: 'ICMPV6',
  132: 'SCTP',
  136: 'UDPLITE',
  255: 'RAW',
};
const protocolWord = (protocol: number): string => protocolWords[protocol] ?? String(protocol);

export const socketView: CritView = ({ image }) => {
  const rows = [...openFilesOf(image)].flatMap((opened) => {
    const inet = fieldsAs(opened, 'INETSK');
    if (inet !== undefined) {
      const end = (words: readonly number[] = [], port = 0) => `${addressText(words) ?? '*'}:${port}`;
      const { proto = 0, type = 0, state = 0, ino = 0 } = inet;
      const local = end(inet.src_addr, inet.src_port);
      return [
        {
          kind: 'inet',
          id: opened.id,
          ino,
          type,
          proto,
          state,
          local,
          remote: end(inet.dst_addr, inet.dst_port),
        },
      ];
    }
    const unix = fieldsAs(opened, 'UNIXSK');
    if (unix !== undefined) {
      const { type = 0, state = 0, ino = 0, peer = 0 } = unix;
      return [
        {
          kind: 'unix',
          id: opened.id,
          ino,
          type,
          proto: 0,
          state,
          local: unixText(opened),
          remote: String(peer),
        },
      ];
    }
    const netlink = fieldsAs(opened, 'NETLINKSK') ?? fieldsAs(opened, 'PACKETSK');
    if (netlink === undefined) return [];
    const kind = opened.kind === 'NETLINKSK' ? 'netlink' : 'packet';
    const proto = netlink.protocol ?? 0;
    return [{ kind, id: opened.id, ino: 0, type: 3, proto, state: 0, local: '', remote: '' }];
  });
  const head = ['KIND', 'INO', 'TYPE', 'PROTO', 'STATE', 'LOCAL', 'REMOTE'];
  const table = [
    head,
    ...rows.map(({ kind, ino, type, proto, state, local, remote }) => {
      // Numbers of netlink protocols are others than those of IP.
      const protocol = kind === 'inet' ? protocolWord(proto) : proto;
      return [kind, ino, typeWord(type), protocol, stateWord(state), local, remote];
    }),
  ];
  const widths = [8, 12, 9, 7, 12, 28];
  const lines = table.map((row) =>
    row
      .map((cell, column) => String(cell).padEnd(widths[column] ?? 0))
      .join(' ')
      .trimEnd(),
  );
  return { lines: () => lines, json: () => rows };
};
