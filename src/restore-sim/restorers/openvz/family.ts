/** CPT images are restored by the kernels that wrote them; on others, there is a plan. */
import { checkpointFromCpt } from '../../../model/from-cpt/checkpoint-from-cpt.ts';
import { cptSource } from '../../../model/from-cpt/family.ts';
import type { ByteSource } from '../../../parse/bytes/byte-source.ts';
import type { Rehearsal, RehearseOptions, RestoreFamily } from '../../family.ts';
import { kernelProfile } from '../../kernel/index.ts';
import { placeOf, profileNamed } from '../../plan/place.ts';
import { simulatePlannedRestore } from '../../plan/simulate.ts';
import { findOpenvzKernel, type OpenvzKernel } from './kernels.ts';
import { simulateOpenvzRestore } from './simulate.ts';

export const openvzRestore: RestoreFamily = {
  defaultKernel: undefined,
  canBeOfHost: false,
  command: () => undefined,
  refusal: () => undefined,
  rehearse({ content }, { name }, options) {
    const kernel = name?.startsWith('openvz-') === true ? findOpenvzKernel(name) : undefined;
    return name === undefined || kernel !== undefined
      ? rehearseOpenvz(cptSource(content), kernel, options)
      : undefined;
  },
  // 2.6.18 kernels know versions below 0x303; those from there on were written for 2.6.32.
  ownProfile: ({ image }) => kernelProfile((image.version ?? 0) < 0x303 ? 'openvz-2.6.18' : 'openvz-2.6.32'),
};

/** Its restore always makes a container; only an explicit host can be in the way of what is in it. */
function rehearseOpenvz(
  source: ByteSource,
  kernel: OpenvzKernel | undefined,
  options: RehearseOptions,
): Rehearsal {
  const operations = options.operations ?? false;
  const report = simulateOpenvzRestore(source, { operations, ...(kernel && { kernel }) });
  if (options.host === undefined || report.verdict !== 'restores') return report;
  const checkpoint = checkpointFromCpt(source, () => {}, { isCompact: true });
  const { target, world } = placeOf(checkpoint, options);
  const profile = profileNamed(report.kernel);
  const planned = simulatePlannedRestore(checkpoint, { profile, target, ...(world && { world }) });
  // Only what the host is to blame for: the rest was rehearsed more exactly before.
  const failures = planned.failures.filter(
    ({ culprit, code }) => culprit !== undefined && hostCodes.has(code),
  );
  const notes = [...report.notes, ...planned.notes.filter(({ code }) => code === 'host-number-shared')];
  if (failures.length === 0) return { ...report, notes };
  return { ...report, notes, verdict: 'fails', failures, processes: [], ipc: { sem: [], msg: [], shm: [] } };
}

const hostCodes: ReadonlySet<string> = new Set(['pid-taken', 'ipc-key-exists', 'ipc-id-taken', 'ipc-limit']);
