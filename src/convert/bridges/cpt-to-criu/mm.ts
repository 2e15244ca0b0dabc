/** mm-N.img: the bounds of a program, its areas and its auxiliary vector. */
import type { MemoryMap } from '../../../model/checkpoint.ts';
import type { VmaEntry } from '../../../parse/generated/criu-descriptors.ts';
import type { WrittenArea } from './areas.ts';
import { auxvOf } from './auxv.ts';
import { type Conversion, refuse } from './context.ts';
import { writeImage } from './output.ts';
import { message } from './record.ts';
import { memoryOf, type TreeProcess } from './tree.ts';

const vmExecutable = 0x1000n;
const vmLocked = 0x2000n;
const noDescriptor = -1n;

export function writeMm(conversion: Conversion, process: TreeProcess, areas: readonly WrittenArea[]): void {
  const { checkpoint, output } = conversion;
  const memory = checkpoint.memories.get(memoryOf(process));
  if (!memory) return;
  reportLost(conversion, process, memory);
  const bits = process.holder.registers?.layout === 'i386' ? 32 : 64;
  const exe_file_id = programOf(conversion, process, memory);
  if (exe_file_id === undefined) return;
  const mm = {
    mm_start_code: memory.startCode,
    mm_end_code: memory.endCode,
    mm_start_data: memory.startData,
    mm_end_data: memory.endData,
    mm_start_stack: memory.startStack,
    mm_start_brk: memory.startBrk,
    mm_brk: memory.brk,
    mm_arg_start: memory.startArg,
    mm_arg_end: memory.endArg,
    mm_env_start: memory.startEnv,
    mm_env_end: memory.endEnv,
    exe_file_id,
    mm_saved_auxv: auxvOf(conversion, memory, bits),
    vmas: areas.map(vmaOf),
    // prctl(2) takes 0 and 1 only.
    dumpable: memory.dumpable & 1,
  };
  writeImage(output, 'MM', process.pid, [message('mm_entry', mm)]);
}

function vmaOf({ start, end, pgoff, shmid, prot, flags, status, fdflags }: WrittenArea): VmaEntry {
  const vma = { start, end, pgoff, shmid, prot, flags, status, fd: noDescriptor };
  return fdflags === undefined ? vma : { ...vma, fdflags };
}

/** The file that the kernel marked as the program, or that its code lies in. */
function programOf(conversion: Conversion, { pid }: TreeProcess, memory: MemoryMap): number | undefined {
  const { checkpoint, files } = conversion;
  let program: number | undefined;
  for (const { mapped, vmFlags = 0n, start, end } of memory.areas) {
    if (mapped === undefined || checkpoint.files.get(mapped)?.path === undefined) continue;
    if ((vmFlags & vmExecutable) !== 0n) return files.mapped(mapped);
    if (start <= memory.startCode && memory.startCode < end) program ??= files.mapped(mapped);
  }
  if (program === undefined) refuse(conversion, `process ${pid} maps no program file`, memory);
  return program;
}

function reportLost({ losses }: Conversion, process: TreeProcess, memory: MemoryMap): void {
  const { pid } = process;
  if (memory.ldt) losses.add('ldt', `process ${pid}`, memory);
  if (memory.aioContexts.length > 0)
    losses.add('aio-context', `process ${pid}`, memory, memory.aioContexts.length);
  if ((memory.defFlags & vmLocked) !== 0n) losses.add('lock-all-memory', `process ${pid}`, memory);
  if (memory.dumpable > 1) losses.add('core-dump', `process ${pid}`, memory);
  let remapped = 0;
  for (const { blocks } of memory.areas) for (const { kind } of blocks) if (kind === 'remap') remapped++;
  if (remapped > 0) losses.add('remapped-pages', `process ${pid}`, memory, remapped);
}
