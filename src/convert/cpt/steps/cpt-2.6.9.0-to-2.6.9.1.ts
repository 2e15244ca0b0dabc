/** From 0x101 on kernels apply the beancounter limits of the image; before, the fields mean nothing. */
import { limitsUntrusted } from '../changes/beancounters.ts';
import type { Step } from '../step.ts';

export const cpt2690To2691: Step = {
  from: 'cpt-2.6.9.0',
  to: 'cpt-2.6.9.1',
  summary: 'beancounter limits become valid',
  rows: ['U1'],
  forward: { objects: { ubc: limitsUntrusted } },
  backward: {},
};
