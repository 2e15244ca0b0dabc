/**
 * Segments that were removed while they are still attached. CRIU makes every segment again without the
 * mark, so it would outlive its last user; a process that has it attached removes it once more.
 */
import type { Checkpoint, Registers, SharedMemory, Task } from '../../../../model/checkpoint.ts';
import { follow } from '../../../../model/look-up.ts';
import { call, callNumber, ipcCall } from './assembler.ts';
import { type Fragment, restoreAll } from './fragment.ts';
import { bitsOf } from './syscall-restart.ts';

const destroyBit = 0o1000;
const ipcRmid = 0n;
const capSysAdmin = 1n << 21n;

/** Removed segments that the task has attached and may remove. */
export function removableSegments(checkpoint: Checkpoint, task: Task): readonly SharedMemory[] {
  const memory = follow(checkpoint.memories, task.memory);
  const found = new Set<SharedMemory>();
  for (const { mapped } of memory?.areas ?? []) {
    const inode = follow(checkpoint.files, mapped)?.inode;
    const id = follow(checkpoint.inodes, inode)?.shm;
    const segment = follow(checkpoint.sharedMemories, id);
    if (segment && isRemoved(segment) && mayRemove(task, segment)) found.add(segment);
  }
  return [...found];
}

export const isRemoved = ({ mode }: SharedMemory): boolean => (mode & destroyBit) !== 0;

/** ipc/util.c, ipcctl_obtain_check. The creator is CRIU after a restore. */
const mayRemove = ({ credentials }: Task, { uid }: SharedMemory): boolean =>
  credentials !== undefined && (credentials.euid === uid || (credentials.capEffective & capSysAdmin) !== 0n);

export function removalFragment(registers: Registers, entryAx: bigint, { id }: SharedMemory): Fragment {
  const bits = bitsOf(registers);
  const segment = BigInt(id);
  const code = () => [
    ...(bits === 64
      ? call(64, callNumber[64].shmctl, [segment, ipcRmid, 0n])
      : call(32, callNumber[32].ipc, [ipcCall.shmctl, segment, ipcRmid, 0n, 0n])),
    ...restoreAll(registers, entryAx),
  ];
  const purpose = `removes segment ${id}, which goes with its last user; without it, it stays for ever`;
  return { repair: 'segment-removal', purpose, code };
}
