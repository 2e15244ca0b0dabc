/**
 * The machine that restores, as far as CRIU and its kernel behave differently there: where its cores have registers,
 * how far user addresses go, what CRIU has room for. CRIU restores only what its own kind of machine dumped.
 */
import { type Machine, type MachineName, machines } from '../../../abi/machines.ts';
import type { CoreEntry } from '../../../parse/generated/criu-descriptors.ts';
import type { KernelProfile } from '../../kernel/index.ts';

export interface RestoringMachine extends Machine {
  /** The field of a core_entry that has the registers of a thread. */
  readonly registers: keyof CoreEntry;
  /** The end of user addresses: with the largest address space that its kernels are built for, where they differ. */
  readonly taskSize: bigint;
  /** AT_VECTOR_SIZE: words of an auxiliary vector. */
  readonly auxvWordsMax: number;
  /** Whether CRIU asks clone3(2) for pids there (criu/kerndat.c, kerndat_has_clone3_set_tid). */
  readonly asksForPids: boolean;
  /** The first Linux of the machine, where that is later than CRIU needs. */
  readonly since?: string;
}

const named = (
  name: MachineName,
  own: Omit<RestoringMachine, keyof Machine | 'asksForPids'> & { readonly asksForPids?: boolean },
): RestoringMachine => ({ ...machines[name], asksForPids: true, ...own });

// compel/arch/*/src/lib/infect.c (compel_task_size), criu/arch/*/include/asm/types.h (AT_VECTOR_SIZE).
const rows = {
  x86_64: named('x86_64', { registers: 'thread_info', taskSize: 0x7fff_ffff_f000n, auxvWordsMax: 44 }),
  arm: named('arm', { registers: 'ti_arm', taskSize: 0xbf00_0000n, auxvWordsMax: 40 }),
  aarch64: named('aarch64', {
    registers: 'ti_aarch64',
    taskSize: 1n << 48n,
    auxvWordsMax: 50,
    since: '3.7',
  }),
  ppc64: named('ppc64', { registers: 'ti_ppc64', taskSize: 1n << 49n, auxvWordsMax: 54 }),
  s390: named('s390', { registers: 'ti_s390', taskSize: 0xffff_ffff_ffff_efffn, auxvWordsMax: 44 }),
  mips: named('mips', {
    registers: 'ti_mips',
    taskSize: 1n << 40n,
    auxvWordsMax: 44,
    asksForPids: false,
  }),
  loongarch64: named('loongarch64', {
    registers: 'ti_loongarch64',
    taskSize: 1n << 48n,
    auxvWordsMax: 44,
    since: '5.19',
  }),
  riscv64: named('riscv64', {
    registers: 'ti_riscv64',
    taskSize: 1n << 56n,
    auxvWordsMax: 64,
    since: '4.15',
  }),
} as const satisfies Partial<Record<MachineName, RestoringMachine>>;

/** Machines that CRIU restores on. */
export type RestoringMachineName = keyof typeof rows;

export const restoringMachineNames = Object.keys(rows) as readonly RestoringMachineName[];

/** Undefined for a machine that CRIU does not run on. */
export const restoringMachine = (name: string): RestoringMachine | undefined =>
  Object.hasOwn(rows, name) ? rows[name as RestoringMachineName] : undefined;

/** The kernel as CRIU makes use of it there. */
export function profileOn(profile: KernelProfile, { asksForPids, name }: RestoringMachine): KernelProfile {
  const named = { ...profile, name: kernelName(profile.name, name) };
  if (asksForPids) return named;
  const { setTid, ...idRequests } = profile.idRequests;
  return { ...named, idRequests };
}

/** Most are x86-64: the others name their machine. */
const kernelName = (profile: string, machine: MachineName): string =>
  machine === 'x86_64' ? profile : `${profile}/${machine}`;
