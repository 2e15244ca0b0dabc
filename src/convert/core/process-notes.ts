/** The notes of a core file in the order of the kernel (fs/binfmt_elf.c, fill_note_info). */
import type { Task } from '../../model/checkpoint.ts';
import { StructWriter, type WordBytes } from './bytes.ts';
import {
  coreMachines,
  furtherNotes,
  generalRegisters,
  type Note,
  noteTypes,
  type ThreadRegisters,
} from './machines.ts';

export interface CoreThread {
  readonly task: Task;
  readonly registers: ThreadRegisters;
}

export interface MappedFile {
  readonly start: bigint;
  readonly end: bigint;
  /** Bytes. */
  readonly offset: bigint;
  readonly name: string;
}

export interface ProcessFacts {
  /** The leader where it lives, else the first that does. */
  readonly threads: readonly [CoreThread, ...CoreThread[]];
  readonly leader: Task;
  readonly args: readonly string[];
  /** Words of the auxiliary vector, without the last pair of zeros. */
  readonly auxv: readonly bigint[];
  /** Made when they are written: those of all processes together would be large. */
  files(): readonly MappedFile[];
  readonly pageBytes: number;
}

export function notesOf(facts: ProcessFacts): Uint8Array {
  const { threads } = facts;
  const { word } = coreMachines[threads[0].registers.machine];
  const [first, ...others] = threads;
  const files = facts.files();
  return noteBytes([
    statusNote(first, word),
    { owner: 'CORE', type: noteTypes.prpsinfo, content: psinfo(facts, word) },
    // Nothing was being delivered: a dump stops tasks without a signal.
    { owner: 'CORE', type: noteTypes.siginfo, content: new Uint8Array(128) },
    { owner: 'CORE', type: noteTypes.auxv, content: auxvBytes(facts.auxv, word) },
    ...(files.length > 0
      ? [{ owner: 'CORE', type: noteTypes.file, content: fileTable(files, facts, word) } as const]
      : []),
    ...furtherNotes(first.registers),
    ...others.flatMap((thread) => [statusNote(thread, word), ...furtherNotes(thread.registers)]),
  ]);
}

/** Elf64_Nhdr, which has 32-bit words in both classes. */
function noteBytes(notes: readonly Note[]): Uint8Array {
  const out = new StructWriter(4);
  for (const { owner, type, content } of notes) {
    out
      .u32(owner.length + 1)
      .u32(content.length)
      .u32(type);
    out
      .text(owner, owner.length + 1)
      .align(4)
      .bytes(content)
      .align(4);
  }
  return out.result();
}

/** struct elf_prstatus of linux/elfcore.h. */
function statusNote({ task, registers }: CoreThread, word: WordBytes): Note {
  const { usage } = task;
  const out = new StructWriter(word);
  // si_signo, si_code, si_errno, pr_cursig: none.
  out.zeros(12).u16(0).align(word);
  out.word(task.sigpending).word(task.sigblocked);
  out.u32(task.pid).u32(Math.max(0, task.parentPid)).u32(task.pgid).u32(task.sid);
  for (const time of [usage.utimeNs, usage.stimeNs, usage.cutimeNs, usage.cstimeNs]) {
    out.word(time / 1_000_000_000n).word((time / 1000n) % 1_000_000n);
  }
  for (const value of generalRegisters(registers)) out.word(value);
  out.u32(hasFpu(registers) ? 1 : 0).align(word);
  return { owner: 'CORE', type: noteTypes.prstatus, content: out.result() };
}

const hasFpu = (registers: ThreadRegisters): boolean =>
  registers.machine === 'aarch64' ? registers.info.fpsimd !== undefined : registers.fpregs !== undefined;

/** fs/binfmt_elf.c, fill_psinfo: the number of the first state bit. */
const stateNumbers = { R: 0, S: 1, D: 2, T: 3, t: 3, Z: 4 } as const;

const argumentBytes = 80;

/** overflowuid and overflowgid, which the kernel writes where it cannot say who. */
const nobody = { uid: 65534, gid: 65534 };

/** struct elf_prpsinfo; user ids have 16 bits on i386. */
function psinfo({ leader, args }: ProcessFacts, word: WordBytes): Uint8Array {
  const { credentials, scheduling } = leader;
  const number = Object.hasOwn(stateNumbers, leader.state)
    ? stateNumbers[leader.state as keyof typeof stateNumbers]
    : 1;
  const out = new StructWriter(word);
  out
    .u8(number)
    .u8('RSDTZW'.charCodeAt(number))
    .u8(number === stateNumbers.Z ? 1 : 0);
  out.u8((scheduling?.nice ?? 0) & 0xff).align(word);
  out.word(BigInt.asUintN(word * 8, leader.kernelState.flags));
  const { uid, gid } = credentials ?? nobody;
  if (word === 4) out.u16(uid & 0xffff).u16(gid & 0xffff);
  else out.u32(uid).u32(gid);
  out.u32(leader.pid).u32(Math.max(0, leader.parentPid)).u32(leader.pgid).u32(leader.sid);
  out.text(leader.comm, 16).text(args.join(' '), argumentBytes);
  return out.result();
}

function auxvBytes(words: readonly bigint[], word: WordBytes): Uint8Array {
  const out = new StructWriter(word);
  for (const value of words) out.word(value);
  return out.word(0).word(0).result();
}

/** Count, page size, then start, end and offset in pages of each, then their names. */
function fileTable(files: readonly MappedFile[], { pageBytes }: ProcessFacts, word: WordBytes): Uint8Array {
  const out = new StructWriter(word);
  out.word(files.length).word(pageBytes);
  for (const { start, end, offset } of files)
    out
      .word(start)
      .word(end)
      .word(offset / BigInt(pageBytes));
  for (const { name } of files) out.bytes(new TextEncoder().encode(`${name}\0`));
  return out.result();
}
