/**
 * What fields of CRIU's messages refer to: files by the number in their name, entries by a number inside. One table;
 * whether a restore needs what is missing is said by the diagnostics.
 */
import { type CriuFileKind, fileKindOf, fileKinds } from '../../model/from-criu/open-files.ts';
import { fileName, type ImageTypeName } from '../../parse/criu/index.ts';
import type { EntryTables } from './entry-tables.ts';
import type { Resolve, Resolved } from './meaning.ts';
import type { Scalar } from './value-text.ts';

type Sibling = (name: string) => Scalar | undefined;
type Rule = (value: number, tables: EntryTables, prefix: string, sibling: Sibling) => Resolved | undefined;

/** A file that has to be there. */
const file =
  (type: ImageTypeName): Rule =>
  (id, tables, prefix) =>
    tables.file(prefix + fileName(type, id)) ?? { missing: `${fileName(type, id)} is not in the image` };

/** One of these, where there is one: groups may be gone, and namespaces that are not an own one have no file. */
const fileIfThere =
  (...types: readonly ImageTypeName[]): Rule =>
  (id, tables, prefix) => {
    for (const type of types) {
      const found = tables.file(prefix + fileName(type, id));
      if (found !== undefined) return found;
    }
    return undefined;
  };

const core = fileIfThere('CORE');

/** An open file, wherever the release keeps it. */
function openFile(kind: CriuFileKind, id: number, tables: EntryTables, prefix: string): Resolved | undefined {
  const { number, image } = fileKinds[kind] as { readonly number: number; readonly image?: ImageTypeName };
  const what = `${kind} file ${id}`;
  const inOne = tables.entry(prefix, 'FILES', ['type', 'id'], `${number} ${id}`, what);
  if (inOne !== undefined || image === undefined || tables.has(prefix, 'FILES')) return inOne;
  return tables.entry(prefix, image, ['id'], String(id), what);
}

const opened =
  (kind: CriuFileKind): Rule =>
  (id, tables, prefix) =>
    openFile(kind, id, tables, prefix);

const entry =
  (type: ImageTypeName, field: string, what: string): Rule =>
  (id, tables, prefix) =>
    tables.entry(prefix, type, [field], String(id), `${what} ${id}`);

/** Where it may be missing without anything being wrong. */
const ifThere =
  (rule: Rule): Rule =>
  (...input) => {
    const found = rule(...input);
    return found !== undefined && 'to' in found ? found : undefined;
  };

/** criu/include/image.h: what an area is decides what its number means. */
const areaBits = { file: 0x40 | 0x80, anonShared: 0x100, sysv: 0x400, memfd: 0x4000 } as const;

const mapped: Rule = (id, tables, prefix, sibling) => {
  const status = Number(sibling('status') ?? 0);
  if ((status & areaBits.sysv) !== 0)
    return tables.entry(prefix, 'IPCNS_SHM', ['desc.id'], String(id), `segment ${id}`);
  if ((status & areaBits.memfd) !== 0) return openFile('MEMFD', id, tables, prefix);
  if ((status & areaBits.file) !== 0) return openFile('REG', id, tables, prefix);
  return (status & areaBits.anonShared) !== 0
    ? file('SHMEM_PAGEMAP')(id, tables, prefix, sibling)
    : undefined;
};

const descriptor: Rule = (id, tables, prefix, sibling) => {
  const kind = fileKindOf(Number(sibling('type') ?? 0));
  return kind && openFile(kind, id, tables, prefix);
};

const remap: Rule = (id, tables, prefix, sibling) => {
  const type = Number(sibling('remap_type') ?? 0);
  // images/remap-file-path.proto: LINKED, GHOST.
  if (type === 0) return openFile('REG', id, tables, prefix);
  return type === 1 ? file('GHOST_FILE')(id, tables, prefix, sibling) : undefined;
};

const rules: Readonly<Record<string, Rule>> = {
  'task_kobj_ids_entry.files_id': fileIfThere('FDINFO'),
  'task_kobj_ids_entry.uts_ns_id': fileIfThere('UTSNS'),
  'task_kobj_ids_entry.ipc_ns_id': fileIfThere('IPC_VAR'),
  'task_kobj_ids_entry.mnt_ns_id': fileIfThere('MNTS'),
  'task_kobj_ids_entry.net_ns_id': fileIfThere('NETNS', 'NETDEV'),
  'task_kobj_ids_entry.user_ns_id': fileIfThere('USERNS'),
  'task_kobj_ids_entry.pid_ns_id': fileIfThere('PIDNS'),
  'task_kobj_ids_entry.time_ns_id': fileIfThere('TIMENS'),
  'pstree_entry.pid': file('CORE'),
  'pstree_entry.ppid': core,
  'pstree_entry.pgid': core,
  'pstree_entry.sid': core,
  // The first number of a zombie is stale memory.
  'pstree_entry.threads': core,
  'fdinfo_entry.id': descriptor,
  'mm_entry.exe_file_id': opened('REG'),
  'vma_entry.shmid': mapped,
  'fs_entry.cwd_id': opened('REG'),
  'fs_entry.root_id': opened('REG'),
  'pagemap_head.pages_id': file('PAGES'),
  'fifo_entry.regf_id': opened('REG'),
  // Most pipes hold no data, and mounts may be of the outside.
  'fifo_entry.pipe_id': ifThere(entry('FIFO_DATA', 'pipe_id', 'data of FIFO')),
  'pipe_entry.pipe_id': ifThere(entry('PIPES_DATA', 'pipe_id', 'data of pipe')),
  'tty_file_entry.regf_id': opened('REG'),
  'tty_file_entry.tty_info_id': entry('TTY_INFO', 'id', 'terminal'),
  'tty_info_entry.sid': core,
  'tty_info_entry.pgrp': core,
  'tty_data_entry.tty_id': entry('TTY_INFO', 'id', 'terminal'),
  'memfd_file_entry.inode_id': entry('MEMFD_INODE', 'inode_id', 'memfd'),
  'memfd_inode_entry.shmid': file('SHMEM_PAGEMAP'),
  'reg_file_entry.mnt_id': ifThere(entry('MNTS', 'mnt_id', 'mount')),
  'mnt_entry.parent_mnt_id': ifThere(entry('MNTS', 'mnt_id', 'mount')),
  'remap_file_path_entry.orig_id': opened('REG'),
  'remap_file_path_entry.remap_id': remap,
  'file_lock_entry.pid': core,
  'fown_entry.pid': core,
  'pidfd_entry.pid': core,
  'netns_entry.ns_id': fileIfThere('NETNS'),
  // Zero where they stand inside of their file.
  'inotify_wd_entry.id': ifThere(opened('INOTIFY')),
  'fanotify_mark_entry.id': ifThere(opened('FANOTIFY')),
  'eventpoll_tfd_entry.id': ifThere(opened('EVENTPOLL')),
};

/** For the fields of messages of one file; `prefix` is that of its directory. */
export const resolver =
  (tables: EntryTables, prefix: string): Resolve =>
  (field, value, sibling) => {
    // What is larger is no number of a file: mounts that are not there are -1.
    const number = Number(value);
    return Number.isSafeInteger(number) ? rules[field]?.(number, tables, prefix, sibling) : undefined;
  };
