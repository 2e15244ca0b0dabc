/** How areas, page blocks and descriptors are packed. References are numbers of objects. */
import type { AreaKind, Checkpoint, FileDescriptor, Id, MemoryArea, PageBlock } from '../checkpoint.ts';
import { type Cell, RowSlice, RowTable } from '../rows.ts';

export interface MemoryTables {
  readonly areas: RowTable<MemoryArea>;
  /** Blocks of all areas, in the same order as the areas. */
  readonly blocks: RowTable<PageBlock>;
  /** Blocks of shared memory. */
  readonly sharedBlocks: RowTable<PageBlock>;
  readonly descriptors: RowTable<FileDescriptor>;
}

const areaKinds: readonly AreaKind[] = ['anon', 'heap', 'stack', 'file', 'shm', 'vdso'];
const areaColumns = 8;
const blockColumns = 4;
const descriptorColumns = 3;
/** Low bits of the first cell of an area hold its kind. */
const kindBits = 8n;

export interface AreaInput {
  readonly at: number;
  readonly kind: (typeof areaKinds)[number];
  readonly start: bigint;
  readonly end: bigint;
  readonly vmFlags: bigint;
  readonly pgprot: bigint;
  readonly offsetBytes: bigint;
  /** Number of the mapped file, 0 for none. */
  readonly file: number;
}

const cellOf = (number: number): bigint => BigInt.asUintN(64, BigInt(number));
const numberIn = (cell: bigint): number => Number(BigInt.asIntN(64, cell));

export const areaCells = (area: AreaInput, firstBlock: number): readonly bigint[] => [
  (BigInt(area.at) << kindBits) | BigInt(Math.max(0, areaKinds.indexOf(area.kind))),
  area.start,
  area.end,
  area.vmFlags,
  area.pgprot,
  area.offsetBytes,
  cellOf(area.file),
  BigInt(firstBlock),
];

export const blockCells = (at: number, start: bigint, end: bigint, content: number): readonly bigint[] => [
  BigInt(at),
  start,
  end,
  BigInt(content),
];

export const descriptorCells = (at: number, fd: number, isCloseOnExec: boolean, file: number) =>
  [BigInt(at), (cellOf(fd) << 1n) | (isCloseOnExec ? 1n : 0n), cellOf(file)] as const;

type Targets = Pick<Checkpoint, 'files'>;

export function memoryTables(targets: Targets): MemoryTables {
  const blockOf = (cell: Cell): PageBlock => ({
    at: Number(cell(0)),
    kind: 'stored',
    start: cell(1),
    end: cell(2),
    content: { offset: Number(cell(3)), length: Number(cell(2) - cell(1)) },
  });
  const blocks = new RowTable<PageBlock>(blockColumns, blockOf);
  const areas: RowTable<MemoryArea> = new RowTable(areaColumns, (cell, row) => {
    const first = Number(cell(7));
    // Areas come in stream order, so the blocks of one end where those of the next begin.
    const end = row + 1 < areas.length ? Number(areas.cell(row + 1, 7)) : blocks.length;
    return areaOf(cell, targets, new RowSlice(blocks, first, end - first));
  });
  return {
    areas,
    blocks,
    sharedBlocks: new RowTable<PageBlock>(blockColumns, blockOf),
    descriptors: new RowTable<FileDescriptor>(descriptorColumns, (cell) => ({
      at: Number(cell(0)),
      fd: Number(BigInt.asIntN(63, cell(1) >> 1n)),
      isCloseOnExec: (cell(1) & 1n) !== 0n,
      opened: fileAt(targets, cell(2)),
    })),
  };
}

function areaOf(cell: Cell, targets: Targets, blocks: MemoryArea['blocks']): MemoryArea {
  const traits = cell(0);
  const vmFlags = cell(3);
  return {
    at: Number(traits >> kindBits),
    kind: areaKinds[Number(traits & 0xffn)] ?? 'anon',
    start: cell(1),
    end: cell(2),
    perms: permsOf(vmFlags),
    vmFlags,
    pgprot: cell(4),
    offsetBytes: cell(5),
    mapped: fileAt(targets, cell(6)),
    isOldVdso: false,
    hasAnonVma: false,
    anonVmaId: 0n,
    blocks,
  };
}

function fileAt({ files }: Targets, cell: bigint): Id<'file'> | undefined {
  const id = numberIn(cell) as Id<'file'>;
  return files.has(id) ? id : undefined;
}

/** fs/proc/task_mmu.c, show_map_vma: VM_READ 1, VM_WRITE 2, VM_EXEC 4, VM_MAYSHARE 0x80. */
function permsOf(vmFlags: bigint): string {
  const letter = (bit: bigint, set: string, clear = '-') => ((vmFlags & bit) === 0n ? clear : set);
  return letter(1n, 'r') + letter(2n, 'w') + letter(4n, 'x') + letter(0x80n, 's', 'p');
}
