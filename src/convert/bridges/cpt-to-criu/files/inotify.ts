/** inotify(7). Watches are made again by name; events in the queue have no place in CRIU. */
import type { InotifyWatch, OpenFile } from '../../../../model/checkpoint.ts';
import type { InotifyWdEntry } from '../../../../parse/generated/criu-descriptors.ts';
import type { Conversion } from '../context.ts';
import { type FileBody, fdType } from '../file-book.ts';
import { ownerOf } from './file-owner.ts';
import { absolute } from './regular.ts';

/** inotify_init1(2) takes nothing else: criu/fsnotify.c hands the flags over as they are. */
const nonBlock = 0o4000;
/** fh_entry has at least so many words: criu/protobuf/fh.proto. */
const handleWords = 16;

export function inotifyEntry(conversion: Conversion, file: OpenFile, id: number): FileBody {
  const { checkpoint, losses } = conversion;
  const inotify = checkpoint.inotifies.find(({ opened }) => opened === file.id);
  const events = inotify?.events.length ?? 0;
  if (events > 0) losses.add('inotify-event', `${events} in one queue`, inotify, events);
  const watches = [...(inotify?.watches ?? [])].sort((a, b) => a.wd - b.wd);
  const wd = watches.flatMap((watch) => watchEntry(conversion, watch, id));
  const ify = { id, flags: file.flags & nonBlock, fown: ownerOf(conversion, file), wd };
  return { type: fdType.inotify, ify };
}

/** The path is what CRIU looks for; inode, device and handle are not read when it is there. */
function watchEntry(
  { mounts, losses }: Conversion,
  watch: InotifyWatch,
  id: number,
): readonly InotifyWdEntry[] {
  const { watched, wd, mask } = watch;
  if (watched?.path === undefined || watched.path === '' || watched.isDeleted) {
    losses.add('inotify-watch', `watch ${wd}`, watch);
    return [];
  }
  const path = absolute(watched.path);
  const f_handle = {
    bytes: 8,
    type: 1,
    handle: new Array<bigint>(handleWords).fill(0n),
    path,
    mnt_id: mounts.of(path),
  };
  return [{ id, i_ino: 0n, mask, ignored_mask: 0, s_dev: 0, wd, f_handle }];
}
