/**
 * What core files say of a thread, machine by machine: the registers in the order of the kernel's user_regs_struct,
 * and the notes with the rest.
 */
import type {
  ThreadInfoAarch64,
  UserDescT,
  UserX86FpregsEntry,
  UserX86RegsEntry,
} from '../../parse/generated/criu-descriptors.ts';
import { StructWriter, type WordBytes } from './bytes.ts';
import { fsaveOf, fxsaveOf, xstateOf } from './x86-state.ts';

/** Registers of one thread, in the form of the newest images; every family can say it so. */
export type ThreadRegisters =
  | {
      readonly machine: 'x86_64' | 'i386';
      readonly general: UserX86RegsEntry;
      readonly fpregs?: UserX86FpregsEntry | undefined;
      readonly tls?: readonly UserDescT[] | undefined;
    }
  | { readonly machine: 'aarch64'; readonly info: ThreadInfoAarch64 };

export type CoreMachine = ThreadRegisters['machine'];

/** A note behind NT_PRSTATUS. */
export interface Note {
  readonly owner: 'CORE' | 'LINUX';
  /** `NT_*` of linux/elf.h. */
  readonly type: number;
  readonly content: Uint8Array;
}

export const noteTypes = {
  prstatus: 1,
  fpregset: 2,
  prpsinfo: 3,
  auxv: 6,
  tls386: 0x200,
  xstate: 0x202,
  xsaveLayout: 0x205,
  armTls: 0x401,
  prxfpreg: 0x46e6_2b7f,
  siginfo: 0x5349_4749,
  file: 0x4649_4c45,
} as const;

/** `EM_*` and the class of the program. */
export const coreMachines: Readonly<
  Record<CoreMachine, { readonly elfMachine: number; readonly word: WordBytes }>
> = {
  x86_64: { elfMachine: 62, word: 8 },
  i386: { elfMachine: 3, word: 4 },
  aarch64: { elfMachine: 183, word: 8 },
};

/** elf_gregset_t. */
export function generalRegisters(thread: ThreadRegisters): readonly bigint[] {
  if (thread.machine === 'aarch64') {
    const { regs = [], sp = 0n, pc = 0n, pstate = 0n } = thread.info.gpregs ?? {};
    return [...Array.from({ length: 31 }, (_, index) => regs[index] ?? 0n), sp, pc, pstate];
  }
  const { general } = thread;
  const names = thread.machine === 'x86_64' ? order64 : order32;
  return names.map((name) => general[name] ?? 0n);
}

// asm/user_64.h and asm/user_32.h of x86.
const order64 = [
  ...(['r15', 'r14', 'r13', 'r12', 'bp', 'bx', 'r11', 'r10', 'r9', 'r8', 'ax', 'cx', 'dx', 'si'] as const),
  ...(['di', 'orig_ax', 'ip', 'cs', 'flags', 'sp', 'ss', 'fs_base', 'gs_base', 'ds', 'es', 'fs'] as const),
  'gs',
] as const;
const order32 = [
  ...(['bx', 'cx', 'dx', 'si', 'di', 'bp', 'ax', 'ds', 'es', 'fs', 'gs', 'orig_ax', 'ip', 'cs'] as const),
  ...(['flags', 'sp', 'ss'] as const),
] as const;

/** Floating point, vectors and thread-local storage. */
export function furtherNotes(thread: ThreadRegisters): readonly Note[] {
  if (thread.machine === 'aarch64') return armNotes(thread.info);
  const { fpregs, tls = [], machine } = thread;
  const notes: Note[] = [];
  const is32 = machine === 'i386';
  if (fpregs !== undefined) {
    const content = is32 ? fsaveOf(fpregs) : fxsaveOf(fpregs);
    notes.push({ owner: 'CORE', type: noteTypes.fpregset, content });
    if (is32) notes.push({ owner: 'LINUX', type: noteTypes.prxfpreg, content: fxsaveOf(fpregs) });
    const extended = xstateOf(fpregs);
    if (extended !== undefined) {
      notes.push({ owner: 'LINUX', type: noteTypes.xstate, content: extended.state });
      if (extended.layout.length > 0)
        notes.push({ owner: 'LINUX', type: noteTypes.xsaveLayout, content: extended.layout });
    }
  }
  if (is32 && tls.length > 0) notes.push({ owner: 'LINUX', type: noteTypes.tls386, content: tlsOf(tls) });
  return notes;
}

/** struct user_desc of asm/ldt.h, for each slot. */
function tlsOf(slots: readonly UserDescT[]): Uint8Array {
  const out = new StructWriter(4);
  for (const slot of slots) {
    const flags = [
      slot.seg_32bit,
      slot.contents_l,
      slot.contents_h,
      slot.read_exec_only,
      slot.limit_in_pages,
      slot.seg_not_present,
      slot.usable,
    ].reduce((bits, flag, bit) => bits | (flag === true ? 1 << bit : 0), 0);
    out
      .u32(slot.entry_number ?? 0)
      .u32(slot.base_addr ?? 0)
      .u32(slot.limit ?? 0)
      .u32(flags);
  }
  return out.result();
}

/** struct user_fpsimd_state of asm/ptrace.h of arm64, and the register with the address of thread-local storage. */
function armNotes({ fpsimd, tls = 0n }: ThreadInfoAarch64): readonly Note[] {
  const notes: Note[] = [];
  if (fpsimd !== undefined) {
    const out = new StructWriter(8);
    for (let word = 0; word < 64; word++) out.u64(fpsimd.vregs?.[word] ?? 0n);
    out
      .u32(fpsimd.fpsr ?? 0)
      .u32(fpsimd.fpcr ?? 0)
      .zeros(8);
    notes.push({ owner: 'CORE', type: noteTypes.fpregset, content: out.result() });
  }
  notes.push({ owner: 'LINUX', type: noteTypes.armTls, content: new StructWriter(8).u64(tls).result() });
  return notes;
}
