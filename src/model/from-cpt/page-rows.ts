/**
 * How areas, page blocks and descriptors are packed. References stay positions until a row is looked
 * at.
 */
import type { Report } from '../../diagnostic.ts';
import { cptDiagnostic } from '../../parse/cpt/codes.ts';
import { noPosition } from '../../parse/cpt/record.ts';
import type {
  AreaKind,
  Checkpoint,
  FileDescriptor,
  Id,
  MemoryArea,
  PageBlock,
  PageBlockKind,
} from '../checkpoint.ts';
import { type Cell, RowSlice, RowTable } from '../rows.ts';

export interface MemoryTables {
  readonly areas: RowTable<MemoryArea>;
  /** Blocks of all areas, in the same order as the areas. */
  readonly blocks: RowTable<PageBlock>;
  /** Blocks of files and segments. */
  readonly fileBlocks: RowTable<PageBlock>;
  readonly descriptors: RowTable<FileDescriptor>;
}

/** What rows refer to. */
type Targets = Pick<Checkpoint, 'files' | 'memories'>;

const blockKinds: readonly PageBlockKind[] = ['stored', 'zero', 'copy', 'remap', 'lazy', 'external'];
const areaKinds: readonly AreaKind[] = ['anon', 'heap', 'stack', 'file', 'shm', 'vdso'];

/** Low bits of the first cell of an area. */
const kindMask = 0xffn;
const oldVdsoBit = 0x100n;
const anonVmaBit = 0x200n;
const traitBits = 16n;

/** Column of an area row that holds the number of its first block. */
const firstBlockColumn = 8;
const areaColumns = 9;
const blockColumns = 5;
/** An offset needs fewer; see Number.MAX_SAFE_INTEGER. */
const offsetBits = 53n;
const offsetMask = (1n << offsetBits) - 1n;

/**
 * Column that holds the position of the file of an area, the source of a block, the file of a
 * descriptor.
 */
const mappedColumn = 6;
const placeColumn = 3;
const openedColumn = 2;
const descriptorColumns = 3;
const closeOnExecBit = 1n << 32n;

/** Kinds that an image of this family has. */
export type CptAreaKind = (typeof areaKinds)[number];
export type CptBlockKind = (typeof blockKinds)[number];

export type AreaInput = Omit<MemoryArea, 'perms' | 'blocks' | 'mapped' | 'kind'> & {
  readonly kind: CptAreaKind;
};

export function areaCells(area: AreaInput, file: bigint, firstBlock: number): readonly bigint[] {
  const traits =
    BigInt(areaKinds.indexOf(area.kind)) |
    (area.isOldVdso ? oldVdsoBit : 0n) |
    (area.hasAnonVma ? anonVmaBit : 0n);
  return [
    (BigInt(area.at) << traitBits) | traits,
    area.start,
    area.end,
    area.vmFlags ?? 0n,
    area.pgprot ?? 0n,
    area.offsetBytes,
    file,
    area.anonVmaId,
    BigInt(firstBlock),
  ];
}

type BlockInput = Omit<PageBlock, 'kind'> & { readonly kind: CptBlockKind };

/** `place` is the position of the source, the file page or the page handle, for kinds that have one. */
export function blockCells(block: BlockInput, place = 0n): readonly bigint[] {
  const kind = BigInt(blockKinds.indexOf(block.kind));
  return [
    (kind << offsetBits) | BigInt(block.at),
    block.start,
    block.end,
    block.content ? BigInt(block.content.offset) : place,
    BigInt(block.content?.length ?? 0),
  ];
}

export const descriptorCells = (descriptor: FileDescriptor, file: bigint): readonly bigint[] => [
  BigInt(descriptor.at),
  BigInt.asUintN(32, BigInt(descriptor.fd)) | (descriptor.isCloseOnExec ? closeOnExecBit : 0n),
  file,
];

