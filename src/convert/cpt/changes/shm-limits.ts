/** V7: limits of shared memory, which 2.6.18 leaves uninitialised in its own dumps unless they are huge. */
import type { ObjectRecord } from '../../../parse/cpt/record.ts';
import { type HopContext, withFields } from '../step.ts';

type VeInfo = ObjectRecord<'veinfo'>;

/** What 2.6.18 writes for a limit of 4 GiB and more; anything else it left in the field is chance. */
const huge = 0xffffffff;

/** 0 means 2^32-1 to every kernel. 2.6.18 refuses some of its own images for want of this repair. */
export function limitsOf18Repaired(veinfo: VeInfo, context: HopContext): VeInfo {
  const { shmCtlMax, shmCtlAll } = veinfo.fields;
  const isSet = (limit: number) => limit === huge || limit === 0;
  if (isSet(shmCtlMax) && isSet(shmCtlAll)) return veinfo;
  context.changed('V7', 'uninitialised shared memory limits lifted');
  return withFields(veinfo, {
    shmCtlMax: isSet(shmCtlMax) ? shmCtlMax : 0,
    shmCtlAll: isSet(shmCtlAll) ? shmCtlAll : 0,
  });
}

/** For kernels that set the fields: only a limit that the image itself breaks cannot be right. */
export function brokenLimitsRepaired(veinfo: VeInfo, context: HopContext): VeInfo {
  const { shmCtlMax, shmCtlAll } = veinfo.fields;
  const { largestBytes, pages } = context.facts.shm;
  const max = shmCtlMax !== 0 && BigInt(shmCtlMax) < largestBytes ? 0 : shmCtlMax;
  const all = shmCtlAll !== 0 && BigInt(shmCtlAll) < pages ? 0 : shmCtlAll;
  if (max === shmCtlMax && all === shmCtlAll) return veinfo;
  context.changed('V7', 'shared memory limits below what the image holds lifted');
  return withFields(veinfo, { shmCtlMax: max, shmCtlAll: all });
}
