/** Open files of the image: collected before any task is forked, looked up by descriptors and areas later. */

import { utf8Length } from '../../../byte-text.ts';
import type { Location } from '../../../diagnostic.ts';
import { filesByType } from '../../../model/from-criu/files-by-type.ts';
import { remapOf, remapTypes } from '../../../model/from-criu/ghosts.ts';
import {
  type CriuImage,
  type Entry,
  entriesOf,
  placeOf,
  recordsOf,
  textOf,
} from '../../../model/from-criu/image.ts';
import {
  type CriuOpenFile,
  fieldsAs,
  fileKey,
  fileKindNames,
  fileKindOf,
  fileKinds,
  openFilesOf,
} from '../../../model/from-criu/open-files.ts';
import { fileName, type ImageTypeName } from '../../../parse/criu/index.ts';
import type { CriuRestore } from './context.ts';
import { checkReadable, listEntries } from './read-file.ts';
import { crashes, fails } from './stop.ts';

export type OpenFiles = ReadonlyMap<string, CriuOpenFile>;

/** criu/files.c prepare_files and criu/memfd.c, in the first process of CRIU. */
export function collectFiles(restore: CriuRestore): OpenFiles {
  const memfds = listEntries(restore, 'MEMFD_INODE', 'memfd_inode_entry');
  const inodes = new Set(memfds.map(({ fields }) => Number(fields.inode_id ?? 0n)));
  checkEntries(restore.image);
  checkReadable(restore, 'FILES');
  const files = new Map<string, CriuOpenFile>();
  for (const opened of openFilesOf(restore.image)) {
    const memfd = fieldsAs(opened, 'MEMFD');
    if (memfd !== undefined && !inodes.has(memfd.inode_id ?? 0)) {
      const message = `CRIU crashes: memfd file ${opened.id} has the inode ${memfd.inode_id}, which memfd.img does not hold`;
      crashes('criu-memfd-inode', placeOf(opened), message);
    }
    const key = fileKey(opened.kind, opened.id);
    if (files.has(key)) restore.used.twins.push(opened);
    files.set(key, opened);
  }
  for (const kind of fileKindNames) {
    const { image } = fileKinds[kind] as { readonly image?: ImageTypeName };
    if (image !== undefined) checkReadable(restore, image);
  }
  oldForms(restore);
  return files;
}

/** A file_entry must name a known kind and hold the message of that kind, with the same number. */
function checkEntries(image: CriuImage): void {
  for (const record of recordsOf(image, 'FILES')) {
    if (record.kind !== 'message' || record.message !== 'file_entry') continue;
    const at = { file: fileName('FILES'), offset: record.offset };
    const { type, id } = record.fields as { type?: number; id?: number };
    const kind = fileKindOf(type);
    if (kind === undefined)
      fails('criu-file-entry', at, `CRIU: "Unknown file type ${type}"; no release has such a kind of file`);
    const own = record.fields[fileKinds[kind].field] as { id?: number } | undefined;
    if (own === undefined)
      crashes(
        'criu-segfault',
        at,
        `CRIU crashes: the ${kind} file ${id} has no ${fileKinds[kind].field} message`,
      );
    if (own.id === id) continue;
    fails('criu-file-entry', at, `CRIU: "ID mismatch ${id} != ${own.id}"; an open file has two numbers`);
  }
}

/** criu/eventpoll.c and criu/fsnotify.c: targets outside of their files are a form of before 1.4. */
function oldForms({ image, asked }: CriuRestore): void {
  for (const [type, message, what] of [
    ['EVENTPOLL_TFD', 'eventpoll_tfd_entry', 'Epoll TFD image'],
    ['INOTIFY_WD', 'inotify_wd_entry', 'separate images for fsnotify marks'],
    ['FANOTIFY_MARK', 'fanotify_mark_entry', 'separate images for fsnotify marks'],
  ] as const) {
    const [first] = entriesOf(image, type, message);
    if (first === undefined) continue;
    asked.deprecated.push({ what, at: placeOf(first) });
  }
}

