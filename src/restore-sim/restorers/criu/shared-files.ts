/** Open files of the image: collected before any task is forked, looked up by descriptors and areas later. */

import { remapOf, remapTypes } from '../../../model/from-criu/ghosts.ts';
import { type CriuImage, type Entry, entriesOf, placeOf, recordsOf } from '../../../model/from-criu/image.ts';
import {
  type CriuOpenFile,
  fieldsAs,
  fileKey,
  fileKindNames,
  fileKindOf,
  fileKinds,
  openFilesOf,
} from '../../../model/from-criu/open-files.ts';
import { fileName, type ImageTypeName, identifyFile } from '../../../parse/criu/index.ts';
import { type CriuRestore, listEntries, readProblem } from './context.ts';
import { crashes, type Ending, fails, firstEnding } from './ending.ts';

export type OpenFiles = ReadonlyMap<string, CriuOpenFile>;

/** criu/files.c prepare_files and criu/memfd.c, in the first process of CRIU. */
export function collectFiles(restore: CriuRestore): OpenFiles | Ending {
  const memfds = listEntries(restore, 'MEMFD_INODE', 'memfd_inode_entry');
  if (memfds.problem !== undefined) return memfds.problem;
  const inodes = new Set(memfds.entries.map(({ fields }) => Number(fields.inode_id ?? 0n)));
  const ending = checkEntries(restore.image) ?? readProblem(restore, 'FILES');
  if (ending !== undefined) return ending;
  const files = new Map<string, CriuOpenFile>();
  for (const opened of openFilesOf(restore.image)) {
    const memfd = fieldsAs(opened, 'MEMFD');
    if (memfd !== undefined && !inodes.has(memfd.inode_id ?? 0)) {
      const message = `CRIU crashes: memfd file ${opened.id} has the inode ${memfd.inode_id}, which memfd.img does not hold`;
      return crashes('criu-memfd-inode', placeOf(opened), message);
    }
    const key = fileKey(opened.kind, opened.id);
    if (files.has(key)) restore.twins.push(opened);
    files.set(key, opened);
  }
  const damaged = firstEnding(fileKindNames, (kind) => {
    const { image } = fileKinds[kind] as { readonly image?: ImageTypeName };
    return image && readProblem(restore, image);
  });
  if (damaged !== undefined) return damaged;
  oldForms(restore);
  return files;
}

/** A file_entry must name a known kind and hold the message of that kind, with the same number. */
function checkEntries(image: CriuImage): Ending | undefined {
  return firstEnding(recordsOf(image, 'FILES'), (record) => {
    if (record.kind !== 'message' || record.message !== 'file_entry') return undefined;
    const at = { file: fileName('FILES'), offset: record.offset };
    const { type, id } = record.fields as { type?: number; id?: number };
    const kind = fileKindOf(type);
    if (kind === undefined) {
      return fails(
        'criu-file-entry',
        at,
        `CRIU: "Unknown file type ${type}"; no release has such a kind of file`,
      );
    }
    const own = record.fields[fileKinds[kind].field] as { id?: number } | undefined;
    if (own === undefined) {
      return crashes(
        'criu-segfault',
        at,
        `CRIU crashes: the ${kind} file ${id} has no ${fileKinds[kind].field} message`,
      );
    }
    if (own.id === id) return undefined;
    return fails(
      'criu-file-entry',
      at,
      `CRIU: "ID mismatch ${id} != ${own.id}"; an open file has two numbers`,
    );
  });
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
export function checkRemaps(restore: CriuRestore, files: OpenFiles): Ending | undefined {
  const { entries, problem } = listEntries(restore, 'REMAP_FPATH', 'remap_file_path_entry');
  if (problem !== undefined) return problem;
  const ending = firstEnding(entries, (entry) => {
    const { original, type, target } = remapOf(entry.fields);
    const at = placeOf(entry);
    if (!files.has(fileKey('REG', original))) {
      return fails('criu-remap', at, `CRIU: "Remap for non existing file 0x${original.toString(16)}"`);
    }
    if (type === remapTypes.ghost) {
      const ghost = listEntries(restore, 'GHOST_FILE', 'ghost_file_entry', target);
      if (ghost.problem !== undefined) return ghost.problem;
      const [content] = ghost.entries;
      if (content !== undefined) return checkGhostSize(content, files.get(fileKey('REG', original)));
      const name = fileName('GHOST_FILE', target);
      return fails(
        'criu-remap',
        { file: name },
        `CRIU: "Unexpected EOF on (empty-image)"; ${name} is missing or empty`,
      );
    }
    if (type === remapTypes.linked) {
      const other = files.get(fileKey('REG', target));
      if (other === undefined) {
        return fails('criu-remap', at, `CRIU: "Can't find target file ${target.toString(16)}"`);
      }
      const [own, linked] = [files.get(fileKey('REG', original)), other].map(
        (file) => (file && fieldsAs(file, 'REG'))?.size,
      );
      if (own === undefined || linked === undefined || own === linked) return undefined;
      const message = `CRIU: "has bad size ${linked} (expect ${own})"; file ${original} has another length than its other name, file ${target}`;
      return fails('criu-remap', at, message);
    }
    if (type > remapTypes.procfs) return fails('criu-remap', at, `CRIU: "unknown remap type ${type}"`);
    return undefined;
  });
  return ending ?? checkGhostsUsed(restore, entries);
}

/** A deleted file is made with the bytes of its image, and then must be as long as it was. */
function checkGhostSize(
  { fields, payload, file }: Entry<'ghost_file_entry'>,
  opened: CriuOpenFile | undefined,
): Ending | undefined {
  const size = (opened && fieldsAs(opened, 'REG'))?.size;
  const isRegular = ((fields.mode ?? 0) & 0o170000) === 0o100000;
  const bytes = BigInt(payload[0]?.data.length ?? 0);
  if (size === undefined || !isRegular || fields.chunks === true || bytes === size) return undefined;
  const message = `CRIU: "has bad size ${bytes} (expect ${size})"; ${file} has another length than the deleted file ${opened?.id}`;
  return fails('criu-remap', { file }, message);
}

/** The content of a deleted file is only dumped for one that is open. */
function checkGhostsUsed(
  { image }: CriuRestore,
  entries: readonly Entry<'remap_file_path_entry'>[],
): Ending | undefined {
  const used = new Set(entries.map(({ fields }) => remapOf(fields).target));
  for (const name of image.sizes.keys()) {
    const identity = identifyFile(name);
    if (identity?.type !== 'GHOST_FILE' || used.has(identity.id ?? 0)) continue;
    const message = `CRIU: "Can't open file on restore: No such file or directory"; ${name} holds a deleted file, and remap-fpath.img does not name it`;
    return fails('criu-remap', { file: fileName('REMAP_FPATH') }, message, { errno: 'ENOENT' });
  }
  return undefined;
}

/** A regular file that an area, an executable or a directory refers to. */
export function needRegular(
  restore: CriuRestore,
  files: OpenFiles,
  id: number | undefined,
  at: { readonly file: string; readonly at: number },
  what: string,
): Ending | undefined {
  const key = fileKey('REG', id ?? 0);
  if (files.has(key)) {
    restore.uses.add(key);
    return undefined;
  }
  const message = `CRIU: "No entry for reg-file-ID 0x${(id ?? 0).toString(16)}"; ${what} is file ${id ?? 0}, which is not in the image`;
  return fails('criu-file-reference', placeOf(at), message);
}
