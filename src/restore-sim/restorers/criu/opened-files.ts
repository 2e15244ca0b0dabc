/** What open files say of themselves that no restore can give them (criu/files.c, criu/files-reg.c). */

import { flagOf } from '../../../abi/machines.ts';
import { utf8Length } from '../../../byte-text.ts';
import { remapOf } from '../../../model/from-criu/ghosts.ts';
import { entriesOf, firstOf, placeOf, textOf } from '../../../model/from-criu/image.ts';
import { areasOf } from '../../../model/from-criu/memory.ts';
import {
  type CriuFileKind,
  type CriuOpenFile,
  fieldsAs,
  fileKey,
} from '../../../model/from-criu/open-files.ts';
import type { FownEntry, RegFileEntry } from '../../../parse/generated/criu-descriptors.ts';
import type { CriuRestore } from './context.ts';
import { listEntries } from './read-file.ts';
import type { OpenFiles } from './shared-files.ts';
import { fails } from './stop.ts';
import { checkWatched } from './watched-files.ts';

/** Files that some task has open, maps, runs or stands in; nobody looks at the others. */
export function checkOpened(restore: CriuRestore, files: OpenFiles): void {
  const opened = [...files].filter(([key]) => restore.used.files.has(key)).map(([, file]) => file);
  // A deleted file is opened by another name: what has its name now is another file (prepare_remaps).
  const hidden = new Set(
    listEntries(restore, 'REMAP_FPATH', 'remap_file_path_entry').map(
      ({ fields }) => remapOf(fields).original,
    ),
  );
  const regular = opened.flatMap((file) => {
    const entry = fieldsAs(file, 'REG');
    return entry === undefined ? [] : [{ file, entry }];
  });
  for (const file of opened) checkOwner(restore, file);
  for (const file of opened) checkPath(restore, file, files);
  for (const file of opened) checkWatched(restore, file);
  for (const { file, entry } of regular) checkFlags(restore, file, entry);
  checkExecutables(restore, regular);
  checkSamePath(regular.filter(({ file }) => !hidden.has(file.id)));
}

interface Regular {
  readonly file: CriuOpenFile;
  readonly entry: RegFileEntry;
}

/** F_OWNER_PGRP of fcntl(2); the others name tasks. */
const ownerGroup = 2;

/** Who gets the signals of a file (restore_fown). */
function checkOwner({ numbers, ownNamespaces, asked, machine }: CriuRestore, file: CriuOpenFile): void {
  const { signum = 0, pid = 0, pid_type: type = 0 } = (file.fields['fown'] as FownEntry | undefined) ?? {};
  if (signum > machine.lastSignal) {
    const message = `CRIU: "Can't set signal"; ${file.kind} file ${file.id} sends signal ${signum}`;
    fails('criu-file-open', placeOf(file), message, { errno: 'EINVAL' });
  }
  if (pid === 0 || type === ownerGroup || numbers.items.has(pid) || numbers.threads.has(pid)) return;
  if (!ownNamespaces.has('pid')) {
    asked.owners.push({ pid, at: placeOf(file) });
    return;
  }
  const message = `CRIU: "Can't setup file owner pid"; ${file.kind} file ${file.id} sends signals to ${pid}, which is not in the image`;
  fails('criu-file-open', placeOf(file), message, { errno: 'ESRCH' });
}

/** TTY_TYPE__EXT_TTY: a terminal that whoever restores hands over. */
const externalTerminal = 5;

/** Fifos and terminals are opened by the path of a regular file, which had their own number before 3.6. */
function checkPath({ image, asked }: CriuRestore, file: CriuOpenFile, files: OpenFiles): void {
  const [fifo, terminal] = [fieldsAs(file, 'FIFO'), fieldsAs(file, 'TTY')];
  const path = (fifo ?? terminal)?.regf_id ?? file.id;
  if ((fifo === undefined && terminal === undefined) || files.has(fileKey('REG', path))) return;
  if (fifo !== undefined) {
    const message = `CRIU: "No entry for reg-file-ID 0x${path.toString(16)}"; the path of fifo ${file.id} is not in the image`;
    fails('criu-file-reference', placeOf(file), message);
  }
  for (const { fields } of entriesOf(image, 'TTY_INFO', 'tty_info_entry')) {
    if (fields.id === terminal?.tty_info_id && fields.type === externalTerminal) return;
  }
  if (terminal?.regf_id === undefined) {
    asked.deprecated.push({ what: 'TTY w/o regfile', at: placeOf(file) });
    return;
  }
  const message = `CRIU: "Deprecated functionality (TTY w/o regfile) rejected."; the path of terminal ${file.id} is not in the image`;
  fails('criu-deprecated', placeOf(file), message);
}

// open(2) and inode(7).
const accessFlags = 0x3;
/** NAME_MAX. */
const nameBytesMax = 255;
const types = { mask: 0o170000, regular: 0o100000, directory: 0o040000 } as const;
const knownTypes: ReadonlySet<number> = new Set([1, 2, 4, 6, 8, 10, 12].map((type) => type << 12));

/** CRIU 4.2.1 puts a stray byte behind the name of an open directory `/proc/PID`: procfs has no such name. */
const slipOfDump = /^\/proc\/\d+\/\p{Cc}/u;

