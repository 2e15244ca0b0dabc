/** epoll, inotify and fanotify: what is watched stands in the file's message, or in files of its own before. */
import { addTo } from '../../lists.ts';
import type {
  EventpollTfdEntry,
  FanotifyMarkEntry,
  InotifyWdEntry,
} from '../../parse/generated/criu-descriptors.ts';
import type { EpollTarget, FanotifyMark, InotifyWatch } from '../checkpoint.ts';
import { type Context, idOf } from './draft.ts';
import { fileId } from './files.ts';
import { entriesOf, textOf } from './image.ts';
import { type CriuOpenFile, fieldsAs, openFilesOf } from './open-files.ts';

/** Needs descriptor tables: a target is named by a descriptor of the tasks that have the epoll file open. */
export function collectWatches(context: Context): void {
  const separateTargets = byFile([...entriesOf(context.image, 'EVENTPOLL_TFD', 'eventpoll_tfd_entry')]);
  const separateWatches = byFile([...entriesOf(context.image, 'INOTIFY_WD', 'inotify_wd_entry')]);
  const separateMarks = byFile([...entriesOf(context.image, 'FANOTIFY_MARK', 'fanotify_mark_entry')]);
  const holders = tablesByFile(context);
  for (const opened of openFilesOf(context.image)) {
    const epoll = fieldsAs(opened, 'EVENTPOLL');
    if (epoll) {
      const id = fileId(context, 'EVENTPOLL', opened.id);
      const stored = epoll.tfd ?? separateTargets.get(opened.id) ?? [];
      const targets = stored.map((target) => targetOf(context, opened, target, holders.get(id) ?? []));
      context.model.epolls.push({ at: opened.at, file: opened.file, opened: id, targets });
    }
    const inotify = fieldsAs(opened, 'INOTIFY');
    if (inotify) {
      const watches = (inotify.wd ?? separateWatches.get(opened.id) ?? []).map((watch) =>
        watchOf(context, opened, watch),
      );
      const place = { at: opened.at, file: opened.file, opened: fileId(context, 'INOTIFY', opened.id) };
      context.model.inotifies.push({ ...place, user: 0, maxEvents: 0, watches, events: [] });
    }
    const fanotify = fieldsAs(opened, 'FANOTIFY');
    if (fanotify) {
      const stored = fanotify.mark ?? separateMarks.get(opened.id) ?? [];
      const marks = stored.map((mark) => markOf(context, opened, mark));
      const id = fileId(context, 'FANOTIFY', opened.id);
      context.model.fanotifies.push({ at: opened.at, file: opened.file, opened: id, marks });
    }
  }
}

function byFile<Fields extends { readonly id?: number }>(
  entries: readonly { readonly fields: Fields }[],
): ReadonlyMap<number, Fields[]> {
  const groups = new Map<number, Fields[]>();
  for (const { fields } of entries) {
    const group = groups.get(fields.id ?? 0);
    if (group) group.push(fields);
    else groups.set(fields.id ?? 0, [fields]);
  }
  return groups;
}

type Descriptors = ReadonlyMap<number, number>;

/** Descriptor tables in which a file is open: descriptor to file. */
function tablesByFile({ model }: Context): ReadonlyMap<number, Descriptors[]> {
  const holders = new Map<number, Descriptors[]>();
  for (const { descriptors } of model.fdTables.values()) {
    const table = new Map<number, number>();
    for (const { fd, opened } of descriptors) if (opened !== undefined) table.set(fd, opened);
    for (const opened of new Set(table.values())) {
      if (model.files.get(opened as never)?.kind !== 'epoll') continue;
      addTo(holders, opened, table);
    }
  }
  return holders;
}

function targetOf(
  { model }: Context,
  { at, file }: CriuOpenFile,
  { tfd = 0, events = 0, data = 0n }: EventpollTfdEntry,
  tables: readonly Descriptors[],
): EpollTarget {
  const watched = tables.map((table) => table.get(tfd)).find((opened) => opened !== undefined);
  const known = watched === undefined ? undefined : model.files.get(watched as never);
  return { at, file, watched: known?.id, fd: tfd, events, data, revents: 0, isReady: false };
}

/** The path of a mount is there since CRIU 3.1; the number of an older image is that of one of its mounts. */
function markOf(context: Context, { at, file }: CriuOpenFile, mark: FanotifyMarkEntry): FanotifyMark {
  const { mask = 0, ignored_mask: ignoredMask = 0, ie, me } = mark;
  const mount =
    me?.mnt_id === undefined ? undefined : context.model.mounts.get(idOf(context, 'mount', me.mnt_id));
  const path = me === undefined ? textOf(ie?.f_handle?.path) : (textOf(me.path) ?? mount?.mountpoint);
  return { at, file, on: me === undefined ? 'inode' : 'mount', mask, ignoredMask, path };
}

function watchOf(context: Context, { at, file }: CriuOpenFile, watch: InotifyWdEntry): InotifyWatch {
  const { wd = 0, mask = 0, f_handle: handle } = watch;
  const path = textOf(handle?.path);
  const mount = handle?.mnt_id === undefined ? undefined : idOf(context, 'mount', handle.mnt_id);
  return {
    at,
    file,
    wd,
    mask,
    watched: path === undefined ? undefined : { at, file, path, isDeleted: false, inodeMode: 0, mount },
  };
}
