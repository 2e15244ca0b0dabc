/**
 * CRIU keeps what it found out about the kernel, and tries it no more once that is there: TCP over lo, namespaces,
 * settings (criu/kerndat.c, kerndat_init). Whether this CRIU takes the file for its own does not show.
 */
import type { Judge, Situation } from './judge.ts';

const kernelCache = '/run/criu.kdat';

const isCached = ({ host, hostRoot }: Situation): boolean =>
  host?.criu?.hasKernelCache ?? hostRoot?.stat(kernelCache)?.type === 'file';

/** What would stop CRIU while it tries the kernel may be in the way of nothing. */
export const unlessCached =
  (judge: Judge): Judge =>
  (condition, situation) => {
    const judgement = judge(condition, situation);
    if (typeof judgement === 'string' || !('found' in judgement) || !isCached(situation)) return judgement;
    return { maybe: `${judgement.found}, and ${kernelCache} is there` };
  };
