/** How areas, page blocks and descriptors of CRIU images are packed; see ../rows.ts for why they are. */
import { fileName } from '../../parse/criu/index.ts';
import type { AreaKind, FileDescriptor, Id, MemoryArea, PageBlock, PageBlockKind } from '../checkpoint.ts';
import { type Cell, RowSlice, RowTable } from '../rows.ts';

export interface CriuTables {
  readonly areas: RowTable<MemoryArea>;
  /** Blocks of areas, in the order of the areas. */
  readonly blocks: RowTable<PageBlock>;
  /** Blocks of shared memory. */
  readonly fileBlocks: RowTable<PageBlock>;
  readonly descriptors: RowTable<FileDescriptor>;
}

export const blockKinds = [
  'stored',
  'zero',
  'lazy',
  'external',
  'guard',
  'unknown',
  'cut',
] as const satisfies PageBlockKind[];
const areaKinds = [
  ...(['anon', 'heap', 'stack', 'file', 'shm', 'vdso', 'vvar', 'vsyscall', 'aio', 'pages'] as const),
] as const satisfies AreaKind[];
const protections = ['r', 'w', 'x'] as const;

/** Areas and blocks alike: column 1 is where they begin. */
const endColumn = 2;

/** No file is mapped or open: ids are counted from zero. */
const noFile = (1n << 64n) - 1n;
const sharedBit = 8n;

export function criuTables(): CriuTables {
  const blocks = new RowTable<PageBlock>(4, blockOf, endColumn);
  const areas: RowTable<MemoryArea> = new RowTable<MemoryArea>(
    7,
    (cell, row) => {
      const traits = cell(0);
      const mapped = cell(4);
      const first = Number(cell(5));
      const next = row + 1 < areas.length ? Number(areas.cell(row + 1, 5)) : blocks.length;
      const prot = Number(traits >> 8n);
      return {
        at: Number(cell(6)),
        kind: areaKinds[Number(traits & 0xffn)] ?? 'anon',
        start: cell(1),
        end: cell(2),
        perms: perms[prot & 15] as string,
        offsetBytes: cell(3),
        mapped: mapped === noFile ? undefined : (Number(mapped) as Id<'file'>),
        isOldVdso: false,
        hasAnonVma: false,
        anonVmaId: 0n,
        blocks: new RowSlice(blocks, first, next - first),
      };
    },
    endColumn,
  );
  const fileBlocks = new RowTable<PageBlock>(4, blockOf, endColumn);
  return { areas, blocks, fileBlocks, descriptors: new RowTable<FileDescriptor>(5, descriptorOf) };
}

const descriptorOf = (cell: Cell): FileDescriptor => ({
  at: Number(cell(0)),
  file: fileName('FDINFO', Number(cell(1))),
  fd: Number(cell(2)),
  isCloseOnExec: cell(3) !== 0n,
  opened: cell(4) === noFile ? undefined : (Number(cell(4)) as Id<'file'>),
});

/** `table` is the number in the name of the file. */
export const descriptorCells = (
  { at, fd, isCloseOnExec, opened }: FileDescriptor,
  table: number,
): readonly bigint[] => [
  BigInt(at),
  BigInt(table),
  BigInt(fd),
  isCloseOnExec ? 1n : 0n,
  opened === undefined ? noFile : BigInt(opened),
];

function blockOf(cell: Cell): PageBlock {
  const kind = blockKinds[Number(cell(0) & 0xffn)] ?? 'external';
  const start = cell(1);
  const end = cell(2);
  const content = { offset: Number(cell(3)), length: Number(end - start) };
  return { at: Number(cell(0) >> 8n), kind, start, end, ...(kind === 'stored' && { content }) };
}

const perms: readonly string[] = Array.from(
  { length: 16 },
  (_, prot) =>
    protections.map((letter, bit) => ((prot & (1 << bit)) === 0 ? '-' : letter)).join('') +
    ((BigInt(prot) & sharedBit) === 0n ? 'p' : 's'),
);

export interface AreaInput {
  readonly at: number;
  readonly kind: AreaKind;
  readonly start: bigint;
  readonly end: bigint;
  /** `PROT_*` of mmap(2). */
  readonly prot: number;
  readonly isShared: boolean;
  readonly offsetBytes: bigint;
  readonly mapped: Id<'file'> | undefined;
}

export function areaCells(area: AreaInput, firstBlock: number): readonly bigint[] {
  const prot = BigInt(area.prot & 7) | (area.isShared ? sharedBit : 0n);
  return [
    BigInt(areaKinds.indexOf(area.kind)) | (prot << 8n),
    area.start,
    area.end,
    area.offsetBytes,
    area.mapped === undefined ? noFile : BigInt(area.mapped),
    BigInt(firstBlock),
    BigInt(area.at),
  ];
}

export interface BlockInput {
  readonly at: number;
  readonly kind: (typeof blockKinds)[number];
  readonly start: bigint;
  readonly end: bigint;
  /** Of `stored`: position in the stretch of the image. */
  readonly offset: number;
}

export const blockCells = ({ at, kind, start, end, offset }: BlockInput): readonly bigint[] => [
  (BigInt(at) << 8n) | BigInt(blockKinds.indexOf(kind)),
  start,
  end,
  BigInt(offset),
];
