/** Areas and the files, segments and pages behind them; pagemaps and the sizes of their pages. */
import { type Entry, entriesOf, firstOf, hasFile, placeOf } from '../../../model/from-criu/image.ts';
import type { ImageLayout } from '../../../model/from-criu/image-source.ts';
import { idsOfType } from '../../../model/from-criu/ipc.ts';
import { areaStatus, areasOf } from '../../../model/from-criu/memory.ts';
import { fileKey } from '../../../model/from-criu/open-files.ts';
import { normalEntry, pageBytes, pageFlags, pageRuns } from '../../../model/from-criu/page-runs.ts';
import { fileName } from '../../../parse/criu/index.ts';
import type { VmaEntry } from '../../../parse/generated/criu-descriptors.ts';
import type { References } from './references.ts';

export function checkAreas(references: References, pid: number): void {
  const mm = firstOf(references.image, 'MM', 'mm_entry', pid);
  if (mm === undefined) return;
  const exe = mm.fields.exe_file_id ?? 0;
  if (!references.files.has(fileKey('REG', exe))) {
    references.say(
      'criu-ref-file',
      placeOf(mm),
      `the executable of ${pid} is file ${exe}, which is not in the image`,
    );
  }
  for (const { vma } of areasOf(references, pid, mm)) checkArea(references, vma, mm);
}

function checkArea({ image, files, say }: References, vma: VmaEntry, mm: Entry<'mm_entry'>): void {
  const { status = 0, shmid = 0n, start = 0n } = vma;
  const is = (bits: number) => (status & bits) !== 0;
  const at = placeOf(mm);
  const id = Number(shmid);
  const where = `the area at 0x${start.toString(16)} of ${mm.file}`;
  if (is(areaStatus.sysvIpc)) {
    if (!segmentIds(image).has(id))
      say('criu-ref-segment', at, `${where} attaches segment ${id}, which is not in the image`);
  } else if (is(areaStatus.anonShared)) {
    if (!hasFile(image, 'SHMEM_PAGEMAP', id))
      say('criu-ref-segment', at, `${where} needs ${fileName('SHMEM_PAGEMAP', id)}`);
  } else if (is(areaStatus.filePrivate | areaStatus.fileShared)) {
    const kind = is(areaStatus.memfd) ? 'MEMFD' : 'REG';
    if (!files.has(fileKey(kind, id)))
      say('criu-ref-file', at, `${where} maps ${kind} file ${id}, which is not in the image`);
  }
}

function segmentIds(image: References['image']): ReadonlySet<number> {
  const ids = new Set<number>();
  for (const namespace of idsOfType(image, 'IPCNS_SHM')) {
    for (const { fields } of entriesOf(image, 'IPCNS_SHM', 'ipc_shm_entry', namespace))
      ids.add(fields.desc?.id ?? 0);
  }
  return ids;
}

export function checkPagemaps(references: References, layout: ImageLayout): void {
  const { image, say } = references;
  for (const type of ['PAGEMAP', 'SHMEM_PAGEMAP'] as const) {
    for (const id of idsOfType(image, type)) {
      const usesParent = checkTotals(references, type, id);
      if (!usesParent) continue;
      for (const run of pageRuns(layout, type, id, () => {})) {
        if (run.kind !== 'missing') continue;
        const at = { file: fileName(type, id), offset: run.at };
        const message = `pages from 0x${run.start.toString(16)} on are in no older image`;
        say('criu-ref-parent-image', at, message);
        break;
      }
    }
  }
}

/** Data of the entries that have some, against the file; true if others are in an older image. */
function checkTotals({ image, say }: References, type: 'PAGEMAP' | 'SHMEM_PAGEMAP', id: number): boolean {
  const head = firstOf(image, type, 'pagemap_head', id);
  if (head === undefined) return false;
  let wanted = 0n;
  let usesParent = false;
  for (const { fields } of entriesOf(image, type, 'pagemap_entry', id)) {
    const { pages, flags } = normalEntry(fields);
    if ((flags & pageFlags.parent) !== 0) usesParent = true;
    else if ((flags & pageFlags.present) !== 0) wanted += pages * BigInt(pageBytes);
  }
  const name = fileName('PAGES', head.fields.pages_id);
  const size = image.sizes.get(name);
  const pagemap = fileName(type, id);
  if (size === undefined) {
    if (wanted > 0n) say('criu-ref-pages', placeOf(head), `${name} is missing, which ${pagemap} refers to`);
  } else if (BigInt(size) < wanted) {
    say(
      'criu-ref-pages',
      { file: name, offset: size },
      `${name} has ${size} bytes, ${pagemap} refers to ${wanted}`,
    );
  } else if (BigInt(size) > wanted) {
    say(
      'criu-ref-pages-rest',
      { file: name, offset: Number(wanted) },
      `${name} has ${size} bytes, ${pagemap} refers to ${wanted}`,
    );
  }
  return usesParent;
}
