/**
 * Page contents of one task: where CRIU puts them, which bytes it reads for them, and what it never finds out
 * (criu/mem.c, prepare_mappings; criu/pagemap.c). No page is read.
 */
import type { Location } from '../../../diagnostic.ts';
import { entriesOf, firstOf, hasFile, placeOf } from '../../../model/from-criu/image.ts';
import { areaStatus } from '../../../model/from-criu/memory.ts';
import { normalEntry, pageFlags } from '../../../model/from-criu/page-runs.ts';
import { fileName, type ImageDirectory } from '../../../parse/criu/index.ts';
import type { VmaEntry } from '../../../parse/generated/criu-descriptors.ts';
import { type AreaOrigin, areaOrigins, isPrivateArea } from './area-origin.ts';
import { criuRestoreDiagnostic } from './codes.ts';
import type { CriuRestore, Item } from './context.ts';
import { hex, mappingProblem, type TaskMemory } from './memory.ts';
import { noParent, openParentPages, type PageBytes, type ParentPages } from './parent-pages.ts';
import { checkReadable, missing } from './read-file.ts';
import { fails, hangs } from './stop.ts';

/** Maps what relatives share, then fills private areas along the pagemap of the task. */
export function checkPages(restore: CriuRestore, item: Item, memory: TaskMemory): void {
  const { vmas } = memory;
  if (vmas.length === 0) return;
  const { image } = restore;
  checkReservation(restore, memory);
  const file = fileName('PAGEMAP', item.pid);
  if (!hasFile(image, 'PAGEMAP', item.pid))
    fails('criu-file-missing', { file }, `CRIU gives up without a word: ${file} is missing`);
  const head = firstOf(image, 'PAGEMAP', 'pagemap_head', item.pid);
  checkReadable(restore, 'PAGEMAP', item.pid);
  if (head === undefined) missing(restore, 'PAGEMAP', item.pid);
  // Where pages are of an unknown form, nothing can be said of their bytes: a newer CRIU is a condition.
  const { unknownPages } = restore.kind;
  if (unknownPages?.isPlausible === false && unknownPages.files.has(file)) return;
  // Nor where they are compressed: no release reads them, which is a condition, too.
  if (restore.kind.compressed?.isPlausible === false) return;
  const parent = openParentPages(restore, item.pid);
  const originOf = areaOrigins(restore, item, memory, parent !== undefined);
  const pages = fileName('PAGES', head.fields.pages_id ?? 0);
  const walk: Walk = {
    restore,
    file,
    directory: image.directory,
    pages,
    mm: memory.mm,
    vmas,
    parent: parent as ParentPages | undefined,
    originOf,
    size: image.sizes.get(pages),
    area: 0,
    end: 0n,
    position: 0n,
    unaligned: undefined,
    overlap: undefined,
    short: undefined,
    vdso: undefined,
    isShifted: undefined,
  };
  checkEarlyMaps(restore, memory, originOf);
  for (const { fields, at } of entriesOf(image, 'PAGEMAP', 'pagemap_entry', item.pid))
    walkEntry(walk, normalEntry(fields), { file, offset: at });
  checkReadable(restore, 'PAGEMAP', item.pid);
  finishPages(walk);
}

/** Room for all private areas together is reserved first; the sum wraps as C's does. */
function checkReservation({ machine }: CriuRestore, { mm, vmas }: TaskMemory): void {
  const sizes = vmas
    .filter((vma) => isPrivateArea(vma, machine))
    .map(({ start = 0n, end = 0n }) => end - start);
  const total = BigInt.asUintN(
    64,
    sizes.reduce((sum, size) => sum + size, 0n),
  );
  if (total > 0n && total < machine.taskSize) return;
  const message = `CRIU: "Unable to reserve memory (${total} bytes)"; so much is in the private areas of ${mm.file}`;
  fails('criu-area', placeOf(mm), message, { errno: total === 0n ? 'EINVAL' : 'ENOMEM' });
}