/** Deleted files, in the root task (criu/files-reg.c, prepare_remaps). */
export function checkRemaps(restore: CriuRestore, files: OpenFiles): void {
  const entries = listEntries(restore, 'REMAP_FPATH', 'remap_file_path_entry');
  for (const entry of entries) {
    const { original, type, target } = remapOf(entry.fields);
    const at = placeOf(entry);
    if (!files.has(fileKey('REG', original)))
      fails('criu-remap', at, `CRIU: "Remap for non existing file 0x${original.toString(16)}"`);
    if (type === remapTypes.ghost) {
      const [content] = listEntries(restore, 'GHOST_FILE', 'ghost_file_entry', target);
      if (content !== undefined) {
        const deleted = files.get(fileKey('REG', original));
        checkGhostName(deleted, target, at);
        checkGhostSize(content, deleted);
        continue;
      }
      const name = fileName('GHOST_FILE', target);
      fails(
        'criu-remap',
        { file: name },
        `CRIU: "Unexpected EOF on (empty-image)"; ${name} is missing or empty`,
      );
    }
    if (type === remapTypes.linked) {
      const other = files.get(fileKey('REG', target));
      if (other === undefined)
        fails('criu-remap', at, `CRIU: "Can't find target file ${target.toString(16)}"`);
      const [own, linked] = [files.get(fileKey('REG', original)), other].map(
        (file) => (file && fieldsAs(file, 'REG'))?.size,
      );
      if (own === undefined || linked === undefined || own === linked) continue;
      const message = `CRIU: "has bad size ${linked} (expect ${own})"; file ${original} has another length than its other name, file ${target}`;
      fails('criu-remap', at, message);
    }
    if (type > remapTypes.procfs) fails('criu-remap', at, `CRIU: "unknown remap type ${type}"`);
  }
  checkGhostsUsed(restore, entries);
}

/** NAME_MAX. */
const nameBytesMax = 255;

/** It is made beside its old name, by a longer one (ghost_path). */
function checkGhostName(opened: CriuOpenFile | undefined, number: number, at: Location): void {
  const path = textOf(opened && fieldsAs(opened, 'REG')?.name) ?? '';
  const name = `${path.slice(path.lastIndexOf('/') + 1)}.cr.${number.toString(16)}.ghost`;
  if (utf8Length(name) <= nameBytesMax) return;
  const message = `CRIU: "Can't create ghost regfile: File name too long"; the name of deleted file ${opened?.id} leaves no room for .cr.${number.toString(16)}.ghost behind it`;
  fails('criu-remap', at, message, { errno: 'ENAMETOOLONG' });
}

/** A deleted file is made with the bytes of its image, and then must be as long as it was. */
function checkGhostSize(
  { fields, payload, file }: Entry<'ghost_file_entry'>,
  opened: CriuOpenFile | undefined,
): void {
  const size = (opened && fieldsAs(opened, 'REG'))?.size;
  const isRegular = ((fields.mode ?? 0) & 0o170000) === 0o100000;
  const bytes = BigInt(payload[0]?.data.length ?? 0);
  if (size === undefined || !isRegular || fields.chunks === true || bytes === size) return;
  const message = `CRIU: "has bad size ${bytes} (expect ${size})"; ${file} has another length than the deleted file ${opened?.id}`;
  fails('criu-remap', { file }, message);
}

/** The content of a deleted file is only dumped for one that is open. */
function checkGhostsUsed({ image }: CriuRestore, entries: readonly Entry<'remap_file_path_entry'>[]): void {
  const used = new Set(entries.map(({ fields }) => remapOf(fields).target));
  for (const { name, id = 0 } of filesByType(image.directory).get('GHOST_FILE') ?? []) {
    if (used.has(id)) continue;
    const message = `CRIU: "Can't open file on restore: No such file or directory"; ${name} holds a deleted file, and remap-fpath.img does not name it`;
    fails('criu-remap', { file: fileName('REMAP_FPATH') }, message, { errno: 'ENOENT' });
  }
}

/** A regular file that an area, an executable or a directory refers to. */
export function needRegular(
  restore: CriuRestore,
  files: OpenFiles,
  id: number | undefined,
  at: { readonly file: string; readonly at: number },
  what: string,
): void {
  const key = fileKey('REG', id ?? 0);
  if (files.has(key)) {
    restore.used.files.add(key);
    return;
  }
  const message = `CRIU: "No entry for reg-file-ID 0x${(id ?? 0).toString(16)}"; ${what} is file ${id ?? 0}, which is not in the image`;
  fails('criu-file-reference', placeOf(at), message);
}
