/** Address spaces: program, auxiliary vector, areas with their pages. */
import { auxWords, packedAuxWords } from '../../../model/aux-vector.ts';
import type { Id, MemoryArea, MemoryMap } from '../../../model/checkpoint.ts';
import { follow } from '../../../model/look-up.ts';
import { vmaType } from '../../../parse/generated/linux-cr-records.ts';
import { payloadOf } from '../../../parse/linux-cr/record.ts';
import type { Build, Records } from './build.ts';
import { fileRecords } from './files.ts';
import { auxvWords } from './header.ts';
import { areaPieces, pageRecords, sharedPieces } from './pages.ts';

type Numbered = Generator<ReturnType<Build['record']>, number>;

const pageShift = 12n;

export function* memoryRecords(build: Build, id: Id<'memory'> | undefined): Numbered {
  const memory = follow(build.checkpoint.memories, id);
  if (memory === undefined) return 0;
  return yield* build.shared('mm', String(id), () => mapRecords(build, memory));
}

function* mapRecords(build: Build, memory: MemoryMap): Records {
  const exe = programOf(build, memory);
  const exeObjref = exe === undefined ? 0 : yield* fileRecords(build, exe, undefined);
  if (memory.aioContexts.length > 0) build.lose('L15', 'a ring of asynchronous I/O');
  yield build.record('mm', {
    mapCount: memory.areas.length,
    exeObjref,
    defFlags: memory.defFlags,
    flags: memory.flags ?? BigInt(memory.dumpable & 3),
    startCode: memory.startCode,
    endCode: memory.endCode,
    startData: memory.startData,
    endData: memory.endData,
    startBrk: memory.startBrk,
    brk: memory.brk,
    startStack: memory.startStack,
    argStart: memory.startArg,
    argEnd: memory.endArg,
    envStart: memory.startEnv,
    envEnd: memory.endEnv,
  });
  yield auxvRecord(build, memory);
  for (const area of memory.areas) yield* areaRecords(build, memory.id, area);
  const { ldt } = memory;
  yield build.record('mm_context', {
    vdso: memory.vdso ?? vdsoOf(memory),
    ldtEntrySize: 8,
    nldt: ldt === undefined ? 0 : Math.floor(ldt.length / 8),
  });
  yield build.record('mm_context_ldt', {}, ldt);
}

/** The first executable mapping of a file, which is what it was started from. */
function programOf({ checkpoint }: Build, memory: MemoryMap) {
  if (memory.exe !== undefined) return checkpoint.files.get(memory.exe);
  for (const { mapped, start, end } of memory.areas) {
    if (mapped !== undefined && start <= memory.startCode && memory.startCode < end)
      return checkpoint.files.get(mapped);
  }
  return undefined;
}

const vdsoOf = ({ areas }: MemoryMap): bigint => {
  for (const { kind, start } of areas) if (kind === 'vdso') return start;
  return 0n;
};

/** Of the writing kernel's own length, a word of its own in each cell; AT_NULL ends it. */
function auxvRecord(build: Build, memory: MemoryMap) {
  const { checkpoint, source, context } = build;
  const program = `the program at 0x${memory.startCode.toString(16)}`;
  const is64 = checkpoint.tasks.find((task) => task.memory === memory.id)?.is64bit !== false;
  const words = auxWords(checkpoint, source, memory, is64 ? 8 : 4);
  if (words === undefined) build.lose('L23', program);
  const cells = words === undefined ? [] : is64 || context.word === 4 ? words : packedAuxWords(words);
  const kept = cells.slice(0, auxvWords - 2);
  if (kept.length < cells.length) build.lose('L23', program);
  const bytes = new Uint8Array(8 * auxvWords);
  const view = new DataView(bytes.buffer);
  for (const [index, cell] of kept.entries()) view.setBigUint64(8 * index, cell, true);
  return build.buffer(payloadOf(bytes));
}

function* areaRecords(build: Build, memory: Id<'memory'>, area: MemoryArea): Records {
  const file = follow(build.checkpoint.files, area.mapped);
  const isShared = area.perms.endsWith('s');
  const inode = follow(build.checkpoint.inodes, file?.inode);
  const isSysV = area.kind === 'shm' || inode?.shm !== undefined;
  const isAnonymous = isShared && file?.isDeleted === true && inode !== undefined;
  const common = {
    vmStart: area.start,
    vmEnd: area.end,
    vmPageProt: area.pgprot ?? 0n,
    vmFlags: area.vmFlags ?? 0n,
    vmPgoff: area.offsetBytes >> pageShift,
  };
  if (area.kind === 'vdso' || area.kind === 'vvar' || area.kind === 'vsyscall') {
    yield build.record('vma', { ...common, vmaType: vmaType.vdso });
    return;
  }
  if (isSysV && inode !== undefined) {
    const { number } = build.number(`inode ${inode.id}`);
    yield build.record('vma', {
      ...common,
      vmaType: vmaType.shm_ipc_skip,
      inoObjref: number,
      inoSize: inode.sizeBytes,
    });
    return;
  }
  if (isAnonymous && inode !== undefined) {
    // A kernel keeps shared anonymous memory as a deleted /dev/zero: named so in 2.6.32, without a name in 2.6.18.
    if (file.path !== undefined && file.path !== '' && file.path !== '/dev/zero')
      build.lose('L24', file.path);
    const { number, isNew } = build.number(`inode ${inode.id}`);
    const type = isNew ? vmaType.shm_anon : vmaType.shm_anon_skip;
    yield build.record('vma', { ...common, vmaType: type, inoObjref: number, inoSize: inode.sizeBytes });
    if (isNew) yield* pageRecords(build, sharedPieces(build, inode.id));
    return;
  }
  const vmaObjref = file === undefined ? 0 : yield* fileRecords(build, file, undefined);
  if (isShared && vmaObjref !== 0) {
    yield build.record('vma', { ...common, vmaType: vmaType.shm_file, vmaObjref });
    return;
  }
  yield build.record('vma', { ...common, vmaType: vmaObjref === 0 ? vmaType.anon : vmaType.file, vmaObjref });
  yield* pageRecords(build, areaPieces(build, memory, area));
}
