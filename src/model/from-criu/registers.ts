/**
 * Registers of x86 threads; floating point state stays in its message. Segment registers are selectors here,
 * not the abstract codes of CPT images.
 */
import type { CoreEntry, UserX86RegsEntry } from '../../parse/generated/criu-descriptors.ts';
import type { Registers } from '../checkpoint.ts';
import { registerNames } from '../registers.ts';

type GeneralName = keyof UserX86RegsEntry & string;

// Names of the checkpoint that differ from those of user_x86_regs_entry.
const names64: Readonly<Record<string, GeneralName>> = {
  fsbase: 'fs_base',
  gsbase: 'gs_base',
  fsindex: 'fs',
  gsindex: 'gs',
  origRax: 'orig_ax',
  rbp: 'bp',
  rbx: 'bx',
  rax: 'ax',
  rcx: 'cx',
  rdx: 'dx',
  rsi: 'si',
  rdi: 'di',
  rip: 'ip',
  eflags: 'flags',
  rsp: 'sp',
};
const names32: Readonly<Record<string, GeneralName>> = {
  ebx: 'bx',
  ecx: 'cx',
  edx: 'dx',
  esi: 'si',
  edi: 'di',
  ebp: 'bp',
  eax: 'ax',
  xds: 'ds',
  xes: 'es',
  origEax: 'orig_ax',
  eip: 'ip',
  xcs: 'cs',
  eflags: 'flags',
  esp: 'sp',
  xss: 'ss',
  ugs: 'gs',
};

/** images/core-x86.proto: a 32-bit task on a 64-bit kernel. */
const compatMode = 2;

export const isCompat = (core: CoreEntry): boolean => core.thread_info?.gpregs?.mode === compatMode;

/** Absent on other architectures, which the checkpoint has no registers for. */
export function registersOf(core: CoreEntry, at: number): Registers | undefined {
  const general = core.thread_info?.gpregs;
  if (general === undefined) return undefined;
  const layout = isCompat(core) ? 'i386' : 'x86_64';
  const own = layout === 'i386' ? names32 : names64;
  const names = registerNames[layout];
  const values = roomFor(names.length);
  for (const [index, name] of names.entries()) {
    const value = general[own[name] ?? (name as GeneralName)];
    if (typeof value === 'bigint') values[index] = value;
  }
  return { at, layout, values };
}

/** Threads share room: an array of its own for each takes as much again as its numbers. */
let room = new BigUint64Array();
let used = 0;
const roomWords = 8192;

function roomFor(count: number): BigUint64Array {
  if (used + count > room.length) {
    room = new BigUint64Array(roomWords);
    used = 0;
  }
  used += count;
  return room.subarray(used - count, used);
}