function checkFlags(
  { machine: { openFlags } }: CriuRestore,
  file: CriuOpenFile,
  { name, flags: how = 0, mode }: RegFileEntry,
): void {
  const has = (flag: string) => (how & flagOf(openFlags, flag)) !== 0;
  const path = textOf(name) ?? '';
  const at = placeOf(file);
  const isAbsent = path === '' || slipOfDump.test(path);
  const errno = isAbsent ? 'ENOENT' : path.split('/').some(isTooLong) ? 'ENAMETOOLONG' : undefined;
  if (errno !== undefined) {
    const message = `CRIU: "Can't open file on restore"; no file has the path of file ${file.id}, ${JSON.stringify(path.slice(0, 80))}`;
    fails('criu-file-open', at, message, { errno });
  }
  // With O_PATH nothing is opened.
  if (has('O_PATH')) return;
  if (has('O_CREAT') && has('O_EXCL'))
    fails('criu-file-open', at, `CRIU: "Can't open file ${path} on restore: File exists"`, {
      errno: 'EEXIST',
    });
  if (mode === undefined) return;
  const type = mode & types.mask;
  if (type === types.directory && (how & accessFlags) !== 0) {
    const message = `CRIU: "Can't open file ${path} on restore: Is a directory"; it is opened for writing`;
    fails('criu-file-open', at, message, { errno: 'EISDIR' });
  }
  if (knownTypes.has(type) && mode >>> 0 <= 0o177777) return;
  fails('criu-file-open', at, `CRIU: "File ${path} has bad mode"; no file has 0${octal(mode)}`);
}

const isTooLong = (name: string): boolean => utf8Length(name) > nameBytesMax;

const octal = (mode: number): string => (mode >>> 0).toString(8);

/** The file that a task runs is regular, and as long as what is mapped of it: it cannot be cut meanwhile. */
// Holds for programs that were replaced or deleted: the record is that of the file that runs.
function checkExecutables(restore: CriuRestore, regular: readonly Regular[]): void {
  const byId = new Map(regular.map((one) => [one.file.id, one]));
  for (const [id, pid] of restore.used.runners) {
    const mm = firstOf(restore.image, 'MM', 'mm_entry', pid);
    const found = byId.get(id);
    if (mm === undefined || found === undefined) continue;
    const { file, entry } = found;
    const path = textOf(entry.name);
    if (entry.mode !== undefined && (entry.mode & types.mask) !== types.regular) {
      const message = `CRIU: "File ${path} has bad mode"; task ${pid} runs it, and 0${octal(entry.mode)} is no regular file`;
      fails('criu-file-open', placeOf(file), message);
    }
    if (entry.size === undefined) continue;
    const mapped = areasOf(restore, pid, mm).filter(({ shmid }) => Number(shmid) === id);
    const end = roundUp(entry.size, restore.page);
    const beyond = mapped.filter(({ pgoff = 0n }) => pgoff >= end);
    // A single offset may be wrong by itself, and CRIU does not look at all of them.
    if (2 * beyond.length <= mapped.length) continue;
    const message = `CRIU: "File ${path} has bad size"; it has ${entry.size} bytes by the image, and task ${pid} maps it from ${beyond[0]?.pgoff} on`;
    fails('criu-file-open', placeOf(file), message);
  }
}

const roundUp = (size: bigint, page: bigint): bigint => ((size + page - 1n) / page) * page;

/** All was dumped at one moment: a path that has two modes or sizes is refused with one of them. */
// Holds for files of one mount; deleted and external ones are opened by other names.
function checkSamePath(regular: readonly Regular[]): void {
  const byPath = new Map<string, Regular[]>();
  for (const one of regular) {
    const key = `${one.entry.mnt_id} ${textOf(one.entry.name)}`;
    const others = byPath.get(key);
    if (others === undefined) byPath.set(key, [one]);
    else {
      others.push(one);
    }
  }
  for (const same of byPath.values()) {
    for (const what of ['mode', 'size'] as const) {
      const odd = oddOne(
        same.filter(({ entry }) => entry[what] !== undefined),
        (entry) => entry[what],
      );
      if (odd === undefined) continue;
      const message = `CRIU: "File ${textOf(odd.entry.name)} has bad ${what}"; other entries of the image have another one`;
      fails('criu-file-open', placeOf(odd.file), message);
    }
  }
}

/** One that has the rarest value, if they differ; of two equally rare ones the later. */
function oddOne(
  same: readonly Regular[],
  of: (entry: RegFileEntry) => number | bigint | undefined,
): Regular | undefined {
  const counts = new Map<unknown, number>();
  for (const { entry } of same) counts.set(of(entry), (counts.get(of(entry)) ?? 0) + 1);
  if (counts.size < 2) return undefined;
  const rarest = [...counts.values()].reduce((least, count) => Math.min(least, count));
  return same.findLast(({ entry }) => counts.get(of(entry)) === rarest);
}

/** Kinds of which CRIU asks before any is opened who has them open (criu/pipes.c, mark_pipe_master; criu/tty.c). */
const neededKinds: ReadonlySet<CriuFileKind> = new Set(['PIPE', 'TTY']);

export function checkUsers(restore: CriuRestore, files: OpenFiles): void {
  const sent = sentFiles(restore);
  const unused = [...files]
    .filter(([key, { kind, id }]) => kind === 'PIPE' && !restore.used.files.has(key) && !sent.has(id))
    .map(([, file]) => file);
  for (const file of [...unused, ...restore.used.twins]) {
    if (!neededKinds.has(file.kind)) continue;
    const message = `CRIU: "Empty list on file desc id 0x${file.id.toString(16)}", and a task is killed; no task has that ${file.kind} file open`;
    fails('criu-file-unused', placeOf(file), message);
  }
}

/** Files on their way in a socket are held by their queue. */
function sentFiles(restore: CriuRestore): ReadonlySet<number> {
  const entries = listEntries(restore, 'SK_QUEUES', 'sk_packet_entry');
  return new Set(entries.flatMap(({ fields }) => (fields.scm ?? []).flatMap(({ rights }) => rights ?? [])));
}
