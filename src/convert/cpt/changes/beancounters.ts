/** U1, U2, U3, U5: limits of the container's beancounter. */

import type { ObjectRecord } from '../../../parse/cpt/record.ts';
import { contentType } from '../../../parse/generated/cpt-records.ts';
import { type HopContext, withFields } from '../step.ts';

type Ubc = ObjectRecord<'ubc'>;
type Parm = Ubc['fields']['parms'][number];

/** UB_MAXVALUE of 64-bit kernels: no limit. */
const unlimited = 0x7fffffffffffffffn;

/** Entries 2i and 2i+1 hold the current values of resource i and the copy that a resume puts back. */
const physpages = 6;
/** Resources that 2.6.18 and vanilla kernels know. */
const resourceCount = 24;

/** Versions 0x000, 0x100 and 0x200 carry values that no kernel applied; what they hold means nothing. */
export function limitsUntrusted(ubc: Ubc, context: HopContext): Ubc {
  const parms = ubc.fields.parms.map((parm, index) =>
    index < 2 * resourceCount ? { ...parm, barrier: unlimited, limit: unlimited } : parm,
  );
  const isLimited = ({ barrier, limit }: Parm) => barrier < unlimited || limit < unlimited;
  if (!ubc.fields.parms.slice(0, 2 * resourceCount).some(isLimited)) return ubc;
  context.changed('U1', 'beancounters without limits');
  context.lost('U1', ubc, 'beancounter limits were not applied by the source version and are lifted');
  return withFields(ubc, { parms });
}

/** 2.6.18 only counts physical pages, 2.6.32 enforces the limit: with 0 the container is killed for memory. */
export function physicalPagesUnlimited(ubc: Ubc, context: HopContext): Ubc {
  let changed = false;
  const parms = ubc.fields.parms.map((parm, index) => {
    if (Math.floor(index / 2) !== physpages || parm.barrier !== 0n || parm.limit !== 0n) return parm;
    changed = true;
    return { ...parm, barrier: unlimited, limit: unlimited };
  });
  if (!changed) return ubc;
  context.changed('U5', 'physical page limits of 0 lifted');
  return withFields(ubc, { parms });
}

/** Bytes 28 to 31 are stale padding before 2.6.32, but RHEL6 reads a flag there. */
export function flagsCleared(ubc: Ubc, context: HopContext): Ubc {
  if (ubc.fields.ubResources === 0 && ubc.fields.ubFlags === 0) return ubc;
  context.changed('U3', 'stale beancounter flags cleared');
  return withFields(ubc, { ubResources: 0, ubFlags: 0 });
}

export function resourcesCounted(ubc: Ubc, context: HopContext): Ubc {
  if (ubc.content === contentType.array) return ubc;
  context.changed('U2', 'beancounters given their number of resources');
  return { ...withFields(ubc, { ubResources: resourceCount, ubFlags: 0 }), content: contentType.array };
}

export function resourcesNotCounted(ubc: Ubc, context: HopContext): Ubc {
  if (ubc.content !== contentType.array) return ubc;
  const { ubResources, ubFlags, parms } = ubc.fields;
  const extra = parms.slice(2 * resourceCount, 2 * ubResources);
  if (extra.some(({ barrier, limit }) => barrier !== noLimit || limit !== noLimit)) {
    context.lost('U2', ubc, `limits of resources beyond the first ${resourceCount} have no place`);
  }
  const stored = parms.map((parm, index) => {
    const current = parms[index & ~1];
    return index % 2 === 1 && (ubFlags & 1) !== 0 && current
      ? { ...parm, barrier: current.barrier, limit: current.limit }
      : parm;
  });
  context.changed('U2', 'beancounters given the form without a number of resources');
  return {
    ...withFields(ubc, { ubResources: 0, ubFlags: 0, parms: stored.map(oldUnlimited) }),
    content: contentType.void,
  };
}

/** RHEL6 stores "no limit" as 2^64-1, which older kernels do not use. */
const noLimit = 0xffffffffffffffffn;
const oldUnlimited = (parm: Parm) => ({
  ...parm,
  barrier: parm.barrier === noLimit ? unlimited : parm.barrier,
  limit: parm.limit === noLimit ? unlimited : parm.limit,
});
