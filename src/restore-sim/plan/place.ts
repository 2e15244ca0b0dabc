/** Where a restored tree is put, and on what kind of kernel. */
import type { Checkpoint } from '../../model/checkpoint.ts';
import type { RehearseOptions } from '../family.ts';
import { worldOf } from '../host/index.ts';
import { findKernelProfile, type KernelProfile, kernelProfile, type World } from '../kernel/index.ts';
import { defaultTarget, type Target } from './plan.ts';

/** Of OpenVZ kernels without what stands behind the name. */
export function profileNamed(name: string | undefined): KernelProfile {
  return findKernelProfile((name ?? 'linux-6.18').replace(/\/.*/, '')) ?? kernelProfile('linux-6.18');
}

/**
 * A tree with an init can live only where number 1 is free: in namespaces of its own, unless the description
 * of the host leaves it free, as that of a namespace does which somebody has prepared.
 */
export function placeOf(
  checkpoint: Checkpoint,
  { host, into }: RehearseOptions,
): { readonly target: Target; readonly world: World | undefined } {
  const own = defaultTarget(checkpoint);
  if (host === undefined) return { target: into ?? own, world: undefined };
  const world = worldOf(host);
  const isFree = !(world.pids ?? []).some(({ number }) => number === 1);
  if (into === 'new') return { target: 'new', world };
  if (own === 'new' && isFree) return { target: 'prepared', world };
  return { target: into ?? own, world };
}
