/** What the images of one directory restore, as far as the trust rules ask for it. */
import type { Report } from '../../../diagnostic.ts';
import { filesByType } from '../../../model/from-criu/files-by-type.ts';
import { type CriuImage, entriesOf, firstOf, openCriuImage, textOf } from '../../../model/from-criu/image.ts';
import type { ImageDirectory } from '../../../parse/archive/image-directory.ts';
import type { ImageTypeName } from '../../../parse/criu/index.ts';
import type { FileEntry, RegFileEntry } from '../../../parse/generated/criu-descriptors.ts';
import type { ImageFacts, MountFact, Place, RegularFile } from '../../trust/subject.ts';
import { readProcesses } from './processes.ts';

export function readImages(directory: ImageDirectory, prefix: string, report: Report): ImageFacts {
  const image = openCriuImage(directory, report);
  return {
    prefix,
    image,
    inventory: firstOf(image, 'INVENTORY', 'inventory_entry')?.fields,
    processes: readProcesses(image),
    mounts: readMounts(image),
    filters: firstOf(image, 'SECCOMP', 'seccomp_entry')?.fields.seccomp_filters ?? [],
    regular: new Map([...eachRegular(image)].map(([id, file]) => [id, file])),
    links: directory
      .list()
      .filter(({ kind }) => kind === 'link')
      .map(({ name, target = '' }) => ({ name, target })),
  };
}

/** Numbers of the files of a type that the directory has: 13 of `mountpoints-13.img`. */
export const idsOfType = (image: CriuImage, type: ImageTypeName): readonly (number | undefined)[] =>
  (filesByType(image.directory).get(type) ?? []).map(({ id }) => id);

function readMounts(image: CriuImage): readonly MountFact[] {
  const found: MountFact[] = [];
  for (const id of idsOfType(image, 'MNTS')) {
    for (const { fields, file, at } of entriesOf(image, 'MNTS', 'mnt_entry', id)) {
      found.push({
        entry: fields,
        file,
        offset: at,
        mountpoint: textOf(fields.mountpoint) ?? '',
        root: textOf(fields.root) ?? '',
        source: textOf(fields.source) ?? '',
        options: textOf(fields.options) ?? '',
        // Before 3.11 a flag said so, and the key was the mountpoint.
        key: textOf(fields.ext_key) ?? (fields.ext_mount === true ? textOf(fields.root) : undefined),
        fsname: textOf(fields.fsname),
      });
    }
  }
  return found;
}

/** Every open file with the field that holds it: `reg`, `usk`. Until 3.3 each kind was a file of its own. */
export function* eachFile(image: CriuImage): Generator<FileEntry & { readonly place: Place }> {
  for (const { fields, file, at } of entriesOf(image, 'FILES', 'file_entry'))
    yield { ...fields, place: { file, offset: at } };
  for (const [type, message, field] of oldFiles)
    for (const { fields, file, at } of entriesOf(image, type, message))
      yield { [field]: fields, place: { file, offset: at } };
}

const oldFiles = [
  ['REG_FILES', 'reg_file_entry', 'reg'],
  ['INETSK', 'inet_sk_entry', 'isk'],
  ['UNIXSK', 'unix_sk_entry', 'usk'],
  ['PACKETSK', 'packet_sock_entry', 'psk'],
  ['NS_FILES', 'ns_file_entry', 'nsf'],
  ['INOTIFY_FILE', 'inotify_file_entry', 'ify'],
  ['FANOTIFY_FILE', 'fanotify_file_entry', 'ffy'],
  ['EXT_FILES', 'ext_file_entry', 'ext'],
  ['TUNFILE', 'tunfile_entry', 'tunf'],
] as const;

function* eachRegular(image: CriuImage): Generator<readonly [id: number, file: RegularFile]> {
  for (const { reg, place } of eachFile(image)) {
    if (reg?.id === undefined) continue;
    yield [reg.id, { ...place, ...regularOf(reg) }];
  }
}

const regularOf = (reg: RegFileEntry): Omit<RegularFile, keyof Place> => ({
  name: textOf(reg.name) ?? '',
  flags: reg.flags ?? 0,
  mode: reg.mode,
  mountId: reg.mnt_id,
});
