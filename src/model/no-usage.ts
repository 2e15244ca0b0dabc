/** For images that do not say what a task has used: nothing counted. */
import type { CpuUsage } from './checkpoint.ts';

export const noUsage: CpuUsage = {
  utimeNs: 0n,
  stimeNs: 0n,
  cutimeNs: 0n,
  cstimeNs: 0n,
  nvcsw: 0n,
  nivcsw: 0n,
  cnvcsw: 0n,
  cnivcsw: 0n,
  minFlt: 0n,
  majFlt: 0n,
  cminFlt: 0n,
  cmajFlt: 0n,
};
