/** linux-cr streams are restarted by the user-space tool and the kernel of the series; on others, there is a plan. */
import { linuxCrSource } from '../../../parse/linux-cr/record-form.ts';
import type { RestoreFamily } from '../../family.ts';
import { worldOf } from '../../host/index.ts';
import { kernelProfile } from '../../kernel/index.ts';
import { isPlanFixture, replayPlans } from './replay-plans.ts';
import { linuxCrKernel, simulateLinuxCrRestart } from './simulate.ts';

export const linuxCrRestore: RestoreFamily = {
  defaultKernel: linuxCrKernel,
  canBeOfHost: false,
  command: () => undefined,
  refusal: (kernel) =>
    kernel.startsWith('openvz-')
      ? 'a linux-cr stream is no CPT image: OpenVZ kernels restore none'
      : undefined,
  rehearse({ content }, { name }, options) {
    if (name !== undefined && name !== linuxCrKernel) return undefined;
    return simulateLinuxCrRestart(linuxCrSource(content), {
      into: options.into,
      world: options.host && worldOf(options.host),
      operations: options.operations ?? false,
    });
  },
  recordings: { isOne: isPlanFixture, replay: replayPlans },
  ownProfile: () => kernelProfile('linux-cr'),
};
