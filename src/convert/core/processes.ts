/** The processes of a checkpoint that a core can be written of, with all that its notes say. */
import { stackAuxWords } from '../../model/aux-vector.ts';
import type { Checkpoint, MemoryMap, Process, Task } from '../../model/checkpoint.ts';
import { follow } from '../../model/look-up.ts';
import { commandLine } from '../../model/read-memory.ts';
import type { ByteSource } from '../../parse/bytes/byte-source.ts';
import type { CoreFile } from './core-file.ts';
import { coreMachines, type ThreadRegisters } from './machines.ts';
import type { CoreThread, MappedFile } from './process-notes.ts';

/** What a family adds to the checkpoint. */
export interface CoreFacts {
  /** Undefined for a task without registers: a zombie, or a machine that cores are not written for. */
  registers(task: Task): ThreadRegisters | undefined;
  /** As the image stores it, one word for each; undefined where it does not. */
  auxv(task: Task, memory: MemoryMap): readonly bigint[] | undefined;
}

/** Why a process has no core. */
export type NoCore = 'no-memory' | 'no-registers';

export function coreOf(
  checkpoint: Checkpoint,
  source: ByteSource,
  process: Process,
  facts: CoreFacts,
): CoreFile | NoCore {
  const holder = process.tasks.find(({ memory }) => memory !== undefined);
  const memory = follow(checkpoint.memories, holder?.memory);
  if (holder === undefined || memory === undefined) return 'no-memory';
  const threads = process.tasks.flatMap((task): CoreThread[] => {
    const registers = facts.registers(task);
    return registers === undefined ? [] : [{ task, registers }];
  });
  threads.sort((a, b) => Number(b.task.pid === process.pid) - Number(a.task.pid === process.pid));
  const [first, ...others] = threads;
  if (first === undefined) return 'no-registers';
  const { word } = coreMachines[first.registers.machine];
  return {
    pid: process.pid,
    memory,
    facts: {
      threads: [first, ...others],
      leader: process.leader ?? holder,
      args: commandLine(checkpoint, source, holder) ?? [],
      auxv: facts.auxv(holder, memory) ?? stackAuxWords(checkpoint, source, memory, word) ?? [],
      files: () => mappedFiles(checkpoint, memory),
      pageBytes: checkpoint.image.pageSizeBytes,
    },
  };
}

/** Those with a file behind them, as NT_FILE has them (fs/binfmt_elf.c, fill_files_note). */
function mappedFiles({ files }: Checkpoint, { areas }: MemoryMap): readonly MappedFile[] {
  const found: MappedFile[] = [];
  for (const { start, end, mapped, offsetBytes: offset } of areas) {
    const file = follow(files, mapped);
    const path = file?.path || file?.name;
    if (file === undefined || !path) continue;
    const isMarked = !file.isDeleted || path.endsWith(' (deleted)');
    found.push({ start, end, offset, name: isMarked ? path : `${path} (deleted)` });
  }
  return found;
}
