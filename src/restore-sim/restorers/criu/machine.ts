/**
 * The machine that restores, as far as CRIU behaves differently there: where its cores have registers, how far user
 * addresses go, what CRIU has room for.
 */
import { type Machine, machines } from '../../../abi/machines.ts';
import type { CoreEntry } from '../../../parse/generated/criu-descriptors.ts';
import { type RehearsedMachine, type RestoringMachineName, rehearsedMachine } from '../../machines.ts';

export { type RestoringMachineName, restoringMachineNames } from '../../machines.ts';

interface Own {
  /** The field of a core_entry that has the registers of a thread. */
  readonly registers: keyof CoreEntry;
  /** The end of user addresses: with the largest address space that its kernels are built for, where they differ. */
  readonly taskSize: bigint;
  /** AT_VECTOR_SIZE: words of an auxiliary vector. */
  readonly auxvWordsMax: number;
}

export interface RestoringMachine extends Machine, Own, RehearsedMachine {
  readonly name: RestoringMachineName;
}

// compel/arch/*/src/lib/infect.c (compel_task_size), criu/arch/*/include/asm/types.h (AT_VECTOR_SIZE).
const rows: Readonly<Record<RestoringMachineName, Own>> = {
  x86_64: { registers: 'thread_info', taskSize: 0x7fff_ffff_f000n, auxvWordsMax: 44 },
  arm: { registers: 'ti_arm', taskSize: 0xbf00_0000n, auxvWordsMax: 40 },
  aarch64: { registers: 'ti_aarch64', taskSize: 1n << 48n, auxvWordsMax: 50 },
  ppc64: { registers: 'ti_ppc64', taskSize: 1n << 49n, auxvWordsMax: 54 },
  s390: { registers: 'ti_s390', taskSize: 0xffff_ffff_ffff_efffn, auxvWordsMax: 44 },
  mips: { registers: 'ti_mips', taskSize: 1n << 40n, auxvWordsMax: 44 },
  loongarch64: { registers: 'ti_loongarch64', taskSize: 1n << 48n, auxvWordsMax: 44 },
  riscv64: { registers: 'ti_riscv64', taskSize: 1n << 56n, auxvWordsMax: 64 },
};

/** Undefined for a machine that CRIU does not run on. */
export function restoringMachine(name: string): RestoringMachine | undefined {
  const machine = rehearsedMachine(name);
  return machine && { ...machines[machine.name], ...machine, ...rows[machine.name] };
}
