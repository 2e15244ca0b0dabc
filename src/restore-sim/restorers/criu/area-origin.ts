/**
 * How CRIU fills a private area: shared with the parent as fork left it, mapped early because children share it,
 * or mapped at the end by the restorer (criu/mem.c, prepare_cow_vmas and premap_priv_vmas). It decides how the
 * restore ends when page data is missing.
 */
import { addTo } from '../../../lists.ts';
import { firstOf } from '../../../model/from-criu/image.ts';
import { areaStatus, areasOf } from '../../../model/from-criu/memory.ts';
import type { VmaEntry } from '../../../parse/generated/criu-descriptors.ts';
import type { CriuRestore, Item } from './context.ts';
import type { RestoringMachine } from './machine.ts';
import type { TaskMemory } from './memory.ts';

/**
 * `inherited`: pages are read one by one while the task is forked. `early`: they are read together then.
 * `late`: the restorer reads them.
 */
export type AreaOrigin = 'inherited' | 'early' | 'late';

// mmap(2).
const mapAnonymous = 0x20;
const mapGrowsDown = 0x100;
const mapHuge = 0x4_0000;

/** criu/include/vma.h vma_entry_is_private: areas whose pages CRIU fills one by one. */
export function isPrivateArea({ status = 0, end = 0n }: VmaEntry, { taskSize }: RestoringMachine): boolean {
  const isOwn = isRestored({ status }) && (status & (areaStatus.anonPrivate | areaStatus.filePrivate)) !== 0;
  return (isOwn || (status & areaStatus.aioRing) !== 0) && end <= taskSize;
}

/** VMA_AREA_REGULAR: the restorer leaves out the others. */
export const isRestored = ({ status = 0 }: Pick<VmaEntry, 'status'>): boolean => (status & 1) !== 0;

/** Reads the areas of relatives when it is first asked. */
export function areaOrigins(
  restore: CriuRestore,
  item: Item,
  { mm, vmas }: TaskMemory,
  hasParentImage: boolean,
): (vma: VmaEntry) => AreaOrigin {
  let relatives: { readonly parent: Areas; readonly shared: ReadonlySet<VmaEntry> } | undefined;
  let behind: ReadonlySet<VmaEntry> | undefined;
  return (vma) => {
    relatives ??= {
      parent: areasOfParent(restore, mm, item.parent),
      shared: sharedByChildren(restore, item, { mm, vmas }),
    };
    if (isSharable(vma, relatives.parent, restore.machine)) return 'inherited';
    if (hasParentImage || relatives.shared.has(vma)) return 'early';
    // A growing area right behind another one (vma_force_premap).
    if (((vma.flags ?? 0) & mapGrowsDown) === 0) return 'late';
    behind ??= new Set(vmas.filter(({ start }, index) => index > 0 && vmas[index - 1]?.end === start));
    return behind.has(vma) ? 'early' : 'late';
  };
}

/** Areas of a task that a child shares. One child at a time: those of all together would be large. */
function sharedByChildren(
  restore: CriuRestore,
  item: Item,
  { mm, vmas }: Pick<TaskMemory, 'mm' | 'vmas'>,
): ReadonlySet<VmaEntry> {
  const shared = new Set<VmaEntry>();
  if (item.children.length === 0) return shared;
  const byStart = new Map<bigint, VmaEntry[]>();
  for (const vma of vmas) addTo(byStart, vma.start ?? 0n, vma);
  for (const child of item.children) {
    const others = sameProgram(restore, mm, child);
    for (const start of others.keys())
      for (const vma of byStart.get(start) ?? [])
        if (isSharable(vma, others, restore.machine)) shared.add(vma);
  }
  return shared;
}

/** By start. */
type Areas = ReadonlyMap<bigint, VmaEntry>;

/** The parent that was asked for last, whose children come one after the other: it may have very many. */
const lastParents = new WeakMap<CriuRestore, LastParent>();

interface LastParent {
  readonly item: Item;
  /** Of the child. */
  readonly program: number | undefined;
  readonly areas: Areas;
}

function areasOfParent(restore: CriuRestore, own: TaskMemory['mm'], parent: Item | undefined): Areas {
  if (parent === undefined) return none;
  const program = own.fields.exe_file_id;
  const last = lastParents.get(restore);
  if (last?.item === parent && last.program === program) return last.areas;
  const areas = sameProgram(restore, own, parent);
  lastParents.set(restore, { item: parent, program, areas });
  return areas;
}

const none: Areas = new Map();

function sameProgram(restore: CriuRestore, own: TaskMemory['mm'], other: Item): Areas {
  const mm = firstOf(restore.image, 'MM', 'mm_entry', other.pid);
  if (mm === undefined || mm.fields.exe_file_id !== own.fields.exe_file_id) return none;
  return new Map(areasOf(restore, other.pid, mm).map((vma) => [vma.start ?? 0n, vma]));
}

/** criu/mem.c, check_cow_vmas. */
function isSharable(vma: VmaEntry, others: Areas, machine: RestoringMachine): boolean {
  const other = others.get(vma.start ?? 0n);
  if (other === undefined || other.end !== vma.end) return false;
  if (!isPrivateArea(vma, machine) || !isPrivateArea(other, machine)) return false;
  const [flags, otherFlags] = [vma.flags ?? 0, other.flags ?? 0];
  if (((flags | otherFlags) & mapHuge) !== 0) return false;
  if (((flags ^ otherFlags) & (mapGrowsDown | mapAnonymous)) !== 0) return false;
  return (flags & mapAnonymous) !== 0 || vma.shmid === other.shmid;
}
