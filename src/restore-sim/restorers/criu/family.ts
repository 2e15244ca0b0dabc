/** CRIU restores its images itself, on kernels that have what it needs. */
import { criuDirectory } from '../../../model/from-criu/family.ts';
import type { RestoreFamily } from '../../family.ts';
import { worldOf } from '../../host/index.ts';
import { type KernelProfile, type KernelProfileName, kernelProfile } from '../../kernel/index.ts';
import { restoreCommand } from './options/command-line.ts';
import { simulateCriuRestore } from './simulate.ts';

const newestKernel = 'linux-6.18';

export const criuRestore: RestoreFamily = {
  defaultKernel: newestKernel,
  canBeOfHost: true,
  command: restoreCommand,
  refusal: (kernel) =>
    kernel.startsWith('openvz-')
      ? `${kernel} restores CPT images only; --list shows the kernels that CRIU runs on`
      : undefined,
  rehearse({ content }, { linux: { profile, machine } }, { host, operations, given }) {
    if (!runsCriu(profile)) return undefined;
    const world = host === undefined ? undefined : worldOf(host);
    return simulateCriuRestore(criuDirectory(content), {
      profile: profile.name as KernelProfileName,
      machine,
      operations: operations === true,
      given,
      ...(world && { world }),
    });
  },
  ownProfile: () => kernelProfile(newestKernel),
};

/** CRIU needs ns_last_pid or set_tid, and the files for ids of System V objects. */
const runsCriu = ({ idRequests: { setTid, lastPidFile, ipcNextIdFiles } }: KernelProfile): boolean =>
  (setTid ?? lastPidFile) !== undefined && ipcNextIdFiles !== undefined;
