/**
 * Kinds of mounts that came later: a release that mounts any kind by its name (FSTYPE AUTO with `fsname`, since
 * 1.6; criu/filesystems.c) gets the name. Of external mounts the kind is not looked at.
 */
import { messageLayout } from '../../parse/criu/index.ts';
import { type CriuDraft, changed, editFile, filesOfType, withFields } from './draft.ts';
import { isNewer } from './known.ts';

const auto = 16;
const autoSince = '1.6';

/** Names of the kinds as mount(8) has them. */
const mountName = (kind: number): string | undefined =>
  messageLayout('mnt_entry').byName.get('fstype')?.names?.get(kind)?.toLowerCase();

export function nameUnknownMounts(draft: CriuDraft, release: string): void {
  if (isNewer(autoSince, release)) return;
  const since = messageLayout('mnt_entry').byName.get('fstype')?.valuesSince;
  for (const { name } of filesOfType(draft, 'MNTS')) {
    const isUnknown = (kind: unknown): kind is number =>
      typeof kind === 'number' && mountName(kind) !== undefined && isNewer(since?.[kind], release);
    for (const record of draft.files.get(name)?.records() ?? []) {
      const kind = record.kind === 'message' ? record.fields['fstype'] : undefined;
      if (isUnknown(kind)) changed(draft, 'R23', `mounts of the kind ${mountName(kind)} made by that name`);
    }
    editFile(draft, name, (record) => {
      const kind = record.kind === 'message' ? record.fields['fstype'] : undefined;
      return record.kind === 'message' && isUnknown(kind)
        ? withFields(record, { fstype: auto, fsname: mountName(kind) })
        : record;
    });
  }
}
