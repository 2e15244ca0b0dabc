/** The open files of an image, each with the field that holds it. */
import { filesByType } from '../../../model/from-criu/files-by-type.ts';
import { type CriuImage, entriesOf, textOf } from '../../../model/from-criu/image.ts';
import type { ImageTypeName } from '../../../parse/criu/index.ts';
import type { FileEntry, FownEntry, RegFileEntry } from '../../../parse/generated/criu-descriptors.ts';
import type { FileOwner, OpenFile, Place, RegularFile } from '../../trust/image-facts.ts';

/** Numbers of the files of a type that the directory has: 13 of `mountpoints-13.img`. */
export const idsOfType = (image: CriuImage, type: ImageTypeName): readonly (number | undefined)[] =>
  (filesByType(image.directory).get(type) ?? []).map(({ id }) => id);

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

export interface FileTable {
  readonly regular: ReadonlyMap<number, RegularFile>;
  readonly memfds: ReadonlySet<number>;
}

export function readFileTable(image: CriuImage): FileTable {
  const regular = new Map<number, RegularFile>();
  const memfds = new Set<number>();
  for (const { reg, memfd, place } of eachFile(image)) {
    if (reg?.id !== undefined) regular.set(reg.id, { ...place, ...regularOf(reg) });
    if (memfd?.id !== undefined) memfds.add(memfd.id);
  }
  return { regular, memfds };
}

const regularOf = (reg: RegFileEntry): Omit<RegularFile, keyof Place> => ({
  name: textOf(reg.name) ?? '',
  flags: reg.flags ?? 0,
  mode: reg.mode,
  mountId: reg.mnt_id,
});

/** Those that may send signals. */
const owned = ['reg', 'pipe', 'usk', 'isk', 'psk', 'tty', 'nlsk', 'memfd'] as const;

export function* openFiles(image: CriuImage, regular: FileTable['regular']): Generator<OpenFile> {
  for (const entry of eachFile(image)) {
    const { reg, nsf, place } = entry;
    yield {
      ...place,
      regular: reg?.id === undefined ? undefined : regular.get(reg.id),
      owners: owned.flatMap((kind) => {
        const fown = entry[kind]?.fown;
        return fown === undefined ? [] : [ownerOf(fown, `${kind}.fown`)];
      }),
      namespace: nsf?.ns_id === undefined ? undefined : { file: nsf.id ?? 0, id: nsf.ns_id },
    };
  }
}

const ownerOf = (fown: FownEntry, field: string): FileOwner => ({
  field,
  uid: fown.uid ?? 0,
  euid: fown.euid ?? 0,
  signal: fown.signum ?? 0,
  pid: fown.pid ?? 0,
  pidType: fown.pid_type ?? 0,
});
