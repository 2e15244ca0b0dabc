/**
 * CRIU 1.8: files without entries are not written; before, a missing one was an error. Flags of a file system stand
 * apart from those of the mount; before, together (criu/mount.c, read so by all later releases).
 */
import type { ImageTypeName } from '../../../parse/criu/index.ts';
import { type CriuDraft, changed, editFile, filesOfType, hasFile, putFile, withFields } from '../draft.ts';
import type { CriuStep } from '../step.ts';

/** Files that an image of an older release always has, as one of 1.5. */
export const writtenBefore18: readonly ImageTypeName[] = [
  ...([
    'REG_FILES',
    'PIPES',
    'PIPES_DATA',
    'FIFO',
    'FIFO_DATA',
    'UNIXSK',
    'INETSK',
    'PACKETSK',
    'NETLINK_SK',
  ] as const),
  ...([
    'EVENTFD_FILE',
    'EVENTPOLL_FILE',
    'SIGNALFD',
    'INOTIFY_FILE',
    'FANOTIFY_FILE',
    'TTY_FILES',
    'TTY_INFO',
  ] as const),
  ...(['TUNFILE', 'EXT_FILES', 'TIMERFD', 'NS_FILES', 'SK_QUEUES', 'REMAP_FPATH', 'FILE_LOCKS'] as const),
];
const perIpcNamespace: readonly ImageTypeName[] = ['IPCNS_SHM', 'IPCNS_MSG', 'IPCNS_SEM'];

function addEmpty(draft: CriuDraft, type: ImageTypeName, id?: number): void {
  if (hasFile(draft, type, id)) return;
  putFile(draft, type, id, () => []);
  changed(draft, 'R2', 'files without entries added');
}

function joinMountFlags(draft: CriuDraft): void {
  for (const { name } of filesOfType(draft, 'MNTS')) {
    let count = 0;
    for (const record of draft.files.get(name)?.records() ?? []) {
      if (record.kind === 'message' && record.fields['sb_flags'] !== undefined) count += 1;
    }
    if (count === 0) continue;
    editFile(draft, name, (record) => {
      if (record.kind !== 'message' || record.fields['sb_flags'] === undefined) return record;
      const { flags, sb_flags } = record.fields as { readonly flags?: number; readonly sb_flags: number };
      return withFields(record, { flags: ((flags ?? 0) | sb_flags) >>> 0, sb_flags: undefined });
    });
    changed(draft, 'R24', 'flags of file systems put to those of their mounts', count);
  }
}

export const criu18: CriuStep = {
  release: '1.8',
  summary: 'files without entries are left out; flags of file systems apart',
  // Empty files are as good as none.
  forward(draft) {
    for (const type of [...writtenBefore18, ...perIpcNamespace]) {
      for (const { name } of filesOfType(draft, type)) {
        if (draft.files.get(name)?.records()[Symbol.iterator]().next().done !== true) continue;
        draft.files.delete(name);
        changed(draft, 'R2', 'files without entries removed');
      }
    }
  },
  backward(draft) {
    joinMountFlags(draft);
    if (!hasFile(draft, 'PSTREE')) return;
    for (const type of writtenBefore18) addEmpty(draft, type);
    for (const { id } of filesOfType(draft, 'IPC_VAR')) {
      for (const type of perIpcNamespace) addEmpty(draft, type, id);
    }
  },
};