/** premap_priv_vmas: areas have to ascend, and those of relatives are mapped now. */
function checkEarlyMaps(restore: CriuRestore, { mm, vmas }: TaskMemory, originOf: Walk['originOf']): void {
  const at = placeOf(mm);
  let last = 0n;
  for (const vma of vmas) {
    const { start = 0n, flags = 0 } = vma;
    if (last > start) {
      const message = `CRIU: "VMA-s are not sorted in the image file"; the area at ${hex(start)} comes after ${hex(last)}`;
      fails('criu-area', at, message);
    }
    last = start;
    if (!isPrivateArea(vma, restore.machine)) continue;
    const isSharedFile = (flags & mapType) === 1 && ((vma.status ?? 0) & areaStatus.filePrivate) !== 0;
    const problem =
      mappingProblem(restore, vma, { start: 0n, end: restore.page }) ??
      (isSharedFile ? { errno: 'EACCES', why: 'a private area is mapped as shared' } : undefined);
    if (problem === undefined || originOf(vma) !== 'early') continue;
    const message = `CRIU: "Unable to map ANON_VMA"; the area at ${hex(start)}: ${problem.why}`;
    fails('criu-area', at, message, { errno: problem.errno });
  }
}

const mapType = 0xf;

interface Walk {
  readonly restore: CriuRestore;
  readonly file: string;
  readonly mm: TaskMemory['mm'];
  readonly vmas: readonly VmaEntry[];
  readonly directory: ImageDirectory;
  readonly pages: string;
  /** Of the file of pages; undefined if there is none. */
  readonly size: number | undefined;
  /** Pages of older images. */
  readonly parent: ParentPages | undefined;
  readonly originOf: (vma: VmaEntry) => AreaOrigin;
  /** The area that the last page lay in. */
  area: number;
  /** Where the last entry ended. */
  end: bigint;
  /** Position in the file of pages. */
  position: bigint;
  /** The first area that ends within a page of an entry. */
  unaligned: VmaEntry | undefined;
  /** The first entry that begins before the end of another. */
  overlap: Location | undefined;
  /** The first entry whose bytes are not all in the file. */
  short: { readonly at: Location; readonly origin: AreaOrigin } | undefined;
  /** Where CRIU reads the first page of the vdso. */
  vdso: (PageBytes & { readonly at: Location }) | undefined;
  /** The first entry without bytes: what follows it is read from the wrong places. */
  isShifted: Location | undefined;
}

type NormalEntry = ReturnType<typeof normalEntry>;

/** restore_priv_vma_content, also with areas that end within a page: it counts whole pages, and moves by bytes. */
function walkEntry(walk: Walk, entry: NormalEntry, at: Location): void {
  const { page, machine } = walk.restore;
  if (entry.vaddr < walk.end) walk.overlap ??= at;
  let address = entry.vaddr;
  for (let left = entry.pages; left > 0n; ) {
    const vma = nextArea(walk, address);
    if (vma === undefined || address < (vma.start ?? 0n) || !isPrivateArea(vma, machine)) {
      const area = vma ?? walk.vmas[walk.vmas.length - 1];
      const message = `CRIU: "Page entry address ${address.toString(16)} outside of VMA ${hex(area?.start).slice(2)}-${hex(area?.end).slice(2)}"`;
      fails('criu-pages-outside', walk.unaligned === undefined ? at : placeOf(walk.mm), message);
    }
    const room = (vma.end ?? 0n) - address;
    const { bytes, count } =
      left * page <= room ? { bytes: left * page, count: left } : fill(walk, vma, room);
    if (bytes === 0n) {
      offPage(walk, vma);
      return;
    }
    readBytes(walk, { vma, address, bytes, flags: entry.flags }, at);
    address += bytes;
    left -= count;
  }
  walk.end = address;
}

/** How far one request goes in an area that ends before the entry does. */
function fill(walk: Walk, vma: VmaEntry, room: bigint): { bytes: bigint; count: bigint } {
  const { originOf, restore } = walk;
  const { page } = restore;
  const whole = room / page;
  if (room % page === 0n) return { bytes: room, count: whole };
  walk.unaligned ??= vma;
  const origin = originOf(vma);
  if (origin === 'late') return { bytes: room, count: whole };
  const count = origin === 'inherited' ? whole + 1n : whole;
  return { bytes: count * page, count };
}

const offPage = ({ mm }: Walk, { start, end }: VmaEntry): never =>
  hangs(
    'criu-area-alignment',
    placeOf(mm),
    `CRIU waits for ever: the area at ${hex(start)} ends at ${hex(end)}, within a page that has to be filled`,
  );

interface Request {
  readonly vma: VmaEntry;
  readonly address: bigint;
  readonly bytes: bigint;
  readonly flags: number;
}

/**
 * The restorer asks for the bytes of every entry, also of one that has none, but goes on in the file only for
 * those that have; areas of relatives go on for every entry that is not in the parent.
 */
