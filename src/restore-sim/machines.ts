/**
 * Machines that restores are rehearsed on, as far as what their kernels are asked for differs. Restores of today are CRIU's:
 * it runs on these, and restores only what its own kind of machine dumped.
 */
import type { MachineName } from '../abi/machines.ts';
import type { KernelProfile } from './kernel/index.ts';

interface MachineRow {
  /** Whether CRIU asks clone3(2) for pids there (criu/kerndat.c, kerndat_has_clone3_set_tid). */
  readonly asksForPids: boolean;
  /** The first Linux of the machine, where that is later than CRIU needs. */
  readonly since?: string;
}

const rows = {
  x86_64: { asksForPids: true },
  arm: { asksForPids: true },
  aarch64: { asksForPids: true, since: '3.7' },
  ppc64: { asksForPids: true },
  s390: { asksForPids: true },
  mips: { asksForPids: false },
  loongarch64: { asksForPids: true, since: '5.19' },
  riscv64: { asksForPids: true, since: '4.15' },
} as const satisfies Partial<Record<MachineName, MachineRow>>;

export type RestoringMachineName = keyof typeof rows;

export interface RehearsedMachine extends MachineRow {
  readonly name: RestoringMachineName;
}

export const restoringMachineNames = Object.keys(rows) as readonly RestoringMachineName[];

/** Undefined for a machine that CRIU does not run on. */
export const rehearsedMachine = (name: string): RehearsedMachine | undefined =>
  Object.hasOwn(rows, name)
    ? { name: name as RestoringMachineName, ...rows[name as RestoringMachineName] }
    : undefined;

/** The kernel as a restore makes use of it there. */
export function profileOn(profile: KernelProfile, { asksForPids, name }: RehearsedMachine): KernelProfile {
  const named = { ...profile, name: kernelName(profile.name, name) };
  if (asksForPids) return named;
  const { setTid, ...idRequests } = profile.idRequests;
  return { ...named, idRequests };
}

/** Most are x86-64: the others name their machine. */
const kernelName = (profile: string, machine: MachineName): string =>
  machine === 'x86_64' ? profile : `${profile}/${machine}`;
