/**
 * Names of kernels as users give them: a profile, and for Linux the machine that it runs on (`linux-6.18/aarch64`).
 * Without a machine it is that of the image: CRIU restores only on the kind of machine that dumped.
 */
import type { MachineName } from '../../abi/machines.ts';
import { compareVersions } from '../../compare-versions.ts';
import { findKernelProfile, type KernelProfile } from '../kernel/index.ts';
import { parseOpenvzKernel } from '../kernel/openvz-names.ts';
import { type RestoringMachineName, rehearsedMachine } from '../machines.ts';

export interface LinuxKernel {
  readonly profile: KernelProfile;
  readonly machine: RestoringMachineName | undefined;
}

/** Undefined for a name that stands for no kernel, also for one older than the machine. */
export function findLinuxKernel(name: string): LinuxKernel | undefined {
  const [base = '', machine, ...more] = name.split('/');
  const profile = findKernelProfile(base);
  if (profile === undefined || more.length > 0) return undefined;
  if (machine === undefined) return { profile, machine };
  const restoring = base.startsWith('linux-') ? rehearsedMachine(machine) : undefined;
  if (restoring === undefined) return undefined;
  const release = /^linux-(\d+\.\d+)$/.exec(base)?.[1];
  const isOlder = release !== undefined && compareVersions(release, restoring.since ?? '0') < 0;
  return isOlder ? undefined : { profile, machine: restoring.name };
}

export const isKernelName = (name: string): boolean =>
  findLinuxKernel(name) !== undefined || parseOpenvzKernel(name) !== undefined;

/** Whether programs of one machine run on a kernel of the other: those of i386 on x86-64, too. */
export const runsOn = (dumped: MachineName, machine: MachineName): boolean =>
  dumped === machine || dumped === 'unknown' || (dumped === 'i386' && machine === 'x86_64');

/** What uname(2) calls machines, where that is another word than the one here. */
const unameWords: readonly (readonly [RegExp, RestoringMachineName])[] = [
  [/^x86_64$/, 'x86_64'],
  [/^(aarch64|arm64)$/, 'aarch64'],
  [/^arm/, 'arm'],
  [/^ppc64/, 'ppc64'],
  [/^s390x?$/, 's390'],
  [/^mips/, 'mips'],
  [/^loongarch64$/, 'loongarch64'],
  [/^riscv64$/, 'riscv64'],
];

export const machineOfUname = (text: string): RestoringMachineName | undefined =>
  unameWords.find(([pattern]) => pattern.test(text))?.[1];