export function memoryTables(targets: Targets): MemoryTables {
  const readBlock = (cell: Cell) => blockOf(cell, targets);
  const blocks = new RowTable<PageBlock>(blockColumns, readBlock);
  const areas: RowTable<MemoryArea> = new RowTable(areaColumns, (cell, row) => {
    const first = Number(cell(firstBlockColumn));
    // Areas come in file order, so the blocks of one end where those of the next begin.
    const end = row + 1 < areas.length ? Number(areas.cell(row + 1, firstBlockColumn)) : blocks.length;
    return areaOf(cell, targets, new RowSlice(blocks, first, end - first));
  });
  return {
    areas,
    blocks,
    fileBlocks: new RowTable<PageBlock>(blockColumns, readBlock),
    descriptors: new RowTable<FileDescriptor>(descriptorColumns, (cell) => ({
      at: Number(cell(0)),
      fd: Number(BigInt.asIntN(32, cell(1))),
      isCloseOnExec: (cell(1) & closeOnExecBit) !== 0n,
      opened: fileAt(targets, cell(openedColumn)),
    })),
  };
}

function areaOf(cell: Cell, targets: Targets, blocks: MemoryArea['blocks']): MemoryArea {
  const traits = cell(0);
  const vmFlags = cell(3);
  return {
    at: Number(traits >> traitBits),
    kind: areaKinds[Number(traits & kindMask)] ?? 'anon',
    start: cell(1),
    end: cell(2),
    perms: permsOf(vmFlags),
    vmFlags,
    pgprot: cell(4),
    offsetBytes: cell(5),
    mapped: fileAt(targets, cell(mappedColumn)),
    isOldVdso: (traits & oldVdsoBit) !== 0n,
    hasAnonVma: (traits & anonVmaBit) !== 0n,
    anonVmaId: cell(7),
    blocks,
  };
}

function blockOf(cell: Cell, targets: Targets): PageBlock {
  const kind = blockKinds[Number(cell(0) >> offsetBits)] ?? 'zero';
  const base = { at: Number(cell(0) & offsetMask), kind, start: cell(1), end: cell(2) };
  const place = cell(placeColumn);
  if (kind === 'stored' || kind === 'external') {
    return { ...base, content: { offset: Number(place), length: Number(cell(4)) } };
  }
  if (kind === 'copy') return { ...base, source: memoryAt(targets, place) };
  return kind === 'zero' ? base : { ...base, index: place };
}

const fileAt = ({ files }: Targets, position: bigint): Id<'file'> | undefined => {
  const id = Number(position) as Id<'file'>;
  return files.has(id) ? id : undefined;
};

const memoryAt = ({ memories }: Targets, position: bigint): Id<'memory'> | undefined => {
  const id = Number(position) as Id<'memory'>;
  return memories.has(id) ? id : undefined;
};

/** After the last record: reports the rows whose target never came. */
export function reportDanglingRows(tables: MemoryTables, targets: Targets, report: Report): void {
  const dangling = (at: bigint, path: string, position: bigint, target: string) => {
    const message = `${path} is 0x${position.toString(16)}, where no ${target} lies`;
    report(cptDiagnostic('dangling-position', message, { offset: Number(at), path }));
  };
  const { areas, blocks, descriptors } = tables;
  for (let row = 0; row < areas.length; row++) {
    const position = areas.cell(row, mappedColumn);
    if (position === noPosition || fileAt(targets, position) !== undefined) continue;
    dangling(areas.cell(row, 0) >> traitBits, 'MM/mm/vma.file', position, 'file');
  }
  for (let row = 0; row < blocks.length; row++) {
    const position = blocks.cell(row, placeColumn);
    if (blockKinds[Number(blocks.cell(row, 0) >> offsetBits)] !== 'copy') continue;
    if (memoryAt(targets, position) !== undefined) continue;
    dangling(blocks.cell(row, 0) & offsetMask, 'MM/mm/vma/copypages.source', position, 'memory');
  }
  for (let row = 0; row < descriptors.length; row++) {
    const position = descriptors.cell(row, openedColumn);
    if (fileAt(targets, position) !== undefined) continue;
    dangling(descriptors.cell(row, 0), 'FILES_STRUCT/files/filedesc.file', position, 'file');
  }
}

/**
 * fs/proc/task_mmu.c, show_map: VM_READ 1, VM_WRITE 2, VM_EXEC 4, VM_MAYSHARE 0x80. A read-only
 * mapping of a shared file has the last without VM_SHARED.
 */
function permsOf(vmFlags: bigint): string {
  const letter = (bit: bigint, set: string, clear = '-') => ((vmFlags & bit) === 0n ? clear : set);
  return letter(1n, 'r') + letter(2n, 'w') + letter(4n, 'x') + letter(0x80n, 's', 'p');
}
