/** Deleted files: remaps of CRIU, and the content that it keeps for those without another name. */
import { fileName } from '../../parse/criu/index.ts';
import type { Id, Inode } from '../checkpoint.ts';
import { RowSlice } from '../rows.ts';
import { type Context, idOf, rangeOf } from './draft.ts';
import { entriesOf, firstOf, textOf } from './image.ts';
import { fieldsAs, openFilesOf } from './open-files.ts';
import { blockCells } from './rows.ts';

// images/remap-file-path.proto: enum remap_type.
export const remapTypes = { linked: 0, ghost: 1, procfs: 2 } as const;

/** Before there were types, the top bit of the number told a ghost. */
const ghostBit = 0x8000_0000;

export interface Remap {
  readonly original: number;
  readonly type: number;
  readonly target: number;
}

export function remapOf(fields: {
  readonly orig_id?: number;
  readonly remap_id?: number;
  readonly remap_type?: number;
}): Remap {
  const { orig_id: original = 0, remap_id = 0, remap_type } = fields;
  if (remap_type !== undefined) return { original, type: remap_type, target: remap_id };
  const isGhost = (remap_id & ghostBit) !== 0;
  return {
    original,
    type: isGhost ? remapTypes.ghost : remapTypes.linked,
    target: (remap_id & ~ghostBit) >>> 0,
  };
}

/** By number of the regular file: the inode with its content, or nothing when it is kept under a name. */
export function ghostInodes(context: Context): ReadonlyMap<number, Id<'inode'> | undefined> {
  const inodes = new Map<number, Id<'inode'> | undefined>();
  for (const { fields } of entriesOf(context.image, 'REMAP_FPATH', 'remap_file_path_entry')) {
    const { original, type, target } = remapOf(fields);
    if (type === remapTypes.procfs) continue;
    inodes.set(original, type === remapTypes.ghost ? ghostInode(context, target) : undefined);
  }
  return inodes;
}

/** By number of a regular file whose name is gone, the name of the other link to it, which CRIU opens instead. */
export function linkNames({ image }: Pick<Context, 'image'>): ReadonlyMap<number, string> {
  const targets = new Map<number, number>();
  for (const { fields } of entriesOf(image, 'REMAP_FPATH', 'remap_file_path_entry')) {
    const { original, type, target } = remapOf(fields);
    if (type === remapTypes.linked) targets.set(original, target);
  }
  if (targets.size === 0) return new Map();
  const names = new Map<number, string>();
  for (const file of openFilesOf(image)) {
    const name = textOf(fieldsAs(file, 'REG')?.name);
    if (name !== undefined) names.set(file.id, name);
  }
  return new Map(
    [...targets].flatMap(([original, target]) => {
      const name = names.get(target);
      return name === undefined ? [] : [[original, name] as const];
    }),
  );
}

function ghostInode(context: Context, number: number): Id<'inode'> | undefined {
  const id = idOf(context, 'inode', `ghost ${number}`);
  if (context.model.inodes.has(id)) return id;
  const head = firstOf(context.image, 'GHOST_FILE', 'ghost_file_entry', number);
  if (head === undefined) {
    context.needs(fileName('GHOST_FILE', number));
    return undefined;
  }
  const { fields, at, file } = head;
  const content = new RowSlice(context.tables.fileBlocks);
  let sizeBytes = fields.size ?? 0n;
  const whole = rangeOf(context, file, head.payload[0]);
  if (whole !== undefined && fields.chunks !== true) {
    sizeBytes = BigInt(whole.length);
    content.push(...blockCells({ at, kind: 'stored', start: 0n, end: sizeBytes, offset: whole.offset }));
  }
  for (const chunk of entriesOf(context.image, 'GHOST_FILE', 'ghost_chunk_entry', number)) {
    const range = rangeOf(context, file, chunk.payload[0]);
    const start = chunk.fields.off ?? 0n;
    if (range === undefined) continue;
    const end = start + BigInt(range.length);
    content.push(...blockCells({ at: chunk.at, kind: 'stored', start, end, offset: range.offset }));
  }
  const timeNs = (time: typeof fields.atim) =>
    (time?.tv_sec ?? 0n) * 1_000_000_000n + (time?.tv_usec ?? 0n) * 1000n;
  const { uid = 0, gid = 0, mode = 0, dev = 0, ino = 0n, rdev = 0 } = fields;
  const inode: Inode = {
    at,
    file,
    id,
    dev: BigInt(dev),
    ino,
    mode,
    nlink: 0,
    uid,
    gid,
    rdev: BigInt(rdev),
    sizeBytes,
    blksize: 4096n,
    blocks: 0n,
    atimeNs: timeNs(fields.atim),
    mtimeNs: timeNs(fields.mtim),
    ctimeNs: 0n,
    fsMagic: 0,
    content,
  };
  context.model.inodes.set(id, inode);
  return id;
}
