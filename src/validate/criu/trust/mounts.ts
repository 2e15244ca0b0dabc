/** The mount tables of an image. */
import { type CriuImage, entriesOf, textOf } from '../../../model/from-criu/image.ts';
import { type CriuMessages, criuEnums } from '../../../parse/generated/criu-descriptors.ts';
import type { MountFact } from '../../trust/image-facts.ts';
import { idsOfType } from './files.ts';

export function readMounts(image: CriuImage): readonly MountFact[] {
  const found: MountFact[] = [];
  for (const id of idsOfType(image, 'MNTS')) {
    for (const { fields, file, at } of entriesOf(image, 'MNTS', 'mnt_entry', id)) {
      found.push({
        file,
        offset: at,
        id: fields.mnt_id,
        mountpoint: textOf(fields.mountpoint) ?? '',
        root: textOf(fields.root) ?? '',
        source: textOf(fields.source) ?? '',
        options: textOf(fields.options) ?? '',
        // Before 3.11 a flag said so, and the key was the mountpoint.
        key: textOf(fields.ext_key) ?? (fields.ext_mount === true ? textOf(fields.root) : undefined),
        fileSystem: fileSystemName(fields),
        support: supports[fields.fstype ?? 0] ?? 'known',
        device: fields.root_dev,
        flags: (fields.flags ?? 0) | (fields.sb_flags ?? 0),
        isShared: (fields.shared_id ?? 0) !== 0,
      });
    }
  }
  return found;
}

/** UNSUPPORTED, and AUTO (criu/filesystems.c, decode_fstype). */
const supports: Readonly<Record<number, MountFact['support']>> = { 0: 'unknown', 16: 'any' };

const names = new Map(
  Object.entries(criuEnums['fstype'] ?? {}).map(([name, value]) => [
    value,
    name.toLowerCase().replace('overlayfs', 'overlay'),
  ]),
);

function fileSystemName({ fstype = 0, fsname }: CriuMessages['mnt_entry']): string {
  if (supports[fstype] !== undefined) return textOf(fsname) ?? 'unknown';
  return names.get(fstype) ?? `type ${fstype}`;
}
