/** Which area of a process has an address, and whether its page is in the image although a file has it. */
import { type CriuImage, entriesOf, firstOf } from '../../../model/from-criu/image.ts';
import type { VmaEntry } from '../../../parse/generated/criu-descriptors.ts';
import { type Area, executable, writable } from '../../trust/image-facts.ts';

// Bits of vma_entry.status (criu/include/image.h).
const status = {
  vsyscall: 1 << 2,
  vdso: 1 << 3,
  filePrivate: 1 << 6,
  fileShared: 1 << 7,
  anonShared: 1 << 8,
};
const kernel = { sysvipc: 1 << 10, vvar: 1 << 12, memfd: 1 << 14 };

/** The areas of one process; held only while its threads are looked at. */
export class Areas {
  readonly #vmas: readonly VmaEntry[];
  readonly #image: CriuImage;
  readonly #pid: number;
  #pages: readonly (readonly [start: bigint, end: bigint])[] | undefined;
  readonly exeFileId: number | undefined;
  /** Whether the image says anything of areas. */
  readonly isKnown: boolean;
  /** Areas that are writable and executable. */
  readonly writableCode: number;

  constructor(image: CriuImage, pid: number) {
    this.#image = image;
    this.#pid = pid;
    const mm = firstOf(image, 'MM', 'mm_entry', pid)?.fields;
    const inMm = mm?.vmas ?? [];
    // Until 1.3 a file of its own.
    this.#vmas =
      inMm.length > 0 ? inMm : [...entriesOf(image, 'VMAS', 'vma_entry', pid)].map(({ fields }) => fields);
    this.exeFileId = mm?.exe_file_id;
    this.isKnown = this.#vmas.length > 0;
    this.writableCode = this.#vmas.filter(
      ({ prot = 0 }) => (prot & (writable | executable)) === (writable | executable),
    ).length;
  }

  at(address: bigint): Area {
    const vma = this.#find(address);
    if (vma === undefined)
      return { start: address, end: address, kind: 'none', protection: 0, isDirty: false };
    const kind = kindOf(vma.status ?? 0);
    const start = vma.start ?? 0n;
    return {
      start,
      end: vma.end ?? 0n,
      kind,
      protection: vma.prot ?? 0,
      // CRIU itself leaves a changed page at the start of the text, where its parasite began.
      isDirty: kind === 'file' && address - start >= 0x1000n && this.#isInImage(address),
    };
  }

  /** Areas are ascending. */
  #find(address: bigint): VmaEntry | undefined {
    let [low, high] = [0, this.#vmas.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#vmas[middle]?.end ?? 0n) <= address) low = middle + 1;
      else high = middle;
    }
    const vma = this.#vmas[low];
    return vma !== undefined && (vma.start ?? 0n) <= address && address < (vma.end ?? 0n) ? vma : undefined;
  }

  #isInImage(address: bigint): boolean {
    this.#pages ??= [...entriesOf(this.#image, 'PAGEMAP', 'pagemap_entry', this.#pid)].map(({ fields }) => {
      const start = fields.vaddr ?? 0n;
      return [start, start + (fields.nr_pages ?? BigInt(fields.compat_nr_pages ?? 0)) * 4096n] as const;
    });
    return this.#pages.some(([start, end]) => start <= address && address < end);
  }
}

function kindOf(bits: number): Area['kind'] {
  if ((bits & (status.vsyscall | status.vdso | kernel.vvar)) !== 0) return 'kernel';
  if ((bits & (status.filePrivate | status.fileShared)) !== 0)
    return (bits & kernel.memfd) !== 0 ? 'shared' : 'file';
  return (bits & (status.anonShared | kernel.sysvipc)) !== 0 ? 'shared' : 'anonymous';
}
