/** Areas and the files, segments and pages behind them; pagemaps and the sizes of their pages. */

import { payloadOf } from '../../../model/from-criu/compressed-pages.ts';
import type { DirectoryKind } from '../../../model/from-criu/directory-kind.ts';
import { type Entry, entriesOf, firstOf, hasFile, placeOf } from '../../../model/from-criu/image.ts';
import type { ImageLayout } from '../../../model/from-criu/image-source.ts';
import { idsOfType } from '../../../model/from-criu/ipc.ts';
import { areaStatus, areasOf } from '../../../model/from-criu/memory.ts';
import { fileKey, homeFileOf } from '../../../model/from-criu/open-files.ts';
import { pageRuns } from '../../../model/from-criu/page-runs.ts';
import { pageBytesOf } from '../../../model/from-criu/page-size.ts';
import type { PagemapFacts } from '../../../model/from-criu/pagemap-facts.ts';
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
      homeFileOf(references.image, 'REG'),
    );
  }
  for (const vma of areasOf(references, pid, mm)) checkArea(references, vma, mm);
}

// Holds for every machine; segments of the host's IPC namespace cannot be dumped. Lazy pages are not asked for here.
function checkArea(references: References, vma: VmaEntry, mm: Entry<'mm_entry'>): void {
  const { image, files, say } = references;
  const { status = 0, shmid = 0n, start = 0n } = vma;
  const is = (bits: number) => (status & bits) !== 0;
  const at = placeOf(mm);
  const id = Number(shmid);
  const where = `the area at 0x${start.toString(16)} of ${mm.file}`;
  if (is(areaStatus.sysvIpc)) {
    references.segments ??= segmentIds(image);
    if (!references.segments.has(id))
      say('criu-ref-segment', at, `${where} attaches segment ${id}, which is not in the image`);
  } else if (is(areaStatus.anonShared)) {
    if (!hasFile(image, 'SHMEM_PAGEMAP', id))
      say(
        'criu-ref-segment',
        at,
        `${where} needs ${fileName('SHMEM_PAGEMAP', id)}`,
        fileName('SHMEM_PAGEMAP', id),
      );
  } else if (is(areaStatus.filePrivate | areaStatus.fileShared)) {
    const kind = is(areaStatus.memfd) ? 'MEMFD' : 'REG';
    if (!files.has(fileKey(kind, id)))
      say(
        'criu-ref-file',
        at,
        `${where} maps ${kind} file ${id}, which is not in the image`,
        homeFileOf(references.image, kind),
      );
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

/** Files of an older dump, and pages of an unknown form, have no sizes that could be wrong. */
export function checkPagemaps(references: References, layout: ImageLayout, kind: DirectoryKind): void {
  for (const facts of kind.pagemaps) {
    if (kind.unknownPages?.files.has(facts.file) === true) continue;
    checkTotals(references, facts, pageBytesOf(references.image.directory));
    // What is missing as a whole was said of the directory.
    if (facts.parentPages > 0n && kind.lostParent === undefined) checkParent(references, layout, facts);
  }
}

function checkParent({ say }: References, layout: ImageLayout, { file, type, id }: PagemapFacts): void {
  for (const { kind, at: offset, start } of pageRuns(layout, type, id, () => {})) {
    if (kind !== 'missing') continue;
    const message = `pages from 0x${start.toString(16)} on are in no older image`;
    say('criu-ref-parent-image', { file, offset }, message);
    return;
  }
}

/** Data of the entries that have some, against the file. */
function checkTotals({ image, say }: References, facts: PagemapFacts, pageBytes: number): void {
  const { file: pagemap, type, id, pagesId } = facts;
  const head = pagesId === undefined ? undefined : firstOf(image, type, 'pagemap_head', id);
  if (head === undefined) return;
  const wanted = payloadOf(image.directory, facts, pageBytes).end;
  // Said where the blocks are judged.
  if (wanted === undefined) return;
  const name = fileName('PAGES', pagesId);
  const size = image.sizes.get(name);
  if (size === undefined) {
    if (wanted > 0n)
      say('criu-ref-pages', placeOf(head), `${name} is missing, which ${pagemap} refers to`, name);
    return;
  }
  if (BigInt(size) === wanted) return;
  const [code, offset] =
    BigInt(size) < wanted
      ? (['criu-ref-pages', size] as const)
      : (['criu-ref-pages-rest', Number(wanted)] as const);
  say(code, { file: name, offset }, `${name} has ${size} bytes, ${pagemap} refers to ${wanted}`, pagemap);
}
