/** General registers, thread-local storage and their selectors. System calls are restarted in repairs/. */
import type { Registers, Task } from '../../../model/checkpoint.ts';
import { registerValue } from '../../../model/registers.ts';
import { imageVersion } from '../../../parse/generated/cpt-records.ts';
import type { UserDescT, UserX86RegsEntry } from '../../../parse/generated/criu-descriptors.ts';
import type { Losses } from './losses.ts';
import {
  descriptorOf,
  firstTlsEntry,
  isLdtCode,
  selectorOf,
  selectors,
  tlsEntryCount,
  tlsSlot,
} from './segments.ts';

/** What a task goes on with: its registers after the repairs, by the names of 64-bit registers. */
export interface Entry {
  readonly ax: bigint;
  readonly ip: bigint;
}

const mode = { native: 1, compat: 2 } as const;

/** A restored task must not look like one inside a system call: the kernel would restart it once more. */
const noSystemCall = 0xffffffffffffffffn;

export function registersOf(
  task: Task,
  registers: Registers,
  entry: Entry,
  version: number,
  losses: Losses,
): UserX86RegsEntry {
  reportLost(task, registers, version, losses);
  return registers.layout === 'i386'
    ? registers32(registers, entry, version)
    : registers64(task, registers, entry);
}

const reader = (registers: Registers) => (name: string) => registerValue(registers, name) ?? 0n;

function registers64(task: Task, registers: Registers, entry: Entry): UserX86RegsEntry {
  const value = reader(registers);
  const selector = (name: string) => BigInt(selectorOf(value(name)));
  return {
    r15: value('r15'),
    r14: value('r14'),
    r13: value('r13'),
    r12: value('r12'),
    bp: value('rbp'),
    bx: value('rbx'),
    r11: value('r11'),
    r10: value('r10'),
    r9: value('r9'),
    r8: value('r8'),
    ax: entry.ax,
    cx: value('rcx'),
    dx: value('rdx'),
    si: value('rsi'),
    di: value('rdi'),
    orig_ax: noSystemCall,
    ip: entry.ip,
    cs: selector('cs'),
    flags: value('eflags'),
    sp: value('rsp'),
    ss: BigInt(selectors.userData),
    fs_base: segmentBase(task, value('fsindex'), value('fsbase')),
    gs_base: segmentBase(task, value('gsindex'), value('gsbase')),
    ds: selector('ds'),
    es: selector('es'),
    // The bases stand in their own fields, so the selectors need not lead to descriptors.
    fs: 0n,
    gs: 0n,
    mode: mode.native,
  };
}

/**
 * Old kernels put a base below 4 GiB into the descriptor table and leave the base register 0 (arch_prctl of
 * x86-64 before 4.15). Observed with CRIU 4.2 on Linux 6.18: without this, programs die at their first
 * access.
 */
function segmentBase(task: Task, code: bigint, base: bigint): bigint {
  const slot = tlsSlot(code);
  const descriptor = slot === undefined ? undefined : task.tls[slot];
  return descriptor === undefined ? base : BigInt(descriptorOf(descriptor).base);
}

/** Kernels since 2.6.32 keep the user's gs apart, since their own lies in the common field (T20). */
const hasUserGs = (version: number) => version >= imageVersion.v2_6_32;

function registers32(registers: Registers, entry: Entry, version: number): UserX86RegsEntry {
  const value = reader(registers);
  const selector = (name: string) => BigInt(selectorOf(value(name)));
  return {
    r15: 0n,
    r14: 0n,
    r13: 0n,
    r12: 0n,
    bp: value('ebp'),
    bx: value('ebx'),
    r11: 0n,
    r10: 0n,
    r9: 0n,
    r8: 0n,
    ax: entry.ax,
    cx: value('ecx'),
    dx: value('edx'),
    si: value('esi'),
    di: value('edi'),
    orig_ax: noSystemCall,
    ip: entry.ip,
    cs: selector('xcs'),
    flags: value('eflags'),
    sp: value('esp'),
    ss: BigInt(selectors.userData),
    fs_base: 0n,
    gs_base: 0n,
    ds: selector('xds'),
    es: selector('xes'),
    fs: selector('fs'),
    gs: selector(userGs(version)),
    mode: mode.compat,
  };
}

const segmentNames = ['fs', 'xcs', 'xds', 'xes', 'fsindex', 'gsindex', 'cs', 'ds', 'es'];
/** The other of the two is a leftover, or the kernel's own. */
const userGs = (version: number) => (hasUserGs(version) ? 'ugs' : 'gs');

function reportLost(task: Task, registers: Registers, version: number, losses: Losses): void {
  const value = reader(registers);
  // Bits 0 to 7 of the last debug register turn breakpoints on.
  if ((value('debugreg7') & 0xffn) !== 0n) losses.add('debug-registers', `task ${task.pid}`, registers);
  const usesLdt = [...segmentNames, userGs(version)].some((name) =>
    isLdtCode(registerValue(registers, name) ?? 0n),
  );
  if (usesLdt) losses.add('ldt', `segment registers of task ${task.pid}`, registers);
}

/** The three slots of a 32-bit task; a 64-bit task has its bases in registers. */
export function tlsOf(task: Task, registers: Registers): readonly UserDescT[] | undefined {
  if (registers.layout !== 'i386') return undefined;
  return Array.from({ length: tlsEntryCount }, (_, slot) =>
    userDescriptor(firstTlsEntry + slot, task.tls[slot] ?? 0n),
  );
}

/** arch/x86/kernel/tls.c, fill_user_desc. */
function userDescriptor(entry_number: number, value: bigint): UserDescT {
  const descriptor = descriptorOf(value);
  return {
    entry_number,
    base_addr: descriptor.base,
    limit: descriptor.limit,
    seg_32bit: descriptor.is32bit,
    contents_h: descriptor.isCode,
    contents_l: descriptor.expandsDown,
    read_exec_only: !descriptor.isWritable,
    limit_in_pages: descriptor.countsPages,
    seg_not_present: !descriptor.isPresent,
    usable: descriptor.isAvailable,
  };
}
