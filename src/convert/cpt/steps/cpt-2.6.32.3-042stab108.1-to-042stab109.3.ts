/** 042stab109: file locks carry an NFS lock owner. */
import { cut, grown, type Step } from '../step.ts';

export const cpt108To109: Step = {
  from: 'cpt-2.6.32.3/042stab108.1',
  to: 'cpt-2.6.32.3/042stab109.3',
  summary: 'NFS owners of file locks',
  rows: ['F7'],
  forward: { objects: { flock: (flock, context) => grown(flock, 64, context) } },
  backward: { objects: { flock: (flock, context) => cut(flock, 56, context, 'F7') } },
};
