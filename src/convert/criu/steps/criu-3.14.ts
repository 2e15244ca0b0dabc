/**
 * CRIU 3.14: memfd files, as which anonymous shared memory is stored since; before, areas named segments.
 * The old form is read by all later releases and stays on the way up.
 */
import { areaStatus, mapShared } from '../../../model/from-criu/memory.ts';
import { fileKinds } from '../../../model/from-criu/open-files.ts';
import { fileName } from '../../../parse/criu/index.ts';
import type { MemfdInodeEntry, MmEntry, VmaEntry } from '../../../parse/generated/criu-descriptors.ts';
import {
  type CriuDraft,
  changed,
  editFile,
  entriesOf,
  filesOfType,
  firstOf,
  hasFile,
  lost,
  refused,
  withFields,
} from '../draft.ts';
import { dropKinds } from '../newer-kinds.ts';
import type { CriuStep } from '../step.ts';

/** MAP_ANONYMOUS of mmap(2). */
const mapAnonymous = 0x20;
const memfdKind = fileKinds.MEMFD.number;

/** Inodes of memfd files by the number of the file. */
function inodesByFile(draft: CriuDraft): ReadonlyMap<bigint, MemfdInodeEntry> {
  const inodes = new Map<bigint, MemfdInodeEntry>();
  for (const { fields } of entriesOf(draft, 'MEMFD_INODE', 'memfd_inode_entry'))
    inodes.set(fields.inode_id ?? 0n, fields);
  const byFile = new Map<bigint, MemfdInodeEntry>();
  for (const { fields } of entriesOf(draft, 'FILES', 'file_entry')) {
    const inode = fields.memfd && inodes.get(BigInt(fields.memfd.inode_id ?? 0));
    if (inode !== undefined) byFile.set(BigInt(fields.id ?? 0), inode);
  }
  return byFile;
}

function anonymousArea(vma: VmaEntry, inode: MemfdInodeEntry): VmaEntry {
  const { status = 0, flags = 0 } = vma;
  const kinds = areaStatus.memfd | areaStatus.fileShared | areaStatus.filePrivate;
  return {
    ...vma,
    status: (status & ~kinds) | areaStatus.anonShared,
    flags: flags | mapAnonymous,
    shmid: BigInt(inode.shmid ?? 0),
  };
}

function convertAreas(draft: CriuDraft): void {
  const inodes = inodesByFile(draft);
  const inodeOf = (vma: VmaEntry) => (isMemfd(vma) ? inodes.get(vma.shmid ?? 0n) : undefined);
  for (const { name, id } of filesOfType(draft, 'MM')) {
    const mm = firstOf(draft, 'MM', 'mm_entry', id)?.fields;
    if (!mm?.vmas?.some(isMemfd)) continue;
    for (const vma of mm.vmas) {
      const inode = inodeOf(vma);
      if (inode === undefined) continue;
      if (((vma.flags ?? 0) & mapShared) === 0) {
        refused(draft, 'R13', `a private mapping of the memfd ${String(inode.name)}`, { file: name });
      }
      if (inode.name !== '/dev/zero')
        lost(draft, 'R13', `the name of the memfd ${String(inode.name)}`, { file: name });
      changed(draft, 'R13', 'shared areas made anonymous');
    }
    // Made when they are written: the areas of all tasks together would be large.
    editFile(draft, name, (record) => {
      if (record.kind !== 'message') return record;
      const { vmas = [] } = record.fields as MmEntry;
      const made = vmas.map((vma) => {
        const inode = inodeOf(vma);
        return inode === undefined ? vma : anonymousArea(vma, inode);
      });
      return withFields(record, { vmas: made });
    });
  }
}

const isMemfd = ({ status = 0 }: VmaEntry): boolean => (status & areaStatus.memfd) !== 0;

/** Contents that only descriptors led to go with them. */
function dropContents(draft: CriuDraft): void {
  const mapped = new Set<bigint>();
  for (const { id } of filesOfType(draft, 'MM')) {
    for (const { shmid } of firstOf(draft, 'MM', 'mm_entry', id)?.fields.vmas ?? []) mapped.add(shmid ?? 0n);
  }
  for (const { fields } of entriesOf(draft, 'MEMFD_INODE', 'memfd_inode_entry')) {
    const shmid = fields.shmid ?? 0;
    if (mapped.has(BigInt(shmid))) continue;
    const pages = firstOf(draft, 'SHMEM_PAGEMAP', 'pagemap_head', shmid)?.fields.pages_id;
    draft.files.delete(fileName('SHMEM_PAGEMAP', shmid));
    if (pages !== undefined) draft.files.delete(fileName('PAGES', pages));
  }
}

export const criu314: CriuStep = {
  release: '3.14',
  summary: 'memfd files, also for anonymous shared memory',
  forward() {},
  backward(draft) {
    if (!hasFile(draft, 'MEMFD_INODE')) return;
    convertAreas(draft);
    // Descriptors of memfd files cannot be had in the old form.
    dropKinds(draft, (kind) => kind === memfdKind, 'R13');
    dropContents(draft);
    draft.files.delete(fileName('MEMFD_INODE'));
  },
};