function readBytes(walk: Walk, request: Request, at: Location): void {
  const { vma, address, bytes, flags } = request;
  const isOfVdso = ((vma.status ?? 0) & areaStatus.vdso) !== 0 && address === vma.start;
  const isInParent = (flags & pageFlags.parent) !== 0;
  const isPresent = (flags & pageFlags.present) !== 0;
  // With --lazy-pages they come from the page server, later.
  if (walk.restore.kind.lazyBytes > 0n && !isInParent && !isPresent && (flags & pageFlags.lazy) !== 0) return;
  const found = (place: PageBytes): void => {
    if (isOfVdso) walk.vdso ??= { ...place, at };
  };
  if (isInParent && walk.parent !== undefined) {
    walk.parent.read(address, bytes, walk.originOf(vma), at, found);
    return;
  }
  const isShort = walk.position + bytes > BigInt(walk.size ?? 0);
  found({ directory: walk.directory, pages: walk.pages, position: walk.position });
  const origin = isInParent || !isPresent || isShort ? walk.originOf(vma) : 'late';
  if (isInParent && origin !== 'late') {
    noParent(address, at);
    return;
  }
  if (isShort && origin === 'inherited') {
    const said = walk.size === undefined ? 'Failed getting raw image fd' : "Can't read mapping page";
    const message = `CRIU: "${said}"; ${lacks(walk)}`;
    fails('criu-pages-missing', walk.size === undefined ? { file: walk.pages } : at, message);
  }
  if (isShort) walk.short ??= { at, origin };
  if (isPresent || origin !== 'late') walk.position += bytes;
  else {
    walk.isShifted ??= at;
  }
}

const lacks = ({ pages, size, file }: Walk): string =>
  size === undefined
    ? `${pages} is missing, which ${file} refers to`
    : `${pages} has ${size} bytes, fewer than ${file} refers to`;

function nextArea(walk: Walk, address: bigint): VmaEntry | undefined {
  while (walk.area < walk.vmas.length && address >= (walk.vmas[walk.area]?.end ?? 0n)) walk.area += 1;
  return walk.vmas[walk.area];
}

function finishPages(walk: Walk): void {
  const { short, unaligned, overlap, size, pages, parent } = walk;
  if (short !== undefined && size === undefined) {
    const said = short.origin === 'late' ? "Can't read pages data (-9)" : "Can't read async pr bytes";
    fails('criu-pages-missing', { file: pages }, `CRIU: "${said}"; ${lacks(walk)}`);
  }
  if (short === undefined) {
    parent?.finish();
    checkVdso(walk);
    return;
  }
  if (unaligned !== undefined) {
    offPage(walk, unaligned);
    return;
  }
  if (overlap !== undefined) {
    const message = `CRIU waits for ever: pages overlap those of an entry before, and ${lacks(walk)}`;
    hangs('criu-pages-overlap', overlap, message, 'entries have to ascend without overlap');
  }
  const help = 'the file was cut: take it from the dump again';
  hangs('criu-pages-short', short.at, `CRIU waits for ever: ${lacks(walk)}`, help);
}

const elfMagic = [0x7f, 0x45, 0x4c, 0x46];

/** criu/pie/util-vdso.c: symbols of the old vdso are compared with those of the new one. */
function checkVdso(walk: Walk): void {
  const { vmas, vdso, file, isShifted } = walk;
  if (!vmas.some(({ status = 0 }) => (status & areaStatus.vdso) !== 0)) return;
  // What a page server still sends, or an image beyond those that are read has, is not here to be looked at.
  if (walk.restore.kind.lazyBytes > 0n) return;
  if (vdso === undefined && walk.restore.layout.lostParent?.reason === 'unread') return;
  const at = isShifted ?? vdso?.at ?? { file };
  if (vdso !== undefined) {
    const source = vdso.directory.open(vdso.pages);
    const position = Number(vdso.position);
    const head = source && position + 4 <= source.size ? [...source.view(position, 4)] : [];
    source?.close();
    if (elfMagic.every((byte, index) => head[index] === byte)) {
      noteShift(walk.restore, isShifted);
      return;
    }
  }
  const why = isShifted
    ? 'an entry without data makes CRIU read all later pages from the wrong places'
    : 'the first page of the vdso is not in the image';
  fails('criu-vdso-pages', at, `CRIU: "vdso: Invalid ELF magic"; ${why}`);
}

function noteShift({ notes }: CriuRestore, at: Location | undefined): undefined {
  if (at === undefined) return undefined;
  const message =
    'an entry without data: CRIU fills later pages of the task with wrong bytes, and says nothing';
  notes.push(criuRestoreDiagnostic('criu-silently-accepted', message, at));
  return undefined;
}
