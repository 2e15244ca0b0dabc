/** Shared anonymous memory and memfds, which are filled from pagemaps of their own (criu/shmem.c, criu/memfd.c). */
import { utf8Length } from '../../../byte-text.ts';
import { type Entry, entriesOf, firstOf, hasFile, placeOf, textOf } from '../../../model/from-criu/image.ts';
import { areaStatus } from '../../../model/from-criu/memory.ts';
import { fieldsAs } from '../../../model/from-criu/open-files.ts';
import { normalEntry, pageFlags } from '../../../model/from-criu/page-runs.ts';
import { fileName } from '../../../parse/criu/index.ts';
import { criuRestoreDiagnostic } from './codes.ts';
import type { CriuRestore } from './context.ts';
import type { TaskMemory } from './memory.ts';
import { checkReadable } from './read-file.ts';
import type { OpenFiles } from './shared-files.ts';
import { fails } from './stop.ts';

/** F_SEAL_SEAL to F_SEAL_EXEC of fcntl(2). */
const sealsKnown = 0x3f;
/** F_SEAL_WRITE of fcntl(2). */
const sealWrite = 0x8;
/** MFD_NAME_MAX_LEN of mm/memfd.c. */
const nameBytesMax = 249;

/** Memfds that a task maps or has open, once for all tasks. */
export function checkMemfds(restore: CriuRestore, files: OpenFiles): void {
  const inodesOf = (keys: ReadonlySet<string>): ReadonlySet<bigint> =>
    new Set(
      [...files]
        .filter(([key]) => keys.has(key))
        .map(([, file]) => fieldsAs(file, 'MEMFD'))
        .filter((memfd) => memfd !== undefined)
        .map((memfd) => BigInt(memfd.inode_id ?? 0)),
    );
  const used = inodesOf(restore.used.files);
  const sharedForWriting = inodesOf(restore.used.sharedForWriting);
  for (const inode of entriesOf(restore.image, 'MEMFD_INODE', 'memfd_inode_entry')) {
    const { inode_id: id = 0n, size = 0n, shmid = 0, seals = 0, name } = inode.fields;
    if (!used.has(id)) continue;
    if ((seals & ~sealsKnown) !== 0) {
      const message = `CRIU: "Cannot apply seals on memfd"; memfd ${id} has the seals 0x${(seals >>> 0).toString(16)}`;
      fails('criu-memfd-inode', placeOf(inode), message, { errno: 'EINVAL' });
    }
    // Areas are mapped before the seals are put on; then mm/memfd.c memfd_add_seals finds one that may be written.
    if ((seals & sealWrite) !== 0 && sharedForWriting.has(id)) {
      const message = `CRIU: "Cannot apply seals on memfd: Device or resource busy"; memfd ${id} is sealed against writing, and an area shares it through a file open for writing`;
      const help =
        'take F_SEAL_WRITE (0x8) out of its seals in memfd.img: it then comes back without that seal';
      fails('criu-memfd-inode', placeOf(inode), message, { errno: 'EBUSY', help });
    }
    if (utf8Length(textOf(name) ?? '') > nameBytesMax) {
      const message = `CRIU: "Can't create memfd"; the name of memfd ${id} is too long`;
      fails('criu-memfd-inode', placeOf(inode), message, { errno: 'EINVAL' });
    }
    if (size >= restore.machine.taskSize) {
      const message = `CRIU: "Can't mmap shmem 0x${shmid.toString(16)} size=${size}"; no memfd is so large`;
      fails('criu-memfd-inode', placeOf(inode), message, { errno: 'ENOMEM' });
    }
    if (size !== 0n) checkContent(restore, shmid, inode);
  }
}

/** Areas of shared anonymous memory of one task, in the form of before 3.14. */
export function checkSharedAreas(restore: CriuRestore, { mm, vmas }: TaskMemory): void {
  for (const { status = 0, shmid = 0n } of vmas) {
    const isAnonymous = (status & areaStatus.anonShared) !== 0 && (status & areaStatus.sysvIpc) === 0;
    if (isAnonymous) checkContent(restore, Number(shmid), mm);
  }
}

function checkContent(restore: CriuRestore, id: number, user: Entry<'mm_entry' | 'memfd_inode_entry'>): void {
  const file = fileName('SHMEM_PAGEMAP', id);
  if (!hasFile(restore.image, 'SHMEM_PAGEMAP', id)) {
    const message = `CRIU: "Can't restore shmem content"; ${file} is missing, which ${user.file} refers to`;
    fails('criu-file-missing', { file }, message);
  }
  const head = firstOf(restore.image, 'SHMEM_PAGEMAP', 'pagemap_head', id);
  // Damage may lie behind the head.
  noteLostPages(restore, id);
  checkReadable(restore, 'SHMEM_PAGEMAP', id);
  if (head !== undefined) return;
  fails('criu-file-missing', { file }, `CRIU: "Unexpected EOF on ${file}"; ${file} is empty`);
}

/** Where bytes are missing CRIU prints an error, and restores all the same. Said once for each pagemap. */
export function noteLostPages({ image, losses, page, kind }: CriuRestore, id: number): void {
  // Their sizes say nothing of pages.
  if (kind.compressed?.isPlausible === false) return;
  let needed = 0n;
  for (const { fields } of entriesOf(image, 'SHMEM_PAGEMAP', 'pagemap_entry', id)) {
    const { pages, flags } = normalEntry(fields);
    if ((flags & pageFlags.present) !== 0) needed += pages * page;
  }
  const head = firstOf(image, 'SHMEM_PAGEMAP', 'pagemap_head', id);
  const pages = fileName('PAGES', head?.fields.pages_id ?? 0);
  const size = image.sizes.get(pages);
  if (head === undefined || needed <= BigInt(size ?? 0)) return;
  const file = fileName('SHMEM_PAGEMAP', id);
  if (losses.some(({ at }) => at?.file === file)) return;
  const why = size === undefined ? `${pages} is missing` : `${pages} has ${size} of ${needed} bytes`;
  const message = `shared memory of ${file} comes back without its last pages: ${why}; CRIU prints "Can't read mapping page" and goes on`;
  losses.push(criuRestoreDiagnostic('criu-pages-lost', message, { file }));
}
