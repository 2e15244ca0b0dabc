/** CRIU 1.8: files without entries are not written; before, a missing one was an error. */
import type { ImageTypeName } from '../../../parse/criu/index.ts';
import { type CriuDraft, changed, filesOfType, hasFile, putFile } from '../draft.ts';
import type { CriuStep } from '../step.ts';

const step = '1.8';

/** As an image of 1.5 has them. */
const always: readonly ImageTypeName[] = [
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
  changed(draft, step, 'files without entries added');
}

export const criu18: CriuStep = {
  release: step,
  summary: 'files without entries are left out',
  // Empty files are as good as none.
  forward(draft) {
    for (const type of [...always, ...perIpcNamespace]) {
      for (const { name } of filesOfType(draft, type)) {
        if (draft.files.get(name)?.records()[Symbol.iterator]().next().done !== true) continue;
        draft.files.delete(name);
        changed(draft, step, 'files without entries removed');
      }
    }
  },
  backward(draft) {
    if (!hasFile(draft, 'PSTREE')) return;
    for (const type of always) addEmpty(draft, type);
    for (const { id } of filesOfType(draft, 'IPC_VAR')) {
      for (const type of perIpcNamespace) addEmpty(draft, type, id);
    }
  },
};
